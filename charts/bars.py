"""Horizontal bars: who or what most often, and how complete a field is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.counts import OTHER, Counted, total_in_bars
from analysis.overview import FEW
from charts import drawing, theme
from charts import sides as two
from charts.theme import Look
from view import NONE

ROW = 36
"""Height of one bar with its label, in pixels."""

PAIR = 52
"""Height of two bars with their label, in pixels."""

AXIS = 18
"""Room for the unit under the bars, in pixels."""

LABELS = 180
"""Room for the names beside the bars, in pixels: also in a wider type, where a picture is drawn without the page's."""

PAIR_LABELS = 226
"""The same for two names."""


@dataclass(frozen=True)
class Labels:
    """Room for the names beside the bars and height of a row of one bar, in pixels; letters and lines of a name."""

    room: int = LABELS
    row: int = ROW
    letters: int = 23
    lines: int = 3


SHORT, LONG = Labels(), Labels(room=256, row=50, letters=35)
"""Labels of names of some words, and of titles."""


def ranking(
    table: Counted,
    look: Look,
    *,
    title: str = "",
    overlap: bool = False,
    note: str = "",
    other: Counted | None = None,
    labels: Labels = SHORT,
) -> go.Figure:
    """Bars of a ranked table, largest first, "others" and "not stated" in grey at the end.

    `overlap` says that an event may stand in several bars; the note then tells that they add up to more.
    `other` holds the same values of a second group of events: a thinner bar under each.
    """
    columns, palette = table.columns, look.palette
    special = {NONE: palette.unknown} if other is not None else {NONE: palette.unknown, OTHER: palette.other}
    names = [theme.wrapped(name, labels.letters, labels.lines) for name in columns["name"]]
    heading = title or f"{theme.UNITS[table.unit]} by {theme.DIMENSIONS[table.dimension]}"
    sides = (
        [(table, palette.categories[0])]
        if other is None
        else [(table, palette.categories[0]), (other, palette.second)]
    )
    values = [value for side, _ in sides for value in side.columns["count"]]
    data = [
        _bars(
            look,
            names=[theme.wrapped(name, 50, 5) for name in columns["name"]],
            values=side.columns["count"],
            texts=[_text(row) for row in side.all_rows],
            colours=[special.get(id_, colour) for id_ in columns["id"]],
            picks=[f"{table.dimension}:{id_}" if id_ != OTHER else "" for id_ in columns["id"]],
            hovers=_hovers(side),
        )
        for side, colour in sides
    ]
    return drawing.figure(
        look,
        title=heading,
        data=two.named(data, look) if other is not None else data,
        left=labels.room,
        below=AXIS,
        height=max((labels.row if other is None else PAIR) * len(names), 2 * ROW),
        alt=_alt(heading, table) + (_against(other, look) if other is not None else ""),
        note=_note(table, other, note, overlap=overlap),
        legend=theme.sides(look) if other is not None else (),
        compares=drawing.BOTH if other is not None else "",
        layout=_axes(look, values, names, unit=table.unit)
        | ({"barmode": "group"} if other is not None else {}),
    )


def _note(table: Counted, other: Counted | None, note: str, *, overlap: bool) -> str:
    """Return what is said under bars: a note, what they add up to, what was left out at a tie, what the unit is."""
    together = _overlap_note(table, other) if overlap else ""
    parts = (note, together, _tied(table, other), theme.base_note(table.unit))
    return " ".join(part for part in parts if part)


def _tied(table: Counted, other: Counted | None) -> str:
    """Return how many of the others count as much as the last bar; nothing of two sides, where either ranks a bar."""
    if not table.tied or other is not None:
        return ""
    return f"{theme.number(table.tied)} of the others {'has' if table.tied == 1 else 'have'} as many as the last bar."


def _against(other: Counted, look: Look) -> str:
    """Return the largest bar of the second side in a line."""
    most = max(other.rows, key=lambda row: row["count"], default=None)
    if most is None:
        return ""
    return f" {look.sides[1]}: largest {most['name']}, {theme.counted(most['count'], other.unit)}."


def _text(row: dict[str, Any]) -> str:
    """Return the number at the end of a bar; "not stated" where none of its events tells the measure."""
    return theme.number(row["count"]) if row["base_count"] or not row["event_count"] else "not stated"


def completeness(
    table: pd.DataFrame, look: Look, *, title: str = "How many events tell each field", note: str = ""
) -> go.Figure:
    """Bars of how many of the events give each field, the rest of each bar drawn in grey."""
    fields = theme.rows(table)
    names = [theme.wrapped(field["name"]) for field in fields]
    blue, grey = look.palette.categories[0], look.palette.hairline
    least = min(fields, key=lambda field: field["given_count"], default=None)
    said = f" Least often told: {least['name']}, {_told(least)}." if least is not None else ""
    return drawing.figure(
        look,
        title=title,
        data=[
            _part(fields, names, look, told=True, colour=blue),
            _part(fields, names, look, told=False, colour=grey),
        ],
        left=LABELS,
        height=ROW * len(fields),
        alt=f"{title}.{said}",
        note=note,
        legend=[("told", blue), ("not told", grey)],
        layout=_axes(look, [field["event_count"] for field in fields], names, room=1.7)
        | {"barmode": "stack"},
    )


def _part(
    fields: list[dict[str, Any]], names: list[str], look: Look, *, told: bool, colour: str
) -> dict[str, Any]:
    """Return the told or the missing part of every bar; the number stands behind the second."""
    missing = [field["event_count"] - field["given_count"] for field in fields]
    return _bars(
        look,
        names=names,
        values=[field["given_count"] for field in fields] if told else missing,
        texts=[
            ""
            if told
            else f"{theme.number(field['given_count'])}{_share(field['given_count'], field['event_count'])}"
            for field in fields
        ],
        colours=[colour] * len(fields),
        picks=[""] * len(fields),
        hovers=[_told(field) for field in fields]
        if told
        else [f"{theme.number(rest)} do not tell" for rest in missing],
    ) | {"name": "told" if told else "not told", "showlegend": True}


def _told(field: dict[str, Any]) -> str:
    return f"{theme.number(field['given_count'])} of {theme.counted(field['event_count'], 'events')}"


def pairs(
    table: pd.DataFrame,
    look: Look,
    *,
    dimensions: tuple[str, str],
    title: str,
    note: str = "",
    unit: str = "events",
) -> go.Figure:
    """Bars of which two values stand in the same events, most often first; those of a second side under each.

    `dimensions` are those of the two values; two different ones have a direction.
    """
    joined = "+" if dimensions[0] == dimensions[1] else "→"
    names = [
        theme.wrapped(f"{a} {joined} {b}", 33, 3)
        for a, b in zip(table["first_name"], table["second_name"], strict=True)
    ]
    sides = {name: table[name].fillna(0).tolist() for name in ("count", "beside") if name in table}
    compares = len(sides) > 1
    data = [
        _pairs(table, look, values, names=names, dimensions=dimensions, unit=unit, second=name == "beside")
        for name, values in sides.items()
    ]
    return drawing.figure(
        look,
        title=title,
        data=two.named(data, look) if compares else data,
        left=PAIR_LABELS,
        below=AXIS if compares else 0,
        height=max((PAIR if compares else 54) * len(names), 108),
        alt=_pairs_alt(title, table, sides, look),
        note=f"{'An event with three topics holds three pairs. ' if joined == '+' else ''}{note}".strip(),
        legend=theme.sides(look) if compares else (),
        compares=drawing.BOTH if compares else "",
        layout=_axes(look, [value for values in sides.values() for value in values], names)
        | ({"barmode": "group"} if compares else {}),
    )


def _pairs(
    table: pd.DataFrame,
    look: Look,
    values: list[int],
    *,
    names: list[str],
    dimensions: tuple[str, str],
    unit: str,
    second: bool,
) -> dict[str, Any]:
    """Return the bars of the pairs of one side."""
    ids = zip(table["first_id"], table["second_id"], strict=True)
    untold = table["beside" if second else "count"].isna()
    return _bars(
        look,
        names=names,
        values=values,
        texts=[
            "not stated" if missing else theme.number(value)
            for value, missing in zip(values, untold, strict=True)
        ],
        colours=[look.palette.second if second else look.palette.categories[0]] * len(values),
        picks=[f"{dimensions[0]}:{one},{dimensions[1]}:{other}" for one, other in ids],
        hovers=[
            f"{theme.UNITS[unit].lower()} not stated"
            if missing
            else f"{theme.counted(value, unit)} with both"
            for value, missing in zip(values, untold, strict=True)
        ],
    )


def _pairs_alt(title: str, table: pd.DataFrame, sides: dict[str, list[int]], look: Look) -> str:
    """Return the largest pair of each side in a line."""
    told = []
    for values, name in zip(sides.values(), ("", *look.sides[1:]), strict=False):
        if any(values):
            most = max(range(len(values)), key=lambda place: values[place])
            pair = f"{table['first_name'].iloc[most]} and {table['second_name'].iloc[most]}"
            told.append(f"{f'{name}: most' if name else 'Most'} often: {pair}, {values[most]}.")
    return " ".join([f"{title}.", *told]) if told else f"{title}."


def _bars(
    look: Look,
    *,
    names: list[str],
    values: list[int],
    texts: list[str],
    colours: list[str],
    picks: list[str],
    hovers: list[str],
) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "x": values,
        "y": list(range(len(names))),
        "text": texts,
        "textposition": "outside",
        "textfont": {"size": round(theme.LABEL * look.scale), "color": look.palette.ink},
        "cliponaxis": False,
        "constraintext": "none",
        "marker": {"color": colours, "line": {"width": 0}},
        "customdata": picks,
        "hovertext": [f"<b>{name}</b><br>{hover}" for name, hover in zip(names, hovers, strict=True)],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "unselected": {"marker": {"opacity": 1}},
    }


def _axes(
    look: Look, values: list[int], names: list[str], *, room: float = 1.28, unit: str = ""
) -> dict[str, Any]:
    """Return the axes; `room` is how much longer than the longest bar the plot is, for the numbers behind bars."""
    largest, rows = max([*values, 1]), len(names)
    return {
        "bargap": 0.32,
        "xaxis": drawing.value_axis(
            look, unit=unit, showticklabels=False, showgrid=False, range=[0, largest * room]
        ),
        "yaxis": drawing.name_axis(
            look,
            automargin=False,
            range=[rows - 0.5, -0.5],
            tickmode="array",
            tickvals=list(range(rows)),
            ticktext=names,
        ),
    }


def _hovers(table: Counted) -> list[str]:
    """Return what a bar says of itself: count, events behind it, and how many of them tell the measure."""
    counts = table.columns["count"]
    if table.unit == "events":
        return [f"{theme.counted(count, 'events')}{_share(count, table.event_count)}" for count in counts]
    behind = zip(table.columns["event_count"], table.columns["base_count"], strict=True)
    return theme.told(table.unit, counts, list(behind))


def _share(part: int, whole: int) -> str:
    """Return a share in brackets; nothing of too few events (DESIGN rule 9)."""
    return f" ({theme.share(part, whole)})" if whole >= FEW else ""


def _overlap_note(table: Counted, other: Counted | None = None) -> str:
    """Return that bars add up to more than the events, people or days where they do, with the figures of both sides."""
    tables = [table] if other is None else [table, other]
    inside = [total_in_bars(side) for side in tables]
    wholes = (side.event_count if side.unit == "events" else side.total for side in tables)
    totals = [whole for whole in wholes if whole is not None]
    if len(totals) < len(tables) or all(bars <= total for bars, total in zip(inside, totals, strict=True)):
        return ""
    return (
        f"An event counts once in each bar it belongs to: the bars add up to "
        f"{' and '.join(map(theme.number, inside))}, "
        f"the {theme.UNITS[table.unit].lower()} are {' and '.join(map(theme.number, totals))}."
    )


def _alt(heading: str, table: Counted) -> str:
    stated = table.rows
    if not stated:
        unstated = table.unstated_count
        return f"Bar chart. {heading}: nothing {'stated' if unstated else 'to show'}." + (
            f" Not stated: {theme.counted(unstated, 'events')}." if unstated else ""
        )
    first = max(stated, key=lambda row: row["count"])
    return (
        f"Bar chart. {heading}, {len(stated)} bars. Largest: {first['name']}, "
        f"{theme.counted(int(first['count']), table.unit)}. "
        f"Not stated: {theme.counted(table.unstated_count, 'events')}."
    )
