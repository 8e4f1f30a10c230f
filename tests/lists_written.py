"""Lists for tests: workbooks made as people make them, and damaged ones no program would save."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path
from typing import Any

from loaders import dropped, vocabulary
from loaders.lists import Entry, SheetAbout
from loaders.problems import Gathering, Problem

ROOT = Path(__file__).resolve().parent.parent
WORDS = vocabulary.read(ROOT / "data" / "vocabulary")
HEADINGS = ["Title", "Date", "City", "Host country", "Participants"]
ROW = ["Seminar on shelters", dt.date(2021, 5, 4), "Vienna", "Austria", 30]


class Read:
    """What a file gave: entries, problems, and how its sheets were read."""

    def __init__(self, path: Path) -> None:
        gathering = Gathering()
        reading = dropped.reading_of(WORDS, ROOT / "data" / "vocabulary", gathering)
        self.entries: list[Entry] = list(dropped.entries(path, path.name, reading))
        self.problems: list[Problem] = gathering.gathered()
        self.about: list[SheetAbout] = reading.about

    @property
    def records(self) -> list[dict[str, Any]]:
        return [entry.values for entry in self.entries]

    def told(self, column: str = "", field: str = "") -> list[tuple[int | None, str, str]]:
        """Row, value and severity of the problems of a column or field."""
        return [
            (problem.row, problem.value, problem.severity)
            for problem in self.problems
            if (not column or problem.column == column) and (not field or problem.field == field)
        ]

    def advice(self) -> str:
        return "\n".join(problem.advice for problem in self.problems)


def countries(record: dict[str, Any], role: str) -> str:
    return " ".join(row["iso3"] for row in record.get("countries", ()) if row["role"] == role)


def bodies(record: dict[str, Any], role: str) -> list[str]:
    return [row["as_written"] for row in record.get("organisations", ()) if row["role"] == role]


def xlsx(path: Path, sheets: dict[str, Any]) -> Any:
    """Write an XLSX and return the workbook, to be changed and saved again."""
    import openpyxl  # type: ignore[import-untyped]  # ships no types

    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return book


def xls(path: Path, rows: list[list[Any]]) -> Path:
    import xlwt  # type: ignore[import-untyped]  # ships no types

    book = xlwt.Workbook()
    sheet = book.add_sheet("Events")
    dated = xlwt.easyxf(num_format_str="DD.MM.YYYY")
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            sheet.write(number, place, cell, *([dated] if isinstance(cell, dt.date) else []))
    book.save(str(path))
    return path


ODS_HEAD = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
)


def ods(path: Path, rows: str, name: str = "Events") -> Path:
    """Write an ODS whose table has these rows, as XML."""
    body = f'<table:table table:name="{name}">{rows}</table:table></office:spreadsheet></office:body>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", f"{ODS_HEAD}{body}</office:document-content>")
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
    return path


def ods_row(*cells: str | int, attributes: str = "") -> str:
    """A row of an ODS as XML."""
    made = "".join(
        f'<table:table-cell office:value-type="float" office:value="{cell}"><text:p>{cell}</text:p></table:table-cell>'
        if isinstance(cell, int)
        else f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
        for cell in cells
    )
    return f"<table:table-row {attributes}>{made}</table:table-row>"
