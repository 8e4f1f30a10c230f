"""Maps of countries by role, with small states as markers and host cities as circles.

The base map is our own (static/base_map): plotly.js asks our host for it. Countries without a shape, or
with one smaller than a few pixels, get a marker, so that none is left out without a word.
"""

from __future__ import annotations

import csv
import textwrap
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.counts import Counted
from charts import drawing, theme
from charts.theme import Look
from charts.views import PROJECTIONS, reached, shows
from view import NONE

SHAPES = Path(__file__).resolve().parent.parent / "static" / "base_map" / "shapes.csv"
SMALL = 4.0
"""A country narrower than this on a world map of 1 100 pixels gets a marker, in pixels."""

DISCLAIMER = (
    "The boundaries and names shown and the designations used on this map do not imply official endorsement "
    "or acceptance by the United Nations."
)
"""The United Nations' standard words on boundaries; they stand in every map."""

SHAPES_FROM = "Shapes: UN Geodata."
NOTE = 56
"""Room for the note on boundaries, in pixels."""

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
def shapes() -> dict[str, tuple[bool, bool]]:
    """Return for each ISO3 whether the base map has a shape, and whether that can be seen on a world map.

    A state of islands may be wide although none of its parts is as large as a pixel; the base map says so.
    """
    with SHAPES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        row["iso3"]: (row["drawn"] == "yes", not row["reason"] and float(row["width_px"] or 0) >= SMALL)
        for row in rows
    }


def has_shape(iso3: str) -> bool:
    """Return whether the base map can fill a country."""
    return shapes().get(iso3, (False, False))[0]


def needs_marker(iso3: str) -> bool:
    """Return whether a country needs a marker: no shape, or one too small to see."""
    drawn, seen = shapes().get(iso3, (False, False))
    return not (drawn and seen)


def in_view(row: dict[str, Any], preset: str) -> bool:
    """Return whether a country's point lies in a region's view."""
    _, _, (west, east), (south, north), _ = PROJECTIONS[preset]
    turned = west + (row["longitude"] - west) % 360
    return bool(west <= turned <= east and south <= row["latitude"] <= north)


def _in(rows: list[dict[str, Any]], preset: str) -> list[dict[str, Any]]:
    """Return the countries that lie in a region's view; on the map of the world all."""
    return rows if preset == "world" else [row for row in rows if in_view(row, preset)]


def listed(table: Counted, preset: str = "world") -> Counted:
    """Return a table for reading: countries of the region's view first, the largest count first, then by name.

    Adds `drawn_as`, what the map tells apart where there is no figure. A country that is not in the records is left
    out where its shape is not drawn.
    """
    inside = {row["id"] for row in _in(table.rows, preset)}
    rows = sorted(
        (_standing(row, table.unit) for row in table.all_rows if _stands(row, preset)),
        key=lambda row: (
            row["id"] == NONE,
            row["id"] not in inside,
            -row["count"],
            -row["event_count"],
            row["name"],
        ),
    )
    names = list(_standing(dict.fromkeys(table.columns, 0), table.unit))
    return replace(table, columns={name: [row[name] for row in rows] for name in names})


def _stands(row: dict[str, Any], preset: str) -> bool:
    """Return whether a row of a map's table has a mark on the map, or is in the records."""
    return bool(row["id"] == NONE or row["event_count"] or row["recorded"] or row["id"] in reached(preset))


def _standing(row: dict[str, Any], unit: str) -> dict[str, Any]:
    """Return a row with what it is drawn as, after its counts."""
    told = {
        NOT_TOLD: f"{theme.UNITS[unit].lower()} not stated",
        NEVER: "not in the records",
        NOTHING: "none here",
    }
    drawn_as = "not on the map" if row["id"] == NONE else told.get(_class(row, (1,)), "counted")
    counts = {name: row[name] for name in ("id", "name", "count", "event_count", "base_count")}
    return counts | {"drawn_as": drawn_as} | row


def strip(table: Counted, preset: str = "world") -> str:
    """Return the line under a map: how many of the countries with events are drawn, and which are not and why."""
    asked = [row for row in table.rows if row["event_count"]]
    no_place = [row["name"] for row in asked if not has_shape(row["id"]) and pd.isna(row["latitude"])]
    placed = [row for row in asked if row["name"] not in no_place]
    inside = [row for row in placed if in_view(row, preset)]
    markers = sum(needs_marker(row["id"]) for row in inside)
    outside = [row for row in placed if not in_view(row, preset)]
    count = f"{theme.number(len(inside))} of {theme.counted(len(asked), 'countries')}"
    said = [f"{count} {'have their middle in this view' if outside else 'drawn'}"]
    if markers:
        said.append(f"{markers} of them as a marker (too small for their shape, or without one)")
    said += _beyond(outside, preset)
    if no_place or not outside:
        said.append(f"not drawable: {', '.join(no_place)}" if no_place else "none left out")
    unknown = table.unstated_count
    told = f" {theme.counted(unknown, 'events')} with no country in this role." if unknown else ""
    return f"{'; '.join(said)}.{told}"


def _beyond(outside: list[dict[str, Any]], preset: str) -> list[str]:
    """Return how many countries with their middle outside a region's view reach into it, and how many do not."""
    reach = sum(
        row["id"] in reached(preset) or shows(preset, row["longitude"], row["latitude"]) for row in outside
    )
    away = len(outside) - reach
    return [
        f"{theme.number(count)} {words[count != 1]}"
        for count, words in (
            (reach, ("more reaches into it", "more reach into it")),
            (away, ("lies outside it", "lie outside it")),
        )
        if count
    ]


def cities_strip(cities: Counted, preset: str = "world") -> str:
    """Return what to add to the line under a map with host cities: how many events have one that is not drawn."""
    inside = [row for row in cities.rows if shows(preset, row["longitude"], row["latitude"])]
    away = sum(row["event_count"] for row in cities.rows) - sum(row["event_count"] for row in inside)
    lost = next(row["named_count"] for row in cities.all_rows if row["id"] == NONE)
    nowhere = cities.unstated_count - lost
    told = [
        (away, "in a city outside this view"),
        (lost, "in a city that is not drawn: its place is not known"),
        (nowhere, "without a host city (online, or not told)"),
    ]
    said = [f"{theme.number(len(inside))} host {'city' if len(inside) == 1 else 'cities'} drawn"]
    said += [f"{theme.counted(count, 'events')} {words}" for count, words in told if count]
    return f" {'; '.join(said)}."


def by_country(
    table: Counted,
    look: Look,
    *,
    title: str = "",
    preset: str = "world",
    cities: Counted | None = None,
    beside: Counted | None = None,
    cities_beside: Counted | None = None,
) -> go.Figure:
    """Countries in five classes of one blue; never in the records and zero are told apart; cities as circles.

    The classes serve the countries of the region's view. `beside` is the table of a second map and `cities_beside`
    its cities: both have the same classes and circles.
    """
    sides = [table] if beside is None else [table, beside]
    limits = theme.class_limits_of([row["count"] for side in sides for row in _in(side.rows, preset)])
    heading = title or f"{theme.UNITS[table.unit]} by country that {theme.ROLES[table.dimension]}"
    heading += f": {look.sides[0]}" if beside is not None else ""
    cities_colour = look.palette.second if beside is None else look.palette.categories[2]
    groups = _grouped(table.rows, limits)
    data = [
        trace
        for name, colour, rows in _classes(groups, limits, table.unit, look)
        for trace in (
            _area(rows, name, table, look, colour=colour),
            _markers(rows, name, table, look, colour=colour),
        )
    ]
    if cities is not None:
        data.append(_circles(cities, look, beside=cities_beside, colour=cities_colour))
    legend = [(name, colour) for name, colour, _ in _classes(groups, limits, table.unit, look)]
    if cities is not None:
        legend.append((CITIES, cities_colour))
    return drawing.figure(
        look,
        title=heading,
        data=data,
        height=None,
        alt=f"Map. {heading}: {alt(table)}",
        below=NOTE,
        legend=legend,
        compares=drawing.ONE if beside is not None else "",
        layout={
            "geo": geo(look, preset),
            "margin": {"l": 0, "r": 0},
            "annotations": [disclaimer(look)],
        },
    )


CITIES = "host city, circle by events"
"""What the circles of host cities are called."""

NOT_TOLD, NEVER, NOTHING = -3, -2, -1
"""Classes below the five: events but no figure for them; never in the records; none in these events."""


def _grouped(rows: list[dict[str, Any]], limits: tuple[int, ...]) -> dict[int, list[dict[str, Any]]]:
    """Return the countries by class: NOT_TOLD, NEVER, NOTHING, then the five from 0."""
    groups: dict[int, list[dict[str, Any]]] = {klass: [] for klass in range(NOT_TOLD, len(limits))}
    for row in rows:
        groups[_class(row, limits)].append(row)
    return groups


def _class(row: dict[str, Any], limits: tuple[int, ...]) -> int:
    if row["event_count"]:
        return theme.class_of(row["count"], limits) if row["base_count"] else NOT_TOLD
    return NOTHING if row["recorded"] else NEVER


def _classes(
    groups: dict[int, list[dict[str, Any]]], limits: tuple[int, ...], unit: str, look: Look
) -> list[tuple[str, str, list[dict[str, Any]]]]:
    """Return name, colour and countries of each class; "not stated" only where the unit can be unknown."""
    names = [
        f"{theme.UNITS[unit].lower()} not stated",
        "not in the records",
        "none here",
        *theme.class_names(limits),
    ]
    colours = [look.palette.unknown, look.palette.no_data, look.palette.land, *look.palette.sequence]
    classes = [
        (name, colour, groups[place + NOT_TOLD])
        for place, (name, colour) in enumerate(zip(names, colours, strict=True))
    ]
    return classes if unit in ("people", "days") else classes[1:]


def _area(
    rows: list[dict[str, Any]], name: str, table: Counted, look: Look, *, colour: str
) -> dict[str, Any]:
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


def _markers(
    rows: list[dict[str, Any]], name: str, table: Counted, look: Look, *, colour: str
) -> dict[str, Any]:
    """Return the markers of one class: small states with a count."""
    marked = [
        row for row in rows if row["event_count"] and needs_marker(row["id"]) and not pd.isna(row["latitude"])
    ]
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
        "showlegend": False,
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
    if not row["recorded"] and not row["event_count"]:
        return f"<b>{theme.escaped(row['name'])}</b><br>not in the records"
    told = row["base_count"] or not row["event_count"]
    figures = (
        theme.counted(row["count"], table.unit) if told else f"{theme.UNITS[table.unit].lower()} not stated"
    )
    if table.unit != "events":
        figures += (
            f"<br>from {theme.number(row['base_count'])} of {theme.counted(row['event_count'], 'events')}"
        )
    last = row["last_event"]
    told = (
        f"<br>last: {theme.day(row['last_date'])}, {theme.wrapped(last, 44, 2)}"
        if isinstance(last, str) and last
        else ""
    )
    return f"<b>{theme.escaped(row['name'])}</b><br>{figures}{told}"


def _circles(cities: Counted, look: Look, *, beside: Counted | None, colour: str) -> dict[str, Any]:
    """Return host cities as circles, their area by events, in one scale with those of a second map."""
    rows = cities.rows
    both = [*rows, *(beside.rows if beside is not None else ())]
    largest = max([row["event_count"] for row in both] or [1])
    return {
        "type": "scattergeo",
        "name": CITIES,
        "mode": "markers",
        "lon": [row["longitude"] for row in rows],
        "lat": [row["latitude"] for row in rows],
        "marker": {
            "size": [max(5.0, 26 * (row["event_count"] / largest) ** 0.5) * look.scale for row in rows],
            "sizemode": "diameter",
            "color": colour,
            "opacity": 0.8,
            "line": {"color": look.palette.page, "width": 1},
        },
        "showlegend": True,
        "customdata": [f"city:{row['id']}" for row in rows],
        "hovertext": [
            f"<b>{theme.escaped(row['name'])}</b><br>{theme.counted(row['event_count'], 'events')} held here"
            for row in rows
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
    return {
        "projection": projection,
        "lonaxis": {"range": list(longitudes)},
        "lataxis": {"range": list(latitudes)},
    }


def disclaimer(look: Look, *, below: int = 0) -> dict[str, Any]:
    """Return the note on boundaries inside the picture, in lines a phone can hold, above the source line.

    `below` is the room other things take between the map and the note, in pixels.
    """
    lines = textwrap.wrap(f"{SHAPES_FROM} {DISCLAIMER}", width=58)
    return {
        "name": "disclaimer",
        "text": "<br>".join(lines),
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 0,
        "xanchor": "left",
        "yanchor": "top",
        "yshift": -round((below + 4) * look.scale),
        "showarrow": False,
        "align": "left",
        "font": {"size": round(theme.SOURCE * look.scale), "color": look.palette.muted},
    }


def alt(table: Counted) -> str:
    """Return a map's figures in a line: how many countries, and the three with most."""
    asked = sorted((row for row in table.rows if row["count"] > 0), key=lambda row: -row["count"])
    if not asked:
        return "no country."
    top = ", ".join(f"{row['name']} {row['count']}" for row in asked[:3])
    return f"{theme.counted(len(asked), 'countries')}. Most: {top}."


def about_unit(wanted: str, *, shown: str) -> str:
    """Return what to say of a map's unit: why it is not the chosen one, or what people mean for a country."""
    if shown == "people":
        return " People are all who came to the events a country was at, not those from the country."
    if wanted == shown:
        return ""
    why = "are its events" if wanted == "participations" else "would be one"
    return f" For a single country {theme.UNITS[wanted].lower()} {why}: the map shows {theme.UNITS[shown].lower()}."
