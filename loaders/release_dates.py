"""The dates an announcement names, its dateline, and the day it is from.

Years are read against the day of the page: what has taken place lies before it, what is planned lies behind it. Words
such as "today" count only where that day is known, not only its month or year.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from loaders.dates import FIRST_YEAR, LAST_YEAR, FoundPeriod, find_periods
from loaders.late import late
from loaders.release_bare_days import bare_days
from loaders.release_page import Page
from loaders.release_years import year_behind, year_of_issue

_BARE_IN = frozenset({"fr", "es", "pt"})
"""Languages in which days are told without their month: "nos dias 28 e 29"."""

_URL_ARCHIVE = late(r"^https?://(?:[\w-]+\.)*(?:web)?archive\.[^?]*?/(?:19|20)\d{6,12}\w*/")
"""What an archive puts before an address: the moment of its copy, which says nothing of the day of the page."""

_URL_DAY = late(r"(?<!\d)((?:19|20)\d\d)[-/_.]?(0[1-9]|1[0-2])[-/_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_URL_MOMENT = late(r"(?<!\d)(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=\d{6}|\d{4}(?!\d))")
_URL_DAY_FIRST = late(r"(?<!\d)(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(20[0-3]\d)(?!\d)")
_URL_MONTH = late(r"(?<!\d)((?:19|20)\d\d)[-/_](0?[1-9]|1[0-2])(?!\d)")
_URL_YEAR = late(r"(?<!\d)(20[0-3]\d)(?!\d)")
_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_URL_NAMED = late(rf"({'|'.join(_MONTHS)})[-_/]?((?:19|20)\d\d)|((?:19|20)\d\d)[-_/]({'|'.join(_MONTHS)})")
_PLACE_BEFORE = late(
    r"[\s\W]*(?:[^\W\d_a-zß-öø-ÿа-яё][\w.'’\-]*[\s,./()|–—-]*(?:(?:of|the|and|de|du|da|do|le|el|"
    r"a|em|г\.|город)[\s]+|d['’])?){0,8}"
)
_ITEM = late(r"\s*(?:[•●▪*]|[–—-]\s|\d{1,2}[.)])\s*\w")
"""How an item of a list begins, which is no dateline: "• Lima, 3 May: 20 judges"."""

_COUNTED = late(r"\s?[:(–-]\s?\d{1,4}\s[^\W\d]{3}")
"""What follows town and day in a list of events with how many came: ": 24 judges"."""

_AFTER_DATELINE = late(r"\s*(?:г(?:ода|\.)?\s*)?(?:[–—:|(/\]-]|\.[-–—\s]|,\s*\(|$)|\s*\n")
_SENTENCE_GOES_ON = late(r"\.\s[а-яё]")
"""What stands behind the Russian "г" for "year" where a sentence goes on: "11 декабря 2007 г. в Баку"."""

_PLACE_AFTER = late(r",\s(?:[^\W\d_a-zß-öø-ÿа-яё][\w.'’\-]*[ ,()]*){1,5}\s?[–—:-]\s")
_STAMP_BEFORE = late(
    r"[\s\W]*(?:(?:by|par|por|автор)\b[\w\s.]{0,40}?\|?\s?|(?:(?:press|media|news)\s(?:release|statement|note|item)|"
    r"communiqué(?: de presse)?|comunicado(?: de prensa)?|nota de (?:prensa|imprensa)|пресс-релиз|"
    r"publi\w+|posted|updated|released?|news|date|created|"
    r"mis en ligne|опубликовано|a[ct]+ualizado)\b[\w\s]{0,16}:?)?[\s\W]*",
    re.IGNORECASE,
)
_STAMPED = late(
    r"(?:[^.;]{0,80}[|–—•·:-]\s?)?\W*(?:(?:this|the)\s(?:article|page|story|text|item|post|news|notice|content|"
    r"(?:press )?release)\s)?(?:(?:is|was|has been)\s)?(?:(?:first|last|originally)\s)?(?:published|posted|updated|"
    r"modified|issued|released|printed|dated|retrieved|accessed|submitted|publicad[oa]|actualizad[oa]|publiée?|consultée?|atualizad[oa]|"
    r"опубликовано|обновлено)\b[^.;]{0,40}",
    re.IGNORECASE,
)
"""What stands before the day a page was published on, not a law or a report: "This article was last updated on"."""

_LABELLED = late(
    r"(?:venue|place|location|where|when|time|lieu|horaire|lugar|sede|hora|local|horário|место|время)\s?:",
    re.IGNORECASE,
)
"""A line beside that of the day which says that the day is the event's."""

_BEHIND_BAR = late(r"\w\s?\|\s?$")
"""What stands between a headline and the day it was published: "Police learn more | 3 May 2021"."""

_STAMP_AFTER = late(
    r"[\s\W]*(?:(?:at\s)?\d{1,2}[:.]\d\d.{0,16})?(?:\d{1,3}\s(?:minutes?|hours?|days?|weeks?|months?|years?)\sago)?[\s\W]*"
)
_FIGURES, _YEAR = late(r"\d"), late(r"\d{4}|\d+[./-]\d+[./-]\d+")
_ENDS = late(
    r"\b(?:ends|will end|concludes|closes|until|runs to|through|"
    r"(?:dure(?:ra)?|se poursui\w+|se prolonge\w*|continue\w*) jusqu[’'](?:à|au)|"
    r"prend(?:ra|ront)? fin|s[’']achèvera|"
    r"(?:dura(?:rá)?|se extien\w+|se extenderá|contin\w+|sigue) hasta|"
    r"(?:dura(?:rá)?|decorre\w*|prossegue|estende-se) até|"
    r"conclu(?:ye|irá|i)|culmina(?:rá)?|finaliza(?:rá)?|termina(?:rá)?|encerra-se|продлится до)"
    r"\s(?:on\s|el\s|ce\s|le\s|à\s|na\s|no\s)?"
    r"(?:this\s|este\s)?$"
)
_BEGAN_ON = late(
    r"\b(?:began|begins|begun|started|starts|opened|opens|kicked off|commenced|runs?|running|held)\s(?:on\s|from\s)?"
    r"(?:\w+day,?\s)?(?:the\s)?(?P<day>\d{1,2})(?:st|nd|rd|th)\s[^.;\d]{0,40}\b(?:to|until|till|through|on)\s"
    r"(?:\w+day,?\s)?(?:the\s)?$"
)
"""What stands before the last day of an event with the first: "began on the 3rd and runs through to the"."""

_PAST = late(
    r"\b(?:began|opened|started|kicked off|commenced|got under ?way|convened|concluded|ended|closed|finished|"
    r"wrapped up)\s(?:here\s|in\s(?:[A-Z][\w’'\-]+,?\s){1,3})?(?:on\s)?$"
)
"""What stands before a day of the week that has gone by: "which began Monday and will end on"."""

_BEFORE_THAT = late(r"\bhad\s(?:\w+\s)?\w+ed\b[^.;]*$")
"""What tells of something before the event: "had visited shelters in March 2011"."""

_SLASHED = late(r"\(\d[^()\n]{0,10}/\d")
_BRACKETS = late(
    r"\b(?:yesterday|today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|this week|last week|weekend)\s"
    r"\((?P<first>\d{1,2})(?:(?:/(?P<month>\d{1,2}))?\s?[-–]\s?(?P<last>\d{1,2}))?/(?P<end>\d{1,2})\)",
    re.IGNORECASE,
)
_HOURS = late(
    r"\s?(?:@|at|,|[–—-])?\s?\d{1,2}(?:[:.h]\d\d)?\s?(?:[ap]\.?m\.?|hrs|h)?\s?(?:[–—-]|to|until|through)\s",
    re.IGNORECASE,
)
_AND_ON = late(r",?\s(?:and|y|e|et)\s(?:then\s)?(?:on|from|du|del|de)\s(?:the\s)?")
"""What joins the days of two sessions of one course: "on 3 and 4 May and on 10 and 11 May"."""

_AND_THE_NEXT = late(r"\s(?:\d{1,2}\s)?(?:and|y|e|et|и)\s")
"""What joins two days told in words: "ayer 3 y hoy"."""

_FROM_A_DAY = late(
    r"\b(?:from|between|entre|desde|depuis|del?|du|с)\s(?:the\s|el\s|le\s|[oa]\s|last\s|this\s|este\s|ce\s)?$",
    re.IGNORECASE,
)
_TO_A_DAY = late(
    r",?\s(?:and|to|until|till|through|y|al?|hasta|et|au|jusqu[’']au|e|até|и|по|до)\s(?:el\s|le\s|o\s|this\s|today,\s)?",
    re.IGNORECASE,
)
"""What stands before and between two days, of which the last is told in words alone: "from 3 May to Friday"."""

_A_WEEK = 8
"""Days within which the last of such days lies."""

_TOLD_TWICE = late(
    r"(?:today|tomorrow|yesterday|aujourd[’']hui|demain|hier|hoy|mañana|ayer|hoje|amanhã|ontem|сегодня|завтра|вчера)"
    r",?\s[\w-]+",
    re.IGNORECASE,
)
_TOWN_BEHIND = late(r"\s?\([^\W\d_a-zß-öø-ÿ][\w\s’'\-]{2,30}\)\s?[–—-]\s")
"""A town in brackets behind the day of a dateline: "May 3, 2014 (LIMA) – "."""

_LEAP = 2024
_NOMINAL = "2023"
"""A year by which "yesterday" is read on a page whose dateline tells none."""

_SPOKEN = late(
    r"today|tomorrow|yesterday|aujourd[’']hui|demain|hier|hoy|mañana|ayer|hoje|amanhã|ontem|сегодня|завтра|вчера",
    re.IGNORECASE,
)
_WEEKDAY = late(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|"
    r"miércoles|jueves|viernes|sábado|domingo",
    re.IGNORECASE,
)
_AND_A_COUNT = late(r"(.*\d),\s\d{1,2}", re.DOTALL)
_PEOPLE_COUNTED = late(r"\s(?!(?:of|and|to|or)\b)[a-z]{3,}")
"""What stands behind a number that counts people, not a day."""

_DAY_BEFORE = late(r"\bthe day before\s$")
_WEEK_BEFORE = late(r"\blast week,?\s(?:from |on |between )?$")
_LAST_WEEK = late(r"(?:last|,?\s(?:of\s)?last)\sweek\b")
"""What stands behind days of the week that lie in the week before: "on Tuesday last week"."""

_MINUTES = late(
    r"\W*(?:(?:final|executive|short|draft)\s)?(?:summary|report|minutes|record|proceedings|conclusions|outcomes?|resumen|acta|"
    r"informe|relatoría|memoria|compte[- ]rendu|procès-verbal|rapport|relevé|ata|resumo|relatório|протокол|отчет)"
    r"\s(?:(?:final|ejecutivo|executivo)\s)?(?:of|on|from|de|du|des|da|do|заседания|совещания|встречи)\b"
)
"""How a line begins that calls a page the minutes of a meeting."""

_HEAD = late(r"\s*(?:date|published|posted)\s*:?\s*", re.IGNORECASE)
_FARTHEST_LINE = 14
"""A dateline stands in one of the first lines."""

_FEW_SENTENCES = 4
"""Sentences among the lines of a menu, below which a dateline may still stand."""

_FARTHEST_STAMP = 40
"""A line with the day of publication may follow a long menu."""

_THIS_WEEK = late(
    r"\b(?:this (?:week|month)|(?:are|is) (?:being|currently|now))\b[^.;]{0,12}$", re.IGNORECASE
)
_SOON = timedelta(days=45)
"""So far behind the day of a page an event may lie that is told as of these days; the stamp of the page may be off."""

_LATE = timedelta(days=10)
"""So far behind the day of a page an event may lie that is told as if it were held."""

_NEAREST = timedelta(days=150)

_MOST_BESIDE = 200
"""Dates of a page that are looked at for the year of another; an announcement names a few."""


@dataclass(frozen=True)
class Day:
    """The day a page is from as an ISO day, and how much of it is known: day, month or year."""

    iso: str
    unit: str


_OF_DEED = late(
    r"\b(?:sign(?:ed|ing|ature)?|deadline|expir\w+|apply by|until)\b[^.;\n]{0,70}$", re.IGNORECASE
)
"""What stands before the day of a treaty or a deadline, which is not that of the page."""


_LONG_BEHIND = 60
"""Days behind which a date at the head of a page is that of its reading, not of its publishing."""


@dataclass(frozen=True)
class Dates:
    """The date expressions of a page, its dateline, the day it was published where told, the day it is from.

    `stamps` are the places of the dates that say when the page was published.
    """

    periods: Sequence[FoundPeriod]
    dateline: FoundPeriod | None
    published: str | None
    day: Day | None
    stamps: frozenset[int]


def dates_of(page: Page, url: str | None, published: str | None) -> Dates:
    """Return the dates of a page, read against its dateline, the day it was published, or its address."""
    plain = [_of_event(_bare(_uncounted(page, one))) for one in find_periods(page.text, None, page.language)]
    plain = sorted([*plain, *_in_brackets(page, plain)], key=lambda one: one.start)
    plain = [_of_stamp(page, one, plain) for one in plain]
    day = _told_day(published) or url_day(url)
    if day is None and (issued := year_of_issue(page)):
        day = Day(f"{issued}-12-31", "year")
    plain = [_of_year(page, one, day, plain) if _is_dateline(page, one) else one for one in plain]
    headings = _headings(page, plain)
    datelines = [one for one in plain if one.start not in headings and _is_dateline(page, one)]
    dateline = _dateline_of(page, datelines)
    single = [one for one in (dateline, *plain) if one and _is_full(one) and one.first == one.last]
    stamps = [one for one in single if one.start not in headings and _is_stamp(page, one)]
    shown_on = [one for one in stamps if not _OF_DEED.search(page.text, max(0, one.start - 90), one.start)]
    if shown_on and not _is_of_reading(shown_on[0], day):
        day = Day(shown_on[0].first, "day")
    against = _against(page, plain, day) if day else _against_yearless(page, plain, dateline)
    periods = [_of_year(page, _gone_by(page, _to_come(page, one, day), day), day, plain) for one in against]
    periods = [
        _from_its_day(page, one) for one in _joined(page, [_weeks_back(page, one, day) for one in periods])
    ]
    if page.language in _BARE_IN:
        periods = bare_days(page.text, periods, day.iso if day and day.unit == "day" else None)
    dateline = dateline and next((one for one in periods if one.start == dateline.start), dateline)
    shown = _told_day(published) or (day if day and day.unit == "day" else None)
    places = frozenset(one.start for one in stamps)
    return Dates(periods, dateline, shown.iso if shown else None, day, places)


def _headings(page: Page, periods: Sequence[FoundPeriod]) -> set[int]:
    """Return where the days stand that head the parts of a page, each with its place: "Lima, 3 May 2019"."""
    found = {one.start: one.first for one in periods if _is_full(one) and _is_heading(page, one, periods)}
    listed = set(found) if len(set(found.values())) > 1 else set()
    return listed | {one.start for one in periods if _is_of_minutes(page, one)}


def _is_of_minutes(page: Page, period: FoundPeriod) -> bool:
    """Return whether a line is place and day below one that calls the page the minutes of a meeting."""
    at = page.at(period.start)
    if not at or at > _FARTHEST_LINE or not _is_full(period) or period.end < page.sentences[at].end:
        return False
    before = page.text[page.sentences[at].start : period.start]
    headed = page.sentences[at].zone != "body" and _MINUTES.match(page.small, page.sentences[at - 1].start)
    return bool(headed and page.of(at - 1, "event") and _PLACE_BEFORE.fullmatch(before))


def _is_heading(page: Page, period: FoundPeriod, others: Sequence[FoundPeriod]) -> bool:
    """Return whether a line is a place and a day alone, and the sentence below tells no day of its own."""
    at = page.at(period.start)
    if not at or at + 1 >= len(page.sentences) or page.sentences[at].zone != "heading":
        return False
    line, below = page.sentences[at], page.sentences[at + 1]
    before = page.text[line.start : period.start]
    if period.end < line.end or not before or _PLACE_BEFORE.fullmatch(before) is None:
        return False
    told = any(below.start <= one.start < below.end and len(one.first) == 10 for one in others)
    return below.zone == "body" and not told


def _of_stamp(page: Page, period: FoundPeriod, others: Sequence[FoundPeriod]) -> FoundPeriod:
    """Return a dateline without a year with that of the line which tells the same day with its year."""
    if period.first[:5] != "XXXX-" or not _is_dateline(page, period):
        return period
    same = (
        one for one in others if _is_full(one) and one.first == one.last and one.first[4:] == period.first[4:]
    )
    full = next((one for one in same if _is_stamp(page, one)), None)
    return replace(period, first=full.first, last=full.last) if full else period


def _dateline_of(page: Page, datelines: Sequence[FoundPeriod]) -> FoundPeriod | None:
    """Return the dateline of a page: the one that opens its text, else the first; not the day of its reading."""
    opening = next((one for one in datelines if _opens_text(page, one)), None)
    if opening or not datelines:
        return opening
    first = datelines[0]
    placed = next((one for one in datelines if _is_placed(page, one)), None)
    if placed is None or not (_is_full(first) and _is_full(placed)) or _is_placed(page, first):
        return first
    read_later = (date.fromisoformat(first.first) - date.fromisoformat(placed.first)).days > _LONG_BEHIND
    return placed if read_later else first


def _is_placed(page: Page, period: FoundPeriod) -> bool:
    """Return whether the line of a date names the place beside it, and not only the day of the week."""
    at = page.at(period.start)
    before = page.text[page.sentences[at].start : period.start] if at is not None else ""
    if _TOWN_BEHIND.match(page.text, period.end):
        return True
    return any(word.isalpha() and not _WEEKDAY.fullmatch(word) for word in re.findall(r"\w+", before))


def _is_of_reading(stamp: FoundPeriod, day: Day | None) -> bool:
    """Return whether a page shows the day it was read: long behind the day that its address tells."""
    if day is None or day.unit != "day":
        return False
    return (date.fromisoformat(stamp.first) - date.fromisoformat(day.iso)).days > _LONG_BEHIND


def _against(page: Page, plain: Sequence[FoundPeriod], day: Day | None) -> Sequence[FoundPeriod]:
    """Return the dates with "today" and the like read against an exact day; years are put in later."""
    if day is None or day.unit != "day" or all(_is_full(one) or len(one.first) == 4 for one in plain):
        return plain
    known = {one.start: one for one in plain if one.first}
    again = [_uncounted(page, one) for one in find_periods(page.text, day.iso, page.language)]
    found = [known.get(one.start) or _bare(_one_day(one)) for one in again]
    starts = {one.start for one in found}
    return sorted([*found, *(one for one in plain if one.start not in starts)], key=lambda one: one.start)


def _against_yearless(
    page: Page, plain: Sequence[FoundPeriod], dateline: FoundPeriod | None
) -> Sequence[FoundPeriod]:
    """Return the dates with "today" and the like read against a dateline without a year: "LIMA, May 3 - … today"."""
    if dateline is None or not dateline.first.startswith("XXXX-") or dateline.first[5:] == "02-29":
        return plain
    day = f"{_NOMINAL}{dateline.first[4:]}"
    again = find_periods(page.text, day, page.language)
    spoken = {one.start: _yearless(one) for one in again if _SPOKEN.fullmatch(one.as_written)}
    return [spoken.get(one.start, one) for one in plain]


def _yearless(period: FoundPeriod) -> FoundPeriod:
    return replace(period, first=f"XXXX{period.first[4:]}", last=f"XXXX{period.last[4:]}")


def _one_day(period: FoundPeriod) -> FoundPeriod:
    """Return a day told by two words as that one day: "tomorrow, Monday"."""
    return replace(period, last=period.first) if _TOLD_TWICE.fullmatch(period.as_written) else period


def _uncounted(page: Page, period: FoundPeriod) -> FoundPeriod:
    """Return days without a number of people behind them that was read as one: "from June 18 to 21, 20 judges"."""
    words = _AND_A_COUNT.fullmatch(period.as_written)
    if words is None or not _PEOPLE_COUNTED.match(page.text, period.end):
        return period
    without = next(iter(find_periods(words[1], None, page.language)), None)
    if without is None or without.as_written != words[1]:
        return period
    end = period.start + len(words[1])
    return replace(without, start=period.start, end=end, role=period.role)


def _of_event(period: FoundPeriod) -> FoundPeriod:
    """Return several days as those of an event even behind the name of a law, as no law is of several days."""
    several = period.role == "document" and len(period.first) == 10 and period.first < period.last
    return replace(period, role="event") if several else period


def _in_brackets(page: Page, found: Sequence[FoundPeriod]) -> Iterator[FoundPeriod]:
    """Yield the days behind a word for them, day before month: "yesterday (28/4)", "on Wednesday (28-29/4)"."""
    if not _SLASHED.search(page.text):
        return
    for match in _BRACKETS.finditer(page.text):
        if any(one.start < match.end() and match.start(1) < one.end for one in found if one.first):
            continue
        first, month = int(match["first"]), int(match["month"] or match["end"])
        last, until = int(match["last"] or first), int(match["end"])
        if not (_is_day(first, month) and _is_day(last, until) and (month, first) <= (until, last)):
            continue
        begin, end = f"XXXX-{month:02}-{first:02}", f"XXXX-{until:02}-{last:02}"
        start, stop = match.start("first"), match.end("end")
        yield FoundPeriod(None, start, stop, page.text[start:stop], first=begin, last=end, role="event")


def _is_day(day: int, month: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(_LEAP, month)[1]


def _joined(page: Page, periods: Sequence[FoundPeriod]) -> list[FoundPeriod]:
    """Return dates, two of them as first and last day of one where hours or "and" join them: "3 May @ 9:00 – 5 May"."""
    found: list[FoundPeriod] = []
    for one in periods:
        if found and _goes_on(page, found[-1], one):
            before = found.pop()
            words = page.text[before.start : one.end]
            found.append(replace(before, last=one.last, end=one.end, as_written=words))
        else:
            found.append(one)
    return found


def _from_its_day(page: Page, period: FoundPeriod) -> FoundPeriod:
    """Return a day as the last of those that a day of the month alone begins: "began on the 3rd and runs to 5 May"."""
    if len(period.first) != 10 or period.first != period.last:
        return period
    begun = _BEGAN_ON.search(page.text, max(0, period.start - 100), period.start)
    if begun is None or not 1 <= int(begun["day"]) < int(period.first[8:]):
        return period
    first, start = f"{period.first[:8]}{int(begun['day']):02}", begun.start("day")
    return replace(period, first=first, start=start, as_written=page.text[start : period.end], role="event")


def _goes_on(page: Page, first: FoundPeriod, last: FoundPeriod) -> bool:
    """Return whether a day is the last of those that another begins: by its hour, or as "yesterday and today"."""
    if not len(first.first) == len(last.first) == 10:
        return False
    if first.first < first.last < last.first < last.last and first.first[0] == last.first[0]:
        return _AND_ON.fullmatch(page.text, first.end, last.start) is not None and _are_near(first, last)
    if first.first != first.last or last.first != last.last:
        return False
    if first.first >= last.first or (first.first[0] == "X") != (last.first[0] == "X"):
        return False
    if not _FIGURES.search(last.as_written) and _FROM_A_DAY.search(
        page.text, max(0, first.start - 24), first.start
    ):
        near = first.first[0] != "X" and _days_between(first.first, last.first) < _A_WEEK
        return near and _TO_A_DAY.fullmatch(page.text, first.end, last.start) is not None
    in_words = not (_FIGURES.search(first.as_written) or _FIGURES.search(last.as_written))
    between = _AND_THE_NEXT if in_words else _HOURS
    return between.fullmatch(page.text, first.end, last.start) is not None


def _days_between(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _are_near(first: FoundPeriod, last: FoundPeriod) -> bool:
    """Return whether two spans of days may be of one series: they lie in one month or in two that follow."""
    months = [int(one[5:7]) for one in (first.last, last.first)]
    return months[1] - months[0] in {0, 1} and (first.first[0] == "X" or first.last[:4] == last.first[:4])


def _to_come(page: Page, period: FoundPeriod, day: Day | None) -> FoundPeriod:
    """Return the next such day of the week where the text says that something ends on it: "which ends on Friday"."""
    before = page.text[max(0, period.start - 40) : period.start]
    if _FIGURES.search(period.as_written) or not _ENDS.search(before) or not _is_full(period):
        return period
    if day is None or period.first != period.last or period.first >= day.iso:
        return period
    later = (date.fromisoformat(period.first) + timedelta(days=7)).isoformat()
    return replace(period, first=later, last=later)


def _gone_by(page: Page, period: FoundPeriod, day: Day | None) -> FoundPeriod:
    """Return the last such day of the week where the text says that something began or ended on it."""
    before = page.text[max(0, period.start - 70) : period.start]
    if _FIGURES.search(period.as_written) or not _PAST.search(before) or not _is_full(period):
        return period
    if day is None or period.first != period.last or period.first <= day.iso:
        return period
    gone = (date.fromisoformat(period.first) - timedelta(days=7)).isoformat()
    return replace(period, first=gone, last=gone) if gone <= day.iso else period


def _weeks_back(page: Page, period: FoundPeriod, day: Day | None) -> FoundPeriod:
    """Return days of the week as those of the week before where the text says so: "from Monday to Friday last week"."""
    if day is None or _FIGURES.search(period.as_written) or not _is_full(period):
        return period
    if _DAY_BEFORE.search(page.text, max(0, period.start - 16), period.start):
        return _moved(replace(period, role="event"), days=1)
    this_week = (
        date.fromisoformat(period.first).isocalendar()[:2] == date.fromisoformat(day.iso).isocalendar()[:2]
    )
    said = _LAST_WEEK.match(page.text, _before_last(period)) or _WEEK_BEFORE.search(
        page.small, max(0, period.start - 24), period.start
    )
    return _moved(period, days=7) if this_week and said else period


def _before_last(period: FoundPeriod) -> int:
    """Return where days of the week end, without a "last" that was read with them."""
    return period.end - 4 if period.as_written.endswith("last") else period.end


def _moved(period: FoundPeriod, *, days: int) -> FoundPeriod:
    """Return days that lie so many days before others."""
    first, last = (date.fromisoformat(one) - timedelta(days=days) for one in (period.first, period.last))
    return replace(period, first=first.isoformat(), last=last.isoformat())


def _bare(period: FoundPeriod) -> FoundPeriod:
    """Return days that are told without a year without the one that was put to them."""
    words = period.as_written
    if not _FIGURES.search(words) or _YEAR.search(words) or len(period.first) != 10:
        return period
    return replace(period, first=f"XXXX{period.first[4:]}", last=f"XXXX{period.last[4:]}")


def _is_full(period: FoundPeriod) -> bool:
    return len(period.first) == 10 and period.first[0] != "X"


def _told_day(text: str | None) -> Day | None:
    """Return a day of publication in ISO form, None where it is none or in a year that cannot be."""
    try:
        day = date.fromisoformat((text or "")[:10])
    except ValueError:
        return None
    return Day(day.isoformat(), "day") if FIRST_YEAR <= day.year <= LAST_YEAR else None


def url_day(url: str | None) -> Day | None:
    """Return what the address of a page tells: its day, or the last day of its month or year."""
    if not url:
        return None
    url = _URL_ARCHIVE.sub("", url)
    exact = _URL_DAY.search(url) or _URL_MOMENT.search(url)
    told = _told_day("-".join(exact.groups())) if exact else None
    if not told and (behind := _URL_DAY_FIRST.search(url)):
        told = _told_day("-".join(reversed(behind.groups())))
    if told:
        return told
    unit = "month"
    if named := _URL_NAMED.search(url.casefold()):
        year, month = int(named[2] or named[3]), _MONTHS[named[1] or named[4]]
    elif match := _URL_MONTH.search(url):
        year, month = int(match[1]), int(match[2])
    elif match := _URL_YEAR.search(url):
        year, month, unit = int(match[1]), 12, "year"
    else:
        return None
    return Day(date(year, month, calendar.monthrange(year, month)[1]).isoformat(), unit)


# Datelines and stamps


def _is_dateline(page: Page, period: FoundPeriod) -> bool:
    """Return whether a date opens the text: alone, or beside a place, before a dash."""
    at = page.at(period.start)
    if at is None or len(period.first) != 10 or period.first != period.last or _is_far(page, at):
        return False
    sentence = page.sentences[at]
    before, after = page.text[sentence.start : period.start], page.text[period.end : period.end + 60]
    if period.as_written.endswith("г") and _SENTENCE_GOES_ON.match(after):
        return False
    if (
        len(before) > 80
        or sentence.zone == "tail"
        or _is_labelled(page, at)
        or _ITEM.match(before) is not None
        or _COUNTED.match(after) is not None
        or _PLACE_BEFORE.fullmatch(before) is None
    ):
        return False
    return _AFTER_DATELINE.match(after) is not None or (not before and _PLACE_AFTER.match(after) is not None)


def _is_far(page: Page, at: int) -> bool:
    """Return whether a sentence stands too far down for a dateline, short lines of a menu above it aside."""
    if at <= _FARTHEST_LINE:
        return False
    above = sum(one.zone == "body" for one in page.sentences[:at])
    return at > _FARTHEST_STAMP or above > _FEW_SENTENCES


def _opens_text(page: Page, period: FoundPeriod) -> bool:
    """Return whether a dateline stands behind its place in the text, not alone above it: "LIMA, 3 May 2019 - "."""
    at = page.at(period.start)
    if at is None or page.sentences[at].zone != "body":
        return False
    return period.start > page.sentences[at].start and _is_full(period)


def _is_labelled(page: Page, at: int) -> bool:
    """Return whether the line of a date stands beside one that tells place or hour of an event."""
    beside = [page.words(one) for one in (at - 1, at + 1) if 0 <= one < len(page.sentences)]
    return any(_LABELLED.match(one) for one in beside)


def _is_stamp(page: Page, period: FoundPeriod) -> bool:
    """Return whether a date says when the page was published: a dateline, a label, a line of its own."""
    at = page.at(period.start)
    headed = _HEAD.fullmatch(page.text[: period.start]) and not (at is not None and _is_labelled(page, at))
    if _is_dateline(page, period) or headed:
        return True
    if period.role == "stamp" and at is not None:
        return _STAMPED.fullmatch(page.text, page.sentences[at].start, period.start) is not None
    if at is None or at > _FARTHEST_STAMP or period.first != period.last or page.sentences[at].zone == "tail":
        return False
    sentence = page.sentences[at]
    if _is_labelled(page, at):
        return False
    before, after = page.text[sentence.start : period.start], page.text[period.end : sentence.end]
    if _BEHIND_BAR.search(before) and not page.of(at, "event"):
        return not after.strip()
    return _STAMP_BEFORE.fullmatch(before) is not None and _STAMP_AFTER.fullmatch(after) is not None


# Years


def _of_year(page: Page, period: FoundPeriod, day: Day | None, others: Sequence[FoundPeriod]) -> FoundPeriod:
    """Return a date that is told without a year with the year it lies in, where that is known."""
    if period.first[:1] != "X":
        return period
    year = _year(page, period, day) if day else _year_told(page, period, others)
    if year is None:
        return period
    first, last = f"{year}{period.first[4:]}", f"{year}{period.last[4:]}"
    if last < first:
        last = f"{year + 1}{period.last[4:]}"
    return replace(period, first=first, last=last) if _exist(first, last) else period


def _year_told(page: Page, period: FoundPeriod, others: Sequence[FoundPeriod]) -> int | None:
    """Return the year of a date by the months with a year that a page names, or by what else it tells."""
    told = [
        one
        for one in others[:_MOST_BESIDE]
        if not _BEFORE_THAT.search(page.text, max(0, one.start - 90), one.start)
    ]
    return _year_beside(period, told) or year_behind(page, period, told)


def _exist(first: str, last: str) -> bool:
    try:
        return date.fromisoformat(f"{first}-01"[:10]) <= date.fromisoformat(f"{last}-01"[:10])
    except ValueError:
        return False


def _year(page: Page, period: FoundPeriod, day: Day) -> int | None:
    """Return the year of a date by the day of the page: before it, or behind it where the event is planned."""
    here = int(day.iso[:4])
    if day.unit == "year":
        return here
    at = page.at(period.start)
    planned = at is not None and any(cue.meaning == "planned" for cue in page.of(at, "happens"))
    end = (date.fromisoformat(day.iso) + _LATE).isoformat()
    told = period.first[4:]
    if planned:
        begin = (date.fromisoformat(day.iso) - _LATE).isoformat()
        return next(
            year for year in (here - 1, here, here + 1, here + 2) if f"{year}{told}" >= begin[: 4 + len(told)]
        )
    is_line = (
        at is not None and page.sentences[at].zone in {"title", "heading"} and not page.of(at, "happens")
    )
    if is_line or (at is not None and _THIS_WEEK.search(page.text, page.sentences[at].start, period.start)):
        end = (date.fromisoformat(day.iso) + _SOON).isoformat()
    return next(
        year for year in (here + 1, here, here - 1, here - 2) if f"{year}{told}" <= end[: 4 + len(told)]
    )


def _year_beside(period: FoundPeriod, others: Sequence[FoundPeriod]) -> int | None:
    """Return the year of the only months with a year that a page names, where the date lies near one of them."""
    told = [
        one
        for one in others
        if len(one.first) >= 7 and one.first[0] != "X" and one.role not in {"stamp", "dateline"}
    ]
    years = {one.first[:4] for one in told}
    if len(years) != 1 or {one.last[:4] for one in told} != years:
        return None
    year = int(years.pop())
    here = _middle(f"{year}{period.first[4:]}")
    near = here is not None and any(
        abs(here - other) < _NEAREST for one in told if (other := _middle(one.first))
    )
    return year if near else None


def _middle(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso if len(iso) == 10 else f"{iso}-15")
    except ValueError:
        return None
