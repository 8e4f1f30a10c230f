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


def cross(selection: Selection, rows: Axis, columns: Axis, *, unit: str = "events") -> Crossed:
    """Count the selected events that hold a value of both dimensions, for the values each axis shows."""
    row_ids, row_names, row_bits = selection.once(rows, lambda: _shown(selection, rows))
    column_ids, column_names, column_bits = selection.once(columns, lambda: _shown(selection, columns))
    held = row_bits & selection.bits
    named = dict(zip(row_ids, row_names, strict=True)), dict(zip(column_ids, column_names, strict=True))
    events = _together(held, column_bits)
    made = Crossed(*named, events, rows.dimension, columns.dimension, selection.count)
    if unit == "events":
        return made
    weight = weights_of(selection, unit)
    known = selection.mask & (weight != UNKNOWN)
    counts = _sums(held, column_bits, weight=weight, places=np.flatnonzero(known & (weight > 0)))
    return replace(
        made, counts=counts, unit=unit, events=events, base=_together(held & pack(known), column_bits)
    )


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


def _shown(selection: Selection, axis: Axis) -> tuple[list[str], list[str], Bits]:
    """Return ids, names and bits of what an axis shows: values, then `other`, then "not stated"."""
    dimension = selection.index[axis.dimension]
    counts = selection.held(axis.dimension).tolist()
    labels = dimension.labels
    stated = [code for code, count in enumerate(counts[:-1]) if count or axis.zeros]
    if axis.most is not None:
        stated.sort(key=lambda code: (-counts[code], labels[code]))
    kept = stated[: axis.most]
    rest = [] if axis.most is None else stated[axis.most :]
    ids, names = [dimension.ids[code] for code in kept], [labels[code] for code in kept]
    parts = [dimension.rows(kept)]
    if rest:
        ids, names = [*ids, OTHER], [*names, others(len(rest))]
        parts.append(dimension.any_of(dimension.ids[code] for code in rest)[None])
    if axis.unstated and (axis.zeros or counts[-1]):
        ids, names = [*ids, NONE], [*names, labels[-1]]
        parts.append(dimension.rows([len(dimension) - 1]))
    return ids, names, np.concatenate(parts)


def pairs(selection: Selection, dimension: str, *, most: int = 20) -> pd.DataFrame:
    """Return which two values of a dimension stand in the same events, most often first.

    Columns `first_id`, `first_name`, `second_id`, `second_name`, `count` (events that hold both); each
    pair once, "not stated" left out, at most `most` rows.
    """
    made = selection.index[dimension]
    stated = made.bits[:-1]
    chosen = stated & selection.bits
    rows = []
    for code in range(len(stated) - 1):
        together = np.bitwise_count(stated[code + 1 :] & chosen[code]).sum(axis=1, dtype=np.int64)
        rows += [(int(count), code, code + 1 + other) for other, count in enumerate(together) if count]
    rows.sort(key=lambda row: (-row[0], made.labels[row[1]], made.labels[row[2]]))
    return pd.DataFrame(
        [(made.ids[a], made.labels[a], made.ids[b], made.labels[b], count) for count, a, b in rows[:most]],
        columns=["first_id", "first_name", "second_id", "second_name", "count"],
    )


def totals(dimension: Dimension, selection: Selection, ids: Sequence[str]) -> dict[str, int]:
    """Return the events of single values, for notes beside a matrix."""
    counts = dimension.counts(selection.bits)
    return {id_: int(counts[dimension.code[id_]]) for id_ in ids if id_ in dimension.code}
