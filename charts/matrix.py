"""Matrices as squares with the number inside: a scatter trace, because cells of a heatmap send no click."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.counts import OTHER
from analysis.crossed import Crossed
from charts import theme
from charts.theme import Look
from view import NONE

ROW = 36
"""Height of a row and width of a narrow column, in pixels."""

WIDE = 88
"""Width of a column whose label is words."""

LABELS = 190
"""Room for the labels of the rows, in pixels."""


def squares(table: Crossed, look: Look, *, title: str, note: str = "") -> go.Figure:
    """Squares of events by row and column, five classes of one blue; nothing is drawn for zero."""
    picks = [
        "" if OTHER in (row, column) else f"{table.rows}:{row},{table.columns}:{column}"
        for row, column in zip(table.frame["row_id"], table.frame["column_id"], strict=True)
    ]
    limits = theme.class_limits(int(table.frame["count"].max()) if len(table.frame) else 1)
    classes = [theme.class_of(count, limits) for count in table.frame["count"]]
    hovers = [
        f"<b>{theme.wrapped(row, 50)}</b><br>{theme.wrapped(column, 50)}<br>{theme.counted(count, 'events')}"
        for row, column, count in zip(
            table.frame["row_name"], table.frame["column_name"], table.frame["count"], strict=True
        )
    ]
    figure = _grid(
        look,
        rows=table.row_names,
        columns=table.column_names,
        texts=[theme.number(count) if count else "" for count in table.frame["count"]],
        classes=classes,
        picks=picks,
        hovers=hovers,
        title=title,
        note=note,
        legend=theme.class_names(limits),
    )
    largest = table.frame.loc[table.frame["count"].idxmax()] if len(table.frame) else None
    if largest is not None and largest["count"]:
        figure.layout.meta = figure.layout.meta | {
            "alt": f"Matrix. {title}. Most: {largest['row_name']} with {largest['column_name']}, "
            f"{theme.counted(int(largest['count']), 'events')}."
        }
    return figure


def shares(table: pd.DataFrame, look: Look, *, title: str, note: str = "") -> go.Figure:
    """Squares of how many of the events of a row tell each field, in per cent, five classes of twenty."""
    share = (100 * table["count"] / table["event_count"]).round().astype(int)
    limits = (1, 21, 41, 61, 81)
    rows = dict(zip(table["row_id"], table["row_name"] + " (" + table["event_count"].astype(str) + ")", strict=True))
    return _grid(
        look,
        rows=rows,
        columns=dict(zip(table["column_id"], table["column_name"], strict=True)),
        texts=[str(value) for value in share],
        classes=[theme.class_of(value, limits) for value in share],
        picks=[""] * len(table),
        hovers=[
            f"<b>{theme.wrapped(row, 50)}</b><br>{column}: {theme.number(count)} of {theme.counted(events, 'events')}"
            for row, column, count, events in zip(
                table["row_name"], table["column_name"], table["count"], table["event_count"], strict=True
            )
        ],
        title=title,
        note=note,
        legend=[f"{low}–{low + 19}{theme.THIN}%" for low in limits],
    )


def _grid(
    look: Look,
    *,
    rows: dict[str, str],
    columns: dict[str, str],
    texts: list[str],
    classes: list[int],
    picks: list[str],
    hovers: list[str],
    title: str,
    note: str,
    legend: list[str],
) -> go.Figure:
    narrow = all(len(name) <= 5 for id_, name in columns.items() if id_ != NONE)
    headings = ["?" if narrow and id_ == NONE else theme.wrapped(name, 12, 3) for id_, name in columns.items()]
    width, head = (ROW if narrow else WIDE), (24 if narrow else 58)
    cells = [place for place, klass in enumerate(classes) if klass >= 0]
    unknown = {place for place in cells if NONE in (list(rows)[place // len(columns)], list(columns)[place % len(columns)])}
    colours = [look.palette.unknown if place in unknown else look.palette.sequence[classes[place]] for place in cells]
    marks: dict[str, Any] = {
        "type": "scatter",
        "mode": "markers+text",
        "x": [place % len(columns) for place in cells],
        "y": [place // len(columns) for place in cells],
        "marker": {"symbol": "square", "size": ROW - 4, "color": colours, "opacity": 1, "line": {"width": 0}},
        "text": [texts[place] if len(texts[place]) < 5 else "" for place in cells],
        "textfont": {
            "size": theme.SOURCE,
            "color": ["#FFFFFF" if place in unknown and look.palette is theme.LIGHT else _ink(look, classes[place]) for place in cells],
        },
        "customdata": [picks[place] for place in cells],
        "hovertext": [hovers[place] for place in cells],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "unselected": {"marker": {"opacity": 1}},
    }
    names = [theme.wrapped(name, 26, 2) for name in rows.values()]
    axis = {"showgrid": False, "tickmode": "array"}
    return theme.figure(
        look,
        title=title,
        data=[marks],
        height=ROW * max(len(rows), 1) + head,
        left=LABELS,
        alt=f"Matrix. {title}, {len(rows)} rows and {len(columns)} columns.",
        note=note,
        legend=list(zip(legend, look.palette.sequence, strict=True)),
        layout={
            "width": LABELS + width * max(len(columns), 1) + 32,
            "showlegend": False,
            "margin": {"t": round(theme.HEAD * look.scale) + head},
            "xaxis": theme.name_axis(
                look, **axis, side="top", tickvals=list(range(len(columns))), ticktext=headings, automargin=False,
                range=[-0.5, len(columns) - 0.5],
            ),
            "yaxis": theme.name_axis(
                look, **axis, tickvals=list(range(len(rows))), ticktext=names, automargin=False,
                range=[len(rows) - 0.5, -0.5],
            ),
        },
    )


def _ink(look: Look, klass: int) -> str:
    """Return the colour of a number that reads on its square: dark on the pale classes, light on the deep ones."""
    dark_ground = klass >= 3 if look.palette is theme.LIGHT else klass <= 1
    return "#FFFFFF" if dark_ground else "#11181F"
