"""Workbooks (XLSX, XLS, ODS) become grids; what a spreadsheet program hides is read and told.

Every file is measured before it is opened: a small file can ask for more memory than there is.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from loaders import biff, workbook_parts
from loaders.grids import Cell, Grid, Merge, Progress, UnreadableError, check_extent, clean, letters, silent
from loaders.problems import Problem
from loaders.workbook_parts import Part

SIGNATURE = 8
"""Bytes at the start of a file that tell what it is."""

MOST_BYTES = 60 * 2**20
"""Size of a workbook that is read."""

Reader = Callable[..., Iterator[Grid]]


def reader_of(start: bytes) -> Reader | None:
    """Return what reads a file that begins like this; None for text.

    Raises UnreadableError for what is known to be something else.
    """
    if start.startswith(b"PK\x03\x04"):
        return _read_zipped
    if start.startswith(biff.SIGNATURE):
        return _read_xls
    for mark, kind in _OTHERS.items():
        if start.startswith(mark):
            raise UnreadableError(f"is {kind}, not a list; save the list as XLSX or as CSV (UTF-8)")
    return None


_OTHERS = {
    b"%PDF": "a PDF document",
    b"PK\x05\x06": "an empty ZIP archive",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"{\\rtf": "a text document (RTF)",
    b"\x1f\x8b": "a packed file (gzip)",
    b"Rar!": "a packed file (RAR)",
    b"7z\xbc\xaf": "a packed file (7-Zip)",
    b"SQLite f": "a database (SQLite)",
    b"PAR1": "a Parquet file",
}


def _check_size(path: Path) -> None:
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise UnreadableError(
            f"has {size / 2**20:,.0f} MB; workbooks of at most {MOST_BYTES // 2**20} MB are read: split the list, "
            "or save it as CSV (UTF-8)"
        )


def _read_zipped(path: Path, *, name: str, progress: Progress = silent) -> Iterator[Grid]:
    _check_size(path)
    progress(f"{name}: looking through the workbook", 0)
    yield from _grids(path, name, workbook_parts.look_through(path), progress)


def _read_xls(path: Path, *, name: str, progress: Progress = silent) -> Iterator[Grid]:
    _check_size(path)
    parts = biff.look_through(path)
    _try_out(path)
    yield from _grids(path, name, parts, progress)


_TRIAL = """
import sys, python_calamine
book = python_calamine.CalamineWorkbook.from_path(sys.argv[1])
for name in book.sheet_names:
    book.get_sheet_by_name(name)
"""
MOST_SECONDS = 60
"""How long a workbook may take to be opened."""


def _try_out(path: Path) -> None:
    """Open a workbook in a process of its own first; raises UnreadableError where that ends the process.

    A damaged XLS may ask for more memory than there is, whereupon calamine ends whatever program it runs in.
    """
    program = [sys.executable, "-c", _TRIAL, str(path.resolve())]
    try:
        done = subprocess.run(program, capture_output=True, timeout=MOST_SECONDS, check=False)  # noqa: S603 - ours
    except subprocess.TimeoutExpired as error:
        raise UnreadableError(
            f"is a workbook that takes more than {MOST_SECONDS} seconds to open; {_AGAIN}"
        ) from error
    if done.returncode not in (0, 1):
        raise UnreadableError(f"is a damaged workbook; {_AGAIN}")


def _grids(path: Path, name: str, parts: dict[str, Part], progress: Progress) -> Iterator[Grid]:
    """Yield the sheets as calamine reads them, with what their parts tell."""
    import python_calamine as calamine

    for sheet, part in parts.items():
        check_extent(part.rows, part.columns, where=f"sheet {sheet!r}")
    with _opened(path) as workbook:
        for about in workbook.sheets_metadata:
            progress(f"{name}: reading sheet {about.name!r}", 0)
            part = parts.get(about.name, Part())
            if about.typ != calamine.SheetTypeEnum.WorkSheet or part == Part(state="unknown"):
                yield _left_out(name, about.name, "holds no cells (a chart or a dialog)", "note")
            else:
                state = "" if about.visible == calamine.SheetVisibleEnum.Visible else "hidden"
                yield _grid(workbook, name, about.name, part=replace(part, state=state))


@contextmanager
def _guarded() -> Iterator[None]:
    """Turn what calamine raises for an encrypted or damaged workbook into UnreadableError, its panics too."""
    import python_calamine as calamine

    try:
        yield
    except calamine.PasswordError as error:
        raise UnreadableError("is protected by a password; save a copy without it") from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise UnreadableError(f"is a damaged workbook ({error}); {_AGAIN}") from error
    except BaseException as error:
        if (
            type(error).__name__ != "PanicException"
        ):  # what Rust raises is no Exception and has no name to import
            raise
        raise UnreadableError(f"is a damaged workbook ({error}); {_AGAIN}") from error


def _opened(path: Path) -> Any:
    """Return the opened workbook; raises UnreadableError for one that is encrypted or damaged."""
    import python_calamine as calamine

    with _guarded():
        return calamine.CalamineWorkbook.from_path(path)


_AGAIN = "open it in a spreadsheet program, save it again as XLSX"


def _left_out(name: str, sheet: str, why: str, severity: str = "error") -> Grid:
    advice = f"{why}; nothing was read from it"
    return Grid(name, sheet, [], problems=(Problem(name, None, "sheet", "", advice, severity, sheet=sheet),))


def _grid(workbook: Any, name: str, sheet: str, *, part: Part) -> Grid:
    """Return a sheet; one that cannot be read is empty and told."""
    try:
        with _guarded():
            cells = workbook.get_sheet_by_name(sheet)
            rows = _rows(cells.to_python(skip_empty_area=False))
            found = () if part.merges else cells.merged_cell_ranges or ()
    except UnreadableError as error:
        return _left_out(name, sheet, str(error))
    merges = part.merges or tuple(Merge(*top, *bottom) for top, bottom in found)
    told = tuple(_told(name, sheet, part, rows))
    return Grid(name, sheet, _filled(rows, merges), merges, told, part.since_1904)


def _rows(read: list[list[Any]]) -> list[list[Cell]]:
    """Return the rows without empty cells at their ends, one text kept for all cells that hold it."""
    seen: dict[str, str | None] = {"": None}
    rows: list[list[Cell]] = []
    for row in read:
        cells = [_cell(value, seen) for value in row]
        while cells and cells[-1] is None:
            cells.pop()
        rows.append(cells)
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _cell(value: Any, seen: dict[str, str | None]) -> Cell:
    if not isinstance(value, str):
        return value  # type: ignore[no-any-return]  # calamine's own types, all of them cells
    if value not in seen:
        seen[value] = clean(value)
    return seen[value]


MOST_MERGES = 2_000
"""Merged areas of a sheet that are filled; a sheet with more is drawn, not kept."""


def _filled(rows: list[list[Cell]], merges: tuple[Merge, ...]) -> list[list[Cell]]:
    """Return the rows with the value of a merged area in every row it covers, in its first column.

    To the right it is not repeated: one value over two columns is not a value of each.
    """
    for area in merges[:MOST_MERGES]:
        first = rows[area.top] if area.top < len(rows) else []
        value = first[area.left] if area.left < len(first) else None
        for row in rows[area.top + 1 : area.bottom + 1] if value is not None else ():
            row.extend([None] * (area.left + 1 - len(row)))
            row[area.left] = value
    return rows


def _told(name: str, sheet: str, part: Part, rows: list[list[Cell]]) -> Iterator[Problem]:
    """Yield what a person who opens the workbook does not see, and values that are lost."""
    if part.state:
        yield Problem(
            name,
            None,
            "sheet",
            "",
            f"is a {part.state} sheet; it was read like the others",
            "note",
            sheet=sheet,
        )
    filled = (
        {column for row in rows for column, cell in enumerate(row) if cell is not None}
        if part.hidden_columns
        else ()
    )
    for column in filter(set(filled).__contains__, part.hidden_columns):
        advice = "is a hidden column; it was read like the others: show it in the file, or delete it"
        yield Problem(name, None, "column", "", advice, "warning", sheet=sheet, column=letters(column))
    for row in (row for row in part.hidden_rows if row < len(rows) and rows[row]):
        advice = "is a hidden row; it was read like the others: show it in the file, or delete it"
        yield Problem(name, row + 1, "row", "", advice, "warning", sheet=sheet)
    for number in _struck_rows(part, rows):
        yield Problem(name, number + 1, "row", "", _STRUCK, "warning", sheet=sheet)
    for cell in part.lost:
        place = letters(cell.column)
        yield Problem(name, cell.row + 1, "cell", cell.value, cell.advice, sheet=sheet, column=place)


_STRUCK = "is struck through, by which no row is left out: was the event called off or moved, delete the row"


def _struck_rows(part: Part, rows: list[list[Cell]]) -> Iterator[int]:
    """Yield the rows of which most filled cells are struck through."""
    for number in sorted({row for row, _ in part.struck if row < len(rows)}):
        filled = [column for column, cell in enumerate(rows[number]) if cell is not None]
        struck = sum((number, column) in part.struck for column in filled)
        if struck * 2 > len(filled):
            yield number
