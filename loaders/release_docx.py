"""The text of a Word document (DOCX), paragraph by paragraph."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree as ET

MOST_XML = 50 * 2**20
"""Bytes of the text of a DOCX when unpacked."""

_LABEL = 40
"""Letters of a cell that says what the next one holds."""

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def document_text(content: bytes) -> str:
    """Return the text of a document.

    Raises ValueError, with what to do, where it cannot be read.
    """
    xml = _document(content)
    if len(xml) > MOST_XML:
        raise ValueError(f"holds more than {MOST_XML // 2**20} MB of text; paste the part you need")
    if b"<!DOCTYPE" in xml[:2048]:
        raise ValueError("holds a document type of its own, which Word never writes; it is not opened")
    try:
        root = ET.fromstring(xml)  # noqa: S314  entities need a document type, refused above
    except ET.ParseError as error:
        raise ValueError("is a damaged Word document; save it again as DOCX") from error
    return "\n".join(_lines(root))


def _document(content: bytes) -> bytes:
    """Return the part of a DOCX that holds its text, not more of it than is read."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open("word/document.xml") as part:
            return part.read(MOST_XML + 1)
    except (KeyError, ValueError, EOFError, OSError, RuntimeError, zipfile.BadZipFile, zlib.error) as error:
        raise ValueError("is no Word document that can be read; save it again as DOCX") from error


def _lines(parent: ET.Element) -> Iterator[str]:
    """Yield the paragraphs of a part of a document; a row of short cells as one line, "Venue: Osh"."""
    for child in parent:
        if child.tag == f"{_WORD}p":
            yield _paragraph(child)
        elif child.tag == f"{_WORD}tr":
            cells = [" ".join(filter(None, _lines(cell))) for cell in child.iter(f"{_WORD}tc")]
            label = cells and len(cells[0]) <= _LABEL and not cells[0].endswith(":")
            yield (": " if label and len(cells) == 2 else " ").join(filter(None, cells))
        else:
            yield from _lines(child)


def _paragraph(paragraph: ET.Element) -> str:
    """Return the words of a paragraph, deleted ones left out."""
    words = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}
    return "".join(
        (one.text or "") if one.tag == f"{_WORD}t" else words.get(one.tag, "") for one in paragraph.iter()
    )
