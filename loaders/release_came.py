"""How many came of those who were asked: "45 rather than the expected 60 officers", "of 50 invited 30 attended"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.headcounts import FoundHeadcount, Headcount
from loaders.late import late
from loaders.release_words import folded

CAME = "those who came"
"""The noun of a count that a text sets against those who were asked."""

_UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_VALUES = {word: value for value, word in enumerate(_UNITS.split(), 1)}
_VALUES |= {word: 10 * value for value, word in enumerate(_TENS.split(), 2)}
_NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,5}}|(?:{'|'.join(_TENS.split())})(?:-\w+)?|"
    rf"{'|'.join(_UNITS.split()[::-1])})"
)
_SOME = r"(?:only |just |some |about |a total of |in the end |eventually )*"
_ASKED = (
    r"(?:invited|expected|planned|registered|nominated|enrolled|foreseen|anticipated|selected|shortlisted|"
    r"signed up|applied|hoped for)"
)
_ATTENDED = (
    r"(?:attended|took part|participated|turned up|showed up|appeared|came(?! from)|made it|"
    r"could (?:attend|come)|were (?:present|able to (?:attend|come)))"
)
_PEOPLE = r"(?:[a-z][a-z\-]+ ){0,3}[a-z][a-z\-]+"
_CAME = rf"(?P<came>{_NUMBER})"
_RATHER_THAN = (
    rf"\b{_CAME}(?: {_PEOPLE})?,? (?:rather than|instead of|and not|not) (?:the )?"
    rf"(?:{_ASKED} )?{_NUMBER}\b(?: {_ASKED})?"
)
_SO_MANY_OF = (
    rf"\b{_CAME}(?: {_PEOPLE})? (?:out )?of (?:the )?{_NUMBER} "
    rf"(?:{_ASKED}\b|(?:{_PEOPLE} )?(?:who |that )?(?:had |were |have )?(?:been )?{_ASKED}\b)"
)
_OF_SO_MANY = (
    rf"\bof (?:the )?{_NUMBER} [^.;\d]{{0,40}}?\b{_ASKED}\b[^.;\d]{{0,40}}?"
    rf"(?<![\w\-]){_SOME}{_CAME}(?: of them)? {_ATTENDED}"
)
_BUT_CAME = (
    rf"\b{_NUMBER} {_PEOPLE} {_ASKED}\b[^.;\d]{{0,30}}?(?:\band|\bbut|\bof whom|,) "
    rf"{_SOME}{_CAME}(?: of (?:them|whom|these))? {_ATTENDED}"
)
_PAIRS = tuple(
    late(pattern, re.IGNORECASE) for pattern in (_RATHER_THAN, _SO_MANY_OF, _OF_SO_MANY, _BUT_CAME)
)
_NEEDED = (" rather than ", " instead of ", " not ", *_ASKED[3:-1].split("|"))
"""Words without which no pair stands."""

_ENDS = ".;"
"""Marks that stand in no pair."""


def those_who_came(text: str, found: Sequence[FoundHeadcount]) -> Iterator[FoundHeadcount]:
    """Yield the counts of a text; where those who came stand beside those who were asked, only those who came."""
    pairs = [
        match
        for start, end in _clauses(text)
        for pattern in _PAIRS
        for match in pattern.finditer(text, start, end)
    ]
    for one in found:
        if one.kind not in {"total", "part"} or not any(_meet(match, one) for match in pairs):
            yield one
    for place in sorted({match.span("came") for match in pairs}):
        number = _value(text[slice(*place)])
        if number is not None:
            yield FoundHeadcount(Headcount(number, number), *place, text[slice(*place)], CAME, "total")


def _clauses(text: str) -> set[tuple[int, int]]:
    """Return the clauses of a text in which a pair may stand."""
    small, found = folded(text), set()
    for word in _NEEDED:
        at = small.find(word)
        while at >= 0:
            end = min((stop for mark in _ENDS if (stop := small.find(mark, at)) >= 0), default=len(small))
            found.add((max(small.rfind(mark, 0, at) for mark in _ENDS) + 1, end))
            at = small.find(word, end)
    return found


def _meet(match: re.Match[str], found: FoundHeadcount) -> bool:
    return match.start() < found.end and found.start < match.end()


def _value(number: str) -> int | None:
    """Return what a number in figures or words stands for, None for a word that is no number: "thirty-odd"."""
    if number[0].isdigit():
        return int(number.replace(",", ""))
    values = [_VALUES.get(word) for word in number.casefold().split("-")]
    return None if None in values else sum(value for value in values if value)
