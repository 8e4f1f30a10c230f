"""What the cells of a sheet are read with, what was read before, and what is told of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any, NamedTuple

from loaders.grids import Cell, shown
from loaders.headings import Column
from loaders.list_countries import suggested
from loaders.list_dates import DateReader, Fault
from loaders.list_doubts import Doubts
from loaders.list_gate import Refusal, refused
from loaders.list_groups import Row
from loaders.list_places import Cities, Place, read_place
from loaders.list_words import ListWords
from loaders.person_names import addresses_person
from loaders.vocabulary import Vocabulary


class At(NamedTuple):
    """A cell with its place."""

    row: int
    column: Column
    cell: Cell


Got = dict[str, list[At]]
"""The filled cells of an event by field."""

Values = dict[str, Any]
"""Fields of a record."""

MOST_KEPT = 50_000
"""Different cells of a kind that are remembered: more would cost memory and hardly come again."""


MOST_SUGGESTED = 200
"""Different names of a column that are looked for among the countries; a column with more holds something else."""

LONGEST_EMPTY = 60
"""Signs of a cell that may say that nothing is known; a longer one is not looked up."""


class Near(NamedTuple):
    """What is known of an event from beside its cells: the year of its section, its host (ISO3)."""

    year: int | None
    host: str | None = None


@lru_cache(maxsize=10_000)
def near(year: int | None, host: str | None) -> Near:
    """Return what is known from beside; the same object for all events that have it."""
    return Near(year, host)


@dataclass
class Desk:
    """Words, codes, cities and dates at hand; `faults` are told of the event that is being read."""

    words: ListWords
    vocabulary: Vocabulary
    dates: DateReader
    cities: Cities
    list_name: str
    partial: bool = False
    """Whether the list has no column for something of which it is counted that it is not told."""
    doubts: Doubts = field(default_factory=dict)
    """Cells that are asked about because of the rest of their column."""
    faults: list[tuple[At, Fault]] = field(default_factory=list)
    rows_of_bodies: dict[tuple[Any, str], dict[str, str]] = field(default_factory=dict)
    """Rows of bodies by what was seen of them and their role."""
    _suggested: dict[int, dict[str, str]] = field(default_factory=dict)
    _memos: dict[tuple[Any, ...], dict[Cell, Any]] = field(default_factory=dict)
    _empty: dict[str, bool] = field(default_factory=dict)

    def tell(self, place: At, value: str, advice: str, severity: str = "error") -> None:
        """Keep a fault of a cell."""
        self.tell_all(place, [(value, advice, severity)])

    def tell_all(self, place: At, faults: Iterable[Fault]) -> None:
        """Keep the faults of a cell; a value that addresses a person is not repeated."""
        for value, advice, severity in faults:
            self.faults.append((place, ("" if addresses_person(value) else value, advice, severity)))

    def once(self, kind: tuple[Any, ...], cell: Cell, read: Callable[[], Any]) -> Any:
        """Return what a cell of a kind was read as before, else read it."""
        memo = self._memos.setdefault(kind, {})
        if cell in memo:
            return memo[cell]
        found = read()
        if len(memo) < MOST_KEPT:
            memo[cell] = found
        return found

    def cells(self, rows: Iterable[Row], columns: Iterable[Column]) -> Got:
        """Return the filled cells of columns by field; those that say that nothing is known are told."""
        got: Got = {}
        for row in rows:
            for column in columns:
                cell = row.cells[column.number]
                if cell is None:
                    continue
                place = At(row.number, column, cell)
                if self.says_nothing(cell):
                    self.tell(place, shown(cell), "says that nothing is known; left empty", "note")
                elif not self.asked(place):
                    got.setdefault(column.field, []).append(place)
        return got

    def asked(self, place: At) -> bool:
        """Return whether a cell is not read because of what it holds or what its column does; that is told."""
        refusal = self.refusal(place.column, place.cell)
        if refusal:
            self.tell(place, *refusal)
        return refusal is not None

    def refusal(self, column: Column, cell: Cell) -> Refusal | None:
        """Return why a cell is not read; None for any that is."""
        doubt = self.doubts.get((column.number, cell)) if self.doubts else None
        return (shown(cell), doubt) if doubt else refused(column.field, cell)

    def says_nothing(self, cell: Cell) -> bool:
        """Return whether a cell says that nothing is known ("n/a", "TBC")."""
        if not isinstance(cell, str) or len(cell) > LONGEST_EMPTY:
            return False
        known = self._empty.get(cell)
        if known is None:
            known = self._empty[cell] = self.words.is_empty(cell)
        return known

    def one(self, got: Got, name: str) -> At | None:
        """Return the cell of a field that has one value; another value in a row below is told."""
        places = got.get(name)
        if not places:
            return None
        for other in places[1:]:
            if other.cell != places[0].cell:
                advice = f"differs from row {places[0].row + 1}, which is the same event; that one was used"
                self.tell(other, shown(other.cell), advice, "warning")
        return places[0]

    def suggests(self, place: At) -> Callable[[str], str]:
        """Return what suggests countries for the names of a column: for the first few hundred, as each takes long."""
        return partial(self._suggest, self._suggested.setdefault(place.column.number, {}))

    @staticmethod
    def _suggest(known: dict[str, str], name: str) -> str:
        if name not in known and len(known) < MOST_SUGGESTED:
            known[name] = suggested(name)
        return known.get(name, "")

    def place(self, text: str) -> Place:
        """Return the place that a text names."""
        found: Place = self.once(("place",), text, lambda: read_place(text, self.words, self.cities))
        return found
