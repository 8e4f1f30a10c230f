"""The pictures of one country: its roles by year, its topics beside others', whom it met, and what comes back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from analysis.country import (
    MARKS,
    MOST_SERIES,
    NAMED,
    NOT_NAMED,
    NOT_TOLD,
    Editions,
    Report,
    Shares,
    Side,
    joined,
    said,
    with_second,
)
from analysis.counts import Counted
from analysis.crossed import Crossed
from analysis.sides import FIRST, SECOND
from charts import bars, sides, theme
from charts.change import of_sides
from charts.theme import Look
from view import NONE

BAND = 92
"""Height of the years of one role, in pixels."""

ROW = 38
"""Height of one topic, in pixels."""

MARK = 6
"""Height a row has at least for each mark in it, in pixels."""

TOPICS = 176
"""Room for the names of topics, in pixels."""

LANE, LANES = 58, 236
"""Height of one recurring event and room for its name, in pixels."""

STEP = 0.28
"""How far apart two editions of one day stand, in lanes."""

SAID = {NAMED: "names the country", NOT_NAMED: "does not", NOT_TOLD: "does not tell who came"}
"""What an edition does, by its state."""

HOVERED = {
    NAMED: "names the country",
    NOT_NAMED: "does not name the country",
    NOT_TOLD: "does not tell who came",
}
"""The same for a mark that stands alone."""

MET = 15
"""Countries drawn at most among those it met."""

EVENTS_OF = {
    "there": "events it was at",
    "host": "events it hosted",
    "participant": "events it took part in",
    "expert": "events it sent experts to",
    "funder": "events it paid for",
}
"""The country's events in words, by the role that makes them its own."""


@dataclass(frozen=True)
class Drawings:
    """The seven figures of the page, in its order."""

    roles: go.Figure
    hosts: go.Figure
    topics: go.Figure
    met: go.Figure
    audiences: go.Figure
    funders: go.Figure
    series: go.Figure

    @property
    def all(self) -> tuple[go.Figure, ...]:
        """The figures in the order of the page."""
        return (self.roles, self.hosts, self.topics, self.met, self.audiences, self.funders, self.series)


def drawn(
    report: Report, look: Look, hosts: Counted, *, second: Report | None = None, held: Counted | None = None
) -> Drawings:
    """Return every figure of the page; `hosts` are its events by the country that hosted them.

    `second` is the report of the same country among the events that are compared with, `held` its events by host.
    """
    name, pick, whose = report.side.name, f"{report.role}:{report.side.code}", EVENTS_OF[report.role]
    unit = theme.UNITS[report.audiences.unit].lower()
    audiences = bars.ranking(
        report.audiences,
        look,
        title=f"{name}: {unit} by audience ({whose})",
        overlap=True,
        other=None if second is None else second.audiences,
    )
    funders = bars.ranking(
        report.funders,
        look,
        title=f"{name}: {unit} by funder ({whose})",
        overlap=True,
        note=_no_funder(report, second, look),
        other=None if second is None else second.funders,
    )
    hosted = bars.ranking(hosts, look, title=f"{name}: {unit} by country that hosted ({whose})", other=held)
    return Drawings(
        roles_by_year(
            report.roles, look, country=report.side, other=None if second is None else second.roles
        ),
        within(hosted, pick),
        topics(shares(report, second, look), look),
        met(report.met, look, country=report.side, other=None if second is None else second.met),
        within(audiences, pick),
        within(funders, pick),
        editions(series(report, second), look, country=report.side, note=_left_out(report)),
    )


def _no_funder(report: Report, second: Report | None, look: Look) -> str:
    """Return how many of the country's events state no funder, of both sides where two are compared."""
    own, *theirs = (
        theme.partly_read(*side.unstated, what="funder") for side in (report, second) if side is not None
    )
    return of_sides(look, own, *theirs) if theirs else own


def shares(report: Report, second: Report | None, look: Look) -> Shares:
    """Return the shares of topics, the country of the second side among them."""
    if second is None:
        return report.topics
    return with_second(report.topics, second.topics, second_name(report, look))


def second_name(report: Report, look: Look) -> str:
    """Return what the country is called on the second side: "Kenya (2016–2021)", "Kenya (with EU)"."""
    side, spoken = look.sides[1], look.spoken[1]
    return f"{report.side.name} ({side if spoken in ('', f'in {side}') else spoken})"


def series(report: Report, second: Report | None) -> Editions:
    """Return the editions of both sides."""
    return report.series if second is None else joined(report.series, second.series)


def _left_out(report: Report) -> str:
    """Return what filters for countries do to editions: those without them are not in the selection at all."""
    view = report.selection.view
    chosen = view.countries or view.regions
    return NOT_THERE if chosen else ""


NOT_THERE = "The filter for countries leaves out editions without them."


def within(figure: go.Figure, pick: str) -> theme.Drawn:
    """Return a figure whose clicks also pick the country: what it shows are the country's events alone."""
    given = figure.to_dict()
    data = [
        {**trace, "customdata": [f"{pick},{one}" if one else "" for one in trace["customdata"]]}
        for trace in given["data"]
    ]
    return theme.Drawn(data=data, layout=given["layout"])


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
    return theme.figure(
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
        compares=theme.BOTH if other is not None else "",
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
    return theme.value_axis(
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
    return theme.name_axis(
        look,
        anchor=anchor,
        tickvals=[*shown, *unknown],
        ticktext=[*(ids[place] for place in shown), *("?" for _ in unknown)],
        automargin=False,
        range=[-0.6, len(ids) - 0.4],
    )


# Topics


def topics(table: Shares, look: Look) -> go.Figure:
    """Marks of the share of each side's events by topic; numbers of events where the country's are too few."""
    shown = [place for place in range(len(table.sides)) if _is_drawn(table, place)]
    ending = "share of its events by topic, in per cent" if table.enough() else "events by topic"
    heading, names = f"{table.sides[0].name}: {ending}", list(table.topics.values())
    values = {place: _values(table, place) for place in shown}
    largest = max([value for cells in values.values() for value in cells] or [1])
    colours = _side_colours(table, look)
    return theme.figure(
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
        compares=theme.BOTH if any(side.kind == "second" for side in table.sides) else "",
        legend=[
            (f"{_SIGNS[_symbol(table, place)]} {said(table.sides[place])}", colours[place]) for place in shown
        ],
        layout={
            "xaxis": theme.value_axis(look, range=[-largest * 0.04, largest * 1.3], nticks=6),
            "yaxis": _names(look, names),
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


def _names(look: Look, names: Sequence[str]) -> dict[str, Any]:
    """Return the axis of names, the first on top."""
    return theme.name_axis(
        look,
        automargin=False,
        range=[len(names) - 0.4, -0.6],
        tickmode="array",
        tickvals=list(range(len(names))),
        ticktext=[theme.wrapped(name, 25, 2) for name in names],
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


# Whom it met, and what comes back


def met(table: Counted, look: Look, *, country: Side, other: Counted | None = None) -> go.Figure:
    """Bars of the countries that were at the same events, the fifteen it met most often."""
    rest = len(table.columns["id"]) - MET
    more = f"{theme.number(rest)} more in the numbers." if rest > 0 else ""
    note = f"Events where both were there, as host or participant. {more}".strip()
    kept = [place < MET for place in range(len(table.columns["id"]))]
    shown, second = table.kept(kept), None if other is None else other.kept(kept)
    heading = f"{country.name}: {theme.UNITS[table.unit].lower()} by country it met"
    figure = bars.ranking(shown, look, title=heading, note=note, other=second)
    return within(figure, f"there:{country.code}")


def editions(table: Editions, look: Look, *, country: Side, note: str = "") -> go.Figure:
    """One lane a recurring event: filled marks for editions that name the country, hollow ones for the others.

    Those that do not tell who came have a "?".
    """
    heading = f"{country.name}: editions of recurring events that name it, and those that do not"
    lanes = {row["series_id"]: row["series_name"] for row in table.rows}
    counts = Counter(row["state"] for row in table.rows)
    blue, compares = look.palette.categories[0], "side" in table.columns
    marks = [_editions(table, look, state) for state in (NOT_TOLD, NOT_NAMED, NAMED)]
    return theme.figure(
        look,
        title=heading,
        data=[*marks, _question_marks(marks[0], look)],
        height=max(LANE * len(lanes), 2 * LANE),
        left=LANES,
        below=26,
        alt=(
            f"{heading}: {theme.number(len(lanes))} recurring events, {theme.number(len(table.rows))} editions, "
            f"{theme.number(counts[NOT_NAMED])} without it, {theme.number(counts[NOT_TOLD])} that do not tell who came."
        ),
        note=_editions_note(table, note),
        legend=[
            (f"● {SAID[NAMED]}", blue),
            (f"○ {SAID[NOT_NAMED]}", look.palette.muted),
            (f"? {SAID[NOT_TOLD]}", look.palette.muted),
            *(theme.sides(look) if compares else []),
        ],
        wide=True,
        compares=theme.BOTH if compares else "",
        layout={
            "xaxis": _dates(table, look),
            "yaxis": _names(look, []) | _lanes(list(lanes.values())),
        },
    )


def _dates(table: Editions, look: Look) -> dict[str, Any]:
    """Return the axis of whole years, one label a year where they are few."""
    years = sorted(int(row["day"][:4]) for row in table.rows if row["day"])
    axis = theme.value_axis(look, type="date", rangemode="normal", nticks=6, tickformat="%Y")
    if not years:
        return axis
    few = {"dtick": "M12", "tick0": f"{years[0]}-01-01"} if years[-1] - years[0] < 6 else {}
    return axis | few | {"range": [f"{years[0]}-01-01", f"{years[-1]}-12-31"]}


def _lanes(names: list[str]) -> dict[str, Any]:
    return {
        "range": [len(names) - 0.4, -0.6],
        "tickvals": list(range(len(names))),
        "ticktext": [theme.wrapped(name, 34, 3) for name in names],
    }


def _editions_note(table: Editions, left_out: str) -> str:
    """Return what a hollow mark can mean, how many say nothing, and what is not drawn."""
    missed = [row for row in table.rows if row["state"] == NOT_NAMED]
    untold = sum(row["state"] == NOT_TOLD for row in table.rows)
    in_part = sum(row["in_part"] for row in missed)
    notes = []
    if missed:
        notes.append(
            f"Not naming it: {theme.counted(len(missed), 'events')}; {theme.number(in_part)} of them read only in "
            f"part, so it may have come all the same."
        )
    notes += [f"Not told who came: {theme.counted(untold, 'events')}."] if untold else []
    notes += [left_out] if left_out else []
    notes += _beyond(table)
    return " ".join(notes)


def _beyond(table: Editions) -> list[str]:
    """Return what is not drawn; of two sides, which may share some of it, what is drawn at most."""
    undated = [f"{table.undated} without a known year not drawn."] if table.undated else []
    if "side" not in table.columns:
        more = [f"{table.more} more recurring events not drawn."] if table.more else []
        earlier = [f"{table.earlier} earlier ones not drawn."] if table.earlier else []
        return [*more, *undated, *earlier]
    notes = [
        sides.RING if "both" in table.columns["side"] else "",
        f"Of each side the {MOST_SERIES} with most editions are drawn." if table.more else "",
        f"Of each side the newest {MARKS} editions are drawn." if table.earlier else "",
    ]
    return [*undated, *(note for note in notes if note)]


def _editions(table: Editions, look: Look, state: str) -> dict[str, Any]:
    """Return the marks of the editions of a state."""
    lane = {id_: place for place, id_ in enumerate(dict.fromkeys(row["series_id"] for row in table.rows))}
    above = _stacked(table)
    days = Counter((row["series_id"], row["day"]) for row in table.rows)
    crowded = {row["event_id"] for row in table.rows if days[row["series_id"], row["day"]] > 1}
    rows = [row for row in table.rows if row["day"] and row["state"] == state]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": SAID[state],
        "x": [row["day"] for row in rows],
        "y": [lane[row["series_id"]] - STEP * above[row["event_id"]] for row in rows],
        "text": ["" if row["number"] is None else str(row["number"]) for row in rows],
        "textposition": ["middle left" if row["event_id"] in crowded else "top center" for row in rows],
        "textfont": {"size": round(theme.SOURCE * look.scale), "color": look.palette.muted},
        "marker": {"size": 13, "opacity": 1} | _mark(look)[state] | _of_sides(rows, look, state),
        "customdata": sides.events(rows),
        "hovertext": [_edition(row) for row in rows],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _mark(look: Look) -> dict[str, dict[str, Any]]:
    """Return the shape of each state; under a question mark lies only room to click on."""
    blue, grey, page = look.palette.categories[0], look.palette.muted, look.palette.page
    return {
        NAMED: {"symbol": "circle", "color": blue, "line": {"width": 1, "color": blue}},
        NOT_NAMED: {"symbol": "circle-open", "color": grey, "line": {"width": 2, "color": grey}},
        NOT_TOLD: {"symbol": "circle", "color": page, "line": {"width": 0, "color": page}},
    }


def _of_sides(rows: list[dict[str, Any]], look: Look, state: str) -> dict[str, Any]:
    """Return the colours of marks of two sides; nothing where nothing is compared."""
    return sides.marks(rows, look) if rows and "side" in rows[0] and state != NOT_TOLD else {}


def _question_marks(marks: dict[str, Any], look: Look) -> dict[str, Any]:
    """Return a "?" over each mark."""
    return {
        "type": "scatter",
        "mode": "text",
        "showlegend": False,
        "x": marks["x"],
        "y": marks["y"],
        "text": ["?"] * len(marks["x"]),
        "textposition": "middle center",
        "textfont": {"size": round(theme.LABEL * look.scale), "color": look.palette.muted},
        "hoverinfo": "skip",
    }


def _stacked(table: Editions) -> dict[str, int]:
    """Return how many editions of the same recurring event are drawn at the same day before each."""
    held: dict[tuple[str, str], int] = {}
    above = {}
    for row in table.rows:
        place = (row["series_id"], row["day"])
        above[row["event_id"]] = held[place] = held.get(place, -1) + 1
    return above


def _edition(row: dict[str, Any]) -> str:
    number = "" if row["number"] is None else f"Edition {row['number']}: "
    where = f", {theme.escaped(row['city'])}" if row["city"] else ""
    part = "; read only in part" if row["in_part"] and row["state"] != NAMED else ""
    told = f"{HOVERED[row['state']]}{part}"
    title = theme.wrapped(row["title"] or "title not stated", 50)
    return f"<b>{number}{title}</b><br>{theme.day(row['start_date'])}{where}<br>{told}"
