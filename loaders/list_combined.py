"""A column "Date and place" becomes two: of "12-14 May 2019, Vienna" the day is one cell and the city another.

A cell is parted only between pieces that are dates and pieces that are not. Where that does not tell its place, it is
read as a date and asked about.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from loaders.grids import Cell, Grid
from loaders.headings import Column, Layout
from loaders.problems import Problem, Sink

COMBINED = "date_place"
_DATED = frozenset({"date", "start_date", "end_date", "year", "month"})
_PLACED = frozenset({"place", "city"})

_PIECE = re.compile(r"[^,;:\n|()\[\]]+")
_WITHIN = re.compile(r"\s+[-–—/]\s+|\s+(?:in|at|à|en|в)\s+(?=[^\W\d_])", re.IGNORECASE)
_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"(?<!\d)[^\W\d_]{2,}|(?<![\w.])[^\W\d_](?!\d)")
"""A word, not what stands at a number: "12th", "Q2"."""

_BEFORE = re.compile(r"(?:in|at|on|à|au|en|в|г\.|гор\.)\s+", re.IGNORECASE)
_LONGEST = 300
_UNPARTED = (
    "tells days and place in a way that cannot be told apart; read as a date alone: put a comma between them"
)

_DAYS = frozenset({"month", "month_short", "month_word", "month_risky", "weekday", "weekday_short", "season"})
"""Kinds of words that make a piece without numbers a date."""


def parted(grid: Grid, layout: Layout, problems: Sink) -> tuple[Grid, Layout]:
    """Return a sheet and its layout with date and place in columns of their own.

    The place stands in a column behind the others, whose problems bear the letters of the one it was taken from.
    """
    combined = layout.of(COMBINED)
    if not combined:
        return grid, layout
    column, width = combined[0], max(map(len, grid.rows), default=0)
    rows = list(grid.rows)
    for number in range(layout.first, len(rows)):
        cell = rows[number][column.number] if column.number < len(rows[number]) else None
        if isinstance(cell, str):
            found = parts(cell)
            rows[number] = _with(rows[number], column.number, width, found)
            if found.is_doubted:
                problems.append(_told(grid, number, column, cell))
    date = replace(column, field="date")
    place = replace(column, field="place", number=width, part_of=column.number)
    columns = tuple(date if each is column else each for each in layout.columns)
    return replace(grid, rows=rows), replace(layout, columns=(*columns, place))


def _with(row: list[Cell], column: int, width: int, found: Parts) -> list[Cell]:
    cells = [*row, *[None] * (width - len(row)), found.place]
    cells[column] = found.date
    return cells


def _told(grid: Grid, number: int, column: Column, cell: str) -> Problem:
    place = (grid.file, number + 1, column.label, cell, _UNPARTED, "warning")
    return Problem(*place, sheet=grid.sheet, column=column.letters)


def settled(layout: Layout) -> Layout:
    """Return the layout with a column of both asked about where others hold the date or the place."""
    fields = {column.field for column in layout.columns}
    if COMBINED not in fields or not fields & (_DATED | _PLACED):
        return layout
    columns = (
        replace(column, field="", found="again") if column.field == COMBINED else column
        for column in layout.columns
    )
    return replace(layout, columns=tuple(columns))


class Parts(NamedTuple):
    """The date and the place in a cell, None for what it does not tell; whether they could not be told apart."""

    date: str | None
    place: str | None
    is_doubted: bool = False


@lru_cache(maxsize=20_000)
def parts(text: str) -> Parts:
    """Return the date and the place in a cell."""
    if len(text) > _LONGEST:
        return Parts(text, None, is_doubted=True)
    pieces = [span for piece in _PIECE.finditer(text) for span in _split(text, *piece.span())]
    dated = [place for place, (start, end) in enumerate(pieces) if _is_date(text[start:end])]
    others = [text[start:end] for place, (start, end) in enumerate(pieces) if place not in dated]
    named = [other for other in (_BEFORE.sub("", each.strip(), count=1) for each in others) if other]
    if any(_YEAR_OR_DAY.search(each) for each in named) or dated != list(range(*_ends(dated))):
        return Parts(text, None, is_doubted=True)
    if not dated:
        return Parts(None, text)
    date = text[pieces[dated[0]][0] : pieces[dated[-1]][1]].strip()
    return Parts(date, ", ".join(named) or None)


_YEAR_OR_DAY = re.compile(r"\d{4}|\d[-–./]\d|\b\d{1,2}\s+[^\W\d_]+\s+(?:and|et|y|и)\b", re.IGNORECASE)
"""What in the name of a place is rather a part of a date."""


def _ends(places: list[int]) -> tuple[int, int]:
    return (places[0], places[-1] + 1) if places else (0, 0)


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the pieces of a piece: parted at dashes between blanks, before a preposition, between date and name."""
    within = list(_WITHIN.finditer(text, start, end))
    begins, ends = [start, *(found.end() for found in within)], [*(found.start() for found in within), end]
    return [span for piece in zip(begins, ends, strict=True) for span in _apart(text, *piece)]


def _apart(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return a piece in two where its first words are a date and its last ones are not, or the other way round."""
    tokens = [found.span() for found in _TOKEN.finditer(text, start, end)]
    kinds = [_may_be_date(text[first:last]) for first, last in tokens]
    changes = [place for place in range(1, len(kinds)) if kinds[place] != kinds[place - 1]]
    whole = _is_date(text[start:end]) or not any(sign.isdigit() for sign in text[start:end])
    if whole or len(changes) != 1:
        return [(start, end)]
    return [(start, tokens[changes[0]][0]), (tokens[changes[0]][0], end)]


def _may_be_date(token: str) -> bool:
    from loaders.date_words import words

    return all(word.casefold() in words() for word in _WORD.findall(token))


def _is_date(piece: str) -> bool:
    """Return whether a piece has numbers or names of days and months, and no word that stands in no date."""
    from loaders.date_words import words

    known = [words().get(word.casefold()) for word in _WORD.findall(piece)]
    if None in known:
        return False
    named = any(word is not None and word.kind in _DAYS for word in known)
    return named or any(sign.isdigit() for sign in piece)
