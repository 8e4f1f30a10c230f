"""What the letters of a text say about its dates: where they stand, and what each is the date of.

It depends on the letters alone, not on the words behind them: short texts of one shape are looked at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from loaders.date_rules import scan

WINDOW = 14
"""Tokens on either side that are looked at."""

FEW = 5
"""Tokens beside a date that is still the whole of a text."""

SHORT = 60
"""Letters; what a longer text holds is not kept."""

_ROLES = (
    ("negated", re.compile(r"0[AiF@ou]{0,3}$")),
    ("document", re.compile(r"r(?:[iDNPQJXYouA_/#(),-]{0,8}[ouF@]A?)?$")),
    ("stamp", re.compile(r"s[^.;v<!bc]{0,4}$")),
    ("open", re.compile(r"(?:x[AouF@]{0,2}(?:e[-ouA]{0,3})?|T{1,2}A{0,2}|(?<![bw])FA?)$")),
    ("repeated", re.compile(r"E[AW@]?$")),
)
"""What a date is that is not the event's, by the letters before it."""

_DATELINE = re.compile(r"[_,().DA&W-]{0,12}")
WEEK_OF = re.compile(r"(?<![#D-])w[oubcFe]{1,2}A?$")
_YEAR_ALLOWED = re.compile(r"(?:[ie][-ouA]*y?[ou]?|iA?y|e[-ou]*A?)$")
_PLACE_AND_YEAR = re.compile(r"(?:_,){1,2}Y[yg.]{0,2}")
_MONTH_ALLOWED = re.compile(r"[iehln][-ouA]*$")
_NO_MONTH = re.compile(r"(?:[NDO]|D[.,])$")
_QUARTERS_BEFORE, _QUARTERS_AFTER = re.compile(r"[qLY][-T&/]{1,2}A?$"), re.compile(r"[-T&/]{1,2}A?[qLOVDY]")
_LETTERS_AROUND, _LETTERS_BEHIND = "@AiFuoByg(,-e", ".,;:)-!"
_EITHER_BEFORE, _EITHER_AFTER = re.compile(r"[DYMIW][|][A@iu]*$"), re.compile(r"[|][A@iu]*[DMIW]")
_SEVERAL_DAYS = re.compile(r"M\.?D[-T&]D")
_SENTENCE_END = re.compile(r"[.!;]")


@dataclass(slots=True)
class Shape:
    """A date expression from token `first` to before `last`, with the letters around it and what they make of it."""

    kind: str
    first: int
    last: int
    before: str
    after: str
    role: str = "event"
    tense: str = ""


def shapes(letters: str) -> Sequence[Shape]:
    """Return the date expressions in letters."""
    return _kept(letters) if len(letters) <= SHORT else list(_shapes(letters))


@lru_cache(maxsize=5000)
def _kept(letters: str) -> tuple[Shape, ...]:
    return tuple(_shapes(letters))


def _shapes(letters: str) -> Iterator[Shape]:
    for kind, first, last in scan(letters):
        shape = _shape(letters, kind, first=first, last=last)
        if shape is not None:
            yield shape


def _shape(letters: str, kind: str, *, first: int, last: int) -> Shape | None:
    """Return an expression with what stands around it, None where it is no date here."""
    first, last = _trimmed(letters, first, last)
    before = _SENTENCE_END.split(letters[max(0, first - WINDOW) : first])[-1]
    after = _SENTENCE_END.split(letters[last : last + WINDOW], maxsplit=1)[0]
    found = Shape(kind, first, last, before, after)
    if not _is_whole(letters, first, last) and not _CHECKS.get(kind, _fine)(letters, found):
        return None
    if _unlikely_month(letters, found) or _EITHER_BEFORE.search(before) or _EITHER_AFTER.match(after):
        return None
    found.role = _role(letters, found)
    found.tense = _tense(before, after)
    return found


def _is_whole(letters: str, first: int, last: int) -> bool:
    """Return whether next to nothing stands beside an expression."""
    if first > FEW or len(letters) - last > FEW:
        return False
    return not letters[:first].strip(_LETTERS_AROUND) and not letters[last:].strip(_LETTERS_BEHIND)


def _trimmed(letters: str, first: int, last: int) -> tuple[int, int]:
    """Return an expression without articles before and marks behind it, and without the 5 of "Room 5, 9 May"."""
    while letters[first] == "A":
        first += 1
    while letters[last - 1] in ".,(":
        last -= 1
    if letters.startswith("D,D", first) and letters[first - 1 : first] in {"_", "r", "w"}:
        first += 2
    return first, last


def _fine(_letters: str, _found: Shape) -> bool:
    return True


def _month_here(letters: str, found: Shape) -> bool:
    """Return whether a month stands alone: no number before it, and without a year "in", "last" or the like."""
    if _NO_MONTH.search(found.before):
        return False
    if set(letters[found.first : found.last]) & set("Yyg"):
        return True
    return bool(_MONTH_ALLOWED.search(found.before)) or found.after[:1] in {"l", "n"}


def _year_here(letters: str, found: Shape) -> bool:
    """Return whether a number is told to be a year ("in 2014")."""
    placed = _YEAR_ALLOWED.search(found.before) or _PLACE_AND_YEAR.fullmatch(letters)
    return bool(placed) and found.after[:1] not in {"j", "r"}


def _number_here(letters: str, found: Shape) -> bool:
    """Return whether 05/2016 is told to be a month ("in 05/2016")."""
    return letters[found.first] == "J" and found.before.endswith("i")


def _quarter_here(_letters: str, found: Shape) -> bool:
    """Return whether a quarter or a half stands alone: "Q4 2018 - Q1 2019" is two, and neither is the whole."""
    return not _QUARTERS_BEFORE.search(found.before) and not _QUARTERS_AFTER.match(found.after)


def _never(_letters: str, _found: Shape) -> bool:
    """Return that eight figures, or several years, are a date only where they stand alone."""
    return False


_CHECKS: dict[str, Callable[[str, Shape], bool]] = {
    "months": _month_here,
    "year": _year_here,
    "number": _number_here,
    "quarter": _quarter_here,
    "half": _quarter_here,
    "compact": _never,
    "years": _never,
    "shortmonth": _never,
}
"""What a kind must fulfil where it is not the whole text."""


def _unlikely_month(letters: str, found: Shape) -> bool:
    """Return whether a word that is often no month ("may", "out") lacks its year, or a day is a headcount."""
    inside = letters[found.first : found.last]
    if found.kind in {"days", "months"} and "R" in inside and (not set(inside) & set("YI") or "Ro" in inside):
        return True
    counted = inside[0] == "M" and "D" in inside and "Y" not in inside and found.before.endswith("i")
    return counted and not (_SEVERAL_DAYS.fullmatch(inside) and found.after[:1] in {"", ",", ")"})


def _role(letters: str, found: Shape) -> str:
    """Return what a date is the date of."""
    for role, pattern in _ROLES:
        if pattern.search(found.before) and (role != "open" or _is_open(letters, found)):
            return role
    leads = found.kind == "days" and letters[found.last : found.last + 1] in {"-", ":"}
    if (
        leads
        and found.first < WINDOW
        and _DATELINE.fullmatch(letters[: found.first])
        and len(letters) > found.last + 3
    ):
        return "dateline"
    return "event"


def _is_open(letters: str, found: Shape) -> bool:
    """Return whether "from" or "until" stands before one date alone."""
    if found.kind in {"years", "number"}:
        return False
    inside = letters[found.first : found.last]
    several = len(re.findall(r"[DICPO]", inside)) > 1 or len(re.findall("[WtM]", inside)) > 1
    return not several and not WEEK_OF.search(found.before)


def _tense(before: str, after: str) -> str:
    """Return past or future as the words around a date tell, empty where they do not or tell both."""
    around = before + after
    last, following = before[-2:] + after[:1], "f" in around
    past = "<" in around or "l" in last
    future = following or "n" in last
    return "" if past == future else "past" if past else "future"
