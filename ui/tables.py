"""The numbers behind figures as tables: readable headings, and a link to the page of each country they name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from analysis.counts import OTHER, Counted
from analysis.crossed import Crossed
from analysis.index import Index
from analysis.lanes import Lanes
from analysis.places import Played
from charts import theme
from view import NONE, ROLES, View

Table = Counted | Crossed | Lanes | Played | pd.DataFrame

BESIDE = "beside"
"""The column of the second side where one table holds both."""

SIDE_GROUP = "side_group"
"""The column of a table that tells which of two groups of countries a row is of."""

HEADINGS = {
    "given_count": "events that tell it",
    "event_count": "events",
    "name": "field",
    "first_name": "one",
    "second_name": "the other",
    "who": "who",
    "count": "events",
    "shared": "events shared among those there",
    "lane_name": "lane",
    "event_id": "event id",
    "start_date": "start",
    "day": "drawn at",
    "drawn_as": "on the map",
    "last_event": "last event",
    "last_date": "its date",
    "linked": "pairs it links",
    "met": "met",
    "outside": "of them in another region or kind",
    "new": "pairs for the first time",
    "again": "pairs together before",
    "size": "how many were named",
    "meetings": "pairs, each once an event",
    "group": "region or kind",
    SIDE_GROUP: "group",
    "within": "pairs within it",
    "across": "pairs with another",
    "unknown": "pairs not known where",
}
"""How the columns of small tables are headed where they are shown and handed out."""

_ROW = 35
"""Height of a row of a table, of its heading as well, in pixels: Streamlit's own."""

UNSTATED = {"year": "year unknown", "size": "none named"}
"""What stands for "none" in a column of codes."""

COUNTRY = ("country", "country that paid", "who", "whose", "one", "the other")
"""Columns that may name a country."""


def plain(table: Table) -> pd.DataFrame:
    """Return a table as it is shown and handed out: readable headings, nothing that is only for drawing."""
    if isinstance(table, Counted):
        return _counted(table)
    if isinstance(table, Lanes | Played):
        return plain(table.frame)
    if isinstance(table, Crossed):
        return _crossed(table)
    if "row_name" in table:
        told = {
            "row_name": "group",
            "column_name": "field",
            "count": "events that tell it",
            "event_count": "events",
        }
        return table[list(told)].rename(columns=told)
    kept = [name for name in table if name == "event_id" or not str(name).endswith("id")]
    said = {
        name: table[name].replace({NONE: word}).astype(object)
        for name, word in UNSTATED.items()
        if name in kept
    }
    by_year = {"unknown": "pairs in events without a year"} if "year" in kept else {}
    return table[kept].assign(**said).rename(columns=HEADINGS | by_year)


def _counted(table: Counted) -> pd.DataFrame:
    hidden = {"latitude", "longitude", "recorded", "id"}
    if table.unit == "events":
        hidden |= {"event_count", "base_count"}
    named = {
        "name": dimension(table.dimension),
        "count": theme.UNITS[table.unit].lower(),
        "event_count": "events behind",
        "base_count": "of them tell it",
        "id": "code",
    }
    shown = table.frame[[*(name for name in table.frame if name not in hidden), "id"]]
    return _without_untold(shown, table.frame).rename(columns={**HEADINGS, **named})


def _without_untold(shown: pd.DataFrame, counts: pd.DataFrame) -> pd.DataFrame:
    """Return a table without the figures of rows that have events of which none tells it: no data is not zero."""
    if "base_count" not in counts:
        return shown
    untold = (counts["event_count"] > 0) & (counts["base_count"] == 0)
    return shown.assign(count=shown["count"].astype("Int64").mask(untold)) if untold.any() else shown


def _crossed(table: Crossed) -> pd.DataFrame:
    named = {
        "row_name": dimension(table.rows),
        "column_name": dimension(table.columns),
        "count": theme.UNITS[table.unit].lower(),
        "event_count": "events behind",
        "base_count": "of them tell it",
    }
    shown = table.frame[[name for name in named if name in table.frame]]
    return _without_untold(shown, table.frame).rename(columns=named)


def dimension(name: str) -> str:
    """Return how a column is headed that holds the values of a dimension; a role of countries holds countries."""
    if name == "funder_country":
        return "country that paid"
    return "country" if name in ROLES else theme.DIMENSIONS.get(name, name)


def draw(shown: pd.DataFrame, index: Index, view: View, *, alt: str) -> None:
    """Draw a table that `plain` has made, with a link to the page of each country."""
    linked, columns = with_pages(shown, index, view)
    st.dataframe(
        linked,
        hide_index=True,
        alt=alt,
        width="stretch",
        height=height(len(linked)),
        placeholder="–",
        column_config=columns,
    )


def height(rows: int, most: int = 400) -> int:
    """Return the pixels that many rows and the heading take, `most` at most.

    Told to Streamlit, the place of a table is kept from the start, and nothing under it moves when it comes.
    """
    return min(_ROW * (max(rows, 1) + 1) + 2, most)


def with_pages(shown: pd.DataFrame, index: Index, view: View) -> tuple[pd.DataFrame, dict[str, Any]]:
    """Return a table with a link to its page beside each country it names, and how the links are drawn.

    A row that names no country there (a region, "not stated") has no link; a table without countries stays as it is.
    """
    codes = _codes(index)
    linked, drawn = shown.copy(deep=False), {}
    for name in COUNTRY:
        if name in shown and any(value in codes for value in shown[name]):
            heading = f"page of {name}"
            linked.insert(list(linked).index(name) + 1, heading, _addresses(shown[name], codes, view))
            drawn[heading] = st.column_config.LinkColumn("Page", display_text="Open", width="small")
    return linked, drawn


def _codes(index: Index) -> dict[str, str]:
    made = index["there"]
    return {name: code for code, name in zip(made.ids, made.labels, strict=True) if code not in (NONE, OTHER)}


def _addresses(names: Iterable[Any], codes: dict[str, str], view: View) -> list[str | None]:
    """Return the address of each country's page under a view, None for what is no country.

    It is relative to the page it stands on, so that it holds wherever the Atlas is served.
    """
    kept = {"v": "1"} | replace(view, country="", event="", pick=(), present=False, screen="").to_address()
    return [
        f"country?{urlencode({**kept, 'country': codes[name]})}" if name in codes else None for name in names
    ]
