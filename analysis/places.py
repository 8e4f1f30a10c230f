"""Countries and cities of the selected events: the tables behind the map."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from analysis.counts import Counted, by
from analysis.dimension import Dimension
from analysis.index import UNKNOWN, Index
from analysis.selection import Selection
from view import NONE

MAP_UNITS = ("events", "people", "days")
"""Units a map of countries can show; participations equal events there, and countries reached would be one each."""


def unit_of_map(unit: str) -> str:
    """Return the unit a map shows when a reader asks for `unit`."""
    return unit if unit in MAP_UNITS else "events"


def by_country(selection: Selection, *, unit: str = "events", dimension: str = "") -> Counted:
    """Count by country in the view's role; all countries, with a marker's point and the last event.

    Adds to the columns of `Counted`: `recorded` (the country is in the records at all), `latitude`,
    `longitude`, `last_event` (title), `last_date` (ISO as collected; empty where no date is known).
    """
    name = dimension or selection.view.role
    counted = by(selection, name, unit=unit)
    countries, events = selection.index.tables["countries"], selection.index.tables["events"]
    last = latest(selection, selection.index[name])[:-1]
    more: dict[str, Any] = {
        "recorded": _recorded(selection.index),
        "latitude": countries["latitude"].to_numpy(),
        "longitude": countries["longitude"].to_numpy(),
    }
    for name_, column in (("last_event", "title"), ("last_date", "start_date")):
        more[name_] = np.full(len(last), "", dtype=object)
        more[name_][last >= 0] = events[column].iloc[last[last >= 0]].astype(object)
    frame = counted.frame.assign(
        **{name_: pd.Series([*cells, np.nan], dtype=object) for name_, cells in more.items()}
    ).astype({"latitude": float, "longitude": float})
    return Counted(frame, name, unit, counted.event_count)


def _recorded(index: Index) -> np.ndarray:
    """Mark the countries that hold any role in any event of the records."""
    roles = [index[role] for role in ("there", "expert", "funder")]
    recorded: np.ndarray = np.logical_or.reduce([role.occurs[:-1] for role in roles])
    return recorded


def latest(selection: Selection, dimension: Dimension) -> np.ndarray:
    """Return for each value the selected event that started last, -1 where none has a date."""
    first = selection.index.measures.first
    rank = selection.index.rank
    kept = (selection.mask & (first != UNKNOWN))[dimension.event]
    newest = np.full(len(dimension), -1, dtype=np.int32)
    np.maximum.at(newest, dimension.value[kept], rank[dimension.event[kept]])
    found: np.ndarray = np.append(selection.index.oldest, -1)[newest]
    return found


def by_city(selection: Selection, *, unit: str = "events") -> Counted:
    """Count by city of the host; only cities with events, each with its point and `country_name`."""
    counted = by(selection, "city", unit=unit)
    cities = selection.index.tables["cities"]
    frame = counted.frame[counted.frame["id"] != NONE].copy()
    frame["latitude"], frame["longitude"] = cities["latitude"].to_numpy(), cities["longitude"].to_numpy()
    names = selection.index.tables["countries"].set_index("iso3")["name"]
    frame["country_name"] = cities["country"].astype(object).map(names).to_numpy()
    frame = frame[frame["event_count"] > 0].sort_values("event_count", ascending=False, kind="stable")
    unstated = counted.frame[counted.frame["id"] == NONE]
    return Counted(pd.concat([frame, unstated], ignore_index=True), "city", unit, counted.event_count)


def by_country_and_year(selection: Selection) -> pd.DataFrame:
    """Count events by country in the view's role and year; columns `id`, `year`, `count`, only pairs that occur."""
    role, year = selection.index[selection.view.role], selection.index["year"]
    year_of = np.zeros(len(selection.index), dtype=np.int64)
    year_of[year.event] = year.value
    kept = selection.mask[role.event] & (role.value < len(role) - 1)
    cells = np.bincount(
        role.value[kept].astype(np.int64) * len(year) + year_of[role.event[kept]],
        minlength=len(role) * len(year),
    )
    found = np.flatnonzero(cells)
    return pd.DataFrame(
        {
            "id": np.array(role.ids, dtype=object)[found // len(year)],
            "year": np.array(year.ids, dtype=object)[found % len(year)],
            "count": cells[found],
        }
    )
