"""What the records of an old workbook (XLS, BIFF8) tell before it is opened: extent, hidden parts, lost results.

Read after [MS-CFB] (the file of sectors) and [MS-XLS] (the records in its stream "Workbook").
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from loaders.grids import UnreadableError
from loaders.workbook_parts import FAULT, Lost, Part

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_END = 0xFFFFFFFC
"""Sector numbers from here on end a chain or name no sector."""

_DATEMODE = 0x22
_BOF, _EOF, _BOUNDSHEET, _FILEPASS, _COLINFO, _ROW, _BOOLERR = 0x809, 0x0A, 0x85, 0x2F, 0x7D, 0x208, 0x205
_CELLS = {0x203, 0x27E, 0x204, 0xFD, 0x205, 0x06, 0xD6}
"""NUMBER, RK, LABEL, LABELSST, BOOLERR, FORMULA, RSTRING: records of one cell; BLANK holds no value."""
_MULRK = 0xBD
_DIMENSIONS, _MOST_ROWS, _MOST_COLUMNS = 0x200, 65_536, 256
"""The record of a sheet's extent, and the largest there is: calamine makes room for whatever it says."""

_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


def look_through(path: Path) -> dict[str, Part]:
    """Return the parts of an XLS by the name of their sheet.

    Raises UnreadableError for one that is encrypted, damaged, or another kind of document.
    """
    content = path.read_bytes()
    try:
        streams = _streams(content)
    except (struct.error, IndexError) as error:
        raise UnreadableError(
            "is a damaged workbook; open it in a spreadsheet program, save it as XLSX"
        ) from error
    if "EncryptedPackage" in streams:
        raise UnreadableError("is protected by a password; save a copy without it")
    workbook = streams.get("Workbook") or streams.get("Book")
    if workbook is None:
        raise UnreadableError("is an old office document without a workbook in it; save the list as XLSX")
    try:
        return dict(_sheets(workbook))
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise UnreadableError(
            "is a damaged workbook; open it in a spreadsheet program, save it as XLSX"
        ) from error


# The file of sectors


def _streams(content: bytes) -> dict[str, bytes]:
    """Return the streams of the file by name; those below 4 KB stay empty, no workbook is as small."""
    shift, first_directory = (
        struct.unpack_from("<H", content, 30)[0],
        struct.unpack_from("<I", content, 48)[0],
    )
    if shift not in (9, 12):
        raise IndexError("sector size")
    size = 1 << shift
    table = _allocation(content, size)
    directory = _chain(content, first_directory, table, size)
    found = {}
    for place in range(0, len(directory), 128):
        length = struct.unpack_from("<H", directory, place + 64)[0]
        name = directory[place : place + max(length - 2, 0)].decode("utf-16-le", "replace")
        start, bytes_ = struct.unpack_from("<II", directory, place + 116)
        if directory[place + 66] == 2:
            small = bytes_ < 4096
            found[name] = b"" if small else _chain(content, start, table, size)[:bytes_]
    return found


def _allocation(content: bytes, size: int) -> list[int]:
    """Return the table that names, for each sector, the next one of its stream."""
    sectors = list(struct.unpack_from("<109I", content, 76))
    more, count = struct.unpack_from("<II", content, 68)
    for _ in range(min(count, len(content) // size)):
        if more >= _END:
            break
        numbers = struct.unpack_from(f"<{size // 4}I", content, (more + 1) * size)
        sectors.extend(numbers[:-1])
        more = numbers[-1]
    table: list[int] = []
    for sector in sectors:
        if sector < _END:
            table.extend(struct.unpack_from(f"<{size // 4}I", content, (sector + 1) * size))
    return table


def _chain(content: bytes, sector: int, table: list[int], size: int) -> bytes:
    """Return the bytes of a stream; a chain that runs in a circle ends with the file's length."""
    pieces = []
    for _ in range(len(content) // size + 1):
        if sector >= _END:
            break
        pieces.append(content[(sector + 1) * size : (sector + 2) * size])
        sector = table[sector]
    return b"".join(pieces)


# The records


def _records(stream: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield kind, place and length of each record."""
    place = 0
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, place)
        yield kind, place + 4, length
        place += 4 + length


def _sheets(stream: bytes) -> Iterator[tuple[str, Part]]:
    """Yield the sheets in the order of the workbook."""
    names: dict[int, str] = {}
    seen: _Sheet | None = None
    since_1904 = False
    for kind, place, length in _records(stream):
        if kind == _FILEPASS:
            raise UnreadableError("is protected by a password; save a copy without it")
        if kind == _BOUNDSHEET:
            names[struct.unpack_from("<I", stream, place)[0]] = _name(stream, place + 6)
        elif kind == _BOF and place - 4 in names:
            seen = _Sheet(names[place - 4])
        elif kind == _DATEMODE:
            since_1904 = struct.unpack_from("<H", stream, place)[0] == 1
        elif kind == _EOF and seen:
            yield seen.name, replace(seen.part(), since_1904=since_1904)
            seen = None
        elif seen:
            seen.take(stream, kind, place, length=length)


def _name(stream: bytes, place: int) -> str:
    length, wide = stream[place], stream[place + 1] & 1
    text = stream[place + 2 : place + 2 + length * (2 if wide else 1)]
    return text.decode("utf-16-le" if wide else "latin-1")


def _check_dimensions(stream: bytes, place: int, length: int) -> None:
    """Raise UnreadableError for an extent that no sheet has: making room for it would end the program."""
    form = "<IIHH" if length > 10 else "<HHHH"
    top, rows, left, columns = struct.unpack_from(form, stream, place)
    if not (top <= rows <= _MOST_ROWS and left <= columns <= _MOST_COLUMNS):
        raise UnreadableError(
            "is a damaged workbook (a sheet larger than any); open it in a spreadsheet program, save it as XLSX"
        )


class _Sheet:
    """A sheet while its records pass by."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._rows = self._columns = 0
        self._hidden_columns: list[int] = []
        self._hidden_rows: list[int] = []
        self._lost: list[Lost] = []

    def take(self, stream: bytes, kind: int, place: int, *, length: int) -> None:
        """Take one record."""
        if kind == _DIMENSIONS:
            _check_dimensions(stream, place, length)
        elif kind in _CELLS:
            row, column = struct.unpack_from("<HH", stream, place)
            self._reach(row, column)
            if kind == _BOOLERR and stream[place + 7]:
                self._lost.append(Lost(row, column, _ERRORS.get(stream[place + 6], "#"), FAULT))
        elif kind == _MULRK:
            row = struct.unpack_from("<H", stream, place)[0]
            self._reach(row, struct.unpack_from("<H", stream, place + length - 2)[0])
        elif kind == _COLINFO:
            first, last, _, _, options = struct.unpack_from("<5H", stream, place)
            if options & 1:
                self._hidden_columns.extend(range(first, min(last, 255) + 1))
        elif kind == _ROW and struct.unpack_from("<H", stream, place + 12)[0] & 0x20:
            self._hidden_rows.append(struct.unpack_from("<H", stream, place)[0])

    def _reach(self, row: int, column: int) -> None:
        self._rows, self._columns = max(self._rows, row + 1), max(self._columns, column + 1)

    def part(self) -> Part:
        """Return what was seen."""
        return Part(
            self._rows,
            self._columns,
            tuple(self._hidden_columns),
            tuple(self._hidden_rows),
            lost=tuple(self._lost),
        )
