"""Who links others: the countries and organisers that met many who never met each other."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.counts import small
from analysis.meetings import Meetings, groups


def linking(meetings: Meetings, *, most: int, beside: Meetings | None = None) -> pd.DataFrame:
    """Return who links most pairs: two that both met it and never each other, in these events.

    Columns `id`, `who`, `linked` (such pairs), `met` (how many it met) and `outside` (those of them in another known
    region or kind). Of directed pairs, whose left sides have no such pairs, `linked` is `met`: how many it paid for.
    Beside a second side those that link most on either.
    """
    left, sides = meetings.ties.left, [side for side in (meetings, beside) if side is not None]
    partners = [_reach(side) for side in sides]
    links = [
        reach if side.directed else open_pairs(side) for side, reach in zip(sides, partners, strict=True)
    ]
    outside = _reach(meetings, outside=meetings.met[_apart(meetings)])
    largest = np.maximum.reduce(links)
    order = np.lexsort((-np.maximum.reduce(partners), -largest))
    shown = [code for code in order[:most].tolist() if largest[code]]
    return small(
        id=[left.ids[code] for code in shown],
        who=[left.labels[code] for code in shown],
        linked=links[0][shown].tolist(),
        met=partners[0][shown].tolist(),
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
    apart: NDArray[np.bool_] = (one != other) & ~unknown
    return apart


def open_pairs(meetings: Meetings) -> NDArray[np.int64]:
    """Return for each value how many pairs of those it met never met each other; counted once, not to be changed."""
    key = ("open pairs", meetings.ties.left.name)
    return meetings.selection.once(key, lambda: _open_pairs(meetings))


def _open_pairs(meetings: Meetings) -> NDArray[np.int64]:
    """Return for each value how many pairs of those it met never met each other: all pairs less the triangles."""
    made, met = meetings.ties, meetings.met
    one, other = made.first[met], made.second[met]
    meets = np.zeros((len(made.left), -(-len(made.left) // 64) * 64), dtype=np.bool_)
    meets[one, other] = meets[other, one] = True
    bits = np.packbits(meets, axis=1).view(np.uint64)
    common = np.bitwise_count(bits[one] & bits[other]).sum(axis=1, dtype=np.int64)
    # a triangle is counted in two of the pairs of each of its corners
    twice = sum(np.bincount(side, weights=common, minlength=len(made.left)) for side in (one, other))
    degree = _reach(meetings)
    open_: NDArray[np.int64] = (degree * (degree - 1) - np.asarray(twice, dtype=np.int64)) // 2
    return open_
