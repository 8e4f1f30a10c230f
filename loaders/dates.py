"""Dates of a record as they are written: how precise, and which days they cover.

A date is never guessed: a text that is not one of the codebook's forms has no precision.
Forms: YYYY-MM-DD, YYYY-MM, YYYY, and XXXX-MM-DD or XXXX-MM (EDTF) where the year is not known.
Dates in words and other figures are read by `parse_period` and `find_periods`, imported when they are first asked for.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from loaders.periods import FoundPeriod, Period, find_periods, parse_period

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "FoundPeriod",
    "Period",
    "ends_before",
    "find_periods",
    "out_of_range",
    "parse_period",
    "precision",
    "span",
]

_FORM = re.compile(r"(?P<year>[0-9]{4}|XXXX)(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")
_LEAP_YEAR = 2000
FIRST_YEAR, LAST_YEAR = 1900, 2100
"""Years outside are taken for slips of the keyboard."""


def __getattr__(name: str) -> Any:
    if name in __all__:
        from loaders import periods

        return getattr(periods, name)
    raise AttributeError(f"module 'loaders.dates' has no attribute {name!r}")


@lru_cache(maxsize=100_000)
def precision(text: str) -> str | None:
    """Return day, month, year, "day without year" or "month without year"; None where it is no date."""
    match = _FORM.fullmatch(text)
    if match is None:
        return None
    year, month, day = match.group("year", "month", "day")
    if not _exists(year, month, day):
        return None
    unit = "day" if day else "month" if month else "year"
    return f"{unit} without year" if year == "XXXX" else unit


def _exists(year: str, month: str | None, day: str | None) -> bool:
    """Return whether such a year, month or day can be; 29 February can where the year is not known."""
    if year == "XXXX":
        return month is not None and _exists(str(_LEAP_YEAR), month, day)
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        return False
    if month is None:
        return True
    if not 1 <= int(month) <= 12:
        return False
    return day is None or 1 <= int(day) <= calendar.monthrange(int(year), int(month))[1]


def out_of_range(text: str) -> str:
    """Return advice for a date whose year lies outside those that are read; "" for anything else."""
    match = _FORM.fullmatch(text)
    year = match["year"] if match else "XXXX"
    if year == "XXXX" or FIRST_YEAR <= int(year) <= LAST_YEAR:
        return ""
    return f"lies outside the years {FIRST_YEAR} to {LAST_YEAR}; mend the year"


@lru_cache(maxsize=100_000)
def span(text: str) -> tuple[int, int] | None:
    """Return the first and last day a date may stand for, as ordinals; None without a known year.

    "2024-02" gives the ordinals of 1 and 29 February 2024.
    """
    unit = precision(text)
    if unit not in ("day", "month", "year"):
        return None
    year, *rest = (int(part) for part in text.split("-"))
    if unit == "day":
        return (day := date(year, *rest).toordinal()), day
    first_month, last_month = (rest[0], rest[0]) if unit == "month" else (1, 12)
    last_day = calendar.monthrange(year, last_month)[1]
    return date(year, first_month, 1).toordinal(), date(year, last_month, last_day).toordinal()


def ends_before(start: str, end: str) -> bool:
    """Return whether an end lies before its start, as far as both are known ("2024-05" may end "2024-05-03").

    Without a year nothing can be said: an event may run from December into January.
    """
    if "X" in start or "X" in end:
        return False
    length = min(len(start), len(end))
    return end[:length] < start[:length]
