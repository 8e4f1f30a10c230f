"""How likely a topic or an audience is before a word is read, and what else is told of an event adds to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from loaders import sheets

FILE = "release_likely.csv"
FITTED = "release_fitted.csv"
NOT = "no "
"""What stands before a topic whose absence has a weight."""

Weights = Mapping[str, Mapping[str, float]]


def likely(field: str) -> Weights:
    """Return for each value of a field ("topic", "audience") what else is told adds to its odds, under "" its own."""
    return _weights()[field]


def fitted(field: str) -> Mapping[str, tuple[float, float]]:
    """Return for each value of a field where its odds begin, and how much the words found for it count."""
    return _fitted()[field]


@lru_cache(maxsize=1)
def neighbours() -> Mapping[str, tuple[float, Mapping[str, float]]]:
    """Return for each topic what the lack of all others adds to its odds, and how much more each adds that is there."""
    found: dict[str, tuple[float, Mapping[str, float]]] = {}
    for topic, weights in likely("topic").items():
        alone, more = 0.0, defaultdict[str, float](float)
        for told, weight in weights.items():
            lacks = told.startswith(NOT)
            alone += weight if lacks else 0.0
            more[told.removeprefix(NOT)] += -weight if lacks else weight
        found[topic] = alone, more
    return found


@lru_cache(maxsize=1)
def _fitted() -> Mapping[str, Mapping[str, tuple[float, float]]]:
    found: dict[str, dict[str, tuple[float, float]]] = defaultdict(dict)
    sheet = sheets.read(sheets.path_of(FITTED), "field", "value", "begin", "seen")
    for line, row in sheet.rows():
        begin, seen = (sheet.number(line, column, row[column], float) for column in ("begin", "seen"))
        found[row["field"]][row["value"]] = begin, seen
    return found


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, Weights]:
    weights: dict[str, dict[str, dict[str, float]]] = defaultdict(lambda: defaultdict(dict))
    sheet = sheets.read(sheets.path_of(FILE), "field", "value", "told", "weight")
    for line, row in sheet.rows():
        weight = sheet.number(line, "weight", row["weight"], float)
        weights[row["field"]][row["value"]][row["told"]] = weight
    return weights
