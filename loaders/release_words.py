"""The words announcements use, found in a text with their places: cues for events, roles, topics, audiences.

They stand in data/vocabulary/release_words.csv (phrase, kind, meaning, language). In a phrase `*` ends a word that may
go on, `…` stands for up to six words and `/` parts words of which one stands there, "con fondos de/del"; case and
hyphens make no difference.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from loaders import sheets
from loaders.late import late

FILE = "release_words.csv"
LANGUAGES = ("en", "fr", "es", "pt", "ru")
KINDS = (
    *("event", "again", "happens", "days", "other", "noevent", "tail", "menu", "caption", "role", "joined"),
    *("people", "trainer", "abroad", "wide", "mode", "series", "topic", "audience", "none", "hint"),
)

_TOKEN = late(r"[^\W_]+|[,.:;()]")
_WILD, _END, _PREFIXES = "…", "", "*"
_DEEDS = frozenset({"event", "happens", "role", "none"})
_MOST_BETWEEN = 6
_STEM = 3
"""Letters by which a word that may go on is looked up."""


class Cue(NamedTuple):
    """A phrase of the vocabulary where it stands in a text."""

    kind: str
    meaning: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words and marks of a text, folded, and where they begin."""

    words: Sequence[str]
    starts: Sequence[int]
    text: str

    def end(self, at: int) -> int:
        """Return where a word ends."""
        return self.starts[at] + len(self.words[at])


_Phrase = tuple[int, Sequence[tuple[str, str]]]
"""The last word of a phrase, and its (kind, meaning) pairs."""

Tree = dict[str, Any]
"""Word -> what may follow; under "" the (kind, meaning) pairs that end here, under "*" beginnings of words."""


def words_in(text: str) -> frozenset[str]:
    """Return the words of a line as a set."""
    return frozenset(text.split())


def folded(text: str) -> str:
    """Return a text in small letters, each letter where it stood."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(one if len(one := letter.lower()) == 1 else letter for letter in text)
    return small


def tokens_of(text: str) -> Tokens:
    """Return the words of a text."""
    words: list[str] = []
    starts: list[int] = []
    for match in _TOKEN.finditer(folded(text)):
        words.append(match[0])
        starts.append(match.start())
    return Tokens(words, starts, text)


def cues(tokens: Tokens, language: str) -> list[Cue]:
    """Return the cues of a text in their order; of two that overlap in one kind and meaning, the longer."""
    tree = _tree(language)
    begun = {word: _steps(word, tree) for word in set(tokens.words)}
    found: list[Cue] = []
    ends: dict[tuple[str, str], int] = {}
    for at, word in enumerate(tokens.words):
        steps = begun[word]
        phrases = _ends(tokens, at, steps) if steps else []
        if not phrases:
            continue
        for (kind, meaning), last in _longest(tokens, at, phrases).items():
            one = (kind, "" if kind in {"role", "event", "happens"} else meaning)
            if last > ends.get(one, -1):
                ends[one] = last
                found.append(Cue(kind, meaning, tokens.starts[at], tokens.end(last)))
    return _without_lookalikes(found)


def _without_lookalikes(found: list[Cue]) -> list[Cue]:
    """Return the cues without deeds and people that only look like them: "organized crime", "police cooperation"."""
    spans = {cue.start: cue.end for cue in found if cue.kind == "none"}
    if not spans:
        return found
    inside = list(spans.items())
    return [
        cue
        for cue in found
        if (cue.kind not in _DEEDS or cue.end > spans.get(cue.start, -1))
        and not (
            cue.kind == "audience" and any(start <= cue.start and cue.end <= end for start, end in inside)
        )
    ]


def _longest(tokens: Tokens, at: int, phrases: Sequence[_Phrase]) -> dict[tuple[str, str], int]:
    """Return the longest of the phrases of each kind that begin at a word, with the last of its words."""
    best: dict[str, tuple[int, str]] = {}
    found: dict[tuple[str, str], int] = {}
    for last, pairs in phrases:
        for kind, meaning in pairs:
            if kind == "joined" and not _joined(tokens, at):
                continue
            if kind in {"topic", "audience", "other"}:
                found[kind, meaning] = max(last, found.get((kind, meaning), -1))
            elif last > best.get(kind, (-1, ""))[0]:
                best[kind] = (last, meaning)
    found.update({(kind, meaning): last for kind, (last, meaning) in best.items()})
    return found


def _joined(tokens: Tokens, at: int) -> bool:
    start = tokens.starts[at]
    return start > 0 and tokens.text[start - 1] in {"-", "‐", "‑", "–", " "}


def _ends(tokens: Tokens, at: int, steps: Sequence[Tree]) -> list[_Phrase]:
    """Return the last word and the meanings of every phrase whose first word leads so far."""
    words, found, open_ = tokens.words, [], [(at, steps)]
    while open_:
        here, steps = open_.pop()
        for step in steps:
            pairs = step.get(_END)
            if pairs:
                found.append((here, pairs))
                if len(step) == 1:
                    continue
            if here + 1 < len(words) and (further := _steps(words[here + 1], step)):
                open_.append((here + 1, further))
            if wild := step.get(_WILD):
                open_.extend((there, _steps(words[there], wild)) for there in _beyond(tokens, here + 1))
    return found


def _steps(word: str, node: Tree) -> Sequence[Tree]:
    step, stems = node.get(word), node.get(_PREFIXES)
    steps = (step,) if step else ()
    if stems and (known := stems.get(word[:_STEM])):
        return (*steps, *[step for stem, step in known if word.startswith(stem)])
    return steps


def _beyond(tokens: Tokens, at: int) -> Iterator[int]:
    """Yield the words at which a phrase may go on after a gap, up to the end of the clause."""
    for there in range(at, min(at + _MOST_BETWEEN + 1, len(tokens.words))):
        if tokens.words[there] in {".", ";", ":"}:
            return
        yield there


@lru_cache(maxsize=len(LANGUAGES))
def _tree(language: str) -> Tree:
    """Return the phrases of a language.

    Raises VocabularyError, with file and line, for an unknown kind, an unknown language, an empty phrase.
    """
    tree: Tree = {}
    for line, row in _rows():
        phrase, kind, meaning, code = row
        if kind not in KINDS or code not in LANGUAGES:
            what = f"kind {kind!r} or language {code!r} is not known; mend it"
            raise sheets.fault(FILE, line, what)
        if code == language:
            for spelled in _spelled(phrase):
                _plant(tree, spelled, (kind, meaning), line)
    return tree


def _spelled(phrase: str) -> Iterator[str]:
    """Yield a phrase with each of the words that `/` parts: "con fondos de/del" is two."""
    if "/" not in phrase:
        yield phrase
        return
    for words in itertools.product(*(word.split("/") for word in phrase.split())):
        yield " ".join(words)


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Return phrase, kind, meaning and language of each row, with its line."""
    columns = ("phrase", "kind", "meaning", "language")
    sheet = sheets.read(sheets.path_of(FILE), *columns)
    return tuple(zip(sheet.lines, sheet.columns(*columns), strict=True))


def _plant(tree: Tree, phrase: str, pair: tuple[str, str], line: int) -> None:
    plain = phrase.replace(" ", "").replace("*", "").isalnum()
    words = phrase.lower().split() if plain else re.findall(r"[^\W_]+\*?|[,.:;()…]", folded(phrase))
    if not words:
        raise sheets.fault(FILE, line, "the phrase is empty; write it or take the row out")
    node = tree
    for word in words:
        node = _child(node, word)
    node.setdefault(_END, []).append(pair)


def _child(node: Tree, word: str) -> Tree:
    if not word.endswith("*"):
        child: Tree = node.setdefault(word, {})
        return child
    stem = word[:-1]
    stems: list[tuple[str, Tree]] = node.setdefault(_PREFIXES, {}).setdefault(stem[:_STEM], [])
    made: Tree = next((step for known, step in stems if known == stem), {})
    if not made:
        stems.append((stem, made))
    return made
