"""Countries that a misspelt name may have been meant for; a person decides."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from loaders import place_groups, place_tables, sheets
from loaders.place_keys import key, words

ENOUGH = 0.72
"""Likeness below which a name is no suggestion: every misspelling of tests/cases is nearer to what was meant."""

_NAMES_SEEN = 40
"""Names that are looked at: a country has several that are alike."""


class Suggestion(NamedTuple):
    """A country, its name in the Atlas, and how like one of its names is to the one asked for (0 to 1)."""

    iso3: str
    name: str
    likeness: float


def suggest(text: str, most: int = 5) -> list[Suggestion]:
    """Return the countries whose names are most like a text, the likeliest first, each once; none for a group."""
    asked = key(text)
    if not asked or place_groups.is_group(text):
        return []
    best: dict[str, float] = {}
    for iso3, likeness in _alike(asked):
        best.setdefault(iso3, likeness)
    cities = place_tables.names().cities.get(key(" ".join(words(text))), frozenset())
    found = dict.fromkeys(sorted(cities), 1.0)
    found |= {iso3: likeness for iso3, likeness in best.items() if iso3 not in cities}
    return [
        Suggestion(iso3, _shown().get(iso3, iso3), round(likeness, 3))
        for iso3, likeness in list(found.items())[:most]
    ]


@cache
def _shown() -> dict[str, str]:
    """Return the name of each country as the Atlas writes it."""
    return {row["iso3"]: row["name"] for row in sheets.rows("countries.csv", "iso3", "name")}


@cache
def _keys() -> tuple[list[str], list[str]]:
    """Return the names that are compared, and beside each its country."""
    named = [(name, iso3) for name, iso3 in place_tables.names().by_key.items() if iso3]
    return [name for name, _ in named], [iso3 for _, iso3 in named]


@lru_cache(maxsize=5_000)
def _alike(asked: str) -> tuple[tuple[str, float], ...]:
    """Return the countries of the names that fewest letters divide from a key, with how like they are, best first.

    A letter put in, taken out, changed or swapped with its neighbour counts one (optimal string alignment).
    """
    names, codes = _keys()
    found = process.extract(
        asked, names, scorer=OSA.normalized_similarity, score_cutoff=ENOUGH, limit=_NAMES_SEEN
    )
    return tuple((codes[at], likeness) for _, likeness, at in found)
