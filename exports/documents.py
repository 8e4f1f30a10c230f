"""A document in Word's format: title, what it was made from, brief, charts or their tables, and the events."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from charts import theme

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

PICTURE_WIDTH = 6.3
"""Width of a picture, in inches: an A4 page between its margins."""

ROWS, EVENTS = 40, 300
"""Rows of a table and events of the annex at most; more are told, and are in the CSV files."""

NO_PICTURES = "No program that draws pictures was found where this was made: the charts stand as tables."
"""What is said where tables take the place of pictures."""

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Part:
    """One chart: heading, note, alternative text, its numbers, and its picture where there is one."""

    heading: str
    note: str
    alt: str
    table: pd.DataFrame
    picture: bytes | None = None


@dataclass(frozen=True)
class Entry:
    """One event of the annex: title, a line of facts, and its sources (who published it, address)."""

    title: str
    facts: str
    sources: tuple[tuple[str, str], ...]


def written(
    title: str,
    about: Mapping[str, str],
    *,
    brief: Sequence[tuple[str, Sequence[str]]],
    parts: Sequence[Part],
    annex: Sequence[Entry],
) -> bytes:
    """Return the document; `about` are lines under the title by name ("Filters", "Data version" ...).

    `brief` are sentences under their headings, "" for none.
    """
    made = _started(title)
    for name, text in about.items():
        _line(made.add_paragraph(), f"{name}: ", text)
    made.add_heading("In brief", level=1)
    for heading, sentences in brief:
        if heading:
            made.add_heading(_clean(heading), level=2)
        for sentence in sentences:
            made.add_paragraph(_clean(sentence), style="List Bullet")
    made.add_heading("Charts", level=1)
    if any(part.picture is None for part in parts):
        made.add_paragraph(NO_PICTURES)
    for part in parts:
        _part(made, part)
    made.add_heading(f"Annex: {theme.counted(len(annex), 'events')} with sources", level=1)
    for number, entry in enumerate(annex[:EVENTS], start=1):
        _entry(made, number, entry)
    if len(annex) > EVENTS:
        made.add_paragraph(f"The newest {theme.number(EVENTS)} are listed; the CSV file holds all.")
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def _started(title: str) -> Document:
    """Return an empty document of A4 pages with its title."""
    import docx
    from docx.shared import Cm

    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    made.core_properties.title = _clean(title)[:250]
    made.core_properties.author = "Cooperation Atlas"
    made.core_properties.comments = ""
    made.add_heading(_clean(title), level=0)
    return made


def _line(paragraph: Paragraph, name: str, text: str) -> None:
    paragraph.add_run(_clean(name)).bold = True
    paragraph.add_run(_clean(text))
    paragraph.paragraph_format.space_after = 0


def _part(made: Document, part: Part) -> None:
    """Write one chart: its picture where there is one, otherwise its numbers as a table."""
    made.add_heading(_clean(part.heading), level=2)
    if part.picture is None:
        _table(made, part.table)
    else:
        _picture(made, part.picture, part.alt)
    if part.note:
        made.add_paragraph().add_run(_clean(part.note)).italic = True


def _picture(made: Document, picture: bytes, alt: str) -> None:
    """Write a picture with its alternative text, never taller than a page."""
    from docx.shared import Inches

    shape = made.add_picture(io.BytesIO(picture), width=Inches(PICTURE_WIDTH))
    tall = shape.height / Inches(8.2)
    if tall > 1:
        shape.width, shape.height = round(shape.width / tall), round(shape.height / tall)
    shape._inline.docPr.set("descr", _clean(alt))  # noqa: SLF001 - python-docx has no other way to name a picture


def _table(made: Document, table: pd.DataFrame) -> None:
    """Write a table with a head that is repeated on each page; rows beyond ROWS are told."""
    if table.empty:
        made.add_paragraph("Nothing to show.")
        return
    shown = table.head(ROWS)
    grid = made.add_table(rows=1, cols=len(shown.columns), style="Light Grid Accent 1")
    _cells(grid.rows[0].cells, [str(name) for name in shown])
    _repeated(grid.rows[0])
    for row in theme.rows(shown):
        _cells(grid.add_row().cells, [_cell(value) for value in row.values()])
    if len(table) > ROWS:
        made.add_paragraph(f"{theme.number(len(table) - ROWS)} more rows in the CSV file.")


def _cells(cells: Sequence[Any], texts: Sequence[str]) -> None:
    for cell, text in zip(cells, texts, strict=True):
        cell.text = _clean(text)


def _repeated(row: Any) -> None:
    """Mark a row as the head of its table."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - no other way


def _cell(value: Any) -> str:
    if value is None or value is pd.NA or (isinstance(value, float) and pd.isna(value)):
        return "–"
    if isinstance(value, float) and value % 1:
        return f"{value:,.1f}".replace(",", theme.THIN)
    return theme.number(value) if isinstance(value, int | float) else str(value)


def _entry(made: Document, number: int, entry: Entry) -> None:
    paragraph = made.add_paragraph()
    stop = "" if entry.title.endswith((".", "!", "?")) else "."
    paragraph.add_run(_clean(f"{number}. {entry.title}{stop}")).bold = True
    paragraph.add_run(_clean(f" {entry.facts}"))
    for publisher, address in entry.sources:
        paragraph.add_run(_clean(f" Source: {publisher}, "))
        _link(paragraph, address)


def _link(paragraph: Paragraph, address: str) -> None:
    """Write an address as a link; as plain text where it is none a reader should follow."""
    if not address.startswith(("https://", "http://")):
        paragraph.add_run(_clean(address or "address not stated"))
        return
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link = OxmlElement("w:hyperlink")
    link.set(
        qn("r:id"), paragraph.part.relate_to(_clean(address), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    )
    run = paragraph.add_run(_clean(address))
    run.font.underline = True
    link.append(run._r)  # noqa: SLF001 - python-docx writes no links of its own
    paragraph._p.append(link)  # noqa: SLF001 - the same


def _clean(text: str) -> str:
    """Return a text without the signs that no XML can hold."""
    return _UNWRITABLE.sub("", text)
