"""Where nobody went for a while: countries against topics, audiences or years, and how long ago the last event was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.counts import small
from analysis.dimension import Codes, Dimension
from analysis.index import UNKNOWN, Index
from analysis.listing import texts
from analysis.selection import Selection, bounds, records_span

Days = NDArray[np.int64]

CENTRAL_ASIA = "143"
"""UN M49 subregion whose countries are shown as long as none are chosen."""

NEVER = -2
"""Stands among months for "no event at all"."""

ANY = "any"
"""The column of all events of a country, whatever their topic or audience."""

MOST = 40
"""Countries drawn at most; the numbers hold all."""

EPOCH = date(1970, 1, 1).toordinal()

FILTERS = {"topic": "topics", "audience": "audiences"}
"""The filter of the view that chooses among the columns."""


@dataclass(frozen=True)
class Country:
    """A country, its events in the selection, and how many of them have a source that was read in full."""

    iso3: str
    name: str
    event_count: int
    whole_count: int


@dataclass(frozen=True)
class Gaps:
    """Countries (rows) against topics, audiences or years (columns), those most in need first.

    `events` are the events of a country that hold the column's value; `months` the whole months from the last of
    them to `until` (of years: from the last event so far to the end of the year), `NEVER` where there is none,
    UNKNOWN where none has a year. `at_least` marks months counted from a date that is known coarsely, so that
    the event may be older. `last` is the place of the last event in `events`, -1 where there is none with a year.
    `until` is the newest event in the records, or the end of a period that ends earlier (`cut`); None without
    dates. `undated` events of these countries have no known year.
    """

    countries: tuple[Country, ...]
    names: dict[str, str]
    across: str
    role: str
    events: NDArray[np.int64]
    months: NDArray[np.int64]
    at_least: NDArray[np.bool_]
    last: NDArray[np.int64]
    limits: tuple[int, ...]
    until: date | None
    cut: bool
    undated: int
    index: Index

    @property
    def drawn(self) -> int:
        """How many of the countries are drawn."""
        return min(len(self.countries), MOST)

    @cached_property
    def classes(self) -> NDArray[np.int64]:
        """How long ago each last event was: 0 before the first limit, 1 from it on ...; NEVER and UNKNOWN as they are."""
        reached = (self.months[..., None] >= np.array(self.limits)).sum(axis=-1)
        return np.where(self.months < 0, self.months, reached)

    @cached_property
    def frame(self) -> pd.DataFrame:
        """One row a country and column, what was never or longest ago first; years in their order."""
        rows, columns = np.indices(self.months.shape).reshape(2, -1)
        months = self.months.ravel()
        if self.across != "year":
            urgency = np.where(months == NEVER, np.iinfo(np.int64).max, months)
            order = np.argsort(-urgency, kind="stable")
            rows, columns, months = rows[order], columns[order], months[order]
        last = self.last[rows, columns]
        facts = {name: _texts(self.index, name, last) for name in ("title", "start_date")}
        country = [self.countries[row] for row in rows.tolist()]
        column_names = list(self.names.values())
        return small(
            **{
                "country": [one.name for one in country],
                self.across: [column_names[column] for column in columns.tolist()],
                "events": self.events[rows, columns].tolist(),
                "months since the last": [None if value < 0 else value for value in months.tolist()],
                "gap": [
                    _gap(*cell)
                    for cell in zip(months.tolist(), self.at_least[rows, columns].tolist(), strict=True)
                ],
                "last event": facts["title"],
                "its date": facts["start_date"],
                "events of the country": [one.event_count for one in country],
                "of them read in full": [one.whole_count for one in country],
            }
        )


def _gap(months: int, at_least: bool) -> str:  # noqa: FBT001 - a column of the table
    if months == NEVER:
        return "none recorded"
    return "date not known" if months == UNKNOWN else "at least" if at_least else ""


def _texts(index: Index, column: str, places: NDArray[np.int64]) -> list[str]:
    """Return the texts of events at some places; empty at place -1 and where none is told."""
    found = iter(texts(index.tables["events"][column], places[places >= 0]))
    return [(next(found) or "") if told else "" for told in (places >= 0).tolist()]


def members(index: Index, codes: Sequence[str]) -> tuple[str, ...]:
    """Return the countries that ISO3, region and group codes stand for, each once; Central Asia where none is given."""
    named = [iso3 for code in codes or (CENTRAL_ASIA,) for iso3 in index.regions.get(code, (code,))]
    return tuple(dict.fromkeys(iso3 for iso3 in named if iso3 in index["there"].code))


def of(selection: Selection, mine: Sequence[str], across: str, *, limits: str = "12-24-36") -> Gaps:
    """Return the gaps of some countries (ISO3) in the selected events, by "topic", "audience" or "year".

    `limits` are the months after which a gap counts as longer, as in the view.
    """
    index, wanted = selection.index, list(mine)
    event, row = held(selection, wanted)
    until, cut = last_day(selection)
    columns = _columns(selection, across)
    cell, at = _cells(index[across], event, row, columns=list(columns))
    shape = (len(wanted), len(columns))
    if across == "year":
        events, latest, last = _latest(index, cell, at, shape=shape, until=until)
        latest, last = (np.maximum.accumulate(table, axis=1) for table in (latest, last))
        years = [min(date(int(year), 12, 31).toordinal(), until) for year in columns]
        ends = np.array(years, dtype=np.int64)
    else:
        cell, at = np.concatenate([cell, row * len(columns)]), np.concatenate([at, event])
        events, latest, last = _latest(index, cell, at, shape=shape, until=until)
        ends = np.full(len(columns), until)
    months = np.where(latest == UNKNOWN, UNKNOWN, _months(latest, ends))
    so_far = np.cumsum(events, axis=1) if across == "year" else events
    months[so_far == 0] = NEVER
    places = np.append(index.oldest, -1)[last].astype(np.int64)
    made = Gaps(
        countries=tuple(_countries(selection, wanted, event, row)),
        names=columns,
        across=across,
        role=selection.view.role,
        events=events,
        months=months,
        at_least=(latest != np.append(index.measures.first, UNKNOWN)[places]) & (months >= 0),
        last=places,
        limits=tuple(int(limit) for limit in limits.split("-")),
        until=date.fromordinal(until) if until else None,
        cut=cut,
        undated=len(np.unique(event[index.measures.first[event] == UNKNOWN])),
        index=index,
    )
    return _by_need(made)


def held(selection: Selection, countries: Sequence[str]) -> tuple[Codes, NDArray[np.int64]]:
    """Return the selected events of some countries in the view's role, with the place of the country among them."""
    role = selection.index[selection.view.role]
    events, values, begins = role.by_value
    ends = np.append(begins[1:], len(events))
    codes = [role.code[iso3] for iso3 in countries]
    at = np.searchsorted(values, codes)
    parts = [
        events[begins[place] : ends[place]] if place < len(values) and values[place] == code else events[:0]
        for place, code in zip(at.tolist(), codes, strict=True)
    ]
    event = np.concatenate([events[:0], *parts])
    row = np.repeat(np.arange(len(parts)), [len(part) for part in parts])
    inside = selection.mask[event]
    return event[inside], row[inside]


def last_day(selection: Selection) -> tuple[int, bool]:
    """Return the day months are counted back from (0 without dates), and whether the period ends before the records."""
    known = records_span(selection.index)
    if known is None:
        return 0, False
    end = bounds(selection.view)[1] if selection.view.end else known[1].toordinal()
    return min(end, known[1].toordinal()), end < known[1].toordinal()


def _columns(selection: Selection, across: str) -> dict[str, str]:
    """Return names of the columns by id: the years of the view, or all values (those filtered by) after `ANY`."""
    made, view = selection.index[across], selection.view
    stated = dict(zip(made.ids[:-1], made.labels[:-1], strict=True))
    if across == "year":
        until, _ = last_day(selection)
        newest = str(date.fromordinal(until).year) if until else ""
        return {id_: name for id_, name in stated.items() if view.start[:4] <= id_ <= newest}
    chosen = getattr(view, FILTERS[across])
    kept = {id_: name for id_, name in stated.items() if not chosen or id_ in chosen}
    return {ANY: f"any {across}", **kept}


def _cells(
    dimension: Dimension, event: Codes, row: NDArray[np.int64], *, columns: list[str]
) -> tuple[NDArray[np.int64], Codes]:
    """Return for each event of a country and each column it holds the place of the cell, and the event."""
    place = np.full(len(dimension), -1, dtype=np.int64)
    for at, id_ in enumerate(columns):
        if id_ in dimension.code:
            place[dimension.code[id_]] = at
    begin = dimension.starts[event]
    width = dimension.starts[event + 1] - begin
    offset = np.arange(int(width.sum())) - np.repeat(np.cumsum(width) - width, width)
    column = place[dimension.value[np.repeat(begin, width) + offset]]
    cell = np.repeat(row, width) * len(columns) + column
    return cell[column >= 0], np.repeat(event, width)[column >= 0]


def _latest(
    index: Index, cell: NDArray[np.int64], event: Codes, *, shape: tuple[int, int], until: int
) -> tuple[NDArray[np.int64], Days, NDArray[np.int64]]:
    """Return for each cell its events, the latest day one may have begun on, and the rank of the one that began last.

    Day and rank are UNKNOWN where no event has a year; no day is after `until`.
    """
    measures, size = index.measures, shape[0] * shape[1]
    events = np.bincount(cell, minlength=size)
    dated = measures.first[event] != UNKNOWN
    day, rank = np.full(size, UNKNOWN, dtype=np.int64), np.full(size, -1, dtype=np.int64)
    cell, event = cell[dated], event[dated]
    np.maximum.at(day, cell, np.minimum(measures.last[event], until))
    np.maximum.at(rank, cell, index.rank[event])
    return events.reshape(shape), day.reshape(shape), rank.reshape(shape)


def _months(days: Days, until: Days) -> NDArray[np.int64]:
    """Return the whole months from each day to the day of its column."""
    month, day = _split(days)
    end_month, end_day = _split(np.asarray(until))
    gone: NDArray[np.int64] = end_month - month - (day > end_day)
    return np.maximum(gone, 0)


def _split(days: Days) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return days as months since 1970 and days of the month from 0."""
    as_days = (days - EPOCH).astype("datetime64[D]")
    months = as_days.astype("datetime64[M]")
    return months.astype(np.int64), (as_days - months.astype("datetime64[D]")).astype(np.int64)


def _countries(
    selection: Selection, wanted: list[str], event: Codes, row: NDArray[np.int64]
) -> list[Country]:
    role, whole = selection.index[selection.view.role], selection.index.given["whole"]
    events = np.bincount(row, minlength=len(wanted)).tolist()
    read = np.bincount(row[whole[event]], minlength=len(wanted)).tolist()
    return [
        Country(iso3, role.labels[role.code[iso3]], *counts)
        for iso3, *counts in zip(wanted, events, read, strict=True)
    ]


def _by_need(made: Gaps) -> Gaps:
    """Return the table with its rows, and its columns but for years and `ANY`, in the order of need."""
    if made.across == "year":
        rows = _order(made.months[:, -1:], made.classes[:, -1:], len(made.limits))
        columns = list(range(len(made.names)))
    else:
        rows = _order(made.months, made.classes, len(made.limits))
        inner = _order(made.months[:, 1:].T, made.classes[:, 1:].T, len(made.limits))
        columns = [0, *(place + 1 for place in inner)]
    names, cells = list(made.names.items()), np.ix_(rows, columns)
    return replace(
        made,
        countries=tuple(made.countries[row] for row in rows),
        names=dict(names[column] for column in columns),
        events=made.events[cells],
        months=made.months[cells],
        at_least=made.at_least[cells],
        last=made.last[cells],
    )


def _order(months: NDArray[np.int64], classes: NDArray[np.int64], deepest: int) -> list[int]:
    """Return places by need: most "never" first, then most of the longest gaps and so on, then most months."""
    kinds = [NEVER, *range(deepest, 0, -1)]
    needs = [(*(int((line == kind).sum()) for kind in kinds),) for line in classes]
    totals = np.maximum(months, 0).sum(axis=1).tolist()
    return sorted(
        range(len(needs)), key=lambda place: (*(-need for need in needs[place]), -totals[place], place)
    )
