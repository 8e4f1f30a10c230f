"""Events along time: the columns of a timeline, and which periods it shows."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from analysis.counts import Counted, by
from analysis.crossed import Axis, Crossed, cross
from analysis.selection import Selection
from view import NONE, View

SPLITS = {"format": "format", "topic": "topic", "host_region": "host_region", "funder_kind": "funder_kind"}
"""What columns may be stacked by, and its dimension."""

MOST = 6
"""Categories that keep a colour of their own; the rest is "others"."""


def by_period(selection: Selection, step: str, *, unit: str = "events") -> Counted:
    """Count by year, quarter or month, the periods of the view only, "unknown" at the end."""
    counted = by(selection, step, unit=unit)
    return counted.kept(_inside(counted.columns["id"], selection.view))


def like(counted: Counted, selection: Selection | None) -> Counted | None:
    """Count another selection in the steps and unit of a table by period."""
    return None if selection is None else by_period(selection, counted.dimension, unit=counted.unit)


def stacked(
    selection: Selection, step: str, split: str, *, cumulative: bool = False, unit: str = "events"
) -> Crossed:
    """Count by period and by what stacks the columns; with `cumulative`, up to the end of each period."""
    crossed = by_year(selection, SPLITS[split], most=MOST, step=step, unit=unit)
    return crossed.cumulated() if cumulative else crossed


def by_year(
    selection: Selection,
    dimension: str,
    *,
    most: int,
    step: str = "year",
    unit: str = "events",
    beside: Selection | None = None,
) -> Crossed:
    """Count by the largest values of a dimension (rows) and year (columns), the years of the view only.

    Beside a second selection the years of its view too, and the values that are large in either.
    """
    crossed = cross(selection, Axis(dimension, most), Axis(step, zeros=True), unit=unit, beside=beside)
    inside = [_inside(crossed.column_names, side.view) for side in (selection, beside) if side is not None]
    return crossed.with_columns(np.logical_or.reduce(inside))


def _inside(ids: Iterable[str], view: View) -> NDArray[np.bool_]:
    """Mark the periods that lie in the view's, as far as their names tell ("2019-Q2" is in 2019)."""
    first, last = view.start[:4], view.end[:4] or "9999"
    return np.array([id_ == NONE or first <= id_[:4] <= last for id_ in ids], dtype=np.bool_)
