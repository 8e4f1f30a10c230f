"""Writes data/vocabulary/release_likely.csv: how likely topics and audiences are, and what makes them likelier.

    python -m scripts.build_release_likely

The weight is the logarithm of odds: of a topic among the records with that audience, format or other topic, or without
that topic ("no …"), and of an audience among those of a format; each against all records. A value by itself ("told"
empty) holds its odds among all records. Small numbers are drawn to what holds for all.
"""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

HOME = Path(__file__).resolve().parent.parent
FILE = HOME / "data" / "vocabulary" / "release_likely.csv"
CRIMES = frozenset({"trafficking in persons", "smuggling of migrants"})
DRAWN = 5
"""So many records of the whole are put to those of an audience or a format."""

LEAST = 0.2
"""Weights nearer to nothing are left out."""

NOT = "no "
"""What stands before a topic that a record lacks."""

Row = tuple[str, str, str, str, str]
Told = Callable[[str], bool]


def main() -> None:
    """Write the file."""
    records = [json.loads(line) for line in (HOME / "data" / "events.jsonl").open(encoding="utf-8")]
    with FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("field", "value", "told", "weight", "note"))
        writer.writerows(_rows(records))


def _rows(records: list[dict[str, Any]]) -> Iterator[Row]:
    told = {id(record): _told(record) for record in records}
    formats = sorted({record["format"] for record in records if record["format"]})
    kinds = sorted({one for record in records for one in (*record["audiences"], record["format"]) if one})
    topics = sorted({one for record in records for one in record["topics"]})
    for audience in sorted({one for record in records for one in record["audiences"]}):
        yield from _value(records, ("audience", audience), told=told, kinds=formats)
    for topic in topics:
        others = [one for other in topics if other != topic for one in (other, f"{NOT}{other}")]
        if topic not in CRIMES:
            yield from _value(records, ("topic", topic), told=told, kinds=[*kinds, *others])


def _told(record: dict[str, Any]) -> Told:
    """Return what says whether a record has an audience, a format or a topic, or lacks a topic."""
    here = {*record["audiences"], record["format"], *record["topics"]}
    return lambda kind: kind.removeprefix(NOT) not in here if kind.startswith(NOT) else kind in here


def _value(
    records: list[dict[str, Any]], value: tuple[str, str], *, told: Mapping[int, Told], kinds: Iterable[str]
) -> Iterator[Row]:
    """Yield the odds of a topic or an audience, and what each kind of record adds to them."""
    field, name = value
    column = f"{field}s"
    whole = _share(records, column, name)
    yield field, name, "", f"{_odds(whole):.2f}", "odds among all records"
    for kind in kinds:
        these = [name in record[column] for record in records if told[id(record)](kind)]
        share = (sum(these) + DRAWN * whole) / (len(these) + DRAWN)
        weight = _odds(share) - _odds(whole)
        if abs(weight) >= LEAST:
            yield field, name, kind, f"{weight:.2f}", f"{sum(these)} of {len(these)} records"


def _share(records: list[dict[str, Any]], field: str, value: str) -> float:
    return (sum(value in record[field] for record in records) + 1) / (len(records) + 2)


def _odds(share: float) -> float:
    return math.log(share / (1 - share))


if __name__ == "__main__":
    main()
