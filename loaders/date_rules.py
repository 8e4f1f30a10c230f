"""What a date looks like: patterns over the letters of `date_tokens`, and the scan that finds them.

Every repetition is bounded, so that the time a text takes grows with its length alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

# Small things
_OF = "[ou]"
_MONTH = "[MR]"
_WEEKDAY = r"(?:A?[WH][,(]{0,2})"
_THIS_YEAR = r"(?:,?[ou]?(?:[hln]{1,2}y|A?y[iuA]?[hln])|,?[Fh]\.?g)"
_YEAR = rf"(?:(?:[-./]|,?{_OF}?(?:A?y{_OF}?)?)Y[yg]?\.?(?![-T&]Y(?!.?{_MONTH}))|,?\(Y\)|{_THIS_YEAR})"
_BETWEEN_DAYS = r"(?:[,;]?(?:[-T]{1,2}|[a&/])|[,;])"
_DAY = rf"{_WEEKDAY}?A{{0,2}}[DO]\.?(?:\([WH]\)|d(?=[ou]))?"
_NAMED_BEHIND = r"\([WH]\)"

# Days of one month, in three manners
_DAYS = rf"{_DAY}(?:{_BETWEEN_DAYS}{_DAY}){{0,15}}"
_RANGE_COMMA = rf"(?<=[-T]D),(?={_MONTH}Y)"
_DAY_MONTH = (
    rf"{_DAYS}(?:{_RANGE_COMMA}|{_OF}?A?(?:m{_OF}?)?|[-./]){_MONTH}(?:{_NAMED_BEHIND}(?={_YEAR}))?{_YEAR}?"
)
_MONTH_DAY = (
    rf"{_WEEKDAY}?{_MONTH},?A?D(?:{_BETWEEN_DAYS}A?{_WEEKDAY}?D){{0,15}}"
    rf"(?![-/.]?{_OF}?{_MONTH}(?!A?D))(?:{_NAMED_BEHIND}(?={_YEAR}))?(?:{_YEAR}|[-./]?Y)?"
)
_FIGURES = rf"(?:{_WEEKDAY}?A?[DP]\.?{_BETWEEN_DAYS}){{0,12}}{_WEEKDAY}?A?I(?:[yg]\.?)?"
_GROUP = f"(?:{_DAY_MONTH}|{_MONTH_DAY}|{_FIGURES})"
_BETWEEN_GROUPS = rf"(?:\(?[WH]\)?)?[,;]?(?:[-T]{{1,2}}|[a&/;,]){_OF}?F?A?"
_DAYS_RULE = rf"{_GROUP}(?:{_BETWEEN_GROUPS}{_GROUP}){{0,8}}"

# Longer spans
_PART = rf"(?:O?e[-{_OF[1:-1]}]?A?)"
_ONE_MONTH = rf"{_MONTH}(?:{_YEAR}|{_OF}?Y)?"
_MONTHS = rf"{_ONE_MONTH}(?:[,;]?(?:[-T]{{1,2}}|[a&/,]){_OF}?{_PART}?A?{_ONE_MONTH}){{0,11}}"
_QUARTER = (
    rf"(?:lk[ou]?Y|(?<!q[-/&])q(?:[-/]|{_OF}?A?(?:y{_OF}?)?|,)Y[yg]?|Y[-/,]?q(?![-/&]q)"
    rf"|(?<![OVD][-/&])[OVD\#]-?A?k(?:{_YEAR}|/Y)|k[-.]?D(?:{_YEAR}|/Y)|Y,?[OVD\#]-?A?k)"
)
_HALF = rf"(?:(?<!L[-/&])L(?:[-/,]|{_OF}A?)?Y[yg]?|Y[-/,]?L(?![-/&]L))"
_SEASON = rf"(?<!S[-/&])S(?:[,]|{_OF})?(?:A?y{_OF}?)?(?:[YQ][yg]{{0,2}}|[hln]y|y[hln])"
_WEEK = rf"(?:K|w-?J|w-?D[-,/]?{_OF}?(?:A?y{_OF}?)?Y[yg]?|D-?A?w{_OF}?A?(?:y{_OF}?)?Y[yg]?|Y,?wD)"

RULES = {
    "tail": r"I[-/]D(?![-./:]?[DNIPM])",
    "shortyear": r"\A(?:D-)?D[MR]D\Z",
    "shortmonth": r"\A[MR]-[DN]\Z",
    "compact": r"C(?:[-/]C)?",
    "yearfirst": rf"Y,?{_MONTH},?A?D(?:{_BETWEEN_DAYS}A?D){{0,15}}(?!,?Y)",
    "days": _DAYS_RULE,
    "thismonth": rf"{_DAYS}{_OF}?A?(?:[hln]{{1,2}}m|m[iuA]?[hln])",
    "figure": r"W\((?:D-)?P",
    "quarter": _QUARTER,
    "half": _HALF,
    "season": _SEASON,
    "week": _WEEK,
    "firstweek": rf"(?:[OeDl]-?A?w{_OF}?A?{_MONTH}{_YEAR})",
    "months": _MONTHS,
    "number": r"[QJ][yg]{0,2}\.?",
    "years": r"(?<![DMRNY])(?:(?<=B)Y&|(?<=BA)Y&|Y[-Ta]{1,2})Y(?![DMRNY])[yg]{0,2}\.?",
    "year": r"(?<![NY][-T&])Y[yg]?\.?(?![-T&][YD])",
    "ago": r"(?:[#D]-?d[zR])",
    "spoken": rf"(?:[hln]{{1,2}}[wmy](?!{_OF}A?[MRY])|[wmy][uA]?[hln]|[hln]G)",
    "weekdays": r"(?:[hln]?A?[Wt][hln]?)(?:[-,]?[-Ta&]{0,2}[hln]?A?[Wt][hln]?){0,6}",
}
"""Each kind of date, the first that fits is taken."""

LENGTH = re.compile(r"(?<!_-)(?<!-_)(?<!\.)(?:[#D]-?d(?![zxR]|[ou]A?M)|U)")
"""How many days something lasts: "two-day", "3 days"."""


@lru_cache(maxsize=1)
def _scanner() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in RULES.items()))


def scan(letters: str) -> Iterator[tuple[str, int, int]]:
    """Yield the kind of each date with its first token and the one after its last."""
    for match in _scanner().finditer(letters):
        if match.lastgroup is not None:
            yield match.lastgroup, match.start(), match.end()
