"""The year of a day told without one, from what else a page tells: its day of the week, or what lies shortly before.

So do the year in the name of the event, one told a few weeks from it, and the number of a newsletter ("Issue 3/2018").

Used where neither the day of the page nor dates of one year beside it settle the year. Nothing is returned where two
years would do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from loaders.dates import FIRST_YEAR, FoundPeriod
from loaders.late import late
from loaders.release_page import Page

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = late(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day,?\s(?:the\s|\()?$", re.IGNORECASE)
_ANY_YEAR = late(r"(?<![\d/.-])((?:19|20)\d\d)(?![\d%])")
_THIS_YEAR = late(r"\b(?:this|the current) year\b(?! (?:of|when))", re.IGNORECASE)
_IN_YEAR = late(
    r"(?:^|[.!?]\s+|\n|--?\s|[–—]\s)In (20\d\d), [^.;\n]{0,60}?\b(?:continues?|remains?|is|are|has become)\b"
)
"""What says that a year is the present one: "In 2024, the problem remains"."""

_WITH_A_YEAR = late(r"[^.;,:()\n]{0,50}?[A-Z][\w’'\-]+,?\s[\"”’»]?((?:19|20)\d\d)\b(?!\s?[-–/]\s?\d|\s[A-Z])")
"""What follows an event that has its year in its name: "Training of Trainers Programme 2023"."""

_YEAR_BEFORE = late(r"(?<![-–/\d])\b((?:19|20)\d\d)\s(?:[\w’'\-]+\s){0,4}$")
"""What stands before an event that has its year before its name: "the 2021 Annual Conference"."""

_NO_NAME = late(
    r"\b(?:report|act|law|protocol|convention|plan|agenda|strategy|resolution|decree|index|since|in|until)\b",
    re.IGNORECASE,
)
"""What has years in its name without being an event."""

_WEEKS_FROM = late(
    r"\b(?:days?|weeks?)\s(?:after|before|following|ahead of)\b[^.;\d]{0,80}\b((?:19|20)\d\d)\b(?!\s?[-–/]\s?\d)",
    re.IGNORECASE,
    needs="day|week",
)
"""What tells of something dated a few weeks from the event: "came two weeks after the release of the 2013 report"."""

_OF_A_LAW = late(
    r"\b(?:laws?|acts?|bill|protocol|convention|code|constitution|strategy|plan|decree|agreement)\b",
    re.IGNORECASE,
)
"""What keeps the year of its making for ever."""

_ISSUE = late(
    r"\b(?:issue|number|edition|bulletin|newsletter|boletín|boletim|numéro|выпуск|n[o°º.]{1,2}|nr\.?|vol(?:ume|\.)?)"
    r"(?:\s?[:,–-]?\s?(?:no\.?|issue|number|[ivx\d]{1,4})){0,3}\s?[\d/,–-]*[\s/,(–-]\s?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""The number with which a newsletter is headed, and its year: "Issue 4/2018", "Newsletter No. 3, 2016"."""

_REVIEW = late(
    r"(?:\b(?:activities|events|work|actions|results|trainings|workshops|seminars)\b"
    r"(?:(?!\b(?:laws?|acts?|protocol|convention|code|plan|strategy|report|resolution|adopted|since)\b)[^.;\n]){0,90}?\sin|"
    r"\b(?:highlights|review|results)\sof(?:\sthe\syear)?)\s(?P<year>(?:19|20)\d\d)\W*$",
    re.IGNORECASE,
)
"""The headline of what was done in a year: "Activities against human trafficking in 2016", not on a law of it."""

_AHEAD = 2
"""So many years behind the last that a page names an event of it may lie."""

_FIRST_LINES = 4
"""Lines of a page in which a newsletter tells its number."""

_SOON = timedelta(days=300)
"""So far behind the last month that a page names an event may lie whose year is read from it."""


def year_of_issue(page: Page) -> int | None:
    """Return the year a page that is a newsletter or bulletin is headed with; None where there is none."""
    for sentence in page.sentences[:_FIRST_LINES]:
        if sentence.zone == "body":
            continue
        found = _ISSUE.search(page.text, sentence.start, sentence.end)
        found = found or _REVIEW.search(page.text, sentence.start, sentence.end)
        if found:
            return int(found["year"])
    return None


def year_behind(page: Page, period: FoundPeriod, others: Sequence[FoundPeriod]) -> int | None:
    """Return the year of a day by its weekday, by "this year" or by the last month a page names; else None."""
    if len(period.first) != 10:
        return None
    weekday = _weekday(page, period)
    found = _by_weekday(page, period, weekday) if weekday is not None else None
    found = found or _in_name(page, period) or _weeks_from(page)
    found = found or _after_month(period, others) or _after_year(page, others) or _now(page, others)
    if found is None or weekday is None:
        return found
    return found if _is_on(f"{found}{period.first[4:]}", weekday) else None


def _in_name(page: Page, period: FoundPeriod) -> int | None:
    """Return the year in the name of the event that the sentence of a day tells of: "the Lima Forum 2010"."""
    at = page.at(period.start)
    for cue in page.of(at, "event") if at is not None else ():
        sentence = page.sentences[at] if at is not None else None
        if sentence is None or not page.text[cue.start].isupper():
            continue
        behind = _WITH_A_YEAR.match(page.text, cue.end, sentence.end)
        before = _YEAR_BEFORE.search(page.text, max(sentence.start, cue.start - 60), cue.start)
        for found in (behind, before):
            if found and not _NO_NAME.search(found[0]):
                return int(found[1])
    return None


def _weeks_from(page: Page) -> int | None:
    """Return the only year told of something that lay a few weeks from the event: "two weeks after the 2013 report"."""
    told = _WEEKS_FROM.finditer(page.text)
    years = {int(one[1]) for one in told if not _OF_A_LAW.search(page.text, one.start(), one.end() + 30)}
    return years.pop() if len(years) == 1 else None


def _weekday(page: Page, period: FoundPeriod) -> int | None:
    """Return the day of the week that stands before a day or opens its words, Monday as 0."""
    own = period.as_written.casefold()
    named = next((number for number, day in enumerate(_DAYS) if own.startswith(day) and "day" in own), None)
    before = _WEEKDAY.search(page.text, max(0, period.start - 20), period.start)
    return _DAYS.index(before[1].casefold()[:3]) if named is None and before else named


def _by_weekday(page: Page, period: FoundPeriod, weekday: int) -> int | None:
    """Return the only year among those a page names, or shortly behind, in which a day falls on its weekday."""
    named = {int(match[1]) for match in _ANY_YEAR.finditer(page.text)}
    if not named:
        return None
    years = range(min(named), max(named) + _AHEAD + 1)
    fitting = [year for year in years if _is_on(f"{year}{period.first[4:]}", weekday)]
    return fitting[0] if len(fitting) == 1 else None


def _is_on(iso: str, weekday: int) -> bool:
    try:
        return date.fromisoformat(iso).weekday() == weekday
    except ValueError:
        return False


def _after_month(period: FoundPeriod, others: Sequence[FoundPeriod]) -> int | None:
    """Return the year of the first such day behind the last month that a page names, where it follows soon."""
    last = max((one.last for one in others if len(one.last) >= 7 and one.last[0] != "X"), default=None)
    if last is None:
        return None
    begin = date.fromisoformat(f"{last}-01"[:10])
    for year in (begin.year, begin.year + 1):
        try:
            day = date.fromisoformat(f"{year}{period.first[4:]}")
        except ValueError:
            return None
        if day >= begin:
            return year if day - begin < _SOON else None
    return None


def _after_year(page: Page, others: Sequence[FoundPeriod]) -> int | None:
    """Return the year behind the last that a page names beside "this year": "in 2022 …, this year …"."""
    years = [int(one.last) for one in others if len(one.last) == 4 and one.last.isdigit()]
    if not years or max(years) < FIRST_YEAR or not _THIS_YEAR.search(page.text):
        return None
    return max(years) + 1


def _now(page: Page, others: Sequence[FoundPeriod]) -> int | None:
    """Return the year that a page speaks of as the present one, where it names no other: "In 2024, this remains"."""
    years = {one.first[:4] for one in others if one.first[:4].isdigit()}
    match = _IN_YEAR.search(page.text) if len(years) == 1 else None
    return int(match[1]) if match and match[1] in years else None
