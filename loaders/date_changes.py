"""Dates of events that were moved or called off, and slips of the keyboard: what remains of such a text to be read.

"Originally 4 May, held 5 May" leaves the second; of "moved from 4 to 5 May" and "5 May (cancelled)" nothing is sure.
"""

from __future__ import annotations

import re

from loaders.late import late

LONGEST = 160
"""A text with more tells a story, in which a word like "cancelled" may be of something else."""

_MOVED = (
    r"(?:moved|postponed|resched?uled|shifted|brought forward|deferred|delayed|changed"
    r"|reportée?s?|déplacée?s?|décalée?s?|aplazad[oa]s?|pospuest[oa]s?|reprogramad[oa]s?|trasladad[oa]s?|adiad[oa]s?"
    r"|transferid[oa]s?|remarcad[oa]s?|перенес\w+|отложен\w*)"
)
_OFF = (
    r"(?:cancell?ed|called off|not held|(?:did|does) not (?:take place|happen)|never held|no longer|annulée?s?"
    r"|n['’]a pas eu lieu|cancelad[oa]s?|suspendid[oa]s?|suspens[oa]s?|no se celebró|não se realizou|отмен[её]н\w*"
    r"|не состоял\w+|abgesagt)"
)
_HELD_AFTER = late(
    r"\s*(?:originally|initially|first|planned|scheduled"
    r"|(?:it )?(?:was|were|had been)\s[\w ]{0,20}?(?:planned|scheduled|due|foreseen)"
    r"|initialement|prévue?s?|inicialmente|originalmente|previst[oa]s?|первоначально)\b[^.;]{0,80}?\d[^.;]{0,40}?"
    r"[\s,(;–-]+(?:(?:but|and|it|was|then|now|actually|finally|mais|pero|mas|но)\s+){0,4}"
    r"(?:held|took place|organi[sz]ed|conducted|tenue?s?|realizad[oa]s?|celebrad[oa]s?|проведен\w*)\s+(?P<held>.*\d.*)",
    re.IGNORECASE | re.DOTALL,
)
_NOT_SURE = late(
    rf"\s*{_MOVED}\s+(?:from|de|du|del|desde|do|da|с|со)\b.*"
    rf"|\s*{_OFF}\b.*"
    r"|(?:it |this )?(?:was|were|had been)\s+(?:originally |initially |first )?"
    r"(?:planned|scheduled|due|foreseen|supposed)\b.*"
    r"|(?:était|avait été|étaient)\s+(?:initialement )?prévue?s?\b.*"
    r"|(?:estaba|estava)\s+(?:inicialmente )?previst[oa]\b.*"
    r"|планировал\w+\b.*",
    re.IGNORECASE | re.DOTALL,
)
_NOT_SURE_BEHIND = late(
    rf"\d\W*[\s(,;:–-](?:was |were |has been |est |fue |foi )?(?:{_OFF}|{_MOVED})"
    r"(?:\s+(?:to|au|al|a|para|на)\b.*|\W*)\Z",
    re.IGNORECASE | re.DOTALL,
)
"""The same behind a date: looked for from each figure on, which is quick where there is no such word."""

_MISTYPED = late(r"\s*(?:[lI|O]\d|\d[lIO])\s.*|\s*(?:1[3-9]|2\d|3[01])-\d\d-(?:0\d|1[0-2])\s*", re.DOTALL)
"""A letter for a figure, and figures of which first and last may be the year: "24-05-05"."""

_ISO_TO_DAY = late(
    r"\s*(?P<first>\d{4}-\d\d-\d\d)\s*(?:to|till|until|through|au|al|a|bis|по|–|—)\s*(?P<last>\d\d)\s*"
)
_ISO_TO_MONTH_AND_DAY = late(
    r"\s*(?P<year>\d{4})(?P<mark>[-./])(?P<first>\d\d(?P=mark)\d\d)"
    r"\s*(?!(?P=mark))(?:/|-|–|—|to|till|until|through)\s*(?P<last>\d\d(?P=mark)\d\d)\s*"
)
"""Two days of a year that is told once: "2024-05-30/06-02"."""

_DAYS_BEHIND = late(
    r"\s*(?P<month>[^\W\d_]{3,}\.?\s+\d{4})\s*[,:(\[]\s*(?P<days>\d{1,2}\s*[-–—]\s*\d{1,2})\s*[)\]]?\s*"
)
"""Days behind their month and year: "October 2016 (5-6)"."""

_WEEK = late(r"\s*w/[bc]\.?\s+(?P<day>\S.*)", re.IGNORECASE | re.DOTALL)
"""A week by its first day: "w/c 10 June"."""


def _iso_range(text: str) -> str:
    """Return a range of ISO days whose end leaves out what it has in common with its beginning, written in full."""
    if range_ := _ISO_TO_DAY.fullmatch(text):
        return f"{range_['first']}/{range_['last']}"
    if range_ := _ISO_TO_MONTH_AND_DAY.fullmatch(text):
        days = (range_[name].replace(range_["mark"], "-") for name in ("first", "last"))
        return "/".join(f"{range_['year']}-{day}" for day in days)
    return text


def reworded(text: str) -> str:
    """Return what of a text tells days: empty where an event was moved or called off, else mostly the text itself."""
    if len(text) > LONGEST:
        return text
    if text.lstrip()[:1].isdigit():
        text = _iso_range(text)
    elif days := _DAYS_BEHIND.fullmatch(text):
        return f"{days['days']} {days['month']}"
    elif week := _WEEK.fullmatch(text):
        return f"week of {week['day']}"
    elif held := _HELD_AFTER.fullmatch(text):
        return held["held"]
    elif _NOT_SURE.fullmatch(text):
        return ""
    return "" if _NOT_SURE_BEHIND.search(text) or _MISTYPED.fullmatch(text) else text
