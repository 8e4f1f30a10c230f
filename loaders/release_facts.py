"""What an announcement names: countries, towns, dates, headcounts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from loaders.dates import FoundPeriod
from loaders.headcounts import FoundHeadcount, Headcount, find_headcounts
from loaders.late import late
from loaders.places import find_countries
from loaders.release_came import CAME, those_who_came
from loaders.release_dates import Dates, Day, dates_of
from loaders.release_page import Page
from loaders.release_towns import found_towns, second_towns
from loaders.sheets import rows

_SEX = r"(?:fe)?males?|wom[ae]n|m[ae]n"
_WITH_PARTS = late(
    rf"\b(?P<total>\d{{1,4}})\s\((?P<first>\d{{1,4}})\s(?P<kind>{_SEX})(?:,|\sand|/|,\sand)\s?"
    rf"(?P<second>\d{{1,4}})\s(?P<other>{_SEX})\)(?=\s[a-z])",
    re.IGNORECASE,
)
_IN_FIGURES = late(r"\(\d")
_GROUP = late(
    r"\b(?:[Gg]roup of |[Aa]ll |[Pp]articipants numbered )(\d{1,3})"
    r"(?:(?<=numbered \d)|(?<=numbered \d\d)|(?<=numbered \d\d\d)|"
    r"(?=\s(?:benefit\w*|took part|attended|participated|completed|graduated|was trained|were trained|"
    r"(?:received|were awarded|earned) (?:\w+ )?(?:certificate|diploma)\w*)\b))",
    needs="roup of |ll |articipants numbered ",
)


_TOLD_APART = late(
    r"\b(?:participante?s|stagiaires|juges|magistrats|policiers|agents|procureurs|apprenants|bénéficiaires),?\s"
    r"(?:qui étaient\s)?au nombre de (?P<fr>\d{1,4})\b|"
    r"\b[Ii]ls étaient (?P<they>\d{1,4})\s(?:[^\W\d]+\s){0,2}à\s(?:suivre|prendre part|participer|assister)\b|"
    r"\b(?:[Ff]ueron|[Ee]ran|[Ff]oram|[Ee]ram)\s(?P<ibero>\d{1,4})\s(?:[lo]?[oa]s)\s(?!v[ií]c?tim|muj|mulh|niñ|crian|migra)[^\W\d]+\sque\s"
    r"(?:particip|asisti|complet|recib|receb|frequent|conclu|assisti)|"
    r"^[ \t]*(?:(?:Number|No\.) of )?(?:[Pp]articipants|[Aa]ttendees|Attendance)\s?[:–-]\s?"
    r"(?P<label>\d{1,3}(?:,\d{3})+|\d{1,4})\b(?![.,:]\d)"
    r"(?!\s?(?:countries|states|nations|[%–-]))",
    re.MULTILINE,
    needs="au nombre de|étaient|ueron|Eran|eran|oram|Eram|eram|articipants|ttend",
)
"""Counts that stand apart from those who came: "les participants, au nombre de 25", "fueron 25 los jueces que"."""


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
    """A page with what it names: places, dates, headcounts; and its address."""

    page: Page
    places: Sequence[Place]
    dates: Dates
    headcounts: Sequence[FoundHeadcount]
    url: str | None = None

    @property
    def periods(self) -> Sequence[FoundPeriod]:
        """The dates of the page."""
        return self.dates.periods

    @property
    def dateline(self) -> FoundPeriod | None:
        """The date that opens the text."""
        return self.dates.dateline

    @property
    def published(self) -> str | None:
        """The day the page was published, where it is told."""
        return self.dates.published

    @property
    def day(self) -> Day | None:
        """The day the page is from."""
        return self.dates.day


def facts_of(page: Page, url: str | None, published: str | None) -> Facts:
    """Return what a page names, its dates read against dateline, publication day or address."""
    parted = list(_parted(page.text))
    people = [*_people(page, find_headcounts(page.text)), *_groups(page.text)]
    inside = [one for one in people if any(one.start < two.end and two.start < one.end for two in parted)]
    counted = [*(one for one in people if one not in inside), *parted]
    people = list(those_who_came(page.text, sorted(counted, key=lambda one: one.start)))
    return Facts(page, _places(page.text), dates_of(page, url, published), people, url)


def _people(page: Page, found: Sequence[FoundHeadcount]) -> Iterator[FoundHeadcount]:
    """Yield the headcounts; those that were added up over two sentences, a headline and the text, one by one."""
    across = [one for one in found if page.at(one.start) != page.at(one.end - 1)]
    for one in found:
        if one in across:
            continue
        inside = any(other.start <= one.start and one.end <= other.end for other in across)
        yield replace(one, kind="total") if inside and one.kind == "part" else one


def _parted(text: str) -> Iterator[FoundHeadcount]:
    """Yield the counts with women and men in brackets before the people: "27 (5 female, 22 male) staff"."""
    for match in _WITH_PARTS.finditer(text) if _IN_FIGURES.search(text) else ():
        total, first, second = (int(match[name]) for name in ("total", "first", "second"))
        women, men = (first, second) if match["kind"][0].lower() in "fw" else (second, first)
        other = match["other"][0].lower() in "fw"
        if first + second == total and other != (match["kind"][0].lower() in "fw"):
            count = Headcount(total, total, women=women, men=men)
            yield FoundHeadcount(count, *match.span(), match[0], CAME, "total")


def _groups(text: str) -> Iterator[FoundHeadcount]:
    """Yield the counts of people of whom nothing else is told: "the group of 18 completed", "all 18 received"."""
    for match in _GROUP.finditer(text):
        count = int(match[1])
        yield FoundHeadcount(Headcount(count, count), *match.span(1), match[1], CAME, "total")
    for match in _TOLD_APART.finditer(text):
        told = match.lastgroup or "fr"
        count = int(match[told].replace(",", ""))
        yield FoundHeadcount(Headcount(count, count), *match.span(told), match[told], CAME, "total")


def country_name(iso3: str) -> str:
    """Return the short name of a country."""
    return _country_names().get(iso3, iso3)


@lru_cache(maxsize=1)
def _country_names() -> dict[str, str]:
    return {row["iso3"]: row["name"] for row in rows("countries.csv", "iso3", "name")}


def _places(text: str) -> list[Place]:
    """Return the countries and cities of a text, towns of the world behind "in" included, in their order."""
    mentions = [Place(*mention) for mention in find_countries(text)]
    taken = [(place.start, place.end) for place in mentions]
    named = {place.iso3 for place in mentions}
    others = [
        Place(iso3, start, end, text[start:end], "city")
        for iso3, start, end in found_towns(text, taken, named)
    ]
    places = sorted([*mentions, *others], key=lambda place: place.start)
    firsts = [(place.iso3, place.end) for place in places if place.kind == "city"]
    spans = [(place.start, place.end) for place in places]
    seconds = [
        Place(iso3, start, end, text[start:end], "city")
        for iso3, start, end in second_towns(text, firsts, spans)
    ]
    return sorted([*places, *seconds], key=lambda place: place.start) if seconds else places
