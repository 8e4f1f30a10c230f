"""Writes docs/data-dictionary.md from schema.py, so that the two never differ.

python -m scripts.build_data_dictionary            writes the file
python -m scripts.build_data_dictionary --check    writes nothing, fails where the file is not up to date
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from schema import DTYPES, TABLE_MEANINGS, TABLES, Column

TARGET = Path(__file__).resolve().parent.parent / "docs" / "data-dictionary.md"
COMMAND = "python -m scripts.build_data_dictionary"

HEAD = f"""\
# Data dictionary

Every table that `loaders.load` returns, column by column. Made from `schema.py` by
`{COMMAND}`; change it there. What the fields of a record mean is in the [codebook](codebook.md).

| kind | pandas type | holds |
|---|---|---|
| code | `{DTYPES["code"]}` | a text that repeats: an id, a code, a name |
| text | `{DTYPES["text"]}` | a text that mostly stands once |
| count | `{DTYPES["count"]}` | a whole number, or nothing |
| flag | `{DTYPES["flag"]}` | true or false, never nothing |
| degree | `{DTYPES["degree"]}` | degrees of latitude or longitude, WGS 84 |
"""


def dictionary() -> str:
    """Return the text of the data dictionary."""
    return "\n".join([HEAD, *(line for table in TABLES for line in _table(table))])


def _table(table: str) -> Iterator[str]:
    yield f"## {table}\n"
    yield f"{TABLE_MEANINGS[table]}\n"
    yield "| column | kind | may be empty | meaning |"
    yield "|---|---|---|---|"
    yield from (_row(column) for column in TABLES[table])
    yield ""


def _row(column: Column) -> str:
    allowed = f"; one of: {', '.join(column.values)}" if column.values else ""
    empty = "yes" if column.empty else "no"
    return f"| `{column.name}` | {column.kind} | {empty} | {column.meaning}{allowed} |"


def main() -> int:
    """Write the file, or compare it, and return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    if not parser.parse_args().check:
        TARGET.write_text(dictionary(), encoding="utf-8")
        return 0
    if TARGET.is_file() and TARGET.read_text(encoding="utf-8") == dictionary():
        return 0
    print(f"{TARGET.name} is not what schema.py says; run {COMMAND}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
