"""The figures of one country's page, drawn from small tables under a look and a name, for the tests of all figures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import plotly.graph_objects as go

from analysis.country import Editions, Shares, Side
from charts import country, country_editions, country_roles, country_topics
from charts.theme import Look
from tests.facts import counted, crossed


def side(name: str) -> Side:
    return Side("KAZ", name, ("KAZ",), "country")


def roles(look: Look, name: str) -> go.Figure:
    years = [("2019", "2019"), ("none", "year unknown")]
    table = crossed([("host", "host"), ("funder", "funder")], years, [[3, 1], [0, 0]], by=("role", "year"))
    return country_roles.roles_by_year(table, look, country=side(name))


def topics(look: Look, name: str) -> go.Figure:
    sides = (
        side(name),
        Side("143", name, ("KAZ", "KGZ"), "region"),
        Side("eu", name, ("DEU", "ITA"), "group"),
    )
    counts = np.array([[3, 1], [5, 0], [8, 4]], dtype=np.int64)
    table = Shares("there", sides, {"a": name, "b": "other"}, counts, (6, 9, 12), (6, 9, 10))
    return country_topics.topics(table, look)


def met(look: Look, name: str) -> go.Figure:
    return country.met(counted([("UZB", name, 3)], "there"), look, country=side("Kazakhstan"))


def editions(look: Look, name: str) -> go.Figure:
    columns: dict[str, list[Any]] = {
        "series_id": ["s", "s", "s"],
        "series_name": [name] * 3,
        "event_id": ["a", "b", "c"],
        "title": [name, None, name],
        "city": [name, None, None],
        "start_date": ["2019", "2021-03", "XXXX-10-26"],
        "number": [1, None, 3],
        "day": ["2019-07-02", "2021-03-16", None],
        "state": ["named", "not named", "not told who came"],
        "in_part": [False, True, True],
    }
    table = Editions(columns, [(name, 1, 1, 1)], 0, 1, 0)
    return country_editions.editions(table, look, country=side("Kazakhstan"))


COUNTRY_FIGURES: dict[str, Callable[[Look, str], go.Figure]] = {
    "country by role": roles,
    "country by topic": topics,
    "countries met": met,
    "editions of a country": editions,
}
