"""The rows of a hand-edited CSV file, checked: the one way in which files of data/vocabulary are read.

What a spreadsheet program does to such a file (another encoding, a cell too few, a heading changed, a quotation mark
left open) is told with file, line and what to do.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from threading import Lock
from typing import Any

from loaders import files
from loaders.files import HOME
from loaders.problems import VocabularyError

FOLDER = HOME / "data" / "vocabulary"
"""The Atlas's own vocabulary."""

LONGEST = 131_072
"""Characters of the longest cell."""

Row = dict[str, str]


@dataclass(frozen=True)
class Sheet:
    """The heading of a file, and its rows with the line in which each ends; rows without any content are left out."""

    name: str
    heading: list[str]
    lines: Sequence[int]
    cells: list[list[str]]

    def rows(self) -> Iterator[tuple[int, Row]]:
        """Yield line and row by column, each cell without blanks round it."""
        for line, cells in zip(self.lines, self.cells, strict=True):
            yield line, dict(zip(self.heading, map(str.strip, cells), strict=True))

    def columns(self, *names: str) -> Iterator[tuple[str, ...]]:
        """Yield the cells of two or more columns of each row, as they are written."""
        return map(itemgetter(*map(self.heading.index, names)), self.cells)

    def number(self, line: int, column: str, written: str, kind: Callable[[str], Any]) -> Any:
        """Return a cell as a number of a kind (int, float); raises VocabularyError where it is none."""
        try:
            return kind(written)
        except ValueError as error:
            raise fault(self.name, line, f"{column} {written!r} is no number; mend it") from error


def rows(file: str, *needed: str) -> list[Row]:
    """Return the rows of a file of the vocabulary that is in use, each cell without blanks round it."""
    return [row for _, row in read(path_of(file), *needed).rows()]


# Whose vocabulary


@dataclass
class _InUse:
    """The folder that names are looked up in, where it is not the Atlas's own, and its files as they were."""

    folder: Path | None = None
    stamps: frozenset[tuple[Path, int, int]] = frozenset()


_IN_USE = _InUse()
_ONE_AT_A_TIME = Lock()


def path_of(file: str) -> Path:
    """Return a file of the vocabulary that is in use: the Atlas's own where the folder has none of this name."""
    own = _IN_USE.folder and _IN_USE.folder / file
    return own if own and own.exists() else FOLDER / file


def in_use() -> Path:
    """Return the folder of the vocabulary that is in use."""
    return _IN_USE.folder or FOLDER


def use(folder: Path) -> None:
    """Look names up in this folder from now on; where a file is another or has changed, all are read again.

    It costs a look at the times of the files where none has: it is asked for before each reading of data.
    """
    with _ONE_AT_A_TIME:
        own = None if folder.resolve() == FOLDER.resolve() else folder.resolve()
        stamps = frozenset(_stamps(own) | _stamps(FOLDER))
        if (own, stamps) != (_IN_USE.folder, _IN_USE.stamps):
            _IN_USE.folder, _IN_USE.stamps = own, stamps
            _forget()


def _stamps(folder: Path | None) -> set[tuple[Path, int, int]]:
    """Return path, size and time of each file of a folder."""
    return {(path, *files.stamp(path)) for path in folder.glob("*.csv")} if folder else set()


def _forget() -> None:
    """Forget what the modules of this folder have made of the vocabulary; `files` knows none of it."""
    for name, module in list(sys.modules.items()):
        if name.startswith(_PACKAGE) and module is not files:
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


_PACKAGE = f"{__name__.rpartition('.')[0]}."


def read(path: Path, *needed: str) -> Sheet:
    """Read a file whose heading must have some columns.

    Raises VocabularyError, with file and line, where the file is missing, no UTF-8 or no CSV, where a column is
    missing or stands twice, and where a row has more or fewer cells than the heading.
    """
    text = text_of(path)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        heading, *found = list(reader) or [[]]
    except csv.Error as error:
        raise _broken(path.name, text, error) from error
    check_heading(path.name, heading, needed)
    lines: Sequence[int] = range(2, len(found) + 2)
    odd = set(map(len, found)) - {len(heading)} or [""] * len(heading) in found
    if odd or reader.line_num != len(found) + 1 or _has_long_line(text):
        lines, found = _numbered(path.name, text, len(heading))
    return Sheet(path.name, heading, lines, found)


def read_ragged(path: Path, *needed: str) -> tuple[list[str], Iterator[Ragged]]:
    """Return the heading of a file, and each row that holds something, however many cells it has.

    A row that is no CSV is the last, and has no cells. Raises VocabularyError, as `read` does, for all that is no
    matter of one row.
    """
    text = text_of(path)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        heading = next(reader, [])
    except csv.Error as error:
        raise _broken(path.name, text, error) from error
    check_heading(path.name, heading, needed)
    return heading, _ragged(reader)


Ragged = tuple[int, list[str], str]
"""The line in which a row ends (in which it begins, where it is no CSV), its cells, and why it cannot be used."""


def _ragged(reader: Any) -> Iterator[Ragged]:
    begins = reader.line_num + 1
    try:
        for row in reader:
            if any(map(str.strip, row)):
                yield reader.line_num, row, _LONG if max(map(len, row)) > LONGEST else ""
            begins = reader.line_num + 1
    except csv.Error as error:
        said = _LONG if "field limit" in str(error) else f"cannot be read ({error}); check its quotes"
        yield begins, [], f"{said}: nothing from here on is read"


def fault(name: str, line: int, what: str) -> VocabularyError:
    """Return the error for a line of a file."""
    return VocabularyError(f"{name} line {line}: {what}")


def text_of(path: Path) -> str:
    """Return what a file holds; raises VocabularyError where it cannot be opened or is no UTF-8."""
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        what = f"the file is missing from {path.parent.name}/; put it back"
        raise VocabularyError(f"{path.name}: {what}") from error
    except OSError as error:
        what = f"cannot be opened ({error.strerror}); put a file there that can be read"
        raise VocabularyError(f"{path.name}: {what}") from error
    if (nul := content.find(b"\0")) >= 0:
        raise fault(path.name, _line_of(content, nul), "holds a NUL, which is no text; save it as CSV UTF-8")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise fault(path.name, _line_of(content, error.start), "is no UTF-8; save it as CSV UTF-8") from error


def _line_of(content: bytes, place: int) -> int:
    return content[:place].count(b"\n") + 1


def check_heading(name: str, columns: Sequence[str], needed: Sequence[str]) -> None:
    """Raise VocabularyError where a column is missing or stands twice."""
    missing = [column for column in needed if column not in columns]
    if missing:
        advice = "add it to the heading, cells divided by commas"
        raise fault(name, 1, f"column {missing[0]!r} is missing; {advice}")
    twice = [column for column in columns if columns.count(column) > 1]
    if twice:
        raise fault(name, 1, f"column {twice[0]!r} stands twice; keep one of the two")


def _numbered(name: str, text: str, width: int) -> tuple[list[int], list[list[str]]]:
    """Return the rows that hold something, each with its line.

    Raises VocabularyError for a row of another width, and for a cell that is too long, whatever the limit of the csv
    module has been set to.
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    next(reader)
    found = [(reader.line_num, row) for row in reader if any(map(str.strip, row))]
    for line, row in found:
        if len(row) != width:
            cells = f"has {len(row)} {'cell' if len(row) == 1 else 'cells'}, the heading {width}"
            raise fault(name, line, f"{cells}; check commas and quotes")
        if max(map(len, row)) > LONGEST:
            raise fault(name, line, _LONG)
    return [line for line, _ in found], [row for _, row in found]


def _broken(name: str, text: str, error: csv.Error) -> VocabularyError:
    """Return the error for a file that is no CSV, at the line where the row begins that cannot be read."""
    reader, line = csv.reader(io.StringIO(text, newline=""), strict=True), 1
    try:
        for _ in reader:
            line = reader.line_num + 1
    except csv.Error:
        pass
    if "field limit" in str(error):
        return fault(name, line, _LONG)
    return fault(name, line, f"cannot be read ({error}); check its quotes")


def _has_long_line(text: str) -> bool:
    """Return whether a line may hold a cell that is too long."""
    start = 0
    while len(text) - start > LONGEST:
        start = text.rfind("\n", start + 1, start + LONGEST)
        if start < 0:
            return True
    return False


_LONG = f"has a cell of more than {LONGEST:,} characters; check its quotes"
