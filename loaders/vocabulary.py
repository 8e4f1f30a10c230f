"""The hand-edited CSV files of data/vocabulary: read, checked against each other, ready to look up.

A file that contradicts itself stops the start with a VocabularyError that names file and line.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pycountry

from loaders import places, sheets
from loaders.problems import VocabularyError
from schema import FORMATS, ORGANISATION_KINDS, TOPIC_KINDS

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

ORGANISATION_COLUMNS = ("organisation_id", "name", "short_name", "kind", "iso3", "parent_id")

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
        return sheets.fault(self.name, line, what)


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
        """Return the ISO3 of a country's name: the alias file first, then all names; "" for a known non-country."""
        alias = self.country_names.get(key(name))
        if alias is not None:
            return alias
        answer = places.classify(name)
        return "" if answer.verdict is places.Verdict.NO_COUNTRY else answer.iso3


def key(name: str) -> str:
    """Return the form in which names are compared: blanks folded, case folded."""
    return " ".join(name.split()).casefold()


def read(folder: Path) -> Vocabulary:
    """Read and check the vocabulary files of a folder.

    Raises VocabularyError, with file and line, for a missing file or column, a code given twice or
    unknown, a name that stands for two codes, and a loop of parents.
    """
    groups = _by_code(_sheet(folder, "groups.csv", ("group_id", "name", "as_of")), "group_id")
    countries = _countries(_sheet(folder, "countries.csv", COUNTRY_COLUMNS), groups)
    bodies = _sheet(folder, "organisations.csv", ORGANISATION_COLUMNS)
    programmes = _sheet(folder, "programmes.csv", ("programme_id", "name"))
    series = _sheet(folder, "series.csv", ("series_id", "name"))
    return Vocabulary(
        countries=countries,
        groups=groups,
        members=tuple((group, iso3) for group in groups for iso3, row in countries.items() if row[group]),
        country_names=_country_names(folder, countries),
        organisations=_organisations(bodies, countries),
        organisation_names=_names(folder, bodies, "organisation"),
        cities=_cities(_sheet(folder, "cities.csv", ("name", "iso3", "latitude", "longitude")), countries),
        topics=_closed(_sheet(folder, "topics.csv", ("topic_id", "name", "kind")), kind=TOPIC_KINDS),
        audiences=_closed(_sheet(folder, "audiences.csv", ("audience_id", "name"))),
        formats=_closed(_sheet(folder, "formats.csv", ("format_id", "name")), name=FORMATS),
        programmes=_by_code(programmes, "programme_id"),
        programme_names=_names(folder, programmes, "programme"),
        series=_by_code(series, "series_id"),
        series_names=_names(folder, series, "series"),
    )


def _sheet(folder: Path, name: str, needed: Iterable[str]) -> Sheet:
    return Sheet(name, tuple(sheets.read(folder / name, *needed).rows()))


RESERVED = ("none", "others")
"""Codes that charts and addresses use for "not stated" and for the rest."""


def _by_code(sheet: Sheet, column: str) -> dict[str, Row]:
    """Return the rows by their code; a code may stand once and must not be empty."""
    lines: dict[str, int] = {}
    rows: dict[str, Row] = {}
    for line, row in sheet:
        code = row[column]
        if not code:
            raise sheet.fail(line, f"{column} is empty; give the row a code")
        if column.endswith("_id") and (code in RESERVED or {",", ":"} & set(code)):
            raise sheet.fail(
                line,
                f"{code!r} cannot be a code (none, others, commas and colons have a meaning); choose another",
            )
        if code in lines:
            raise sheet.fail(line, f"{code!r} stands in line {lines[code]} too; keep one of the two")
        lines[code], rows[code] = line, row
    return rows


def _closed(sheet: Sheet, **allowed: Sequence[str]) -> dict[str, Row]:
    """Return the rows of a closed list by code; a name may stand once, `allowed` lists values by column."""
    for column, values in allowed.items():
        _check_values(sheet, column, values)
    _by_code(sheet, "name")
    return _by_code(sheet, f"{sheet.name.removesuffix('s.csv')}_id")


def _country_names(folder: Path, countries: Mapping[str, Row]) -> dict[str, str]:
    """Return name -> ISO3, "" where a name is known not to be a country's."""
    return _aliases(_sheet(folder, "country_names.csv", ("name", "iso3")), "iso3", {"", *countries})


def _aliases(sheet: Sheet, column: str, codes: Container[str]) -> dict[str, str]:
    """Return name -> code; a name may stand for one code only, and the code must exist."""
    seen: dict[str, tuple[int, str]] = {}
    for line, row in sheet:
        name, code = key(row["name"]), row[column]
        if not name:
            raise sheet.fail(line, "name is empty; write the name or take the row out")
        if code not in codes:
            what = f"{row['name']!r} is given the unknown code {code!r}; add the code or mend it"
            raise sheet.fail(line, what)
        other_line, other = seen.setdefault(name, (line, code))
        if other != code:
            what = f"{row['name']!r} is {_or_none(code)} here but {_or_none(other)} in line {other_line}"
            raise sheet.fail(line, f"{what}; keep one of the two")
    return {name: code for name, (_, code) in seen.items()}


def _or_none(code: str) -> str:
    return code or "no code"


def _names(folder: Path, sheet: Sheet, thing: str) -> dict[str, str]:
    """Return every name of a thing -> its code: the names in its own sheet and those in `<thing>_names.csv`."""
    column = f"{thing}_id"
    aliases = _sheet(folder, f"{thing}_names.csv", ("name", column))
    names = _aliases(aliases, column, _by_code(sheet, column))
    for line, row in sheet:
        name, code = key(row["name"]), row[column]
        if not name:
            raise sheet.fail(line, f"name of {code!r} is empty; write it")
        if names.setdefault(name, code) != code:
            what = f"{row['name']!r} is {code} here but {names[name]} elsewhere in {sheet.name} or {aliases.name}"
            raise sheet.fail(line, f"{what}; keep one of the two")
    return names


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


def _countries(sheet: Sheet, groups: Mapping[str, Row]) -> dict[str, Row]:
    """Return the rows by ISO3: every country of ISO 3166-1 and Kosovo, each with a point and its groups."""
    codes = {country.alpha_3 for country in pycountry.countries} | {KOSOVO}
    for line, row in sheet:
        if row["iso3"] not in codes:
            raise sheet.fail(line, f"{row['iso3']!r} is no ISO 3166-1 alpha-3 code; mend it")
        _check_point(sheet, line, row)
        _check_m49(sheet, line, row)
        _check_groups(sheet, line, row, groups)
    missing = codes - {row["iso3"] for _, row in sheet}
    if missing:
        raise VocabularyError(f"{sheet.name}: no row for {', '.join(sorted(missing))}; add it")
    return _by_code(sheet, "iso3")


def _check_m49(sheet: Sheet, line: int, row: Row) -> None:
    for column in ("m49", "region_code", "subregion_code"):
        if row[column] and not re.fullmatch("[0-9]{3}", row[column]):
            what = f"{column} {row[column]!r} has not three digits; a spreadsheet drops leading zeros"
            raise sheet.fail(line, f"{what}: import the column as text")


def _check_groups(sheet: Sheet, line: int, row: Row, groups: Mapping[str, Row]) -> None:
    for group in groups:
        if row.get(group, "?") not in ("yes", ""):
            raise sheet.fail(line, f"column {group!r} must hold yes or nothing, and be in the heading")
    for column in row.keys() - {*COUNTRY_COLUMNS, "note", *groups}:
        raise sheet.fail(1, f"column {column!r} is no group of groups.csv; add it there or mend its name")


def _organisations(sheet: Sheet, countries: Mapping[str, Row]) -> dict[str, Row]:
    """Return the bodies by id: each of a known kind, in a known country, below a parent that is no child of it."""
    rows = _by_code(sheet, "organisation_id")
    _check_values(sheet, "kind", ORGANISATION_KINDS)
    for line, row in sheet:
        if row["iso3"] and row["iso3"] not in countries:
            raise sheet.fail(line, f"unknown country {row['iso3']!r}; give an ISO 3166-1 alpha-3 code")
        if row["parent_id"] and row["parent_id"] not in rows:
            raise sheet.fail(line, f"unknown parent {row['parent_id']!r}; add a row for it or mend it")
    for line, row in sheet:
        _check_parents(sheet, line, row, rows)
    return rows


def _check_parents(sheet: Sheet, line: int, row: Row, rows: Mapping[str, Row]) -> None:
    above, seen = row["parent_id"], {row["organisation_id"]}
    while above:
        if above in seen:
            what = f"{row['organisation_id']!r} is its own parent through {above!r}; mend parent_id"
            raise sheet.fail(line, what)
        seen.add(above)
        above = rows[above]["parent_id"]
