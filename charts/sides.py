"""What charts of two sides share: marks in the colour of their side, and columns that give each other room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from charts.theme import Look

RING = "A ring of the other colour: an event of both sides."


def marks(rows: Sequence[dict[str, Any]], look: Look) -> dict[str, Any]:
    """Return the colours of marks by the `side` of their rows: one of both is blue with an amber ring."""
    blue, amber = look.palette.categories[0], look.palette.second
    fills = [amber if row["side"] == "second" else blue for row in rows]
    edges = [blue if row["side"] == "first" else amber for row in rows]
    return {"color": fills, "line": {"width": 2, "color": edges}}


def barmode(first: Iterable[tuple[int, float]], second: Iterable[tuple[int, float]]) -> str:
    """Return how columns of two sides stand, given as place and height: beside each other where they share a place."""
    held = [{place for place, height in side if height} for side in (first, second)]
    return "group" if held[0] & held[1] else "overlay"
