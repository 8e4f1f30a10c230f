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

LONGEST, FILTERS, OPTIONS = 120, 54, 22
"""Signs that the name of a file may have, and that filters and options may take of them."""

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
    """Return a text with an apostrophe before what begins a formula, also behind blanks and signs nobody sees."""
    if text[:1].isalnum():
        return text
    seen = next((sign for sign in text if unicodedata.category(sign)[0] not in "CZ"), "")
    begins = text.startswith(FORMULA) or unicodedata.normalize("NFKC", seen).startswith(FORMULA)
    return f"'{text}" if begins else text


def file_name(heading: str, filters: str, version: str, *, options: str = "") -> str:
    """Return a name for a picture or file, without its ending: heading, options, filters, data version.

    `options` are what the reader chose on the page that neither heading nor filters say. At most LONGEST signs, of
    which the heading takes what the others leave; what is too long, or in another script, keeps both its ends and is
    told apart by a short mark.
    """
    told = f"-{_short(options, OPTIONS)}" if options else ""
    said = "" if filters.startswith("All events") else f"-{_short(filters, FILTERS)}"
    end = f"{told}{said}-{version[:12]}"
    return f"atlas-{_short(heading, LONGEST - len('atlas-') - len(end))}{end}"


@lru_cache(maxsize=1024)
def _short(text: str, room: int) -> str:
    """Return a text as part of a name: whole where it fits, else whole words of its beginning and end with a mark."""
    slug = _slug(text)
    lost = any(sign.isalnum() and not _slug(sign) for sign in text)
    if not lost and len(slug) <= room:
        return slug
    mark = hashlib.sha256(text.encode()).hexdigest()[:6]
    left = room - len(mark) - 1
    if len(slug) <= left:
        return f"{slug}-{mark}".strip("-")
    last = left // 3
    first = slug[: left - last].rpartition("-")[0] or slug[: left - last - 1]
    words = slug[-last:].partition("-")[2]
    return "-".join(part for part in (first, words, mark) if part)


@lru_cache(maxsize=1024)
def _slug(text: str) -> str:
    plain = (
        unicodedata.normalize("NFKD", re.sub(r"\W+", " ", text)).encode("ascii", "ignore").decode().lower()
    )
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
