"""What charts of two sides share: marks in the colour of their side, and columns that give each other room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from analysis.sides import BOTH, FIRST, SECOND
from charts import drawing, theme
from charts.theme import Look

ORDER = (FIRST, SECOND)
"""The sides in their order."""

RING = "A ring of the other colour: an event of both sides."


def filters(look: Look, said: str = "") -> str:
    """Return filters in words (the look's if none are given) with what they are compared with, where something is."""
    own = said or look.filters
    return f"{own}; compared with {look.sides[1]}" if look.sides[1] else own


def marks(rows: Sequence[dict[str, Any]], look: Look) -> dict[str, Any]:
    """Return the colours of marks by the `side` of their rows: one of both is blue with an amber ring."""
    blue, amber = look.palette.categories[0], look.palette.second
    fills = [amber if row["side"] == "second" else blue for row in rows]
    edges = [blue if row["side"] == "first" else amber for row in rows]
    return {"color": fills, "line": {"width": 2, "color": edges}}


def picking(trace: dict[str, Any], side: str) -> dict[str, Any]:
    """Return a trace whose clicks say of which side their events are."""
    return trace | {"customdata": [of_side(pick, side) for pick in trace["customdata"]]}


def of_side(pick: str, side: str) -> str:
    """Return what a click on a mark of a side picks; nothing where the mark picks nothing or is of no side."""
    return f"side:{side},{pick}" if pick and side else pick


def events(rows: Sequence[dict[str, Any]]) -> list[str]:
    """Return what clicks on single events pick, by `event_id` and, where two sides are drawn, `side` of their rows."""
    return [of_side(f"event:{row['event_id']}", _SIDE.get(row.get("side", ""), "")) for row in rows]


_SIDE = {FIRST: FIRST, BOTH: FIRST, SECOND: SECOND}
"""The side on which an event is looked up; one of both is found on the first."""


def whole(figure: drawing.Drawn, side: str) -> drawing.Drawn:
    """Return a figure of one side alone: all of its clicks say which."""
    given = figure.to_dict()
    data = [picking(trace, side) if "customdata" in trace else trace for trace in given["data"]]
    return drawing.Drawn(**{**given, "data": data})


def named(traces: Sequence[dict[str, Any]], look: Look) -> list[dict[str, Any]]:
    """Return the traces of the two sides, in this order, with their names and clicks that say which they are of."""
    return [
        picking(trace, side) | {"name": theme.escaped(name), "showlegend": True}
        for trace, side, name in zip(traces, ORDER, look.sides, strict=True)
    ]


def barmode(first: Iterable[tuple[int, float]], second: Iterable[tuple[int, float]]) -> str:
    """Return how columns of two sides stand, given as place and height: beside each other where they share a place."""
    held = [{place for place, height in side if height} for side in (first, second)]
    return "group" if held[0] & held[1] else "overlay"
