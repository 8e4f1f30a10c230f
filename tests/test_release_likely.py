"""What makes a topic or an audience likely beside its words: the format, the audience, the other topics."""

from __future__ import annotations

import pytest

from loaders.release_likely import NOT, fitted, likely
from tests.drafts import one

FIELDS = ("topic", "audience")


def told(text: str, field: str) -> set[str]:
    return set(one(f"UNODC held {text} in Lima, Peru, on 3 May 2021.").record[field])


@pytest.mark.parametrize("field", FIELDS)
def test_each_value_that_has_odds_has_fitted_numbers_too(field: str):
    assert fitted(field).keys() == likely(field).keys()


@pytest.mark.parametrize("field", FIELDS)
def test_words_found_never_speak_against_what_they_name(field: str):
    assert all(seen > 0 for _, seen in fitted(field).values())


def test_a_topic_that_goes_with_another_is_likelier_beside_it():
    weights = likely("topic")["financial investigation"]
    assert weights["investigation and prosecution"] > weights.get(f"{NOT}investigation and prosecution", 0.0)


def test_one_word_of_a_topic_is_enough_where_its_neighbours_are_told():
    beside = "a workshop on referral of victims of trafficking for social workers, with a word on shelters"
    assert "victim protection and assistance" in told(beside, "topics")


def test_officials_are_likelier_at_a_round_table_than_at_a_training():
    weights = likely("audience")["central government"]
    assert weights["round table"] > 0 > weights["training"]
