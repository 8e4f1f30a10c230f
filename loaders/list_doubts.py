"""Cells that are asked about because of the rest of their column: years among headcounts, days that may be months."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median

from loaders.grids import Cell, Grid, shown
from loaders.headings import Column, Layout
from loaders.list_dates import is_ambiguous
from loaders.list_status import status_of
from loaders.list_words import ListWords
from loaders.problems import Problem

Doubts = dict[tuple[int, Cell], str]
"""Advice by column, from 0, and cell; such a cell is not read."""

_YEARS = range(1990, 2051)
_FAR = 10
"""How many times the usual headcount of its column a number like 2019 is at least, to be taken for a year."""


def of_people(grid: Grid, layout: Layout) -> Doubts:
    """Return the numbers in columns of people that are rather years, as all others are far smaller."""
    return {
        (column.number, cell): _A_YEAR
        for name in ("participants", "women", "men")
        for column in layout.of(name)
        for cell in _years_in(_cells(grid, layout, column))
    }


_A_YEAR = (
    "looks like a year, as the other numbers of its column are far smaller; not read: is it how many came? Write it "
    'as "2,019 participants", else mend it'
)


def _years_in(cells: list[Cell]) -> list[Cell]:
    """Return the cells that are years, where the others are far smaller."""
    numbers = {cell: _number(cell) for cell in dict.fromkeys(cells)}
    years = [cell for cell, number in numbers.items() if number in _YEARS]
    others = [number for cell in cells if (number := numbers[cell]) is not None and number not in _YEARS]
    return years if others and max(others) < min(_YEARS) and median(others) * _FAR < min(_YEARS) else []


def _number(cell: Cell) -> int | None:
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return int(cell) if float(cell).is_integer() else None
    return int(cell) if isinstance(cell, str) and cell.isdecimal() and len(cell) < 10 else None


def of_days(grid: Grid, layout: Layout) -> Doubts:
    """Return the dates of which nothing tells day from month, in a sheet that has both orders."""
    return {
        (column.number, cell): _EITHER
        for name in ("date", "start_date", "end_date")
        for column in layout.of(name)
        for cell in _cells(grid, layout, column)
        if isinstance(cell, str) and is_ambiguous(cell)
    }


def of_notes(grid: Grid, layout: Layout, words: ListWords) -> Iterator[Problem]:
    """Yield the remarks that say that an event which is counted was called off or postponed."""
    remarks = [column for column in layout.of("unkept") if column.found != "mapping"]
    for number, row in enumerate(grid.rows[layout.first :] if remarks else (), start=layout.first + 1):
        for column in remarks:
            text = shown(row[column.number]) if column.number < len(row) else ""
            said = status_of(text, words) if text and not _FROM.search(text) else None
            if said in ("called off", "postponed"):
                about = grid.file, number, column.label, text, _REMARKED.format(said=said), "warning"
                yield Problem(*about, sheet=grid.sheet, column=column.letters)


_FROM = re.compile(r"\b(?:from|not|de|desde|с)\b", re.IGNORECASE)
_REMARKED = (
    "says that the event was {said}, in a column that is not read; it is counted: was it not held, take the row out, "
    "or say in a mapping that the column is its status"
)

_EITHER = (
    "may be day and month or month and day, and its column has both; not read: write it as 2024-09-24, or say "
    "date_order in a mapping"
)


def _cells(grid: Grid, layout: Layout, column: Column) -> list[Cell]:
    return [
        row[column.number]
        for row in grid.rows[layout.first :]
        if column.number < len(row) and row[column.number] is not None
    ]
