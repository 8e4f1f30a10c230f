"""Headcounts of those who are to come, in sums, and told by other verbs than "attended"."""

from __future__ import annotations

import pytest

from tests.drafts import one

BEFORE = "UNODC held a workshop on human trafficking in Lima, Peru, on 3 May 2021. "


@pytest.mark.parametrize(
    ("told", "total"),
    [
        ("The workshop had a total of thirty-three officials from the police.", 33),
        ("The workshop saw 11 journalists enjoy two days of debate.", 11),
        ("It will be attended by 70 officials of the ministry.", 70),
        ("Nineteen judges from the north and seven judges from the Court of Appeal joined the workshop.", 26),
        ("It helps the 20 judges and prosecutors, 10 officers and 5 customs officials, who attended it.", 35),
        ("The talk drew the interest of the 46 media participants.", 46),
    ],
)
def test_those_who_came_are_counted_however_it_is_told(told, total):
    assert one(BEFORE + told).record["participants"]["total"] == total


@pytest.mark.parametrize(
    "told",
    [
        "Since then 40 officers would be trained by the project.",
        "The ministry plans to train 40 officers next year.",
        "Last year the police found 40 victims.",
    ],
)
def test_those_who_are_to_be_trained_later_and_victims_did_not_come(told):
    assert one(BEFORE + told).record["participants"]["total"] is None


def test_two_kinds_of_people_who_came_to_a_series_are_added_up():
    text = (
        "The office fights human trafficking by organizing a series of six meetings in Tirana, Albania, in September "
        "2024. These events brought together 29 police officers and 20 prosecutors."
    )
    assert one(text).record["participants"]["total"] == 49
