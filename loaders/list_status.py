"""Whether a row of a list says that its event was held: an event that was called off is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from loaders.grids import Cell, shown
from loaders.headings import Column
from loaders.list_words import ListWords

HELD = "held"
_LONGEST = 60
"""Signs of a cell, or of a part of a title, that may be a status."""

_APART = re.compile(r"\s*[:()\[\]*]+\s*|\s+[-–—/]+\s+|^[-–—/]+\s*")
"""What divides a status from a title: "CANCELLED: Workshop", "Workshop (postponed)"."""

_TELLING = frozenset({"called off", "postponed"})
"""What a title may say of its event; "planned" and "held" stand in titles for other reasons."""


class Columns(NamedTuple):
    """The columns that may tell whether an event was held."""

    status: Sequence[Column]
    titles: Sequence[Column]
    dates: Sequence[Column]
    known: dict[str, str]
    """What dates say of their event, as far as that was asked before."""
    crossed: frozenset[int] = frozenset()
    """Numbers of the columns of a status that have ticks and crosses."""

    def stated(self, cells: Sequence[Cell], column: Column, words: ListWords) -> str | None:
        """Return what a column of a status says; a cross says no where the column has ticks too."""
        text = shown(cells[column.number])
        if column.number in self.crossed and text.casefold() in _CROSSES:
            return _NOT_HELD
        if text.isalpha() and words.meaning("no", text) is not None:
            return _NOT_HELD
        is_yes = text.isalpha() and text.casefold() not in _CROSSES and words.meaning("yes", text) is not None
        return HELD if is_yes or text in _TICKS else status_of(text, words)


_NOT_HELD = "not held"
_CROSSES = frozenset({"x", "×", "х"})
"""Signs for yes as well as for no: the first and the last are letters, Latin and Cyrillic."""

_TICKS = frozenset({"✓", "✔", "✅", "☑", "√"})


def crossed(rows: Iterable[Sequence[Cell]], columns: Iterable[Column]) -> frozenset[int]:
    """Return the numbers of the columns that have ticks and crosses."""
    rows = list(rows)
    said = {
        column.number: {shown(row[column.number]).casefold() for row in rows if column.number < len(row)}
        for column in columns
    }
    return frozenset(number for number, texts in said.items() if texts & _TICKS and texts & _CROSSES)


def told(cells: Sequence[Cell], columns: Columns, words: ListWords) -> str:
    """Return why a row is no event that was held; nothing where it may be one."""
    if not columns.status and not _may_be_said(cells, columns):
        return ""
    said = next((status for status in _said(cells, columns, words) if status != HELD), "")
    if not said:
        return ""
    return (
        f"is said to be {said}: not counted, as only events that were held are; "
        "was it held, mend its status, else take the row out"
    )


def _may_be_said(cells: Sequence[Cell], columns: Columns) -> bool:
    """Return whether a title or a date may tell whether the event was held."""
    for column in columns.titles:
        if _may_tell(cells[column.number]):
            return True
    return any(_is_worded(cells[column.number]) for column in columns.dates)


def _may_tell(title: Cell) -> bool:
    """Return whether a text has a part by itself or capitals, or names no event: all that most are looked at for."""
    return isinstance(title, str) and bool(_PARTED.search(title) or _NOTHING.match(title))


def _is_worded(date: Cell) -> bool:
    """Return whether a date has a word at one of its ends that may be a status."""
    if not isinstance(date, str):
        return False
    if date[:1].isdecimal() and date[-1:].isdecimal():
        return "(" in date or "[" in date
    return _WORDED.search(date) is not None


_WORDED = re.compile(r"^\W*[^\W\d_]{5}|[^\W\d_]{5}\W*$|[([]")

_PARTED = re.compile(
    r"[:()\[\]*–—/\-A-ZÀ-ÞА-Я](?:(?<=[:()\[\]*–—/])|(?<=-)\s|(?<=[A-ZÀ-ÞА-Я])[A-ZÀ-ÞА-Я]{4})"
)
"""A sign that parts, a hyphen before a blank, five capitals: written so that most letters are passed over at once."""


def unknown(cells: Sequence[Cell], columns: Columns, words: ListWords) -> Iterator[tuple[Column, str]]:
    """Yield the cells that should tell whether an event was held and say something that is not known."""
    for column in columns.status:
        text = shown(cells[column.number])
        if text and not columns.stated(cells, column, words) and not words.is_empty(text):
            yield column, text


def _said(cells: Sequence[Cell], columns: Columns, words: ListWords) -> Iterator[str]:
    stated = [columns.stated(cells, column, words) for column in columns.status]
    yield from (status or HELD for status in stated)
    for column in columns.titles:
        if _may_tell(cells[column.number]):
            yield of_title(shown(cells[column.number]), words)
    for column in columns.dates if HELD not in stated else ():
        text = shown(cells[column.number])
        if text not in columns.known:
            columns.known[text] = of_date(text, words)
        yield columns.known[text]


def of_title(text: str, words: ListWords) -> str:
    """Return "called off" or "postponed" where a title says so at one of its ends; "held" for any other."""
    if _NOTHING.match(text):
        return _NO_EVENT
    parts = [part for part in _APART.split(text) if part]
    ends = (*parts[:1], *parts[-1:]) if len(parts) > 1 else ()
    said = text.split()
    loud = [
        word for word in (*said[:1], *said[-1:]) if len(said) > 1 and word.isupper() and word != text.upper()
    ]
    shouted = [] if text.isupper() else loud
    found = (status_of(part, words) for part in (*ends, *shouted))
    return next((status for status in found if status in _TELLING), HELD)


_NO_EVENT = "no event"
_NOTHING = re.compile(
    r"(?:no (?:events?|activit(?:y|ies)|trainings?|workshops?|meetings?|missions?)(?: (?:were |was )?(?:held|took place"
    r"|conducted|organi[sz]ed|planned|implemented|reported))?|nothing (?:held|planned|organi[sz]ed|to report)|nil"
    r"|aucune? (?:activité|événement|formation)s?|pas d['’](?:activité|événement)s?"
    r"|(?:sin|ninguna) actividad(?:es)?|мероприяти[йя] не (?:было|проводил[оси]+\w*)|нет мероприятий)"
    r"(?:\s*$|\s*[,.;:(–-]|\s(?:in|this|during|due|because|for|en|cette?|ce|este|esta|por|в|из-за)\b)",
    re.IGNORECASE,
)
"""What stands in place of a title where there was no event: "No events in March", "Nothing held due to floods"."""


def of_date(text: str, words: ListWords) -> str:
    """Return "called off" or "postponed" where a cell of a date says so: "cancelled (5 May)"; "held" for any other."""
    if text[:1].isdecimal() and text[-1:].isdecimal():
        return HELD
    parts = [part for part in _APART.split(text[:200]) if part]
    found = (status_of(part[:_LONGEST], words) for part in (*parts, *text.split()[-1:]))
    return next((status for status in found if status in _TELLING), HELD)


def status_of(text: str, words: ListWords) -> str | None:
    """Return the status that a text is, with or without what stands behind it ("cancelled due to weather")."""
    if len(text) > _LONGEST:
        return None
    first = re.split(r"[\s,;:(]", text.strip(), maxsplit=1)[0]
    return words.meaning("status", text) or words.meaning("status", first)
