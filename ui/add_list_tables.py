"""The tables shown of a list before it is imported: its events, those of the Atlas they may be, its problems."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from charts import theme
from loaders.problems import Problem
from store.alike import Alike
from store.revisions import Content

SHOWN = 100
"""Rows of a preview."""

_ROLES = {"Took part": "participant", "Sent experts": "expert", "Paid": "funder"}


def preview(records: Sequence[Content]) -> pd.DataFrame:
    """Return the first events as they were read, the countries of each role in a column of their own."""
    rows = [
        {
            "Title": record.get("title"),
            "Dates": theme.period(record.get("start_date"), record.get("end_date")),
            "City": record.get("city"),
            "Host": record.get("host_country"),
            **{heading: _countries(record, role) for heading, role in _ROLES.items()},
            "People": (record.get("participants") or {}).get("total"),
        }
        for record in records[:SHOWN]
    ]
    return pd.DataFrame(rows)


def _countries(record: Content, role: str) -> str | None:
    rows = (row for row in record.get("countries") or () if row.get("role") == role)
    return ", ".join(dict.fromkeys(str(row.get("iso3")) for row in rows)) or None


def doubles(records: Sequence[Content], found: Sequence[Sequence[Alike]]) -> pd.DataFrame:
    """Return a row for each event of a list and each event of the Atlas that it may be, with why."""
    rows = [
        {
            "In the list": record.get("title"),
            "Dates": theme.period(record.get("start_date"), record.get("end_date")),
            "In the Atlas": one.title,
            "Where and when": ", ".join(filter(None, (one.city, theme.period(one.start or None, None)))),
            "Why": "; ".join(one.reasons),
        }
        for record, those in zip(records, found, strict=True)
        for one in those
    ]
    return pd.DataFrame(rows)


def problems(found: Sequence[Problem]) -> pd.DataFrame:
    """Return what could not be used, or is doubtful, with its place in the list."""
    rows = [
        {
            "How bad": problem.severity,
            "Sheet": problem.sheet,
            "Row": problem.row,
            "Column": problem.column,
            "What stands there": problem.value,
            "What is wrong and what to do": problem.advice,
        }
        for problem in found
    ]
    return pd.DataFrame(rows)
