"""How complete the records are: by field, by year and by publisher."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.dimension import pack
from analysis.index import UNKNOWN, Index, codes_of
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


def given(index: Index) -> dict[str, NDArray[np.bool_]]:
    """Return for each field the events that tell it."""
    measures, events = index.measures, index.tables["events"]
    to_the_day = (measures.first == measures.last) & (measures.first != UNKNOWN)
    ends = events["end_date"].astype("str").str.fullmatch(r"\d{4}-\d\d-\d\d", na=False).to_numpy(dtype=bool)
    stated = {
        name: index[dimension].rows([len(index[dimension]) - 1])[0] for name, dimension in _STATED.items()
    }
    return {
        "start": to_the_day,
        "end": ends,
        "headcount": measures.total != UNKNOWN,
        "sex": (measures.women != UNKNOWN) & (measures.men != UNKNOWN),
        "whole": _read_in_full(index),
        **{name: ~_mask(bits, len(index)) for name, bits in stated.items()},
    }


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


def _mask(bits: NDArray[np.uint64], events: int) -> NDArray[np.bool_]:
    return np.unpackbits(bits.view(np.uint8), count=events, bitorder="little").view(np.bool_)


def by_field(selection: Selection) -> pd.DataFrame:
    """Return `id`, `name`, `given_count` and `event_count` (events in the selection) of every field."""
    counts = {
        name: int(np.bitwise_count(pack(mask) & selection.bits).sum())
        for name, mask in _given(selection).items()
    }
    return pd.DataFrame(
        {
            "id": list(FIELDS),
            "name": list(FIELDS.values()),
            "given_count": [counts[name] for name in FIELDS],
            "event_count": selection.count,
        }
    )


def by_field_and(selection: Selection, dimension: str, *, most: int | None = None) -> pd.DataFrame:
    """Return the same counts for every value of a dimension (year, publisher), values without events left out.

    Columns: `row_id`, `row_name`, `column_id`, `column_name`, `count` (events that tell the field) and
    `event_count` (events of the row). With `most`, only the rows with most events.
    """
    made = selection.index[dimension]
    totals = made.counts(selection.bits)
    shown = [code for code in range(len(made)) if totals[code]]
    if most is not None:
        shown = sorted(shown, key=lambda code: -totals[code])[:most]
    masks = {name: pack(mask) & selection.bits for name, mask in _given(selection).items()}
    bits = dict(zip(shown, made.rows(shown), strict=True))
    rows = [
        (
            made.ids[code],
            made.labels[code],
            name,
            FIELDS[name],
            int(np.bitwise_count(bits[code] & masks[name]).sum()),
            int(totals[code]),
        )
        for code in shown
        for name in FIELDS
    ]
    return pd.DataFrame(
        rows, columns=["row_id", "row_name", "column_id", "column_name", "count", "event_count"]
    )


def _given(selection: Selection) -> dict[str, NDArray[np.bool_]]:
    return selection.index.given
