"""Cells that say "as above" become the cell above them, in whatever way an office writes that."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace
from itertools import islice

from loaders.grids import Cell, Grid
from loaders.headings import Column, Layout
from loaders.list_words import ListWords
from loaders.problems import Problem, Sink

_LONGEST = 20
"""Signs of a cell that may say "as above"."""

_MARK = re.compile(r"[\s.–—-]*(?:[\"“”„″〃«»]|''|’’|``|´´|//|\\\\)+[\s.–—-]*")
"""A mark of repetition: two strokes, with or without dashes beside them."""


def filled(grid: Grid, layout: Layout, words: ListWords, problems: Sink) -> Grid:
    """Return the sheet with the cell above in place of each that says so; how many there were is told by column."""
    rows = islice(grid.rows, layout.first, None)
    short = {cell for row in rows for cell in row if type(cell) is str and len(cell) <= _LONGEST}
    marks = frozenset(cell for cell in short if not cell[0].isdecimal() and _is_mark(cell, words))
    if not marks:
        return grid
    below = [list(row) for row in grid.rows]
    for column in layout.columns:
        _fill(below, column, layout.first, marks=marks, told=_Told(grid, problems))
    return replace(grid, rows=below)


def _is_mark(cell: str, words: ListWords) -> bool:
    return _MARK.fullmatch(cell) is not None or words.meaning("ditto", cell) is not None


class _Told:
    """Tells of the cells of a column that were read as the one above."""

    def __init__(self, grid: Grid, problems: Sink) -> None:
        self._grid, self._problems = grid, problems

    def tell(self, column: Column, found: list[tuple[int, Cell]]) -> None:
        """Keep a note for the column."""
        row, mark = found[0]
        rows = ", ".join(str(number + 1) for number, _ in found[1:6])
        more = f" (also in rows {rows}{' and more' if len(found) > 6 else ''})" if rows else ""
        advice = f'says "as above"; read as the cell above it{more}'
        place = column.letters
        grid = self._grid
        self._problems.append(
            Problem(
                grid.file, row + 1, column.label, str(mark), advice, "note", sheet=grid.sheet, column=place
            )
        )


def _fill(rows: list[list[Cell]], column: Column, first: int, *, marks: Set[str], told: _Told) -> None:
    """Put the cell above in place of each mark of a column; below nothing it stays as it is."""
    above: Cell = None
    found: list[tuple[int, Cell]] = []
    for number, row in enumerate(rows[first:], start=first):
        cell = row[column.number] if column.number < len(row) else None
        if above is not None and isinstance(cell, str) and cell in marks:
            found.append((number, cell))
            row[column.number] = above
        elif cell is not None:
            above = cell
    if found:
        told.tell(column, found)
