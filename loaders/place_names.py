"""What a name stands for as a whole: looked up, also with a word for a kind of state or behind a preposition."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from loaders import place_tables
from loaders.place_keys import clean, key, words

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
SENSITIVE = frozenset({"COD", "COG", "KOR", "PRK", "CHN", "TWN", "DMA", "DOM"})
"""Countries that "Republic of" tells from another; only their full names count."""

_STATES = frozenset({"ISR", "PSE", "QAT", "KWT", "ERI", "LBY", "ARE", "BRN"})
_FORMS = {
    **dict.fromkeys(
        ("republic", "республика", "республики", "республике", "республику", "республикой", "جمهوريه"), None
    ),
    **dict.fromkeys(
        ("islands", "острова", "islas", "iles", "ilhas", "جزر", "kingdom", "royaume", "reino", "regno"), None
    ),
    **dict.fromkeys(
        ("королевство", "королевства", "королевстве", "مملكه", "sultanate", "sultanat", "sultanato"), None
    ),
    **dict.fromkeys(
        ("سلطنه", "principality", "principaute", "principado", "княжество", "commonwealth"), None
    ),
    **dict.fromkeys(("state", "etat", "estado", "государство", "دوله", "stato"), _STATES),
}
"""Words for a kind of state, which may stand with the name of any country, or of these."""


def found_in(text: str) -> str | None:
    """Return the ISO3 of a cleaned text, "" where it is known to be no country, None where nobody knows."""
    found = known(text)
    if found is not None:
        return None if found and _names_several(text) else found
    from loaders import place_ways

    return place_ways.taken_apart(text)


_AND = re.compile(r"\s+(?:and|et|y|und|и)\s+|\s*&\s*", re.IGNORECASE)


def _names_several(text: str) -> bool:
    """Tell whether a text that has the words of one name joins two of different countries: "Congo and DRC"."""
    sides = _AND.split(text)
    return len(sides) > 1 and len({iso3 for side in sides if (iso3 := named(side))}) > 1


def known(text: str) -> str | None:
    """Return what a whole name stands for, also with a word for a kind of state."""
    names = place_tables.names()
    code = names.codes.get(text)
    if code is not None:
        return code
    name = key(text)
    found = names.by_key.get(name)
    if found and len(name) < 4 and name.isascii() and not _as_abbreviation(text, name):
        return None
    if found is None and len(text) == 3 and text.islower() and text not in place_tables.words("code word"):
        found = names.codes.get(text.upper())
    return _without_form(text) if found is None else found


def _as_abbreviation(text: str, name: str) -> bool:
    """Tell whether a short name is spelt as one: "US", "U.S.", "uae", but not "us"."""
    if sum(map(str.isupper, text)) > 1 or "." in text or name == "uk":
        return True
    return len(name) == 3 and name not in place_tables.words("code word")


def _without_form(text: str) -> str | None:
    """Return the country of "Republic of X", "Kingdom of X" and the like, where only one can be meant."""
    found = words(text)
    forms = [word for word in found if word in _FORMS]
    if len(forms) != 1:
        return None
    rest = key(" ".join(word for word in found if word != forms[0]))
    iso3 = by_name(rest)
    allowed = _FORMS[forms[0]]
    if not iso3 or iso3 in SENSITIVE or (allowed is not None and iso3 not in allowed):
        return None
    return iso3


def by_name(name: str) -> str | None:
    """Return the ISO3 of a key that is a name, not an adjective."""
    names = place_tables.names()
    return None if name in names.adjectives else names.by_key.get(name)


def named(text: str) -> str | None:
    """Return the ISO3 of a text that is a country's name or code, not an adjective; None for anything else."""
    cleaned = clean(text)
    if key(cleaned) in place_tables.names().adjectives:
        return None
    return known(cleaned) or after_lead(cleaned)


def after_lead(text: str) -> str | None:
    """Return the country of "in X", "aus X", "в X"."""
    lead = _LEAD.match(text)
    return None if lead is None else named(text[lead.end() :]) or None
