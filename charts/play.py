"""The map that plays through the years, in the browser: one figure with a frame a year."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.counts import Counted
from analysis.places import Played, counts_of, years_of
from charts import drawing, maps, theme
from charts.theme import Look

BUTTONS = 40
"""Height of the buttons with some room below them, in pixels."""


def by_year(
    table: Counted,
    by_country_and_year: pd.DataFrame,
    look: Look,
    *,
    preset: str = "world",
    undated: int = 0,
) -> go.Figure:
    """Events by country, a frame a year, with a slider and a button that plays; each year in the same classes.

    `undated` events have no known year; the note says that they are in no frame.
    """
    rows = [row for row in table.rows if row["recorded"]]
    years, counts = years_of(by_country_and_year), counts_of(by_country_and_year)
    frames: list[dict[str, Any]] = [
        {"name": year, "data": _traces(rows, year, look, counts=counts, dimension=table.dimension)}
        for year in years
    ]
    first = frames[-1]["data"] if frames else []
    return drawing.figure(
        look,
        title=f"Events by country that {theme.ROLES[table.dimension]}, year by year",
        data=first,
        frames=frames,
        height=None,
        below=_below(look) + maps.NOTE,
        alt=f"Map with a slider over {len(years)} years. {maps.alt(table)}",
        note=_undated(undated),
        legend=_legend(look),
        layout={
            "geo": maps.geo(look, preset),
            "margin": {"r": 0},
            "annotations": [maps.disclaimer(look, below=_below(look))],
            "sliders": [_slider(years, look)],
            "updatemenus": [_button(look)],
        },
    )


def strip(played: Played, preset: str) -> str:
    """Return the line under the map: how many of the countries with an event in some year are drawn."""
    return f"Over all years: {maps.strip(played.countries, preset)}"


def _undated(count: int) -> str:
    """Return that events without a year are in no frame."""
    told = f"{theme.counted(count, 'events')} without a year {'is' if count == 1 else 'are'} in no frame."
    return told if count else ""


def _legend(look: Look) -> list[tuple[str, str]]:
    """Return names and colours of what the base map and its shapes show."""
    names = ["not in the records", "none that year", *theme.class_names(theme.CLASS_LIMITS[0])]
    return list(zip(names, [look.palette.no_data, look.palette.land, *look.palette.sequence], strict=True))


def _traces(
    rows: list[dict[str, Any]], year: str, look: Look, *, counts: dict[tuple[str, str], int], dimension: str
) -> list[dict[str, Any]]:
    shaped = [row for row in rows if maps.has_shape(row["id"])]
    small = [row for row in rows if maps.needs_marker(row["id"]) and counts.get((row["id"], year))]
    limits, palette = theme.CLASS_LIMITS[0], look.palette
    outlines = [palette.border if counts.get((row["id"], year)) else palette.muted for row in shaped]
    area = {
        "type": "choropleth",
        "locations": [row["id"] for row in shaped],
        "z": [theme.class_of(counts.get((row["id"], year), 0), limits) for row in shaped],
        "zmin": -1.5,
        "zmax": 4.5,
        "colorscale": _steps(look),
        "showscale": False,
        "showlegend": False,
        "marker": {"line": {"color": outlines, "width": 0.5}},
        **_told(shaped, year, counts, dimension),
    }
    marks = {
        "type": "scattergeo",
        "mode": "markers",
        "lon": [row["longitude"] for row in small],
        "lat": [row["latitude"] for row in small],
        "marker": {
            "size": round(9 * look.scale),
            "color": [
                look.palette.sequence[theme.class_of(counts[row["id"], year], limits)] for row in small
            ],
            "line": {"color": look.palette.ink, "width": 1},
        },
        "showlegend": False,
        **_told(small, year, counts, dimension),
    }
    return [area, marks]


def _told(
    rows: list[dict[str, Any]], year: str, counts: dict[tuple[str, str], int], dimension: str
) -> dict[str, Any]:
    return {
        "customdata": [f"{dimension}:{row['id']},year:{year}" for row in rows],
        "hovertext": [
            f"<b>{theme.escaped(row['name'])}</b><br>{year}: "
            f"{theme.counted(counts.get((row['id'], year), 0), 'events')}"
            for row in rows
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _steps(look: Look) -> list[list[Any]]:
    """Return a colour scale of six steps: none, then the five classes."""
    colours = [look.palette.land, *look.palette.sequence]
    return [[(place + end) / 6, colour] for place, colour in enumerate(colours) for end in (0, 1)]


def _over_buttons(look: Look) -> int:
    """Return the room of the slider, in pixels: its type grows with the look, its line does not."""
    return round(66 + 28 * look.scale)


def _below(look: Look) -> int:
    """Return the room for slider and buttons, in pixels of the usual look."""
    return round((_over_buttons(look) + BUTTONS) / look.scale)


def _slider(years: list[str], look: Look) -> dict[str, Any]:
    go_to = {"mode": "immediate", "frame": {"duration": 0, "redraw": True}, "transition": {"duration": 0}}
    return {
        "active": max(len(years) - 1, 0),
        "x": 0.02,
        "len": 0.96,
        "y": 0,
        "yanchor": "top",
        "pad": {"t": 4, "b": 0},
        "currentvalue": {
            "prefix": "Year ",
            "font": {"size": round(theme.TITLE * look.scale)},
            "xanchor": "left",
        },
        "steps": [{"label": year, "method": "animate", "args": [[year], go_to]} for year in years],
        "font": {"size": round(theme.SOURCE * look.scale), "color": look.palette.muted},
        "bgcolor": look.palette.hairline,
        "activebgcolor": look.palette.accent,
        "bordercolor": look.palette.hairline,
        "tickcolor": look.palette.hairline,
        "minorticklen": 0,
    }


def _button(look: Look) -> dict[str, Any]:
    play = {
        "fromcurrent": True,
        "mode": "immediate",
        "frame": {"duration": 700, "redraw": True},
        "transition": {"duration": 0},
    }
    stop = {"mode": "immediate", "frame": {"duration": 0, "redraw": False}, "transition": {"duration": 0}}
    return {
        "type": "buttons",
        "direction": "left",
        "x": 0,
        "xanchor": "left",
        "y": 0,
        "yanchor": "top",
        "pad": {"t": _over_buttons(look)},
        "showactive": False,
        "bgcolor": look.palette.panel,
        "bordercolor": look.palette.hairline,
        "font": {"color": look.palette.ink},
        "buttons": [
            {"label": "Play", "method": "animate", "args": [None, play]},
            {"label": "Stop", "method": "animate", "args": [[None], stop]},
        ],
    }
