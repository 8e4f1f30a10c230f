"""The table of events and the facts of one event."""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from analysis import listing
from analysis.counts import measured
from analysis.index import Index
from analysis.selection import SECOND, Selection, picked
from charts import theme
from store import revisions
from store.as_record import record_of
from ui import add_state, address, frame, labels
from ui.show import download, said_pick
from ui.tables import height
from view import View

HEADINGS = {
    "open": "Open",
    "title": "Title",
    "start_date": "Start",
    "dates": "Dates",
    "city": "City",
    "host_country": "Host country",
    "countries": "Countries that took part",
    "organisers": "Organisers",
    "funders": "Funders",
    "topics": "Topics",
    "audiences": "Audiences",
    "format": "Format",
    "participants_total": "People",
    "end_date": "End",
    "participants_approximate": "People rounded",
    "women": "Women",
    "men": "Men",
    "event_id": "Id",
}

IN_FILE = {
    "expert_countries": "Countries that sent experts",
    "paying_countries": "Countries that paid",
    "partners": "Partners",
    "programmes": "Programmes",
    "publishers": "Publishers",
    "sources": "Sources",
    "read_in_part": "Read only in part",
}
"""Columns of the file that the table leaves to the facts of one event."""

MOST = 1_000
"""Rows a browser is sent; more are told, and are in the file."""

HINT = (
    "Newest first until a click on a heading sorts; the menu of a heading hides it or adds others. Search by the words "
    "filter."
)

SHOWN = (
    "open",
    "title",
    "dates",
    "city",
    "host_country",
    "countries",
    "organisers",
    "funders",
    "topics",
    "participants_total",
)
"""Columns shown at first; the others can be added from the table's menu."""


def table(selection: Selection, view: View) -> None:
    """Draw the events that are chosen, newest first: sortable, columns to choose, each with a link to its facts."""
    inside = _picked(selection, view)
    rows = listing.rows(inside, most=MOST)
    shown = rows.assign(open=_links(rows["event_id"], view), dates=_dates(rows))
    st.html(f'<h2 class="events-head">{_heading(inside)}</h2>')
    st.dataframe(
        shown[list(HEADINGS)],
        hide_index=True,
        lazy=True,
        height=height(len(rows), 520),
        width="stretch",
        placeholder="not stated",
        column_order=[*SHOWN],
        column_config={
            **{name: st.column_config.Column(heading) for name, heading in HEADINGS.items()},
            "open": st.column_config.LinkColumn("Open", display_text="Open", width="small", pinned=True),
            "title": st.column_config.TextColumn("Title", width="large"),
            "participants_total": st.column_config.NumberColumn("People", width="small"),
        },
        alt="Events that are chosen",
        key="events_table",
    )
    more = f"The newest {theme.number(MOST)} are listed; the file holds all. " if inside.count > MOST else ""
    st.html(f'<p class="note">{more}{HINT}</p>')
    download(
        lambda: _file(inside),
        "Events",
        key="csv_events",
        filters=_said(selection, view),
        label="Download these events as CSV",
    )


def _heading(selection: Selection) -> str:
    """Return how many events are listed, and their figure in the unit of count with the events it stands on."""
    events, unit = theme.counted(selection.count, "events"), selection.view.unit
    if unit == "events":
        return events
    figure, _, base = measured(selection, unit)
    told = theme.counted(figure, unit) if base else f"{theme.UNITS[unit].lower()} not stated"
    return f"{events}, {told} (from {theme.number(base)} of them)"


def _file(selection: Selection) -> pd.DataFrame:
    """Return all selected events as they are handed out, with what else is known of them."""
    return listing.whole(selection).rename(columns=HEADINGS | IN_FILE)


def _said(selection: Selection, view: View) -> str:
    """Return what is listed in words: the filters, and what was clicked in a chart."""
    run = frame.current()
    clicked = f"Picked: {said_pick(selection, view.pick, sides=run.look.sides)}" if view.pick else ""
    filters = run.other_filters if SECOND in view.pick and view.compares else run.look.filters
    return "; ".join(part for part in (clicked, filters) if part)


def _picked(selection: Selection, view: View) -> Selection:
    """Narrow to what was clicked in a chart, with a way to take it back."""
    if not view.pick:
        return selection
    st.button(
        f"{labels.plain(said_pick(selection, view.pick, sides=frame.current().look.sides))}  ✕",
        key="drop_pick",
        help="Taken from a chart; click to see all events of the filters again",
        on_click=address.change,
        kwargs={"pick": ()},
    )
    return picked(selection, view.pick)


def _links(ids: Iterable[str], view: View) -> list[str]:
    """Return the address of each event, under the filters of the view."""
    from urllib.parse import quote, urlencode

    rest = urlencode({"v": "1"} | replace(view, event="", pick=()).to_address())
    return [f"/events?{rest}&event={quote(id_, safe='')}" for id_ in ids]


def _dates(rows: pd.DataFrame) -> pd.Series:
    """Return the dates of events for reading, in a form whose letters sort as the dates do."""
    pairs = zip(rows["start_date"], rows["end_date"], strict=True)
    told = [sorting(*(text if isinstance(text, str) else None for text in pair)) for pair in pairs]
    return pd.Series(told, index=rows.index, dtype="str")


def sorting(start: str | None, end: str | None) -> str | None:
    """Return a period that sorts by its letters: "2019-05-30 to 06-02", "2019-05", "year unknown, 10-26 to 27"."""
    if start is None:
        return f"{end}, last day" if end else None
    told = start.replace("XXXX-", "year unknown, ")
    if end in (None, start):
        return told
    same = next((size for size in (8, 5) if start[:size] == end[:size] and len(start) == len(end) == 10), 0)
    return f"{told} to {end[same:]}"


def one_event(selection: Selection, view: View) -> None:
    """Draw all facts of the event the address names, with a link back to the table."""
    if not view.event:
        return
    found = listing.event(selection.index, view.event)
    if found is None:
        return
    with st.container(key="event", border=True):
        st.html(_facts(selection.index, found))
        with st.container(horizontal=True):
            st.button("Close this event", key="close_event", on_click=address.change, kwargs={"event": ""})
            _correction(selection.index, view.event)


def _correction(index: Index, event_id: str) -> None:
    """Draw the button that opens an event as a draft to be mended, where this reader may save."""
    if add_state.place().refusal:
        return
    if st.button(
        "Correct this event",
        key="correct_event",
        type="tertiary",
        help="Opens it as a draft under Add events; what stands now stays in its history",
    ):
        past = revisions.history(add_state.place(), "event", event_id)
        record = record_of(index.tables, event_id) or {}
        add_state.correct(event_id, record, past[0].number if past else 0)
        frame.turn_to("Add events")


def _facts(index: Index, event: listing.Event) -> str:
    facts, rows = event.facts, event.rows
    place = ", ".join(str(part) for part in (facts["city"], _country(index, facts["host_country"])) if part)
    said = [
        ("Dates", theme.period(_text(facts["start_date"]), _text(facts["end_date"]))),
        ("Coder's note", _text(facts["date_note"])),
        ("Place", place or ("online" if facts["mode"] == "online" else "not stated")),
        (
            "Format",
            " · ".join(str(part) for part in (facts["format"], facts["mode"]) if part) or "not stated",
        ),
        ("People", _people(facts)),
        ("Series", _series(index, facts)),
        *(
            (f"Countries that {theme.ROLE_PLURALS[role]}", _countries(index, rows, role))
            for role in ("participant", "expert", "funder")
        ),
        *((heading, _bodies(rows, role)) for heading, role in BODIES.items()),
        ("Programmes", list(rows["event_programmes"]["as_written"])),
        ("Topics", _named(index, rows, "topic")),
        ("Audiences", _named(index, rows, "audience")),
        ("Outcomes", list(rows["event_outcomes"]["outcome"])),
    ]
    items = "".join(f"<dt>{html.escape(term)}</dt><dd>{_listed(value)}</dd>" for term, value in said if value)
    summary = html.escape(_text(facts["summary"]) or "")
    records = [_record(row) for row in theme.rows(rows["event_records"])]
    differing = [_difference(row) for row in theme.rows(rows["event_differences"])]
    return (
        f"<h2>{html.escape(_text(facts['title']) or str(facts['event_id']))}</h2><p>{summary}</p>"
        f'<dl class="facts">{items}<dt>Sources</dt><dd>{_sources(rows["event_sources"])}</dd>'
        f"<dt>Record</dt><dd>{_listed(records)}</dd>"
        + (f"<dt>Where records differ</dt><dd>{_listed(differing)}</dd>" if differing else "")
        + "</dl>"
    )


def _record(row: dict[str, Any]) -> str:
    sheet = f", sheet {row['source_sheet']}" if isinstance(row["source_sheet"], str) else ""
    place = "row" if sheet else "line"
    return f"{row['record_id']} ({row['source_file']}{sheet}, {place} {row['source_row']})"


def _difference(row: dict[str, Any]) -> str:
    shown, other = (_text(row[name]) or "not stated" for name in ("value", "other_value"))
    return f"{str(row['field']).replace('_', ' ')}: {shown}; {row['other_file']} line {row['other_row']} says {other}"


BODIES = {
    "Organisers": "organiser",
    "Partners": "partner",
    "Funders": "funder",
    "Organisations that took part": "participant",
    "Organisations that sent experts": "expert",
}


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _listed(value: str | list[str]) -> str:
    if isinstance(value, str):
        return html.escape(value)
    return f"<ul>{''.join(f'<li>{html.escape(str(item))}</li>' for item in value)}</ul>"


def _country(index: Index, iso3: object) -> str | None:
    made = index["host"]
    return made.labels[made.code[iso3]] if isinstance(iso3, str) and iso3 in made.code else None


def _countries(index: Index, rows: dict[str, pd.DataFrame], role: str) -> str:
    table_ = rows["event_countries"]
    names = [
        _country(index, iso3) or iso3 for iso3 in dict.fromkeys(table_.loc[table_["role"] == role, "iso3"])
    ]
    return ", ".join(names) or ("none named" if role == "participant" else "")


def _bodies(rows: dict[str, pd.DataFrame], role: str) -> list[str] | str:
    table_ = rows["event_organisations"]
    names = list(dict.fromkeys(table_.loc[table_["role"] == role, "name"]))
    if role == "funder" and not names and (rows["event_countries"]["role"] == "funder").any():
        return "no body named; the countries that paid stand above"
    return names or ("not stated" if role in ("organiser", "funder") else "")


def _named(index: Index, rows: dict[str, pd.DataFrame], thing: str) -> str:
    made = index[thing]
    table_ = rows["event_topics" if thing == "topic" else "event_audiences"]
    return (
        ", ".join(made.labels[made.code[code]] for code in dict.fromkeys(table_[f"{thing}_id"]))
        or "not stated"
    )


def _people(facts: dict[str, object]) -> str:
    if facts["participants_total"] is None:
        return "not stated"
    total = f"{'about ' if facts['participants_approximate'] else ''}{facts['participants_total']}"
    parts = [f"{facts[sex]} {sex}" for sex in ("women", "men") if facts[sex] is not None]
    return f"{total} ({', '.join(parts)})" if parts else total


def _series(index: Index, facts: dict[str, object]) -> str:
    made = index["series"]
    code = facts["series_id"]
    if not isinstance(code, str):
        return ""
    number = f", edition {facts['series_number']}" if facts["series_number"] is not None else ""
    return f"{made.labels[made.code[code]]}{number}"


def _sources(table_: pd.DataFrame) -> str:
    return "<ul>" + "".join(_source(row) for row in theme.rows(table_)) + "</ul>"


def _source(row: dict[str, object]) -> str:
    url, publisher = _text(row["url"]) or "", html.escape(_text(row["publisher"]) or "publisher not told")
    named = (
        f'<a href="{html.escape(url)}" target="_blank" rel="noopener noreferrer">{publisher}</a>'
        if url.startswith(("https://", "http://"))
        else f"{publisher} {html.escape(url)}".rstrip()
    )
    published = f", {html.escape(theme.day(_text(row['published'])))}" if _text(row["published"]) else ""
    part = "; read in part" if row["partial"] else ""
    return f"<li>{named}{published}{part}</li>"
