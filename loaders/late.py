"""Patterns that are compiled when they are first used: most texts need less than half of those a reader knows.

Of some it is told which words they need. Where none of them stands, such a pattern is neither tried nor compiled.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
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


class Needing:
    """A pattern that is searched for only where one of the words stands that each of its matches holds."""

    def __init__(self, text: str, flags: int, needs: str) -> None:
        self._late, self.needs = Late(text, flags), tuple(needs.split("|"))
        self._any_case = bool(flags & re.IGNORECASE)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._late, name)

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """Return what the pattern finds first."""
        found: re.Match[str] | None = None
        if self._may_stand(text[pos:endpos]):
            found = self._late.search(text, pos, endpos)
        return found

    def finditer(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Return what the pattern finds."""
        return self._late.finditer(text, pos, endpos) if self._may_stand(text[pos:endpos]) else iter(())

    def _may_stand(self, text: str) -> bool:
        """Return whether one of the words stands, or a letter that a pattern takes for i or s where case is nothing."""
        said = text.lower() if self._any_case else text
        for word in self.needs:
            if word in said:
                return True
        return self._any_case and not text.isascii() and ("ı" in text or "ſ" in text or "İ" in text)


def late(text: str, flags: int = 0, needs: str = "") -> re.Pattern[str]:
    """Return a pattern that is compiled at its first use; a fault in it is told then, and by a test of all of them.

    `needs` are words, with bars between them, one of which stands in all that the pattern matches, in small letters
    where case makes no difference. A test takes every pattern apart to see that it is so.
    """
    return cast("re.Pattern[str]", Needing(text, flags, needs) if needs else Late(text, flags))
