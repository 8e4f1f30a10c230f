"""How complete the records are: by field, by year and by publisher."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.counts import small
from analysis.dimension import Bits, pack, size
from analysis.dimensions import UNKNOWN, codes_of
from analysis.index import Index
from analysis.selection import Selection

FIELDS = {
    "start": "first day",
    "end": "last day",
    "host": "host country",
    "city": "place on the map",
    "participant": "countries that took part",
    "headcount": "headcount",
    "sex": "women and men",
    "organiser": "organiser",
    "funder": "funder",
    "audience": "audience",
    "mode": "in person or online",
    "whole": "source read in full",
}
"""What an event may tell, in the order it is shown."""


def given(index: Index) -> dict[str, Bits]:
    """Return for each field the events that tell it."""
    measures, events = index.measures, index.tables["events"]
    ends = events["end_date"].astype("str").str.fullmatch(r"\d{4}-\d\d-\d\d", na=False).to_numpy(dtype=bool)
    masks = {
        "start": (measures.first == measures.last) & (measures.first != UNKNOWN),
        "end": ends,
        "headcount": measures.total != UNKNOWN,
        "sex": measures.both_sexes,
        "whole": _read_in_full(index),
    }
    everything = pack(np.ones(len(index), dtype=np.bool_))
    stated = {name: everything & ~index[dimension].unstated for name, dimension in _STATED.items()}
    return {name: pack(mask) for name, mask in masks.items()} | stated


def _read_in_full(index: Index) -> NDArray[np.bool_]:
    """Mark the events that name a source and of which one was read in full."""
    with_source = np.zeros(len(index), dtype=np.bool_)
    with_source[codes_of(index.tables["event_sources"]["event_id"])] = True
    return with_source & ~index.read_in_part


_STATED = {
    "host": "host",
    "city": "city",
    "participant": "participant",
    "organiser": "organiser",
    "funder": "funder_body",
    "audience": "audience",
    "mode": "mode",
}


def by_field(selection: Selection) -> pd.DataFrame:
    """Return `id`, `name`, `given_count` and `event_count` (events in the selection) of every field."""
    told = selection.index.given
    return small(
        id=list(FIELDS),
        name=list(FIELDS.values()),
        given_count=[size(told[name] & selection.bits) for name in FIELDS],
        event_count=[selection.count] * len(FIELDS),
    )


def with_events(selection: Selection, dimension: str) -> int:
    """Return how many values of a dimension have events, "not stated" among them, as `by_field_and` lists them."""
    return int(np.count_nonzero(selection.held(dimension)))


def by_field_and(selection: Selection, dimension: str, *, most: int | None = None) -> pd.DataFrame:
    """Return the same counts for every value of a dimension (year, publisher), values without events left out.

    Columns: `row_id`, `row_name`, `column_id`, `column_name`, `count` (events that tell the field) and
    `event_count` (events of the row). With `most`, only the rows with most events.
    """
    made, totals = selection.index[dimension], selection.held(dimension).tolist()
    shown = [code for code, total in enumerate(totals) if total]
    if most is not None:
        shown = sorted(shown, key=lambda code: -totals[code])[:most]
    told = np.stack([selection.index.given[name] & selection.bits for name in FIELDS])
    rows = [
        (made.ids[code], made.labels[code], name, FIELDS[name], count, totals[code])
        for code, bits in zip(shown, made.rows(shown), strict=True)
        for name, count in zip(FIELDS, np.bitwise_count(told & bits).sum(axis=1).tolist(), strict=True)
    ]
    columns = ["row_id", "row_name", "column_id", "column_name", "count", "event_count"]
    return small(**dict(zip(columns, zip(*rows, strict=True) if rows else [()] * len(columns), strict=True)))
