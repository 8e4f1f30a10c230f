"""Lists that name bodies and countries one beside the other."""

from __future__ import annotations

import pytest

from tests.drafts import countries, one

MEETING = "The meeting on human trafficking was held in Bucharest, Romania, on 25 May 2016. "


@pytest.mark.parametrize(
    "told",
    [
        "It was attended by representatives from Europol, France, the Council of Europe, Italy and Spain.",
        "The director welcomed officials from Eurojust, IOM, France, Italy, UNICEF and Spain.",
        "Delegates from France, Interpol, Italy and Spain took part.",
    ],
)
def test_countries_are_read_between_the_bodies_of_a_list(told):
    assert countries(one(MEETING + told), "participant") == {"FRA", "ITA", "ESP"}


@pytest.mark.parametrize(
    "told",
    [
        "The director thanked Europol, France, Italy and Spain for their money.",
        "Victims from Europol reports, France, Italy and Spain were spoken of.",
    ],
)
def test_countries_between_names_that_are_not_of_people_who_came_took_no_part(told):
    assert not countries(one(MEETING + told), "participant") & {"FRA", "ITA", "ESP"}


def test_prosecutors_and_experts_of_some_countries_are_those_who_came():
    text = "In November officials, prosecutors and organized crime experts from France, Italy and Spain met."
    draft = one(MEETING + text)
    assert countries(draft, "participant") == {"FRA", "ITA", "ESP"}
    assert not countries(draft, "expert")
