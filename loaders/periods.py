"""The dates in a text: every expression with its place, and the one period an event is told to cover.

A date that is not sure (no year, 31 June, the date of a law, "by 5 May") gives no period rather than a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise

from loaders.date_changes import reworded
from loaders.date_plain import plain_days
from loaders.date_points import Context, Period
from loaders.date_rules import LENGTH
from loaders.date_shapes import WEEK_OF, Shape, shapes
from loaders.date_spans import ONLY_PART, RESOLVERS, incomplete, week_with
from loaders.date_tokens import Tokens, composed, tokenise
from loaders.dates import FIRST_YEAR, LAST_YEAR

__all__ = ["FoundPeriod", "Period", "find_periods", "parse_period"]

LONGEST_EVENT = timedelta(days=92)
"""From an opening to a close; what lies further apart belongs to two events."""

_CELL = 60
"""Texts up to this length are remembered: a column of a list says the same days again and again."""

MOST_DAYS = 31
"""A longer "N-day" is no length of an event."""

_VERB_BEFORE = re.compile(r"[vbc<f][^.;!]{0,8}$")
_VERB_AFTER = re.compile(r"[^.;!DNY]{0,5}[vbcf]")
_INSIDE_NUMBER = re.compile(r"(?:[0-9][-–./]|[\w]/|[@+_\\])$")
_GOES_ON = re.compile(r"[-/][0-9]")
_NAMED_DAY = re.compile(r"(?:[Ol]-?d|d#)")
_VAGUE_LENGTH = re.compile(r"(?:[#D]-[wm]|w-_|m-_)")
_BEGUN_BEFORE, _BEGUN_AFTER = re.compile(r"b[^.;!]{0,8}$"), re.compile(r"[^.;!DNY]{0,5}b")
_LENGTHS = frozenset("dUwm")
"""Letters of which one stands in every length."""

_PART_OF = re.compile(r"e[-ouA]*$")
_LABEL = re.compile(r"e_{0,2}[:-]?$")
_SCORES = {"day": 6, "week": 5, "month": 3, "quarter": 2, "season": 2, "year": 1}
_EVENT_ROLES = frozenset({"event", "dateline"})
_COUNTED = frozenset({"weekdays", "spoken", "ago"})
_ENDS = re.compile(r"[cT][^.;!]{0,6}$")


@dataclass(frozen=True, slots=True)
class FoundPeriod:
    """A date expression: `text[start:end] == as_written`.

    `first` and `last` are the codebook's forms of its days ("2017-10-26", "2017-10", "XXXX-10-26" without a year),
    empty where they are not known. `period` is None where the days are not sure. `role` is "event" (may be the date
    of an event), "dateline", "document" (of a law or resolution), "stamp" (of publishing, signing, a deadline),
    "open" ("since", "by"), "negated" ("not in") or "repeated" ("every").
    """

    period: Period | None
    start: int
    end: int
    as_written: str
    first: str
    last: str
    role: str


@dataclass(slots=True)
class _Candidate:
    shape: Shape
    role: str
    period: Period | None


def parse_period(
    text: str, published: date | str | None = None, language: str | None = None, order: str = "dmy"
) -> Period | None:
    """Return the days that a text says something takes place on, None where it does not say or is not sure.

    `published` is the day the text is from, a date or ISO text; `language` an ISO 639-1 code, else told from the
    words; `order` ("dmy" or "mdy") says what 10/12/2017 is.
    """
    read = _parsed if len(text) <= _CELL else _parsed.__wrapped__
    return read(text, published, language, order)


@lru_cache(maxsize=20_000)
def _parsed(text: str, published: date | str | None, language: str | None, order: str) -> Period | None:
    stripped = text.strip()
    if plain := plain_days(stripped):
        return plain
    tokens = tokenise(composed(reworded(stripped))[0], language)
    candidates = list(_candidates(tokens, shapes(tokens.letters), _day_of(published), order))
    if not candidates:
        return None
    usable = [found for found in candidates if _usable(found, tokens)]
    if len(candidates) == 1:
        return _with_length(usable[0], tokens) if usable else None
    joined = _opening_and_close(candidates, tokens, order)
    if joined is not None:
        return joined
    best = max(usable, key=_score, default=None)
    return None if best is None else _with_length(best, tokens)


def _usable(found: _Candidate, tokens: Tokens) -> bool:
    """Return whether a date may be the event's: also one behind "from" that has a length, no "today" without a day."""
    if found.role in _EVENT_ROLES:
        return found.period is not None or found.shape.kind not in _COUNTED
    from_here = found.role == "open" and found.shape.before.rstrip("A")[-1:] == "F"
    return from_here and LENGTH.search(tokens.letters) is not None


def find_periods(
    text: str, published: date | str | None = None, language: str | None = None, order: str = "dmy"
) -> list[FoundPeriod]:
    """Return every date expression of a running text in its order, also those without a year."""
    tokens, told, places = _read(text, language)
    found: list[FoundPeriod] = []
    for candidate in _candidates(tokens, told, _day_of(published), order):
        start, end = tokens.spans[candidate.shape.first][0], tokens.spans[candidate.shape.last - 1][1]
        if places is not None:
            start, end = places[start], places[end]
        first, last = _as_codebook(candidate, tokens, order)
        found.append(FoundPeriod(candidate.period, start, end, text[start:end], first, last, candidate.role))
    return found


@lru_cache(maxsize=4)
def _read(text: str, language: str | None) -> tuple[Tokens, Sequence[Shape], Sequence[int] | None]:
    """Return the tokens of a text and their date expressions; a page is read anew once its own day is known."""
    joined, places = composed(text)
    tokens = tokenise(joined, language)
    return tokens, shapes(tokens.letters), places


def _day_of(published: date | str | None) -> date | None:
    """Return the day of publication; no ISO date, or a year that cannot be, counts as not known."""
    if isinstance(published, str):
        try:
            day = date.fromisoformat(published[:10])
        except ValueError:
            return None
    elif isinstance(published, datetime):
        day = published.date()
    elif published is None:
        return None
    else:
        day = published
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def _as_codebook(candidate: _Candidate, tokens: Tokens, order: str) -> tuple[str, str]:
    """Return first and last day as a record holds them."""
    period = candidate.period
    if period is None:
        if candidate.shape.kind not in {"days", "figure", "months"}:
            return "", ""
        return incomplete(tokens, candidate.shape.first, candidate.shape.last, order=order)
    length = {"month": 7, "year": 4}.get(period.precision, 10)
    return period.start.isoformat()[:length], period.end.isoformat()[:length]


def _candidates(
    tokens: Tokens, told: Iterable[Shape], published: date | None, order: str
) -> Iterator[_Candidate]:
    """Yield the date expressions of a text, each with its period; a dateline stands in for the publication."""
    for shape in told:
        if not _said(tokens, shape):
            continue
        context = Context(published, order, shape.tense)
        period = RESOLVERS[shape.kind](tokens, shape.first, shape.last, context)
        if period is not None and shape.before:
            period = _widened(period, shape)
        candidate = _Candidate(shape, _role(tokens, shape), period)
        if candidate.role == "dateline" and published is None and period is not None:
            published = period.start
        yield candidate


def _said(tokens: Tokens, shape: Shape) -> bool:
    """Return whether the text means a date: no part of a longer number, not "today's"."""
    return _spoken(tokens, shape) if shape.kind == "weekdays" else not _inside_number(tokens, shape)


def _role(tokens: Tokens, shape: Shape) -> str:
    """Return what a date is the date of; "au printemps" is no "until"."""
    before = shape.before.rstrip("A")
    if shape.kind in {"months", "year"} and (till := _TILL_PART.search(shape.before)):
        place = shape.first - len(shape.before) + till.start()
        return "event" if _in_french(tokens, place) else "open"
    if shape.role == "open" and shape.kind in _LONG and not before.endswith(("TT", "xT")):
        place = shape.first - 1 - (len(shape.before) - len(before))
        return "event" if _in_french(tokens, place) else "open"
    return shape.role


def _in_french(tokens: Tokens, place: int) -> bool:
    """Return whether a word for "until" is one for "in" too: "au printemps", "à la fin de 2019"."""
    return tokens.text[slice(*tokens.spans[place])].lower() in {"au", "à"}


_TILL_PART = re.compile(r"(?<![eFDMYQ])T{1,2}A{0,2}e[-ouA]{0,3}$")
"""Until the end of something, where no "from" and no other date stands before it."""


_LONG = frozenset({"season", "quarter", "half"})


def _spoken(tokens: Tokens, found: Shape) -> bool:
    """Return whether today is a day: not in "today's", and no "mañana" that is a morning."""
    if "t" not in tokens.letters[found.first : found.last]:
        return True
    end = tokens.spans[found.last - 1][1]
    return (
        tokens.text[end : end + 2] not in {"'s", "’s"}
        and tokens.letters[found.first - 1 : found.first] != "A"
    )


def _inside_number(tokens: Tokens, found: Shape) -> bool:
    """Return whether figures belong to a longer number: of a telephone, a paper, an address."""
    start, end = tokens.spans[found.first][0], tokens.spans[found.last - 1][1]
    text = tokens.text
    if (
        start
        and text[start - 1] != " "
        and text[start].isdigit()
        and _INSIDE_NUMBER.search(text[max(0, start - 2) : start])
    ):
        return True
    ends_in_figures = tokens.letters[found.last - 1] in "IYQJ" and found.kind != "tail"
    return ends_in_figures and _GOES_ON.match(text[end : end + 2]) is not None


def _widened(period: Period, shape: Shape) -> Period:
    """Return the week of "the week of 12 May"; tell where only part of a month or year is meant."""
    if shape.kind == "days" and period.start == period.end and WEEK_OF.search(shape.before):
        return week_with(period.start, period.derived)
    if shape.kind in {"months", "year"} and _PART_OF.search(shape.before):
        return replace(period, derived=(*period.derived, *ONLY_PART))
    return period


def _opening_and_close(candidates: Sequence[_Candidate], tokens: Tokens, order: str) -> Period | None:
    """Return the period from a date beside "opened" to one beside "closed" or "until", None without such a pair."""
    for opening, close in pairwise(candidates):
        last = close.period
        if last is None or {opening.role, close.role} & {"document", "stamp"}:
            continue
        first = opening.period or _opened_before(close, opening, tokens=tokens, order=order)
        if first is None:
            continue
        if not (_is_day(first) and _is_day(last) and first.start <= last.end <= first.start + LONGEST_EVENT):
            continue
        if (_begins(opening) and _ENDS.search(close.shape.before)) or (
            _LABEL.search(opening.shape.before) and _LABEL.search(close.shape.before)
        ):
            derived = tuple(dict.fromkeys(first.derived + last.derived))
            return Period(first.start, last.end, "day", (), derived)
    return None


def _opened_before(close: _Candidate, opening: _Candidate, *, tokens: Tokens, order: str) -> Period | None:
    """Return the day of an opening without a year as the nearest before the close, told in one sentence with it."""
    shape, last = opening.shape, close.period
    between = tokens.letters[shape.last : close.shape.first]
    if last is None or shape.kind != "days" or not {".", ";", "!"}.isdisjoint(between):
        return None
    first = RESOLVERS["days"](tokens, shape.first, shape.last, Context(last.start, order, "past"))
    return first and replace(first, derived=("year from the close",))


def _begins(found: _Candidate) -> bool:
    return bool(_BEGUN_BEFORE.search(found.shape.before) or _BEGUN_AFTER.match(found.shape.after))


def _is_day(period: Period) -> bool:
    return period.precision == "day" and period.start == period.end


def _score(found: _Candidate) -> int:
    """Return how likely a date is the event's: precise, a range, beside "held"; hardly the dateline."""
    period = found.period
    score = 6 if period is None else _SCORES[period.precision]
    if found.shape.kind in _COUNTED:
        score -= 2
    if found.role == "dateline":
        score -= 5
    if period is not None and period.precision == "day" and period.start != period.end:
        score += 3
    if _VERB_BEFORE.search(found.shape.before) or _VERB_AFTER.match(found.shape.after):
        score += 3
    return score


def _with_length(found: _Candidate, tokens: Tokens) -> Period | None:
    """Return the period of a date, the other end counted where the text gives one day and a length ("two-day")."""
    period = found.period
    if period is None or not _is_day(period) or _LENGTHS.isdisjoint(tokens.letters):
        return period
    match = LENGTH.search(tokens.letters)
    if match is None:
        return None if _VAGUE_LENGTH.search(tokens.letters) and _anchor(found) else period
    length = tokens.values[match.start()]
    if not isinstance(length, int) or not 1 < length <= MOST_DAYS:
        return period
    anchor = _anchor(found)
    unsure = not anchor and (found.role == "dateline" or found.shape.kind in _COUNTED)
    if unsure or _NAMED_DAY.search(tokens.letters):
        return None
    days = timedelta(days=length - 1)
    if anchor == "c":
        return replace(
            period, start=period.end - days, derived=(*period.derived, "start counted from the length")
        )
    return replace(period, end=period.start + days, derived=(*period.derived, "end counted from the length"))


def _anchor(found: _Candidate) -> str:
    """Return b where the nearest such verb says that something opened, c that it closed, else nothing."""
    before = [
        (distance, letter) for distance, letter in enumerate(reversed(found.shape.before)) if letter in "bc"
    ]
    after = [(distance, letter) for distance, letter in enumerate(found.shape.after) if letter in "bc"]
    return min(before + after, default=(0, ""))[1]
