"""The place in a cell of a list: city, country and whether people met online."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from loaders import place_tables
from loaders.list_countries import country
from loaders.list_dates import Fault
from loaders.list_words import ListWords
from loaders.place_keys import key


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
        mode = _mode(text, modes, words)
        parts = [part for part, said in zip(parts, modes, strict=True) if not said]
    whole = country(text)
    if whole and (len(parts) < 2 or len(text) < 4):
        return Place(None, whole, text, mode)
    return _with_country(text, parts, mode, cities)


def _mode(text: str, modes: list[str | None], words: ListWords) -> str:
    """Return the way of meeting by those that the parts of a place tell: beside a town, online is one way of two."""
    said = {mode for mode in modes if mode}
    if len(said) > 1 or "hybrid" in said:
        return "hybrid"
    within = _IN_BRACKETS.search(text)
    is_alone = None not in modes or (within and words.meaning("mode", within[1]))
    return said.pop() if is_alone or "online" not in said else "hybrid"


_IN_BRACKETS = re.compile(r"[(\[]\s*([^()\[\]]+?)\s*[)\]]\s*$")


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
    if place is None and len(parts) > 1 and key(parts[-1]) in place_tables.keys("us state"):
        place, iso3, written = len(parts) - 1, "USA", parts[-1]
    rest = [part for number, part in enumerate(parts) if number != place]
    joined = ", ".join(rest)
    whole = _city(joined, iso3, cities) or _city(f"{joined}.", iso3, cities) if len(rest) > 1 else None
    rest = [whole[0]] if whole else rest
    chosen = _town_of(rest, iso3, cities, is_last=place != 0)
    faults: list[Fault] = [_no_town(part, is_venue=bool(chosen)) for part in rest if part != chosen]
    if place is not None and written and country(written) is None:
        faults.append((text, _OF_STATE, "warning"))
    name = (_city(chosen, iso3, cities) or (chosen, None))[0] if chosen else None
    if chosen and iso3 is None and place is None and country(chosen):
        return Place(None, country(chosen), chosen, mode, tuple(faults))
    found = doubt(name, iso3, written, cities)
    if found:
        faults.append((found.value, found.advice, "error"))
    host = iso3 if found is None or found.keeps_host else None
    return Place(name, host, written or text, mode, tuple(faults))


def _town_of(parts: list[str], iso3: str | None, cities: Cities, *, is_last: bool) -> str | None:
    """Return the part of a place that is its town: a known one, else the last or the first that may be one."""
    known = [part for part in parts if _city(part, iso3, cities)]
    if known:
        return known[-1]
    towns = [part for part in parts if may_be_town(part)]
    return (towns[-1] if is_last else towns[0]) if towns else None


def may_be_town(part: str) -> bool:
    """Return whether a part of a place may be a town: it is a known one, or no number, room, venue or region."""
    from loaders.place_towns import countries_of
    from loaders.places import Verdict, classify

    if len(part) > _LONGEST_NAME or countries_of(part):
        return True
    if any(map(str.isdigit, part)) or _ROOM.search(part):
        return False
    return classify(part).verdict is not Verdict.NO_COUNTRY


_ROOM = re.compile(
    r"^(?:(?:meeting|conference|training|board|class) ?rooms?|room|hall|floor|building|salle|étage|sala|piso|edificio"
    r"|зал|этаж|комната|кабинет|корпус)\b|\b(?:(?:meeting|conference|training|board|class) ?rooms?|room|floor|building"
    r"|étage|этаж)$",
    re.IGNORECASE,
)


def _no_town(part: str, *, is_venue: bool) -> Fault:
    """Return what is told of a part of a place that is not its town."""
    return (part, _VENUE, "note") if is_venue else (part, _NO_TOWN, "warning")


_VENUE = "is a venue or a part of a place; there is no field for it"
_NO_TOWN = "is no name of a town by its looks (a number, a room or a region); no city is kept: write the town"
_OF_STATE = "stands beside a state of the United States; USA was taken: add the country"


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
_COMMA = re.compile(r"\s*[,;]\s*")


def is_in_two_countries(text: str) -> bool:
    """Return whether a text names towns of different countries side by side: "Tijuana / San Diego".

    Before a comma there may be a part of a town: only cities that the vocabulary knows are two there.
    """
    from loaders.place_towns import countries_of

    homes = [countries_of(part) for part in _SIDES.split(text) if 2 < len(part) <= _LONGEST_NAME]
    if len(homes) > 1 and all(homes):
        return not frozenset.intersection(*homes)
    cities = place_tables.names().cities
    known = [home for part in _COMMA.split(text) if (home := cities.get(key(part)))]
    return len(known) > 1 and not frozenset.intersection(*known)


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
