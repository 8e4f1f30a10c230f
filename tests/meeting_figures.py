"""The figures on who meets whom, each drawn with one name, for the tests of what every figure has."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analysis.meeting_grid import Grid, Side
from charts import meeting_squares, meeting_words, meetings, network
from charts.theme import Look
from tests.facts import counted

WORDS = meeting_words.of("countries", "there")


def _pairs(name: str) -> pd.DataFrame:
    names = ["first_id", "first_name", "second_id", "second_name", "count", "shared"]
    return pd.DataFrame(
        [("KAZ", name, "UZB", name, 3, 1.5), ("KAZ", name, "DEU", name, 1, 0.1)], columns=names
    )


def _strongest(look: Look, name: str) -> go.Figure:
    sides = ("there", "there")
    return meetings.strongest(_pairs(name).tail(1), look, words=WORDS, sides=sides, weight="events")


def _squares(look: Look, name: str) -> go.Figure:
    side = Side("organiser_top", {"a": name, "b": name}, (name, "other"), 3)
    cells = np.array([[0.0, 2.5], [2.5, 0.0]])
    grid = Grid(side, side, cells, cells.astype(np.int64), "shared", _pairs(name), 5, same=True)
    return meeting_squares.squares(grid, look, words=WORDS)


def _network(look: Look, name: str) -> go.Figure:
    rows = [("KAZ", name, 9, 48.3, 69.8), ("UZB", name, 4, 41.8, 64.6), ("DEU", name, 1, 51.6, 9.9)]
    points = pd.DataFrame(rows, columns=["id", "who", "count", "latitude", "longitude"])
    return network.on_map(points, _pairs(name), look, words=WORDS, dimension="there", weight="shared")


def _across(look: Look, name: str) -> go.Figure:
    table = pd.DataFrame([(name, 1, 2, 1)], columns=["group", "within", "across", "unknown"])
    return meetings.across(table, look, words=WORDS, events=[5])


def _linking(look: Look, name: str) -> go.Figure:
    table = pd.DataFrame([("KAZ", name, 5, 4, 2)], columns=["id", "who", "linked", "met", "outside"])
    return meetings.linking(table, look, words=WORDS, dimension="there")


MEETING_FIGURES: dict[str, Callable[[Look, str], go.Figure]] = {
    "strongest pairs": _strongest,
    "squares of pairs": _squares,
    "network": _network,
    "pairs by region": _across,
    "who links others": _linking,
    "who is alone": lambda look, name: meetings.alone(
        counted([("KAZ", name, 3)], "there"), look, words=WORDS, more=2, pairs=[1]
    ),
}
"""By name; the two without a name that varies (pairs by year, events by size) are in tests/test_charts_network.py."""
