"""Lists that are text (CSV, TSV and their like) become a grid: encoding, separator and quotation marks are found.

What was found out about the text and is not plain is told: an encoding that is no UTF-8, a quotation mark that
is never closed, letters that were lost.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any

from loaders.grids import (
    MOST_CELLS,
    MOST_COLUMNS,
    Cell,
    Grid,
    Progress,
    UnreadableError,
    Watch,
    check_extent,
    clean,
    letters,
    silent,
    unwatched,
)
from loaders.problems import Problem

MOST_BYTES = 100 * 2**20
"""Size of a text that is read; a list of 100,000 events takes 20 to 60 MB."""

SAMPLE = 256 * 1024
CHUNK = 2**20
SEPARATORS = ",;\t|"
_LONGEST = 100_000
"""Signs in one cell; more come from a quotation mark that is never closed."""
_LONGEST_LINE = 8_000_000

_LEGACY = (
    "cp1252",
    "cp1251",
    "cp1250",
    "cp1254",
    "cp1256",
    "koi8_r",
    "cp866",
    "mac_roman",
    "gb18030",
    "big5",
)
"""Encodings that office programs of the regions in the records have saved CSV in."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NAMES = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "utf-16": "UTF-16", "utf-32": "UTF-32"}
_MARKUP = re.compile(rb"\s*<(?:!doctype|html|\?xml|head|body|table|meta)\b", re.IGNORECASE)
_SEPARATOR_LINE = re.compile(r"\ufeff?\"?sep=(.)\"?\r?\n?", re.IGNORECASE)


@dataclass(frozen=True)
class Encoding:
    """How bytes become text, and what is to be told of it (empty where nothing is)."""

    name: str
    advice: str = ""
    is_whole: bool = False
    """Whether every letter of the text is known to be there."""


def read(path: Path, *, name: str, progress: Progress = silent, watch: Watch = unwatched) -> Iterator[Grid]:
    """Yield the one grid of a text.

    Raises UnreadableError where the file is too large, a page or no text at all, or has too many columns.
    """
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise UnreadableError(
            f"has {size / 2**20:,.0f} MB; at most {MOST_BYTES // 2**20} MB are read: split the list, one file a year"
        )
    encoding = find_encoding(path)
    separator = find_separator(_sample(path, encoding.name))
    rows, advice = _rows(path, encoding.name, separator, Counting(name, progress, watch))
    if not rows:
        raise UnreadableError("holds nothing but blanks; save the list again, or take the file away")
    told = [Problem(name, None, "file", "", said, "note") for said in (encoding.advice,) if said]
    told += [Problem(name, row, "file", "", said, "warning") for row, said in advice]
    yield Grid(name, "", rows, problems=(*told, *(() if encoding.is_whole else _lost_letters(name, rows))))


SHOWN = 4_000
"""Rows that are shown at a time while others are still read."""


@dataclass(frozen=True)
class Counting:
    """Tells how many rows were read, and shows them, now and then."""

    name: str
    progress: Progress
    watch: Watch = unwatched
    every: int = 20_000

    def at(self, rows: list[list[Cell]]) -> None:
        """Tell, where it is time to."""
        count = len(rows)
        if count and count % self.every == 0:
            self.progress(f"{self.name}: rows read", count)
        if count and count % SHOWN == 0:
            self.watch(rows[-SHOWN:])


def decoded(path: Path) -> tuple[str, str]:
    """Return the text of a small file that is no list, and what is to be told of its encoding (empty: nothing).

    A page may name its encoding itself. Raises UnreadableError where the bytes are no text.
    """
    with path.open("rb") as content:
        start = content.read(SAMPLE)
    found = _named_encoding(start) or _encoding(path, start)
    return path.read_bytes().decode(found.name, "replace").removeprefix("\ufeff"), found.advice


_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{3,40})""", re.IGNORECASE)


def _named_encoding(start: bytes) -> Encoding | None:
    """Return the encoding that the head of a page names, where its bytes are no UTF-8 and Python knows it."""
    said = _CHARSET.search(start[:4096]) if _MARKUP.match(start) else None
    try:
        start.decode("utf-8")
    except UnicodeDecodeError as error:
        if said is None or error.start > len(start) - 4:
            return None
    else:
        return None
    try:
        return Encoding(codecs.lookup(said[1].decode("ascii")).name)
    except LookupError:
        return None


def find_encoding(path: Path) -> Encoding:
    """Return the encoding of a text, from its first bytes, else UTF-8 where it fits, else by its letters.

    Raises UnreadableError where the bytes are no text.
    """
    with path.open("rb") as content:
        start = content.read(SAMPLE)
    if _MARKUP.match(start):
        raise UnreadableError(
            "is a page (HTML or XML) under the name of a list; open it in a spreadsheet program and save it as XLSX"
        )
    return _encoding(path, start)


def _encoding(path: Path, start: bytes) -> Encoding:
    marked = next((encoding for mark, encoding in _BOMS if start.startswith(mark)), None)
    guess = marked or _by_zeros(start)
    if guess:
        return _readable(path, guess)
    if _is_whole(path):
        return Encoding("utf-8", is_whole=True)
    good, bad = _utf_8(path)
    if not bad:
        return Encoding("utf-8")
    if good > bad:
        return Encoding(
            "utf-8", "has bytes that are no UTF-8; what they stood for is lost: save the list again"
        )
    return _legacy(start)


def _by_zeros(start: bytes) -> str | None:
    """Return UTF-16 of one kind or the other where every second byte is that of Latin or Cyrillic letters."""
    if len(start) < 4 or not start.count(0):
        return None
    even, odd = (sum(part.count(high) for high in (0, 4)) / len(part) for part in (start[::2], start[1::2]))
    if odd > 0.7 and even < 0.3:
        return "utf-16-le"
    if even > 0.7 and odd < 0.3:
        return "utf-16-be"
    if start.count(0) > len(start) // 10:
        raise UnreadableError("is no text and no workbook; save the list as XLSX or as CSV (UTF-8)")
    return None


def _readable(path: Path, encoding: str) -> Encoding:
    plain = _NAMES.get(encoding, "UTF-16")
    good, bad = _decoded(path, encoding)
    if bad and bad > good // 20:
        raise UnreadableError(
            f"begins as {plain} does but is no such text; save the list again as CSV (UTF-8)"
        )
    if bad:
        return Encoding(encoding, f"has letters that are no {plain}; they are lost: save the list again")
    return Encoding(encoding)


def _decoded(path: Path, encoding: str) -> tuple[int, int]:
    """Return how many signs a file has in an encoding, and how many could not be read."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    signs = lost = 0
    with path.open("rb") as content:
        while chunk := content.read(CHUNK):
            text = decoder.decode(chunk)
            signs += len(text)
            lost += text.count("\ufffd")
    return signs, lost + decoder.decode(b"", final=True).count("\ufffd")


def _utf_8(path: Path) -> tuple[int, int]:
    """Return how many letters beyond ASCII fit UTF-8, and how many bytes do not."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    good = bad = 0
    with path.open("rb") as content:
        while chunk := content.read(CHUNK):
            text = decoder.decode(chunk)
            if not text.isascii():
                lost = text.count("\ufffd")
                bad += lost
                good += len(text) - len(text.encode("ascii", "ignore")) - lost
    return good, bad + decoder.decode(b"", final=True).count("\ufffd")


def _is_whole(path: Path) -> bool:
    """Return whether every byte fits UTF-8 and none stands for a letter that was lost before, nor for none."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as content:
        try:
            while chunk := content.read(CHUNK):
                text = decoder.decode(chunk)
                if "\ufffd" in text or "\x00" in text:
                    return False
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _legacy(start: bytes) -> Encoding:
    """Return the older encoding under which the words look most like words."""
    from charset_normalizer import from_bytes

    lines = [line for line in start.splitlines() if not line.isascii()]
    telling = b"\n".join(lines)[:65536]
    best = from_bytes(telling, cp_isolation=list(_LEGACY)).best()
    found = _known_by_letters(telling) or (best.encoding if best else "cp1252")
    if not _is_text(start):
        raise UnreadableError("is no text and no workbook; save the list as XLSX or as CSV (UTF-8)")
    advice = f"is no UTF-8; it was read as {found}: where letters look wrong, save the list as CSV (UTF-8)"
    return Encoding(found, advice)


_CYRILLIC = {
    "cp1251": re.compile("[а-яёіїєўқғңүұөһ]{3,}"),
    "koi8_r": re.compile("[а-яё]{3,}"),
    "cp866": re.compile("[а-яё]{3,}"),
}
_WESTERN = re.compile("[a-z][éèêëàâäáãåçñóòôöõúùûüíìîïßøæœ]|[éèêàâäáçñóôöúüíÉ][a-z]", re.IGNORECASE)


def _known_by_letters(text: bytes) -> str | None:
    """Return an encoding that gives whole lower-case words in Cyrillic, or single accents among Latin letters."""
    high = sum(byte > 127 for byte in text)
    for encoding, word in _CYRILLIC.items():
        letters = sum(map(len, word.findall(text.decode(encoding, "replace"))))
        if letters > high * 0.6:
            return encoding
    accents = len(_WESTERN.findall(text.decode("cp1252", "replace")))
    return "cp1252" if accents > high * 0.6 else None


def _is_text(start: bytes) -> bool:
    control = sum(byte < 32 and byte not in b"\t\n\r\f\x1a" for byte in start)
    return control * 50 <= len(start)


def _sample(path: Path, encoding: str) -> str:
    with path.open(encoding=encoding, errors="replace", newline="") as text:
        return text.read(SAMPLE // 4)


def find_separator(sample: str) -> str:
    """Return the sign between the cells: as a first line `sep=;` says, else the one that gives the steadiest rows."""
    said = _SEPARATOR_LINE.match(sample)
    if said:
        return said[1]
    return max(SEPARATORS, key=lambda separator: _steadiness(sample, separator))


def _steadiness(sample: str, separator: str) -> tuple[float, int]:
    """Return the share of rows that have the most common number of cells, weighed by it; 0 where that is one."""
    try:
        lines = csv.reader(io.StringIO(sample, newline=""), delimiter=separator, skipinitialspace=True)
        rows = [len(row) for row in lines if row]
    except csv.Error:
        return 0, 0
    wide = Counter(length for length in rows if length > 1)
    if not wide:
        return 0, 0
    length, count = max(wide.items(), key=lambda item: (item[1], item[0]))
    return count / len(rows), length


def _rows(
    path: Path, encoding: str, separator: str, counting: Counting
) -> tuple[list[list[Cell]], list[tuple[int, str]]]:
    """Return the rows of a text, and advice with the row it is about.

    A line in which a quotation mark is opened and not closed, or closed within a cell, is read without its marks:
    it costs that line its marks and not the list all that follows.
    """
    csv.field_size_limit(2 * _LONGEST)
    broken: dict[int, int] = {}
    while True:
        try:
            rows = _parsed(_lines(path, encoding, broken.keys()), separator, counting)
        except _BrokenError as error:
            if error.line in broken or len(broken) == _MOST_BROKEN:
                raise UnreadableError(f"cannot be read from row {error.row} on ({error}); {_SAVE}") from error
            broken[error.line] = error.row
        else:
            return rows, [(row, _UNCLOSED) for row in sorted(broken.values())]


_MOST_BROKEN = 20
_SAVE = "save it as XLSX or as CSV (UTF-8)"
_UNCLOSED = (
    "has a quotation mark that is not closed, or one within a cell; the row was read without its quotation marks: "
    "check its cells and mend the marks"
)


class _BrokenError(ValueError):
    """A row that is no CSV, with its number and the line it begins in."""

    def __init__(self, said: object, *, row: int, line: int) -> None:
        super().__init__(said)
        self.row, self.line = row, line


def _lines(path: Path, encoding: str, broken: Container[int]) -> Iterator[str]:
    """Yield the lines of a text, those that are broken without quotation marks.

    Raises UnreadableError for a line that is longer than any row.
    """
    with path.open(encoding=encoding, errors="replace", newline="") as text:
        lines = iter(partial(text.readline, _LONGEST_LINE + 1), "")
        for number, line in enumerate(lines, start=1):
            if len(line) > _LONGEST_LINE:
                raise UnreadableError(
                    f"has a line of more than {_LONGEST_LINE:,} signs; {_SAVE}, one event a row"
                )
            yield line.replace('"', "") if number in broken else line


def _parsed(lines: Iterator[str], separator: str, counting: Counting) -> list[list[Cell]]:
    """Return the rows.

    Raises _BrokenError where a row is no CSV, UnreadableError for too many columns or cells.
    """
    table = _Table(counting)
    line = 0
    reader = csv.reader(lines, delimiter=separator, strict=True, skipinitialspace=True)
    try:
        for row in reader:
            line = reader.line_num
            table.add(row)
    except csv.Error as error:
        raise _BrokenError(error, row=table.count + 1, line=line + 1) from error
    rows = table.finished()
    if rows and _names_separator(rows[0]):
        rows[0] = []
    while rows and not rows[-1]:
        rows.pop()
    return rows


class _Table:
    """The rows of a text while they are read: some wait and are then cleaned column by column.

    One text is kept for all cells that hold it, but for columns in which nearly every cell is another one, as the
    first rows tell.
    """

    FIRST, MANY = 4_000, 200

    def __init__(self, counting: Counting) -> None:
        self._counting, self._seen = counting, _Seen({"": None})
        self._rows: list[list[Cell]] = []
        self._waiting: list[list[str]] = []
        self._cells = 0
        self._repeats: tuple[bool, ...] = ()

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows) + len(self._waiting)

    def add(self, row: list[str]) -> None:
        """Add a row; raises UnreadableError for too many columns or cells."""
        self._waiting.append(row)
        if len(self._waiting) == self.MANY or len(row) > MOST_COLUMNS:
            self._put_away()

    def finished(self) -> list[list[Cell]]:
        """Return all rows."""
        self._put_away()
        return self._rows

    def _put_away(self) -> None:
        first = len(self._rows)
        self._rows += _cleaned(self._waiting, self._seen, self._repeats)
        self._waiting = []
        widths = [len(row) for row in self._rows[first:]]
        wide = next((place for place, width in enumerate(widths) if width > MOST_COLUMNS), None)
        if wide is not None:
            check_extent(1, widths[wide], where=f"row {first + wide + 1}")
        self._cells += sum(widths)
        if self._cells > MOST_CELLS:
            raise UnreadableError(f"has more than {MOST_CELLS:,} cells; split the list, one file a year")
        self._counting.at(self._rows)
        if len(self._rows) == self.FIRST:
            columns = zip_longest(*self._rows)
            self._repeats = tuple(len(set(cells)) * 4 < self.FIRST * 3 for cells in columns)


def _names_separator(row: list[Cell]) -> bool:
    """Return whether a first row names the separator for a spreadsheet program ("sep=;")."""
    return bool(row) and all(cell is None or re.fullmatch("sep=.?", str(cell), re.IGNORECASE) for cell in row)


class _Seen(dict[str, str | None]):
    """The cells that texts are, one object for all that are the same."""

    def __missing__(self, text: str) -> str | None:
        cell = self[text] = clean(text)
        return cell


def _cleaned(rows: list[list[Any]], seen: _Seen, repeats: Sequence[bool]) -> list[list[Cell]]:
    """Return the cells of rows without empty ones at their ends; `repeats` tells of columns."""
    if {len(repeats)} == set(map(len, rows)):
        columns = zip(repeats, zip(*rows, strict=True), strict=True)
        cells = [map(seen.__getitem__, texts) if again else _column(texts) for again, texts in columns]
        rows = list(map(list, zip(*cells, strict=True)))
    else:
        rows = [[seen[text] for text in row] for row in rows]
    for row in rows:
        while row and row[-1] is None:
            row.pop()
    return rows


def _column(texts: tuple[str, ...]) -> Iterable[Cell]:
    """Return the cells of a column: mostly its texts as they stand."""
    return texts if all(texts) and _are_clean(texts) else map(clean, texts)


def _are_clean(texts: Iterable[str]) -> bool:
    """Return whether no text would be changed by cleaning: no blanks at an end, none twice, no signs but letters."""
    said = "|".join(texts)
    blanks = said.startswith(" ") or said.endswith(" ") or any(two in said for two in ("  ", "| ", " |"))
    return not blanks and said.isprintable()


def _lost_letters(name: str, rows: list[list[Cell]]) -> Iterator[Problem]:
    """Yield a problem for the first cells that hold a sign for lost letters."""
    if not any("\ufffd" in str(cell) for cell in set(chain.from_iterable(rows))):
        return
    advice = (
        "holds signs that could not be read (shown as \ufffd); correct them and save the list as CSV (UTF-8)"
    )
    found = 0
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, str) and "\ufffd" in cell:
                yield Problem(name, number, "cell", cell, advice, "warning", column=letters(column))
                found += 1
        if found > 100:
            return
