"""Write `country_aliases.csv`: names of countries in many languages, each with where it comes from.

Sources: Unicode CLDR by way of Babel (Unicode licence), pycountry (ISO 3166-1 codes and names, LGPL 2.1),
the case forms of Russian names (scripts/russian_cases.py) and our own rows (scripts/country_variants.csv).
Where two countries share a name in different languages, our own row decides;
without one the name is left out and printed.

    python -m scripts.build_country_names
"""
# /// script
# requires-python = ">=3.11"
# dependencies = ["Babel==2.18.0", "pycountry==26.2.16"]
# ///

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pycountry
from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages

from loaders.place_keys import WORD, fold, key
from scripts import russian_cases

HOME = Path(__file__).resolve().parent.parent
VOCABULARY = HOME / "data" / "vocabulary"
LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh", "zh_Hant", "pt", "de", "it")
COLUMNS = ("name", "iso3", "language", "kind", "origin", "key")

NOT_FROM_CLDR = {
    ("PRK", "fr"): {"Corée du Sud"},
    ("COD", "es"): {"Congo"},
}
"""Names that the source gives to the wrong country."""

ORDER = ("own", "countries.csv", "pycountry", "CLDR", "Russian cases")
"""Whose word counts where two sources give one name to two countries."""


class Name(NamedTuple):
    """A row of the file."""

    name: str
    iso3: str
    language: str
    kind: str
    origin: str

    @property
    def row(self) -> tuple[str, ...]:
        """The cells of the row; the key is kept so that the app need not make it at start."""
        return (*self, key(self.name))


def table(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def own() -> Iterator[Name]:
    """Yield the names of scripts/country_variants.csv."""
    for row in table(HOME / "scripts" / "country_variants.csv"):
        yield Name(row["name"], row["iso3"], row["language"], row["kind"], "own")


def codes(countries: Iterable[dict[str, str]]) -> Iterator[Name]:
    """Yield the name of each country as the Atlas writes it, and its two codes."""
    for row in countries:
        yield Name(row["name"], row["iso3"], "en", "short", "countries.csv")
        yield Name(row["iso3"], row["iso3"], "", "code", "pycountry")
        yield Name(row["iso2"], row["iso3"], "", "code", "pycountry")


def iso() -> Iterator[Name]:
    """Yield the names of ISO 3166-1 in English."""
    for country in pycountry.countries:
        for field, kind in (("name", "short"), ("common_name", "short"), ("official_name", "official")):
            if name := getattr(country, field, None):
                yield Name(name, country.alpha_3, "en", kind, "pycountry")


def cldr(countries: Iterable[dict[str, str]]) -> Iterator[Name]:
    """Yield the names of CLDR in the languages of the Atlas, and each country's in its own languages."""
    for row in countries:
        own_languages = list(get_official_languages(row["iso2"], de_facto=True))
        for language in dict.fromkeys((*LANGUAGES, *own_languages)):
            name = _in(language, row["iso2"])
            if (name and not name.isascii() | (len(name) > 3)) or (
                name and name not in NOT_FROM_CLDR.get((row["iso3"], language), set())
            ):
                kind = "short" if language in LANGUAGES else "endonym"
                yield Name(name, row["iso3"], language.split("_")[0], kind, "CLDR")


def _in(language: str, iso2: str) -> str | None:
    try:
        name = Locale.parse(language).territories.get(iso2)
    except (UnknownLocaleError, ValueError):
        return None
    return (
        None
        if name is None or name == iso2
        else str(name).replace("о-ва", "острова").replace("о-в ", "остров ")
    )


def declined(names: Iterable[Name]) -> Iterator[Name]:
    """Yield the case forms of the Russian names."""
    for name in names:
        if name.language == "ru" and name.iso3:
            for form in russian_cases.forms(name.name):
                yield name._replace(name=form, kind="case", origin="Russian cases")


def settled(names: Iterable[Name]) -> tuple[list[Name], list[str]]:
    """Return the rows that agree on what a name stands for, each spelling once; and what was left out or overruled."""
    by_key: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        by_key[name.name if name.kind == "code" else key(name.name)].append(name)
    kept: list[Name] = []
    told: list[str] = []
    for rows in by_key.values():
        rows.sort(key=lambda row: ORDER.index(row.origin))
        first = {row.iso3 for row in rows if row.origin == rows[0].origin}
        if len(first) > 1:
            told.append(f"left out, two countries: {_told(rows)}")
            continue
        agreed = [row for row in rows if row.iso3 in first]
        if len(agreed) < len(rows):
            told.append(f"settled as {rows[0].iso3 or 'no country'}: {_told(rows)}")
        kept += {" ".join(WORD.findall(fold(row.name))): row for row in reversed(agreed)}.values()
    return kept, told


def _told(rows: Iterable[Name]) -> str:
    return "; ".join(f"{row.name} {row.iso3 or '-'} ({row.origin})" for row in rows)


def main() -> None:
    """Collect, settle, write and tell."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--table", type=Path, default=VOCABULARY / "country_aliases.csv")
    options = parser.parse_args()
    countries = table(VOCABULARY / "countries.csv")
    names = [*own(), *codes(countries), *iso(), *cldr(countries)]
    kept, told = settled([*names, *declined(names)])
    with options.table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(row.row for row in sorted(kept, key=lambda name: (name.iso3, name.kind, name.name)))
    print("\n".join(told))
    print(f"{options.table}: {len(kept)} names")


if __name__ == "__main__":
    main()
