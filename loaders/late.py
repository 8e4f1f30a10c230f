"""Patterns that are compiled when they are first used: most texts need less than half of those a reader knows."""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = (
    "search",
    "match",
    "fullmatch",
    "finditer",
    "findall",
    "split",
    "sub",
    "subn",
    "pattern",
    "flags",
    "groups",
)


class Late:
    """What stands for a pattern until it is used; from then on its methods are those of the pattern."""

    def __init__(self, text: str, flags: int) -> None:
        self._told = text, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        made = re.compile(*self._told)
        self.__dict__.update({method: getattr(made, method) for method in _METHODS})
        return self.__dict__[name]


def late(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled at its first use; a fault in it is told then, and by a test of all of them."""
    return cast("re.Pattern[str]", Late(text, flags))
