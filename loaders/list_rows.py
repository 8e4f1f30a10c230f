"""The events that the rows of a sheet make, read column by column: each different content once.

What stands in the cells of a section (when, where, who came ...) is a part of a record; the events of the sheet
share their parts, as a list repeats its days, places and bodies.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Any, NamedTuple, Protocol

import numpy as np

from loaders import list_away, list_parts
from loaders.fields import root
from loaders.grids import Cell, Grid, shown
from loaders.headings import Column, Layout
from loaders.list_away import Ahead, Asked, Away
from loaders.list_dates import DateReader, Fault
from loaders.list_desk import Desk, Values
from loaders.list_doubts import Doubts
from loaders.list_groups import Row
from loaders.list_ids import NAMING, Ids, event_slug
from loaders.list_parts import Faults, Section, Sheet
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

    @property
    def shares(self) -> bool:
        """Whether a second process may read a part of a long list."""

    @property
    def ahead(self) -> Ahead | None:
        """A second process that has started already."""


class Shelf(NamedTuple):
    """The parts of records that a section of the columns gave, faults by part, and the part of each event.

    It has no parts where a second process reads the section.
    """

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
    fields: dict[str, list[Column]]
    """The columns of each field of a record."""
    away: Away | None = None
    """What a second process reads."""

    @property
    def columns(self) -> dict[str, str]:
        """The letters of the first column of each field of a record."""
        return {name: columns[0].letters for name, columns in self.fields.items()}

    @property
    def sheet(self) -> Sheet:
        """Where the events stand."""
        return Sheet(self.grid.file, self.grid.sheet, self.columns)

    def values(self, event: int) -> Values:
        """Return the record of an event."""
        values: Values = {}
        for shelf in self.shelves:
            for name, value in self._part(shelf, event, values.get("host_country")).items():
                joins = name in _JOINED and name in values
                values[name] = [*values[name], *value] if joins else value
        values["id"] = self.ids[event]
        return values

    def _part(self, shelf: Shelf, event: int, host: str | None) -> Values:
        if self.away and not shelf.parts:
            return self.away.part(shelf.name, self.groups[event], host)
        return shelf.parts[shelf.of_event[event]]

    def tell(self, problems: Sink) -> None:
        """Tell what is wrong with the cells, event by event, with sheet, row and column."""
        told = [
            (event, number, shelf.faults[part])
            for number, shelf in enumerate(self.shelves)
            if shelf.faults
            for event, part in enumerate(shelf.of_event)
            if part in shelf.faults
        ]
        for event, _, faults in sorted(told, key=itemgetter(0, 1)):
            for place, column, fault in faults:
                problems.append(self._problem(self.groups[event][place], column, fault, self.ids[event]))

    def where(self, event: int, field: str, value: str) -> tuple[int, str, str]:
        """Return row (from 1), letters and heading of the cell that a value of a field came from.

        It is the first that names the value by itself, else among others, else the first that is filled.
        """
        found = [
            (row, column, shown(row.cells[column.number]))
            for row in self.groups[event]
            for column in self.fields[root(field)]
            if row.cells[column.number] is not None
        ]
        row, column, _ = next(
            (each for names in _NAMES for each in found if names(value.casefold(), each[2].casefold())),
            found[0] if found else (self.groups[event][0], self.fields[root(field)][0], ""),
        )
        return row.number + 1, column.letters, column.label

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


def _is_piece(value: str, text: str) -> bool:
    return value in map(str.strip, _BETWEEN.split(text))


def _is_in(value: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(value)}(?!\w)", text) is not None


_NAMES = (_is_piece, _is_in)
"""How a cell may name a value, in small letters; the surest way first."""

_BETWEEN = re.compile(r"[;,|/\n•]")

_JOINED = frozenset({"countries", "organisations"})
"""Fields to which several sections add."""


@contextmanager
def read(
    grid: Grid,
    layout: Layout,
    groups: Sequence[list[Row]],
    *,
    about: About,
    dates: DateReader,
    doubts: Doubts,
) -> Iterator[SheetEvents]:
    """Give the events of a sheet, each different content of a section read once."""
    list_name = grid.file.rpartition("/")[2]
    partial = not all(any(map(layout.of, fields)) for fields in _WHOLE)
    desk = Desk(about.words, about.vocabulary, dates, cities_of(about.vocabulary), list_name, partial, doubts)
    fields = columns_of_fields(layout)
    sheet = Sheet(grid.file, grid.sheet, {name: columns[0].letters for name, columns in fields.items()})
    sections = list(list_parts.sections(layout))
    far = {section.name for section in list_away.of(sections, len(groups))} if about.shares else set()
    events = _Events.of(groups)
    held = [_shelf(section, events, desk) for section in sections if section.name == "where"]
    events = replace(events, hosts=_of_each(held[0], "host_country")) if held else events
    asked = [_asked(section, events) for section in sections if section.name in far]
    with list_away.begun([each for each, _ in asked], desk, sheet, ahead=about.ahead) as away:
        sent = [Shelf(each.section.name, [], {}, of_event) for each, of_event in asked]
        there = {shelf.name: shelf for shelf in (*held, *sent)}
        shelves = _shelves(sections, events, desk, there=there)
        ids = Ids(layout, events.firsts, list_name=list_name)
        yield SheetEvents(grid, groups, _ids(ids, groups, shelves), shelves, fields, away)


@dataclass(frozen=True)
class _Events:
    """The rows of each event and its host, the cells of its first row, and which events have several rows."""

    groups: Sequence[list[Row]]
    hosts: Sequence[str | None]
    firsts: Sequence[list[Cell]]
    several: Sequence[int]

    @classmethod
    def of(cls, groups: Sequence[list[Row]]) -> _Events:
        """Return the events whose hosts are not known yet."""
        firsts = [rows[0].cells for rows in groups]
        several = [event for event, rows in enumerate(groups) if len(rows) > 1]
        return cls(groups, [None] * len(groups), firsts, several)


def _shelves(
    sections: Sequence[Section], events: _Events, desk: Desk, *, there: dict[str, Shelf]
) -> list[Shelf]:
    """Return the shelf of each section, and of the list as a source; those that are read elsewhere are `there`."""
    shelves = [there.get(section.name) or _shelf(section, events, desk) for section in sections]
    if not any(shelf.name == "sources" for shelf in shelves):
        listed = {"sources": [_LIST | {"publisher": desk.list_name, "partial": desk.partial}]}
        shelves.append(Shelf("sources", [listed], {}, array("i", bytes(4 * len(events.groups)))))
    return shelves


_LIST = {"url": None, "published": None, "language": None}
"""The source of an event whose row names no announcement."""

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


def _shelf(section: Section, events: _Events, desk: Desk) -> Shelf:
    """Return the parts of a section: cells that stood together before are not read again."""
    asked, of_event = _asked(section, events)
    return Shelf(section.name, *list_parts.read_all(section, asked.rows, asked.hosts, desk), of_event)


def _asked(section: Section, events: _Events) -> tuple[Asked, array[int]]:
    """Return what is to be read for a section, each different content once, and the part of each event."""
    firsts, of_event = _different(_keys(section, events))
    beside = [events.hosts[event] if section.beside == "host" else None for event in firsts]
    return Asked(section, [events.groups[event] for event in firsts], beside), of_event


def _different(keys: Sequence[Hashable]) -> tuple[list[int], array[int]]:
    """Return the first place of each different key, and for every place the number of its key among them."""
    numbers: defaultdict[Hashable, int] = defaultdict(None)
    numbers.default_factory = numbers.__len__
    found = array("i", map(numbers.__getitem__, keys))
    numbers.default_factory = None  # it would keep itself alive: nothing is collected during a load
    highest = np.maximum.accumulate(np.array(found, np.int32))  # a new number is higher than all before it
    return np.flatnonzero(np.diff(highest, prepend=-1)).tolist(), found


def _keys(section: Section, events: _Events) -> Sequence[Hashable]:
    """Return what the part of each event depends on: its cells, and what they are read beside."""
    keys: list[Hashable] = list(map(section.cells, events.firsts))
    for event in events.several:
        rows = events.groups[event]
        keys[event] = (len(rows), *[section.cells(row.cells) for row in rows])
    if section.beside == "nothing":
        return keys
    beside = events.hosts if section.beside == "host" else [rows[0].year for rows in events.groups]
    return list(zip(keys, beside, strict=True))


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


def columns_of_fields(layout: Layout) -> dict[str, list[Column]]:
    """Return the columns of each field of a record, for problems that are found in the record."""
    columns: dict[str, list[Column]] = {}
    for column in layout.columns:
        if column.field:
            columns.setdefault(_FIELD_OF.get(column.field, column.field), []).append(column)
    return columns


def cities_of(vocabulary: Vocabulary) -> Cities:
    """Return the cities of cities.csv by the key of their name."""
    found: Cities = {}
    for name, iso3 in vocabulary.cities:
        found.setdefault(city_key(name), []).append((name, iso3))
    return found
