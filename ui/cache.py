"""One copy of the tables and their index for all sessions, read again when a file changes."""

from __future__ import annotations

import ctypes
import gc
import itertools
import os
from contextlib import suppress
from pathlib import Path

import streamlit as st

from analysis import selection
from analysis.index import Index, build_index
from loaders import files
from loaders.tables import load
from store import place, revisions
from store.appended import with_added
from ui import names

KEPT = files.HOME / "var" / "cache"
"""Where tables are kept between two starts; safe to delete."""


def folder() -> Path:
    """Return the data folder: ATLAS_DATA, or the Atlas's own data/."""
    return files.chosen()


def index() -> Index:
    """Return the index of the data as it stands in the files and in the store now.

    Raises FileNotFoundError and VocabularyError as `loaders.load` does, StoreError where the store cannot be read.
    """
    kept = place.of_app(os.environ)
    return _index(f"{files.fingerprint(folder())} {revisions.stamp(kept)}", str(folder()), kept.url)


@st.cache_resource(max_entries=1, show_spinner="Reading the events …")
def _index(
    state: str,  # noqa: ARG001 - the key of the cache
    path: str,
    url: str,
) -> Index:
    """Build the index and take it out of the garbage collector, which runs after every script run.

    `state` says how files and added records stand: another one means that some have changed.
    """
    gc.unfreeze()
    _settled.clear()
    _forget()
    base = load(path, cache_folder=KEPT)
    added = revisions.added(place.Place(url, refusal="Reads only."))
    made = build_index(with_added(base, added, files.find(Path(path)).vocabulary))
    del base
    _ = made.listing, made.given, made.rank, made.newest
    gc.collect()
    gc.freeze()
    _give_back()
    return made


def _give_back() -> None:
    """Hand the memory that reading has let go back to the system, where its C library (glibc) can do so.

    Windows names no library of a program: there ctypes raises TypeError.
    """
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


_settled: set[tuple[str, int]] = set()
_sessions = itertools.count(1)
AT_ONCE = 50
"""Sessions after which all memory is looked through again, for what the ended ones have left."""


def settle(page: str, made: int) -> None:
    """Take what the first run of a page or of a session leaves out of the garbage collector too.

    Streamlit looks through all that is not frozen after every run, so otherwise each change would take the
    longer the more people look on. `made` is how much of the index is made: more of it leaves more behind.
    """
    if (page, made) in _settled and "_settled" in st.session_state:
        return
    _settled.add((page, made))
    if "_settled" not in st.session_state:
        st.session_state["_settled"] = True
        if next(_sessions) % AT_ONCE == 0:
            gc.unfreeze()
    gc.collect()
    gc.freeze()
    _give_back()


def _forget() -> None:
    """Let go of what was remembered of earlier tables, so that their memory is free."""
    selection.forget()
    for remembered in (names.labels, names.known):
        remembered.cache_clear()
