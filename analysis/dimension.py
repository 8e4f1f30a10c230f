"""A dimension: one thing events are counted by (topic, funder, year ...), as codes and as bits.

Two forms of the same pairs of event and value, both private to this folder:
`event` and `value` hold the distinct pairs, for sums; `bits` holds one row of bits a value, bit n of
word w being event 64 * w + n, for filters and for events in common (kept where values are few, `NARROW`).
Every event is in at least one pair: what is not stated is a value of its own (`NONE`), always the last.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from view import NONE

Bits = NDArray[np.uint64]
Codes = NDArray[np.int32]

WORD = 64

NARROW = 128
"""Values up to which a dimension keeps its bits: beyond (countries, bodies), pairs take a fifth of the memory."""


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


FEW = 40
"""Values up to which their rows of bits are joined one by one; beyond, going through the pairs once is quicker."""


@dataclass(frozen=True)
class Dimension:
    """The distinct pairs of event and value of one dimension (see the module)."""

    name: str
    ids: tuple[str, ...]
    labels: tuple[str, ...]
    event: Codes
    value: Codes
    events: int
    _rows: dict[int, Bits] = field(default_factory=dict, init=False, repr=False, compare=False)

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
        occurs = np.zeros(len(self), dtype=np.bool_)
        occurs[self.value] = True
        return occurs

    @cached_property
    def starts(self) -> NDArray[np.int32]:
        """Where the pairs of each event begin, one more entry than events."""
        return np.searchsorted(self.event, np.arange(self.events + 1)).astype(np.int32)

    @cached_property
    def by_value(self) -> tuple[Codes, Codes, NDArray[np.int64]]:
        """The events in the order of their values, the values that occur, and where the events of each begin."""
        order = np.argsort(self.value, kind="stable")
        values, begins = np.unique(self.value[order], return_index=True)
        return self.event[order], values, begins

    def rows(self, codes: Sequence[int]) -> Bits:
        """Return one row of bits for each of some values."""
        if self.narrow:
            return self.bits[list(codes)]
        rows = [self._row(int(code)) for code in codes]
        return np.stack(rows) if rows else np.zeros((0, words(self.events)), dtype=np.uint64)

    def _row(self, code: int) -> Bits:
        """Return the bits of one value of many; kept, since the largest are asked for again and again."""
        if code not in self._rows:
            mask = np.zeros(self.events, dtype=np.bool_)
            mask[self.event[self.value == code]] = True
            self._rows[code] = pack(mask)
        return self._rows[code]

    def any_of(self, ids: Iterable[str]) -> Bits:
        """Return the events that hold any of the values."""
        codes = [self.code[id_] for id_ in ids if id_ in self.code]
        if self.narrow or len(codes) <= FEW:
            joined: Bits = np.bitwise_or.reduce(self.rows(codes), axis=0, initial=np.uint64(0))
            return joined
        wanted = np.zeros(len(self), dtype=np.bool_)
        wanted[codes] = True
        mask = np.zeros(self.events, dtype=np.bool_)
        mask[self.event[wanted[self.value]]] = True
        return pack(mask)

    def counts(self, chosen: Bits) -> NDArray[np.int64]:
        """Return for each value how many of the chosen events hold it."""
        if self.narrow:
            held: NDArray[np.int64] = np.bitwise_count(self.bits & chosen).sum(axis=1, dtype=np.int64)
            return held
        return np.bincount(self.value[unpack(chosen, self.events)[self.event]], minlength=len(self))

    def values_of(self, event: int) -> Codes:
        """Return the codes one event holds."""
        return self.value[self.starts[event] : self.starts[event + 1]]


def _bits(row: Codes, event: Codes, *, shape: tuple[int, int]) -> Bits:
    """Return rows of bits with the bit of each event set in its row."""
    bits = np.zeros(shape, dtype=np.uint64)
    np.bitwise_or.at(bits, (row, event // WORD), np.uint64(1) << (event & (WORD - 1)).astype(np.uint64))
    return bits


def build(
    name: str,
    ids: Sequence[str],
    labels: Sequence[str],
    *,
    event: Codes,
    value: Codes,
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
    made = Dimension(
        name,
        (*ids, NONE),
        (*labels, none),
        (pairs // width).astype(np.int32),
        (pairs % width).astype(np.int32),
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
