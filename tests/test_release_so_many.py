"""Countries that are only counted where it is told who came, and named elsewhere; texts written for the tests."""

from __future__ import annotations

import pytest

from tests.drafts import countries, one


@pytest.mark.parametrize(
    "text",
    [
        (
            "Peru, Chile and Ecuador agree on steps against human trafficking\n\nSenior officials from the three "
            "countries met in Lima on 24 and 25 April 2019 for a workshop on human trafficking."
        ),
        (
            "On 3 May 2021 IOM held a meeting on human trafficking of its network in Lima, Peru. The network has "
            "contact points in Chile, Ecuador and Peru. Members of the network from all three States spoke of their "
            "cases."
        ),
    ],
)
def test_countries_that_are_counted_are_those_of_the_list_of_as_many(text: str):
    assert countries(one(text), "participant") == {"PER", "CHL", "ECU"}


@pytest.mark.parametrize(
    "more",
    [
        "The network has contact points in Chile and Ecuador. Members from all three States spoke.",
        "Victims are taken to Chile, Ecuador and Brazil. The laws of the three countries differ.",
    ],
)
def test_a_list_of_others_or_of_another_number_gives_none(more: str):
    text = "On 3 May 2021 IOM held a meeting on human trafficking of judges in Lima, Peru. " + more
    assert countries(one(text), "participant") & {"CHL", "ECU", "BRA"} == set()
