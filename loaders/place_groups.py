"""Whole groups of states in a text: "the five Central Asian states", "all ASEAN Member States".

A group counts only where the text says that all of it is meant: by "all" or "each", or by a number that is the group's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from loaders import sheets
from loaders.late import late


class Group(NamedTuple):
    """A whole group where it stands in a text: `text[start:end]`, and its members in order of their codes."""

    start: int
    end: int
    members: tuple[str, ...]


Sizes = dict[int | None, tuple[str, ...]]
"""Members by number; None is today's membership, which "all" means."""

_NUMBER_WORDS = (
    "two deux dos две двух",
    "three trois tres три трех трёх",
    "four quatre cuatro четыре четырех четырёх",
    "five cinq cinco пять пяти",
    "six seis шесть шести",
    "seven sept siete семь семи",
    "eight huit ocho восемь восьми",
    "nine neuf nueve девять девяти",
    "ten dix diez десять десяти",
    "eleven onze once одиннадцать",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
)
"""Numbers from two on, as they stand before a group."""

_NUMBERS = {word: number for number, line in enumerate(_NUMBER_WORDS, start=2) for word in line.split()} | {
    "eighteen": 18,
    "twenty-two": 22,
    "twenty-seven": 27,
    "twenty-eight": 28,
    "forty-five": 45,
    "forty-six": 46,
    "fifty-five": 55,
    "fifty-seven": 57,
}
_NUMBER = "|".join(sorted((re.escape(word) for word in _NUMBERS), key=len, reverse=True))
_ALL = r"all|each|every|tous|toutes|todos|todas|все|всех|всеми|всем"
_THE = r"(?:(?:of|the|these|those|its|their|les|des|los|las|de)\s+){0,2}"
_ARTICLE = r"(?:(?:the|these|those|its|their|les|los|las)\s+)?"
_ADJECTIVE = (
    r"(?:(?:member|participating|partner|neighbouring|neighboring|regional|independent|target|beneficiary|founding)"
    r"[-\s]+)?"
)
_NOUN = (
    r"(?:(?:member|participating|partner|membres|miembros)[-\s]+)?(?:states?|countr(?:ies|y)|republics|nations|members|governments|economies"
    r"|partners|states\s+and\s+territories|neighbou?rs|states\s+parties|states\s+members"
    r"|pays|états|etats|républiques|países|estados|repúblicas|стран|страны|государств|государства|республик|республики)"
    r"(?:[-\s]+(?:members|membres|participants|miembros|participantes|членов|члены|участниц|участников))?"
)
_FEWER = (
    rf"(?:\d{{1,3}}|{_NUMBER}|(?:twenty|thirty|forty|fifty)(?:-\w+)?)\s+(?:out\s+of|of|из|des|de\s+los|de\s+las)\s+"
    rf"(?=(?:the|its|their|these|those)?\s*(?:\d|(?:{_NUMBER})\b))"
)
"""Some of a number: "six of the ten"."""

_SAID = (
    r"(?P<not>\b(?:(?:not|nearly|almost|most|some|one|two|three|four|many|several|any|none|half|part|few|both|presque)"
    rf"\s+(?:of\s+)?|{_FEWER}))?\b(?:(?P<all>{_ALL})\s+(?:of\s+)?)?{_ARTICLE}(?:(?P<number>\d{{1,2}}|{_NUMBER})\s+)?"
)
_BEFORE = late(rf"{_SAID}{_THE}{_ADJECTIVE}$", re.IGNORECASE)
_BEFORE_OF = late(
    rf"{_SAID}{_NOUN}\s+(?:(?:of|in|from|within|d['’]|de|du|del|des|la|l['’]|the)\s*){{0,3}}$", re.IGNORECASE
)
_LAST_WORDS = frozenset(re.findall(r"[^\W\d_]{2,}", _NOUN)) | set(
    "neighbours neighbors of in from within de du del des la the".split()  # noqa: SIM905
)
"""Words that may stand directly before a group in what _BEFORE_OF finds."""

_AFTER = late(rf"\s*(?:\([A-Za-z]{{2,12}}\)\s*)?[-\s]{_NOUN}\b", re.IGNORECASE)
_BRACKET = late(r"\s*\([A-Za-zÀ-ÿ-]{2,12}\)")
_COUNTED = late(
    rf"[-\s]?(?P<number>\d{{1,2}}|{_NUMBER})\b(?!\s*[+%]|\s+(?:years|days|months|January|February|March|April|May|June"
    r"|July|August|September|October|November|December)\b)",
    re.IGNORECASE,
)
_OWNED = late(rf"['’]s\s+(?P<number>\d{{1,2}}|{_NUMBER})\s+{_NOUN}\b", re.IGNORECASE)
_EXCEPT = late(
    r"\s*,?\s*(?:\(?\s*)(?:except|excluding|but\s+not|other\s+than|without|apart\s+from|minus|sauf|excepto|кроме)\b",
    re.IGNORECASE,
)

_FILLING = late(
    rf"(?:\W|\b(?:{_ALL}|{_NUMBER}|\d{{1,2}}|{_NOUN}|{_ADJECTIVE}the|of|from|in|les|des|du|de|los|las)\b)*",
    re.IGNORECASE,
)
"""What may stand round the name of a group without adding to it."""

_KOREAS, _SUDANS = ("PRK", "KOR"), ("SDN", "SSD")
NAMED_TOGETHER = {
    f"{one} {joint} {other} {name}": members[:: 1 if one == "North" else -1]
    for name, members in (("Korea", _KOREAS), ("Sudan", _SUDANS))
    for joint in ("and", "&")
    for one, other in (("North", "South"), ("South", "North"))
} | {
    "Corée du Nord et du Sud": _KOREAS,
    "Corée du Sud et du Nord": _KOREAS[::-1],
    "Corea del Norte y del Sur": _KOREAS,
    "Corea del Sur y del Norte": _KOREAS[::-1],
    "Coreia do Norte e do Sul": _KOREAS,
    "Coreia do Sul e do Norte": _KOREAS[::-1],
    "Северная и Южная Корея": _KOREAS,
    "Южная и Северная Корея": _KOREAS[::-1],
    "Северной и Южной Кореи": _KOREAS,
    "Южной и Северной Кореи": _KOREAS[::-1],
}
"""Two countries that share the noun of their names."""

BOTH: dict[str, tuple[str, ...]] = {
    "Koreas": _KOREAS,
    "Coreas": _KOREAS,
    "Corées": _KOREAS,
    "Coreias": _KOREAS,
    "Sudans": _SUDANS,
    "Soudans": _SUDANS,
    "Sudanes": _SUDANS,
    "Congos": ("COD", "COG"),
}
"""Two countries of one name, where the text says that both are meant: "the two Koreas"."""

_BOTH = re.compile(
    r"(?:\bboth(?:\s+the)?|\b(?:the\s+|les\s+|las\s+|los\s+|as\s+)?(?:two|deux|dos|duas)|\bambas|\bambos)\s+$",
    re.IGNORECASE,
)

NAMED_BY_NUMBER = frozenset({"G7", "V4"})
"""Names that hold a number and say no more by it than any name of a group does."""


@cache
def phrases() -> dict[str, Sizes]:
    """Return the phrases for groups as they are written, each with its members by their number."""
    countries = sheets.rows("countries.csv", "iso3")
    found: dict[str, Sizes] = {}
    phrases_of = sheets.read(
        sheets.path_of("group_phrases.csv"), "phrase", "group_id", "members", "number", "without", "with"
    )
    for line, row in phrases_of.rows():
        if not row["members"] and row["group_id"] not in countries[0]:
            what = f"unknown group {row['group_id']!r}; name a column of countries.csv, or give the members"
            raise sheets.fault(phrases_of.name, line, what)
        members = _members(row, countries)
        sizes = found.setdefault(row["phrase"], {})
        sizes[len(members)] = members
        if not row["number"]:
            sizes[None] = members
    return found | {phrase: {2: members} for phrase, members in (NAMED_TOGETHER | BOTH).items()}


def _members(row: dict[str, str], countries: list[dict[str, str]]) -> tuple[str, ...]:
    if row["members"]:
        return tuple(sorted(row["members"].split()))
    today = {country["iso3"] for country in countries if country[row["group_id"]] == "yes"}
    return tuple(sorted((today | set(row["with"].split())) - set(row["without"].split())))


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(phrases(), key=len, reverse=True)
    return re.compile(r"(?<![^\W\d_])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![^\W\d_])")


def is_group(text: str) -> bool:
    """Return whether a text names a group and nothing else, all of it or not: "Central Asian states", "ASEAN"."""
    match = _pattern().search(text)
    return (
        match is not None and _FILLING.fullmatch(f"{text[: match.start()]} {text[match.end() :]}") is not None
    )


def groups_in(text: str) -> Iterator[Group]:
    """Yield the groups of which a text says that all of them are meant, in their order."""
    end = 0
    for match in _pattern().finditer(text):
        group = whole_group(text, match.start(), match.end())
        if group is not None and group.start >= end:
            end = group.end
            yield group


def whole_group(text: str, start: int, end: int) -> Group | None:
    """Return the group whose phrase stands at `text[start:end]`, with the words that say all of it; else None."""
    sizes = phrases().get(text[start:end])
    if sizes is None:
        return None
    if text[start:end] in NAMED_TOGETHER:
        return Group(start, end, NAMED_TOGETHER[text[start:end]])
    if text[start:end] in BOTH:
        both = _BOTH.search(text, max(0, start - 20), start)
        return Group(both.start(), end, BOTH[text[start:end]]) if both else None
    if text[end - 1].isdigit() and text[start:end] not in NAMED_BY_NUMBER:
        return None if _EXCEPT.match(text, end) else Group(start, end, next(iter(sizes.values())))
    return (
        _with_noun(text, start, end, sizes)
        or _counted(text, start, end, sizes)
        or _of(text, start, end, sizes)
    )


def _with_noun(text: str, start: int, end: int, sizes: Sizes) -> Group | None:
    """Return the group of "all five Central Asian states", "the 57 OSCE participating States"."""
    after = _AFTER.match(text, end)
    if after is None:
        return None
    before = _BEFORE.search(text[max(0, start - 70) : start])
    return _said(text, before, (start, after.end()), sizes)


def _of(text: str, start: int, end: int, sizes: Sizes) -> Group | None:
    """Return the group of "all member states of ASEAN", "les cinq pays d'Asie centrale"."""
    if not _is_led(text, start):
        return None
    before = _BEFORE_OF.search(text[max(0, start - 90) : start])
    bracket = _BRACKET.match(text, end)
    return _said(text, before, (start, bracket.end() if bracket else end), sizes) if before else None


def _is_led(text: str, start: int) -> bool:
    """Tell whether the word before a group can be the last of "all member states of": few are, and this is quick."""
    last = text[max(0, start - 24) : start].split()[-1:]
    return bool(last) and (last[0][-1] in "'’" or last[0].lower() in _LAST_WORDS)


def _counted(text: str, start: int, end: int, sizes: Sizes) -> Group | None:
    """Return the group of "the Western Balkans Six", "WB6", "EU-27": the number behind it is all of it."""
    after = _COUNTED.match(text, end) or _OWNED.match(text, end)
    if after is None or _EXCEPT.match(text, after.end()):
        return None
    members = sizes.get(_number(after["number"]))
    return Group(start, after.end(), members) if members else None


def _said(text: str, before: re.Match[str] | None, span: tuple[int, int], sizes: Sizes) -> Group | None:
    """Return the group where the words before it say all, by word or by number."""
    start, end = span
    if before is None or before["not"] or _EXCEPT.match(text, end):
        return None
    members = (
        sizes.get(_number(before["number"]))
        if before["number"]
        else sizes.get(None)
        if before["all"]
        else None
    )
    shift = len(before.string) - before.start()
    return Group(_first_word(text, start - shift), end, members) if members else None


def _first_word(text: str, start: int) -> int:
    while text[start].isspace():
        start += 1
    return start


def _number(written: str) -> int:
    return int(written) if written.isdigit() else _NUMBERS[written.casefold()]
