"""Countries that a misspelt name may have been meant for; a person decides."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import NamedTuple

from loaders import place_tables
from loaders.place_keys import key, words

ENOUGH = 0.5
"""Likeness below which a name is no suggestion."""


class Suggestion(NamedTuple):
    """A country, its name in the Atlas, and how like one of its names is to the one asked for (0 to 1)."""

    iso3: str
    name: str
    likeness: float


def suggest(text: str, most: int = 5) -> list[Suggestion]:
    """Return the countries whose names are most like a text, the likeliest first, each once."""
    asked = key(text)
    pairs = _pairs(asked)
    if not pairs:
        return []
    best: dict[str, Suggestion] = {}
    for name in _alike(asked, pairs):
        likeness = 1 - _distance(asked, name) / max(len(asked), len(name))
        iso3 = place_tables.names().by_key[name]
        if likeness >= ENOUGH and (iso3 not in best or best[iso3].likeness < likeness):
            best[iso3] = Suggestion(iso3, _shown().get(iso3, iso3), round(likeness, 3))
    cities = place_tables.names().cities.get(key(" ".join(words(text))), frozenset())
    found = [Suggestion(iso3, _shown().get(iso3, iso3), 1.0) for iso3 in sorted(cities)]
    others = [one for one in best.values() if one.iso3 not in cities]
    return (found + sorted(others, key=lambda one: -one.likeness))[:most]


@cache
def _shown() -> dict[str, str]:
    """Return the name of each country as the Atlas writes it."""
    return {row["iso3"]: row["name"] for row in place_tables.rows("countries.csv")}


def _pairs(name: str) -> set[str]:
    """Return the pairs of letters of a name, with its beginning and end."""
    padded = f" {name} "
    return {padded[at : at + 2] for at in range(len(padded) - 1)} if name else set()


@cache
def _by_pair() -> dict[str, list[str]]:
    """Return the names that hold each pair of letters."""
    found: dict[str, list[str]] = {}
    for name, iso3 in place_tables.names().by_key.items():
        for pair in _pairs(name) if iso3 else ():
            found.setdefault(pair, []).append(name)
    return found


def _alike(asked: str, pairs: set[str]) -> list[str]:
    """Return the names that share most pairs of letters with the one asked for."""
    shared = Counter(name for pair in pairs for name in _by_pair().get(pair, ()))
    scored = sorted(shared, key=lambda name: -2 * shared[name] / (len(pairs) + len(name) + 1))
    return [name for name in scored[:40] if abs(len(name) - len(asked)) <= max(3, len(asked) // 2)]


def _distance(one: str, other: str) -> int:
    """Return how many letters must be put in, taken out, changed or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        above, row_before, before = row, before, row
        row = [i]
        for j, facing in enumerate(other, start=1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != facing))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == facing:
                cost = min(cost, row_before[j - 2] + 1)
            row.append(cost)
    return row[-1]
