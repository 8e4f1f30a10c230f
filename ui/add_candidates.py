"""What a text offers for each field of a record: the values its phrases stand for, each with its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

LONGEST_TITLE = 200
LONGEST_TEXT = 60_000
"""Characters of a text that is read; a longer one is no announcement."""


@dataclass(frozen=True)
class Candidates:
    """Value -> the words it was read from, in the order of the text."""

    titles: dict[str, str] = field(default_factory=dict)
    starts: dict[str, str] = field(default_factory=dict)
    ends: dict[str, str] = field(default_factory=dict)
    cities: dict[str, str] = field(default_factory=dict)
    countries: dict[str, str] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    totals: dict[str, str] = field(default_factory=dict)
    women: dict[str, str] = field(default_factory=dict)
    men: dict[str, str] = field(default_factory=dict)


@lru_cache(maxsize=32)
def candidates(text: str, published: str | None = None) -> Candidates:
    """Return what a text offers; bodies by their ids."""
    if not text.strip() or len(text) > LONGEST_TEXT:
        return Candidates()
    from loaders.dates import find_periods
    from loaders.organisations import find_organisations
    from loaders.places import find_countries

    periods = [found for found in find_periods(text, published) if found.role not in ("document", "repeated")]
    mentions = find_countries(text)
    return Candidates(
        titles={line: line for line in _first_lines(text)},
        starts=_first_of((found.first, found.as_written) for found in periods),
        ends=_first_of((found.last, found.as_written) for found in periods),
        cities=_first_of(
            (_cased(each.as_written), each.as_written) for each in mentions if each.kind == "city"
        ),
        countries=_first_of((each.iso3, each.as_written) for each in sorted(mentions, key=_plainness)),
        bodies=_first_of((each.organisation_id, each.as_written) for each in find_organisations(text)),
        **_headcounts(text),
    )


def _cased(name: str) -> str:
    """Return the name of a city as it is written inside a sentence: datelines have it in capitals."""
    return name.title() if name.isupper() else name


def _plainness(mention: Any) -> int:
    """Return what puts a country's own name before an adjective, a group and a city."""
    kinds = ("name", "adjective", "group", "city")
    return kinds.index(mention.kind) if mention.kind in kinds else len(kinds)


def _first_lines(text: str) -> list[str]:
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return [line for line in lines[:12] if 8 < len(line) <= LONGEST_TITLE and not line.endswith((".", ":"))][
        :3
    ]


def _first_of(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for value, words in pairs:
        if value:
            found.setdefault(value, words)
    return found


def _headcounts(text: str) -> dict[str, dict[str, str]]:
    from loaders.headcounts import find_headcounts

    counts = [(each.headcount, each.as_written) for each in find_headcounts(text)]
    return {
        "totals": _counts((count.low, words) for count, words in counts),
        "women": _counts((count.women, words) for count, words in counts),
        "men": _counts((count.men, words) for count, words in counts),
    }


def _counts(pairs: Iterable[tuple[Any, str]]) -> dict[str, str]:
    return _first_of((str(value), words) for value, words in pairs if value is not None)


def ordered(own: Sequence[str], offered: Iterable[str], rest: Iterable[str] = ()) -> list[str]:
    """Return what a picker lists: what is chosen, what the text offers, then all others, each once."""
    return list(dict.fromkeys([*own, *offered, *rest]))
