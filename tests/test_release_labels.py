"""What stands on a line of its own with a label: how many came, and from where; texts written for the tests."""

from __future__ import annotations

import pytest

from tests.drafts import countries, one

SHEET = (
    "Seminar on trafficking in persons\n\nPeriod: October 24 - November 7, 2018\n{0}\nOrganizer: Red House\n\n"
    "The Red House conducted the above seminar in Tokyo, Japan, for officials engaged against trafficking in "
    "persons.\n\n{1}\n"
)
HELD = "IOM held a workshop on human trafficking in Baku, Azerbaijan, on 31 May 2019. "


@pytest.mark.parametrize("label", ["Participants: 13", "Number of participants: 13", "Attendees – 13"])
def test_a_number_behind_its_label_is_the_headcount(label: str):
    assert one(SHEET.format(label, "")).record["participants"]["total"] == 13


def test_a_number_of_thousands_behind_its_label_is_read_whole():
    assert one(SHEET.format("Participants: 1,250", "")).record["participants"]["total"] == 1250


@pytest.mark.parametrize(
    "label",
    [
        "Participants: 13 countries",
        "Participants: 40%",
        "Sessions: 13",
        "Attendance: 9.30 a.m.",
        "Attendance: 10:00",
    ],
)
def test_a_number_of_something_else_is_no_headcount(label: str):
    assert one(SHEET.format(label, "")).record["participants"]["total"] is None


@pytest.mark.parametrize(
    "line",
    [
        "Participating countries: Thailand, Laos, Peru",
        "Participants: Thailand, Laos, Peru",
        "Participants by country: Thailand (3), Laos (2), Peru (1)",
        "Countries represented: Thailand, Laos and Peru",
    ],
)
def test_countries_behind_a_label_are_those_of_the_people_who_came(line: str):
    assert countries(one(SHEET.format("", line)), "participant") == {"THA", "LAO", "PER"}


@pytest.mark.parametrize("line", ["Countries of origin: Thailand, Laos", "Donors: Thailand, Laos"])
def test_countries_behind_another_label_are_not(line: str):
    assert countries(one(SHEET.format("", line)), "participant") & {"THA", "LAO"} == set()


@pytest.mark.parametrize(
    "said",
    [
        "Of the 356 persons recognized as victims, 312 were given a place to stay.",
        "Police spoke of 90 people identified as possible victims.",
        "Last year 64 persons were found to be victims.",
    ],
)
def test_people_who_were_found_to_be_victims_did_not_come(said: str):
    assert one(HELD + said).record["participants"]["total"] is None


def test_the_headline_of_what_was_done_in_a_year_gives_the_days_below_it_their_year():
    text = (
        "Office in Astana: activities against human trafficking in 2016\n\nThe office went on with its work.\n\n"
        "Seminar for judges\nA two-day seminar on human trafficking for 40 judges was held in Astana on 31 March and "
        "1 April."
    )
    assert one(text).record["start_date"] == "2016-03-31"


@pytest.mark.parametrize(
    "headline",
    [
        "Training workshops on the Palermo Protocol of 2000",
        "Seminars on the law of 2018",
        "Workshops on the law adopted in 2018",
        "Results of the plan of 2015",
    ],
)
def test_the_year_of_a_law_in_a_headline_is_not_that_of_the_days_below_it(headline: str):
    text = (
        f"{headline}\n\nSeminar for judges\nA two-day seminar on human trafficking for 40 judges was held in Astana on "
        "31 March and 1 April."
    )
    assert one(text).record["start_date"] == "XXXX-03-31"


@pytest.mark.parametrize("what", ["La deuxième simulation régionale", "Un exercice régional de simulation"])
def test_a_simulation_is_found_in_french(what: str):
    told = one(f"{what} sur la traite des êtres humains a eu lieu à Madrid, en Espagne, le 3 mai 2023.")
    assert (told.record["format"], told.record["host_country"]) == ("simulation exercise", "ESP")
