"""Flows: from whom money came to what it was spent on, as bands between two columns."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from analysis.crossed import Crossed
from charts import drawing, theme
from charts.theme import Look

HEIGHT = 460
WIDTH = 900
"""Narrower, the names of the two columns would run into each other; a phone scrolls it sideways in its frame."""

COMPARED = "The widest flows of either side; as bands of two pictures they could not be compared."
"""What is said where bars stand in the place of bands, because two sides are compared."""


def bands(table: Crossed, look: Look, *, title: str, note: str = "") -> go.Figure:
    """Bands from the rows of a table to its columns, as wide as the events that hold both."""
    row, column, most = max(table.cells, key=lambda cell: cell[2], default=("", "", 0))
    widest = f" Widest: {table.row_names[row]} to {table.column_names[column]}, {most}." if most else ""
    colours = theme.colours(list(table.row_names), look.palette)
    return drawing.figure(
        look,
        title=title,
        data=[
            {
                "type": "sankey",
                "node": _nodes(table, look, colours),
                "link": _links(table, colours),
                "arrangement": "fixed",
                "textfont": {"color": look.palette.ink, "shadow": _halo(look)},
            }
        ],
        height=HEIGHT,
        alt=f"Flow chart. {title}.{widest}",
        note=" ".join(part for part in (note, theme.base_note(table.unit)) if part),
        layout={"width": round(WIDTH * min(look.scale, 1.3))},
    )


def _halo(look: Look) -> str:
    """Return a rim in the colour of the page, by which a name stands out from the bands behind it."""
    page = look.palette.page
    return ", ".join(f"{x}px {y}px 2px {page}" for x in (-1, 1) for y in (-1, 1))


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


def _links(table: Crossed, colours: list[str]) -> dict[str, Any]:
    rows, columns = (
        {id_: place for place, id_ in enumerate(names)} for names in (table.row_names, table.column_names)
    )
    drawn = [cell for cell in table.cells if cell[2]]
    return {
        "source": [rows[row] for row, _, _ in drawn],
        "target": [len(rows) + columns[column] for _, column, _ in drawn],
        "value": [count for *_, count in drawn],
        "color": [_faded(colours[rows[row]]) for row, _, _ in drawn],
        "customdata": [
            theme.escaped(f"{table.row_names[row]} → {table.column_names[column]}: ")
            + theme.counted(count, table.unit)
            for row, column, count in drawn
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _faded(colour: str) -> str:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.4)"
