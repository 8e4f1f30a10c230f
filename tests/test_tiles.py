"""The words beside the figures of the overview."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from analysis.overview import Tile
from charts import theme
from charts.change import Amount, totals
from charts.theme import Look
from tests.facts import figures
from ui import tiles
from view import View


def change(value: float | None, before: float | None, *, name: str = "events", **more: Any) -> str:
    """The change of one figure in words."""
    return figures(tiles.change(Tile(name, value, 10, 10, before, **{"earlier": "2019–2020"} | more)))


@pytest.mark.parametrize(
    ("value", "before", "words"),
    [
        (12, 10, "2 more than in 2019–2020 (+20 %)."),
        (10, 12, "2 fewer than in 2019–2020 (−17 %)."),
        (10, 10, "As many as in 2019–2020."),
        (5, 0, "5 more than in 2019–2020."),
        (0, 5, "5 fewer than in 2019–2020 (−100 %)."),
        (3240, 2000, "1 240 more than in 2019–2020 (+62 %)."),
        (0, 0, "As many as in 2019–2020."),
    ],
)
def test_a_change_is_a_number_with_its_direction_and_a_percentage(value: float, before: float, words: str):
    assert change(value, before) == words


def test_few_events_give_no_percentage():
    assert change(4, 2, few=True) == "2 more than in 2019–2020."


def test_a_share_of_women_over_few_events_is_told_and_not_compared():
    assert (
        change(0.33, 0.46, name="women", few=True, before_base=10)
        == "46 % in 2019–2020. Too few events to compare."
    )


def test_a_share_of_women_over_fewer_than_five_events_is_not_told():
    said = change(0.33, 0.46, name="women", few=True, before_base=4, before_events=9)
    assert said == "Too few to say in 2019–2020. Too few events to compare."


LATER = Look(sides=("2010–2015", "2016–2021"), spoken=("in 2010–2015", "in 2016–2021"), leads=1)
GROUPS = Look(sides=("EU (was there)", "ASEAN (was there)"), spoken=("with EU", "with ASEAN"))


@pytest.mark.parametrize(
    ("look", "value", "before", "words"),
    [
        (LATER, 117, 216, "99 more in 2016–2021 than in 2010–2015 (+85 %)."),
        (LATER, 216, 117, "99 fewer in 2016–2021 than in 2010–2015 (−46 %)."),
        (GROUPS, 89, 41, "48 more with EU than with ASEAN (+117 %)."),
        (GROUPS, 41, 41, "As many with EU as with ASEAN."),
        (LATER, None, 5, "Not stated in 2010–2015: no change to tell."),
        (LATER, None, None, "Not stated in 2016–2021 and in 2010–2015: no change to tell."),
    ],
)
def test_the_later_period_is_held_against_the_earlier_and_the_first_group_against_the_second(
    look: Look, value: float, before: float, words: str
):
    assert figures(tiles.change(Tile("events", value, 10, 10, before, earlier="x"), look)) == words


def test_between_two_sides_few_events_give_no_percentage_and_shares_change_by_points():
    few = Tile("events", 4, 4, 4, 2, few=True, earlier="x")
    assert tiles.change(few, LATER) == "2 fewer in 2016–2021 than in 2010–2015."
    women = Tile("women", 0.40, 9, 9, 0.45, earlier="x")
    assert tiles.change(women, LATER) == "5 percentage points more in 2016–2021 than in 2010–2015."
    assert tiles.change(replace(women, before=0.40), LATER) == "The same share in 2016–2021 as in 2010–2015."
    assert tiles.change(replace(women, few=True), LATER) == "Too few events to compare."


def test_both_figures_stand_in_one_sentence_with_their_difference():
    def events(value: float) -> str:
        return theme.counted(value, "events")

    said = totals(LATER, (Amount(117, 117), Amount(216, 216)), events)
    assert figures(said) == "216 events in 2016–2021 against 117 in 2010–2015: 99 more (+85 %)."
    said = totals(LATER, (Amount(4, 4), Amount(6, 6)), events)
    assert said == "6 events in 2016–2021 against 4 in 2010–2015: 2 more."
    assert (
        totals(GROUPS, (Amount(3, 9), Amount(3, 9)), events)
        == "3 events with EU against 3 with ASEAN: as many."
    )
    assert (
        totals(LATER, (Amount(None, 0), Amount(6, 6)), events)
        == "6 events in 2016–2021, not stated in 2010–2015."
    )
    assert totals(Look(), (Amount(1, 1), Amount(2, 2)), events) == ""


def test_without_an_earlier_period_there_is_no_change():
    assert change(12, None, earlier="") == "No earlier period of equal length within the records."


def test_undated_events_that_are_added_are_told_as_the_reason_for_no_change():
    with_undated = View(start="2019", end="2023", undated=True)
    told = tiles.change(Tile("events", 226, 226, 226), view=with_undated)
    assert told == "Not compared with an earlier period: undated events are added, and would be in both."


def test_a_figure_that_was_not_known_before_says_so():
    assert change(12, None, name="people") == "Not stated in 2019–2020."


def test_a_figure_that_is_not_known_now_tells_what_it_was():
    assert change(None, 1240, name="people") == "1 240 in 2019–2020."
    assert change(None, 0.4, name="women", before_base=5) == "40 % in 2019–2020."


@pytest.mark.parametrize(
    ("value", "before", "words"),
    [
        (0.45, 0.40, "+5 percentage points against 2019–2020 (40 %)."),
        (0.40, 0.45, "−5 percentage points against 2019–2020 (45 %)."),
        (0.40, 0.40, "0 percentage points against 2019–2020 (40 %)."),
    ],
)
def test_a_share_changes_by_points_not_by_per_cent(value: float, before: float, words: str):
    assert change(value, before, name="women", before_base=10) == words


@pytest.mark.parametrize("name", tiles.LABELS)
def test_every_figure_has_its_base_and_how_it_is_counted(name: str):
    assert tiles.HOW[name].endswith(".")
    assert name == "events" or "{base}" in tiles.BASES[name]


@pytest.mark.parametrize(
    ("earlier", "words"),
    [
        ("2008-10–2015-06", "Oct 2008 – June 2015"),
        ("2023-12-05–2024-12-04", "5 Dec 2023 – 4 Dec 2024"),
        ("2014–2018", "2014–2018"),
        ("2016–2021, Kazakhstan", "2016–2021, Kazakhstan"),
        ("", ""),
    ],
)
def test_the_months_of_an_earlier_period_are_named(earlier: str, words: str):
    assert tiles.in_words(earlier) == words
