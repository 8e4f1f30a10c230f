"""Which rows of a list are events, and which of them are one event; of every other row is told what it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from loaders import list_sections, list_status
from loaders.grids import Cell, Grid, shown
from loaders.headings import Column, Layout
from loaders.list_dates import DATES, year_in
from loaders.list_gate import is_day
from loaders.list_persons import told_of
from loaders.list_words import ListWords
from loaders.problems import Problem, Sink

_WHICH = ("title", "date", "start_date", "end_date", "year", "month", "day", "place", "city", "host_country")
_UNREAD = frozenset({"", "number", "unkept", "ignore", "status", "person", "contact"})
PER_COUNTRY = ("participant_countries", "participant_organisations", "expert_countries", "funder_countries")
"""Fields in which the rows of one event differ."""


class Row(NamedTuple):
    """A row of data: its number in the sheet from 0, a cell for every column, the year its section names."""

    number: int
    cells: list[Cell]
    year: int | None = None


def getter(places: list[int]) -> Callable[[list[Cell]], Any]:
    """Return what takes the cells at these places out of a row: a tuple, or the cell of a single place."""
    return itemgetter(*places) if places else lambda _: ()


def group(grid: Grid, layout: Layout, words: ListWords, problems: Sink) -> list[list[Row]]:
    """Return the rows of each event; rows that are none (totals, sections, notes, copies) are told."""
    grouping = _Grouping(layout)
    for row in _rows(grid, layout, words, problems):
        advice = grouping.take(row)
        if advice:
            severity = "error" if "neither" in advice else "warning"
            problems.append(_about(grid, row.number, row.cells, advice=advice, severity=severity))
    return grouping.groups


def _about(grid: Grid, number: int, cells: Iterable[Cell], *, advice: str, severity: str) -> Problem:
    said = told_of(cells)
    return Problem(grid.file, number + 1, "row", said, advice, severity, sheet=grid.sheet)


def _of_status(grid: Grid, number: int, column: Column, said: str) -> Problem:
    advice = (
        "does not tell whether the event was held; read as held: mend it, or add the word to list_words.csv"
    )
    place = column.letters
    return Problem(
        grid.file, number + 1, column.label, said, advice, "warning", sheet=grid.sheet, column=place
    )


class _Grouping:
    """Puts rows together that are one event: the same title, day and place with another country, or a row below."""

    def __init__(self, layout: Layout) -> None:
        self.groups: list[list[Row]] = []
        self._title = [column.number for column in layout.of("title")]
        self._which = getter([column.number for name in _WHICH for column in layout.of(name)])
        self._ids = [column.number for column in layout.of("id")]
        self._dates = [column.number for name in DATES for column in layout.of(name)]
        self._several = [column.number for name in PER_COUNTRY for column in layout.of(name)]
        self._read = getter([column.number for column in layout.columns if column.field not in _UNREAD])
        self._events: dict[Hashable, list[Row]] = {}
        self._copies: dict[Hashable, dict[Hashable, int]] = {}
        """Rows by all that is read of them, for each key that several have: no other row can be a copy."""

    def take(self, row: Row) -> str:
        """Put a row where it belongs; return why it is no event, or nothing."""
        cells = row.cells
        titled = any(cells[place] is not None for place in self._title)
        if not titled and all(cells[place] is None for place in self._dates):
            return self._below(row)
        key = self._key(cells)
        known = self._events.get(key) if titled else None
        if known:
            first = self._first(key, known[0], row)
            if first != row.number:
                return f"is the same as row {first + 1}; counted once, take one out"
            if self._is_other_country(known[-1].cells, cells):
                known.append(row)
                return ""
        made = [row]
        self.groups.append(made)
        if titled:
            self._events[key] = made
        return "" if titled else "has a date but no title; read as an event without a name: add it"

    def _first(self, key: Hashable, known: Row, row: Row) -> int:
        """Return the number of the first row that is read as this one is, of all that have its key."""
        copies = self._copies.setdefault(key, {self._read(known.cells): known.number})
        return copies.setdefault(self._read(row.cells), row.number)

    def _key(self, cells: list[Cell]) -> Hashable:
        """Return what rows of one event have in common: id and title, else all that tells an event from others."""
        ids = tuple(cells[place] for place in self._ids) if self._ids else ()
        if any(cell is not None for cell in ids):
            return ids, tuple(cells[place] for place in self._title)
        found: Hashable = self._which(cells)
        return found

    def _is_other_country(self, one: list[Cell], other: list[Cell]) -> bool:
        return any(one[place] != other[place] for place in self._several)

    def _below(self, row: Row) -> str:
        """Add a row without title and date to the event above it, if it lies below one and tells more of it."""
        above = self.groups[-1][-1] if self.groups else None
        several = any(row.cells[place] is not None for place in self._several)
        if above is not None and above.number == row.number - 1 and several:
            self.groups[-1].append(row)
            return ""
        return "has neither title nor date; not read: add them, or delete the row"


def _rows(grid: Grid, layout: Layout, words: ListWords, problems: Sink) -> Iterator[Row]:
    """Yield the rows that may be events; totals, sections, repeated headings and notes are told."""
    year = _year_above(grid, layout)
    headings = [grid.rows[row] for row in layout.heading_rows]
    wide = {area.top for area in grid.merges if area.right - area.left > 1}
    years = [column.number for column in layout.of("year")]
    dates = [column for name in ("date", "start_date", "end_date") for column in layout.of(name)]
    crossed = list_status.crossed(grid.rows[layout.first :], layout.of("status"))
    status = list_status.Columns(layout.of("status"), layout.of("title"), dates, {}, crossed)
    titles = {column.number for column in layout.of("title")}
    placed = [column for name in _NEVER_DATES for column in layout.of(name)]
    width = max((column.number for column in layout.columns), default=0) + 1
    section = list_sections.above(grid, layout, words)
    for number in range(layout.first, len(grid.rows)):
        cells = grid.rows[number]
        filled = len(cells) - cells.count(None)
        if not filled:
            continue
        advice = ""
        year = (_year_of(cells, years) if years else None) or year
        if filled == 1 and len(layout.columns) > 2:
            advice, year = _alone(cells, year, is_wide=number in wide, titles=titles)
            section, advice = list_sections.next_one(section, cells, words, advice=advice)
        elif cells in headings:
            advice = "repeats the headings; not read"
        elif is_total(cells, words):
            advice = "is a row of totals; not read"
        else:
            cells = [*cells, *[None] * (width - len(cells))] if len(cells) < width else cells
            section.has_rows = True
            advice = list_status.told(cells, status, words) or _shifted(cells, placed)
            advice = (
                advice or list_sections.told(section, cells, status, words) or _part(cells, status.titles)
            )
        if advice:
            severity = "warning" if "add" in advice or "mend" in advice else "note"
            problems.append(_about(grid, number, cells, advice=advice, severity=severity))
        else:
            for column, said in list_status.unknown(cells, status, words) if status.status else ():
                problems.append(_of_status(grid, number, column, said))
            yield Row(number, cells, year)


def _part(cells: list[Cell], titles: Sequence[Column]) -> str:
    """Return why a row is no event that tells of a part of the one above ("of which online"); nothing for others."""
    for column in titles:
        cell = cells[column.number]
        if isinstance(cell, str) and _OF_WHICH.match(cell):
            return _A_PART
    return ""


_OF_WHICH = re.compile(
    r"\W{0,3}(?:of which|thereof|dont\b|davon|darunter|de (?:los|las) cuales|dos quais|das quais|из них|в том числе)\b",
    re.IGNORECASE,
)
_A_PART = (
    "tells of a part of the event above; not counted by itself: mend its title if it is an event of its own"
)

_NEVER_DATES = ("city", "host_country", "participant_countries")


def _shifted(cells: list[Cell], placed: Sequence[Column]) -> str:
    """Return why a row is not read that holds a day where a city or country belongs; nothing for any other."""
    for column in placed:
        cell = cells[column.number]
        if cell is not None and is_day(cell):
            return _SHIFTED.format(label=column.label, letters=column.letters)
    return ""


_SHIFTED = "seems to be shifted against the headings: {label!r} (column {letters}) holds a date; not read, mend the row"


def _year_of(cells: list[Cell], years: Sequence[int]) -> int | None:
    """Return the year a row's own column names; it holds below too, where people leave the cells under it empty."""
    said = (cells[place] for place in years if place < len(cells))
    return next((year_in(shown(cell)) for cell in said if cell is not None), None)


def _year_above(grid: Grid, layout: Layout) -> int | None:
    """Return the one year that the sheet's name or the rows above its headings name."""
    above = min(layout.heading_rows, default=0)
    said = " ".join(shown(cell) for row in grid.rows[:above] for cell in row if isinstance(cell, str))
    return year_in(grid.sheet) or year_in(said)


def _alone(cells: list[Cell], year: int | None, *, is_wide: bool, titles: set[int]) -> tuple[str, int | None]:
    """Return what a row with one filled cell is, and the year that holds from there on."""
    place, cell = next((place, cell) for place, cell in enumerate(cells) if cell is not None)
    text = shown(cell)
    named = year_in(text)
    if named and len(text) < 30:
        return "heads a section; its year holds for dates below that have none", named
    if is_wide or place not in titles or text.startswith(("*", "Source", "Note", "¹")):
        return "heads a section or is a note; not read", year
    return "has one cell alone; not read as an event: add its date, or delete it", year


def is_total(cells: Sequence[Cell], words: ListWords) -> bool:
    """Return whether a row gives totals: a word for them, and beside it numbers alone."""
    texts: list[str] = []
    for cell in cells:
        if isinstance(cell, str) and not (texts and _COUNT.match(cell)) and not is_number(cell):
            texts.append(cell)
            if len(texts) > 1 or len(cell) > 60:
                return False
    if not texts:
        return False
    first = re.split(r"[\s:]", texts[0], maxsplit=1)[0]
    numbers = [cell for cell in cells if cell is not None and cell is not texts[0]]
    plain = all(isinstance(cell, int | float | str) for cell in numbers)
    return plain and any(words.meaning("total", word) is not None for word in (texts[0], first))


_COUNT = re.compile(r"\d[\d., ]*(?:[^\W\d_]+ ?){0,3}(?:\([^()]*\))?$")
"""A number with what is counted: "2 countries", "432 (200 M, 232 F)"."""

_NUMBER = re.compile(r"[\d\s.,%+-]+")


def is_number(text: str) -> bool:
    """Return whether a text is a number, with or without the signs that stand in one."""
    return _NUMBER.fullmatch(text) is not None
