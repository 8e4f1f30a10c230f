"""Who meets whom: pairs of values that stand in the same events, and the small tables behind the page on them.

A pair is of two values of one dimension (countries, organisers; it has no direction), or of a value of one and
a value of another (who paid for whose events; directed). A pair weighs either its events together, or what is
shared: an event counts one for each who was there, divided among the others there (`WEIGHTS` in view.py).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.counts import Counted, by, small
from analysis.dimension import Codes, Dimension, Values, runs
from analysis.index import Index
from analysis.selection import Selection
from schema import ORGANISATION_KINDS
from view import NONE, ROLES

Weights = NDArray[np.float64]

SIDES = {"organisers": ("organiser_top", "organiser_top"), "funders": ("funder_body_top", "organiser_top")}
"""The two dimensions of each kind of meeting, but for countries, which meet in the role of the view."""

SIZES = {"1": 1, "2": 2, "3–5": 3, "6–10": 6, "11–20": 11, "21 and more": 21}
"""Events by how many were there: a meeting of two, a workshop, a conference; where each class begins."""


@dataclass(frozen=True)
class Ties:
    """Every pair in every event of the records.

    `event` and `pair` are the places of each event and pair that go together; pair n is of the codes `first[n]`
    and `second[n]`; `since` is the code of the first year of each pair, that of "year unknown" where no event has
    one; `part` is what one event adds to each of its pairs when it is shared among them. `size` is the class (`SIZES`)
    of each event by how many of the left side it names, `held` how many pairs it holds.
    """

    left: Dimension
    right: Dimension
    event: Codes
    pair: Codes
    first: Codes
    second: Codes
    since: Codes
    part: Weights
    size: NDArray[np.int8]
    held: NDArray[np.int64]


@dataclass(frozen=True)
class Meetings:
    """The pairs of a selection: for every pair of the records (see `Ties`) its events together and what is shared."""

    selection: Selection
    ties: Ties
    event: Codes = field(repr=False)
    pair: Codes = field(repr=False)

    @property
    def directed(self) -> bool:
        """Whether the two sides are two dimensions."""
        return self.ties.left.name != self.ties.right.name

    @cached_property
    def events(self) -> NDArray[np.int64]:
        """Events together of each pair."""
        return np.bincount(self.pair, minlength=len(self.ties.first))

    @cached_property
    def shared(self) -> Weights:
        """What the events of each pair add to it, each event shared among all who were there."""
        made = np.bincount(self.pair, weights=self.ties.part[self.event], minlength=len(self.ties.first))
        return np.round(made, 9)  # three thirds are one

    def weights(self, weight: str) -> Weights:
        """Return what each pair weighs: "events" or "shared"."""
        return self.shared if weight == "shared" else self.events.astype(np.float64)

    @cached_property
    def met(self) -> NDArray[np.intp]:
        """Places of the pairs with an event together."""
        return np.flatnonzero(self.events)

    @property
    def event_count(self) -> int:
        """How many events hold a pair."""
        return int(np.count_nonzero(self.ties.held[self.selection.mask]))

    @property
    def pair_count(self) -> int:
        """How many pairs met."""
        return len(self.met)


_kept: WeakKeyDictionary[Index, dict[tuple[str, str], Ties]] = WeakKeyDictionary()
_groups: WeakKeyDictionary[Index, dict[str, Groups]] = WeakKeyDictionary()


def of(selection: Selection) -> Meetings:
    """Return the pairs the view asks for: countries in its role, organisers, or funders and organisers."""
    role = selection.view.role
    return between(selection, *SIDES.get(selection.view.meeting, (role, role)))


def between(selection: Selection, left: str, right: str) -> Meetings:
    """Return the pairs of two dimensions; of one with itself, each pair once."""
    made = ties(selection.index, left, right)
    inside = np.flatnonzero(selection.mask[made.event])
    return Meetings(selection, made, made.event[inside], made.pair[inside])


def ties(index: Index, left: str, right: str) -> Ties:
    """Return every pair of two dimensions in the records; made once and kept as long as the index."""
    kept = _kept.setdefault(index, {})
    if (left, right) not in kept:
        kept[left, right] = _tied(index, index[left], index[right])
    return kept[left, right]


def _tied(index: Index, left: Dimension, right: Dimension) -> Ties:
    event, first, second = _spread(left, right)
    width = len(right)
    both = first.astype(np.int64) * width + second
    occurs = np.zeros(len(left) * width, dtype=np.bool_)
    occurs[both] = True
    found = np.flatnonzero(occurs)
    place = np.zeros(len(occurs), dtype=np.int32)
    place[found] = np.arange(len(found))
    pair = place[both]
    since = np.full(len(found), len(index["year"]) - 1, dtype=np.int32)
    np.minimum.at(since, pair, year_of(index)[event])
    one, other = (found // width).astype(np.int32), (found % width).astype(np.int32)
    return Ties(left, right, event, pair, one, other, since, _parts(left, right), *_sizes(left, right))


def _stated(dimension: Dimension) -> tuple[Codes, Values]:
    """Return event and value of each pair of a dimension, "not stated" left out."""
    stated = dimension.value < len(dimension) - 1
    return dimension.event[stated], dimension.value[stated]


def _spread(left: Dimension, right: Dimension) -> tuple[Codes, Values, Values]:
    """Return event, left and right code of every pair; of one dimension with itself each pair once."""
    (event, value), (other_event, other) = _stated(left), _stated(right)
    held = np.bincount(other_event, minlength=right.events)
    ends = np.cumsum(held)[event] if len(event) else np.zeros(0, dtype=np.int64)
    begins = np.arange(1, len(event) + 1) if left.name == right.name else ends - held[event]
    width = ends - begins
    second = other[runs(begins, width)]
    return np.repeat(event, width), np.repeat(value, width), second


def _parts(left: Dimension, right: Dimension) -> Weights:
    """Return what each event adds to each of its pairs: one, shared among those on the right of a value."""
    held = np.bincount(_stated(right)[0], minlength=right.events)
    return 1 / np.maximum(held - (left.name == right.name), 1)


def _sizes(left: Dimension, right: Dimension) -> tuple[NDArray[np.int8], NDArray[np.int64]]:
    """Return the class of each event by how many of the left side it names, 0 for none, and its pairs."""
    named, others = (np.bincount(_stated(side)[0], minlength=side.events) for side in (left, right))
    pairs = named * (named - 1) // 2 if left.name == right.name else named * others
    return np.searchsorted(list(SIZES.values()), named, side="right").astype(np.int8), pairs


def year_of(index: Index) -> Values:
    """Return the code of the year of each event."""
    return index["year"].value


def heaviest(meetings: Meetings, weight: str, *, beside: Meetings | None = None) -> Weights:
    """Return what each pair weighs, beside a second side the larger of both."""
    own = meetings.weights(weight)
    return own if beside is None else np.maximum(own, beside.weights(weight))


def strongest(
    meetings: Meetings,
    *,
    weight: str,
    most: int | None = None,
    inside: frozenset[str] | None = None,
    beside: Meetings | None = None,
) -> pd.DataFrame:
    """Return the pairs that weigh most, at most `most`, of values `inside` alone where given.

    Columns `first_id`, `first_name`, `second_id`, `second_name`, `count` (events together) and `shared`; pairs
    of one weight by events, then in the order of their codes. Beside a second side the pairs that weigh most on
    either, which may have met on the other side alone.
    """
    made = meetings.ties
    weights, events = (heaviest(meetings, name, beside=beside) for name in (weight, "events"))
    places = np.flatnonzero(events)
    if inside is not None:
        kept = np.array([id_ in inside for id_ in made.left.ids], dtype=np.bool_)
        places = places[kept[made.first[places]] & kept[made.second[places]]]
    if most is not None and 0 < most < len(places):
        least = np.partition(weights[places], -most)[-most]
        places = places[weights[places] >= least]  # the others cannot be among them: sorting all takes longer
    order = np.lexsort((-events[places], -weights[places]))
    return listed(meetings, places[order][:most])


def listed(meetings: Meetings, places: NDArray[np.intp]) -> pd.DataFrame:
    """Return some pairs as a table (see `strongest`)."""
    made = meetings.ties
    first, second = made.first[places].tolist(), made.second[places].tolist()
    return small(
        first_id=[made.left.ids[code] for code in first],
        first_name=[made.left.labels[code] for code in first],
        second_id=[made.right.ids[code] for code in second],
        second_name=[made.right.labels[code] for code in second],
        count=meetings.events[places].tolist(),
        shared=meetings.shared[places].tolist(),
    )


def whole_ranks(pairs: pd.DataFrame, *, weight: str, most: int) -> pd.DataFrame:
    """Return the first `most` pairs of a ranked table without the last that weigh the same as one left out.

    So a cut falls between two weights. Where all of them weigh the same, the first `most` are kept.
    """
    weights = pairs["shared" if weight == "shared" else "count"].tolist()
    if len(weights) <= most:
        return pairs
    above = sum(value > weights[most] for value in weights[:most])
    return pairs.head(above or most)


def by_year(meetings: Meetings, *, beside: Meetings | None = None) -> pd.DataFrame:
    """Return how many pairs met in each year of the view, by whether they had met before in the records.

    Columns `year`, `new` (no earlier year of any record holds both, filtered out or not), `again`, and `unknown`
    (pairs of events without a year, in the last row, whose `year` is `none`). A pair counts once a year. Beside a
    second side the years of its view too.
    """
    made, years = meetings.ties, meetings.selection.index["year"]
    seen = np.zeros((len(made.first), len(years)), dtype=np.bool_)
    year = year_of(meetings.selection.index)[meetings.event]
    seen.reshape(-1)[meetings.pair.astype(np.int64) * len(years) + year] = True
    fresh = made.since[seen[np.arange(len(seen)), made.since]]
    new, met = np.bincount(fresh, minlength=len(years)), np.count_nonzero(seen, axis=0)
    views = [side.selection.view for side in (meetings, beside) if side is not None]
    spans = [(view.start[:4], view.end[:4] or "9999") for view in views]
    rows = [
        (id_, 0, 0, total) if id_ == NONE else (id_, fresh, total - fresh, 0)
        for id_, fresh, total in zip(years.ids, new.tolist(), met.tolist(), strict=True)
        if id_ == NONE or any(start <= id_ <= end for start, end in spans)
    ]
    return _table(("year", "new", "again", "unknown"), rows)


def by_size(meetings: Meetings) -> pd.DataFrame:
    """Return the events by how many of the left side they name, every class of `SIZES`, "none named" last.

    Columns `size`, `count` (events) and `meetings` (their pairs, each once an event).
    """
    inside = meetings.selection.mask
    classes, pairs = meetings.ties.size[inside], meetings.ties.held[inside]
    events = np.bincount(classes, minlength=len(SIZES) + 1).tolist()
    sums = np.bincount(classes, weights=pairs, minlength=len(SIZES) + 1).astype(np.int64).tolist()
    rows = list(zip([NONE, *SIZES], events, sums, strict=True))
    return _table(("size", "count", "meetings"), [*rows[1:], rows[0]])


@dataclass(frozen=True)
class Groups:
    """The group of each value of a dimension, as a place in `names`; the last name is for those of none."""

    of: NDArray[np.intp]
    names: tuple[str, ...]


def groups(index: Index, dimension: str) -> Groups:
    """Return the groups values are in: M49 subregions of countries, kinds of organisations; in a fixed order."""
    kept = _groups.setdefault(index, {})
    if dimension not in kept:
        kept[dimension] = _regions(index) if dimension in ROLES else _kinds(index)
    return kept[dimension]


def _regions(index: Index) -> Groups:
    regions = index["there_region"]
    codes = index.tables["countries"]["subregion_code"].astype(object).tolist()
    return _grouped(codes, dict(zip(regions.ids[:-1], regions.labels[:-1], strict=True)), "no region")


def _kinds(index: Index) -> Groups:
    kinds = index.tables["organisations"]["kind"].astype(object).tolist()
    return _grouped(kinds, {kind: kind for kind in ORGANISATION_KINDS}, "kind not known")


def _grouped(codes: list[Any], names: dict[str, str], unknown: str) -> Groups:
    place = {code: place for place, code in enumerate(names)}
    found = [place.get(code, len(place)) for code in codes]
    return Groups(np.array([*found, len(place)]), (*names.values(), unknown))


def across(meetings: Meetings, *, beside: Meetings | None = None) -> pd.DataFrame:
    """Return for each group (region, kind) its pairs that met within it and with other groups, most first.

    Columns `group`, `within`, `across`, and `unknown` (one of the two is in no known group). A pair without
    direction stands in the row of each of its two groups, a directed pair in that of its left side. Beside a
    second side every group that has a pair on either, most on either first.
    """
    cells = _by_groups(meetings)
    largest = cells if beside is None else np.maximum(cells, _by_groups(beside))
    names = groups(meetings.selection.index, meetings.ties.left.name).names
    order = sorted(np.flatnonzero(largest.any(axis=1)).tolist(), key=lambda row: -int(largest[row].sum()))
    return _table(
        ("group", "within", "across", "unknown"), [(names[row], *cells[row].tolist()) for row in order]
    )


def _by_groups(meetings: Meetings) -> NDArray[np.int64]:
    """Return for each group its pairs within it, across and not known where, shape (groups, 3)."""
    index, made = meetings.selection.index, meetings.ties
    left, right = (groups(index, dimension.name) for dimension in (made.left, made.right))
    one, other = left.of[made.first[meetings.met]], right.of[made.second[meetings.met]]
    unknown = (one == len(left.names) - 1) | (other == len(right.names) - 1)
    kind = np.where(unknown, 2, np.where(one == other, 0, 1))
    cells, shape = one * 3 + kind, (len(left.names), 3)
    if not meetings.directed:
        twice = one != other
        cells = np.concatenate([cells, other[twice] * 3 + kind[twice]])
    return np.bincount(cells, minlength=shape[0] * shape[1]).reshape(shape)


def alone(meetings: Meetings, *, most: int, beside: Meetings | None = None) -> tuple[Counted, int]:
    """Return the values of the left side that met nobody, by their events, at most `most`; and how many more.

    Beside a second side those that met nobody on either; one that did meet somebody here, or has no event, then
    counts nothing (`event_count` tells which).
    """
    sides = [_lonely(side) for side in (meetings, beside) if side is not None]
    largest = np.maximum.reduce(sides)
    names = meetings.ties.left.labels
    order = sorted(np.flatnonzero(largest).tolist(), key=lambda code: (-largest[code], names[code]))
    counted = by(meetings.selection, meetings.ties.left.name)
    columns = {name: [cells[code] for code in order[:most]] for name, cells in counted.columns.items()}
    columns["count"] = sides[0][order[:most]].tolist()
    return replace(counted, columns=columns), len(order[most:])


def _lonely(meetings: Meetings) -> NDArray[np.int64]:
    """Return the events of each value of the left side that met nobody, 0 for the others and "not stated"."""
    made, left = meetings.ties, meetings.ties.left
    met = np.zeros(len(left), dtype=np.bool_)
    met[made.first[meetings.met]] = True
    if not meetings.directed:
        met[made.second[meetings.met]] = True
    met[-1] = True
    return np.where(met, 0, meetings.selection.held(left.name))


def _table(names: tuple[str, ...], rows: list[tuple[Any, ...]]) -> pd.DataFrame:
    columns = list(zip(*rows, strict=True)) or [()] * len(names)
    return small(**{name: list(cells) for name, cells in zip(names, columns, strict=True)})


def positions(meetings: Meetings) -> pd.DataFrame:
    """Return the countries with events and where they lie, those with most first.

    Columns `id`, `who`, `count` (events), `latitude` and `longitude` (degrees, NaN where no point is known).
    """
    countries, left = meetings.selection.index.tables["countries"], meetings.ties.left
    counts = meetings.selection.held(left.name)[:-1]
    codes = np.argsort(-counts, kind="stable")[: int((counts > 0).sum())]
    return small(
        id=[left.ids[code] for code in codes.tolist()],
        who=[left.labels[code] for code in codes.tolist()],
        count=counts[codes].tolist(),
        latitude=countries["latitude"].to_numpy(dtype=float)[codes].tolist(),
        longitude=countries["longitude"].to_numpy(dtype=float)[codes].tolist(),
    )


def drawable(meetings: Meetings, *, weight: str, inside: frozenset[str], most: int) -> pd.DataFrame:
    """Return the pairs of values `inside` that weigh most, at most `most` of them, cut between two weights."""
    ranked = strongest(meetings, weight=weight, most=most + 1, inside=inside)
    return whole_ranks(ranked, weight=weight, most=most)
