"""Announcements pasted or dropped become drafts; limits are told before they bite."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

import streamlit as st

from analysis.index import Index
from charts import theme
from loaders.dates import FIRST_YEAR, LAST_YEAR
from loaders.release_files import source_of
from loaders.release_pdf import MOST_PAGES
from store.revisions import fit
from ui import add_bodies, add_lists, labels
from ui.add_candidates import LONGEST_TEXT
from ui.add_state import Item, drafts, tell

_LOG = logging.getLogger(__name__)
MOST_FILES = 20
MOST_MEGABYTES = 10
ANNOUNCEMENTS = ("txt", "html", "htm", "docx", "pdf", "eml")
LISTS = ("csv", "tsv", "xlsx", "xls", "ods", "ics", "json", "jsonld")

LIMITS = (
    f"Up to {MOST_FILES} files of {MOST_MEGABYTES} MB each. Announcements: text, HTML, Word (docx), PDF that holds "
    f"text (up to {MOST_PAGES} pages), e-mail (eml), each up to {theme.number(LONGEST_TEXT)} characters. "
    "Lists: CSV, Excel, ODS, calendars (ics), event pages (JSON-LD); one with tens of thousands of events takes up "
    "to a minute here and is better put into the folder data/lists."
)


@dataclass(frozen=True)
class About:
    """Where a text is from and when it was published, as far as that is known."""

    url: str | None = None
    published: str | None = None


def ask(index: Index) -> None:
    """Draw what takes a text or files, and read them when the reader says so."""
    _emptied()
    text = st.text_area(
        "Text of the announcement",
        key="add_text",
        height=200,
        placeholder="Paste the announcement here: headline, place, date and all",
    )
    left, right = st.columns(2)
    url = left.text_input("Its address, if it has one", key="add_url", placeholder="https://…", max_chars=500)
    published = right.text_input(
        "Published on",
        key="add_published",
        placeholder="2026-11-21",
        help="Needed for “yesterday”",
        max_chars=10,
    )
    st.html(f'<p class="note">{LIMITS}</p>')
    dropped = st.file_uploader(
        "Or drop files: announcements and lists",
        type=[*ANNOUNCEMENTS, *LISTS],
        accept_multiple_files=True,
        max_upload_size=MOST_MEGABYTES,
        key=f"add_files_{st.session_state.setdefault('add_round', 0)}",
    )
    if st.button("Read", key="add_read", type="primary"):
        _read(text or "", dropped, About(url.strip() or None, _day(published)), index)
        st.rerun()


def _emptied() -> None:
    """Empty what was read in the run before, so that it is not read twice."""
    if st.session_state.pop("add_was_read", None):
        for key in ("add_text", "add_url", "add_published"):
            st.session_state[key] = ""
        st.session_state["add_round"] += 1


def _day(text: str) -> str | None:
    """Return a day as ISO text; None, and a word about it, where it is none or in a year that cannot be."""
    if not text.strip():
        return None
    try:
        day = dt.date.fromisoformat(text.strip())
    except ValueError:
        tell("warning", f"Published on: {text} is no day; write it as 2026-11-21. It is left out.")
        return None
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        return day.isoformat()
    years = f"{FIRST_YEAR} to {LAST_YEAR}"
    tell("warning", f"Published on: {text} lies outside the years {years}; mend the year. It is left out.")
    return None


def _read(text: str, dropped: Sequence[Any], about: About, index: Index) -> None:
    """Read the text and every file, and say of each what was found."""
    if not text.strip() and not dropped:
        tell("warning", "Nothing to read yet: paste a text, or drop a file.")
        return
    if len(dropped) > MOST_FILES:
        tell("warning", f"{len(dropped)} files are too many at once; the first {MOST_FILES} are read.")
    found = _of_paste(text, about) if text.strip() else []
    files = dropped[:MOST_FILES]
    bar = st.progress(0.0, "Reading …")
    for number, file in enumerate(files, start=1):
        found += _of_file(file, about)
        bar.progress(number / len(files), f"Read {number} of {len(files)}: {labels.plain(file.name)}")
    for item in found:
        add_bodies.settle(item, index)
    drafts().extend(found)
    st.session_state["add_was_read"] = bool(found or files)
    if found:
        st.session_state["add_open"] = found[0].number


def _of_paste(text: str, about: About) -> list[Item]:
    """Return the drafts of the pasted text, unless it is longer than any announcement."""
    if len(text) > LONGEST_TEXT:
        tell("error", f"The pasted text has {_TOO_LONG.format(theme.number(len(text)))}")
        return []
    return _of_text("Pasted text", text, about)


_TOO_LONG = (
    f"{{}} characters, more than {theme.number(LONGEST_TEXT)}; paste the part that tells of the event."
)


def _of_file(file: Any, about: About) -> list[Item]:
    """Return the drafts of a file; a list waits for its columns to be looked at."""
    ending = PurePath(file.name).suffix.casefold().removeprefix(".")
    if ending in LISTS:
        add_lists.drop(file.name, file.getvalue())
        return []
    try:
        page = source_of(file.getvalue(), file.name)
    except ValueError as error:
        tell("error", f"{file.name}: {error}")
        return []
    if len(page.text) > LONGEST_TEXT:
        tell("error", f"{file.name} has {_TOO_LONG.format(theme.number(len(page.text)))}")
        return []
    return _of_text(file.name, page.text, About(about.url or page.url, about.published or page.published))


def _of_text(source: str, text: str, about: About) -> list[Item]:
    """Return a draft for each event of a text, an empty one where none was found."""
    from loaders.press_release import read_announcement

    text = fit(text)
    try:
        found = read_announcement(text, about.url, about.published)
    except Exception:  # noqa: BLE001 - whatever one text holds must not stop the others
        _LOG.exception("An announcement could not be read")
        tell("error", f"{source}: its text could not be read by itself; fill the form by hand.")
        return [blank(source, text, about)]
    if not found:
        tell("warning", f"{source}: no event was found in it. If it does tell of one, fill the form.")
        return [blank(source, text, about)]
    if len(found) > 1:
        tell("info", f"{source} tells of {len(found)} events; each has its own draft.")
    return [Item(source, text, fit(draft.record), draft.evidence, draft.missing) for draft in found]


def blank(source: str, text: str, about: About) -> Item:
    """Return a draft to be filled by hand."""
    record = {"sources": [{"url": about.url, "publisher": None, "published": about.published}]}
    return Item(source, text, {**record, "organisations": []})


def titles(items: Iterable[Item]) -> dict[int, str]:
    """Return draft -> what it is called in the list of drafts."""
    return {
        item.number: " · ".join(
            str(part)
            for part in (item.record.get("title") or item.source, item.record.get("start_date"))
            if part
        )
        for item in items
    }
