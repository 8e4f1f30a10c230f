"""What the rest of a text says of a name in it: a person named before, the State of Georgia, a list of countries.

"Antigua" is a country in "Antigua, Barbados and Saint Lucia", "Jordan" none where an Audrey Jordan speaks, and
"Georgia" none where its governor does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from loaders import place_tables
from loaders.place_keys import WORD, fold
from loaders.place_towns import countries_of


class Mention(NamedTuple):
    """A country where it stands in a text: `text[start:end] == as_written`; kind is name, adjective, group or city."""

    iso3: str
    start: int
    end: int
    as_written: str
    kind: str


BESIDE = "beside"
"""The kind of a name that counts only in a list with others; no mention has it in the end."""


def in_context(text: str, found: list[Mention]) -> list[Mention]:
    """Return the mentions that still are countries once the whole text is looked at."""
    suspects = _suspects()
    doubted = [one for one in found if one.as_written in suspects or one.kind == BESIDE]
    if not doubted:
        return found
    if any(one.kind == BESIDE for one in doubted):
        found = _listed(text, found)
    found = _without_full_names(text, found)
    surnames = _surnames(text, doubted)
    america = GEORGIA in {one.as_written for one in doubted} and _is_of_america(text, found)
    if not surnames and not america:
        return found
    return [
        one
        for at, one in enumerate(found)
        if not (
            (america and one.as_written == GEORGIA)
            or (one.as_written in surnames and _stands_for_a_person(text, found, at))
        )
    ]


@cache
def _suspects() -> frozenset[str]:
    """Return the names of countries that are surnames or a state too."""
    return place_tables.words("name like")


# Names that count in a list only

_BETWEEN = re.compile(
    r"\s?(?:[,;/&]|,?\s(?:and|or|et|ou|y|e|o|и|или|as well as|ainsi que|así como)\s)\s?"
    r"(?:(?:the|la|le|les|las|los|el|à|de|du|des|d['’]|l['’])\s?){0,2}"
)
_COMMA = re.compile(r"\s?[,;]\s?")
_NAME_BEHIND = re.compile(r"[ \u00a0](?!and\b)[A-ZÀ-Þ][a-zß-ÿ]|[-–](?=\w)")


def plain(text: str) -> str:
    """Return the folded words of a name with one blank between them: "st vincent" for "St. Vincent"."""
    return " ".join(WORD.findall(fold(text)))


def beside_rows() -> dict[str, str]:
    """Return the ISO3 of each name that counts in a list only, by its plain form."""
    return {plain(word): iso3 for word, kind, iso3 in place_tables.place_words() if kind == "in a list"}


def _listed(text: str, found: list[Mention]) -> list[Mention]:
    """Return the mentions with those names made countries that stand in a list of countries, the others left out."""
    sure = {at for at, one in enumerate(found) if one.kind in ("name", "group")}
    named = {found[at].iso3 for at in sure}
    hopeful = [at for at, one in enumerate(found) if one.kind == BESIDE and _may_count(text, one, named)]
    for order in (hopeful, hopeful[::-1]):
        for at in order:
            if (at - 1 in sure and _joined(text, found, at - 1)) or (
                at + 1 in sure and _joined(text, found, at) and not _is_an_address(text, found, at)
            ):
                sure.add(at)
    return [
        one._replace(kind="name") if one.kind == BESIDE else one
        for at, one in enumerate(found)
        if one.kind != BESIDE or at in sure
    ]


def _may_count(text: str, one: Mention, named: set[str]) -> bool:
    """Tell whether a name is no person's, and no town of a country that the text names."""
    if _NAME_BEHIND.match(text, one.end):
        return False
    towns = countries_of(one.as_written) | _towns().get(plain(one.as_written), frozenset())
    return towns.isdisjoint(named)


@cache
def _towns() -> dict[str, frozenset[str]]:
    """Return the countries with a well-known town of such a name, where towns.csv has it under another."""
    return {
        plain(word): frozenset({iso3})
        for word, kind, iso3 in place_tables.place_words()
        if kind == "town too"
    }


def _joined(text: str, found: Sequence[Mention], at: int) -> bool:
    """Tell whether a mention and the next are neighbours in a list."""
    return _BETWEEN.fullmatch(text, found[at].end, found[at + 1].start) is not None


def _is_an_address(text: str, found: Sequence[Mention], at: int) -> bool:
    """Tell whether a name and the next may be a town and its country, as nothing follows: "Granada, Nicaragua"."""
    if _COMMA.fullmatch(text, found[at].end, found[at + 1].start) is None:
        return False
    return at + 2 >= len(found) or not _joined(text, found, at + 1)


# Persons whose two names are countries

_FIRST_NAMES = frozenset(
    {"Chad", "Kenya", "India", "Israel", "Georgia", "Jordan", "Ireland", "Holland", "Jamaica", "Asia"}
)
_SURNAMES = frozenset(
    {
        "Jordan",
        "Ireland",
        "England",
        "Holland",
        "France",
        "Israel",
        "Germany",
        "Poland",
        "Norway",
        "Wales",
        "Sweden",
    }
    | {"Britain", "Scotland", "Cyprus", "Malta", "Brazil", "Chad"}
)


def _without_full_names(text: str, found: list[Mention]) -> list[Mention]:
    """Return the mentions without two that are first name and surname: "Chad Ireland", but no list without commas."""
    names = [
        at
        for at, (one, other) in enumerate(pairwise(found))
        if one.as_written in _FIRST_NAMES
        and other.start - one.end == 1
        and other.as_written in _SURNAMES
        and text[one.end] in " \u00a0"
    ]
    full = {place for at in names if _stands_alone(found, at) for place in (at, at + 1)}
    return [one for at, one in enumerate(found) if at not in full] if full else found


def _stands_alone(found: Sequence[Mention], at: int) -> bool:
    """Tell whether no other country stands directly before or behind two names."""
    before = at > 0 and found[at].start - found[at - 1].end <= 1
    return not before and not (at + 2 < len(found) and found[at + 2].start - found[at + 1].end <= 1)


# Persons who were named before

_NAMED = re.compile(r"([A-ZÀ-Þ][\w'’-]*[a-zß-ÿ]\.?|[A-Z]\.) $")
_PLACED = re.compile(
    r"(?:\b(?:in|of|from|to|for|with|across|within|between|into|near|outside|inside|throughout|via|by|the|on|about|over"
    r"|against|among|under|at|as|like|than)[ \u00a0]|(?-i:[A-ZÀ-Þ])[\w'’-]*[ \u00a0])$",
    re.IGNORECASE,
)
_OWNS = re.compile(r"[-–]\w|['’]s?[ ]")


def _surnames(text: str, doubted: Sequence[Mention]) -> frozenset[str]:
    """Return the names that elsewhere in the text are the surname of a person, as a first name stands before them."""
    written = [one.as_written for one in doubted if one.kind == "name"]
    again = {name for name in written if text.count(name) > written.count(name)}
    if not again:
        return frozenset()
    starts = {one.start for one in doubted}
    return frozenset(name for name in again if _is_a_surname_somewhere(text, name, starts))


def _is_a_surname_somewhere(text: str, name: str, starts: set[int]) -> bool:
    first_names = place_tables.words("given name") | place_tables.words("person title")
    for match in re.finditer(rf"\b{name}\b", text):
        before = _NAMED.search(text, max(0, match.start() - 30), match.start())
        if match.start() not in starts and before is not None and not _NAME_BEHIND.match(text, match.end()):
            first = before[1].rstrip(".")
            if first in first_names or len(first) == 1 or _is_told_as_first_name(text, match.end(), first):
                return True
    return False


def _is_told_as_first_name(text: str, end: int, first: str) -> bool:
    no_names = place_tables.words("feature before") | place_tables.words("no first name")
    return first not in no_names and is_told_as_a_person(text, end)


def _stands_for_a_person(text: str, found: Sequence[Mention], at: int) -> bool:
    """Tell whether a bare surname is the person's again: not "in Jordan", and not in a list of countries."""
    one = found[at]
    if _OWNS.match(text, one.end) or _PLACED.search(text, max(0, one.start - 12), one.start):
        return False
    return not (
        (at > 0 and _joined(text, found, at - 1)) or (at + 1 < len(found) and _joined(text, found, at))
    )


_WHO = (
    r"director|co-?ordinator|officer|prosecutor|judge|lawyer|attorney|advocate|advis[eo]r|specialist|expert|consultant"
    r"|professor|lecturer|researcher|analyst|manager|head|chief|chair(?:man|woman|person)?|president|secretary|minister"
    r"|ambassador|detective|inspector|sergeant|investigator|(?:case|social )?worker|counsell?or|psychologist|survivor"
    r"|(?:co-)?founder|journalist|reporter|editor|trainer|teacher|nurse|doctor|mother|father|spokes(?:man|woman|person)"
    r"|representative|commissioner|magistrate|senator|mayor|sheriff|deputy|activist|author|actor|actress|singer|player"
    r"|student|volunteer|CEO|partner|graduate|resident"
)
_ARTICLE = r"(?:an?[ ]|our[ ]|his[ ]|her[ ]|the[ ]|then[ ])?(?:[\w-]+[ ]){0,3}?"
_APPOSITION = re.compile(rf",[ ](?:who(?:se)?\b|aged?[ ]\d|\d\d\b|{_ARTICLE}(?:{_WHO})\b)")
_NOBODY = (
    r"(?:[\w-]+[ ]){0,4}?(?:organi[sz]ations?|charity|NGO|company|agency|network|foundation|institution|cent(?:re|er)"
    r"|project|programme|program|branch|chapter|member|country|city|town|state|platform|initiative|coalition|hotel|club"
    r"|bank|party|place|destination|partner|host|model|signatory|source|transit|case|region|nation|kingdom|university)\b"
)
"""What a body or a country is, and no person."""

_SPEAKS = re.compile(
    r"[ ](?:said|says|told|tells|explained|recalled|testified|pleaded|thanked|has[ ]served|joined[ ]as"
    r"|was[ ](?:born|sentenced|arrested|convicted|appointed|elected)"
    rf"|(?:is|was)[ ](?:an?[ ](?!{_NOBODY})|{_ARTICLE}(?:{_WHO})\b))"
)


def is_told_as_a_person(text: str, end: int) -> bool:
    """Tell whether what follows a name says who someone is: "…, a social worker", "…, who", "… told the court"."""
    return _APPOSITION.match(text, end) is not None or _SPEAKS.match(text, end) is not None


# The State of Georgia

GEORGIA = "Georgia"
_OFFICE = (
    r"(?:state[ ])?(?:[Aa]ttorney[ ][Gg]eneral|(?:[Ll]ieutenant[ ])?[Gg]overnor|Lt\.[ ]Gov|Gov\.|First[ ]Lady"
    r"|Sen\.|Senator|Rep\.|[Cc]ongress(?:man|woman)|lawmakers?|[Ll]egislat(?:ure|ors?)|[Ss]ecretary[ ]of[ ][Ss]tate"
    r"|state[ ]senators?)"
)
_OFFICE_BEHIND = re.compile(rf"(?:['’]s)?[ ]{_OFFICE}")
_OFFICE_BEFORE = re.compile(rf"\b{_OFFICE}(?:[ ][A-Z]\w+){{0,3}}?[ ]of[ ]$")
_AMERICA = re.compile(
    r"\b(?:Governor|Gov\.|First Lady|Sheriff|sheriff['’]s|Atlanta|Savannah|Augusta|Macon|GBI|FBI|District Attorney"
    r"|district attorneys?|U\.S\. Attorney|Alabama|Tennessee|Florida|South Carolina|North Carolina|General Assembly"
    r"|[A-Z][a-z]+ County|Ga\.|NCAA|Bulldogs|college (?:football|basketball)"
    r"|(?:played|studied|graduated|coached)\b[^.]{0,30} at Georgia)(?!\w)"
)
_CAUCASUS = re.compile(
    r"\b(?:Tbilisi|Batumi|Kutaisi|Rustavi|Zugdidi|Gori|Georgian|Adjara|Abkhazia|Ossetia|Caucas\w+|Republic of Georgia"
    r"|OSCE|Council of Europe|GRETA|Prosecutor[ -]General)"
)


def _is_of_america(text: str, found: Sequence[Mention]) -> bool:
    """Tell whether a text speaks of the State of Georgia: of its officers, or of its towns and no other country."""
    others = {one.iso3 for one in found} - {"GEO", "USA"}
    told = any(_has_an_office(text, one) for one in found if one.as_written == GEORGIA)
    if not told and (others or _AMERICA.search(text) is None):
        return False
    return _CAUCASUS.search(text) is None


def _has_an_office(text: str, one: Mention) -> bool:
    """Tell whether an office of a state stands beside its name: "Georgia's governor", "Attorney General of Georgia"."""
    return (
        _OFFICE_BEHIND.match(text, one.end) is not None
        or _OFFICE_BEFORE.search(text, max(0, one.start - 60), one.start) is not None
    )
