"""What the page of adding keeps for one reader: drafts, the name changes are kept under, the last save."""

from __future__ import annotations

import itertools
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import streamlit as st

from store import revisions
from store.place import Place, is_loopback, of_app
from ui import labels
from ui.delivery import heard_on

_numbers = itertools.count(1)

NAME = "add_name"
DRAFTS = "add_drafts"
SAVED = "add_saved"
TOLD = "add_told"
TOAST = "add_toast"


@dataclass
class Item:
    """A draft being looked at: where it is from, its text, record, evidence and what is missing.

    `record` is what the form says now; `seen` the revision it was made from (None: a new event, 0: one that stands in
    the files alone), `bodies` what is to be added to the vocabulary with it, by name.
    """

    source: str
    text: str
    record: dict[str, Any]
    evidence: Sequence[Any] = ()
    missing: Mapping[str, str] = field(default_factory=dict)
    seen: int | None = None
    bodies: dict[str, dict[str, Any]] = field(default_factory=dict)
    conflict: revisions.ConflictError | None = None
    number: int = field(default_factory=lambda: next(_numbers))

    def key(self, name: str) -> str:
        """Return the key of a widget of this draft."""
        return f"add_{self.number}_{name}"


def place() -> Place:
    """Return where this app saves, and whether this reader may.

    The name a page was opened under is told by the page, and by what its connection asked for: a name of another
    site that leads here tells only the second.
    """
    elsewhere = (address for address in heard_on if not is_loopback(address))
    bound_to = next(elsewhere, st.get_option("server.address"))
    names = _host(st.context.url or ""), _host(f"//{st.context.headers.get('Host') or ''}")
    foreign = (name for name in names if name and not is_loopback(name))
    return of_app(os.environ, bound_to=bound_to, opened_as=next(foreign, ""))


def _host(address: str) -> str:
    """Return the name of the machine in an address; all of one that cannot be read."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return address


def drafts() -> list[Item]:
    """Return the drafts that are open; the list may be changed."""
    found: list[Item] = st.session_state.setdefault(DRAFTS, [])
    return found


def correct(event_id: str, record: Mapping[str, Any], seen: int) -> None:
    """Open an event of the Atlas as a draft; `seen` is its newest revision, 0 where it has none."""
    item = Item(f"Change of {event_id}", "", dict(record), seen=seen)
    drafts().append(item)
    st.session_state["add_open"] = item.number


def author() -> str:
    """Return the name that changes are kept under; empty until it is given."""
    return str(st.session_state.get(NAME) or "").strip()


@dataclass(frozen=True)
class Saved:
    """What was saved last: in words, the batch that can be undone, and the events it left in the Atlas, id -> title."""

    said: str = ""
    batch: str = ""
    events: Mapping[str, str] = field(default_factory=dict)


def saved(said: str, made: Sequence[revisions.Revision]) -> None:
    """Remember what was saved last, so that it can be told, seen and undone; a word of it is also told at once."""
    events = {
        one.key: str(one.content.get("title") or one.key)
        for one in made
        if one.kind == "event" and one.content
    }
    st.session_state[SAVED] = Saved(said, made[0].batch if made else "", events)
    st.session_state[TOAST] = said


def last_saved() -> Saved:
    """Return what was saved last in this window."""
    found: Saved = st.session_state.get(SAVED, Saved())
    return found


def close(item: Item) -> None:
    """Take a draft off the list."""
    st.session_state[DRAFTS] = [other for other in drafts() if other.number != item.number]


def tell(kind: str, said: str) -> None:
    """Remember what is to be said at the top of the page in its next run: an error, warning or info."""
    st.session_state.setdefault(TOLD, []).append((kind, said))


def told() -> None:
    """Say what was remembered, once; it may hold any text."""
    say = {"error": st.error, "warning": st.warning, "info": st.info}
    for kind, said in st.session_state.pop(TOLD, ()):
        say[kind](labels.plain(said))
