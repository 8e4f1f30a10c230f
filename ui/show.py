"""A figure beside its numbers: heading, chart, note, what was clicked in it, the table and its file."""

from __future__ import annotations

import html
import math
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from analysis import listing
from analysis.counts import OTHER, Counted
from analysis.crossed import Crossed
from analysis.index import Index
from analysis.lanes import Lanes
from analysis.places import Played
from analysis.selection import Selection, picked
from analysis.sides import SECOND, called
from charts import drawing, maps, screen, sides, theme
from charts.picked import readable
from exports import csv
from ui import address, files, frame, labels
from ui.tables import BESIDE, HEADINGS, SIDE_GROUP, Table, draw, plain
from view import NONE, ROLES, View

BASE_MAP = "app/static/base_map/"
"""Where the browser finds the shapes of countries: on our own host."""

WIDE = 640
"""Width under which a chart is scrolled sideways rather than squeezed, in pixels; the style sheet holds it too."""

PRESENTED = 900
"""The same while presenting, where type is as large as a projector asks for; static/present.css holds it too."""

LISTED = 8
"""Events listed under a chart before the rest is left to the Events page."""


def show(figure: go.Figure, table: Table, beside: Table | None = None, *, strip: str = "") -> None:
    """Draw a figure with its heading, note and numbers; `strip` is a line right under it (what a map leaves out).

    `beside` is the table of the second side of a comparison.
    """
    run = frame.current()
    run.drawn += 1
    if run.view.present and run.drawn - run.beside != frame.screen_of(run):
        return
    figure = _on_screen(_compared(readable(figure, run.look.palette)))
    number, layout = run.drawn, figure.to_dict()["layout"]
    meta = layout["meta"]
    with st.container(key=f"chart_{number}", gap=None):
        st.html(_heading(meta, presenting=run.view.present))
        with st.container(key=f"figure_{number}{_shape(layout)}", gap=None):
            _plot(figure, number, layout)
        if wide := _wide(layout):
            st.html(
                f'<div class="box"><p class="sideways" style="--wide: {wide}px">'
                "Wider than this window: scroll it sideways.</p></div>"
            )
        if strip:
            st.html(f'<p class="strip">{html.escape(strip)}</p>')
        note = " ".join(part for part in (meta["note"], _silent(figure)) if part)
        if note:
            st.html(f'<p class="note">{html.escape(note)}</p>')
        if not run.view.present:
            _picked(run, number)
            _numbers(number, meta, table, beside)


def _wide(layout: dict[str, Any]) -> int:
    """Return the width under which a figure is scrolled sideways, in pixels; 0 for one that is squeezed instead."""
    if frame.current().view.present:
        return PRESENTED
    return layout.get("width") or (WIDE if layout["meta"]["wide"] else 0)


def _on_screen(figure: drawing.Drawn) -> drawing.Drawn:
    """Return a figure that fits one screen while presenting, where it grows no larger than it would be."""
    run = frame.current()
    if not run.view.present:
        return figure
    fitting = screen.fitted(figure, frame.part_of(run))
    run.part, run.parts = fitting.part, max(run.parts, fitting.parts)
    if fitting.height:
        st.html(f"<style>:root {{ --own: {fitting.height}px; }}</style>")
    return fitting.figure


def _compared(figure: drawing.Drawn) -> drawing.Drawn:
    """Return a figure that says what it is compared with, where both sides stand in it."""
    look, given = frame.current().look, figure.to_dict()
    meta = given["layout"]["meta"]
    if meta["compares"] != drawing.BOTH:
        return figure
    said = sides.filters(look, meta["filters"])
    title = given["layout"]["title"]
    layout = {
        **given["layout"],
        "title": {**title, "subtitle": {**title["subtitle"], "text": theme.wrapped(said, 120, 1)}},
        "meta": {**meta, "filters": said},
    }
    return drawing.Drawn(**{**given, "layout": layout})


def _silent(figure: go.Figure) -> str:
    """Return that marks lead nowhere, where those of other charts list their events."""
    marks = [mark for trace in figure.to_dict()["data"] for mark in trace.get("customdata", ())]
    silent = marks and not any(marks) and not frame.current().view.present
    return "A click in this chart lists no events." if silent else ""


def _shape(layout: dict[str, Any]) -> str:
    """Return the end of the key by which the style sheet knows how a figure takes its room."""
    meta = layout["meta"]
    cut = "".join(f"_{what}{lines}" for what, lines in meta["cut"].items() if lines)
    if layout.get("height") is None:
        return f"{cut}_fills"
    return f"{cut}_wide" if meta["wide"] else cut


def _heading(meta: dict[str, Any], *, presenting: bool) -> str:
    level = "h1" if presenting else "h2"
    legend = "".join(
        f'<ul class="legend">{"".join(_entry(*entry) for entry in line)}</ul>'
        for line in drawing.legend_lines(meta["legend"])
    )
    return (
        f'<div class="chart-head"><{level}>{html.escape(meta["heading"])}</{level}>'
        f"<p>{html.escape(meta['filters'])}</p>{legend}</div>"
    )


def _entry(name: str, colour: str) -> str:
    """Return an entry of a legend with its swatch; one without a colour is the name of a side, which heads a line."""
    if not colour:
        return f'<li class="side">{html.escape(name)}</li>'
    sign, blank, rest = name.partition(" ")
    if blank and sign in drawing.SIGNS:
        return f'<li><span class="sign" style="color:{colour}">{sign}</span>{html.escape(rest)}</li>'
    return f'<li><span class="swatch" style="background:{colour}"></span>{html.escape(name)}</li>'


def _plot(figure: go.Figure, number: int, layout: dict[str, Any]) -> None:
    run, meta = frame.current(), layout["meta"]
    version = run.index.tables.data_version
    name = csv.file_name(meta["heading"], meta["filters"], version, options=_options(run))
    st.plotly_chart(
        figure,
        width=layout.get("width") or "stretch",
        height="content" if layout.get("height") else "stretch",
        theme=None,
        key=f"plot_{number}",
        on_select=partial(_clicked, number),
        selection_mode="points",
        config={
            "topojsonURL": BASE_MAP,
            "displaylogo": False,
            "scrollZoom": False,
            "modeBarButtons": [["toImage"]],
            "displayModeBar": False if meta["empty"] else "hover",
            "toImageButtonOptions": {"format": "png", "filename": name, **_picture(meta["picture"])},
            "responsive": True,
        },
        alt=meta["alt"],
    )


OPTIONS = {
    "map": ("role", "preset", "cities"),
    "country": ("role", "peers"),
    "meetings": ("role", "order", "preset"),
    "funders": ("body", "apart"),
    "gaps": ("limits",),
    "series": ("role",),
}
"""Choices on a page, by its name in the address, that not every heading or line of filters says."""


def _options(run: frame.Run) -> str:
    """Return the choices on the page for the name of a file: "order cluster preset europe"."""
    chosen = run.view.to_address()
    named = [name for name in OPTIONS.get(run.page.slug, ()) if name in chosen]
    return " ".join(f"{name} {chosen[name]}" for name in named)


SHRUNK = 0.9
"""How much smaller than on the page a figure with many rows is drawn at most; one with more is larger than a slide."""


def _picture(size: dict[str, int]) -> dict[str, float]:
    """Return the size a picture is drawn in and its scale, at which it has 1920 x 1080 points or as many as it needs.

    Its type is thus as large as the height of the figure allows.
    """
    return {**size, "scale": max(math.ceil(1080 / size["height"] * 1e6) / 1e6, SHRUNK)}


def _clicked(number: int) -> None:
    """Put what was clicked in a chart into the address; nothing clicked takes it out."""
    state = st.session_state.get(f"plot_{number}") or {}
    points = state.get("selection", {}).get("points", [])
    written = next((point["customdata"] for point in points if point.get("customdata")), "")
    written = written[0] if isinstance(written, list) else written
    pairs = tuple(tuple(part.split(":", 1)) for part in str(written).split(",") if ":" in part)
    address.change(pick=(("chart", str(number)), *pairs) if pairs else ())


def _picked(run: frame.Run, number: int) -> None:
    """Show the events behind what was clicked in this chart; links lead to those of the side that was clicked."""
    pick = run.view.pick
    if ("chart", str(number)) not in pick:
        return
    inside = picked(run.selection, pick)
    said = html.escape(said_pick(run.selection, pick, sides=run.look.sides))
    events, view = theme.counted(inside.count, "events"), inside.view
    with st.container(key=f"jump_{number}"):
        st.html(
            f'<p class="jump"><a href="#picked-{number}"><b>{said}</b>, {events}: the list is below ↓</a></p>'
        )
    with st.container(key=f"picked_{number}", border=True):
        st.html(
            f'<p class="picked" id="picked-{number}" role="status" tabindex="-1"><b>{said}</b>: {events} behind it</p>'
        )
        event_links(inside, most=LISTED)
        with st.container(horizontal=True, vertical_alignment="center"):
            narrower = narrowed_view(run.index, view, pick)
            if narrower is not None:
                st.button("Filter by this", key=f"narrow_{number}", on_click=address.write, args=(narrower,))
            for code, name in _countries(run.index, pick).items():
                link("Country", f"All on {name}", replace(view, country=code, pick=()))
            kept = tuple(pair for pair in pick if pair[0] not in PLACES)
            link("Events", f"All in the table ({events})", replace(view, pick=kept))
            st.button(
                "Close", key=f"close_{number}", type="tertiary", on_click=address.change, kwargs={"pick": ()}
            )


def _countries(index: Index, pick: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Return the countries among what was clicked, ISO3 -> name."""
    codes = [code for dimension, code in pick if dimension in ROLES and code != NONE]
    made = index["there"]
    return {code: made.labels[made.code[code]] for code in codes if code in made.code}


PLACES = ("chart", "side")
"""What of a pick says where was clicked, and not on what."""


def said_pick(
    selection: Selection, pick: Sequence[tuple[str, str]], *, sides: tuple[str, str] = ("", "")
) -> str:
    """Return what was clicked in words: "Topic: child trafficking, Year: 2019", after the side where it tells one.

    Two values of one dimension are a pair: "Kazakhstan and Tajikistan".
    """
    told = ", ".join(_pairs(said) for said in _clicked_on(selection, pick).items())
    side = called(sides).get(dict(pick).get("side", ""), "")
    return f"{side}: {told}" if side and told else told


def _pairs(said: tuple[str, list[str]]) -> str:
    noun, names = said
    return f"{noun}: {names[0]}" if noun and len(names) == 1 else " and ".join(names)


def _clicked_on(selection: Selection, pick: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    """Return the names of what was clicked by what they are, events by nothing."""
    said: dict[str, list[str]] = {}
    for dimension, code in pick:
        if dimension == "event":
            place = selection.index.places.get(code)
            title = str(selection.index.tables["events"]["title"].iloc[place]) if place is not None else code
            said.setdefault("", []).append(title)
        elif dimension in selection.index.dimensions:
            made = selection.index[dimension]
            label = made.labels[made.code[code]] if code in made.code else code
            noun = theme.DIMENSIONS.get(dimension) or f"country that {theme.ROLES.get(dimension, dimension)}"
            said.setdefault(f"{noun[0].upper()}{noun[1:]}", []).append(label)
    return said


FILTER_OF = {
    "topic": "topics",
    "audience": "audiences",
    "format": "formats",
    "organiser": "organisers",
    "organiser_top": "organisers",
    "funder_body": "funders",
    "funder_body_top": "funders",
}


def narrowed_view(index: Index, view: View, pick: Sequence[tuple[str, str]]) -> View | None:
    """Return the view filtered by what was clicked, None where no filter can say just that."""
    changed = replace(view, pick=())
    for dimension, code in pick:
        if dimension in PLACES:
            continue
        filter_ = FILTER_OF.get(dimension, "countries" if dimension == view.role and code != NONE else "")
        offices = dimension in ("funder_body", "organiser") and len(index.below.get(code, ())) > 1
        if dimension in ("year", "month") and code != NONE and len(view.start) < 5 and len(view.end) < 5:
            changed = replace(changed, start=code, end=code, undated=False)
        elif filter_ and not offices and getattr(changed, filter_) in ((), (code,)):
            changed = changed.with_code(filter_, code)
        else:
            return None
    return changed


def _numbers(number: int, meta: dict[str, Any], table: Table, beside: Table | None) -> None:
    """Draw the table behind a figure and its file, once the reader opens them."""
    numbers = st.expander("Numbers and CSV", key=f"numbers_{number}", on_change="rerun", type="compact")
    if not numbers.open:
        return
    shown = numbers_of(_whole(table), None if beside is None else _whole(beside))
    run = frame.current()
    with numbers:
        draw(shown, run.index, run.view, alt=f"Numbers of: {meta['heading']}")
        download(shown, meta["heading"], key=f"csv_{number}", filters=meta["filters"], note=together(table))


def _whole(table: Table) -> Table:
    """Return a table with a row for every value, where its chart draws several as one."""
    return table.whole() if isinstance(table, Counted) and table.whole is not None else table


def together(table: Table) -> str:
    """Return what a table leaves out or holds as one, as its chart does."""
    if isinstance(table, Lanes):
        at_most = theme.counted(table.least, "events")
        left = [
            f"{table.more} more with at most {at_most} each" if table.more else "",
            f"{theme.counted(table.undated, 'events')} without a known year" if table.undated else "",
            f"{theme.counted(table.earlier, 'events')} earlier" if table.earlier else "",
        ]
        return f"as in the chart, left out: {', '.join(filter(None, left))}" if any(left) else ""
    if isinstance(table, Played) and table.undated:
        return f"as in the chart, left out: {theme.counted(table.undated, 'events')} without a known year"
    if not isinstance(table, Crossed):
        return ""
    names = [names[OTHER] for names in (table.row_names, table.column_names) if OTHER in names]
    return f"as in the chart, with {' and '.join(names)} counted together" if names else ""


def numbers_of(table: Table, beside: Table | None) -> pd.DataFrame:
    """Return the numbers of a chart as they are shown and handed out, those of both sides of a comparison."""
    return _sided(plain(table)) if beside is None else _both(plain(table), plain(beside))


def download(
    table: pd.DataFrame | Callable[[], pd.DataFrame],
    heading: str,
    *,
    key: str,
    filters: str = "",
    note: str = "",
    label: str = "Download CSV",
) -> None:
    """Draw the button that hands out a table as CSV, with heading, filters and data version in its first lines.

    `filters` says what was left in, where it is not what the view's filters leave in on both sides; `note` is what
    the rows do not tell by themselves.
    """
    run = frame.current()
    version, said = run.index.tables.data_version, filters or sides.filters(run.look)
    about = {"title": heading, "filters": said, **({"rows": note} if note else {})}
    about |= {"data version": version, "source": frame.ATLAS}
    files.button(
        label,
        lambda: csv.written(table() if callable(table) else table, about),
        name=f"{csv.file_name(heading, said, version, options=_options(run))}.csv",
        key=key,
    )


def _both(first: pd.DataFrame, second: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of both sides of a comparison, each with the name of its side."""
    named = [
        table.assign(side=side)
        for table, side in zip((first, second), frame.current().look.sides, strict=True)
    ]
    return pd.concat(named, ignore_index=True)


def _sided(shown: pd.DataFrame) -> pd.DataFrame:
    """Return a table whose columns of two sides are headed by their names, and whose rows tell theirs by name."""
    first, second = frame.current().look.sides
    named = called((first, second))
    shown = shown.assign(
        **{name: shown[name].replace(named) for name in ("side", HEADINGS[SIDE_GROUP]) if name in shown}
    )
    if BESIDE not in shown:
        return shown
    columns = list(shown)
    own = columns[columns.index(BESIDE) - 1]
    return shown.rename(columns={own: f"{own}: {first}", BESIDE: f"{own}: {second}"})


Picture = tuple[go.Figure, Table, str]
"""A figure, its table and the line right under it."""


def show_beside(*pictures: Picture) -> None:
    """Draw one picture, or those of two sides in one scale beside each other.

    On a narrow window the second stands under the first; while presenting both share a screen.
    """
    if len(pictures) == 1:
        show(pictures[0][0], pictures[0][1], strip=pictures[0][2])
    else:
        _show_sides(st.columns(len(pictures), gap="medium"), pictures)


def show_below(*pictures: Picture) -> None:
    """Draw one picture, or those of two sides in one scale under each other; while presenting both share a screen."""
    if frame.current().view.present or len(pictures) == 1:
        show_beside(*pictures)
    else:
        _show_sides([st.container() for _ in pictures], pictures)


def _show_sides(places: Sequence[AbstractContextManager[Any]], pictures: Sequence[Picture]) -> None:
    for place, picture, side in zip(places, pictures, sides.ORDER, strict=True):
        frame.current().beside += side == SECOND
        figure, table, strip = picture
        with place:
            show(sides.whole(figure, side), table, strip=strip)


def second(look: theme.Look) -> theme.Look:
    """Return the look of the second side of a comparison, with filters of its own."""
    return replace(look.turned(), filters=frame.current().other_filters)


def show_map(
    table: Counted,
    beside: Counted | None,
    look: theme.Look,
    *,
    also: str = "",
    preset: str = "world",
    cities: Counted | None = None,
    cities_beside: Counted | None = None,
) -> None:
    """Draw a map of countries with the line under it; two maps in one scale where something is compared."""
    own = maps.by_country(
        table, look, preset=preset, cities=cities, beside=beside, cities_beside=cities_beside
    )
    pictures = [(own, maps.listed(table, preset), _map_strip(table, preset, cities) + also)]
    if beside is not None:
        other = maps.by_country(
            beside, second(look), preset=preset, cities=cities_beside, beside=table, cities_beside=cities
        )
        pictures.append(
            (other, maps.listed(beside, preset), _map_strip(beside, preset, cities_beside) + also)
        )
    show_beside(*pictures)


def _map_strip(table: Counted, preset: str, cities: Counted | None) -> str:
    """Return the line under a map, with what it says of host cities where they are drawn."""
    return maps.strip(table, preset) + ("" if cities is None else maps.cities_strip(cities, preset))


def event_links(selection: Selection, *, most: int) -> None:
    """List the newest events of a selection, each a link to all its facts."""
    view = selection.view
    for event in listing.headlines(selection, most=most):
        where = ", ".join(part for part in (event.city, event.host_country) if part)
        dates = theme.period(event.start_date, event.end_date)
        said = " · ".join(part for part in (dates, event.title or event.event_id, where) if part)
        link("Events", said, replace(view, event=event.event_id, pick=()))


def link(title: str, label: str, view: View) -> None:
    """Draw a link to a page under a view."""
    place = next(place for place, page in enumerate(frame.PAGES) if page.title == title)
    st.page_link(frame.current().targets[place], label=labels.plain(label), query_params=view.to_address())


def row(count: int) -> list[AbstractContextManager[Any]]:
    """Return columns that stand side by side on a wide window and under each other on a narrow one."""
    presenting = frame.current().view.present
    return [st.container() for _ in range(count)] if presenting else list(st.columns(count, gap="medium"))


def more(title: str) -> None:
    """Draw the link from a chart of the overview to the page that says more."""
    run = frame.current()
    if not run.view.present:
        link(title, f"{title} in full →", replace(run.view, pick=()))


def newest(selection: Selection, other: Selection | None = None, *, most: int = 6) -> None:
    """List the newest events of a selection, and of one it is compared with, each a link to all its facts."""
    run = frame.current()
    if run.view.present:
        return
    with st.container(key="newest", gap=None):
        if other is None:
            _newest(selection, "Newest events", most)
            return
        for column, side, name in zip(row(2), (selection, other), run.look.sides, strict=True):
            with column:
                _newest(side, f"Newest events: {name}", most)


def _newest(selection: Selection, heading: str, most: int) -> None:
    st.html(f'<div class="chart-head newest"><h2>{html.escape(heading)}</h2></div>')
    event_links(selection, most=most)
    every = f"All in the table ({theme.counted(selection.count, 'events')}) →"
    link("Events", every, replace(selection.view, pick=()))


def flow_links(table: Crossed, *, most: int = 10) -> None:
    """List the widest bands of a flow, each a link to its events: bands send no click."""
    run = frame.current()
    if run.view.present:
        return
    shown = [cell for cell in table.cells if cell[2] and OTHER not in cell]
    widest = sorted(shown, key=lambda cell: -cell[2])[:most]
    with st.container(key="flows", gap=None):
        st.html('<p class="note">The widest bands, each a link to its events:</p>')
        for row_, column, count in widest:
            pick = ((table.rows, row_), (table.columns, column))
            names = f"{table.row_names[row_]} → {table.column_names[column]}"
            said = f"{names}: {theme.counted(count, table.unit)}"
            link("Events", said, replace(run.view, pick=pick))
