"""A text with the words that values were read from, marked by colour and label; the text itself stays text."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from charts.theme import Palette

GROUPS = {
    "dates": ("start_date", "end_date", "date_note"),
    "place": ("city", "host_country", "mode"),
    "countries": ("countries",),
    "bodies": ("organisations",),
    "people": ("participants",),
    "subject": ("title", "format", "topics", "audiences", "programmes", "series"),
}
"""Fields that share a colour, in the order of the palette's categories; any other is grey."""

SAID = {
    "start_date": "start",
    "end_date": "end",
    "date_note": "about the date",
    "host_country": "host",
    "countries": "country",
    "organisations": "body",
    "participants": "people",
    "programmes": "programme",
    "topics": "topic",
    "audiences": "audience",
    "sources": "source",
}
"""What a label says where the name of the field is not plain enough."""


class Evidence(Protocol):
    """What is needed of evidence: its field, where its words stand, and how sure it is."""

    @property
    def field(self) -> str:
        """The field of the record."""

    @property
    def start(self) -> int:
        """Where the words begin."""

    @property
    def end(self) -> int:
        """Where they end."""

    @property
    def sure(self) -> str:
        """sure, derived or guess."""


@dataclass(frozen=True)
class Piece:
    """A piece of the text: its words, the fields read from it, and those that begin here."""

    words: str
    fields: tuple[str, ...]
    begins: tuple[str, ...]
    unsure: bool


def field_of(name: str) -> str:
    """Return the field of the codebook that a name of evidence belongs to ("participants.total": participants)."""
    return name.partition(".")[0].partition("[")[0]


def pieces(text: str, evidence: Sequence[Evidence]) -> Iterator[Piece]:
    """Yield a text in pieces; joined they are the text. Evidence outside it is passed over."""
    inside = [each for each in evidence if 0 <= each.start < each.end <= len(text)]
    cuts = sorted({0, len(text), *(each.start for each in inside), *(each.end for each in inside)})
    for start, end in pairwise(cuts):
        over = [each for each in inside if each.start <= start and end <= each.end]
        begins = [each for each in over if each.start == start]
        unsure = any(each.sure != "sure" for each in over)
        yield Piece(text[start:end], _fields(over), _fields(begins), unsure)


def _fields(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(field_of(each.field) for each in evidence))


def colour(field: str, palette: Palette) -> str:
    """Return the colour of a field; several fields share one, the label tells them apart."""
    for (_, fields), own in zip(GROUPS.items(), palette.categories, strict=True):
        if field in fields:
            return own
    return palette.unknown


def marked(text: str, evidence: Sequence[Evidence], palette: Palette) -> str:
    """Return the text as HTML: every sign of it escaped, the words of evidence in marks with labels."""
    body = "".join(_piece(piece, palette) for piece in pieces(text, evidence))
    return f'<div class="read" tabindex="0" role="region" aria-label="The text, with what was read marked">{body}</div>'


def _piece(piece: Piece, palette: Palette) -> str:
    words = html.escape(piece.words)
    if not piece.fields:
        return words
    labels = "".join(f"<sup>{html.escape(said(field))}</sup>" for field in piece.begins)
    style = f"border-bottom-color:{colour(piece.fields[0], palette)}"
    unsure = ' class="unsure"' if piece.unsure else ""
    return f'<mark{unsure} style="{style}">{labels}{words}</mark>'


def said(field: str) -> str:
    """Return a field as its label says it."""
    return SAID.get(field, field.replace("_", " "))


def legend(fields: Iterable[str], palette: Palette) -> str:
    """Return the colours of the groups that occur, as HTML."""
    there = {field_of(field) for field in fields}
    entries = [
        f'<li><span class="swatch" style="background:{own}"></span>{group}</li>'
        for (group, named), own in zip(GROUPS.items(), palette.categories, strict=True)
        if there & set(named)
    ]
    dashed = "<li>dashed: derived or a guess</li>"
    return f'<ul class="legend">{"".join(entries)}{dashed}</ul>'
