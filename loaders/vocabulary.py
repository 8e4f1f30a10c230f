"""The hand-edited CSV files of data/vocabulary: read, checked against each other, ready to look up.

A file that contradicts itself stops the start with a VocabularyError that names file and line.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pycountry

from loaders.problems import VocabularyError
from schema import ORGANISATION_KINDS, TOPIC_KINDS

KOSOVO = "XKX"
"""Kosovo has no entry in ISO 3166-1; this user-assigned code is the one in common use."""

COUNTRY_COLUMNS = (
    "iso3",
    "iso2",
    "m49",
    "name",
    "region_code",
    "region",
    "subregion_code",
    "subregion",
    "latitude",
    "longitude",
)

Row = dict[str, str]


@dataclass(frozen=True)
class Sheet:
    """A vocabulary file: its name and its rows, each with its line number in the file."""

    name: str
    rows: tuple[tuple[int, Row], ...]

    def __iter__(self) -> Iterator[tuple[int, Row]]:
        return iter(self.rows)

    def fail(self, line: int, what: str) -> VocabularyError:
        """Return the error for a line of this file."""
        return VocabularyError(f"{self.name} line {line}: {what}")


@dataclass(frozen=True)
class Vocabulary:
    """All vocabulary, by code, with the names each code is known under (compared by `key`)."""

    countries: dict[str, Row]
    groups: dict[str, Row]
    members: tuple[tuple[str, str], ...]
    country_names: dict[str, str]
    organisations: dict[str, Row]
    organisation_names: dict[str, str]
    cities: dict[tuple[str, str], Row]
    topics: dict[str, Row]
    audiences: dict[str, Row]
    formats: dict[str, Row]
    programmes: dict[str, Row]
    programme_names: dict[str, str]
    series: dict[str, Row]
    series_names: dict[str, str]

    @cached_property
    def topic_names(self) -> dict[str, str]:
        """Topic as the codebook writes it -> topic_id."""
        return {row["name"]: code for code, row in self.topics.items()}

    @cached_property
    def audience_names(self) -> dict[str, str]:
        """Audience as the codebook writes it -> audience_id."""
        return {row["name"]: code for code, row in self.audiences.items()}

    @cached_property
    def format_names(self) -> dict[str, str]:
        """Format as the codebook writes it -> format_id."""
        return {row["name"]: code for code, row in self.formats.items()}

    def country(self, name: str) -> str | None:
        """Return the ISO3 of a country's name: the alias file first, then pycountry; "" for a known non-country."""
        alias = self.country_names.get(key(name))
        if alias is not None:
            return alias
        try:
            return str(pycountry.countries.lookup(name).alpha_3)
        except LookupError:
            return None


def key(name: str) -> str:
    """Return the form in which names are compared: blanks folded, case folded."""
    return " ".join(name.split()).casefold()


def read(folder: Path) -> Vocabulary:
    """Read and check the vocabulary files of a folder.

    Raises VocabularyError, with file and line, for a missing file or column, a code given twice or
    unknown, a name that stands for two codes, and a loop of parents.
    """
    countries_sheet = _sheet(folder, "countries.csv", COUNTRY_COLUMNS)
    groups = _by_code(_sheet(folder, "groups.csv", ("group_id", "name", "as_of")), "group_id")
    countries = _by_code(countries_sheet, "iso3")
    organisations_sheet = _sheet(
        folder, "organisations.csv", ("organisation_id", "name", "short_name", "kind", "iso3", "parent_id")
    )
    organisations = _by_code(organisations_sheet, "organisation_id")
    _check_countries(countries_sheet, groups)
    _check_organisations(organisations_sheet, organisations, countries)
    topics = _sheet(folder, "topics.csv", ("topic_id", "name", "kind"))
    _check_values(topics, "kind", TOPIC_KINDS)
    programmes = _by_code(_sheet(folder, "programmes.csv", ("programme_id", "name")), "programme_id")
    series = _by_code(_sheet(folder, "series.csv", ("series_id", "name")), "series_id")
    return Vocabulary(
        countries=countries,
        groups=groups,
        members=tuple((group, iso3) for group in groups for iso3, row in countries.items() if row[group]),
        country_names=_aliases(_sheet(folder, "country_names.csv", ("name", "iso3")), "iso3", {"": {}, **countries}),
        organisations=organisations,
        organisation_names=_names(folder, "organisation", organisations),
        cities=_cities(_sheet(folder, "cities.csv", ("name", "iso3", "latitude", "longitude")), countries),
        topics=_by_code(topics, "topic_id"),
        audiences=_by_code(_sheet(folder, "audiences.csv", ("audience_id", "name")), "audience_id"),
        formats=_by_code(_sheet(folder, "formats.csv", ("format_id", "name")), "format_id"),
        programmes=programmes,
        programme_names=_names(folder, "programme", programmes),
        series=series,
        series_names=_names(folder, "series", series),
    )


def _sheet(folder: Path, name: str, needed: Iterable[str]) -> Sheet:
    path = folder / name
    if not path.is_file():
        raise VocabularyError(f"{name}: the file is missing from {folder.name}/; put it back")
    with path.open(encoding="utf-8-sig", newline="") as file:
        try:
            reader = csv.DictReader(file, strict=True)
            missing = [column for column in needed if column not in (reader.fieldnames or ())]
            if missing:
                raise VocabularyError(f"{name} line 1: column {missing[0]!r} is missing; add it to the heading")
            rows = tuple((reader.line_num, _clean(row, name, reader.line_num)) for row in reader)
        except (csv.Error, UnicodeDecodeError) as error:
            raise VocabularyError(f"{name}: cannot be read ({error}); save it as CSV in UTF-8") from error
    return Sheet(name, rows)


def _clean(row: Mapping[str | None, str | list[str] | None], name: str, line: int) -> Row:
    if None in row or None in row.values():
        raise VocabularyError(f"{name} line {line}: has more or fewer cells than the heading; check commas and quotes")
    return {str(column): str(value).strip() for column, value in row.items()}


def _by_code(sheet: Sheet, column: str) -> dict[str, Row]:
    """Return the rows by their code; a code may stand once and must not be empty."""
    lines: dict[str, int] = {}
    rows: dict[str, Row] = {}
    for line, row in sheet:
        code = row[column]
        if not code:
            raise sheet.fail(line, f"{column} is empty; give the row a code")
        if code in lines:
            raise sheet.fail(line, f"{code!r} stands in line {lines[code]} too; keep one of the two")
        lines[code], rows[code] = line, row
    return rows


def _aliases(sheet: Sheet, column: str, codes: Mapping[str, object]) -> dict[str, str]:
    """Return name -> code; a name may stand for one code only, and the code must exist."""
    seen: dict[str, tuple[int, str]] = {}
    for line, row in sheet:
        name, code = key(row["name"]), row[column]
        if code not in codes:
            raise sheet.fail(line, f"{row['name']!r} is given the unknown code {code!r}; add the code or mend it")
        if name in seen and seen[name][1] != code:
            other_line, other = seen[name]
            raise sheet.fail(
                line, f"{row['name']!r} is {code} here but {other} in line {other_line}; keep one of the two"
            )
        seen[name] = (line, code)
    return {name: code for name, (_, code) in seen.items()}


def _names(folder: Path, thing: str, codes: Mapping[str, Row]) -> dict[str, str]:
    """Return every name of a thing -> its code: the canonical names and the aliases of `<thing>_names.csv`."""
    column = f"{thing}_id"
    sheet = _sheet(folder, f"{thing}_names.csv", ("name", column))
    aliases = _aliases(sheet, column, codes)
    canonical: dict[str, str] = {}
    for code, row in codes.items():
        name = key(row["name"])
        other = canonical.get(name, aliases.get(name, code))
        if other != code:
            raise VocabularyError(f"{sheet.name}: {row['name']!r} names both {code} and {other}; keep one of the two")
        canonical[name] = code
    return {**aliases, **canonical}


def _cities(sheet: Sheet, countries: Mapping[str, Row]) -> dict[tuple[str, str], Row]:
    rows: dict[tuple[str, str], Row] = {}
    for line, row in sheet:
        if row["iso3"] and row["iso3"] not in countries:
            raise sheet.fail(line, f"unknown country {row['iso3']!r}; give an ISO 3166-1 alpha-3 code")
        _check_point(sheet, line, row)
        if (row["name"], row["iso3"]) in rows:
            raise sheet.fail(line, f"{row['name']!r} ({row['iso3']}) stands twice; keep one of the two")
        rows[row["name"], row["iso3"]] = row
    return rows


def _check_values(sheet: Sheet, column: str, allowed: Iterable[str]) -> None:
    for line, row in sheet:
        if row[column] not in allowed:
            raise sheet.fail(line, f"{column} {row[column]!r} is not one of: {', '.join(allowed)}")


def _check_point(sheet: Sheet, line: int, row: Row) -> None:
    for column, limit in (("latitude", 90), ("longitude", 180)):
        try:
            inside = -limit <= float(row[column]) <= limit
        except ValueError:
            inside = False
        if not inside:
            raise sheet.fail(line, f"{column} {row[column]!r} is no number from -{limit} to {limit}; mend it")


def _check_countries(sheet: Sheet, groups: Mapping[str, Row]) -> None:
    codes = {country.alpha_3 for country in pycountry.countries} | {KOSOVO}
    for line, row in sheet:
        if row["iso3"] not in codes:
            raise sheet.fail(line, f"{row['iso3']!r} is no ISO 3166-1 alpha-3 code; mend it")
        _check_point(sheet, line, row)
        for group in groups:
            if row.get(group, "?") not in ("yes", ""):
                raise sheet.fail(line, f"column {group!r} must hold yes or nothing, and be in the heading")
    missing = codes - {row["iso3"] for _, row in sheet}
    if missing:
        raise VocabularyError(f"{sheet.name}: no row for {', '.join(sorted(missing))}; add it")


def _check_organisations(sheet: Sheet, rows: Mapping[str, Row], countries: Mapping[str, Row]) -> None:
    _check_values(sheet, "kind", ORGANISATION_KINDS)
    for line, row in sheet:
        if row["iso3"] and row["iso3"] not in countries:
            raise sheet.fail(line, f"unknown country {row['iso3']!r}; give an ISO 3166-1 alpha-3 code")
        if row["parent_id"] and row["parent_id"] not in rows:
            raise sheet.fail(line, f"unknown parent {row['parent_id']!r}; add a row for it or mend it")
        above, seen = row["parent_id"], {row["organisation_id"]}
        while above:
            if above in seen:
                raise sheet.fail(line, f"{row['organisation_id']!r} is its own parent through {above!r}; mend parent_id")
            seen.add(above)
            above = rows[above]["parent_id"] if above in rows else ""
