"""Countries and cities of the selected events: the tables behind the map."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from analysis.counts import Counted, by, small
from analysis.dimension import Codes, runs
from analysis.dimensions import UNKNOWN
from analysis.index import Index
from analysis.listing import texts
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
    countries, events = (selection.index.tables[table] for table in ("countries", "events"))
    last = latest(selection, name)[:-1]
    more = {
        "recorded": _recorded(selection.index).tolist(),
        "latitude": countries["latitude"].tolist(),
        "longitude": countries["longitude"].tolist(),
        "last_event": _texts(events["title"], last),
        "last_date": _texts(events["start_date"], last),
    }
    unstated = {column: [*cells, math.nan] for column, cells in more.items()}
    return replace(counted, columns=counted.columns | unstated)


def like(counted: Counted, selection: Selection | None) -> Counted | None:
    """Count another selection by country as a table by country does."""
    return (
        None if selection is None else by_country(selection, unit=counted.unit, dimension=counted.dimension)
    )


def _texts(column: pd.Series, places: Codes) -> list[Any]:
    """Return the texts at some places of a column; empty at place -1."""
    found = np.flatnonzero(places >= 0)
    told: list[Any] = [""] * len(places)
    for place, text in zip(found.tolist(), texts(column, places[found]), strict=True):
        told[place] = text
    return told


def _recorded(index: Index) -> np.ndarray:
    """Mark the countries that hold any role in any event of the records."""
    roles = [index[role] for role in ("there", "expert", "funder")]
    recorded: np.ndarray = np.logical_or.reduce([role.occurs[:-1] for role in roles])
    return recorded


_NEWEST = 4096
"""Events in which the last of most values is looked for; what is not among them is looked for value by value."""


def latest(selection: Selection, dimension: str) -> np.ndarray:
    """Return for each value of a dimension the selected event that started last, -1 where none has a date."""
    made = selection.index[dimension]
    events = _newest(selection)
    begins = made.starts[events]
    widths = made.starts[events + 1] - begins
    found = np.full(len(made), -1, dtype=np.int32)
    found[made.value[runs(begins, widths)]] = np.repeat(events, widths)  # the last that is written stays
    for code in np.flatnonzero((selection.held(dimension) > 0) & (found < 0)).tolist():
        found[code] = _latest_of(selection, made.by_value.of(code))
    return found


def _newest(selection: Selection) -> Codes:
    """Return the last _NEWEST of the selected events by their start, looked for among as many from the end first."""
    dated, mask = selection.index.dated, selection.mask
    last = dated[-2 * _NEWEST :]
    found = last[mask[last]]
    return found[-_NEWEST:] if len(found) >= _NEWEST else dated[mask[dated]][-_NEWEST:]


def _latest_of(selection: Selection, events: Codes) -> int:
    """Return which of some events is selected and started last, -1 where none of these has a date."""
    index = selection.index
    inside = events[selection.mask[events] & (index.measures.first[events] != UNKNOWN)]
    return int(inside[index.rank[inside].argmax()]) if len(inside) else -1


def by_city(selection: Selection, *, unit: str = "events") -> Counted:
    """Count by city of the host; only cities with events, each with its point and `country_name`.

    `named_count` is how many of the events name a city: all of a city, of "none" those whose city has no known point.
    """
    counted, tables = by(selection, "city", unit=unit), selection.index.tables
    cities, countries = tables["cities"], tables["countries"]
    names = dict(zip(countries["iso3"].astype(str), countries["name"], strict=True))
    more = {
        "latitude": cities["latitude"].tolist(),
        "longitude": cities["longitude"].tolist(),
        "country_name": [names.get(iso3, math.nan) for iso3 in cities["country"].tolist()],
    }
    unstated = {column: [*cells, math.nan] for column, cells in more.items()}
    rows = replace(counted, columns=counted.columns | unstated).all_rows
    occurring = sorted((row for row in rows[:-1] if row["event_count"]), key=lambda row: -row["event_count"])
    named = [*(row["event_count"] for row in occurring), _unlocated(selection)]
    shown = [*occurring, rows[-1]]
    columns = {column: [row[column] for row in shown] for column in rows[-1]}
    return replace(counted, columns=columns | {"named_count": named})


def _unlocated(selection: Selection) -> int:
    """Return how many events name a city that is not among those with a known point."""
    made = selection.index["city"]
    events = made.by_value.of(len(made) - 1)
    told = texts(selection.index.tables["events"]["city"], events[selection.mask[events]])
    return sum(bool(city) for city in told)


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


@dataclass(frozen=True)
class Played:
    """Events by country through the years: the events of a known year by country, and by country and year.

    `pairs` holds the pairs that occur, as `by_country_and_year` gives them; `undated` is how many selected events
    have no known year and so stand in neither.
    """

    countries: Counted
    pairs: pd.DataFrame
    undated: int

    @cached_property
    def frame(self) -> pd.DataFrame:
        """Every country of the records in every year, the newest first: `country`, `year`, `count`, `code`."""
        counts = counts_of(self.pairs)
        names = {row["id"]: row["name"] for row in self.countries.rows if row["recorded"]}
        rows = [
            (name, year, counts.get((iso3, year), 0), iso3)
            for year in reversed(years_of(self.pairs))
            for iso3, name in names.items()
        ]
        rows.sort(key=lambda row: (-int(row[1]), -row[2], row[0]))
        columns = zip(*rows, strict=True) if rows else [()] * 4
        return small(**dict(zip(("country", "year", "count", "code"), columns, strict=True)))


def through_years(selection: Selection) -> Played:
    """Count events by country in the view's role through the years; events of no known year apart."""
    years = selection.index["year"]
    dated = replace(selection, bits=selection.bits & years.any_of(years.ids[:-1]))
    undated = selection.count - dated.count
    return Played(by_country(dated), by_country_and_year(dated), undated)


def years_of(pairs: pd.DataFrame) -> list[str]:
    """Return the years from the first to the last of a table by country and year, those without events as well."""
    known = [int(year) for year in pairs["year"] if year != NONE]
    return [str(year) for year in range(min(known), max(known) + 1)] if known else []


def counts_of(pairs: pd.DataFrame) -> dict[tuple[str, str], int]:
    """Return a table by country and year as country and year -> count."""
    return dict(zip(zip(pairs["id"], pairs["year"], strict=True), pairs["count"].tolist(), strict=True))
