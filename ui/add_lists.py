"""A list dropped on the page: what its columns are, what it holds, what could not be used, and its import."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis.index import Index
from charts import theme
from loaders import dropped, files
from loaders.headings import Column
from loaders.list_words import FIELDS
from loaders.lists import SheetAbout
from store import columns, incoming, origins, revisions
from store.alike import Alike, all_alike
from store.faults import faults, free_id
from store.incoming import Incoming
from store.revisions import Change, Content
from ui import add_list_tables, cache, labels
from ui.add_state import author, place, saved, tell
from ui.tables import height

KEY = "add_lists"
NAMED = 12
"""Columns that are not read, named at most."""

UNKEPT = ("unkept", "person", "contact", "ignore")
"""What a column may hold that the Atlas has no place for."""


_numbers = itertools.count(1)


@dataclass
class Dropped:
    """A list that waits: its content, what was said of its columns, and how it was read with that."""

    name: str
    content: bytes
    said: dict[tuple[str, str], str] = field(default_factory=dict)
    read: Incoming | None = None
    there: list[list[Alike]] = field(default_factory=list)
    """Events of the Atlas that each of its events may be."""
    recalled: bool = False
    """Whether its columns are read as was said of a list with the same headings."""
    number: int = field(default_factory=lambda: next(_numbers))


def drop(name: str, content: bytes) -> None:
    """Keep a list that was dropped until it is imported or put away."""
    waiting().append(Dropped(name, content))


def waiting() -> list[Dropped]:
    """Return the lists that wait; the list may be changed."""
    found: list[Dropped] = st.session_state.setdefault(KEY, [])
    return found


def ask(index: Index) -> None:
    """Draw each list that waits."""
    for number, one in enumerate(list(waiting())):
        with st.container(border=True, key=f"add_list_{number}"):
            _one(one, index, number)


def _one(one: Dropped, index: Index, number: int) -> None:
    found = _reading(one, index)
    st.subheader(f"List: {labels.plain(one.name)}", anchor=False)
    st.write(f"{labels.plain(understood(found))}.")
    if lacking(found.records):
        st.write(f"{lacking(found.records)}.")
    _columns(one, found.about)
    if found.records:
        with st.expander("The events as they were read", expanded=True):
            st.dataframe(
                add_list_tables.preview(found.records),
                hide_index=True,
                width="stretch",
                height=height(len(found.records)),
                placeholder="–",
                alt="Events of the list",
            )
    if found.problems:
        told = f"What could not be used, or is doubtful ({len(found.problems)})"
        with st.expander(told, expanded=not found.records):
            st.dataframe(
                add_list_tables.problems(found.problems),
                hide_index=True,
                width="stretch",
                height=height(len(found.problems)),
                placeholder="–",
                alt="Problems of the list",
            )
    _import(one, found, index, number)


def understood(found: Incoming) -> str:
    """Return how many events a list holds, which columns are not read, and which are known but not kept."""
    columns = [column for sheet in found.about for column in sheet.columns]
    left = [column.label for column in columns if unread(column)]
    kept_out = [column.label for column in columns if column.field in UNKEPT]
    events = theme.counted(len(found.records), "events")
    verb = "is" if len(left) == 1 else "are"
    not_read = f"{len(left)} of {theme.number(len(columns))} columns {verb} not read: {_named(left)}"
    all_read = "every other column is read" if kept_out else "every column is read"
    parts = [
        events,
        not_read if left else all_read if columns else "",
        f"known, but not kept: {_named(kept_out)}" if kept_out else "",
    ]
    return "; ".join(part for part in parts if part)


def _named(labels_: Sequence[str]) -> str:
    more = len(labels_) - NAMED
    return ", ".join(labels_[:NAMED]) + (f" and {more} more" if more > 0 else "")


def unread(column: Column) -> bool:
    """Return whether a column that has a heading was not understood."""
    return not column.field and bool(column.label.strip())


def lacking(records: Sequence[Content]) -> str:
    """Return how many events lack what the pages count by; empty where none does."""
    missing = {
        "no date": [not record.get("start_date") for record in records],
        "no topic": [not record.get("topics") for record in records],
        "no country that took part": [_nobody(record) for record in records],
    }
    told = [f"{sum(lack)} with {what}" for what, lack in missing.items() if any(lack)]
    return f"Of them {', '.join(told)}: there the pages have nothing to count" if told else ""


def _nobody(record: Content) -> bool:
    return not any(row.get("role") == "participant" for row in record.get("countries") or ())


def _reading(one: Dropped, index: Index) -> Incoming:
    """Return the list as it is read with what is known of its columns; read anew when that has changed."""
    if one.read is None:
        bar = st.progress(0.0, f"Reading {labels.plain(one.name)} …")
        try:
            one.read = _read(one, index, bar)
        except Exception as error:  # noqa: BLE001 - a list that breaks the page could never be put away
            told = dropped.broken(one.name, one.name, error, incoming.AWAY)
            one.read, one.there = Incoming(one.name, (), (), (told,)), []
        bar.empty()
    return one.read


def _read(one: Dropped, index: Index, bar: DeltaGenerator) -> Incoming:
    """Read a list and compare its events with those of the Atlas."""
    folder = files.find(cache.folder()).vocabulary

    def read() -> Incoming:
        return incoming.read(
            one.name,
            one.content,
            vocabulary_folder=folder,
            said=one.said,
            progress=lambda what, done: _tell(bar, what, done),
        )

    found = read()
    if not one.said and (said := columns.recalled(found.about, {**columns.kept(place()), **_told()})):
        one.said, one.recalled = said, True
        found = read()
    one.there = []
    records = ({**record, "id": None} for record in found.records)
    for number, there in enumerate(all_alike(records, index.tables), start=1):
        one.there.append(there)
        if number % 50 == 0:
            bar.progress(number / len(found.records), f"Compared {number} events with the Atlas")
    return found


def _tell(bar: DeltaGenerator, what: str, done: int) -> None:
    """Say how far the reading of a list is."""
    bar.progress(0.0, labels.plain(f"{what} {theme.number(done)}" if done else what))


def _told() -> dict[str, dict[str, str]]:
    """Return what was said in this window of the columns of lists, by their headings; it may be changed."""
    told: dict[str, dict[str, str]] = st.session_state.setdefault(f"{KEY}_told", {})
    return told


def _columns(one: Dropped, about: Sequence[SheetAbout]) -> None:
    """Draw what each column was taken for, to be confirmed or changed."""
    open_ = [
        column for sheet in about for column in sheet.columns if column.found != "heading" or unread(column)
    ]
    with st.expander("What the columns are", expanded=bool(open_)):
        st.html(f'<p class="note">{_RECALLED if one.recalled else ""}{_REMEMBERED}</p>')
        for sheet in about:
            if sheet.why_not:
                st.write(f"{labels.plain(sheet.sheet or one.name)}: {labels.plain(sheet.why_not)}")
            for column in sheet.columns:
                _column(one, sheet.sheet, column)


_RECALLED = "They are read as was said of a list with the same headings before. "
_REMEMBERED = (
    "What you choose counts for every list with the same headings: in this window from now on, and for all who use "
    "this Atlas once the list is imported."
)


def _column(one: Dropped, sheet: str, column: Any) -> None:
    place_ = (sheet, column.label)
    options = ["", *FIELDS]
    key = f"add_column_{one.number}_{sheet}_{column.number}"
    st.session_state.setdefault(key, one.said.get(place_) or column.field)
    st.selectbox(
        labels.plain(f"{column.label}{f' (sheet {sheet})' if sheet else ''}"),
        options,
        key=key,
        format_func=lambda name: FIELDS.get(name) or "not understood: not read",
        on_change=_said,
        args=(one, place_, key),
    )


def _said(one: Dropped, place_: tuple[str, str], key: str) -> None:
    """Remember what a column is, and read the list anew with it."""
    one.said[place_] = st.session_state[key] or "ignore"
    if one.read:
        _told().update(columns.of(one.read.about, one.said))
    one.read = None


def _import(one: Dropped, found: Incoming, index: Index, number: int) -> None:
    where, again = place(), sum(map(bool, one.there))
    if again:
        _doubles(one, found)
    leaves = again and st.checkbox(
        f"Leave out {theme.counted(again, 'events')} that may be in the Atlas already",
        value=True,
        key=f"add_list_{number}_leave",
    )
    chosen = [number for number, there in enumerate(one.there) if not (there and leaves)]
    fit = [number for number in chosen if not faults(found.records[number])]
    if len(fit) < len(chosen):
        st.write(
            f"{theme.counted(len(chosen) - len(fit), 'events')} cannot be saved: no title, or a date that is none."
        )
    with st.container(horizontal=True):
        pressed = st.button(
            f"Import {theme.counted(len(fit), 'events')}" if fit else "Nothing left to import",
            key=f"add_list_{number}_import",
            type="primary",
            disabled=bool(where.refusal or not author() or not fit),
        )
        st.button("Put this list away", key=f"add_list_{number}_away", on_click=_away, args=(one,))
    if not author() and not where.refusal:
        st.html('<p class="note">Give your name above to import; every change is kept under a name.</p>')
    if pressed:
        _keep(one, found, fit, index)


def _doubles(one: Dropped, found: Incoming) -> None:
    """Draw which event of the list may be which of the Atlas."""
    with st.expander("Which of them may be in the Atlas already", expanded=True):
        st.dataframe(
            add_list_tables.doubles(found.records, one.there),
            hide_index=True,
            width="stretch",
            placeholder="–",
            alt="Events of the list beside those of the Atlas they may be",
            column_config={
                heading: st.column_config.TextColumn(width="medium")
                for heading in ("In the list", "In the Atlas")
            },
        )


def _away(one: Dropped) -> None:
    st.session_state[KEY] = [other for other in waiting() if other is not one]


def _keep(one: Dropped, found: Incoming, numbers: Sequence[int], index: Index) -> None:
    """Save records of a list at once, with what was not understood of them: they can be undone together."""
    before = {each.key for each in revisions.newest(place(), "event")}
    taken = {*index.tables["events"]["event_id"], *before}
    kept = []
    for number in numbers:
        record = found.records[number]
        id_ = free_id(record, taken)
        taken.add(id_)
        kept.append((number, {**record, "id": id_}))
    events = [Change("event", record["id"], record) for _, record in kept]
    changes = [*events, *origins.changes(found, kept), *columns.changes(place(), found.about, one.said)]
    try:
        made = revisions.save(place(), changes, author=author())
    except (revisions.ConflictError, OSError, ValueError) as error:
        tell("error", f"Not imported. {error}")
    else:
        saved(f"Imported {theme.counted(len(kept), 'events')} from {one.name}", made)
        _away(one)
    st.rerun()
