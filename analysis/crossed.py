"""Counts by two dimensions at once: the tables behind stacked timelines, matrices and flows.

Countries reached have no such table: `unit_of_pairs` gives the unit that is shown in their place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import compress, product

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.counts import OTHER, others, small, weights_of
from analysis.dimension import Bits, Codes, Dimension, pack
from analysis.dimensions import UNKNOWN
from analysis.selection import Selection
from view import NONE


@dataclass(frozen=True)
class Crossed:
    """Counts by two dimensions: names of rows and columns by id, in the order they are drawn.

    `counts` are those of the events that hold both, in `unit`, shape (rows, columns); `events` are these events
    and `base` those of them that tell the measure, each None where `counts` say the same. `event_count` is the
    number of distinct events in the selection.
    """

    row_names: dict[str, str]
    column_names: dict[str, str]
    counts: NDArray[np.int64]
    rows: str
    columns: str
    event_count: int
    unit: str = "events"
    events: NDArray[np.int64] | None = None
    base: NDArray[np.int64] | None = None

    @cached_property
    def cells(self) -> list[tuple[str, str, int]]:
        """Every shown pair row by row, zeros kept: row id, column id, count."""
        pairs = product(self.row_names, self.column_names)
        return [(*pair, count) for pair, count in zip(pairs, self.counts.ravel().tolist(), strict=True)]

    @cached_property
    def behind(self) -> list[tuple[int, int]]:
        """For every cell the events behind it, and those of them that tell the measure."""
        told = (self.counts if table is None else table for table in (self.events, self.base))
        return list(zip(*(table.ravel().tolist() for table in told), strict=True))

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The cells as a long table: `row_id`, `row_name`, `column_id`, `column_name`, `count`.

        In a unit other than events also `event_count` and `base_count`, as in `Counted`.
        """
        names = ["row_id", "row_name", "column_id", "column_name", "count", "event_count", "base_count"]
        rows = [
            (row, self.row_names[row], column, self.column_names[column], count, *behind)
            for (row, column, count), behind in zip(self.cells, self.behind, strict=True)
        ]
        columns = dict(zip(names, zip(*rows, strict=True) if rows else [[]] * len(names), strict=True))
        kept = names[:5] if self.unit == "events" else names
        return small(**{name: columns[name] for name in kept})

    def with_columns(self, inside: NDArray[np.bool_]) -> Crossed:
        """Return the table with some of its columns."""
        kept = self._changed(lambda table: table[:, inside])
        return replace(kept, column_names=dict(compress(self.column_names.items(), inside)))

    def _changed(self, change: Callable[[NDArray[np.int64]], NDArray[np.int64]]) -> Crossed:
        """Return the table with its counts, and the events behind them, changed in the same way."""
        events, base = (None if table is None else change(table) for table in (self.events, self.base))
        return replace(self, counts=change(self.counts), events=events, base=base)

    def cumulated(self) -> Crossed:
        """Return the table with each row added up along the columns, "unknown" columns left as they are."""
        known = np.array([id_ != NONE for id_ in self.column_names], dtype=np.bool_)

        def summed(table: NDArray[np.int64]) -> NDArray[np.int64]:
            total = table.copy()
            total[:, known] = table[:, known].cumsum(axis=1)
            return total

        return self._changed(summed)


@dataclass(frozen=True)
class Axis:
    """Which values of a dimension are shown: `most` by size, then `other`; all of them in fixed order if None."""

    dimension: str
    most: int | None = None
    unstated: bool = True
    zeros: bool = False


UNITS = ("events", "participations", "people", "days")
"""Units that can be counted by two dimensions."""


def unit_of_pairs(unit: str) -> str:
    """Return the unit a table of two dimensions shows when a reader asks for `unit`."""
    return unit if unit in UNITS else "events"


def cross(
    selection: Selection, rows: Axis, columns: Axis, *, unit: str = "events", beside: Selection | None = None
) -> Crossed:
    """Count the selected events that hold a value of both dimensions, for the values each axis shows.

    Beside a second selection each axis shows what is large in either; `like` counts that selection by them.
    """
    sides = (selection,) if beside is None else (selection, beside)
    row_names, row_bits = selection.once((rows, beside), lambda: _shown(sides, rows))
    column_names, column_bits = selection.once((columns, beside), lambda: _shown(sides, columns))
    empty = np.zeros((len(row_names), len(column_names)), dtype=np.int64)
    made = Crossed(row_names, column_names, empty, rows.dimension, columns.dimension, selection.count, unit)
    return _counted(made, selection, row_bits, column_bits)


def like(table: Crossed, selection: Selection | None) -> Crossed | None:
    """Count another selection by the rows and columns of a table; "others" are all the rest of each."""
    if selection is None:
        return None
    sides = ((table.rows, table.row_names), (table.columns, table.column_names))
    rows, columns = (_bits_of(selection.index[name], list(ids)) for name, ids in sides)
    return _counted(replace(table, event_count=selection.count), selection, rows, columns)


def _bits_of(dimension: Dimension, ids: Sequence[str]) -> Bits:
    """Return one row of bits a shown value, "others" being every value that is not shown."""
    rest = [id_ for id_ in dimension.ids[:-1] if id_ not in ids] if OTHER in ids else []
    parts = [
        dimension.any_of(rest)[None] if id_ == OTHER else dimension.rows([dimension.code[id_]]) for id_ in ids
    ]
    return np.concatenate([dimension.rows([]), *parts])


def _counted(table: Crossed, selection: Selection, rows: Bits, columns: Bits) -> Crossed:
    """Return a table with the counts of some events in its unit, from the bits of its rows and columns."""
    held = rows & selection.bits
    events = _together(held, columns)
    if table.unit == "events":
        return replace(table, counts=events)
    weight = weights_of(selection, table.unit)
    known = selection.mask & (weight != UNKNOWN)
    counts = _sums(held, columns, weight=weight, places=np.flatnonzero(known & (weight > 0)))
    return replace(table, counts=counts, events=events, base=_together(held & pack(known), columns))


def _together(rows: Bits, columns: Bits) -> NDArray[np.int64]:
    """Return how many events each row and column have in common."""
    counts = [np.bitwise_count(columns & bits).sum(axis=1, dtype=np.int64) for bits in rows]
    return np.array(counts, dtype=np.int64).reshape(len(rows), len(columns))


def _sums(rows: Bits, columns: Bits, *, weight: Codes, places: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the sums of weights of the events each row and column have in common, over the events at `places`."""
    held = [
        np.unpackbits(bits.view(np.uint8), axis=1, bitorder="little")[:, places].astype(np.float64)
        for bits in (rows, columns)
    ]
    summed: NDArray[np.int64] = ((held[0] * weight[places]) @ held[1].T).astype(np.int64)
    return summed


def _shown(sides: Sequence[Selection], axis: Axis) -> tuple[dict[str, str], Bits]:
    """Return names by id and bits of what an axis shows: values (largest on any side), then `other`, "not stated"."""
    dimension = sides[0].index[axis.dimension]
    counts = np.maximum.reduce([side.held(axis.dimension) for side in sides]).tolist()
    labels = dimension.labels
    stated = [code for code, count in enumerate(counts[:-1]) if count or axis.zeros]
    if axis.most is not None:
        stated.sort(key=lambda code: (-counts[code], labels[code]))
    kept = stated[: axis.most]
    rest = [] if axis.most is None else stated[axis.most :]
    named = {dimension.ids[code]: labels[code] for code in kept}
    parts = [dimension.rows(kept)]
    if rest:
        named[OTHER] = others(len(rest))
        parts.append(dimension.any_of(dimension.ids[code] for code in rest)[None])
    if axis.unstated and (axis.zeros or counts[-1]):
        named[NONE] = labels[-1]
        parts.append(dimension.rows([len(dimension) - 1]))
    return named, np.concatenate(parts)


def pairs(
    selection: Selection, dimension: str, *, most: int = 20, beside: Selection | None = None
) -> pd.DataFrame:
    """Return which two values of a dimension stand in the same events, most often first.

    Columns `first_id`, `first_name`, `second_id`, `second_name`, `count` (events that hold both); each
    pair once, "not stated" left out, at most `most` rows. Beside a second selection the larger of both counts
    ranks a pair, and `beside` is the column of its events there.
    """
    made = selection.index[dimension]
    sides = [selection] if beside is None else [selection, beside]
    held = [_in_common(side, made) for side in sides]
    upper = np.maximum.reduce(held)
    found = sorted(
        zip(*np.nonzero(upper), strict=True),
        key=lambda pair: (-upper[pair], made.labels[pair[0]], made.labels[pair[1]]),
    )[:most]
    columns = {
        "first_id": [made.ids[first] for first, _ in found],
        "first_name": [made.labels[first] for first, _ in found],
        "second_id": [made.ids[second] for _, second in found],
        "second_name": [made.labels[second] for _, second in found],
    }
    for name, counts in zip(("count", "beside"), held, strict=False):
        columns[name] = [int(counts[pair]) for pair in found]
    return small(**columns)


def pair_count(selection: Selection, dimension: str) -> int:
    """Return how many pairs of values of a dimension stand together in at least one of the events."""
    return int(np.count_nonzero(_in_common(selection, selection.index[dimension])))


def _in_common(selection: Selection, dimension: Dimension) -> NDArray[np.int64]:
    """Return how many of the selected events hold each two stated values; counted once, not to be changed."""
    return selection.once(("in common", dimension.name), lambda: _counted_in_common(selection, dimension))


def _counted_in_common(selection: Selection, dimension: Dimension) -> NDArray[np.int64]:
    """Return how many of the selected events hold each two stated values, the second after the first in their order."""
    stated = dimension.bits[:-1]
    chosen, made = stated & selection.bits, np.zeros((len(stated), len(stated)), dtype=np.int64)
    for code in range(len(stated) - 1):
        made[code, code + 1 :] = np.bitwise_count(stated[code + 1 :] & chosen[code]).sum(axis=1)
    return made


def widest(table: Crossed, other: Crossed, *, most: int = 15) -> pd.DataFrame:
    """Return the cells that are largest on either of two sides as pairs (see `pairs`), "others" left out.

    A figure that none of its events tells is missing.
    """
    stated = [
        place for place, (row, column, _) in enumerate(table.cells) if not {OTHER, NONE} & {row, column}
    ]
    both = {place: (table.cells[place][2], other.cells[place][2]) for place in stated}
    found = sorted((place for place in stated if any(both[place])), key=lambda place: -max(both[place]))[
        :most
    ]
    ids = [table.cells[place][:2] for place in found]
    return small(
        first_id=[row for row, _ in ids],
        first_name=[table.row_names[row] for row, _ in ids],
        second_id=[column for _, column in ids],
        second_name=[table.column_names[column] for _, column in ids],
        count=_figures(table, found),
        beside=_figures(other, found),
    )


def _figures(table: Crossed, places: Sequence[int]) -> pd.Series:
    """Return the figures of some cells, missing where a cell has events and none of them tells it."""
    behind, cells = table.behind, table.cells
    told = [cells[place][2] if behind[place][1] or not behind[place][0] else None for place in places]
    return pd.Series(told, dtype="Int64" if None in told else "int64")


def totals(dimension: Dimension, selection: Selection, ids: Sequence[str]) -> dict[str, int]:
    """Return the events of single values, for notes beside a matrix."""
    counts = dimension.counts(selection.bits)
    return {id_: int(counts[dimension.code[id_]]) for id_ in ids if id_ in dimension.code}
