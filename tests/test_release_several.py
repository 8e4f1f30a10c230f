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


SEVERAL = "IOM held three workshops on human trafficking for judges in Lima, Peru. "


def spans(text: str) -> list[tuple[str | None, str | None]]:
    records = [draft.record for draft in read_announcement(text)]
    return [(record["start_date"], record["end_date"]) for record in records]


@pytest.mark.parametrize(
    "text",
    [
        "The first workshop took place on 4-5 May 2020. The second was held on 7-8 May, the third on 11-12 May 2020.",
        (
            "The first workshop was held on 4-5 May 2020. A second group was trained on 7-8 May 2020, and the third "
            "and last workshop took place on 11-12 May 2020."
        ),
        "The first group was trained on 4-5 May 2020, the second group on 7-8 May and the third on 11-12 May 2020.",
    ],
)
def test_events_told_by_their_number_and_days_are_events_of_their_own(text):
    days = [("2020-05-04", "2020-05-05"), ("2020-05-07", "2020-05-08"), ("2020-05-11", "2020-05-12")]
    assert spans(SEVERAL + text) == days


@pytest.mark.parametrize(
    "text",
    [
        (
            "IOM held a workshop on human trafficking for judges in Lima on 4-5 May 2020. The first session, on 4 May, "
            "dealt with the law; the second session, on 5 May, with victims."
        ),
        (
            "IOM held its second workshop on human trafficking for judges in Lima on 4-5 May 2020. The first workshop "
            "took place on 3-4 February 2020."
        ),
    ],
)
def test_sessions_of_an_event_and_the_one_before_are_no_events_of_their_own(text):
    assert spans(text) == [("2020-05-04", "2020-05-05")]


def test_an_event_may_follow_in_the_same_town():
    text = (
        "A seminar on human trafficking was held in Lima from 26 to 27 March 2020. A training for police took place at "
        "the same venue on 9 and 10 April 2020."
    )
    assert spans(text) == [("2020-03-26", "2020-03-27"), ("2020-04-09", "2020-04-10")]


def test_a_day_right_below_the_name_of_an_event_begins_it():
    text = (
        "Activities of the year 2010\n\nSeminar on shelters for victims of trafficking\nFrom 23 to 26 February 2010 a "
        "seminar was conducted in Sofia for judges.\n\nSeminar on trafficking for volunteers\nHeld in Varna on 14 "
        "October 2010. It was organised by the Commission."
    )
    assert spans(text) == [("2010-02-23", "2010-02-26"), ("2010-10-14", None)]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Duration: January 2021 to June 2024\nBudget: EUR 2,400,000\nDonor: European Union\n\nThe project fights "
            "human trafficking. A final conference will be held in Vienna."
        ),
        (
            "Against trafficking\n\nProject duration: 36 months\nTotal budget: 1 million\n\nThe project fights human "
            "trafficking. Judges are trained in two workshops in Vienna."
        ),
        (
            "Durée : janvier 2021 - juin 2024\nBailleur : Union européenne\n\nLe projet lutte contre la traite des "
            "personnes. Un atelier réunira des juges à Dakar."
        ),
    ],
)
def test_the_sheet_of_a_project_reports_no_event(text):
    assert read_announcement(text) == []


@pytest.mark.parametrize(
    "text",
    [
        (
            "Duration: 4-6 May 2020\nFunded by: European Union\n\nIOM holds a workshop on human trafficking for judges "
            "in Lima on 4-6 May 2020."
        ),
        (
            "IOM held a workshop on human trafficking for judges in Lima on 4-6 May 2020.\n\n"
            "Project duration: 2019-2021\nDonor: European Union"
        ),
    ],
)
def test_an_event_with_its_own_sheet_or_that_of_its_project_below_is_one(text):
    assert spans(text) == [("2020-05-04", "2020-05-06")]


def test_people_who_met_by_video_had_a_meeting():
    text = "On 26 February 2020, prosecutors met by videoconference in the network against human trafficking."
    assert spans(text) == [("2020-02-26", None)]


def test_headings_with_place_and_day_begin_events_of_their_own():
    text = (
        "Round tables against human trafficking\n\nThe Council held two round tables.\n\nDublin, 19 September "
        "2024\nThe Council organised a round table for 40 judges on the law.\n\nBrussels, 1 October 2024\nSome 30 "
        "persons attended the round table set up by the Council.\n\nNext\nA round table is to be held in "
        "Bratislava from 3 to 5 May 2025."
    )
    assert spans(text) == [("2024-09-19", None), ("2024-10-01", None)]


def test_headings_with_place_and_day_of_news_tell_when_it_was_written():
    text = (
        "News\n\nJudges trained\n\nLima, 8 May 2020\nIOM held a workshop on human trafficking for judges on 4 and 5 "
        "May in Lima.\n\nPolice trained\n\nQuito, 12 May 2020\nIOM held a seminar on human trafficking for police in "
        "Quito on 10 May."
    )
    assert spans(text) == [("2020-05-04", "2020-05-05"), ("2020-05-10", None)]


def test_events_with_names_in_quotation_marks_are_as_many_as_the_names():
    text = "On 4 May 2020 judges attended the “Seminar on Human Trafficking Law” in Lima. "
    other = "On 6 May 2020 police attended the “Seminar on Human Trafficking Evidence”."
    same = "The “Seminar on Human Trafficking Law” ended on 6 May 2020."
    assert spans(text + other) == [("2020-05-04", None), ("2020-05-06", None)]
    assert spans(text + same) == [("2020-05-04", "2020-05-06")]


def test_the_same_course_in_another_town_is_an_event_of_its_own():
    text = (
        "IOM trained judges and police on human trafficking. In Lima, 20 judges attended a two-day course on 4-5 May "
        "2020. In Cusco, 25 officers attended the same course on 7-8 May 2020."
    )
    assert spans(text) == [("2020-05-04", "2020-05-05"), ("2020-05-07", "2020-05-08")]


def test_a_call_for_proposals_is_no_event_and_one_for_applicants_to_a_course_is():
    text = (
        "Call for proposals: IOM invites NGOs to offer a course on human trafficking in Lima by 4 May 2020."
    )
    assert read_announcement(text) == []
    text = "Call for applications: IOM holds a course on human trafficking for judges in Lima on 4 May 2020."
    assert spans(text) == [("2020-05-04", None)]


ROUND = (
    "Workshops on human trafficking in Pakistan\n\n28 October 2019 - IOM carried out workshops on human trafficking "
    "for the police in three cities.\n\n"
)


@pytest.mark.parametrize("mark", ["•", "-"])
def test_items_of_a_list_with_town_and_day_are_events_and_no_datelines(mark):
    text = (
        f"{ROUND}{mark} Islamabad, 20 March: 24 participants\n{mark} Lahore, 26-27 March: 18 participants\n"
        f"{mark} Peshawar, 2-3 April: 18 participants\n\nThose nominated came from the police."
    )
    assert spans(text) == [("2019-03-20", None), ("2019-03-26", "2019-03-27"), ("2019-04-02", "2019-04-03")]


def test_items_of_a_list_on_something_else_are_no_events():
    text = (
        "IOM held a workshop on human trafficking for judges in Lahore on 4 May 2020.\n\nVictims were found of "
        "late:\n\n- Lahore, 2 March 2020: three girls\n- Peshawar, 8 March 2020: five boys"
    )
    assert spans(text) == [("2020-05-04", None)]


def test_a_team_that_met_on_some_occasions_held_no_event():
    text = (
        "Police in Ghent arrested eleven persons on 14 October 2022 for human trafficking. A team of the officers met "
        "on five occasions to plan it."
    )
    assert read_announcement(text) == []
