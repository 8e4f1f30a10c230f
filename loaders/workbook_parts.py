"""What a workbook holds that its values do not show: its extent, hidden parts, merged areas, lost results.

XLSX and ODS are ZIP archives of XML. Sizes are checked before anything is unpacked and again while it is, and
no entity of any XML is followed.
"""

from __future__ import annotations

import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import IO, Any

from loaders.grids import Merge, UnreadableError

MOST_UNPACKED = 300 * 2**20
"""Bytes of all parts of a workbook, unpacked; 100,000 rows of 20 columns take about 100 MB."""

_CHUNK = 4 * 2**20
_DAMAGED = "open it in a spreadsheet program, save it again as XLSX"


@dataclass(frozen=True)
class Lost:
    """A cell whose value a reader does not get: where (from 0), what stands there, and why it is lost."""

    row: int
    column: int
    value: str
    advice: str


NO_RESULT = (
    "is a formula whose result is not stored in the file; open the list in a spreadsheet program and save it, or "
    "write the value"
)
FAULT = "is a formula that gives an error; mend it or write the value"


@dataclass(frozen=True)
class Part:
    """What is to be known of a sheet beside its values; rows and columns are counted from 0."""

    rows: int = 0
    columns: int = 0
    hidden_columns: tuple[int, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    struck: frozenset[tuple[int, int]] = frozenset()
    """Rows and columns of the cells that are struck through."""
    merges: tuple[Merge, ...] = ()
    lost: tuple[Lost, ...] = field(default=())
    state: str = ""
    since_1904: bool = False
    """Whether days are counted from 1904."""


def look_through(path: Path) -> dict[str, Part]:
    """Return the parts of a workbook by the name of their sheet.

    Raises UnreadableError for an archive that is damaged, too large, encrypted, or no XLSX or ODS.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            names = _checked(archive)
            if "xl/workbook.xml" in names:
                return dict(_xlsx(archive, names))
            if "content.xml" in names:
                return dict(_ods(archive, names))
    except (
        zipfile.BadZipFile,
        zlib.error,
        lzma.LZMAError,
        EOFError,
        NotImplementedError,
        RuntimeError,
        OSError,
        ValueError,
    ) as error:
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError(f"is a damaged workbook ({error}); {_DAMAGED}") from error
    except _xml_faults() as error:
        raise UnreadableError(f"is a damaged workbook (XML: {error}); {_DAMAGED}") from error
    raise UnreadableError(_what_else(names))


def _xml_faults() -> tuple[type[Exception], ...]:
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException  # type: ignore[import-untyped]

    return (ParseError, DefusedXmlException, UnicodeDecodeError)


def _checked(archive: zipfile.ZipFile) -> set[str]:
    """Return the names in an archive; raises UnreadableError where they would unpack to more than is read."""
    parts = archive.infolist()
    size = sum(part.file_size for part in parts)
    if size > MOST_UNPACKED or len(parts) > 10_000:
        raise UnreadableError(
            f"unpacks to {size / 2**20:,.0f} MB in {len(parts):,} parts; workbooks of at most "
            f"{MOST_UNPACKED // 2**20} MB are read: delete pictures and empty rows, or save the list as CSV (UTF-8)"
        )
    names = {part.filename for part in parts}
    if any(part.flag_bits & 1 for part in parts):
        raise UnreadableError("is protected by a password; save a copy without it")
    return names


def _what_else(names: set[str]) -> str:
    kinds = {"word/document.xml": "a Word document", "ppt/presentation.xml": "a presentation"}
    kind = next((kind for name, kind in kinds.items() if name in names), "a ZIP archive")
    if "xl/workbook.bin" in names:
        kind = "a binary workbook (XLSB)"
    return f"is {kind}, not a list; save the list as XLSX or as CSV (UTF-8)"


def _tree(archive: zipfile.ZipFile, name: str) -> Any:
    """Return a small part as a tree of elements; raises UnreadableError for a large one."""
    from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

    if archive.getinfo(name).file_size > 2 * _CHUNK:
        raise UnreadableError(f"has a part {name} of unusual size; {_DAMAGED}")
    return fromstring(archive.read(name), forbid_dtd=True)


# XLSX


def _xlsx(archive: zipfile.ZipFile, names: set[str]) -> Iterator[tuple[str, Part]]:
    """Yield the sheets of an XLSX in the order of the workbook; every part is unpacked once, which checks its size."""
    targets = _targets(archive, names)
    striking = _striking(archive, names)
    since_1904 = False
    for element in _tree(archive, "xl/workbook.xml").iter():
        if _local(element.tag) == "workbookPr":
            since_1904 = element.get("date1904") in ("1", "true")
        if _local(element.tag) == "sheet":
            link = next((value for key, value in element.attrib.items() if _local(key) == "id"), "")
            part = targets.get(link)
            if part in names:
                with archive.open(part) as content:
                    yield element.get("name", ""), replace(_sheet(content, striking), since_1904=since_1904)
    for name in sorted(names & {"xl/sharedStrings.xml", _STYLES}):
        with archive.open(name) as content:
            while content.read(_CHUNK):
                pass


_STYLES = "xl/styles.xml"


def _striking(archive: zipfile.ZipFile, names: set[str]) -> frozenset[bytes]:
    """Return the numbers of the cell styles of an XLSX whose font is struck through; none where that cannot be told."""
    try:
        styles = _tree(archive, _STYLES) if _STYLES in names else ()
    except UnreadableError:  # more styles than are looked through
        return frozenset()
    fonts = [font for part in styles if _local(part.tag) == "fonts" for font in part]
    struck = {str(number) for number, font in enumerate(fonts) if any(map(_strikes, font))}
    cells = [style for part in styles if _local(part.tag) == "cellXfs" for style in part]
    return frozenset(
        str(number).encode() for number, style in enumerate(cells) if style.get("fontId") in struck
    )


def _strikes(element: Any) -> bool:
    """Return whether a property of a font strikes its text through."""
    return _local(element.tag) == "strike" and element.get("val", "1") not in ("0", "false")


def _targets(archive: zipfile.ZipFile, names: set[str]) -> dict[str, str]:
    """Return the path of each sheet by its relation's id."""
    links = "xl/_rels/workbook.xml.rels"
    if links not in names:
        raise UnreadableError(f"is a damaged workbook (no {links}); {_DAMAGED}")
    found = {}
    for element in _tree(archive, links).iter():
        target = element.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)
        found[element.get("Id", "")] = path
    return found


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_CELL = re.compile(rb"""<(?:\w+:)?c\b[^>]*?\br\s*=\s*["']([A-Z]{1,3})([0-9]{1,7})["']""")
_FORMULA = re.compile(
    rb"<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f\b([^<]*)(?:</(?:\w+:)?f>)?\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?"
    rb"\s*</(?:\w+:)?c>"
)
_FAULTY = re.compile(rb'<(?:\w+:)?c\b([^>]*\bt="e"[^>]*)>(.{0,9000}?)</(?:\w+:)?c>', re.DOTALL)
_COLUMN = re.compile(rb"<(?:\w+:)?col\b([^>]*)>")
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\b[^>]*?\bref\s*=\s*["']([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)["']""")
_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Z]{1,3})([0-9]{1,7})["']""")
_HIDDEN = re.compile(rb"""\bhidden\s*=\s*["'](?:1|true)["']""")
_NUMBER = re.compile(rb"""\b(min|max|r)\s*=\s*["']([0-9]{1,7})["']""")
_STYLED = re.compile(rb"""<(?:\w+:)?c\b(?=[^>]*?\bs\s*=\s*["']([0-9]{1,6})["'])([^>]*)>""")
_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]*)<")


class _Seen:
    """What a sheet's XML has told so far."""

    def __init__(self) -> None:
        self.rows = self.columns = 0
        self.hidden_columns: list[int] = []
        self.hidden_rows: list[int] = []
        self.struck: set[tuple[int, int]] = set()
        self.merges: list[Merge] = []
        self.lost: list[Lost] = []

    def part(self) -> Part:
        """Return it as a part."""
        return Part(
            self.rows,
            self.columns,
            tuple(self.hidden_columns),
            tuple(self.hidden_rows),
            frozenset(self.struck),
            tuple(self.merges),
            tuple(sorted(self.lost, key=lambda lost: (lost.row, lost.column))),
        )


def _sheet(content: IO[bytes], striking: frozenset[bytes]) -> Part:
    """Return what the XML of a sheet tells, read in pieces that end with a row; `striking` styles strike through."""
    seen = _Seen()
    for piece in _pieces(content):
        _take_extent(piece, seen)
        _take_hidden(piece, seen)
        _take_lost(piece, seen)
        if striking:
            _take_struck(piece, striking, seen)
        for left, top, right, bottom in _MERGED.findall(piece):
            seen.merges.append(Merge(int(top) - 1, _column(left), int(bottom) - 1, _column(right)))
    return seen.part()


def _pieces(content: IO[bytes]) -> Iterator[bytes]:
    """Yield the content in pieces, each ending behind a row; raises UnreadableError for one row of unusual size."""
    rest = b""
    while chunk := content.read(_CHUNK):
        if not rest and chunk[:2] in (b"\xff\xfe", b"\xfe\xff"):
            raise UnreadableError(f"is XML in UTF-16 inside; {_DAMAGED}")
        rest += chunk
        end = rest.rfind(b"row>") + len(b"row>")
        if end >= len(b"row>"):
            yield rest[:end]
            rest = rest[end:]
        elif len(rest) > 8 * _CHUNK:
            raise UnreadableError(
                "has a row of unusual size; delete what stands far to the right, save it again"
            )
    yield rest


def _take_extent(piece: bytes, seen: _Seen) -> None:
    places = _CELL.findall(piece)
    if places:
        seen.columns = max(seen.columns, *(_column(name) + 1 for name in {name for name, _ in places}))
        seen.rows = max(seen.rows, *map(int, {row for _, row in places}), 0)


def _take_hidden(piece: bytes, seen: _Seen) -> None:
    if b"hidden=" not in piece:
        return
    for attributes in filter(_HIDDEN.search, _COLUMN.findall(piece)):
        ends = {name: int(value) for name, value in _NUMBER.findall(attributes)}
        last = min(ends.get(b"max", 0), 16_384)
        seen.hidden_columns.extend(range(ends.get(b"min", 1) - 1, last))
    for attributes in filter(_HIDDEN.search, _ROW.findall(piece)):
        seen.hidden_rows.extend(int(value) - 1 for name, value in _NUMBER.findall(attributes) if name == b"r")


def _take_struck(piece: bytes, striking: frozenset[bytes], seen: _Seen) -> None:
    for style, attributes in _STYLED.findall(piece):
        place = _PLACE.search(attributes) if style in striking else None
        if place:
            seen.struck.add((int(place[2]) - 1, _column(place[1])))


def _take_lost(piece: bytes, seen: _Seen) -> None:
    for attributes, formula in _FORMULA.findall(piece):
        _lose(attributes, b"=" + formula.partition(b">")[2], NO_RESULT, seen)
    if b't="e"' in piece:
        for attributes, inside in _FAULTY.findall(piece):
            value = _VALUE.search(inside)
            _lose(attributes, value[1] if value else b"#", FAULT, seen)


def _lose(attributes: bytes, value: bytes, advice: str, seen: _Seen) -> None:
    place = _PLACE.search(attributes)
    if place:
        from html import unescape

        text = unescape(value.decode(errors="replace"))
        seen.lost.append(Lost(int(place[2]) - 1, _column(place[1]), text, advice))


def _column(name: bytes) -> int:
    """Return the number of a column from its letters, from 0."""
    number = 0
    for letter in name:
        number = number * 26 + letter - 64
    return number - 1


# ODS

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def _ods(archive: zipfile.ZipFile, names: set[str]) -> Iterator[tuple[str, Part]]:
    """Yield the tables of an ODS.

    Raises UnreadableError where it is encrypted or no spreadsheet.
    """
    from defusedxml.ElementTree import iterparse

    if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise UnreadableError("is protected by a password; save a copy without it")
    if "mimetype" in names and b"spreadsheet" not in archive.read("mimetype"):
        raise UnreadableError(
            "is an OpenDocument file but no spreadsheet; save the list as XLSX or as CSV (UTF-8)"
        )
    with archive.open("content.xml") as content:
        table = _Table()
        for event, element in iterparse(content, events=("start", "end"), forbid_dtd=True):
            if event == "start":
                table.begin(element)
            elif element.tag == f"{_TABLE}table":
                yield table.name, table.seen.part()
            else:
                table.end(element)


class _Table:
    """A table of an ODS while its elements pass by."""

    def __init__(self) -> None:
        self.name = ""
        self.seen = _Seen()
        self._row = self._column = self._columns = 0

    def begin(self, element: Any) -> None:
        """Take the start of an element."""
        if element.tag == f"{_TABLE}table":
            self.name, self.seen = element.get(f"{_TABLE}name", ""), _Seen()
            self._row = self._columns = 0
        elif element.tag == f"{_TABLE}table-row":
            self._column = 0

    def end(self, element: Any) -> None:
        """Take a finished element, and let go of a row that is read."""
        if element.tag in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            self._cell(element, _times(element, "columns"))
        elif element.tag == f"{_TABLE}table-column":
            if _is_collapsed(element):
                last = min(self._columns + _times(element, "columns"), 16_384)
                self.seen.hidden_columns.extend(range(self._columns, last))
            self._columns += _times(element, "columns")
        elif element.tag == f"{_TABLE}table-row":
            self._end_row(element, _times(element, "rows"))

    def _end_row(self, element: Any, times: int) -> None:
        if _is_collapsed(element) and times < 10_000:
            self.seen.hidden_rows.extend(range(self._row, self._row + times))
        if self.seen.rows > self._row:
            self.seen.rows = self._row + times
        self._row += times
        element.clear()

    def _cell(self, element: Any, times: int) -> None:
        value = element.get(f"{_OFFICE}value-type")
        formula = element.get(f"{_TABLE}formula")
        text = "".join(element.itertext()).strip()
        if formula and value is None:
            advice = FAULT if text.startswith(("#", "Err:")) else NO_RESULT
            said = text or "=" + formula.partition("=")[2]
            self.seen.lost.append(Lost(self._row, self._column, said, advice))
        if value is not None or text:
            self.seen.rows = max(self.seen.rows, self._row + 1)
            self.seen.columns = max(self.seen.columns, self._column + times)
        down, right = (
            int(element.get(f"{_TABLE}number-{what}-spanned", "1")) for what in ("rows", "columns")
        )
        if (down > 1 or right > 1) and max(down, right) < 10_000:
            area = Merge(self._row, self._column, self._row + down - 1, self._column + right - 1)
            self.seen.merges.append(area)
        self._column += times


def _times(element: Any, what: str) -> int:
    said = element.get(f"{_TABLE}number-{what}-repeated", "1")
    plain = said.isascii() and said.isdigit()
    return min(int(said[:10]), _MOST_TIMES) if plain else 1


_MOST_TIMES = 10**8
"""How often a cell or row may be said to be repeated: more than there is room for in any sheet."""


def _is_collapsed(element: Any) -> bool:
    return element.get(f"{_TABLE}visibility") in ("collapse", "filter")
