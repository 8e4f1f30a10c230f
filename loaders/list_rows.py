"""The events that the rows of a sheet make, read column by column: each different content once.

What stands in the cells of a section (when, where, who came ...) is a part of a record; the events of the sheet
share their parts, as a list repeats its days, places and bodies.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, Protocol

from loaders import list_people, list_subjects, list_when_where, list_who
from loaders.grids import Cell, Grid
from loaders.headings import Column, Layout
from loaders.list_dates import DATES, DateReader, Fault
from loaders.list_desk import At, Desk, Got, Near, Values, near
from loaders.list_doubts import Doubts
from loaders.list_groups import Row, getter
from loaders.list_ids import NAMING, Ids, event_slug
from loaders.list_places import Cities, city_key
from loaders.list_words import ListWords
from loaders.problems import Problem, Sink
from loaders.vocabulary import Vocabulary

__all__ = ["About", "SheetEvents", "Shelf", "cities_of", "event_slug", "read"]


class About(Protocol):
    """The vocabulary that a list is read with."""

    @property
    def words(self) -> ListWords:
        """Words of lists."""

    @property
    def vocabulary(self) -> Vocabulary:
        """Codes and names."""


Faults = tuple[tuple[int, Column, Fault], ...]
"""What is wrong with the cells of an event: in which of its rows, in which column, what."""


class Shelf(NamedTuple):
    """The parts of records that a section of the columns gave, faults by part, and the part of each event."""

    name: str
    parts: list[Values]
    faults: dict[int, Faults]
    of_event: array[int]


@dataclass(frozen=True)
class SheetEvents:
    """The events of a sheet: the rows of each, their ids, and the shelves their parts stand on."""

    grid: Grid
    groups: Sequence[list[Row]]
    ids: Sequence[str]
    shelves: list[Shelf]
    columns: dict[str, str]

    def values(self, event: int) -> Values:
        """Return the record of an event."""
        values: Values = {}
        for shelf in self.shelves:
            for name, value in shelf.parts[shelf.of_event[event]].items():
                joins = name in _JOINED and name in values
                values[name] = [*values[name], *value] if joins else value
        values["id"] = self.ids[event]
        return values

    def tell(self, problems: Sink) -> None:
        """Tell what is wrong with the cells, event by event, with sheet, row and column."""
        faulty = [shelf for shelf in self.shelves if shelf.faults]
        for event, rows in enumerate(self.groups):
            for shelf in faulty:
                for place, column, fault in shelf.faults.get(shelf.of_event[event], ()):
                    problems.append(self._problem(rows[place], column, fault, self.ids[event]))

    def _problem(self, row: Row, column: Column, fault: Fault, event_id: str) -> Problem:
        place = column.letters
        return Problem(
            self.grid.file,
            row.number + 1,
            column.label,
            *fault,
            event_id,
            sheet=self.grid.sheet,
            column=place,
        )


_JOINED = frozenset({"countries", "organisations"})
"""Fields to which several sections add."""


def read(
    grid: Grid,
    layout: Layout,
    groups: Sequence[list[Row]],
    *,
    about: About,
    dates: DateReader,
    doubts: Doubts,
) -> SheetEvents:
    """Return the events of a sheet, each different content of a section read once."""
    list_name = grid.file.rpartition("/")[2]
    partial = not all(any(map(layout.of, fields)) for fields in _WHOLE)
    desk = Desk(about.words, about.vocabulary, dates, cities_of(about.vocabulary), list_name, partial, doubts)
    shelves: list[Shelf] = []
    hosts: list[str | None] = [None] * len(groups)
    for section in _sections(layout):
        shelves.append(_shelf(section, groups, hosts, desk))
        if section.name == "where":
            hosts = _of_each(shelves[-1], "host_country")
    if not any(shelf.name == "sources" for shelf in shelves):
        listed = {"sources": [_LIST | {"publisher": list_name, "partial": partial}]}
        shelves.append(Shelf("sources", [listed], {}, array("i", bytes(4 * len(groups)))))
    ids = Ids(layout, groups, list_name=list_name)
    return SheetEvents(grid, groups, _ids(ids, groups, shelves), shelves, columns_of_fields(layout))


_WHOLE = (("participant_countries", "country_mark"), ("organisers",), ("funders", "funder_countries"))
"""What a list has columns for that tells who came, who organised and who paid: in any other they may be missing."""


def _of_each(shelf: Shelf, name: str) -> list[Any]:
    """Return the value of a field for each event; None where it has none."""
    values = [part.get(name) for part in shelf.parts]
    return [values[number] for number in shelf.of_event]


def _ids(ids: Ids, groups: Sequence[list[Row]], shelves: Sequence[Shelf]) -> list[str]:
    """Return an id for each event."""
    named: dict[str, list[Any]] = {name: [None] * len(groups) for name in NAMING}
    for shelf in shelves:
        for name in named:
            if any(name in part for part in shelf.parts):
                named[name] = _of_each(shelf, name)
    said = zip(*named.values(), strict=True)
    return [ids.of(rows, fields) for rows, fields in zip(groups, said, strict=True)]


class _Section(NamedTuple):
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

_LIST = {"url": None, "published": None, "language": None}
"""The source of an event whose row names no announcement."""


def _sections(layout: Layout) -> Iterator[_Section]:
    for name, (fields, reads, beside) in _SECTIONS.items():
        columns = tuple(column for column in layout.columns if column.field in fields)
        if columns:
            cells = getter([column.number for column in columns])
            alone = _ALONE.get(columns[0].field) if len(columns) == 1 else None
            yield _Section(name, columns, cells, reads, beside, alone)


def _shelf(section: _Section, groups: Sequence[list[Row]], hosts: Sequence[str | None], desk: Desk) -> Shelf:
    """Return the parts of a section: cells that stood together before are not read again."""
    keys = _keys(section, groups, hosts)
    order = range(len(keys))
    firsts = dict(zip(reversed(keys), reversed(order), strict=True))
    numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    shelf = Shelf(section.name, [], {}, array("i", map(numbers.__getitem__, keys)))
    for key, number in numbers.items():
        event = firsts[key]
        values, faults = _read(section, groups[event], hosts[event], desk)
        shelf.parts.append(values)
        if faults:
            shelf.faults[number] = faults
    return shelf


def _keys(section: _Section, groups: Sequence[list[Row]], hosts: Sequence[str | None]) -> Sequence[Hashable]:
    """Return what the part of each event depends on: its cells, and what they are read beside."""
    keys: list[Hashable] = [section.cells(rows[0].cells) for rows in groups]
    for event, rows in enumerate(groups):
        if len(rows) > 1:
            keys[event] = (len(rows), *[section.cells(row.cells) for row in rows])
    if section.beside == "nothing":
        return keys
    beside = hosts if section.beside == "host" else [rows[0].year for rows in groups]
    return list(zip(keys, beside, strict=True))


def _read(section: _Section, rows: list[Row], host: str | None, desk: Desk) -> tuple[Values, Faults]:
    """Return what a section gives for an event, and what is wrong with its cells."""
    if section.alone and len(rows) == 1:
        column = section.columns[0]
        cell = rows[0].cells[column.number]
        desk.faults = []
        asked = desk.asked(At(rows[0].number, column, cell))
        values = None if asked else section.alone(desk, cell, rows[0].year)
        if values is not None:
            return values, ()
    desk.faults = []
    values = section.read(desk, desk.cells(rows, section.columns), near(rows[0].year, host))
    return values, _told(desk.faults, rows) if desk.faults else ()


def _told(faults: list[tuple[At, Fault]], rows: list[Row]) -> Faults:
    """Return faults with their row as its place in the event, for the events that have the same cells."""
    places = {row.number: place for place, row in enumerate(rows)}
    return tuple((places[at.row], at.column, fault) for at, fault in faults)


_FIELD_OF = {
    "place": "city",
    "funder_countries": "countries",
    "participant_countries": "countries",
    "expert_countries": "countries",
    "organisers": "organisations",
    "partners": "organisations",
    "participant_organisations": "organisations",
    "expert_organisations": "organisations",
    "funders": "organisations",
    "date": "start_date",
    "url": "sources",
    "women": "participants",
    "men": "participants",
}


def columns_of_fields(layout: Layout) -> dict[str, str]:
    """Return the column of each field of a record, for problems that are found in the record."""
    columns: dict[str, str] = {}
    for column in layout.columns:
        if column.field:
            columns.setdefault(_FIELD_OF.get(column.field, column.field), column.letters)
    return columns


def cities_of(vocabulary: Vocabulary) -> Cities:
    """Return the cities of cities.csv by the key of their name."""
    found: Cities = {}
    for name, iso3 in vocabulary.cities:
        found.setdefault(city_key(name), []).append((name, iso3))
    return found
