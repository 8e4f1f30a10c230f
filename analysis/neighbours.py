"""What the region does without us: countries that others invite, and topics that one of our countries has not had."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import pandas as pd

from analysis.counts import small
from analysis.gaps import ANY, Country, of, texts_at
from analysis.index import Index
from analysis.places import latest
from analysis.selection import Selection, select

MOST = 15
"""Countries drawn at most; the numbers hold all."""


@dataclass(frozen=True)
class LeftOut:
    """Countries of a region that were at events without us, those we never met first, then most events first.

    "Us" is the organisers of the view where some are chosen (`by_organisers`), else the countries of the reader.
    `columns` are lists by name: `iso3`, `name`, `without` (events others had with the country and not with us),
    `together` (those with us), `last_event` and `last_date` of those without us. `none_count` countries of the
    region were at no event at all; `regions` names it, `wider` says that it is more than the subregions of `mine`.
    """

    columns: dict[str, list[Any]]
    regions: tuple[str, ...]
    wider: bool
    by_organisers: bool
    none_count: int
    role: str

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The table as it is shown."""
        named = {
            "name": "country",
            "without": "events without us",
            "together": "events with us",
            "last_event": "last without us",
            "last_date": "its date",
        }
        return small(**{heading: self.columns[name] for name, heading in named.items()})

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """The countries as plain dictionaries, column name -> value."""
        return [dict(zip(self.columns, row, strict=True)) for row in zip(*self.columns.values(), strict=True)]


def left_out(selection: Selection, mine: Sequence[str]) -> LeftOut:
    """Return the countries of the region of `mine` that others invite and we do not (see `LeftOut`).

    With organisers chosen, events of other named organisers are held against theirs, for every country of the
    region. Otherwise events none of `mine` was at are held against those with one of them, for the other
    countries of their subregions; where there are no others, of their whole region.
    """
    by_organisers = bool(selection.view.organisers)
    codes, places = _around(selection.index, mine, beyond=not by_organisers)
    ours, others = _sides(selection, mine, by_organisers=by_organisers)
    role = selection.index[selection.view.role]
    without, together = (role.counts(side.bits) for side in (others, ours))
    wanted = [role.code[iso3] for iso3 in places]
    invited = [code for code in wanted if without[code]]
    invited.sort(key=lambda code: (together[code] > 0, -without[code], role.labels[code]))
    last = latest(others, selection.view.role)[invited]
    columns = {
        "iso3": [role.ids[code] for code in invited],
        "name": [role.labels[code] for code in invited],
        "without": without[invited].tolist(),
        "together": together[invited].tolist(),
        "last_event": texts_at(selection.index, "title", last),
        "last_date": texts_at(selection.index, "start_date", last),
    }
    named = tuple(selection.index.region_names[code] for code in codes)
    nowhere = sum(not without[code] and not together[code] for code in wanted)
    wider = not {*selection.index.region_of["region"].values()}.isdisjoint(codes)
    return LeftOut(columns, named, wider, by_organisers, nowhere, selection.view.role)


def _sides(selection: Selection, mine: Sequence[str], *, by_organisers: bool) -> tuple[Selection, Selection]:
    """Return the events with us and those without us."""
    if by_organisers:
        every = select(selection.index, replace(selection.view, organisers=()))
        named = ~selection.index["organiser"].unstated
        return selection, replace(every, bits=every.bits & ~selection.bits & named)
    ours = selection.index[selection.view.role].any_of(mine)
    return replace(selection, bits=selection.bits & ours), replace(selection, bits=selection.bits & ~ours)


def _around(index: Index, mine: Sequence[str], *, beyond: bool) -> tuple[list[str], list[str]]:
    """Return the subregions of `mine` and their countries; with `beyond` the others only, of the region if need be."""
    for level in ("subregion", "region"):
        home = index.region_of[level]
        codes = list(dict.fromkeys(home[iso3] for iso3 in mine if iso3 in home))
        around = [iso3 for code in codes for iso3 in index.regions[code]]
        places = [iso3 for iso3 in around if iso3 not in mine] if beyond else around
        if places:
            break
    return codes, places


@dataclass(frozen=True)
class Unworked:
    """A topic that a subregion works on (`count` events with any of its countries) and one country of it does not."""

    country: Country
    topic_id: str
    topic: str
    region_id: str
    region: str
    count: int


def unworked(selection: Selection, mine: Sequence[str]) -> list[Unworked]:
    """Return the topics that the subregion of a country works on and the country does not, most events first."""
    made, home = of(selection, mine, "topic"), selection.index.region_of["subregion"]
    around = {code: _by_topic(selection, code) for code in {home[iso3] for iso3 in mine if iso3 in home}}
    names = selection.index.region_names
    found = [
        Unworked(country, topic, name, code, names[code], around[code][topic])
        for country, events in zip(made.countries, made.events.tolist(), strict=True)
        for code in [home.get(country.iso3, "")]
        for (topic, name), count in zip(made.names.items(), events, strict=True)
        if code and topic != ANY and not count and around[code][topic]
    ]
    return sorted(found, key=lambda row: (-row.count, row.country.name, row.topic))


def _by_topic(selection: Selection, region: str) -> dict[str, int]:
    """Return for each topic the selected events with any country of a region."""
    index = selection.index
    chosen = selection.bits & index[selection.view.role].any_of(index.regions[region])
    topics = index["topic"]
    return dict(zip(topics.ids, topics.counts(chosen).tolist(), strict=True))
