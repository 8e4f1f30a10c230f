"""The words of all events, for searching: which events hold a word, or a part of one."""

from __future__ import annotations

import unicodedata
from array import array
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.dimension import Bits, Codes, pack, runs

OWN = ("event_id", "title", "summary")
"""Columns of `events` that are kept word by word."""

NAMED = (
    ("events", "city"),
    ("events", "series_as_written"),
    ("event_organisations", "name"),
    ("event_programmes", "as_written"),
    ("event_countries", "as_written"),
)
"""Columns of names, which many events share and which are kept whole."""


def plain(text: str) -> str:
    """Return a text without accents and case, blanks folded, for searching."""
    folded = unicodedata.normalize("NFKD", text.casefold()).casefold()
    if not folded.isascii():
        folded = "".join(char for char in folded if not unicodedata.combining(char))
    return " ".join(folded.split())


@dataclass(frozen=True, eq=False)
class Words:
    """Distinct words and names, one a line, and for each line the events that hold it.

    `text` are the lines as UTF-8, each with a line feed; `line_ends` is where each ends. The events of line
    n are `event[starts[n] : starts[n + 1]]`, but of lines in many events, `often`, one row of `bits` each.
    """

    text: NDArray[np.uint8]
    line_ends: Codes
    event: Codes
    starts: Codes
    often: Codes
    bits: Bits
    events: int

    def find(self, text: str) -> Bits:
        """Return the events in which every word of a text occurs (case and accents do not matter)."""
        wanted = plain(text)
        if text.strip() and not wanted:  # accents without a letter
            return pack(np.zeros(self.events, dtype=np.bool_))
        return _find(self, wanted)

    def holding(self, word: str) -> Bits:
        """Return the events that hold a word or name of which `word` is a part."""
        lines = np.unique(np.searchsorted(self.line_ends, self._places(word.encode()), side="right"))
        begin, width = self.starts[lines], self.starts[lines + 1] - self.starts[lines]
        rows = np.zeros(self.events, dtype=np.bool_)
        rows[self.event[runs(begin, width)]] = True
        common = self.bits[np.isin(self.often, lines)]
        found: Bits = pack(rows) | np.bitwise_or.reduce(common, axis=0, initial=np.uint64(0))
        return found

    def _places(self, word: bytes) -> NDArray[np.int64]:
        """Return where in the text a word begins: places of its first byte, thinned out byte by byte."""
        places = np.flatnonzero(self.text[: max(len(self.text) - len(word) + 1, 0)] == word[0])
        for offset, byte in enumerate(word[1:], start=1):
            places = places[self.text[places + offset] == byte]
        return places


@lru_cache(maxsize=64)
def _find(words: Words, text: str) -> Bits:
    found = pack(np.ones(words.events, dtype=np.bool_))
    for word in dict.fromkeys(text.split()):
        found = found & words.holding(word)
    return found


def forget() -> None:
    """Let go of the searches that are remembered."""
    _find.cache_clear()


class _Codes(dict[str, int]):
    """Codes of words as written, given at first sight: words that are the same when plain share one."""

    def __init__(self) -> None:
        self.lines: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        code = self[word] = self.lines.setdefault(plain(word), len(self.lines))
        return code


OFTEN = 32
"""A line in more than one of so many events takes less room as bits."""


def build_words(tables: dict[str, pd.DataFrame]) -> Words:
    """Return the words of all events of the tidy tables."""
    codes, events = _Codes(), len(tables["events"])
    named = [_named(tables[table], column, codes) for table, column in NAMED]
    pairs = np.concatenate([_own(tables["events"], codes), *named])
    pairs.sort()
    lines = [line.encode() for line in codes.lines]
    text = np.frombuffer(b"\n".join([*lines, b""]), dtype=np.uint8)
    line_ends: Codes = np.cumsum([len(line) + 1 for line in lines]).astype(np.int32)
    begins = np.searchsorted(pairs, np.arange(len(lines) + 1, dtype=np.int64) << 32)
    held, event = np.diff(begins), (pairs & 0xFFFFFFFF).astype(np.int32)
    often = np.flatnonzero(held * OFTEN > events).astype(np.int32)
    bits = np.stack([_row(event[begins[n] : begins[n + 1]], events) for n in often] or [_row([], events)])
    rest = np.where(held * OFTEN > events, 0, held)
    starts: Codes = np.concatenate([[0], np.cumsum(rest)]).astype(np.int32)
    return Words(text, line_ends, event[np.repeat(rest > 0, held)], starts, often, bits[: len(often)], events)


def _row(held: Any, events: int) -> Bits:
    """Return some events as bits."""
    mask = np.zeros(events, dtype=np.bool_)
    mask[held] = True
    return pack(mask)


def _own(events: pd.DataFrame, codes: _Codes) -> NDArray[np.int64]:
    """Return the pairs of word and event (word << 32 | event) of the texts that an event has to itself."""
    line, widths = array("i"), array("i")
    for texts in zip(*(events[column].fillna("").to_numpy(dtype=object) for column in OWN), strict=True):
        words = set(" ".join(texts).split())
        line.extend(map(codes.__getitem__, words))
        widths.append(len(words))
    event = np.repeat(np.arange(len(widths), dtype=np.int32), np.frombuffer(widths, np.int32))
    return _pairs(np.frombuffer(line, np.int32), event)


def _named(rows: pd.DataFrame, column: str, codes: _Codes) -> NDArray[np.int64]:
    """Return the same pairs of the names in a column; each name is one line."""
    name = rows[column].cat.codes.to_numpy()
    shared = isinstance(rows["event_id"].dtype, pd.CategoricalDtype)
    event = rows["event_id"].cat.codes.to_numpy() if shared else np.arange(len(rows))
    lines = np.array([codes[text] for text in rows[column].cat.categories] + [0])
    return _pairs(lines[name[name >= 0]], event[name >= 0])


def _pairs(line: NDArray[np.integer], event: NDArray[np.integer]) -> NDArray[np.int64]:
    return line.astype(np.int64) << 32 | event
