"""Editions of recurring events and of programmes: the tables behind the lanes of the timeline."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd

from analysis.index import UNKNOWN
from analysis.selection import Selection

COLUMNS = ["lane_id", "lane_name", "event_id", "title", "number", "city", "start_date", "day"]


def by_series(selection: Selection, *, most: int = 15) -> tuple[pd.DataFrame, int, int]:
    """Return the editions of recurring events (see `_lanes`)."""
    return _lanes(selection, "series", most)


def by_programme(selection: Selection, *, most: int = 15) -> tuple[pd.DataFrame, int, int]:
    """Return the events of named programmes (see `_lanes`)."""
    return _lanes(selection, "programme", most)


def _lanes(selection: Selection, dimension: str, most: int) -> tuple[pd.DataFrame, int, int]:
    """Return a table of events by lane, how many lanes there are, and how many of the events have no known year.

    Columns: `lane_id`, `lane_name`, `event_id`, `title`, `number` (of the edition, missing where not told),
    `city`, `start_date` (as collected) and `day` (a datetime: the middle of what the date may stand for; for
    drawing only). The longest lanes come first; lanes of one event only follow after those of several.
    """
    made, measures = selection.index[dimension], selection.index.measures
    counts = made.counts(selection.bits)[:-1]
    order = sorted(np.flatnonzero(counts), key=lambda code: (-counts[code], made.labels[code]))
    kept = selection.mask[made.event] & np.isin(made.value, order[:most])
    event, value = made.event[kept], made.value[kept]
    known = measures.first[event] != UNKNOWN
    undated = int((~known).sum())
    event, value = event[known], value[known]
    events = selection.index.tables["events"].iloc[event]
    middle = (measures.first[event] + measures.last[event]) // 2
    frame = pd.DataFrame(
        {
            "lane_id": [made.ids[code] for code in value],
            "lane_name": [made.labels[code] for code in value],
            "event_id": events["event_id"].to_numpy(),
            "title": events["title"].to_numpy(),
            "number": events["series_number"].to_numpy() if dimension == "series" else pd.NA,
            "city": events["city"].astype(object).to_numpy(),
            "start_date": events["start_date"].astype(object).to_numpy(),
            "day": [date.fromordinal(int(day)).isoformat() for day in middle],
        },
        columns=COLUMNS,
    )
    rank = {made.ids[code]: place for place, code in enumerate(order[:most])}
    frame = frame.sort_values("day", kind="stable").sort_values("lane_id", key=lambda ids: ids.map(rank), kind="stable")
    return frame.reset_index(drop=True), len(order), undated
