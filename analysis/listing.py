"""Events as rows to read: the list behind every figure, and all facts of one event."""

from __future__ import annotations

from dataclasses import dataclass, fields
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.dimension import Codes, Values, runs
from analysis.dimensions import UNKNOWN, codes_of
from analysis.index import Index
from analysis.selection import Selection

COLUMNS = [
    "event_id",
    "title",
    "start_date",
    "end_date",
    "city",
    "host_country",
    "format",
    "countries",
    "organisers",
    "funders",
    "topics",
    "audiences",
    "participants_total",
    "participants_approximate",
    "women",
    "men",
]


def newest_first(selection: Selection) -> np.ndarray:
    """Return the positions of the selected events, newest start first, those without a year last."""
    newest = selection.index.newest
    return newest[selection.mask[newest]]


def rows(selection: Selection, *, most: int | None = None) -> pd.DataFrame:
    """Return the selected events, newest first: what a list of events shows.

    `countries`, `organisers`, `funders`, `topics` and `audiences` are texts for reading, joined by "; ".
    "countries" are those that took part; a missing text means that none is named. The tidy tables keep them apart.
    """
    return selection.index.listing.rows(newest_first(selection)[:most])


OTHERS = {
    "expert_countries": ("event_countries", "iso3", "expert"),
    "paying_countries": ("event_countries", "iso3", "funder"),
    "partners": ("event_organisations", "name", "partner"),
    "programmes": ("event_programmes", "as_written", ""),
}
"""Table, column and role (where it has one) of what only the whole row of an event tells."""


def whole(selection: Selection) -> pd.DataFrame:
    """Return the selected events as `rows` does, with what else a file of them tells.

    That is `OTHERS`, `publishers`, `sources` (addresses) and `read_in_part`.
    """
    places = newest_first(selection)
    listed, known = selection.index.listing.rows(places), sources(selection)
    told = [known.get(event_id, []) for event_id in listed["event_id"].astype(str)]
    return listed.assign(
        **{name: pd.array(_others(selection, name).texts(places), dtype="str") for name in OTHERS},
        publishers=["; ".join(dict.fromkeys(publisher for publisher, _ in pairs)) for pairs in told],
        sources=["; ".join(address for _, address in pairs) for pairs in told],
        read_in_part=selection.index.read_in_part[places],
    )


def _others(selection: Selection, name: str) -> Joined:
    """Return a column of `OTHERS`."""
    (table, column, role), tables = OTHERS[name], selection.index.tables
    found = tables[table]
    if role:
        found = found[found["role"] == role]
    countries = tables["countries"] if column == "iso3" else tables["countries"][:0]
    names = dict(zip(countries["iso3"].astype(str), countries["name"], strict=True))
    return _joined(found, column, len(selection.mask), names)


def sources(selection: Selection) -> dict[str, list[tuple[str, str]]]:
    """Return for each event that names sources their publishers and addresses, each pair once; "" where not told."""
    table = selection.index.tables["event_sources"]
    kept = table[selection.mask[np.asarray(table["event_id"].cat.codes)]]
    told: dict[str, dict[tuple[str, str], None]] = {}
    columns = [kept[name].astype(object) for name in ("event_id", "publisher", "url")]
    for event_id, *pair in zip(*columns, strict=True):
        publisher, address = (text if isinstance(text, str) else "" for text in pair)
        told.setdefault(event_id, {})[publisher, address] = None
    return {event_id: list(pairs) for event_id, pairs in told.items()}


@dataclass(frozen=True)
class Headline:
    """One event in a line: what is not stated is None."""

    event_id: str
    title: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    city: str | None = None
    host_country: str | None = None


def headlines(selection: Selection, *, most: int) -> list[Headline]:
    """Return the newest of the selected events, each in a line."""
    facts = selection.index.listing.facts
    names = [field.name for field in fields(Headline)]
    cells = ({name: facts[name][place] for name in names} for place in _newest(selection, most))
    return [Headline(**{name: cell for name, cell in row.items() if not pd.isna(cell)}) for row in cells]


def _newest(selection: Selection, most: int) -> list[int]:
    """Return the positions of the newest of the selected events, looking no further than they lie."""
    newest, found = selection.index.newest, list[int]()
    for begin in range(0, len(newest), _AT_ONCE):
        part = newest[begin : begin + _AT_ONCE]
        found += part[selection.mask[part]].tolist()
        if len(found) >= most:
            break
    return found[:most]


_AT_ONCE = 4096
"""Events looked at together for the newest of a selection."""


def texts(column: pd.Series, places: NDArray[Any]) -> list[Any]:
    """Return the values at some places of a column; None where there is none."""
    cells = column.array
    if isinstance(column.dtype, pd.CategoricalDtype):
        codes = cells.codes[places]
        found = np.full(len(codes), None, dtype=object)
        found[codes >= 0] = cells.categories.take(codes[codes >= 0]).to_numpy(dtype=object)
    else:
        found = cells[places].to_numpy(dtype=object, na_value=None)
    values: list[Any] = found.tolist()
    return values


@dataclass(frozen=True)
class Joined:
    """A column of names of which an event has several.

    Those of event n are `code[starts[n] : starts[n + 1]]`, each once.
    """

    names: list[str]
    code: Values
    starts: Codes

    def texts(self, places: NDArray[np.integer]) -> list[str | None]:
        """Return for some events the names in the order they stand, each once, joined by "; "."""
        begins, widths = self.starts[places], self.starts[places + 1] - self.starts[places]
        written = [self.names[code] for code in self.code[runs(begins, widths)].tolist()]
        ends = pairwise([0, *np.cumsum(widths).tolist()])
        return ["; ".join(written[begin:end]) or None for begin, end in ends]


@dataclass(frozen=True)
class Listing:
    """What the rows of a list are made from; made once with the index, so that only rows asked for are written."""

    facts: dict[str, Any]
    joined: dict[str, Joined]

    def rows(self, places: NDArray[np.int64]) -> pd.DataFrame:
        """Return the events at some places of `events`, in that order, as rows to read."""
        facts, joined = self.facts, self.joined
        columns = {
            name: pd.array(joined[name].texts(places), dtype="str") if name in joined else facts[name][places]
            for name in COLUMNS
        }
        return pd.DataFrame(columns)


def listing(tables: dict[str, pd.DataFrame]) -> Listing:
    """Return what the rows of a list are made from."""
    events, by_country, by_body = (
        tables[name] for name in ("events", "event_countries", "event_organisations")
    )
    countries = dict(zip(tables["countries"]["iso3"].astype(str), tables["countries"]["name"], strict=True))
    topics = dict(zip(tables["topics"]["topic_id"].astype(str), tables["topics"]["name"], strict=True))
    audiences = dict(
        zip(tables["audiences"]["audience_id"].astype(str), tables["audiences"]["name"], strict=True)
    )
    facts = {name: events[name].array for name in COLUMNS if name in events}
    facts["host_country"] = facts["host_country"].rename_categories(
        [countries.get(str(code), str(code)) for code in facts["host_country"].categories]
    )
    took_part, organised, paid = (
        by_country["role"] == "participant",
        by_body["role"] == "organiser",
        by_body["role"] == "funder",
    )
    return Listing(
        facts,
        {
            "countries": _joined(by_country[took_part], "iso3", len(events), countries),
            "organisers": _joined(by_body[organised], "name", len(events), {}),
            "funders": _joined(by_body[paid], "name", len(events), {}),
            "topics": _joined(tables["event_topics"], "topic_id", len(events), topics),
            "audiences": _joined(tables["event_audiences"], "audience_id", len(events), audiences),
        },
    )


def _joined(table: pd.DataFrame, column: str, events: int, names: dict[str, str]) -> Joined:
    texts = [names.get(str(category), str(category)) for category in table[column].cat.categories]
    event, code = codes_of(table["event_id"]), table[column].cat.codes.to_numpy()
    pairs = event.astype(np.int64) * len(texts) + code
    firsts = np.sort(np.unique(pairs, return_index=True)[1])
    order = firsts[np.argsort(event[firsts], kind="stable")]
    starts = np.searchsorted(event[order], np.arange(events + 1)).astype(np.int32)
    return Joined(texts, code[order], starts)


@dataclass(frozen=True)
class Event:
    """All rows of one event: its row of `events`, and of each other table the rows that are its own."""

    facts: dict[str, object]
    rows: dict[str, pd.DataFrame]


def event(index: Index, event_id: str) -> Event | None:
    """Return all that is known of one event; None where there is no such event."""
    place = index.places.get(event_id)
    if place is None:
        return None
    tables = index.tables.frames
    facts = {str(name): _plain(value) for name, value in tables["events"].iloc[place].items()}
    own = {
        name: frame[codes_of(frame["event_id"]) == place]
        for name, frame in tables.items()
        if name.startswith("event_")
    }
    return Event(facts, own)


def _plain(value: object) -> object:
    return None if pd.isna(value) else value  # type: ignore[call-overload]


def undated(selection: Selection) -> int:
    """Return how many of the selected events have no known year."""
    return int((selection.mask & (selection.index.measures.first == UNKNOWN)).sum())
