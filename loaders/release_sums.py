"""The sum of those who came where a sentence lists them kind by kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.headcounts import FoundHeadcount
from loaders.late import late
from loaders.release_story import Story

_SMALL = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_ALL_WHO_CAME = late(
    r"\b(?:participants (?:included|were|comprised|consisted of)|(?:was|were) attended by|brought together|"
    r"attendees were|comprising|consisting of)\s(?:a total of\s)?$",
    re.IGNORECASE,
)
_WHO_CAME = late(r",?\s(?:who|that)\s(?:attended|took part|participated|completed|joined|were trained)\b")
"""What stands behind a list of all who came: "the 20 judges, 10 officers and 5 clerks who attended"."""

_ANOTHER_KIND = late(r"(?:,|\b(?:and|as well as))\s$")
_OTHERS = late(
    r"\b(?:including|among|of whom|of them|experts?|trainers?|facilitators?|speakers?|women|men|countries)\b"
)
_PART_OF = late(r"\s(?:from|of them|of whom)\b")
"""What makes a count without people that of some of those before: "thirteen practitioners, six from the police"."""

_LAST_BARE = late(r"^(?:(?!\sfrom\s)[^,])*,\s\w+(?:\sfrom\s.*)?$", re.DOTALL)
_AND_ALSO = late(r"\s(?:from|of)\s[^.;,\d]{3,120}\s(?:and|as well as)\s")
_CAME_TOGETHER = late(r"[^.;,\d]{0,70}\b(?:participated|attended|took part|were trained|joined|completed)\b")
_GIVEN_TO = late(
    r"\b(?:given to|delivered to|offered to|provided to|attended by|brought together|gathered|convened)\s"
    r"(?:a total of\s)?$"
)
_ON_A_SIDE = late(
    r"\b(?:on|from) the (?:[A-Z][\w\-]+|other|home|host) side,?\s"
    r"(?:(?:there were|came|took part|attended|participated|were)\s)?(?:some\s|about\s)?$",
    re.IGNORECASE,
)
"""What stands before the count of those of one side: "on the Peruvian side there were"."""

_BEFORE_A_SIDE = 60
_NO_MORE = late(r"[^;,\d]{0,160}$")
_OF_A_BODY = late(
    rf",?\s(?:and|as well as)\s(\d+|{'|'.join(_SMALL)})\s(?:[A-Z][\w’-]+\s(?:(?:of|for|and)\s)?){{1,6}}"
    r"(?:officials|officers|representatives|staff|prosecutors|judges|members)\b"
)


def summed(story: Story, best: FoundHeadcount) -> FoundHeadcount:
    """Return the sum where a sentence lists all who came: "Participants included 12 lawyers … and 23 officers"."""
    page, at = story.page, story.page.at(best.start)
    if at is None:
        return best
    stop = page.sentences[at].end
    line = [one for one in story.facts.headcounts if one.kind == "total" and best.start <= one.start < stop]
    line = [one for one in line if one is best or one.start >= best.end]
    listed = _ALL_WHO_CAME.search(page.text, page.sentences[at].start, best.start) is not None
    if not listed and not (len(line) > 1 and _WHO_CAME.match(page.text, line[-1].end, stop)):
        return _both(story, best, stop)
    total, end = best.headcount.low or 0, best.end
    for one in line[1:]:
        if not _ANOTHER_KIND.search(page.text, end, one.start) or _OTHERS.search(page.text, end, one.end):
            return best
        if _PART_OF.match(page.text, one.end):
            return best
        total, end = total + (one.headcount.low or 0), one.end
    more = _OF_A_BODY.match(page.text, end, stop)
    if more:
        total, end = total + _value(more[1]), more.end()
    if end == best.end:
        return best
    count = replace(best.headcount, low=total, high=total, women=None, men=None)
    return replace(best, headcount=count, end=end, as_written=page.text[best.start : end])


def of_both_sides(story: Story, counts: Sequence[FoundHeadcount]) -> list[FoundHeadcount]:
    """Return the counts, those of one side of an event with that of the other: "On the Indian side there were 20".

    Where the other side is not counted in the sentence before, the count of the one is left out.
    """
    text, found = story.page.text, list(counts)
    for one in counts:
        if one.kind != "total" or not _ON_A_SIDE.search(text, max(0, one.start - _BEFORE_A_SIDE), one.start):
            continue
        at = story.page.at(one.start) or 0
        others = [two for two in found if two.kind == "total" and story.page.at(two.start) in {at - 1, at}]
        other = max((two for two in others if two.end <= one.start), key=_least, default=None)
        found = [two for two in found if two is not one and two is not other]
        if other is not None:
            total, rough = (
                _least(one) + _least(other),
                one.headcount.approximate or other.headcount.approximate,
            )
            count = replace(other.headcount, low=total, high=total, women=None, men=None, approximate=rough)
            whole = replace(other, headcount=count, end=one.end)
            found = sorted([*found, whole], key=lambda two: two.start)
    return found


def _least(one: FoundHeadcount) -> int:
    return one.headcount.low or 0


def unsummed(story: Story, found: FoundHeadcount) -> FoundHeadcount:
    """Return the first of some counts added up where the last is of some of them: "thirteen people, six from A"."""
    if (
        found.kind != "total"
        or not _PART_OF.match(story.page.text, found.end)
        or not _LAST_BARE.search(found.as_written)
    ):
        return found
    parts = [one for one in story.facts.headcounts if one.kind == "part" and one.start == found.start]
    return replace(parts[0], kind="total") if parts else found


def _both(story: Story, best: FoundHeadcount, stop: int) -> FoundHeadcount:
    """Return the sum of two kinds who came together: "17 women officers from A and 8 women officers of B took part"."""
    text = story.page.text
    second = next(
        (one for one in story.facts.headcounts if one.kind == "total" and best.end <= one.start < stop), None
    )
    if second is None or not _AND_ALSO.fullmatch(text, best.end, second.start):
        return best
    given = _GIVEN_TO.search(text, max(0, best.start - 40), best.start) and _NO_MORE.match(
        text, second.end, stop
    )
    together = given or _CAME_TOGETHER.match(text, second.end, stop)
    if _OTHERS.search(text, best.end, second.start) or not together:
        return best
    one, two = best.headcount, second.headcount
    total = (one.low or 0) + (two.low or 0)
    women = total if one.women == one.low and two.women == two.low else None
    count = replace(one, low=total, high=total, women=women, men=None)
    return replace(best, headcount=count, end=second.end, as_written=text[best.start : second.end])


def _value(word: str) -> int:
    return int(word) if word.isdigit() else _SMALL.index(word.casefold()) + 1
