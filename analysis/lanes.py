"""Editions of recurring events and of programmes: the tables behind the lanes of the timeline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from analysis.index import UNKNOWN
from analysis.selection import Selection

_FACTS = ["event_id", "title", "series_number", "city", "start_date"]
COLUMNS = ["lane_id", "lane_name", "event_id", "title", "number", "city", "start_date", "day"]


@dataclass(frozen=True)
class Lanes:
    """Events by lane, and what is not among them.

    `frame` has `lane_id`, `lane_name`, `event_id`, `title`, `number` (of the edition, missing where not told),
    `city`, `start_date` (as collected) and `day` (ISO: the middle of what the date may stand for; for drawing
    only). The fullest lanes come first. `more` lanes are not shown; `undated` events of those shown have no
    known year; `earlier` ones are beyond the newest MARKS.
    """

    frame: pd.DataFrame
    more: int
    undated: int
    earlier: int = 0


MARKS = 400
"""Events drawn at most: more marks than that run into each other."""

DIMENSIONS = {"series": "series", "programmes": "programme"}


def of(selection: Selection, lanes: str, *, most: int = 15) -> Lanes:
    """Return the lanes of recurring events ("series") or of named programmes ("programmes")."""
    dimension = DIMENSIONS[lanes]
    made, measures = selection.index[dimension], selection.index.measures
    counts = made.counts(selection.bits)[:-1]
    order = sorted(np.flatnonzero(counts), key=lambda code: (-counts[code], made.labels[code]))
    kept = selection.mask[made.event] & np.isin(made.value, order[:most])
    event, value = made.event[kept], made.value[kept]
    known = measures.first[event] != UNKNOWN
    undated = len(np.unique(event[~known]))
    drawn = np.sort(np.argsort(-measures.first[event[known]], kind="stable")[:MARKS])
    event, value, earlier = event[known][drawn], value[known][drawn], max(int(known.sum()) - MARKS, 0)
    events = selection.index.tables["events"][_FACTS].iloc[event]
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
    frame = frame.sort_values("day", kind="stable").sort_values(
        "lane_id", key=lambda ids: ids.map(rank), kind="stable"
    )
    return Lanes(frame.reset_index(drop=True), max(len(order) - most, 0), undated, earlier)
