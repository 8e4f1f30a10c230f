"""Counts of people that are not of those who came; texts written for the tests."""

from __future__ import annotations

from typing import Any

import pytest

from loaders.press_release import read_announcement

HELD = (
    "Training against trafficking in human beings\n\nThe OSCE held a two-day workshop on trafficking in human beings "
    "in Tirana, Albania, on 12 and 13 November 2024. "
)


def _people(said: str) -> dict[str, Any]:
    (draft,) = read_announcement(f"{HELD}{said}\n", None, "2024-11-20")
    people: dict[str, Any] = draft.record["participants"]
    return people


@pytest.mark.parametrize(
    "said",
    [
        "The shelter houses 25 women.",
        "The unit has 25 investigators.",
        "Over 200 judges attended earlier workshops.",
        "In March, 30 judges attended a similar course in Durres.",
        "In 2018, 30 prosecutors attended the first course.",
        "Last month 30 teachers were trained in Durres.",
        "The manual was read by 200 teachers.",
        "Another 30 prosecutors are to be trained in spring.",
        "Fifty more officers will follow.",
        "The campaign reached 12,000 students.",
        "Some 40 officers took part in the raid.",
        "A survey of 500 students was presented.",
        "Researchers interviewed 60 judges.",
        "The academy trains 300 cadets a year.",
        "There are 60 labour inspectors in the country.",
        "It is hoped that 300 judges can be trained.",
        "The boat carried 60 people.",
    ],
)
def test_a_count_of_others_is_no_headcount(said: str) -> None:
    assert _people(said)["total"] is None


@pytest.mark.parametrize(
    ("said", "total"),
    [
        ("Twenty-five judges went through the exercises.", 25),
        ("Twenty-five judges now know how to question victims.", 25),
        ("A hundred and fifty guests filled the hall.", 150),
        ("Thirty-one officers of the border police took part.", 31),
        ("Thirty-two headteachers attended.", 32),
        ("Thirty-two officers learned about the law adopted in March 2020.", 32),
        ("The training reached 25 judges.", 25),
    ],
)
def test_a_count_of_those_who_did_something_there_is_the_headcount(said: str, total: int) -> None:
    assert _people(said)["total"] == total


def test_women_are_read_where_they_are_told_as_part_of_those_who_came() -> None:
    assert _people("Twenty-five officers including 10 female officers attended.")["women"] == 10
