"""The parts of records: what the cells of a section of the columns give, and the rows that it makes of the tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from loaders import list_people, list_subjects, list_when_where, list_who
from loaders.columns import Codes
from loaders.fields import Fields, Report
from loaders.grids import Cell
from loaders.headings import Column, Layout
from loaders.list_dates import DATES, Fault
from loaders.list_desk import At, Desk, Got, Near, Values, near
from loaders.list_groups import Row, getter
from loaders.problems import Problem
from loaders.records import RECORD_TABLES, Cells, Tidy

Faults = tuple[tuple[int, Column, Fault], ...]
"""What is wrong with the cells of an event: in which of its rows, in which column, what."""


class Section(NamedTuple):
    """Columns that are read together: what takes their cells out of a row, what reads them, beside what."""

    name: str
    columns: tuple[Column, ...]
    cells: Callable[[list[Cell]], Any]
    read: Callable[[Desk, Got, Near], Values]
    beside: Literal["nothing", "year", "host"]
    alone: Alone | None


Alone = Callable[[Desk, Cell, int | None], Values | None]

_ALONE: dict[str, Alone] = {
    "date": list_when_where.day,
    "title": list_when_where.title,
    "participant_countries": list_who.took_part,
    "url": list_subjects.link,
}
"""What reads the usual cell of a field whose column is the only one of its section; it hands back any other."""

_SECTIONS: dict[
    str, tuple[tuple[str, ...], Callable[[Desk, Got, Near], Values], Literal["nothing", "year", "host"]]
] = {
    "texts": (("title", "summary"), list_when_where.texts, "nothing"),
    "when": (DATES, list_when_where.when, "year"),
    "where": (("place", "city", "host_country"), list_when_where.where, "nothing"),
    "choices": (("format", "mode"), list_subjects.choices, "nothing"),
    "countries": (list_who.COUNTRIES, list_who.countries, "nothing"),
    "organisers": (("organisers",), list_who.bodies, "host"),
    "partners": (("partners",), list_who.bodies, "host"),
    "sent": (("participant_organisations", "expert_organisations"), list_who.bodies, "nothing"),
    "paid": (("funder_countries", "funders"), list_who.paid, "nothing"),
    "people": (("participants", "women", "men"), list_people.people, "nothing"),
    "topics": (("topics",), list_subjects.topics, "nothing"),
    "audiences": (("audiences",), list_subjects.audiences, "nothing"),
    "about": (("programmes", "outcomes", "series", "series_number"), list_subjects.about, "nothing"),
    "sources": (("url", "publisher", "published", "language"), list_subjects.sources, "nothing"),
}
"""What is read together, in this order: who came is read with the host in mind."""


def sections(layout: Layout) -> Iterator[Section]:
    """Yield the sections that a sheet has columns of."""
    for name, (fields, reads, beside) in _SECTIONS.items():
        columns = tuple(column for column in layout.columns if column.field in fields)
        if columns:
            cells = getter([column.number for column in columns])
            alone = _ALONE.get(columns[0].field) if len(columns) == 1 else None
            yield Section(name, columns, cells, reads, beside, alone)


def read_all(
    section: Section, events: Iterable[Sequence[Row]], hosts: Iterable[str | None], desk: Desk
) -> tuple[list[Values], dict[int, Faults]]:
    """Return the part of each event, beside its host, and what is wrong with the cells of a part by its number."""
    parts: list[Values] = []
    told: dict[int, Faults] = {}
    for rows, host in zip(events, hosts, strict=True):
        values, faults = read(section, rows, host, desk)
        if faults:
            told[len(parts)] = faults
        parts.append(values)
    return parts, told


def read(section: Section, rows: Sequence[Row], host: str | None, desk: Desk) -> tuple[Values, Faults]:
    """Return what a section gives for an event, and what is wrong with its cells."""
    if section.alone and len(rows) == 1:
        column, row = section.columns[0], rows[0]
        cell = row.cells[column.number]
        if not desk.refusal(column, cell) and (values := section.alone(desk, cell, row.year)) is not None:
            return values, ()
    desk.faults = []
    values = section.read(desk, desk.cells(rows, section.columns), near(rows[0].year, host))
    return values, _told(desk.faults, rows) if desk.faults else ()


def _told(faults: Iterable[tuple[At, Fault]], rows: Sequence[Row]) -> Faults:
    """Return faults with their row as its place in the event, for the events that have the same cells."""
    places = {row.number: place for place, row in enumerate(rows)}
    return tuple((places[at.row], at.column, fault) for at, fault in faults)


@dataclass(frozen=True)
class Known:
    """The rows of parts, by table and column, and what the reader of records finds wrong with each part."""

    rows: dict[str, dict[str, Any]]
    faults: dict[int, tuple[Problem, ...]]


_LISTS = frozenset({"countries", "organisations", "topics", "audiences", "programmes", "outcomes", "sources"})
"""Fields of a record that have a table of their own; all others are cells of its event."""


class Sheet(NamedTuple):
    """Where parts stand: file and sheet, and the letters of the column of each field."""

    file: str
    sheet: str
    columns: dict[str, str]


def known(parts: Sequence[Values], sheet: Sheet, tidy: Tidy) -> Known:
    """Return what the reader of records makes of parts, each as an event of its own.

    New names are known to `tidy` from then on; its rows stay as they are.
    """
    other = tidy.beside()
    problems: list[Problem] = []
    report = Report(sheet.file, 0, problems, sheet=sheet.sheet, columns=sheet.columns)
    names = {name for part in parts for name in part}
    takes = other.listed if names <= _LISTS else other.described
    if names == {"countries"}:
        takes = _Countries(other).take
    faults: dict[int, tuple[Problem, ...]] = {}
    for number, part in enumerate(parts):
        takes(Fields(part, report))
        if problems:
            faults[number] = tuple(problems)
            problems.clear()
    rows = {table: other.rows[table].columns for table in RECORD_TABLES}
    told = {name: cells for name, cells in rows["events"].items() if name == "event_id" or _says(cells)}
    return Known(rows | {"events": told}, faults)


class _Countries:
    """Reads parts that have countries alone; a country that is the same object was read before.

    That can be told while the parts are there, and thousands of parts name the same countries.
    """

    def __init__(self, tidy: Tidy) -> None:
        self._tidy = tidy
        self._known: dict[int, Cells | None] = {}

    def take(self, record: Fields) -> None:
        """Read a part."""
        entries = record.values.get("countries", ())
        found = [self._known.get(id(entry)) for entry in entries]
        if None in found:
            self._tidy.listed(record)
            self._known.update((id(entry), self._tidy.country_cells(entry)) for entry in entries)
        else:
            self._tidy.placed(cells for cells in found if cells)


def _says(cells: Any) -> bool:
    """Return whether a column says something of an event; none is a flag that is not set."""
    return (
        len(cells.known) > 1
        if isinstance(cells, Codes)
        else any(cell is not None and cell is not False for cell in cells)
    )
