"""The index: all dimensions and measures of the events, built once from the tidy tables and never changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.dimension import Bits, Codes, Dimension, build, mapped
from analysis.words import Words, build_words
from loaders.dates import span
from loaders.tables import Tables
from schema import COUNTRY_ROLES, FORMATS, MODES, ORGANISATION_KINDS
from view import NONE

if TYPE_CHECKING:
    from analysis.listing import Listing

INTERNATIONAL = "international"
"""Class of funders in the country view that belong to no country (DESIGN rule 3): EU, UN and others."""

OTHER_NATIONAL = "other-national"
"""Class of funders in the country view that sit in a country whose government is not named as paying."""

UNLISTED = "unlisted"
"""Class of funders that the vocabulary does not know yet: stated, but neither their kind nor their country is known."""

UNKNOWN = -1
"""Stands in a measure for "not told"."""

THERE = ("host", "participant")
"""Roles of a country that was there (DESIGN rule 2)."""


@dataclass(frozen=True)
class Measures:
    """What is known of each event as numbers; UNKNOWN where it is not."""

    total: Codes
    women: Codes
    men: Codes
    days: Codes
    open_ended: NDArray[np.bool_]
    first: Codes
    last: Codes

    @cached_property
    def both_sexes(self) -> NDArray[np.bool_]:
        """The events that tell women and men, one flag an event."""
        both: NDArray[np.bool_] = (self.women != UNKNOWN) & (self.men != UNKNOWN)
        return both


@dataclass(frozen=True)
class Places:
    """Event id -> position in `events`; ids are looked for one by one, so no table of them takes up memory."""

    ids: pd.Series

    def __contains__(self, event_id: object) -> bool:
        return isinstance(event_id, str) and self.get(event_id) is not None

    def __getitem__(self, event_id: str) -> int:
        place = self.get(event_id)
        if place is None:
            raise KeyError(event_id)
        return place

    def get(self, event_id: str) -> int | None:
        """Return the position of an event; None where there is none of this id."""
        found = np.flatnonzero((self.ids == event_id).to_numpy())
        return int(found[0]) if len(found) else None


@dataclass(frozen=True)
class Index:
    """Dimensions by name, measures by event, and what is needed to find and name things."""

    tables: Tables
    dimensions: dict[str, Dimension]
    measures: Measures
    below: dict[str, tuple[str, ...]]
    regions: dict[str, tuple[str, ...]]
    region_names: dict[str, str]
    read_in_part: NDArray[np.bool_] = field(repr=False)
    words: Words = field(repr=False)

    @property
    def places(self) -> Places:
        """Event id -> position in `events`."""
        return Places(self.tables["events"]["event_id"])

    @cached_property
    def oldest(self) -> Codes:
        """Positions of all events, those without a year first, then by first day."""
        return np.argsort(self.measures.first, kind="stable").astype(np.int32)

    @cached_property
    def rank(self) -> Codes:
        """Place of each event in the order of first days; those without a year come first, then the oldest."""
        rank = np.empty(len(self), dtype=np.int32)
        rank[self.oldest] = np.arange(len(self))
        return rank

    @cached_property
    def newest(self) -> Codes:
        """Positions of all events, newest start first, those without a year last."""
        return np.argsort(-self.measures.first, kind="stable").astype(np.int32)

    @cached_property
    def listing(self) -> Listing:
        """What the rows of a list of events are made from (`analysis.listing.listing`)."""
        from analysis.listing import listing

        return listing(self.tables.frames)

    @cached_property
    def given(self) -> dict[str, Bits]:
        """For each field the events that tell it (`analysis.completeness.given`)."""
        from analysis.completeness import given

        return given(self)

    def __len__(self) -> int:
        return len(self.measures.first)

    def __getitem__(self, dimension: str) -> Dimension:
        return self.dimensions[dimension]

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other

    def find(self, text: str) -> Bits:
        """Return the events in which every word of the text occurs (case and accents do not matter)."""
        return self.words.find(text)


def build_index(tables: Tables) -> Index:
    """Build the index of the tidy tables."""
    words = build_words(tables.frames)  # before the rest, which then lives in the memory this lets go
    dimensions = _Builder(tables).all()
    below = _below(tables["organisations"])
    regions, region_names = _regions(tables)
    measures = _measures(tables["events"])
    for made in dimensions.values():
        _ = made.code, made.bits if made.narrow else made.by_value
    return Index(tables, dimensions, measures, below, regions, region_names, _read_in_part(tables), words)


def _read_in_part(tables: Tables) -> NDArray[np.bool_]:
    """Mark the events none of whose sources was read in full (DESIGN rule 5)."""
    sources = tables["event_sources"]
    event, partial = codes_of(sources["event_id"]), sources["partial"].to_numpy()
    some, whole = (np.zeros(len(tables["events"]), dtype=np.bool_) for _ in range(2))
    some[event], whole[event[~partial]] = True, True
    return some & ~whole


def _place_id(name: str, country: str) -> str:
    """Return the id of a place: commas stand between the parts of an address, so they go."""
    return f"{name}|{country}".replace(",", " ")


def file_id(name: str) -> str:
    """Return the id of a file that holds events: commas stand between the parts of an address, so they go."""
    return name.replace(",", " ")


class _Builder:
    """Makes the dimensions from the tables, one method a family."""

    def __init__(self, tables: Tables) -> None:
        self.tables, self.events = tables, len(tables["events"])
        countries = tables["countries"]
        self.iso3 = list(countries["iso3"].astype(str))
        self.country_names = list(countries["name"])
        self.made: dict[str, Dimension] = {}

    def all(self) -> dict[str, Dimension]:
        """Return every dimension by name."""
        self._plain()
        self._periods()
        self._countries()
        self._organisations()
        self._places()
        self._links()
        return self.made

    def _add(
        self, name: str, ids: Sequence[str], labels: Sequence[str], *, event: Codes, value: Codes, none: str
    ) -> None:
        self.made[name] = build(name, ids, labels, event=event, value=value, events=self.events, none=none)

    def _column(
        self, name: str, column: str, allowed: Sequence[str], ids: Sequence[str], *, none: str
    ) -> None:
        codes = recode(self.tables["events"][column], allowed)
        self._add(name, ids, allowed, event=np.arange(self.events, dtype=np.int32), value=codes, none=none)

    def _plain(self) -> None:
        formats = self.tables["formats"]
        id_of = dict(zip(formats["name"], formats["format_id"].astype(str), strict=True))
        self._column(
            "format", "format", FORMATS, [id_of.get(name, name) for name in FORMATS], none="format not stated"
        )
        self._column("mode", "mode", MODES, [mode.replace(" ", "-") for mode in MODES], none="not told")

    def _periods(self) -> None:
        starts = self.tables["events"]["start_date"]
        known = [str(text) for text in starts.cat.categories if "X" not in text]
        years = [int(text[:4]) for text in known] or [0]
        span_of_years = range(min(years), max(years) + 1) if known else range(0)
        periods = {
            "year": [f"{year}" for year in span_of_years],
            "quarter": [f"{year}-Q{quarter}" for year in span_of_years for quarter in (1, 2, 3, 4)],
            "month": [f"{year}-{month:02}" for year in span_of_years for month in range(1, 13)],
        }
        event = np.arange(self.events, dtype=np.int32)
        for step, ids in periods.items():
            codes = recode(starts, ids, {text: period_of(text, step) for text in known})
            self._add(step, ids, ids, event=event, value=codes, none=f"{step} unknown")

    def _countries(self) -> None:
        rows = self.tables["event_countries"]
        event, value = codes_of(rows["event_id"]), recode(rows["iso3"], self.iso3)
        role = recode(rows["role"], COUNTRY_ROLES)
        chosen = {name: role == code for code, name in enumerate(COUNTRY_ROLES)}
        chosen["there"] = chosen["host"] | chosen["participant"]
        for name, kept in chosen.items():
            self._add(
                name,
                self.iso3,
                self.country_names,
                event=event[kept],
                value=value[kept],
                none=_NO_COUNTRY[name],
            )
        countries = self.tables["countries"]
        subregions = (
            countries["subregion_code"].astype(object).where(countries["subregion_code"].notna(), None)
        )
        named = countries.dropna(subset=["subregion_code"]).drop_duplicates("subregion_code")
        order = named.sort_values(["region", "subregion"], key=lambda column: column.astype(str))
        ids, labels = list(order["subregion_code"].astype(str)), list(order["subregion"].astype(str))
        for role_name in chosen:
            self.made[f"{role_name}_region"] = mapped(
                self.made[role_name],
                f"{role_name}_region",
                ids,
                labels,
                to=list(subregions),
                none=_NO_COUNTRY[role_name],
            )

    def _organisations(self) -> None:
        rows, bodies = self.tables["event_organisations"], self.tables["organisations"]
        ids = list(bodies["organisation_id"].astype(str))
        labels = [
            short if isinstance(short, str) else name
            for short, name in zip(bodies["short_name"], bodies["name"], strict=True)
        ]
        event, value = codes_of(rows["event_id"]), recode(rows["organisation_id"], ids)
        top = _tops(bodies)
        for role in ("organiser", "partner", "funder"):
            kept = np.asarray(rows["role"] == role)
            none = "no funder stated" if role == "funder" else f"no {role} stated"
            name = "funder_body" if role == "funder" else role
            self._add(name, ids, labels, event=event[kept], value=value[kept], none=none)
            self.made[f"{name}_top"] = mapped(self.made[name], f"{name}_top", ids, labels, to=top, none=none)
        kinds = [kind or UNLISTED for kind in _texts(bodies["kind"])]
        named = ([*ORGANISATION_KINDS, UNLISTED], [*ORGANISATION_KINDS, _NO_KIND])
        self.made["funder_kind"] = mapped(
            self.made["funder_body"], "funder_kind", *named, to=kinds, none="no funder stated"
        )
        self._funder_countries(bodies)

    def _funder_countries(self, bodies: pd.DataFrame) -> None:
        """Countries that paid, and classes for bodies that are no country's payment (DESIGN rule 3)."""
        paid, funders = self.made["funder"], self.made["funder_body"]
        ids = [*self.iso3, INTERNATIONAL, OTHER_NATIONAL, UNLISTED]
        labels = [*self.country_names, "international bodies", "other national bodies", _NO_KIND]
        place = {iso3: code for code, iso3 in enumerate(self.iso3)}
        home = np.array(
            [place.get(str(iso3), UNKNOWN) for iso3 in bodies["country"].astype(object)] + [UNKNOWN]
        )
        stated = funders.value < len(funders) - 1
        event, country = funders.event[stated], home[funders.value[stated]]
        governments = paid.value < len(paid) - 1
        by_country = set(
            (paid.event[governments].astype(np.int64) * len(ids) + paid.value[governments]).tolist()
        )
        named = np.array(
            [key in by_country for key in (event.astype(np.int64) * len(ids) + country).tolist()], dtype=bool
        )
        unlisted = np.array([not kind for kind in _texts(bodies["kind"])], dtype=bool)[funders.value[stated]]
        nowhere = np.where(unlisted, len(ids) - 1, len(ids) - 3)
        klass = np.where(country == UNKNOWN, nowhere, len(ids) - 2).astype(np.int32)
        rest = (country == UNKNOWN) | ~named
        self._add(
            "funder_country",
            ids,
            labels,
            event=np.concatenate([paid.event[governments], event[rest]]),
            value=np.concatenate([paid.value[governments], klass[rest]]),
            none="no funder stated",
        )

    def _places(self) -> None:
        events, cities = self.tables["events"], self.tables["cities"]
        ids = [
            _place_id(name, country)
            for name, country in zip(cities["name"], _texts(cities["country"]), strict=True)
        ]
        written = [
            _place_id(city, host)
            for city, host in zip(_texts(events["city"]), _texts(events["host_country"]), strict=True)
        ]
        place = {id_: code for code, id_ in enumerate(ids)}
        codes = np.array([place.get(text, UNKNOWN) for text in written], dtype=np.int32)
        none = "place not told, online or not located"
        self._add(
            "city",
            ids,
            list(cities["name"]),
            event=np.arange(self.events, dtype=np.int32),
            value=codes,
            none=none,
        )

    def _links(self) -> None:
        for name, table, key, none in (
            ("topic", "topics", "topic_id", "no topic stated"),
            ("audience", "audiences", "audience_id", "audience not stated"),
            ("programme", "programmes", "programme_id", "no programme named"),
        ):
            rows, things = self.tables[f"event_{table}"], self.tables[table]
            ids = list(things[key].astype(str))
            self._add(
                name,
                ids,
                list(things["name"]),
                event=codes_of(rows["event_id"]),
                value=recode(rows[key], ids),
                none=none,
            )
        series, events = self.tables["series"], self.tables["events"]
        ids = list(series["series_id"].astype(str))
        codes = recode(events["series_id"], ids)
        self._add(
            "series",
            ids,
            list(series["name"]),
            event=np.arange(self.events, dtype=np.int32),
            value=codes,
            none="not in a series",
        )
        sources = self.tables["event_sources"]
        publishers = [str(name) for name in sources["publisher"].cat.categories]
        ids = [f"{name} (publisher)" if name in (NONE, "others") else name for name in publishers]
        event, value = codes_of(sources["event_id"]), codes_of(sources["publisher"])
        self._add("publisher", ids, publishers, event=event, value=value, none="publisher not told")
        records = self.tables["event_records"]
        files = [str(name) for name in records["source_file"].cat.categories]
        event, value = codes_of(records["event_id"]), codes_of(records["source_file"])
        ids = [file_id(name) for name in files]
        self._add("source_file", ids, files, event=event, value=value, none="file not told")


_NO_KIND = "bodies not in the list yet"

_NO_COUNTRY = {
    "host": "host not told or online",
    "participant": "no participant named",
    "expert": "no expert country named",
    "funder": "no country named as funder",
    "there": "no country named",
}


def _texts(column: pd.Series) -> list[str]:
    return [text if isinstance(text, str) else "" for text in column.astype(object)]


def codes_of(column: pd.Series) -> Codes:
    """Return the codes of a categorical column."""
    return np.asarray(column.cat.codes, dtype=np.int32)


def recode(column: pd.Series, ids: Sequence[str], to: dict[str, Any] | None = None) -> Codes:
    """Return a categorical column as codes into `ids`, through `to` where given; -1 for what is not there."""
    place = {id_: code for code, id_ in enumerate(ids)}
    categories = [str(category) for category in column.cat.categories]
    if to is not None:
        categories = [to.get(category) or "" for category in categories]
    table = np.array([place.get(category, UNKNOWN) for category in categories] + [UNKNOWN], dtype=np.int32)
    return table[codes_of(column)]


def period_of(text: str, step: str) -> str | None:
    """Return the year, quarter or month a date belongs to; None where it is not known that finely."""
    if step == "year":
        return text[:4]
    if len(text) < 7:
        return None
    return text[:7] if step == "month" else f"{text[:4]}-Q{(int(text[5:7]) + 2) // 3}"


def _tops(bodies: pd.DataFrame) -> list[str | None]:
    """Return for each organisation the one at the top of its parents."""
    parent = dict(zip(bodies["organisation_id"].astype(str), _texts(bodies["parent_id"]), strict=True))
    return [_top(id_, parent) for id_ in parent]


def _top(id_: str, parent: dict[str, str]) -> str:
    while parent.get(id_):
        id_ = parent[id_]
    return id_


def _below(bodies: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """Return for each organisation itself and every body below it ("OSCE and all its offices")."""
    parent = dict(zip(bodies["organisation_id"].astype(str), _texts(bodies["parent_id"]), strict=True))
    below: dict[str, list[str]] = {id_: [id_] for id_ in parent}
    for id_, direct in parent.items():
        above = direct
        while above:
            below[above].append(id_)
            above = parent.get(above, "")
    return {id_: tuple(ids) for id_, ids in below.items()}


def _regions(tables: Tables) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """Return members and names of M49 regions and subregions and of country groups, by code."""
    members: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for level in ("region", "subregion"):
        rows = tables["countries"].dropna(subset=[f"{level}_code"])
        for iso3, code, name in zip(rows["iso3"], rows[f"{level}_code"], rows[level], strict=True):
            members.setdefault(str(code), []).append(str(iso3))
            names[str(code)] = str(name)
    for group, iso3 in zip(
        tables["country_groups"]["group_id"], tables["country_groups"]["iso3"], strict=True
    ):
        members.setdefault(str(group), []).append(str(iso3))
    names |= dict(zip(tables["groups"]["group_id"].astype(str), tables["groups"]["name"], strict=True))
    return {code: tuple(countries) for code, countries in members.items()}, names


def _measures(events: pd.DataFrame) -> Measures:
    starts, ends = events["start_date"].cat, events["end_date"].cat
    first, last = _spans(starts.categories)
    start_codes = np.asarray(starts.codes)
    end_first, end_last = _spans(ends.categories)
    end_codes = np.asarray(ends.codes)
    begins, closes = first[start_codes], last[start_codes]
    ends_on = np.where(end_first == end_last, end_first, UNKNOWN)[end_codes]
    to_the_day = (begins == closes) & (begins != UNKNOWN)
    has_end = ends_on != UNKNOWN
    days = np.where(to_the_day, np.where(has_end, ends_on - begins + 1, 1), UNKNOWN)
    people = [
        events[name].fillna(UNKNOWN).to_numpy(dtype=np.int32)
        for name in ("participants_total", "women", "men")
    ]
    total, women, men = people
    return Measures(total, women, men, days.astype(np.int32), to_the_day & ~has_end, begins, closes)


def _spans(categories: pd.Index) -> tuple[Codes, Codes]:
    """Return first and last day of each date; the extra last entry stands for an empty date (code -1)."""
    spans = [span(str(text)) or (UNKNOWN, UNKNOWN) for text in categories] + [(UNKNOWN, UNKNOWN)]
    both = np.array(spans, dtype=np.int32)
    return both[:, 0], both[:, 1]
