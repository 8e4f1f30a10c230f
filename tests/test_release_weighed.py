"""What a text only touches is no topic of its event, and those who taught are told from those who came."""

from __future__ import annotations

import pytest

from tests.drafts import countries, one

# Topics


def test_laws_named_once_among_what_was_taught_are_no_topic():
    text = (
        "IOM held a workshop on human trafficking for 20 police officers in Lima, Peru, on 3 May 2021. The officers "
        "heard about the legal framework, indicators of trafficking and the rights of victims."
    )
    assert "legislation and policy" not in one(text).record["topics"]


def test_laws_in_the_headline_are_a_topic():
    text = (
        "Lima seminar on a new law on human trafficking\n\n"
        "IOM held a seminar on the draft law on human trafficking for 20 members of parliament in Lima, Peru, on 3 May "
        "2021. They compared the draft law with the Protocol and discussed the national action plan."
    )
    assert "legislation and policy" in one(text).record["topics"]


# Countries that sent experts

HELD = (
    "IOM held a workshop on human trafficking for 20 Peruvian police officers in Lima, Peru, on 3 May 2021."
)


@pytest.mark.parametrize(
    ("said", "sent"),
    [
        (
            "The trainers were detectives from the Danish police and the Irish inspectorate.",
            {"DNK", "IRL"},
        ),
        (
            "The trainers included experts from Europol and two member states (Malta and Cyprus).",
            {"MLT", "CYP"},
        ),
        ("A judge from Chile explained how a hearing is prepared.", {"CHL"}),
        ("A Norwegian auditor warned of certificates that are bought.", {"NOR"}),
        ("The officers heard from Italian and French magistrates.", {"ITA", "FRA"}),
        ("Everybody benefited from the patience of German and Swedish trainers.", {"DEU", "SWE"}),
        ("Experts from across the United States will share what they know.", {"USA"}),
    ],
)
def test_countries_of_those_who_taught_sent_experts(said: str, sent: set[str]):
    assert countries(one(f"{HELD} {said}"), "expert") == sent


@pytest.mark.parametrize(
    "said",
    [
        "The trainers were trained in Chile two years ago.",
        "A victim from Chile presented her story to a newspaper.",
        "The speakers included the ambassador of Chile.",
    ],
)
def test_countries_only_named_beside_those_who_taught_sent_no_experts(said: str):
    assert "CHL" not in countries(one(f"{HELD} {said}"), "expert")


def test_the_country_that_a_study_visit_goes_to_taught():
    text = (
        "Twelve judges from Honduras made a study visit on human trafficking to San José, Costa Rica, on 5 and 6 "
        "February 2020. IOM organised the study visit."
    )
    draft = one(text)
    assert countries(draft, "expert") == {"CRI"}
    assert countries(draft, "participant") == {"HND"}


def test_a_training_at_home_makes_no_experts_of_the_host():
    assert countries(one(HELD), "expert") == set()
