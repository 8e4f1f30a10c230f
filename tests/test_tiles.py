"""The words beside the figures of the overview."""

from __future__ import annotations

from typing import Any

import pytest

from analysis.overview import Tile
from tests.facts import figures
from ui import tiles


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
    assert change(0.33, 0.46, name="women", few=True) == "46 % in 2019–2020. Too few events to compare."


def test_without_an_earlier_period_there_is_no_change():
    assert change(12, None, earlier="") == "No earlier period of equal length within the records."


def test_a_figure_that_was_not_known_before_says_so():
    assert change(12, None, name="people") == "Not stated in 2019–2020."


def test_a_figure_that_is_not_known_now_tells_what_it_was():
    assert change(None, 1240, name="people") == "1 240 in 2019–2020."
    assert change(None, 0.4, name="women") == "40 % in 2019–2020."


@pytest.mark.parametrize(
    ("value", "before", "words"),
    [
        (0.45, 0.40, "+5 percentage points against 2019–2020 (40 %)."),
        (0.40, 0.45, "−5 percentage points against 2019–2020 (45 %)."),
        (0.40, 0.40, "0 percentage points against 2019–2020 (40 %)."),
    ],
)
def test_a_share_changes_by_points_not_by_per_cent(value: float, before: float, words: str):
    assert change(value, before, name="women") == words


@pytest.mark.parametrize("name", tiles.LABELS)
def test_every_figure_has_its_base_and_how_it_is_counted(name: str):
    assert tiles.HOW[name].endswith(".")
    assert name == "events" or "{base}" in tiles.BASES[name]
