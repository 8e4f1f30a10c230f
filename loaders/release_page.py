"""The text of an announcement taken apart: its lines by zone, its sentences, its quotations and cues.

Zones: title (headlines above the text), heading, body, caption, menu, and tail: what follows the text, such as
contacts, links and the standing description of a project.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Any

from loaders.late import late
from loaders.release_deeds import with_deeds
from loaders.release_words import Cue, Tokens, cues, folded, tokens_of, words_in

LONG = 70
"""A line of so many letters, or one that ends a sentence, is text rather than a heading."""

LONGEST = 60_000
"""Letters that are read of a text; an announcement has a few thousand."""

LONGEST_SENTENCE = 1_500

_MOST_BEHIND = 2
"""So many times the text above it the tail of a page may be long."""

_SAMPLE = 6_000
"""Letters by which the language of a text is told."""

_WRAPPED = range(52, 105)
_NEVER_WRAPPED = 130
"""Letters of a line that was broken at a margin, and of one that was not."""

_CUT = late(r"\s(?:the|of|and|in|to|for|on|with|by|from|at|de|du|des|la|el|et|y|e|do|da)$")
"""A word that no line ends with but one that was broken at a margin."""

_LINES = range(_WRAPPED.start, _NEVER_WRAPPED)
_BROKEN = 2
"""So many lines that go on in small letters show that a page has broken paragraphs beside whole ones."""

_ABBREVIATIONS = frozenset(
    {
        "mr",
        "mrs",
        "ms",
        "dr",
        "h.e",
        "e",
        "st",
        "no",
        "nos",
        "art",
        "u.s",
        "u.n",
        "i.r",
        "prof",
        "gen",
        "col",
        "lt",
        "sr",
    }
    | {
        "sra",
        "approx",
        "a.m",
        "p.m",
        "г",
        "гг",
        "им",
        "hon",
        "amb",
        "rev",
        "sgt",
        "capt",
        "jr",
        "gov",
        "sen",
        "vs",
        "núm",
    }
    | {
        "maj",
        "brig",
        "inc",
        "ltd",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    }
    | {
        "m",
        "mme",
        "ст",
        "т",
        "д-р",
        "проф",
        "u.a.e",
        "u.k",
        "d.c",
        "h.r.h",
        "n",
        "dra",
        "exmo",
        "s.e",
        "incl",
        "arts",
    }
)
_STOP = late(
    r"[.!?…](?<![.!?…]{2})[.!?…]*+(?:[\"”»’)\]]*(?=\s+[\"“«‘(\[—–-]?\s?[^\W_a-zß-öø-ÿа-яё])|"
    r"(?:(?<=[^\W\d_]{3}[.])|(?<=\d{4}[.]))(?=(?:The|This|These|In|On|At|It|An?|They|For|During|As|Participants)\s))"
)
"""A stop before a capital behind a blank, or, as many pages write, before a word that opens a sentence.

A run of signs is tried once, from its first to its last, so that ten thousand of them take no longer than their length.
"""

_LETTERS = late(r"[^\W\d_]+")
_LAST_WORD = late(r"[\w.\-]+$")
_QUOTE = late(
    r"(?:(?<![^\s(\[—–-])\"(?=\S)|[“«„])([^“”\"«»„]{60,1200})(?:(?<=\S)\"|[”»“])|"
    r"[“«„]([^“”\"«»„\n]{60,1200})\Z",
    needs='“|"|«|„',
)
"""What somebody said; a straight mark opens it behind a blank and closes it behind a letter; a text may end in it."""

_TITLED = late(
    r"\b(?:the|an?|its|this|on|titled|entitled|called|named|under|theme|topic|about|project|programme|"
    r"workshop|training|"
    r"seminar|conference|course|forum|meeting|webinar|session|exercise|simulation|panel|visit|tour|campaign|"
    r"dialogue|colloquium|symposium|le|la|un|une|el|sobre|tema|sur|o|a|sob|тему|теме):?\s?$",
    re.IGNORECASE,
)
_RULE = late(r"\s*(?:[*_=#~\-–—•·.]\s?){3,}\s*")
_CRUMBS = late(r"(?:[^|›»>/]{1,40}\s[|›»>/]\s){2,}")
_BULLET = late(r"\s*(?:[-*•·▪–—]|\d{1,2}[.)])\s+")
_CONTACT = late(r"[\w.+-]+@[\w-]+\.\w|(?:^|\s)(?:tel|phone|mobile|тел)\b", re.IGNORECASE)
_FUNCTION_WORDS = {
    "en": words_in("the of and in to for on with by was from at as were is"),
    "fr": words_in("le la les des et du dans une pour sur avec par est aux en au"),
    "es": words_in("el la los las y del en una para con por se al de que"),
    "pt": words_in("o a os as e do da dos das em uma para com no na por ao de que"),
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a line that is none: `text[start:end]`."""

    start: int
    end: int
    zone: str
    paragraph: int


@dataclass(frozen=True)
class Page:
    """A text with its sentences, quotations (start, end) and cues, all in their order.

    `vocabulary` are its words in small letters, apart at all that is no letter or figure; `parts` are the sentences
    that are clauses, each of an event of its own.
    """

    text: str
    language: str
    sentences: Sequence[Sentence]
    quotes: Sequence[tuple[int, int]]
    cues: Sequence[Cue]
    vocabulary: frozenset[str]
    parts: frozenset[int] = frozenset()

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def small(self) -> str:
        """The text in small letters, each where it stood."""
        return folded(self.text)

    @cached_property
    def memo(self) -> dict[tuple[str, int], Any]:
        """What was found out of a sentence before, by the question and its number."""
        return {}

    @cached_property
    def by_sentence(self) -> Sequence[Sequence[Cue]]:
        """The cues of each sentence."""
        held: list[list[Cue]] = [[] for _ in self.sentences]
        for cue in self.cues:
            at = self.at(cue.start)
            if at is not None:
                held[at].append(cue)
        return held

    def at(self, place: int) -> int | None:
        """Return the number of the sentence that holds a place of the text."""
        at = bisect_right(self._starts, place) - 1
        return at if at >= 0 and place < self.sentences[at].end else None

    def words(self, number: int) -> str:
        """Return the words of a sentence."""
        sentence = self.sentences[number]
        return self.text[sentence.start : sentence.end]

    def of(self, number: int, *kinds: str) -> list[Cue]:
        """Return the cues of some kinds in a sentence."""
        held = self.by_sentence[number]
        return [cue for cue in held if cue.kind in kinds] if held else []

    def quoted(self, place: int) -> bool:
        """Return whether a place stands in a quotation."""
        return any(start <= place < end for start, end in self.quotes)


def language_of(text: str, tokens: Tokens) -> str:
    """Return the language of a text by its letters and small words: en, fr, es, pt or ru."""
    sample = folded(text[:_SAMPLE])
    if not sample.isascii() and len(re.findall("[а-яё]", sample)) > len(re.findall("[a-z]", sample)):
        return "ru"
    words = _words(tokens)
    counts = {
        code: sum(words[word] for word in known & words.keys()) for code, known in _FUNCTION_WORDS.items()
    }
    if any(mark in sample for mark in ("ção", "ções", "ã")):
        counts["pt"] += words.total() // 20
    if any(mark in sample for mark in ("ción", "ñ", "¿")):
        counts["es"] += words.total() // 20
    return max(counts, key=lambda code: counts[code])


def _words(tokens: Tokens) -> Counter[str]:
    """Return how often each word stands in the beginning of a text, letters beside figures as words of their own."""
    last = bisect_left(tokens.starts, _SAMPLE)
    words = list(tokens.words[:last])
    if words:
        words[-1] = words[-1][: _SAMPLE - tokens.starts[last - 1]]
    counts = Counter(words)
    for word in [one for one in counts if not one.isalpha()]:
        times = counts.pop(word)
        for letters in _LETTERS.findall(word):
            counts[letters] += times
    return counts


def page_of(text: str, language: str | None = None) -> Page:
    """Return a text taken apart; of one longer than `LONGEST` the beginning."""
    text = text[:LONGEST]
    tokens = tokens_of(text)
    language = language or language_of(text, tokens)
    found = with_deeds(cues(tokens, language), tokens, language)
    lines = list(_blocks(text))
    zones = _zones(text, lines, found)
    sentences = [
        Sentence(start, end, zone, number)
        for number, ((begin, stop), zone) in enumerate(zip(lines, zones, strict=True))
        for start, end in _sentences(text, begin, stop)
    ]
    quotes = [match.span() for match in _QUOTE.finditer(text) if not _is_title(text, match)]
    return Page(text, language, sentences, quotes, found, frozenset(tokens.words))


def unbroken(text: str) -> str:
    """Return a text with blanks for the ends of lines at which its paragraphs were broken; nothing moves."""
    text = text[:LONGEST]
    if "\n" not in text:
        return text
    pieces, last = [], 0
    for start, end in _blocks(text):
        pieces += [text[last:start], text[start:end].replace("\n", " ")]
        last = end
    return "".join([*pieces, text[last:]])


def _is_title(text: str, quote: re.Match[str]) -> bool:
    """Return whether a quotation is the title of an event or a project rather than what somebody said."""
    told = (quote[1] or quote[2]).strip()
    named = _TITLED.search(text, max(0, quote.start() - 40), quote.start()) is not None
    return named and told[:1].isupper() and not told.endswith((",", ".", "!", "?"))


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines of a text, those of a paragraph that was broken at a margin as one."""
    lines = [
        (match.start(), match.end()) for match in re.finditer(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+", text)
    ]
    lines = [_inside(text, start, end) for start, end in lines if text[start:end].strip()]
    wrapped = _is_wrapped(text, lines)
    begin = end = -1
    for start, stop in lines:
        if begin >= 0 and wrapped and _goes_on(text, (begin, end), (start, stop)):
            end = stop
            continue
        if begin >= 0:
            yield begin, end
        begin, end = start, stop
    if begin >= 0:
        yield begin, end


def _inside(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a line without the blanks it is set in by."""
    line = text[start:end]
    return start + len(line) - len(line.lstrip()), start + len(line.rstrip())


def _is_wrapped(text: str, lines: Sequence[tuple[int, int]]) -> bool:
    """Return whether paragraphs were broken at a margin: all of a page, or some below a menu of long lines."""
    long = [end - start for start, end in lines if end - start >= _WRAPPED.start]
    small = sum(text[start].islower() for start, _ in lines)
    if len(long) > 2 and max(long) < _NEVER_WRAPPED and small * 4 >= len(long):
        return True
    broken = [
        1
        for (begin, end), (start, _) in pairwise(lines)
        if end - begin in _WRAPPED
        and text.count("\n", end, start) == 1
        and (text[start].islower() or _CUT.search(text, max(begin, end - 6), end))
    ]
    return len(broken) >= _BROKEN


def _goes_on(text: str, before: tuple[int, int], here: tuple[int, int]) -> bool:
    """Return whether a line belongs to the paragraph before it: it goes on in small letters, or both are text."""
    (begin, end), (start, stop) = before, here
    if text.count("\n", end, start) != 1 or _BULLET.match(text, start):
        return False
    last = text.rfind("\n", begin, end) + 1 or begin
    if end - last not in _LINES:
        return False
    if stop - start >= _NEVER_WRAPPED:
        return text[start].islower()
    return text[start].islower() or stop - start >= _WRAPPED.start or text[stop - 1] in '.!?”"'


# Zones


def _zones(text: str, lines: Sequence[tuple[int, int]], found: Sequence[Cue]) -> list[str]:
    """Return the zone of each line."""
    marks = _marks(lines, found)
    zones: list[str] = []
    body = tail = False
    least = sum(end - start for start, end in lines) * 0.2
    written = list(accumulate((end - start if end - start >= LONG else 0 for start, end in lines), initial=0))
    for number, (start, end) in enumerate(lines):
        line = text[start:end].strip()
        kinds = marks.get(number, {})
        told = body and start > least and _is_behind(written, number)
        tail = tail or (
            told and (_is_tail(line, kinds) or (start > 2 * least and bool(_RULE.fullmatch(line))))
        )
        zone = "tail" if tail else _zone(line, kinds)
        if zone == "heading" and not body:
            zone = "title"
        body = body or zone == "body"
        zones.append(zone)
    return zones


def _is_behind(written: Sequence[int], number: int) -> bool:
    """Return whether enough of the text stands above a line: what tells of the publisher also heads pages.

    `written` are the letters of the text above each line, and those of all of it.
    """
    return written[-1] - written[number] <= _MOST_BEHIND * written[number]


def _marks(lines: Sequence[tuple[int, int]], found: Sequence[Cue]) -> dict[int, dict[str, int]]:
    """Return for each line which cues of tails, menus and captions begin it, and how long they are."""
    starts = [start for start, _ in lines]
    marks: dict[int, dict[str, int]] = {}
    for cue in found:
        if cue.kind not in {"tail", "menu", "caption"}:
            continue
        at = bisect_right(starts, cue.start) - 1
        if at >= 0 and cue.start - starts[at] <= 4:
            held = marks.setdefault(at, {})
            held[cue.kind] = max(held.get(cue.kind, 0), cue.end - starts[at])
    return marks


def _is_tail(line: str, kinds: dict[str, int]) -> bool:
    """Return whether a line begins what follows the text."""
    if "tail" not in kinds:
        return len(line) < LONG and bool(_CONTACT.search(line))
    head, rest = line[: kinds["tail"]], line[kinds["tail"] :].lstrip()
    if not rest or rest.startswith(":"):
        return True
    return (" " in head.strip() or len(line.split()) <= 6) and not (rest[0].isdigit() or line.endswith("."))


def _zone(line: str, kinds: dict[str, int]) -> str:
    """Return the zone of a line as it looks by itself."""
    if "menu" in kinds and len(line) - kinds["menu"] <= 3:
        return "menu"
    if _CRUMBS.match(line) or line.startswith("©") or line.endswith(("Read more", "Read More", "READ MORE")):
        return "menu"
    if "caption" in kinds and re.match(r"\s*[:/©(]", line[kinds["caption"] :]):
        return "caption"
    if line.endswith((".", "!", "?", ".”", '."', ".»", ":", ";")) and len(line) > 25:
        return "body"
    if _BULLET.match(line) and len(line) > 40:
        return "body"
    return "body" if len(" ".join(line.split())) > 2.6 * LONG else "heading"


# Sentences


def _sentences(text: str, begin: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a paragraph, without the blanks round them; one without an end is cut."""
    start = begin
    for match in _STOP.finditer(text, begin, stop):
        if match[0][0] == "." and _abbreviated(text, start, match.start()):
            continue
        yield from _cut(text, start, match.end())
        start = match.end()
    yield from _cut(text, start, stop)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence, or pieces of one that is too long, so that reading takes time by the length of the text."""
    while end - start > LONGEST_SENTENCE:
        blank = text.rfind(" ", start + LONGEST_SENTENCE // 2, start + LONGEST_SENTENCE)
        place = blank if blank > 0 else start + LONGEST_SENTENCE
        yield from _trimmed(text, start, place)
        start = place
    yield from _trimmed(text, start, end)


def _abbreviated(text: str, start: int, stop: int) -> bool:
    """Return whether the stop at a place belongs to an abbreviation or an initial."""
    word = _LAST_WORD.search(text, max(start, stop - 12), stop)
    if word is None:
        return False
    last = word[0].lstrip(".")
    return last.casefold() in _ABBREVIATIONS or (len(last) == 1 and last.isupper())


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
