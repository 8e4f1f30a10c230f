"""One programme: its events, years, countries and funders."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.counts import Counted, ranked
from analysis.crossed import Axis, Crossed, cross
from analysis.selection import Selection
from analysis.timeline import by_period
from view import NONE

DRAWN = 20
"""Countries drawn at most; the others stand in one row."""


@dataclass(frozen=True)
class Programme:
    """The events of one programme: by year, by country and year (its first year to its last), and by funder."""

    name: str
    events: Selection
    per_year: Counted
    countries: Crossed
    funders: Counted


def programme(selection: Selection, programme_id: str, *, beside: Selection | None = None) -> Programme:
    """Return what is known of the selected events of a programme; all zero where there are none.

    Beside a second selection the years, countries and funders of either.
    """
    made, pick = selection.index["programme"], (("programme", programme_id),)
    inside, theirs = selection.narrowed(pick), None if beside is None else beside.narrowed(pick)
    per_year = by_period(inside, "year")
    span = _span(per_year) | (set() if theirs is None else _span(by_period(theirs, "year")))
    countries = cross(inside, Axis(selection.view.role, DRAWN), Axis("year", zeros=True), beside=theirs)
    shown = np.array([id_ in span for id_ in countries.column_names], dtype=np.bool_)
    return Programme(
        made.labels[made.code[programme_id]],
        inside,
        per_year.kept(id_ in span for id_ in per_year.columns["id"]),
        countries.with_columns(shown),
        ranked(inside, "funder_body_top", most=12, beside=theirs),
    )


def tables(found: Programme | None) -> tuple[Counted | None, Crossed | None, Counted | None]:
    """Return the tables of a programme by year, by country and by funder; None each without one."""
    return (None, None, None) if found is None else (found.per_year, found.countries, found.funders)


def _span(per_year: Counted) -> set[str]:
    """Return the years from the first with events to the last, and "year unknown" where it has events."""
    held = [place for place, row in enumerate(per_year.all_rows) if row["count"] and row["id"] != NONE]
    years = per_year.columns["id"][held[0] : held[-1] + 1] if held else []
    return {*years, *([NONE] if per_year.unstated_count else [])}
