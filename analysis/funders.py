"""Who paid: which dimension a view asks for, and its matrices and flows."""

from __future__ import annotations

from analysis.crossed import Axis, Crossed, cross
from analysis.selection import Selection
from view import View

MOST = 8
"""Funders that stand by themselves in a matrix or flow; the rest is "others"."""


def dimension(view: View) -> str:
    """Return the dimension of funders a view asks for: countries, top-level bodies, or every body apart."""
    if view.body == "countries":
        return "funder_country"
    return "funder_body" if view.apart else "funder_body_top"


def by_topic(
    selection: Selection, funder: str, *, unit: str = "events", beside: Selection | None = None
) -> Crossed:
    """Count by topic (rows) and funder (columns), "no funder stated" as the last column."""
    return cross(selection, Axis("topic", 20, unstated=False), Axis(funder, MOST), unit=unit, beside=beside)


def by_host_region(
    selection: Selection, funder: str, *, unit: str = "events", beside: Selection | None = None
) -> Crossed:
    """Count by funder (rows) and M49 subregion of the host (columns)."""
    return cross(selection, Axis(funder, MOST), Axis("host_region", MOST), unit=unit, beside=beside)


def flow(
    selection: Selection, funder: str, to: str, *, unit: str = "events", beside: Selection | None = None
) -> Crossed:
    """Count by funder and topic or host region, "no funder stated" left out: told beside the flow instead."""
    return cross(selection, Axis(funder, MOST, unstated=False), Axis(to, MOST), unit=unit, beside=beside)
