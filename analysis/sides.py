"""Two sides of a comparison: what is made of one beside the other, and of the other beside the one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

S = TypeVar("S")
T = TypeVar("T")


def both(make: Callable[..., T], first: S, second: S | None, **asked: Any) -> tuple[T, T | None]:
    """Return what `make` makes of two sides; None for a second side there is not.

    `make` takes a side and, as `beside`, the other, so that its table has the rows that are large on either.
    """
    other = None if second is None else make(second, beside=first, **asked)
    return make(first, beside=second, **asked), other


FIRST, SECOND, BOTH = "first", "second", "both"
"""The codes of sides in a table and in a click; readers get the names of the sides for them."""


def called(names: Sequence[str]) -> dict[str, str]:
    """Return what readers get for the codes, by the names of the two sides."""
    return dict(zip((FIRST, SECOND), names, strict=True)) | {BOTH: BOTH}


def side_of(first: bool, second: bool) -> str:  # noqa: FBT001 - what two masks say of an event
    """Return which of two sides hold an event: "first", "second" or "both"."""
    return BOTH if first and second else FIRST if first else SECOND
