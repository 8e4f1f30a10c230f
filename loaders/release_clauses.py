"""Sentences that list several events, each with its days and its town, cut into one clause an event."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.dates import FoundPeriod
from loaders.late import late
from loaders.release_facts import Facts, Place
from loaders.release_page import Page, Sentence
from loaders.release_story import background

_TOGETHER = 45
"""Letters between the days and the town of one event."""

_LINE = 130
"""Letters of a line that names an event in a list."""

_ITEM = late(r"\s*(?:[•●▪*–—-]|\d{1,2}[.)]|[a-z]\))\s*(?:in\s)?")
"""What stands before town and day of an item of a list."""

_COUNTED = late(r"\)?\s?[:(–-]\s?\d{1,4}\s[^\W\d]{3}")
"""What stands behind them with how many came: ": 24 judges"."""

_CUT = late(r"\)?(?:;|,?\s(?:and|as well as|et|y|e|и)\b|,)\s")
_NAMED = late(
    r"\b(?:(?:in|at)\s(?=[^()]*\s(?:in|on|from)\s$)|(?<=in\s)(?=[^()]*\($)|(?<=and\s)(?=[^()]*\($))"
    r"(?!Person|Human|Being|Migrant|Wom[ae]n|Child|Girl|Victim)((?:[A-Z][\w’'\-]+\s){1,3})(?:(?:in|on|from)\s|\()$"
)
_ONE_OF = (
    r"(?:(?:[\w\-]+\s){0,2}?(?:groups?|batch|cohort|workshop|training|course|seminar|round|edition|event|conference|"
    r"meeting|visit|round ?table|exercise|webinar)\b(?! of (?:discussion|talks|negotiation))|"
    r"(?:one\s)?(?:was|took|on|from|followed|ran)\b)"
)
FIRST_ONE = late(r"\b(?:first|opening|initial)\s" + _ONE_OF)
NEXT_ONE = late(
    r"\b(?:another|second|third|fourth|fifth|sixth|final|last|next)\s(?:and (?:last|final)\s)?" + _ONE_OF,
    needs="another|second|third|fourth|fifth|sixth|final|last|next",
)
"""How the events of a series are told one by one: "the first workshop", "a second group", "the third on"."""

SEVERAL = late(
    r"^(?!.*\b(?:last|final|third|fourth|fifth|latest) (?:in|of)\b).*\b(?:two|three|four|five|six|several|series of)\b",
    re.IGNORECASE | re.DOTALL,
)
"""What a sentence says that speaks of several events, and not of the last of them."""

ABOVE = 2
"""Sentences above a list of events that may say that there were several."""

_ONLY = late(r"[^.;:]{0,45}")


def divided(facts: Facts) -> Facts:
    """Return the facts of a page with such sentences cut; the clauses are told in `page.parts`."""
    if len(facts.periods) < 2:
        return facts
    page = facts.page
    listed = {number for number, one in enumerate(page.sentences) if _is_listed(facts, one)}
    if len(listed) > 1 and _are_events(page, listed):
        return replace(facts, page=_page(page, page.sentences, frozenset(listed)))
    sentences: list[Sentence] = []
    parts: set[int] = set()
    for sentence in page.sentences:
        cuts = _cuts(facts, sentence) if sentence.zone == "body" else []
        if cuts:
            parts.update(range(len(sentences), len(sentences) + len(cuts) + 1))
        edges = [sentence.start, *cuts, sentence.end]
        sentences += [replace(sentence, start=start, end=end) for start, end in itertools.pairwise(edges)]
    if not parts:
        return facts
    return replace(facts, page=_page(page, sentences, frozenset(parts)))


def _is_listed(facts: Facts, sentence: Sentence) -> bool:
    """Return whether a line is one of a list of events: "Conference in Lima, 3 May", "- Lima, 3 May: 20 judges"."""
    if sentence.zone not in {"body", "heading"} or sentence.end - sentence.start > _LINE:
        return False
    at = facts.page.at(sentence.start)
    if at is None or facts.page.of(at, "happens"):
        return False
    pairs = list(_pairs(facts, sentence))
    if len(pairs) != 1:
        return False
    text, (start, end, _) = facts.page.text, pairs[0]
    counts = start == sentence.start and _COUNTED.match(text, end) is not None
    begins = counts or _ITEM.fullmatch(text, sentence.start, start) is not None
    return begins or bool(facts.page.of(at, "event"))


def _are_events(page: Page, listed: set[int]) -> bool:
    """Return whether the lines of a list name events, or a sentence right above them says that there were several."""
    if any(page.of(number, "event") for number in listed):
        return True
    above = range(max(0, min(listed) - ABOVE), min(listed))
    return any(page.of(number, "event") and SEVERAL.search(page.words(number)) for number in above)


def _page(page: Page, sentences: Sequence[Sentence], parts: frozenset[int]) -> Page:
    return replace(page, sentences=sentences, parts=parts)


def _cuts(facts: Facts, sentence: Sentence) -> list[int]:
    """Return where a sentence is to be cut: between one pair of days and town and the next."""
    pairs = list(_pairs(facts, sentence))
    if len(pairs) < 2:
        pairs = list(_numbered(facts, sentence))
    if len(pairs) < 2 or len({one[2] for one in pairs}) < 2:
        return []
    if any(background(facts.page, start) for start, _, _ in pairs):
        return []
    cuts = []
    for (_, end, _), (start, _, _) in itertools.pairwise(pairs):
        match = _CUT.search(facts.page.text, end - 1, start)
        if match is None:
            return []
        cuts.append(match.end())
    return cuts


def _pairs(facts: Facts, sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Yield start and end of each pair of days and town that stand together, with the first day."""
    towns = [one for one in facts.places if one.kind == "city" and sentence.start <= one.start < sentence.end]
    used: set[int] = set()
    for period in facts.periods:
        if not (sentence.start <= period.start < sentence.end) or not _is_days(facts, period):
            continue
        named = named_before(facts.page.text, sentence.start, period.start)
        near = [one for one in towns if one.start not in used and _together(facts, one, period)]
        if named and not any(one.start == named.start(1) for one in near):
            yield named.start(1), period.end, period.first
        elif near:
            town = min(near, key=lambda one: abs(one.start - period.start))
            used.add(town.start)
            yield min(town.start, period.start), max(town.end, period.end), period.first


def _numbered(facts: Facts, sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Yield start and end of each event that is told by its number and its days, with the first day."""
    begin, small = sentence.start, facts.page.small
    for period in facts.periods:
        if not (sentence.start <= period.start < sentence.end) or not _is_days(facts, period):
            continue
        one = FIRST_ONE.search(small, begin, period.start) or NEXT_ONE.search(small, begin, period.start)
        if one is None:
            return
        yield one.start(), period.end, period.first
        begin = period.end


def named_before(text: str, begin: int, day: int) -> re.Match[str] | None:
    """Return the match whose first group is the place right before a day, known or not: "in Smalltown on 3 May"."""
    return _NAMED.search(text, begin, day)


def _is_days(facts: Facts, period: FoundPeriod) -> bool:
    """Return whether a date may be that of an event, and not that of the page."""
    return (
        period.role == "event"
        and period.start not in facts.dates.stamps
        and not (facts.dateline is not None and period.start == facts.dateline.start)
        and len(period.first) == 10
        and any(letter.isdigit() for letter in period.as_written)
    )


def _together(facts: Facts, town: Place, period: FoundPeriod) -> bool:
    """Return whether a town stands beside a day, with no other day between."""
    start, end = min(town.end, period.end), max(town.start, period.start)
    if any(start <= one.start < end for one in facts.periods if one is not period):
        return False
    return start <= end <= start + _TOGETHER and _ONLY.fullmatch(facts.page.text, start, end) is not None
