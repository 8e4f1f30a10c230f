"""Ids for the events of a list, which stay when its rows are moved or added."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from loaders.grids import shown
from loaders.headings import Layout
from loaders.list_groups import Row, getter, is_number

_NAMED = ("title", "place", "city", "host_country")


class Ids:
    """Gives each event of a sheet an id of its own."""

    def __init__(self, layout: Layout, groups: Iterable[list[Row]], *, list_name: str) -> None:
        self._list_name = list_name
        self._ids = [column.number for column in layout.of("id")]
        self._titled = getter([column.number for name in _NAMED for column in layout.of(name)])
        self._titles = Counter(self._titled(rows[0].cells) for rows in groups)
        self._given: Counter[str] = Counter()

    def of(self, rows: list[Row], values: dict[str, Any]) -> str:
        """Return an id for an event: year, city and title; the day too where its title stands elsewhere in the list.

        So the ids of the others stay when rows are moved or added.
        """
        cells = rows[0].cells
        said = next((cells[place] for place in self._ids if cells[place] is not None), None)
        city = str(values.get("city") or values.get("host_country") or "")
        start = str(values.get("start_date") or "")
        plain = event_slug(start[:4], city, str(values.get("title") or ""))
        if said is not None and not is_number(shown(said)):
            plain = slug(f"{self._list_name.rpartition('.')[0]} {shown(said)}")
        elif self._titles[self._titled(cells)] > 1:
            plain = f"{plain}-{start[5:] or _digest(rows)}"
        own = plain if plain not in self._given else f"{plain}-{_digest(rows)}"
        self._given[own] += 1
        return own if self._given[own] == 1 else f"{own}-{self._given[own]}"


def _digest(rows: list[Row]) -> str:
    said = "\x1f".join(shown(cell) for row in rows for cell in row.cells)
    return hashlib.sha256(said.encode(errors="replace")).hexdigest()[:6]


_SMALL = frozenset(
    re.split(
        " ",
        "the a an of on in for and to at with by de la le les du des et sur pour el los las y en para con",
    )
)
"""Words that an id does without."""


_WORDS = re.compile("[a-z0-9]+")


def slug(text: str) -> str:
    """Return a text as small letters, digits and hyphens; a digest of it where it has no Latin letter."""
    plain = text if text.isascii() else unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    found = "-".join(_WORDS.findall(plain.casefold()))
    return found or hashlib.sha256(text.encode(errors="replace")).hexdigest()[:8]


@lru_cache(maxsize=20_000)
def _slug(text: str) -> str:
    """Return the slug of a text that stands in many rows."""
    return slug(text)


def event_slug(year: str, city: str, title: str) -> str:
    """Return the id that year, city and the first words of a title make."""
    words = [word for word in slug(title).split("-") if word not in _SMALL][:8] if title else []
    parts = [year or "undated", _slug(city) if city else "", *words]
    return "-".join(filter(None, parts))[:90].strip("-")
