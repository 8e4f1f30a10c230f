"""Where an event was held: in a house that a town follows, in a namesake of a town abroad, at a state's own academy."""

from __future__ import annotations

import pytest

from tests.drafts import days, one


def place(text: str, url: str | None = None) -> tuple[str | None, str | None]:
    record = one(text, **({"url": url} if url else {})).record
    return record["city"], record["host_country"]


@pytest.mark.parametrize("house", ["MARRI Regional Centre", "Police Liaison Office", "Appeal Court"])
def test_the_town_behind_the_house_an_event_took_place_in_is_its_town(house):
    text = f"A meeting of co-ordinators against human trafficking took place at the {house} in Skopje on 3 May 2019."
    assert place(text) == ("Skopje", "MKD")


def test_the_town_of_an_office_that_only_organised_is_not_where_it_was():
    text = "The IOM Regional Office in Vienna organised a course on human trafficking in Lima, Peru, on 3 May 2019."
    assert place(text) == ("Lima", "PER")


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.unodc.org/colombia/es/press/a.html", "COL"),
        ("https://www.unodc.org/unodc/a.html", "ESP"),
    ],
)
def test_a_small_town_whose_country_is_not_named_lies_in_that_of_the_site(url, host):
    text = "UNODC y Colombia iniciaron un taller sobre trata de personas en Santander el 6 de mayo de 2014."
    assert place(text, url)[1] == host


def test_a_large_town_abroad_stays_abroad_on_a_national_site():
    text = "Judges of Colombia attended a seminar on human trafficking in Vienna on 6 May 2014."
    assert place(text, "https://www.unodc.org/colombia/a.html") == ("Vienna", "AUT")


def test_a_state_s_own_academy_holds_its_courses_at_home_beside_a_foreign_adjective():
    text = "La Academia clausuró el curso sobre trata de personas para 26 agentes, con un experto español."
    assert place(text, "http://www.ansp.gob.sv/curso/")[1] == "SLV"


def test_a_day_of_the_week_is_no_town():
    text = "Mon, 20 May 2019\n\nIOM held a course on human trafficking for police in Makeni, Sierra Leone."
    draft = one(text)
    assert draft.record["city"] == "Makeni"
    assert days(draft)[1] is None


@pytest.mark.parametrize(
    "text",
    [
        "South Sudan hosted a regional training on human trafficking for border guards of eight countries in May 2022.",
        "South Sudan. A meeting against human trafficking was held in May 2022, with people from Kenya, Chad and Mali.",
    ],
)
def test_a_country_that_hosted_or_stands_alone_before_the_text_is_the_host(text):
    assert place(text) == (None, "SSD")


def test_a_country_that_hosted_something_else_is_not_the_host():
    text = "Kenya hosted many refugees. A course on human trafficking for police was held in Lima, Peru, in May 2022."
    assert place(text) == ("Lima", "PER")


def test_where_earlier_visits_led_is_not_where_the_event_was():
    text = (
        "UNODC supports the prosecutors of Kyrgyzstan, also by visits of officials to Türkiye in 2019. A training on "
        "human trafficking was conducted on 4-6 February 2020 in Kyrgyzstan for 30 prosecutors."
    )
    assert place(text) == (None, "KGZ")


def test_where_the_visit_that_is_the_event_led_is_where_it_was():
    text = "Six prosecutors of Belarus took part in a study visit on human trafficking to Austria on 10-13 June 2019."
    assert place(text) == (None, "AUT")
