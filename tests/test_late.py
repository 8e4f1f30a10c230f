"""Patterns that are searched for only where a word stands that they need."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterable, Sequence
from typing import Any

import pytest

import loaders
from loaders.late import Needing, late

_PARSER = importlib.import_module("re._parser")
_ANYTHING = "\0"


def patterns() -> list[tuple[str, Needing]]:
    names = [one.name for one in pkgutil.iter_modules(loaders.__path__)]
    return [
        (f"{name}.{variable}", value)
        for name in names
        for variable, value in vars(importlib.import_module(f"loaders.{name}")).items()
        if isinstance(value, Needing)
    ]


def ways_without(pattern: str, flags: int, needs: Sequence[str]) -> set[str]:
    """Return the ends of what a pattern may match without any of some words."""
    return _without(_PARSER.parse(pattern, flags), {_ANYTHING}, needs, flags & re.IGNORECASE)


def _without(items: Iterable[Any], told: set[str], needs: Sequence[str], any_case: int) -> set[str]:
    for operator, argument in items:
        told = {
            words[-40:]
            for words in _further(str(operator), argument, told, needs, any_case)
            if not any(need in (words.lower() if any_case else words) for need in needs)
        }
    return told


def _further(operator: str, argument: Any, told: set[str], needs: Sequence[str], any_case: int) -> set[str]:
    if operator in {"AT", "ASSERT", "ASSERT_NOT"} or not told:
        return told
    if operator == "SUBPATTERN":
        return _without(argument[3], told, needs, any_case)
    if operator == "BRANCH":
        return {words for branch in argument[1] for words in _without(branch, told, needs, any_case)}
    if operator.endswith("_REPEAT"):
        least, most, items = argument
        once = _without(items, told, needs, any_case)
        again = {_ANYTHING} if once and most > 1 else set()
        return once | again | (told if least == 0 else set())
    return {words + letter for words in told for letter in _letters(operator, argument)}


def _letters(operator: str, argument: Any) -> list[str]:
    """Return the letters that stand for themselves; what else a pattern says may be anything."""
    if operator == "LITERAL":
        return [chr(argument)]
    if operator == "IN" and all(str(kind) == "LITERAL" for kind, _ in argument):
        return [chr(letter) for _, letter in argument]
    return [_ANYTHING]


@pytest.mark.parametrize(("name", "pattern"), patterns())
def test_what_a_pattern_is_said_to_need_stands_in_all_that_it_matches(name: str, pattern: Needing):
    del name
    assert ways_without(pattern.pattern, pattern.flags, pattern.needs) == set()


@pytest.mark.parametrize(("name", "pattern"), patterns())
def test_what_a_pattern_needs_is_told_as_it_is_looked_for(name: str, pattern: Needing):
    del name
    assert pattern.needs
    assert all(pattern.needs)
    if pattern.flags & re.IGNORECASE:
        assert [word.lower() for word in pattern.needs] == list(pattern.needs)


@pytest.mark.parametrize(
    ("pattern", "needs", "left"),
    [
        ("cats?", ["cat"], "none"),
        ("cat|dog", ["cat", "dog"], "none"),
        ("cat|dog|cow", ["cat", "dog"], "some"),
        ("(?:cat )?dog", ["cat"], "some"),
        ("(?:cat )+dog", ["cat"], "none"),
        ("[ck]at", ["cat", "kat"], "none"),
        ("[Cc]at", ["cat"], "some"),
        (r"\wat", ["cat"], "some"),
        ("c(?:a|o)t", ["cat", "cot"], "none"),
        ("ca.t", ["cat"], "some"),
        ("ca(?=r)t", ["cat"], "none"),
    ],
)
def test_ways_that_a_pattern_matches_without_a_word_are_found(pattern: str, needs: list[str], left: str):
    assert ("some" if ways_without(pattern, 0, needs) else "none") == left


def test_a_pattern_that_needs_a_word_finds_what_it_finds_without():
    pattern = late(r"\b(?:cat|dog)s?\b", re.IGNORECASE, needs="cat|dog")
    for text in ("Two CATS and a dog", "two cows", "catalogue", ""):
        known = [match.span() for match in re.finditer(r"\b(?:cat|dog)s?\b", text, re.IGNORECASE)]
        assert [match.span() for match in pattern.finditer(text)] == known


def test_the_word_that_is_needed_must_stand_where_is_searched():
    pattern = late("cats?", needs="cat")
    assert pattern.search("cat, dog", 1) is None
    assert pattern.search("dog, cat", 0, 7) is None
    found = pattern.search("dog, cat", 5)
    assert found is not None
    assert found.span() == (5, 8)


@pytest.mark.parametrize("text", ["mıssıon", "MİSSİON", "miſſion"])
def test_letters_that_a_pattern_takes_for_others_are_no_reason_to_look_away(text: str):
    pattern = late("mission", re.IGNORECASE, needs="mission")
    known = re.search("mission", text, re.IGNORECASE)
    assert (pattern.search(text) is None) == (known is None)
