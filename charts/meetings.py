"""Who meets whom: the strongest pairs, pairs by year and by region, events by size, who links and who is alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.counts import Counted
from charts import meeting_words, theme
from charts.meeting_words import Words
from charts.theme import Look
from view import NONE

ROW, PAIR_ROW = 36, 44
"""Height of a bar with its label, of one name or of two, in pixels."""

NAMES, PAIR_NAMES = 176, 250
"""Room for one name and for two beside the bars, in pixels."""

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
    table: pd.DataFrame, look: Look, *, words: Words, sides: tuple[str, str], weight: str
) -> go.Figure:
    """Bars of the pairs that weigh most; the title names the first where no other weighs as much."""
    rows = theme.rows(table)
    values = [row["shared" if weight == "shared" else "count"] for row in rows]
    first = rows[0] if len(values) > 1 and values[0] > values[1] else None
    title = meeting_words.titled(words.ranking, weight)
    if first is not None:
        names = (first["first_name"], first["second_name"])
        title = meeting_words.said_best(words, *names, value=values[0], weight=weight)
    layer = _Layer(
        "",
        look.palette.categories[0],
        values,
        [meeting_words.figure(value, weight) or "under 0.1" for value in values],
        [f"{sides[0]}:{row['first_id']},{sides[1]}:{row['second_id']}" for row in rows],
        [f"{theme.counted(row['count'], 'events')} together<br>shared: {row['shared']:.2f}" for row in rows],
    )
    joined = "+" if sides[0] == sides[1] else "→"
    return _drawn(
        [f"{row['first_name']} {joined} {row['second_name']}" for row in rows],
        [layer],
        look,
        title=title,
        note=meeting_words.about(words, weight),
        room=(PAIR_NAMES, PAIR_ROW),
    )


def sizes(table: pd.DataFrame, look: Look, *, words: Words) -> go.Figure:
    """Bars of events by how many were there, and what share of all pairs they make."""
    rows = theme.rows(table)
    pairs = sum(row["meetings"] for row in rows)
    grey, blue = look.palette.unknown, look.palette.categories[0]
    layer = _Layer(
        "",
        [grey if row["size"] == NONE else blue for row in rows],
        [row["count"] for row in rows],
        [_with_share(row, pairs) for row in rows],
        [""] * len(rows),
        [
            f"{theme.counted(row['count'], 'events')}<br>{theme.number(row['meetings'])} pairs, each once an event"
            for row in rows
        ],
    )
    names = [_size(row["size"], words) for row in rows]
    note = "In brackets the share of all pairs that met there, each once an event." if pairs else ""
    return _drawn(names, [layer], look, title=words.sizes, note=note)


def _size(size: str, words: Words) -> str:
    if size == NONE:
        return f"no {words.one} named"
    return f"{size} {words.one if size == '1' else words.many}"


def _with_share(row: dict[str, Any], pairs: int) -> str:
    told = theme.number(row["count"])
    return f"{told} ({theme.share(row['meetings'], pairs)})" if row["meetings"] else told


def across(table: pd.DataFrame, look: Look, *, words: Words) -> go.Figure:
    """Bars of pairs by region or kind: within it, with another, and those of which one side is in no known group."""
    rows, palette = theme.rows(table), look.palette
    names = (f"within the {words.group}", f"with another {words.group}", f"{words.group} not known")
    colours = (palette.categories[0], palette.categories[1], palette.unknown)
    shown = [place for place, key in enumerate(_PARTS) if place < 2 or any(row[key] for row in rows)]
    layers = [
        _Layer(
            names[place],
            colours[place],
            [row[_PARTS[place]] for row in rows],
            [_split(row) if place == shown[-1] else "" for row in rows],
            [""] * len(rows),
            [f"{theme.number(row[_PARTS[place]])} pairs {names[place]}" for row in rows],
        )
        for place in shown
    ]
    return _drawn(
        [row["group"] for row in rows],
        layers,
        look,
        title=_within(rows, words),
        note=words.across,
    )


_PARTS = ("within", "across", "unknown")


def _split(row: dict[str, Any]) -> str:
    return " + ".join(theme.number(row[key]) for key in _PARTS if key != "unknown" or row[key])


def _within(rows: list[dict[str, Any]], words: Words) -> str:
    """Return the title: the share of pairs within a region, among those whose regions are known."""
    within, apart = (sum(row[key] for row in rows) for key in ("within", "across"))
    known = within + apart // words.halves
    if not known:
        return f"{words.pairs} in the same events, by {words.group}"
    return f"{words.pairs} in the same events: {theme.share(within, known)} lie within one {words.group}"


def linking(table: pd.DataFrame, look: Look, *, words: Words, dimension: str) -> go.Figure:
    """Bars of who links others (see `analysis.bridges`)."""
    rows = theme.rows(table)
    layer = _Layer(
        "",
        look.palette.categories[0],
        [row["linked"] for row in rows],
        [f"{theme.number(row['linked'])}" for row in rows],
        [f"{dimension}:{row['id']}" for row in rows],
        [
            f"met {theme.number(row['met'])}, {theme.number(row['outside'])} of them in other {words.groups}"
            for row in rows
        ],
    )
    return _drawn([row["who"] for row in rows], [layer], look, title=words.links, note=words.links_note)


def alone(table: Counted, look: Look, *, words: Words, more: int) -> go.Figure:
    """Bars of those with events who met nobody in them; `more` are those not drawn."""
    rows = table.all_rows
    layer = _Layer(
        "",
        look.palette.categories[0],
        [row["count"] for row in rows],
        [theme.number(row["count"]) for row in rows],
        [f"{table.dimension}:{row['id']}" for row in rows],
        [theme.counted(row["count"], "events") for row in rows],
    )
    rest = f"{theme.number(more)} more are not drawn." if more else ""
    title = words.alone if rows else words.none_alone
    return _drawn([row["name"] for row in rows], [layer], look, title=title, note=rest)


def _drawn(
    names: list[str],
    layers: list[_Layer],
    look: Look,
    *,
    title: str,
    note: str = "",
    room: tuple[int, int] = (NAMES, ROW),
) -> go.Figure:
    """Return horizontal bars in the house's frame, layers beside each other on one line."""
    left, row = room
    labels = [theme.wrapped(name, left // 7, 2) for name in names]
    sums = [sum(values) for values in zip(*(layer.lengths for layer in layers), strict=True)]
    most = max(range(len(sums)), key=lambda place: sums[place], default=None)
    said = f" Most: {names[most]}, {layers[-1].texts[most]}." if most is not None else " Nothing to show."
    return theme.figure(
        look,
        title=title,
        data=[_trace(layer, labels, look) for layer in layers],
        height=max(row * len(names), 2 * row),
        left=left,
        alt=f"Bar chart. {title}, {len(names)} bars.{said}",
        note=note if names else "None in these events.",
        legend=[(layer.name, str(layer.colour)) for layer in layers if layer.name],
        layout={
            "barmode": "stack",
            "bargap": 0.32,
            "xaxis": theme.value_axis(
                look, showticklabels=False, showgrid=False, range=[0, 1.35 * max([*sums, 1e-9])]
            ),
            "yaxis": theme.name_axis(
                look,
                automargin=False,
                tickmode="array",
                tickvals=list(range(len(labels))),
                ticktext=labels,
                range=[len(labels) - 0.5, -0.5],
            ),
        },
    )


def _trace(layer: _Layer, labels: list[str], look: Look) -> dict[str, Any]:
    return {
        "type": "bar",
        "name": layer.name,
        "orientation": "h",
        "y": list(range(len(labels))),
        "x": layer.lengths,
        "text": layer.texts,
        "customdata": layer.picks,
        "hovertext": [f"<b>{label}</b><br>{told}" for label, told in zip(labels, layer.hovers, strict=True)],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "textposition": "outside",
        "cliponaxis": False,
        "textfont": {"color": look.palette.ink, "size": round(theme.LABEL * look.scale)},
        "marker": {"color": layer.colour, "line": {"width": 0}},
        "unselected": {"marker": {"opacity": 1}},
        "showlegend": bool(layer.name),
    }


def by_year(table: pd.DataFrame, look: Look, *, words: Words) -> go.Figure:
    """Columns of pairs by year: for the first time in the records, again, and of events without a year in grey."""
    rows, palette = theme.rows(table), look.palette
    kinds = [
        ("new", "for the first time", palette.categories[1]),
        ("again", "together before", palette.categories[0]),
        ("unknown", "year unknown", palette.unknown),
    ]
    shown = [kind for kind in kinds if kind[0] != "unknown" or any(row["unknown"] for row in rows)]
    highest = max((row["new"] + row["again"] + row["unknown"] for row in rows), default=0)
    title = f"{words.pairs} in the same events by year: for the first time, and again"
    most = max(rows, key=lambda row: row["new"], default={"new": 0, "year": ""})
    said = f"Most new ones: {most['year']}, {most['new']}." if most["new"] else "No new ones."
    return theme.figure(
        look,
        title=title,
        data=[_columns(rows, key, name, colour) for key, name, colour in shown],
        height=HEIGHT,
        left=44,
        below=26,
        alt=f"Column chart. {title}. {said}",
        note=NEW + (UNDATED if len(shown) == len(kinds) else ""),
        legend=[(name, colour) for _, name, colour in shown],
        layout={
            "barmode": "stack",
            "bargap": 0.18,
            "xaxis": _years(rows, look),
            "yaxis": theme.value_axis(look, dtick=1 if highest <= 4 else None),
        },
    )


NEW = (
    "New: no earlier year of the records has both in one event, whatever the filters. "
    "Where the records begin, nearly all are new."
)
UNDATED = " Pairs of events without a year stand apart: they may have been first."


def _columns(rows: list[dict[str, Any]], key: str, name: str, colour: str) -> dict[str, Any]:
    return {
        "type": "bar",
        "name": name,
        "x": list(range(len(rows))),
        "y": [row[key] for row in rows],
        "customdata": [f"year:{row['year']}" for row in rows],
        "hovertext": [
            f"<b>{'year unknown' if row['year'] == NONE else row['year']}</b><br>{theme.number(row[key])} pairs"
            + ("" if row["year"] == NONE else f" {name}")
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
    return theme.name_axis(
        look,
        automargin=False,
        tickmode="array",
        tickvals=[*shown, *unknown],
        ticktext=[*(names[place] for place in shown), *("?" for _ in unknown)],
        range=[-0.6, len(names) - 0.4],
    )
