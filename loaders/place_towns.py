"""Cities and towns with the countries they are in, and those of the United States that stand beside a country's name.

"Savannah, Georgia" and "Lebanon, PA" name no country.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from loaders import place_tables, sheets
from loaders.place_keys import key

FILE = "towns.csv"
LONGEST = 60
"""Characters of a line that cannot be read which are told."""


def is_american(place: str, other: str) -> bool:
    """Tell whether two pieces of an address are a town and its state, of which one has a country's name or code."""
    if key(other) in place_tables.keys("us state"):
        return True
    if other in place_tables.words("us postal code"):
        names = place_tables.names()
        return len(place) > len(other) and names.by_key.get(key(place)) != names.codes.get(other)
    if key(place) == _GEORGIA:
        return key(other) in place_tables.keys("georgia us")
    return key(other) == _GEORGIA and in_georgia_of_america(place)


def is_state_in_brackets(head: str, inside: str) -> bool:
    """Tell whether brackets name a state of the United States: "Savannah (Georgia)", "Los Angeles (CA)", "USA (GA)"."""
    names, state = place_tables.names(), key(head) in place_tables.keys("us state")
    united = names.by_key.get(key(head)) == "USA" and key(head) not in names.adjectives
    if inside in place_tables.words("us postal code"):
        countries = countries_of(head)
        return united or state or ("USA" in countries and names.codes.get(inside) not in countries)
    if key(inside) == _GEORGIA:
        return united or in_georgia_of_america(head)
    return False


_GEORGIA = "georgia"


def in_georgia_of_america(place: str) -> bool:
    """Tell whether a place is one in the State of Georgia; a country or what the country has as well is not."""
    countries = countries_of(place)
    if "GEO" in countries or place_tables.names().by_key.get(key(place)):
        return False
    return key(place) in place_tables.keys("georgia us") or bool(countries)


_CITY_OF = re.compile(
    r"(?:the\s+)?(?:city|town|ciudad|ville|cidade|город|г\.)\s*(?:of|de|d[’'])?\s*(?=\S)|\s+(?:city|town|region|province|oblast|область"
    r"|district)$",
    re.IGNORECASE,
)


def countries_of(place: str) -> frozenset[str]:
    """Return the countries of a city or town, also as "city of X"; none where it is not known."""
    known = place_tables.names().cities.get(key(place), frozenset()) | towns_of(place)
    if known or not (" " in place or "." in place):
        return known
    bare = _CITY_OF.sub("", place, count=1)
    return countries_of(bare) if bare and bare != place else known


def towns_of(place: str) -> frozenset[str]:
    """Return the countries that have a town of 15,000 people of this name, in capitals or not (towns.csv)."""
    town = town_named(place)
    return frozenset(town.countries.split("|")) if town else frozenset()


class Town(NamedTuple):
    """A line of towns.csv: a name, the countries that have a town of it with bars between them, its first name."""

    name: str
    countries: str
    known_as: str


@lru_cache(maxsize=10_000)
def town_named(place: str) -> Town | None:
    """Return the line of a town, in capitals or not; None where there is none of that name."""
    lines, wanted = _towns(), f"{place},".upper()
    low, high = 0, len(lines)
    while low < high:
        middle = (low + high) // 2
        start = lines.rfind(b"\n", low, middle) + 1 or low
        known = lines[start : lines.index(b",", start) + 1].decode().upper()
        end = lines.index(b"\n", middle)
        if known == wanted:
            return Town(*lines[start:end].decode().split(","))
        low, high = (end + 1, high) if known < wanted else (low, start)
    return None


def is_of_many(town: Town) -> bool:
    """Tell whether a name is another one of its town and begins those of towns in two more countries: "Victoria"."""
    if not town.known_as or town.known_as == town.name:
        return False
    begins = rb"(?m)^" + re.escape(town.name.encode()) + rb"[ -][^,\n]*,([A-Z|]+),"
    others = {found.decode() for found in re.findall(begins, _towns())}
    return len(others - {town.countries}) > 1


_TOWNS = re.compile(rb'(?:[^,\n"]+,[A-Z|]+,[^,\n"]*\n)*+')


@cache
def _towns() -> bytes:
    """Return the lines of towns.csv as they are stored, in the order that scripts/build_towns.py gives them.

    Few towns are asked for: a dictionary of 57,000 would be kept for them.
    """
    text = sheets.text_of(sheets.path_of(FILE)).replace("\r\n", "\n")
    heading, _, rest = text.partition("\n")
    sheets.check_heading(FILE, heading.split(","), ("name", "iso3", "known_as"))
    lines = f"{rest.rstrip()}\n".encode() if rest else b""
    good = _TOWNS.match(lines)
    end = good.end() if good else 0
    if end < len(lines):
        line, odd = lines.count(b"\n", 0, end) + 2, lines[end:].partition(b"\n")[0].decode()
        what = f"{odd[:LONGEST]!r} is no name, iso3 and known_as, divided by commas, without quotes; mend it"
        raise sheets.fault(FILE, line, what)
    return lines
