"""What a country did year by year: columns of its events, a band for each role."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from analysis.country import (
    Side,
)
from analysis.crossed import Crossed
from analysis.sides import FIRST, SECOND
from charts import drawing, sides, theme
from charts.theme import Look
from view import NONE

EVENTS_OF = {
    "there": "events it was at",
    "host": "events it hosted",
    "participant": "events it took part in",
    "expert": "events it sent experts to",
    "funder": "events it paid for",
}
"""The country's events in words, by the role that makes them its own."""

BAND = 92
"""Height of the years of one role, in pixels."""


def roles_by_year(table: Crossed, look: Look, *, country: Side, other: Crossed | None = None) -> go.Figure:
    """Columns by year, one band a role under each other with the same scale; the unknown year in grey.

    `other` holds the same roles and years of a second side: a column beside each.
    """
    ids, roles = list(table.column_names), list(table.row_names)
    tables = [table] if other is None else [table, other]
    largest = max(*(int(side.counts.max(initial=0)) for side in tables), 1)
    heading = f"{country.name}: events by year and role"
    axes: dict[str, Any] = {
        "bargap": 0.18,
        "xaxis": _years(look, _with_events(ids, tables), anchor="y" if len(roles) == 1 else f"y{len(roles)}"),
    }
    for place in range(len(roles)):
        axes[f"yaxis{_nth(place)}"] = _band(look, place, len(roles), largest)
    data = [
        [_columns(side, place, role, look, country=country.code) for place, role in enumerate(roles)]
        for side in tables
    ]
    told = [_roles_alt(side) for side in tables]
    return drawing.figure(
        look,
        title=heading,
        data=data[0] if other is None else _both(data, look),
        height=BAND * len(roles),
        left=44,
        below=26,
        alt=f"Four rows of columns. {heading}. Events: {told[0]}."
        + (f" {look.sides[1]}: {told[1]}." if other is not None else ""),
        note=_roles_note(tables),
        legend=theme.sides(look) if other is not None else (),
        compares=drawing.BOTH if other is not None else "",
        layout={
            **axes,
            "barmode": _barmode(data),
            "annotations": [
                _label(look, place, len(roles), _role(tables, place, role))
                for place, role in enumerate(roles)
            ],
        },
    )


def _with_events(ids: list[str], tables: Sequence[Crossed]) -> list[str]:
    """Return the years, and the unknown one only where an event has none."""
    undated = any(side.counts[:, ids.index(NONE)].any() for side in tables) if NONE in ids else False
    return [id_ for id_ in ids if id_ != NONE or undated]


def _barmode(data: list[list[dict[str, Any]]]) -> str:
    """Return how the columns of one side or two stand."""
    held = [
        [(place, height) for trace in side for place, height in zip(trace["x"], trace["y"], strict=True)]
        for side in data
    ]
    return "group" if len(held) == 1 else sides.barmode(*held)


def _both(columns: list[list[dict[str, Any]]], look: Look) -> list[dict[str, Any]]:
    """Return the columns of both sides, those of the second amber but for the unknown year."""
    first = [sides.picking(trace, FIRST) for trace in columns[0]]
    second = [
        sides.picking(trace, SECOND)
        | {
            "marker": {
                **trace["marker"],
                "color": [
                    colour if colour == look.palette.unknown else look.palette.second
                    for colour in trace["marker"]["color"]
                ],
            },
        }
        for trace in columns[1]
    ]
    return [*first, *second]


def _role(tables: Sequence[Crossed], place: int, role: str) -> str:
    """Return the name of a role with its events, of two tables those of both."""
    counts = " and ".join(theme.number(int(side.counts[place].sum())) for side in tables)
    return f"{theme.ROLES[role]}: {counts}"


def _roles_alt(table: Crossed) -> str:
    counts = zip(table.row_names, table.counts.sum(axis=1).tolist(), strict=True)
    return ", ".join(f"{theme.ROLES[role]} {theme.number(count)}" for role, count in counts)


def _roles_note(tables: Sequence[Crossed]) -> str:
    several = any(int(table.counts.sum()) > table.event_count for table in tables)
    counts = " and ".join(theme.number(table.event_count) for table in tables[:-1])
    in_all = f"{theme.counted(tables[-1].event_count, 'events')} in all"
    overlap = (
        f"An event in which it did two things stands in two rows: {counts and counts + ' and '}{in_all}."
    )
    unit = "Counted in events, whatever the unit of count."
    return f"{overlap} {unit}" if several else unit


def _nth(place: int) -> str:
    """Return the ending of the axis of a band: Plotly calls them y, y2, y3."""
    return "" if place == 0 else str(place + 1)


def _columns(table: Crossed, place: int, role: str, look: Look, *, country: str) -> dict[str, Any]:
    ids, counts = list(table.column_names), table.counts[place].tolist()
    colours = [look.palette.unknown if id_ == NONE else look.palette.categories[0] for id_ in ids]
    return {
        "type": "bar",
        "name": theme.ROLES[role],
        "x": list(range(len(ids))),
        "y": counts,
        "yaxis": f"y{_nth(place)}",
        "marker": {"color": colours, "line": {"width": 0}},
        "customdata": [f"{role}:{country},year:{id_}" for id_ in ids],
        "hovertext": [
            f"<b>{theme.escaped(year)}</b><br>{theme.ROLES[role]}: {theme.counted(count, 'events')}"
            for year, count in zip(table.column_names.values(), counts, strict=True)
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "unselected": {"marker": {"opacity": 1}},
    }


def _band(look: Look, place: int, bands: int, largest: int) -> dict[str, Any]:
    """Return the axis of one role: all have the same scale, the first role on top."""
    top = 1 - place / bands
    return drawing.value_axis(
        look,
        domain=[top - 0.86 / bands, top - 0.24 / bands],
        range=[0, largest * 1.08],
        nticks=3,
    ) | ({"dtick": 1} if largest <= 2 else {})


def _label(look: Look, place: int, bands: int, text: str) -> dict[str, Any]:
    """Return the name of a role above the left end of its band."""
    return {
        "text": f"<b>{text}</b>",
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 1 - place / bands,
        "xanchor": "left",
        "yanchor": "top",
        "showarrow": False,
        "font": {"size": round(theme.LABEL * look.scale), "color": look.palette.ink},
    }


def _years(look: Look, ids: list[str], *, anchor: str) -> dict[str, Any]:
    """Return the axis of years: about six labels, "?" for the unknown year."""
    known = [place for place, id_ in enumerate(ids) if id_ != NONE]
    step = max(-(-len(known) // 6), 1)
    shown = known[::-step][::-1]
    unknown = [place for place, id_ in enumerate(ids) if id_ == NONE]
    shown = [place for place in shown if not unknown or unknown[0] - place > len(ids) / 12]
    return drawing.name_axis(
        look,
        anchor=anchor,
        tickvals=[*shown, *unknown],
        ticktext=[*(ids[place] for place in shown), *("?" for _ in unknown)],
        automargin=False,
        range=[-0.6, len(ids) - 0.4],
    )
