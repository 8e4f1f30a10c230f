"""Matrices as squares with the number inside: a scatter trace, because cells of a heatmap send no click."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.counts import OTHER
from analysis.crossed import Crossed
from charts import theme
from charts.theme import Look
from view import NONE

ROW = 32
"""Height of a row, in pixels."""

NARROW = 28
"""Width of a column whose label is a year: 26 of them fit a window of 1280 pixels."""

WIDE = (62, 88)
"""Least and most width of a column whose label is words."""

FITS = 740
"""Room for the columns in a window of 1280 pixels."""

LABELS = 170
"""Room for the labels of the rows, in pixels."""

DARK_INK, LIGHT_INK = "#11181F", "#FFFFFF"
"""Colours of numbers: dark on pale squares and on the grey of "not stated", light on deep squares."""


@dataclass(frozen=True)
class _Cells:
    """What a matrix shows: names by id, and for each cell (row by row) text, class (-1: nothing), pick and hover."""

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

    @cached_property
    def width(self) -> int:
        """Width of a column in pixels."""
        return NARROW if self.narrow else min(WIDE[1], max(WIDE[0], FITS // max(len(self.columns), 1)))

    @cached_property
    def drawn(self) -> list[int]:
        """Places of the cells that hold something."""
        return [place for place, klass in enumerate(self.classes) if klass >= 0]

    @cached_property
    def unknown(self) -> frozenset[int]:
        """Places of the cells in `grey`, and those in a row or column of what is not stated."""
        rows, columns = list(self.rows), list(self.columns)
        held = {place: (rows[place // len(columns)], columns[place % len(columns)]) for place in self.drawn}
        return self.grey | {place for place, ids in held.items() if self.grey_unknown and NONE in ids}


def squares(table: Crossed, look: Look, *, title: str, note: str = "") -> go.Figure:
    """Squares of counts by row and column, five classes of one blue; nothing is drawn where no event is.

    Where events are behind a cell and none tells the measure, its square is grey with a question mark.
    """
    row, column, most = max(table.cells, key=lambda cell: cell[2], default=("", "", 0))
    limits = theme.class_limits(max(most, 1))
    rows, columns = (
        {id_: theme.wrapped(name, 50) for id_, name in names.items()}
        for names in (table.row_names, table.column_names)
    )
    grid = _Cells(
        rows=table.row_names,
        columns=table.column_names,
        texts=[
            theme.number(count) if base else "?"
            for (*_, count), (_, base) in zip(table.cells, table.behind, strict=True)
        ],
        classes=[
            max(theme.class_of(count, limits), 0 if events else -1)
            for (*_, count), (events, _) in zip(table.cells, table.behind, strict=True)
        ],
        picks=[_pick(table, *ids) for *ids, _ in table.cells],
        hovers=[
            f"<b>{rows[row_]}</b><br>{columns[column_]}<br>{told}"
            for (row_, column_, _), told in zip(
                table.cells,
                theme.told(table.unit, [count for *_, count in table.cells], table.behind),
                strict=True,
            )
        ],
        grey=frozenset(place for place, (events, base) in enumerate(table.behind) if events and not base),
        grey_unknown=True,
    )
    said = f" Most: {table.row_names[row]} with {table.column_names[column]}, {most}." if most else ""
    about = " ".join(part for part in (note, theme.base_note(table.unit)) if part)
    return _drawn(grid, look, title=title, note=about, legend=theme.class_names(limits), said=said)


def shares(table: pd.DataFrame, look: Look, *, title: str, note: str = "") -> go.Figure:
    """Squares of how many of the events of a row tell each field, in per cent, five classes of twenty."""
    cells = theme.rows(table)
    limits = (1, 21, 41, 61, 81)
    percent = [_percent(cell["count"], cell["event_count"]) for cell in cells]
    grid = _Cells(
        rows={cell["row_id"]: f"{cell['row_name']} ({cell['event_count']})" for cell in cells},
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
    return _drawn(grid, look, title=title, note=note, legend=legend, said="")


def _percent(part: int, whole: int) -> int:
    """Return a share in per cent; 0 and 100 only for none and all."""
    return min(max(round(100 * part / whole), int(part > 0)), 100 - int(part < whole))


def _pick(table: Crossed, row: str, column: str) -> str:
    return "" if OTHER in (row, column) else f"{table.rows}:{row},{table.columns}:{column}"


def _where(cell: dict[str, Any]) -> str:
    return f"<b>{theme.wrapped(cell['row_name'], 50)}</b><br>{theme.wrapped(cell['column_name'], 50)}<br>"


def _drawn(grid: _Cells, look: Look, *, title: str, note: str, legend: list[str], said: str) -> go.Figure:
    rows, columns = max(len(grid.rows), 1), max(len(grid.columns), 1)
    head = round((24 if grid.narrow else 86) * look.scale)
    entries = list(zip(legend, look.palette.sequence, strict=True))
    return theme.figure(
        look,
        title=title,
        data=[_marks(grid, look)],
        height=ROW * rows + head,
        left=LABELS,
        alt=f"Matrix. {title}, {len(grid.rows)} rows and {len(grid.columns)} columns.{said}",
        note=note,
        legend=[*entries, ("not stated", look.palette.unknown)] if grid.unknown else entries,
        layout={
            "width": round((LABELS + grid.width * columns + 16) * look.scale),
            "showlegend": False,
            "margin": {"t": round(theme.HEAD * look.scale) + head},
            "xaxis": _column_axis(grid, look),
            "yaxis": _row_axis(grid, look),
        },
    )


def _marks(grid: _Cells, look: Look) -> dict[str, Any]:
    side = round(((NARROW if grid.narrow else ROW) - 3) * look.scale)
    columns, unknown = len(grid.columns), look.palette.unknown
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [place % columns for place in grid.drawn],
        "y": [place // columns for place in grid.drawn],
        "marker": {
            "symbol": "square",
            "size": side,
            "color": [
                unknown if place in grid.unknown else look.palette.sequence[grid.classes[place]]
                for place in grid.drawn
            ],
            "opacity": 1,
            "line": {"width": 0},
        },
        "text": [grid.texts[place] if len(grid.texts[place]) < 5 else "" for place in grid.drawn],
        "textfont": {
            "size": round(theme.SOURCE * look.scale),
            "color": [
                DARK_INK if place in grid.unknown else _ink(look, grid.classes[place]) for place in grid.drawn
            ],
        },
        "customdata": [grid.picks[place] for place in grid.drawn],
        "hovertext": [grid.hovers[place] for place in grid.drawn],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _column_axis(grid: _Cells, look: Look) -> dict[str, Any]:
    """Return the axis of the columns: words broken into lines, of years every second one, "?" for the unknown."""
    every = 2 if grid.narrow and len(grid.columns) > 8 else 1
    ids = list(grid.columns.items())
    shown = [
        place for place, (id_, _) in enumerate(ids) if (len(ids) - 1 - place) % every == 0 or id_ == NONE
    ]
    texts = [
        "?" if grid.narrow and ids[place][0] == NONE else theme.wrapped(ids[place][1], 10, 5)
        for place in shown
    ]
    return theme.name_axis(
        look,
        side="top",
        tickmode="array",
        tickvals=shown,
        ticktext=texts,
        automargin=False,
        range=[-0.5, max(len(ids), 1) - 0.5],
    ) | {"tickfont": {"size": round(theme.SOURCE * look.scale), "color": look.palette.ink}}


def _row_axis(grid: _Cells, look: Look) -> dict[str, Any]:
    names = [theme.wrapped(name, 24, 2) for name in grid.rows.values()]
    return theme.name_axis(
        look,
        tickmode="array",
        tickvals=list(range(len(names))),
        ticktext=names,
        automargin=False,
        range=[max(len(names), 1) - 0.5, -0.5],
    )


def _ink(look: Look, klass: int) -> str:
    """Return the colour of a number that reads on its square: dark on the pale classes, light on the deep ones."""
    deep = klass >= 3 if look.palette is theme.LIGHT else klass <= 1
    return LIGHT_INK if deep else DARK_INK
