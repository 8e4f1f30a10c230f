"""How likely a topic or an audience is before a word is read, and what an audience or a format adds to a topic."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from loaders.files import HOME

FILE = "release_likely.csv"
Weights = Mapping[str, Mapping[str, float]]


def likely(field: str) -> Weights:
    """Return for each value of a field ("topic", "audience") what else is told adds to its odds, under "" its own."""
    return _weights()[field]


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, Weights]:
    weights: dict[str, dict[str, dict[str, float]]] = defaultdict(lambda: defaultdict(dict))
    with (HOME / "data" / "vocabulary" / FILE).open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            weights[row["field"]][row["value"]][row["told"]] = float(row["weight"])
    return weights
