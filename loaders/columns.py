"""Columns of the tidy tables while they grow, one record after the other."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from schema import TABLES, Column


class Codes:
    """A column of repeated texts, kept as integer codes from 1 in order of first sight; 0 is empty."""

    __slots__ = ("codes", "known")

    def __init__(self) -> None:
        self.codes = array("i")
        self.known: defaultdict[str | None, int] = defaultdict(None, {None: 0})
        self.known.default_factory = self.known.__len__

    def extend(self, values: Iterable[str | None]) -> None:
        """Add cells."""
        self.codes.extend(map(self.known.__getitem__, values))

    def put_behind(self, other: Codes) -> None:
        """Add the cells of another."""
        own = [self.known[text] for text in other.known]
        self.codes.extend(map(own.__getitem__, other.codes))

    def __reduce__(self) -> tuple[Any, ...]:
        """Go from one process to another as the texts and their codes."""
        return _codes, (list(self.known), self.codes)


def _codes(texts: Iterable[str | None], codes: array[int]) -> Codes:
    """Return a column of codes from 0 for `texts`, of which the first is empty."""
    made = Codes()
    for text in texts:
        _ = made.known[text]
    made.codes = codes
    return made


class Rows:
    """The columns of one table while it grows: codes for repeated texts, lists for the rest.

    What belongs to an event names it by its place among the events, from 0. Rows wait until there are
    `MANY` and are then put away column by column, which takes half the time.
    """

    MANY = 4096

    def __init__(self, table: str) -> None:
        self._columns: dict[str, Any] = {column.name: _cells(table, column) for column in TABLES[table]}
        self._waiting: list[tuple[Any, ...]] = []

    def add(self, *values: Any) -> None:
        """Add one row, its values in the order of schema.py."""
        self._waiting.append(values)
        if len(self._waiting) >= self.MANY:
            self._put_away()

    def add_all(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """Add rows."""
        self._waiting.extend(rows)
        if len(self._waiting) >= self.MANY:
            self._put_away()

    def _put_away(self) -> None:
        for cells, values in zip(self._columns.values(), zip(*self._waiting, strict=True), strict=True):
            cells.extend(values)
        self._waiting.clear()

    @property
    def columns(self) -> dict[str, Any]:
        """The columns by name, with every row added so far."""
        if self._waiting:
            self._put_away()
        return self._columns

    def put_behind(self, columns: dict[str, Any], first: int) -> None:
        """Add the rows of another, whose events come from place `first` on."""
        for name, cells in self.columns.items():
            added = columns[name]
            if isinstance(cells, Codes):
                cells.put_behind(added)
            else:
                cells.extend((event + first for event in added) if isinstance(cells, array) else added)


def _cells(table: str, column: Column) -> Any:
    if column.name == "event_id" and table != "events":
        return array("i")
    return Codes() if column.kind == "code" else []
