"""What a page tells beside its event: plans, excursions, cases that were shown; texts written for the tests."""

from __future__ import annotations

from typing import Any

import pytest

from loaders.press_release import read_announcement

HELD = (
    "Training against trafficking in human beings\n\nThe OSCE held a two-day workshop on trafficking in human beings "
    "in Tirana, Albania, on 12 and 13 November 2024. "
)


def _record(text: str) -> dict[str, Any]:
    (draft,) = read_announcement(text, None, "2024-11-20")
    return draft.record


def _of(record: dict[str, Any], role: str) -> set[str]:
    return {one["iso3"] for one in record["countries"] if one["role"] == role}


def test_a_workshop_that_is_planned_is_not_the_one_that_was_held() -> None:
    text = (
        "Fiji looks at its trafficking law\n\nSuva, Fiji: Forty officials went through the laws on human "
        "trafficking.\n\n"
        "The Regional Support Office of the Bali Process hosted the workshop on 12 June 2024. A workshop on "
        "trafficking "
        "for 30 officials from Samoa and Tonga will be held in Apia, Samoa, in September 2024.\n"
    )
    record = _record(text)
    assert record["host_country"] == "FJI"
    assert not _of(record, "participant") & {"WSM", "TON"}
    assert record["participants"]["total"] != 30


@pytest.mark.parametrize(
    "said",
    [
        "On Wednesday the participants visited a border point at Shkoder.",
        "The cards showed a building site near Durres.",
        "A fictional case of a driver from Durres was discussed.",
    ],
)
def test_excursions_and_cases_that_were_shown_are_no_venues(said: str) -> None:
    assert _record(HELD + said)["city"] == "Tirana"


def test_the_town_of_the_dateline_is_that_of_the_capital() -> None:
    text = (
        "Judges look at trafficking cases\n\nASTANA, 5 February 2014 – A seminar on human trafficking that closed in "
        "the "
        "Kazakh capital today gave 35 judges much to discuss. A course for 40 prosecutors will follow in Almaty in "
        "June.\n"
    )
    assert _record(text)["city"] == "Astana"


def test_a_headline_tells_the_country_whose_people_learn() -> None:
    text = (
        "Border guards in Turkmenistan learn to see more\n\nA national training on trafficking in persons ended on "
        "1 March 2024. It was delivered by officers of the State Border Guard Service of Lithuania.\n"
    )
    record = _record(text)
    assert record["host_country"] == "TKM"
    assert _of(record, "expert") == {"LTU"}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("The programme was in the hands of two social workers from Kenya.", {"KEN"}),
        ("The course was entrusted to officers of the Kenyan police.", {"KEN"}),
        ("The lessons were given by teachers from Ghana and Kenya.", {"GHA", "KEN"}),
        ("A Kenyan police superintendent walked the group through a case.", {"KEN"}),
        ("Kenya's rapporteur presented a study.", {"KEN"}),
        ("The trainer was a psychologist with long years in the Kenyan police.", {"KEN"}),
    ],
)
def test_those_to_whom_lessons_were_left_taught(said: str, told: set[str]) -> None:
    assert _of(_record(HELD + said), "expert") == told


def test_all_members_listed_behind_a_colon_came_and_are_no_people() -> None:
    text = (
        "Coalition meets again\n\nAll nine members of the Regional Coalition against Trafficking in Persons were "
        "present "
        "when its meeting on human trafficking was held in Costa Rica from 21 to 23 May 2018: Belize, Costa Rica, "
        "El Salvador, Guatemala, Honduras, Mexico, Nicaragua and Panama.\n"
    )
    record = _record(text)
    assert record["participants"]["total"] is None
    assert _of(record, "participant") == {"BLZ", "CRI", "SLV", "GTM", "HND", "MEX", "NIC", "PAN"}


def test_the_count_of_the_workshops_before_is_not_the_events() -> None:
    said = "It was the third on the subject, after those in Durres and Shkoder, which 41 officers attended."
    assert _record(HELD + said)["participants"]["total"] is None


def test_the_towns_of_a_list_in_several_countries_are_no_venue() -> None:
    said = "Experts from Belarus will share what their consulates have learned in Moscow, Istanbul and Dubai."
    assert _record(HELD + said)["city"] == "Tirana"


def test_an_event_that_was_postponed_counts_nobody() -> None:
    said = "A course for 24 prosecutors and judges in Durres was postponed because of the pandemic."
    record = _record(HELD + said)
    assert (record["city"], record["participants"]["total"]) == ("Tirana", None)


def test_those_whose_cases_were_discussed_did_not_come() -> None:
    said = "Workers from India and students from Nigeria were discussed."
    assert not _of(_record(HELD + said), "participant") & {"IND", "NGA"}


def test_investigators_of_the_country_visited_are_no_participants() -> None:
    text = (
        "Kyrgyz delegation studies the Austrian way\n\nSix officials from Kyrgyzstan put this question to police "
        "during a "
        "study visit on human trafficking to Vienna from 3 to 6 April 2017. Austrian investigators explained how "
        "telephones "
        "are tapped. The visit was arranged by IOM and financed by the Government of the United States.\n"
    )
    assert _of(_record(text), "participant") == {"KGZ"}


def test_a_similar_seminar_in_french_counts_nobody() -> None:
    text = (
        "Les magistrats se forment\n\nVingt-six magistrats marocains ont participé, les 14 et 15 mars 2019 à Rabat, "
        "à un "
        "séminaire sur la traite des êtres humains. Un séminaire semblable avait réuni 30 juges à Tunis en 2018.\n"
    )
    assert _record(text)["participants"]["total"] == 26
