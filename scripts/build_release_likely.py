"""Writes data/vocabulary/release_likely.csv: how likely topics and audiences are, and what makes a topic likelier.

    python -m scripts.build_release_likely

The weight is the logarithm of odds: of the topic among the records with that audience or format, against all records.
A value by itself ("told" empty) holds its odds among all records. Small numbers are drawn to what holds for all.
"""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HOME = Path(__file__).resolve().parent.parent
FILE = HOME / "data" / "vocabulary" / "release_likely.csv"
CRIMES = frozenset({"trafficking in persons", "smuggling of migrants"})
DRAWN = 5
"""So many records of the whole are put to those of an audience or a format."""

LEAST = 0.4
"""Weights nearer to nothing are left out."""


def main() -> None:
    """Write the file."""
    records = [json.loads(line) for line in (HOME / "data" / "events.jsonl").open(encoding="utf-8")]
    with FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("field", "value", "told", "weight", "note"))
        writer.writerows(_rows(records))


def _rows(records: list[dict[str, Any]]) -> Iterator[tuple[str, str, str, str, str]]:
    for audience in sorted({one for record in records for one in record["audiences"]}):
        yield (
            "audience",
            audience,
            "",
            f"{_odds(_share(records, 'audiences', audience)):.2f}",
            "odds among all records",
        )
    told = {id(record): {*record["audiences"], record["format"]} for record in records}
    kinds = sorted({one for each in told.values() for one in each if one})
    for topic in sorted({one for record in records for one in record["topics"]} - CRIMES):
        whole = _share(records, "topics", topic)
        yield "topic", topic, "", f"{_odds(whole):.2f}", "odds among all records"
        for kind in kinds:
            these = [topic in record["topics"] for record in records if kind in told[id(record)]]
            share = (sum(these) + DRAWN * whole) / (len(these) + DRAWN)
            weight = _odds(share) - _odds(whole)
            if abs(weight) >= LEAST:
                yield "topic", topic, kind, f"{weight:.2f}", f"{sum(these)} of {len(these)} records"


def _share(records: list[dict[str, Any]], field: str, value: str) -> float:
    return (sum(value in record[field] for record in records) + 1) / (len(records) + 2)


def _odds(share: float) -> float:
    return math.log(share / (1 - share))


if __name__ == "__main__":
    main()
