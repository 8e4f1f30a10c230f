"""The record that the rows of one event in a list make."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, Protocol

from loaders import list_people, list_subjects, list_when_where, list_who
from loaders.grids import Cell, Grid, letters
from loaders.headings import Column, Layout
from loaders.list_dates import DATES, DateReader, Fault
from loaders.list_desk import MOST_KEPT, At, Desk, Got, Near, Values
from loaders.list_groups import Row, getter
from loaders.list_ids import Ids, event_slug
from loaders.list_places import Cities, city_key
from loaders.list_words import ListWords
from loaders.problems import Problem, Sink
from loaders.vocabulary import Vocabulary

__all__ = ["About", "RowReader", "cities_of", "event_slug"]


class About(Protocol):
    """The vocabulary that a list is read with."""

    @property
    def words(self) -> ListWords:
        """Words of lists."""

    @property
    def vocabulary(self) -> Vocabulary:
        """Codes and names."""


_Memo = dict[tuple[int | None, tuple[Cell, ...]], tuple[Values, list[tuple[At, Fault]]]]
"""What the cells of a section gave, and what was told of them, by the year of their part of the list and the cells."""


class RowReader:
    """Makes records of the rows of one sheet; each different cell is read once."""

    def __init__(
        self, grid: Grid, layout: Layout, groups: Iterable[list[Row]], *, about: About, dates: DateReader
    ) -> None:
        self._grid = grid
        self._list_name = grid.file.rpartition("/")[2]
        self._desk = Desk(
            about.words, about.vocabulary, dates, cities_of(about.vocabulary), list_name=self._list_name
        )
        self._ids = Ids(layout, groups, list_name=self._list_name)
        self._sections = list(_sections(layout))
        self._memos: dict[str, _Memo] = {section.name: {} for section in self._sections}

    def record(self, rows: list[Row], problems: Sink) -> dict[str, Any]:
        """Return the record of an event; faults go to `problems` with sheet, row and column."""
        values: dict[str, Any] = {}
        for section in self._sections:
            self._take(section, rows, values)
        if "host" in values:
            host, others = values.pop("host"), values.get("countries", [])
            values["countries"] = list_who.once([host, *others]) if others else [host]
        if "sources" not in values:
            values["sources"] = [_LIST | {"publisher": self._list_name}]
        values["id"] = event_id = self._ids.of(rows, values)
        if self._desk.faults:
            for place, fault in self._desk.faults:
                problems.append(self._problem(place, fault, event_id))
            self._desk.faults.clear()
        return values

    def _take(self, section: _Section, rows: list[Row], values: dict[str, Any]) -> None:
        """Add what a section of the columns says; cells that stood together before are not read again."""
        row, faults = rows[0], self._desk.faults
        if len(rows) > 1 or not section.repeats:
            values.update(self._read(section, rows, values))
            return
        key, memo = (row.year, section.cells(row.cells)), self._memos[section.name]
        known = memo.get(key)
        if known is None:
            before = len(faults)
            fragment = self._read(section, rows, values)
            if len(memo) < MOST_KEPT:
                memo[key] = fragment, faults[before:]
            values.update(fragment)
            return
        values.update(known[0])
        if known[1]:
            faults.extend((At(row.number, place.column, place.cell), fault) for place, fault in known[1])

    def _read(self, section: _Section, rows: list[Row], values: Values) -> Values:
        near = Near(rows[0].year, values.get("host_country"))
        return section.read(self._desk, self._desk.cells(rows, section.columns), near)

    def _problem(self, place: At, fault: Fault, event_id: str) -> Problem:
        grid, column = self._grid, place.column
        return Problem(
            grid.file,
            place.row + 1,
            column.label,
            *fault,
            event_id,
            sheet=grid.sheet,
            column=letters(column.number),
        )


class _Section(NamedTuple):
    """Columns that are read together: their name, the columns, what takes their cells out of a row, what reads them."""

    name: str
    columns: tuple[Column, ...]
    cells: Callable[[list[Cell]], tuple[Cell, ...]]
    read: Callable[[Desk, Got, Near], Values]
    repeats: bool


_SECTIONS: dict[str, tuple[tuple[str, ...], Callable[[Desk, Got, Near], Values]]] = {
    "texts": (("title", "summary"), list_when_where.texts),
    "when": (DATES, list_when_where.when),
    "where": (("place", "city", "host_country"), list_when_where.where),
    "choices": (("format", "mode"), list_subjects.choices),
    "who": (list_who.FIELDS, list_who.who),
    "people": (("participants", "women", "men"), list_people.people),
    "topics": (("topics",), list_subjects.topics),
    "audiences": (("audiences",), list_subjects.audiences),
    "about": (("programmes", "outcomes", "series", "series_number"), list_subjects.about),
    "sources": (("url", "publisher", "published", "language"), list_subjects.sources),
}
"""What is read together, in this order: who came is read with the host in mind."""

_UNIQUE = frozenset({"texts", "who", "sources"})
"""Sections that hardly repeat from row to row."""

_LIST = {"url": None, "published": None, "language": None, "partial": False}
"""The source of an event whose row names no announcement."""


def _sections(layout: Layout) -> Iterator[_Section]:
    for name, (fields, read) in _SECTIONS.items():
        columns = tuple(column for column in layout.columns if column.field in fields)
        if columns:
            cells = getter([column.number for column in columns])
            yield _Section(name, columns, cells, read, name not in _UNIQUE)


def cities_of(vocabulary: Vocabulary) -> Cities:
    """Return the cities of cities.csv by the key of their name."""
    found: Cities = {}
    for name, iso3 in vocabulary.cities:
        found.setdefault(city_key(name), []).append((name, iso3))
    return found
