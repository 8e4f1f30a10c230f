"""The words dates are written with, from data/vocabulary/date_words.csv, each as one letter and a value.

A date is recognised by the sequence of such letters ("D" a day, "M" a month, "Y" a year ...), not by its words.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from loaders import sheets
from loaders.sheets import Sheet

LETTERS = {
    "month": "M",
    "month_short": "M",
    "month_word": "M",
    "month_risky": "R",
    "weekday": "W",
    "weekday_short": "H",
    "weekday_pt": "p",
    "feira": "",
    "season": "S",
    "number": "#",
    "ordinal": "O",
    "tens": "X",
    "roman": "V",
    "days": "U",
    "from": "F",
    "between": "B",
    "to": "T",
    "a_to": "a",
    "and": "&",
    "or": "|",
    "of": "o",
    "of_romance": "u",
    "article": "A",
    "on": "@",
    "in": "i",
    "this": "h",
    "last": "l",
    "next": "n",
    "day_unit": "d",
    "day_article": "Z",
    "week_unit": "w",
    "month_unit": "m",
    "quarter_unit": "k",
    "year_unit": "y",
    "year_mark": "g",
    "part": "e",
    "ago": "z",
    "held": "v",
    "begin": "b",
    "close": "c",
    "document": "r",
    "stamp": "s",
    "bound": "x",
    "future": "f",
    "past": "<",
    "counted": "j",
    "every": "E",
    "today": "t",
    "daytime": "G",
    "not": "0",
    "skip": "",
}
"""The letter of each kind of word; kinds without one say nothing."""

ABBREVIATED = frozenset({"month_short", "month_risky", "weekday_short", "year_mark"})
"""Kinds whose words may end in a full stop that is no end of a sentence."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is read in dates; `languages` are those in which it has this meaning."""

    kind: str
    letter: str
    value: int
    languages: frozenset[str]
    abbreviated: str
    """The full stop that may follow, or nothing."""


@lru_cache(maxsize=1)
def words() -> dict[str, Word]:
    """Return every word in small letters, read at the first call."""
    return read(sheets.path_of("date_words.csv"))


def read(file: Path) -> dict[str, Word]:
    """Return the words of a file; one that has two meanings raises VocabularyError with its line."""
    known: dict[str, Word] = {}
    sheet = sheets.read(file, "word", "language", "kind", "value")
    for line, row in sheet.rows():
        word, old = _word(row, sheet, line), known.get(row["word"])
        if old and (old.kind, old.value) != (word.kind, word.value):
            what = f"{row['word']!r} is {row['kind']} {row['value']} here but {old.kind} {old.value} above"
            raise sheets.fault(sheet.name, line, f"{what}; keep one of the two")
        languages = word.languages | (old.languages if old else frozenset())
        known[row["word"]] = Word(word.kind, word.letter, word.value, languages, word.abbreviated)
    return known


def _word(row: dict[str, str], sheet: Sheet, line: int) -> Word:
    """Return the word of a row; raises VocabularyError where its kind is not known or its value no number."""
    kind = row["kind"]
    if kind not in LETTERS:
        raise sheets.fault(sheet.name, line, f"unknown kind {kind!r}; one of {', '.join(LETTERS)}")
    value, stop = sheet.number(line, "value", row["value"] or "0", int), "." if kind in ABBREVIATED else ""
    return Word(kind, LETTERS[kind], value, frozenset({row["language"]}), stop)
