"""Matrices as squares with the number inside: a scatter trace, because cells of a heatmap send no click.

Two sides of a comparison share one matrix, as they share one axis in grouped bars: two squares a cell, blue and amber
in one scale. At 1280 pixels two matrices beside each other would both have to be scrolled, and a matrix of differences
would hide on how many events each difference rests.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.counts import OTHER
from analysis.crossed import Crossed
from charts import drawing, theme
from charts import sides as two
from charts.theme import Look
from view import NONE

ROW = 32
"""Height of a row, in pixels."""

LINES = 60
"""Height of a row in which the second side stands under the first, in pixels."""

NARROW = 28
"""Width of a column whose label is a year: 26 of them fit a window of 1280 pixels."""

WIDE = (60, 88)
"""Least and most width of a column whose label is words."""

FEW_YEARS, ROOMY = 8, 34
"""Up to so many years each has a label, and the width of a column such labels have room in, in pixels."""

PAIR = 74
"""Least width of a column in which the second side stands beside the first, in pixels."""

FITS = 730
"""Room for the columns in a window of 1280 pixels."""

LEAST = 180
"""Room for the columns at least, so that the source line fits."""

LABELS, LETTERS = 170, 24
"""Room for the labels of the rows, in pixels, and letters of each of their two lines."""

DARK_INK, LIGHT_INK = "#11181F", "#FFFFFF"
"""Colours of numbers: dark on pale squares and on the grey of "not stated", light on deep squares."""


@dataclass(frozen=True)
class _Cells:
    """What one side shows: names by id, and for each cell (row by row) text, class (-1: nothing), pick and hover."""

    rows: dict[str, str]
    columns: dict[str, str]
    texts: list[str]
    classes: list[int]
    picks: list[str]
    hovers: list[str]
    grey: frozenset[int]
    grey_unknown: bool

    @cached_property
    def narrow(self) -> bool:
        """Whether the columns are years."""
        return all(len(name) <= 5 for id_, name in self.columns.items() if id_ != NONE)

    def width(self, least: int) -> int:
        """Return the width of a column in pixels."""
        if self.narrow:
            return ROOMY if len(self.columns) <= FEW_YEARS else NARROW
        return min(WIDE[1], max(least, FITS // max(len(self.columns), 1)))

    @cached_property
    def held(self) -> set[int]:
        """Places of the columns that hold something."""
        return {place % len(self.columns) for place in self.drawn}

    @cached_property
    def drawn(self) -> list[int]:
        """Places of the cells that hold something."""
        return [place for place, klass in enumerate(self.classes) if klass >= 0]

    @cached_property
    def unknown(self) -> frozenset[int]:
        """Places of the cells in `grey`, and those in a row or column of what is not stated."""
        if not self.grey_unknown or NONE not in self.rows | self.columns:
            return self.grey
        rows, columns = list(self.rows), list(self.columns)
        held = ((place, divmod(place, len(columns))) for place in self.drawn)
        return self.grey | {place for place, (row, column) in held if NONE in (rows[row], columns[column])}


def squares(
    table: Crossed, look: Look, *, title: str, note: str = "", other: Crossed | None = None
) -> go.Figure:
    """Squares of counts by row and column, five classes of one blue; nothing is drawn where no event is.

    Where events are behind a cell and none tells the measure, its square is grey with a question mark. `other` holds
    the same rows and columns of a second group of events: an amber square beside or under each.
    """
    sides = [table] if other is None else [table, other]
    stated = [count for side in sides for *where, count in side.cells if NONE not in where]
    limits = theme.class_limits(max(stated, default=1) or 1)
    about = " ".join(part for part in (note, theme.base_note(table.unit)) if part)
    said = _most(table) + (f" {look.sides[1]}:{_most(other) or ' nothing.'}" if other is not None else "")
    grids = [_grid(side, limits) for side in sides]
    return _drawn(grids, look, title=title, note=about, legend=theme.class_names(limits), said=said)


def _most(table: Crossed) -> str:
    """Return the largest cell in a line."""
    row, column, most = max(table.cells, key=lambda cell: cell[2], default=("", "", 0))
    return f" Most: {table.row_names[row]} with {table.column_names[column]}, {most}." if most else ""


def _grid(table: Crossed, limits: Sequence[int]) -> _Cells:
    """Return what the cells of a table show."""
    rows = {id_: f"<b>{theme.wrapped(name, 50)}</b><br>" for id_, name in table.row_names.items()}
    columns = {id_: f"{theme.wrapped(name, 50)}<br>" for id_, name in table.column_names.items()}
    counts = [count for _, _, count in table.cells]
    told = theme.told(table.unit, counts, table.behind)
    return _Cells(
        rows=table.row_names,
        columns=table.column_names,
        texts=[
            theme.short(count) if base else "?" for count, (_, base) in zip(counts, table.behind, strict=True)
        ],
        classes=[
            max(theme.class_of(count, limits), 0 if events else -1)
            for count, (events, _) in zip(counts, table.behind, strict=True)
        ],
        picks=[_pick(table, row, column) for row, column, _ in table.cells],
        hovers=[
            rows[row] + columns[column] + said
            for (row, column, _), said in zip(table.cells, told, strict=True)
        ],
        grey=frozenset(place for place, (events, base) in enumerate(table.behind) if events and not base),
        grey_unknown=True,
    )


def shares(table: pd.DataFrame, look: Look, *, title: str, note: str = "") -> go.Figure:
    """Squares of how many of the events of a row tell each field, in per cent, five classes of twenty."""
    cells = theme.rows(table)
    limits = (1, 21, 41, 61, 81)
    percent = [_percent(cell["count"], cell["event_count"]) for cell in cells]
    grid = _Cells(
        rows={cell["row_id"]: _counted(cell["row_name"], cell["event_count"]) for cell in cells},
        columns={cell["column_id"]: cell["column_name"] for cell in cells},
        texts=[str(value) for value in percent],
        classes=[theme.class_of(value, limits) for value in percent],
        picks=[""] * len(cells),
        hovers=[
            f"{_where(cell)}{theme.number(cell['count'])} of {theme.counted(cell['event_count'], 'events')}"
            for cell in cells
        ],
        grey=frozenset(),
        grey_unknown=False,
    )
    legend = [f"{low}–{low + 19}{theme.THIN}%" for low in limits]
    return _drawn([grid], look, title=title, note=note, legend=legend, said="")


def _counted(name: str, events: int) -> str:
    """Return the name of a row with its events, so short that the number is never cut off."""
    told, shown = f"({theme.number(events)})", name
    while len(shown) > LETTERS and not theme.wrapped(f"{shown} {told}", LETTERS, 2).endswith(told):
        shown = f"{shown.removesuffix(' …')[:-1].rstrip()} …"
    return f"{shown} {told}"


def _percent(part: int, whole: int) -> int:
    """Return a share in per cent; 0 and 100 only for none and all."""
    return min(max(round(100 * part / whole), int(part > 0)), 100 - int(part < whole))


def _pick(table: Crossed, row: str, column: str) -> str:
    return "" if OTHER in (row, column) else f"{table.rows}:{row},{table.columns}:{column}"


def _where(cell: dict[str, Any]) -> str:
    return f"<b>{theme.wrapped(cell['row_name'], 50)}</b><br>{theme.wrapped(cell['column_name'], 50)}<br>"


def _drawn(
    grids: Sequence[_Cells], look: Look, *, title: str, note: str, legend: list[str], said: str
) -> go.Figure:
    grid, placed = grids[0], _places(grids)
    heads = _with_events(grids)
    rows, columns = max(len(grid.rows), 1), max(len(heads), 1)
    height = (LINES if placed[-1].down else ROW) * rows
    head = round((24 if grid.narrow else 86) * look.scale)
    width = grid.width(WIDE[0] if len(grids) == 1 else PAIR)
    columns = max(columns, -(-LEAST // width))
    marks = [_marks(side, look, placed=place, width=width) for side, place in zip(grids, placed, strict=True)]
    compares = len(grids) > 1
    return drawing.figure(
        look,
        title=title,
        data=marks if not compares else two.named(marks, look),
        height=height + head,
        left=LABELS,
        alt=f"Matrix. {title}, {len(grid.rows)} rows and {len(grid.columns)} columns.{said}",
        note=note,
        legend=_entries(grids, look, classes=legend, placed=placed),
        compares=drawing.BOTH if compares else "",
        layout={
            "width": round((LABELS + width * columns + 16) * look.scale),
            "margin": {"t": round(drawing.HEAD * look.scale) + head},
            "xaxis": _column_axis(heads, look, columns=columns, years=grid.narrow),
            "yaxis": _row_axis(grid, look),
        },
    )


@dataclass(frozen=True)
class _Placed:
    """Where the squares of a side stand: how far right and down of the middle of a cell, in cells, and its word."""

    right: float = 0
    down: float = 0
    word: str = ""
    second: int = 0


def _places(grids: Sequence[_Cells]) -> list[_Placed]:
    """Return where each side stands: both in the middle where no column has squares of both, else beside or under."""
    if len(grids) == 1:
        return [_Placed()]
    if not grids[0].held & grids[1].held:
        return [_Placed(), _Placed(second=1)]
    if grids[0].narrow:
        return [_Placed(down=-0.22, word="above"), _Placed(down=0.22, word="below", second=1)]
    return [_Placed(right=-0.23, word="left"), _Placed(right=0.23, word="right", second=1)]


def _entries(
    grids: Sequence[_Cells], look: Look, *, classes: list[str], placed: Sequence[_Placed]
) -> list[tuple[str, str]]:
    """Return the legend: the classes and what is not stated, of two sides each in a line of its own."""
    grey = [("not stated", look.palette.unknown)] if any(grid.unknown for grid in grids) else []
    if len(grids) == 1:
        return [*zip(classes, look.palette.sequence, strict=True), *grey]
    said = [_said(name, place) for name, place in zip(look.sides, placed, strict=True)]
    return theme.keyed(look, classes, said, *grey)


def _said(name: str, placed: _Placed) -> str:
    return f"{placed.word}: {name}" if placed.word else name


def _marks(grid: _Cells, look: Look, *, placed: _Placed, width: int) -> dict[str, Any]:
    """Return the squares of one side."""
    palette, columns = look.palette, len(grid.columns)
    inks = [ink(look, klass) for klass in range(len(palette.sequence))]
    side = min((NARROW if grid.narrow else ROW) - 3, width // 2 - 3 if placed.right else ROW)
    ramp = palette.second_sequence if placed.second else palette.sequence
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [place % columns + placed.right for place in grid.drawn],
        "y": [place // columns + placed.down for place in grid.drawn],
        "marker": {
            "symbol": "square",
            "size": round(side * look.scale),
            "color": [
                palette.unknown if place in grid.unknown else ramp[grid.classes[place]]
                for place in grid.drawn
            ],
            "opacity": 1,
            "line": {"width": 0},
        },
        "text": [grid.texts[place] for place in grid.drawn],
        "textfont": {
            "size": round(theme.SOURCE * look.scale),
            "color": [
                DARK_INK if place in grid.unknown else inks[grid.classes[place]] for place in grid.drawn
            ],
        },
        "customdata": [grid.picks[place] for place in grid.drawn],
        "hovertext": [grid.hovers[place] for place in grid.drawn],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _with_events(grids: Sequence[_Cells]) -> list[tuple[str, str]]:
    """Return id and name of the columns, of years the unknown one only where something stands in it."""
    columns = list(grids[0].columns.items())
    last = len(columns) - 1
    unknown = grids[0].narrow and columns and columns[last][0] == NONE
    return columns[:last] if unknown and not any(last in grid.held for grid in grids) else columns


def _column_axis(ids: list[tuple[str, str]], look: Look, *, columns: int, years: bool) -> dict[str, Any]:
    """Return the axis of the columns: words broken into lines, of years every second one, "?" for the unknown."""
    every = 2 if years and len(ids) > FEW_YEARS else 1
    shown = [
        place for place, (id_, _) in enumerate(ids) if (len(ids) - 1 - place) % every == 0 or id_ == NONE
    ]
    texts = [
        "?" if years and ids[place][0] == NONE else theme.wrapped(ids[place][1], 10, 5) for place in shown
    ]
    return drawing.name_axis(
        look,
        side="top",
        tickmode="array",
        tickvals=shown,
        ticktext=texts,
        automargin=False,
        range=[-0.5, columns - 0.5],
    ) | {"tickfont": {"size": round(theme.SOURCE * look.scale), "color": look.palette.ink}}


def _row_axis(grid: _Cells, look: Look) -> dict[str, Any]:
    names = [theme.wrapped(name, LETTERS, 2) for name in grid.rows.values()]
    return drawing.name_axis(
        look,
        tickmode="array",
        tickvals=list(range(len(names))),
        ticktext=names,
        automargin=False,
        range=[max(len(names), 1) - 0.5, -0.5],
    )


def ink(look: Look, klass: int) -> str:
    """Return the colour of a number that reads on its square: dark on the pale classes, light on the deep ones."""
    deep = klass >= 3 if look.palette is theme.LIGHT else klass <= 1
    return LIGHT_INK if deep else DARK_INK
