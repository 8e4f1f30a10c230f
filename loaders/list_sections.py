"""What the heading of a section says of the rows below it: "Planned" and "Cancelled events" were not held."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.grids import Cell, Grid, shown
from loaders.headings import Layout
from loaders.list_dates import year_in
from loaders.list_status import HELD, Columns
from loaders.list_words import ListWords, words_of

_LONGEST = 60
_YEAR = re.compile(r"\b\d{4}\b")
_TELLING = re.compile(
    r"plan|prév|prev|program|upcoming|forthcoming|à venir|planif|намеч|предст", re.IGNORECASE
)
"""How the name of a sheet or table says that its events are to come; a "Draft" may be of what was held."""
_OFF = frozenset({"called off", "postponed", "not held"})
_NOTES = ("*", "Source", "Note", "¹")


@dataclass
class Section:
    """The heading that holds for rows, what it says of them, and whether it stands below that of a year."""

    heading: str = ""
    status: str = HELD
    is_of_year: bool = False
    has_rows: bool = False


def status_of(text: str, words: ListWords) -> str | None:
    """Return the status that a heading is: "Planned", "Cancelled events 2019"; None where it says anything else."""
    if len(text) > _LONGEST:
        return None
    said = [word for word in _YEAR.sub(" ", text).split() if not words.fillers.issuperset(words_of(word))]
    return words.meaning("status", " ".join(said)) if said else None


def above(grid: Grid, layout: Layout, words: ListWords) -> Section:
    """Return the section that begins with a table: by the one cell above its headings, else by the sheet's name."""
    first = min(layout.heading_rows, default=0)
    rows = (
        row for row in reversed(grid.rows[max(first - 2, 0) : first]) if any(cell is not None for cell in row)
    )
    alone = next(rows, [])
    texts = [shown(cell) for cell in alone if cell is not None]
    for text in (*(texts if len(texts) == 1 else ()), grid.sheet):
        status = status_of(text, words)
        if status and (status in _OFF or _TELLING.search(text)):
            return Section(text, status)
    return Section()


def next_one(
    section: Section, cells: Sequence[Cell], words: ListWords, *, advice: str
) -> tuple[Section, str]:
    """Return the section that holds below a row with one cell, and what is told of that row.

    A heading that names no status ends a section that has rows; that of a year only one that stands below a year.
    """
    text = next(shown(cell) for cell in cells if cell is not None)
    status = status_of(text, words)
    if status:
        of_rows = (
            "; the rows below are not counted, as only events that were held are" if status != HELD else ""
        )
        return Section(
            text, status, section.is_of_year
        ), f"heads a section of events that are {status}{of_rows}"
    if text.startswith(_NOTES):
        return section, advice
    is_year = year_in(text) is not None
    if section.status == HELD or (section.has_rows and (section.is_of_year or not is_year)):
        return Section(is_of_year=is_year), advice
    return section, advice


def told(section: Section, cells: Sequence[Cell], columns: Columns, words: ListWords) -> str:
    """Return why a row is not counted that stands below a heading; nothing where it may be an event that was held."""
    if section.status == HELD or any(
        columns.stated(cells, column, words) == HELD for column in columns.status
    ):
        return ""
    return _BELOW.format(heading=section.heading, status=section.status)


_BELOW = (
    "stands below “{heading}”, so it is said to be {status}: not counted, as only events that were held are; was it "
    "held, mend the heading"
)


def opens_table(row: Sequence[Cell], words: ListWords) -> bool:
    """Return whether a row is a heading alone that says whether the events of the table below it were held."""
    texts = [shown(cell) for cell in row if cell is not None]
    return len(texts) == 1 and status_of(texts[0], words) is not None
