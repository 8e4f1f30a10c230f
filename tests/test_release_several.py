"""Events of one sentence with towns and days of their own; people who met without a word for the event; no events."""

from __future__ import annotations

import pytest

from loaders.press_release import read_announcement
from tests.drafts import one


def held(text: str) -> list[tuple[str | None, str | None, str | None]]:
    records = [draft.record for draft in read_announcement(text)]
    return [(record["start_date"], record["city"], record["host_country"]) for record in records]


def test_a_second_town_behind_and_is_read_as_the_first_is():
    text = (
        "UNODC is organizing two workshops on human trafficking for the police of Kyrgyzstan. The two rounds "
        "(Bishkek, 12-14 November 2015) and Osh (16-18 November 2015) will train officers."
    )
    assert held(text) == [("2015-11-12", "Bishkek", "KGZ"), ("2015-11-16", "Osh", "KGZ")]


def test_a_clause_with_a_day_and_a_place_that_is_not_known_is_an_event_of_its_own():
    text = (
        "The bureau gave training on human trafficking. The training was held in Palau on 6-7 December 2012, "
        "in Smalltown on 7-8 January 2013, and in Chuuk on 9-10 January 2013."
    )
    assert held(text) == [
        ("2012-12-06", None, "PLW"),
        ("2013-01-07", "Smalltown", None),
        ("2013-01-09", "Chuuk", "FSM"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "On 27-28 February 2019 IOM gathered senior officials against human trafficking in Hanoi, Viet Nam.",
        "La OIM convocó el 27 y 28 de febrero de 2019 en Hanoi, Vietnam, a funcionarios contra la trata de personas.",
    ],
)
def test_people_brought_together_on_a_day_make_a_meeting_without_a_word_for_it(text):
    record = one(text).record
    told = (record["format"], record["start_date"], record["end_date"], record["host_country"])
    assert told == ("meeting", "2019-02-27", "2019-02-28", "VNM")


def test_a_regional_discussion_is_a_meeting():
    text = "IOM organized a two-day Regional Discussion on human trafficking with the Government of Turkmenistan."
    assert one(text).record["format"] == "meeting"


@pytest.mark.parametrize(
    "text",
    [
        "The Mission conducts training seminars on human trafficking for judges. It supported a visit to Austria.",
        "The Commission drew up the manual on human trafficking after a series of consultations in Kabul.",
    ],
)
def test_what_a_body_does_at_all_times_or_what_a_paper_came_of_is_no_event(text):
    assert read_announcement(text) == []


def test_what_a_body_does_at_all_times_is_an_event_where_its_days_are_told():
    text = "The Mission conducts training seminars on human trafficking in Lima, Peru, from 3 to 5 May 2021."
    assert held(text) == [("2021-05-03", "Lima", "PER")]


def test_a_programme_of_some_days_is_a_training():
    text = "IOM organized a three-day program on human trafficking for police in Port Louis, Mauritius, on 3 May 2024."
    assert one(text).record["format"] == "training"


def test_training_at_large_that_the_next_sentence_tells_with_its_days_is_an_event():
    text = (
        "UNODC has organised training for detectives with the police of Ghana in Tamale. The office says that "
        "the 8-day training will make detectives better at the work of ending human trafficking."
    )
    assert one(text).record["format"] == "training"
