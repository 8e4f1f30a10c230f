"""How many people the words of a text allow: at least, at most, women and men.

Victims, cases, money, years, organisations and lists of states are not headcounts. Words without a figure ("several",
"dozens of") give none, and neither does a text that gives two figures without saying which is the whole.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

from loaders.headcount_cells import tokens_of
from loaders.headcount_items import Item, Reading, items_of
from loaders.headcount_tokens import read

Kind = Literal["total", "part", "women", "men"]


@dataclass(frozen=True)
class Headcount:
    """The least and the most people that words allow, None where open; women and men, None where not told.

    `approximate` where a qualifier stands ("some 70") or where `low` and `high` differ.
    """

    low: int | None
    high: int | None
    women: int | None = None
    men: int | None = None
    approximate: bool = False


@dataclass(frozen=True)
class FoundHeadcount:
    """A headcount in running text: `text[start:end] == as_written`; a part, women or men belong to the total before."""

    headcount: Headcount
    start: int
    end: int
    as_written: str
    noun: str
    kind: Kind


@dataclass
class _Head:
    """A count that stands for itself, and those that are part of it."""

    item: Item
    parts: list[Item] = field(default_factory=list)


@dataclass
class _Group:
    """Counts that add up."""

    heads: list[_Head]


_CELL = 200
"""Texts up to this length are remembered: a column of a list says "25 participants" again and again."""

_JOINED = re.compile(
    r"(?:V?(?:[odz]{0,2}F|[Oze\-])[oCHOXFdpsLgjDPRGe,&]{0,14}?)?[,;/&]+[AHN]?z?(?:[oC]{1,3}[:\-])?|.*N|[,;/&]*(?:[oC]{1,3}[:\-])"
)
_SECOND_NOUN = re.compile(r"^&[oCp]{0,3}[RG]+(?=[FO,;&].*$)")
"""What a number is also of, behind its first noun: "twenty judges and prosecutors, ten officers"."""

_UNREAD = re.compile(r"n[^XS.()]*(?:[IY][^.]*|\([^.)]*)$")
_APPOSED = re.compile(r"[,;:/.\-]?[zwYBA]{0,2}")
_LISTING = re.compile(r"[^,;&.(]*:|.*[IY]")


def parse_headcount(text: str) -> Headcount | None:
    """Return the people that a phrase, a cell or a short text counts; None where it counts none or is unclear.

    "some 40 prosecutors" is 40 to 40 and approximate, "at least 15 judges" 15 to open, "nine judges and three
    officials" 12, "24 officials (20 male, 4 female)" 24 with 4 women and 20 men.
    """
    found = _parsed(text) if len(text) <= _CELL else _parsed.__wrapped__(text)
    if found is None or (found.women is None and found.men is None):
        return found
    none = _NONE_OF.search(text)
    if none is None:
        return found
    told = found.women if none["women"] else found.men
    return replace(found, women=told and None) if none["women"] else replace(found, men=told and None)


_NONE_OF = re.compile(
    r"\b(?:no|none|zero|without|sans|aucune?|sin|ninguna?|sem|nenhuma?|без|ни одной)\s+"
    r"(?:(?P<women>wom[ae]n|females?|femmes?|mujer(?:es)?|mulher(?:es)?|женщин\w?)|(?:m[ae]n|males?|hommes?|hombres?"
    r"|homens|мужчин\w?))\b",
    re.IGNORECASE,
)
"""None of a sex: a number that was taken for it ("30, no women") is of the whole."""


@lru_cache(maxsize=20_000)
def _parsed(text: str) -> Headcount | None:
    stripped = text.strip()
    plain = stripped if stripped.isascii() else unicodedata.normalize("NFC", stripped)
    reading = items_of(tokens_of(plain))
    told = [(group, headcount) for group in _groups(reading) if (headcount := _whole(group, reading))]
    return _clearest(told)


def find_headcounts(text: str) -> list[FoundHeadcount]:
    """Return every headcount in running text in its order: each total, then its parts."""
    reading = items_of(read(text))
    return [
        found
        for group in _groups(reading)
        if (headcount := _whole(group, reading))
        for found in _found(group, headcount, text=text, reading=reading)
    ]


# Which counts belong together


def _groups(reading: Reading) -> list[_Group]:
    """Return the counts of a text in groups that add up, parts under the count they are part of."""
    groups: list[_Group] = []
    before, listing, depth, placed = -1, False, 0, True
    for item in reading.items:
        gap = _SECOND_NOUN.sub("", reading.letters[before + 1 : item.first])
        broken = "." in gap
        begins = groups and not broken and not depth and _LISTING.match(gap.partition("(")[0])
        listing = (listing and not broken) or bool(begins)
        depth = max((0 if broken else depth) + gap.count("(") - gap.count(")"), 0)
        before = max(before, item.last)
        if _of_unread(gap) or (item.kind == "elliptical" and not placed):
            continue  # goes on from a number that is not counted
        placed = _place(item, gap, groups, level=depth + listing if groups else 0)
    return groups


def _of_unread(gap: str) -> bool:
    """Return whether a count is part of a number before it that could not be read: "35 of them (22 women)"."""
    return "n" in gap and _UNREAD.match(gap, gap.rfind("n")) is not None


def _place(item: Item, gap: str, groups: list[_Group], *, level: int) -> bool:
    """Put a count where it belongs: a part, one more to add, or the first of a new group; False: nowhere."""
    if level > 1 or (item.kind == "subject" and level):
        return False
    last = groups[-1].heads[-1] if groups else None
    if last and (level or item.kind == "share" or _is_part(item, gap, last)):
        last.parts.append(item)
    elif last and _adds(item, gap, last):
        groups[-1].heads.append(_Head(item))
    elif item.kind == "share" or (item.kind == "elliptical" and item.first):
        return False
    else:
        groups.append(_Group([_Head(item)]))
    return True


def _is_part(item: Item, gap: str, last: _Head) -> bool:
    """Return whether women or men beside a count of all are part of it: "40 participants, 22 women and 18 men"."""
    if item.kind == "per" and gap.startswith(","):
        return True
    if not item.sex or last.item.sex:
        return False
    return _APPOSED.fullmatch(gap) is not None or bool(last.parts and _JOINED.fullmatch(gap))


def _adds(item: Item, gap: str, last: _Head) -> bool:
    """Return whether a count is to be added to the one before."""
    if "subject" in (item.kind, last.item.kind):
        return False
    if item.kind == "article" or (last.item.kind == "article" and gap != "&"):
        return False
    if not gap:
        return bool(item.sex and last.item.sex)
    return _JOINED.fullmatch(gap, gap.rfind(")") + 1) is not None


# What a group amounts to


def _whole(group: _Group, reading: Reading) -> Headcount | None:
    """Return the headcount of a group, None where it cannot be told."""
    if len(group.heads) == 1 and not group.heads[0].parts:
        return _alone(group.heads[0].item)
    _settle(group)
    counts = [head.item.people for head in group.heads]
    kinds = [head.item.kind for head in group.heads]
    if kinds[-1] == "article" or not {"per", "subject"}.isdisjoint(kinds):
        return None
    if _unclear(group):
        return None
    low, high = _sum([count.low for count in counts]), _sum([count.high for count in counts])
    if not (low or high):
        return None
    women, men = _women_and_men(group, reading)
    if (women or 0) + (men or 0) > (high if high is not None else women or 0 + (men or 0)):
        women = men = None
    rough = any(count.rough for count in counts) or low != high
    return Headcount(low, high, women, men, rough)


def _alone(item: Item) -> Headcount | None:
    """Return what one count says by itself."""
    count, sex = item.people, item.sex
    if item.kind in {"per", "article", "subject"} or not (count.low or count.high):
        return None
    women, men = (_exact(item) if sex == "W" else None), (_exact(item) if sex == "M" else None)
    return Headcount(count.low, count.high, women, men, count.rough or count.low != count.high)


def _settle(group: _Group) -> None:
    """Make the others parts where one count is the sum of all others: "45 people, 20 judges and 25 prosecutors"."""
    heads = group.heads
    if len(heads) < 2:
        return
    for whole in (heads[0], heads[-1]):
        others = [head for head in heads if head is not whole]
        if whole.item.kind == "total" or _is_sum(whole.item, [other.item for other in others]):
            whole.parts += [part for other in others for part in (other.item, *other.parts)]
            group.heads = [whole]
            return


def _is_sum(whole: Item, others: Sequence[Item]) -> bool:
    """Return whether a count is that of all others together: of people in general, or of those told by country."""
    if (
        len(others) < 2
        or whole.kind == "elliptical"
        or whole.people.low != _sum([one.people.low for one in others])
    ):
        return False
    return whole.noun in "PG" or all(one.kind == "elliptical" for one in others)


def _unclear(group: _Group) -> bool:
    """Return whether women or men are added to a count of all, who may be among them: "20 judges and 5 women"."""
    sexed = [bool(head.item.sex) and head.item.noun in "WM" for head in group.heads]
    return any(sexed) and not all(head.item.sex for head in group.heads)


def _sum(numbers: Sequence[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None


def _women_and_men(group: _Group, reading: Reading) -> tuple[int | None, int | None]:
    """Return women and men where every count of the group tells them exactly."""
    sexes = {head.item.sex for head in group.heads}
    if sexes == {"W", "M"}:
        exact = [(head.item.sex, _exact(head.item)) for head in group.heads]
        return _sum([n for sex, n in exact if sex == "W"]), _sum([n for sex, n in exact if sex == "M"])
    women = _sum([_of_sex(head, "W", reading) for head in group.heads])
    return women, _sum([_of_sex(head, "M", reading) for head in group.heads])


def _of_sex(head: _Head, sex: str, reading: Reading) -> int | None:
    """Return how many of a count are women (W) or men (M), None where that is not told of the whole."""
    if head.item.sex:
        return _exact(head.item) if head.item.sex == sex else None
    parts = [part for part in head.parts if part.sex == sex and part.kind != "subject"]
    if len(parts) != 1 or parts[0].noun not in "WMP":
        return None
    of_some = reading.letters[parts[0].last + 1 : parts[0].last + 2] in {"F", "O"}
    return None if of_some else _exact(parts[0])


def _exact(item: Item) -> int | None:
    count = item.people
    return count.low if count.low == count.high and not count.rough else None


def _clearest(told: Sequence[tuple[_Group, Headcount]]) -> Headcount | None:
    """Return the one headcount a text is about: a total before participants before any others; None if two differ."""
    if len(told) < 2:
        return told[0][1] if told else None
    several = [one for one in told if one[1].high != 1] or list(told)
    for rank in ("total", "P", ""):
        ranked = [one for one in several if not rank or _has(one[0], rank)]
        if ranked:
            break
    else:
        return None
    if len({(headcount.low, headcount.high) for _, headcount in ranked}) > 1:
        return None
    return max((one for _, one in ranked), key=lambda one: (one.women is not None) + (one.men is not None))


def _has(group: _Group, rank: str) -> bool:
    return any(rank in (head.item.kind, head.item.noun) for head in group.heads)


# What is found


def _found(group: _Group, headcount: Headcount, *, text: str, reading: Reading) -> Iterator[FoundHeadcount]:
    """Return the total of a group, then what it is made of."""
    items = [head.item for head in group.heads]
    nouns = dict.fromkeys(item.word for item in items if item.word)
    yield _written(headcount, items[0], items[-1], text=text, reading=reading, noun=", ".join(nouns))
    parts = [part for head in group.heads for part in head.parts if part.kind != "subject"]
    for item in [*(items if len(items) > 1 else []), *parts]:
        kind: Kind = "women" if item.sex == "W" else "men" if item.sex == "M" else "part"
        count = item.people
        own = Headcount(count.low, count.high, approximate=count.rough or count.low != count.high)
        yield _written(own, item, item, text=text, reading=reading, noun=item.word, kind=kind)


def _written(
    headcount: Headcount,
    first: Item,
    last: Item,
    *,
    text: str,
    reading: Reading,
    noun: str,
    kind: Kind = "total",
) -> FoundHeadcount:
    start, end = reading.tokens.starts[first.first], reading.tokens.ends[last.last]
    return FoundHeadcount(headcount, start, end, text[start:end], noun, kind)
