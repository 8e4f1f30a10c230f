"""Which countries a map has room to name, and on which side of their circle.

The browser places a name without regard to its neighbours, so room is judged here, on the map's own projection in
a window of middle width. The formulas are those of the projections: Natural Earth by its polynomial (Šavrič and
others 2011), Mercator, and Albers' equal area.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from charts import views

Box = tuple[float, float, float, float]
Point = tuple[float, float]

FRAME, PHONE = (700.0, 350.0), (340.0, 255.0)
"""The maps in which room is judged, in pixels: in a window of middle width, and on a phone."""

LETTER, LINE = 7.0, 15.0
"""Width of a letter and height of a line, in pixels."""

LONGEST, MOST = 22, 14
"""Letters of a name that is written, and names at most."""

SIDES = {
    "top center": (-0.5, -1.0),
    "bottom center": (-0.5, 0.0),
    "middle right": (0.0, -0.5),
    "middle left": (-1.0, -0.5),
}
"""Where a name may stand: how far its box begins from the edge of the circle, in its own widths and heights."""


def sides(
    rows: Sequence[Mapping[str, Any]],
    diameters: Sequence[float],
    preset: str,
    *,
    frame: Point = FRAME,
    before: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Return the side of each country that has room for its name in a frame; the first of `rows` choose first.

    `before` are names that stand there already, on the sides given; they come first in what is returned.
    """
    places = on_paper([(row["longitude"], row["latitude"]) for row in rows], preset, frame=frame)
    made = list(zip(rows, places, diameters, strict=True))
    named = dict(before or {})
    taken = [_around(place, size / 2) for place, size in zip(places, diameters, strict=True)]
    taken += [
        _box(place, size / 2, named[row["id"]], letters=len(row["who"]))
        for row, place, size in made
        if row["id"] in named
    ]
    across = [x for x, _ in on_paper(_edge(preset), preset, frame=frame)]
    for row, place, size in made:
        if row["id"] in named or len(row["who"]) > LONGEST or len(named) == MOST:
            continue
        boxes = {side: _box(place, size / 2, side, letters=len(row["who"])) for side in SIDES}
        free = [side for side, box in boxes.items() if _free(box, taken, across)]
        if free:
            taken.append(boxes[free[0]])
            named[row["id"]] = free[0]
    return named


def _free(box: Box, taken: Sequence[Box], across: Sequence[float]) -> bool:
    """Return whether a box lies within the map and over nothing."""
    return min(across) <= box[0] and box[2] <= max(across) and not _covered(box, taken)


def _around(place: Point, radius: float) -> Box:
    return place[0] - radius, place[1] - radius, place[0] + radius, place[1] + radius


def _box(place: Point, radius: float, side: str, *, letters: int) -> Box:
    """Return the box of a name beside a circle."""
    right, down = SIDES[side]
    width, height = letters * LETTER, LINE
    gap_x = {0.0: radius + 1, -1.0: -radius - 1}.get(right, 0)
    gap_y = {0.0: radius + 1, -1.0: -radius - 1}.get(down, 0)
    left, top = place[0] + right * width + gap_x, place[1] + down * height + gap_y
    return left, top, left + width, top + height


def _covered(box: Box, taken: Sequence[Box]) -> bool:
    """Return whether a box lies over another."""
    return any(
        box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in taken
    )


def on_paper(points: Sequence[Point], preset: str, *, frame: Point = FRAME) -> list[Point]:
    """Return points (longitude, latitude) as pixels from the left and top of a map of a size, in its middle."""
    edge = _edge(preset)
    xs, ys = zip(*(_flat(point, preset) for point in edge), strict=True)
    scale = min(frame[0] / (max(xs) - min(xs)), frame[1] / (max(ys) - min(ys)))
    middle = ((max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2)
    flat = (_flat(point, preset) for point in points)
    return [(frame[0] / 2 + (x - middle[0]) * scale, frame[1] / 2 - (y - middle[1]) * scale) for x, y in flat]


def _edge(preset: str) -> list[Point]:
    """Return points all over a region's view, its corners among them."""
    _, _, (west, east), (south, north), _ = views.PROJECTIONS[preset]
    return [(lon, lat) for lon in _steps(west, east) for lat in _steps(south, north)]


def _steps(low: float, high: float) -> list[float]:
    return [low + (high - low) * step / 8 for step in range(9)]


def _flat(point: Point, preset: str) -> Point:
    """Return a point on the plane of a map's projection, in radians of its middle."""
    kind, meridian, (west, east), _, parallels = views.PROJECTIONS[preset]
    turned = math.radians(point[0] - meridian)
    span = math.radians(east - west) / 2 + 1e-9
    along = turned if abs(turned) <= span else (turned + math.pi) % math.tau - math.pi
    up = math.radians(point[1])
    if kind == "mercator":
        return along, math.log(math.tan(math.pi / 4 + up / 2))
    return _natural_earth(along, up) if parallels is None else _equal_area(along, up, parallels)


def _natural_earth(along: float, up: float) -> Point:
    square = up * up
    width = 0.8707 + square * (-0.131979 + square * (-0.013791 + square**3 * (0.003971 - 0.001529 * square)))
    height = 1.007226 + square * (0.015085 + square * (-0.044475 + square * (0.028874 - 0.005916 * square)))
    return along * width, up * height


def _equal_area(along: float, up: float, parallels: tuple[float, float]) -> Point:
    low, high = (math.sin(math.radians(parallel)) for parallel in parallels)
    cone = (low + high) / 2
    radius = math.sqrt(1 + low * high - 2 * cone * math.sin(up)) / cone
    return radius * math.sin(cone * along), -radius * math.cos(cone * along)
