"""A dimension: one thing events are counted by (topic, funder, year ...), as codes and as bits.

Three forms of the same pairs of event and value, all private to this folder: `event` and `value` hold the
distinct pairs in the order of events, for sums; for filters and counts stand beside them, where values are few
(`NARROW`), `bits`: one row of bits a value, bit n of word w being event 64 * w + n; and else `by_value`: the
same pairs in the order of values.
Every event is in at least one pair: what is not stated is a value of its own (`NONE`), always the last.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from view import NONE

Bits = NDArray[np.uint64]
Codes = NDArray[np.int32]
Values = NDArray[np.integer]
"""Codes of values, in two bytes where their number allows it: widen them before they are multiplied."""

WORD = 64

NARROW = 128
"""Values up to which a dimension keeps its bits: beyond (countries, bodies), lists take a fifth of the memory."""


def words(events: int) -> int:
    """Return how many 64-bit words hold one bit an event."""
    return -(-events // WORD)


def pack(mask: NDArray[np.bool_]) -> Bits:
    """Return a mask over events as bits."""
    packed = np.zeros(words(len(mask)) * 8, dtype=np.uint8)
    packed[: -(-len(mask) // 8)] = np.packbits(mask, bitorder="little")
    return packed.view(np.uint64)


def unpack(bits: Bits, events: int) -> NDArray[np.bool_]:
    """Return bits as a mask over events."""
    return np.unpackbits(bits.view(np.uint8), count=events, bitorder="little").view(np.bool_)


def size(bits: Bits) -> int:
    """Return how many events are in."""
    return int(np.bitwise_count(bits).sum())


def runs(begin: NDArray[np.integer], width: NDArray[np.integer]) -> NDArray[np.int64]:
    """Return the places of runs that begin somewhere and are so wide, one run behind the other."""
    ends = np.cumsum(width, dtype=np.int64)
    places: NDArray[np.int64] = np.arange(int(width.sum())) + np.repeat(begin - (ends - width), width)
    return places


FEW = 40
"""Values up to which their events are joined one by one; beyond, going through the pairs once is quicker."""


@dataclass(frozen=True)
class ByValue:
    """The pairs in the order of values, then of events: a value's are `event[starts[code] : starts[code + 1]]`."""

    event: Codes
    starts: list[int]

    @cached_property
    def codes(self) -> Codes:
        """The values that occur."""
        return np.flatnonzero(np.diff(self.starts)).astype(np.int32)

    @cached_property
    def begins(self) -> NDArray[np.int64]:
        """Where the events of each value that occurs begin."""
        return np.array(self.starts)[self.codes]

    def of(self, code: int) -> Codes:
        """Return the events that hold one value."""
        return self.event[self.starts[code] : self.starts[code + 1]]


@dataclass(frozen=True)
class Dimension:
    """The distinct pairs of event and value of one dimension (see the module)."""

    name: str
    ids: tuple[str, ...]
    labels: tuple[str, ...]
    event: Codes
    value: Values
    events: int

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def code(self) -> dict[str, int]:
        """Id -> code, the place in `ids`."""
        return {id_: code for code, id_ in enumerate(self.ids)}

    @property
    def narrow(self) -> bool:
        """Whether there are few enough values to keep a row of bits for each."""
        return len(self.ids) <= NARROW

    @cached_property
    def bits(self) -> Bits:
        """One row of bits a value, shape (values, words)."""
        bits = _bits(self.value, self.event, shape=(len(self), words(self.events)))
        bits.flags.writeable = False
        return bits

    @cached_property
    def occurs(self) -> NDArray[np.bool_]:
        """Whether each value occurs in any event."""
        occurs: NDArray[np.bool_] = self.totals > 0
        return occurs

    @cached_property
    def starts(self) -> NDArray[np.int32]:
        """Where the pairs of each event begin, one more entry than events."""
        return np.searchsorted(self.event, np.arange(self.events + 1)).astype(np.int32)

    @cached_property
    def by_value(self) -> ByValue:
        """The pairs in the order of values."""
        starts = np.concatenate([[0], np.cumsum(self.totals)]).tolist()
        return ByValue(self.event[np.argsort(self.value, kind="stable")], starts)

    @cached_property
    def totals(self) -> NDArray[np.int64]:
        """For each value how many events hold it."""
        totals = np.bincount(self.value, minlength=len(self))
        totals.flags.writeable = False
        return totals

    @cached_property
    def unstated(self) -> Bits:
        """The events of which nothing is stated here: those that hold `NONE`."""
        bits = self.any_of([NONE])
        bits.flags.writeable = False
        return bits

    def rows(self, codes: Sequence[int]) -> Bits:
        """Return one row of bits for each of some values."""
        if self.narrow:
            return self.bits[list(codes)]
        rows = [pack(self._holding([code])) for code in codes]
        return np.stack(rows) if rows else np.zeros((0, words(self.events)), dtype=np.uint64)

    def any_of(self, ids: Iterable[str]) -> Bits:
        """Return the events that hold any of the values."""
        codes = [self.code[id_] for id_ in ids if id_ in self.code]
        if self.narrow:
            joined: Bits = np.bitwise_or.reduce(self.bits[codes], axis=0, initial=np.uint64(0))
            return joined
        return pack(self._holding(codes))

    def _holding(self, codes: Sequence[int]) -> NDArray[np.bool_]:
        """Mark the events that hold any of some values."""
        mask = np.zeros(self.events, dtype=np.bool_)
        if len(codes) <= FEW:
            for code in codes:
                mask[self.by_value.of(code)] = True
            return mask
        wanted = np.zeros(len(self), dtype=np.bool_)
        wanted[codes] = True
        mask[self.event[wanted[self.value]]] = True
        return mask

    def counts(self, chosen: Bits) -> NDArray[np.int64]:
        """Return for each value how many of the chosen events hold it."""
        if self.narrow:
            held: NDArray[np.int64] = np.bitwise_count(self.bits & chosen).sum(axis=1, dtype=np.int64)
            return held
        return self.summed(unpack(chosen, self.events).view(np.uint8))

    def counts_of(self, events: NDArray[np.integer]) -> NDArray[np.int64]:
        """Return for each value how many of some events hold it, going through these alone."""
        begins = self.starts[events]
        return np.bincount(self.value[runs(begins, self.starts[events + 1] - begins)], minlength=len(self))

    def summed(self, weight: NDArray[np.integer]) -> NDArray[np.int64]:
        """Return for each value the sum of what its events weigh, given for every event."""
        if self.narrow:
            return np.bincount(self.value, weight.take(self.event), len(self)).astype(np.int64)
        sums, made = np.zeros(len(self), dtype=np.int64), self.by_value
        if len(made.event):
            sums[made.codes] = np.add.reduceat(
                weight.take(made.event), made.begins, dtype=_SUM[weight.itemsize]
            )
        return sums

    def values_of(self, event: int) -> Values:
        """Return the codes one event holds."""
        return self.value[self.starts[event] : self.starts[event + 1]]


_SUM = {1: np.int32, 4: np.int64, 8: np.int64}
"""In what sums are made, by the bytes of what is added: the narrow one is twice as quick, and holds any flags."""


def _bits(row: Values, event: Codes, *, shape: tuple[int, int]) -> Bits:
    """Return rows of bits with the bit of each event set in its row."""
    bits = np.zeros(shape, dtype=np.uint64)
    np.bitwise_or.at(bits, (row, event // WORD), np.uint64(1) << (event & (WORD - 1)).astype(np.uint64))
    return bits


@lru_cache(maxsize=1)
def _each(events: int) -> Codes:
    """Return every event once: one array for all dimensions of which an event holds just one value."""
    return np.arange(events, dtype=np.int32)


def build(
    name: str,
    ids: Sequence[str],
    labels: Sequence[str],
    *,
    event: Codes,
    value: Values,
    events: int,
    none: str,
) -> Dimension:
    """Return the dimension of pairs: distinct, in order of events, with `none` for events that have none."""
    kept = (event >= 0) & (value >= 0)
    width = len(ids) + 1
    stated = np.zeros(events, dtype=np.bool_)
    stated[event[kept]] = True
    without = np.flatnonzero(~stated)
    pairs = np.concatenate([event[kept].astype(np.int64) * width + value[kept], without * width + len(ids)])
    pairs.sort()
    pairs = pairs[np.diff(pairs, prepend=-1) > 0]
    held = (pairs // width).astype(np.int32)
    made = Dimension(
        name,
        (*ids, NONE),
        (*labels, none),
        _each(events) if len(held) == events else held,
        (pairs % width).astype(np.int16 if width <= np.iinfo(np.int16).max else np.int32),
        events,
    )
    for array in (made.event, made.value):
        array.flags.writeable = False
    return made


def mapped(
    dimension: Dimension,
    name: str,
    ids: Sequence[str],
    labels: Sequence[str],
    *,
    to: Sequence[str | None],
    none: str,
) -> Dimension:
    """Return a coarser dimension: each value of `dimension` becomes the id `to` gives for it (None: not stated)."""
    places = {id_: code for code, id_ in enumerate(ids)}
    codes = np.array([places.get(id_ or "", -1) for id_ in [*to, None]], dtype=np.int32)
    return build(
        name,
        ids,
        labels,
        event=dimension.event,
        value=codes[dimension.value],
        events=dimension.events,
        none=none,
    )
