"""After a click: nothing else fades, and the numbers in a matrix still read on their squares."""

from __future__ import annotations

from typing import Any

import pytest

from charts import bars, drawing, matrix, picked
from charts.theme import Palette
from tests.facts import LOOKS, counted, crossed, traces

LEAST_MARK, LEAST_TEXT = 3.0, 4.5
"""Contrast that marks and texts need (WCAG 2.1, 1.4.11 and 1.4.3)."""


def brightness(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


def after(figure: drawing.Drawn, palette: Palette) -> list[dict[str, Any]]:
    return traces(picked.readable(figure, palette))


@pytest.mark.parametrize("name", LOOKS)
def test_the_number_in_a_clicked_square_reads_on_its_square(name: str):
    look = LOOKS[name]
    table = crossed([("a", "A")], [("2019", "2019"), ("2020", "2020")], [[3, 40]], by=("topic", "year"))
    (marks,) = after(matrix.squares(table, look, title="Events"), look.palette)
    clicked = marks["selected"]
    assert contrast(clicked["marker"]["color"], clicked["textfont"]["color"]) >= LEAST_TEXT
    assert contrast(clicked["marker"]["color"], look.palette.page) >= LEAST_MARK
    assert marks["unselected"] == {"marker": {"opacity": 1}}, "Plotly fades a text only where none is chosen"


@pytest.mark.parametrize("name", LOOKS)
def test_bars_and_their_numbers_keep_their_colours(name: str):
    look = LOOKS[name]
    (bar, *_) = after(bars.ranking(counted([("a", "A", 3), ("b", "B", 1)]), look), look.palette)
    assert bar["unselected"]["marker"] == {"opacity": 1}
    assert bar["unselected"]["textfont"]["color"] == bar["textfont"]["color"] == look.palette.ink


def test_what_is_not_seen_stays_so():
    look = LOOKS["light"]
    trace = {"type": "scattergeo", "mode": "markers+text", "text": ["A"], "marker": {"opacity": 0}}
    (made,) = after(drawing.figure(look, title="t", data=[trace], height=None, alt="a"), look.palette)
    assert made["unselected"]["marker"]["opacity"] == 0


def test_lines_stay_as_they_are():
    look = LOOKS["light"]
    trace = {"type": "scatter", "mode": "lines", "x": [0], "y": [0]}
    assert after(drawing.figure(look, title="t", data=[trace], height=99, alt="a"), look.palette) == [trace]
