"""The sum of those who came where a sentence lists them kind by kind."""

from __future__ import annotations

import re
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
_ANOTHER_KIND = late(r"(?:,|\b(?:and|as well as))\s$")
_OTHERS = late(
    r"\b(?:including|among|of whom|of them|experts?|trainers?|facilitators?|speakers?|women|men|countries)\b"
)
_OF_A_BODY = late(
    rf",?\s(?:and|as well as)\s(\d+|{'|'.join(_SMALL)})\s(?:[A-Z][\w’-]+\s(?:(?:of|for|and)\s)?){{1,6}}"
    r"(?:officials|officers|representatives|staff|prosecutors|judges|members)\b"
)


def summed(story: Story, best: FoundHeadcount) -> FoundHeadcount:
    """Return the sum where a sentence lists all who came: "Participants included 12 lawyers … and 23 officers"."""
    page, at = story.page, story.page.at(best.start)
    if at is None or not _ALL_WHO_CAME.search(page.text, page.sentences[at].start, best.start):
        return best
    stop = page.sentences[at].end
    line = [one for one in story.facts.headcounts if one.kind == "total" and best.start <= one.start < stop]
    line = [one for one in line if one is best or one.start >= best.end]
    total, end = best.headcount.low or 0, best.end
    for one in line[1:]:
        if not _ANOTHER_KIND.search(page.text, end, one.start) or _OTHERS.search(page.text, end, one.end):
            return best
        total, end = total + (one.headcount.low or 0), one.end
    more = _OF_A_BODY.match(page.text, end, stop)
    if more:
        total, end = total + _value(more[1]), more.end()
    if end == best.end:
        return best
    count = replace(best.headcount, low=total, high=total, women=None, men=None)
    return replace(best, headcount=count, end=end, as_written=page.text[best.start : end])


def _value(word: str) -> int:
    return int(word) if word.isdigit() else _SMALL.index(word.casefold()) + 1
