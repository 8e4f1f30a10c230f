"""The topics of a country's events beside those of its region and of other countries, as shares."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from analysis.country import (
    Shares,
    said,
)
from analysis.sides import FIRST, SECOND
from charts import drawing, sides, theme
from charts.country_roles import EVENTS_OF
from charts.theme import Look

ROW = 38
"""Height of one topic, in pixels."""

MARK = 6
"""Height a row has at least for each mark in it, in pixels."""

TOPICS = 176
"""Room for the names of topics, in pixels."""


def topics(table: Shares, look: Look) -> go.Figure:
    """Marks of the share of each side's events by topic; numbers of events where the country's are too few."""
    shown = [place for place in range(len(table.sides)) if _is_drawn(table, place)]
    ending = "share of its events by topic, in per cent" if table.enough() else "events by topic"
    heading, names = f"{table.sides[0].name}: {ending}", list(table.topics.values())
    values = {place: _values(table, place) for place in shown}
    largest = max([value for cells in values.values() for value in cells] or [1])
    colours = _side_colours(table, look)
    return drawing.figure(
        look,
        title=heading,
        data=[
            _spread(list(values.values()), look, rows=len(names)),
            *(
                _marks(table, place, values[place], look, colour=colours[place], lower=lower)
                for place, lower in reversed(list(zip(shown, _apart(len(shown)), strict=True)))
            ),
            _at_the_end(table, look, at=largest * 1.07),
        ],
        height=max(ROW, MARK * len(shown)) * max(len(names), 2),
        left=TOPICS,
        below=26,
        alt=_topics_alt(table, heading),
        note=_topics_note(table),
        compares=drawing.BOTH if any(side.kind == "second" for side in table.sides) else "",
        legend=[
            (f"{_SIGNS[_symbol(table, place)]} {said(table.sides[place])}", colours[place]) for place in shown
        ],
        layout={
            "xaxis": drawing.value_axis(look, range=[-largest * 0.04, largest * 1.3], nticks=6),
            "yaxis": rows(look, [theme.wrapped(name, 25, 2) for name in names]),
        },
    )


def _is_drawn(table: Shares, place: int) -> bool:
    """Return whether a side has marks: of numbers the country's own alone."""
    return table.enough(place) if table.enough() else table.sides[place].kind == "second" or not place


def _values(table: Shares, place: int) -> list[float]:
    """Return shares in per cent, or numbers of events where the country has too few for shares."""
    if not table.enough():
        return [int(count) for count in table.counts[place]]
    return [100 * (table.share(place, topic) or 0) for topic in range(len(table.topics))]


def _side_colours(table: Shares, look: Look) -> list[str]:
    """Return a colour a side: the country and its peers those of categories, the region a grey of its own.

    There is one for each: the country, the same in a second side, and at most five peers (PEERS).
    """
    free = iter((*look.palette.categories, look.palette.seventh))
    return [look.palette.other if side.kind == "region" else next(free) for side in table.sides]


_SIGNS = {
    "circle": "●",
    "square": "■",
    "triangle-up": "▲",
    "cross": "✚",
    "star": "★",
    "triangle-down": "▼",
    "triangle-left": "◄",
    "diamond": "◆",
}
"""Marks as signs, for the legend: shape tells what colour alone would not."""


def _symbol(table: Shares, place: int) -> str:
    """Return the mark of a side: a diamond for the region, for the others one each."""
    if table.sides[place].kind == "region":
        return "diamond"
    return list(_SIGNS)[sum(side.kind != "region" for side in table.sides[:place])]


def _apart(sides: int) -> list[float]:
    """Return how much below the middle of a row the mark of each side stands, in rows: none hides another."""
    step = min(0.22, 0.66 / sides)
    return [(place - (sides - 1) / 2) * step for place in range(sides)]


def _marks(
    table: Shares, place: int, values: list[float], look: Look, *, colour: str, lower: float
) -> dict[str, Any]:
    """Return one mark a topic, `lower` rows below the middle of its row; those of the country lead to its events."""
    side, codes = table.sides[place], list(table.topics)
    own, whose = place == 0 or side.kind == "second", _side(table, place)
    picks = [sides.of_side(f"{table.role}:{side.code},topic:{code}", whose) if own else "" for code in codes]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": theme.escaped(said(side)),
        "x": values,
        "y": [row + lower for row in range(len(codes))],
        "marker": {
            "symbol": _symbol(table, place),
            "size": round((14 if place == 0 else 11) * look.scale),
            "color": colour,
            "opacity": 1,
            "line": {"width": 1, "color": look.palette.page},
        },
        "customdata": picks,
        "hovertext": [
            f"<b>{theme.escaped(name)}</b><br>{_told(table, place, topic)}"
            for topic, name in enumerate(table.topics.values())
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _side(table: Shares, place: int) -> str:
    """Return of which side of a comparison a mark of the country is; "" where nothing is compared."""
    if table.sides[place].kind == "second":
        return SECOND
    return FIRST if any(side.kind == "second" for side in table.sides) else ""


def _told(table: Shares, place: int, topic: int) -> str:
    """Return one share in words: "Kazakhstan: 12 of 40 events (30 %)", for a group per member."""
    side, held, events = table.sides[place], int(table.counts[place, topic]), table.events[place]
    share = theme.share(held, events) if table.enough(place) else "too few for per cent"
    if not side.averaged:
        return f"{theme.escaped(said(side))}: {theme.number(held)} of {theme.counted(events, 'events')} ({share})"
    each = [f"{count / len(side.members):.1f}" for count in (held, events)]
    return f"{theme.escaped(said(side))}: {each[0]} of {each[1]} events ({share})"


def _at_the_end(table: Shares, look: Look, *, at: float) -> dict[str, Any]:
    """Return the country's own figures as a column of numbers at the right."""
    held = table.counts[0].tolist()
    texts = [theme.share(count, table.events[0]) if table.enough() else theme.number(count) for count in held]
    return {
        "type": "scatter",
        "mode": "text",
        "showlegend": False,
        "x": [at] * len(texts),
        "y": list(range(len(texts))),
        "text": texts,
        "textposition": "middle right",
        "textfont": {"size": round(theme.LABEL * look.scale), "color": look.palette.ink},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _spread(values: Sequence[list[float]], look: Look, *, rows: int) -> dict[str, Any]:
    """Return a thin line a topic, from the smallest to the largest of the sides."""
    cells = [[side[row] for side in values] for row in range(rows)]
    ends = [(row, at) for row in range(rows) for at in (min(cells[row]), max(cells[row]), None)]
    return {
        "type": "scatter",
        "mode": "lines",
        "showlegend": False,
        "x": [at for _, at in ends],
        "y": [None if at is None else row for row, at in ends],
        "line": {"color": look.palette.hairline, "width": 3},
        "hoverinfo": "skip",
    }


def rows(look: Look, names: Sequence[str]) -> dict[str, Any]:
    """Return the axis of names, already wrapped, the first on top."""
    return drawing.name_axis(
        look,
        automargin=False,
        range=[len(names) - 0.4, -0.6],
        tickmode="array",
        tickvals=list(range(len(names))),
        ticktext=list(names),
    )


def _topics_alt(table: Shares, heading: str) -> str:
    if not table.topics:
        return f"Marks by topic. {heading}: nothing to show."
    told = ". ".join(
        f"{name}: {theme.number(int(table.counts[0, topic]))} of {theme.counted(table.events[0], 'events')}"
        for topic, name in list(enumerate(table.topics.values()))[:3]
    )
    return f"Marks by topic. {heading}. {told}."


def _topics_note(table: Shares) -> str:
    """Return whose events are compared, who is left out for having too few, and what a group's share is."""
    few = [side.name for place, side in enumerate(table.sides) if place and not table.enough(place)]
    whose = EVENTS_OF[table.role].removeprefix("events ")
    second = [
        f"; {side.name}: {theme.number(events)}"
        for side, events in zip(table.sides, table.events, strict=True)
        if side.kind == "second"
    ]
    notes = [f"{table.sides[0].name}: {theme.counted(table.events[0], 'events')} {whose}{''.join(second)}."]
    if not table.enough():
        notes.append("Too few for per cent, so numbers of events.")
    elif any(side.kind == "region" for side in table.sides):
        notes.append("The region is every event of any of its countries, this one among them.")
    if table.enough() and any(side.averaged for side in table.sides):
        notes.append(
            "A group is its average member: its members' events added up, with the topic and in all."
        )
    if few and table.enough():
        notes.append(f"Not drawn, fewer than five events: {', '.join(few)}.")
    if len(table.sides) > 1:
        notes.append(f"The figures at the right are those of {table.sides[0].name}.")
    return " ".join([*notes, "An event counts in each of its topics."])
