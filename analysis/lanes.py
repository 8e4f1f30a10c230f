"""Editions of recurring events and of programmes: the tables behind the lanes of the timeline."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.dimension import Codes
from analysis.dimensions import UNKNOWN
from analysis.listing import texts
from analysis.selection import Selection
from analysis.sides import side_of

_FACTS = ["event_id", "title", "series_number", "city", "start_date"]
COLUMNS = ["lane_id", "lane_name", "event_id", "title", "number", "city", "start_date", "day"]


@dataclass(frozen=True)
class Lanes:
    """Events by lane, and what is not among them.

    `columns` are lists by name: `lane_id`, `lane_name`, `event_id`, `title`, `number` (of the edition), `city`,
    `start_date` (as collected), each None where not told, and `day` (ISO: the middle of what the date may stand
    for; for drawing only). The fullest lanes come first. `more` lanes are not shown; `undated` events of those
    shown have no known year; `earlier` ones are beyond the newest MARKS. A lane that is not shown has `least` events
    at most.
    """

    columns: dict[str, list[Any]]
    more: int
    undated: int
    earlier: int = 0
    least: int = 0

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The table as a frame."""
        return pd.DataFrame(self.columns).astype({"number": "Int64"})

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """The events as plain dictionaries, column name -> value."""
        return [dict(zip(self.columns, row, strict=True)) for row in zip(*self.columns.values(), strict=True)]


MARKS = 400
"""Events drawn at most: more marks than that run into each other."""

DIMENSIONS = {"series": "series", "programmes": "programme"}


def of(selection: Selection, lanes: str, *, most: int = 15, beside: Selection | None = None) -> Lanes:
    """Return the lanes of recurring events ("series") or of named programmes ("programmes").

    Beside a second selection its events too, each with the side it is of.
    """
    dimension, own = DIMENSIONS[lanes], selection
    if beside is not None:
        selection = replace(selection, bits=selection.bits | beside.bits)
    made, measures = selection.index[dimension], selection.index.measures
    counts = made.counts(selection.bits)[:-1]
    order = sorted(np.flatnonzero(counts), key=lambda code: (-counts[code], made.labels[code]))
    drawn_lanes = np.zeros(len(made), dtype=np.bool_)
    drawn_lanes[order[:most]] = True
    kept = selection.mask[made.event] & drawn_lanes[made.value]
    event, value = made.event[kept], made.value[kept]
    known = measures.first[event] != UNKNOWN
    undated = len(np.unique(event[~known]))
    drawn = _newest(measures.first[event[known]])
    event, value, earlier = event[known][drawn], value[known][drawn], max(int(known.sum()) - MARKS, 0)
    middle = (measures.first[event] + measures.last[event]) // 2
    rank = np.zeros(len(made), dtype=np.int64)
    rank[order[:most]] = np.arange(len(order[:most]))
    in_order = np.lexsort((middle, rank[value]))
    event, value = event[in_order], value[in_order].tolist()
    facts = {name: texts(selection.index.tables["events"][name], event) for name in _FACTS}
    columns = {
        "lane_id": [made.ids[code] for code in value],
        "lane_name": [made.labels[code] for code in value],
        "number": facts.pop("series_number") if dimension == "series" else [None] * len(value),
        "day": [date.fromordinal(day).isoformat() for day in middle[in_order].tolist()],
        **facts,
    }
    side = {} if beside is None else {"side": _sides(own, beside, event)}
    kept_columns = {name: columns[name] for name in COLUMNS}
    least = int(counts[order[most]]) if len(order) > most else 0
    return Lanes(kept_columns | side, max(len(order) - most, 0), undated, earlier, least)


def _newest(first: Codes) -> NDArray[np.intp]:
    """Return the places of the MARKS newest of some days, in their order; of one day the first that stand there."""
    if len(first) <= MARKS:
        return np.arange(len(first))
    oldest = np.partition(first, -MARKS)[-MARKS]
    newer = np.flatnonzero(first > oldest)
    as_old = np.flatnonzero(first == oldest)[: MARKS - len(newer)]
    return np.sort(np.concatenate([newer, as_old]))


def _sides(selection: Selection, beside: Selection, event: Codes) -> list[str]:
    """Return of which side each of some events is."""
    held = zip(selection.mask[event].tolist(), beside.mask[event].tolist(), strict=True)
    return [side_of(*both) for both in held]
