"""Events along time: the columns of a timeline, and which periods it shows."""

from __future__ import annotations

from analysis.counts import Counted, by
from analysis.crossed import Axis, Crossed, cross, cumulated
from analysis.selection import Selection
from view import NONE, View

SPLITS = {"format": "format", "topic": "topic", "host_region": "host_region", "funder_kind": "funder_kind"}
"""What columns may be stacked by, and its dimension."""

MOST = 6
"""Categories that keep a colour of their own; the rest is "others"."""


def by_period(selection: Selection, step: str, *, unit: str = "events") -> Counted:
    """Count by year, quarter or month, the periods of the view only, "unknown" at the end."""
    counted = by(selection, step, unit=unit)
    return Counted(counted.frame[_inside(counted.frame["id"], selection.view)], step, unit, counted.event_count)


def stacked(selection: Selection, step: str, split: str, *, cumulative: bool = False) -> Crossed:
    """Count by period and by what stacks the columns; with `cumulative`, up to the end of each period."""
    crossed = cross(selection, Axis(SPLITS[split], MOST), Axis(step, zeros=True))
    kept = crossed.frame[_inside(crossed.frame["column_id"], selection.view)]
    inside = Crossed(kept.reset_index(drop=True), crossed.rows, crossed.columns, crossed.event_count)
    return cumulated(inside) if cumulative else inside


def _inside(ids: object, view: View) -> list[bool]:
    """Return which periods lie in the view's, as far as their names tell ("2019-Q2" is in 2019)."""
    start, end = view.start, view.end
    return [id_ == NONE or (not start or id_[:4] >= start[:4]) and (not end or id_[:4] <= end[:4]) for id_ in ids]  # type: ignore[attr-defined]
