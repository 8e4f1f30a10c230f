"""Organisations in running text: full names, short names in capitals, and a country's bodies by what they do."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from loaders.organisation_nation import national
from loaders.organisation_offices import Reading, bare
from loaders.organisation_tables import Bodies, bodies, cities
from loaders.organisation_words import AND, Word, fold, words_of

_BREAK = re.compile(r"[.;:!?()\n]")
"""What no name runs across (the dots of U.N. belong to their word)."""

_BESIDE = re.compile(r"['’]?s?\s+")
"""What stands between a country and the body it owns: "Kazakhstan's Ministry"."""

_FARTHEST = 12
"""A body's country follows its first word by at most so many words."""

_LONG = 3
"""A name of so many words may go on in small letters, as French ones do: "Organisation internationale pour …"."""

_OWNED = ("government", "embassy")
"""Words that name a country's body without being a phrase of organisation_words.csv."""


@dataclass(frozen=True)
class OrganisationMention:
    """A body named in a text: `text[start:end] == as_written`."""

    organisation_id: str
    start: int
    end: int
    as_written: str


@dataclass(frozen=True)
class _Page:
    """A text being searched: its words, and whose "Ministry of Interior" it is."""

    text: str
    words: Sequence[Word]
    country: str | None

    @cached_property
    def places(self) -> Sequence[tuple[int, int]]:
        """Where countries and cities stand (start, end), in order; few texts name a body that is told by its place."""
        countries = [(start, end) for start, end, _ in Reading(self.text, self.words).countries]
        return sorted({*countries, *_cities(self.words)})


def find_organisations(text: str, country: str | None = None) -> list[OrganisationMention]:
    """Return the bodies named in a text, in order, longest names first, none inside another.

    `country` (ISO3) is whose "Ministry of Interior" it is where the text does not say.
    """
    words = words_of(text, bodies().wording)
    page = _Page(text, words, country)
    found: list[OrganisationMention] = []
    at = 0
    while at < len(words):
        taken, mention = _at(page, at)
        if mention and (not found or mention.start >= found[-1].end):
            found.append(mention)
        at += taken
    return found


def _cities(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Yield where the cities of cities.csv stand."""
    known = cities()
    for at, word in enumerate(words):
        two = words[at + 1] if at + 1 < len(words) else None
        if two and f"{word.word} {two.word}" in known:
            yield word.start, two.end
        elif word.word in known:
            yield word.start, word.end


def _at(page: _Page, at: int) -> tuple[int, OrganisationMention | None]:
    """Return how many words the name takes that begins here, and its mention; one word where there is none."""
    word = page.words[at].word
    if word not in bodies().lengths and not _may_be_owned(word):
        return 1, None
    best = max((*_named(page, at), *_owned(page, at)), key=lambda found: found.end, default=None)
    if best is None:
        return 1, None
    end = bisect_left(page.words, best.end, lo=at, key=lambda word: word.start)
    return max(1, end - at), best


def _named(page: _Page, at: int) -> Iterator[OrganisationMention]:
    """Yield the longest name of the vocabulary that begins with this word."""
    known = bodies()
    for length in known.lengths.get(page.words[at].word, ()):
        words = page.words[at : at + length]
        body = known.runs.get(tuple([word.word for word in words]))
        if body and len(words) == length and _is_name(page.text, words, known):
            yield _mention(page, words[0].start, words[-1].end, body)
            return


def _mention(page: _Page, start: int, end: int, body: str) -> OrganisationMention:
    written = page.text[start:end]
    for possessive in ("'s", "’s"):
        written = written.removesuffix(possessive)
    return OrganisationMention(body, start, start + len(written), written)


def _is_name(text: str, words: Sequence[Word], known: Bodies) -> bool:
    """Whether words are written as a name: in capitals, and no sentence ends among them."""
    if len(words) > 1:
        telling = [word for word in words if word.word != AND]
        capitals = telling[:1] if len(telling) >= _LONG or _is_cyrillic(telling[0].word) else telling
        between = text[words[0].end : words[-1].start]
        return not _BREAK.search(between) and all(_is_capital(text[word.start]) for word in capitals)
    written = bare(words[0], text)
    if " " in written or "-" in written:
        return _is_capital(written[0])
    forms = known.capitals.get(words[0].word)
    if forms is not None:
        return written in forms and written.isupper()
    if written in _single_names() or (written.isupper() and len(written) > 2):
        return True
    return _is_capital(written[0]) and words[0].word in _declined_names()


def _is_cyrillic(word: str) -> bool:
    """Return whether a folded word is Russian, of whose names only the first word has a capital."""
    return "а" <= word[:1] <= "я"


def _is_capital(letter: str) -> bool:
    return not letter.islower()


@lru_cache(maxsize=1)
def _single_names() -> frozenset[str]:
    """Return the names of one word as they are written; INTERPOL may be Interpol, but IOM not Iom."""
    single = [name for name, _ in bodies().names if " " not in name and not name.islower()]
    return frozenset([*single, *(name.capitalize() for name in single if len(name) > 4)])


def _owned(page: _Page, at: int) -> Iterator[OrganisationMention]:
    """Yield a country's body named by what it does, with its country before, after, or known."""
    word = page.words[at]
    if not _may_be_owned(word.word):
        return
    for start in (*_country_before(page, word), word.start):
        for end in _ends(page, at):
            body = _nation(page, start, end, at)
            if body:
                yield _mention(page, start, end, body)
                return


def _may_be_owned(word: str) -> bool:
    """Return whether a word may name a country's body: by its task, or as one that each country has."""
    return "-" in word or word in _OWNED


def _country_before(page: _Page, word: Word) -> Iterator[int]:
    """Yield where the country begins that stands right before a word."""
    at = bisect_left(page.places, (word.start, 0)) - 1
    if at >= 0 and _BESIDE.fullmatch(page.text, page.places[at][1], word.start):
        yield page.places[at][0]


def _ends(page: _Page, at: int) -> Iterator[int]:
    """Yield where the name may end: with the second or first place after the word, or with the word."""
    word = page.words[at]
    last = page.words[min(at + _FARTHEST, len(page.words) - 1)].start
    first = bisect_left(page.places, (word.end, 0))
    ends = [end for start, end in page.places[first : first + 2] if start <= last]
    yield from (end for end in reversed(ends) if not _BREAK.search(page.text, word.end, end))
    yield word.end


def _nation(page: _Page, start: int, end: int, at: int) -> str | None:
    """Return the body of a country that this piece of the text names."""
    piece = page.text[start:end]
    known = bodies()
    words = words_of(piece, known.wording)
    if not all(_is_capital(piece[word.start]) for word in words if word.word not in known.words["unit"]):
        lower = [word for word in words if not _is_capital(piece[word.start])]
        if len(lower) > 1 or lower[0].start != page.words[at].start - start:
            return None
    return national(Reading(piece, words, page.country))


@lru_cache(maxsize=1)
def _declined_names() -> frozenset[str]:
    """Return the Russian names of one word without their endings: "Европол" is also "Европола"."""
    folded = {fold(name) for name in _single_names() if not name.isupper()}
    return frozenset(word for word in folded if _is_cyrillic(word))
