"""Whether what a name of a body stands for depends on the country that its text stands in."""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.organisation_nation import nations
from loaders.organisation_offices import Reading
from loaders.organisation_tables import bag_of, bodies
from loaders.organisation_words import words_of

_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")

NOWHERE = "-"
"""A country that has no body of its own."""


@lru_cache(maxsize=50_000)
def seen_from(text: str) -> str | None:
    """Return the country (ISO3) from which a name can be read wherever it stands, or NOWHERE; None if it depends.

    "Ministry of Interior of Tajikistan" tells its country and UNODC has none; "Ministry of Interior" and
    "U.S. Embassy" depend on where they stand.
    """
    whole = _alone(text)
    if whole is None or not _BRACKETS.search(text):
        return whole
    parts = [_BRACKETS.sub(" ", text), *(part[1:-1] for part in _BRACKETS.findall(text))]
    return None if None in map(_alone, parts) else whole


def _alone(text: str) -> str | None:
    reading = Reading(text, words_of(text, bodies().wording))
    named = {iso3 for _, _, iso3 in reading.countries}
    said = [word.word for word in reading.left]
    if "embassy" in said:
        return None
    if named:
        return named.pop() if len(named) == 1 else NOWHERE
    return None if _may_be_national(said) else NOWHERE


def sent_by(text: str) -> str | None:
    """Return the country (ISO3) whose embassy, ministry or government a text names, else None.

    Of an embassy's two countries the first is the sender: "US Embassy in Georgia".
    """
    reading = Reading(text, words_of(text, bodies().wording))
    named = list(dict.fromkeys(iso3 for _, _, iso3 in reading.countries))
    said = {word.word for word in reading.left}
    if "embassy" in said:
        return named[0] if named else None
    state = "government" in said or any(word.endswith("-ministry") for word in said)
    return named[0] if state and len(named) == 1 else None


def _may_be_national(said: list[str]) -> bool:
    """Return whether some country may have a body of this name: by what it does, or as a ministry."""
    plain = [word for word in said if word not in bodies().words["title"]]
    ministry = any(word.endswith("-ministry") for word in plain)
    office = len(plain) == 1 and plain[0] in bodies().alike
    return ministry or office or bool({bag_of(said), bag_of(plain)} & _functions())


@lru_cache(maxsize=1)
def _functions() -> frozenset[str]:
    """Return what the bodies of countries do, whichever country it is."""
    return frozenset(words for words, _ in nations().by_function)
