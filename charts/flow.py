"""Flows: from whom money came to what it was spent on, as bands between two columns."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from analysis.crossed import Crossed
from charts import theme
from charts.theme import Look

HEIGHT = 460
WIDTH = 900
"""Narrower, the names of the two columns would run into each other; a phone scrolls it sideways in its frame."""


def bands(table: Crossed, look: Look, *, title: str, note: str = "") -> go.Figure:
    """Bands from the rows of a table to its columns, as wide as the events that hold both."""
    cells = theme.rows(table.frame)
    most = max(cells, key=lambda cell: cell["count"], default={"count": 0})
    widest = (
        f" Widest: {most['row_name']} to {most['column_name']}, {most['count']}." if most["count"] else ""
    )
    colours = theme.colours(list(table.row_names), look.palette)
    return theme.figure(
        look,
        title=title,
        data=[
            {
                "type": "sankey",
                "node": _nodes(table, look, colours),
                "link": _links(table, cells, colours),
                "arrangement": "fixed",
                "textfont": {"color": look.palette.ink},
            }
        ],
        height=HEIGHT,
        alt=f"Flow chart. {title}.{widest}",
        note=note,
        layout={"width": round(WIDTH * min(look.scale, 1.3))},
    )


def _nodes(table: Crossed, look: Look, colours: list[str]) -> dict[str, Any]:
    names = [*table.row_names.values(), *table.column_names.values()]
    return {
        "label": [theme.wrapped(name, 40, 1) for name in names],
        "color": [*colours, *([look.palette.muted] * len(table.column_names))],
        "pad": 12,
        "thickness": 12,
        "line": {"width": 0},
        "hovertemplate": "%{label}<extra></extra>",
    }


def _links(table: Crossed, cells: list[dict[str, Any]], colours: list[str]) -> dict[str, Any]:
    rows, columns = list(table.row_names), list(table.column_names)
    drawn = [cell for cell in cells if cell["count"]]
    return {
        "source": [rows.index(cell["row_id"]) for cell in drawn],
        "target": [len(rows) + columns.index(cell["column_id"]) for cell in drawn],
        "value": [int(cell["count"]) for cell in drawn],
        "color": [_faded(colours[rows.index(cell["row_id"])]) for cell in drawn],
        "customdata": [
            theme.escaped(f"{cell['row_name']} → {cell['column_name']}: ")
            + theme.counted(cell["count"], "events")
            for cell in drawn
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _faded(colour: str) -> str:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.4)"
