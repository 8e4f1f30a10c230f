"""Events as rows to read: the list behind every figure, and all facts of one event."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.index import UNKNOWN, Index, codes_of
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
    "participants_total",
    "participants_approximate",
]


def newest_first(selection: Selection) -> np.ndarray:
    """Return the positions of the selected events, newest start first, those without a year last."""
    chosen = np.flatnonzero(selection.mask)
    return chosen[np.argsort(-selection.index.measures.first[chosen], kind="stable")]


def rows(selection: Selection, *, most: int | None = None) -> pd.DataFrame:
    """Return the selected events, newest first: what a list of events shows.

    `countries`, `organisers`, `funders` and `topics` are texts for reading, joined by "; ". "countries" are
    those that took part; a missing text means that none is named. The tidy tables keep them apart.
    """
    return selection.index.listing.iloc[newest_first(selection)[:most]].reset_index(drop=True)


def listing(index_tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Return all events as rows to read; built once with the index."""
    events = index_tables["events"]
    countries = dict(zip(index_tables["countries"]["iso3"].astype(str), index_tables["countries"]["name"], strict=True))
    topics = dict(zip(index_tables["topics"]["topic_id"].astype(str), index_tables["topics"]["name"], strict=True))
    by_country, by_body = index_tables["event_countries"], index_tables["event_organisations"]
    frame = events[["event_id", "title", "start_date", "end_date", "city", "host_country", "format"]].copy()
    frame["host_country"] = frame["host_country"].cat.rename_categories(
        [countries.get(str(code), str(code)) for code in frame["host_country"].cat.categories]
    )
    frame["countries"] = _joined(by_country[by_country["role"] == "participant"], "iso3", len(events), countries)
    for role in ("organiser", "funder"):
        frame[f"{role}s"] = _joined(by_body[by_body["role"] == role], "name", len(events), {})
    frame["topics"] = _joined(index_tables["event_topics"], "topic_id", len(events), topics)
    frame["participants_total"] = events["participants_total"]
    frame["participants_approximate"] = events["participants_approximate"]
    return frame[COLUMNS]


def _joined(table: pd.DataFrame, column: str, events: int, names: dict[str, str]) -> pd.Series:
    """Return for each event the names in a column, in the order they stand, joined by "; "."""
    texts = [names.get(str(category), str(category)) for category in table[column].cat.categories]
    words: list[dict[str, None]] = [{} for _ in range(events)]
    for event, code in zip(codes_of(table["event_id"]).tolist(), codes_of(table[column]).tolist(), strict=True):
        words[event][texts[code]] = None
    return pd.Series(["; ".join(some) if some else None for some in words], dtype="str")


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
    own = {name: frame[codes_of(frame["event_id"]) == place] for name, frame in tables.items() if name.startswith("event_")}
    return Event(facts, own)


def _plain(value: object) -> object:
    return None if pd.isna(value) else value  # type: ignore[call-overload]


def undated(selection: Selection) -> int:
    """Return how many of the selected events have no known year."""
    return int((selection.mask & (selection.index.measures.first == UNKNOWN)).sum())
