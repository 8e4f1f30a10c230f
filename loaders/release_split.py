"""Where a page tells of several events, which of its sentences belong to which.

A sentence begins another event where it names one with days and a place of its own. What stands before the first, and
what speaks of all of them ("both workshops"), belongs to each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from loaders.dates import FoundPeriod
from loaders.late import late
from loaders.release_called_off import habitual
from loaders.release_clauses import ABOVE, FIRST_ONE, NEXT_ONE, SEVERAL, divided, named_before
from loaders.release_facts import Facts
from loaders.release_page import Page
from loaders.release_story import (
    SURELY,
    TAKES_UP,
    Story,
    event_cues,
    headed_by_event,
    lead_of,
    names_a_crime,
    reports_none,
    weigh,
)

ELSEWHERE = -20.0
"""The weight of a sentence that belongs to another event of the page."""

OF_ITS_OWN = 9.0
"""The weight of a clause with days and town of its own: more than what is told of all events of the page."""

MOST = 30
_FARTHEST = timedelta(days=75)
_ALL = late(
    r"\b(?:both|all (?:three|four|five|six|the|of)|the (?:trainings|workshops|seminars|courses|events|"
    r"activities|sessions|meetings|conferences|exercises|visits|webinars|round tables)|"
    r"les (?:deux|trois|ateliers|formations)|ambos|ambas|los (?:dos|tres|talleres|cursos)|as (?:duas|"
    r"três|formações)|os (?:dois|três|cursos)|оба|все)\b",
    re.IGNORECASE,
)
_OTHER_ONE = late(
    r"\b(?:an?|another|one|second|third|fourth|fifth|final|last|next|un|une|uno|una|otro|outro|outra|"
    r"um|uma|второй|третий|другой)\s(?:[\w’'\-]+\s){0,5}$",
    re.IGNORECASE,
)
_EARLIER = late(
    r"\b(?:first|previous|earlier|initial|pilot|similar|preceding|prior|preparatory)\s(?:[\w’'\-]+\s){0,4}$",
    re.IGNORECASE,
)
"""What stands before an event that lay before the one a page is about."""

_HAD_DONE = late(r"\bhad\s(?:\w+ly\s|already\s|also\s)?\w{2,}(?:ed|en|ld|et|ght|ne|un)\b")
"""What tells of something before the event a page is about."""
_IN_QUOTES = late(r"(?<!\w)[‘'“\"«„]\s?([^\W\d_a-z][^‘“”\"«»„]{8,140}?)\s?['’”\"»“](?!\w)")
_SAME_TOWN = late(r"\b(?:in|at) the same (?:city|town|place|venue|capital|hotel)\b", needs="the same ")
_SAME = "the same"
"""What stands for the town of an event that was held where the one before was."""

_ADDS = late(r"(?:Additionally|Similarly|Another|A (?:second|third|similar|further)|In addition)\b")
_TOWN_BEFORE = late(
    r"(?:\b(?:in|at|to|à|en|em|a|в|во|г\.)\s+(?:the\s|city of\s)?|^\W*|[:–—]\s|\()$", re.IGNORECASE
)


@dataclass(frozen=True)
class _Start:
    """A sentence that begins an event: its first and last day and its town."""

    number: int
    first: str
    last: str
    city: str


def stories_of(facts: Facts) -> list[Story]:
    """Return the events a page reports, each with the weights of its sentences; none where it reports none."""
    if reports_none(facts.page):
        return []
    facts = divided(facts)
    page = facts.page
    leads = [(weights, lead_of(page, weights)) for weights in spread(facts, weigh(facts))]
    least = 0.0 if names_a_crime(page) else SURELY
    found = [
        Story(facts, weights, lead) for weights, lead in leads if lead is not None and weights[lead] >= least
    ]
    return [story for story in found if not habitual(page, story.lead) or _is_dated(story)]


def _is_dated(story: Story) -> bool:
    """Return whether a day or a month is told of an event."""
    told = (one.start for one in story.facts.periods if one.role == "event" and len(one.first) >= 7)
    return any(story.weight(start) >= TAKES_UP for start in told)


def spread(facts: Facts, weights: Sequence[float]) -> list[list[float]]:
    """Return the weights for each event of a page: one list where it tells of one."""
    starts = _starts(facts, weights)
    if len(starts) < 2:
        return [list(weights)]
    page = facts.page
    begins = [_with_heading(page, start.number) for start in starts]
    found = [_of_one(page, weights, begins, at) for at in range(len(starts))]
    for start, own in zip(starts, found, strict=True):
        own[start.number] = max(own[start.number], SURELY)
    return found


def _starts(facts: Facts, weights: Sequence[float]) -> list[_Start]:
    found: list[_Start] = []
    for number, weight in enumerate(weights):
        sentence = facts.page.sentences[number]
        below = headed_by_event(facts.page, number) and facts.page.of(number, "happens")
        if weight < 3 and number not in facts.page.parts and not below:
            continue
        if sentence.zone in {
            "title",
            "tail",
            "menu",
            "caption",
        }:
            continue
        start = _start(facts, number)
        if start is not None and _begins(facts.page, found, start):
            found.append(start)
    return found[:MOST]


def _start(facts: Facts, number: int) -> _Start | None:
    """Return the days and the town of a sentence that names an event and tells both."""
    page = facts.page
    sentence = page.sentences[number]
    periods = _days_in(facts, number)
    if not periods and number and page.sentences[number - 1].zone == "heading":
        sentence, periods = page.sentences[number - 1], _days_in(facts, number - 1)
    if len(periods) != 1 or not (
        number in page.parts
        or event_cues(page, number)
        or page.of(number, "again")
        or (headed_by_event(page, number) and page.of(number, "happens"))
    ):
        return None
    cities = [
        one.as_written.casefold()
        for one in facts.places
        if one.kind == "city"
        and sentence.start <= one.start < sentence.end
        and _TOWN_BEFORE.search(page.text[max(sentence.start, one.start - 12) : one.start])
    ]
    city = cities[0] if cities else _unknown(page, number, periods[0])
    if not city and _SAME_TOWN.search(page.small, sentence.start, sentence.end):
        city = _SAME
    return _Start(number, periods[0].first, periods[0].last, city)


def _days_in(facts: Facts, number: int) -> list[FoundPeriod]:
    """Return the days of a sentence that may be those of an event."""
    sentence = facts.page.sentences[number]
    told = (one for one in facts.periods if sentence.start <= one.start < sentence.end)
    return [one for one in told if _is_days(facts, one)]


def _unknown(page: Page, number: int, period: FoundPeriod) -> str:
    """Return the place a clause names right before its day, also one that is not known; "" where there is none."""
    found = (
        named_before(page.text, page.sentences[number].start, period.start) if number in page.parts else None
    )
    return found[1].strip().casefold() if found else ""


def _is_days(facts: Facts, period: FoundPeriod) -> bool:
    return (
        period.role == "event"
        and period.start not in facts.dates.stamps
        and len(period.first) == len(period.last) == 10
        and not (period.period is not None and period.period.precision == "season")
        and not (facts.dateline is not None and facts.dateline.start == period.start)
        and any(letter.isdigit() for letter in period.as_written)
    )


def _begins(page: Page, found: Sequence[_Start], start: _Start) -> bool:
    """Return whether a sentence begins an event that none before it began."""
    if not found:
        return (
            _is_listed(page, start.number)
            or bool(event_cues(page, start.number))
            or headed_by_event(page, start.number)
        )
    if start.number in page.parts and start.city:
        known = any((start.first, start.city) == (one.first, one.city) for one in found)
        return not known or _another(page, start.number)
    if any(not (start.first > one.last or start.last < one.first) for one in found):
        return _is_of_its_own(page, found, start)
    verbs = {cue.meaning for cue in page.of(start.number, "happens")}
    far = _too_far(found[0], start) and not _headed_by_event(page, start.number)
    far = far or (start.first < found[0].first and _is_earlier(page, start.number))
    if "ends" in verbs or ("planned" in verbs) != _is_planned(page, found[0]) or far:
        return False
    elsewhere = bool(start.city) and all(start.city != one.city for one in found)
    adds = _ADDS.match(page.text, page.sentences[start.number].start) and _another(page, start.number)
    if adds or _is_next_of(page, found, start) or _has_other_name(page, found, start):
        return True
    return elsewhere or _headed(page, start.number) or (bool(start.city) and _another(page, start.number))


def _has_other_name(page: Page, found: Sequence[_Start], start: _Start) -> bool:
    """Return whether a sentence tells of an event by its name in quotation marks, as the one before is by another."""
    name, before = _name_of(page, start.number), _name_of(page, found[-1].number)
    return name is not None and before is not None and name != before


def _name_of(page: Page, number: int) -> str | None:
    """Return the name in quotation marks that holds the word for the event of a sentence."""
    cues = event_cues(page, number)
    sentence = page.sentences[number]
    named = _IN_QUOTES.finditer(page.text, sentence.start, sentence.end) if cues else ()
    return next((one[1] for one in named if any(one.start() < cue.start < one.end() for cue in cues)), None)


def _is_next_of(page: Page, found: Sequence[_Start], start: _Start) -> bool:
    """Return whether a sentence tells the next of a series of which the first was told: "a second group"."""
    sentence, first = page.sentences[start.number], page.sentences[found[0].number]
    follows = start.first > found[-1].last and NEXT_ONE.search(page.small, sentence.start, sentence.end)
    return bool(follows) and FIRST_ONE.search(page.small, first.start, first.end) is not None


def _is_listed(page: Page, number: int) -> bool:
    """Return whether a clause is of a list of events, named in it or in the sentence before."""
    if number not in page.parts:
        return False
    first = min(page.parts)
    told = [one for one in range(first - ABOVE, first + 1) if one >= 0]
    several = [one for one in told if SEVERAL.search(page.words(one))]
    return first in several or any(event_cues(page, one) for one in [*page.parts, *several])


def _is_of_its_own(page: Page, found: Sequence[_Start], start: _Start) -> bool:
    """Return whether a paragraph begins with the name of an event of another kind, held on days of its own."""
    here = page.sentences[start.number]
    first = start.number == 0 or page.sentences[start.number - 1].paragraph != here.paragraph
    kinds = {cue.meaning for one in found for cue in event_cues(page, one.number)}
    named = [cue for cue in event_cues(page, start.number) if page.text[cue.start].isupper()]
    days = all((start.first, start.last) != (one.first, one.last) for one in found)
    held = any(cue.meaning == "held" for cue in page.of(start.number, "happens"))
    return first and days and held and bool(named) and named[0].meaning not in kinds


def _is_planned(page: Page, start: _Start) -> bool:
    return any(cue.meaning == "planned" for cue in page.of(start.number, "happens"))


def _too_far(first: _Start, other: _Start) -> bool:
    """Return whether an event lies so far from the first that it is its background."""
    if "X" in first.first + other.first:
        return False
    return abs(date.fromisoformat(first.first) - date.fromisoformat(other.first)) > _FARTHEST


def _headed(page: Page, number: int) -> bool:
    """Return whether a heading stands right above a sentence."""
    here = page.sentences[number]
    return any(
        page.sentences[other].zone == "heading" and page.sentences[other].paragraph == here.paragraph - 1
        for other in range(max(0, number - 3), number)
    )


def _headed_by_event(page: Page, number: int) -> bool:
    """Return whether one of the headings right above a sentence names an event of its own."""
    above = number - 1
    while above > 0 and page.sentences[above].zone == "heading":
        if event_cues(page, above):
            return True
        above -= 1
    return False


def _another(page: Page, number: int) -> bool:
    cues = event_cues(page, number)
    return any(_OTHER_ONE.search(page.text[max(0, cue.start - 60) : cue.start]) for cue in cues)


def _is_earlier(page: Page, number: int) -> bool:
    """Return whether a sentence calls its event an earlier one: "a first workshop", "the meeting had asked"."""
    begin, end = page.sentences[number].start, page.sentences[number].end
    if _HAD_DONE.search(page.text, begin, end):
        return True
    return any(_EARLIER.search(page.text, begin, cue.start) for cue in event_cues(page, number))


def _with_heading(page: Page, number: int) -> int:
    """Return the heading right above a sentence, unless it is that of the whole page; else the sentence."""
    before = number - 1
    if number in page.parts:
        return number
    return before if before >= 1 and page.sentences[before].zone in {"heading", "title"} else number


def _of_one(page: Page, weights: Sequence[float], begins: Sequence[int], at: int) -> list[float]:
    """Return the weights for one event: sentences of the others count for nothing."""
    end = begins[at + 1] if at + 1 < len(begins) else len(weights)
    together = begins[-1] - begins[0] == len(begins) - 1 and page.parts.issuperset(begins)
    own = []
    for number, weight in enumerate(weights):
        shared = number < begins[0] or (
            at + 1 < len(begins)
            and number >= begins[-1]
            and ((together and number > begins[-1]) or _ALL.search(page.words(number)))
        )
        mine = OF_ITS_OWN if number == begins[at] and number in page.parts else weight
        own.append(mine if shared or begins[at] <= number < end else ELSEWHERE)
    return own
