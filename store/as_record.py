"""An event of the tidy tables as a record of the codebook again."""

from __future__ import annotations

from typing import Any

import pandas as pd

from loaders.tables import Tables
from store.revisions import Content

_PLAIN = (
    *("title", "summary", "format", "mode", "start_date", "end_date", "date_note", "city", "host_country"),
)
_PARTS = {
    "countries": ("event_countries", {"name": "as_written", "role": "role", "iso3": "iso3"}),
    "organisations": ("event_organisations", {"name": "name", "as_written": "as_written", "role": "role"}),
    "sources": (
        "event_sources",
        {name: name for name in ("url", "publisher", "published", "language", "partial", "read_at")},
    ),
}


def record_of(tables: Tables, event_id: str) -> Content | None:
    """Return an event as a line of events.jsonl holds it; None where there is no such event."""
    events = tables["events"]
    found = events.index[events["event_id"] == event_id]
    if not len(found):
        return None
    facts = {str(name): _plain(value) for name, value in events.loc[found[0]].items()}
    place = int(found[0])
    return {
        "id": event_id,
        **{name: facts[name] for name in _PLAIN},
        **{name: _rows(tables, table, place, columns) for name, (table, columns) in _PARTS.items()},
        "programmes": _texts(tables, "event_programmes", place, "as_written"),
        "topics": _names(tables, "topic", place),
        "audiences": _names(tables, "audience", place),
        "participants": {
            "total": facts["participants_total"],
            "women": facts["women"],
            "men": facts["men"],
            "approximate": bool(facts["participants_approximate"]),
        },
        "series": _series(facts),
        "outcomes": _texts(tables, "event_outcomes", place, "outcome"),
    }


def _plain(value: Any) -> Any:
    if pd.isna(value):
        return None
    return value.item() if hasattr(value, "item") else value


def _own(tables: Tables, table: str, place: int) -> pd.DataFrame:
    frame = tables[table]
    return frame[frame["event_id"].cat.codes == place]


def _rows(tables: Tables, table: str, place: int, columns: dict[str, str]) -> list[Content]:
    own = _own(tables, table, place)
    cells = zip(*(own[column] for column in columns.values()), strict=True)
    return [dict(zip(columns, map(_plain, row), strict=True)) for row in cells]


def _texts(tables: Tables, table: str, place: int, column: str) -> list[str]:
    return [str(text) for text in _own(tables, table, place)[column]]


def _names(tables: Tables, thing: str, place: int) -> list[str]:
    words = tables[f"{thing}s"]
    names = dict(zip(words[f"{thing}_id"].astype(str), words["name"], strict=True))
    return [names[code] for code in _texts(tables, f"event_{thing}s", place, f"{thing}_id")]


def _series(facts: dict[str, Any]) -> Content | None:
    name = facts["series_as_written"]
    return {"name": name, "number": facts["series_number"]} if name else None
