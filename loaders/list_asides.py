"""What a cell says beside the name of a country that was read in it: other countries, towns that are elsewhere."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from loaders.list_dates import Fault

_BESIDE = re.compile(r"[(\[]|\s[-–—]\s|[–—]")
"""A sign without which a name of one country says nothing beside it."""

_BRACKETS = re.compile(r"(?P<head>[^()\[\]]*\w[^()\[\]]*?)\s*[(\[](?P<inside>[^()\[\]]*)[)\]]\s*\.?")
_LONGEST = 300


def may_be_aside(name: str) -> bool:
    """Return whether a name has a sign that something may stand beside it; most have none."""
    return _BESIDE.search(name) is not None


@lru_cache(maxsize=20_000)
def others(name: str, iso3: str) -> tuple[str, ...]:
    """Return the other countries that are named beside one, as written: Uganda in "Kenya (with Uganda)".

    None where the whole is a known name ("Congo (Kinshasa)"), or brackets hold the country it is a part of.
    """
    from loaders.place_keys import clean
    from loaders.place_names import known
    from loaders.places import find_countries, resolve_country

    if not may_be_aside(name) or len(name) > _LONGEST or known(clean(name)) is not None:
        return ()
    within = _BRACKETS.fullmatch(name)
    if within and known(clean(within["inside"])):
        return ()
    found = {one.iso3: one.as_written for one in reversed(find_countries(name))}
    if iso3 not in found:
        return ()
    listed = {resolve_country(part): part for part in _listed(within)} if within else {}
    return tuple(
        dict.fromkeys(written for code, written in (listed | found).items() if code not in (None, iso3))
    )


def _listed(within: re.Match[str]) -> list[str]:
    """Return the parts of what stands in brackets: "apologies", "Peru" of "(apologies: Peru)"."""
    return [part for part in map(str.strip, _APART.split(within["inside"])) if len(part) > _SHORT]


_APART = re.compile(r"[,;:/&+]|\s(?:and|et|y|и)\s")
_SHORT = 3
"""Signs up to which a part may be a code or a word as well as a country."""


@lru_cache(maxsize=20_000)
def without_person(name: str, codes: tuple[str, ...]) -> str:
    """Return the name of a country as written, without a person named beside it: "Kenya" of "Kenya (Ms Roe)"."""
    if _MAY_NAME.search(name) is None or len(name) > _LONGEST:
        return name
    from loaders.person_names import is_person, parts
    from loaders.places import resolve_country

    if not any(is_person(part) and resolve_country(part) is None for part in parts(name)):
        return name
    head = _MAY_NAME.split(name, maxsplit=1)[0].strip()
    return head if resolve_country(head) in codes else " ".join(codes)


_MAY_NAME = re.compile(r"[(\[:,]|\s[-–—]\s")


@lru_cache(maxsize=20_000)
def is_state_of_america(name: str) -> bool:
    """Return whether brackets behind a country's name show that a state of the United States is meant.

    They hold a town there and none of the country: "Georgia (Atlanta)".
    """
    from loaders.place_towns import is_american

    within = _BRACKETS.fullmatch(name) if may_be_aside(name) else None
    return within is not None and is_american(within["inside"].strip(), within["head"].strip())


AMERICAN = (
    "may be the state of the United States, as its brackets name a town there; counted as none: write which"
)


def told(name: str, iso3: str) -> tuple[Fault, ...]:
    """Return what is told of the countries beside one."""
    named = others(name, iso3)
    return ((name, _ONE_ALONE.format(iso3=iso3, others=", ".join(named)), "error"),) if named else ()


_ONE_ALONE = (
    "was read as {iso3} alone; it also names {others}: did these take the same part, divide them by commas, else "
    "leave them out"
)


@lru_cache(maxsize=20_000)
def is_of_two(name: str) -> bool:
    """Return whether two countries share a name, of which one is meant where nothing else is said: "Congo"."""
    from loaders import place_tables
    from loaders.place_keys import key

    return len(name) < _LONGEST and key(name) in place_tables.keys("two countries")


OF_TWO = "is the name of two countries; read as {iso3}: write the name in full"


def state_and_federation(text: str) -> bool:
    """Return whether a cell is the state of Georgia beside its federation: "Georgia, USA", and nothing else."""
    from loaders.place_keys import key
    from loaders.places import resolve_country

    state, comma, federation = text.partition(",")
    if not comma or key(state.strip(" .")) != "georgia":
        return False
    return resolve_country(federation.strip(" .")) == "USA"


OF_FEDERATION = (
    "was read as the state of the United States; if the country came too, divide the two by a semicolon"
)


@lru_cache(maxsize=5_000)
def known_none(name: str) -> str:
    """Return what is told of a name that the vocabulary knows to be no one country; nothing for any other.

    A city is none of these: its country can be suggested.
    """
    from loaders import place_tables
    from loaders.place_keys import clean, key
    from loaders.places import Verdict, classify

    if len(name) > _LONGEST or classify(name).verdict is not Verdict.NO_COUNTRY:
        return ""
    known = key(clean(name))
    if known in place_tables.names().cities:
        return ""
    why = _notes().get(known, "")
    if len(name) <= _SHORT and not why:
        return ""
    return _KNOWN_NONE.format(why=f" ({why})" if why else "")


@cache
def _notes() -> dict[str, str]:
    """Return why names of country_names.csv are no country's, by their key."""
    from loaders import sheets
    from loaders.place_keys import key

    rows = sheets.rows("country_names.csv", "name", "iso3", "note")
    return {key(row["name"]): row["note"] for row in rows if not row["iso3"]}


_KNOWN_NONE = "is known to be no one country{why}; counted as none: name the country that is meant"
