"""Files that are made when a reader asks for them, and stay until a slow link has fetched them."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

import streamlit as st
from streamlit.runtime import media_file_manager as media

KEPT = 60
"""Seconds a file stays after Streamlit would have let go of it."""

TYPES = {
    "csv": "text/csv",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "jsonl": "application/jsonl",
}
"""What a file is, by the ending of its name."""


def button(
    label: str, make: Callable[[], str | bytes], *, name: str, key: str, about: str | None = None
) -> None:
    """Draw a button that makes a file on a click and hands it out; `about` is shown beside the pointer."""
    st.download_button(
        label,
        make,
        file_name=name,
        mime=TYPES[name.rpartition(".")[2]],
        key=key,
        on_click="ignore",
        icon=":material/download:",
        help=about,
    )


class KeptFile(media.MediaFileMetadata):
    """What Streamlit notes of a file: gone not with the second run that ends after it was made, but KEPT seconds later.

    Runs of other readers count as well: with some at work, a file was gone before a browser some tenths of a second
    away had asked for it, and the download came to nothing.
    """

    _marked = float("inf")

    def mark_for_delete(self) -> None:
        """Note that no page holds the file, and since when."""
        self._marked = min(self._marked, monotonic())
        super().mark_for_delete()

    @property
    def is_marked_for_delete(self) -> bool:
        """Whether the file may go."""
        return super().is_marked_for_delete and monotonic() - self._marked >= KEPT


media.MediaFileMetadata = KeptFile  # type: ignore[misc]  # Streamlit offers no other way
