"""The frame all figures share: title, legend, note, source line and axes, on screen and in their pictures."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go
import plotly.io

from charts import theme
from charts.theme import Look

plotly.io.templates.default = "none"

HEAD = 92
"""Pixels at the top of a figure for title, filters and legend.

On screen they are hidden there and written by the page in their place (ui/show.py), where long ones wrap.
"""

GROUP = "<b>{}:</b>"
"""The name of a group of rows, on a row of its own; the name of a group of columns stands ABOVE them."""

ABOVE = "above"
"""Name of an annotation above the heads of columns."""

FOOT = 34
"""Pixels at the bottom of a figure for the source line."""

NOTE_LINE, NOTE_EDGE, NOTE_LETTER = 16, 4, 6.7
"""Height of a line of the note, room beside its lines, and width of its letters, in pixels."""

KEY_LINE, KEY_LETTER, KEY_SWATCH, KEYS = 20, 8, 46, 3
"""Height of a line of legend, width of its letters and of a swatch with its room, in pixels; lines at most."""

SLIDE = (16, 9)
"""The shape of a picture."""

LEAST_PICTURE = 540
"""Height at least that a picture is drawn in, in pixels: its type is then twice as large on a slide of 1920 x 1080."""


def legend_lines(entries: Sequence[Sequence[str]]) -> list[list[Sequence[str]]]:
    """Return the entries of a legend line by line: one without a colour heads a new line."""
    lines: list[list[Sequence[str]]] = []
    for entry in entries:
        if not lines or not entry[1]:
            lines.append([])
        lines[-1].append(entry)
    return lines


SIGNS = "●■◆▲○✚★▼◄?"
"""Signs that a legend shows in their colour in place of a swatch, where its entry begins with one."""

_SYMBOLS = {
    "●": "circle",
    "■": "square",
    "◆": "diamond",
    "▲": "triangle-up",
    "○": "circle-open",
    "✚": "cross",
    "★": "star",
    "▼": "triangle-down",
    "◄": "triangle-left",
}
"""The signs as marks."""

NONE_HERE, EMPTY = "None in these events.", "Nothing to draw."
"""What is said under a chart of which there is nothing, and under any other that has nothing to draw."""

NOT_COMPARED = "The comparison is not drawn in this chart."


BOTH, ONE = "both", "one"
"""Whether a figure holds both sides of a comparison, or one of two that stand beside each other."""


class Drawn(go.Figure):  # type: ignore[misc]  # Plotly ships no types
    """A figure that is written as it was given: what Plotly makes of a figure waits until someone looks inside.

    Plotly copies every value three times on the way to the browser, two thirds of the time a chart takes.
    Inherits because only its own figures are taken for sound without being checked once more.
    """

    def __init__(self, **given: Any) -> None:
        self._given = given

    def __getattr__(self, name: str) -> Any:
        # Plotly's own parts are not there yet. It would check every value, which the tests have it do instead.
        if "_given" not in vars(self) or "_looked_inside" in vars(self):
            raise AttributeError(name)
        self._looked_inside = True
        super().__init__(self._given, _validate=False)
        return getattr(self, name)

    def to_dict(self) -> dict[str, Any]:
        """Return data, layout and frames as they were given; not to be changed."""
        if "_looked_inside" not in vars(self):
            return self._given
        written: dict[str, Any] = super().to_dict()
        return written


def figure(  # noqa: PLR0913 - the frame names every part of a picture once, all by keyword
    look: Look,
    *,
    title: str,
    data: list[dict[str, Any]],
    height: int | None,
    alt: str,
    left: int = 0,
    below: int = 0,
    note: str = "",
    legend: Sequence[tuple[str, str]] = (),
    wide: bool = False,
    layout: dict[str, Any] | None = None,
    frames: Sequence[dict[str, Any]] = (),
    compares: str = "",
) -> Drawn:
    """Return a figure in the house's frame: title, filters and legend above, source line and note below.

    `height` is the plot's (None: the page decides, as for maps), `left` and `below` the room for labels beside
    and under it, in pixels at normal size. `layout.meta` carries what the page writes beside the figure: heading,
    filters, legend (name, colour; no colour heads a line), note, alt, and whether a phone is to scroll it sideways
    (`wide`) rather than to squeeze it; and the size its picture is drawn in, how many lines of its note stand at the
    foot of that, and whether it holds nothing (`empty`). `compares` says that the figure holds both sides of a
    comparison, or one of them (BOTH, ONE).
    """
    scale, extra = look.scale, dict(layout or {})
    foot, edge = round((below + FOOT) * scale), round(left * scale)
    said = _noted(note, [] if "annotations" in extra else data, alone=bool(look.sides[1]) and not compares)
    frame = _frame(look, title) | {
        "margin": {"l": edge, "r": 16, "t": round(HEAD * scale), "b": foot, "pad": 4},
        "height": None
        if height is None
        else round(height * (1 if scale == 1 else 1.45)) + round(HEAD * scale) + foot,
        "annotations": [_source(look, edge, foot), *extra.pop("annotations", [])],
        "meta": {
            "heading": title,
            "filters": look.filters,
            "legend": [list(entry) for entry in legend],
            "note": said,
            "alt": alt,
            "wide": wide,
            "compares": compares,
            "empty": _empty(data, said),
        },
    }
    frame["margin"] |= extra.pop("margin", {})
    moving = {"frames": list(frames)} if frames else {}
    data, shown = _keyed_traces(data, legend, look, geo="geo" in extra, moves=bool(frames))
    return Drawn(data=data, layout=_pictured({**frame, **extra, **shown}, data, look), **moving)


def _frame(look: Look, title: str) -> dict[str, Any]:
    """Return what the layouts of all figures share: type, colours and title."""
    palette, size = look.palette, round(theme.LABEL * look.scale)
    return {
        "template": {},  # Streamlit makes its own the default once it has drawn a chart
        "title": _title(look, title),
        "font": {"family": theme.FONT, "size": size, "color": palette.ink},
        "paper_bgcolor": palette.page,
        "plot_bgcolor": palette.page,
        "hoverlabel": {
            "bgcolor": palette.panel,
            "bordercolor": palette.hairline,
            "font": {"family": theme.FONT, "size": size, "color": palette.ink},
            "align": "left",
        },
        "modebar": {"bgcolor": palette.page, "color": palette.muted, "activecolor": palette.accent},
        "dragmode": False,
        "separators": f".{theme.THIN}",
    }


def _keyed_traces(
    data: list[dict[str, Any]], legend: Sequence[tuple[str, str]], look: Look, *, geo: bool, moves: bool
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Return the traces of a figure with all entries of its legend, and what the layout says of legends.

    Entries that no trace with points brings come of traces without. A line of the legend is a legend of its own.
    """
    if not legend:
        return data, {"showlegend": False, "legend": legend_line(look)}
    lines = legend_lines(legend)
    named = {theme.escaped(_plain_entry(name)) for name, colour in legend if colour}
    brought = {
        trace["name"]
        for trace in data
        if trace.get("showlegend", True) and trace.get("name") in named and _holds(trace)
    }
    key = [
        _key(name, colour, look, line=line, geo=geo)
        for line, entries in enumerate(lines)
        for name, colour in entries
        if not colour or theme.escaped(_plain_entry(name)) not in brought
    ]
    drawn = [trace if trace.get("name") in brought else {**trace, "showlegend": False} for trace in data]
    places = {_legend_name(line): legend_line(look) for line in range(len(lines))}
    # on a map behind all else: the style sheet knows the names of countries as its last trace
    return [*drawn, *key] if moves or not geo else [*key, *drawn], {"showlegend": True, **places}


def _legend_name(line: int) -> str:
    return f"legend{line + 1}" if line else "legend"


def _plain_entry(name: str) -> str:
    """Return the name of an entry of a legend without the sign it begins with."""
    sign, blank, rest = name.partition(" ")
    return rest if blank and sign in SIGNS else name


NOTE = "note"
"""Name of the note at the foot of a picture."""

KEY = "key"
"""The `meta` of a trace that is there for its entry in the legend alone."""


def _key(name: str, colour: str, look: Look, *, line: int, geo: bool) -> dict[str, Any]:
    """Return a trace without data that brings an entry of the legend: a square, the sign it begins with, or a name."""
    symbol, page = _SYMBOLS.get(name.partition(" ")[0]), look.palette.page
    seen = colour and (symbol or name == _plain_entry(name))
    places = (
        {"type": "scattergeo", "lon": [None], "lat": [None]}
        if geo
        else {"type": "scatter", "x": [None], "y": [None]}
    )
    return {
        **places,
        "mode": "markers",
        "name": theme.escaped(_plain_entry(name) if symbol else name)
        if colour
        else f"<b>{theme.escaped(name)}</b>",
        "marker": {
            "symbol": symbol or "square",
            "size": round(theme.LABEL * look.scale),
            "color": colour if seen else page,
            "line": {"width": 1, "color": page if not seen else colour if symbol else look.palette.unknown},
        },
        "hoverinfo": "skip",
        "showlegend": True,
        "legend": _legend_name(line),
        "meta": KEY,
    }


def _pictured(layout: dict[str, Any], data: Sequence[dict[str, Any]], look: Look) -> dict[str, Any]:
    """Return a layout with its note below the source line, the size of its picture, and its legends in their place.

    Room for the note and for more lines of legend is added to the figure, which the page cuts off (static/atlas.css).
    """
    meta, margin, height = layout["meta"], layout["margin"], layout["height"]
    least = (height or 0) - _spare(layout, data)
    tall = max(least, (layout.get("width") or 0) * SLIDE[1] / SLIDE[0], LEAST_PICTURE)
    width = tall * SLIDE[0] / SLIDE[1]
    note = _note_lines(meta["note"], look, width=width)
    rows = [_rows(line, width - margin["l"] - margin["r"]) for line in legend_lines(meta["legend"])]
    more = min(max(sum(rows), 1), KEYS) - 1 if look.scale == 1 else 0
    below, above = NOTE_LINE * len(note) + NOTE_EDGE * bool(note), KEY_LINE * more
    high = SLIDE[1] * math.ceil(max(tall, least + below + above) / SLIDE[1])
    edges = {**margin, "b": margin["b"] + below, "t": margin["t"] + above}
    added = {
        "annotations": [*layout["annotations"], *_note_below(note, look, margin)],
        "margin": edges,
        "height": None if height is None else height + below + above,
        "meta": {
            **meta,
            "picture": {"width": high * SLIDE[0] // SLIDE[1], "height": high},
            "cut": {"noted": len(note), "keyed": more},
        },
    }
    plot = high - edges["t"] - edges["b"]
    heads = margin["t"] - round(HEAD * look.scale)
    places = {
        _legend_name(line): 1 + (heads + KEY_LINE * look.scale * sum(rows[line + 1 :])) / plot
        for line in range(max(len(rows), 1))
    }
    return {**layout, **added, **{name: {**layout[name], "y": y} for name, y in places.items()}}


LABEL_LINE, BAR = 18, 24
"""Height of a line of the label of a bar and of a bar in a picture at least, in pixels."""


def _spare(layout: dict[str, Any], data: Sequence[dict[str, Any]]) -> int:
    """Return how much lower a figure of horizontal bars can be drawn with its labels and numbers still apart."""
    axis, bars = layout.get("yaxis", {}), [trace for trace in data if trace.get("meta") != KEY]
    names = axis.get("ticktext") or ()
    if not names or any(trace.get("orientation") != "h" for trace in bars):
        return 0
    beside = len(bars) > 1 and layout.get("barmode") in ("group", "overlay")
    lines: int = max(name.count("<br>") + 1 for name in names)
    row = max(LABEL_LINE * lines, BAR * (2 if beside else 1))
    plot: int = layout["height"] - layout["margin"]["t"] - layout["margin"]["b"]
    return max(plot - row * len(names), 0)


def _rows(entries: Sequence[Sequence[str]], width: float) -> int:
    """Return in how many rows Plotly sets entries of a legend: beside each other, or else in columns of one width."""
    wide = [KEY_SWATCH + KEY_LETTER * len(name) for name, _ in entries]
    return 1 if sum(wide) <= width else math.ceil(len(wide) / max(width // max(wide), 1))


def _note_lines(note: str, look: Look, *, width: float) -> list[str]:
    """Return the note of a figure in the lines of its picture; none while presenting, where nobody takes one."""
    if look.scale != 1 or not look.noted or not note:
        return []
    return theme.wrapped(note, int((width - 24) / NOTE_LETTER), look.noted).split("<br>")


def _note_below(lines: list[str], look: Look, margin: Mapping[str, int]) -> list[dict[str, Any]]:
    """Return the note at the foot of a picture, under the source line; nothing where there is none."""
    made = {"name": NOTE, "text": "<br>".join(lines), "yanchor": "top", "yshift": 2 - margin["b"]}
    return [_source(look, margin["l"], margin["b"]) | made] if lines else []


def _empty(data: list[dict[str, Any]], note: str) -> bool:
    """Return whether a figure shows nothing."""
    return note.startswith(NONE_HERE) or (bool(data) and not any(_holds(trace) for trace in data))


def _noted(note: str, data: list[dict[str, Any]], *, alone: bool) -> str:
    """Return the note of a figure; one that has nothing to draw says so first, one that compares nothing at its end."""
    empty = bool(data) and not any(_holds(trace) for trace in data) and NONE_HERE not in note
    return " ".join(part for part in (EMPTY if empty else "", note, NOT_COMPARED if alone else "") if part)


def _holds(trace: dict[str, Any]) -> bool:
    """Return whether a trace has points; one of another kind (bands of a flow) is not asked."""
    held = [trace[name] for name in ("x", "lon", "locations") if name in trace]
    return not held or any(len(points) for points in held)


def _title(look: Look, title: str) -> dict[str, Any]:
    scale = look.scale
    return {
        "text": f"<b>{theme.wrapped(title, 90, 1)}</b>",
        "subtitle": {
            "text": theme.wrapped(look.filters, 120, 1),
            "font": {"size": round(theme.SUBTITLE * scale), "color": look.palette.muted},
        },
        "font": {"size": round(theme.TITLE * scale), "color": look.palette.ink},
        "x": 0,
        "xref": "container",
        "xanchor": "left",
        "y": 1,
        "yref": "container",
        "yanchor": "top",
        "pad": {"t": round(10 * scale), "l": 2},
    }


def _source(look: Look, edge: int, foot: int) -> dict[str, Any]:
    """Return the source line, at the bottom of the picture."""
    return {
        "name": "source",
        "text": theme.escaped(look.source),
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 0,
        "xanchor": "left",
        "yanchor": "bottom",
        "xshift": -edge,
        "yshift": -foot + 2,
        "showarrow": False,
        "align": "left",
        "font": {"size": round(theme.SOURCE * look.scale), "color": look.palette.muted},
    }


def legend_line(look: Look) -> dict[str, Any]:
    """Return one line of legend between title and plot; a click changes nothing.

    Only pictures show it, and they are drawn without the page's own type: room is measured in the type that is used.
    """
    return {
        "orientation": "h",
        "x": 0,
        "xanchor": "left",
        "y": 1,
        "yanchor": "bottom",
        "font": {"family": theme.PLAIN, "size": round(theme.LABEL * look.scale), "color": look.palette.ink},
        "itemclick": False,
        "itemdoubleclick": False,
        "traceorder": "normal",
        "bgcolor": "rgba(0,0,0,0)",
    }


def value_axis(look: Look, *, unit: str = "", **options: Any) -> dict[str, Any]:
    """Return an axis of counts, named by its unit: at most four gridlines, no line, zero at the origin."""
    font = {"size": round(theme.SOURCE * look.scale), "color": look.palette.muted}
    named = {"title": {"text": theme.UNITS[unit].lower(), "font": font, "standoff": 6}} if unit else {}
    return {
        **named,
        "rangemode": "tozero",
        "gridcolor": look.palette.hairline,
        "gridwidth": 1,
        "showline": False,
        "zeroline": False,
        "nticks": 5,
        "separatethousands": True,
        "tickfont": {"size": round(theme.LABEL * look.scale), "color": look.palette.muted},
        "fixedrange": True,
        **options,
    }


def name_axis(look: Look, **options: Any) -> dict[str, Any]:
    """Return an axis of names: upright labels, room made for them, no line and no grid."""
    return {
        "automargin": True,
        "showgrid": False,
        "showline": False,
        "zeroline": False,
        "ticks": "",
        "tickangle": 0,
        "tickfont": {"size": round(theme.LABEL * look.scale), "color": look.palette.ink},
        "fixedrange": True,
        **options,
    }
