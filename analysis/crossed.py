"""Events by two dimensions at once: the tables behind stacked timelines, matrices and flows.

The unit is always events: other units do not add up across two dimensions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import compress, product

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.counts import OTHER, others, small
from analysis.dimension import Dimension
from analysis.selection import Selection
from view import NONE


@dataclass(frozen=True)
class Crossed:
    """Events by two dimensions: names of rows and columns by id, in the order they are drawn.

    `counts` are the events that hold both, shape (rows, columns). `event_count` is the number of distinct events
    in the selection.
    """

    row_names: dict[str, str]
    column_names: dict[str, str]
    counts: NDArray[np.int64]
    rows: str
    columns: str
    event_count: int

    @cached_property
    def cells(self) -> list[tuple[str, str, int]]:
        """Every shown pair row by row, zeros kept: row id, column id, count."""
        pairs = product(self.row_names, self.column_names)
        return [(*pair, count) for pair, count in zip(pairs, self.counts.ravel().tolist(), strict=True)]

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The cells as a long table: `row_id`, `row_name`, `column_id`, `column_name`, `count`."""
        rows = [
            (row, self.row_names[row], column, self.column_names[column], count)
            for row, column, count in self.cells
        ]
        names = ("row_id", "row_name", "column_id", "column_name", "count")
        return small(**dict(zip(names, zip(*rows, strict=True) if rows else [[]] * 5, strict=True)))

    def with_columns(self, inside: NDArray[np.bool_]) -> Crossed:
        """Return the table with some of its columns."""
        names = dict(compress(self.column_names.items(), inside))
        return replace(self, column_names=names, counts=self.counts[:, inside])


@dataclass(frozen=True)
class Axis:
    """Which values of a dimension are shown: `most` by size, then `other`; all of them in fixed order if None."""

    dimension: str
    most: int | None = None
    unstated: bool = True
    zeros: bool = False


def cross(selection: Selection, rows: Axis, columns: Axis) -> Crossed:
    """Count the selected events that hold a value of both dimensions, for the values each axis shows."""
    row_ids, row_names, row_bits = _shown(selection, rows)
    column_ids, column_names, column_bits = _shown(selection, columns)
    counts = [
        np.bitwise_count(column_bits & bits).sum(axis=1, dtype=np.int64) for bits in row_bits & selection.bits
    ]
    return Crossed(
        dict(zip(row_ids, row_names, strict=True)),
        dict(zip(column_ids, column_names, strict=True)),
        np.array(counts, dtype=np.int64).reshape(len(row_ids), len(column_ids)),
        rows.dimension,
        columns.dimension,
        selection.count,
    )


def _shown(selection: Selection, axis: Axis) -> tuple[list[str], list[str], NDArray[np.uint64]]:
    """Return ids, names and bits of what an axis shows: values, then `other`, then "not stated"."""
    dimension = selection.index[axis.dimension]
    counts = selection.held(axis.dimension)
    stated = [code for code in range(len(dimension) - 1) if axis.zeros or counts[code]]
    if axis.most is not None:
        stated.sort(key=lambda code: (-counts[code], dimension.labels[code]))
    kept = stated[: axis.most]
    rest = [] if axis.most is None else stated[axis.most :]
    ids, names = [dimension.ids[code] for code in kept], [dimension.labels[code] for code in kept]
    parts = [dimension.rows(kept)]
    if rest:
        ids, names = [*ids, OTHER], [*names, others(len(rest))]
        parts.append(dimension.any_of(dimension.ids[code] for code in rest)[None])
    if axis.unstated and (axis.zeros or counts[-1]):
        ids, names = [*ids, NONE], [*names, dimension.labels[-1]]
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


def cumulated(crossed: Crossed) -> Crossed:
    """Return the table with the counts of each row added up along the columns, "unknown" columns left as they are."""
    known = np.array([id_ != NONE for id_ in crossed.column_names], dtype=np.bool_)
    summed = crossed.counts.copy()
    summed[:, known] = crossed.counts[:, known].cumsum(axis=1)
    return replace(crossed, counts=summed)


def totals(dimension: Dimension, selection: Selection, ids: Sequence[str]) -> dict[str, int]:
    """Return the events of single values, for notes beside a matrix."""
    counts = dimension.counts(selection.bits)
    return {id_: int(counts[dimension.code[id_]]) for id_ in ids if id_ in dimension.code}
