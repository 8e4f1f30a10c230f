"""Tables as CSV files that say what they are: title, filters, data version, then the table."""

from __future__ import annotations

import csv as quotes
import hashlib
import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import pandas as pd

FILTERS = 54
"""Signs that the filters may take in the name of a file."""

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""Beginnings a spreadsheet takes for a formula; such a text is written with an apostrophe before it."""


def written(table: pd.DataFrame, about: Mapping[str, str]) -> bytes:
    """Return a table as CSV in UTF-8 (with the mark spreadsheets look for), its description in lines before it.

    Each line of the description is one row of two cells, "# title" and the title; an empty line follows. A table
    that holds a "#" has its texts in quotes, so that whatever skips lines of comment does not take it for one.
    """
    head = pd.DataFrame([(f"# {name}", _safe(text)) for name, text in about.items()])
    body = table.map(lambda cell: _safe(cell) if isinstance(cell, str) else cell)
    text = head.to_csv(index=False, header=False, lineterminator="\r\n") + "\r\n"
    quoted: dict[str, Any] = {"quoting": quotes.QUOTE_NONNUMERIC} if _marked(body) else {}
    text += str(body.to_csv(index=False, lineterminator="\r\n", **quoted))
    return ("\ufeff" + text).encode()


def _marked(table: pd.DataFrame) -> bool:
    """Return whether any cell or heading holds the sign that begins a line of the description."""
    cells = (cell for name in table for cell in table[name])
    return any("#" in cell for cell in (*table.columns, *cells) if isinstance(cell, str))


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) or text.lstrip().startswith(FORMULA) else text


def file_name(heading: str, filters: str, version: str) -> str:
    """Return a name for a picture or file, without its ending: heading, filters, data version, at most 120 signs.

    Filters too long for a name, or in another script, are told apart by a short mark at their end.
    """
    said = "" if filters.startswith("All events") else f"-{_filters(filters)}"
    return f"atlas-{_slug(heading)[:45].strip('-')}{said}-{version[:12]}"


@lru_cache(maxsize=256)
def _filters(filters: str) -> str:
    slug = _slug(filters)
    lost = any(sign.isalnum() and not _slug(sign) for sign in filters)
    if not lost and len(slug) <= FILTERS:
        return slug
    mark = hashlib.sha256(filters.encode()).hexdigest()[:6]
    return f"{slug[: FILTERS - 7].strip('-')}-{mark}".strip("-")


@lru_cache(maxsize=1024)
def _slug(text: str) -> str:
    plain = (
        unicodedata.normalize("NFKD", re.sub(r"\W+", " ", text)).encode("ascii", "ignore").decode().lower()
    )
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
