"""Dates in the cells of a list, typed or written, in one column or in several, become dates of a record.

A cell that a spreadsheet knows as a date is one. A text goes through `loaders.dates.parse_period`; whether
03/04/2019 is in March or in April is decided by its whole column. What was inferred stands in the date's note.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from loaders.grids import Cell, shown

_FIRST_SERIAL, _LAST_SERIAL = 25_569, 73_415
"""1 January 1970 and 31 December 2100 as spreadsheets count days."""

_EPOCH = dt.date(1899, 12, 30)
_EPOCH_OF_1904 = dt.date(1904, 1, 1)
_YEARS = range(1950, 2101)
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ]00:00(?::00(?:\.0+)?)?)?")
_PLAIN_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_COMPACT = re.compile(r"(?:19|20)\d{6}")
_LONGEST = 1_000
"""Signs of a text that may be a date; a longer one tells of something else, and costs what searches it dearly."""

_A_YEAR = re.compile(r"(?<!\d)(?:19[5-9]\d|20\d\d)(?!\d)")

DATES = ("date", "start_date", "end_date", "year", "month", "day", "days")
"""Fields that tell when."""

Fault = tuple[str, str, str]
"""Value, advice, severity."""


class Span(NamedTuple):
    """Start and end as the codebook writes them, what was inferred, and whether the cell says more than they do."""

    start: str
    end: str | None = None
    note: str = ""
    coarse: bool = False


@dataclass(frozen=True)
class Order:
    """The order of day and month in a column, and the values that decided it against each other."""

    name: str
    decided: bool
    against: tuple[str, ...] = ()


def order_of(cells: Iterable[Cell]) -> Order | None:
    """Return the order in which a column writes day and month: a number over 12 decides; None where none is asked.

    Where nothing decides it is "dmy", undecided.
    """
    firsts: list[str] = []
    seconds: list[str] = []
    open_ = False
    for cell in cells:
        if isinstance(cell, str):
            for first, _, second, _ in _NUMERIC.findall(cell):
                if int(first) > 12:
                    firsts.append(cell)
                elif int(second) > 12:
                    seconds.append(cell)
                else:
                    open_ = open_ or first != second
    if not firsts and not seconds:
        return Order("dmy", decided=False) if open_ else None
    mixed = (
        tuple(dict.fromkeys(firsts if len(firsts) < len(seconds) else seconds)) if firsts and seconds else ()
    )
    return Order("dmy" if len(firsts) >= len(seconds) else "mdy", decided=True, against=mixed)


def is_ambiguous(text: str) -> bool:
    """Return whether a text has a date whose day and month could be each other."""
    return any(
        first != second and int(first) <= 12 and int(second) <= 12
        for first, _, second, _ in _NUMERIC.findall(text)
    )


def is_swapped(cells: Iterable[Cell]) -> bool:
    """Return whether a spreadsheet seems to have taken days for months.

    It does when every typed date has a day up to 12 and every written one a day over 12: the program made
    dates of those that fitted its own order and left the others as text.
    """
    cells = list(cells)
    typed = [cell.day for cell in cells if isinstance(cell, dt.date)]
    if len(typed) < _TELLING:
        return False
    days = [
        max(int(first), int(second))
        for cell in cells
        if isinstance(cell, str)
        for first, _, second, _ in _NUMERIC.findall(cell)
    ]
    return len(days) >= _TELLING and max(typed) <= 12 and min(days) > 12


_TELLING = 3
"""Dates of a kind that tell something of their column."""


def year_in(text: str) -> int | None:
    """Return the one year a text names; None for none or several, as in "2018/19"."""
    found = set(_A_YEAR.findall(text))
    is_two = any(_follows(*pair) for pair in _YEAR_AND_NEXT.findall(text))
    return int(found.pop()) if len(found) == 1 and not is_two else None


_YEAR_AND_NEXT = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[/–-]\s?(\d\d)(?!\d|[-/.]\d)")


def _follows(year: str, other: str) -> bool:
    """Return whether a year, or its last two digits, is the next one."""
    return int(other) % 100 == (int(year) + 1) % 100


class DateReader:
    """Reads the cells of one sheet, each different one once."""

    def __init__(self, order: str, *, since_1904: bool = False) -> None:
        self._order = order
        self._epoch = _EPOCH_OF_1904 if since_1904 else _EPOCH
        self._known: dict[tuple[Cell, int | None], Span | None] = {}

    def span(self, cell: Cell, year: int | None = None) -> Span | None:
        """Return the days a cell names; `year` is that of the row or sheet, for a date without one."""
        key = (cell, year)
        if key not in self._known:
            self._known[key] = self._read(cell, year)
        return self._known[key]

    def _read(self, cell: Cell, year: int | None) -> Span | None:
        if isinstance(cell, dt.datetime):
            return _day(cell.date())
        if isinstance(cell, dt.date):
            return _day(cell)
        if isinstance(cell, bool) or cell is None or isinstance(cell, dt.time | dt.timedelta):
            return None
        if isinstance(cell, int | float):
            return _of_number(float(cell), self._epoch)
        return self._of_text(cell, year)

    def _of_text(self, text: str, year: int | None) -> Span | None:
        if len(text) > _LONGEST:
            return None
        iso = _ISO.fullmatch(text)
        if iso:
            return _real(*map(int, iso.groups()))
        numeric = _NUMERIC.fullmatch(text)
        if numeric and len(numeric[4]) == 4:
            return self._of_numbers(int(numeric[1]), int(numeric[3]), int(numeric[4]))
        if _COMPACT.fullmatch(text):
            return _real(int(text[:4]), int(text[4:6]), int(text[6:]))
        if len(text) != 4 and _PLAIN_NUMBER.fullmatch(text):
            return _of_number(float(text), self._epoch)
        return _of_month(text) or _of_quarters(text) or self._of_words(text, year)

    def _of_numbers(self, first: int, second: int, year: int) -> Span | None:
        """Return the day of three numbers in the column's order; in the other one where only that is a date."""
        day, month = (second, first) if self._order == "mdy" else (first, second)
        return _real(year, month, day) if month <= 12 else _real(year, day, month)

    def _of_words(self, text: str, year: int | None) -> Span | None:
        from loaders.dates import parse_period

        if is_across(text):
            return None
        flat = _in_full(" ".join(text.split()))
        period = parse_period(flat, order=self._order)
        if period is not None:
            return (
                None
                if period.start == period.end and _names_other(flat, period.start)
                else as_span(period, text)
            )
        if year is not None and not _A_YEAR.search(flat):
            for written in (
                f"{flat} {year}",
                f"{flat}, {year}",
                f"{flat}/{year}",
                f"{flat.rstrip('.')}.{year}",
            ):
                period = parse_period(written, order=self._order)
                if period is not None and period.start.year == year and period.precision in _OF_ONE_YEAR:
                    return as_span(period, text, f"year {year} taken from beside")
        return None


_OF_DAY = re.compile(
    r"(?<![\d./:-])(\d{1,2})[./](\d{1,2})(?![\d:-]|\s?(?:[ap]\.?m|h|uhr|ч)\b)", re.IGNORECASE
)


_ORDINAL = re.compile(r"(?<![\d./:])(\d{1,2})\. (?=[^\W\d_])")
"""A day with the full stop that makes it one in German: "4. März"."""


def _names_other(text: str, day: dt.date) -> bool:
    """Return whether a text has figures of another day than the one that was read: "4.3. until 8.3.2019"."""
    if any(int(number) != day.day for number in _ORDINAL.findall(text)):
        return True
    named = [(int(one), int(other)) for one, other in _OF_DAY.findall(text)]
    days = [pair for pair in named if min(pair) > 0 and min(pair) <= 12 and max(pair) <= 31]
    return any(sorted(pair) != sorted((day.day, day.month)) for pair in days)


_OF_MONTH = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/])")
_LAST_DAY = re.compile(r"(?<![\d/])\d{1,2}/(\d{1,2})/(\d{4})(?!\d)")


def _in_full(text: str) -> str:
    """Return days of a month with the year of the last: "12/05 and 20/06/2019" names 12 May, not 5 and 12 June.

    A smaller number before a larger one may be two days, and stays as it is.
    """
    last = _LAST_DAY.findall(text)
    if len(last) != 1:
        return text
    end, year = map(int, last[0])

    def full(found: re.Match[str]) -> str:
        day, month = int(found[1]), int(found[2])
        is_month = 0 < month <= 12 and (day >= month or text[found.start() - 1] in "-–")
        return f"{found[0]}/{year if month <= end else year - 1}" if is_month else found[0]

    return _OF_MONTH.sub(full, text)


_WITH_MONTH = re.compile(
    r"(?:(?P<first>\d{1,2})(?: (?P<month>[^\W\d_]+))? ?[-–] ?)?(?P<day>\d{1,2}) (?P<last>[^\W\d_]+) (?P<year>\d{4})"
)
"""How most days are written: "5 May 2019", "5-7 May 2019", "31 May - 2 June 2019"."""


def _of_month(text: str) -> Span | None:
    """Return the days of the most usual way to write them; None for any other, which `parse_period` reads."""
    found = _WITH_MONTH.fullmatch(text)
    if found is None:
        return None
    first, month, day, last, year = found.groups()
    numbers = _month(last), _month(month or last)
    if None in numbers:
        return None
    end = _real(int(year), numbers[0] or 0, int(day))
    start = _real(int(year), numbers[1] or 0, int(first or day))
    if start is None or end is None or start.start > end.start:
        return None
    return Span(start.start, end.start if end != start else None)


@lru_cache(maxsize=1_000)
def _month(word: str) -> int | None:
    """Return the number of a month by its name alone; None for any other word."""
    from loaders.dates import parse_period

    period = parse_period(f"1 {word} 2000")
    plain = period is not None and (period.precision, period.derived) == ("day", ())
    return (
        period.start.month
        if period and plain and period.start == period.end and period.start.day == 1
        else None
    )


_QUARTERS = re.compile(
    r"(?P<sign>[QT])(?P<first>[1-4])(?:[ ,/]{1,2}(?P<early>\d{4}))?"
    r"(?:\s?[-–—/&,+]\s?|\s(?:and|to|et|à|au|y|a|и|по)\s)(?:(?P=sign))?(?P<last>[1-4])[ ,/]{1,2}(?P<late>\d{4})",
    re.IGNORECASE,
)


def _of_quarters(text: str) -> Span | None:
    """Return the year of "Q1-Q2 2019", the nearest that a record holds; None where they are not in their order."""
    found = _QUARTERS.fullmatch(text)
    if found is None:
        return None
    first, last = found["early"] or found["late"], found["late"]
    years = int(first) in _YEARS and int(last) in _YEARS
    if not years or (first, found["first"]) >= (last, found["last"]):
        return None
    return Span(first, last if last != first else None, f"known as {text!r}", coarse=True)


_ACROSS = re.compile(
    r"(?:(?:FY|AY|(?:financial|fiscal|school|academic|budget) year|année(?: scolaire| budgétaire)?|exercice"
    r"|(?:año|curso) (?:escolar|académico|fiscal)|curso|(?:учебный|финансовый) год)\s*)?"
    r"(?P<first>(?:19|20)\d\d)\s?(?P<sign>[/–-])\s?(?P<next>\d{2}|\d{4})(?: (?:уч\. ?г\.|учебный год))?",
    re.IGNORECASE,
)


def is_across(text: str) -> bool:
    """Return whether a text names a year that begins in one and ends in the next: "2018/19", "FY 2018-2019".

    "2011-12" is a month, and "2018-2019" two years.
    """
    found = _ACROSS.fullmatch(text)
    if found is None or not _follows(found["first"], found["next"]):
        return False
    is_plain = text[:1].isdecimal() and found["sign"] != "/"
    return not is_plain or (len(found["next"]) == 2 and int(found["next"]) > 12)


@lru_cache(maxsize=20_000)
def _real(year: int, month: int, day: int) -> Span | None:
    """Return a day, the same object for all cells that name it; None where there is none of these numbers."""
    try:
        return _day(dt.date(year, month, day))
    except ValueError:
        return None


def _day(day: dt.date, note: str = "") -> Span | None:
    return Span(day.isoformat(), None, note) if day.year in _YEARS else None


def _of_number(number: float, epoch: dt.date = _EPOCH) -> Span | None:
    """Return what a number may stand for where a date is meant: a year, a day count, or digits of a date."""
    if number in _YEARS:
        return Span(f"{int(number)}")
    if _FIRST_SERIAL <= number <= _LAST_SERIAL:
        day = epoch + dt.timedelta(days=int(number))
        return _day(day, f"read from {number:g}, the number of days a spreadsheet counts")
    text = f"{number:.0f}"
    return _real(int(text[:4]), int(text[4:6]), int(text[6:])) if _COMPACT.fullmatch(text) else None


_OF_ONE_YEAR = frozenset({"day", "month", "quarter", "season"})
"""Precisions to which a year can be put from beside."""


def as_span(period: object, text: str, *notes: str) -> Span | None:
    """Return a Period of `loaders.dates` as the codebook writes it: never more precise than it is.

    A week or quarter is told in the note; the date is its month or year.
    """
    start, end, unit = period.start, period.end, period.precision  # type: ignore[attr-defined]
    said = [*notes, *_derived(period)]
    if start.year not in _YEARS or end.year not in _YEARS:
        return None
    if unit == "day":
        return Span(start.isoformat(), end.isoformat() if end != start else None, "; ".join(said))
    coarse = unit in ("week", "quarter", "season") or not _PART.isdisjoint(said)
    said += [f"known as {' '.join(text.split())!r}"] if coarse else []
    cut = 7 if unit in ("month", "week") and (unit == "month" or start.month == end.month) else 4
    first, last = start.isoformat()[:cut], end.isoformat()[:cut]
    return Span(first, last if last != first else None, "; ".join(said), coarse)


_PART = frozenset({"only part of it is named"})
"""What `parse_period` derives of "early May 2019" and "H1 2020"."""


def doubts(span: Span) -> list[tuple[str, str]]:
    """Return what is to be told of days that were read, as advice and severity: coarser than written, or far ahead."""
    told = [(_COARSE.format(kept=span.start), "note")] if span.coarse else []
    return told + ([(_FAR, "warning")] if _is_far(int((span.end or span.start)[:4])) else [])


def _is_far(year: int) -> bool:
    return year > dt.datetime.now(dt.UTC).year + AHEAD


AHEAD = 3
"""Years for which events are planned; what lies further ahead is asked about."""

_FAR = f"lies more than {AHEAD} years ahead; kept, but is the year right? Mend it where it is not"
_COARSE = "is kept as {kept}, the nearest that a record can hold; its words stand in the date's note"


def _derived(period: object) -> list[str]:
    days = getattr(period, "days", ())
    said = list(getattr(period, "derived", ()) or ())
    return [*map(str, said), *(["on " + ", ".join(day.isoformat() for day in days)] if days else [])]


@dataclass(frozen=True)
class Dated:
    """The dates of a row as a record has them, and what could not be read, as (field, value, advice, severity)."""

    start: str | None = None
    end: str | None = None
    note: str | None = None
    faults: tuple[tuple[str, str, str, str], ...] = ()


_NO_DATE = "is no date that can be read; write it as 2024-09-24, or 2024-09 or 2024 where no more is known"
_TWO_YEARS = (
    "names a year that begins in one year and ends in the next (or a month): nothing tells in which of the two it was; "
    "not read: write the year alone, or 2018-09"
)
_NO_YEAR = "has no year; write it as 2024-09-24, or add a column with the year"


@dataclass(frozen=True)
class _Row:
    """The date cells of a row by field, what reads them, and faults so far."""

    cells: Mapping[str, Cell]
    reader: DateReader
    faults: list[tuple[str, str, str, str]]

    def tell(self, field: str, value: str, advice: str, severity: str = "error") -> None:
        """Keep a fault."""
        self.faults.append((field, value, advice, severity))

    def read(self, field: str, year: int | None) -> Span | None:
        """Return the days of a cell; one that cannot be read is a fault."""
        cell = self.cells.get(field)
        if cell is None:
            return None
        span = self.reader.span(cell, year)
        if span is None:
            self.tell(field, shown(cell), self._why_none(cell, year))
        for advice, severity in doubts(span) if span else ():
            self.tell(field, shown(cell), advice, severity)
        return span

    def _why_none(self, cell: Cell, year: int | None) -> str:
        if isinstance(cell, str) and is_across(cell):
            return _TWO_YEARS
        from loaders.dates import out_of_range

        nameless = isinstance(cell, str) and year is None and self.reader.span(cell, 2000) is not None
        return _NO_YEAR if nameless else out_of_range(shown(cell)) or _NO_DATE


def of_row(cells: Mapping[str, Cell], reader: DateReader, *, year: int | None) -> Dated:
    """Return the dates of a row from its cells by field: date, start_date, end_date, year, month, day, days.

    `year` is that of the sheet or section, for dates without one.
    """
    row = _Row(cells, reader, [])
    own_year = _own_year(row)
    hint = own_year or (year if cells.get("year") is None else None)
    first = row.read("start_date", hint or _year_of_end(cells, reader))
    whole = row.read("date", hint)
    first = first or whole or _of_parts(row, hint)
    last = row.read("end_date", hint or (int(first.start[:4]) if first else None))
    if first is None:
        if last is not None:
            row.tell("end_date", shown(cells["end_date"]), "stands without a start; add the start")
        return Dated(faults=tuple(row.faults))
    if own_year and first.start[:4] != str(own_year):
        advice = (
            f"is another year than the date's, {first.start}; the date was used, mend the one that is wrong"
        )
        row.tell("year", shown(cells["year"]), advice, "warning")
    notes = [first.note, last.note if last and last.note != first.note else ""]
    end = (last.end or last.start) if last else first.end
    if end is None and cells.get("days") is not None:
        end = _counted(first.start, row, notes)
    return Dated(
        first.start,
        None if end == first.start else end,
        "; ".join(filter(None, notes)) or None,
        tuple(row.faults),
    )


def _year_of_end(cells: Mapping[str, Cell], reader: DateReader) -> int | None:
    """Return the year of the end where the start is written without one ("28 May", "2 June 2019")."""
    start, end = cells.get("start_date"), cells.get("end_date")
    if not isinstance(start, str) or end is None or _A_YEAR.search(start) or reader.span(start):
        return None
    span = reader.span(end)
    return int(span.start[:4]) if span else None


def _own_year(row: _Row) -> int | None:
    cell = row.cells.get("year")
    if cell is None:
        return None
    written = shown(cell)
    year = cell.year if isinstance(cell, dt.date) else year_in(written)
    if year is None and _SHORT_YEAR.fullmatch(written):
        year = dt.datetime.now(dt.UTC).year // 100 * 100 + int(written[-2:])
        row.tell("year", written, f"was read as {year}; write it with four digits", "note")
    if year is None:
        row.tell(
            "year", written, _TWO_YEARS if is_across(written) else "is no year; write it with four digits"
        )
    elif _is_far(year):
        row.tell("year", shown(cell), _FAR, "warning")
    return year


_SHORT_YEAR = re.compile(r"['’]?[0-4]\d")
"""A year of this century without its hundreds."""


def _of_parts(row: _Row, year: int | None) -> Span | None:
    """Return the date that year, month and day make where they stand in columns of their own."""
    month, day = row.cells.get("month"), row.cells.get("day")
    if month is None and day is None:
        return Span(str(year)) if year and row.cells.get("year") is not None else None
    number = shown(month)
    name = (
        calendar.month_name[int(number)]
        if number.isdecimal() and len(number) < 3 and 1 <= int(number) <= 12
        else number
    )
    written = " ".join(filter(None, [shown(day), name]))
    span = row.reader.span(written, year) or (row.reader.span(name, year) if name else None)
    if span is None:
        row.tell("month" if month is not None else "day", written, _NO_DATE if year else _NO_YEAR)
        return Span(str(year)) if year else None
    if span.coarse:
        row.tell("month", written, _COARSE.format(kept=span.start), "note")
    if day is not None and len(span.start) < 10:
        row.tell("day", shown(day), "is no day of that month; mend it")
    notes = [note for note in span.note.split("; ") if not note.startswith("year ")]
    return Span(span.start, span.end, "; ".join(notes))


_DAYS = re.compile(r"(\d{1,2})(?:[.,]0+)?\s*(?:days?|jours?|d[ií]as?|дн\w*|день|d|j)?\.?")


def _counted(start: str, row: _Row, notes: list[str]) -> str | None:
    """Return the last day counted from how many there were; None where they cannot be counted."""
    said = shown(row.cells["days"])
    found = _DAYS.fullmatch(said.casefold())
    if found is None or not int(found[1]):
        row.tell("days", said, "is no whole number of days; the last day was not counted", "warning")
        return None
    if len(start) < 10:
        row.tell("days", said, "cannot be kept without the first day; add it", "warning")
        return None
    notes.append(f"end date counted from {found[1]} days")
    return (dt.date.fromisoformat(start) + dt.timedelta(days=int(found[1]) - 1)).isoformat()
