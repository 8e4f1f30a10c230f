"""The lists an office keeps become records of the codebook, whatever their columns are called.

Every cell ends in a record or in a problem with sheet, row and column. A list that is understood in part gives
what was understood; for each of the other columns one problem asks what it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from loaders import (
    grids,
    headings,
    list_cells,
    list_combined,
    list_countries,
    list_dittos,
    list_doubts,
    list_persons,
    list_rows,
    list_sections,
    mapping,
)
from loaders.grids import Grid, Progress, UnreadableError, Watch, letters, shown, silent, unwatched
from loaders.headings import Column, Layout
from loaders.list_away import Ahead
from loaders.list_dates import DateReader, Order, is_ambiguous, is_swapped, order_of
from loaders.list_groups import group
from loaders.list_rows import SheetEvents
from loaders.list_words import ListWords
from loaders.mapping import ListMapping, SheetMapping
from loaders.problems import Problem, Sink, hand_on
from loaders.vocabulary import Vocabulary

ENDINGS = frozenset({".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm", ".xls", ".ods"})
"""Extensions of lists; what a file is, is told by its content."""


@dataclass(frozen=True)
class Entry:
    """A record out of a list: its values as in events.jsonl, its sheet and row, and the column of each field.

    `where` tells row, letters and heading of the cell a value of a field came from.
    """

    values: dict[str, Any]
    sheet: str
    row: int
    columns: dict[str, str]
    where: Callable[[str, str], tuple[int, str, str]] | None = None


@dataclass(frozen=True)
class SheetAbout:
    """How a sheet was read, for those who ask: heading rows (from 1), columns, events; why not, where it was not."""

    sheet: str
    heading_rows: tuple[int, ...] = ()
    columns: tuple[Column, ...] = ()
    date_order: str = ""
    rows: int = 0
    events: int = 0
    why_not: str = ""


@dataclass(frozen=True)
class Reading:
    """What a list is read with and where its problems go; `about` tells afterwards how each sheet was read."""

    words: ListWords
    vocabulary: Vocabulary
    problems: Sink
    progress: Progress = silent
    about: list[SheetAbout] = field(default_factory=list)
    shares: bool = False
    """Whether a second process may read a part of a long list: it pays where rows of tables are wanted, not records."""
    ahead: Ahead | None = None
    """A second process that has started already."""

    @property
    def watch(self) -> Watch:
        """Who looks at the rows of a text while they are read."""
        return self.ahead.show if self.ahead else unwatched


def read(path: Path, *, name: str, reading: Reading) -> Iterator[Entry]:
    """Yield the records of a list, what is wrong with them told; `name` is how its problems and events call it."""
    for found in sheets(path, name=name, reading=reading):
        found.tell(reading.problems)
        columns = found.columns
        for event, rows in enumerate(found.groups):
            where = partial(found.where, event)
            yield Entry(found.values(event), found.grid.sheet, rows[0].number + 1, columns, where)


def sheets(path: Path, *, name: str, reading: Reading) -> Iterator[SheetEvents]:
    """Yield the events of each sheet of a list; what is wrong with their cells is theirs to tell.

    A file that is no list, or too large, gives one problem and no event.
    """
    known = mapping.read(mapping.path_of(path))
    for value, advice in known.faults:
        place = mapping.path_of(path).name
        reading.problems.append(Problem(name, None, place, value, advice, "error"))
    seen = set()
    filled = False
    try:
        for grid in grids.read(path, name=name, progress=reading.progress, watch=reading.watch):
            seen.add(grid.sheet)
            filled = filled or any(grid.rows)
            yield from _sheet(grid, path, known, reading)
    except (UnreadableError, OSError) as error:
        said = (
            str(error)
            if isinstance(error, UnreadableError)
            else f"cannot be opened ({error.strerror or error})"
        )
        reading.problems.append(Problem(name, None, "file", path.name, said))
        return
    if not filled:
        reading.problems.append(
            Problem(name, None, "file", path.name, "holds no cell; nothing was read", "warning")
        )
    for sheet in known.sheets.keys() - seen:
        advice = "is no sheet of the list; mend the name in the mapping, or take it out"
        reading.problems.append(Problem(name, None, mapping.path_of(path).name, sheet, advice, "warning"))


def _sheet(grid: Grid, path: Path, known: ListMapping, reading: Reading) -> Iterator[SheetEvents]:
    """Yield the events of the tables of a sheet, one below another."""
    hand_on(grid.problems, reading.problems)
    said = known.of(grid.sheet)
    for number, (table, heading_row) in enumerate(_tables(grid, said, reading.words)):
        if number:
            reading.problems.append(
                Problem(grid.file, heading_row, "row", "", _ANOTHER, "warning", sheet=grid.sheet)
            )
        yield from _table(table, path, replace(said, heading_row=heading_row), reading)


_ANOTHER = "heads another table; it was read by its own headings: check that, or give it a sheet of its own"


def _tables(grid: Grid, said: SheetMapping, words: ListWords) -> Iterator[tuple[Grid, int | None]]:
    """Yield the tables of a sheet, each with blank rows in place of the others, and the row of its headings, from 1.

    That of the first is what the mapping says.
    """
    first = headings.find(grid, words, heading_row=said.heading_row - 1 if said.heading_row else None)
    own = [_texts(grid.rows[row]) for row in first.heading_rows] if first else []
    begins = [
        row
        for row in range(first.first + 1 if first else len(grid.rows), len(grid.rows))
        if headings.opens_table(grid.rows[row], words) and _texts(grid.rows[row]) not in own
    ]
    if not begins:
        yield grid, said.heading_row
        return
    starts = [row - list_sections.opens_table(grid.rows[row - 1], words) for row in begins]
    yield replace(grid, rows=grid.rows[: starts[0]]), said.heading_row
    for begin, start, end in zip(begins, starts, [*starts[1:], len(grid.rows)], strict=True):
        blank: list[list[grids.Cell]] = [[] for _ in range(start)]
        yield replace(grid, rows=[*blank, *grid.rows[start:end]]), begin + 1


def _texts(row: list[grids.Cell]) -> list[str]:
    return [shown(cell).casefold() for cell in row if cell is not None]


def _table(grid: Grid, path: Path, said: SheetMapping, reading: Reading) -> Iterator[SheetEvents]:
    layout = find_layout(grid, said, reading)
    if layout is None:
        if any(grid.rows):
            advice = _why_not(grid)
            reading.about.append(SheetAbout(grid.sheet, rows=len(grid.rows), why_not=advice))
            reading.problems.append(
                Problem(grid.file, 1, "sheet", _opening(grid), advice, "warning", sheet=grid.sheet)
            )
        return
    if advice := list_persons.refusal(grid, layout):
        yield from _refused(grid, advice, reading)
        return
    columns = layout.columns
    hand_on(_of_columns(grid, layout, mapping.path_of(path).name), reading.problems)
    hand_on(list_doubts.of_notes(grid, layout, reading.words), reading.problems)
    grid = list_dittos.filled(grid, layout, reading.words, reading.problems)
    grid, layout = list_combined.parted(grid, layout, reading.problems)
    order, doubts = _order(grid, layout, said, reading)
    groups = group(grid, layout, reading.words, reading.problems)
    heading_rows = tuple(row + 1 for row in layout.heading_rows)
    reading.about.append(
        SheetAbout(grid.sheet, heading_rows, columns, order, rows=len(grid.rows), events=len(groups))
    )
    if not groups:
        advice = "has headings and no event below them that could be read; add rows, or take the list away"
        reading.problems.append(Problem(grid.file, None, "sheet", "", advice, "warning", sheet=grid.sheet))
        return
    reading.progress(f"{grid.file}: events found", len(groups))
    doubts |= list_doubts.of_people(grid, layout)
    dates = DateReader(order, since_1904=grid.since_1904)
    with list_rows.read(grid, layout, groups, about=reading, dates=dates, doubts=doubts) as found:
        yield found


def _refused(grid: Grid, advice: str, reading: Reading) -> Iterator[SheetEvents]:
    """Tell why a sheet is not read; it has no events."""
    reading.about.append(SheetAbout(grid.sheet, rows=len(grid.rows), why_not=advice))
    reading.problems.append(Problem(grid.file, None, "sheet", "", advice, "error", sheet=grid.sheet))
    return iter(())


def _opening(grid: Grid) -> str:
    """Return the first row that holds something, as a person would recognise it."""
    row = next(row for row in grid.rows if any(cell is not None for cell in row))
    return list_persons.masked(" | ".join(shown(cell) for cell in row if cell is not None))[:300]


def _why_not(grid: Grid) -> str:
    filled = sum(any(cell is not None for cell in row) for row in grid.rows)
    if filled < 2:
        return "holds a row of headings at most; no event was read"
    return (
        f"is no table of events that is understood: no row of the first {headings.DEEPEST} names a title, date or "
        "place and one thing more; write headings as in list_headings.csv, or name the columns in a mapping"
    )


def find_layout(grid: Grid, said: SheetMapping, reading: Reading) -> Layout | None:
    """Return how a sheet is laid out: as its mapping says, by its headings, by what its columns hold."""
    row = said.heading_row - 1 if said.heading_row else None
    named = dict(said.columns)
    layout = headings.find(grid, reading.words, heading_row=row)
    tests = _tests()
    if layout is None and named:
        layout = _named_row(grid, reading.words, named)
    if layout is None:
        layout = headings.without_headings(grid, reading.words, tests)
        return _told_country(grid, layout, reading) if layout else None
    fixed = {column.label: named.pop(column.label) for column in layout.columns if column.label in named}
    for label in named:
        advice = f"is no heading of {'sheet ' + repr(grid.sheet) if grid.sheet else 'the list'}; mend it in the mapping"
        reading.problems.append(
            Problem(grid.file, None, "mapping", label, advice, "warning", sheet=grid.sheet)
        )
    columns = [
        replace(column, field=fixed[column.label], found="mapping") if column.label in fixed else column
        for column in layout.columns
    ]
    settled = headings.by_content(grid, replace(layout, columns=tuple(columns)), reading.words, tests)
    settled = list_combined.settled(list_persons.settled(grid, settled, reading.words))
    settled = replace(settled, columns=(*settled.columns, *_bare(grid, settled)))
    return _told_country(grid, settled, reading)


def _named_row(grid: Grid, words: ListWords, named: dict[str, str]) -> Layout | None:
    """Return the layout whose headings are those a mapping names, where no other heading is known."""
    for row in range(min(headings.DEEPEST, len(grid.rows))):
        texts = {grids.folded(shown(cell)) for cell in grid.rows[row]}
        if texts & named.keys():
            return headings.find(grid, words, heading_row=row)
    return None


def _bare(grid: Grid, layout: Layout) -> list[Column]:
    """Return columns that hold cells below no heading."""
    headed = {column.number for column in layout.columns}
    width = max((len(row) for row in grid.rows[layout.first :]), default=0)
    return [
        Column(place, f"column {letters(place)}")
        for place in range(width)
        if place not in headed
        and any(place < len(row) and row[place] is not None for row in grid.rows[layout.first :])
    ]


def _tests() -> headings.Tests:
    dates = DateReader("dmy")
    return headings.Tests(
        is_country=lambda text: list_countries.country(text) is not None,
        are_countries=list_countries.are_countries,
        is_date=lambda text: len(text) < 200 and dates.span(text) is not None,
        is_headcount=list_cells.is_headcount,
    )


# A column of countries: the host's or those who took part?


def _told_country(grid: Grid, layout: Layout, reading: Reading) -> Layout:
    """Return the layout with the meaning of a column "Country" found out by its rows, and told."""
    columns = list(layout.columns)
    for place, column in enumerate(columns):
        if column.field == "country":
            name, why = _role_of_country(grid, layout, column)
            found = "content" if column.found == "content" else "rows"
            columns[place] = replace(column, field=name, found=found)
            advice = f"was read as {_ROLES[name]}, because {why}; if it is the other, say so in a mapping"
            if headings.sample(grid, layout, column.number):
                reading.problems.append(_about_column(grid, column, advice, "note"))
    return replace(layout, columns=tuple(columns))


_ROLES = {"host_country": "the country it was held in", "participant_countries": "countries that took part"}


def _role_of_country(grid: Grid, layout: Layout, column: Column) -> tuple[str, str]:
    """Return host or participants, and why."""
    if layout.of("host_country"):
        return "participant_countries", "another column names the host"
    if any(other.found == "heading" for other in layout.of("participant_countries")):
        return "host_country", "another column names the countries that took part"
    why = _why_guests(grid, layout, column)
    return ("participant_countries", why) if why else ("host_country", "each event has one country")


def _why_guests(grid: Grid, layout: Layout, column: Column) -> str:
    """Return what shows that a column of countries names those that took part; nothing where nothing does."""
    place = layout.of("place")
    if place and _name_countries(headings.sample(grid, layout, place[0].number)):
        return "another column names the place with its country"
    if _repeats(grid, layout, column):
        return "rows of one event differ in it"
    cells = [shown(cell) for cell in headings.sample(grid, layout, column.number)]
    if sum(len(list_countries.named_countries(text)) > 1 for text in cells if len(text) < 2000) * 20 > len(
        cells
    ):
        return "cells name several countries"
    if layout.of("city") and column.label.casefold().rstrip(" :").endswith(_PLURALS):
        return "its heading is plural"
    return ""


def _name_countries(places: list[Any]) -> bool:
    """Return whether at least half of the places have a country behind a comma."""
    return headings.share(places, lambda text: "," in text) >= _HALF


_HALF = 0.5

_PLURALS = ("countries", "states", "países", "страны", "государства")


def _repeats(grid: Grid, layout: Layout, column: Column) -> bool:
    """Return whether rows with the same title and date name different countries."""
    keys = [column.number for name in ("id", "title", "date", "start_date") for column in layout.of(name)]
    titles = [column.number for column in layout.of("title")]
    seen: dict[tuple[Any, ...], Any] = {}
    for row in grid.rows[layout.first :]:
        cell = row[column.number] if column.number < len(row) else None
        key = tuple(row[place] if place < len(row) else None for place in keys)
        has_title = any(place < len(row) and row[place] is not None for place in titles)
        if cell is not None and has_title and None not in key and seen.setdefault(key, cell) != cell:
            return True
        if cell is not None and keys and not any(part is not None for part in key):
            return True
    return False


# Dates


def _order(
    grid: Grid, layout: Layout, said: SheetMapping, reading: Reading
) -> tuple[str, list_doubts.Doubts]:
    """Return the order of day and month in a sheet, and the dates that are asked about as it writes both orders.

    It is told where nothing decides it, and where two values differ.
    """
    dated = _dated(layout)
    for column in dated:
        cells = [row[column.number] for row in grid.rows[layout.first :] if column.number < len(row)]
        if is_swapped(cells):
            reading.problems.append(_about_column(grid, column, _SWAPPED, "warning"))
    if named := _named_order(layout, said):
        return named, {}
    found = _found_order(grid, layout)
    if found is None:
        return "dmy", {}
    if not found.decided:
        advice = (
            "has dates like 03/04/2019 of which nothing tells whether the day or the month comes first; the day was "
            'taken: write date_order = "mdy" into the mapping if it is the month'
        )
        reading.problems.append(_about_column(grid, dated[0], advice, "warning"))
    else:
        hand_on(_settled_elsewhere(grid, layout, found), reading.problems)
    for value in found.against[:20]:
        advice = "has day and month in another order than the rest of its column; check both dates"
        reading.problems.append(replace(_about_column(grid, dated[0], advice, "warning"), value=value))
    return found.name, list_doubts.of_days(grid, layout) if found.against else {}


def _settled_elsewhere(grid: Grid, layout: Layout, found: Order) -> Iterator[Problem]:
    """Yield a problem for each column of dates whose order of day and month only another column tells."""
    for column in _dated(layout):
        cells = [row[column.number] for row in grid.rows[layout.first :] if column.number < len(row)]
        own = order_of(cells)
        if own and not own.decided:
            value = next(cell for cell in cells if isinstance(cell, str) and is_ambiguous(cell))
            advice = _ELSEWHERE.format(first="day" if found.name == "dmy" else "month")
            yield replace(_about_column(grid, column, advice, "warning"), value=value)


_ELSEWHERE = (
    "has dates of which only another column tells whether the day or the month comes first; the {first} was taken: "
    "check them, and say date_order in a mapping where it is wrong"
)


def _dated(layout: Layout) -> list[Column]:
    return [column for name in ("date", "start_date", "end_date") for column in layout.of(name)]


def _named_order(layout: Layout, said: SheetMapping) -> str:
    """Return the order that the mapping or a heading names."""
    return said.date_order or next((column.order for column in _dated(layout) if column.order), "")


def _found_order(grid: Grid, layout: Layout) -> Order | None:
    """Return the order that the dates of a sheet show."""
    return order_of(
        row[column.number]
        for column in _dated(layout)
        for row in grid.rows[layout.first :]
        if column.number < len(row)
    )


_SWAPPED = (
    "has dates that a spreadsheet program recognised, all with a day up to 12, and texts, all with a day over 12: "
    "day and month of the recognised ones are probably exchanged; check them against the source"
)


# What is told of columns


def _about_column(grid: Grid, column: Column, advice: str, severity: str) -> Problem:
    place = column.letters
    return Problem(grid.file, None, column.label, "", advice, severity, sheet=grid.sheet, column=place)


def _of_columns(grid: Grid, layout: Layout, remembered: str) -> Iterator[Problem]:
    """Yield a problem for each column that is not read, or is by a guess, and for each row above the headings."""
    for column in layout.columns:
        if not _advice(column, 0, remembered)[0]:
            continue
        filled = [
            (number, row[column.number])
            for number, row in enumerate(grid.rows[layout.first :], start=layout.first + 1)
            if column.number < len(row) and row[column.number] is not None
        ]
        advice, severity = _advice(column, len(filled), remembered)
        if filled:
            examples = list_persons.examples([cell for _, cell in filled], column)
            yield replace(_about_column(grid, column, advice, severity), value=examples, row=filled[0][0])
    above = min(layout.heading_rows, default=layout.first)
    for number, row in enumerate(grid.rows[:above]):
        said = list_persons.told_of(row)
        if said:
            yield Problem(
                grid.file,
                number + 1,
                "row",
                said,
                "stands above the headings; not read",
                "note",
                sheet=grid.sheet,
            )


def _advice(column: Column, cells: int, remembered: str) -> tuple[str, str]:
    """Return what is to be told of a column, and how severe it is; nothing of one that is read."""
    count = f"{cells:,} cell{'s' if cells > 1 else ''} not read"
    if column.found == "again":
        return f"seems to hold what another column holds; {count}: say what it is in {remembered}", "warning"
    if not column.field:
        return f"is not understood; {count}: what does it hold? Say so in {remembered}", "warning"
    if column.found == "content":
        return (
            f"was taken for {_meaning(column.field)} by what it holds; confirm it in {remembered}",
            "warning",
        )
    unread = {
        "number": f"numbers the rows; {count}",
        "unkept": f"has no field in the Atlas; {count}",
        "contact": f"tells whom to ask, which the Atlas does not keep; {count}",
        "person": f"holds data of persons, which the Atlas does not keep; {count}",
        "ignore": f"is left out, as {remembered} says; {count}",
    }
    return (unread[column.field], "note") if column.field in unread else ("", "")


def _meaning(name: str) -> str:
    from loaders.list_words import FIELDS

    return f"'{name}' ({FIELDS[name]})"
