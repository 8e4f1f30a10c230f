"""The pieces of a cell that holds several names, and what a reader of cells hands back."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from loaders.list_dates import Fault

PARTS = re.compile(r"\s*(?:[;\n•|]|\s[-–—]\s(?=[A-ZА-Я]))\s*")
"""Between the parts of a cell, whatever they are."""

PIECES = re.compile(r"\s*[,;\n•|/&+]\s*|\s+(?:and|et|y|e|и|und|as well as)\s+", re.IGNORECASE)
"""Between names of countries and words of a vocabulary; a name may hold such a sign itself ("Trinidad and Tobago")."""

_BULLET = re.compile(r"\s*(?:[-–•*·]|\(?\d{1,2}[.)])\s+")

LONGEST_NAME = 5
"""Pieces that one name may be made of."""


@dataclass(frozen=True)
class Read:
    """What a cell held: items for the record, and faults."""

    items: tuple[Any, ...] = ()
    faults: tuple[Fault, ...] = ()


def unmarked(text: str) -> str:
    """Return a text without the bullet or number before it."""
    found = _BULLET.match(text)
    return text[found.end() :] if found else text


def bounds(text: str) -> list[tuple[int, int]]:
    """Return where the pieces between separators begin and end; empty ones are left out."""
    marks = [(0, 0), *(match.span() for match in PIECES.finditer(text)), (len(text), len(text))]
    return [(left[1], right[0]) for left, right in pairwise(marks) if left[1] < right[0]]


def run(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return the name that pieces make together, with what stands between them."""
    return text[spans[0][0] : spans[-1][1]].strip(" .")


def pieces(text: str, known: Callable[[str], Any]) -> list[tuple[str, Any]]:
    """Return the names in a text, each with what `known` says of it, None where it says nothing.

    The longest run of pieces that is known is one name.
    """
    spans = bounds(text)
    found: list[tuple[str, Any]] = []
    place = 0
    while place < len(spans):
        for last in range(min(place + LONGEST_NAME, len(spans)), place, -1):
            name = run(text, spans[place:last])
            answer = known(name) if name else None
            if answer is not None or last == place + 1:
                break
        if name:
            found.append((name, answer))
        place = last
    return found
