"""Reads a data folder and says what is in it and what is wrong: `python -m loaders.check [FOLDER]`.

The folder is the one named, else that of ATLAS_DATA, else data/. Ends with 1 where a value or record could not
be used, a hand-edited file contradicts itself or a file is missing; warnings and notes end with 0.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from loaders import files
from loaders.problems import VocabularyError
from loaders.tables import Tables, load
from schema import SEVERITIES


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the report on a folder and return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m loaders.check", description="Check a folder of event data."
    )
    parser.add_argument("folder", nargs="?", type=Path, default=files.chosen(), help="default: %(default)s")
    folder: Path = parser.parse_args(arguments).folder
    try:
        tables = load(folder)
    except (OSError, VocabularyError) as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(report(folder, tables)))
    return int((tables["problems"]["severity"] == "error").any())


def report(folder: Path, tables: Tables) -> Iterator[str]:
    """Yield the lines of the report: the version, a count for each table, the problems."""
    yield f"{folder}: data version {tables.data_version}"
    for name, frame in tables.frames.items():
        if name != "problems":
            yield f"{len(frame):>9,}  {name}"
    yield from problem_lines(tables["problems"].to_dict("records"))


def problem_lines(problems: Sequence[Mapping[Any, object]]) -> Iterator[str]:
    """Yield the lines of the problems: how many, then each with its place, value and advice."""
    yield _counted(Counter(str(problem["severity"]) for problem in problems))
    for problem in problems:
        yield f"{_place(problem)} {problem['field']}: {problem['severity']}"
        if isinstance(problem["value"], str):
            yield f"    {_short(problem['value'])}"
        yield f"    {problem['advice']}"


def _place(problem: Mapping[Any, object]) -> str:
    """Return "events.jsonl:12", or "lists/a.xlsx, sheet 2019, F12" for a list; what is not told is None or NaN."""
    row = str(problem["row"]) if isinstance(problem["row"], int) else ""
    sheet, column = (problem[name] if isinstance(problem[name], str) else "" for name in ("sheet", "column"))
    if sheet or column:
        parts = (str(problem["source"]), f"sheet {sheet}" if sheet else "", f"{column}{row}")
        return ", ".join(filter(None, parts))
    return f"{problem['source']}:{row}" if row else str(problem["source"])


def _counted(counts: Mapping[str, int]) -> str:
    """Return "1 error, 2 warnings", or that there are no problems."""
    said = [
        f"{counts[name]} {name}" + ("s" if counts[name] > 1 else "") for name in SEVERITIES if counts[name]
    ]
    return ", ".join(said) or "no problems"


def _short(value: str, longest: int = 200) -> str:
    flat = " ".join(value.split())
    return flat if len(flat) <= longest else f"{flat[: longest - 1]}…"


if __name__ == "__main__":
    sys.exit(main())
