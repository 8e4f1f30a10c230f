"""What a name stands for as a whole: looked up, also with a word for a kind of state or behind a preposition."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from loaders import place_tables
from loaders.place_forms import ANY, FORMS, ISLANDS, QUALITIES, SENSITIVE, STATES
from loaders.place_keys import SMALL, clean, key, words

LONGEST = 160
"""Characters of the longest name or cell that is looked at; the rest is prose."""


class Verdict(Enum):
    """What is known of a name."""

    COUNTRY = "country"
    NO_COUNTRY = "no country"
    UNKNOWN = "unknown"


class Answer(NamedTuple):
    """What a name stands for; `iso3` is set where the verdict is a country."""

    iso3: str | None
    verdict: Verdict


_LEAD = re.compile(
    r"(?:the|in|from|to|at|held in|based in|en|au|aux|el|los|las|desde|nel|nella|im|in der|в|во"
    r"|из|на|для|от|со?|по|ко?|об?|из-за|former|formerly|now|في|من|إلى)\s+|l['’]|nell['’]|ex-",
    re.IGNORECASE,
)


def found_in(text: str) -> str | None:
    """Return the ISO3 of a cleaned text, "" where it is known to be no country, None where nobody knows."""
    if "$" in text:
        return None  # a sum of money, "US$"
    found = known(text)
    if found is not None:
        return None if found and _names_several(text) else found
    from loaders import place_ways

    return place_ways.taken_apart(text)


_AND = re.compile(r"\s+(?:and|et|y|und|и)\s+|\s*&\s*", re.IGNORECASE)


def _names_several(text: str) -> bool:
    """Tell whether a text that has the words of one name joins two of different countries: "Congo and DRC"."""
    sides = _AND.split(text)
    return len(sides) > 1 and len(told_by(sides)) > 1


def told_by(pieces: Iterable[str]) -> set[str]:
    """Return the countries that the pieces of a known name are by themselves.

    A code of two letters beside longer pieces is part of the name: the NI of "United Kingdom of GB and NI".
    """
    written = [piece.strip() for piece in pieces]
    longer = [piece for piece in written if not is_short_code(piece)]
    return {iso3 for piece in longer or written if (iso3 := named(piece))}


def is_short_code(text: str) -> bool:
    """Tell whether a text is two capitals."""
    return len(text) == 2 and text.isupper()


def is_short_for(name: str, code: str) -> bool:
    """Tell whether a code is made of the first letters of a name beside it: "Senior Officials Meeting (SOM)"."""
    letters = "".join(filter(str.isalpha, code)).casefold()
    if not 2 <= len(letters) <= LONGEST_CODE or not code[:1].isupper():
        return False
    found = _LETTERS.findall(name.casefold())
    initials = ("".join(word[0] for word in found), "".join(word[0] for word in found if word not in SMALL))
    return len(found) > 1 and any(one.endswith(letters) for one in initials)


_LETTERS = re.compile(r"[^\W\d_]+")
LONGEST_CODE = 3
"""Letters of the longest code."""


def known(text: str) -> str | None:
    """Return what a whole name stands for, also with a word for a kind of state."""
    names = place_tables.names()
    code = names.codes.get(text.removesuffix(".") if len(text) == 4 else text)
    if code is not None:
        return code
    name = key(text)
    found = names.by_key.get(name)
    if found == place_tables.NO_COUNTRY and name in names.cities and _DIVIDED.search(text):
        return None  # "Santiago, Chile" has the words of "Santiago de Chile"
    plain = name.isascii() and (text.isascii() or text.islower())
    if found and len(name) < 4 and plain and not _as_abbreviation(text, name):
        return None
    if found is None and len(text) == 3 and text.islower() and text not in place_tables.words("code word"):
        found = names.codes.get(text.upper())
    return _without_form(text) if found is None else found


_DIVIDED = re.compile(r"\w\s*[,(]\s*\w")


def _as_abbreviation(text: str, name: str) -> bool:
    """Tell whether a short name is spelt as one: "US", "U.S.", "uae", but not "us"."""
    if sum(map(str.isupper, text)) > 1 or not (text.islower() or text.istitle()):
        return True
    if "." in text.rstrip(".") or name == "uk" or name in place_tables.names().adjectives:
        return True
    return len(name) == 3 and name not in place_tables.words("code word")


def _without_form(text: str) -> str | None:
    """Return the country of "Republic of X", "Islamic Republic of X", "X, Kingdom of", where only one can be meant."""
    found = words(text)
    forms = FORMS.keys() & found
    kinds = forms - ISLANDS
    if not forms or len(kinds) > 1 or len(found) < 2:
        return None
    for taken in (kinds, forms):
        rest = [
            word for word in found if word not in taken and word not in QUALITIES and word not in _ARTICLES
        ]
        iso3 = by_name(key(" ".join(rest))) if 0 < len(rest) < len(found) else None
        if iso3 and iso3 not in SENSITIVE and all(FORMS[form] is ANY or iso3 in STATES for form in kinds):
            return iso3
    return None


_ARTICLES = frozenset({"las", "los"})
"""Articles that begin names of their own, and say nothing behind a word for a state: "República de las Seychelles"."""


def by_name(name: str) -> str | None:
    """Return the ISO3 of a key that is a name, not an adjective."""
    names = place_tables.names()
    return None if name in names.adjectives else names.by_key.get(name)


def named(text: str) -> str | None:
    """Return the ISO3 of a text that is a country's name or code, not an adjective; None for anything else."""
    if len(text) > LONGEST:
        return None
    cleaned = clean(text)
    if key(cleaned) in place_tables.names().adjectives:
        return None
    return known(cleaned) or after_lead(cleaned)


def after_lead(text: str) -> str | None:
    """Return the country of "in X", "aus X", "в X"."""
    lead = _LEAD.match(text)
    return None if lead is None else named(text[lead.end() :]) or None
