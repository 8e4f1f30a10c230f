"""Writes static/base_map/views.csv: which shapes of the base map reach into the map of each region.

Run it with `python -m scripts.build_map_views` whenever the base map or a view in charts/views.py has changed.
"""
# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy"]
# ///

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from typing import Any

import numpy as np

from charts import views

BASE_MAP = views.SHAPES.with_name("world_50m.json")

Outlines = dict[str, views.Points]


def outlines() -> Outlines:
    """Return the points of the outline of each shape of the base map, by its code."""
    topology = json.loads(BASE_MAP.read_text("utf-8"))
    scale, shift = (np.array(topology["transform"][name]) for name in ("scale", "translate"))
    lines = [np.cumsum(arc, axis=0) * scale + shift for arc in topology["arcs"]]
    shapes = topology["objects"]["countries"]["geometries"]
    return {shape["id"]: np.vstack([lines[arc] for arc in _flat(shape["arcs"])]) for shape in shapes}


def _flat(arcs: list[Any]) -> Iterator[int]:
    """Return the numbers of the arcs of a shape; ~n is arc n walked backwards."""
    for arc in arcs:
        if isinstance(arc, list):
            yield from _flat(arc)
        else:
            yield arc if arc >= 0 else ~arc


def rows() -> Iterator[tuple[str, str]]:
    """Yield each view with the code of each shape that reaches into it."""
    found = outlines()
    for preset in views.PROJECTIONS:
        for code, points in sorted(found.items()):
            if views.inside(preset, points).any():
                yield preset, code


def main() -> None:
    """Write the file."""
    with views.SHAPES.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["view", "shape"])
        writer.writerows(rows())


if __name__ == "__main__":
    main()
