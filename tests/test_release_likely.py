"""What makes a topic or an audience likely beside its words: the format, the audience, the other topics."""

from __future__ import annotations

import pytest

from loaders.release_likely import NOT, fitted, likely, neighbours
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


def test_a_theme_named_once_is_given_in_a_short_text_and_not_in_one_that_speaks_of_much():
    short = "a workshop on human trafficking for prosecutors, with a word on referral and on border control,"
    much = f"{short} on financial investigations, forced labour, sexual exploitation, children, awareness-raising"
    assert "border management" in told(short, "topics")
    assert "border management" not in told(f"{much} and online recruitment", "topics")


def test_people_only_mentioned_are_no_audience_where_the_text_says_who_came():
    at_hand = "a workshop on human trafficking{came}"
    text = "{} in Lima, Peru, on 3 May 2021. Civil society will profit from it."
    without, among = (
        one("UNODC held " + text.format(at_hand.format(came=came))).record["audiences"]
        for came in ("", " for 20 judges")
    )
    assert without == ["civil society"]
    assert among == ["judges"]


def test_a_programme_against_both_crimes_does_not_make_its_events_be_about_both():
    programme = "a workshop of the Global Action against Trafficking in Persons and the Smuggling of Migrants"
    about = "a workshop on trafficking in persons and the smuggling of migrants"
    assert "smuggling of migrants" not in told(f"{programme} on victims of trafficking", "topics")
    assert "smuggling of migrants" in told(about, "topics")


def test_a_crime_in_a_headline_or_as_an_abbreviation_is_a_topic_in_capitals_too():
    body = "UNODC held a workshop on trafficking in Lima, Peru, on 3 May 2021."
    assert (
        "smuggling of migrants" in one(f"Smuggling of Migrants Discussed in Lima\n\n{body}").record["topics"]
    )
    assert "smuggling of migrants" in told("a workshop on TIP and SOM", "topics")


def test_what_a_topic_adds_to_another_is_counted_from_its_lack():
    weights = likely("topic")["financial investigation"]
    alone, more = neighbours()["financial investigation"]
    assert alone == pytest.approx(sum(weight for told, weight in weights.items() if told.startswith(NOT)))
    beside = weights.get("organised crime", 0.0) - weights.get(f"{NOT}organised crime", 0.0)
    assert more["organised crime"] == pytest.approx(beside)
