"""Whether those who came are people of the country an event was held in, or of elsewhere."""

from __future__ import annotations

import pytest

from tests.drafts import countries, days, one

HELD = "UNODC held a workshop on human trafficking in Lusaka, Zambia, on 3 May 2021. "
CAME = "Thirty police officers attended the workshop. "


def came(text: str) -> set[str]:
    return countries(one(text), "participant")


@pytest.mark.parametrize(
    "also",
    [
        "The participants represented offices from various provinces.",
        "Zambia was one of the first countries to act, said the head of the participants.",
        "The workshop was held with the Bureau of International Affairs of the United States Embassy.",
        "The workshop was attended by embassies, ministries, judges and NGOs.",
        "The officers travelled to Lusaka from all corners of the country.",
        "The workshop is part of a project in the countries of Southern Africa.",
    ],
)
def test_a_national_event_stays_one_though_other_countries_are_mentioned(also):
    assert came(HELD + CAME + also) == {"ZMB"}


@pytest.mark.parametrize(
    "also",
    [
        "The participants came from various African countries.",
        "The participants came from the countries of the region.",
        "The workshop was for foreign embassies accredited in Lusaka.",
        "The participants travelled to Lusaka for it.",
    ],
)
def test_where_people_of_unnamed_countries_came_the_host_is_none_of_them(also):
    assert came(HELD + CAME + also) == set()


def test_a_regional_event_that_a_body_of_the_host_held_has_people_of_the_host():
    held = "on 4 June 2019 a sub-regional workshop on human trafficking in Tashkent. Judges took part in the workshop."
    assert came(f"UNODC and the Supreme Court of Uzbekistan hosted {held}") == {"UZB"}
    assert came(f"UNODC hosted {held}") == set()


def test_an_event_at_the_seat_of_international_bodies_has_no_people_of_the_host():
    text = "UNODC held a workshop on human trafficking in Vienna, Austria, on 3 May 2021. "
    assert came(text + "Thirty police officers attended it.") == set()


def test_a_study_visit_leads_to_the_host_and_its_people_are_those_who_travelled():
    text = (
        "Under a safe migration project, the International Organization for Migration (IOM) in Tajikistan "
        "facilitated a study visit on human trafficking for Tajikistan’s officials to Albania on 3-5 June 2021."
    )
    draft = one(text)
    assert draft.record["host_country"] == "ALB"
    assert countries(draft, "participant") == {"TJK"}


def test_what_was_held_before_is_not_where_the_event_was():
    text = (
        "Agadir, Morocco - 20 June 2018 - UNODC organized a second workshop on migrant smuggling from 7 to 8 May "
        "2018.The workshop is the result of a previous meeting held last year in Bamako, Mali. Officers attended."
    )
    draft = one(text)
    assert draft.record["city"] == "Agadir"
    assert days(draft) == ("2018-05-07", "2018-05-08")


def test_people_of_a_list_of_countries_make_no_other_country_the_host():
    text = (
        "A course on human trafficking led by staff of the United States Treasury came to a close on 3 May 2021. "
        "Thirty officers from Chile, Peru, Cuba, Haiti and Panama took part."
    )
    assert one(text).record["host_country"] is None


def test_the_next_exercise_that_kicked_off_is_the_event_though_its_title_is_quoted():
    text = (
        'The next regional simulation exercise "Fighting Human Trafficking along the Roads: Learning Together" '
        "kicked off in Astana. It will last from June 5 to 9, 2023."
    )
    draft = one(text)
    assert draft.record["city"] == "Astana"
    assert draft.record["format"] == "simulation exercise"


# Experts of the host


def test_experts_of_its_own_make_the_host_an_expert_country():
    also = "The sessions were led by a UNODC adviser alongside national experts."
    assert countries(one(HELD + CAME + also), "expert") == {"ZMB"}


def test_experts_of_the_host_who_only_came_are_no_experts_of_the_event():
    also = "The report on the workshop draws on interviews with national experts."
    assert countries(one(HELD + CAME + also), "expert") == set()


def test_counterparts_between_whom_an_event_was_are_no_experts():
    text = (
        "A workshop on human trafficking between Kenyan and Ugandan counterparts was held in Nairobi, Kenya, on "
        "3 May 2021."
    )
    assert countries(one(text), "expert") == set()
    assert came(text) == {"KEN", "UGA"}
