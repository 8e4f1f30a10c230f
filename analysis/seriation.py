"""An order that puts those who often meet beside each other: the spectral order of a matrix of weights."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]


def order(weights: Matrix) -> list[int]:
    """Return the rows of a symmetric matrix in the order of clusters; groups that never meet stand apart.

    Within a group the rows follow the second eigenvector of its normalized Laplacian (Atkins, Boman and
    Hendrickson 1998); the largest group comes first, the end with the earlier row first.
    """
    parts = sorted(_components(weights > 0), key=lambda part: (-len(part), part[0]))
    return [place for part in parts for place in _line(weights, part)]


def order_sides(weights: Matrix) -> tuple[list[int], list[int]]:
    """Return rows and columns of any matrix in the order of clusters, both at once."""
    rows, columns = weights.shape
    both = np.block([[np.zeros((rows, rows)), weights], [weights.T, np.zeros((columns, columns))]])
    made = order(both)
    return [place for place in made if place < rows], [place - rows for place in made if place >= rows]


def _components(meets: NDArray[np.bool_]) -> list[list[int]]:
    """Return the groups whose members are joined by meetings, each in the order of its rows."""
    left, parts = set(range(len(meets))), []
    while left:
        part, next_ = set(), {min(left)}
        while next_:
            part |= next_
            next_ = set(np.flatnonzero(meets[sorted(next_)].any(axis=0)).tolist()) - part
        parts.append(sorted(part))
        left -= part
    return parts


def _line(weights: Matrix, part: list[int]) -> list[int]:
    """Return one group in its spectral order."""
    if len(part) < 3:
        return part
    inside = weights[np.ix_(part, part)]
    root = np.sqrt(inside.sum(axis=1))
    _, vectors = np.linalg.eigh(np.eye(len(part)) - inside / np.outer(root, root))
    place = np.argsort(np.round(vectors[:, 1] / root, 9), kind="stable").tolist()
    return [part[at] for at in (place if place[0] < place[-1] else place[::-1])]
