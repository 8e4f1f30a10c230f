"""The written announcements: every text has its gold records, and these read without problems."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from loaders import vocabulary
from loaders.problems import Problem
from loaders.records import Tidy

FOLDER = Path(__file__).resolve().parent / "announcements"
DATA = FOLDER.parent.parent / "data"
TEXTS = sorted(FOLDER.glob("*.txt"))
NEWCOMERS = {"city", "series.name", "programmes"}
"""Fields whose values need not stand in a vocabulary yet: a new event may bring them."""


def golds(text: Path) -> list[dict[str, Any]]:
    """Return the records that the announcement reports, none for a page without an event."""
    records: list[dict[str, Any]] = json.loads(text.with_suffix(".json").read_text(encoding="utf-8"))
    return records


def told_of(records: list[dict[str, Any]]) -> list[Problem]:
    """Return the problems of the records, newcomers to a vocabulary left out."""
    tidy = Tidy(vocabulary.read(DATA / "vocabulary"))
    tidy.read([json.dumps(record).encode() for record in records], "golds")
    tidy.finish()
    return [problem for problem in tidy.problems if problem.field.partition("[")[0] not in NEWCOMERS]


def flat(words: str) -> str:
    """Return words without line breaks and capitals, as one compares them."""
    return " ".join(words.split()).casefold()


def test_there_are_at_least_forty_announcements() -> None:
    assert len(TEXTS) >= 40


def test_every_announcement_has_its_gold_records_and_every_record_its_announcement() -> None:
    records = {path for path in FOLDER.glob("*.json") if not path.name.endswith(".meta.json")}
    assert records == {text.with_suffix(".json") for text in TEXTS}


def test_at_least_eight_pages_report_no_event() -> None:
    assert sum(not golds(text) for text in TEXTS) >= 8


def test_gold_records_read_without_problems() -> None:
    assert told_of([record for text in TEXTS for record in golds(text)]) == []


def test_a_fault_in_a_gold_record_is_told() -> None:
    record = next(record for text in TEXTS for record in golds(text))
    assert [problem.field for problem in told_of([{**record, "topics": ["tourism"]}])] == ["topics[]"]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.stem)
def test_the_names_in_gold_records_stand_in_the_text(text: Path) -> None:
    page = flat(text.read_text(encoding="utf-8"))
    names = [country["name"] for record in golds(text) for country in record["countries"]]
    bodies = [body["as_written"] for record in golds(text) for body in record["organisations"]]
    assert [name for name in names + bodies if flat(name) not in page] == []
