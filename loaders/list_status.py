"""Whether a row of a list says that its event was held: an event that was called off is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.grids import Cell, shown
from loaders.headings import Column
from loaders.list_words import ListWords

HELD = "held"
_LONGEST = 60
"""Signs of a cell, or of a part of a title, that may be a status."""

_APART = re.compile(r"\s*[:()\[\]*]+\s*|\s+[-–—/]+\s+|^[-–—/]+\s*")
"""What divides a status from a title: "CANCELLED: Workshop", "Workshop (postponed)"."""

_TELLING = frozenset({"called off", "postponed"})
"""What a title may say of its event; "planned" and "held" stand in titles for other reasons."""


def told(cells: Sequence[Cell], columns: Sequence[Column], titles: Sequence[Column], words: ListWords) -> str:
    """Return why a row is no event that was held; nothing where it may be one."""
    if not columns and not any(_may_tell(cells[column.number]) for column in titles):
        return ""
    said = next((status for status in _said(cells, columns, titles, words) if status != HELD), "")
    if not said:
        return ""
    return (
        f"is said to be {said}: not counted, as only events that were held are; "
        "was it held, mend its status, else take the row out"
    )


def _may_tell(title: Cell) -> bool:
    """Return whether a title has a part by itself: all that most titles are looked at for."""
    return isinstance(title, str) and _PARTED.search(title) is not None


_PARTED = re.compile(r"[:(\[*–—/]|- ")


def unknown(
    cells: Sequence[Cell], columns: Sequence[Column], words: ListWords
) -> Iterator[tuple[Column, str]]:
    """Yield the cells that should tell whether an event was held and say something that is not known."""
    for column in columns:
        text = shown(cells[column.number])
        if text and not status_of(text, words) and not words.is_empty(text):
            yield column, text


def _said(
    cells: Sequence[Cell], columns: Sequence[Column], titles: Sequence[Column], words: ListWords
) -> Iterator[str]:
    for column in columns:
        yield status_of(shown(cells[column.number]), words) or HELD
    for column in titles:
        parts = [part for part in _APART.split(shown(cells[column.number])) if part]
        for part in (*parts[:1], *parts[-1:]) if len(parts) > 1 else ():
            if (status := status_of(part, words)) in _TELLING:
                yield str(status)


def status_of(text: str, words: ListWords) -> str | None:
    """Return the status that a text is, with or without what stands behind it ("cancelled due to weather")."""
    if len(text) > _LONGEST:
        return None
    first = re.split(r"[\s,;:(]", text.strip(), maxsplit=1)[0]
    return words.meaning("status", text) or words.meaning("status", first)
