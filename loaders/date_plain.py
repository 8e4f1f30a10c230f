"""Days as they are written most often, "5 May 2019", "5-7 mai 2019", "2019-05-05", read at once.

It answers only what the full reading of `periods` answers too, and leaves everything else to that.
"""

from __future__ import annotations

import re
from datetime import date

from loaders.date_points import Period
from loaders.date_words import words
from loaders.dates import FIRST_YEAR, LAST_YEAR

_WORDED = re.compile(
    r"(?:(?P<first>[0-9]{1,2})(?:[-–]|[ ](?:to|-|–|au|al|a|по)[ ]))?(?P<last>[0-9]{1,2})(?:[ ]de)?"
    r"[ ](?P<month>[^\W\d_]{3,})(?:[ ]de)?[ ](?P<year>[0-9]{4})(?:[ ]года)?"
)
_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<last>[0-9]{2})")


def plain_days(text: str) -> Period | None:
    """Return the days of a text that holds nothing else; None for any other text, and for days that cannot be."""
    if found := _ISO.fullmatch(text):
        return _period(found, int(found["month"]), "")
    found = _WORDED.fullmatch(text)
    if found is None:
        return None
    word = words().get(found["month"].lower())
    return _period(found, word.value, found["first"]) if word and word.kind == "month" else None


def _period(found: re.Match[str], month: int, first: str) -> Period | None:
    year, last = int(found["year"]), int(found["last"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        end = date(year, month, last)
        start = date(year, month, int(first)) if first else end
    except ValueError:
        return None
    return Period(start, end, "day") if start <= end else None
