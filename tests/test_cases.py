"""Cases that anyone may add to, in tests/cases/*.csv: what is written, and what must come of it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from loaders import vocabulary

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "cases"


def rows(file: str):
    with (CASES / file).open(encoding="utf-8-sig", newline="") as cells:
        return [
            pytest.param(row["name"], row["iso3"], id=row["name"].strip()) for row in csv.DictReader(cells)
        ]


@pytest.fixture(scope="module")
def words():
    return vocabulary.read(ROOT / "data" / "vocabulary")


@pytest.mark.parametrize(("name", "iso3"), rows("country_names.csv"))
def test_a_name_stands_for_this_country_or_for_none(words, name: str, iso3: str):
    assert (words.country(name) or "") == iso3
