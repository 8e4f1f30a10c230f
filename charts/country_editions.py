"""The recurring events of a country, a lane for each: which editions name it, and which do not tell who came."""

from __future__ import annotations

from collections import Counter
from typing import Any

import plotly.graph_objects as go

from analysis.country import (
    MARKS,
    MOST_SERIES,
    NAMED,
    NOT_NAMED,
    NOT_TOLD,
    Editions,
    Side,
)
from charts import drawing, sides, theme
from charts.country_topics import rows
from charts.theme import Look

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


def editions(table: Editions, look: Look, *, country: Side, note: str = "") -> go.Figure:
    """One lane a recurring event: filled marks for editions that name the country, hollow ones for the others.

    Those that do not tell who came have a "?".
    """
    heading = f"{country.name}: editions of recurring events that name it, and those that do not"
    lanes = {row["series_id"]: row["series_name"] for row in table.rows}
    counts = Counter(row["state"] for row in table.rows)
    blue, compares = look.palette.categories[0], "side" in table.columns
    marks = [_editions(table, look, state) for state in (NOT_TOLD, NOT_NAMED, NAMED)]
    return drawing.figure(
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
        compares=drawing.BOTH if compares else "",
        layout={
            "xaxis": _dates(table, look),
            "yaxis": rows(look, [theme.wrapped(name, 34, 3) for name in lanes.values()]),
        },
    )


def _dates(table: Editions, look: Look) -> dict[str, Any]:
    """Return the axis of whole years, one label a year where they are few."""
    years = sorted(int(row["day"][:4]) for row in table.rows if row["day"])
    axis = drawing.value_axis(look, type="date", rangemode="normal", nticks=6, tickformat="%Y")
    if not years:
        return axis
    few = {"dtick": "M12", "tick0": f"{years[0]}-01-01"} if years[-1] - years[0] < 6 else {}
    return axis | few | {"range": [f"{years[0]}-01-01", f"{years[-1]}-12-31"]}


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
        "showlegend": state != NOT_TOLD,
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
