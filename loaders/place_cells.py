"""Cells that name several countries, taken apart into pieces; a whole group gives its members."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from loaders import place_tables
from loaders.place_groups import Group, groups_in
from loaders.place_keys import clean, key
from loaders.place_names import Verdict, found_in, known, named
from loaders.place_ways import ASIDE, BRACKETS, in_brackets


class Part(NamedTuple):
    """A piece of a cell that names several: `text[start:end]`, and the codes it stands for (none, one, a group)."""

    start: int
    end: int
    as_written: str
    codes: tuple[str, ...]
    verdict: Verdict


_OF_CHINA = frozenset({"HKG", "MAC", "TWN"})
"""Codes whose names hold China's: "Hong Kong, China" is one name."""


def parts(text: str) -> list[Part]:
    """Return the pieces of a cell that names several countries, with what each stands for.

    A piece with verdict UNKNOWN is a question to a person.
    """
    found: list[Part] = []
    start = 0
    for group in groups_in(text):
        found += _pieces(text, start, group.start)
        found.append(_group_part(text, group))
        start = group.end
    return found + _pieces(text, start, len(text))


def _group_part(text: str, group: Group) -> Part:
    return Part(group.start, group.end, text[group.start : group.end], group.members, Verdict.COUNTRY)


_SEPARATOR = re.compile(
    r"[;\n\t|•·+、；，،؛&/]|,(?!\s?(?:the\s)?\)|\d)|\s(?:and|y|et|e|und|as well as|along with|и|а также"
    r"|با|و)\s(?:also\s)?|\s[-–—]\s|[和及与]|以及|\s(?=و[\u0621-\u064a]{3})",
    re.IGNORECASE,
)


def _pieces(text: str, start: int, end: int) -> list[Part]:
    """Return the pieces of a stretch without groups: the longest run between separators that is one country."""
    spans = list(_spans(text, start, end))
    alone = [_alone(text[first:last]) for first, last in spans]
    found: list[Part] = []
    at = 0
    while at < len(spans):
        lengths = () if _are_two(alone[at : at + 2]) else range(min(5, len(spans) - at), 1, -1)
        length = next((n for n in lengths if _is_one(text, spans[at : at + n])), 1)
        found += _piece(text, spans[at][0], spans[at + length - 1][1])
        at += length
    return found


@lru_cache(maxsize=20_000)
def _alone(text: str) -> str | None:
    """Return the country that a piece names by itself; kept, as lists repeat their countries."""
    return named(text)


def _are_two(codes: list[str | None]) -> bool:
    """Tell whether two pieces are two countries whatever stands between them; "Hong Kong, China" may be one."""
    return None not in codes and len(set(codes)) == 2 and "CHN" not in codes


def _spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches between separators that are not empty."""
    last = start
    for match in _SEPARATOR.finditer(text, start, end):
        between = text[last : match.start()]
        if between.count("(") > between.count(")"):
            continue
        if between.strip():
            yield last, match.start()
        last = match.end()
    if text[last:end].strip():
        yield last, end


def _is_one(text: str, spans: list[tuple[int, int]]) -> bool:
    """Tell whether stretches and what divides them are one name: "Korea, Republic of", "Bosnia and Herzegovina"."""
    whole = text[spans[0][0] : spans[-1][1]]
    iso3 = known(clean(whole))
    if iso3 or in_brackets(clean(whole)):
        pieces = {code for start, end in spans if (code := named(text[start:end]))}
        return len(pieces) < 2 or iso3 in _OF_CHINA
    return (
        "," in whole
        and ";" not in whole
        and len(spans) == 2
        and not _SENTENCE.search(whole)
        and _one_of_two(text, spans)
    )


_SENTENCE = re.compile(r"[;\n|•/&]|\sand\s")


def _one_of_two(text: str, spans: list[tuple[int, int]]) -> bool:
    """Tell whether of two stretches one is a city of the other: "Osh, Kyrgyzstan"."""
    first, second = (clean(text[start:end]) for start, end in spans)
    city = place_tables.names().cities
    return any(
        (iso3 := named(country)) is not None and iso3 in city.get(key(place), ()) and not named(place)
        for place, country in ((first, second), (second, first))
    )


_FROM = re.compile(r"^(?:[\w\s()-]{0,60}\b(?:from|aus|из)\s+)(?:the\s+)?", re.IGNORECASE)
_WA = re.compile("^و(?=[\u0621-\u064a]{3})")


def _piece(text: str, start: int, end: int) -> list[Part]:
    """Return what one piece stands for, without the blanks round it; none where it says nothing."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    written = text[start:end]
    codes, verdict = _answer(written)
    return [Part(start, end, written, codes, verdict)] if verdict else []


@lru_cache(maxsize=20_000)
def _answer(written: str) -> tuple[tuple[str, ...], Verdict | None]:
    """Return the codes of a piece and what is known of it; codes side by side or in brackets are several."""
    cleaned = clean(_WA.sub("", written))
    if not cleaned or ASIDE.fullmatch(cleaned):
        return (), None
    found = found_in(cleaned)
    if not found:
        several = _codes_side_by_side(cleaned) or _in_and_out(written)
        if several:
            return several, Verdict.COUNTRY
        found = named(_FROM.sub("", cleaned)) if found is None else found
    if found:
        return (found,), Verdict.COUNTRY
    return (), Verdict.UNKNOWN if found is None else Verdict.NO_COUNTRY


def _codes_side_by_side(text: str) -> tuple[str, ...]:
    """Return the countries of codes or names that only blanks divide, where every word is one."""
    words = re.split(r"\s*[–-]\s*", text) if "-" in text or "–" in text else text.split()
    if len(words) < 2 or (" " in text and not text.isupper()):
        return ()
    found = [named(word) for word in words]
    if None in found or "" in found:
        return ()
    return tuple(code for code in found if code)


def _in_and_out(text: str) -> tuple[str, ...]:
    """Return the countries listed in brackets behind a heading: "Central Asia (Kazakhstan, Uzbekistan)"."""
    match = BRACKETS.fullmatch(text.strip())
    if match is None or not _SEPARATOR.search(match["inside"]):
        return ()
    inside = _pieces(match["inside"], 0, len(match["inside"]))
    return tuple(code for part in inside for code in part.codes)
