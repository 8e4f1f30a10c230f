"""What was read of an announcement: a value, the words it came from, the rule that read them, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from loaders.release_page import Page

Sure = Literal["sure", "derived", "guess"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A value of a field with its words: `text[start:end] == words`."""

    field: str
    value: Any
    start: int
    end: int
    words: str
    rule: str
    sure: Sure


def evidence(
    page: Page, field: str, value: Any, *, span: tuple[int, int], rule: str, sure: Sure = "sure"
) -> Evidence:
    """Return the evidence for a value at a place of the page."""
    start, end = span
    return Evidence(field, value, start, end, page.text[start:end], rule, sure)
