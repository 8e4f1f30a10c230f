"""Numbers with what limits them made into one: "between 20 and 25", "more than 50", "20 or so".

Numbers that count no heads by what stands beside them (a percentage, a date, an article's number) become junk.
"""

from __future__ import annotations

import re

from loaders.headcount_tokens import Count, Tokens

_NO_HEADS = re.compile(
    r"[ny](?:[-t,&|][ny])*(?=O?D)"  # 10 and 11 May
    r"|(?<=[Lv])[nyc]|[nyc](?=[%$])|(?<=\$)[nyc]"
)
_DAY_AFTER_MONTH = re.compile(r"(?:^|[^nyjO])D(n(?:[-t&]n)?)")
_DAYS = 31
_FIGURE_NOT_YEAR = re.compile(r"(?<=[qlui])y|(?<=n-)y(?=[oPRG])|(?<![zDFOj,&t-])y(?=[PRG])")
_COUNT = re.compile(
    r"(?:[il](?P<least>n)[,&]{0,2}u(?P<most>n)"
    r"|(?P<before>(?:[qlui][OAHT]?){0,3})"
    r"(?:b(?P<from>n)[&t\-Au][qlu]?(?P<till>n)|(?P<low>n)[-tA|][qlu]?(?P<high>n)|(?P<one>[nc])))"
    r"(?P<after>\(?[lquT&]\)?)?"
)
AFTER_WORDS = frozenset(
    """+ or and ou et o y e или и minimum maximum max mindestens approx approximately environ env aprox circa est
    estimated tbc planned expected odd at как au como no""".split()  # noqa: SIM905  one word a line would fill the page
)
_TO_DO = re.compile(r"[byLDv%$]|[qlui][OAHT]?n|n(?:[-tA|lquT&]|\([qlu])")
"""Without any of these beside it, a number is what it says."""

_SPOILING = re.compile(r"[yLDv%$]")

_WIDEST = 100
"""A range whose end is more than this many times its beginning is two numbers."""


def bounded(tokens: Tokens) -> tuple[str, Tokens]:
    """Return the letters as one text, and the tokens, with every count in one place."""
    letters = "".join(tokens.letters)
    if not _TO_DO.search(letters):
        return letters, tokens
    if _SPOILING.search(letters):
        letters = _without_other_numbers(letters, tokens)
    merged = Tokens()
    at = 0
    for match in _COUNT.finditer(letters):
        if match.start() < at:
            continue
        first, last, count = _bounds(match, tokens)
        _copy(tokens, letters, at, first, into=merged)
        if _backwards(match, tokens):
            merged.add("j", tokens.starts[first], tokens.ends[match.start("high")])
            at = match.start("high") + 1
            continue
        merged.add_number(
            count,
            tokens.starts[first],
            tokens.ends[last],
            letters[match.end("one") - 1] if match["one"] else "n",
        )
        at = last + 1
    _copy(tokens, letters, at, len(letters), into=merged)
    return "".join(merged.letters), merged


def _backwards(match: re.Match[str], tokens: Tokens) -> bool:
    """Return whether two numbers are written together like a range, but the first is the larger: "25-20"."""
    low, high = match.start("low"), match.start("high")
    if low < 0 or high != low + 2 or tokens.ends[low] + 1 != tokens.starts[high]:
        return False
    return _range(tokens.counts[low], tokens.counts[high]) is None


def _without_other_numbers(letters: str, tokens: Tokens) -> str:
    """Return the letters with j for numbers that are part of a date, a percentage or a label."""
    letters = _NO_HEADS.sub(lambda found: re.sub("[nyc]", "j", found[0]), letters)
    days = _DAY_AFTER_MONTH.finditer(letters)
    for start, end in [found.span(1) for found in days if _is_day(found, tokens)]:
        letters = letters[:start] + letters[start:end].replace("n", "j") + letters[end:]
    return _FIGURE_NOT_YEAR.sub(lambda found: _figure(found, tokens), letters).replace("y", "j")


def _is_day(found: re.Match[str], tokens: Tokens) -> bool:
    day = tokens.counts[found.start(1)].low
    return day is not None and day <= _DAYS


def _figure(found: re.Match[str], tokens: Tokens) -> str:
    """Return n where a number that could be a year is a round figure of people."""
    value = tokens.counts[found.start()].low
    return "n" if value is not None and value % 50 == 0 else "j"


def _copy(tokens: Tokens, letters: str, start: int, end: int, *, into: Tokens) -> None:
    if start == end:
        return
    shift = len(into.letters) - start
    for at in range(start, end):
        if at in tokens.counts:
            into.counts[at + shift] = tokens.counts[at]
    into.letters += letters[start:end]
    into.starts += tokens.starts[start:end]
    into.ends += tokens.ends[start:end]
    into.words += tokens.words[start:end]


def _bounds(match: re.Match[str], tokens: Tokens) -> tuple[int, int, Count]:
    """Return first and last token of an expression and the count it amounts to."""
    first, last = match.start(), match.end() - 1
    start, end = match.start("one"), -1
    if start < 0:
        start = max(match.start("least"), match.start("from"), match.start("low"))
        end = max(match.start("most"), match.start("till"), match.start("high"))
    one = tokens.counts[start]
    count = one if end < 0 else _range(one, tokens.counts[end])
    if count is None:
        return start, start, one
    for qualifier in match["before"] or "":
        count = limited(count, qualifier)
    if match["after"]:
        after = match.end("after") - 1 - match["after"].endswith(")")
        if not _belongs(match, tokens, after):
            last = match.start("after") - 1
        else:
            letter = match["after"].strip("()")
            count = limited(count, "l" if letter == "&" else letter)
    return first, last, count


def _range(low: Count, high: Count) -> Count | None:
    """Return "20 to 25" as one count; None where the two make no range."""
    if low.low is None or high.high is None or not low.low < high.high <= low.low * _WIDEST:
        return None
    return Count(low.low, high.high, rough=True, languages=low.languages)


def limited(count: Count, qualifier: str) -> Count:
    """Return a count under one more qualifier."""
    if qualifier in "li":
        return Count(count.low, None, rough=True, languages=count.languages)
    if qualifier == "u":
        return Count(None, count.high, rough=True, languages=count.languages)
    if qualifier == "q":
        return Count(count.low, count.high, rough=True, languages=count.languages)
    return count


def _belongs(match: re.Match[str], tokens: Tokens, after: int) -> bool:
    """Return whether a qualifier behind a number is the number's own: "20 or more", "20+", "50 plus officers"."""
    word, letter = tokens.words[after], match["after"].strip("()")
    if letter == "T":
        return False
    if letter == "&":
        following = "".join(tokens.letters[after + 1 : after + 2])
        return word == "plus" and following in {"", "o", "C", "P", "R", "G", "."}
    return word in AFTER_WORDS
