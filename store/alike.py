"""Events of the Atlas that a new record may tell of again; a person decides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders import dates
from loaders.same_events import NEAR
from loaders.tables import Tables
from store.revisions import Content

MOST = 3
"""Events that are proposed at most, the likeliest first."""

ALIKE = 80
"""Likeness of titles in percent that is enough where one of the two names no city or host."""


@dataclass(frozen=True)
class Alike:
    """An event that may be the same: its id, title and days, and why."""

    event_id: str
    title: str
    start: str
    city: str
    reasons: tuple[str, ...]
    likeness: int


def alike(record: Content, tables: Tables) -> list[Alike]:
    """Return the events that may be the one a record tells of, the likeliest first, itself left out.

    The same page as source; or a first day within two days, the same host, and the same city (or no city in one of
    the two and similar titles). Of records without a day the page is compared, and those that have the same title, city
    and month or year, or no date either.
    """
    same_page = _with_page(record, tables)
    near = _near(record, tables["events"])
    pages = set(np.flatnonzero(same_page).tolist())
    return _likely(record, np.flatnonzero(near | same_page).tolist(), pages, tables["events"])


def all_alike(records: Iterable[Content], tables: Tables) -> Iterator[list[Alike]]:
    """Yield for each record what `alike` returns: the events are looked through once for all of them."""
    events = tables["events"]
    sources = tables["event_sources"]
    days = _places_by(events["start_date"])
    like = _places_by(zip(*(_cells(events[name]) for name in _VAGUE), strict=True))
    of_page: dict[Any, list[int]] = {}
    for place, url in zip(sources["event_id"].cat.codes.tolist(), sources["url"], strict=True):
        of_page.setdefault(url, []).append(place)
    for record in records:
        pages = {place for url in _pages(record) for place in of_page.get(url, ())}
        dated = _days_near(record)
        near = (place for day in dated for place in days.get(day, ()))
        vague = [] if dated or not record.get("title") else like.get(_vaguely(record), [])
        yield _likely(record, sorted({*pages, *near, *vague}), pages, events)


_VAGUE = ("title", "city", "start_date")


def _vaguely(record: Content) -> tuple[Any, ...]:
    return tuple(record.get(name) or None for name in _VAGUE)


def _cells(column: pd.Series) -> list[Any]:
    return [None if pd.isna(cell) else cell for cell in column.tolist()]


def _places_by(values: Iterable[Any]) -> dict[Any, list[int]]:
    """Return the places of each value."""
    found: dict[Any, list[int]] = {}
    for place, value in enumerate(values):
        found.setdefault(value, []).append(place)
    return found


def _likely(
    record: Content, places: Sequence[int], pages: Container[int], events: pd.DataFrame
) -> list[Alike]:
    """Return those of the events at these places that may be a record's own, the likeliest first."""
    own = record.get("id")
    found = [
        _alike(record, events.iloc[place], page=place in pages)
        for place in places
        if events["event_id"].iloc[place] != own
    ]
    return sorted(filter(None, found), key=lambda one: -one.likeness)[:MOST]


def _pages(record: Content) -> set[Any]:
    return {source.get("url") for source in record.get("sources") or ()} - {None, ""}


def _days_near(record: Content) -> list[str]:
    """Return the days within two of a record's first; none where it has no day."""
    start = record.get("start_date")
    if not isinstance(start, str) or dates.precision(start) != "day":
        return []
    day = dt.date.fromisoformat(start)
    return [(day + dt.timedelta(days=apart)).isoformat() for apart in range(-NEAR, NEAR + 1)]


def _with_page(record: Content, tables: Tables) -> NDArray[np.bool_]:
    """Return for each event whether one of its sources is a page of the record."""
    pages = _pages(record)
    marked = np.zeros(len(tables["events"]), dtype=bool)
    sources = tables["event_sources"]
    if pages:
        marked[sources["event_id"].cat.codes[sources["url"].isin(list(pages))]] = True
    return marked


def _near(record: Content, events: pd.DataFrame) -> NDArray[np.bool_]:
    """Return for each event whether it begins within two days of the record; without a day, whether it is its like."""
    days = _days_near(record)
    if not days:
        return _as_vague(record, events)
    return events["start_date"].isin(days).to_numpy(dtype=bool)


def _as_vague(record: Content, events: pd.DataFrame) -> NDArray[np.bool_]:
    """Return for each event whether it has the record's title and city, and its month or year, or no date either."""
    start, title, city = (record.get(name) for name in ("start_date", "title", "city"))
    if not title:
        return np.zeros(len(events), dtype=bool)
    when = events["start_date"] == start if start else events["start_date"].isna()
    where = events["city"] == city if city else events["city"].isna()
    return np.asarray((events["title"] == title) & when & where, dtype=bool)


def _alike(record: Content, event: pd.Series, *, page: bool) -> Alike | None:
    from rapidfuzz import fuzz

    other = {name: None if pd.isna(value) else value for name, value in event.items()}
    titles = [str(of.get("title") or "") for of in (record, other)]
    likeness = round(fuzz.token_set_ratio(*(title.casefold() for title in titles)))
    places = [_agree(record, other, name) for name in ("host_country", "city")]
    if not page and (False in places or (None in places and likeness < ALIKE)):
        return None
    apart = _apart(record.get("start_date"), other["start_date"])
    reasons = (
        *(["the same page as source"] if page else []),
        *([apart] if apart else []),
        *([f"both in {other['city']}"] if places[1] else []),
        f"titles {likeness} % alike",
    )
    return Alike(
        str(other["event_id"]),
        titles[1],
        str(other["start_date"] or ""),
        str(other["city"] or ""),
        reasons,
        likeness,
    )


def _agree(record: Content, other: dict[Any, Any], name: str) -> bool | None:
    """Return whether two records say the same; None where one of them says nothing."""
    one, two = record.get(name), other[name]
    return one == two if one and two else None


def _apart(one: str | None, other: str | None) -> str:
    if not (one and other and dates.precision(one) == dates.precision(other) == "day"):
        return ""
    days = abs((dt.date.fromisoformat(one) - dt.date.fromisoformat(other)).days)
    return f"first days {days} apart" if days else "same first day"
