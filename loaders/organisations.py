"""Names of organisations become ids: what a text names, what it does not, and what a person may have meant.

Three answers are kept apart: a body of data/vocabulary/organisations.csv; known to be none (people, classes
of bodies, treaties, projects, countries alone); unknown. A near miss never resolves by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from loaders.organisation_nation import national
from loaders.organisation_offices import MEMORY, Reading, composed, lowest
from loaders.organisation_suggestions import suggest_organisation
from loaders.organisation_tables import Bodies, bag, bodies, key, words_by_body
from loaders.organisation_text import OrganisationMention, find_organisations
from loaders.organisation_words import Word, words_of

__all__ = [
    "Answer",
    "OrganisationMention",
    "classify",
    "find_organisations",
    "resolve_organisation",
    "suggest_organisation",
]

LONGEST = 400
"""A name is no longer than this; a cell with more holds running text (`find_organisations`)."""

_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_EDGES = " \t\r\n\xa0\"'“”„«»‘’`*•·-–—,;:.!?/|"


@dataclass(frozen=True)
class Answer:
    """What a text is: a body ("known", with its id), known to be none ("no body", with why), or unknown."""

    kind: Literal["known", "no body", "unknown"]
    organisation_id: str | None = None
    why: str = ""


_NOT_THERE = re.compile(
    r"(?:no|not|without|except|excluding|sans|sauf|sin|excepto|sem|exceto|ohne|kein|без|кроме)\s",
    re.IGNORECASE,
)
"""Words that say that a body took no part: "no IOM"."""

_SMALL_WORDS = frozenset({"sida"})
"""Names that are words of their own in small letters: AIDS in French and Spanish."""

_UNKNOWN = Answer("unknown")


def resolve_organisation(text: str, country: str | None = None) -> str | None:
    """Return the organisation_id of the one body a text names, else None.

    `country` (ISO3) is where the text stands: "the Ministry of Interior" is that country's.
    """
    return classify(text, country).organisation_id


def classify(text: str, country: str | None = None) -> Answer:
    """Return whether a text names one body, is known to name none, or is unknown."""
    if len(text) > LONGEST:
        return _UNKNOWN
    known = bodies()
    name = text.strip(_EDGES)
    exact = known.exact.get(key(name).removeprefix("the ")) or known.exact.get(key(text))
    if (exact is None and _NOT_THERE.match(name)) or (name in _SMALL_WORDS and country != "SWE"):
        return _UNKNOWN
    if exact and country in (None, known.by_id[exact].iso3) and _written_so(text, known):
        return _known(exact)
    return _answer(Reading(name, _words(name), country), exact or "")


@lru_cache(maxsize=MEMORY)
def _words(name: str) -> tuple[Word, ...]:
    return tuple(words_of(name, bodies().wording))


def _answer(reading: Reading, exact: str) -> Answer:
    """Return the answer from the most certain reading to the least."""
    known = bodies()
    if not reading.words:
        return Answer("no body", why="no name") if not reading.text else _UNKNOWN
    words = bag(reading.words)
    if words in known.none:
        return Answer("no body", why=known.none[words])
    at_home = national(reading) if reading.country else None
    found = at_home or exact or known.bags.get(words)
    if found and _written_so(reading.text, known):
        return _known(found)
    found = composed(reading) or national(reading) or _bracketed(reading)
    return _known(found) if found else _no_body(reading)


def _known(found: str) -> Answer:
    return Answer("known", found)


def _written_so(text: str, known: Bodies) -> bool:
    """Whether a word that is also another ("who", "care") is written as the name is."""
    word = text.strip(_EDGES)
    forms = known.capitals.get(word.casefold())
    return forms is None or word in forms


def _no_body(reading: Reading) -> Answer:
    """Return "no body" for people and for a country alone, else unknown."""
    left = reading.left
    if not left:
        return Answer("no body", why="a country, not a body")
    why = bodies().none.get(bag(left), "")
    return Answer("no body", why=why) if why.startswith("people") else _UNKNOWN


def _bracketed(reading: Reading) -> str | None:
    """Return the body of "Name (ABBR)" where only one of the two is in the vocabulary."""
    inner = [first or second for first, second in _BRACKETS.findall(reading.text)]
    if not inner:
        return None
    outer = " ".join(_BRACKETS.sub(" ", reading.text).split())
    inside = {part: resolve_organisation(part, reading.country) for part in inner}
    found = [body for body in inside.values() if body]
    outside = resolve_organisation(outer, None if found else reading.country)
    if outside is None:
        fits = len(found) == 1 and any(_stands_for(part, outer) for part, body in inside.items() if body)
        return found[0] if fits or (len(found) == 1 and _backed(found[0], outer)) else None
    read = all(body or _short(part) for part, body in inside.items())
    return lowest({outside, *found}, bodies()) if read else None


def _short(part: str) -> bool:
    """Whether this is an abbreviation, with or without its country: one word, with capitals."""
    left = Reading(part, words_of(part, bodies().wording)).left
    return len(left) < 2 and len(part) <= 30 and part != part.casefold()


def _stands_for(part: str, name: str) -> bool:
    """Whether an abbreviation is made of the first letters of a name's words, small words left out or not."""
    letters = "".join(letter for letter in part.casefold() if letter.isalnum())
    words = [word for word in re.split(r"[\W_]+", name.casefold()) if word]
    initials = ("".join(word[0] for word in words if len(word) > least) for least in (0, 1, 2, 3))
    return len(letters) > 2 and letters in initials


def _backed(body: str, name: str) -> bool:
    """Whether an unknown name before a known abbreviation is a spelling of that body's name."""
    known = bodies()
    said = {word.word for word in words_of(name, known.wording)}
    both = said & words_by_body()[body]
    other = said - both
    return len(both) >= 2 and len(both) >= 0.6 * len(said) and not other & known.words["head"]
