"""What was added, when and by which name, with every state it ever had; undone, restored, handed out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from analysis.index import Index
from store import origins, revisions
from store.revisions import ConflictError, Revision
from ui import add_list_tables, files, frame, labels
from ui.add_saving import compared, moment
from ui.add_state import TOAST, author, correct, last_saved, place, saved, tell, told
from ui.tables import height
from view import View

LINKED = 5
"""Events of one save that are linked at most beside the message; the list below links all."""


def last() -> None:
    """Say what was saved last in this window, with the way to it and the way back.

    The button that saves may stand far below, so it is also said once over the page.
    """
    told()
    made, said = last_saved(), st.session_state.pop(TOAST, "")
    if said:
        st.toast(labels.plain(said), icon=":material/check:", duration="long")
    if not made.said:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="add_saved"):
        st.success(f"{labels.plain(made.said)}. Every page shows it now.")
        if made.batch:
            st.button("Undo", key="add_undo", on_click=_undo, args=(made.batch,))
    for id_, title in list(made.events.items())[:LINKED]:
        _link(id_, title)
    if len(made.events) > LINKED:
        st.html('<p class="note">All of them are linked below, under “What was added”.</p>')


def _link(event_id: str, title: str) -> None:
    """Draw a link to an event, which leaves the drafts as they are."""
    place_ = next(place_ for place_, page in enumerate(frame.PAGES) if page.title == "Events")
    st.page_link(
        frame.pages()[place_],
        label=labels.plain(f"See “{title}”"),
        query_params=View(event=event_id).to_address(),
    )


def _undo(batch: str) -> None:
    try:
        made = revisions.undo(place(), batch, author=author() or _by(batch))
    except ConflictError as conflict:
        by = conflict.theirs.author if conflict.theirs else "somebody"
        tell("error", f"Not undone: {by} has saved it again since; see its history below.")
    except (OSError, ValueError) as error:
        tell("error", f"Not undone. {error}")
    else:
        saved("Undone", made)


def _by(batch: str) -> str:
    """Return the name a save was kept under."""
    return next((revision.author for revision in revisions.batch(place(), batch)), "")


def history(index: Index) -> None:
    """Draw the list of what was added and the history of the one that is chosen."""
    events = revisions.newest(place(), "event")
    st.subheader("What was added", anchor=False)
    if not events:
        st.write(
            "Nothing yet. What you save here is listed with its history; nothing is ever deleted for good."
        )
        return
    bodies = [body for body in revisions.newest(place(), "organisation") if body.content]
    st.dataframe(
        _table(events, index),
        hide_index=True,
        width="stretch",
        height=height(len(events)),
        alt="Events that were added",
        column_config={"Open": st.column_config.LinkColumn("Open", display_text="Open", width="small")},
    )
    if bodies:
        names = ", ".join(str(body.content["name"]) for body in bodies if body.content)
        st.write(f"Added to the vocabulary: {labels.plain(names)}.")
    files.button(
        "Download the added records as JSONL",
        lambda: revisions.as_jsonl(place()),
        name="added-events.jsonl",
        key="add_jsonl",
    )
    chosen = _chosen(events, index)
    if chosen is not None:
        _one(revisions.history(place(), "event", chosen.key), index)


def _table(events: Sequence[Revision], index: Index) -> pd.DataFrame:
    rows = [
        {
            "Event": _title(revision, index),
            "Last change": moment(revision),
            "By": revision.author,
            "What": _WHAT.get(revision.action, revision.action),
            "Changes": revision.number,
            "In the Atlas": _standing(revision, index),
            "Open": f"/events?{urlencode(View(event=revision.key).to_address())}"
            if revision.content or revision.key in index.places
            else None,
        }
        for revision in reversed(events)
    ]
    return pd.DataFrame(rows)


def _standing(revision: Revision, index: Index) -> str:
    """Return whether an event is in the Atlas: what is taken out stands as in the files, where they hold it."""
    if revision.content:
        return "yes"
    return revisions.AS_IN_FILES if revision.key in index.places else "taken out"


_WHAT = {
    "add": "added",
    "change": "changed",
    "take out": "taken out",
    "undo": "undone",
    "restore": "restored",
    "settle": "two versions settled",
}


def _title(revision: Revision, index: Index) -> str:
    """Return what an event is called: by the revision, else by what the Atlas holds under its id."""
    if revision.content is not None:
        return str(revision.content.get("title") or revision.key)
    place_ = index.places.get(revision.key)
    title = None if place_ is None else index.tables["events"]["title"].iloc[place_]
    return title if isinstance(title, str) else revision.key


def _chosen(events: Sequence[Revision], index: Index) -> Revision | None:
    by_key = {revision.key: revision for revision in reversed(events)}
    key = st.selectbox(
        "History of",
        list(by_key),
        key="add_history",
        index=None,
        placeholder="choose an event",
        format_func=lambda key: f"{_title(by_key[key], index)} ({key})",
        filter_mode="contains",
    )
    return by_key.get(str(key)) if key else None


def _one(past: Sequence[Revision], index: Index) -> None:
    """Draw every state of one event, newest first, with what can be done with it."""
    newest = past[0]
    said = {one.number: _state(one) for one in past}
    st.dataframe(
        pd.DataFrame({"State": list(said.values())}),
        hide_index=True,
        width="stretch",
        height=height(len(said)),
        alt="History of the event",
    )
    _origin(newest.key)
    by_number = {one.number: one for one in past}
    first = _compared(by_number, said) if len(past) > 1 else newest.number
    closed = bool(place().refusal or not author())
    in_files = past[-1].action == revisions.AS_IN_FILES
    with st.container(horizontal=True):
        st.button(
            f"Restore state {first}",
            key="add_restore",
            disabled=closed or by_number[first].content == newest.content,
            on_click=_going_back,
            args=(by_number[first], newest, f"Restored: {_title(by_number[first], index)}"),
        )
        st.button(
            "Edit", key="add_edit", disabled=closed or newest.content is None, on_click=_edit, args=(newest,)
        )
        st.button(
            "Go back to the files" if in_files else "Take out of the Atlas",
            key="add_take_out",
            disabled=closed or newest.content is None,
            on_click=_going_back,
            args=(
                replace(newest, content=None),
                newest,
                f"{'As in the files again' if in_files else 'Taken out'}: {_title(newest, index)}",
            ),
        )


def _origin(event_id: str) -> None:
    """Draw where an imported event stood in its list, and what was not understood of it."""
    row = next((one.content for one in revisions.history(place(), "row", event_id)), None)
    if row is None:
        return
    sheet = f", sheet {row['sheet']}" if row["sheet"] else ""
    st.write(labels.plain(f"Imported from {row['file']}{sheet}, row {row['row']}."))
    found = origins.told(row)
    if found:
        with st.expander(f"What was not understood of that row ({len(found)})"):
            st.dataframe(
                add_list_tables.problems(found),
                hide_index=True,
                width="stretch",
                placeholder="–",
                alt="What was not understood of the row of the list",
            )


def _compared(by_number: Mapping[int, Revision], said: Mapping[int, str]) -> int:
    """Draw two states side by side, and return the number of the first."""
    newest = next(iter(by_number.values()))
    left, right = st.columns(2)
    with left:
        first = _one_of(said, "Compare", f"add_one_{newest.key}_{newest.number}", at=1)
    with right:
        second = _one_of(said, "with", f"add_other_{newest.key}_{newest.number}")
    compared(by_number[first].content, by_number[second].content, f"State {first}", f"State {second}")
    return first


def _state(revision: Revision) -> str:
    if revision.action == revisions.AS_IN_FILES:
        return f"{revision.number}: as in the files"
    done = _WHAT.get(revision.action, revision.action)
    return f"{revision.number}: {done} by {revision.author}, {moment(revision)}"


def _one_of(said: Mapping[int, str], label: str, key: str, *, at: int = 0) -> int:
    """Return the number of the state that is chosen."""
    return int(st.selectbox(label, list(said), index=at, key=key, format_func=said.__getitem__))


def _going_back(revision: Revision, newest: Revision, said: str) -> None:
    """Save an older state, or none, as the newest one."""
    try:
        made = revisions.restore(place(), revision, author=author(), seen=newest.number)
    except ConflictError as conflict:
        by = conflict.theirs.author if conflict.theirs else "somebody"
        tell("error", f"Not saved: {by} saved it meanwhile; look at its history again.")
    except (OSError, ValueError) as error:
        tell("error", f"Not saved. {error}")
    else:
        saved(said, made)


def _edit(newest: Revision) -> None:
    """Open an event that was added as a draft."""
    correct(newest.key, newest.content or {}, newest.number)
