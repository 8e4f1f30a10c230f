"""Editions of a recurring event as columns in order: countries and people at each, and squares of who came."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import plotly.graph_objects as go

from analysis.counts import Counted
from analysis.series import (
    ABSENT,
    BEFORE,
    CAME,
    DRAWN,
    DRAWN_COUNTRIES,
    GONE,
    LEFT,
    NEW,
    NOT_TOLD,
    Edition,
    Editions,
)
from analysis.sides import BOTH, FIRST, SECOND, called
from charts import drawing, theme
from charts import sides as two
from charts.gaps import ink
from charts.matrix import DARK_INK
from charts.theme import Look

COLUMN = 74
"""Width of an edition, in pixels."""

LABELS = 170
"""Room for the names of countries, in pixels; also beside the columns, so that editions stand under each other."""

HEAD = 78
"""Room for number, place and year of an edition, in pixels."""

ROW = 38
"""Height of a row of squares, in pixels."""

HEIGHT = 210
"""Height of the columns, in pixels."""

TEXTS = {CAME: "came", NEW: "new", ABSENT: "–", LEFT: "left", GONE: "–", NOT_TOLD: "?"}
"""What stands in a square."""

STEPS = {CAME: 1, NEW: 3}
"""Places of those who came in the sequence of blues."""

NO_RECORD = "no record"

JUDGED = (
    "New and dropped out are judged by the editions that name who came, whatever the filters; not to be named is not "
    "proof of absence."
)

LARGEST = "The largest are drawn; the table of this page lists all, and opens them."


def about_largest(table: Counted) -> str:
    """Return the note of the bars of recurring events or programmes, nothing where there are none."""
    return LARGEST if table.columns["id"] else ""


AGAIN = "Events a country came back to, after an earlier edition"
ABOUT_AGAIN = (
    "Counted are editions at which a country was, but for its first one of each recurring event. Only countries that "
    "the records name; not to be named is not proof of absence."
)


def countries(table: Editions, look: Look, *, note: str = "") -> go.Figure:
    """Columns of the countries at each edition, none where the record does not tell who came."""
    shown = table.all[-DRAWN:]
    values = [edition.countries if edition.tells else 0 for edition in shown]
    title = f"Countries that {theme.ROLE_PLURALS[table.role]}, by edition of this recurring event"
    untold = sum(not edition.tells for edition in table.held)
    return _columns(
        table,
        look,
        title=title,
        values=values,
        texts=[_countries(edition) for edition in shown],
        colours=[_colour(edition, look) for edition in shown],
        note=" ".join(part for part in (note, _untold(untold, table), *_about(table)) if part),
    )


def _countries(edition: Edition) -> str:
    if edition.missing:
        return NO_RECORD
    return theme.number(edition.countries) if edition.tells else "not told"


def _untold(untold: int, table: Editions) -> str:
    if not untold:
        return ""
    of = theme.counted(len(table.held), "events")
    return f"Without a column where no country that came is named, or the host alone: {theme.number(untold)} of {of}."


def people(table: Editions, look: Look) -> go.Figure:
    """Columns of the headcount of each edition, none where it is not told."""
    shown = table.all[-DRAWN:]
    told = sum(edition.people is not None for edition in table.held)
    return _columns(
        table,
        look,
        title="People at each edition of this recurring event",
        values=[edition.people or 0 for edition in shown],
        texts=[_people(edition) for edition in shown],
        colours=[_colour(edition, look) for edition in shown],
        note=f"A headcount is told by {theme.number(told)} of {theme.counted(len(table.held), 'events')}.",
    )


SIGNS = {FIRST: "●", SECOND: "■", BOTH: "◆", "": ""}
"""Signs before the number of an edition, by the side of a comparison it is of: colour alone would not tell."""


def _colour(edition: Edition, look: Look) -> str:
    """Return the colour of an edition: blue, or by the side it is of."""
    colours = {SECOND: look.palette.second, BOTH: look.palette.categories[4]}
    return colours.get(edition.side, look.palette.categories[0])


def _sides(table: Editions, look: Look) -> list[tuple[str, str]]:
    """Return the legend of the two sides of a comparison; nothing where nothing is compared."""
    held = {edition.side: edition for edition in table.held}
    names = called(look.sides)
    return [
        (f"{SIGNS[side]} {name}", _colour(held[side], look)) for side, name in names.items() if side in held
    ]


def _compares(table: Editions) -> str:
    return drawing.BOTH if any(edition.side for edition in table.all) else ""


def _people(edition: Edition) -> str:
    if edition.missing:
        return NO_RECORD
    return f"{'about ' if edition.approximate else ''}{theme.number(edition.people, nothing='not told')}"


def _columns(
    table: Editions,
    look: Look,
    *,
    title: str,
    values: list[int],
    texts: list[str],
    colours: list[str],
    note: str,
) -> go.Figure:
    shown = table.all[-DRAWN:]
    bars = {
        "type": "bar",
        "x": list(range(len(shown))),
        "y": values,
        "width": 0.5,
        "text": [theme.wrapped(text, 9, 2) for text in texts],
        "textposition": "outside",
        "textfont": {"size": round(theme.LABEL * look.scale), "color": look.palette.ink},
        "cliponaxis": False,
        "constraintext": "none",
        "marker": {"color": colours, "line": {"width": 0}},
        "customdata": [_pick(edition) for edition in shown],
        "hovertext": [f"{_hover(edition)}<br>{text}" for edition, text in zip(shown, texts, strict=True)],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "unselected": {"marker": {"opacity": 1}},
    }
    told = [
        f"{_whose(edition, look)}{edition.number or 'no number'}: {text}"
        for edition, text in zip(shown, texts, strict=True)
    ]
    return drawing.figure(
        look,
        title=title,
        data=[bars],
        height=HEIGHT,
        left=LABELS,
        below=HEAD,
        alt=f"Column chart. {title}. {'; '.join(told) or '0 editions'}.",
        note=note,
        legend=_sides(table, look),
        compares=_compares(table),
        layout={
            "width": _width(shown, look),
            "xaxis": _axis(look, shown),
            "yaxis": drawing.value_axis(
                look, showticklabels=False, showgrid=False, range=[0, max([*values, 1]) * 1.35]
            ),
        },
    )


def _whose(edition: Edition, look: Look) -> str:
    """Return the name of the side an edition is of, before its number; nothing where nothing is compared."""
    name = called(look.sides).get(edition.side, "")
    return f"{name}, " if name else ""


def _width(shown: Sequence[Edition], look: Look) -> int:
    return round((LABELS + COLUMN * max(len(shown), 4) + 16) * look.scale)


def _axis(look: Look, shown: Sequence[Edition], **options: Any) -> dict[str, Any]:
    return drawing.name_axis(
        look,
        tickmode="array",
        tickvals=list(range(len(shown))),
        ticktext=[_head(edition) for edition in shown],
        automargin=False,
        range=[-0.5, max(len(shown), 4) - 0.5],
        **options,
    ) | {"tickfont": {"size": round(theme.SOURCE * look.scale), "color": look.palette.ink}}


def _head(edition: Edition) -> str:
    """Return number, place and year; "no record" under a run of missing numbers."""
    number = f"<b>{SIGNS[edition.side]} {theme.escaped(edition.number or 'no number')}</b>".replace(
        "<b> ", "<b>"
    )
    if edition.missing:
        return f"{number}<br>{NO_RECORD}"
    place = theme.wrapped(edition.city or edition.hosts, 11, 2) or "–"
    return f"{number}<br>{place}<br>{edition.year or 'year ?'}"


def _pick(edition: Edition) -> str:
    return two.events([{"event_id": edition.event_id, "side": edition.side}])[0] if edition.event_id else ""


def _hover(edition: Edition) -> str:
    if edition.missing:
        said = f"{theme.number(edition.missing)} missing" if edition.missing > 1 else "missing"
        return f"<b>Edition {theme.escaped(edition.number)}</b><br>{said}: in no record"
    number = f"Edition {theme.escaped(edition.number)}: " if edition.number else ""
    when = theme.period(edition.start_date, edition.end_date)
    where = f", {theme.escaped(edition.city)}" if edition.city else ""
    return f"<b>{number}{theme.wrapped(edition.title, 50)}</b><br>{when}{where}"


def _about(table: Editions) -> list[str]:
    """Return what the editions leave open: missing numbers, filters, what is older and what was read in part."""
    unnumbered = any(not edition.number for edition in table.held)
    missing = f"Numbers that stand in no record: {theme.number(table.missing)}." if table.missing else ""
    return [
        missing,
        "An edition without a number may be one of them." if missing and unnumbered else "",
        f"Left out by the filters: {theme.counted(table.left_out, 'events')}." if table.left_out else "",
        f"Older and not listed: {theme.counted(table.earlier, 'events')}." if table.earlier else "",
        f"Only the newest {DRAWN} columns are drawn; the numbers hold all." if len(table.all) > DRAWN else "",
        f"Read only in part: {theme.number(table.in_part)} of {theme.counted(len(table.held), 'events')}, so countries "
        f"may be missing."
        if table.in_part
        else "",
    ]


def came(table: Editions, look: Look) -> go.Figure:
    """Squares of who came to each edition: new, came, dropped out; a question mark where nobody is named."""
    shown = table.all[-DRAWN:]
    names = list(table.countries.values())[:DRAWN_COUNTRIES]
    title = _came_title(table)
    head = round(HEAD * look.scale)
    return drawing.figure(
        look,
        title=title,
        data=[_marks(table, look, shown)],
        height=ROW * max(len(names), 1) + head,
        left=LABELS,
        alt=_came_alt(table, title),
        note=_came_note(table),
        legend=[*_sides(table, look), *_legend(look)],
        compares=_compares(table),
        layout={
            "width": _width(shown, look),
            "margin": {"t": round(drawing.HEAD * look.scale) + head},
            "xaxis": _axis(look, shown, side="top"),
            "yaxis": drawing.name_axis(
                look,
                tickmode="array",
                tickvals=list(range(len(names))),
                ticktext=[theme.wrapped(name, 24, 2) for name in names],
                automargin=False,
                range=[max(len(names), 1) - 0.5, -0.5],
            ),
        },
    )


def _marks(table: Editions, look: Look, shown: Sequence[Edition]) -> dict[str, Any]:
    """Return a square for each country and edition of which something is known."""
    places = {edition.place: at for at, edition in enumerate(shown) if not edition.missing}
    cells = [
        (row, places[edition.place], iso3, edition, int(table.came[row, at]))
        for row, iso3 in enumerate(list(table.countries)[:DRAWN_COUNTRIES])
        for at, edition in enumerate(table.held)
        if edition.place in places and table.came[row, at] != BEFORE
    ]
    codes = [code for *_, code in cells]
    names = list(table.countries.values())
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [column for _, column, *_ in cells],
        "y": [row for row, *_ in cells],
        "marker": {
            "symbol": "square",
            "size": round((ROW - 4) * look.scale),
            "color": [_fill(look, code) for code in codes],
            "opacity": 1,
            "line": {"width": 1, "color": [_edge(look, code) for code in codes]},
        },
        "text": [TEXTS[code] for code in codes],
        "textfont": {
            "size": round(theme.SOURCE * look.scale),
            "color": [_text_colour(look, code) for code in codes],
        },
        "customdata": [
            f"{table.role}:{iso3},{_pick(edition)}" if code in STEPS else ""
            for _, _, iso3, edition, code in cells
        ],
        "hovertext": [
            f"<b>{theme.wrapped(names[row], 50)}</b>: {SAID[code]}<br>{_hover(edition)}"
            for row, _, _, edition, code in cells
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


SAID = {
    CAME: "came",
    NEW: "new: not named at an earlier edition",
    LEFT: "dropped out: named before, not here or later",
    ABSENT: "not named, but again later",
    GONE: "not named any more",
    NOT_TOLD: "not told who came",
}
"""The states beside the pointer."""

LEGEND = {
    NEW: "new: not named at an earlier edition",
    CAME: "came",
    LEFT: "left: named before, not here or later",
    ABSENT: "–: not named",
    NOT_TOLD: "?: not told who came",
}


def _fill(look: Look, code: int) -> str:
    if code in STEPS:
        return look.palette.sequence[STEPS[code]]
    return look.palette.unknown if code == NOT_TOLD else look.palette.page


def _edge(look: Look, code: int) -> str:
    if code == LEFT:
        return look.palette.ink
    return look.palette.hairline if code in (ABSENT, GONE) else _fill(look, code)


def _text_colour(look: Look, code: int) -> str:
    if code in STEPS:
        return ink(look, STEPS[code])
    return DARK_INK if code == NOT_TOLD else look.palette.ink


def _legend(look: Look) -> list[tuple[str, str]]:
    return [(said, _fill(look, code)) for code, said in LEGEND.items()]


def _came_title(table: Editions) -> str:
    if not table.countries:
        return f"Countries that {theme.ROLE_PLURALS[table.role]} at each edition of this recurring event"
    times = np.isin(table.came, list(STEPS)).sum(axis=1)
    again = int((times > 1).sum())
    return (
        f"{theme.number(again)} of {theme.counted(len(table.countries), 'countries')} came to more than one edition "
        f"of this recurring event"
    )


def _came_note(table: Editions) -> str:
    more = len(table.countries) - DRAWN_COUNTRIES
    return " ".join(
        part
        for part in (
            JUDGED,
            f"{theme.number(more)} more countries are in the numbers." if more > 0 else "",
            f"Drawn are countries that {theme.ROLE_PLURALS[table.role]}." if table.role != "there" else "",
        )
        if part
    )


def _came_alt(table: Editions, title: str) -> str:
    last = table.held[-1] if table.held else None
    if last is None:
        return f"Matrix. {title}: 0 editions."
    states = table.came[:, -1]
    return (
        f"Matrix. {title}: {len(table.held)} editions. At the last, {last.city or last.number} {last.year}: "
        f"{int(np.isin(states, list(STEPS)).sum())} came, {int((states == NEW).sum())} of them new, "
        f"{int((states == LEFT).sum())} dropped out."
    )


def kept(unit: str, shown: str) -> str:
    """Return what a chart that always shows one unit says where one is chosen that is neither it nor events."""
    return "" if unit == "events" else theme.kept_unit(unit, shown)


def within(figure: go.Figure, pick: str) -> go.Figure:
    """Return a figure whose marks pick something more ("programme:glo-act"), so that a click means only its events."""
    given = figure.to_dict()
    data = [
        {**trace, "customdata": [f"{own},{pick}" if own else "" for own in trace["customdata"]]}
        if "customdata" in trace
        else trace
        for trace in given["data"]
    ]
    return drawing.Drawn(**{**given, "data": data})


def without_picks(figure: go.Figure) -> go.Figure:
    """Return a figure that nothing can be clicked in, since no list of events would be just those of a bar."""
    given = figure.to_dict()
    data = [{**trace, "customdata": [""] * len(trace.get("customdata", ()))} for trace in given["data"]]
    return drawing.Drawn(**{**given, "data": data})
