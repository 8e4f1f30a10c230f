"""The text of a Word document (DOCX), paragraph by paragraph."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree as ET

MOST_XML = 50 * 2**20
"""Bytes of the text of a DOCX when unpacked."""

MOST_MARKS = 1_000_000
"""Signs that open a tag: a document of a hundred pages has a tenth of them."""

DEEPEST = 100
"""Parts of a document in each other; a table in a cell of a table is three deeper."""

_LABEL = 40
"""Letters of a cell that says what the next one holds."""

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OTHERWISE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What older programs show instead of a part that is read already, such as a text box."""


def document_text(content: bytes) -> str:
    """Return the text of a document.

    Raises ValueError, with what to do, where it cannot be read.
    """
    xml = _document(content)
    if len(xml) > MOST_XML:
        raise ValueError(f"holds more than {MOST_XML // 2**20} MB of text; paste the part you need")
    if b"<!DOCTYPE" in xml[:2048]:
        raise ValueError("holds a document type of its own, which Word never writes; it is not opened")
    if xml.count(b"<") > MOST_MARKS:
        raise ValueError(f"holds more than {MOST_MARKS:,} marks; paste the part you need")
    try:
        root = ET.fromstring(xml)  # noqa: S314  entities need a document type, refused above
    except (ET.ParseError, LookupError, ValueError) as error:
        raise ValueError("is a damaged Word document; save it again as DOCX") from error
    return "\n".join(_lines(root))


def _document(content: bytes) -> bytes:
    """Return the part of a DOCX that holds its text, not more of it than is read."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open("word/document.xml") as part:
            return part.read(MOST_XML + 1)
    except (*_BROKEN, RuntimeError) as error:
        raise ValueError("is no Word document that can be read; save it again as DOCX") from error


_BROKEN = (KeyError, ValueError, EOFError, OSError, zipfile.BadZipFile, zlib.error, lzma.LZMAError)
"""What opening a damaged archive ends in; a password or an unknown way of packing is a RuntimeError."""


def _lines(parent: ET.Element, depth: int = 0) -> Iterator[str]:
    """Yield the paragraphs of a part of a document; a row of short cells as one line, "Venue: Osh"."""
    if depth > DEEPEST:
        raise ValueError(f"holds tables or parts nested more than {DEEPEST} deep; paste its text instead")
    for child in parent:
        if child.tag == f"{_WORD}p":
            yield _paragraph(child)
        elif child.tag == f"{_WORD}tr":
            cells = [" ".join(filter(None, _lines(cell, depth + 1))) for cell in _within(child, "tc")]
            label = cells and len(cells[0]) <= _LABEL and not cells[0].endswith(":")
            yield (": " if label and len(cells) == 2 else " ").join(filter(None, cells))
        elif child.tag != _OTHERWISE:
            yield from _lines(child, depth + 1)


def _within(parent: ET.Element, name: str) -> Iterator[ET.Element]:
    """Yield the elements of a name under another, not those that stand in one of them; what is between is passed."""
    waiting = list(parent)[::-1]
    while waiting:
        element = waiting.pop()
        if element.tag == f"{_WORD}{name}":
            yield element
        elif element.tag != _OTHERWISE:
            waiting.extend(list(element)[::-1])


def _paragraph(paragraph: ET.Element) -> str:
    """Return the words of a paragraph, deleted ones left out."""
    words = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}
    said, waiting = [], [paragraph]
    while waiting:
        one = waiting.pop()
        said.append((one.text or "") if one.tag == f"{_WORD}t" else words.get(one.tag, ""))
        waiting.extend(each for each in list(one)[::-1] if each.tag != _OTHERWISE)
    return "".join(said)
