"""What the maps of the regions show: projections and ranges, and which countries and points lie inside.

A map shows a rectangle as large as its projected range of longitudes and latitudes, round the middle of both
(plotly.js, `geo`). On a conic projection that is more than the range, and its lower corners reach furthest south.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

SHAPES = Path(__file__).resolve().parent.parent / "static" / "base_map" / "views.csv"
"""The shapes of the base map that reach into each view, as `scripts/build_map_views.py` found them."""

PROJECTIONS: dict[
    str, tuple[str, float, tuple[float, float], tuple[float, float], tuple[float, float] | None]
] = {
    "world": ("natural earth", 11, (-169, 191), (-56, 80), None),
    "central-asia": ("conic equal area", 67, (38, 96), (33, 57), (36, 52)),
    "europe": ("conic equal area", 15, (-26, 56), (34, 71), (40, 62)),
    "middle-east": ("conic equal area", 45, (14, 76), (11, 43), (16, 38)),
    "africa": ("natural earth", 18, (-52, 88), (-37, 39), None),
    "south-asia": ("conic equal area", 78, (42, 114), (-1.5, 39), (10, 34)),
    "south-east-asia": ("mercator", 116, (80, 152), (-12, 29), None),
    "americas": ("natural earth", -80, (-192, 32), (-57, 74), None),
    "pacific": ("natural earth", 175, (105, 245), (-50, 24), None),
}
"""Projection, central meridian, range of longitudes and latitudes, and standard parallels of each region's view."""

Points = NDArray[np.float64]
"""Places as rows of longitude and latitude in degrees, or of x and y on a map; shape (places, 2)."""

QUARTERS, STEPS = 4, 24
"""plotly.js bounds a range by great circles between its quarters; points that are tried on each of these."""


def shows(preset: str, longitude: float, latitude: float) -> bool:
    """Return whether a place, in degrees, lies in a region's view."""
    return bool(inside(preset, np.array([[longitude, latitude]]))[0])


def reached(preset: str) -> frozenset[str]:
    """Return the ISO3 of the countries whose shape in the base map reaches into a region's view."""
    return _shapes()[preset]


@lru_cache(maxsize=1)
def _shapes() -> dict[str, frozenset[str]]:
    """Return the codes of the shapes that reach into each view."""
    with SHAPES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        preset: frozenset(row["shape"] for row in rows if row["view"] == preset) for preset in PROJECTIONS
    }


def inside(preset: str, points: Points) -> NDArray[np.bool_]:
    """Return which of some places, in degrees, lie in a region's view; shape (places,)."""
    (west, south), (east, north) = _bounds(preset)
    x, y = _projected(preset, points).T
    within: NDArray[np.bool_] = (west <= x) & (x <= east) & (south <= y) & (y <= north)
    return within


@lru_cache(maxsize=len(PROJECTIONS))
def _bounds(preset: str) -> Points:
    """Return the lower left and the upper right corner of a view, projected, as plotly.js places them."""
    _, _, (west, east), (south, north), _ = PROJECTIONS[preset]
    quarters = np.linspace(west, east, QUARTERS + 1)
    edges = [[(lon, lat) for lon in quarters] for lat in (south, north)]
    edges += [[(lon, south), (lon, north)] for lon in (west + 1e-6, east - 1e-6)]
    outline = _projected(preset, np.vstack([_arcs(np.array(edge)) for edge in edges]))
    middle = _projected(preset, np.array([[(west + east) / 2, (south + north) / 2]]))
    half = np.ptp(outline, axis=0) / 2
    bounds: Points = np.vstack([middle - half, middle + half])
    return bounds


def _arcs(places: Points) -> Points:
    """Return points along the great circles that join places one after the other."""
    lon, lat = np.radians(places).T
    on_globe = np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])
    share = np.linspace(0, 1, STEPS)[None, :, None]
    x, y, z = (on_globe[:-1, None] * (1 - share) + on_globe[1:, None] * share).reshape(-1, 3).T
    along: Points = np.degrees(np.column_stack([np.arctan2(y, x), np.arctan2(z, np.hypot(x, y))]))
    return along


def _projected(preset: str, points: Points) -> Points:
    """Return points on the plane of a view, by the formulas of d3-geo on a globe of radius 1."""
    kind, meridian, _, _, parallels = PROJECTIONS[preset]
    lon = np.radians((points[:, 0] - meridian + 180) % 360 - 180)
    lat = np.radians(points[:, 1])
    if parallels is not None:
        return _conic(lon, lat, np.sin(np.radians(parallels)))
    if kind == "mercator":
        return np.column_stack([lon, np.arctanh(np.sin(lat))])
    p2 = lat * lat
    p4 = p2 * p2
    x = 0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4))
    y = 1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4))
    return np.column_stack([lon * x, lat * y])


def _conic(lon: NDArray[np.float64], lat: NDArray[np.float64], parallels: NDArray[np.float64]) -> Points:
    """Return points in the equal-area conic projection of Albers; `parallels` are the sines of its two."""
    first, cone = parallels[0], parallels.mean()
    radius = np.sqrt(1 + first * (2 * cone - first) - 2 * cone * np.sin(lat)) / cone
    return np.column_stack([radius * np.sin(cone * lon), -radius * np.cos(cone * lon)])
