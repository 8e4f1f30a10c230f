"""The single counts of people in a text, each for itself: "nine prosecutors", "20 male", "a group of 15".

What is found here is put together (sums, parts, women and men) in headcounts.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from loaders.headcount_bounds import AFTER_WORDS, bounded, limited
from loaders.headcount_tokens import Count, Tokens
from loaders.headcount_words import lexicon
from loaders.late import late

_MODS = (
    r"(?:[oCdpsgLNK]|[qVe](?=[oCdPRGWM])|[WM](?=[oCdpLPRG]|[&/][WM])|[,/](?=[oCdpLsWM])|-(?=[oCdpLsWMt&])|(?<=o-)t(?=[od])|&(?=[oCdpLsWM])|\(C\)(?=[oCdpPRG])"
    r"|(?<=C)O(?=H?C)|(?<=CO)H(?=C)){0,8}?"
)
_OTHER = "oCdpPRGSxXLgsc"
_FINAL = rf"(?![{_OTHER}WM])"
_SEXED = "[fmhWM]"
_ITEM = late(
    rf"(?P<share>n(?:[OZ](?:H?(?P<whole>n)?{_MODS}[PRG]|w)|Y|(?=B)),?B?H?(?P<share_sex>[WM])(?![{_OTHER}]))"
    rf"|(?P<out_of>n{_MODS}(?P<out_sex>[WM])(?:Z|[OF]T?O?H?)(?P<of_n>n)(?:H?{_MODS}[PRG]|{_FINAL}(?!T)))"
    rf"|(?P<some>n[OZ]H?(?P<asked>n){_MODS}[PRGK]?(?=V))"
    rf"|(?P<pair>n(?P<a>[fmh])[,;/&\-]?n(?P<b>[fmh])(?!:?n))"
    rf"|(?P<labelled_pair>(?P<c>{_SEXED})[:\-]?(?P<c_n>n),?[;/&]?(?P<d>{_SEXED})[:\-]?(?P<d_n>n){_FINAL})"
    rf"|(?P<initial>(?<=[(,/])(?:n[fm]|[fm]:?n)(?=[),]))"
    rf"|(?P<product>(?P<times>n)[oCd]{{0,3}}gO(?P<size>n)(?:{_MODS}(?P<product_noun>[PRG]))?(?!{_MODS}[SX]))"
    rf"|(?P<noun_phrase>n(?P<mods>{_MODS})(?P<noun>[PRGS]++))"
    rf"|(?P<women_or_men>n(?P<those>{_MODS})(?P<sex>[WM])(?![xXSLs]|[oCdp&]{{1,3}}[xXS]))"
    rf"|(?P<adjective>n[oCd]{{1,2}}(?=(?:,n[oCd]{{1,2}})?&n[oCd]{{1,2}}[PRG]))"
    rf"|(?P<article>A[oCd]{{0,3}}?p(?=&n))"
    rf"|(?P<single>n[oCd]{{0,3}}?p(?![xXoCdP]))"
    rf"|(?P<member>c[oCd]{{0,3}}[gPRG])"
    rf"|(?P<label>(?P<label_noun>[PRGKWM])K?(?:\((?:(?P<label_sex>[WMfm])|T)\))?(?::|-|B|T:?|:-)H?(?P<label_n>n){_FINAL})"
    rf"|(?P<column>^[#oTLCO]{{0,4}}(?P<column_noun>[PK])\(?(?P<column_n>n)(?=[.;,(&)]|$))"
    rf"|(?P<group>g[oCd]?O(?P<group_n>n){_FINAL})"
    rf"|(?P<total>T[OH:\-]{{0,3}}(?P<total_n>n){_FINAL}|(?P<in_total>n)(?=[,(]?T(?![:O])))"
    rf"|(?P<attended>n(?=V|K(?:[.,(]|$))|(?<=Vz)n{_FINAL}|(?<=KO)n{_FINAL})"
    rf"|(?P<elliptical>n(?=,?[Fe]|\(e\))|(?<=[,;&])n(?=OH?C{{1,3}}(?:[,;.&)VB]|$)|OH[oC]{{0,4}}[PRG]))"
    rf"|(?P<whole_text>^\(?(?:T:?)?(?P<bare>n)\)?(?:\([oCdqe]*\)|[.;,])*$|^(?P<bare_head>n)(?=[(:,;\-]+(?:n?{_SEXED}|[IY]n)|&n(?!$)))"
)
_BEFORE_CRIME = late(r"[kr][zOHoC]{0,2}$")
_AFTER_CRIME = late(r"(?:[FO][oCHO&,]{0,6})?[wz]{0,2}(?:B{1,2}z?[kr]|k)")
_AFTER_NOUN = late(r"\(?([qlu])(?!n)")
_EACH_OF = late(r"[Fz]EO?H?(?P<many>n)[oCdsL]{0,4}[XSxg]")
_PER_UNIT = late(r"[F(z]?E(?!O?[wYH])")
_SERIES = late(r"n[oCd]{0,3}XO$")
_SHARED = late(rf"[&/][{_OTHER}WM]|,[xSGRPWM]")
_APART = frozenset(",/-&")
"""What stands between a number and women or men who are not sure to be all of them: "30, mostly women"."""

_BLOCS = frozenset({7, 8, 20, 24, 77})
_WOMEN, _MEN = frozenset("fW"), frozenset("mM")


class Item(NamedTuple):
    """One count of people: tokens `first` to `last`, `kind`, and the letters of noun and sex (W, M or none)."""

    people: Count
    kind: str
    first: int
    last: int
    noun: str = ""
    sex: str = ""
    word: str = ""


Reader = Callable[[re.Match[str], Tokens], Iterator[Item]]


class Reading(NamedTuple):
    """The letters of a text, their tokens, and the items in their order."""

    letters: str
    tokens: Tokens
    items: tuple[Item, ...]


def items_of(tokens: Tokens) -> Reading:
    """Return every count of people in the tokens of a text."""
    letters, tokens = bounded(tokens)
    if "n" not in letters and "c" not in letters:
        return Reading(letters, tokens, ())
    found = [item for match in _ITEM.finditer(letters) for item in _items(match, letters, tokens=tokens)]
    return Reading(letters, tokens, tuple(found))


def _items(match: re.Match[str], letters: str, *, tokens: Tokens) -> Iterator[Item]:
    """Return the items a match stands for, those who did not attend as of a kind of their own."""
    for item in _READ[match.lastgroup or ""](match, tokens):
        if item.last + 1 == len(letters) and item.first == 0 and item.kind != "subject":
            yield item  # nothing stands around it
            continue
        if item.kind == "subject" or _done_to(item, letters):
            yield item._replace(kind="subject")
            continue
        limited_ = _beside_several(_limited_after(item, letters, tokens=tokens), letters)
        yield _per_unit(limited_, letters, tokens=tokens)


def _beside_several(item: Item, letters: str) -> Item:
    """Return a count open above where others of no number come to it: "several judges and 12 prosecutors"."""
    if "v" not in letters or item.kind != "head":
        return item
    before = _SEVERAL_BEFORE.search(letters[max(item.first - 10, 0) : item.first])
    if before is None and _SEVERAL_AFTER.match(letters, item.last + 1) is None:
        return item
    return item._replace(people=limited(item.people, "l"))


_SEVERAL_BEFORE = late(r"v[OHoCdL]{0,5}[PRG][,&]&?$")
_SEVERAL_AFTER = late(r",?&v[OHoCdL]{0,5}[PRG]")


def _limited_after(item: Item, letters: str, *, tokens: Tokens) -> Item:
    """Return the item under a qualifier behind its noun: "20 participants or more", "20 judges (max.)"."""
    after = _AFTER_NOUN.match(letters, item.last + 1)
    if not after or tokens.words[after.start(1)] not in AFTER_WORDS:
        return item
    return item._replace(people=limited(item.people, after[1]), last=after.end(1) - 1)


def _done_to(item: Item, letters: str) -> bool:
    """Return whether those counted were arrested, rescued, identified ..."""
    if item.kind in {"label", "pair"} or not ("k" in letters or "r" in letters):
        return False
    before = letters[max(item.first - 3, 0) : item.first]
    rescued = _BEFORE_CRIME.search(before)
    if rescued and (rescued[0][0] == "k" or item.noun in "GWM"):
        return True
    return _AFTER_CRIME.match(letters, item.last + 1) is not None


def _per_unit(item: Item, letters: str, *, tokens: Tokens) -> Item:
    """Return "two from each of the five states" multiplied, "ten per course" as of a kind of its own."""
    if "E" not in letters and "X" not in letters:
        return item
    if each := _EACH_OF.match(letters, item.last + 1):
        return item._replace(
            people=_times(item.people, tokens.counts[each.start("many")]), last=each.end() - 1
        )
    series = _SERIES.search(letters[max(item.first - 6, 0) : item.first])
    per_unit = item.kind != "product" and _PER_UNIT.match(letters, item.last + 1)
    return item._replace(kind="per") if series or per_unit else item


def _times(count: Count, other: Count) -> Count:
    def product(one: int | None, two: int | None) -> int | None:
        return None if one is None or two is None else one * two

    return Count(product(count.low, other.low), product(count.high, other.high), count.rough or other.rough)


# What each form of words says


def _share(match: re.Match[str], tokens: Tokens) -> Iterator[Item]:
    """Read "12 of the 25 participants were women": the 25, and 12 women."""
    sex = match["share_sex"]
    part = Item(tokens.counts[match.start()], "share", match.start(), match.end() - 1, sex, sex)
    if match["whole"]:
        at = match.start("whole")
        yield Item(tokens.counts[at], "head", at, match.end() - 1, "P")
    yield part


def _out_of(match: re.Match[str], tokens: Tokens) -> Iterator[Item]:
    """Read "15 women out of 30 participants": the 30, and 15 women; no part is larger than its whole."""
    sex, at, end = match["out_sex"], match.start("of_n"), match.end() - 1
    part, whole = tokens.counts[match.start()], tokens.counts[at]
    if part.low is None or whole.low is None or part.low > whole.low:
        return
    yield Item(whole, "head", at, end, "P")
    yield Item(part, "share", match.start(), end, sex, sex)


_ASKED = frozenset(
    {"invited", "registered", "expected", "selected", "planned", "enrolled", "invites", "invitados"}
)


def _some(match: re.Match[str], tokens: Tokens) -> Iterator[Item]:
    """Read "35 of the 40 invited judges attended": the 35 who came; of 40 participants nobody knows to what, the 40."""
    first, last, asked = match.start(), match.end() - 1, match.start("asked")
    came = match.string[last] != "P" or not _ASKED.isdisjoint(tokens.words[asked : match.end()])
    yield Item(tokens.counts[first if came else asked], "head", first, last, "P", word=tokens.words[last])


def _sex_of(letter: str, *others: str) -> str:
    """Return W or M; h is a man (homme, hombre) beside f or m only, and m beside it a woman (mujer, mulher)."""
    if letter in _WOMEN or (letter == "m" and "h" in others):
        return "W"
    return "M" if letter in _MEN or (letter and {"f", "m"}.intersection(others)) else ""


def _pair(match: re.Match[str], tokens: Tokens) -> Iterator[Item]:
    """Read "17M, 5F", "17 h / 5 f"."""
    yield from _two(match, tokens, ("a", match.start()), ("b", match.start("b") - 1))


def _labelled_pair(match: re.Match[str], tokens: Tokens) -> Iterator[Item]:
    """Read "F: 12, M: 18", "women 12, men 18"."""
    yield from _two(match, tokens, ("c", match.start("c_n")), ("d", match.start("d_n")))


def _two(match: re.Match[str], tokens: Tokens, *sides: tuple[str, int]) -> Iterator[Item]:
    """Return women and men, where one side is one and one the other; `sides` are group and place of the number."""
    letters = [match[name] for name, _ in sides]
    sexes = [_sex_of(letter, *letters) for letter in letters]
    if set(sexes) == {"W", "M"}:
        for (name, at), sex in zip(sides, sexes, strict=True):
            first, last = sorted((at, match.start(name)))
            yield Item(tokens.counts[at], "pair", first, last, sex, sex)


def _initial(match: re.Match[str], tokens: Tokens) -> Iterator[Item]:
    """Read "(12F)"."""
    at = next(at for at in range(match.start(), match.end()) if at in tokens.counts)
    sex = _sex_of("f" if "f" in match[0] else "m")
    yield Item(tokens.counts[at], "pair", match.start(), match.end() - 1, sex, sex)


def _product(match: re.Match[str], tokens: Tokens) -> Iterator[Item]:
    """Read "two groups of 15 judges"."""
    count = _times(tokens.counts[match.start("times")], tokens.counts[match.start("size")])
    yield Item(count, "product", match.start(), match.end() - 1, match["product_noun"] or "P")


def _noun_phrase(match: re.Match[str], tokens: Tokens) -> Iterator[Item]:
    """Read "24 customs and border officials", "12 women police officers"; victims are a kind of their own."""
    noun, mods, last = match["noun"][-1], match["mods"], match.end() - 1
    count = tokens.counts[match.start()]
    if noun == "S" or ("s" in mods and noun == "G"):
        yield Item(count, "subject", match.start(), last, noun)
    elif _same_language(count, tokens.words[last]) and not _attribute(match.string, last, tokens.words[last]):
        sexes = {letter for letter in mods if letter in "WM" and mods[0] not in _APART}
        sex = sexes.pop() if len(sexes) == 1 else ""
        yield Item(count, "head", match.start(), last, noun, sex, tokens.words[last])


def _attribute(letters: str, last: int, word: str) -> bool:
    """Return whether an English plural is followed by one more; in other languages that is no compound."""
    return letters[last + 1 : last + 2] in {"x", "X"} and lexicon().languages.get(word) == frozenset({"en"})


def _women_or_men(match: re.Match[str], tokens: Tokens) -> Iterator[Item]:
    """Read "12 women"; in "12 women and girls" nobody knows how many women."""
    sex, last = match["sex"], match.end() - 1
    those = match["those"]
    shared = _SHARED.match(match.string, last + 1) or set(those) & {"W", "M"} or those[:1] in _APART
    kind = "subject" if "s" in match["those"] else "head"
    if _same_language(tokens.counts[match.start()], tokens.words[last]):
        word = tokens.words[last]
        yield Item(tokens.counts[match.start()], kind, match.start(), last, sex, "" if shared else sex, word)


def _adjective(match: re.Match[str], tokens: Tokens) -> Iterator[Item]:
    """Read "20 Tajik and 15 Uzbek officials": the 20; "one lecture and 15 officials" is not sure to be the same."""
    count = tokens.counts[match.start()]
    yield Item(count, "per" if count.low == 1 else "head", match.start(), match.end() - 1, "R")


def _article(match: re.Match[str], _tokens: Tokens) -> Iterator[Item]:
    """Read "a judge and two prosecutors": the judge."""
    yield Item(Count(1, 1), "article", match.start(), match.end() - 1, "R")


def _same_language(count: Count, word: str) -> bool:
    """Return whether number word and noun are of one language: "once jueces", not "once judges"."""
    if (spoken := count.languages) is None:
        return True
    known = lexicon().languages.get(word)
    return known is None or not known <= _SPOKEN or bool(spoken & known)


_SPOKEN = frozenset({"en", "fr", "es", "pt", "ru"})


def _single(match: re.Match[str], tokens: Tokens) -> Iterator[Item]:
    """Read "one judge"; "20 officer" is no count."""
    count = tokens.counts[match.start()]
    if count.low == count.high == 1:
        yield Item(count, "head", match.start(), match.end() - 1, "R", word=tokens.words[match.end() - 1])


def _member(match: re.Match[str], tokens: Tokens) -> Iterator[Item]:
    """Read "a 12-member delegation"."""
    yield Item(tokens.counts[match.start()], "head", match.start(), match.end() - 1, "P")


def _label(match: re.Match[str], tokens: Tokens) -> Iterator[Item]:
    """Read "Number of participants: 28", "women: 12", "participants (women): 12"."""
    at, noun = match.start("label_n"), match["label_noun"]
    sex = _sex_of(match["label_sex"] or (noun if noun in "WM" else ""))
    if not sex and match.string[match.start() - 1 : match.start()] in {"W", "M"}:
        sex = match.string[match.start() - 1]
    noun = "P" if noun == "K" else noun
    yield Item(tokens.counts[at], "label", match.start(), at, noun, sex, tokens.words[match.start()])


def _column(match: re.Match[str], tokens: Tokens) -> Iterator[Item]:
    """Read "Participants 28", the whole cell."""
    yield Item(tokens.counts[match.start("column_n")], "label", match.start(), match.end() - 1, "P")


def _group(match: re.Match[str], tokens: Tokens) -> Iterator[Item]:
    """Read "a group of 15", but not the Group of 77."""
    count = tokens.counts[match.start("group_n")]
    if count.low not in _BLOCS or tokens.words[match.start()] not in {"group", "groupe", "grupo", "группа"}:
        yield Item(count, "head", match.start(), match.end() - 1, "P")


def _total(match: re.Match[str], tokens: Tokens) -> Iterator[Item]:
    """Read "a total of 45", "45 in total"."""
    at = max(match.start("total_n"), match.start("in_total"))
    yield Item(tokens.counts[at], "total", match.start(), match.end() - 1, "P")


def _number_alone(kind: str) -> Reader:
    def read_one(match: re.Match[str], tokens: Tokens) -> Iterator[Item]:
        at = match.start() if match.start() in tokens.counts else match.end() - 1
        at = next(place for place in (match.start("bare"), match.start("bare_head"), at) if place >= 0)
        yield Item(tokens.counts[at], kind, match.start(), match.end() - 1, "P")

    return read_one


_READ: dict[str, Reader] = {
    "share": _share,
    "out_of": _out_of,
    "some": _some,
    "pair": _pair,
    "labelled_pair": _labelled_pair,
    "initial": _initial,
    "product": _product,
    "noun_phrase": _noun_phrase,
    "women_or_men": _women_or_men,
    "adjective": _adjective,
    "article": _article,
    "single": _single,
    "member": _member,
    "label": _label,
    "column": _column,
    "group": _group,
    "total": _total,
    "attended": _number_alone("head"),
    "elliptical": _number_alone("elliptical"),
    "whole_text": _number_alone("head"),
}
