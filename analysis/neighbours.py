"""What the region does without us: countries that others invite, and topics that one of our countries has not had."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.counts import small
from analysis.dimension import Bits
from analysis.gaps import held
from analysis.index import Index
from analysis.listing import texts
from analysis.places import latest
from analysis.selection import Selection, select
from view import NONE

MOST = 15
"""Countries drawn at most; the numbers hold all."""


@dataclass(frozen=True)
class LeftOut:
    """Countries of a region that were at events without us, those we never met first, then most events first.

    "Us" is the organisers of the view where some are chosen (`by_organisers`), else the countries of the reader.
    `columns` are lists by name: `iso3`, `name`, `without` (events others had with the country and not with us),
    `together` (those with us), `last_event` and `last_date` of those without us. `none_count` countries of the
    region were at no event at all; `region` names it.
    """

    columns: dict[str, list[Any]]
    region: str
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
    last = latest(others, role)[invited]
    columns = {
        "iso3": [role.ids[code] for code in invited],
        "name": [role.labels[code] for code in invited],
        "without": without[invited].tolist(),
        "together": together[invited].tolist(),
        "last_event": _texts(selection.index, "title", last),
        "last_date": _texts(selection.index, "start_date", last),
    }
    named = ", ".join(selection.index.region_names[code] for code in codes)
    nowhere = sum(not without[code] and not together[code] for code in wanted)
    return LeftOut(columns, named, by_organisers, nowhere, selection.view.role)


def _sides(selection: Selection, mine: Sequence[str], *, by_organisers: bool) -> tuple[Selection, Selection]:
    """Return the events with us and those without us."""
    if by_organisers:
        every = select(selection.index, replace(selection.view, organisers=()))
        named = ~selection.index["organiser"].any_of([NONE])
        return selection, replace(every, bits=every.bits & ~selection.bits & named)
    ours = selection.index[selection.view.role].any_of(mine)
    return replace(selection, bits=selection.bits & ours), replace(selection, bits=selection.bits & ~ours)


def _around(index: Index, mine: Sequence[str], *, beyond: bool) -> tuple[list[str], list[str]]:
    """Return the subregions of `mine` and their countries; with `beyond` the others only, of the region if need be."""
    for level in ("subregion_code", "region_code"):
        codes = list(dict.fromkeys(code for iso3 in mine for code in [_home(index, level).get(iso3)] if code))
        around = [iso3 for code in codes for iso3 in index.regions[code]]
        places = [iso3 for iso3 in around if iso3 not in mine] if beyond else around
        if places:
            break
    return codes, places


def _home(index: Index, level: str) -> dict[str, str]:
    """Return the region or subregion of each country that lies in one."""
    rows = index.tables["countries"].dropna(subset=[level])
    return dict(zip(rows["iso3"].astype(str), rows[level].astype(str), strict=True))


def _texts(index: Index, column: str, places: NDArray[Any]) -> list[str]:
    """Return the texts of events at some places; empty at place -1 and where none is told."""
    found = iter(texts(index.tables["events"][column], places[places >= 0]))
    return [(next(found) or "") if told else "" for told in (places >= 0).tolist()]


def unworked(selection: Selection, mine: Sequence[str]) -> pd.DataFrame:
    """Return topics that the subregion of a country works on and the country does not, most events first.

    One row a country and topic: `iso3`, `country`, `topic_id`, `topic`, `region_id`, `region`, `count` (events on
    the topic with any country of the subregion), `event_count` (events of the country, on any topic) and
    `whole_count` (those of them whose source was read in full).
    """
    index, role = selection.index, selection.index[selection.view.role]
    topics, home = index["topic"], _home(index, "subregion_code")
    chosen = np.array([not selection.view.topics or id_ in selection.view.topics for id_ in topics.ids[:-1]])
    event, row = held(selection, mine)
    own = _by_topic(selection, event, row, rows=len(mine))
    whole = index.given["whole"][event]
    events, read = (np.bincount(part, minlength=len(mine)).tolist() for part in (row, row[whole]))
    around = {code: topics.counts(_region(selection, code))[:-1] for code in {*home.values()} & _of(home, mine)}
    found = [
        (iso3, role.labels[role.code[iso3]], topics.ids[topic], topics.labels[topic], code,
         index.region_names[code], int(around[code][topic]), events[place], read[place])
        for place, iso3 in enumerate(mine)
        for code in [home.get(iso3, "")]
        if code
        for topic in np.flatnonzero((own[place] == 0) & (around[code] > 0) & chosen).tolist()
    ]  # fmt: skip
    found.sort(key=lambda cells: (-cells[6], cells[1], cells[3]))
    names = ("iso3", "country", "topic_id", "topic", "region_id", "region", "count", "event_count", "whole_count")
    return pd.DataFrame(found, columns=list(names))
