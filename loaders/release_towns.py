"""Towns an announcement names behind "in", at the head of a line or in a dateline, with their country."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache

from loaders.late import late
from loaders.place_keys import fold, key
from loaders.place_tables import city_rows
from loaders.place_towns import town_named
from loaders.release_words import words_in

_NAME = r"[^\W\d_a-zß-öø-ÿа-яё][\w’'‘ʼ.\-]+"
_BEHIND = late(
    rf"(?:\b(?i:in|at|near|to|outside|from|of|around|à|en|em|no|na|a|от|из|в|во|г\.|городе)\s+|[Вв] г\.\s?|"
    rf",\s|^date\s[\d-]+\s|^)(?:the (?:city|town|capital) of )?({_NAME}(?:[ ](?:de|del|la|el|do|da|of|upon|on|"
    rf"es)\b)?(?:[ ]{_NAME}){{0,3}})",
    re.MULTILINE,
)
_ALSO = late(
    rf"(?:,?\s\(?[^().;\n]{{0,30}}\d[^().;\n]{{0,12}}\)?|\s\([^().;\n]{{0,40}}\))?,?\s(?:and|y|e|et|и)\s"
    rf"({_NAME}(?:[ ]{_NAME}){{0,2}})"
)
"""What stands between a town and a second that "in" also holds for: "in Lima (3-5 May) and Ica (8-10 May)"."""

_LEAST_ALONE = 5
"""Letters of a second town that need not lie in the country of the first."""

_HEADS = late(r"\s?(?:[,.:(–—-]|hosts|hosted|welcom|was the|abrit|accueill|acog|acolhe|sedi)")
"""What stands behind a town at the head of a line, as in a dateline."""

_NUMBERED = late(r"\s[IVX]+\b")
"""What stands behind the name of a king or a pope, not of a town: "Hassan I University"."""

_NO_TOWNS = words_in(
    "march may police union crime order court law date same best most son van media sale "
    "reading orange central asia airport along bar basic bear borne buy date deal delta drug dual federal "
    "fishers centro centre center "
    "goes green guarda hub justicia leer lista logos mai man marco marks martin mentor minas mission mobile most much "
    "officer opportunity para peer plano reforma registro rest retreat roles say soci spring summit sur time turn una "
    "mon tue wed thu fri sat xinhua university young oas ilo ica apa independence liberty campanha este feira"
)
"""Towns whose names are more often another word."""

_ABBREVIATED = 4
"""Letters up to which a name all in capitals is rather an abbreviation, but at the head of a line."""

_CASES = ("", "Е", "У", "А", "ОМ", "И")
"""Endings of Russian town names in the cases that follow "в", "из" and the like."""


_APOSTROPHES = "'’‘ʼʻ`"
_SAINT = late(r"ST\.? (?=[A-Z])")
_PORT = "PORT "


def _line(name: str) -> tuple[str, str] | None:
    """Return countries and first name of a town in capitals, also where its name is spelled in another way.

    "St. Petersburg" is one of America, and "Saint Petersburg" one of Russia: both are meant then.
    """
    found = next((known for spelling in _spellings(name) if (known := town_named(spelling))), None)
    full = _SAINT.sub("SAINT ", name) if _SAINT.match(name) else ""
    saint = _line(full) if full else None
    if found is None or saint is None:
        return saint or (found and (found.countries, found.known_as or found.name))
    told = dict.fromkeys([*found.countries.split("|"), *saint[0].split("|")])
    return "|".join(told), found.known_as or found.name


def _spellings(name: str) -> Iterator[str]:
    """Yield a name in capitals as it is written, then with other apostrophes, with a hyphen, without accents."""
    yield name
    mark = next((one for one in _APOSTROPHES if one in name), None)
    if mark:
        yield from (name.replace(mark, other) for other in _APOSTROPHES if other != mark)
    if name.startswith(_PORT) and name.count(" ") == 1:
        yield name.replace(" ", "-")
    if not name.isascii() and (plain := fold(name).upper()).isascii():
        yield plain


def town(name: str) -> tuple[str, str] | None:
    """Return ISO3 and first name of a town, also of one in a Russian case; None where there is none of that name."""
    plain = name.upper()
    found = _line(plain)
    if found or not re.match("[А-ЯЁ]", plain):
        return found
    stems = [plain.removesuffix(ending) for ending in _CASES]
    told = (_line(stem + letter) for stem in stems for letter in ("", "А", "Ь", "Я"))
    return next((one for one in told if one), None)


def _country(name: str, named: Set[str]) -> str | None:
    """Return the country of a town; of one whose name is also that of a city elsewhere the one that is named."""
    known = town(name)
    if known is None:
        return None
    told = {*known[0].split("|"), *cities().get(key(name), ())}
    if len(told) == 1:
        return known[0]
    fitting = [iso3 for iso3 in told if iso3 in named]
    return fitting[0] if len(fitting) == 1 else None


@lru_cache(maxsize=1)
def cities() -> dict[str, set[str]]:
    """Return the countries of the cities that are known well, by the key of their name."""
    found: dict[str, set[str]] = {}
    for name, iso3 in city_rows():
        found.setdefault(key(name), set()).add(iso3)
    return found


def found_towns(
    text: str, taken: Sequence[tuple[int, int]], named: Set[str]
) -> Iterator[tuple[str, int, int]]:
    """Yield ISO3, start and end of the towns of a text that stand in no span that is taken.

    A name that several countries share counts where one of them alone is `named` in the text.
    """
    spans = sorted(taken)
    for match in _BEHIND.finditer(text):
        if match.start() == match.start(1) and not _HEADS.match(text, match.end()) and not match[1].isupper():
            continue
        words = match[1].split(" ")
        for count in range(len(words), 0, -1):
            name = " ".join(words[:count]).rstrip(".'’-")
            short = name.isupper() and len(name) <= _ABBREVIATED and match.start() != match.start(1)
            if len(name) < 3 or short or name.casefold() in _NO_TOWNS:
                continue
            if iso3 := _country(name, named):
                start = match.start(1)
                if _NUMBERED.match(text, start + len(name)):
                    break
                if not any(begin < start + len(name) and start < end for begin, end in spans):
                    yield iso3, start, start + len(name)
                break


def second_towns(
    text: str, firsts: Sequence[tuple[str, int]], taken: Sequence[tuple[int, int]]
) -> Iterator[tuple[str, int, int]]:
    """Yield ISO3, start and end of the towns joined to others, of which ISO3 and end are given: "in Lima and Ica"."""
    for iso3, end in firsts:
        match = _ALSO.match(text, end)
        if match is None or any(begin < match.end(1) and match.start(1) < stop for begin, stop in taken):
            continue
        words = match[1].split(" ")
        for count in range(len(words), 0, -1):
            name = " ".join(words[:count]).rstrip(".'’-")
            if len(name) < 3 or name.isupper() or name.casefold() in _NO_TOWNS:
                continue
            if country := _beside(name, iso3):
                yield country, match.start(1), match.start(1) + len(name)
                break


def _beside(name: str, iso3: str) -> str | None:
    """Return the country of a town named beside one of a country: that country, or its only one."""
    known = town(name)
    if known is None:
        return None
    countries = known[0].split("|")
    if iso3 in countries:
        return iso3
    return countries[0] if len(countries) == 1 and len(name) >= _LEAST_ALONE else None
