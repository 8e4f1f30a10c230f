"""Who meets whom as a matrix: the values that meet most, in the order of regions, kinds or clusters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis import seriation
from analysis.dimension import Dimension
from analysis.meetings import Meetings, groups, heaviest, listed

Places = NDArray[np.intp]
Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Side:
    """Rows or columns of a matrix: names by id in the order they are drawn, and the group of each.

    `groups` is empty where the order does not follow them; `rest` is how many values were left out.
    """

    dimension: str
    names: dict[str, str]
    groups: tuple[str, ...]
    rest: int


@dataclass(frozen=True)
class Grid:
    """A matrix of what pairs weigh, shape (rows, columns), and their events; `pairs` lists those that met.

    `pair_count` is how many pairs met in the selection, with those of values that were left out. `same` tells that
    rows and columns are the same values, so that each pair has two squares.
    """

    rows: Side
    columns: Side
    weights: Matrix
    events: NDArray[np.int64]
    weight: str
    pairs: pd.DataFrame
    pair_count: int
    same: bool


def grid(meetings: Meetings, *, weight: str, order: str, most: int, beside: Meetings | None = None) -> Grid:
    """Return the matrix of the values of the strongest pairs, `most` of each side, `order` "region" or "cluster".

    Values come in as long as there is room, those of the pair that weighs most first, so that the strongest pairs
    are in. Beside the pairs of a second group of events, by what a pair weighs most in either.
    """
    made, own = meetings.ties, meetings.weights(weight)
    weights = heaviest(meetings, weight, beside=beside)
    strengths = _strengths(meetings, weights, np.flatnonzero(weights))
    rows, columns = _ordered(meetings, weights, *_shown(meetings, weights, most), order=order)
    inside = _inside(meetings, own, rows, columns)
    by_weight = inside[np.argsort(-own[inside], kind="stable")]
    return Grid(
        _side(meetings, made.left, rows, strengths[0], order=order),
        _side(meetings, made.right, columns, strengths[1], order=order),
        _filled(meetings, own, rows, columns),
        _filled(meetings, meetings.events, rows, columns).astype(np.int64),
        weight,
        listed(meetings, by_weight),
        meetings.pair_count,
        not meetings.directed,
    )


def _strengths(meetings: Meetings, weights: Matrix, places: Places) -> tuple[Matrix, Matrix]:
    """Return for each value of both sides what its pairs weigh together, of the pairs at some places."""
    made = meetings.ties
    first, second = (
        np.bincount(codes[places], weights=weights[places], minlength=len(side)).astype(np.float64)
        for codes, side in ((made.first, made.left), (made.second, made.right))
    )
    return (first, second) if meetings.directed else (first + second, first + second)


def _shown(meetings: Meetings, weights: Matrix, most: int) -> tuple[Places, Places]:
    """Return the codes of the rows of the strongest pairs, then of the columns of the strongest pairs with these.

    Rows and columns that would have no square are left out.
    """
    made = meetings.ties
    if meetings.directed:
        ranked = _ranked(meetings, weights, np.flatnonzero(weights))
        rows = _first(made.first[ranked], most)
        columns = _first(made.second[ranked[np.isin(made.first[ranked], rows)]], most)
    else:
        ranked = _ranked(meetings, weights, _heaviest(weights, most * (most - 1) // 2 + 1))
        rows = columns = _first(np.stack([made.first[ranked], made.second[ranked]], axis=1).ravel(), most)
    strengths = _strengths(meetings, weights, _inside(meetings, weights, rows, columns))
    return rows[strengths[0][rows] > 0], columns[strengths[1][columns] > 0]


def _heaviest(weights: Matrix, most: int) -> Places:
    """Return the places of the pairs that weigh most, at least `most` of them where so many met, all of equals.

    More pairs than n values have between them are of more than n values: a matrix needs no other pairs.
    """
    met = np.flatnonzero(weights)
    if len(met) <= most:
        return met
    kept: Places = met[weights[met] >= np.partition(weights[met], -most)[-most]]
    return kept


def _ranked(meetings: Meetings, weights: Matrix, places: Places) -> Places:
    """Return the places of some pairs, the strongest first; of equals those whose values weigh most in all pairs."""
    first, second = _strengths(meetings, weights, np.flatnonzero(weights))
    both = first[meetings.ties.first[places]] + second[meetings.ties.second[places]]
    return places[np.lexsort((-both, -weights[places]))]


def _first(codes: NDArray[Any], most: int) -> Places:
    """Return the first `most` of some codes, each once."""
    found, at = np.unique(codes, return_index=True)
    return found[np.argsort(at)[:most]].astype(np.intp)


def _ordered(
    meetings: Meetings, weights: Matrix, rows: Places, columns: Places, *, order: str
) -> tuple[Places, Places]:
    """Return the codes of both sides in the order they are drawn, those of one group by weight."""
    made, index = meetings.ties, meetings.selection.index
    if order == "region":
        sides = ((rows, made.left), (columns, made.right))
        left, right = (_by_group(codes, groups(index, side.name).of) for codes, side in sides)
        return left, right
    cells = _filled(meetings, weights, rows, columns)
    if meetings.directed:
        across, down = seriation.order_sides(cells)
        return rows[across], columns[down]
    placed = rows[seriation.order(cells)]
    return placed, placed


def _by_group(codes: Places, group: Places) -> Places:
    """Return codes group by group, within each as they were."""
    return codes[np.argsort(group[codes], kind="stable")]


def _inside(meetings: Meetings, weights: NDArray[Any], rows: Places, columns: Places) -> Places:
    """Return the places of the pairs that weigh something and have both sides in the matrix."""
    made, met = meetings.ties, np.flatnonzero(weights)
    left, right = (np.zeros(len(side), dtype=np.bool_) for side in (made.left, made.right))
    left[rows], right[columns] = True, True
    return met[left[made.first[met]] & right[made.second[met]]]


def _filled(meetings: Meetings, weights: NDArray[Any], rows: Places, columns: Places) -> Matrix:
    """Return the cells of the matrix: what each pair weighs, on both sides of the diagonal where rows are columns."""
    made, places = meetings.ties, _inside(meetings, weights, rows, columns)
    row_of, column_of = np.zeros(len(made.left), dtype=int), np.zeros(len(made.right), dtype=int)
    row_of[rows], column_of[columns] = np.arange(len(rows)), np.arange(len(columns))
    cells = np.zeros((len(rows), len(columns)))
    cells[row_of[made.first[places]], column_of[made.second[places]]] = weights[places]
    return cells if meetings.directed else cells + cells.T


def _side(meetings: Meetings, dimension: Dimension, codes: Places, strength: Matrix, *, order: str) -> Side:
    known = groups(meetings.selection.index, dimension.name)
    return Side(
        dimension.name,
        {dimension.ids[code]: dimension.labels[code] for code in codes.tolist()},
        tuple(known.names[place] for place in known.of[codes]) if order == "region" else (),
        int((strength > 0).sum()) - len(codes),
    )
