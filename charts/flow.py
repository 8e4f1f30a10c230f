"""Flows: from whom money came to what it was spent on, as bands between two columns."""

from __future__ import annotations

import plotly.graph_objects as go

from analysis.crossed import Crossed
from charts import theme
from charts.theme import Look

HEIGHT = 460
WIDTH = 900
"""Narrower, the names of the two columns would run into each other; a phone scrolls it sideways in its frame."""


def bands(table: Crossed, look: Look, *, title: str, note: str = "") -> go.Figure:
    """Bands from the rows of a table to its columns, as wide as the events that hold both."""
    rows, columns = table.row_names, table.column_names
    cells = [(place, int(count)) for place, count in enumerate(table.frame["count"]) if count]
    colours = theme.colours(list(rows), look.palette)
    names = [*rows.values(), *columns.values()]
    link = {
        "source": [place // len(columns) for place, _ in cells],
        "target": [len(rows) + place % len(columns) for place, _ in cells],
        "value": [count for _, count in cells],
        "color": [_faded(colours[place // len(columns)]) for place, _ in cells],
        "customdata": [
            theme.escaped(f"{names[place // len(columns)]} → {names[len(rows) + place % len(columns)]}: ")
            + theme.counted(count, "events")
            for place, count in cells
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    node = {
        "label": [theme.wrapped(name, 40, 1) for name in names],
        "color": [*colours, *([look.palette.muted] * len(columns))],
        "pad": 12,
        "thickness": 12,
        "line": {"width": 0},
        "hovertemplate": "%{label}<extra></extra>",
    }
    sankey = {
        "type": "sankey",
        "node": node,
        "link": link,
        "arrangement": "fixed",
        "textfont": {"color": look.palette.ink},
    }
    most = max(theme.rows(table.frame), key=lambda row: row["count"]) if cells else None
    widest = (
        f" Widest: {most['row_name']} to {most['column_name']}, {most['count']}." if most is not None else ""
    )
    return theme.figure(
        look,
        title=title,
        data=[sankey],
        height=HEIGHT,
        alt=f"Flow chart. {title}.{widest}",
        note=note,
        layout={"width": round(WIDTH * min(look.scale, 1.3))},
    )


def _faded(colour: str) -> str:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.4)"
