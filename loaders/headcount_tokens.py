"""A text as one letter a word (see headcount_words), with the numbers in it read.

Whatever the text holds, this takes time in proportion to its length.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from loaders import number_words
from loaders.headcount_words import Lexicon, fold, lexicon

LARGEST = 100_000
"""More heads than this are no event's; the number is a population, a sum of money or a telephone."""

_GAPS = " \u00a0\u202f\u2009,.'’"
_TOKEN = re.compile(
    r"(?P<word>[dlDLnN]['’](?=[^\W\d_])|[^\W\d_][\w\u0300-\u036f]*+(?:[’'\-‑](?=[^\W\d_])[\w\u0300-\u036f]++)*+)"
    r"|(?P<junk>\d++(?:[/.:\-–]\d++){2,}|\d++[:/]\d++)"
    rf"|(?P<number>\d{{1,3}}(?:(?P<gap>[{_GAPS}])\d{{3}})(?:(?P=gap)\d{{3}})*(?:[.,]0{{1,2}})?(?![\d])|\d++(?:[.,]\d++)?)"
    r"(?P<unit>-?[^\W\d_]++)?"
    r"|(?P<sign>\n[^\S\n]*\n|[<>]=?|\+/?-|\S)"
)
_SIGNS = {
    **dict.fromkeys("([", "("),
    **dict.fromkeys(")]", ")"),
    **dict.fromkeys(":=", ":"),
    **dict.fromkeys("-–—", "-"),
    **dict.fromkeys(("~", "≈", "±", "+/-", "+-"), "q"),
    **dict.fromkeys((">", "≥", ">="), "l"),
    **dict.fromkeys(("<", "≤", "<="), "u"),
    **dict.fromkeys("$€£¥", "$"),
    **dict.fromkeys(".!?|", "."),
    **dict.fromkeys(";•·", ";"),
    **dict.fromkeys('"“”«»„*\u200b\ufeff', ""),
    ",": ",",
    "/": "/",
    "&": "&",
    "%": "%",
    "#": "#",
    "№": "L",
    "§": "L",
    "♀": "f",
    "♂": "m",
}
_SEXES = {"f": "f", "w": "f", "ж": "f", "m": "m", "м": "m", "h": "h"}
_WITHIN_NUMBERS = (
    number_words.STARTS
    | number_words.SOLE.keys()
    | set(
        "dozen dozens and et y e docenas decenas douzaines dizaines couple score of".split()  # noqa: SIM905
    )
)
_THOUSANDS = frozenset({"thousand", "mille", "mil", "тысяча", "тысячи", "тысяч"})
_HEADED = frozenset({"member", "person", "strong", "man", "woman", "people", "participant"})
_ACRONYMS = frozenset({"UN", "US", "IT", "WHO", "ICE", "AU"})
"""Written large these are bodies, written small they are words like "us"."""

_CHINESE = re.compile(r"人$|[名位](?!受害)(?:学员|参与者|参加者|代表|官员|法官|检察官|警察|专家|人员)?$")
_ABBREVIATED = frozenset(
    {
        "approx",
        "appr",
        "aprox",
        "env",
        "прибл",
        "ок",
        "ca",
        "cca",
        "abt",
        "ungef",
        "etwa",
        "est",
        "no",
        "nr",
        "max",
        "min",
        "art",
        "vol",
        "incl",
        "inc",
        "mr",
        "ms",
        "чел",
        "муж",
        "жен",
        "masc",
        "fem",
        "part",
        "pers",
        "mrs",
        "dr",
        "prof",
        "pp",
    }
)
_PLURAL_LIKE = ("ss", "us", "is", "'s")
_ADJECTIVE_LIKE = ("ых", "их", "ого", "его", "ые", "ие")


class Count(NamedTuple):
    """A number in a text: the least and most it allows (None: open), and whether a qualifier stands by it.

    A tuple, as are the other records made for every number: frozen dataclasses take three times as long to make.
    """

    low: int | None
    high: int | None
    rough: bool = False
    languages: frozenset[str] | None = None


@dataclass(slots=True)
class Tokens:
    """The letters of a text, one a token; where each token begins and ends; the count of each number."""

    letters: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    counts: dict[int, Count] = field(default_factory=dict)

    def add(self, letter: str, start: int, end: int, word: str = "") -> None:
        """Put one token at the end."""
        self.letters.append(letter)
        self.starts.append(start)
        self.ends.append(end)
        self.words.append(word)

    def add_number(self, count: Count, start: int, end: int, letter: str = "n") -> None:
        """Put a number at the end."""
        self.counts[len(self.letters)] = count
        self.add(letter, start, end)


def read(text: str) -> Tokens:
    """Return the tokens of a text."""
    tokens = Tokens()
    letters, starts, ends, words = tokens.letters, tokens.starts, tokens.ends, tokens.words
    found = list(_TOKEN.finditer(text))
    at, last = 0, len(found)
    while at < last:
        match = found[at]
        group = match.lastgroup
        if group == "word":
            word, letter = _simple(match[0])
            if not letter:
                at += _word(found, at, tokens=tokens)
                continue
            if letter != "~":
                start, end = match.span()
                letters.append(letter)
                starts.append(start)
                ends.append(end)
                words.append(word)
        elif group == "sign":
            _sign(match, text, tokens=tokens)
        elif group == "junk":
            tokens.add("j", *match.span())
        else:
            _digits(match, text, tokens=tokens)
        at += 1
    return tokens


# Numbers in digits


def _digits(match: re.Match[str], text: str, *, tokens: Tokens) -> None:
    """Put a number, and what is written together with it: "12-member", "17M", "25pax"."""
    start, end = match.span("number")
    count = _count(text[start:end])
    unit = fold(match["unit"]) if end < match.end() else ""
    if count is None or _part_of_a_name(text, start, tokens=tokens):
        tokens.add("j", start, match.end())
    elif unit.startswith("-"):
        _compound(count, unit[1:], match.span(), tokens=tokens)
    elif unit:
        _with_unit(count, unit, match, tokens=tokens)
    else:
        year = end - start == 4 and count.low is not None and 1900 <= count.low <= 2100
        tokens.add_number(count, start, end, "y" if year else "n")


@lru_cache(maxsize=10_000)
def _count(written: str) -> Count | None:
    """Return the count of a number in digits; numbers are fewer than texts."""
    value = _value(written)
    return None if value is None else Count(value, value)


def _value(written: str) -> int | None:
    """Return the whole number that these digits stand for; "1.250" is one, "12.5" is none."""
    if len(written) > 12:
        return None
    if written.isdecimal():
        return value if (value := int(written)) <= LARGEST else None
    for gap in ".,":
        whole, found, part = written.rpartition(gap)
        if found and not part.strip("0") and len(part) < 3:
            written = whole
            break
        if found and len(part) != 3:
            return None
    value = int("".join(digit for digit in written if digit.isdecimal()))
    return value if value <= LARGEST else None


def _part_of_a_name(text: str, start: int, *, tokens: Tokens) -> bool:
    """Return whether a number is the end of a word ("COVID-19") or of a fraction, not of "women-12"."""
    before = text[start - 1 : start]
    if before in {"", " "}:
        return False
    if before in {"/", "_", "."}:
        return not text[start - 2 : start - 1].isalpha()
    if before not in ("-", "–") or not text[start - 2 : start - 1].isalpha():
        return False
    return tokens.letters[-2:-1] not in (["P"], ["R"], ["G"], ["W"], ["M"], ["K"], ["f"], ["m"], ["h"])


def _compound(count: Count, what: str, span: tuple[int, int], *, tokens: Tokens) -> None:
    """Put "12-member", where a group's size is told; any other ("2-day") is a mere attribute."""
    if what in _HEADED:
        tokens.add_number(count, *span, letter="c")
    elif what in {"odd", "plus"}:
        tokens.add_number(Count(count.low, count.high if what == "odd" else None, rough=True), *span)
    else:
        tokens.add("o", *span)


def _with_unit(count: Count, unit: str, match: re.Match[str], *, tokens: Tokens) -> None:
    letter = _SEXES.get(unit) or lexicon().letters.get(unit) or ("P" if _CHINESE.match(unit) else "")
    if letter in {"f", "m", "h", "P", "W", "M", "G"}:
        tokens.add_number(count, *match.span("number"))
        tokens.add(letter, *match.span("unit"), word=unit)
    else:
        tokens.add("j", *match.span())


# Words


@lru_cache(maxsize=50_000)
def _simple(written: str) -> tuple[str, str]:
    """Return a word as compared and its letter; no letter where that depends on what stands around it."""
    known, word = lexicon(), fold(written)
    if word in known.phrases or word.partition("-")[0] in number_words.STARTS:
        return word, ""
    return word, "D" if written == "May" else _letter(written, word, known=known)


def _letter(written: str, word: str, *, known: Lexicon) -> str:
    if written in _ACRONYMS:
        return "C"
    return _SEXES.get(word) or known.letters.get(word) or _unknown(written, word)


def _word(found: Sequence[re.Match[str]], at: int, *, tokens: Tokens) -> int:
    """Put the word or words that stand here, return how many matches they took."""
    match, known = found[at], lexicon()
    word = fold(match[0])
    if phrases := known.phrases.get(word):
        following = [fold(next_[0]) for next_ in found[at + 1 : at + 5]]
        for rest, letter in phrases:
            if tuple(following[: len(rest)]) == rest:
                tokens.add(letter, match.start(), found[at + len(rest)].end(), word)
                return len(rest) + 1
    if word == "dos" and tokens.letters and tokens.letters[-1] in "oCxPRGK":
        tokens.add("H", *match.span(), word=word)  # Portuguese "of the", not Spanish "two"
        return 1
    if word.partition("-")[0] in number_words.STARTS and (taken := _spoken(found, at, tokens=tokens)):
        return taken
    tokens.add(_letter(match[0], word, known=known), *match.span(), word=word)
    return 1


def _spoken(found: Sequence[re.Match[str]], at: int, *, tokens: Tokens) -> int:
    """Put the number in words that begins here and return how many matches it took, 0 where there is none."""
    words: list[str] = []
    ends: dict[int, int] = {}
    for offset, match in enumerate(found[at : at + 10]):
        parts = fold(match[0]).split("-")
        if parts[0] not in _WITHIN_NUMBERS:
            break
        words += parts
        ends[len(words)] = offset + 1
    spoken = _said(tuple(words))
    if spoken is None or spoken.value > LARGEST:
        return 0
    count = Count(spoken.value, spoken.value, spoken.rough, spoken.languages)
    taken = ends.get(spoken.words)
    if taken == 1 and words[0] in _THOUSANDS and _multiplied(tokens, found[at].end()):
        return 1
    if taken is None:
        return _compound_words(count, found, at, words=words[spoken.words :], tokens=tokens)
    tokens.add_number(count, found[at].start(), found[at + taken - 1].end())
    return taken + _of(found, at + taken, spoken=spoken)


@lru_cache(maxsize=10_000)
def _said(words: tuple[str, ...]) -> number_words.Spoken | None:
    """Return the number that words begin with; numbers are fewer than texts."""
    return number_words.read(words)


def _multiplied(tokens: Tokens, end: int) -> bool:
    """Make thousands of the figure before, "5 thousand"; return whether there is one, if only "1.2", which is none."""
    last = len(tokens.letters) - 1
    if tokens.letters[last:] == ["j"]:
        tokens.ends[last] = end
        return True
    figure = tokens.counts.get(last)
    if figure is None or figure.low is None or figure.low * 1000 > LARGEST:
        return False
    tokens.counts[last] = Count(figure.low * 1000, figure.low * 1000)
    tokens.ends[last] = end
    return True


def _compound_words(
    count: Count, found: Sequence[re.Match[str]], at: int, *, words: Sequence[str], tokens: Tokens
) -> int:
    """Put "twelve-member" and the like, where they are a single word."""
    if "-" not in found[at][0] or not found[at][0].lower().endswith(words[0]):
        return 0
    _compound(count, words[0], found[at].span(), tokens=tokens)
    return 1


def _of(found: Sequence[re.Match[str]], at: int, *, spoken: number_words.Spoken) -> int:
    """Return 1 where the "of" of "une trentaine de" is to be passed over."""
    of = spoken.rough and at < len(found) and fold(found[at][0]) in {"de", "d'", "of"}
    return int(of)


def _unknown(written: str, word: str) -> str:
    """Return the letter of a word nobody listed: C (a name), x (some plural thing), d (a verb's form), o."""
    if written[0].isupper():
        return "C"
    if _CHINESE.match(word):
        return "P"
    if word.endswith("s") and not word.endswith(_PLURAL_LIKE):
        return "x"
    if word.endswith(("ed", "ing")):
        return "d"
    return "x" if "а" <= word[0] <= "я" and not word.endswith(_ADJECTIVE_LIKE) else "o"


# Signs


def _sign(match: re.Match[str], text: str, *, tokens: Tokens) -> None:
    """Put a sign, where it says anything."""
    sign, (start, end) = match[0], match.span()
    letters = tokens.letters
    if sign in {"'", "’"}:
        if letters and letters[-1] in "PRG" and tokens.ends[-1] == start:
            letters[-1] = "o"
        return
    if sign == "+":
        apart = text[end : end + 2].strip()
        more = letters[-1:] == ["n"] and (not apart or tokens.ends[-1] == start) and not apart[:1].isdigit()
        tokens.add("l" if more else "&", start, end, sign)
    elif sign == ")" and _said_twice(tokens):
        for column in (letters, tokens.starts, tokens.ends, tokens.words):
            del column[-2:]
        tokens.counts.pop(len(letters) + 1)
        tokens.ends[-1] = end
    elif sign == "." and tokens.words and (tokens.words[-1] in _ABBREVIATED or len(tokens.words[-1]) == 1):
        return
    elif letter := ("." if "\n" in sign else _SIGNS.get(sign, "z")):
        tokens.add(letter, start, end)


def _said_twice(tokens: Tokens) -> bool:
    """Return whether a number stands again in brackets: "fifteen (15)"."""
    last = len(tokens.letters) - 1
    if last < 2 or tokens.letters[last - 1] != "(":
        return False
    again, said = tokens.counts.get(last), tokens.counts.get(last - 2)
    return again is not None and said is not None and again.low == said.low
