"""Figures that stay readable once a mark has been clicked: Plotly would let all others fade."""

from __future__ import annotations

from typing import Any

from charts import drawing, theme
from charts.matrix import DARK_INK, LIGHT_INK
from charts.theme import Palette

MARKS = {"bar", "scatter", "scattergeo", "choropleth"}
"""Kinds of traces in which a mark can be clicked."""


def readable(figure: drawing.Drawn, palette: Palette) -> drawing.Drawn:
    """Return a figure whose other marks and numbers stay as they are when one is clicked.

    In a matrix, whose numbers have a colour of their own in each square, the clicked square takes the second accent, or
    another where that stands for the second side of a comparison.
    """
    given = figure.to_dict()
    accent = (palette.second, DARK_INK)
    if given["layout"]["meta"]["compares"]:
        accent = (palette.categories[2], LIGHT_INK if palette is theme.LIGHT else DARK_INK)
    data = [
        {**trace, **_states(trace, palette, accent)} if _clickable(trace) else trace
        for trace in given["data"]
    ]
    return drawing.Drawn(**{**given, "data": data})


def _clickable(trace: dict[str, Any]) -> bool:
    return trace["type"] in MARKS and trace.get("mode") != "lines"


def _states(trace: dict[str, Any], palette: Palette, accent: tuple[str, str]) -> dict[str, Any]:
    """Return how the clicked mark and the others of a trace are drawn."""
    shown = {"opacity": trace.get("marker", {}).get("opacity", 1)}
    if "text" not in trace:
        return {"selected": {"marker": shown}, "unselected": {"marker": shown}}
    ink = trace.get("textfont", {}).get("color", palette.ink)
    if not isinstance(ink, str):
        clicked = {"marker": {**shown, "color": accent[0]}, "textfont": {"color": accent[1]}}
        return {"selected": clicked, "unselected": {"marker": shown}}
    state = {"marker": shown, "textfont": {"color": ink}}
    return {"selected": state, "unselected": state}
