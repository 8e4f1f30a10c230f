"""Which rows and columns of a figure stand on one screen while presenting, where it does not hold all of them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from charts import drawing, theme

WIDTH, NARROW = 1200, 260
"""Room of a screen of 1280 pixels between its edges, and room for the labels of rows beside wide columns, in pixels."""

SMALL, LETTER = 12, 0.53
"""Least size of type, in pixels, and width of a letter, in sizes of type."""

ROWS = "Rows {first}–{last} of {count}; {more} {rows} on other screens."
COLUMNS = "{rows}, columns {left}–{right} of {across}; the others stand on other screens."
"""What is said under a figure that is shown in parts, of rows alone or of columns."""

Given = dict[str, Any]


def across(layout: Given) -> list[range]:
    """Return the columns of each part: all in one, unless their heads would run into each other on one screen."""
    axis = layout.get("xaxis", {})
    heads, count = axis.get("ticktext") or [], _columns(axis)
    if len(heads) < max(count, 1) or (layout.get("width") or 0) <= WIDTH:
        return [range(count)]
    longest = max(len(line) for head in heads for line in plain(head).split("<br>"))
    held = int((WIDTH - NARROW - layout["margin"]["r"]) / (longest * SMALL * LETTER + 2))
    parts = math.ceil(count / max(held, 1))
    edges = [round(count * place / parts) for place in range(parts + 1)]
    return [range(first, last) for first, last in pairwise(edges)]


def _columns(axis: Given) -> int:
    """Return how many columns an axis of names has room for; 0 of another axis."""
    if "tickvals" not in axis or "range" not in axis:
        return 0
    count: int = round(axis["range"][1] - axis["range"][0])
    return count


def plain(text: str) -> str:
    """Return a label without the marks of bold type."""
    return text.replace("<b>", "").replace("</b>", "")


def of_columns(given: Given, columns: range) -> Given:
    """Return a figure with some of its columns alone, which share the width of the screen."""
    layout = given["layout"]
    axis = layout.get("xaxis", {})
    if len(columns) == _columns(axis):
        return given
    ticks = [
        tick for tick in zip(axis["tickvals"], axis["ticktext"], strict=True) if inside(tick[0], columns)
    ]
    made = {
        **layout,
        "width": WIDTH + 1,
        "annotations": [
            note for note in layout["annotations"] if note.get("xref") != "x" or inside(note["x"], columns)
        ],
        "xaxis": {
            **axis,
            "range": [columns.start - 0.5, columns.stop - 0.5],
            "tickvals": [value for value, _ in ticks],
            "ticktext": [text for _, text in ticks],
        },
    }
    data = [
        kept(trace, [at for at, place in enumerate(trace["x"]) if inside(place, columns)], len(trace["x"]))
        for trace in given["data"]
    ]
    return {**given, "data": data, "layout": made}


def rows(given: Given, count: int, shown: int, part: int) -> range:
    """Return the rows of a part: the first come first, of years the newest, which are the last.

    A row that names a group stands on the screen of the first of the group.
    """
    names, groups = given["layout"]["yaxis"]["ticktext"], _groups(given)
    years = all(name[:4].isdecimal() for name in names[: count - 1])
    first = max(count - shown * (part + 1), 0) if years else shown * part
    end = count - shown * part if years else min(first + shown, count)
    return range(first - (first - 1 in groups), end - (end < count and end - 1 in groups))


def _groups(given: Given) -> set[int]:
    """Return the rows that name a group."""
    names = given["layout"]["yaxis"]["ticktext"]
    return {row for row, name in enumerate(names) if name.endswith(drawing.GROUP.partition("{}")[2])}


def inside(place: float | None, window: range) -> bool:
    """Return whether a point lies in some rows or columns; one that breaks a line does."""
    return place is None or window.start - 0.6 < place < window.stop - 0.4


def kept(part: Given, places: Sequence[int], length: int) -> Given:
    """Return a trace, or a part of it, with some of its points."""
    return {
        name: kept(value, places, length)
        if isinstance(value, dict)
        else [value[place] for place in places]
        if isinstance(value, list) and len(value) == length
        else value
        for name, value in part.items()
    }


def told(shown: range, count: int, columns: range, all_columns: int) -> str:
    """Return which rows and columns these are, where others stand on other screens; empty where these are all."""
    more = count - len(shown)
    if len(columns) < all_columns:
        some = f"Rows {shown.start + 1}–{shown.stop} of {theme.number(count)}" if more else "All rows"
        return COLUMNS.format(rows=some, left=columns.start + 1, right=columns.stop, across=all_columns)
    if not more:
        return ""
    return ROWS.format(
        first=shown.start + 1,
        last=shown.stop,
        count=theme.number(count),
        more=theme.number(more),
        rows="row stands" if more == 1 else "rows stand",
    )
