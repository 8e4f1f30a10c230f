"""The words of an organisation's name: folded, small words left out, several spellings made one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(
    r"((?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?"  # U.N. and U.N.O.D.C are one word
    r"|[^\W\d_]\.[^\W\d_](?![^\W_])"  # and so is E.U
    r"|[^\W_]+|&)"
    r"(?:['’ʼ`´][sS](?![^\W_]))?"  # the possessive goes with its word and is left out
)

AND = "and"
"""The word that joins two bodies, and stands inside many names; it does not count where order does not."""

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
"""Letters that Unicode does not take apart into a plain letter and its mark."""

_CASE = re.compile(
    r"(?<=[а-я]{3})(?:и(?:ями|ях|ям|еи|ем|ею|я|и|ю|е)|[ыи]ми|[ое]го|[ое]му|[ая]я|[ое]и|[ую]ю|[ое]е|[ыи][ехмиь]|[оея]м|"
    r"ам|[ое]ю|[ая]ми|[ая]х|[ое]в|ью|[аяуюеиыоь])$"
)
"""The ending by which the cases of a Russian word differ, short и for й: "организации", "организацией"."""

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""First word -> the phrases that begin with it, longest first, and the word each stands for."""


class Word(NamedTuple):
    """One word of a name as it is compared, and where it stands in the text (`end` takes in a possessive)."""

    word: str
    start: int
    end: int


@dataclass(frozen=True)
class Wording:
    """Words that are left out, phrases that are one word spelled apart, and phrases that mean the same."""

    skip: frozenset[str]
    spellings: Phrases
    same: Phrases


def make_wording(
    skip: Iterable[str], spellings: Iterable[tuple[str, str]], same: Iterable[tuple[str, str]]
) -> Wording:
    """Return the wording of small words and of (phrase, word) pairs."""
    bare = Wording(frozenset(map(fold, skip)), {}, {})
    spelled = Wording(bare.skip, _phrases(spellings, bare), {})
    return Wording(bare.skip, spelled.spellings, _phrases(same, spelled))


def words_of(text: str, wording: Wording) -> list[Word]:
    """Return the words of a text that tell bodies apart, in order, each with its place in the text."""
    skip = wording.skip
    words = [
        Word(word, match.start(), match.end())
        for match in _WORD.finditer(text)
        if (word := fold(match[1])) not in skip
    ]
    for phrases in (wording.spellings, wording.same):
        for at, end, means in reversed(_found(tuple([word.word for word in words]), phrases)):
            words[at:end] = [Word(means, words[at].start, words[end - 1].end)]
    return words


def bare_words(text: str, wording: Wording) -> tuple[str, ...]:
    """Return the same words without their places, which is quicker."""
    found = text.split() if text.replace(" ", "").isalnum() else _WORD.findall(text)
    words = [word for word in map(fold, found) if word not in wording.skip]
    for phrases in (wording.spellings, wording.same):
        for at, end, means in reversed(_found(tuple(words), phrases)):
            words[at:end] = [means]
    return tuple(words)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return a word without case, accents, dots, plural s and Russian endings: the form in which words are compared."""
    plain = AND if word == "&" else word.casefold().replace(".", "").translate(_LETTERS)
    if not plain.isascii():
        apart = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
        return _CASE.sub("", plain) if "а" <= plain[-1:] <= "я" else _singular(plain)
    return _singular(plain)


def _singular(plain: str) -> str:
    """Return a folded word without its plural s."""
    if len(plain) > 3 and plain[-1] == "s" and plain[-2] not in "siu":
        return f"{plain[:-3]}y" if plain.endswith("ies") and len(plain) > 4 else plain[:-1]
    return plain


def _phrases(pairs: Iterable[tuple[str, str]], wording: Wording) -> Phrases:
    found: dict[str, set[tuple[tuple[str, ...], str]]] = {}
    for phrase, means in pairs:
        parts = bare_words(phrase, wording)
        if parts and parts != (means,):
            found.setdefault(parts[0], set()).add((parts, means))
    return {first: tuple(sorted(of, key=_longest_first)) for first, of in found.items()}


def _longest_first(phrase: tuple[tuple[str, ...], str]) -> tuple[int, tuple[str, ...]]:
    return -len(phrase[0]), phrase[0]


def _found(words: tuple[str, ...], phrases: Phrases) -> list[tuple[int, int, str]]:
    """Return where phrases stand among words (from, to), longest first, and the word each stands for."""
    if phrases.keys().isdisjoint(words):
        return []
    found, done = [], 0
    for at, first in enumerate(words):
        if first not in phrases or at < done:
            continue
        for parts, means in phrases[first]:
            done = at + len(parts)
            if words[at:done] == parts:
                found.append((at, done, means))
                break
        else:
            done = at
    return found
