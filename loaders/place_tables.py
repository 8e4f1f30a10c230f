"""The vocabulary of places as dictionaries: what each name stands for, and which words are known to be no country.

Read once, when first needed. Where two files give a name, the one that people edit goes first:
country_names.csv, then country_aliases.csv (generated), country_adjectives.csv, place_words.csv, cities.csv.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from loaders import sheets
from loaders.place_keys import key

NO_COUNTRY = ""
"""What a name stands for that is known to be no country's."""

NOT_COUNTRIES = frozenset({"region", "body", "generic", "false friend", "us state"})
"""Kinds of place_words.csv that are answers by themselves."""


class Names(NamedTuple):
    """Names by `key`, codes as they are spelt: each with its ISO3, or "" where it is known to be no country."""

    by_key: dict[str, str]
    codes: dict[str, str]
    adjectives: frozenset[str]
    cities: dict[str, frozenset[str]]


@cache
def names() -> Names:
    """Return all names of countries and of what is taken for one."""
    by_key: dict[str, str] = {}
    cities = _cities()
    by_key.update(dict.fromkeys(cities, NO_COUNTRY))
    for word, kind, _ in place_words():
        if kind in NOT_COUNTRIES:
            by_key[key(word)] = NO_COUNTRY
    adjectives = {
        key(row["name"]): row["iso3"] for row in sheets.rows("country_adjectives.csv", "name", "iso3")
    }
    by_key.update(adjectives)
    aliases, codes = _aliases()
    by_key.update(aliases)
    by_key.update({key(row["name"]): row["iso3"] for row in sheets.rows("country_names.csv", "name", "iso3")})
    return Names(by_key, codes, frozenset(adjectives.keys() - aliases.keys()), cities)


def alias_rows() -> Iterator[tuple[str, ...]]:
    """Return name, ISO3, kind and key of each row of the longest file."""
    found = sheets.read(sheets.path_of("country_aliases.csv"), "name", "iso3", "kind", "key")
    return found.columns("name", "iso3", "kind", "key")


def _aliases() -> tuple[dict[str, str], dict[str, str]]:
    """Return names by their key and codes by their spelling."""
    aliases: dict[str, str] = {}
    codes: dict[str, str] = {}
    for name, iso3, kind, known in alias_rows():
        if kind == "code":
            codes[name] = iso3
        else:
            aliases[known] = iso3
    for word in words("generic"):
        codes.pop(word.upper(), None)
        aliases.pop(key(word), None)
    return aliases, codes


@cache
def place_words() -> tuple[tuple[str, str, str], ...]:
    """Return word, kind and ISO3 of each row of place_words.csv."""
    found = sheets.read(sheets.path_of("place_words.csv"), "word", "kind", "iso3")
    cells = found.columns("word", "kind", "iso3")
    return tuple((word.strip(), kind.strip(), iso3.strip()) for word, kind, iso3 in cells)


@cache
def words(kind: str) -> frozenset[str]:
    """Return the words of a kind in place_words.csv, as they are written there."""
    return frozenset(word for word, known, _ in place_words() if known == kind)


@cache
def keys(kind: str) -> frozenset[str]:
    """Return the words of a kind in place_words.csv in the form in which names are compared."""
    return frozenset(map(key, words(kind)))


@cache
def city_rows() -> tuple[tuple[str, str], ...]:
    """Return every city that is known with its country, from cities.csv and place_words.csv."""
    known = [(row["name"], row["iso3"]) for row in sheets.rows("cities.csv", "name", "iso3")]
    known += [(word, iso3) for word, kind, iso3 in place_words() if kind == "city"]
    return tuple((name, iso3) for name, iso3 in dict.fromkeys(known) if iso3)


def _cities() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, iso3 in city_rows():
        found.setdefault(key(name), set()).add(iso3)
    return {name: frozenset(countries) for name, countries in found.items()}
