"""Cells that name several countries, taken apart into pieces; a whole group gives its members."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from loaders import place_tables
from loaders.place_doubts import begins_with_doubt, is_doubt, is_doubted
from loaders.place_forms import FORMS
from loaders.place_groups import Group, groups_in
from loaders.place_keys import SMALL, clean, words
from loaders.place_names import LONGEST, Verdict, after_lead, found_in, is_short_code, known, named, told_by
from loaders.place_neighbours import doubted
from loaders.place_towns import countries_of, is_american
from loaders.place_ways import ASIDE, in_brackets


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
    found += _pieces(text, start, len(text))
    unsure = doubted(found)
    return [
        part._replace(codes=(), verdict=Verdict.UNKNOWN) if at in unsure else part
        for at, part in enumerate(found)
    ]


def _group_part(text: str, group: Group) -> Part:
    return Part(group.start, group.end, text[group.start : group.end], group.members, Verdict.COUNTRY)


_SEPARATOR = re.compile(
    r"[;\n\t|•·+、；，،؛&/]|,(?!\s?(?:the\s)?\)|\d)|\s(?:and|y|et|e|und|as well as|along with|и|а также"
    r"|با|و)\s(?:also\s)?|\s[-–—]\s|(?:[和与]|(?<!埃)及)|以及|\s(?=و[\u0621-\u064a]{3})|\s(?=\d{1,2}[.)]\s?[^\W\d_])",
    re.IGNORECASE,
)
_HARD = frozenset(";\t|•、；؛")
"""Separators that stand in no name."""

LONGEST_RUN = 5
"""Stretches between separators that may be one name: "Saint Helena, Ascension and Tristan da Cunha"."""

Span = tuple[int, int]


def _pieces(text: str, start: int, end: int) -> list[Part]:
    """Return the pieces of a stretch without groups: the longest run between separators that is one country."""
    found: list[Part] = []
    for spans in _runs(text, start, end):
        if len(spans) == 2 and is_american(*(clean_piece(text[first:last]) for first, last in spans)):
            first, last = spans[0][0], spans[1][1]
            found.append(Part(first, last, text[first:last], (), Verdict.UNKNOWN))
        elif _is_salvador_of_brazil([clean_piece(text[first:last]) for first, last in spans]):
            first, last = spans[0][0], spans[-1][1]
            found.append(Part(first, last, text[first:last], ("BRA",), Verdict.COUNTRY))
        else:
            found += _run(text, spans)
    return found


def _is_salvador_of_brazil(pieces: list[str]) -> bool:
    """Tell whether the city is meant, which has a short name of El Salvador: "Salvador, Bahia, Brazil"."""
    return (
        pieces[0] == "Salvador"
        and 2 <= len(pieces) <= 3
        and named(pieces[-1]) == "BRA"
        and (len(pieces) == 2 or pieces[1] in {"Bahia", "BA"})
    )


def _run(text: str, spans: list[Span]) -> list[Part]:
    """Return the pieces of stretches between which a name may go on."""
    written = [text[start:end] for start, end in spans]
    alone = [_alone(piece) for piece in written]
    found: list[Part] = []
    at = 0
    while at < len(spans):
        length = _length(text, spans[at : at + LONGEST_RUN], alone[at : at + 2])
        after = spans[at + length : at + length + 1]
        if alone[at] and after and is_doubt(text[slice(*after[0])]):
            first, last = spans[at][0], after[0][1]
            found.append(Part(first, last, text[first:last].strip(), (), Verdict.UNKNOWN))
            at += length + 1
            continue
        found += _piece(text, spans[at][0], spans[at + length - 1][1])
        at += length
    if found and begins_with_doubt(found[0].as_written):
        return [part._replace(codes=(), verdict=Verdict.UNKNOWN) for part in found]
    return found


def _length(text: str, spans: list[Span], alone: list[str | None]) -> int:
    """Return how many of the first stretches are one name together."""
    pieces = [text[start:end] for start, end in spans]
    if _are_apart(alone, pieces[:2]):
        return 1
    most = next((n for n, piece in enumerate(pieces) if not _may_go_on(piece)), len(pieces))
    for count in range(most, 1, -1):
        if _is_one_name(text[spans[0][0] : spans[count - 1][1]], tuple(pieces[:count])):
            return count
    return 2 if len(spans) > 1 and _is_city_and_country(text, spans) else 1


@lru_cache(maxsize=20_000)
def _alone(text: str) -> str | None:
    """Return the country that a piece names by itself; kept, as lists repeat their countries."""
    return named(text)


def clean_piece(text: str) -> str:
    """Return a piece without what spreadsheets add; what is longer than any name stays as it is."""
    return clean(text) if len(text) <= LONGEST else text


def _are_apart(codes: list[str | None], pieces: list[str]) -> bool:
    """Tell whether two pieces are countries whatever stands between them; "Hong Kong, China" may be one."""
    if None in codes or len(set(codes)) < 2 or "CHN" in codes:
        return False
    return len(set(map(is_short_code, pieces))) == 1


@cache
def _words_of_names() -> frozenset[str]:
    """Return the words that names of countries are made of."""
    named_by = place_tables.names().by_key
    return SMALL | FORMS.keys() | {word for name, iso3 in named_by.items() if iso3 for word in name.split()}


_OPEN = re.compile("[(\u0621-\u064a\u4e00-\u9fff]")


@lru_cache(maxsize=20_000)
def _may_go_on(piece: str) -> bool:
    """Tell whether a piece can be part of a name: all its words are, it has brackets or is in Arabic or Chinese."""
    return bool(_OPEN.search(piece)) or _words_of_names().issuperset(words(clean_piece(piece)))


def _runs(text: str, start: int, end: int) -> Iterator[list[Span]]:
    """Yield the stretches that are not empty, in runs between separators that no name holds."""
    run: list[Span] = []
    last = at = start
    depth = 0
    for match in _SEPARATOR.finditer(text, start, end):
        depth += text.count("(", at, match.start()) - text.count(")", at, match.start())
        at = match.start()
        if depth > 0:
            continue
        if text[last:at].strip():
            run.append((last, at))
        if match[0] in _HARD and run:
            yield run
            run = []
        last, depth = match.end(), 0
        at = last
    if text[last:end].strip():
        run.append((last, end))
    if run:
        yield run


@lru_cache(maxsize=20_000)
def _is_one_name(whole: str, pieces: tuple[str, ...]) -> bool:
    """Tell whether pieces and what divides them are one name: "Korea, Republic of", "Bosnia and Herzegovina"."""
    cleaned = clean_piece(whole)
    iso3 = known(cleaned) or after_lead(cleaned)
    if not iso3 and not in_brackets(cleaned):
        return False
    return iso3 in _OF_CHINA or len(told_by(pieces)) < 2


_SENTENCE = re.compile(r"[;\n|•/&]|\sand\s")


def _is_city_and_country(text: str, spans: list[Span]) -> bool:
    """Tell whether of two stretches one is a city of the other: "Osh, Kyrgyzstan"."""
    between = text[spans[0][1] : spans[1][0]]
    first, second = (text[start:end] for start, end in spans[:2])
    if "," not in between or _SENTENCE.search(text, spans[0][0], spans[1][1]):
        return False
    return any(
        bool(iso3 := _alone(country)) and not _alone(place) and iso3 in countries_of(clean_piece(place))
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
    codes, verdict = _answer(written) if len(written) <= LONGEST else _heading_and_list(written)
    return [Part(start, end, written, codes, verdict)] if verdict else []


@lru_cache(maxsize=20_000)
def _answer(written: str) -> tuple[tuple[str, ...], Verdict | None]:
    """Return the codes of a piece and what is known of it; codes side by side or in brackets are several."""
    if "$" in written or is_doubted(written):
        return (), Verdict.UNKNOWN
    cleaned = clean(written)
    if cleaned.startswith("و") and not known(cleaned):
        cleaned = clean(_WA.sub("", cleaned))
    if not cleaned or ASIDE.fullmatch(cleaned) or is_doubt(cleaned):
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
    pieces = re.split(r"\s*[–-]\s*", text) if "-" in text or "–" in text else text.split()
    if len(pieces) < 2 or (" " in text and not text.isupper()):
        return ()
    found = [named(piece) for piece in pieces]
    if None in found or "" in found:
        return ()
    return tuple(code for code in found if code)


def _heading_and_list(written: str) -> tuple[tuple[str, ...], Verdict]:
    """Return what a piece longer than any name stands for: the countries it lists in brackets."""
    codes = _in_and_out(written)
    return codes, Verdict.COUNTRY if codes else Verdict.UNKNOWN


def _in_and_out(text: str) -> tuple[str, ...]:
    """Return the countries listed in brackets behind a heading: "Central Asia (Kazakhstan, Uzbekistan)"."""
    _, opened, rest = text.replace("[", "(").replace("]", ")").partition("(")
    inside, closed, tail = rest.partition(")")
    if not opened or not closed or "(" in inside + tail or not _SEPARATOR.search(inside):
        return ()
    inner = _pieces(inside, 0, len(inside))
    return tuple(code for part in inner for code in part.codes)
