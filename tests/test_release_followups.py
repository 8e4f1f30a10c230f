"""Events that follow on others, and lists of countries in the wordings that hid them."""

from __future__ import annotations

import pytest

from tests.drafts import bodies, countries, days, one


@pytest.mark.parametrize(
    "opening",
    [
        "Building on previous work with the Ministry of Interior",
        "In continuation of last year's successful conference in Rome",
        "As a follow-up to its earlier assistance",
    ],
)
def test_what_an_event_builds_on_does_not_hide_it(opening):
    text = (
        f"{opening}, the OSCE Mission to Serbia organized a two-day workshop on human trafficking on 5 and 6 May 2021 "
        "in Belgrade. Some 20 police officers took part."
    )
    draft = one(text)
    assert days(draft) == ("2021-05-05", "2021-05-06")
    assert draft.record["city"] == "Belgrade"


def test_an_event_only_mentioned_as_what_went_before_is_none():
    text = (
        "Following a previous workshop on human trafficking held in Lima, UNODC wrote a handbook for judges."
    )
    from loaders.press_release import read_announcement

    assert [draft.record["city"] for draft in read_announcement(text)] in ([], [None])


def test_last_year_is_no_date_of_the_event():
    text = (
        "6 June 2016 - In continuation of last year's conference, UNODC organised a meeting on human trafficking in "
        "Lima, Peru. Judges of Peru took part in it."
    )
    assert days(one(text)) == (None, None)


def test_the_dateline_of_a_report_is_not_the_day_of_the_event():
    text = "6 June 2016 - UNODC organised a workshop on human trafficking in Lima, Peru. Judges came."
    assert days(one(text)) == (None, None)


def test_the_length_of_the_event_counts_where_lengths_of_others_are_told():
    text = (
        "KYIV, 21 May 2007 - Judges are taking part in a training course on human trafficking that began in Kyiv "
        "today. The three-day course is for Ukrainian judges. They will be able to offer two-day training classes."
    )
    assert days(one(text)) == ("2007-05-21", "2007-05-23")


@pytest.mark.parametrize(
    "wording",
    [
        "Delegations from Chile, Peru and Bolivia attending the meeting spoke of routes.",
        "Chile, Peru and Bolivia are the participant countries.",
        'Those at the "Andean Meeting" were many. Participants from Chile, Peru and Bolivia said that "routes change."',
    ],
)
def test_countries_of_a_list_came_however_it_is_worded(wording):
    text = f"UNODC held a meeting on migrant smuggling in Quito, Ecuador, on 3 May 2021. {wording}"
    assert {"CHL", "PER", "BOL"} <= countries(one(text), "participant")


def test_other_people_told_by_an_adjective_stand_apart_from_a_list_of_duty_stations():
    text = (
        "A workshop on human trafficking was held in Yerevan, Armenia, on 3 May 2021. Armenian consular staff in "
        "Greece and the Russian Federation, as well as Georgian consular officials, participated in the workshop."
    )
    came = countries(one(text), "participant")
    assert {"ARM", "GEO"} <= came
    assert came.isdisjoint({"GRC", "RUS"})


def test_experience_of_experts_from_countries_makes_these_expert_countries():
    text = (
        "A conference on human trafficking was held in Riga, Latvia, on 3 May 2021. It summarized the experience of "
        "leading experts from Denmark, Norway and Estonia."
    )
    assert countries(one(text), "expert") == {"DNK", "NOR", "EST"}


def test_an_officer_who_delivered_a_workshop_makes_an_expert_country():
    text = (
        "A workshop on human trafficking was held in Yerevan, Armenia, on 3 May 2021. The workshop was delivered by a "
        "high-ranking German police officer."
    )
    assert countries(one(text), "expert") == {"DEU"}


def test_two_kinds_who_came_are_added_with_their_women():
    text = (
        "UNODC conducted from 2 to 6 November 2020 a training on human trafficking in Islamabad, Pakistan. 17 female "
        "officers from the Federal Agency’s (FIA) Anti-Trafficking units and 8 female police officers of the Punjab "
        "police participated in the training."
    )
    people = one(text).record["participants"]
    assert (people["total"], people["women"]) == (25, 25)


def test_some_of_those_counted_are_not_added_to_them():
    text = (
        "A meeting on human trafficking took place in Bangkok, Thailand, on 9 May 2023. The meeting was attended by "
        "thirteen practitioners, six from the Bangladesh Police and seven from Malaysia."
    )
    assert one(text).record["participants"]["total"] == 13


def test_an_office_told_without_its_seat_is_that_of_the_country():
    text = (
        "A course on human trafficking took place in Kyiv, Ukraine, on 21 May 2007. The course was jointly organized "
        "by the office of the OSCE Project Co-ordinator and the Academy of Prosecutors."
    )
    assert "OSCE Project Co-ordinator in Ukraine" in bodies(one(text), "organiser")


def test_what_a_conference_prepares_is_not_the_event():
    text = (
        "A regional conference on human trafficking took place in Cairo, Egypt, on 13 and 14 September 2015. The "
        "conference laid the groundwork for a summit on migration to be held in Valletta, Malta, on 11 November 2015."
    )
    draft = one(text)
    assert draft.record["city"] == "Cairo"
    assert days(draft) == ("2015-09-13", "2015-09-14")
