"""Dates of a record as they are written: how precise, and which days they cover.

A date is never guessed: a text that is not one of the codebook's forms has no precision.
Forms: YYYY-MM-DD, YYYY-MM, YYYY, and XXXX-MM-DD or XXXX-MM (EDTF) where the year is not known.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache

_FORM = re.compile(r"^(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?$")
_LEAP_YEAR = 2000
FIRST_YEAR, LAST_YEAR = 1900, 2100
"""Years outside are taken for slips of the keyboard."""


@lru_cache(maxsize=100_000)
def precision(text: str) -> str | None:
    """Return day, month, year, "day without year" or "month without year"; None where it is no date."""
    match = _FORM.match(text)
    if match is None:
        return None
    year, month, day = match.group("year", "month", "day")
    known = None if year == "XXXX" else int(year)
    if known is not None and not FIRST_YEAR <= known <= LAST_YEAR:
        return None
    if month is None:
        return None if known is None else "year"
    if not 1 <= int(month) <= 12:
        return None
    unit = "month" if day is None else "day"
    if day is not None and not 1 <= int(day) <= calendar.monthrange(known or _LEAP_YEAR, int(month))[1]:
        return None
    return unit if known is not None else f"{unit} without year"


@lru_cache(maxsize=100_000)
def span(text: str) -> tuple[int, int] | None:
    """Return the first and last day a date may stand for, as ordinals; None without a known year.

    "2024-02" gives the ordinals of 1 and 29 February 2024.
    """
    unit = precision(text)
    if unit not in ("day", "month", "year"):
        return None
    parts = [int(part) for part in text.split("-")]
    first = date(*(parts + [1, 1])[:3])
    if unit == "day":
        return first.toordinal(), first.toordinal()
    last_month = parts[1] if unit == "month" else 12
    last = date(parts[0], last_month, calendar.monthrange(parts[0], last_month)[1])
    return first.toordinal(), last.toordinal()


def ends_before(start: str, end: str) -> bool:
    """Return whether an end lies before its start, as far as both are known ("2024-05" may end "2024-05-03").

    Without a year nothing can be said: an event may run from December into January.
    """
    if "X" in start or "X" in end:
        return False
    length = min(len(start), len(end))
    return end[:length] < start[:length]
