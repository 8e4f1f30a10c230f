"""A draft becomes a record: checked, compared with what is there already, saved, or told why not."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from analysis.index import Index
from charts import theme
from store import revisions
from store.alike import Alike, alike
from store.as_record import record_of
from store.faults import doubts, faults, free_id
from store.place import RefusedError
from store.revisions import Change, ConflictError, Content, Revision
from ui import add_bodies, labels
from ui.add_state import Item, author, close, place, saved, tell

NEW = "new"


def offer(item: Item, index: Index) -> None:
    """Draw what is to be said before saving, and the button."""
    for fault in faults(item.record):
        st.html(f'<p class="fault" role="alert">{html.escape(fault)}</p>')
    for doubt in doubts(item.record):
        st.html(f'<p class="doubt">{html.escape(doubt)}</p>')
    if item.conflict is not None:
        _conflict(item)
        return
    same = _same(item, index)
    _button(item, index, same)


def _button(item: Item, index: Index, same: str | None) -> None:
    """Draw the button that saves, and the one that puts the draft away."""
    where, adds = place(), same not in (NEW, None)
    nothing = "" if same in (NEW, None) else _nothing_new(item, index, str(same))
    with st.container(horizontal=True):
        pressed = st.button(
            _label(item, index, str(same)) if adds else "Save this event",
            key=item.key("save"),
            type="primary",
            disabled=bool(where.refusal or not author() or faults(item.record) or same is None or nothing),
        )
        st.button("Put this draft away", key=item.key("away"), on_click=close, args=(item,))
    if nothing:
        st.html(f'<p class="note">{nothing}</p>')
    if not author() and not where.refusal:
        st.html('<p class="note">Give your name above to save; every change is kept under a name.</p>')
    if pressed:
        _save(item, index, same)
        st.rerun()
    if same is None:
        st.html('<p class="note">Say first whether it is an event that is there already.</p>')


def _label(item: Item, index: Index, event_id: str) -> str:
    adds = bool(_new_sources(item, record_of(index.tables, event_id) or {}))
    return "Add the source to it" if adds or not _taken(item) else "Take over what is ticked"


def _save(item: Item, index: Index, same: str | None) -> None:
    """Save a draft as a new event, a change of one, or another source of one."""
    if same not in (NEW, None):
        changes = _joined(item, index, str(same))
    elif item.seen is None:
        id_ = free_id(item.record, index.places)
        changes = [Change("event", id_, {**item.record, "id": id_})]
    else:
        id_ = item.record["id"]
        changes = revisions.changed(id_, item.record, record_of(index.tables, id_), item.seen)
    keep([*add_bodies.changes(item), *changes], item, said="Saved")


def keep(changes: list[Change], item: Item, *, said: str) -> None:
    """Save changes of a draft and close it; a conflict stays with the draft, anything else is told."""
    try:
        made = revisions.save(place(), changes, author=author())
    except ConflictError as conflict:
        item.conflict = conflict
        return
    except (RefusedError, ValueError, OSError) as error:
        tell("error", f"Not saved. {error}")
        return
    saved(f"{said}: {changes[-1].content['title'] if changes[-1].content else changes[-1].key}", made)
    close(item)


# The same event, there already


def _same(item: Item, index: Index) -> str | None:
    """Return the id of the event that a draft tells of too, NEW, or None where the reader has not said yet."""
    if item.seen is not None:
        return NEW
    found = alike({**item.record, "id": None}, index.tables)
    if not found:
        return NEW
    with st.container(border=True, key=item.key("same_box")):
        said = {one.event_id: _said(one) for one in found} | {NEW: "another event: keep both"}
        chosen = st.radio(
            "May be in the Atlas already. It is …",
            list(said),
            key=item.key("same"),
            index=None,
            format_func=lambda id_: labels.plain(said[id_]),
        )
        if chosen not in (None, NEW):
            _differing(item, index, str(chosen))
    return chosen


def _said(one: Alike) -> str:
    days = theme.period(one.start or None, None)
    return f"{one.title} ({', '.join(part for part in (one.city, days) if part)}): {'; '.join(one.reasons)}"


_COMPARED = (
    *("title", "format", "mode", "start_date", "end_date", "city", "host_country"),
    *("countries", "organisations", "topics", "audiences", "participants", "series"),
)


def _differing(item: Item, index: Index, event_id: str) -> None:
    """Draw where the draft and the event differ, with a box for what is to be taken over."""
    there = record_of(index.tables, event_id) or {}
    rows = [row for row in revisions.differences(there, item.record) if row[0] in _COMPARED and row[2]]
    st.session_state[item.key("taken")] = []
    if not rows:
        st.write("They do not differ.")
        return
    table = pd.DataFrame(
        {
            "Take": [not one for _, one, _ in rows],
            "Field": [field.replace("_", " ") for field, _, _ in rows],
            "In the Atlas": [shown(one) for _, one, _ in rows],
            "In this text": [shown(other) for _, _, other in rows],
        }
    )
    edited = st.data_editor(
        table,
        key=item.key(f"take_{event_id}"),
        hide_index=True,
        disabled=["Field", "In the Atlas", "In this text"],
        column_config={"Take": st.column_config.CheckboxColumn("Take", width="small")},
        alt="Where they differ; what is ticked is taken over",
    )
    taken = [field for (field, _, _), take in zip(rows, edited["Take"], strict=True) if take]
    st.session_state[item.key("taken")] = taken


def shown(value: Any) -> str:
    """Return a value of a record for reading: texts as they are, rows by their names and roles."""
    if value is None or value == []:
        return "–"
    if isinstance(value, dict):
        return ", ".join(f"{name} {part}" for name, part in value.items() if part not in (None, False))
    if isinstance(value, list):
        return "; ".join(_row(row) for row in value)
    return str(value)


def _row(row: Any) -> str:
    if not isinstance(row, dict):
        return str(row)
    name = row.get("name") or row.get("url") or row.get("publisher") or json.dumps(row, ensure_ascii=False)
    return f"{name} ({row['role']})" if row.get("role") else str(name)


def _joined(item: Item, index: Index, event_id: str) -> list[Change]:
    """Return the event with the draft's sources, and the fields the reader has ticked."""
    there = record_of(index.tables, event_id) or {}
    more = _new_sources(item, there)
    taken = {name: item.record[name] for name in _taken(item)}
    content: Content = {**there, **taken, "sources": [*there.get("sources", []), *more]}
    past = revisions.history(place(), "event", event_id)
    return revisions.changed(event_id, content, there, past[0].number if past else 0)


def _taken(item: Item) -> list[str]:
    """Return the fields the reader has ticked."""
    return list(st.session_state.get(item.key("taken"), ()))


def _new_sources(item: Item, there: Content) -> list[dict[str, Any]]:
    """Return the draft's sources that an event has not yet; one without address and publisher tells nothing."""
    known = {_identity(source) for source in there.get("sources") or ()}
    return [
        source
        for source in item.record.get("sources") or ()
        if any(_identity(source)) and _identity(source) not in known
    ]


def _identity(source: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what tells a source from others: its address, or without one its publisher and day; else blanks."""
    address, publisher = (str(source.get(name) or "") for name in ("url", "publisher"))
    return (address,) if address or not publisher else (publisher, str(source.get("published") or ""))


def _nothing_new(item: Item, index: Index, event_id: str) -> str:
    """Return that adding a draft to an event would change nothing, and what would; empty where it changes something."""
    if _taken(item) or _new_sources(item, record_of(index.tables, event_id) or {}):
        return ""
    if any(any(_identity(source)) for source in item.record.get("sources") or ()):
        return "Nothing new would be added: the event has this source. Tick what is to be taken over."
    return (
        "Nothing new would be added: the source has no address and no publisher. "
        "Give one of them, or tick what is to be taken over."
    )


# Two who save the same event


def _conflict(item: Item) -> None:
    """Draw both versions and let the reader say which stands; the other stays in the history."""
    conflict = item.conflict
    if conflict is None or conflict.theirs is None:
        return
    theirs = conflict.theirs
    st.warning(
        f"{labels.plain(theirs.author)} saved this event meanwhile ({moment(theirs)}). "
        "Nothing is lost: choose which version stands, the other stays in its history."
    )
    compared(theirs.content, item.record, "Saved meanwhile", "Yours")
    with st.container(horizontal=True):
        mine = st.button("Keep mine", key=item.key("mine"))
        others = st.button("Keep theirs", key=item.key("theirs"))
    if mine:
        _keep_mine(item, theirs)
    elif others:
        _keep_theirs(item, conflict)
    if mine or others:
        st.rerun()


def _keep_mine(item: Item, theirs: Revision) -> None:
    item.seen, item.conflict = theirs.number, None
    keep([Change("event", theirs.key, {**item.record, "id": theirs.key}, theirs.number)], item, said="Saved")


def _keep_theirs(item: Item, conflict: ConflictError) -> None:
    try:
        made = revisions.keep_theirs(place(), conflict, author=author())
    except ConflictError as again:
        item.conflict = again
        return
    saved("Kept the other version; yours is in its history", made)
    close(item)


def compared(one: Content | None, other: Content | None, first: str, second: str) -> None:
    """Draw where two contents differ, as a table."""
    rows = revisions.differences(one, other)
    if not rows:
        st.write("They do not differ.")
        return
    cells = [(field.replace("_", " "), shown(before), shown(after)) for field, before, after in rows]
    table = pd.DataFrame(cells, columns=["Field", first, second])
    st.dataframe(table, hide_index=True, width="stretch", alt=f"Where they differ: {first}, {second}")


def moment(revision: Revision) -> str:
    """Return when a revision was made, for reading."""
    return f"{theme.day(revision.made_at[:10])}, {revision.made_at[11:16]} UTC"
