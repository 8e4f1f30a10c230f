"""Cells that cannot be what their column holds are asked about, not read: markup, addresses, numbers, dates."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from loaders.grids import Cell, shown
from loaders.list_persons import masked

_NAMING = frozenset(
    {"place", "city", "host_country", "organisers", "partners", "funders", "funder_countries"}
    | {"participant_countries", "expert_countries", "participant_organisations", "expert_organisations"}
)
"""Fields whose cells are names."""

_FREE = frozenset({"summary", "outcomes", "url"})
"""Fields that may hold signs of all kinds, and addresses."""

_TEXTS = _FREE | {"title"}
"""Fields that may hold signs of all kinds."""

_MARKUP = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>|&(?:[a-z]{2,8}|#x?[0-9a-f]{1,6});", re.IGNORECASE)
_NUMBER = re.compile(r"[-+]?\d[\d\s.,]*%?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:[T ].*)?|\d{1,2}([./-])\d{1,2}\1\d{2,4}")

Refusal = tuple[str, str]
"""Value as it may be told, and advice."""


def refused(field: str, cell: Cell) -> Refusal | None:
    """Return what is told of a cell that cannot be what its column holds; None for any other."""
    if isinstance(cell, str):
        return _of_text(field, cell) if _may_be_odd(field, cell) else None
    if field in _NAMING and cell is not None:
        kind = "a date" if isinstance(cell, dt.date | dt.time | dt.timedelta) else "a number"
        return shown(cell), _NO_NAME.format(kind=kind)
    return None


def _may_be_odd(field: str, text: str) -> bool:
    """Return whether a text has a sign that what its column holds may not have."""
    if field in _TEXTS:
        return text.startswith("#") or ("@" in text and field not in _FREE)
    if field in _NAMING and (_PLAIN_DIGIT if text.isascii() else _DIGIT).search(text):
        return True
    return "@" in text or "<" in text or "&" in text or "#" in text


_DIGIT, _PLAIN_DIGIT = re.compile(r"\d"), re.compile("[0-9]")
"""A digit of any script, and one of ASCII, which is found in half the time."""
_ERROR = re.compile(r"#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|[A-Z]+[!?]|#{2,})")
"""What a spreadsheet program saves for a formula without a result, and for a column that was too narrow."""
_NO_NAME = "is {kind} where a name is expected; not read: is the row shifted, or the heading another?"


@lru_cache(maxsize=20_000)
def _of_text(field: str, text: str) -> Refusal | None:
    if _ERROR.fullmatch(text):
        return text, _NO_RESULT
    if field not in _FREE and "@" in text and masked(text) != text:
        return "", _PERSONAL
    if field not in _TEXTS and _MARKUP.search(text):
        return text, "holds the markup of a page; not read: write the text alone"
    if field in _NAMING and is_day(text):
        return text, _NO_NAME.format(kind="a date")
    if field in _NAMING and _NUMBER.fullmatch(text):
        return text, _NO_NAME.format(kind="a number")
    return None


_NO_RESULT = (
    "is what a spreadsheet program shows for a formula without a result or for a column that is too narrow; not read: "
    "mend the cell, and save the list again"
)

_PERSONAL = (
    "holds an e-mail address, so it may name a person; not read and not repeated here: write the name of the body, "
    "place or event alone"
)


def is_day(cell: Cell) -> bool:
    """Return whether a cell is a day and nothing else."""
    if isinstance(cell, str):
        return cell[:1].isdigit() and _DAY.fullmatch(cell) is not None
    return isinstance(cell, dt.date)
