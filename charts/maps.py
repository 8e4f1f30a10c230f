"""Maps of countries by role, with small states as markers and host cities as circles.

The base map is our own (static/base_map): plotly.js asks our host for it. Countries without a shape, or
with one smaller than a few pixels, get a marker, so that none is left out without a word.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.counts import Counted
from charts import theme
from charts.theme import Look
from view import NONE

SHAPES = Path(__file__).resolve().parent.parent / "static" / "base_map" / "shapes.csv"
SMALL = 4.0
"""A country narrower than this on a world map of 1 100 pixels gets a marker, in pixels."""

HEIGHT = 500
DISCLAIMER = (
    "The boundaries and names shown and the designations used on this map do not imply official endorsement "
    "or acceptance by the United Nations."
)
"""The United Nations' standard words on boundaries; they stand on every map."""

PROJECTIONS: dict[str, tuple[str, float, tuple[float, float], tuple[float, float], tuple[float, float] | None]] = {
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

PRESETS = {
    "world": "World",
    "central-asia": "Central Asia",
    "europe": "Europe",
    "middle-east": "Middle East",
    "africa": "Africa",
    "south-asia": "South Asia",
    "south-east-asia": "South-East Asia",
    "americas": "Americas",
    "pacific": "Pacific",
}


@lru_cache(maxsize=1)
def shapes() -> dict[str, tuple[bool, float]]:
    """Return for each ISO3 whether the base map has a shape, and its width in pixels on a world map."""
    with SHAPES.open(encoding="utf-8", newline="") as file:
        return {row["iso3"]: (row["drawn"] == "yes", float(row["width_px"] or 0)) for row in csv.DictReader(file)}


def has_shape(iso3: str) -> bool:
    """Return whether the base map can fill a country."""
    return shapes().get(iso3, (False, 0.0))[0]


def needs_marker(iso3: str) -> bool:
    """Return whether a country needs a marker: no shape, or one too small to see."""
    drawn, width = shapes().get(iso3, (False, 0.0))
    return not drawn or width < SMALL


def in_view(row: dict[str, Any], preset: str) -> bool:
    """Return whether a country's point lies in a region's view."""
    _, _, (west, east), (south, north), _ = PROJECTIONS[preset]
    turned = row["longitude"] + 360 if row["longitude"] < west else row["longitude"]
    return bool(west <= turned <= east and south <= row["latitude"] <= north)


def strip(table: Counted, preset: str = "world") -> str:
    """Return the line under a map: how many of the countries with a count are drawn, and which are not and why."""
    asked = table.stated[table.stated["count"] > 0]
    no_place = [row["name"] for row in asked.to_dict("records") if not has_shape(row["id"]) and pd.isna(row["latitude"])]
    markers = [iso3 for iso3 in asked["id"] if needs_marker(iso3)]
    drawn = len(asked) - len(no_place)
    outside = sum(not in_view(row, preset) for row in asked.to_dict("records") if row["name"] not in no_place)
    said = [f"{theme.number(drawn - outside)} of {theme.counted(len(asked), 'countries')} drawn"]
    if outside:
        said.append(f"{outside} lie outside this view")
    if markers:
        said.append(f"{len(markers)} of them as a marker (too small for their shape, or without one)")
    said.append(f"not drawable: {', '.join(no_place)}" if no_place else "none left out")
    unknown = table.unstated_count
    return "; ".join(said) + (f". {theme.counted(unknown, 'events')} with no country in this role." if unknown else ".")


def by_country(
    table: Counted, look: Look, *, title: str = "", preset: str = "world", cities: Counted | None = None, height: int = HEIGHT
) -> go.Figure:
    """Countries in five classes of one blue; never in the records and zero are told apart; cities as circles."""
    frame = table.stated
    limits = theme.class_limits(int(frame["count"].max()) if len(frame) else 1)
    heading = title or f"{theme.UNITS[table.unit]} by country that {theme.ROLES[table.dimension]}"
    groups = _grouped(frame, limits)
    data = [
        trace
        for name, colour, rows in _classes(groups, limits, look)
        for trace in (_area(rows, name, colour, table, look), _markers(rows, name, colour, table, look))
    ]
    if cities is not None:
        data.append(_circles(cities, look))
    legend = [(name, colour) for name, colour, _ in _classes(groups, limits, look)]
    if cities is not None:
        legend.append(("host city, circle by events", look.palette.second))
    return theme.figure(
        look,
        title=heading,
        data=data,
        height=height,
        alt=f"Map. {heading}: {alt(table)}",
        note=DISCLAIMER,
        legend=legend,
        layout={
            "geo": geo(look, preset),
            "margin": {"l": 0, "r": 0, "b": round((theme.FOOT + 18) * look.scale)},
            "annotations": [disclaimer(look)],
        },
    )


def _grouped(frame: pd.DataFrame, limits: tuple[int, ...]) -> dict[int, list[dict[str, Any]]]:
    """Return the countries by class: -2 never in the records, -1 zero here, then the five classes."""
    groups: dict[int, list[dict[str, Any]]] = {klass: [] for klass in range(-2, len(limits))}
    for row in frame.to_dict("records"):
        klass = theme.class_of(row["count"], limits) if row["recorded"] or row["count"] else -2
        groups[klass].append(row)
    return groups


def _classes(
    groups: dict[int, list[dict[str, Any]]], limits: tuple[int, ...], look: Look
) -> list[tuple[str, str, list[dict[str, Any]]]]:
    names = ["not in the records", "none here", *theme.class_names(limits)]
    colours = [look.palette.no_data, look.palette.land, *look.palette.sequence]
    return [(name, colour, groups[klass]) for klass, (name, colour) in enumerate(zip(names, colours, strict=True), start=-2)]


def _area(rows: list[dict[str, Any]], name: str, colour: str, table: Counted, look: Look) -> dict[str, Any]:
    """Return the filled shapes of one class."""
    filled = [row for row in rows if has_shape(row["id"])]
    outline = look.palette.muted if colour == look.palette.land else look.palette.border
    return {
        "type": "choropleth",
        "name": name,
        "locations": [row["id"] for row in filled],
        "locationmode": "ISO-3",
        "z": [1] * len(filled),
        "zmin": 0,
        "zmax": 1,
        "colorscale": [[0, colour], [1, colour]],
        "showscale": False,
        "showlegend": False,
        "marker": {"line": {"color": outline, "width": 0.5}},
        **_told(filled, table),
    }


def _markers(rows: list[dict[str, Any]], name: str, colour: str, table: Counted, look: Look) -> dict[str, Any]:
    """Return the markers of one class: small states with a count, and the class's entry in the legend."""
    marked = [row for row in rows if row["count"] and needs_marker(row["id"]) and not pd.isna(row["latitude"])]
    return {
        "type": "scattergeo",
        "name": name,
        "mode": "markers",
        "lon": [row["longitude"] for row in marked] or [None],
        "lat": [row["latitude"] for row in marked] or [None],
        "marker": {
            "size": round(9 * look.scale),
            "color": colour,
            "symbol": "circle",
            "line": {"color": look.palette.ink, "width": 1},
            "opacity": 1,
        },
        "showlegend": True,
        **_told(marked, table),
    }


def _told(rows: list[dict[str, Any]], table: Counted) -> dict[str, Any]:
    """Return what countries say when pointed at, and what a click on them picks."""
    return {
        "customdata": [f"{table.dimension}:{row['id']}" for row in rows],
        "hovertext": [_hover(row, table) for row in rows],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _hover(row: dict[str, Any], table: Counted) -> str:
    if not row["recorded"] and not row["count"]:
        return f"<b>{theme.escaped(row['name'])}</b><br>not in the records"
    figures = theme.counted(row["count"], table.unit)
    if table.unit != "events":
        figures += f"<br>from {theme.number(row['base_count'])} of {theme.counted(row['event_count'], 'events')}"
    last = row["last_event"]
    told = f"<br>last: {theme.day(row['last_date'])}, {theme.wrapped(last, 44, 2)}" if isinstance(last, str) and last else ""
    return f"<b>{theme.escaped(row['name'])}</b><br>{figures}{told}"


def _circles(cities: Counted, look: Look) -> dict[str, Any]:
    """Return host cities as circles, their area by events."""
    rows = cities.stated.to_dict("records")
    largest = max([row["event_count"] for row in rows] or [1])
    return {
        "type": "scattergeo",
        "name": "host city",
        "mode": "markers",
        "lon": [row["longitude"] for row in rows],
        "lat": [row["latitude"] for row in rows],
        "marker": {
            "size": [max(5.0, 26 * (row["event_count"] / largest) ** 0.5) * look.scale for row in rows],
            "sizemode": "diameter",
            "color": look.palette.second,
            "opacity": 0.8,
            "line": {"color": look.palette.page, "width": 1},
        },
        "showlegend": True,
        "customdata": [f"city:{row['id']}" for row in rows],
        "hovertext": [
            f"<b>{theme.escaped(row['name'])}</b><br>{theme.counted(row['event_count'], 'events')} held here" for row in rows
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "unselected": {"marker": {"opacity": 0.8}},
    }


def geo(look: Look, preset: str) -> dict[str, Any]:
    """Return the base map in a region's view."""
    palette = look.palette
    return {
        "scope": "world",
        "resolution": 50,
        "fitbounds": False,
        "showframe": False,
        "showcoastlines": False,
        "showland": True,
        "landcolor": palette.no_data,
        "showocean": True,
        "oceancolor": palette.water,
        "showlakes": False,
        "showrivers": False,
        "showcountries": True,
        "countrycolor": palette.border,
        "countrywidth": 0.5,
        "bgcolor": palette.page,
        "domain": {"x": [0, 1], "y": [0, 1]},
        **_projection(preset),
    }


def _projection(preset: str) -> dict[str, Any]:
    kind, meridian, longitudes, latitudes, parallels = PROJECTIONS[preset]
    projection: dict[str, Any] = {"type": kind, "rotation": {"lon": meridian, "lat": 0}}
    if parallels is not None:
        projection["parallels"] = list(parallels)
    return {"projection": projection, "lonaxis": {"range": list(longitudes)}, "lataxis": {"range": list(latitudes)}}


def disclaimer(look: Look) -> dict[str, Any]:
    """Return the note on boundaries inside the picture, above the source line."""
    return {
        "name": "disclaimer",
        "text": "Boundaries and names shown do not imply official endorsement by the United Nations.",
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 0,
        "xanchor": "left",
        "yanchor": "bottom",
        "yshift": -round(16 * look.scale),
        "showarrow": False,
        "font": {"size": round(theme.SOURCE * look.scale), "color": look.palette.muted},
    }


def alt(table: Counted) -> str:
    """Return a map's figures in a line: how many countries, and the three with most."""
    asked = table.stated[table.stated["count"] > 0].sort_values("count", ascending=False)
    if not len(asked):
        return "no country."
    top = ", ".join(f"{row['name']} {row['count']}" for row in asked.head(3).to_dict("records"))
    return f"{len(asked)} countries. Most: {top}."


def about_unit(wanted: str, *, shown: str) -> str:
    """Return what to say where a map cannot show the unit that is chosen; empty where it does."""
    if wanted == shown:
        return ""
    same = "are the same as events for a single country" if wanted == "participations" else "would be one for each country"
    return f" {theme.UNITS[wanted]} {same}: the map shows {theme.UNITS[shown].lower()}." if wanted != "people" else ""
