"""Cases that anyone may add to, in tests/cases/*.csv: what is written, and what must come of it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from bench.cases import Score, countries, dates, headcounts, organisations, sentences
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


def test_the_normalisers_read_the_cases_as_well_as_they_promise():
    """Shares right and wrong are those of the benchmark; the faults are shown where one fails."""
    for score, right, astray in (
        (countries(), 0.97, 0.005),
        (dates(), 0.95, 0.01),
        (headcounts(), 0.93, 0.01),
        (organisations(), 0.90, 0.01),
    ):
        total = score.total()
        assert score.right.total() >= right * total, score.faults
        assert score.wrong.total() + score.false.total() <= astray * total, score.faults


def test_countries_are_found_in_sentences():
    found = sentences()
    assert (found.precision >= 0.98, found.recall >= 0.97) == (True, True), found.faults


def test_a_wrong_answer_counts_as_wrong_and_none_as_open():
    score = Score()
    score.add("common", "Kazakhstan", asked="KAZ", given="KAZ")
    score.add("common", "Niger", asked="NER", given="NGA")
    score.add("common", "Chad", asked="TCD", given=None)
    score.add("negative", "Judge Chad", asked=None, given="TCD")
    assert (score.right.total(), score.wrong.total(), score.open.total(), score.false.total()) == (1, 1, 1, 1)
    assert (score.total(), score.total("common"), score.kinds) == (4, 3, ["common", "negative"])
