"""A selection: the events a view leaves in, by the rules of DESIGN 8 (any within a filter, all between filters)."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from analysis.dimension import Bits, pack, size, unpack
from analysis.index import UNKNOWN, Index
from loaders.dates import span
from view import View


@dataclass(frozen=True)
class Selection:
    """The events that are in (`bits`), and how many a period left out because their date is not known finely."""

    index: Index
    view: View
    bits: Bits
    left_out: int

    def __hash__(self) -> int:
        return hash((id(self.index), self.view))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Selection) and (self.index, self.view) == (other.index, other.view)

    def __len__(self) -> int:
        return self.count

    @cached_property
    def count(self) -> int:
        """How many events are in."""
        return size(self.bits)

    @cached_property
    def mask(self) -> NDArray[np.bool_]:
        """The events that are in, one flag an event."""
        return unpack(self.bits, len(self.index))

    def narrowed(self, pick: tuple[tuple[str, str], ...]) -> Selection:
        """Return the events of this selection that also hold what was picked in a chart."""
        bits = self.bits
        for dimension, code in pick:
            if dimension in self.index.dimensions:
                bits = bits & self.index[dimension].any_of([code])
        return replace(self, bits=bits, view=replace(self.view, pick=pick))


def select(index: Index, view: View) -> Selection:
    """Return the events a view leaves in."""
    bits, left_out = _chosen(index, view.filters)
    return Selection(index, view, bits, left_out)


@lru_cache(maxsize=256)
def _chosen(index: Index, view: View) -> tuple[Bits, int]:
    bits = pack(np.ones(len(index), dtype=np.bool_))
    for part in _parts(index, view):
        bits = bits & part
    if not view.has_period:
        return bits, 0
    inside, unclear = _period(index, view)
    left_out = size(bits & unclear)
    return (bits & (inside | unclear), 0) if view.undated else (bits & inside, left_out)


def _parts(index: Index, view: View) -> list[Bits]:
    """Return the events of each filter that is in use, but the period."""
    roles = index[view.role]
    parts = []
    if view.countries:
        parts.append(roles.any_of(view.countries))
    if view.regions:
        parts.append(roles.any_of([iso3 for code in view.regions for iso3 in index.regions.get(code, (code,))]))
    for filter_, dimension in (("topics", "topic"), ("audiences", "audience"), ("formats", "format")):
        if getattr(view, filter_):
            parts.append(index[dimension].any_of(getattr(view, filter_)))
    for filter_, dimension in (("organisers", "organiser"), ("funders", "funder_body")):
        if getattr(view, filter_):
            bodies = [id_ for code in getattr(view, filter_) for id_ in index.below.get(code, (code,))]
            parts.append(index[dimension].any_of(bodies))
    if view.text.strip():
        parts.append(index.find(view.text))
    return parts


def _period(index: Index, view: View) -> tuple[Bits, Bits]:
    """Return the events whose start lies in the period, and those whose start may or may not.

    An event belongs to the period of its start at the precision it is known (DESIGN rule 7): one known by
    year only is inside a period of whole years, and unclear in one that begins within that year.
    """
    first, last = bounds(view)
    starts, ends = index.measures.first, index.measures.last
    known = starts != UNKNOWN
    inside = known & (starts >= first) & (ends <= last)
    outside = known & ((ends < first) | (starts > last))
    return pack(inside), pack(~inside & ~outside)


def bounds(view: View) -> tuple[int, int]:
    """Return first and last day of the period as ordinals, far away where it is open."""
    start, end = span(view.start), span(view.end)
    return (start or (date.min.toordinal(), 0))[0], (end or (0, date.max.toordinal()))[1]


def records_span(index: Index) -> tuple[date, date] | None:
    """Return the first day of the oldest and the start of the newest event (the last day of a month known alone)."""
    first, last = index.measures.first, index.measures.last
    if not (first != UNKNOWN).any():
        return None
    newest = last[first == first.max()].min()
    return date.fromordinal(int(first[first != UNKNOWN].min())), date.fromordinal(int(newest))


def last_twelve_months(index: Index) -> tuple[str, str]:
    """Return the twelve months that end at the newest event, as ISO days (DESIGN rule 9); empty without dates."""
    known = records_span(index)
    if known is None:
        return "", ""
    end = known[1]
    start = _years_before(end, 1) + timedelta(days=1)
    return start.isoformat(), end.isoformat()


def _years_before(day: date, years: int) -> date:
    year = day.year - years
    return date(year, day.month, min(day.day, calendar.monthrange(year, day.month)[1]))


def previous_period(index: Index, view: View) -> View | None:
    """Return the view over the period of equal length just before; None where it is not within the records."""
    known = records_span(index)
    if not (view.start and view.end) or known is None:
        return None
    first, last = bounds(view)
    if len(view.start) == len(view.end) == 4:
        years = int(view.end) - int(view.start) + 1
        start, end = str(int(view.start) - years), str(int(view.start) - 1)
    else:
        start = date.fromordinal(first - (last - first + 1)).isoformat()
        end = date.fromordinal(first - 1).isoformat()
    earlier = replace(view, start=start, end=end)
    return earlier if earlier.start >= known[0].isoformat()[: len(earlier.start)] else None
