"""Gaps as squares, deeper the longer ago, and bars of the countries that others invite and we do not."""

from __future__ import annotations

from itertools import pairwise, product
from typing import Any

import plotly.graph_objects as go

from analysis.dimensions import UNKNOWN
from analysis.gaps import ANY, NEVER, Country, Gaps
from analysis.neighbours import MOST, LeftOut
from charts import drawing, theme
from charts.matrix import DARK_INK, LIGHT_INK
from charts.theme import Look

ACROSS = {"topic": "topics", "audience": "audiences", "year": "years"}
LIMITS = {
    "6-12-24": "6, 12 and 24 months",
    "12-24-36": "12, 24 and 36 months",
    "24-48-72": "24, 48 and 72 months",
}
"""What the options of the page are called."""

DID = {
    "there": ("was at", "were at"),
    "host": ("hosted", "hosted"),
    "participant": ("took part in", "took part in"),
    "expert": ("sent experts to", "sent experts to"),
    "funder": ("paid for", "paid for"),
}
"""What a country, and countries, had to do with an event."""

ROW = 40
"""Height of a row, in pixels: a square holds the word "never"."""

COUNTRY, CLOSE, WORD, YEAR = 92, 76, 88, 34
"""Width of a column headed by a country, at most and at least, by other words, and by a year, in pixels."""

FITS = 700
"""Room for columns headed by countries in a window of 1280 pixels."""

LEAST = 3
"""Columns there is room for at least, so that the source line fits."""

LABELS = 190
"""Room for the labels of the rows, in pixels."""

FEW = 11
"""Up to so many countries, of one group or two, stand as columns, which fits a window without scrolling."""

NAME = 18
"""Height of a line of the name of a group above its columns, in pixels."""

STEPS = (0, 1, 3, 4)
"""Places of the four classes in the sequence of blues."""

BAR = 36
"""Height of a bar with its label, in pixels."""


SECOND = "the second group"
"""What the countries of a second group are called."""

RECORDED = (
    "No event means none recorded, not none held: with each country stand its events here, and how many of them "
    "were read in full from the source."
)


def squares(table: Gaps, look: Look, *, note: str = "", groups: tuple[str, str] = ("", "")) -> go.Figure:
    """Squares of months since the last event (of years: of events, and of months without one), most in need first.

    A pair without any event is an empty frame with the word "never"; one whose events have no known year is grey.
    Of two groups of countries each stands under its name, the second after the first.
    """
    upright = table.across != "year" and table.drawn <= FEW
    countries, at = _upright(table) if upright else _lines(table, groups)
    others = [
        theme.wrapped(name, 24 if upright else 14, 2 if upright else 5) for name in table.names.values()
    ]
    rows, columns = (others, countries) if upright else (countries, others)
    width = YEAR if table.across == "year" else _width(table) if upright else WORD
    named = _group_names(table, groups, width) if upright else []
    over = NAME * max([name.count("<br>") + 1.5 for name in named], default=0)
    head = round((over + (24 if table.across == "year" else 92)) * look.scale)
    title = _title(table)
    return drawing.figure(
        look,
        title=title,
        data=[_marks(table, look, at, upright=upright)],
        compares=drawing.BOTH if len(table.groups) > 1 else "",
        height=ROW * max(len(rows), 1) + head,
        left=LABELS,
        alt=_alt(table, title),
        note=" ".join(part for part in (note, *_notes(table)) if part),
        legend=_legend(table, look),
        layout={
            "width": round((LABELS + width * max(len(columns), LEAST) + 16) * look.scale),
            "margin": {"t": round(drawing.HEAD * look.scale) + head},
            "annotations": [
                _above(name, table.groups[place][0], head, look) for place, name in enumerate(named)
            ],
            "shapes": [_between(table.groups[1][0], len(rows), look)] if named else [],
            "xaxis": _axis(look, columns, side="top", range=[-0.5, max(len(columns), LEAST) - 0.5]),
            "yaxis": _axis(look, rows, range=[max(len(rows), 1) - 0.5, -0.5]),
        },
    )


def _lines(table: Gaps, groups: tuple[str, str]) -> tuple[list[str], dict[int, int]]:
    """Return the labels of the countries, of two groups each after its name, and on which line each country stands."""
    labels, at = [], {}
    for group, name in zip(table.groups, groups, strict=False):
        if len(table.groups) > 1:
            labels.append(drawing.GROUP.format(theme.wrapped(name, 26, 2)))
        for place in group:
            at[place] = len(labels)
            country = table.countries[place]
            labels.append(f"<b>{theme.wrapped(country.name, 26, 1)}</b><br>{_known(country)} read in full")
    return labels, at


def _upright(table: Gaps) -> tuple[list[str], dict[int, int]]:
    """Return the heads of the columns of the countries, and in which column each stands."""
    close = _width(table) < COUNTRY
    letters, in_full = (13, "in full") if close else (14, "read in full")
    drawn = [table.countries[place] for group in table.groups for place in group]
    heads = [
        f"<b>{theme.wrapped(country.name, letters, 2)}</b><br>{_known(country, '<br>')} {in_full}"
        for country in drawn
    ]
    return heads, {place: at for at, place in enumerate(place for group in table.groups for place in group)}


def _known(country: Country, between: str = " ") -> str:
    """Return the events of a country and how many of them were read in full."""
    return f"{theme.counted(country.event_count, 'events')},{between}{theme.number(country.whole_count)}"


def _width(table: Gaps) -> int:
    """Return the width of a column headed by a country, in pixels."""
    return max(CLOSE, min(COUNTRY, FITS // max(table.drawn, 1)))


def _group_names(table: Gaps, groups: tuple[str, str], width: int) -> list[str]:
    """Return the names of two groups, in lines as wide as the columns of each."""
    if len(table.groups) < 2:
        return []
    return [
        theme.wrapped(name, max(14, len(group) * width // 8), 2)
        for name, group in zip(groups, table.groups, strict=True)
    ]


def _above(name: str, first: int, head: int, look: Look) -> dict[str, Any]:
    """Return the name of a group above the heads of its columns."""
    return {
        "name": drawing.ABOVE,
        "text": f"<b>{name}</b>",
        "xref": "x",
        "x": first - 0.5,
        "xanchor": "left",
        "xshift": 6,
        "yref": "paper",
        "y": 1,
        "yanchor": "top",
        "yshift": head,
        "showarrow": False,
        "align": "left",
        "font": {"size": round(theme.LABEL * look.scale), "color": look.palette.ink},
    }


def _between(first: int, rows: int, look: Look) -> dict[str, Any]:
    """Return the line between two groups, left of the first column of the second."""
    return {
        "type": "line",
        "layer": "below",
        "line": {"color": look.palette.muted, "width": 1},
        **dict.fromkeys(("x0", "x1"), first - 0.5),
        "y0": -0.6,
        "y1": rows - 0.4,
    }


def _axis(look: Look, names: list[str], **options: Any) -> dict[str, Any]:
    return drawing.name_axis(
        look,
        tickmode="array",
        tickvals=list(range(len(names))),
        ticktext=names,
        automargin=False,
        **options,
    ) | {"tickfont": {"size": round(theme.SOURCE * look.scale), "color": look.palette.ink}}


def _title(table: Gaps) -> str:
    did = DID[table.role][0]
    if table.across == "year":
        return f"Events each country {did} by year, and the months without one"
    if table.most_in_need:
        return (
            f"{table.most_in_need} has the largest gaps: months since the last event each country {did}, "
            f"by {table.across}"
        )
    return f"Months since the last event each country {did}, by {table.across}"


def _marks(table: Gaps, look: Look, at: dict[int, int], *, upright: bool) -> dict[str, Any]:
    """Return the squares, country by country, each country on its line."""
    places = list(product(at, range(len(table.names))))
    codes = [_class(table, *place) for place in places]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [at[row] if upright else column for row, column in places],
        "y": [column if upright else at[row] for row, column in places],
        "marker": {
            "symbol": "square",
            "size": round((ROW - 5 if table.across != "year" else YEAR - 3) * look.scale),
            "color": [_fill(look, code) for code in codes],
            "opacity": 1,
            "line": {"width": 1, "color": [_edge(look, code) for code in codes]},
        },
        "text": [_text(table, *place) for place in places],
        "textfont": {
            "size": round(theme.SOURCE * look.scale),
            "color": [_ink(look, code) for code in codes],
        },
        "customdata": [_pick(table, *place) for place in places],
        "hovertext": [_hover(table, *place) for place in places],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _class(table: Gaps, row: int, column: int) -> int:
    """Return the class of a cell; a year with events is no gap."""
    return 0 if table.across == "year" and table.events[row, column] else int(table.classes[row, column])


def _fill(look: Look, code: int) -> str:
    if code == NEVER:
        return look.palette.page
    return look.palette.unknown if code == UNKNOWN else look.palette.sequence[STEPS[code]]


def _edge(look: Look, code: int) -> str:
    return look.palette.ink if code == NEVER else _fill(look, code)


def _ink(look: Look, code: int) -> str:
    """Return the colour of a text that reads on its square."""
    if code == NEVER:
        return look.palette.ink
    return DARK_INK if code == UNKNOWN else ink(look, STEPS[code])


def ink(look: Look, step: int) -> str:
    """Return the colour of a text that reads on a step of the sequence other than its middle."""
    return LIGHT_INK if (step >= 3) == (look.palette is theme.LIGHT) else DARK_INK


def _text(table: Gaps, row: int, column: int) -> str:
    months, events = int(table.months[row, column]), int(table.events[row, column])
    if table.across == "year":
        return (
            theme.number(events)
            if events
            else "–"
            if months == NEVER
            else f"{months}m"
            if months >= 0
            else "?"
        )
    if months < 0:
        return "never" if months == NEVER else "?"
    return f"{months}{'+' if table.at_least[row, column] else ''}"


def _pick(table: Gaps, row: int, column: int) -> str:
    if not table.events[row, column]:
        return ""
    who, id_ = f"{table.role}:{table.countries[row].iso3}", list(table.names)[column]
    return who if id_ == ANY else f"{who},{table.across}:{id_}"


def _hover(table: Gaps, row: int, column: int) -> str:
    name, head = table.countries[row].name, list(table.names.values())[column]
    months, events = int(table.months[row, column]), int(table.events[row, column])
    date = theme.day(table.dates[row * len(table.names) + column])
    near = "at least " if table.at_least[row, column] else ""
    if months == NEVER:
        said = "no event in these records" if table.across != "year" else "no event so far in these records"
    elif months == UNKNOWN:
        said = f"{theme.counted(events, 'events')}, none with a known year"
    else:
        said = (
            f"{theme.counted(events, 'events')}<br>last: {date}, {near}{theme.number(months)} months before"
        )
    return f"<b>{theme.wrapped(name, 50)}</b><br>{theme.wrapped(head, 50)}<br>{said}"


def _legend(table: Gaps, look: Look) -> list[tuple[str, str]]:
    """Return the classes in words, "never" apart from them, and grey where it occurs."""
    limits, year = table.limits, table.across == "year"
    names = [
        f"{'events, or ' if year else ''}under {limits[0]} months",
        *(f"{low}–{high - 1}" for low, high in pairwise(limits)),
        f"{limits[-1]} and more",
    ]
    classes = [(name, look.palette.sequence[step]) for name, step in zip(names, STEPS, strict=True)]
    never = "none so far (–)" if year else f"never in these records{' and this period' if table.cut else ''}"
    grey = [("date not known (?)", look.palette.unknown)] if (table.months == UNKNOWN).any() else []
    return [*classes, (never, look.palette.page), *grey]


def _why(table: Gaps) -> str:
    """Return by which figures the first country has larger gaps than the second; empty where none is first."""
    if table.across == "year" or not table.most_in_need:
        return ""
    kinds = {NEVER: "never", len(table.limits): f"{table.limits[-1]} months and more"}
    kinds |= {
        place: f"{low}–{high - 1} months" for place, (low, high) in enumerate(pairwise(table.limits), 1)
    }
    asked = [NEVER, *range(len(table.limits), 0, -1)]
    counts = [[int((row == kind).sum()) for kind in asked] for row in table.classes[:2]]
    differ = next(place for place in range(len(asked)) if counts[0][place] != counts[1][place])
    told = [
        f"{country.name} ({', '.join(f'{kinds[asked[place]]}: {count[place]}' for place in range(differ + 1))})"
        for country, count in zip(table.countries, counts, strict=False)
    ]
    return f"Largest gaps: most squares of never, then of {kinds[len(table.limits)]}, and so on. {', '.join(told)}."


def _notes(table: Gaps) -> list[str]:
    day = theme.day(table.until.isoformat()) if table.until else ""
    end = "the end of the period" if table.cut else "the newest event in the records"
    ends = f"In each year months count to its end, in the last to {day}, {end}."
    counted = ends if table.across == "year" else f"Months count back from {day}, {end}."
    more = len(table.countries) - table.drawn
    return [
        _why(table),
        counted if day else "No event has a known date, so no months can be counted.",
        RECORDED,
        _at_least(table),
        f"Without a known year, so without months: {theme.counted(table.undated, 'events')}."
        if table.undated
        else "",
        f"{theme.number(more)} more countries are in the numbers." if more else "",
    ]


def _at_least(table: Gaps) -> str:
    """Return what a sign of addition behind months means, by the most of them that have one; empty where none has."""
    drawn = [place for group in table.groups for place in group]
    coarse = table.at_least[drawn] & (table.months[drawn] >= 0)
    if table.across == "year" or not coarse.any():
        return ""
    most = theme.number(int(table.months[drawn][coarse].max()))
    return f"{most}+ means at least {most} months: the date is not known to the day."


def _alt(table: Gaps, title: str) -> str:
    never = int((table.months == NEVER).sum())
    return (
        f"Matrix. {title}: {len(table.countries)} countries and {len(table.names)} {ACROSS[table.across]}, "
        f"{theme.number(never)} pairs without any event in these records."
    )


def left_out(table: LeftOut, look: Look, *, us: str = "my countries") -> go.Figure:
    """Bars of events without us, and with us, of countries that others invite, those we never met first.

    `us` is what our countries are called.
    """
    rows = table.rows[:MOST]
    names = [theme.wrapped(row["name"]) for row in rows]
    title = _left_out_title(table, us)
    most = max([row["without"] + row["together"] for row in rows], default=1)
    blue, pale = look.palette.categories[0], look.palette.categories[3]
    said = ["without us", "with us"]
    return drawing.figure(
        look,
        title=title,
        data=[
            _part(rows, look, table, part="without", colour=blue),
            _part(rows, look, table, part="together", colour=pale),
        ],
        height=BAR * max(len(rows), 2),
        left=LABELS,
        alt=_left_out_alt(table, title),
        note=_left_out_note(table, us),
        legend=list(zip(said, (blue, pale), strict=True)),
        wide=True,
        compares=drawing.ONE,
        layout={
            "barmode": "stack",
            "bargap": 0.32,
            "xaxis": drawing.value_axis(look, showticklabels=False, showgrid=False, range=[0, most * 1.35]),
            "yaxis": _axis(look, names, range=[max(len(rows), 2) - 0.5, -0.5]),
        },
    )


def _part(
    rows: list[dict[str, Any]], look: Look, table: LeftOut, *, part: str, colour: str
) -> dict[str, Any]:
    """Return one part of every bar; the numbers stand behind the second."""
    last = part == "together"
    return {
        "type": "bar",
        "orientation": "h",
        "name": "with us" if last else "without us",
        "x": [row[part] for row in rows],
        "y": list(range(len(rows))),
        "text": [_told(row) if last else "" for row in rows],
        "textposition": "outside",
        "textfont": {"size": round(theme.LABEL * look.scale), "color": look.palette.ink},
        "cliponaxis": False,
        "marker": {"color": colour, "line": {"width": 0}},
        "customdata": ["" if table.by_organisers else f"{table.role}:{row['iso3']}" for row in rows],
        "hovertext": [
            f"<b>{theme.wrapped(row['name'], 50)}</b><br>{_told(row)}<br>last without us: {theme.day(row['last_date'])}"
            for row in rows
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "unselected": {"marker": {"opacity": 1}},
    }


def _told(row: dict[str, Any]) -> str:
    together = f"{theme.number(row['together'])} with us" if row["together"] else "never with us"
    return f"{theme.number(row['without'])}, {together}"


def _left_out_title(table: LeftOut, us: str) -> str:
    regions = table.regions if len(table.regions) < 3 else (f"{len(table.regions)} regions",)
    where = f"Countries of {' and '.join(regions) or 'no region'} that {DID[table.role][1]} events"
    if table.by_organisers:
        return f"{where} of other organisers, and of ours"
    return f"{where} without any of {us}"


def _left_out_note(table: LeftOut, us: str) -> str:
    us = "the organisers chosen as filter" if table.by_organisers else us
    more = len(table.rows) - MOST
    return " ".join(
        part
        for part in (
            f"“Us” means {us}; those never with us come first.",
            "Events that name no organiser stand on neither side." if table.by_organisers else "",
            ""
            if table.by_organisers
            else "With an organiser chosen as filter, it is compared with all others.",
            "These countries are all of their subregion, so the wider region stands here."
            if table.wider
            else "",
            f"{theme.number(more)} more countries are in the numbers." if more > 0 else "",
            f"The regions are {', '.join(table.regions)}." if len(table.regions) > 2 else "",
            f"{theme.number(table.none_count)} of the region stand in no event here."
            if table.none_count
            else "",
        )
        if part
    )


def _left_out_alt(table: LeftOut, title: str) -> str:
    never = sum(not row["together"] for row in table.rows)
    if not table.rows:
        return f"Bar chart. {title}: 0 countries."
    first = table.rows[0]
    return (
        f"Bar chart. {title}: {len(table.rows)} countries, {never} never with us. "
        f"First: {first['name']}, {_told(first)}."
    )
