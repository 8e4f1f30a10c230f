"""Golden facts: a figure as the plain lists of what a reader sees in it, and small tables to draw.

Facts are compared whole, so that nothing is missing and nothing is there that was not expected. Places,
margins and the form Plotly keeps things in are left out.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analysis.counts import Counted
from analysis.crossed import Crossed
from analysis.lanes import COLUMNS, Lanes
from charts import drawing, theme
from charts.theme import Look

FIRST = 0
"""The only trace of most figures."""

LOOKS = {
    "light": Look(theme.LIGHT, 1.0, "Period: 2019", "Source: Cooperation Atlas, data version abc123"),
    "dark": Look(theme.DARK, 1.0, "Period: 2019", "Source: Cooperation Atlas, data version abc123"),
    "presented": Look(theme.LIGHT, 1.5, "Period: 2019", "Source: Cooperation Atlas, data version abc123"),
    "presented in the dark": Look(
        theme.DARK, 1.5, "Period: 2019", "Source: Cooperation Atlas, data version abc123"
    ),
}

LOOK = LOOKS["light"]


def seen(text: str) -> str:
    """A text as Plotly shows it: line breaks as blanks, bold as plain; any other markup is a fault."""
    plain = re.sub(r"<br>|</?b>", " ", text)
    assert not re.search(r"<[a-zA-Z/!]", plain), f"Plotly would read this as markup: {text!r}"
    return " ".join(html.unescape(plain).split()).replace(theme.THIN, " ")


def read(texts: Iterable[Any]) -> list[str]:
    """Texts as they are seen."""
    return [seen(str(text)) for text in texts]


def figures(texts: str) -> str:
    """A text with thin spaces as plain ones, so that expectations can be typed."""
    return texts.replace(theme.THIN, " ")


def traces(figure: go.Figure) -> list[dict[str, Any]]:
    """The traces with data as plain dictionaries."""
    made = [trace.to_plotly_json() for trace in figure.data]
    return [trace for trace in made if trace.get("meta") != drawing.KEY]


def key(figure: go.Figure) -> list[tuple[str, str]]:
    """Names and colours of the entries of the legend inside the picture that no trace with data brings."""
    made = [trace.to_plotly_json() for trace in figure.data]
    return [
        (seen(trace["name"]), trace["marker"]["color"]) for trace in made if trace.get("meta") == drawing.KEY
    ]


def title(figure: go.Figure) -> str:
    """The title inside the picture."""
    return seen(figure.layout.title.text)


def filters(figure: go.Figure) -> str:
    """The line under the title inside the picture."""
    return seen(figure.layout.title.subtitle.text)


def written(figure: go.Figure) -> list[str]:
    """The lines written inside the picture: source, disclaimer; the note is told by `noted`."""
    return read(note.text for note in figure.layout.annotations if note.name != drawing.NOTE)


def noted(figure: go.Figure) -> list[str]:
    """The note at the foot of the picture, line by line."""
    notes = [note.text for note in figure.layout.annotations if note.name == drawing.NOTE]
    return read(line for note in notes for line in note.split("<br>"))


def said(figure: go.Figure, part: str) -> Any:
    """What the page writes beside the figure: heading, filters, note, alt."""
    text = figure.layout.meta[part]
    return figures(text) if isinstance(text, str) else text


def legend(figure: go.Figure) -> list[tuple[str, str]]:
    """Names and colours of the legend beside the figure."""
    return [(figures(name), colour) for name, colour in figure.layout.meta["legend"]]


def ticks(figure: go.Figure, axis: str) -> dict[Any, str]:
    """The labels of an axis by place."""
    made = figure.layout[f"{axis}axis"]
    return dict(zip(made.tickvals, read(made.ticktext), strict=True))


def bars(figure: go.Figure, place: int = FIRST) -> list[tuple[str, int, str, str]]:
    """Horizontal bars from top to bottom: label, value, text at the end, what a click picks."""
    bar, labels = traces(figure)[place], ticks(figure, "y")
    assert (bar["type"], bar["orientation"]) == ("bar", "h")
    down = figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1]
    rows = sorted(
        zip(bar["y"], bar["x"], read(bar["text"]), bar["customdata"], strict=True), reverse=not down
    )
    assert [row[0] for row in rows] == sorted(labels, reverse=not down)
    return [(labels[at], value, text, pick) for at, value, text, pick in rows]


def columns(figure: go.Figure, place: int = FIRST) -> list[tuple[str, int]]:
    """Upright columns from left to right, the unknown period alone apart: what a click picks, value."""
    column = traces(figure)[place]
    assert column["type"] == "bar"
    known = ":none" not in "".join(column["customdata"][-1:])
    side_by_side = list(column["x"])[: len(column["x"]) - (not known)]
    assert side_by_side == list(range(len(side_by_side)))
    assert list(column["x"]) == sorted(column["x"])
    return list(zip(column["customdata"], column["y"], strict=True))


def squares(figure: go.Figure) -> list[tuple[str, str, str, str]]:
    """Squares by row and column: label of the row, of the column ("" where it has none), text, what a click picks."""
    (marks,) = traces(figure)
    rows, heads = ticks(figure, "y"), ticks(figure, "x")
    cells = zip(marks["y"], marks["x"], read(marks["text"]), marks["customdata"], strict=True)
    return [(rows[y], heads.get(x, ""), text, pick) for y, x, text, pick in cells]


def links(figure: go.Figure) -> list[tuple[str, str, int]]:
    """Bands of a flow: from, to, width."""
    (flow,) = traces(figure)
    names, link = read(flow["node"]["label"]), flow["link"]
    return [
        (names[a], names[b], value)
        for a, b, value in zip(link["source"], link["target"], link["value"], strict=True)
    ]


def areas(figure: go.Figure) -> dict[str, list[str]]:
    """Countries filled on a map, by the name of their class."""
    shapes = [trace for trace in traces(figure) if trace["type"] == "choropleth"]
    return {figures(shape["name"]): sorted(shape["locations"]) for shape in shapes}


def markers(figure: go.Figure) -> dict[str, list[str]]:
    """What markers on a map pick, by the name of their class."""
    made = [trace for trace in traces(figure) if trace["type"] == "scattergeo"]
    return {figures(trace["name"]): sorted(trace["customdata"]) for trace in made}


def colours(figure: go.Figure, place: int = FIRST) -> Any:
    """The colour or colours of the marks of a trace."""
    return figure.data[place].marker.color


def hovers(figure: go.Figure, place: int = FIRST) -> list[str]:
    """What the marks of a trace say when pointed at."""
    return read(traces(figure)[place]["hovertext"])


def texts(figure: go.Figure) -> Iterator[str]:
    """Every text Plotly would write, as it is seen."""
    yield from (title(figure), filters(figure), *written(figure))
    for axis in (figure.layout.xaxis, figure.layout.yaxis):
        yield from read(axis.ticktext or ())
    moving = [trace for frame in figure.frames for trace in frame.data]
    for trace in (*figure.data, *moving):
        made = trace.to_plotly_json()
        flow = (*made.get("node", {}).get("label", ()), *made.get("link", {}).get("customdata", ()))
        yield from read((made.get("name", ""), *made.get("text", ()), *made.get("hovertext", ()), *flow))


def sizes(part: Any, *, under: str = "") -> Iterator[tuple[str, float]]:
    """Every size of type in a figure, with where it stands."""
    if isinstance(part, dict):
        for name, value in part.items():
            if name == "size" and "font" in under.rsplit(".", 1)[-1]:
                yield under, float(value)
            yield from sizes(value, under=f"{under}.{name}")
    elif isinstance(part, list | tuple):
        for value in part:
            yield from sizes(value, under=under)


def strings(part: Any) -> Iterator[str]:
    """Every string anywhere in a figure."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for value in part.values():
            yield from strings(value)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from strings(value)


def counted(
    rows: Sequence[tuple[Any, ...]], dimension: str = "topic", *, unit: str = "events", events: int = 10
) -> Counted:
    """A table of (id, name, count), or (id, name, count, events behind, events that tell it)."""
    whole = [(*row, *(row[2],) * (5 - len(row))) for row in rows]
    frame = pd.DataFrame(whole, columns=["id", "name", "count", "event_count", "base_count"])
    return Counted({str(name): frame[name].tolist() for name in frame}, dimension, unit, events)


def countries(
    rows: Sequence[tuple[Any, ...]], *, unit: str = "events", events: int = 10, unstated: int = 0
) -> Counted:
    """A table of (iso3, name, count, in the records, latitude, longitude) as maps take it."""
    frame = pd.DataFrame(rows, columns=["id", "name", "count", "recorded", "latitude", "longitude"])
    frame = frame.assign(event_count=frame["count"], base_count=frame["count"], last_event="", last_date="")
    frame = frame.astype({"last_event": object, "last_date": object, "latitude": float, "longitude": float})
    if unstated:
        none = {"id": "none", "name": "no country named", "count": unstated, "event_count": unstated}
        frame = pd.concat([frame, pd.DataFrame([none])], ignore_index=True)
        frame = frame.astype({"count": int, "event_count": int})
    return Counted({str(name): frame[name].tolist() for name in frame}, "there", unit, events)


def crossed(
    rows: Sequence[tuple[str, str]],
    columns: Sequence[tuple[str, str]],
    counts: Sequence[Sequence[int]],
    *,
    by: tuple[str, str] = ("topic", "year"),
    events: int = 10,
) -> Crossed:
    """A table of rows and columns (id, name) and the counts row by row."""
    cells = np.array(counts, dtype=np.int64).reshape(len(rows), len(columns))
    return Crossed(dict(rows), dict(columns), cells, *by, events)


def lanes(rows: Sequence[tuple[Any, ...]], *, more: int = 0, undated: int = 0) -> Lanes:
    """Lanes of (lane id, lane, event id, title, number, city, date as collected, day)."""
    told = [[None if pd.isna(cell) else cell for cell in row] for row in rows]
    cells = [list(column) for column in zip(*told, strict=True)] or [[] for _ in COLUMNS]
    return Lanes(dict(zip(COLUMNS, cells, strict=True)), more, undated, least=1)
