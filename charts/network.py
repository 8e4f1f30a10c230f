"""Who meets whom on the map: countries where they lie, as large as their events, the strongest pairs as lines.

A line ends in a small mark at its middle, which tells the pair and can be clicked: lines themselves send no click.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts import drawing, map_names, maps, meeting_words, theme, views
from charts.meeting_words import Words
from charts.theme import Look

MOST = 60
"""Lines on a map; with more of them it is no longer read."""

BOW = 0.08
"""How far the middle of a line stands off the straight way, as a part of its length: lines on one way stay apart."""

STEPS = 12
"""Pieces of a line."""

LARGEST, SMALLEST = 15.0, 4.0
"""Diameter of the country with most events and of the smallest mark, in pixels."""

WIDTHS = (1.2, 1.8, 2.6, 3.8, 5.2)
"""Width of the lines of each class, in pixels."""

Point = tuple[float, float]
Row = dict[str, Any]
Tables = tuple[pd.DataFrame, pd.DataFrame]


@dataclass(frozen=True)
class _Line:
    """A pair on the map: its row of the table, its weight, class and colour, and the points of its line."""

    row: Row
    weight: float
    klass: int
    colour: str
    points: list[Point]


def inside(points: pd.DataFrame, preset: str) -> frozenset[str]:
    """Return the countries of a table that lie in a region's view and have a place on the map."""
    return frozenset(row["id"] for row in _placed(points, preset))


def _placed(points: pd.DataFrame, preset: str) -> list[Row]:
    rows = [row for row in theme.rows(points) if not math.isnan(row["latitude"])]
    return [row for row in rows if maps.in_view(row, preset)]


def on_map(
    points: pd.DataFrame,
    pairs: pd.DataFrame,
    look: Look,
    *,
    words: Words,
    dimension: str,
    weight: str,
    preset: str = "world",
    beside: Tables | None = None,
) -> go.Figure:
    """Circles for countries and lines for pairs, both ends of which must be in `points` and in the region's view.

    `beside` are points and pairs of a second map: both have circles and lines of one scale.
    """
    rows = _placed(points, preset)
    weights = _weights(pairs, beside, weight)
    limits = meeting_words.limits(weights, weight)
    colours = _colours(weights, limits, look)
    lines = _lines(rows, pairs, limits, colours, weight=weight, preset=preset)
    largest = _largest(rows, beside, preset)
    names = meeting_words.class_names(_from_the_least(limits, weights, weight), weight)
    heading = _heading(words, look, len(lines), weight=weight, sides=1 if beside is None else 2)
    return drawing.figure(
        look,
        title=heading,
        data=[
            *(_ways(lines, klass, look) for klass in sorted({line.klass for line in lines})),
            *_countries(rows, lines, look, dimension=dimension, largest=largest),
            _middles(lines, look, dimension=dimension, weight=weight),
            *_names(rows, lines, look, preset=preset, largest=largest),
        ],
        height=None,
        alt=f"Map. {heading}.{_said(lines, weight)}",
        note=meeting_words.about(words, weight),
        below=maps.NOTE,
        legend=[
            *((names[klass], colour) for klass, colour in colours.items()),
            ("country, circle by events; hollow: in no drawn pair", look.palette.other),
        ],
        compares=drawing.ONE if beside is not None else "",
        layout={
            "geo": maps.geo(look, preset),
            "margin": {"l": 0, "r": 0},
            "annotations": [maps.disclaimer(look)],
        },
    )


CLICK = "A click on the dot in the middle of a line shows the events of the pair."
CLOSER = "A region chosen above shows countries that lie close apart from each other."


def strip(points: pd.DataFrame, pairs: pd.DataFrame, *, pair_count: int, weight: str, preset: str) -> str:
    """Return the line under the map: how many pairs are drawn and which are not, and which countries."""
    values = pairs["shared" if weight == "shared" else "count"].tolist()
    least = f", each with {meeting_words.amount(min(values), weight)} or more" if values else ""
    drawn = len(_placed(points, preset))
    unplaced = [row["who"] for row in theme.rows(points) if math.isnan(row["latitude"])]
    outside = len(points) - drawn - len(unplaced)
    said = [
        f"{theme.number(len(values))} of {theme.number(pair_count)} pairs drawn{least}",
        f"{theme.number(drawn)} of {theme.counted(len(points), 'countries')}",
        *([f"{theme.number(outside)} outside this view"] if outside else []),
        *([f"not drawable: {', '.join(unplaced)}"] if unplaced else []),
    ]
    return f"{'; '.join(said)}."


def _largest(rows: list[Row], beside: Tables | None, preset: str) -> int:
    """Return the events of the largest circle, of both maps where there are two."""
    placed = [*rows, *([] if beside is None else _placed(beside[0], preset))]
    return max([row["count"] for row in placed], default=1)


def _weights(pairs: pd.DataFrame, beside: Tables | None, weight: str) -> list[float]:
    """Return what the drawn pairs weigh, those of both maps where there are two."""
    column = "shared" if weight == "shared" else "count"
    others = [] if beside is None else beside[1][column].tolist()
    return [*pairs[column].tolist(), *others]


def _from_the_least(limits: tuple[float, ...], weights: list[float], weight: str) -> tuple[float, ...]:
    """Return classes of events whose first begins with the least pair that is drawn, for their names."""
    least = min(weights, default=0)
    return (least, *limits[1:]) if weight == "events" and limits[0] < least < limits[1] else limits


def _colours(weights: list[float], limits: tuple[float, ...], look: Look) -> dict[int, str]:
    """Return the colour of each class that has a line on either map: the deepest of the ramp, the last the deepest."""
    used = sorted({meeting_words.class_of(value, limits) for value in weights} - {-1})
    ramp = look.palette.sequence
    return dict(zip(used, ramp[len(ramp) - len(used) :], strict=True))


def _heading(words: Words, look: Look, lines: int, *, weight: str, sides: int) -> str:
    """Return the title, of two maps with the side each is of."""
    some = f"the {theme.number(lines)} strongest pairs"
    many = {0: "no pair", 1: "the strongest pair"}.get(lines, some)
    whose = words.grid if sides == 1 else f"{look.sides[0]}: {words.grid[0].lower()}{words.grid[1:]}"
    return meeting_words.titled(f"{whose}: {many}", weight)


def _lines(
    rows: list[Row],
    pairs: pd.DataFrame,
    limits: tuple[float, ...],
    colours: dict[int, str],
    *,
    weight: str,
    preset: str,
) -> list[_Line]:
    """Return the lines of the pairs, the weakest first so that strong ones lie on top."""
    values = pairs["shared" if weight == "shared" else "count"].tolist()
    west = views.PROJECTIONS[preset][2][0]
    place = {row["id"]: (west + (row["longitude"] - west) % 360, row["latitude"]) for row in rows}
    classes = [meeting_words.class_of(value, limits) for value in values]
    made = [
        _Line(row, value, klass, colours[klass], _way(place[row["first_id"]], place[row["second_id"]]))
        for row, value, klass in zip(theme.rows(pairs), values, classes, strict=True)
    ]
    return made[::-1]


def _way(start: Point, end: Point) -> list[Point]:
    """Return the points of a bowed line on a flat map; a great circle would leave the map near the pole."""
    (x0, y0), (x1, y1) = start, end
    off_x, off_y = -(y1 - y0) * BOW, (x1 - x0) * BOW
    shares = [step / STEPS for step in range(STEPS + 1)]
    bows = [4 * share * (1 - share) for share in shares]
    return [
        (x0 + (x1 - x0) * share + off_x * bow, y0 + (y1 - y0) * share + off_y * bow)
        for share, bow in zip(shares, bows, strict=True)
    ]


def _ways(lines: list[_Line], klass: int, look: Look) -> dict[str, Any]:
    """Return the lines of one class."""
    own = [line for line in lines if line.klass == klass]
    points = [point for line in own for point in (*line.points, (None, None))]
    return {
        "type": "scattergeo",
        "mode": "lines",
        "lon": [lon for lon, _ in points],
        "lat": [lat for _, lat in points],
        "line": {"width": WIDTHS[klass] * look.scale, "color": own[0].colour},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _middles(lines: list[_Line], look: Look, *, dimension: str, weight: str) -> dict[str, Any]:
    """Return a mark in the middle of each line, which tells the pair and can be clicked."""
    middles = [line.points[STEPS // 2] for line in lines]
    return {
        "type": "scattergeo",
        "mode": "markers",
        "lon": [lon for lon, _ in middles],
        "lat": [lat for _, lat in middles],
        "marker": {
            "size": [(5 + line.klass) * look.scale for line in lines],
            "color": [line.colour for line in lines],
            "line": {"width": 1, "color": look.palette.page},
            "opacity": 1,
        },
        **_told(
            [f"{dimension}:{line.row['first_id']},{dimension}:{line.row['second_id']}" for line in lines],
            [_hover(line, weight) for line in lines],
        ),
    }


def _hover(line: _Line, weight: str) -> str:
    names = " + ".join(theme.wrapped(line.row[name], 50) for name in ("first_name", "second_name"))
    shared = f"<br>{meeting_words.shared(line.row['shared'])}" if weight == "shared" else ""
    return f"<b>{names}</b><br>{theme.counted(line.row['count'], 'events')} together{shared}"


def _countries(
    rows: list[Row], lines: list[_Line], look: Look, *, dimension: str, largest: int
) -> list[dict[str, Any]]:
    """Return the hollow circles of countries in no drawn pair, then those of the others."""
    ends = _ends(lines)
    linked = [row for row in rows if row["id"] in ends]
    rest = [row for row in rows if row["id"] not in ends]
    return [
        _circles(rest, look, dimension=dimension, largest=largest) | {"name": "in no drawn pair"},
        _circles(linked, look, dimension=dimension, largest=largest, colour=look.palette.other)
        | {"name": "in a drawn pair"},
    ]


def _ends(lines: list[_Line]) -> set[str]:
    return {line.row[end] for line in lines for end in ("first_id", "second_id")}


def _diameter(row: Row, largest: int) -> float:
    return float(max(SMALLEST, LARGEST * (row["count"] / largest) ** 0.5))


def _circles(
    rows: list[Row], look: Look, *, dimension: str, largest: int, colour: str = ""
) -> dict[str, Any]:
    """Return countries as circles, their area by events, hollow without a colour."""
    palette = look.palette
    return {
        "type": "scattergeo",
        "mode": "markers",
        "lon": [row["longitude"] for row in rows],
        "lat": [row["latitude"] for row in rows],
        "marker": {
            "size": [_diameter(row, largest) * look.scale for row in rows],
            "sizemode": "diameter",
            "color": colour or palette.page,
            "line": {"width": 1, "color": palette.page if colour else palette.muted},
            "opacity": 1,
        },
        **_told(
            [f"{dimension}:{row['id']}" for row in rows],
            [
                f"<b>{theme.escaped(row['who'])}</b><br>{theme.counted(row['count'], 'events')}"
                for row in rows
            ],
        ),
    }


def _told(picks: list[str], hovers: list[str]) -> dict[str, Any]:
    """Return what marks say when pointed at and what a click on them picks."""
    return {
        "customdata": picks,
        "hovertext": hovers,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
        "showlegend": False,
    }


def _names(
    rows: list[Row], lines: list[_Line], look: Look, *, preset: str, largest: int
) -> list[dict[str, Any]]:
    """Return the names of the countries in drawn pairs that have room: on any map, and on more than a phone's.

    The style sheet leaves out the second, which is the last trace of the map, where the window is narrow.
    """
    ends = _ends(lines)
    linked = [row for row in rows if row["id"] in ends]
    sizes = [_diameter(row, largest) for row in linked]
    phone, frame = (
        (width / look.scale, height / look.scale) for width, height in (map_names.PHONE, map_names.FRAME)
    )
    narrow = map_names.sides(linked, sizes, preset, frame=phone)
    wide = map_names.sides(linked, sizes, preset, frame=frame, before=narrow)
    more = {id_: side for id_, side in wide.items() if id_ not in narrow}
    return [
        _written(linked, narrow, look, largest=largest) | {"name": "names"},
        _written(linked, more, look, largest=largest) | {"name": "more names"},
    ]


def _written(linked: list[Row], sides: dict[str, str], look: Look, *, largest: int) -> dict[str, Any]:
    """Return some names beside their circles, on top of all."""
    named = [row for row in linked if row["id"] in sides]
    return {
        "type": "scattergeo",
        "mode": "markers+text",  # the marks are not seen: a name keeps the distance of its mark
        "lon": [row["longitude"] for row in named],
        "lat": [row["latitude"] for row in named],
        "marker": {
            "size": [_diameter(row, largest) * look.scale for row in named],
            "color": look.palette.page,
            "opacity": 0,
        },
        "text": [theme.escaped(row["who"]) for row in named],
        "textposition": [sides[row["id"]] for row in named],
        "textfont": {
            "size": round(theme.SOURCE * look.scale),
            "color": look.palette.ink,
            "shadow": f"0 0 3px {look.palette.page}, 0 0 3px {look.palette.page}",
        },
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _said(lines: list[_Line], weight: str) -> str:
    if not lines:
        return " No two met."
    best = lines[-1]
    names = f"{best.row['first_name']} and {best.row['second_name']}"
    return f" Strongest: {names}, {meeting_words.amount(best.weight, weight)}."
