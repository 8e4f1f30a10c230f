"""My countries: their picker, what the page of gaps selects, and the table of topics a country has not had."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from analysis.gaps import CENTRAL_ASIA, members
from analysis.neighbours import Unworked
from analysis.selection import Selection, select
from charts import sides, theme
from charts.theme import Look
from ui import address, filters, frame, names
from ui.show import download
from ui.tables import height, with_pages
from view import View, sentence

KEY = "option_mine"

MOST = 200
"""Rows of the table a browser is sent; more are told, and are in the file."""


def my_countries() -> None:
    """Draw the picker of my countries; nothing while presenting."""
    run = frame.current()
    chosen = list(run.view.mine)
    if st.session_state.get(KEY) != chosen:
        st.session_state[KEY] = chosen
    if run.view.present:
        return
    offered = _offered()
    st.multiselect(
        "My countries",
        [*offered, *(code for code in chosen if code not in offered)],
        key=KEY,
        format_func=lambda code: offered.get(code, code),
        placeholder="Central Asia, until you choose",
        help="Countries, UN regions (M49), and groups as of an organisation's members; kept in the address",
        filter_mode="contains",
        select_all=False,
        on_change=_chosen,
        width=460,
    )


def _chosen() -> None:
    address.change(mine=tuple(st.session_state[KEY]))


def _offered() -> dict[str, str]:
    known = names.labels(frame.current().index)
    return {**known["regions"], **known["countries"]}


def begin(events: Selection, look: Look) -> tuple[Selection, Groups, Look]:
    """Return the events of the page, my countries and those of a second group, and the look of its figures.

    The page leaves the filter by country aside, or it would hide the gaps: everything drawn after this, lists and
    files among it, is of the events without that filter. A second period is left aside too: months count from the
    last event to the newest, whatever periods are compared.
    """
    run = frame.current()
    view = replace(events.view, countries=(), regions=())
    own, codes = members(events.index, view.mine), (*view.other_countries, *view.other_regions)
    theirs = members(events.index, codes) if codes else ()
    told = SAME if set(own) == set(theirs) else NOBODY if codes and not theirs else ""
    codes, theirs = ((), ()) if told else (codes, theirs)
    groups = Groups(
        own,
        theirs,
        _named(view.mine or (CENTRAL_ASIA,)) if len(view.mine) < 2 else "My countries",
        _named(codes) if len(codes) < 2 else "Second group",
    )
    run.selection = select(events.index, view)
    mine, second = (_named(each) for each in (view.mine or (CENTRAL_ASIA,), codes))
    source = _source(run.selection, look)
    said = _said(run.selection, f"My countries: {mine}")
    run.look = replace(look, filters=said, source=source, sides=(mine, second) if second else ("", ""))
    if not run.view.present:
        _tell(events.view, told)
        run.view = view
    return run.selection, groups, run.look


@dataclass(frozen=True)
class Groups:
    """My countries and those of a second group (ISO3), none without one, and what both are called in short."""

    mine: tuple[str, ...]
    second: tuple[str, ...]
    name: str
    second_name: str

    @property
    def all(self) -> tuple[str, ...]:
        """The countries of both, each once."""
        return tuple(dict.fromkeys((*self.mine, *self.second)))


def _named(codes: Sequence[str]) -> str:
    offered = _offered()
    return ", ".join(offered.get(code, code) for code in codes)


def second_look(events: Selection, look: Look) -> Look:
    """Return the look of a figure of the second group alone."""
    return replace(look, filters=_said(events, f"Second group: {look.sides[1]}"))


def _said(selection: Selection, whose: str) -> str:
    """Return whose countries these are, and the filters of the page, as one line."""
    view = selection.view
    rest = sentence(
        view, names.labels(selection.index), role=theme.ROLES[view.role], period=filters.period(view)
    )
    return f"{whose} ({theme.ROLES[view.role]}); {rest}"


def _source(selection: Selection, look: Look) -> str:
    """Return the source line with the events of the page."""
    events = f"{theme.number(selection.count)} of {theme.counted(len(selection.index), 'events')}"
    return f"{look.source.rpartition(', ')[0]}, {events}"


PERIODS = (
    "A second period is not compared here: months count from the last event to the end of the first period or of the "
    "records. A second group of countries is compared."
)


SAME = "The second group holds the same countries as mine: nothing is compared."
NOBODY = "The second group holds no country: nothing is compared."


def _tell(view: View, alone: str) -> None:
    """Say what is shown while nothing is chosen, and that a second period and the filter by country are left aside.

    `alone` says why a second group is not compared.
    """
    second_period = PERIODS if view.other_start or view.other_end else ""
    for note in (second_period, alone):
        if note:
            st.html(f'<p class="note">{note}</p>')
    if not view.mine:
        st.html(
            '<p class="note">No countries chosen yet, so the five of Central Asia are shown. Choose yours above: '
            "single countries, UN regions or groups; the address keeps them.</p>"
        )
    ignored = (*view.countries, *view.regions)
    if not ignored:
        return
    named = html.escape(_named(ignored))
    st.html(
        f'<p class="note">The filter by country ({named}) is left aside on this page, because it would hide the '
        "gaps. All other filters apply.</p>"
    )
    if ignored != view.mine:
        st.button(
            "Take them as my countries", key="take_filter", on_click=address.change, kwargs={"mine": ignored}
        )


def unworked(rows: Sequence[Unworked]) -> None:
    """Draw the topics that the region works on and a country does not, each row a link to the region's events."""
    run = frame.current()
    if run.view.present:
        return
    heading = "Topics the region works on and a country does not"
    with st.container(key="unworked", gap=None):
        st.html(
            f'<div class="chart-head"><h2>{heading}</h2><p>{html.escape(sides.filters(run.look))}</p></div>'
        )
        if not rows:
            st.html(
                '<p class="note">None: each of these countries has an event on every topic of its region.</p>'
            )
            return
        _table(rows, run.view, heading)


def _table(rows: Sequence[Unworked], view: View, heading: str) -> None:
    run = frame.current()
    table = pd.DataFrame([_cells(row, view) for row in rows])
    linked, pages = with_pages(table[:MOST], run.index, view)
    st.dataframe(
        linked,
        hide_index=True,
        width="stretch",
        height=height(len(linked), 420),
        column_config={
            "open": st.column_config.LinkColumn("Open", display_text="Events", width=70),
            **pages,
            **{name: st.column_config.Column(label, width=width) for name, (label, width) in COLUMNS.items()},
        },
        alt=heading,
        key="unworked_table",
    )
    more = f"{theme.number(len(table) - MOST)} more are in the file. " if len(table) > MOST else ""
    st.html(
        f'<p class="note">{more}None recorded is not none held: the last two columns say how much is known of '
        "the country. “Events” opens those of its region on the topic.</p>"
    )
    download(table.drop(columns="open"), heading, key="csv_unworked")


COLUMNS = {
    "country": ("country", 190),
    "topic": ("topic", 220),
    "region": ("region", 150),
    "events of the region on it": ("region’s events on it", 140),
    "events of the country on any topic": ("country’s events", 120),
    "of them read in full": ("read in full", 90),
}
"""What the columns of the table are headed by on screen, and their widths in pixels; the file says it in full."""


def _cells(row: Unworked, view: View) -> dict[str, object]:
    there = replace(view, topics=(row.topic_id,), regions=(row.region_id,), pick=())
    return {
        "open": f"/events?{urlencode(there.to_address())}",
        "country": row.country.name,
        "topic": row.topic,
        "region": row.region,
        "events of the region on it": row.count,
        "events of the country on any topic": row.country.event_count,
        "of them read in full": row.country.whole_count,
    }
