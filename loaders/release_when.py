"""First and last day of an event, from the dates, lengths and verbs of an announcement."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from loaders.dates import FoundPeriod
from loaders.late import late
from loaders.release_evidence import Evidence, Sure, evidence
from loaders.release_page import Page
from loaders.release_split import ELSEWHERE
from loaders.release_story import Story, background, event_cues, had_been, others_of
from loaders.release_words import Cue

LEAST = 3.0
"""A date that scores less is not taken for the event's."""

LATE = 10
"""From this day of a month on, what "recently" took place is taken for an event of that month."""

_UNITS = {10: 6.0, 7: 3.0, 4: 0.0}
_NEAR, _IN_LEAD = 70, 2.0
_BESIDE, _FAR = 30, 110
_SUNDAY = 7
_COARSE = frozenset({"week", "season"})
_COUNTED, _NO_LEAP = range(2, 6), 2023
_HAS_BEGUN = late(
    r"\b(?:(?:has|have)\s(?:gathered|met|convened|assembled|begun|started|opened|kicked off|come together)|"
    r"(?:is|are)\s(?:meeting|gathering|"
    r"(?:holding|hosting|conducting|running) (?:an?|the|its|their)|"
    r"taking part in a|attending a|under way|underway|being held))\b"
)
_TOLD_ON = late(
    r"\breturn(?:ed|s|ing)?\s(?:home|back)\son\s(?:\w+day,\s)?$|"
    r"\b(?:inform[óo]|anunci[óo]u?|dijo|señaló|indicó|explicó|reportó|disse|informou|a (?:annoncé|indiqué|déclaré))\s"
    r"(?:hoy\s|este\s|esta\s|el\s|ce\s|nesta\s|neste\s|na\s|no\s|le\s)*$|"
    r"\b(?:announced|said|stated|reported|told|explained)\b[^.;,]{0,24}\s(?:on|this|late|last)\s$"
)
"""What stands before a day a text was told on, or people came home: "the embassy announced on"."""

_DEADLINE = late(
    r"\b(?:(?:not?|at) (?:later than|the latest)(?: by| on)?|deadline (?:is|of|for)|a más tardar(?: el| en)?|"
    r"au plus tard(?: le)?|o mais tardar(?: a| em)?|не позднее)\s(?:the\s|\w+day,?\s)?$",
    re.IGNORECASE,
)
"""What stands before the day up to which something is to be done."""

_UNTIL = late(
    r"\b(?:until|till|continues|continued|runs to|jusqu[’'](?:à|au)|hasta|até|до)\s(?:\w+\s){0,3}$|"
    r"\b(?:through|thru)\s(?:\w+day,?\s)?(?:the\s)?$"
)
_FROM_DAY = late(
    r"\b(?:from|starting|beginning|as of|desde|a partir del?|à partir d[ue]|depuis|dès|со?)\s"
    r"(?:(?:next|this|on|el|la|a|o|le|ce|est[ae]|nest[ae]|últim[oa]|passad[oa]|d[ií]a|понедельник\w?|вторник\w?|сред\w)\s)*"
    r"(?:\w+day,?\s)?$",
    re.IGNORECASE,
)
"""What stands before the first day of an event: "held from next Monday, 3 May", "reunidos desde segunda-feira"."""

_ON_A_DAY = (
    r"\s(?:here\s|in\s(?:[A-Z][\w’'\-]+\s){1,2})?(?:on\s|this\s|last\s|the\s|el\s|este\s|le\s|ce\s|em\s|n?[oa]\s|na\s|в\s|во\s)*"
    r"(?:[^\W\d]+(?:day|di|che|es|do|go|feira|к|г|а|у|е),?\s(?:the\s|le\s|dia\s|día\s)?)?$"
)
_OPENED_ON = late(
    r"\b(?:opened|begun|started|launched|inaugurated|ouverte?s?|inaugurée?s?|lancée?s?|entamée?s?|débutée?s?|commencée?s?|"
    r"démarrée?s?|abiert[oa]s?|inaugurad[oa]s?|iniciad[oa]s?|comenzad[oa]s?|abert[oa]s?|começad[oa]s?|открыт\w+|открывш\w+|"
    r"начавш\w+)" + _ON_A_DAY,
    re.IGNORECASE,
)
"""What stands before the day an event began on, also where another verb tells its end: "opened on 3 May, closed"."""

_ENDED_ON = late(
    r"\b(?:closed|concluded|ended|finished|wrapped up|clôturée?s?|achevée?s?|terminée?s?|clausurad[oa]s?|"
    r"concluid[oa]s?|finalizad[oa]s?|terminad[oa]s?|encerrad[oa]s?|concluíd[oa]s?|завершивш\w+|завершен\w*|окончивш\w+)"
    + _ON_A_DAY,
    re.IGNORECASE,
)

_CLOSING = late(
    r"\b(?:graduation|closing (?:ceremony|session|event)|(?:final|last|closing|concluding) day of|dernier jour d[eu’']|"
    r"último d[ií]a d[eo]|последний день|clôture|clausura|encerramento|закрыти\w+)\b[^.;]{0,120}$",
    needs="graduation|closing|day of|clôture|dernier|clausura|último|encerramento|закрыти|последний",
)
"""What stands before the day of a closing: "graduation of the course was celebrated on"."""

_AFTER_ALL = late(
    r"\b(?:after|at the end of|following|au terme d[e’']|à l[’']issue d[e’']|après|tras|al término de|al cabo de|"
    r"luego de|ao fim de|ao cabo de|após|depois de|по итогам|после)\s?(?:the\s|a\s|ces\s|los\s|os\s)?$"
)
_GETTING_READY = late(r"\s?(?:of |de |d[’'])?(?:prep|travel|voyage|viaje|viagem|delay|rain|strike|подготов)")
"""What stands before and behind the length of what a day closed: "after four days of work", not of preparation."""

_OF_YEARS = late(r"\b(?:19|20)\d\d\s?(?:[–—-]|to|until)\s?$")
"""What stands before the last month of years: "2001 - May 2010"."""

_FOUNDED = late(
    r"\b(?:created|founded|established|launched|adopted|born|since|between|creada|creado|fundada|fundado|"
    r"desde|entre|créée?|"
    r"fondée?|depuis|criad[oa]|созда\w+|с)\s(?:in\s|en\s|em\s|в\s)?$|"
    r"\b(?:that|which)\s(?:began|started|ended|finished|expired|ran)\s(?:in|from)\s$|"
    r"\band\s(?:ended|finished|expires?|expired|ran until)\sin\s$"
)
_OPENS = late(
    r"\b(?:opening|opened|opens|inaugurat\w+|launched|kick(?:ed|s) off|began|begins|started|starts|ouvert\w*|"
    r"ouverture|inaugur\w+|abertura|aberto|apertura|открыт\w*|открыл\w*)\b",
    re.IGNORECASE,
)
"""What says that a day of the week of an event is its first: "speaking at this morning's opening"."""

_YEAR_BEHIND = late(r"\s((?:19|20)\d\d)\b(?!\s?[-–/]\s?\d)")
_ANCHORS = frozenset({"begins", "ends"})
_WORLD_DAY, _OF_A_DAY = (
    late(r"\b(?:World|International|European|EU|National)[^.;\d]{0,40}\bDay\b[^.;\d]{0,40}$"),
    4.0,
)
"""What a date loses that is that of a yearly day: "World Day against Trafficking (30 July)"."""

_DAY_ITSELF = late(
    r"\bDay\b[^.;]{0,60}\b(?:which|that|is|was|will be)\s(?:\w+\s){0,2}?"
    r"(?:held|observed|marked|celebrated|commemorated|falls|takes place)\s(?:\w+\s)?on\s(?:the\s)?$|"
    r"\b[Dd]ay\b[^.;,]{0,40}\s(?:marked|observed|celebrated|commemorated|falling)\s(?:\w+\s)?on\s(?:the\s)?$"
)
"""What says when a yearly day is: "the World Day, which is marked on"."""
_FIRST_LINES = 6
_OF_THE_NEXT = 2.0
"""What a date loses in a sentence on another event, though that names it with day and town."""

_BRACKET = late(r"\((?:[A-Z][\w’' -]+,\s){0,2}$")
_MOST = timedelta(days=45)


@dataclass(frozen=True)
class When:
    """Start and end as the codebook writes them, the note on how they were found, and the evidence."""

    start: str | None
    end: str | None
    note: str | None
    evidence: tuple[Evidence, ...] = ()


def when(story: Story) -> When:
    """Return the days of an event; nothing where the text does not tell them."""
    ranked = sorted(_candidates(story), key=lambda one: -one[0])
    if not ranked or ranked[0][0] < LEAST:
        return _open_end(story) or _of_its_name(story) or _from_publication(story)
    likely = [one for score, one in ranked if score >= LEAST]
    best = _by_number(story, _within(story, _opened_in_week(story, likely), likely))
    length = length_of(story)
    if best.first != best.last or len(best.first) != 10 or best.first[0] == "X":
        return _until(story, best) or _ended(story, best, length) or _said(story, best)
    whole = _whole(story, best)
    if whole is not None:
        return _said(story, whole)
    return _both_told(story, best) or _one_told(story, best, length)


def _opened_in_week(story: Story, likely: Sequence[FoundPeriod]) -> FoundPeriod:
    """Return the likeliest date; where it is a week, the days or the day of the opening that lie in it."""
    best = likely[0]
    if best.period is None or best.period.precision != "week":
        return best
    page = story.page
    for one in story.facts.periods:
        within = len(one.first) == len(one.last) == 10 and best.first <= one.first < one.last <= best.last
        if within and one.role == "event" and one.start != best.start and story.weight(one.start) >= 0:
            return one
    for one in likely[1:]:
        inside = len(one.first) == 10 and one.first == one.last and best.first <= one.first <= best.last
        at = page.at(one.start)
        if inside and at is not None and _OPENS.search(page.words(at)):
            return one
    return best


def _within(story: Story, best: FoundPeriod, likely: Sequence[FoundPeriod]) -> FoundPeriod:
    """Return the likeliest date; where that is a month or a season, the likeliest days within it or told before it."""
    if len(best.first) != 7 and not _is_season(best):
        return best
    days = [
        one
        for one in likely
        if len(one.first) == 10 and not _is_season(one) and story.weight(one.start) >= 1.0
    ]
    inside = (one for one in days if best.first <= one.first and one.last[: len(best.last)] <= best.last)
    return next(inside, next((one for one in days if one.start < best.start), best))


def _is_season(period: FoundPeriod) -> bool:
    return period.period is not None and period.period.precision == "season"


def _by_number(story: Story, best: FoundPeriod) -> FoundPeriod:
    """Return the likeliest days; where they are told by the week alone, those a week away that a number tells.

    "On Friday and Saturday" is of the week to come below a headline that tells these days by their numbers.
    """
    if len(best.first) != 10 or best.first[0] == "X" or any(letter.isdigit() for letter in best.as_written):
        return best
    week = timedelta(days=_SUNDAY)
    near = {
        tuple((date.fromisoformat(day) + step).isoformat() for day in (best.first, best.last))
        for step in (week, -week)
    }
    return next(
        (
            one
            for one in story.facts.periods
            if one.role == "event" and (one.first, one.last) in near and story.weight(one.start) >= 0
            if one.start not in story.facts.dates.stamps
            and any(letter.isdigit() for letter in one.as_written)
        ),
        best,
    )


def _open_end(story: Story) -> When | None:
    """Return what "until 5 May" or "from 3 May for three days" tells of an event of which the text tells one day."""
    for period in story.facts.periods:
        whole = period.role == "open" and len(period.last) == 10 and period.last[0] != "X"
        if not whole or story.weight(period.start) < LEAST:
            continue
        if _FROM_DAY.search(story.page.text, max(0, period.start - 40), period.start):
            return _one_told(story, replace(period, last=period.first), length_of(story))
        ended, length = replace(period, first=period.last), length_of(story)
        if length is not None and length[0] > 1:
            return _counted(story, ended, length, "ends")
        return _only_end(story, ended)
    return None


def _whole(story: Story, best: FoundPeriod) -> FoundPeriod | None:
    """Return the days of an event of which another place of the text tells the first alone: a headline with its day."""
    return next(
        (one for one in story.facts.periods if one.role == "event" and _holds(story, one, best)),
        None,
    )


def _holds(story: Story, whole: FoundPeriod, best: FoundPeriod) -> bool:
    """Return whether several days begin with the day of an event, or end with it where that is told as its end."""
    if whole.period is not None and whole.period.precision in _COARSE:
        return False
    if whole.first == best.first:
        latest = (date.fromisoformat(best.first) + _MOST).isoformat()
        return best.last < whole.last <= latest and story.weight(whole.start) >= 2.0
    if whole.last != best.first or _verb(story, best) != "ends" or story.weight(whole.start) <= 0:
        return False
    return (date.fromisoformat(best.first) - _MOST).isoformat() < whole.first < whole.last


def _both_told(story: Story, best: FoundPeriod) -> When | None:
    """Return the days of an event whose opening and close are told apart."""
    close = _close(story, best)
    opening = _opening(story, best) if close is None and _verb(story, best) == "ends" else None
    if close is None and opening is None:
        return None
    first, last = opening or best, close or best
    return _result(story, first.first, last.last, (first, last), rule="opening and close", sure="sure")


def _one_told(story: Story, best: FoundPeriod, length: tuple[int, Cue] | None) -> When:
    """Return the days of an event of which one is told: counted by its length, or that day."""
    verb = _verb(story, best)
    if length and length[0] > 1:
        return _counted(story, best, length, verb)
    open_end = verb == "ends" and length is None
    return _only_end(story, best) if open_end else _said(story, best)


def _candidates(story: Story) -> list[tuple[float, FoundPeriod]]:
    """Return the dates that may be the event's, each with its score."""
    return [
        (_score(story, period), period)
        for period in story.facts.periods
        if period.role in {"event", "dateline"} and period.first
    ]


def _score(story: Story, period: FoundPeriod) -> float:
    weight = story.weight(period.start)
    at = story.page.at(period.start)
    if at is None:
        return -9.0
    if _heads(story, at, period):
        weight = 0.0
    alone = _alone(story, at, period)
    coarse = weight <= 0 and len(period.first) < 10 and not (alone and len(period.first) == 7)
    score = weight + _UNITS.get(len(period.first), 0.0) - (9.0 if coarse else 0.0)
    score += 2.5 if period.first != period.last and len(period.first) == 10 else 0.0
    score += 1.5 if _verb(story, period) or _near_event(story, at, period) else 0.0
    score -= _OF_THE_NEXT if at != story.lead and others_of(story.page, at) & {"time", "future"} else 0.0
    score -= 0.15 * at + (9.0 if background(story.page, period.start) else 0.0)
    score += _IN_LEAD if at == story.lead else 0.0
    score -= _OF_A_DAY if _WORLD_DAY.search(story.page.text, max(0, period.start - 70), period.start) else 0.0
    dateline = story.facts.dateline
    if _of_something_else(story, at, period):
        return -9.0
    if period.start in story.facts.dates.stamps or (dateline is not None and period.start == dateline.start):
        return score - 9.0 - weight / 2 if _verb(story, period) else -9.0
    if (weight <= 0 and had_been(story.page, at)) or _is_of_years(story, period):
        return -9.0
    if len(period.first) == 4 and (weight < 4 or period.first[0] == "X" or _of_old(story, period)):
        return -9.0
    if period.period is not None and period.period.precision in _COARSE:
        score -= 5.0
    return score + (4.0 if alone else 0.0) - _too_far(story, period)


def _is_of_years(story: Story, period: FoundPeriod) -> bool:
    """Return whether a month is the last of many years: "2001 - May 2010"."""
    years = _OF_YEARS.search(story.page.text, max(0, period.start - 12), period.start)
    return len(period.first) == 7 and years is not None


def _of_something_else(story: Story, at: int, period: FoundPeriod) -> bool:
    """Return whether a day is that of a report, of a yearly day, or of another event that is told in passing."""
    text, start = story.page.text, period.start
    told = _TOLD_ON.search(text, max(0, start - 45), start) or _DAY_ITSELF.search(
        text, max(0, start - 110), start
    )
    told = told or _DEADLINE.search(text, max(0, start - 40), start)
    return told is not None or (at != story.lead and _told_aside(story, period))


def _told_aside(story: Story, period: FoundPeriod) -> bool:
    """Return whether a date only stands in brackets, where the sentence of the event tells one of its own."""
    if not _BRACKET.search(story.page.text, max(0, period.start - 60), period.start):
        return False
    lead = story.page.sentences[story.lead]
    return any(
        lead.start <= one.start < lead.end and len(one.first) == 10 and one.role == "event"
        for one in story.facts.periods
    )


def _of_old(story: Story, period: FoundPeriod) -> bool:
    """Return whether a year is "last year", or that something was founded or has been going on since."""
    return (
        not period.as_written[-1:].isdigit()
        or _FOUNDED.search(story.page.text, max(0, period.start - 30), period.start) is not None
    )


def _alone(story: Story, at: int, period: FoundPeriod) -> bool:
    """Return whether a date has a line of its own, with at most a place."""
    sentence = story.page.sentences[at]
    length = sentence.end - sentence.start - (period.end - period.start)
    return (sentence.zone in {"title", "heading"} or _heads(story, at, period)) and length < 60


def _heads(story: Story, at: int, period: FoundPeriod) -> bool:
    """Return whether several days stand in one of the first lines, between bars: "News | 8-9 May 2007 | Lima"."""
    several = len(period.first) == 10 and period.first < period.last and not _is_season(period)
    return several and at < _FIRST_LINES and story.page.sentences[at].zone == "menu"


def _too_far(story: Story, period: FoundPeriod) -> float:
    """Return what a date loses that lies far from the day the text is from."""
    day = story.facts.day
    if day is None or not period.first[:4].isdigit():
        return 0.0
    return 3.0 * min(max(abs(int(day.iso[:4]) - int(period.first[:4])) - 1, 0), 3)


def _near_event(story: Story, at: int, period: FoundPeriod) -> bool:
    cues = [*event_cues(story.page, at), *story.page.of(at, "again", "happens")]
    return any(
        -_NEAR < cue.start - period.end < _NEAR or -_NEAR < period.start - cue.end < _NEAR for cue in cues
    )


def _verb(story: Story, period: FoundPeriod) -> str:
    """Return what the nearest verb of the sentence says of a date: begins, ends, or nothing."""
    at = story.page.at(period.start)
    if at is None:
        return ""
    before = _word_before(story.page.text, period.start)
    if before:
        return before
    near = sorted((_gap(cue, period), cue) for cue in story.page.of(at, "happens"))
    beside = [
        cue.meaning
        for gap, cue in near
        if gap < _BESIDE and cue.meaning in _ANCHORS and cue.end <= period.start
    ]
    if beside:
        return beside[0]
    if near and near[0][0] < _FAR and near[0][1].meaning in _ANCHORS:
        return near[0][1].meaning
    return "ends" if _is_close(story.page, at, period) else ""


def _word_before(text: str, place: int) -> str:
    """Return what the words right before a day say of it: begins ("from", "opened on"), ends ("until"), or nothing."""
    if _UNTIL.search(text, max(0, place - 30), place):
        return "ends"
    begin = max(0, place - 40)
    if _FROM_DAY.search(text, begin, place) or _OPENED_ON.search(text, begin, place):
        return "begins"
    return "ends" if _ENDED_ON.search(text, begin, place) else ""


def _is_close(page: Page, number: int, period: FoundPeriod) -> bool:
    """Return whether a day is that of a closing: "graduation was celebrated on", "on 5 May, after four days"."""
    start = page.sentences[number].start
    if _CLOSING.search(page.small, max(start, period.start - 160), period.start):
        return True
    return any(
        _AFTER_ALL.search(page.small, max(start, cue.start - 30), cue.start) is not None
        and _GETTING_READY.match(page.small, cue.end) is None
        for cue in page.of(number, "days")
    )


def _gap(cue: Cue, period: FoundPeriod) -> int:
    return max(cue.start - period.end, period.start - cue.end, 0)


def length_of(story: Story) -> tuple[int, Cue] | None:
    """Return how many days the event is said to last, with the words; None where told twice in two ways."""
    page = story.page
    found = [
        (int(cue.meaning), cue)
        for number in range(len(page.sentences))
        for cue in page.of(number, "days")
        if (story.weights[number] >= 1.0 or _takes_up(story, number, cue)) and _of_event(page, number, cue)
    ]
    lead = [one for one in found if page.at(one[1].start) == story.lead]
    known = {days for days, _ in lead or found}
    if len(known) > 1:
        found = [one for one in found if _THIS.search(page.text, max(0, one[1].start - 6), one[1].start)]
        known, lead = {days for days, _ in found}, []
    return (lead or found)[0] if len(known) == 1 else None


def _takes_up(story: Story, number: int, cue: Cue) -> bool:
    """Return whether a sentence begins with the event by its length, though it goes on to others: "The two-day X"."""
    sentence = story.page.sentences[number]
    opens = story.page.text[sentence.start : cue.start].casefold() in {"the ", "this "}
    return opens and sentence.zone == "body" and story.weights[number] > ELSEWHERE


_THIS = late(r"\b(?:the|this)\s$", re.IGNORECASE)
"""What stands before the length of the event told, not of others: "the three-day course"."""


_MANY = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "twelve": 12}
_WEEKS = late(
    r"\b(?:(?P<many>one|two|three|four|five|six|eight|ten|twelve)[\s-](?:weeks?|months?)(?:[\s-]long)?|month-?long)\b"
    r"(?!\s(?:ago|earlier|later|before|after))|"
    r"\blast(?:ed|s|ing) (?:for )?(?P<few>an?|one|two|three|four|six) (?:week|month)s?\b",
    re.IGNORECASE,
)
"""What says that an event lasted for weeks or months."""

_APART = late(r"\s(?:ago|earlier|later|before|after|prior|from now|ahead)\b")
"""What stands behind days that lie between an event and something else: "two days ago"."""


def _of_event(page: Page, number: int, cue: Cue) -> bool:
    """Return whether a length is that of an event: "two-day training", "over three days"; none in "two days ago"."""
    if _APART.match(page.text, cue.end) or _GETTING_READY.match(page.small, cue.end):
        return False
    events = [*event_cues(page, number), *page.of(number, "again")]
    if any(event.start <= cue.start and cue.end <= event.end for event in events):
        return True
    return " " in page.text[cue.start : cue.end] or any(-5 <= event.start - cue.end < 60 for event in events)


def _close(story: Story, opening: FoundPeriod) -> FoundPeriod | None:
    """Return the date a text gives for the end, after one it gives for the beginning."""
    first = date.fromisoformat(opening.first)
    for period in story.facts.periods:
        if period.start <= opening.start or len(period.last) != 10 or period.last[0] == "X":
            continue
        last = date.fromisoformat(period.last)
        until = _UNTIL.search(story.page.text, max(0, period.start - 30), period.start) is not None
        ends = period.role == "open" or until or _verb(story, period) == "ends"
        if (
            first < last < first + _MOST
            and story.weight(period.start) >= (0.0 if until else 0.1)
            and ends
            and _verb(story, opening) != "ends"
        ):
            return period
    return None


def _opening(story: Story, close: FoundPeriod) -> FoundPeriod | None:
    """Return the date a text gives for the beginning of what ended on another."""
    last = date.fromisoformat(close.first)
    for period in story.facts.periods:
        if (
            period.role not in {"event", "open"}
            or period.first != period.last
            or len(period.first) != 10
            or period.first[0] == "X"
        ):
            continue
        days = (last - date.fromisoformat(period.first)).days
        if 0 < days < _MOST.days and story.weight(period.start) > 0 and _verb(story, period) == "begins":
            return period
    return None


def _counted(story: Story, best: FoundPeriod, length: tuple[int, Cue], verb: str) -> When:
    """Return the days counted from one of them and the length."""
    day, days = date.fromisoformat(best.first), timedelta(days=length[0] - 1)
    words = story.page.text[length[1].start : length[1].end]
    if verb == "ends":
        start = (day - days).isoformat()
        if _over_a_sunday(day - days, day):
            return _of_weeks(story, best, day - days) or _only_end(story, best)
        return _result(
            story, start, best.first, (best,), rule=f"start counted back from '{words}'", sure="derived"
        )
    end = (day + days).isoformat()
    if _over_a_sunday(day, day + days):
        return _said(story, best)
    return _result(story, best.first, end, (best,), rule=f"end date counted from '{words}'", sure="derived")


def _of_weeks(story: Story, best: FoundPeriod, first: date) -> When | None:
    """Return the days of what lasted for weeks: the month it began in, where no weekend changes that."""
    month, latest = first.isoformat()[:7], (first + timedelta(days=4)).isoformat()[:7]
    if month != latest:
        return None
    return _result(
        story, month, best.first, (best,), rule="month counted back from its weeks", sure="derived"
    )


def _until(story: Story, best: FoundPeriod) -> When | None:
    """Return the days of what began on a day without a year and goes on: "began May 3, continues May 4"."""
    if best.first != best.last or not best.first.startswith("XXXX-") or len(best.first) != 10:
        return None
    for one in story.facts.periods:
        near = 0 < one.start - best.end < _FAR and len(one.last) == 10 and one.last[0] == "X"
        if near and best.first < one.last and _UNTIL.search(story.page.text, best.end, one.start):
            return _result(
                story, best.first, one.last, (best, one), rule="no year in the text", sure="derived"
            )
    return None


def _ended(story: Story, best: FoundPeriod, length: tuple[int, Cue] | None) -> When | None:
    """Return the days up to a close, or from an opening, told without a year; None where they leave the month."""
    if best.first != best.last or not best.first.startswith("XXXX-") or len(best.first) != 10 or not length:
        return None
    day, verb = int(best.first[8:]), _verb(story, best)
    words = story.page.text[length[1].start : length[1].end]
    first, last = day - length[0] + 1, day + length[0] - 1
    if length[0] not in _COUNTED:
        return None
    if verb == "ends" and first >= 1:
        rule = f"start counted back from '{words}'"
        return _result(story, f"{best.first[:8]}{first:02}", best.first, (best,), rule=rule, sure="derived")
    if verb == "begins" and last <= monthrange(_NO_LEAP, int(best.first[5:7]))[1]:
        rule = f"end date counted from '{words}'"
        return _result(story, best.first, f"{best.first[:8]}{last:02}", (best,), rule=rule, sure="derived")
    return None


def _over_a_sunday(first: date, last: date) -> bool:
    """Return whether counted days run over a Sunday, which few events do: then the count is not sure."""
    from_sunday = first.isoweekday() == _SUNDAY
    days = last.toordinal() - first.toordinal()
    return days < _SUNDAY and not from_sunday and last.isocalendar()[:2] != first.isocalendar()[:2]


def _only_end(story: Story, best: FoundPeriod) -> When:
    """Return the end of an event whose beginning is not told: its month, or its year, where that is sure enough."""
    earliest = _earliest(story, best)
    whole = earliest[:7] == best.first[:7]
    start = best.first[:7] if whole else best.first[:4] if earliest[:4] == best.first[:4] else None
    return _result(story, start, best.first, (best,), rule="only the closing day is given", sure="derived")


def _earliest(story: Story, best: FoundPeriod) -> str:
    """Return about the earliest day on which an event began that ended on a day: by its weeks or months, if told."""
    end = date.fromisoformat(best.first)
    told = (_WEEKS.search(story.page.words(number)) for number in story.told())
    long = next((one for one in told if one), None)
    if long is None:
        return (end - timedelta(days=LATE - 1)).isoformat()
    many = _MANY.get((long["many"] or long["few"] or "one").casefold(), 1)
    return (end - timedelta(days=many * (31 if "month" in long[0].casefold() else 7))).isoformat()


def _said(story: Story, best: FoundPeriod) -> When:
    rule = "no year in the text" if best.first.startswith("X") else ""
    if best.period is not None and best.period.precision == "week":
        start = best.first[:7] if best.first[:7] == best.last[:7] else None
        return _result(story, start, None, (best,), rule="only the week is told", sure="derived")
    if _is_season(best):
        year = best.first[:4] if best.first[:4] == best.last[:4] else None
        return _result(story, year, None, (best,), rule="only the season is told", sure="derived")
    told: Sure = "sure" if best.first[:4] in best.as_written else "derived"
    end = best.last if best.last != best.first else None
    return _result(story, best.first, end, (best,), rule=rule or "date", sure=told)


def _result(
    story: Story, start: str | None, end: str | None, found: Sequence[FoundPeriod], *, rule: str, sure: Sure
) -> When:
    page = story.page
    first, last = found[0], found[-1]
    told = []
    if start:
        told.append(evidence(page, "start_date", start, span=(first.start, first.end), rule=rule, sure=sure))
    if end:
        told.append(evidence(page, "end_date", end, span=(last.start, last.end), rule=rule, sure=sure))
    note = None if rule in {"date", "opening and close"} else rule
    return When(start, end if end != start else None, note, tuple(told))


def _of_its_name(story: Story) -> When | None:
    """Return the year that stands in the name of an event, where no day of the page is known: "the Lima Forum 2010"."""
    if story.facts.day is not None:
        return None
    for cue in event_cues(story.page, story.lead):
        year = _YEAR_BEHIND.match(story.page.text, cue.end) if story.page.text[cue.start].isupper() else None
        if year is not None:
            span, rule = (year.start(1), year.end(1)), "year in the name of the event"
            told = evidence(story.page, "start_date", year[1], span=span, rule=rule, sure="derived")
            return When(year[1], None, rule, (told,))
    return None


def _from_publication(story: Story) -> When:
    """Return the month of the page for an event that is told as just past, late in that month; else nothing."""
    day = story.facts.day
    lead = story.page.sentences[story.lead]
    planned = any(cue.meaning == "planned" for cue in story.page.of(story.lead, "happens"))
    if day is None or day.unit == "year" or planned:
        return When(None, None, None)
    dateline, length = story.facts.dateline, length_of(story)
    if dateline is not None and day.iso == dateline.first and length is not None and length[0] == 1:
        return _result(story, day.iso, None, (dateline,), rule="dateline of a one-day event", sure="derived")
    if dateline is not None and day.iso == dateline.first and _has_begun(story, dateline):
        return _result(
            story, day.iso, None, (dateline,), rule="dateline of an event under way", sure="derived"
        )
    if day.unit == "day" and int(day.iso[8:]) < LATE and not _is_now(story):
        return When(None, None, None)
    span = (lead.start, lead.end)
    rule = "month of the page; no date in the text"
    told = evidence(story.page, "start_date", day.iso[:7], span=span, rule=rule, sure="guess")
    return When(day.iso[:7], None, rule, (told,))


def _has_begun(story: Story, dateline: FoundPeriod) -> bool:
    """Return whether the sentence behind the dateline, or that of the event, tells it as under way."""
    opening = story.page.at(dateline.start)
    return any(_HAS_BEGUN.search(story.page.words(one)) for one in {story.lead, opening} if one is not None)


def _is_now(story: Story) -> bool:
    """Return whether the text says "today", "this week" or the like of the event."""
    return any(not one.first and story.weight(one.start) > 2 for one in story.facts.periods)
