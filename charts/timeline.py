"""Events along time: by year, quarter or month, stacked or summed up, and lanes of recurring events."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import compress
from typing import Any

import plotly.graph_objects as go

from analysis.counts import OTHER, Counted
from analysis.crossed import Crossed
from analysis.lanes import Lanes
from charts import drawing, sides, theme
from charts.change import of_sides
from charts.theme import Look
from view import NONE

HEIGHT = 300
LANE = 58
"""Height of one lane, in pixels."""

NUMBER, LANE_ROOM = 4.0, 560
"""Half the width of a digit beside another, and the narrowest room a lane has, in pixels."""

LANE_NAMES = 236
"""Room for the names of lanes, in pixels."""

YEARS = 64
"""Room for the numbers beside the columns and the unit, in pixels."""

MOST_TICKS = 6
MOST_PARTED = 2
"""Years at most whose quarters or months have labels."""

MOST_MONTHS = 7
"""Months at most that each have a label."""

FEW = 60
"""Up to so many columns have gaps between them."""

WHOLE = "Beside a second group of events columns are whole: neither stacked nor summed up."
"""What is said under columns that are compared."""


def by_period(table: Counted, look: Look, *, title: str = "", other: Counted | None = None) -> go.Figure:
    """Columns of a table by year, quarter or month; what has no known period stands apart in grey.

    `other` holds a second group of events: a column beside each.
    """
    tables = [table] if other is None else [table, other]
    ids = sorted({id_ for side in tables for id_ in side.columns["id"]}, key=lambda id_: (id_ == NONE, id_))
    heading = title or f"{theme.UNITS[table.unit]} by {table.dimension}"
    colours = [look.palette.categories[0], look.palette.second]
    data = [_side(side, ids, look, colour=colour) for side, colour in zip(tables, colours, strict=False)]
    if other is None:
        data[0] |= _widths(table.columns["id"])
    if other is not None:
        data = sides.named(data, look)
    counts = dict(zip(table.columns["name"], table.columns["count"], strict=True))
    shown = [id_ for id_ in ids if id_ != NONE or any(side.unstated_count for side in tables)]
    return drawing.figure(
        look,
        title=heading,
        data=data,
        height=HEIGHT,
        left=YEARS,
        below=26,
        alt=_alt(heading, counts, table.unit),
        note=_note(table, other, look),
        legend=theme.sides(look) if other is not None else (),
        compares=drawing.BOTH if other is not None else "",
        layout=_axes(
            look, shown, max((value for trace in data for value in trace["y"]), default=0), unit=table.unit
        )
        | ({"barmode": _barmode(data)} if other is not None else {}),
    )


def _barmode(data: list[dict[str, Any]]) -> str:
    """Return how the columns of two sides stand."""
    first, second = (zip(trace["x"], trace["y"], strict=True) for trace in data)
    return sides.barmode(first, second)


def _side(table: Counted, ids: list[str], look: Look, *, colour: str) -> dict[str, Any]:
    """Return the columns of one group of events at the periods of both."""
    place = dict(zip(ids, _places(ids), strict=True))
    own = table.columns["id"]
    behind = _behind(table)
    told = theme.told(table.unit, table.columns["count"], behind)
    return _columns(own, table.columns["count"], step=table.dimension) | {
        "x": [place[id_] for id_ in own],
        **_questions(_untold(behind), look),
        "marker": {
            "color": [look.palette.unknown if id_ == NONE else colour for id_ in own],
            "line": {"width": 0},
        },
        "hovertext": [
            f"<b>{theme.escaped(name)}</b><br>{figure}"
            for name, figure in zip(table.columns["name"], told, strict=True)
        ],
    }


def _untold(behind: Sequence[tuple[int, int]]) -> list[bool]:
    """Tell which periods have events of which none tells the measure: no data is not zero."""
    return [bool(events) and not base for events, base in behind]


def _questions(untold: Sequence[bool], look: Look) -> dict[str, Any]:
    """Return the text of columns that have no height because nothing is told; nothing where there are none."""
    if not any(untold):
        return {}
    return {
        "text": [QUESTION if yes else "" for yes in untold],
        "textposition": "outside",
        "textangle": 0,
        "cliponaxis": False,
        "textfont": {"size": round(theme.LABEL * look.scale), "color": look.palette.muted},
    }


QUESTION = "?"
UNTOLD = "“?” on the line: there are events, and none tells the figure."


def _note(table: Counted, other: Counted | None, look: Look) -> str:
    told = _unknown(table) if other is None else of_sides(look, _unknown(table), _unknown(other))
    behind = [pair for side in (table, other) if side is not None for pair in _behind(side)]
    untold = UNTOLD if any(_untold(behind)) else ""
    return " ".join(part for part in (told, untold, theme.base_note(table.unit)) if part)


def _behind(table: Counted) -> list[tuple[int, int]]:
    return list(zip(table.columns["event_count"], table.columns["base_count"], strict=True))


def _unknown(table: Counted) -> str:
    unknown = table.unstated_count
    return f"{theme.counted(unknown, 'events')} with the {table.dimension} unknown." if unknown else ""


def stacked(table: Crossed, look: Look, *, split: str, cumulative: bool = False, note: str = "") -> go.Figure:
    """Columns by period, stacked by the rows of the table; six colours, then others, "not stated" in grey."""
    ids, names = list(table.column_names), list(table.column_names.values())
    colours = theme.colours(list(table.row_names), look.palette, fixed=theme.SPLIT_COLOURS.get(split))
    unit = theme.UNITS[table.unit]
    heading = f"{unit} {'up to each' if cumulative else 'by'} {table.columns}, by {theme.DIMENSIONS[split]}"
    heights = table.counts.sum(axis=0).tolist()
    events = table.counts if table.events is None else table.events
    behind = events.sum(axis=0).tolist()
    shown = [id_ for id_, held in zip(ids, behind, strict=True) if id_ != NONE or held]
    # summed up, the last known period and the unknown one hold all
    overlaps = sum(behind[-2:] if cumulative else behind) > table.event_count
    unknown = f"“?” holds the events with the {table.columns} unknown." if NONE in shown else ""
    untold = _untold(_behind_columns(table))
    asked = UNTOLD if any(untold) else ""
    notes = (note, unknown, asked, STACKS_OVERLAP if overlaps else "", theme.base_note(table.unit))
    return drawing.figure(
        look,
        title=heading,
        data=[*_layers(table, look, split=split, colours=colours), *_asked(untold, _places(ids), look)],
        height=HEIGHT + 60,
        left=YEARS,
        below=26,
        alt=_alt(heading, dict(zip(names, heights, strict=True)), "" if overlaps else table.unit),
        note=" ".join(filter(None, notes)),
        legend=list(zip(table.row_names.values(), colours, strict=True)),
        layout=_axes(look, shown, max(heights, default=0), unit=table.unit) | {"barmode": "stack"},
    )


def _behind_columns(table: Crossed) -> list[tuple[int, int]]:
    """Return for each period the events behind its column, each as often as it is stacked, and those that tell it."""
    told = (table.counts if each is None else each for each in (table.events, table.base))
    return list(zip(*(each.sum(axis=0).tolist() for each in told), strict=True))


def _asked(untold: Sequence[bool], places: Sequence[int], look: Look) -> list[dict[str, Any]]:
    """Return a trace of question marks on the line, for stacks that have no height because nothing is told."""
    if not any(untold):
        return []
    return [
        {
            "type": "scatter",
            "mode": "text",
            "x": list(compress(places, untold)),
            "y": [0] * sum(untold),
            "text": [QUESTION] * sum(untold),
            "textposition": "top center",
            "textfont": {"size": round(theme.LABEL * look.scale), "color": look.palette.muted},
            "customdata": [""] * sum(untold),
            "hoverinfo": "skip",
            "showlegend": False,
        }
    ]


STACKS_OVERLAP = (
    "An event with several counts in each, so columns may stand higher than the events of the period."
)


def _layers(table: Crossed, look: Look, *, split: str, colours: list[str]) -> list[dict[str, Any]]:
    """Return one trace a row of the table, from the bottom of the columns up."""
    periods, width = list(table.column_names), len(table.column_names)
    return [
        _columns(
            periods,
            [count for *_, count in table.cells[row * width : (row + 1) * width]],
            step=table.columns,
            also=f"{split}:{id_}" if id_ != OTHER else "",
        )
        | _widths(periods)
        | {
            "name": theme.escaped(name),
            "showlegend": True,
            "marker": {
                "color": colour,
                "line": {"width": 0.5 if len(periods) <= FEW else 0, "color": look.palette.page},
            },
            "hovertext": [
                f"<b>{theme.escaped(period)}</b><br>{theme.escaped(name)}: {told}"
                for period, told in zip(
                    table.column_names.values(), _told(table, row * width, (row + 1) * width), strict=True
                )
            ],
        }
        for row, ((id_, name), colour) in enumerate(zip(table.row_names.items(), colours, strict=True))
    ]


def _told(table: Crossed, first: int, last: int) -> list[str]:
    """Return what some cells of a table say: the figure, and the events it stands on where it is no count of them."""
    return theme.told(table.unit, [count for *_, count in table.cells[first:last]], table.behind[first:last])


APART, BROAD = 20, 100
"""The unknown period stands apart by one column in so many, and among many it is as broad as one in so many."""


def _places(ids: list[str]) -> list[int]:
    """Return where columns stand: side by side, the unknown period at the end apart from the last known one."""
    places = list(range(len(ids)))
    return [*places[:-1], places[-1] + len(ids) // APART] if ids[-1:] == [NONE] else places


def _widths(ids: list[str]) -> dict[str, Any]:
    """Return the widths of many columns, the unknown period broad enough to be seen and clicked; none of few."""
    if len(ids) <= FEW or ids[-1] != NONE:
        return {}
    return {"width": [1] * (len(ids) - 1) + [max(len(ids) // BROAD, 1)]}


def _columns(ids: list[str], values: list[int], *, step: str, also: str = "") -> dict[str, Any]:
    return {
        "type": "bar",
        "x": _places(ids),
        "y": values,
        "customdata": [f"{step}:{id_}" + (f",{also}" if also else "") for id_ in ids],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "unselected": {"marker": {"opacity": 1}},
    }


def _axes(look: Look, ids: list[str], largest: int, *, unit: str) -> dict[str, Any]:
    places, (ticks, texts) = _places(ids), _ticks(ids)
    return {
        "bargap": 0.18 if len(ids) <= FEW else 0,
        "xaxis": drawing.name_axis(
            look,
            tickvals=[places[tick] for tick in ticks],
            ticktext=texts,
            automargin=False,
            range=[-0.6, max(places, default=0) + 0.6 + (len(ids) // BROAD / 2 if _widths(ids) else 0)],
        ),
        "yaxis": drawing.value_axis(look, unit=unit, **({"dtick": 1} if largest <= 4 else {})),
    }


def _ticks(ids: list[str]) -> tuple[list[int], list[str]]:
    """Return places and texts of the labels: years, at most six, their parts where these are few, "?" for unknown.

    The first period has its year also where it does not begin one.
    """
    firsts = [
        place
        for place, id_ in enumerate(ids)
        if id_ != NONE and (len(id_) == 4 or id_.endswith(("-Q1", "-01")))
    ]
    step = next(step for step in (1, 2, 5, 10, 25, 100) if len(firsts) / step <= MOST_TICKS)
    texts = {place: ids[place][:4] for place in firsts if int(ids[place][:4]) % step == 0}
    texts = texts or {place: ids[place][:4] for place in firsts[:1]}
    if len(firsts) <= MOST_PARTED:
        texts |= _parts(ids)
    unknown = [place for place, id_ in enumerate(ids) if id_ == NONE]
    shown = [place for place in sorted(texts) if not unknown or unknown[0] - place > len(ids) / 12]
    return [*shown, *unknown], [*(texts[place] for place in shown), *("?" for _ in unknown)]


def _parts(ids: list[str]) -> dict[int, str]:
    """Return the labels of quarters or months within years: of many months every third."""
    told = {}
    for place, id_ in enumerate(ids):
        part = id_.partition("-")[2]
        if not part or part in ("Q1", "01") or id_ == NONE:
            continue
        every = part.startswith("Q") or len(ids) <= MOST_MONTHS or int(part) % 3 == 1
        name = part if part.startswith("Q") else theme.day(id_).partition(" ")[0]
        if every or place == 0:
            told[place] = f"{name} {id_[:4]}" if place == 0 else name
    return told


def _alt(heading: str, counts: dict[str, int], unit: str) -> str:
    """Return the figure in a line; no number without a unit, where a column may hold an event twice."""
    if not counts or not any(counts.values()):
        return f"Column chart. {heading}: nothing to show."
    most = max(counts, key=lambda name: counts[name])
    told = f", {theme.counted(counts[most], unit)}" if unit else ""
    return f"Column chart. {heading}. Most: {most}{told}."


_DATES = [
    {"dtickrange": [None, "M11"], "value": "%b %Y"},
    {"dtickrange": ["M12", None], "value": "%Y"},
]
"""How dates along an axis are written: years alone, unless they stand closer."""


def lanes(editions: Lanes, look: Look, *, title: str, note: str = "") -> go.Figure:
    """One lane a recurring event or programme, a mark an event at its date, the number of the edition beside it."""
    rows = editions.rows
    names = {row["lane_id"]: row["lane_name"] for row in rows}
    place = {lane: number for number, lane in enumerate(names)}
    events = len({row["event_id"] for row in rows})
    compares = "side" in editions.columns
    ring = sides.RING if compares and "both" in editions.columns["side"] else ""
    at_most = theme.counted(editions.least, "events")
    more = f"{editions.more} more with at most {at_most} each." if editions.more else ""
    undated = f"{editions.undated} without a known year." if editions.undated else ""
    earlier = f"{editions.earlier} earlier ones not drawn." if editions.earlier else ""
    return drawing.figure(
        look,
        title=title,
        data=[_tracks(rows, place, look), _editions(rows, place, look)],
        height=max(LANE * len(names), 2 * LANE),
        left=LANE_NAMES,
        below=26,
        alt=f"{title}: {len(names)} lanes, {theme.counted(events, 'events')}.",
        note=" ".join(part for part in (ring, more, undated, earlier, note) if part),
        legend=theme.sides(look) if compares else (),
        wide=True,
        compares=drawing.BOTH if compares else "",
        layout=_lane_axes(list(names.values()), look) if names else _no_lanes(look),
    )


def _lane_axes(names: list[str], look: Look) -> dict[str, Any]:
    return {
        "xaxis": drawing.value_axis(look, type="date", rangemode="normal", nticks=6, tickformatstops=_DATES),
        "yaxis": drawing.name_axis(
            look,
            automargin=False,
            tickmode="array",
            tickvals=list(range(len(names))),
            ticktext=[theme.wrapped(name, 34, 3) for name in names],
            range=[len(names) - 0.4, -0.6],
        ),
    }


def _no_lanes(look: Look) -> dict[str, Any]:
    """Return axes that are not drawn, and a sentence in their place."""
    said = {
        "text": "None in these events with a known year.",
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 0.5,
        "xanchor": "left",
        "showarrow": False,
        "font": {"size": round(14 * look.scale), "color": look.palette.ink},
    }
    return {"xaxis": {"visible": False}, "yaxis": {"visible": False}, "annotations": [said]}


def _editions(rows: list[dict[str, Any]], place: dict[str, int], look: Look) -> dict[str, Any]:
    """Return one mark an event."""
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [row["day"] for row in rows],
        "y": [place[row["lane_id"]] for row in rows],
        "text": _numbers(rows),
        "textposition": "top center",
        "textfont": {"size": round(theme.SOURCE * look.scale), "color": look.palette.muted},
        "marker": {
            "size": 13,
            "color": look.palette.categories[0],
            "line": {"width": 1, "color": look.palette.page},
        }
        | (sides.marks(rows, look) if rows and "side" in rows[0] else {}),
        "customdata": sides.events(rows),
        "hovertext": [_edition(row) for row in rows],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _numbers(rows: list[dict[str, Any]]) -> list[str]:
    """Return the numbers of editions, those of marks too close to each other in one at the first of them: "28, 30"."""
    days = [date.fromisoformat(row["day"]).toordinal() for row in rows]
    room = (max(days, default=0) - min(days, default=0)) * NUMBER / LANE_ROOM
    texts = ["" for _ in rows]
    last: dict[str, int] = {}
    for place in sorted(range(len(rows)), key=days.__getitem__):
        row = rows[place]
        if row["number"] is None:
            continue
        number, near = f"{row['number']:.0f}", last.get(row["lane_id"])
        if near is not None and days[place] - days[near] < room * (len(texts[near]) + len(number) + 1):
            texts[near] += "" if number in texts[near].split(", ") else f", {number}"
            continue
        texts[place], last[row["lane_id"]] = number, place
    return texts


def _tracks(rows: list[dict[str, Any]], place: dict[str, int], look: Look) -> dict[str, Any]:
    """Return one thin line from the first to the last event of each lane."""
    days: dict[str, list[str]] = {lane: [] for lane in place}
    for row in rows:
        days[row["lane_id"]].append(row["day"])
    points = [(lane, day) for lane in place for day in (min(days[lane]), max(days[lane]), None)]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [day for _, day in points],
        "y": [None if day is None else place[lane] for lane, day in points],
        "line": {"color": look.palette.hairline, "width": 3},
        "hoverinfo": "skip",
    }


def _edition(row: dict[str, Any]) -> str:
    number = "" if row["number"] is None else f"Edition {row['number']:.0f}: "
    where = f", {theme.escaped(row['city'])}" if row["city"] else ""
    title = row["title"] or "title not stated"
    return f"<b>{number}{theme.wrapped(title, 50)}</b><br>{theme.day(row['start_date'])}{where}"
