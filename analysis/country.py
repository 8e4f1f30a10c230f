"""One country: its figures beside those of peers, and the tables behind every chart of its page.

The country is looked for among the events a view leaves in. `Report` holds everything the page, the brief and
the document say, so that all three give the same figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from statistics import fmean
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.counts import Counted, by, largest, measured, ranked, small
from analysis.crossed import Crossed
from analysis.dimension import Bits, Dimension, Values, runs, size, unpack
from analysis.dimensions import UNKNOWN
from analysis.index import Index
from analysis.listing import newest_first, texts, whole
from analysis.overview import FEW, partly_read, share_of_women
from analysis.places import unit_of_map
from analysis.selection import Selection
from analysis.sides import side_of
from view import NONE

ROLES = ("host", "participant", "expert", "funder")
"""What a country did, each apart (DESIGN rule 2)."""

PEERS = 5
"""Peers that are compared at most: as many as keep a colour of their own."""

MOST_FUNDERS, MOST_AUDIENCES, MOST_SERIES, MARKS = 10, 12, 12, 400
"""How many funders, audiences, recurring events and editions are drawn at most."""


@dataclass(frozen=True)
class Side:
    """What is compared: one country, a region as a whole, or a group of countries as its average member.

    `kind` is "country", "region" or "group"; "second" is the country among the events that are compared with.
    """

    code: str
    name: str
    members: tuple[str, ...]
    kind: str

    @property
    def averaged(self) -> bool:
        """Whether figures are those of an average member."""
        return self.kind == "group"


def side(index: Index, code: str) -> Side:
    """Return a country, region or group by its code."""
    if code in index.regions:
        return Side(code, index.region_names[code], index.regions[code], "group")
    made = index["there"]
    return Side(code, made.labels[made.code[code]], (code,), "country")


def home(index: Index, iso3: str) -> Side | None:
    """Return the UN M49 subregion of a country as a whole; None where it has none."""
    code = index.region_of["subregion"].get(iso3)
    if code is None:
        return None
    return Side(code, index.region_names[code], index.regions[code], "region")


def among(selection: Selection, members: Iterable[str], role: str) -> Selection:
    """Return the selected events in which any of some countries holds a role."""
    return replace(selection, bits=selection.bits & selection.index[role].any_of(members))


def involved(selection: Selection, members: Iterable[str]) -> Selection:
    """Return the selected events in which any of some countries holds any role."""
    return replace(selection, bits=selection.bits & _naming(selection.index, tuple(members)))


def _naming(index: Index, members: Sequence[str]) -> Bits:
    """Return the events of the records in which any of some countries holds any role."""
    return index["there"].any_of(members) | index["expert"].any_of(members) | index["funder"].any_of(members)


# Figures


@dataclass(frozen=True)
class Figure:
    """One figure (None where nothing gives it), and how many of `events` events give it.

    For a group all three are those of its average member; the share of women is that of all events of any member.
    """

    name: str
    value: float | None
    base: float
    events: float


@dataclass(frozen=True)
class Last:
    """The last event with a known year, and the whole months from it to the newest event of the records.

    `least` and `most` differ where its day is not known.
    """

    event_id: str
    title: str | None
    start_date: str
    end_date: str | None
    city: str | None
    least: int
    most: int


@dataclass(frozen=True)
class Profile:
    """The figures of one side, in the view's role where they do not name their own."""

    side: Side
    figures: dict[str, Figure]
    last: Last | None

    def value(self, name: str) -> float | None:
        """Return one figure."""
        return self.figures[name].value


def profile(selection: Selection, compared: Side) -> Profile:
    """Return the figures of a country, or of the average member of a group."""
    own = among(selection, compared.members, selection.view.role)
    each = [_figures(selection, iso3) for iso3 in compared.members]
    figures = each[0] if len(each) == 1 else {name: _mean([made[name] for made in each]) for name in each[0]}
    share, base = share_of_women(own)
    women = Figure("women", share, base, own.count)
    return Profile(compared, figures | {"women": women}, last(own))


def _mean(figures: Sequence[Figure]) -> Figure:
    """Return the average of one figure over the members of a group that tell it; None where none does."""
    known = [figure.value for figure in figures if figure.value is not None]
    base, events = (fmean(getattr(figure, part) for figure in figures) for part in ("base", "events"))
    return Figure(figures[0].name, fmean(known) if known else None, base, events)


def _figures(selection: Selection, iso3: str) -> dict[str, Figure]:
    """Return the figures of one country, but for the share of women."""
    own, there = (among(selection, (iso3,), role) for role in (selection.view.role, "there"))
    counts = {role: among(selection, (iso3,), role).count for role in ("there", *ROLES)}
    people, events, known = measured(own, "people")
    any_role = involved(selection, (iso3,)).count
    figures = [
        Figure("involved", any_role, selection.count, selection.count),
        *(Figure(role, count, any_role, any_role) for role, count in counts.items()),
        Figure("people", people if known else None, known, events),
        Figure("met", len(_companions(there, iso3)), there.count, there.count),
    ]
    return {figure.name: figure for figure in figures}


def _companions(there: Selection, iso3: str) -> NDArray[np.int64]:
    """Return the codes of the countries that were at the same events, going through these events alone."""
    made = there.index["there"]
    found = np.unique(_values(there, made)).astype(np.int64)
    others: NDArray[np.int64] = found[(found != made.code[iso3]) & (found != len(made) - 1)]
    return others


def _values(selection: Selection, dimension: Dimension) -> Values:
    """Return what the selected events hold in a dimension, event by event."""
    event = np.flatnonzero(selection.mask)
    begin = dimension.starts[event]
    width = dimension.starts[event + 1] - begin
    held: Values = dimension.value[runs(begin, width)]
    return held


def last(own: Selection) -> Last | None:
    """Return the event that started last; None where none has a known year."""
    index = own.index
    found = index.newest[own.mask[index.newest]][:1]
    newest = index.span
    if newest is None or not len(found) or index.measures.first[found[0]] == UNKNOWN:
        return None
    events, place = index.tables["events"], found
    names = ("event_id", "title", "start_date", "end_date", "city")
    facts = {name: texts(events[name], place)[0] for name in names}
    first, latest = (
        date.fromordinal(int(day[place[0]])) for day in (index.measures.first, index.measures.last)
    )
    return Last(**facts, least=_months(latest, newest[1]), most=_months(first, newest[1]))


def _months(start: date, end: date) -> int:
    """Return the whole months between two days, never below zero."""
    months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
    return max(months, 0)


@dataclass(frozen=True)
class InPart:
    """How many of the events are known only in part, by what is missing."""

    events: int
    read_in_part: int
    coarse: int
    undated: int
    without_headcount: int


def in_part(own: Selection) -> InPart:
    """Return how many events were read only in part, have no day or no year, or give no headcount."""
    measures, mask = own.index.measures, own.mask
    known = measures.first != UNKNOWN
    coarse = known & (measures.first != measures.last)
    masks = (own.index.read_in_part, coarse, ~known, measures.total == UNKNOWN)
    return InPart(own.count, *(int((mask & missing).sum()) for missing in masks))


# Tables


def roles_by_year(selection: Selection, iso3: str, *, beside: Selection | None = None) -> Crossed:
    """Count the country's events by role (rows) and year (columns), the years of the view only, zeros kept.

    An event in which it holds two roles counts in both rows. Beside a second selection the years of its view too.
    """
    year, own = selection.index["year"], involved(selection, (iso3,))
    counts = [among(selection, (iso3,), role).held("year") for role in ROLES]
    views = [side.view for side in (selection, beside) if side is not None]
    spans = [(view.start[:4], view.end[:4] or "9999") for view in views]
    inside = np.array(
        [id_ == NONE or any(first <= id_ <= end for first, end in spans) for id_ in year.ids], dtype=np.bool_
    )
    table = Crossed(
        dict(zip(ROLES, ROLES, strict=True)),
        dict(zip(year.ids, year.labels, strict=True)),
        np.array(counts, dtype=np.int64).reshape(len(ROLES), len(year)),
        "role",
        "year",
        own.count,
    )
    return table.with_columns(inside)


@dataclass(frozen=True)
class Shares:
    """Events of each side that hold a topic, shape (sides, topics), and the events of each side.

    A group's are summed over its members: its share is that of the average member. The first side is the
    country. Below five events there is no share (DESIGN rule 9).
    """

    role: str
    sides: tuple[Side, ...]
    topics: dict[str, str]
    counts: NDArray[np.int64]
    events: tuple[int, ...]
    event_counts: tuple[int, ...]

    def share(self, place: int, topic: int) -> float | None:
        """Return the share of a side's events that hold a topic; None where the events are too few."""
        return int(self.counts[place, topic]) / self.events[place] if self.enough(place) else None

    def enough(self, place: int = 0) -> bool:
        """Return whether a side (the country, if none is named) has events enough for shares."""
        return self.event_counts[place] >= FEW

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The table as it is read: `topic`, `whose`, `events with it`, `events`, `per cent`."""
        rows = [
            (name, said(side_), *self._row(place, topic))
            for topic, name in enumerate(self.topics.values())
            for place, side_ in enumerate(self.sides)
        ]
        columns = ("topic", "whose", "events with it", "events", "per cent")
        cells = zip(*rows, strict=True) if rows else [[]] * len(columns)
        return small(**dict(zip(columns, cells, strict=True)))

    def _row(self, place: int, topic: int) -> tuple[float, float, float | None]:
        members = len(self.sides[place].members) if self.sides[place].averaged else 1
        share = self.share(place, topic)
        held = round(int(self.counts[place, topic]) / members, 1)
        return held, round(self.events[place] / members, 1), None if share is None else round(100 * share, 1)


def said(side_: Side) -> str:
    """Return what a side is called: "Central Asia (5), average member", "Central Asia, all events"."""
    ends = {"region": ", all events", "group": ", average member"}
    return f"{side_.name}{ends.get(side_.kind, '')}"


def topic_shares(selection: Selection, sides: Sequence[Side], *, beside: Selection | None = None) -> Shares:
    """Count the events of each side by topic, the country's most frequent first.

    Topics nobody holds are left out; where the country has too few events for shares, those it does not hold.
    Beside a second selection those the country holds there are counted too, for every side.
    """
    made = selection.index["topic"]
    counts, totals, distinct = zip(*(_topics(selection, side_, made) for side_ in sides), strict=True)
    table = np.array(counts, dtype=np.int64)
    theirs = np.zeros(len(made), dtype=np.int64) if beside is None else _topics(beside, sides[0], made)[0]
    shown = np.vstack([table if distinct[0] >= FEW else table[:1], theirs])
    held = [code for code in range(len(made) - 1) if shown[:, code].any()]
    held.sort(key=lambda code: (-table[0, code], -theirs[code], made.labels[code]))
    topics = {made.ids[code]: made.labels[code] for code in held}
    return Shares(selection.view.role, tuple(sides), topics, table[:, held], totals, distinct)


def _topics(selection: Selection, compared: Side, topics: Dimension) -> tuple[NDArray[np.int64], int, int]:
    """Return events by topic, events (both summed over members for a group), and distinct events."""
    role, members = selection.index[selection.view.role], compared.members
    union: Bits = role.any_of(members) & selection.bits
    if not compared.averaged:
        return topics.counts(union), size(union), size(union)
    rows = role.rows([role.code[iso3] for iso3 in members if iso3 in role.code]) & selection.bits
    counts = sum((topics.counts(row) for row in rows), np.zeros(len(topics), dtype=np.int64))
    return counts, int(sum(size(row) for row in rows)), size(union)


def with_second(first: Shares, second: Shares, name: str) -> Shares:
    """Return a table of shares with the country of a second one, under a name, as the side after the country.

    The first must have been counted beside the second selection, so that it has every topic the country holds there.
    """
    held = dict(zip(second.topics, second.counts[0].tolist(), strict=True))
    own = replace(second.sides[0], name=name, kind="second")
    return Shares(
        first.role,
        (first.sides[0], own, *first.sides[1:]),
        first.topics,
        np.insert(first.counts, 1, [held.get(code, 0) for code in first.topics], axis=0),
        (first.events[0], second.events[0], *first.events[1:]),
        (first.event_counts[0], second.event_counts[0], *first.event_counts[1:]),
    )


def met(selection: Selection, iso3: str, *, unit: str = "events", beside: Selection | None = None) -> Counted:
    """Count the events where the country and another were both there, the other it met most often first.

    Beside a second selection those it met in either, by the larger of both counts.
    """
    sides = [
        by(among(side, (iso3,), "there"), "there", unit=unit)
        for side in (selection, beside)
        if side is not None
    ]
    counted = sides[0]
    counts, events = (largest(sides, name) for name in ("count", "event_count"))
    names = counted.columns["name"]
    others = [
        place for place, id_ in enumerate(counted.columns["id"]) if events[place] and id_ not in (iso3, NONE)
    ]
    others.sort(key=lambda place: (-counts[place], -events[place], names[place]))
    columns = {name: [cells[place] for place in others] for name, cells in counted.columns.items()}
    return replace(counted, columns=columns)


STATES = (NAMED, NOT_NAMED, NOT_TOLD) = ("named", "not named", "not told who came")
"""What an edition says of a country; one that names no participants says nothing of who stayed away."""


@dataclass(frozen=True)
class Editions:
    """Editions of the recurring events a country belongs to, in the order of their dates within each.

    It belongs to those that name it in any edition of the records, whatever the filters: an edition that they leave and
    that does not name it was missed, also where they leave none that does.
    Of two sides of a comparison (`joined`) there is a column `side` more: "first", "second" or "both".

    `columns` are lists by name: `series_id`, `series_name`, `event_id`, `title`, `number`, `city`, `start_date`,
    `day` (ISO, for drawing only; None without a year), `state` (one of `STATES`) and `in_part` (read only in part).
    `by_series` counts the editions of all of them: name of the recurring event, those that name the country, those
    that tell who came and do not name it, and those that do not tell who came. `more` recurring events are not drawn,
    `undated` editions have no known year, `earlier` are beyond MARKS.
    """

    columns: dict[str, list[Any]]
    by_series: list[tuple[str, int, int, int]]
    more: int
    undated: int
    earlier: int

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """The editions as plain dictionaries."""
        return [dict(zip(self.columns, row, strict=True)) for row in zip(*self.columns.values(), strict=True)]

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The table as it is read."""
        read = ["in part" if part else "in full" for part in self.columns["in_part"]]
        kept = {"recurring event": "series_name", "edition": "number", "event": "title", "city": "city"}
        columns = {heading: self.columns[name] for heading, name in kept.items()}
        start = self.columns["start_date"]
        side = {name: self.columns[name] for name in ("side",) if name in self.columns}
        return pd.DataFrame(
            columns | {"start_date": start, "the country": self.columns["state"], "source read": read} | side
        ).astype({"edition": "Int64"})


def joined(first: Editions, second: Editions) -> Editions:
    """Return the editions of two sides, each event once, the recurring events of the first before others."""
    held = [{row["event_id"]: row for row in side.rows} for side in (first, second)]
    place = {row["series_id"]: number for number, row in enumerate([*first.rows, *second.rows][::-1])}
    rows = [
        row | {"side": side_of(id_ in held[0], id_ in held[1])} for id_, row in (held[1] | held[0]).items()
    ]
    rows.sort(key=lambda row: (-place[row["series_id"]], row["day"] or "9999"))
    return Editions(
        {name: [row[name] for row in rows] for name in (*first.columns, "side")},
        [*first.by_series, *second.by_series],
        more=max(first.more, second.more),
        undated=sum(row["day"] is None for row in rows),
        earlier=max(first.earlier, second.earlier),
    )


def editions(selection: Selection, iso3: str) -> Editions:
    """Return all editions in the selection of the recurring events in which the country ever held a role."""
    index, made = selection.index, selection.index["series"]
    series = np.empty(len(index), dtype=np.int32)
    series[made.event] = made.value
    own = unpack(_naming(index, (iso3,)), len(index))
    state = np.where(own, 0, np.where(index.tells_who_came, 1, 2))
    ever, held, counts = (
        np.bincount(series[events], minlength=len(made))[:-1]
        for events in (own, selection.mask, own & selection.mask)
    )
    order = sorted(
        np.flatnonzero((ever > 0) & (held > 0)).tolist(),
        key=lambda code: (-counts[code], -held[code], made.labels[code]),
    )
    rank = np.full(len(made), len(made))
    rank[order[:MOST_SERIES]] = np.arange(len(order[:MOST_SERIES]))
    event = np.flatnonzero(selection.mask & (rank[series] < len(made)))
    first = index.measures.first[event]
    known = first != UNKNOWN
    shown = np.sort(np.argsort(-first, kind="stable")[:MARKS])
    shown = shown[np.lexsort((first[shown], rank[series[event[shown]]]))]
    named, missed, untold = (
        np.bincount(series[selection.mask & (state == each)], minlength=len(made)) for each in range(3)
    )
    by_series = [
        (made.labels[code], int(named[code]), int(missed[code]), int(untold[code])) for code in order
    ]
    return Editions(
        _editions(index, event[shown], series[event[shown]], state),
        by_series,
        more=max(len(order) - MOST_SERIES, 0),
        undated=int((~known).sum()),
        earlier=int(known.sum() - known[shown].sum()),
    )


def _editions(
    index: Index, event: NDArray[np.int64], series: NDArray[np.int32], state: NDArray[np.int64]
) -> dict[str, list[Any]]:
    made, measures, events = index["series"], index.measures, index.tables["events"]
    middle = (measures.first[event] + measures.last[event]) // 2
    facts = {
        name: texts(events[name], event)
        for name in ("event_id", "title", "series_number", "city", "start_date")
    }
    number = facts.pop("series_number")
    return {
        "series_id": [made.ids[code] for code in series.tolist()],
        "series_name": [made.labels[code] for code in series.tolist()],
        **facts,
        "number": [None if one is None else int(one) for one in number],
        "day": [None if day == UNKNOWN else date.fromordinal(day).isoformat() for day in middle.tolist()],
        "state": [STATES[each] for each in state[event].tolist()],
        "in_part": index.read_in_part[event].tolist(),
    }


# Everything at once


@dataclass(frozen=True)
class Report:
    """All that is said of one country: figures of it and its peers, and the table of each chart.

    `own` are its events in the view's role, `all_events` those in any role; `unit` is the unit of the rankings
    and `met_unit` that of the countries it met; `unstated` are events without a funder, and those of them that
    were read only in part.
    """

    selection: Selection
    side: Side
    role: str
    own: Selection
    all_events: Selection
    profile: Profile
    peers: tuple[Profile, ...]
    in_part: InPart
    newest: date | None
    roles: Crossed
    topics: Shares
    met: Counted
    audiences: Counted
    funders: Counted
    unstated: tuple[int, int]
    series: Editions


def report(
    selection: Selection, iso3: str, peers: Sequence[str] = (), *, beside: Selection | None = None
) -> Report:
    """Return all that is said of a country among the selected events, beside at most PEERS peers.

    Beside a second selection the charts have rows for what is large in either.
    """
    index, unit = selection.index, selection.view.unit
    own, all_events = among(selection, (iso3,), selection.view.role), involved(selection, (iso3,))
    country = side(index, iso3)
    others = [side(index, code) for code in dict.fromkeys(peers) if code != iso3][:PEERS]
    region = home(index, iso3)
    newest = index.span
    theirs = None if beside is None else among(beside, (iso3,), selection.view.role)
    return Report(
        selection=selection,
        side=country,
        role=selection.view.role,
        own=own,
        all_events=all_events,
        profile=profile(selection, country),
        peers=tuple(profile(selection, other) for other in others),
        in_part=in_part(all_events),
        newest=newest[1] if newest else None,
        roles=roles_by_year(selection, iso3, beside=beside),
        topics=topic_shares(selection, [country, *([region] if region else []), *others], beside=beside),
        met=met(selection, iso3, unit=unit_of_map(unit), beside=beside),
        audiences=ranked(own, "audience", unit=unit, most=MOST_AUDIENCES, beside=theirs),
        funders=ranked(own, "funder_body_top", unit=unit, most=MOST_FUNDERS, beside=theirs),
        unstated=partly_read(own, "funder_body"),
        series=editions(selection, iso3),
    )


def comparison(made: Report, second: Report | None = None) -> pd.DataFrame:
    """Return the figures of the country and its peers: `figure`, `whose`, `value`, `from events`, `of events`, `date`.

    Among them "last" (whole months from the last event to the newest of the records, at least; `date` is its start as
    collected) and "in_part" (events read only in part), of the country alone and of its `second` report, which is the
    last of its peers.
    """
    rows = [row for told in (made.profile, *made.peers) for row in _rows(told)]
    rows.append(_part_row(made, made.profile))
    if second is not None:
        rows.append(_part_row(second, made.peers[-1]))
    names = ("figure", "whose", "value", "from events", "of events", "date")
    return small(**dict(zip(names, zip(*rows, strict=True), strict=True)))


Row = tuple[str, str, float | None, float, float, str | None]


def _rows(told: Profile) -> list[Row]:
    """Return the figures of one side, its last event after them."""
    figures: list[Row] = [
        (figure.name, said(told.side), figure.value, figure.base, figure.events, None)
        for figure in told.figures.values()
    ]
    own, latest = told.figures["women"].events, told.last
    months, start = (None, None) if latest is None else (latest.least, latest.start_date)
    return [*figures, ("last", said(told.side), months, own, own, start)]


def _part_row(made: Report, told: Profile) -> Row:
    known = made.in_part
    return "in_part", said(told.side), known.read_in_part, known.events, known.events, None


def listed(all_events: Selection, iso3: str) -> pd.DataFrame:
    """Return the country's events, newest first, as rows to read, each with what it did there and its sources.

    Adds to the columns of `analysis.listing.whole` `roles` (codes, joined by "; ").
    """
    place = newest_first(all_events)
    held = {role: among(all_events, (iso3,), role).mask[place] for role in ROLES}
    marks = zip(*held.values(), strict=True)
    roles = ["; ".join(role for role, yes in zip(held, marked, strict=True) if yes) for marked in marks]
    return whole(all_events).assign(roles=roles)
