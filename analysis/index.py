"""The index: dimensions, measures and words of the events, over the tidy tables; what is made once never changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.dimension import Bits, Codes, Dimension
from analysis.dimensions import (
    UNKNOWN,
    Dimensions,
    codes_of,
    texts,
)
from analysis.words import Words, build_words
from loaders.dates import span
from loaders.tables import Tables

if TYPE_CHECKING:
    from analysis.listing import Listing


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
    dimensions: Dimensions
    measures: Measures
    below: dict[str, tuple[str, ...]]
    regions: dict[str, tuple[str, ...]]
    region_names: dict[str, str]
    read_in_part: NDArray[np.bool_] = field(repr=False)

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
    def unread(self) -> int:
        """How many lines and files could not be read at all: rows of `problems` about no event and no column."""
        problems = self.tables["problems"]
        whole = problems["field"].isin(("line", "file")) & (problems["severity"] == "error")
        return int((whole & problems["event_id"].isna() & problems["column"].isna()).sum())

    @cached_property
    def dated(self) -> Codes:
        """Positions of the events with a known year, oldest start first."""
        return self.oldest[np.count_nonzero(self.measures.first == UNKNOWN) :]

    @cached_property
    def span(self) -> tuple[date, date] | None:
        """The first day of the oldest and the start of the newest event (the last day of a month known alone)."""
        first, last = self.measures.first, self.measures.last
        if not len(self.dated):
            return None
        newest = last[first == first.max()].min()
        return date.fromordinal(int(first[self.dated[0]])), date.fromordinal(int(newest))

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

    @cached_property
    def tells_who_came(self) -> NDArray[np.bool_]:
        """The events that name who came (`analysis.attendance.tells_who_came`)."""
        from analysis.attendance import tells_who_came

        return tells_who_came(self)

    @cached_property
    def region_of(self) -> dict[str, dict[str, str]]:
        """For "region" and "subregion" (UN M49) the code of the one each country lies in, by ISO3."""
        countries = self.tables["countries"]
        codes = {level: texts(countries[f"{level}_code"]) for level in ("region", "subregion")}
        return {
            level: {iso3: code for iso3, code in zip(texts(countries["iso3"]), found, strict=True) if code}
            for level, found in codes.items()
        }

    @cached_property
    def words(self) -> Words:
        """The words of all events."""
        return build_words(self.tables.frames)

    @property
    def made(self) -> int:
        """How many of its parts are made: they are when first asked for."""
        return self.dimensions.made + ("words" in vars(self))

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
    regions, region_names = _regions(tables)
    return Index(
        tables=tables,
        dimensions=Dimensions(tables),
        measures=_measures(tables["events"]),
        below=_below(tables["organisations"]),
        regions=regions,
        region_names=region_names,
        read_in_part=_read_in_part(tables),
    )


def _read_in_part(tables: Tables) -> NDArray[np.bool_]:
    """Mark the events none of whose sources was read in full (DESIGN rule 5)."""
    sources = tables["event_sources"]
    event, partial = codes_of(sources["event_id"]), sources["partial"].to_numpy()
    some, whole = (np.zeros(len(tables["events"]), dtype=np.bool_) for _ in range(2))
    some[event], whole[event[~partial]] = True, True
    return some & ~whole


def _below(bodies: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """Return for each organisation itself and every body below it ("OSCE and all its offices")."""
    parent = dict(zip(bodies["organisation_id"].astype(str), texts(bodies["parent_id"]), strict=True))
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
