"""The place in a cell of a list: city, country and whether people met online."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from loaders.list_countries import country
from loaders.list_dates import Fault
from loaders.list_words import ListWords


@dataclass(frozen=True)
class Place:
    """Where an event was held: city, ISO3, the country as written, and the mode if the cell says it."""

    city: str | None = None
    iso3: str | None = None
    written: str = ""
    mode: str | None = None
    faults: tuple[Fault, ...] = ()


_TOWN = re.compile(r"^\s*(?:г\.|город|city of|ville de|ciudad de(?! m[eé]xico))\s+", re.IGNORECASE)
"""Words before a city that are no part of its name."""

Cities = dict[str, list[tuple[str, str]]]
"""Names and countries of cities.csv by the key of their name."""


def read_place(text: str, words: ListWords, cities: Cities) -> Place:
    """Return the place a cell names: "Vienna, Austria", "Vienna (Austria)", "Hotel X, Vienna", "online"."""
    mode = words.meaning("mode", text)
    if mode:
        return Place(mode=mode)
    pieces_ = (_TOWN.sub("", piece).strip(" .") for piece in re.split(r"[,;()\n/|]|\s[-–—]\s", text))
    parts = [part for piece in pieces_ if piece for part in _beside_mode(piece, words)]
    modes = [words.meaning("mode", part) for part in parts]
    if any(modes):
        mode = "hybrid" if "hybrid" in modes or len(parts) > modes.count("online") else "online"
        parts = [part for part, said in zip(parts, modes, strict=True) if not said]
    whole = country(text)
    if whole and (len(parts) < 2 or len(text) < 4):
        return Place(None, whole, text, mode)
    return _with_country(text, parts, mode, cities)


def _beside_mode(piece: str, words: ListWords) -> list[str]:
    """Return the sides of "Nairobi & online"; the piece where neither is a way of meeting."""
    sides = [side.strip(" .") for side in _BESIDE.split(piece)]
    return sides if any(words.meaning("mode", side) for side in sides) else [piece]


def _with_country(text: str, parts: list[str], mode: str | None, cities: Cities) -> Place:
    """Return the place from its parts: the country behind or before, the city known or next to it."""
    codes = [country(part) for part in parts]
    place = next(
        (number for number in (len(parts) - 1, 0) if parts and codes[number] and len(parts) > 1), None
    )
    iso3, written = (codes[place], parts[place]) if place is not None else (None, "")
    rest = [part for number, part in enumerate(parts) if number != place]
    joined = ", ".join(rest)
    whole = _city(joined, iso3, cities) or _city(f"{joined}.", iso3, cities) if len(rest) > 1 else None
    rest = [whole[0]] if whole else rest
    known = [part for part in rest if _city(part, iso3, cities)]
    chosen = known[-1] if known else rest[-1] if rest and place != 0 else rest[0] if rest else None
    faults: list[Fault] = [
        (part, "is a venue or a part of a place; there is no field for it", "note")
        for part in rest
        if part != chosen
    ]
    name = (_city(chosen, iso3, cities) or (chosen, None))[0] if chosen else None
    if chosen and iso3 is None and place is None and country(chosen):
        return Place(None, country(chosen), chosen, mode, tuple(faults))
    found = doubt(name, iso3, written, cities)
    if found:
        faults.append((found.value, found.advice, "error"))
    host = iso3 if found is None or found.keeps_host else None
    return Place(name, host, written or text, mode, tuple(faults))


def doubt(city: str | None, iso3: str | None, written: str, cities: Cities) -> Doubt | None:
    """Return what is doubtful in a city beside a country; None where they fit, or where the city is not known."""
    from loaders.place_towns import countries_of, is_american

    if not city or not iso3 or iso3 == "USA" or len(city) > _LONGEST_NAME:
        return None
    homes = countries_of(city)
    if iso3 in homes or _city(city, iso3, cities):
        return None
    if is_american(city, written):
        return Doubt(f"{city}, {written}", _AMERICAN.format(iso3=iso3), keeps_host=False)
    known = [home for _, home in cities.get(city_key(city), ())]
    if not known:
        return None
    return Doubt(
        f"{city}, {written}", _ELSEWHERE.format(iso3=iso3, homes=" and ".join(known)), keeps_host=True
    )


@dataclass(frozen=True)
class Doubt:
    """What is to be asked about a city and its country, and whether the country is kept until it is answered."""

    value: str
    advice: str
    keeps_host: bool


_LONGEST_NAME = 60
_AMERICAN = (
    "may be a town of the United States beside its state, not in {iso3}; no host is kept: add the country, or write "
    "the state in full with USA"
)
_ELSEWHERE = (
    "contradict each other: the city is in {homes} in cities.csv; {iso3} was kept as host, mend the wrong one"
)


def _city(name: str | None, iso3: str | None, cities: Cities) -> tuple[str, str] | None:
    """Return name and country of a city of cities.csv, the only one of that name where the country is not known."""
    fits = [city for city in cities.get(city_key(name or ""), ()) if iso3 in (None, city[1])]
    return fits[0] if len(fits) == 1 else None


_BESIDE = re.compile(r"\s*[/+]\s*|\s+(?:and|et|y|e|и|&)\s+")


_SIDES = re.compile(rf"{_BESIDE.pattern}|\s+[-–—]\s+")


def is_in_two_countries(text: str) -> bool:
    """Return whether a text names towns of different countries side by side: "Tijuana / San Diego"."""
    from loaders.place_towns import countries_of

    homes = [countries_of(part) for part in _SIDES.split(text) if 2 < len(part) <= _LONGEST_NAME]
    return len(homes) > 1 and all(homes) and not frozenset.intersection(*homes)


def in_english(name: str, iso3: str, cities: Cities) -> str:
    """Return the name of cities.csv for a city in another language, or that of towns.csv for one in another script."""
    from loaders.release_towns import town

    found = town(name) if len(name) <= _LONGEST_NAME else None
    if found is None or iso3 not in found[0].split("|"):
        return name
    known = known_city(found[1], iso3, cities)
    if known:
        return known[0]
    return name if _LATIN.match(name) else found[1]


_LATIN = re.compile("[^\\W\\d_\u0370-\uffff]")


def known_city(name: str, iso3: str | None, cities: Cities) -> tuple[str, str] | None:
    """Return name and country of a city of cities.csv."""
    return _city(name, iso3, cities)


@lru_cache(maxsize=50_000)
def city_key(name: str) -> str:
    """Return the form in which names of cities are compared: case, blanks and accents folded."""
    flat = unicodedata.normalize("NFKD", " ".join(name.split()).casefold())
    return "".join(sign for sign in flat if not unicodedata.combining(sign))
