"""The parts of records: what the cells of a section of the columns give, and the rows that it makes of the tables."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
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


Alone = Callable[[Desk, Cell, Near], Values | None]

_ALONE: dict[str, Alone] = {
    "date": list_when_where.day,
    "title": list_when_where.title,
    "participant_countries": list_who.took_part,
    "organisers": list_who.plain_organisers,
    "partners": list_who.plain_partners,
    "topics": list_subjects.known_topics,
    "audiences": list_subjects.known_audiences,
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
    section: Section,
    events: Iterable[Sequence[Row]],
    hosts: Iterable[str | None],
    desk: Desk,
    *,
    before: Iterable[Values | None] = itertools.repeat(None),
) -> tuple[list[Values], dict[int, Faults]]:
    """Return the part of each event, beside its host, and what is wrong with the cells of a part by its number.

    `before` has the parts that were read before; the rows of their events are not looked at.
    """
    parts: list[Values] = []
    told: dict[int, Faults] = {}
    for rows, host, known in zip(events, hosts, before, strict=False):
        if known is not None:
            parts.append(known)
            continue
        values, faults = read(section, rows, host, desk)
        if faults:
            told[len(parts)] = faults
        parts.append(values)
    return parts, told


def read(section: Section, rows: Sequence[Row], host: str | None, desk: Desk) -> tuple[Values, Faults]:
    """Return what a section gives for an event, and what is wrong with its cells."""
    beside = near(rows[0].year, host)
    if len(rows) == 1 and (values := usual(section, rows[0].cells[section.columns[0].number], beside, desk)):
        return values, ()
    desk.faults = []
    values = section.read(desk, desk.cells(rows, section.columns), beside)
    return values, _told(desk.faults, rows) if desk.faults else ()


def usual(section: Section, cell: Cell, beside: Near, desk: Desk) -> Values | None:
    """Return the part of an event that a usual cell of the only column of a section gives; nothing for any other."""
    if section.alone is None or desk.refusal(section.columns[0], cell):
        return None
    return section.alone(desk, cell, beside)


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
    if len(names) == 1 and names <= _REPEATED:
        takes = _Repeated(other, *names).take
    elif names == {"sources"}:
        takes = partial(_take_sources, other)
    faults: dict[int, tuple[Problem, ...]] = {}
    for number, part in enumerate(parts):
        takes(Fields(part, report))
        if problems:
            faults[number] = tuple(problems)
            problems.clear()
    rows = {table: other.rows[table].columns for table in RECORD_TABLES}
    told = {name: cells for name, cells in rows["events"].items() if name == "event_id" or _says(cells)}
    return Known(rows | {"events": told}, faults)


_REPEATED = frozenset({"countries", "organisations"})
"""Lists whose entries are the same objects in many parts."""


def _take_sources(tidy: Tidy, record: Fields) -> None:
    """Read a part that has sources alone; of one that tells no more than an address there is nothing to find out."""
    if not record.values:
        tidy.placed("sources", [])
        return
    source, *others = record.values["sources"]
    url = source["url"]
    tells_more = source["publisher"] or source["published"] or source["language"]
    if others or tells_more or not url or not url.startswith(("https://", "http://")):
        tidy.listed(record)
    else:
        tidy.placed("sources", [(url, None, None, None, source["partial"], None)])


class _Repeated:
    """Reads parts that have one list alone; an entry that is the same object was read before.

    That can be told while the parts are there, and thousands of parts name the same countries and bodies.
    """

    def __init__(self, tidy: Tidy, field: str) -> None:
        self._tidy, self._field = tidy, field
        self._known: dict[int, Cells | None] = {}

    def take(self, record: Fields) -> None:
        """Read a part."""
        entries = record.values.get(self._field, ())
        rows = [cells for entry in entries if (cells := self._known.get(id(entry)))]
        if len(rows) < len(entries):
            self._tidy.listed(record)
            self._known.update((id(entry), self._tidy.cells_of(self._field, entry)) for entry in entries)
        else:
            self._tidy.placed(self._field, rows)


def _says(cells: Any) -> bool:
    """Return whether a column says something of an event; none is a flag that is not set."""
    return (
        len(cells.known) > 1
        if isinstance(cells, Codes)
        else any(cell is not None and cell is not False for cell in cells)
    )
