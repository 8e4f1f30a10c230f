"""A text as tokens for reading dates: one letter each, with its value and its place in the text.

Letters of words stand in `date_words.LETTERS`. Numbers: D a day (1 to 31), Y a year, N any other number, I day, month
and year in figures, C the same without separators, P day and month in figures, Q "2019/20" or "2019-05", J "05/2019",
q a quarter ("Q3"), L half a year ("H1"), K an ISO week, X a date in figures that cannot be. `_` is any other word;
punctuation stands for itself, `!` for what separates. Blanks, quotation marks and times of day leave no token.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from loaders.date_words import Word, words
from loaders.dates import FIRST_YEAR, LAST_YEAR

Value = int | tuple[int, ...]
Span = tuple[int, int]

_WORD, _PLAIN, _DASH, _MARK = 1, 2, 3, 4
"""Groups of the pattern that most tokens are of."""

_PATTERN = r"""
(?:(?P<word>(?![Nn][or]s?\.\s?[0-9])[^\W\d_]+)
| (?P<plain>[0-9]{1,4}(?![\w./:%–-]|,[0-9]|\s*/|[º°ª'’])|[0-9]{1,2}(?=[–-][0-9]{1,2}[ ][^\W\d_]))
| (?P<dash>(?:[-‐‑‒–—―−~→]|\.{2,3}|…)+>?)
| (?P<mark>[.,;:/()&+\[\]])
| (?P<year>['’‘][0-9]{2}(?![\w]))
| (?P<numero>(?<!\w)[Nn](?:[or]s?\.|[º°])\s?(?=[0-9]))
| (?P<iso>(?<!\w)(?<![^0-9Z]/)[0-9]{4}(?P<s1>[-./])[0-9]{1,2}(?P=s1)[0-9]{1,2}(?![0-9])
    (?:(?:T|[ ])[ ]?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?[ ]?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?)
| (?P<figures>(?<![\w+])(?<![0-9]\.)[0-9]{1,2}
    (?:(?P<s2>[./])(?:[0-9]{1,2}(?P=s2)|[0-9]{1,2}[ ]?(?P=s2)[ ]|[ ][0-9]{1,2}[ ]?(?P=s2)[ ]?)
    |-[0-9]{1,2}-|[ ]/[ ][0-9]{1,2}[ ]/[ ])
    [0-9]{4}(?![0-9])(?![-./][0-9]{1,3}(?![0-9./])))
| (?P<short>(?<![\w+])(?<![0-9][./])
    (?:[0-9]{2}\.[0-9]{2}\.|[0-9]{1,2}/[0-9]{1,2}/|(?<![0-9]-)[0-9]{2}-[0-9]{2}-(?=[0-9]{2}(?!-)))[0-9]{2}
    (?!(?!г\b)[\w%])(?![./:][0-9]))
| (?P<alone>(?<![\s\S])[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{2}(?=\s*\Z))
| (?P<named>(?<![\w+])[0-9]{1,2}(?P<s4>[-./])(?=[^\W\d_])(?:MONTHS)\.?(?P=s4)['’]?[0-9]{2}(?![\w]))
| (?P<roman>(?<![\w+])[0-9]{1,2}(?P<s5>[./])(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2})(?P=s5)[0-9]{4}(?![\w]))
| (?P<week>(?<!\w)[0-9]{4}-?W[0-9]{2}(?:-?[1-7])?(?!\w))
| (?P<compact>(?:(?<![\w./+-])|(?<=[0-9]{8}[-/]))(?:19|20)[0-9]{6}(?:T[0-9]{4}(?:[0-9]{2})?Z?)?(?![\w]))
| (?P<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:]))
| (?P<pair>(?<![\w./-])[0-9]{4}[-/–](?:[0-9]{4}|[0-9]{2})(?![\w/]|[-–.][0-9])(?!\s*(?=[^\W\d_])(?:MONTHS)\b))
| (?P<numbered>(?<![\w./–-])[0-9]{1,2}[-./][0-9]{4}(?![\w/-]|[.,][0-9]))
| (?P<part>(?<![\w./])[0-9]{1,2}(?:\.[0-9]{1,2}(?![0-9])\.?(?![0-9/]|[ ]?[%])
    |/[0-9]{1,2}(?=\s?(?:[-–—]|to|au|al|a|по)\s?[0-9]{1,2}/[0-9]{1,2}/[0-9]{2})
    |/[0-9]{1,2}(?=\s?\))))
| (?P<quarter>[1-4][QTqt](?![^\W\d_]))
| (?P<half>[12]H(?![^\W\d_]))
| (?P<thousands>[0-9]{1,3}(?:[,.][0-9]{3})+(?![0-9]))
| (?P<ordinal>[0-9]{1,2}(?:\.?[º°ª]|-?(?:st|nd|rd|th|er|ère|re|ero|ro|e|è|ème|eme|ST|ND|RD|TH
    |го|ого|е|ое|му|ому|я|й|м))(?![^\W\d_]))
| (?P<number>[0-9]+)
| (?P<other>[?!$€£₤¥%=<>|@\#{}*№•·\\])
)\s*
"""

LONGEST_WORD = 20
"""Letters; no word of a date has as many."""

PLAIN = frozenset("0T&|ohlnSdwmkyeVzvbcrsxf<jEtG#UWap")
"""Letters of words that need no second look."""

OPENING = frozenset("ABFiu@")
"""Letters of small words that open a sentence where they follow a dash with a capital ("2017 – On 3 May")."""

_PLAIN_NUMBERS = {
    **{str(day): ("D", day) for day in range(1, 32)},
    **{str(year): ("Y", year) for year in range(FIRST_YEAR, LAST_YEAR + 1)},
}
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_DIGITS = re.compile("[0-9]+")
_BEFORE_PLAIN = frozenset({"", *" -–—(/,.\n\u00a0"})
"""What may stand before a plain number: no sign of money, no letter that it may belong to."""

_MARKS = {"[": "(", "]": ")", "+": "&"}
_MONEY = frozenset("$€£₤¥+#№@\\")
_PARTS_OF_YEAR = {
    **{f"{letter}{number}": "q" for letter in "qQtT" for number in range(1, 5)},
    **{f"{letter}{number}": "L" for letter in "HS" for number in (1, 2)},
}
"""Quarters and halves behind their letter."""


@dataclass(slots=True)
class Tokens:
    """The tokens of a text: `letters[i]` has `values[i]` and stands at `spans[i]`."""

    text: str
    language: str | None
    items: list[tuple[str, Value, Span]] = field(default_factory=list)
    """The tokens while they are read."""
    stop: int = -1
    """Where a full stop would belong to an abbreviation."""
    letters: str = ""
    values: tuple[Value, ...] = ()
    spans: tuple[Span, ...] = ()

    def add(self, letter: str, value: Value, span: Span) -> None:
        """Append a token."""
        self.items.append((letter, value, span))

    @property
    def last(self) -> str:
        """Return the letter of the last token, nothing at the beginning."""
        return self.items[-1][0] if self.items else ""

    def behind(self, count: int) -> str:
        """Return the letters of the last tokens."""
        return "".join(item[0] for item in self.items[-count:])

    def drop(self) -> None:
        """Take the last token away."""
        del self.items[-1]

    def finish(self) -> Tokens:
        """Return the tokens with their letters, values and spans side by side."""
        if self.items:
            letters, self.values, self.spans = zip(*self.items, strict=True)
            self.letters = "".join(letters)
        return self


def months() -> str:
    """Return every month as an alternation for a pattern, longest first."""
    names = (name for name, word in words().items() if word.letter in "MR" and word.letter)
    return "|".join(sorted(names, key=len, reverse=True))


@lru_cache(maxsize=1)
def _lexer() -> re.Pattern[str]:
    return re.compile(_PATTERN.replace("MONTHS", f"(?i:{months()})"), re.VERBOSE)


def tokenise(text: str, language: str | None = None) -> Tokens:
    """Return the tokens of a text; `language` tells which meaning a word has that has several."""
    tokens, known = Tokens(text, language), words()
    add = tokens.items.append
    for match in _lexer().finditer(text):
        group = match.lastindex or 0
        start, end = span = match.span(group)
        if group == _WORD:
            word = known.get(text[start:end].lower()) if end - start < LONGEST_WORD else None
            if word is None:
                add(("_", 0, span))
            elif word.letter in PLAIN or word.kind == "month":
                add((word.letter, word.value, span))
            else:
                _add_word(tokens, word, span)
            continue
        if group == _DASH:
            add(("-", 0, span))
            continue
        written = text[start:end]
        if group == _MARK:
            if written != "." or tokens.stop != start:  # no full stop of an abbreviation
                add((_MARKS.get(written, written), 0, span))
            continue
        plain = _PLAIN_NUMBERS.get(written) if group == _PLAIN else None
        if plain is not None and text[start - 1 : start] in _BEFORE_PLAIN:
            add((*plain, span))
        else:
            _READERS[match.lastgroup or ""](tokens, written, span)
    return tokens.finish()


def _add_word(tokens: Tokens, word: Word, span: Span) -> None:
    """Append a word that has several meanings, may be abbreviated, or belongs to what stands before it."""
    letter, value = word.letter, word.value
    if word.abbreviated:
        tokens.stop = span[1]
    elif letter in OPENING and tokens.last == "-" and tokens.text[span[0]].isupper():
        tokens.add("!", 0, (span[0], span[0]))
    if letter == "R" or word.kind == "month_word":
        letter = _month_letter(tokens, word, tokens.text[slice(*span)])
    elif letter == "Z":
        letter = "d" if tokens.behind(2).rstrip("-")[-1:] in {"#", "D"} else "A"
    elif word.kind == "feira":
        _close_weekday(tokens, span[1])
    elif letter == "O" and _after_tens(tokens):
        value += _take_tens(tokens)
    if letter:
        tokens.add(letter, value, span)


def _month_letter(tokens: Tokens, word: Word, written: str) -> str:
    """Return M where a word is surely a month, R where it is one only beside a day and a year."""
    if tokens.language is not None and tokens.language != "en" and tokens.language in word.languages:
        return "M"
    if word.kind == "month_word":
        return "R" if written.islower() else "M"
    return "M" if "en" in word.languages and written.istitle() else "R"


def _close_weekday(tokens: Tokens, end: int) -> None:
    """Turn "segunda" "-" "feira" into one weekday."""
    if tokens.last == "-":
        tokens.drop()
    if tokens.last == "p":
        _, weekday, (start, _) = tokens.items.pop()
        tokens.add("W", weekday, (start, end))


def _after_tens(tokens: Tokens) -> bool:
    return tokens.last in ("X", "-") and tokens.behind(2).rstrip("-")[-1:] == "X"


def _take_tens(tokens: Tokens) -> int:
    """Return the twenty or thirty before a number word, and take it away."""
    if tokens.last == "-":
        tokens.drop()
    _, value, _ = tokens.items.pop()
    return value if isinstance(value, int) else 0


def _numbers(written: str) -> tuple[int, ...]:
    return tuple(map(int, _DIGITS.findall(written)))


@lru_cache(maxsize=1000)
def _leading(written: str) -> int:
    """Return the number of "3rd" or "1º"."""
    return _numbers(written)[0]


def full_year(number: int) -> int:
    """Return the year two figures stand for: 00 to 69 are of this century."""
    return number + (2000 if number < 70 else 1900) if number < 100 else number


def _iso(tokens: Tokens, written: str, span: Span) -> None:
    year, month, day, *_ = _numbers(written)
    tokens.add("I" if FIRST_YEAR <= year <= LAST_YEAR else "X", (year, month, day, 0), span)


def _figures(tokens: Tokens, written: str, span: Span) -> None:
    """Append a date whose order of day and month is still open."""
    first, second, year = _numbers(written)
    year = full_year(year)
    possible = FIRST_YEAR <= year <= LAST_YEAR and _money_before(tokens, span[0]) == ""
    tokens.add("I" if possible else "X", (year, first, second, 1), span)


def _named(tokens: Tokens, written: str, span: Span) -> None:
    """Append a date like 12-Sep-16."""
    found = re.search(r"[^\W\d_]+", written)
    month = words()[found.group().lower()].value if found else 0
    day, year = _numbers(written)
    tokens.add("I", (full_year(year), month, day, 0), span)


def _roman(tokens: Tokens, written: str, span: Span) -> None:
    """Append a date like 12.IX.2016."""
    day, year = _numbers(written)
    tokens.add("I", (year, _ROMAN.index(re.sub("[^IVX]", "", written)) + 1, day, 0), span)


def _week(tokens: Tokens, written: str, span: Span) -> None:
    year, week = int(written[:4]), int(re.sub(".*W", "", written)[:2])
    tokens.add("K", (year, week), span)


def _compact(tokens: Tokens, written: str, span: Span) -> None:
    digits = written
    tokens.add("C", (int(digits[:4]), int(digits[4:6]), int(digits[6:8]), 0), span)


def _pair(tokens: Tokens, written: str, span: Span) -> None:
    tokens.add("Q", _numbers(written), span)


def _numbered(tokens: Tokens, written: str, span: Span) -> None:
    tokens.add("J", _numbers(written), span)


def _part(tokens: Tokens, written: str, span: Span) -> None:
    tokens.add("P", _numbers(written), span)


def _quarter(tokens: Tokens, written: str, span: Span) -> None:
    tokens.add("q", int(written[0]), span)


def _half(tokens: Tokens, written: str, span: Span) -> None:
    tokens.add("L", int(written[0]), span)


def _thousands(tokens: Tokens, _written: str, span: Span) -> None:
    tokens.add("N", 0, span)


def _money_before(tokens: Tokens, start: int) -> str:
    """Return a sign of money or number just before a place, or nothing."""
    before = tokens.text[start - 1 : start]
    return before if before in _MONEY else ""


def _number(tokens: Tokens, written: str, span: Span) -> None:
    """Append a day, a year, a quarter or half after its letter, or a mere number."""
    start, end = span
    figures = written
    if len(figures) > 4 or _money_before(tokens, start) or tokens.text[end : end + 1] == "%":
        tokens.add("N", 0, span)
    elif part := _part_of_year(tokens, figures, start):
        tokens.drop()
        tokens.add(part, int(figures), (start - 1, end))
    else:
        tokens.add(_number_letter(tokens.text, figures, end), int(figures), span)


def _number_letter(text: str, figures: str, end: int) -> str:
    value = int(figures)
    if len(figures) <= 2:
        return "D" if 1 <= value <= 31 else "N"
    decade = text[end : end + 1] == "s" or text[end : end + 2] in {"'s", "’s"} or text[end : end + 2] == "-х"
    return "Y" if len(figures) == 4 and FIRST_YEAR <= value <= LAST_YEAR and not decade else "N"


def _part_of_year(tokens: Tokens, figures: str, start: int) -> str:
    """Return the letter of a quarter or half where a number stands right behind a lone Q, T, H or S; else nothing."""
    glued = tokens.items[-1:] == [("_", 0, (start - 1, start))]
    return _PARTS_OF_YEAR.get(f"{tokens.text[start - 1]}{figures}", "") if glued else ""


def _ordinal(tokens: Tokens, written: str, span: Span) -> None:
    value = _leading(written)
    tokens.add("D" if 1 <= value <= 31 else "N", value, span)


def _short_year(tokens: Tokens, written: str, span: Span) -> None:
    """Append the year of "Oct '17"; elsewhere an apostrophe and figures say nothing."""
    (value,) = _numbers(written)
    if tokens.behind(3).rstrip("D,")[-1:] in {"M", "R", "q", "L"}:
        tokens.add("Y", full_year(value), span)


def _skip(tokens: Tokens, _written: str, _span: Span) -> None:
    """Leave a time of day out, with the comma before it."""
    if tokens.last == ",":
        tokens.drop()


_READERS: dict[str, Callable[[Tokens, str, Span], None]] = {
    "iso": _iso,
    "figures": _figures,
    "short": _figures,
    "alone": _figures,
    "numero": lambda tokens, _, span: tokens.add("_", 0, span),
    "named": _named,
    "roman": _roman,
    "week": _week,
    "compact": _compact,
    "time": _skip,
    "pair": _pair,
    "numbered": _numbered,
    "part": _part,
    "quarter": _quarter,
    "half": _half,
    "thousands": _thousands,
    "ordinal": _ordinal,
    "plain": _number,
    "number": _number,
    "year": _short_year,
    "other": lambda tokens, _, span: tokens.add("!", 0, span),
}


def composed(text: str) -> tuple[str, array[int] | None]:
    """Return a text with letters and accents joined, and where each of its characters stood; None: all in place."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return text, None
    joined: list[str] = []
    places = array("q")
    for start, end in _clusters(text):
        piece = unicodedata.normalize("NFC", text[start:end])
        joined.append(piece)
        places.extend([start] * len(piece))
    places.append(len(text))
    return "".join(joined), places


def _clusters(text: str) -> list[tuple[int, int]]:
    """Return start and end of every letter with the accents that follow it."""
    starts = [place for place, letter in enumerate(text) if not place or not unicodedata.combining(letter)]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))
