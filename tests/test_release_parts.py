"""Who held, paid for, taught at and attended an event, where announcements say it in passing."""

from __future__ import annotations

import pytest

from tests.drafts import bodies, countries, days, one

HELD = "The Council of Europe held a training on human trafficking in Ankara, Türkiye, on 3 and 4 May 2021. "


def test_what_a_body_that_stands_in_a_list_of_those_who_came_is_known_by_its_country():
    text = (
        HELD
        + "Forty participants, from the Coast Guard General Command and the Gendarmerie General Command, attended."
    )
    came = bodies(one(text), "participant")
    assert any("Coast Guard" in name for name in came)
    assert any("Gendarmerie" in name for name in came)


def test_those_who_gave_speeches_organised_nothing():
    text = HELD + "It was opened by speeches delivered by the Gendarmerie General Command."
    assert bodies(one(text), "organiser") == {"Council of Europe"}


@pytest.mark.parametrize(
    "person",
    ["Public Prosecutor Mary Roe", "Acting Head of Office Mary Roe", "Director of the Agency Mary Roe"],
)
def test_a_person_with_an_office_is_no_body(person):
    told = one(HELD + f"The workshop was organised with the support of {person}.")
    assert all("Roe" not in row["name"] for row in told.record["organisations"])


def test_contributions_that_a_training_received_are_not_money():
    told = one(HELD + "The training also received contributions from the Gendarmerie General Command.")
    assert bodies(told, "funder") == set()
    assert countries(told, "funder") == set()
    assert any("Gendarmerie" in name for name in bodies(told, "expert"))


def test_a_body_before_funded_project_paid():
    text = (
        "IOM held a training on human trafficking in Khartoum, Sudan, on 3 May 2017. The training is supported by the "
        "United Kingdom Foreign and Commonwealth Office funded Project on justice."
    )
    assert any("Foreign" in name for name in bodies(one(text), "funder"))


def test_those_between_whom_a_joint_venture_is_organised():
    text = (
        "A training on human trafficking took place in Khartoum, Sudan, on 3 May 2017. The training is part of a joint "
        "venture between IOM and UNICEF."
    )
    assert len(bodies(one(text), "organiser")) == 2


def test_the_staff_who_led_a_course_are_its_experts():
    text = (
        "A course on human trafficking led by staff of the United States Immigration and Customs Enforcement was held "
        "in Lima, Peru, on 3 May 2021. Thirty officers from Chile and Peru took part."
    )
    assert countries(one(text), "expert") == {"USA"}
    assert countries(one(text), "participant") == {"CHL", "PER"}


def test_the_academy_of_a_ministry_is_not_the_ministry():
    text = (
        "A workshop on human trafficking was organised by the Defence Academy of the Ministry of Interior in Lima, "
        "Peru, on 3 May 2021."
    )
    assert "Ministry of the Interior of Peru" not in bodies(one(text), "organiser")


def test_a_session_of_a_working_group_is_a_meeting():
    text = (
        "The technical session of the Working Group on smuggling of migrants was held in Bogota on 6 May 2019, with "
        "the presence of prosecutors from Brazil, Chile and Peru."
    )
    draft = one(text)
    assert draft.record["format"] == "meeting"
    assert countries(draft, "participant") == {"BRA", "CHL", "PER"}


def test_days_of_this_week_are_of_the_year_of_the_page_though_they_lie_behind_its_stamp():
    text = (
        "Feb 05, 2018\n\nHarare – IOM this week (20-22/02) facilitated a workshop on human trafficking for 30 officers "
        "in Harare, Zimbabwe."
    )
    assert days(one(text)) == ("2018-02-20", "2018-02-22")


def test_a_headline_with_the_first_day_does_not_shorten_an_event():
    text = (
        "14 May 2018 Border Guards Attend Anti-trafficking Course\n\nTwelve officers of Georgia took part in a course "
        "on human trafficking. The course, held on 14-18 May 2018 in Tbilisi, Georgia, was led by Frontex."
    )
    assert days(one(text)) == ("2018-05-14", "2018-05-18")


def test_experts_counted_behind_those_who_came_are_not_the_headcount():
    text = (
        "UNODC organized a study visit on human trafficking to Italy for Libyan judges on 3-5 May 2021. In all 17 "
        "judges, magistrates and prosecutors from Libya and more than 40 Italian and international experts took part "
        "in the discussions."
    )
    assert one(text).record["participants"]["total"] == 17


def test_those_who_came_to_previous_exercises_are_not_counted():
    text = (
        "A simulation exercise on human trafficking was held in Astana, Kazakhstan, on 5 June 2023. The previous "
        "exercises brought new skills. More than 400 police officers were trained and gained experience."
    )
    assert one(text).record["participants"]["total"] is None


def test_women_and_men_in_brackets_before_the_people_are_parts_of_the_count():
    text = (
        "UNODC facilitated a workshop on human trafficking on 22 April 2024 in Dhaka, Bangladesh. 27 (5 female, 22 "
        "male) staff members of a security force participated in the workshop."
    )
    people = one(text).record["participants"]
    assert (people["total"], people["women"], people["men"]) == (27, 5, 22)
