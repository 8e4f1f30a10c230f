"""What an announcement names: countries, dates, headcounts, its dateline, and the day it is from."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from loaders.dates import FIRST_YEAR, FoundPeriod, find_periods
from loaders.headcounts import FoundHeadcount, find_headcounts
from loaders.places import find_countries
from loaders.release_page import Page
from loaders.release_towns import found_towns

_URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/_.]?(0[1-9]|1[0-2])[-/_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_URL_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/_](0?[1-9]|1[0-2])(?!\d)")
_URL_YEAR = re.compile(r"(?<!\d)(20[0-3]\d)(?!\d)")
_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_URL_NAMED = re.compile(
    rf"({'|'.join(_MONTHS)})[-_/]?((?:19|20)\d\d)|((?:19|20)\d\d)[-_/]({'|'.join(_MONTHS)})"
)
_PLACE_BEFORE = re.compile(
    r"[\s\W]*(?:[^\W\d_a-zß-öø-ÿа-яё][\w.'’\-]*[\s,./()|–—-]*(?:(?:of|the|and|de|du|d['’]|da|do|le|el|"
    r"a|em|г\.|город)[\s]+)?){0,8}"
)
_AFTER_DATELINE = re.compile(r"\s*(?:г(?:ода|\.)?\s*)?(?:[–—:|(/\]-]|\.[-–—\s]|,\s*\(|$)|\s*\n")
_FARTHEST_LINE = 14
"""A dateline stands in one of the first lines."""


@dataclass(frozen=True)
class Place:
    """A country, or a city with its country, where it stands in the text."""

    iso3: str
    start: int
    end: int
    as_written: str
    kind: str


@dataclass(frozen=True)
class Facts:
    """A page with what it names; `day` is the day its relative words are read against, `told` where that is from."""

    page: Page
    places: Sequence[Place]
    periods: Sequence[FoundPeriod]
    headcounts: Sequence[FoundHeadcount]
    dateline: FoundPeriod | None
    published: str | None
    day: str | None


def facts_of(page: Page, url: str | None, published: str | None) -> Facts:
    """Return what a page names, its dates read against dateline, publication day or address."""
    text = page.text
    places = _places(text)
    known = _day(published) or _url_day(url)
    periods = find_periods(text, known, page.language)
    dateline = next((period for period in periods if _is_dateline(page, period)), None)
    stamp = dateline or next((one for one in periods if one.role == "stamp" and len(one.first) == 10), None)
    day = known
    if (
        stamp
        and len(stamp.first) == 10
        and stamp.first.isascii()
        and stamp.first[0] != "X"
        and stamp.first != known
    ):
        day = stamp.first
        periods = find_periods(text, day, page.language)
        dateline = dateline and next((one for one in periods if one.start == dateline.start), dateline)
    shown = _day(published) or (
        stamp.first if stamp and len(stamp.first) == 10 and stamp.first[0] != "X" else None
    )
    return Facts(page, places, periods, find_headcounts(text), dateline, shown or _exact_url_day(url), day)


def _places(text: str) -> list[Place]:
    """Return the countries and cities of a text, towns of the world behind "in" included, in their order."""
    mentions = [Place(*mention) for mention in find_countries(text)]
    taken = [(place.start, place.end) for place in mentions]
    named = {place.iso3 for place in mentions}
    others = [
        Place(iso3, start, end, text[start:end], "city")
        for iso3, start, end in found_towns(text, taken, named)
    ]
    return sorted([*mentions, *others], key=lambda place: place.start)


def _day(text: str | None) -> str | None:
    """Return a day of publication in ISO form, None where it is none."""
    try:
        day = date.fromisoformat((text or "")[:10])
    except ValueError:
        return None
    return day.isoformat() if day.year >= FIRST_YEAR else None


def _exact_url_day(url: str | None) -> str | None:
    match = _URL_DAY.search(url or "")
    return _day("-".join(match.groups())) if match else None


def _url_day(url: str | None) -> str | None:
    """Return the last day that the address of a page tells: of a day, a month or a year."""
    if not url:
        return None
    exact = _exact_url_day(url)
    if exact:
        return exact
    named = _URL_NAMED.search(url.casefold())
    if named:
        year, month = int(named[2] or named[3]), _MONTHS[named[1] or named[4]]
    elif match := _URL_MONTH.search(url):
        year, month = int(match[1]), int(match[2])
    elif match := _URL_YEAR.search(url):
        year, month = int(match[1]), 12
    else:
        return None
    return date(year, month, calendar.monthrange(year, month)[1]).isoformat()


def _is_dateline(page: Page, period: FoundPeriod) -> bool:
    """Return whether a date opens the text: alone, or behind a place, before a dash."""
    at = page.at(period.start)
    if at is None or at > _FARTHEST_LINE or len(period.first) != 10 or period.first != period.last:
        return False
    sentence = page.sentences[at]
    before, after = page.text[sentence.start : period.start], page.text[period.end : period.end + 12]
    if len(before) > 80 or sentence.zone == "tail":
        return False
    return _PLACE_BEFORE.fullmatch(before) is not None and _AFTER_DATELINE.match(after) is not None
