"""A figure on one screen while presenting: rows closer, type smaller, labels in one line; many rows in several parts.

Measured on the smallest screen that is presented on, 1280 x 720; on a larger one the same figure grows with it.
"""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any

from charts import drawing, screen_parts, theme
from charts.screen_parts import COLUMNS, LETTER, NARROW, SMALL, WIDTH, inside, plain
from charts.screen_parts import kept as kept_points

HEIGHT = 648
"""Room of a screen of 1280 x 720 above the buttons, in pixels."""

ROW = 18
"""Least height of a row, in pixels."""

DIGIT = 0.6
"""Width of a digit, in sizes of type."""

HIGH = 0.9
"""Size of type at most, in sides of the square it stands in."""

LABELS = 480
"""Room for the labels of rows at most, in pixels; where columns take more than the width of a screen it is NARROW."""

LINE, BETWEEN = 1.3, 0.35
"""Height of a line of a label, in sizes of type, and room between two labels, in lines."""

NAMED, NAME_LINES = 14, 3
"""Size of type at least of the names of lanes, in pixels, and lines at most of a name."""

LEAD = 1.1
"""Height of a number beside a mark, in sizes of type."""

ON_FIRST = "The note on this chart stands on its first screen."
"""What stands in place of a note of several lines on the other screens of a chart."""

DISCLAIMED, HALF = 118, 74
"""Letters in a line of the note on boundaries, on a screen and on half of one beside another map."""

SMALL_NOTE, NOTE_LINE, NOTE_EDGE = 14, 19, 10
"""Size of type of notes inside a figure, height of their lines and room beside these, in pixels."""

CLOSER = 0.72
"""How much less room heads of columns, axis and source line get where rows have to stand closer."""


@dataclass(frozen=True)
class Fitted:
    """A figure that takes the height it is given, and the height it would take (0: it has none of its own).

    `part` of `parts` is shown, from 0: a figure of more rows or columns than a screen holds is shown screen by screen,
    the columns of some rows before the next rows.
    """

    figure: drawing.Drawn
    height: int
    part: int = 0
    parts: int = 1


def fitted(figure: drawing.Drawn, part: int = 0) -> Fitted:
    """Return a figure as it fits a screen; of one in several parts that part, the last where there are fewer."""
    given = figure.to_dict()
    layout = given["layout"]
    natural = layout.get("height")
    if natural is None:
        return Fitted(_map(figure), 0)
    room = HEIGHT - _said(layout["meta"])
    own = natural - round(drawing.HEAD * theme.PRESENTING)
    shown, parts = 0, 1
    if _rows(layout) and (own > room or (layout.get("width") or 0) > WIDTH):
        given, shown, parts = _parted(given, room, part)
    if parts > 1:
        given, shown, parts = _parted(figure.to_dict(), HEIGHT - _said(layout["meta"], also=COLUMNS), part)
    drawn = drawing.Drawn(**{**given, "layout": {**given["layout"], "height": None}})
    return Fitted(drawn, own, shown, parts)


def _map(figure: drawing.Drawn) -> drawing.Drawn:
    """Return a map whose note on boundaries takes the width of the screen; the map gets the room that is saved."""
    given = figure.to_dict()
    layout = given["layout"]
    said = next((note for note in layout["annotations"] if note.get("name") == "disclaimer"), None)
    if said is None:
        return figure
    width = HALF if layout["meta"]["compares"] == drawing.ONE else DISCLAIMED
    before = said["text"].count("<br>") + 1
    lines = textwrap.wrap(said["text"].replace("<br>", " "), width)
    line = round(theme.SOURCE * theme.PRESENTING * LINE)
    saved = max(line * before - NOTE_LINE * len(lines), 0) + round(drawing.FOOT * theme.PRESENTING)
    saved -= NOTE_LINE + NOTE_EDGE
    margin = {**layout["margin"], "b": layout["margin"]["b"] - saved}
    notes = [_small_note(note, "<br>".join(lines), margin) for note in layout["annotations"]]
    return drawing.Drawn(**{**given, "layout": {**layout, "margin": margin, "annotations": notes}})


def _small_note(note: dict[str, Any], disclaimer: str, margin: dict[str, Any]) -> dict[str, Any]:
    """Return the source line of a map, or its note on boundaries in other lines, in small type; another as it is."""
    if note.get("name") not in ("source", "disclaimer"):
        return note
    small = {**note, "font": {**note["font"], "size": SMALL_NOTE}}
    return small | ({"yshift": -margin["b"] + 2} if note["name"] == "source" else {"text": disclaimer})


def _said(meta: dict[str, Any], *, also: str = "") -> int:
    """Return the height of heading and note, in pixels, by their letters; `also` is one more sentence of the note."""
    head = 35 * _lines(meta["heading"], 14) + 30 * _lines(meta["filters"], 10.5)
    for line in drawing.legend_lines(meta["legend"]):
        head += 32 * _lines("  ".join(f"___{name}" for name, _ in line), 10)
    least: int = max(head, round(drawing.HEAD * theme.PRESENTING))
    return least + 24 * _lines(f"{meta['note']}{also}", 7.5) + 8


def _lines(text: str, letter: float) -> int:
    return math.ceil(len(text) * letter / WIDTH)


def _rows(layout: dict[str, Any]) -> int:
    """Return how many rows of names a figure has; 0 where it has none."""
    axis = layout.get("yaxis", {})
    if "tickvals" not in axis or "range" not in axis:
        return 0
    rows: int = round(axis["range"][0] - axis["range"][1])
    return rows


def _parted(given: dict[str, Any], room: int, part: int) -> tuple[dict[str, Any], int, int]:
    """Return a part of a figure of rows and columns that fits a room, which part it is and how many there are."""
    windows = screen_parts.across(given["layout"])
    columns, count = windows[part % len(windows)], _rows(given["layout"])
    narrower = screen_parts.of_columns(given, columns)
    margin, left = _edges(narrower["layout"], room)
    parts = math.ceil(count / max(left // _least(narrower), 1))
    if part >= parts * len(windows):
        return _parted(given, room, parts * len(windows) - 1)
    kept = screen_parts.rows(narrower, count, math.ceil(count / parts), part // len(windows))
    made = _closer(narrower, kept, margin, left)
    layout = made["layout"]
    note = ON_FIRST if part and _lines(layout["meta"]["note"], 7.5) > 1 else layout["meta"]["note"]
    said = f"{screen_parts.told(kept, count, columns, windows[-1].stop)} {note}".strip()
    return (
        {**made, "layout": {**layout, "meta": {**layout["meta"], "note": said}}},
        part,
        parts * len(windows),
    )


def _edges(layout: dict[str, Any], room: int) -> tuple[dict[str, Any], int]:
    """Return the margins of a figure whose rows stand closer, and the room that is left for these."""
    margin = {**layout["margin"], "b": round(layout["margin"]["b"] * CLOSER)}
    head = round(drawing.HEAD * theme.PRESENTING)
    margin["t"] = head + round((margin["t"] - head) * CLOSER)
    return margin, room - margin["b"] - (margin["t"] - head)


def _closer(given: dict[str, Any], kept: range, margin: dict[str, Any], left: int) -> dict[str, Any]:
    """Return a figure with some of its rows, which share the room that is left for them."""
    layout, shown = given["layout"], len(kept)
    size = max(SMALL, min(20, math.floor(left / shown * 0.62)))
    high = left / shown * _room(given["data"], "y") - 2
    written = size if _bars(given) == 1 else max(SMALL, min(size, math.floor(left / shown * 0.38)))
    row = left / shown
    data = [
        _trace(
            trace,
            kept,
            size=min(written, _above(trace, row), _stacked(given["data"], row)),
            side=_tall(trace, row, high),
        )
        for trace in given["data"]
    ]
    above = any("top" in str(trace.get("textposition", "")) for trace in data)
    changed = _layout(layout, margin, kept, size=size, row=row, above=0.45 if above else 0)
    side = _column(changed) * _room(data, "x") - 2
    return {**given, "data": [_narrower(trace, side) for trace in data], "layout": changed}


def _above(trace: dict[str, Any], row: float) -> int:
    """Return the size of type at which texts above marks stay clear of the marks of the row above."""
    if "top" not in str(trace.get("textposition", "")):
        return math.floor(row)
    clear: float = (row - trace["marker"]["size"]) / 1.1
    return max(SMALL, math.floor(clear))


def _stacked(data: Sequence[dict[str, Any]], row: float) -> int:
    """Return the size of type at which the numbers of marks that stand over each other in a row do not touch."""
    return max(SMALL, math.floor(_step(data) * row / LEAD))


def _step(data: Sequence[dict[str, Any]]) -> float:
    """Return how far apart marks stand that share a row and a day, in rows; 1 where none do."""
    held: dict[tuple[Any, int], list[float]] = {}
    for trace in data:
        if trace.get("mode") == "markers+text" and "left" in str(trace.get("textposition", "")):
            for x, y in zip(trace["x"], trace["y"], strict=True):
                held.setdefault((x, math.ceil(y)), []).append(y)
    return min((abs(a - b) for places in held.values() for a, b in combinations(places, 2)), default=1.0)


def _tall(trace: dict[str, Any], row: float, high: float) -> float:
    """Return the most that a mark may be high: less where a text stands above it."""
    return min(high, row * _BELOW) if "top" in str(trace.get("textposition", "")) else high


_BELOW = 0.36
"""Height of a mark below a text, in rows."""


def _least(given: dict[str, Any]) -> int:
    """Return the least height of a row: in a matrix a square as wide as the longest text in it."""
    data = given["data"]
    longest = max([_longest(trace) for trace in data if _squares(trace)], default=0)
    if given["layout"].get("xaxis", {}).get("type") == "date":
        return max(_lane(given["layout"]["yaxis"]["ticktext"]), math.ceil(SMALL * LEAD / _step(data)))
    if not longest:
        return ROW * _bars(given)
    return math.ceil(max(ROW, math.ceil(longest * SMALL * DIGIT) + 2) / _room(data, "y"))


def _lane(names: Sequence[str]) -> int:
    """Return the least height of a lane, in pixels: its name can be read beside the type of the rest."""
    longest = max([len(plain(name)) for name in names], default=1)
    lines = min(math.ceil(longest * NAMED * LETTER / (LABELS * FULL)), NAME_LINES)
    return math.ceil((lines + BETWEEN) * NAMED * LINE)


FULL = 0.9
"""How much of a line words fill, where they are broken between them."""


def _bars(given: dict[str, Any]) -> int:
    """Return how many bars stand under each other in a row: two where a second side is compared."""
    bars = sum(trace["type"] == "bar" for trace in given["data"])
    return 2 if bars > 1 and given["layout"].get("barmode") in ("group", "overlay") else 1


def _room(data: Sequence[dict[str, Any]], axis: str) -> float:
    """Return the room of a square along an axis, in cells: less than one where a second side shares the cell."""
    places: list[float] = sorted(
        {round(place % 1, 3) for trace in data if _squares(trace) for place in trace[axis]}
    )
    if len(places) < 2:
        return 1.0
    return min(high - low for low, high in pairwise([*places, places[0] + 1]))


def _longest(trace: dict[str, Any]) -> int:
    return max([len(text) for text in trace["text"]], default=1) or 1


def _squares(trace: dict[str, Any]) -> bool:
    return trace.get("marker", {}).get("symbol") == "square" and "text" in trace


def _trace(trace: dict[str, Any], kept: range, *, size: int, side: float) -> dict[str, Any]:
    """Return a trace with some of its rows alone, texts of a size, squares of a side."""
    places = [place for place, row in enumerate(trace["y"]) if inside(row, kept)]
    made: dict[str, Any] = kept_points(trace, places, len(trace["y"]))
    if "textfont" in made:
        made["textfont"] = {**made["textfont"], "size": min(made["textfont"]["size"], size)}
    return _narrower(made, side)


def _narrower(trace: dict[str, Any], side: float) -> dict[str, Any]:
    """Return a trace whose marks are no wider than a side, the numbers in squares no wider than these."""
    marker = trace.get("marker", {})
    if not isinstance(marker.get("size"), int | float):
        return trace
    if _squares(trace):
        most = max(SMALL, math.floor(min(side / _longest(trace) / DIGIT, side * HIGH)))
        font = {**trace["textfont"], "size": min(trace["textfont"]["size"], most)}
        trace = {**trace, "textfont": font}
    return {**trace, "marker": {**marker, "size": max(min(marker["size"], round(side)), 8)}}


def _layout(
    layout: dict[str, Any], margin: dict[str, Any], kept: range, *, size: int, row: float, above: float
) -> dict[str, Any]:
    """Return the layout with some of its rows and room for their labels; `above` is room over the first row."""
    axis = layout["yaxis"]
    room = NARROW if (layout.get("width") or 0) > WIDTH else LABELS
    texts, size = _labels(axis["ticktext"][kept.start : kept.stop], room, size=size, row=row)
    notes = [
        _note(note, size)
        for note in layout["annotations"]
        if note.get("yref") != "y" or inside(note["y"], kept)
    ]
    right = [note["text"] for note in notes if note.get("yref") == "y"]
    margin = {**margin, "l": _wide(texts, size), "r": max(margin["r"], _wide(right, size) if right else 0)}
    made = {
        **layout,
        "margin": margin,
        "annotations": [_at_the_edge(note, margin) for note in notes],
        "yaxis": {
            **axis,
            "range": [axis["range"][0] - (_rows(layout) - kept.stop), axis["range"][1] + kept.start - above],
            "tickvals": axis["tickvals"][kept.start : kept.stop],
            "ticktext": texts,
            "tickfont": {**axis.get("tickfont", {}), "size": size},
        },
        "xaxis": _small(layout.get("xaxis", {})),
    }
    return _as_wide(made, layout)


def _labels(names: Sequence[str], room: int, *, size: int, row: float) -> tuple[list[str], int]:
    """Return the labels of rows and the size of their type: in one line, or in their lines where that is larger."""
    single = [name.replace("<br>", " ") for name in names]
    if not any("<b>" in name for name in names):
        names = _broken(single, room, row)
    longest = max([len(plain(name)) for name in single], default=1)
    one, many = room / max(longest, 1) / LETTER, _largest(names, room, row)
    if many >= SMALL and many > one:
        return list(names), min(size, math.floor(many))
    size = max(SMALL, min(size, math.floor(one)))
    return [_cut(name, size) for name in single], size


def _broken(names: Sequence[str], room: int, row: float) -> list[str]:
    """Return names in as few lines as let their type be largest, each line as long as the room allows."""
    made = [_in_lines(names, lines) for lines in range(1, NAME_LINES + 1)]
    return max(made, key=lambda broken: _largest(broken, room, row))


def _in_lines(names: Sequence[str], lines: int) -> list[str]:
    """Return names in at most so many lines, all of them in lines of one length, the shortest that will do."""
    width = max([math.ceil(len(name) / lines) for name in names], default=1)
    broken = [textwrap.wrap(name, width, break_long_words=False) for name in names]
    while any(len(parts) > lines for parts in broken):
        width += 1
        broken = [textwrap.wrap(name, width, break_long_words=False) for name in names]
    return ["<br>".join(parts) for parts in broken]


def _largest(names: Sequence[str], room: int, row: float) -> float:
    """Return the largest type in which names fit their room, in the lines they are broken into."""
    lines = max([name.count("<br>") + 1 for name in names], default=1)
    widest = max([len(plain(line)) for name in names for line in name.split("<br>")], default=1)
    return min(room / max(widest, 1) / LETTER, row / (lines + BETWEEN) / LINE)


def _cut(name: str, size: int) -> str:
    """Return a label that keeps to the room for labels."""
    most = int(LABELS / (size * LETTER))
    return name if len(name) <= most else f"{name[: most - 1]}…"


def _wide(texts: Sequence[str], size: int) -> int:
    longest = max(len(line) for text in texts for line in plain(text).split("<br>"))
    return math.ceil(longest * size * LETTER) + 16


def _note(note: dict[str, Any], size: int) -> dict[str, Any]:
    """Return a note in the figure in small type; names beside the rows in one line."""
    small = {**note, "font": {**note["font"], "size": min(note["font"]["size"], size, 14)}}
    return small | {"text": note["text"].replace("<br>", " ")} if note.get("yref") == "y" else small


def _at_the_edge(note: dict[str, Any], margin: dict[str, Any]) -> dict[str, Any]:
    """Return the source line, and a name above columns, at the edges of the figure, which have moved."""
    if note.get("name") == drawing.ABOVE:
        return {**note, "yshift": round(note["yshift"] * CLOSER)}
    if note.get("name") != "source":
        return note
    return {**note, "xshift": -margin["l"], "yshift": -margin["b"] + 2}


def _small(axis: dict[str, Any]) -> dict[str, Any]:
    """Return an axis in small type."""
    font = axis.get("tickfont", {})
    made = {**axis, "tickfont": {**font, "size": min(font.get("size", 14), 14)}}
    title = axis.get("title")
    return made | {"title": {**title, "font": {**title["font"], "size": 14}}} if title else made


def _as_wide(made: dict[str, Any], before: dict[str, Any]) -> dict[str, Any]:
    """Return the layout with columns as wide as they were, or of a screen's width where that is less."""
    if not before.get("width"):
        return made
    room = before["width"] - before["margin"]["l"] - before["margin"]["r"]
    width = room + made["margin"]["l"] + made["margin"]["r"]
    if width <= WIDTH:
        return {**made, "width": width}
    axis = made["xaxis"]
    return {**made, "width": None, "xaxis": {**axis, "tickfont": {**axis["tickfont"], "size": SMALL}}}


def _column(layout: dict[str, Any]) -> float:
    """Return the width of a column of squares, in pixels."""
    span = layout["xaxis"].get("range")
    if not layout["xaxis"].get("tickvals") or not span:
        return float(WIDTH)
    room = (layout.get("width") or WIDTH) - layout["margin"]["l"] - layout["margin"]["r"]
    return float(room / abs(span[1] - span[0]))
