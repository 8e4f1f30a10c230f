"""The pickers of a recurring event or programme, and the tables that open one of them or one of its editions."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

import numpy as np
import pandas as pd
import streamlit as st

from analysis import listing
from analysis.index import Index
from analysis.programmes import Programme
from analysis.selection import Selection
from analysis.series import Edition, Editions, Listed, towns
from analysis.sides import called, side_of
from charts import theme
from charts.theme import Look
from ui import address, change, frame
from ui.show import download
from ui.tables import height
from view import View

PICKERS = {"series": "Recurring event", "programme": "Programme"}
"""Fields of the view and what is picked by them."""

ALL = {"series": "all recurring events", "programme": "all programmes"}


def pickers(events: Selection) -> None:
    """Draw the pickers of a recurring event and of a programme; to pick one lets the other go."""
    for name in PICKERS:
        _picker(name, events)


def _picker(name: str, events: Selection) -> None:
    key, view = f"option_{name}", events.view
    chosen = getattr(view, name) if name == "series" or not view.series else ""
    if st.session_state.get(key) != chosen:
        st.session_state[key] = chosen
    if view.present:
        return
    said = offered(events.index, name)
    st.selectbox(
        PICKERS[name],
        ["", *said],
        key=key,
        format_func=lambda id_: said.get(id_, ALL[name]),
        filter_mode="contains",
        on_change=_chosen,
        args=(name, key),
        width=420,
    )


def _chosen(name: str, key: str) -> None:
    address.change(**{**dict.fromkeys(PICKERS, ""), name: st.session_state[key]})


def offered(index: Index, name: str) -> dict[str, str]:
    """Return names by id of the recurring events or programmes that any event belongs to, in order of the alphabet.

    The cities that hosted it stand behind its name, so that the picker finds it by them too.
    """
    made, hosts = index[name], towns(index, name)
    stated = zip(made.ids[:-1], made.labels[:-1], made.occurs[:-1].tolist(), strict=True)
    named = (
        (id_, f"{label} ({', '.join(hosts[id_])})" if hosts[id_] else label)
        for id_, label, occurs in stated
        if occurs
    )
    return dict(sorted(named, key=lambda pair: pair[1].casefold()))


def begin(look: Look) -> Look:
    """Return the look of the page's figures, which names the recurring event or programme before the filters."""
    run = frame.current()
    name = next((name for name in PICKERS if getattr(run.view, name)), "")
    if name:
        made, id_ = run.index[name], getattr(run.view, name)
        run.look = replace(look, filters=f"{PICKERS[name]}: {made.labels[made.code[id_]]}; {look.filters}")
    return run.look


def head(found: Editions) -> None:
    """Draw the name of a recurring event, its editions in a sentence, and the table of them."""
    if frame.current().view.present:
        return
    st.html(
        f'<div class="chart-head newest"><h2>{html.escape(found.name)}</h2><p>{_summary(found)}</p></div>'
    )
    if not found.all:
        return
    heading = "Editions in order"
    table = pd.DataFrame([_row(edition) for edition in reversed(found.all)])
    _opening(table, alt=heading, key="editions_table")
    download(table.drop(columns="open"), heading, key="csv_editions")


def _opening(table: pd.DataFrame, *, alt: str, key: str) -> None:
    """Draw a table of events, each a link to all its facts."""
    st.dataframe(
        table,
        hide_index=True,
        width="stretch",
        height=height(len(table), 420),
        placeholder="–",
        column_config={"open": st.column_config.LinkColumn("Open", display_text="Open", width="small")},
        alt=alt,
        key=key,
    )


def _summary(found: Editions) -> str:
    """Return how many editions there are, from when to when, who hosted and who paid."""
    if not found.held:
        return "None of its editions is among the events the filters leave."
    years = [edition.year for edition in found.held if edition.year]
    span = f" from {years[0]} to {years[-1]}" if len(set(years)) > 1 else f" of {years[0]}" if years else ""
    missing = f"; numbers in no record: {theme.number(found.missing)}" if found.missing else ""
    hosts, funders = (_named(found.held, what) for what in ("hosts", "funders"))
    count = theme.number(len(found.held))
    return html.escape(
        f"{count} {'edition' if len(found.held) == 1 else 'editions'} in the records{span}{missing}. "
        f"Hosts: {hosts or 'not told'}. Funders: {funders or 'none stated'}."
    )


def _named(held: Sequence[Edition], what: str) -> str:
    names = [name for edition in held for name in getattr(edition, what).split("; ") if name]
    return ", ".join(dict.fromkeys(names))


def _row(edition: Edition) -> dict[str, object]:
    people = "" if edition.people is None else theme.number(edition.people)
    sides = dict(zip(("first", "second"), frame.current().look.sides, strict=True))
    side = {"side": sides.get(edition.side, edition.side)} if frame.current().view.compares else {}
    return {
        **side,
        "open": _event(edition.event_id) if edition.event_id else None,
        "edition": edition.number or "no number",
        "dates": "in no record" if edition.missing else theme.period(edition.start_date, edition.end_date),
        "place": ", ".join(part for part in (edition.city, edition.hosts) if part),
        "countries": "" if edition.missing else str(edition.countries) if edition.tells else "not told",
        "people": f"about {people}" if edition.approximate and people else people,
        "organisers": edition.organisers,
        "funders": edition.funders,
    }


def _event(event_id: str) -> str:
    return _link("events", replace(frame.current().view, event=event_id, pick=()))


def _link(slug: str, view: View) -> str:
    return f"/{slug}?{urlencode({'v': '1'} | view.to_address())}"


def programme_head(found: Programme, other: Programme | None) -> None:
    """Draw the name of a programme with its events and years in a sentence, and those of a second side."""
    if frame.current().view.present:
        return
    years = [row["name"] for row in found.per_year.rows]
    span = f", {years[0]}–{years[-1]}" if len(years) > 1 else f", {years[0]}" if years else ""
    said = f"{theme.counted(found.events.count, 'events')} of it among those the filters leave{span}."
    said += f" {change.total(found.events, None if other is None else other.events)}"
    st.html(
        f'<div class="chart-head newest"><h2>{html.escape(found.name)}</h2><p>{html.escape(said)}</p></div>'
    )


def programme_events(found: Programme, other: Programme | None) -> None:
    """Draw the table of the events of a programme, newest first, those of a second side among them."""
    if frame.current().view.present:
        return
    heading = "Events of the programme"
    table = pd.DataFrame(_events(found, other))
    st.html(f'<div class="chart-head newest"><h2>{heading}</h2></div>')
    if not len(table):
        st.html('<p class="note">None among the events the filters leave.</p>')
        return
    _opening(table, alt=heading, key="programme_table")
    download(table.drop(columns="open"), f"{heading}: {found.name}", key="csv_programme")


def _events(found: Programme, other: Programme | None) -> list[dict[str, object]]:
    """Return the events of a programme as rows to read, newest first; of two sides each with the side it is of."""
    held = [side.events for side in (found, other) if side is not None]
    either = replace(found.events, bits=np.bitwise_or.reduce([side.bits for side in held]))
    names = called(frame.current().look.sides)
    places = found.events.index.places
    rows = theme.rows(listing.rows(either))
    sides = [[bool(side.mask[places[row["event_id"]]]) for side in held] for row in rows]
    return [
        {
            **({"side": names[side_of(*of)]} if other is not None else {}),
            "open": _event(row["event_id"]),
            "dates": theme.period(*(_told(row[name]) for name in ("start_date", "end_date"))),
            "title": _told(row["title"]) or row["event_id"],
            "place": ", ".join(part for part in (_told(row["city"]), _told(row["host_country"])) if part),
            "countries that took part": _told(row["countries"]),
            "organisers": _told(row["organisers"]),
            "funders": _told(row["funders"]),
        }
        for row, of in zip(rows, sides, strict=True)
    ]


def _told(value: object) -> str | None:
    return value if isinstance(value, str) else None


def listed(rows: Sequence[Listed]) -> None:
    """Draw the table of all recurring events and programmes, each a link to its own view."""
    view = frame.current().view
    if view.present or not rows:
        return
    heading = "All recurring events and programmes"
    table = pd.DataFrame([_listed(row, view) for row in rows])
    st.html(f'<div class="chart-head newest"><h2>{heading}</h2></div>')
    st.dataframe(
        table,
        hide_index=True,
        width="stretch",
        height=420,
        column_config={
            "open": st.column_config.LinkColumn("Open", display_text="Open", width="small"),
            "name": st.column_config.TextColumn("name", width="large"),
        },
        alt=heading,
        key="series_table",
    )
    download(table.drop(columns="open"), heading, key="csv_listed")


def _listed(row: Listed, view: View) -> dict[str, object]:
    chosen: dict[str, Any] = {**dict.fromkeys(PICKERS, ""), row.kind: row.id, "pick": ()}
    first, second = frame.current().look.sides
    events = {"events": row.events}
    if view.compares:
        events = {f"events: {first}": row.events, f"events: {second}": row.beside}
    return {
        "open": _link("series", replace(view, **chosen)),
        "name": row.name,
        "kind": PICKERS[row.kind].lower(),
        **events,
        "first year": row.first,
        "last year": row.last,
        "host cities": ", ".join(row.towns),
    }
