"""What stands in the cells of a list becomes parts of a record: countries, bodies, people, places, words.

Every function returns what was understood and faults for the rest: nothing that is written in a cell is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from loaders.grids import Cell, folded, shown
from loaders.list_dates import Fault
from loaders.list_words import ListWords, word_key

_PARTS = re.compile(r"\s*(?:[;\n•|]|\s[-–—]\s(?=[A-ZА-Я]))\s*")
"""Between the parts of a cell, whatever they are."""

_PIECES = re.compile(r"\s*[,;\n•|/&+]\s*|\s+(?:and|et|y|e|и|und|as well as)\s+", re.IGNORECASE)
"""Between names of countries and words of a vocabulary; a name may hold such a sign itself ("Trinidad and Tobago")."""

_LONGEST_NAME = 5
"""Pieces that one name may be made of."""

_COUNTED = re.compile(r"\s*(?:[(\[]\s*\d+[^)\]]*[)\]]|[-–:x×]\s*\d+)\s*$")
"""A number behind a name, as in "Kazakhstan (5)"."""

_BULLET = re.compile(r"^\s*(?:[-–•*·]|\(?\d{1,2}[.)])\s+")


@dataclass(frozen=True)
class Read:
    """What a cell held: items for the record, and faults."""

    items: tuple[Any, ...] = ()
    faults: tuple[Fault, ...] = ()


def pieces(text: str, known: Callable[[str], Any]) -> list[tuple[str, Any]]:
    """Return the names in a text, each with what `known` says of it, None where it says nothing.

    The longest run of pieces that is known is one name.
    """
    marks = [(0, 0), *(match.span() for match in _PIECES.finditer(text)), (len(text), len(text))]
    bounds = [(left[1], right[0]) for left, right in pairwise(marks) if left[1] < right[0]]
    found: list[tuple[str, Any]] = []
    place = 0
    while place < len(bounds):
        for last in range(min(place + _LONGEST_NAME, len(bounds)), place, -1):
            name = text[bounds[place][0] : bounds[last - 1][1]].strip(" .")
            answer = known(name) if name else None
            if answer is not None or last == place + 1:
                break
        if name:
            found.append((name, answer))
        place = last
    return found


# Countries


@lru_cache(maxsize=50_000)
def country(text: str) -> str | None:
    """Return the ISO3 of one country's name; None where the text lists several."""
    from loaders.places import resolve_countries, resolve_country

    found: str | None = resolve_country(text)
    if found and _PIECES.search(text) and resolve_countries(text) != [found]:
        return None
    return found


@lru_cache(maxsize=50_000)
def _countries(text: str) -> tuple[str, ...] | None:
    """Return the countries of one name or group; None for none. A text with separators is one name or nothing."""
    from loaders.places import resolve_countries

    found = country(text)
    if found:
        return (found,)
    if _PIECES.search(text):
        return None
    return tuple(resolve_countries(text)) or None


def are_countries(text: str) -> bool:
    """Return whether every name in a text is one of a country or of a group of countries."""
    return len(text) < 2000 and all(codes for _, codes in named_countries(text))


@lru_cache(maxsize=50_000)
def named_countries(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the names in a cell, each with its countries; none for a name that is not known."""
    found: list[tuple[str, tuple[str, ...]]] = []
    for part in filter(None, re.split(r"\s*[;\n•]\s*", text)):
        for name, codes in _listed(part):
            found.append((name, codes or ()))
    return tuple(found)


def _listed(part: str) -> list[tuple[str, tuple[str, ...] | None]]:
    """Return the names of a part; a name with a number behind it, or with a list in brackets, once more without."""
    listed: list[tuple[str, tuple[str, ...] | None]] = []
    for name, codes in pieces(part, _countries):
        bare = _COUNTED.sub("", _BULLET.sub("", name)).strip()
        listed.append((name, codes or (_countries(bare) if bare and bare != name else None)))
    if all(codes for _, codes in listed):
        return listed
    bare = _COUNTED.sub("", _BULLET.sub("", part)).strip()
    whole = _countries(bare) if bare != part else None
    return [(bare, whole)] if whole else listed


def read_countries(text: str, role: str, words: ListWords) -> Read:
    """Return the country rows of a cell; a name that is none is a fault with a suggestion."""
    items: list[dict[str, str]] = []
    faults: list[Fault] = []
    for name, codes in named_countries(text):
        items.extend({"name": name, "role": role, "iso3": code} for code in codes)
        if not codes:
            faults.append(_no_country(name, words))
    return Read(tuple(items), tuple(faults))


def _no_country(name: str, words: ListWords) -> Fault:
    if words.meaning("no country", name) is not None:
        return (name, "names no country; counted as none (list the countries where they are known)", "note")
    meant = _suggested(name)
    hint = f"; did you mean {meant}? Write it so," if meant else "; write its name in full,"
    return (name, f"is no country that is known{hint} or add it to country_names.csv", "error")


def _suggested(name: str) -> str:
    from loaders.places import suggest_country

    suggestions = suggest_country(name)[:1] if len(name) < 100 else []
    return " or ".join(_says(suggestion) for suggestion in suggestions)


def _says(suggestion: Any) -> str:
    """Return a suggestion in words, whichever fields it has."""
    if isinstance(suggestion, str):
        return suggestion
    name = getattr(suggestion, "name", "") or getattr(suggestion, "as_written", "")
    code = getattr(suggestion, "iso3", "") or getattr(suggestion, "organisation_id", "")
    return f"{name} ({code})" if name and code else str(name or code or suggestion)


# Bodies


@lru_cache(maxsize=100_000)
def body(text: str, host: str | None = None) -> tuple[str, str | None]:
    """Return known, "no body" or unknown, and the id of a body, as seen from its event's host."""
    from loaders.organisations import classify

    answer = classify(text, host)
    return answer.kind, answer.organisation_id


def bodies_in(text: str, host: str | None) -> list[str]:
    """Return the names of bodies in a cell: its parts, split at commas and "and" only where both sides are bodies."""
    names: list[str] = []
    for part in filter(None, (_BULLET.sub("", part).strip(" ;,") for part in _PARTS.split(text))):
        names.extend([part] if body(part, host)[1] else _split_bodies(part, host))
    return names


def _split_bodies(part: str, host: str | None) -> list[str]:
    """Return the bodies of a part that is not one itself; the whole part where a piece may be half a name."""
    split = pieces(part, lambda name: body(name, host)[1])
    if len(split) > 1 and all(found for _, found in split):
        return [name for name, _ in split]
    by_comma = [name.strip() for name in re.split(r",\s+", part) if name.strip()]
    known = [body(name, host)[1] is not None or country(name) is not None for name in by_comma]
    if any(known) and all(is_known or _is_name(name) for name, is_known in zip(by_comma, known, strict=True)):
        return by_comma
    return [part]


_BODY_WORD = re.compile(
    r"\b(?:ministry|office|agency|centre|center|organi[sz]ation|institute|university|police|department|embassy|"
    r"council|commission|committee|federation|union|association|academy|foundation|network|government|service|"
    r"minist[eè]re|ministerio|agence|agencia|universit[eé]|universidad|министерство|агентство|служба|университет|"
    r"фонд|центр|академия|посольство)\b",
    re.IGNORECASE,
)


def _is_name(text: str) -> bool:
    """Return whether a piece between commas is a body's whole name by its looks: an acronym, or a word for a body."""
    return bool(
        re.fullmatch(r"[A-Z][A-Z0-9.&/-]{1,9}", text) or (text[:1].isupper() and _BODY_WORD.search(text))
    )


def read_bodies(text: str, role: str, *, host: str | None, full_name: Callable[[str], str]) -> Read:
    """Return the organisation rows of a cell; what is known to be no body is a note.

    A body that nobody knows yet is kept under its own name; the records' reader asks about it.
    """
    items: list[dict[str, str]] = []
    faults: list[Fault] = []
    for name in bodies_in(text, host):
        kind, found = body(name, host)
        if kind == "no body":
            faults.append((name, "is no body; counted as none", "note"))
        elif found is None and role == "expert":
            advice = (
                "is no body that is known, and names of persons are not kept; name the body that sent them"
            )
            faults.append((name, advice, "note"))
        else:
            items.append({"name": full_name(found) if found else name, "as_written": name, "role": role})
    return Read(tuple(items), tuple(faults))


@dataclass(frozen=True)
class Paid:
    """Who paid: country rows and organisation rows, and faults."""

    countries: tuple[dict[str, str], ...] = ()
    organisations: tuple[dict[str, str], ...] = ()
    faults: tuple[Fault, ...] = ()


def read_funders(
    text: str, *, full_name: Callable[[str], str], country_of: Callable[[str], str | None]
) -> Paid:
    """Return the bodies and countries that paid; a government's body stands for its country too."""
    countries: list[dict[str, str]] = []
    organisations: list[dict[str, str]] = []
    faults: list[Fault] = []
    for name in _funder_names(text):
        kind, found = body(name)
        nation = country_of(found) if found else country(name)
        if nation:
            countries.append({"name": name, "role": "funder", "iso3": nation})
        if found or (kind == "unknown" and not nation):
            organisations.append(
                {"name": full_name(found) if found else name, "as_written": name, "role": "funder"}
            )
        elif not nation:
            faults.append((name, "is no body and no country; counted as none", "note"))
    return Paid(tuple(countries), tuple(organisations), tuple(faults))


def _funder_names(text: str) -> list[str]:
    names: list[str] = []
    for name in bodies_in(text, None):
        split = [] if body(name)[1] or country(name) else pieces(name, _known_funder)
        names.extend([part for part, _ in split] if split and all(known for _, known in split) else [name])
    return names


def _known_funder(name: str) -> str | None:
    return body(name)[1] or country(name)


# Words of the codebook


def read_coded(text: str, kind: str, words: ListWords, names: Iterable[str]) -> Read:
    """Return the names of the codebook that a cell means; anything else is a fault."""
    known = {word_key(name): name for name in names}

    def meaning(piece: str) -> str | None:
        return known.get(word_key(piece)) or words.meaning(kind, piece) or None

    items: dict[str, None] = {}
    faults: list[Fault] = []
    for part in filter(None, (_BULLET.sub("", part).strip() for part in _PARTS.split(text))):
        for name, found in [(part, meaning(part))] if meaning(part) else pieces(part, meaning):
            if found:
                items[found] = None
            else:
                advice = f"is none of the {kind}s of the codebook; use one of its names, or add it to list_words.csv"
                faults.append((name, advice, "error"))
    return Read(tuple(items), tuple(faults))


# People


@dataclass(frozen=True)
class People:
    """A headcount as a record has it."""

    total: int | None = None
    women: int | None = None
    men: int | None = None
    approximate: bool = False


def read_people(cell: Cell) -> tuple[People | None, str]:
    """Return a headcount and what is wrong with it; None where the cell is none."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        whole = float(cell).is_integer() and 0 <= cell < 2**31
        return (People(int(cell)), "") if whole else (None, "is no whole number of people; mend it")
    text = folded(shown(cell))
    if text.isdigit() and len(text) < 10:
        return People(int(text)), ""
    from loaders.headcounts import parse_headcount

    found = parse_headcount(text)
    if found is None:
        return None, "is no number of people that can be read; write the number alone"
    if found.low is None and found.women is None and found.men is None:
        return None, "tells only how many they were at most; no total is kept, write one where it is known"
    rounded = bool(found.approximate) or found.high != found.low
    return People(found.low, found.women, found.men, rounded), ""


def is_headcount(text: str) -> bool:
    """Return whether a text is a number of people."""
    return len(text) < 200 and read_people(text)[0] is not None


# Places


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
    parts = [part for part in pieces_ if part]
    modes = [words.meaning("mode", part) for part in parts]
    if any(modes):
        mode = "hybrid" if "hybrid" in modes or len(parts) > modes.count("online") else "online"
        parts = [part for part, said in zip(parts, modes, strict=True) if not said]
    whole = country(text)
    if whole and (len(parts) < 2 or len(text) < 4):
        return Place(None, whole, text, mode)
    return _with_country(text, parts, mode, cities)


def _with_country(text: str, parts: list[str], mode: str | None, cities: Cities) -> Place:
    """Return the place from its parts: the country behind or before, the city known or next to it."""
    codes = [country(part) for part in parts]
    place = next(
        (number for number in (len(parts) - 1, 0) if parts and codes[number] and len(parts) > 1), None
    )
    iso3, written = (codes[place], parts[place]) if place is not None else (None, "")
    rest = [part for number, part in enumerate(parts) if number != place]
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
    return Place(name, iso3, written or text, mode, tuple(faults))


def _city(name: str | None, iso3: str | None, cities: Cities) -> tuple[str, str] | None:
    """Return name and country of a city of cities.csv, the only one of that name where the country is not known."""
    fits = [city for city in cities.get(city_key(name or ""), ()) if iso3 in (None, city[1])]
    return fits[0] if len(fits) == 1 else None


def known_city(name: str, iso3: str | None, cities: Cities) -> tuple[str, str] | None:
    """Return name and country of a city of cities.csv."""
    return _city(name, iso3, cities)


def city_key(name: str) -> str:
    """Return the form in which names of cities are compared: case, blanks and accents folded."""
    import unicodedata

    flat = unicodedata.normalize("NFKD", " ".join(name.split()).casefold())
    return "".join(sign for sign in flat if not unicodedata.combining(sign))


# Links and lines

_LINK = re.compile(r"(?:https?://|www\.)[^\s,;|<>\"]+")


_ONE_LINK = re.compile(r"https?://[^\s,;|<>\"()]*[^\s,;|<>\"().]")


def read_links(text: str) -> tuple[list[str], str]:
    """Return the addresses in a cell, and what stands beside them."""
    if text.startswith("http") and _ONE_LINK.fullmatch(text):
        return [text], ""
    links = [link if link.startswith("http") else f"https://{link}" for link in _LINK.findall(text)]
    return [link.rstrip(".)") for link in links], folded(_LINK.sub(" ", text)).strip(" ;,|-–")


def read_lines(text: str) -> Sequence[str]:
    """Return the points of a cell, one a line."""
    points = (_BULLET.sub("", line).strip() for line in text.split("\n"))
    return tuple(dict.fromkeys(filter(None, points)))
