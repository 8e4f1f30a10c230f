"""Who meets whom as a matrix of squares, regions or kinds set apart by lines; countries head columns by their code.

Two sides of a comparison share one matrix. Where rows and columns are the same, the first takes the half above the
diagonal and the second the half below, each pair then once a side; else two squares stand beside each other in a cell.
At 1280 pixels two matrices of 22 countries beside each other would both have to be scrolled.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go

from analysis.meeting_grid import Grid, Side
from charts import drawing, matrix, meeting_words, theme
from charts import sides as two
from charts.meeting_words import Words
from charts.theme import Look
from view import ROLES

NARROW, PAIR, WIDE = 28, 55, 70
"""Width of a column headed by a code, by a code over squares of two sides, or by a name, in pixels.

A row is as high as a narrow column is wide.
"""

HEADS = {NARROW: 24, PAIR: 24, WIDE: 88}
"""Room for the heads of the columns, in pixels."""

LABELS, GROUPS = 180, 120
"""Room for the names of the rows, and for the names of their groups on the other side, in pixels."""

MOST = {"countries": 22, "organisers": 11, "funders": 11}
"""Values of each side that a matrix shows, by kind of meeting: more of them cannot be read, or not side by side."""


@dataclass(frozen=True)
class _Cell:
    """One square: its place, what it weighs, its class and the events behind it."""

    row: int
    column: int
    weight: float
    klass: int
    events: int


def squares(
    table: Grid, look: Look, *, words: Words, title: str = "", other: Grid | None = None
) -> go.Figure:
    """Squares of what pairs weigh, five classes of one blue; nothing is drawn where two never met.

    `other` holds the same rows and columns of a second side, in five classes of amber.
    """
    sides = [table] if other is None else [table, other]
    weights = [value for side in sides for value in side.weights[side.weights > 0].tolist()]
    limits = meeting_words.limits(weights, table.weight)
    cells = [_cells(side, limits) for side in sides]
    heading = meeting_words.titled(title or words.grid, table.weight)
    width, columns = _width(table.columns), len(table.columns.names)
    width = PAIR if width == NARROW and other is not None and not table.same else width
    head = round(HEADS[width] * look.scale)
    height = NARROW * max(len(table.rows.names), 1)
    return drawing.figure(
        look,
        title=heading,
        data=[_marks(table, cells[0], look)] if other is None else _both(table, cells, look),
        height=height + head,
        left=LABELS,
        alt=f"Matrix. {heading}, {len(table.rows.names)} rows and {columns} columns.{_alt(sides, cells, look)}",
        note=f"{meeting_words.about(words, table.weight)} {_rest(sides, look, words)}",
        legend=_legend(table, look, limits=limits, compares=other is not None),
        compares=drawing.BOTH if other is not None else "",
        layout={
            "width": round((LABELS + width * max(columns, 4) + GROUPS) * look.scale),
            "margin": {"t": round(drawing.HEAD * look.scale) + head, "r": round(GROUPS * look.scale)},
            "xaxis": _heads(table.columns, look),
            "yaxis": _names(table.rows, look),
            "shapes": _lines(table, look, compares=other is not None),
            "annotations": _group_names(table.rows, look),
        },
    )


WORDS = {True: ("above the diagonal", "below"), False: ("left", "right")}
"""Where the two sides stand, by whether rows and columns are the same."""


def _legend(table: Grid, look: Look, *, limits: Sequence[float], compares: bool) -> list[tuple[str, str]]:
    """Return the classes, of two sides in a line for each that says where it stands."""
    classes = meeting_words.class_names(limits, table.weight)
    if not compares:
        return list(zip(classes, look.palette.sequence, strict=True))
    said = [f"{word}: {name}" for word, name in zip(WORDS[table.same], look.sides, strict=True)]
    return theme.keyed(look, classes, said)


def _both(table: Grid, cells: list[list[_Cell]], look: Look) -> list[dict[str, Any]]:
    """Return the squares of both sides, each in its half or beside the other."""
    if table.same:
        first = [cell for cell in cells[0] if cell.row < cell.column]
        second = [cell for cell in cells[1] if cell.row > cell.column]
    else:
        first, second = cells
    step = 0 if table.same else STEP
    made = [_marks(table, first, look, right=-step), _marks(table, second, look, right=step, second=1)]
    return two.named(made, look)


STEP = 0.24
"""How far left and right of the middle of a cell the squares of two sides stand, in cells."""


def _width(side: Side) -> int:
    return NARROW if side.dimension in ROLES else WIDE


def _cells(table: Grid, limits: tuple[float, ...]) -> list[_Cell]:
    """Return the squares of pairs that met, row by row."""
    return [
        _Cell(row, column, weight, meeting_words.class_of(weight, limits), events)
        for row, (weights, behind) in enumerate(
            zip(table.weights.tolist(), table.events.tolist(), strict=True)
        )
        for column, (weight, events) in enumerate(zip(weights, behind, strict=True))
        if events
    ]


def _marks(
    table: Grid, cells: list[_Cell], look: Look, *, right: float = 0, second: int = 0
) -> dict[str, Any]:
    """Return the squares of a side, `right` of the middle of their cells."""
    ramp = look.palette.second_sequence if second else look.palette.sequence
    rows, columns = list(table.rows.names.items()), list(table.columns.names.items())
    ids = [(rows[cell.row][0], columns[cell.column][0]) for cell in cells]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [cell.column + right for cell in cells],
        "y": [cell.row for cell in cells],
        "text": [meeting_words.figure(cell.weight, table.weight) for cell in cells],
        "textfont": {
            "color": [matrix.ink(look, cell.klass) for cell in cells],
            "size": round(theme.SOURCE * look.scale),
        },
        "marker": {
            "symbol": "square",
            "color": [ramp[cell.klass] for cell in cells],
            "size": round((NARROW - 2) * look.scale),
            "line": {"width": 0},
            "opacity": 1,
        },
        "customdata": [
            f"{table.rows.dimension}:{row},{table.columns.dimension}:{column}" for row, column in ids
        ],
        "hovertext": [
            _hover(cell, rows[cell.row][1], columns[cell.column][1], table.weight) for cell in cells
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _hover(cell: _Cell, row: str, column: str, weight: str) -> str:
    shared = f"<br>{meeting_words.shared(cell.weight)}" if weight == "shared" else ""
    names = f"<b>{theme.wrapped(row, 50)}</b><br>{theme.wrapped(column, 50)}"
    return f"{names}<br>{theme.counted(cell.events, 'events')} together{shared}"


def _heads(side: Side, look: Look) -> dict[str, Any]:
    """Return the axis of the columns: codes of countries, names broken into lines else."""
    by_code = _width(side) == NARROW
    texts = list(side.names) if by_code else [theme.wrapped(name, 10, 5) for name in side.names.values()]
    return _axis(texts, look, places=(-0.5, max(len(texts), 4) - 0.5)) | {"side": "top"}


def _names(side: Side, look: Look) -> dict[str, Any]:
    """Return the axis of the rows: names, of countries with the code that heads their column."""
    by_code = _width(side) == NARROW
    texts = [theme.wrapped(f"{name} {id_}" if by_code else name, 28, 2) for id_, name in side.names.items()]
    return _axis(texts, look, places=(max(len(texts), 1) - 0.5, -0.5))


def _axis(texts: list[str], look: Look, *, places: tuple[float, float]) -> dict[str, Any]:
    return drawing.name_axis(
        look,
        tickmode="array",
        tickvals=list(range(len(texts))),
        ticktext=texts,
        automargin=False,
        range=list(places),
        tickfont={"size": round(theme.SOURCE * look.scale), "color": look.palette.ink},
    )


def _breaks(side: Side) -> list[int]:
    """Return the places where a new group begins."""
    return [place for place, (before, after) in enumerate(pairwise(side.groups), start=1) if before != after]


def _lines(table: Grid, look: Look, *, compares: bool) -> list[dict[str, Any]]:
    """Return a thin line between any two groups of rows and of columns, and the diagonal between two sides."""
    line = {"type": "line", "layer": "below", "line": {"color": look.palette.muted, "width": 0.7}}
    rows, columns = len(table.rows.names), len(table.columns.names)
    across = [
        line | {"x0": -0.5, "x1": columns - 0.5, "y0": place - 0.5, "y1": place - 0.5}
        for place in _breaks(table.rows)
    ]
    down = [
        line | {"x0": place - 0.5, "x1": place - 0.5, "y0": -0.5, "y1": rows - 0.5}
        for place in _breaks(table.columns)
    ]
    end = rows - 0.5
    diagonal = [line | {"x0": -0.5, "x1": end, "y0": -0.5, "y1": end}] if compares and table.same else []
    return [*across, *down, *diagonal]


def _group_names(side: Side, look: Look) -> list[dict[str, Any]]:
    """Return the name of each group beside the middle of its rows."""
    edges = [0, *_breaks(side), len(side.groups)] if side.groups else []
    return [
        {
            "text": theme.wrapped(side.groups[first], 20, 2),
            "x": 1,
            "xref": "paper",
            "xanchor": "left",
            "xshift": 6,
            "y": (first + last - 1) / 2,
            "yref": "y",
            "yanchor": "middle",
            "align": "left",
            "showarrow": False,
            "font": {"size": round(theme.SOURCE * look.scale), "color": look.palette.muted},
        }
        for first, last in pairwise(edges)
    ]


def _rest(sides: list[Grid], look: Look, words: Words) -> str:
    """Return how many pairs are shown, and how many values are not."""
    table = sides[0]
    shown = [f"{theme.number(len(side.pairs))} of {theme.number(side.pair_count)}" for side in sides]
    if len(sides) > 1:
        shown = [f"{told} ({name})" for told, name in zip(shown, look.sides, strict=True)]
    left_out = table.rows.rest + (0 if table.same else table.columns.rest)
    who = words.many if table.same else "rows and columns"
    rest = (
        f" Drawn are the {who} of the strongest pairs; {theme.number(left_out)} more are left out."
        if left_out
        else ""
    )
    lined = ", each pair in two squares" if table.same and len(table.pairs) and len(sides) == 1 else ""
    return f"{' and '.join(shown)} pairs shown{lined}.{rest}"


def _alt(sides: list[Grid], cells: list[list[_Cell]], look: Look) -> str:
    """Return the heaviest pair of each side in a line."""
    told = [_said(side, held) for side, held in zip(sides, cells, strict=True)]
    return told[0] if len(told) == 1 else f"{told[0]} {look.sides[1]}:{told[1]}"


def _said(table: Grid, cells: list[_Cell]) -> str:
    if not cells:
        return " No two met."
    most = max(cells, key=lambda cell: cell.weight)
    row, column = list(table.rows.names.values())[most.row], list(table.columns.names.values())[most.column]
    return f" Most: {row} with {column}, {meeting_words.amount(most.weight, table.weight)}."
