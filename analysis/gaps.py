"""Where nobody went for a while: countries against topics, audiences or years, and how long ago the last event was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.counts import small
from analysis.dimension import WORD, Bits, Codes, pack, unpack, words
from analysis.dimensions import UNKNOWN
from analysis.index import Index
from analysis.listing import texts
from analysis.selection import Selection, bounds
from analysis.sides import FIRST, SECOND
from view import NONE

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
    dates. `undated` events of these countries have no known year. From place `second` on the countries are those of
    a second group, in need among themselves; without one it is how many countries there are.
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
    second: int
    index: Index

    @cached_property
    def groups(self) -> tuple[tuple[int, ...], ...]:
        """Places of the countries that are drawn, those of each group; the most in need where they are many."""
        places = tuple(range(len(self.countries)))
        parts = tuple(part for part in (places[: self.second], places[self.second :]) if part)
        return tuple(part[: MOST // len(parts)] for part in parts)

    @property
    def drawn(self) -> int:
        """How many of the countries are drawn."""
        return sum(len(group) for group in self.groups)

    @cached_property
    def classes(self) -> NDArray[np.int64]:
        """How long ago each last event was: how many limits it has passed; NEVER and UNKNOWN as they are."""
        reached = (self.months[..., None] >= np.array(self.limits)).sum(axis=-1)
        return np.where(self.months < 0, self.months, reached)

    @cached_property
    def most_in_need(self) -> str:
        """Name of the country with the largest gaps; empty where there is one alone, two stand equal, or two groups."""
        compared = self.classes[:2, -1:] if self.across == "year" else self.classes[:2]
        if (
            len(self.groups) > 1
            or len(compared) < 2
            or not compared.size
            or np.array_equal(*np.sort(compared, axis=1))
        ):
            return ""
        return self.countries[0].name

    @cached_property
    def dates(self) -> list[str]:
        """Start of the last event of each cell as collected, row by row; empty where there is none."""
        return texts_at(self.index, "start_date", self.last.ravel())

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
        facts = {name: texts_at(self.index, name, last) for name in ("title", "start_date")}
        country = [self.countries[row] for row in rows.tolist()]
        column_names = list(self.names.values())
        groups = [SECOND if row >= self.second else FIRST for row in rows.tolist()]
        return small(
            **({"side_group": groups} if len(self.groups) > 1 else {}),
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
            },
        )


def _gap(months: int, at_least: bool) -> str:  # noqa: FBT001 - a column of the table
    if months == NEVER:
        return "none recorded"
    return "date not known" if months == UNKNOWN else "at least" if at_least else ""


def texts_at(index: Index, column: str, places: NDArray[Any]) -> list[str]:
    """Return the texts of events at some places; empty at place -1 and where none is told."""
    found = iter(texts(index.tables["events"][column], places[places >= 0]))
    return [(next(found) or "") if told else "" for told in (places >= 0).tolist()]


def members(index: Index, codes: Sequence[str]) -> tuple[str, ...]:
    """Return the countries that ISO3, region and group codes stand for, each once; Central Asia where none is given."""
    named = [iso3 for code in codes or (CENTRAL_ASIA,) for iso3 in index.regions.get(code, (code,))]
    known = index["there"].code.keys() - {NONE}
    return tuple(dict.fromkeys(iso3 for iso3 in named if iso3 in known))


def of(
    selection: Selection,
    mine: Sequence[str],
    across: str,
    *,
    limits: str = "12-24-36",
    second: Sequence[str] = (),
) -> Gaps:
    """Return the gaps of some countries (ISO3) in the selected events, by "topic", "audience" or "year".

    `limits` are the months after which a gap counts as longer, as in the view; `second` is a second group of
    countries, which comes after the first.
    """
    index, columns, asked = selection.index, _columns(selection, across), (*mine, *second)
    event, row = held(selection, asked)
    until, cut = last_day(selection)
    events, newest = _cells(index, across, event, row, shape=(len(asked), columns))
    if across == "year":
        newest = np.minimum.accumulate(newest, axis=1)
    last = np.append(_newest_first(index), -1)[newest].astype(np.int64)
    made = Gaps(
        countries=tuple(_countries(selection, asked, event, row)),
        names=columns,
        across=across,
        role=selection.view.role,
        events=events,
        months=_gaps_of(index, last, _ends(columns, across, until), until=until),
        at_least=_coarse(index)[last],
        last=last,
        limits=tuple(int(limit) for limit in limits.split("-")),
        until=date.fromordinal(until) if until else None,
        cut=cut,
        undated=len(np.unique(event[index.measures.first[event] == UNKNOWN])),
        second=len(mine),
        index=index,
    )
    return _by_need(made)


def _gaps_of(index: Index, last: NDArray[np.int64], ends: Days, *, until: int) -> NDArray[np.int64]:
    """Return the months from each last event to the day of its column, NEVER and UNKNOWN where there are none."""
    latest = np.append(index.measures.last, UNKNOWN)[last]
    months = np.where(latest == UNKNOWN, UNKNOWN, _months(np.minimum(latest, until), ends))
    return np.where(last < 0, NEVER, months)


def _coarse(index: Index) -> NDArray[np.bool_]:
    """Mark the events whose day is not known while their year is; one more entry for place -1."""
    measures = index.measures
    return np.append((measures.first != measures.last) & (measures.first != UNKNOWN), False)


def _ends(columns: Iterable[str], across: str, until: int) -> Days:
    """Return the day months are counted to in each column: the end of the year, nowhere later than `until`."""
    years = [
        min(date(int(year), 12, 31).toordinal(), until) if across == "year" else until for year in columns
    ]
    return np.array(years, dtype=np.int64)


def held(selection: Selection, countries: Sequence[str]) -> tuple[Codes, NDArray[np.int64]]:
    """Return the selected events of some countries in the view's role, with the place of the country among them."""
    role = selection.index[selection.view.role]
    parts = [role.by_value.of(role.code[iso3]) for iso3 in countries]
    event = np.concatenate([role.event[:0], *parts])
    row = np.repeat(np.arange(len(parts)), [len(part) for part in parts])
    inside = selection.mask[event]
    return event[inside], row[inside]


def last_day(selection: Selection) -> tuple[int, bool]:
    """Return the day months are counted back from (0 without dates), and whether the period ends before the records."""
    known = selection.index.span
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


_ORDERED: WeakKeyDictionary[Index, dict[str, NDArray[Any]]] = WeakKeyDictionary()
"""What depends on the index alone and is asked for at every change; goes with the index."""


def _newest_first(index: Index) -> NDArray[np.int64]:
    """Return the places of all events by the latest day they may have begun on, newest first, undated ones last."""
    kept = _ORDERED.setdefault(index, {})
    if "" not in kept:
        kept[""] = np.lexsort((index.measures.first, index.measures.last))[::-1]
    return kept[""]


def _ordered(index: Index, dimension: str) -> Bits:
    """Return the bits of a dimension with the events newest first, one row a stated value."""
    kept = _ORDERED.setdefault(index, {})
    if dimension not in kept:
        order, made = _newest_first(index), index[dimension]
        rows = made.rows(range(len(made) - 1))
        kept[dimension] = np.array([pack(unpack(row, len(index))[order]) for row in rows], dtype=np.uint64)
    return kept[dimension]


def _cells(
    index: Index,
    across: str,
    event: Codes,
    row: NDArray[np.int64],
    *,
    shape: tuple[int, dict[str, str]],
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the events of each cell, and the place of the newest among all events newest first (-1: none).

    `shape` is how many rows there are, and the columns. "None" sorts behind every event, as the last entry.
    """
    rows, columns = shape
    codes = [index[across].code[id_] for id_ in columns if id_ != ANY]
    everything = np.full((int(ANY in columns), words(len(index))), ~np.uint64(0))
    bits = _ordered(index, across)[codes] if codes else everything[:0]
    held_by = np.concatenate([everything, bits])
    place = np.empty(len(index), dtype=np.int64)
    place[_newest_first(index)] = np.arange(len(index))
    cells = [_row(held_by, place[event[row == number]], len(index)) for number in range(rows)]
    events, newest = np.array(cells, dtype=np.int64).reshape(rows, 2, len(held_by)).transpose(1, 0, 2)
    return events, newest


def _row(
    held_by: Bits, places: NDArray[np.int64], events: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return for each row of bits how many of some events it holds, and the first of them (`events` for none)."""
    mask = np.zeros(events, dtype=np.bool_)
    mask[places] = True
    both = held_by & pack(mask)
    counts = np.bitwise_count(both).sum(axis=1, dtype=np.int64)
    if not both.shape[1]:
        return counts, np.full(len(both), events)
    word = (both != 0).argmax(axis=1)
    bits = both[np.arange(len(both)), word]
    lowest = np.bitwise_count((bits & (~bits + np.uint64(1))) - np.uint64(1)).astype(np.int64)
    return counts, np.where(bits == 0, events, word * WORD + lowest)


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
    selection: Selection, wanted: Sequence[str], event: Codes, row: NDArray[np.int64]
) -> list[Country]:
    role = selection.index[selection.view.role]
    whole = unpack(selection.index.given["whole"], len(selection.index))
    events = np.bincount(row, minlength=len(wanted)).tolist()
    read = np.bincount(row[whole[event]], minlength=len(wanted)).tolist()
    return [
        Country(iso3, role.labels[role.code[iso3]], *counts)
        for iso3, *counts in zip(wanted, events, read, strict=True)
    ]


def _by_need(made: Gaps) -> Gaps:
    """Return the table with its rows, and its columns but for years and `ANY`, in the order of need.

    Rows stay in their group.
    """
    deepest, last = len(made.limits), slice(-1, None) if made.across == "year" else slice(None)
    first, second = (
        _order(made.months[part, last], made.classes[part, last], deepest)
        for part in (slice(made.second), slice(made.second, None))
    )
    rows = [*first, *(made.second + place for place in second)]
    if made.across == "year":
        columns = list(range(len(made.names)))
    else:
        inner = _order(made.months[:, 1:].T, made.classes[:, 1:].T, deepest)
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
