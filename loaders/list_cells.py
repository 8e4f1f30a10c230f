"""What stands in the cells of a list becomes parts of a record: words of the codebook, people, links, lines.

Every function returns what was understood and faults for the rest: nothing that is written in a cell is dropped.
Bodies and places have modules of their own; what calendars and pages need of them can be had here too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from loaders.grids import Cell, folded, shown
from loaders.list_bodies import body
from loaders.list_dates import Fault
from loaders.list_pieces import PARTS, Read, pieces, unmarked
from loaders.list_places import Place, known_city, read_place
from loaders.list_words import ListWords, word_key

__all__ = [
    "People",
    "Place",
    "body",
    "is_headcount",
    "is_link",
    "known_city",
    "read_coded",
    "read_lines",
    "read_links",
    "read_people",
    "read_place",
]

# Words of the codebook


def read_coded(text: str, kind: str, words: ListWords, names: Iterable[str]) -> Read:
    """Return the names of the codebook that a cell means; anything else is a fault."""
    known = _by_key(tuple(names))

    def meaning(piece: str) -> str | None:
        return known.get(word_key(piece)) or words.meaning(kind, piece) or None

    items: dict[str, None] = {}
    faults: list[Fault] = []
    for part in filter(None, (unmarked(part).strip() for part in PARTS.split(text))):
        for name, found in [(part, meaning(part))] if meaning(part) else pieces(part, meaning):
            if found:
                items[found] = None
            else:
                advice = f"is none of the {kind}s of the codebook; use one of its names, or add it to list_words.csv"
                faults.append((name, advice, "error"))
    return Read(tuple(items), tuple(faults))


@lru_cache(maxsize=8)
def _by_key(names: tuple[str, ...]) -> dict[str, str]:
    return {word_key(name): name for name in names}


# People


@dataclass(frozen=True)
class People:
    """A headcount as a record has it."""

    total: int | None = None
    women: int | None = None
    men: int | None = None
    approximate: bool = False


def read_people(cell: Cell) -> tuple[People | None, str]:
    """Return a headcount and what is wrong with it; None where the cell is none."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        whole = float(cell).is_integer() and 0 <= cell < 2**31
        return (People(int(cell)), "") if whole else (None, "is no whole number of people; mend it")
    text = folded(shown(cell))
    if text.isdecimal() and len(text) < 10:
        return People(int(text)), ""
    from loaders.headcounts import parse_headcount

    found = parse_headcount(text)
    if found is None:
        return None, "is no number of people that can be read; write the number alone"
    if found.low is None and found.women is None and found.men is None:
        return None, "tells only how many they were at most; no total is kept, write one where it is known"
    rounded = bool(found.approximate) or found.high != found.low
    alone = found.women is None and found.men is None
    unkept = next((advice for said, advice in _PARTS_UNKEPT if alone and said.search(text)), "")
    return People(found.low, found.women, found.men, rounded), unkept or _beside_people(text)


def _beside_people(text: str) -> str:
    """Return what is told of a headcount that says where people came from, or that it is not sure."""
    if text.rstrip(" )]").endswith("?"):
        return "is said not to be sure; the number was kept: write it without the mark once it is"
    if _SO_MANY_COUNTRIES.search(text):
        return "tells from how many countries people came too; the number of people alone is kept"
    if _CAPITAL.search(text):
        from loaders.places import find_countries

        if named := find_countries(text):
            return _FROM.format(names=", ".join(dict.fromkeys(one.as_written for one in named)))
    return ""


_SO_MANY_COUNTRIES = re.compile(
    r"\d\s(?:\w+\s)?(?:countries|states|nations|pays|états|países|estados|стран|государств)\b", re.IGNORECASE
)
_CAPITAL = re.compile(r"[A-ZÀ-ÞА-ЯЁ][^\W\d_]{3}")
_FROM = "names {names} too; the number of people alone is kept: write countries into a column of their own"


_SEX = (
    r"(?:[mfh]|m[ae]n|wom[ae]n|(?:fe)?males?|hommes?|femmes?|hombres?|mujer(?:es)?|homens|mulher(?:es)?"
    r"|муж\w*|жен\w*)\b"
)
_PARTS_UNKEPT = (
    (
        re.compile(rf"\d\s*{_SEX}", re.IGNORECASE),
        "tells women and men in a way that does not fit the total, or could mean two things; the total alone is kept",
    ),
    (
        re.compile(rf"[\s(%]{_SEX}", re.IGNORECASE),
        "tells women and men as a share; the total alone is kept: write how many they were",
    ),
    (
        re.compile(r"\d\s?[(\[,:=]\s?\d+\s?[/+–-]\s?\d|\d\s?[/+–-]\s?\d+\s?[(\[:=]\s?\d"),
        "tells parts without saying of what; the total alone is kept: write how many women and men they were",
    ),
)
"""What a cell says beside a total that is kept alone, and what is told of it, the first that fits."""


def is_headcount(text: str) -> bool:
    """Return whether a text is a number of people."""
    return len(text) < 200 and read_people(text)[0] is not None


# Links and lines

_LINK = re.compile(r"(?:https?://|www\.)[^\s,;|<>\"]+")


_ONE_LINK = re.compile(r"https?://[^\s,;|<>\"()]*[^\s,;|<>\"().]")


def is_link(text: str) -> bool:
    """Return whether a text is one address of a page and nothing else."""
    return text.startswith("http") and _ONE_LINK.fullmatch(text) is not None


def read_links(text: str) -> tuple[list[str], str]:
    """Return the addresses in a cell, and what stands beside them."""
    if is_link(text):
        return [text], ""
    links = [link if link.startswith("http") else f"https://{link}" for link in _LINK.findall(text)]
    return [link.rstrip(".)") for link in links], folded(_LINK.sub(" ", text)).strip(" ;,|-–")


def read_lines(text: str) -> Sequence[str]:
    """Return the points of a cell, one a line."""
    points = (unmarked(line).strip() for line in text.split("\n"))
    return tuple(dict.fromkeys(filter(None, points)))
