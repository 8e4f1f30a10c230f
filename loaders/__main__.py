"""Says what would be read from a file or folder: `python -m loaders PATH [--json] [--remember]`.

PATH is a list, a calendar, a page, or a folder of data. Printed are the sheets with what each column was taken
for, how many events and rows there are, and the problems; progress goes to standard error. Nothing is changed,
but with `--remember`, which writes what was understood of a list into its mapping file. Ends with 1 where
something could not be used.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from loaders import check, dropped, files, mapping, sheets, vocabulary
from loaders.grids import letters
from loaders.list_words import FIELDS
from loaders.lists import SheetAbout
from loaders.mapping import ListMapping, SheetMapping
from loaders.problems import Gathering, Problem, VocabularyError
from loaders.records import RECORD_TABLES, Tidy
from schema import SEVERITIES


@dataclass(frozen=True)
class Preview:
    """What would be read from a file: rows of each table, sheets, problems."""

    tables: dict[str, int]
    sheets: list[SheetAbout] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what would be read and return the exit code."""
    asked = _arguments(arguments)
    path: Path = asked.path
    if path.is_dir() and ((path / "events.jsonl").is_file() or (path / files.LISTS).is_dir()):
        return check.main([str(path)]) if not asked.json else _folder_as_json(path)
    if not path.exists():
        return _fail(f"{path}: no such file; name a list, a calendar, a page or a folder of data")
    try:
        preview = look_at(path)
    except VocabularyError as error:
        return _fail(str(error))
    lines = [as_json(path, preview)] if asked.json else as_text(path, preview)
    sys.stdout.writelines(f"{line}\n" for line in lines)
    if asked.remember:
        remember(path, preview)
    return int(any(problem.severity == "error" for problem in preview.problems))


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m loaders", description="Say what would be read from a file."
    )
    parser.add_argument("path", type=Path, help="a list, a calendar, a page, or a folder of data")
    parser.add_argument("--json", action="store_true", help="for machines: one JSON object")
    parser.add_argument(
        "--remember", action="store_true", help=f"write what was understood into <name>{mapping.ENDING}"
    )
    return parser.parse_args(arguments)


def _fail(said: str) -> int:
    sys.stderr.write(f"{said}\n")
    return 1


def _folder_as_json(path: Path) -> int:
    from loaders.tables import load

    try:
        tables = load(path)
    except (OSError, VocabularyError) as error:
        return _fail(str(error))
    counts = {name: len(frame) for name, frame in tables.frames.items()}
    problems = json.loads(tables["problems"].to_json(orient="records"))
    said = {"path": str(path), "data_version": tables.data_version, "tables": counts, "problems": problems}
    sys.stdout.write(json.dumps(said, ensure_ascii=False, indent=1) + "\n")
    return int(any(problem["severity"] == "error" for problem in problems))


def look_at(path: Path) -> Preview:
    """Return what would be read from a file that was dropped into lists/, with the vocabulary of ATLAS_DATA."""
    folder = files.vocabulary(files.chosen())
    sheets.use(folder)
    gathering = Gathering()
    tidy = Tidy(vocabulary.read(folder), problems=gathering)
    reading = dropped.reading_of(tidy.vocabulary, folder, gathering, progress=_tell)
    if path.suffix.casefold() == dropped.RECORDS:
        with path.open("rb") as lines:
            tidy.read(lines, path.name)
    else:
        dropped.take(path, path.name, tidy, reading)
    tables = {table: len(next(iter(tidy.rows[table].columns.values()))) for table in RECORD_TABLES}
    return Preview(tables, reading.about, gathering.gathered())


def _tell(what: str, done: int) -> None:
    sys.stderr.write(f"{what} {done:,}\n" if done else f"{what}\n")


def as_text(path: Path, preview: Preview) -> Iterator[str]:
    """Yield the lines for people."""
    yield f"{path}"
    for about in preview.sheets:
        yield from _sheet(about)
    for table, count in preview.tables.items():
        yield f"{count:>9,}  {table}"
    rows = [{**_row(problem)} for problem in preview.problems]
    rows.sort(key=lambda row: SEVERITIES.index(row["severity"]))
    if len(rows) > MOST_SHOWN:
        yield f"{len(rows):,} problems, of which the gravest {MOST_SHOWN} follow; --json gives all of them"
    yield from check.problem_lines(rows[:MOST_SHOWN])


MOST_SHOWN = 500
"""Problems that are written out for people, the gravest first."""


def _sheet(about: SheetAbout) -> Iterator[str]:
    name = f"sheet {about.sheet!r}" if about.sheet else "the list"
    if about.why_not:
        yield f"{name}: {about.why_not}"
        return
    rows = " and ".join(map(str, about.heading_rows))
    yield f"{name}: headings in row {rows or 'none'}, {about.events:,} events, day and month as {about.date_order}"
    for column in about.columns:
        guessed = " (by what it holds)" if column.found in ("content", "rows") else ""
        yield f"    {letters(column.number):>3}  {column.label[:40]:<40}  {column.field or '?'}{guessed}"


def _row(problem: Problem) -> dict[str, Any]:
    """Return a problem as a row of the problems table."""
    names = ("source", "sheet", "row", "column", "field", "value", "advice", "severity", "event_id")
    return {name: getattr(problem, name) or None for name in names}


def as_json(path: Path, preview: Preview) -> str:
    """Return the same for machines."""
    sheets = [
        {
            "sheet": about.sheet,
            "heading_rows": about.heading_rows,
            "date_order": about.date_order,
            "rows": about.rows,
            "events": about.events,
            "why_not": about.why_not,
            "columns": {
                letters(column.number): {
                    "heading": column.label,
                    "field": column.field,
                    "found": column.found,
                }
                for column in about.columns
            },
        }
        for about in preview.sheets
    ]
    problems = [_row(problem) for problem in preview.problems]
    said = {"path": str(path), "tables": preview.tables, "sheets": sheets, "problems": problems}
    return json.dumps(said, ensure_ascii=False, indent=1)


def remember(path: Path, preview: Preview) -> None:
    """Write the mapping file of a list: what was understood, and the rest as questions."""
    read = [about for about in preview.sheets if not about.why_not]
    sheets = {
        about.sheet: SheetMapping(
            {column.label: column.field for column in about.columns if column.field in FIELDS},
            about.heading_rows[0] if about.heading_rows else None,
            about.date_order,
        )
        for about in read
    }
    asked = {
        about.sheet: tuple(column.label for column in about.columns if not column.field) for about in read
    }
    target = mapping.path_of(path)
    target.write_text(mapping.written(ListMapping(sheets), asked=asked), encoding="utf-8")
    sys.stderr.write(f"{target}: written; answer its questions, and read the list again\n")


if __name__ == "__main__":
    sys.exit(main())
