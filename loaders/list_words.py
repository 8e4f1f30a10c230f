"""The words that office lists use: for their columns, and in cells that hold one of a few values.

Both files stand in the vocabulary: list_headings.csv (heading, field) and list_words.csv (word, kind, meaning).
A heading without a field is a word that says nothing of a column ("of the event").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from loaders import sheets
from loaders.problems import VocabularyError

FIELDS = {
    "title": "name of the event",
    "summary": "what it was about",
    "date": "day or days, in one cell",
    "start_date": "first day",
    "end_date": "last day",
    "year": "year",
    "month": "month",
    "day": "day of the month, or days",
    "days": "how many days it lasted",
    "date_place": "days and place, in one cell",
    "place": "city and country, in one cell",
    "city": "city",
    "host_country": "country it was held in",
    "country": "country: the host, or those who took part (found out by the rows)",
    "participant_countries": "countries that took part",
    "expert_countries": "countries that sent experts or trainers",
    "funder_countries": "countries that paid",
    "organisers": "bodies that organised it",
    "partners": "bodies that cooperated",
    "funders": "bodies and countries that paid",
    "participant_organisations": "bodies that sent people",
    "expert_organisations": "bodies that sent experts or speakers",
    "participants": "how many people",
    "women": "women among them",
    "men": "men among them",
    "format": "workshop, training, conference ...",
    "mode": "in person, hybrid or online",
    "topics": "topics of the codebook",
    "audiences": "audiences of the codebook",
    "programmes": "projects and initiatives",
    "series": "recurring event",
    "series_number": "which time it was held",
    "outcomes": "what was agreed",
    "url": "address of the announcement",
    "publisher": "who published it",
    "published": "day it was published",
    "language": "its language",
    "status": "held, planned, postponed or called off: only events that were held are read",
    "id": "code that stays with the event",
    "person": "name, sex or form of address of a person; not read",
    "contact": "whom to ask: a person, a telephone, an e-mail address; not read",
    "number": "number of the row; not read",
    "unkept": "known, but the Atlas has no field for it; not read",
    "ignore": "left out on purpose; not read",
}
"""Fields a column may hold: what a mapping file may name."""

KINDS = (
    "topic",
    "audience",
    "format",
    "mode",
    "language",
    "empty",
    "total",
    "yes",
    "no",
    "no country",
    "no place",
    "status",
    "ditto",
    "form of address",
    "bare name",
    "side",
)
"""Kinds of words in list_words.csv."""

_SIGN = re.compile(r"[\W_]+")
_HASHTAG = re.compile(r"#[a-z][a-z0-9]*", re.IGNORECASE)


@dataclass(frozen=True)
class ListWords:
    """The words of lists, ready to look up: headings by their set of words, values by kind and key."""

    headings: dict[frozenset[str], str]
    hashtags: dict[tuple[str, frozenset[str]], str]
    fillers: frozenset[str]
    values: dict[tuple[str, str], str]

    def meaning(self, kind: str, text: str) -> str | None:
        """Return what a word means, "" for one that only belongs to its kind, None for one that is not known."""
        return self.values.get((kind, word_key(text)))

    def is_empty(self, text: str) -> bool:
        """Return whether a cell says that nothing is known ("n/a", "TBC")."""
        return ("empty", word_key(text)) in self.values

    def tokens(self, heading: str) -> frozenset[str]:
        """Return the words of a heading that say something; all of them where none does ("Workshop")."""
        said = frozenset(words_of(heading))
        return (said - self.fillers) or said


def word_key(text: str) -> str:
    """Return the form in which words are compared: blanks and case folded, no full stop or colon at the end."""
    folded = " ".join(text.split()).casefold()
    return folded.rstrip(" .:*;,") or folded


def words_of(heading: str) -> list[str]:
    """Return the words of a heading: case, accents and signs folded, `№` and `#` as "no"."""
    text = re.sub(r"№|n[°º]|#(?!\w)", " no ", heading.casefold())
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return [word for word in _SIGN.split(plain) if word]


def hashtag(text: str) -> tuple[str, frozenset[str]] | None:
    """Return tag and attributes of an HXL hashtag (`#date +start`); None where it is none."""
    tag, *attributes = re.split(r"[\s+]+", text.strip().casefold())
    if not _HASHTAG.fullmatch(tag) or not all(
        re.fullmatch(r"[a-z0-9_]+", name) for name in attributes if name
    ):
        return None
    return tag, frozenset(filter(None, attributes))


@lru_cache(maxsize=4)
def read(folder: Path) -> ListWords:
    """Return the words; those of the Atlas where a vocabulary of one's own has none.

    Raises VocabularyError, with file and line, for an unknown field or kind and for a word with two meanings.
    """
    headings: dict[frozenset[str], str] = {}
    hashtags: dict[tuple[str, frozenset[str]], str] = {}
    fillers = set()
    for line, row in _rows(folder, "list_headings.csv", ("heading", "field")):
        heading, field = row["heading"], row["field"]
        if field and field not in FIELDS:
            raise VocabularyError(f"list_headings.csv line {line}: {field!r} is no field of a list; mend it")
        if not field:
            fillers.update(words_of(heading))
        elif tag := hashtag(heading):
            _keep(hashtags, tag, field, f"list_headings.csv line {line}: {heading!r}")
    for line, row in _rows(folder, "list_headings.csv", ("heading", "field")):
        if row["field"] and not hashtag(row["heading"]):
            said = frozenset(words_of(row["heading"]))
            where = f"list_headings.csv line {line}: {row['heading']!r}"
            _keep(headings, (said - fillers) or said, row["field"], where)
    return ListWords(headings, hashtags, frozenset(fillers), _values(folder))


def _keep(known: dict[Any, str], key: Any, meaning: str, where: str) -> None:
    if known.setdefault(key, meaning) != meaning:
        raise VocabularyError(f"{where} is {meaning} here but {known[key]} elsewhere; keep one of the two")


def _values(folder: Path) -> dict[tuple[str, str], str]:
    values: dict[tuple[str, str], str] = {}
    for line, row in _rows(folder, "list_words.csv", ("word", "kind", "meaning")):
        if row["kind"] not in KINDS:
            raise VocabularyError(
                f"list_words.csv line {line}: {row['kind']!r} is none of: {', '.join(KINDS)}"
            )
        where = f"list_words.csv line {line}: {row['word']!r}"
        _keep(values, (row["kind"], word_key(row["word"])), row["meaning"], where)
    return values


def _rows(folder: Path, name: str, needed: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    own = folder / name
    yield from sheets.read(own if own.exists() else sheets.path_of(name), *needed).rows()
