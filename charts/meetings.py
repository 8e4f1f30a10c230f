"""Who meets whom: the strongest pairs, pairs by year and by region, events by size, who links and who is alone.

The second side of a comparison has bars of its own under those of the first, or columns beside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.counts import Counted
from analysis.overview import FEW
from charts import drawing, meeting_words, theme
from charts import sides as two
from charts.meeting_words import Words
from charts.theme import Look
from view import NONE

ROW, PAIR_ROW = 36, 44
"""Height of a bar with its label, of one name or of two, in pixels."""

NAMES, PAIR_NAMES = 176, 250
"""Room for one name and for two beside the bars, in pixels."""

SECOND = 18
"""How much higher a row is that holds the bars of two sides, in pixels."""

HEIGHT = 300
"""Height of the columns by year, in pixels."""


@dataclass(frozen=True)
class _Layer:
    """One colour of bars: a value, a text at the end, a pick and a hover for each bar."""

    name: str
    colour: str | list[str]
    lengths: list[int] | list[float]
    texts: list[str]
    picks: list[str]
    hovers: list[str]


def strongest(
    table: pd.DataFrame,
    look: Look,
    *,
    words: Words,
    sides: tuple[str, str],
    weight: str,
    other: pd.DataFrame | None = None,
) -> go.Figure:
    """Bars of the pairs that weigh most; the title names the first where no other weighs as much.

    `other` holds the same pairs of a second side.
    """
    rows, column = theme.rows(table), "shared" if weight == "shared" else "count"
    joined = "+" if sides[0] == sides[1] else "→"
    return _drawn(
        [f"{row['first_name']} {joined} {row['second_name']}" for row in rows],
        [[_pairs(made, look, place, sides=sides, weight=weight)] for place, made in _sides(table, other)],
        look,
        title=_strongest(rows, [row[column] for row in rows], words, weight=weight, other=other),
        note=meeting_words.about(words, weight),
        room=(PAIR_NAMES, PAIR_ROW),
    )


def left_out(drawn: int, pair_count: int, *, words: Words) -> str:
    """Return how many pairs bars are drawn of; empty where these are all."""
    return theme.drawn_of(drawn, pair_count, words.pairs.lower())


def _sides(table: pd.DataFrame, other: pd.DataFrame | None) -> list[tuple[int, pd.DataFrame]]:
    """Return the tables of one side or two with their places."""
    return list(enumerate([table] if other is None else [table, other]))


def _pairs(table: pd.DataFrame, look: Look, place: int, *, sides: tuple[str, str], weight: str) -> _Layer:
    """Return the bars of the pairs of one side."""
    rows = theme.rows(table)
    values = [row["shared" if weight == "shared" else "count"] for row in rows]
    return _Layer(
        "",
        _colour(look, place),
        values,
        [meeting_words.figure(value, weight) or ("under 0.1" if value else "0") for value in values],
        [f"{sides[0]}:{row['first_id']},{sides[1]}:{row['second_id']}" for row in rows],
        [
            f"{theme.counted(row['count'], 'events')} together<br>{meeting_words.shared(row['shared'])}"
            for row in rows
        ],
    )


def _colour(look: Look, place: int) -> str:
    return look.palette.second if place else look.palette.categories[0]


def _strongest(
    rows: list[dict[str, Any]],
    values: list[float],
    words: Words,
    *,
    weight: str,
    other: pd.DataFrame | None,
) -> str:
    """Return the title: the strongest pair where it is one alone, of one side."""
    if other is not None or len(values) < 2 or values[0] <= values[1]:
        return meeting_words.titled(words.ranking, weight)
    names = (rows[0]["first_name"], rows[0]["second_name"])
    return meeting_words.said_best(words, *names, value=values[0], weight=weight)


def sizes(table: pd.DataFrame, look: Look, *, words: Words, other: pd.DataFrame | None = None) -> go.Figure:
    """Bars of events by how many were there, and what share of all pairs they make."""
    made = _sides(table, other)
    pairs = sum(int(side["meetings"].sum()) for _, side in made)
    return _drawn(
        [_size(row["size"], words) for row in theme.rows(table)],
        [[_by_size(side, look, place)] for place, side in made],
        look,
        title=words.sizes,
        note=SHARES if pairs else "",
    )


SHARES = (
    f"In brackets the share of all pairs that met there, each once an event; of {FEW} events or more, for fewer would "
    "say little."
)


def _by_size(table: pd.DataFrame, look: Look, place: int) -> _Layer:
    """Return the bars of the events of one side, those that name nobody in grey."""
    rows = theme.rows(table)
    pairs = sum(row["meetings"] for row in rows)
    return _Layer(
        "",
        [look.palette.unknown if row["size"] == NONE else _colour(look, place) for row in rows],
        [row["count"] for row in rows],
        [_with_share(row, pairs) for row in rows],
        [""] * len(rows),
        [f"{theme.counted(row['count'], 'events')}<br>{_meetings(row, pairs)}" for row in rows],
    )


def _size(size: str, words: Words) -> str:
    if size == NONE:
        return f"no {words.one} named"
    return f"{size} {words.one if size == '1' else words.many}"


def _with_share(row: dict[str, Any], pairs: int) -> str:
    told = theme.number(row["count"])
    return f"{told} ({theme.share(row['meetings'], pairs)})" if _tells(row) else told


def _tells(row: dict[str, Any]) -> bool:
    """Return whether a bar tells its share of the pairs: not of too few events (DESIGN rule 9)."""
    return bool(row["meetings"]) and row["count"] >= FEW


def _meetings(row: dict[str, Any], pairs: int) -> str:
    share = f", {theme.share(row['meetings'], pairs)} of all {theme.number(pairs)}" if _tells(row) else ""
    return f"{theme.number(row['meetings'])} pairs, each once an event{share}"


def across(
    table: pd.DataFrame,
    look: Look,
    *,
    words: Words,
    events: Sequence[int],
    other: pd.DataFrame | None = None,
) -> go.Figure:
    """Bars of pairs by region or kind: within it, with another, and those of which one side is in no known group.

    `events` are those that hold the pairs of each side: of fewer than five (FEW) no percentage is told.
    """
    made = _sides(table, other)
    shown = [
        part for part in range(len(_PARTS)) if part < 2 or any(side["unknown"].any() for _, side in made)
    ]
    return _drawn(
        table["group"].tolist(),
        [
            _parts(side, look, place if other is not None else None, words, shown=shown)
            for place, side in made
        ],
        look,
        title=f"{words.pairs} in the same events, by {words.group}"
        if other is not None
        else _within(table, words, events[0]),
        note=words.across if other is None else f"{_shares(made, look, words, events)}{words.across}",
    )


def _parts(
    table: pd.DataFrame, look: Look, place: int | None, words: Words, *, shown: list[int]
) -> list[_Layer]:
    """Return the layers of one side; of two in blues and ambers, each named by its side."""
    palette, rows = look.palette, theme.rows(table)
    names = (f"within the {words.group}", f"with another {words.group}", f"{words.group} not known")
    colours = (palette.categories[0], palette.categories[1], palette.unknown)
    if place is not None:
        ramp = palette.second_sequence if place else palette.sequence
        colours = (ramp[3], ramp[1], palette.unknown)
    return [
        _Layer(
            names[part] if place is None or part == 2 else f"{look.sides[place]}: {names[part]}",
            colours[part],
            [row[_PARTS[part]] for row in rows],
            [_split(row) if part == shown[-1] else "" for row in rows],
            [""] * len(rows),
            [f"{theme.number(row[_PARTS[part]])} pairs {names[part]}" for row in rows],
        )
        for part in shown
    ]


_PARTS = ("within", "across", "unknown")


def _split(row: dict[str, Any]) -> str:
    return " + ".join(theme.number(row[key]) for key in _PARTS if key != "unknown" or row[key])


def _within(table: pd.DataFrame, words: Words, events: int) -> str:
    """Return the title: the share of pairs within a region, among those whose regions are known."""
    if not _known(table, words)[1]:
        return f"{words.pairs} in the same events, by {words.group}"
    return f"{words.pairs} in the same events: {_share(table, words, events)} lie within one {words.group}"


def _known(table: pd.DataFrame, words: Words) -> tuple[int, int]:
    """Return the pairs within a group, and all those whose groups are known."""
    within, apart = (int(table[key].sum()) for key in ("within", "across"))
    return within, within + apart // words.halves


def _shares(made: list[tuple[int, pd.DataFrame]], look: Look, words: Words, events: Sequence[int]) -> str:
    """Return the share of pairs within a group on both sides, as a sentence; numbers where events are too few."""
    told = [f"{_share(side, words, events[place])} ({look.sides[place]})" for place, side in made]
    return f"Within one {words.group} lie {' and '.join(told)}. "


def _share(table: pd.DataFrame, words: Words, events: int) -> str:
    """Return the share of pairs within a group; as numbers where pairs or their events are too few (DESIGN rule 9)."""
    within, known = _known(table, words)
    if not known:
        return "no pair"
    return theme.share(within, known) if min(events, known) >= FEW else f"{within} of {known}"


def linking(
    table: pd.DataFrame, look: Look, *, words: Words, dimension: str, other: pd.DataFrame | None = None
) -> go.Figure:
    """Bars of who links others (see `analysis.bridges`)."""
    layers = [[_links(side, look, place, words, dimension=dimension)] for place, side in _sides(table, other)]
    return _drawn(table["who"].tolist(), layers, look, title=words.links, note=words.links_note)


def _links(table: pd.DataFrame, look: Look, place: int, words: Words, *, dimension: str) -> _Layer:
    rows = theme.rows(table)
    return _Layer(
        "",
        _colour(look, place),
        [row["linked"] for row in rows],
        [f"{theme.number(row['linked'])}" for row in rows],
        [f"{dimension}:{row['id']}" for row in rows],
        [
            f"met {theme.number(row['met'])}, {theme.number(row['outside'])} of them in other {words.groups}"
            for row in rows
        ],
    )


def alone(
    table: Counted,
    look: Look,
    *,
    words: Words,
    more: int,
    pairs: Sequence[int],
    other: Counted | None = None,
) -> go.Figure:
    """Bars of those with events who met nobody in them; `more` are those not drawn.

    Of two sides, one on which somebody met others has no bar but says so. `pairs` are how many met on each side: that
    everybody met another is said only where somebody did, on both.
    """
    rest = f"{theme.number(more)} more are not drawn." if more else ""
    title = words.alone if table.columns["id"] or not all(pairs) else words.none_alone
    sides = [table] if other is None else [table, other]
    layers = [[_lonely(side, look, place)] for place, side in enumerate(sides)]
    return _drawn(table.columns["name"], layers, look, title=title, note=rest)


def _lonely(table: Counted, look: Look, place: int) -> _Layer:
    rows = table.all_rows
    texts = [
        theme.number(row["count"]) if row["count"] else "met others" if row["event_count"] else "no event"
        for row in rows
    ]
    return _Layer(
        "",
        _colour(look, place),
        [row["count"] for row in rows],
        texts,
        [f"{table.dimension}:{row['id']}" for row in rows],
        [
            theme.counted(row["count"], "events") if row["count"] else text
            for row, text in zip(rows, texts, strict=True)
        ],
    )


def _drawn(
    names: list[str],
    sides: list[list[_Layer]],
    look: Look,
    *,
    title: str,
    note: str = "",
    room: tuple[int, int] = (NAMES, ROW),
) -> go.Figure:
    """Return horizontal bars in the house's frame, layers beside each other on one line, sides under each other."""
    left, row = room[0], room[1] + (SECOND if len(sides) > 1 else 0)
    labels = [theme.wrapped(name, left // 7, 2) for name in names]
    most = max([1e-9, *(value for layers in sides for value in _sums(layers))])
    compares = len(sides) > 1
    return drawing.figure(
        look,
        title=title,
        data=[
            trace
            for place, layers in enumerate(sides)
            for trace in _traces(layers, labels, look, place=place if compares else None)
        ],
        height=max(row * len(names), 2 * row),
        left=left,
        alt=f"Bar chart. {title}, {len(names)} bars.{_most(names, sides, look)}",
        note=note if names else drawing.NONE_HERE,
        legend=_legend(sides, look),
        compares=drawing.BOTH if compares else "",
        layout={
            "barmode": "overlay" if compares else "stack",
            "bargap": 0.32,
            "xaxis": drawing.value_axis(look, showticklabels=False, showgrid=False, range=[0, 1.35 * most]),
            "yaxis": drawing.name_axis(
                look,
                automargin=False,
                tickmode="array",
                tickvals=list(range(len(labels))),
                ticktext=labels,
                range=[len(labels) - 0.5, -0.5],
            ),
        },
    )


def _sums(layers: list[_Layer]) -> list[float]:
    """Return how long the bars of a side are, all layers together."""
    return [sum(values) for values in zip(*(layer.lengths for layer in layers), strict=True)]


def _most(names: list[str], sides: list[list[_Layer]], look: Look) -> str:
    """Return the largest bar of each side in a line."""
    told = []
    for layers, side in zip(sides, ("", *look.sides[1:]), strict=False):
        sums = _sums(layers)
        most = max(range(len(sums)), key=sums.__getitem__, default=None)
        if most is not None:
            told.append(f" {side + ': most' if side else 'Most'}: {names[most]}, {layers[-1].texts[most]}.")
    return "".join(told) or " Nothing to show."


def _legend(sides: list[list[_Layer]], look: Look) -> list[tuple[str, str]]:
    """Return the layers that have names, or where they have none the two sides."""
    named = {layer.name: str(layer.colour) for layers in sides for layer in layers if layer.name}
    return list(named.items()) or (theme.sides(look) if len(sides) > 1 else [])


def _traces(
    layers: list[_Layer], labels: list[str], look: Look, *, place: int | None
) -> list[dict[str, Any]]:
    """Return the bars of a side; of two, where they stand on their row and begin."""
    made = [_trace(layer, labels, look) for layer in layers]
    if place is None:
        return made
    base, placed = [0.0] * len(labels), []
    for layer, trace in zip(layers, made, strict=True):
        name = {} if layer.name else {"name": theme.escaped(look.sides[place]), "showlegend": True}
        own = {"base": base, "offset": 0.02 if place else -0.36, "width": 0.34}
        placed.append(two.picking(trace, two.ORDER[place]) | own | name)
        base = [begin + length for begin, length in zip(base, layer.lengths, strict=True)]
    return placed


def _trace(layer: _Layer, labels: list[str], look: Look) -> dict[str, Any]:
    return {
        "type": "bar",
        "name": theme.escaped(layer.name),
        "orientation": "h",
        "y": list(range(len(labels))),
        "x": layer.lengths,
        "text": layer.texts,
        "customdata": layer.picks,
        "hovertext": [f"<b>{label}</b><br>{told}" for label, told in zip(labels, layer.hovers, strict=True)],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "textposition": "outside",
        "cliponaxis": False,
        "constraintext": "none",
        "textfont": {"color": look.palette.ink, "size": round(theme.LABEL * look.scale)},
        "marker": {"color": layer.colour, "line": {"width": 0}},
        "unselected": {"marker": {"opacity": 1}},
        "showlegend": bool(layer.name),
    }


def by_year(table: pd.DataFrame, look: Look, *, words: Words, other: pd.DataFrame | None = None) -> go.Figure:
    """Columns of pairs by year: for the first time in the records, again, and of events without a year in grey.

    `other` holds the same years of a second side: a column beside each, or in its place where the first has none.
    """
    rows, sides = theme.rows(table), _sides(table, other)
    unknown = any(side["unknown"].any() for _, side in sides)
    placed = [(place if other is not None else None, theme.rows(side)) for place, side in sides]
    highest = max(
        (row["new"] + row["again"] + row["unknown"] for _, side in placed for row in side), default=0
    )
    title = f"{words.pairs} in the same events by year: for the first time, and again"
    data: list[dict[str, Any]] = []
    legend: dict[str, str] = {}
    for place, side in placed:
        kinds = _kinds(look, place, unknown=unknown)
        data += _year_columns(side, kinds, place, whole=_apart([cells for _, cells in placed]))
        legend |= {name: colour for _, name, colour in kinds}
    return drawing.figure(
        look,
        title=title,
        data=data,
        height=HEIGHT,
        left=44,
        below=26,
        alt=f"Column chart. {title}.{_new(placed, look)}",
        note=(NEW if highest else f"{drawing.NONE_HERE} {NEW}") + (UNDATED if unknown else ""),
        legend=list(legend.items()),
        compares=drawing.BOTH if other is not None else "",
        layout={
            "barmode": "stack" if other is None else "overlay",
            "bargap": 0.18,
            "xaxis": _years([row for row in rows if unknown or row["year"] != NONE], look),
            "yaxis": drawing.value_axis(look, dtick=1 if highest <= 4 else None),
        },
    )


def _kinds(look: Look, place: int | None, *, unknown: bool) -> list[tuple[str, str, str]]:
    """Return the columns of the table that are drawn for a side, with name and colour."""
    palette = look.palette
    ramp = palette.second_sequence if place else palette.sequence
    new, again = (palette.categories[1], palette.categories[0]) if place is None else (ramp[3], ramp[1])
    side = "" if place is None else f"{look.sides[place]}: "
    kinds = [("new", f"{side}for the first time", new), ("again", f"{side}together before", again)]
    return [*kinds, ("unknown", "year unknown", palette.unknown)] if unknown else kinds


def _apart(sides: list[list[dict[str, Any]]]) -> bool:
    """Return whether no year has columns of two sides."""
    held = [{row["year"] for row in rows if row["new"] + row["again"] + row["unknown"]} for rows in sides]
    return len(held) < 2 or not held[0] & held[1]


def _new(placed: list[tuple[int | None, list[dict[str, Any]]]], look: Look) -> str:
    """Return the year with most new pairs of each side in a line."""
    told = []
    for place, rows in placed:
        most = max(rows, key=lambda row: row["new"], default={"new": 0, "year": ""})
        side = f" {look.sides[place]}:" if place else ""
        told.append(
            f"{side} Most new ones: {most['year']}, {most['new']}." if most["new"] else f"{side} No new ones."
        )
    return "".join(told)


NEW = (
    "New: no earlier year of the records has both in one event, whatever the filters. "
    "Where the records begin, nearly all are new."
)
UNDATED = " Pairs of events without a year stand apart: they may have been first."


def _year_columns(
    rows: list[dict[str, Any]], kinds: list[tuple[str, str, str]], place: int | None, *, whole: bool
) -> list[dict[str, Any]]:
    """Return the columns of a side, of two with where they stand and begin."""
    made = [_columns(rows, key, name, colour) for key, name, colour in kinds]
    if place is None:
        return made
    base, placed = [0] * len(rows), []
    for trace in made:
        own = {"base": base, "offset": -0.4 if whole or not place else 0, "width": 0.8 if whole else 0.4}
        placed.append(two.picking(trace, two.ORDER[place]) | own)
        base = [begin + value for begin, value in zip(base, trace["y"], strict=True)]
    return placed


def _columns(rows: list[dict[str, Any]], key: str, name: str, colour: str) -> dict[str, Any]:
    return {
        "type": "bar",
        "name": theme.escaped(name),
        "x": list(range(len(rows))),
        "y": [row[key] for row in rows],
        "customdata": [f"year:{row['year']}" for row in rows],
        "hovertext": [
            f"<b>{'year unknown' if row['year'] == NONE else row['year']}</b><br>{theme.number(row[key])} pairs"
            + ("" if row["year"] == NONE else f" {theme.escaped(name)}")
            for row in rows
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {"color": colour, "line": {"width": 0}},
        "unselected": {"marker": {"opacity": 1}},
        "showlegend": True,
    }


def _years(rows: list[dict[str, Any]], look: Look) -> dict[str, Any]:
    """Return the axis of years: at most seven labels, "?" for the unknown year."""
    names = [row["year"] for row in rows]
    dated = [place for place, name in enumerate(names) if name != NONE]
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if len(dated) / step <= 7)
    shown = [place for place in dated if int(names[place]) % step == 0] or dated[:1]
    unknown = [place for place, name in enumerate(names) if name == NONE]
    shown = [place for place in shown if not unknown or unknown[0] - place > len(names) / 12]
    return drawing.name_axis(
        look,
        automargin=False,
        tickmode="array",
        tickvals=[*shown, *unknown],
        ticktext=[*(names[place] for place in shown), *("?" for _ in unknown)],
        range=[-0.6, len(names) - 0.4],
    )
