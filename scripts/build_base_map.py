"""Builds static/base_map/: the shapes plotly.js draws, and what can be drawn of them.

Run it with `python scripts/build_base_map.py`; it needs npm beside the packages named
here. The same package versions give the same bytes. Origin and terms of the shapes are
in static/base_map/README.md.
"""
# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy", "pycountry==26.2.16", "shapely==2.2.0"]
# ///

from __future__ import annotations

import csv
import json
import math
import re
import subprocess
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pycountry
import shapely

PACKAGE = "plotly.js@4.1.1"
SOURCE = "world_50m"  # plotly.js asks for <scope>_<resolution>m.json
OUT = Path(__file__).resolve().parents[1] / "static" / "base_map"

TOLERANCE = 0.04  # degrees; about one pixel on the closest regional map
ROUNDNESS = 0.06  # a shape may lose at most this share of its own width
ISLAND = 0.006  # square degrees; smaller islands of larger states are left out
SMALL_STATE = 0.3  # square degrees; a state this small keeps its lesser islands
LAKE = 0.2  # square degrees; smaller lakes are left out
STEPS = 100_000  # grid steps across each axis
PICTURE = 1100  # pixels; width of the world map that width_px is given for
EXTRA = ("XKX",)  # Kosovo: user-assigned code, not in ISO 3166-1

Point = tuple[float, float]
Ring = list[Point]
Polygon = list[Ring]
Json = dict[str, Any]


def fetch(folder: Path) -> str:
    """The package's file of all base maps, as text."""
    subprocess.run(
        ["npm", "pack", PACKAGE, "--silent"],
        cwd=folder,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    with tarfile.open(next(folder.glob("*.tgz"))) as package:
        package.extract("package/dist/plotly-geo-assets.js", folder, filter="data")
    return (folder / "package/dist/plotly-geo-assets.js").read_text("utf-8")


def read(assets: str) -> Json:
    """The source topology; the package keeps it as a JavaScript object literal."""
    head = assets.index(f'"dist/topojson/{SOURCE}.json"(exports, module)')
    start = assets.index("{ type:", head)
    literal = assets[start : assets.index(";\n", start)]
    quoted = re.sub(r"([{,]\s*)([A-Za-z_]\w*):", r'\1"\2":', literal)
    topology: Json = json.loads(quoted, parse_float=_number)
    return topology


def _number(text: str) -> int | float:
    """An integer where the value is one: the bundler writes 1000 as 1e3."""
    value = float(text)
    return int(value) if value.is_integer() else value


def lines(topology: Json) -> list[list[Point]]:
    """Every arc as longitudes and latitudes."""
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    return [
        [tuple(point) for point in (np.cumsum(arc, axis=0) * scale + shift).tolist()]
        for arc in topology["arcs"]
    ]


def polygons(shape: Json, arcs: list[list[Point]]) -> list[Polygon]:
    """The polygons of one shape, each a list of closed rings in drawing order."""
    parts = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    return [[_ring(ring, arcs) for ring in part] for part in parts]


def _ring(indices: list[int], arcs: list[list[Point]]) -> Ring:
    points: Ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(arc if not points else arc[1:])
    return points


def area(ring: Ring) -> float:
    """Square degrees, a degree of longitude shortened by the latitude."""
    x, y = _flat(ring).T
    return float(abs(np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1])) / 2)


def _flat(points: list[Point]) -> np.ndarray:
    """Longitudes without the jump at 180 degrees and in the length of latitudes."""
    lon, lat = np.array(points).T
    shorter = math.cos(math.radians(float(lat.mean())))
    return np.column_stack([np.unwrap(lon, period=360) * shorter, lat])


def merge(shapes: list[Json], arcs: list[list[Point]]) -> dict[str, Json]:
    """One entry per code: `parts` and the label point `ct` of the largest shape."""
    found: dict[str, Json] = {}
    for shape in shapes:
        parts = polygons(shape, arcs)
        size = max(area(part[0]) for part in parts)
        entry = found.setdefault(shape["id"], {"parts": [], "size": 0.0})
        entry["parts"] += parts
        if size > entry["size"]:
            entry.update(size=size, ct=shape["properties"]["ct"])
    return found


def without_specks(countries: dict[str, Json]) -> None:
    """Leaves out islands nobody could see, never the largest part of a state."""
    for entry in countries.values():
        least = entry["size"] / 20 if entry["size"] < SMALL_STATE else ISLAND
        least = min(least, entry["size"])
        entry["parts"] = [part for part in entry["parts"] if area(part[0]) >= least]


def junctions(rings: Iterable[Ring]) -> set[Point]:
    """Points where borders meet: those with other than two neighbours."""
    near: dict[Point, set[Point]] = defaultdict(set)
    for ring in rings:
        for a, b in pairwise(ring):
            near[a].add(b)
            near[b].add(a)
    return {point for point, others in near.items() if len(others) != 2}


def cut(ring: Ring, corners: set[Point]) -> Iterator[list[Point]]:
    """The ring in pieces between corners; a ring without any stays whole."""
    points = ring[:-1]
    at = [i for i, point in enumerate(points) if point in corners]
    if not at:
        at = [points.index(min(points))]
    turned = points[at[0] :] + points[: at[0]] + [points[at[0]]]
    stops = [i - at[0] for i in at] + [len(points)]
    for start, stop in pairwise(stops):
        yield turned[start : stop + 1]


class Arcs:
    """Collects shared lines once, with the finest tolerance any owner needs."""

    def __init__(self, corners: set[Point]) -> None:
        """Starts empty; lines will end at `corners`."""
        self.corners = corners
        self.index: dict[tuple[Point, ...], int] = {}
        self.tolerance: list[float] = []
        self.owners: list[int] = []

    def ring(self, ring: Ring) -> list[int]:
        """Arc numbers of a ring; ~n is arc n walked backwards."""
        tolerance = min(TOLERANCE, ROUNDNESS * math.sqrt(area(ring)))
        return [self._add(tuple(p), tolerance) for p in cut(ring, self.corners)]

    def _add(self, line: tuple[Point, ...], tolerance: float) -> int:
        back = line[::-1]
        stored = back if back in self.index else line
        if stored not in self.index:
            self.index[stored] = len(self.index)
            self.tolerance.append(tolerance)
            self.owners.append(0)
        known = self.index[stored]
        self.tolerance[known] = min(self.tolerance[known], tolerance)
        self.owners[known] += 1
        return known if stored == line else ~known

    def simplified(self) -> list[list[Point]]:
        """Every line with the points that matter (Douglas and Peucker, 1973)."""
        pairs = zip(self.index, self.tolerance, strict=True)
        return [simplify(list(line), tolerance) for line, tolerance in pairs]


def simplify(line: list[Point], tolerance: float) -> list[Point]:
    """The line with fewer of its own points; a closed line keeps at least four."""
    flat = _flat(line)
    kept = shapely.simplify(shapely.LineString(flat), tolerance)
    wanted = shapely.get_coordinates(kept)
    if line[0] == line[-1] and len(wanted) < 4:
        return line
    chosen, at = [], 0
    for point in wanted:
        at += int(np.flatnonzero((flat[at:] == point).all(axis=1))[0])
        chosen.append(line[at])
        at += 1
    return chosen


def on_grid(arcs: list[list[Point]]) -> tuple[Json, list[list[list[int]]]]:
    """The grid and every arc as steps on it, first point absolute (TopoJSON)."""
    points = np.vstack([np.array(arc) for arc in arcs])
    low, high = points.min(axis=0), points.max(axis=0)
    scale = (high - low) / (STEPS - 1)
    grid = {"scale": scale.tolist(), "translate": low.tolist()}
    return grid, [_steps(np.rint((np.array(arc) - low) / scale)) for arc in arcs]


def _steps(points: np.ndarray) -> list[list[int]]:
    steps = np.diff(points.astype(int), axis=0)
    moved = steps[(steps != 0).any(axis=1)]
    return [points[0].astype(int).tolist(), *moved.tolist()]


def shape_of(parts: list[list[list[int]]]) -> Json:
    """A TopoJSON geometry of polygons given as arc numbers."""
    if len(parts) == 1:
        return {"type": "Polygon", "arcs": parts[0]}
    return {"type": "MultiPolygon", "arcs": parts}


def land_parts(topology: Json, old: list[list[Point]], kept: set[Point], arcs: Arcs) -> list[list[list[int]]]:
    """Land without inner borders, only of the parts that are still there."""
    land = topology["objects"]["land"]["geometries"][0]
    parts = [part for part in polygons(land, old) if part[0][0] in kept]
    return [[arcs.ring(ring) for ring in part] for part in parts]


def build(topology: Json) -> Json:
    """The served topology: the layers plotly.js needs, those never shown empty."""
    old = lines(topology)
    countries = merge(topology["objects"]["countries"]["geometries"], old)
    without_specks(countries)
    rings = [r for c in countries.values() for part in c["parts"] for r in part]
    arcs = Arcs(junctions(rings))
    borders = [
        {
            **shape_of([[arcs.ring(r) for r in part] for part in entry["parts"]]),
            "id": iso3,
            "properties": {"ct": entry["ct"]},
        }
        for iso3, entry in sorted(countries.items())
    ]
    coast = [[number] for number, owners in enumerate(arcs.owners) if owners == 1]
    kept = {point for ring in rings for point in ring}
    objects = {
        "coastlines": _layer({"type": "MultiLineString", "arcs": coast}),
        "land": _layer(shape_of(land_parts(topology, old, kept, arcs))),
        "lakes": _layer(*large_lakes(topology, old, arcs)),
        "ocean": _layer({"type": "Polygon", "arcs": [[arcs.ring(whole_globe())[0]]]}),
        "countries": _layer(*borders),
        "rivers": _layer(),
        "subunits": _layer(),
    }
    grid, steps = on_grid(arcs.simplified())
    return {"type": "Topology", "transform": grid, "objects": objects, "arcs": steps}


def _layer(*shapes: Json) -> Json:
    return {"type": "GeometryCollection", "geometries": list(shapes)}


def large_lakes(topology: Json, old: list[list[Point]], arcs: Arcs) -> list[Json]:
    """The lakes a reader orients by."""
    shapes = topology["objects"]["lakes"]["geometries"]
    every = [part for shape in shapes for part in polygons(shape, old)]
    large = [part for part in every if area(part[0]) >= LAKE]
    return [shape_of([[arcs.ring(r) for r in part]]) for part in large]


def whole_globe() -> Ring:
    """A speck in the Sahara, wound so that d3 takes all that is outside it.

    Land is drawn above it, so the sea needs no coastline of its own.
    """
    return [(2.0, 26.0), (4.0, 26.0), (4.0, 28.0), (2.0, 26.0)]


def codes() -> list[str]:
    """All codes of ISO 3166-1 alpha-3, and Kosovo."""
    return sorted({country.alpha_3 for country in pycountry.countries} | {*EXTRA})


def extents(topology: Json) -> dict[str, tuple[float, float]]:
    """For each code the width of the state and of its largest part, in pixels."""
    arcs = lines(topology)
    found = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        rings = [projected(ring) for ring in centred(polygons(shape, arcs))]
        largest = max(rings, key=lambda ring: float(np.ptp(ring, axis=0).prod()))
        whole = float(np.ptp(np.vstack(rings)[:, 0]))
        found[shape["id"]] = (whole, float(np.ptp(largest, axis=0).max()))
    return found


def centred(parts: list[Polygon]) -> list[np.ndarray]:
    """Outer rings in degrees round the state's own meridian, none cut at 180."""
    rings = [np.unwrap(np.array(p[0]), period=360, axis=0) for p in parts]
    turned = [ring + np.array([360 * (ring[:, 0].min() < 0), 0]) for ring in rings]
    rings = min(rings, turned, key=lambda some: np.ptp(np.vstack(some)[:, 0]))
    lon = np.vstack(rings)[:, 0]
    return [ring - np.array([(lon.min() + lon.max()) / 2, 0]) for ring in rings]


def projected(ring: np.ndarray) -> np.ndarray:
    """Pixels in the natural earth projection (Šavrič et al. 2011, as in d3-geo)."""
    lon, lat = np.radians(ring).T
    p2 = lat * lat
    p4 = p2 * p2
    x = 0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4))
    y = 1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4))
    scale = PICTURE / (2 * math.pi * 0.8707)
    return np.column_stack([lon * x, lat * y]) * scale


def row(iso3: str, found: dict[str, tuple[float, float]]) -> list[str]:
    """One line of shapes.csv."""
    if iso3 not in found:
        return [iso3, "no", "", "no shape in the base map"]
    whole, largest = found[iso3]
    reason = "largest part smaller than a pixel" if largest < 1 else ""
    return [iso3, "yes", f"{whole:.1f}", reason]


def main() -> None:
    """Writes the served file and the list of what it can draw."""
    with tempfile.TemporaryDirectory() as folder:
        topology = build(read(fetch(Path(folder))))
    OUT.mkdir(parents=True, exist_ok=True)
    served = OUT / f"{SOURCE}.json"
    served.write_text(json.dumps(topology, separators=(",", ":")), "utf-8")
    found = extents(topology)
    with (OUT / "shapes.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["iso3", "drawn", "width_px", "reason"])
        writer.writerows(row(iso3, found) for iso3 in codes())
    drawn = sum(iso3 in found for iso3 in codes())
    size = served.stat().st_size
    print(f"{served.name}: {size / 1000:.0f} kB, {drawn} of {len(codes())} drawn")


if __name__ == "__main__":
    main()
