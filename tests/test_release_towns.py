"""Where an event was held: the English names of its town, and towns that are named for something else."""

from __future__ import annotations

import pytest

from tests.drafts import one

COURSE = "IOM held a workshop on human trafficking in {} on 3 May 2021."
CURSO = "La OIM celebró un taller sobre trata de personas en {} el 3 de mayo de 2021."


def place(text: str) -> tuple[str | None, str | None]:
    record = one(text).record
    return record["city"], record["host_country"]


@pytest.mark.parametrize(
    ("text", "city"),
    [
        (COURSE.format("Bogota, Colombia,"), ("Bogotá", "COL")),
        (COURSE.format("Lome, Togo,"), ("Lomé", "TGO")),
        (COURSE.format("Kiev"), ("Kyiv", "UKR")),
        (COURSE.format("Prishtina"), ("Pristina", "XKX")),
        (COURSE.format("Washington DC"), ("Washington, D.C.", "USA")),
        (COURSE.format("San Jose, Costa Rica,"), ("San José", "CRI")),
        (COURSE.format("San Jose, United States,"), ("San Jose", "USA")),
        (CURSO.format("Santiago de Chile"), ("Santiago", "CHL")),
        (CURSO.format("Ciudad de México"), ("Mexico City", "MEX")),
        (CURSO.format("Ginebra"), ("Geneva", "CHE")),
    ],
)
def test_a_city_is_told_by_its_english_name(text, city):
    assert place(text) == city


def test_the_town_of_a_court_from_which_people_came_is_not_where_they_met():
    text = (
        "Cusco (Peru), 18 December 2020 – Evidence of human trafficking was discussed on 17 and 18 December by {}. "
        "The training was organized by UNODC."
    )
    assert (
        place(text.format("26 judges from courts in the south and from the higher courts in Lima"))[0]
        == "Cusco"
    )
    assert (
        place("Judges of district courts met in Lima for a workshop on human trafficking on 3 May 2021.")[0]
        == "Lima"
    )


def test_the_town_of_a_meeting_of_another_year_is_not_where_the_event_was():
    text = (
        "New Delhi, 20 November 2012\n\nThe two-day workshop on human trafficking for officers ended here today. "
        "It was held in pursuance of a decision of the ministers at their meeting in Thimphu in July 2011."
    )
    assert place(text) == ("New Delhi", "IND")


def test_the_town_of_an_event_of_last_month_is_where_it_was():
    assert place(
        "Lima, 20 November 2020 – UNODC held a workshop on human trafficking in Quito in October 2020."
    )[0] == ("Quito")


@pytest.mark.parametrize(
    ("house", "city"),
    [
        (
            "UNODC and the Siracusa Justice Institute convened {} at the Institute's headquarters",
            ("Siracusa", "ITA"),
        ),
        ("{} was held by the Vienna Police Academy at its premises", ("Vienna", "AUT")),
        ("NAPTIP convened {} at its headquarters", ("Abuja", "NGA")),
        ("The Vienna Police Academy convened {} at its office in Lagos", ("Lagos", "NGA")),
    ],
)
def test_a_body_at_whose_house_it_was_names_the_town_before_that_of_the_page(house, city):
    words = house.format("a meeting on human trafficking")
    text = f"Abuja, 20 November 2022 – {words[0].upper()}{words[1:]} on 7 to 9 November. Judges of Nigeria took part."
    assert place(text) == city


@pytest.mark.parametrize(
    ("where", "city"),
    [
        ("in the Georgian Black Sea town of Batumi", "Batumi"),
        ("at the Grand Hyatt, Bishkek,", "Bishkek"),
    ],
)
def test_the_town_behind_what_it_is_or_behind_a_house_is_where_it_was(where, city):
    assert (
        place(f"A round table on human trafficking for judges took place {where} on 3 May 2021.")[0] == city
    )
