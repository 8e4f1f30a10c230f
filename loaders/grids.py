"""Sheets of cells as a file holds them, before anybody knows what they mean.

A grid has every row of its sheet from the first, so that row 12 of the file is `rows[11]`. A cell is None where
it is empty or blank, else a text without blanks at its ends, a number, a truth value, a date or a time.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from loaders.problems import Problem

Cell = str | int | float | bool | dt.date | dt.time | dt.timedelta | None

MOST_CELLS = 4_000_000
"""Cells of a sheet, empty ones within its used area counted: 100,000 rows of 40 columns."""

MOST_COLUMNS = 1_000
"""Columns of a sheet; more come from a wrong separator, or from a table that lies on its side."""

_BROKEN = re.compile("[\x00\ud800-\udfff]")
_INNER_BLANKS = re.compile(r"[^\S\n]+")


class UnreadableError(ValueError):
    """A file that is no list; the message says why and what to do."""


@dataclass(frozen=True)
class Merge:
    """A merged area, rows and columns from 0, both ends within."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Grid:
    """A sheet: the file's name, the sheet's (empty for text), its rows, merged areas and what was met on the way."""

    file: str
    sheet: str
    rows: list[list[Cell]]
    merges: tuple[Merge, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
    since_1904: bool = False
    """Whether its program counts days from 1904, as that of old Macintosh computers did; from 1900 else."""


Progress = Callable[[str, int], None]
"""Told what is being done and how far it is."""


def silent(what: str, done: int) -> None:
    """Tell nobody."""


Watch = Callable[[list[list[Cell]]], None]
"""Shown some thousand rows at a time while a text is read; if it is begun anew, from the first."""


def unwatched(rows: list[list[Cell]]) -> None:
    """Show nobody."""


def letters(column: int) -> str:
    """Return the letters of a column counted from 0, as spreadsheets write them: 0 is A, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


_BLANKS = re.compile(" {2,}")
"""Blanks in a row say no more than one, and cost what splits a cell dearly."""


_VISIBLE = re.compile(
    "[^\\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufff9-\ufffb]"
)
"""A sign that a reader sees: not one that only joins, parts or turns others."""


def clean(text: str) -> str | None:
    """Return a cell's text without blanks at its ends, with U+FFFD for signs no table can hold; None if blank."""
    if "\x00" in text or not text.isascii():
        text = _BROKEN.sub("\ufffd", text).replace("\u00a0", " ").replace("\u202f", " ").replace("\ufeff", "")
    text = text.strip()
    if not text or (not text.isprintable() and not _VISIBLE.search(text)):
        return None
    if "  " in text:
        text = _BLANKS.sub(" ", text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text


def shown(cell: Cell) -> str:
    """Return a cell as a person would read it: dates as YYYY-MM-DD, whole numbers without a point."""
    if cell is None:
        return ""
    if isinstance(cell, dt.datetime):
        midnight = cell.time() == dt.time()
        return cell.date().isoformat() if midnight else cell.isoformat(" ", "minutes")
    if isinstance(cell, dt.date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return str(cell)


def folded(text: str) -> str:
    """Return a text on one line with single blanks."""
    return " ".join(text.split())


def check_extent(rows: int, columns: int, *, where: str) -> None:
    """Raise UnreadableError where a used area is larger than any list."""
    if columns > MOST_COLUMNS:
        raise UnreadableError(
            f"{where} has {columns:,} columns; a list has one for each field (at most {MOST_COLUMNS:,}): check the "
            "separator, or delete what stands far to the right"
        )
    if rows * columns > MOST_CELLS:
        raise UnreadableError(
            f"{where} reaches to {letters(columns - 1)}{rows}, {rows * columns:,} cells; at most {MOST_CELLS:,} are "
            "read: delete what stands far below or to the right, or split the list"
        )


def read(path: Path, *, name: str, progress: Progress = silent, watch: Watch = unwatched) -> Iterator[Grid]:
    """Yield the sheets of a file, whatever its extension says it is.

    Raises UnreadableError, with the next step, for what is no list or too large; OSError as files do.
    """
    from loaders import text_grids, workbooks

    if not path.is_file():
        raise UnreadableError("is no file; put the list itself here")
    if not path.stat().st_size:
        raise UnreadableError("is empty; save the list again, or take the file away")
    with path.open("rb") as content:
        start = content.read(workbooks.SIGNATURE)
    reader = workbooks.reader_of(start) or partial(text_grids.read, watch=watch)
    yield from reader(path, name=name, progress=progress)
