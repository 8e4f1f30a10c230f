"""Ids for the events of a list, which stay when its rows are moved or added."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import filterfalse, islice

from loaders.grids import Cell, shown
from loaders.headings import Layout
from loaders.list_groups import Row, getter, is_number

_NAMED = ("title", "place", "city", "host_country")


NAMING = ("start_date", "city", "host_country", "title")
"""The fields of a record that its id is made of."""


class Ids:
    """Gives each event of a sheet an id of its own."""

    def __init__(self, layout: Layout, firsts: Iterable[list[Cell]], *, list_name: str) -> None:
        self._list_name = list_name
        self._ids = [column.number for column in layout.of("id")]
        self._titled = getter([column.number for name in _NAMED for column in layout.of(name)])
        self._titles = Counter(map(self._titled, firsts))
        self._given: dict[str, int] = {}

    def of(self, rows: list[Row], naming: Sequence[str | None]) -> str:
        """Return an id for an event: year, city and title; the day too where its title stands elsewhere in the list.

        So the ids of the others stay when rows are moved or added. `naming` has the values of NAMING.
        """
        cells = rows[0].cells
        said = [cells[place] for place in self._ids if cells[place] is not None] if self._ids else []
        start, city, host, title = naming
        start = start or ""
        plain = event_slug(start[:4], city or host or "", title or "")
        if said and not is_number(shown(said[0])):
            plain = slug(f"{self._list_name.rpartition('.')[0]} {shown(said[0])}")
        elif self._titles[self._titled(cells)] > 1:
            plain = f"{plain}-{start[5:] or _digest(rows)}"
        own = plain if plain not in self._given else f"{plain}-{_digest(rows)}"
        given = self._given[own] = self._given.get(own, 0) + 1
        return own if given == 1 else f"{own}-{given}"


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


_PLAIN = bytes(ord(chr(code).lower()) if code < 128 and chr(code).isalnum() else 32 for code in range(256))
"""The small letter or digit that each byte of a text is, a blank for any other."""


def slug(text: str) -> str:
    """Return a text as small letters, digits and hyphens; a digest of it where it has no Latin letter."""
    return "-".join(_words(text))


def _words(text: str) -> list[str]:
    plain = text if text.isascii() else unicodedata.normalize("NFKD", text)
    found = plain.encode("ascii", "ignore").translate(_PLAIN).decode().split()
    return found or [hashlib.sha256(text.encode(errors="replace")).hexdigest()[:8]]


@lru_cache(maxsize=20_000)
def _slug(text: str) -> str:
    """Return the slug of a text that stands in many rows."""
    return slug(text)


def event_slug(year: str, city: str, title: str) -> str:
    """Return the id that year, city and the first words of a title make."""
    words = list(islice(filterfalse(_SMALL.__contains__, _words(title)), 8)) if title else []
    parts = [year or "undated", *([_slug(city)] if city else ()), *words]
    return "-".join(parts)[:90].strip("-")
