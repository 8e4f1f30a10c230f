"""Who links others: the countries and organisers that met many who never met each other."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.counts import small
from analysis.meetings import Meetings, groups


def linking(meetings: Meetings, *, most: int) -> pd.DataFrame:
    """Return who links most pairs: two that both met it and never each other, in these events.

    Columns `id`, `who`, `linked` (such pairs), `met` (how many it met) and `outside` (those of them in another known
    region or kind). Of directed pairs, whose left sides have no such pairs, `linked` is `met`: how many it paid for.
    """
    made, met = meetings.ties, meetings.met
    links = _reach(meetings) if meetings.directed else _open_pairs(meetings)
    partners, outside = _reach(meetings), _reach(meetings, outside=met[_apart(meetings)])
    order = np.lexsort((-partners, -links))
    shown = [code for code in order[:most].tolist() if links[code]]
    return small(
        id=[made.left.ids[code] for code in shown],
        who=[made.left.labels[code] for code in shown],
        linked=links[shown].tolist(),
        met=partners[shown].tolist(),
        outside=outside[shown].tolist(),
    )


def _reach(meetings: Meetings, *, outside: NDArray[np.intp] | None = None) -> NDArray[np.int64]:
    """Return for each value of the left side how many it met, of some pairs where given."""
    made, places = meetings.ties, meetings.met if outside is None else outside
    met = np.bincount(made.first[places], minlength=len(made.left))
    return met if meetings.directed else met + np.bincount(made.second[places], minlength=len(made.left))


def _apart(meetings: Meetings) -> NDArray[np.bool_]:
    """Mark the pairs that met whose sides are in two known groups."""
    made, met, index = meetings.ties, meetings.met, meetings.selection.index
    left, right = (groups(index, side.name) for side in (made.left, made.right))
    one, other = left.of[made.first[met]], right.of[made.second[met]]
    unknown = (one == len(left.names) - 1) | (other == len(right.names) - 1)
    return (one != other) & ~unknown


def _open_pairs(meetings: Meetings) -> NDArray[np.int64]:
    """Return for each value how many pairs of those it met never met each other: all pairs less the triangles."""
    made, met = meetings.ties, meetings.met
    values = np.unique(np.concatenate([made.first[met], made.second[met]]))
    one, other = np.searchsorted(values, made.first[met]), np.searchsorted(values, made.second[met])
    meets = np.zeros((len(values), len(values)), dtype=np.float32)  # sums stay below 2**24, so they are exact
    meets[one, other] = meets[other, one] = 1
    triangles = ((meets @ meets) * meets).sum(axis=1, dtype=np.float64) / 2
    degree = meets.sum(axis=1, dtype=np.float64)
    found = np.zeros(len(made.left), dtype=np.int64)
    found[values] = (degree * (degree - 1) / 2 - triangles).astype(np.int64)
    return found
