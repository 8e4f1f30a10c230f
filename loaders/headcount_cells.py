"""Cells that count in a manner of their own, put in words that running text has: "20, women 5", "15+15=30".

Only a whole cell is read so; one that can be meant in two ways becomes an empty text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from loaders.headcount_tokens import Tokens, read
from loaders.late import late

LONGEST = 120
"""A cell with more holds running text."""

_OTHERS = frozenset("x others other autres otros otras outros outras других другие остальные".split())  # noqa: SIM905
_SEXES = {"W": "women", "f": "women", "M": "men", "m": "men"}
_NOUN = "[oCPRGKT]{0,3}"
_WHOLE_AND_SEX = late(
    rf"n{_NOUN}[,;/(\-]{{0,2}}I?(?P<first>[WMfm])[:\-]?n(?:[,;/&]{{0,2}}(?P<second>[WMfm])[:\-]?n)?\)?\.?"
)
_TWO_NUMBERS = late(r"n[/I]?n(?P<sex>[WM])")
_SUM = late(r"n(?P<more>(?:&n)+)(?P<total>:n)?(?P<noun>[oC]{0,2}[PRG])?")
_WITH_OTHERS = late(
    r"(?:(?:[WMfm]:?n|n[WMPRGfm]?)[,;/&]{1,2}){1,5}(?:n(?P<after>[xoCN])|(?P<before>[Cxo]):?n)"
)
_UNCLEAR = late(r"n[WM](?:[/(]n\)?|&n)")

_SEX = (
    r"(?:wom[ae]n|females?|femmes?|mujer(?:es)?|mulher(?:es)?|женщин\w?"
    r"|m[ae]n|males?|hommes?|hombres?|homens|мужчин\w?)\b"
)
_SHARE = late(
    r"[,;:(–-](?<=[\w\s)].)\s*(?:of (?:whom|which|them) )?(?:about |around |over |nearly |more than )?"
    r"(?:\d/\d|(?:(?:one|two|three|four|an?|une?|um|uma|deux|trois|dos|tres|dois|duas|três|la|le|les|los|las|el)[\s-]+)?"
    r"(?:half|third|quarter|fifth|moitié|tiers|quart|mitad|tercio|cuarto|metade|terço|quarto|половина|треть|четверть)s?"
    r"|most(?:ly)?|main(?:ly)?|largely|(?:the |a |la |en su )?(?:majority|majorité|mayoría|maioria)|majoritairement"
    r"|(?<![–-])(?<![–-]\s)\d{1,3}(?:[.,]\d+)?\s?(?:%|per ?cent|pour cent|por ?cien(?:to)?|por cento|процент\w*)(?=\D)"
    r"|mayormente"
    r"|mayoritariamente|maioritariamente|majoritariamente|principalement|в основном|большинство|few|some|many)"
    rf"\s*(?:(?:are|were|of|de|des|d['’]|was)\s*)*(?:them\s+)?(?:{_SEX}|(?<=[%\s])[FMWHЖМ]\b).*",
    re.IGNORECASE | re.DOTALL,
)
_SPLIT = late(
    r"\s*(?P<whole>\d{1,5})\s?[(\[,:=]\s?(?P<one>\d{1,5})\s?[/+–-]\s?(?P<other>\d{1,5})[)\]]?\s*"
    r"|\s*(?P<first>\d{1,5})\s?[/+–-]\s?(?P<second>\d{1,5})\s?[(\[:=]\s?(?P<sum>\d{1,5})[)\]]?\s*"
)
"""A whole and two parts that are not said to be women and men: "25 (15/10)"."""

_ASKED = (
    r"(?:invited|registered|expected|planned|enrolled|confirmed|registrations?|invitations?|registrants|invit[ée]e?s"
    r"|inscrite?s|inscrit[oa]s|registrad[oa]s|invitad[oa]s|convidad[oa]s|приглашен[оы]|зарегистрирован[оы])"
)
_CAME = (
    r"(?:present|attended|attending|attendees|attendance|participated|came|actual|présente?s|presentes|asistentes"
    r"|asistieron|participaron|participaram|compareceram|присутствовал[ои]|участвовал[ои])"
)


_DONE = (
    r"(?:completed|finished|graduated|certified|finalizaron|completaron|terminaron|concluyeron|conclu[íi]ram"
    r"|(?:ont )?(?:terminé|achevé)|завершил[ои]|окончил[ои])"
)


def _either(words: str, name: str) -> str:
    return (
        rf"(?:{words}\s*[:=]?\s*(?P<{name}_after>\d{{1,5}})|(?P<{name}_before>\d{{1,5}})\s*(?:were )?{words})"
    )


_BETWEEN = r"[\s,;/()–-]*(?:\b(?:and|but|et|y|e|mais|pero|mas|и|а)\s)?\s*"
_ATTENDANCE = tuple(
    late(rf"\s*{first}{_BETWEEN}{second}[\s.)]*", re.IGNORECASE)
    for first, second in (
        (_either(_ASKED, "asked"), _either(_CAME, "came")),
        (_either(_CAME, "came"), _either(_ASKED, "asked")),
    )
)


_COMPLETED = tuple(
    late(rf"\s*{first}{_BETWEEN}{second}[\s.)]*", re.IGNORECASE)
    for first, second in (
        (_either(_ASKED, "asked"), _either(_DONE, "done")),
        (_either(_DONE, "done"), _either(_ASKED, "asked")),
    )
)
"""Those who stayed to the end beside those who were asked: how many came lies between."""


def tokens_of(text: str) -> Tokens:
    """Return the tokens of a cell as running text would say it, none where it is unclear, its own for any other."""
    if len(text) > LONGEST or _FIGURE.search(text) is None:
        return read(text)
    if _TWO_FIGURES.search(text) and (worded := _in_words(text)) is not None:
        return read(worded)
    if share := _SHARE.search(text):
        text = text[: share.start()] or text
    tokens = read(text)
    if tokens.letters.count("n") < _NUMBERS:
        return tokens
    letters = "".join(tokens.letters)
    for pattern, reader in _READERS:
        if match := pattern.fullmatch(letters):
            worded = reader(match, tokens, text)
            return tokens if worded == text else read(worded)
    return tokens


def _in_words(text: str) -> str | None:
    """Return a cell of labels, of those who came beside those who were asked, or of parts, as running text says it."""
    for pattern in _ATTENDANCE:
        if came := pattern.fullmatch(text):
            return f"{came['came_after'] or came['came_before']} participants"
    for pattern in _COMPLETED:
        if done := pattern.fullmatch(text):
            asked = done["asked_after"] or done["asked_before"]
            return f"between {done['done_after'] or done['done_before']} and {asked} participants"
    split = _SPLIT.fullmatch(text)
    return _of_split(split) if split else _of_labels(text)


_FIGURE = late(r"\d")
_TWO_FIGURES = late(r"\d\D++\d")
"""Stand in every cell that tells who was asked and who came, or a whole and its two parts."""

_LABELS = {
    "whole": r"t|tot|totals?|total(?:e?s)|ensemble|gesamt|всего|итого",
    "women": r"f|w|fem|females?|wom[ae]n|femmes?|mujer(?:es)?|mulher(?:es)?|ж|жен|женщин[аы]?",
    "men": r"males?|m[ae]n|hommes?|hombres?|homens|муж|мужчин[аы]?",
    "h": "h",
    "m": "m|м",
}
"""What stands before each number of a cell that counts by labels; "h" and "m" mean what stands beside them."""

_LABEL = "|".join(rf"(?P<{name}>{words})" for name, words in _LABELS.items())
_LABELLED = late(rf"(?:{_LABEL})\s?[:=]?\s?(?P<number>\d{{1,5}})(?![\d%.])", re.IGNORECASE)
_ALL_LABELLED = late(
    rf"(?:[\s,;/|(]*\b(?:{'|'.join(_LABELS.values())})\s?[:=]?\s?\d{{1,5}}\b(?!\s?%)[)\s,;/|]*){{2,3}}\.?",
    re.IGNORECASE,
)


def _of_labels(text: str) -> str | None:
    """Return "M: 12 F: 8 T: 20" as running text says it, empty where its labels are unclear; None for other cells."""
    if not _ALL_LABELLED.fullmatch(text):
        return None
    found = [
        (next(name for name in _LABELS if match[name]), int(match["number"]))
        for match in _LABELLED.finditer(text)
    ]
    told = dict(found)
    sexes = _sexes_of_labels(told)
    if len(told) < len(found) or sexes is None:
        return ""
    count = sum(sexes.values())
    whole = told.get("whole", count if len(sexes) > 1 else 0)
    if count > whole or (len(sexes) > 1 and count < whole):
        return ""
    return f"{whole} participants ({', '.join(f'{count} {sex}' for sex, count in sexes.items())})"


def _sexes_of_labels(told: dict[str, int]) -> dict[str, int] | None:
    """Return women and men by what labels tell; None where an initial may mean either, or they tell too many."""
    means = {"h": "men", "m": "women" if "h" in told else "men", "women": "women", "men": "men"}
    sexes = {means[label]: count for label, count in told.items() if label in means}
    is_alone = "m" in told and len(told.keys() - {"whole"}) == 1
    return sexes if sexes and not is_alone and len(sexes) == len(told.keys() - {"whole"}) else None


_NUMBERS = 2
"""Numbers that a cell has at least which is read in a manner of its own."""


def _of_split(split: re.Match[str]) -> str:
    """Return the whole of two parts that make it; nothing where they make another."""
    whole, *parts = map(int, filter(None, split.group("whole", "one", "other", "first", "second", "sum")))
    if split["sum"]:
        whole, parts = int(split["sum"]), [int(split["first"]), int(split["second"])]
    return f"{whole} participants" if whole == sum(parts) else ""


def _numbers(tokens: Tokens) -> list[int]:
    """Return the numbers of a cell in their order; in a cell of figures each is exact."""
    return [count.low or 0 for _, count in sorted(tokens.counts.items())]


def _said(whole: int, sexes: list[tuple[str, int]]) -> str:
    """Return a whole and the women and men in it; empty where they are more than the whole, or one stands twice."""
    if sum(count for _, count in sexes) > whole or len({sex for sex, _ in sexes}) < len(sexes):
        return ""
    told = ", ".join(f"{count} {sex}" for sex, count in sexes)
    return f"{whole} participants ({told})" if told else f"{whole} participants"


def _whole_and_sex(match: re.Match[str], tokens: Tokens, _: str) -> str:
    """Read "20, women 5", "30 / women 12, men 18"."""
    whole, *counts = _numbers(tokens)
    sexes = [_SEXES[letter] for letter in match.group("first", "second") if letter]
    return _said(whole, list(zip(sexes, counts, strict=True)))


def _two_numbers(match: re.Match[str], tokens: Tokens, _: str) -> str:
    """Read "30 / 12 women"."""
    whole, part = _numbers(tokens)
    return _said(whole, [(_SEXES[match["sex"]], part)])


def _sum(match: re.Match[str], tokens: Tokens, text: str) -> str:
    """Read "15 + 15 = 30", "10+10+10 judges"; a sum that is not what it says is unclear."""
    joints = [word for letter, word in zip(tokens.letters, tokens.words, strict=True) if letter == "&"]
    numbers = _numbers(tokens)
    if set(joints) != {"+"} or not (match["total"] or match["noun"] or len(numbers) > 2):
        return text
    total = numbers.pop() if match["total"] else sum(numbers)
    noun = text[tokens.starts[match.start("noun")] :] if match["noun"] else "participants"
    return f"{total} {noun}" if total == sum(numbers) else ""


def _with_others(match: re.Match[str], tokens: Tokens, text: str) -> str:
    """Read "15 men, 15 women and 5 others", "M:15, W:15, X:2"."""
    at = match.start("after") if match["after"] else match.start("before")
    if tokens.words[at] not in _OTHERS:
        return text
    return _said(sum(_numbers(tokens)), list(_sexes(tokens, at)))


def _sexes(tokens: Tokens, end: int) -> Iterator[tuple[str, int]]:
    """Yield the women and the men before a place, whether the word stands before its number or behind."""
    letters = "".join(tokens.letters[:end])
    for match in re.finditer(r"(?P<before>[WMfm]):?n|n(?P<after>[WMfm])", letters):
        count = next(tokens.counts[at] for at in range(*match.span()) if at in tokens.counts)
        yield _SEXES[match["before"] or match["after"]], count.low or 0


def _unclear(_match: re.Match[str], _tokens: Tokens, _text: str) -> str:
    """Leave "15 women (30)" and "25 men + 5"."""
    return ""


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Tokens, str], str]], ...] = (
    (_WHOLE_AND_SEX, _whole_and_sex),
    (_TWO_NUMBERS, _two_numbers),
    (_SUM, _sum),
    (_WITH_OTHERS, _with_others),
    (_UNCLEAR, _unclear),
)
