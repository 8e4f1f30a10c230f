"""Bodies a person may have meant by a name that is in no vocabulary; a person decides, nothing resolves."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache

from loaders.organisation_tables import bodies
from loaders.organisation_words import fold

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 400
"""A longer text is compared by its beginning."""

_LIKE = 0.6
"""Least likeness of two names (0 to 1) that is worth showing."""


def suggest_organisation(text: str, country: str | None = None, *, most: int = 5) -> list[str]:
    """Return the organisation_ids a text may mean, best first; those of `country` (ISO3) before others alike."""
    wanted = _plain(text)
    if len(wanted) < 2:
        return []
    best: dict[str, float] = {}
    for name, id_ in _near(wanted, country):
        at_home = bool(country) and bodies().by_id[id_].iso3 == country
        likeness = _likeness(wanted, name[: len(wanted) + 1] if at_home else name) + 0.1 * at_home
        if likeness >= _LIKE:
            best[id_] = max(best.get(id_, 0.0), likeness)
    return sorted(best, key=lambda id_: (-best[id_], id_))[:most]


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _near(wanted: str, country: str | None) -> list[tuple[str, str]]:
    """Return the names that share most groups of three letters with the one that is wanted.

    Names of bodies of `country` are compared without their ends, where the country stands.
    """
    names, where = _letters()
    shared = Counter(at for group in _groups(wanted) for at in where.get(group, ()))
    home = {at for at in shared if country and bodies().by_id[names[at][1]].iso3 == country}
    least = len(wanted)
    shares = {
        at: count / (least + (least if at in home else len(names[at][0]))) for at, count in shared.items()
    }
    return [names[at] for at in sorted(shares, key=lambda at: -shares[at])[:40]]


@lru_cache(maxsize=1)
def _letters() -> tuple[list[tuple[str, str]], dict[str, list[int]]]:
    """Return the names in plain words with their ids, and group of three letters -> the names that have it."""
    names = [(_plain(name), id_) for name, id_ in bodies().names]
    where: dict[str, list[int]] = {}
    for at, (name, _) in enumerate(names):
        for group in _groups(name):
            where.setdefault(group, []).append(at)
    return names, where


def _plain(text: str) -> str:
    return " ".join(fold(word) for word in _WORD.findall(text[:_LONGEST]))


def _groups(name: str) -> set[str]:
    padded = f"  {name} "
    return {padded[at : at + 3] for at in range(len(padded) - 2)}
