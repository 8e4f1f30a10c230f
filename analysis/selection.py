"""A selection: the events a view leaves in, by the rules of DESIGN 8 (any within a filter, all between filters)."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property, lru_cache
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from analysis import sides, words
from analysis.dimension import Bits, Dimension, pack, size, unpack
from analysis.dimensions import UNKNOWN
from analysis.index import Index
from loaders.dates import span
from view import View

T = TypeVar("T")

FEW_OF = 6
"""A selection of less than this part of the events is counted event by event: quicker than asking every pair."""


@dataclass(frozen=True)
class Selection:
    """The events that are in (`bits`), and how many a period left out because their date is not known finely."""

    index: Index
    view: View
    bits: Bits
    left_out: int
    _made: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False)

    def __hash__(self) -> int:
        return hash((id(self.index), self.view))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Selection) or (self.index, self.view) != (other.index, other.view):
            return False
        return bool(np.array_equal(self.bits, other.bits))

    def __len__(self) -> int:
        return self.count

    @cached_property
    def count(self) -> int:
        """How many events are in."""
        return size(self.bits)

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what `make` makes of these events, made once; `key` says what it is."""
        if key not in self._made:
            self._made[key] = make()
        made: T = self._made[key]
        return made

    def held(self, dimension: str) -> NDArray[np.int64]:
        """Return for each value of a dimension how many of the events hold it; counted once, not to be changed."""
        return self.once(dimension, lambda: self._counted(self.index[dimension]))

    def _counted(self, dimension: Dimension) -> NDArray[np.int64]:
        if self.count == len(self.index):
            return dimension.totals
        few = not dimension.narrow and self.count * FEW_OF < len(self.index)
        return dimension.counts_of(self.places) if few else dimension.counts(self.bits)

    @cached_property
    def mask(self) -> NDArray[np.bool_]:
        """The events that are in, one flag an event."""
        return unpack(self.bits, len(self.index))

    @cached_property
    def places(self) -> NDArray[np.intp]:
        """The positions of the events that are in."""
        return np.flatnonzero(self.mask)

    def narrowed(self, pick: tuple[tuple[str, str], ...]) -> Selection:
        """Return the events of this selection that also hold what was picked in a chart."""
        bits = self.bits
        for dimension, code in pick:
            if dimension == "event":
                bits = bits & _one(self.index, code)
            elif dimension in self.index.dimensions:
                bits = bits & self.index[dimension].any_of([code])
        return replace(self, bits=bits, view=replace(self.view, pick=pick))


def _one(index: Index, event_id: str) -> Bits:
    """Return a single event; none where there is no such event."""
    mask = np.zeros(len(index), dtype=np.bool_)
    if event_id in index.places:
        mask[index.places[event_id]] = True
    return pack(mask)


def select(index: Index, view: View) -> Selection:
    """Return the events a view leaves in."""
    bits, left_out = _chosen(index, view.filters)
    return Selection(index, view, bits, left_out)


def compared(selection: Selection) -> Selection | None:
    """Return the events a selection is compared with, selected once; None where nothing is compared."""
    view = selection.view
    return (
        selection.once(("compared",), lambda: select(selection.index, view.other)) if view.compares else None
    )


def picked(selection: Selection, pick: tuple[tuple[str, str], ...]) -> Selection:
    """Return the events behind what was picked in a chart, of the side of a comparison it was picked on."""
    other = compared(selection) if SECOND in pick else None
    return (selection if other is None else other).narrowed(pick)


SECOND = ("side", sides.SECOND)
"""Stands among what was picked where it is of the second side of a comparison."""


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


def forget() -> None:
    """Let go of the selections that are remembered, and with them of the tables they were made from."""
    _chosen.cache_clear()
    words.forget()


FILTERED_BY = {"topics": "topic", "audiences": "audience", "formats": "format", "sources": "source_file"}


def _parts(index: Index, view: View) -> list[Bits]:
    """Return the events of each filter that is in use, but the period."""
    roles = index[view.role]
    parts = []
    if view.countries:
        parts.append(roles.any_of(view.countries))
    if view.regions:
        parts.append(
            roles.any_of([iso3 for code in view.regions for iso3 in index.regions.get(code, (code,))])
        )
    for filter_, dimension in FILTERED_BY.items():
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


def last_twelve_months(index: Index) -> tuple[str, str]:
    """Return the twelve months that end at the newest event, as ISO days (DESIGN rule 9); empty without dates."""
    known = index.span
    if known is None:
        return "", ""
    after = known[1] + timedelta(days=1)
    return _months_before(after, 12).isoformat(), known[1].isoformat()


def _months_before(day: date, months: int) -> date:
    """Return the same day some months earlier; the first of the next month where that month has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if day.day <= calendar.monthrange(year, month + 1)[1]:
        return date(year, month + 1, day.day)
    return _months_before(day.replace(day=1), months - 1)


def previous_period(index: Index, view: View) -> View | None:
    """Return the view over the period of equal length just before; None where it is not within the records.

    Whole months and years are compared with as many months before them, whatever their days; any other
    period with as many days. "Within the records" is judged as finely as the period was given: a year
    is within when the records begin in it or earlier, and end in it or later. With undated events added
    there is nothing to compare: the same events would be in both.
    """
    known = index.span
    if not (view.start and view.end) or view.undated or known is None:
        return None
    first, last = (date.fromordinal(day) for day in bounds(view))
    if last < first:
        return None
    after = last + timedelta(days=1)
    months = (after.year - first.year) * 12 + after.month - first.month
    whole = months > 0 and _months_before(after, months) == first
    before = _months_before(first, months) if whole else first - (after - first)
    fine = len(view.start) if len(view.start) == len(view.end) else len("YYYY-MM-DD")
    start, end, oldest, newest = (
        day.isoformat()[:fine] for day in (before, first - timedelta(days=1), known[0], known[1])
    )
    return replace(view, start=start, end=end) if start >= oldest and end <= newest else None
