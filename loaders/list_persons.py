"""Lists of persons are told from lists of events: nothing of a person goes into the tables or into a problem."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from loaders.grids import Cell, Grid, shown
from loaders.headings import Column, Layout, known_heading, sample, share
from loaders.list_dates import DATES
from loaders.list_words import ListWords
from loaders.person_names import mentions_person

_ADDRESS = re.compile(r"[^\s<>()\[\];,:\"]+@[^\s<>()\[\];,:\"@]+\.[^\W\d_]{2,}")
ADDRESS_LEFT_OUT = "(e-mail address left out)"

_NAME = re.compile(r"[^\W\d_a-z][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){1,3}")
"""How a person's name looks: two to four words without numbers, the first with a capital."""

_OF_EVENTS = (
    "participants",
    "women",
    "men",
    "participant_countries",
    "country_mark",
    "organisers",
    "funders",
)
"""Fields that a list of events has and a list of persons has not."""


def masked(text: str) -> str:
    """Return a text with its e-mail addresses left out."""
    return _ADDRESS.sub(ADDRESS_LEFT_OUT, text) if "@" in text else text


PERSON_LEFT_OUT = "(name of a person left out)"


def told_of(cells: Iterable[Cell]) -> str:
    """Return the cells of a row as they may be told: without e-mail addresses and cells that mention a person."""
    texts = (shown(cell) for cell in cells if cell is not None)
    return "; ".join(PERSON_LEFT_OUT if mentions_person(text) else masked(text) for text in texts)


def settled(grid: Grid, layout: Layout, words: ListWords) -> Layout:
    """Return the layout with columns of names and forms of address told from columns of titles."""
    columns = [_addressed(grid, layout, column, words) for column in layout.columns]
    signs = any(column.field == "person" for column in columns)
    names = [place for place, column in enumerate(columns) if _is_bare(column, words)]
    others = [
        place
        for place, column in enumerate(columns)
        if column.found == "again" and known_heading(column.label, words) == "title"
    ]
    addressed = any(_holds_addresses(grid, layout, column) for column in columns)
    for place in names:
        cells = sample(grid, layout, columns[place].number)
        looks = addressed and (bool(others) or share(cells, lambda text: _is_name(text, words)) >= 0.8)
        if signs or looks:
            columns[place] = replace(columns[place], field="person")
    if others and not any(column.field == "title" for column in columns):
        columns[others[0]] = replace(columns[others[0]], field="title", found="heading")
    return replace(layout, columns=tuple(columns))


def _addressed(grid: Grid, layout: Layout, column: Column, words: ListWords) -> Column:
    """Return a column "Title" that holds Mr and Ms as one of persons."""
    if column.field != "title" or column.found == "mapping":
        return column
    cells = sample(grid, layout, column.number)
    polite = share(cells, lambda text: words.meaning("form of address", text) is not None)
    return replace(column, field="person") if cells and polite >= 0.8 else column


def _is_bare(column: Column, words: ListWords) -> bool:
    """Return whether a column is headed "Name" and no more, and was taken for the name of the event."""
    heading = column.field == "title" and column.found == "heading"
    return heading and words.meaning("bare name", column.label) is not None


def _holds_addresses(grid: Grid, layout: Layout, column: Column) -> bool:
    cells = sample(grid, layout, column.number)
    return share(cells, lambda text: _ADDRESS.fullmatch(text) is not None) >= 0.5


def _is_name(text: str, words: ListWords) -> bool:
    """Return whether a text looks like a person's name and has no word for an event in it."""
    parts = text.split()
    events = any(words.meaning(kind, part) for part in parts for kind in ("format", "topic", "mode"))
    return _NAME.fullmatch(text) is not None and not events


def refusal(grid: Grid, layout: Layout) -> str:
    """Return why a sheet is not read: it has a row for each person; nothing, where it has one for each event."""
    persons = layout.of("person")
    rows = grid.rows[layout.first :]
    if not persons or not any(_cell(row, column) is not None for row in rows for column in persons):
        return ""
    events = bool(layout.of("title")) and any(map(layout.of, _OF_EVENTS))
    if events and not _repeats(rows, layout, persons):
        return ""
    headings = ", ".join(repr(column.label) for column in persons[:6])
    return (
        f"is a list of persons (columns {headings}); nothing was read, as the Atlas keeps no data of persons: make a "
        "list with one row an event and the number of participants, or, if each row is an event, name these "
        'columns "ignore" in a mapping'
    )


def _repeats(rows: list[list[Cell]], layout: Layout, persons: list[Column]) -> bool:
    """Return whether rows of one event differ in their persons."""
    which = [column for name in ("title", *DATES, "place", "city") for column in layout.of(name)]
    seen: dict[tuple[Cell, ...], tuple[Cell, ...]] = {}
    for row in rows:
        key = tuple(_cell(row, column) for column in which)
        person = tuple(_cell(row, column) for column in persons)
        if any(cell is not None for cell in key) and seen.setdefault(key, person) != person:
            return True
    return False


def _cell(row: list[Cell], column: Column) -> Cell:
    return row[column.number] if column.number < len(row) else None


def examples(cells: list[Cell], column: Column) -> str:
    """Return the first cells of a column for a question about it; none of a column that may hold persons."""
    texts = [shown(cell)[:80] for cell in cells[:3]]
    if column.field in ("person", "contact") or any("@" in text or mentions_person(text) for text in texts):
        return ""
    return "; ".join(dict.fromkeys(texts))
