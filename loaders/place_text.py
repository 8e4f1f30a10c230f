"""Countries in running text: by name, by adjective, as members of a whole group, by a city.

The words of a text that begin with a capital (or have none, as in Arabic) are looked up in a tree of the words
of all names; the longest name counts. What stands round it decides whether a person, a river or a dish is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from loaders import place_tables, sheets
from loaders.place_adjectives import adjectives_in
from loaders.place_context import BESIDE, Mention, beside_rows, in_context, is_told_as_a_person, plain
from loaders.place_groups import phrases, whole_group
from loaders.place_keys import WORD, fold, key
from loaders.place_names import by_name, is_short_for
from loaders.place_towns import countries_of


class Entry(NamedTuple):
    """What a phrase of the tree stands for; without an ISO3 it is passed over whole."""

    iso3: str
    kind: str
    spelt: frozenset[str] | None = None


Tree = dict[str, Any]
"""Word -> the words that may follow; under "" the entry of a phrase that ends here, under "+" one that counts in a
list only, under "," an inversion."""

_END, _LISTED = "", "+"
_CAPITAL = re.compile(
    r"[^\W\d_abcdg-np-zß-öø-ÿа-яёα-ω](?<![^\W_].)(?:(?<![efo])|(?:(?<=f)y|(?<=[eo]))(?=[PRS]))[^\W_]*",
    re.DOTALL,
)
"""A word with a capital or without letter case, also "oPt", "fyROM" and "eSwatini".

A class of letters stands first, what must not stand before it second: so most letters are passed over at once.
"""

_IDEOGRAPH = re.compile("[\u3400-\u9fff]")
_IDEOGRAPHS = re.compile("[\u3400-\u9fff]{2,}")
_ARABIC = re.compile("[\u0621-\u064a]")
_GAP = re.compile(r"[ \t\u00a0\u202f]{1,2}|[ \t]*\n[ \t]*|\s?[-‐‑–/]\s?|['’ʼ][ ]?|\.[ \u00a0]?|\s&\s|&")
_INVERTED = re.compile(r"\s?,\s|\s?[(\[]")
_TEXT_KINDS = frozenset({"short", "official", "variant", "former", "endonym", "case", "constituent"})
MOST_WORDS = 50_000
"""Words kept in memory with their place in the tree, so that each is folded once."""

LONGEST_ROW = 6
"""Abbreviations in a row that share one noun: "US, UK and Canadian experts"."""

_AHEAD = 90
"""Characters after a first word in which the rest of a name is looked for."""


def find_countries(text: str) -> list[Mention]:
    """Return the countries a text mentions, in their order; a group gives one mention a member."""
    found: list[Mention] = []
    end = 0
    memory = _memory()
    for match in _CAPITAL.finditer(text):
        word = match[0]
        node = memory[word] if word in memory else _remember(word)
        if node is not None and match.start() >= end:
            for mention in _at(text, match.start(), match.end(), node):
                end = max(end, mention.end)
                if mention.iso3:
                    found.append(mention)
    found = in_context(text, found)
    more = list(_uncapitalised(text, found))
    if not text.isascii() and _IDEOGRAPH.search(text):
        more += _in_chinese(text)
    return sorted([*found, *more], key=lambda one: one.start) if more else found


def _uncapitalised(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Yield the adjectives of other languages that are part of no name: "autorités kazakhes"."""
    for iso3, start, end in adjectives_in(text):
        if not any(one.start < end and start < one.end for one in found):
            yield Mention(iso3, start, end, text[start:end], "adjective")


def _remember(word: str) -> Tree | None:
    """Return the place in the tree of a word that is met for the first time."""
    memory = _memory()
    if len(memory) > MOST_WORDS:
        memory.clear()
    node = memory[word] = _tree().get(fold(word)) or _arabic(word, _tree())
    return node


@cache
def _memory() -> dict[str, Any]:
    """Return the places in the tree of the words that were met; words are fewer than texts."""
    return {}


def _at(text: str, start: int, end: int, node: Tree) -> list[Mention]:
    """Return the mentions of the longest phrase that begins here; one without ISO3 where it is to be passed over."""
    word = end
    end, entry = _longest(text, start, end, node)
    if entry is None:
        return []
    if not entry.iso3 and _LIST_BEFORE.search(text, max(0, start - 3), start) and " and " in text[start:end]:
        end, entry = _longest(text[: text.index(" and ", start)], start, word, node)
        if entry is None:
            return []
    if entry.kind == "group":
        return _group(text, start, end)
    if entry.kind == "behind":
        return _behind(text, start, end)
    if entry.spelt is not None:
        end = _with_stop(text, end)
    if not entry.iso3 or _is_meant_otherwise(text, start, end, entry):
        return [Mention("", start, end, text[start:end], entry.kind)]
    kind = _kind(text, start, end, entry)
    return [Mention(entry.iso3, start, end, text[start:end], kind)]


def _behind(text: str, start: int, end: int) -> list[Mention]:
    """Return the country of a word that is one only behind another, or in a list: "Maurice" in "l'île Maurice"."""
    lead, word = re.split("['’]", _before(text, start)[1].lower())[-1], plain(text[start:end])
    iso3 = _leads().get((lead, word))
    kind = "name" if iso3 else BESIDE
    iso3 = iso3 or _besides().get(word)
    return [Mention(iso3, start, end, text[start:end], kind)] if iso3 else []


@cache
def _besides() -> dict[str, str]:
    """Return the ISO3 of the names that count in a list of countries only."""
    return beside_rows()


@cache
def _leads() -> dict[tuple[str, str], str]:
    """Return the ISO3 by the word before and the word."""
    rows = [
        (*phrase.split(), iso3) for phrase, kind, iso3 in place_tables.place_words() if kind == "two words"
    ]
    return {(lead.lower(), fold(word)): iso3 for lead, word, iso3 in rows}


_LIST_BEFORE = re.compile(r",[ \u00a0]$")
"""Behind a comma "Serbia and Montenegro" are the last two of a list, not the state that was."""


def _longest(text: str, start: int, end: int, node: Tree) -> tuple[int, Entry | None]:
    """Return the end and the entry of the longest phrase that goes on from a first word."""
    best, found = end, _spelt(text, start, end, node)
    at = end
    for match in WORD.finditer(text, end, end + _AHEAD):
        gap = text[at : match.start()]
        step = (
            node
            if gap == " " or _GAP.fullmatch(gap)
            else node.get(",", {})
            if _INVERTED.fullmatch(gap)
            else {}
        )
        node = step.get(fold(match[0]), {})
        if not node:
            break
        at = match.end()
        entry = _spelt(text, start, at, node)
        if entry is not None:
            best, found = at, entry
    if found is not None and text.startswith((")", "]"), best) and re.search(r"[(\[]", text[start:best]):
        best += 1
    return best, found


def _spelt(text: str, start: int, end: int, node: Tree) -> Entry | None:
    """Return the entry of a phrase that ends here, if it is spelt as it must be: "US", not "Us"."""
    entry: Entry | None = node.get(_END)
    if entry is None:
        return node.get(_LISTED)
    if entry.spelt is None:
        return entry
    written = re.sub(r"[.\s]", "", text[start:end])
    return entry if written in entry.spelt else node.get(_LISTED)


def _with_stop(text: str, end: int) -> int:
    """Return the end of an abbreviation with its last full stop: "U.S."."""
    return end + 1 if text[end : end + 1] == "." and text[end - 2 : end - 1] == "." else end


def _group(text: str, start: int, end: int) -> list[Mention]:
    """Return one mention a member where the text says that all of the group is meant."""
    group = whole_group(text, start, end)
    if group is None:
        return []
    written = text[group.start : group.end]
    return [Mention(iso3, group.start, group.end, written, "group") for iso3 in group.members]


# What a name is not


def _is_meant_otherwise(text: str, start: int, end: int, entry: Entry) -> bool:
    """Tell whether a person, a river, a language, an address or the like is meant."""
    if entry.kind == "city":
        return _is_no_place(text, start, end)
    before = _before(text, start)
    return (
        _is_of_a_feature(text, start, end, before=before)
        or _is_a_person(text, start, end, entry, before=before)
        or _is_in_an_address(text, start)
        or (entry.kind == "adjective" and _is_a_language(text, start, end))
        or (entry.spelt is not None and _is_no_abbreviation(text, start, end))
        or (entry.kind == "name" and _is_in_america(text, start, end, entry))
    )


_NEXT = re.compile(r"[ \u00a0]([^\W\d_][\w'’-]*)")
_NEXT_NAME = re.compile(r"[ \u00a0](?:[A-Z]\.[ \u00a0]?){0,2}([A-ZÀ-ÖØ-Þ][\w'’]+)")


def _before(text: str, start: int) -> tuple[str, str]:
    """Return the last two words in front of a place, as they stand; none where no blank divides it from them."""
    if start == 0 or text[start - 1] not in " \u00a0":
        return "", ""
    words = text[start - 40 if start > 40 else 0 : start].split()
    if len(words) > 1:
        return words[-2], words[-1]
    return "", words[0] if words else ""


def _is_of_a_feature(text: str, start: int, end: int, *, before: tuple[str, str]) -> bool:
    """Tell whether the name belongs to a river, an airline, a dish: "Jordan River", "Lake Chad"."""
    after = _NEXT.match(text, end)
    if after is not None:
        following = after[1]
        if following in place_tables.words("feature") or (following in _HOUSES and _HOUSE.match(text, end)):
            return True
    first, last = before
    features = place_tables.words("feature before")
    if last in features or f"{first} {last}" in features:
        return True
    particle = text[start - 2 : start] in _ELIDED or last in _PARTICLES
    return particle and _STREET.search(text, max(0, start - 40), start) is not None


_HOUSES = frozenset({"family", "House", "High", "Primary", "Secondary", "Elementary", "Grammar"})
_HOUSE = re.compile(
    r"[ \u00a0](?:family\b(?![ ](?:planning|protection|laws?|codes?|courts?|reuni\w+|polic\w+|ministry))"
    r"|House\b(?![ ]of\b)|(?:High|Primary|Secondary|Elementary|Grammar)[ \u00a0]School\b)"
)
"""A family, a building or a school behind its name: "Uganda House"."""

_ELIDED = frozenset({"d'", "d’", "l'", "l’"})
_PARTICLES = frozenset({"de", "du", "des", "del", "della", "da", "do", "di", "la"})
_STREET = re.compile(
    r"\b(?:[Rr]ue|[Aa]venue|[Bb]oulevard|Place|[Qq]uai|[Cc]alle|[Aa]venida|Plaza|[Pp]aseo|[Rr]ua|[Pp]raça|[Pp]iazza"
    r"|[Vv]iale|Café|[Gg]olfe|[Mm]er)[ \u00a0]"
    r"(?:d['’]|(?:de|du|des|del|della|da|do|di)[ \u00a0](?:la[ \u00a0]|l['’])?)$"
)
"""A street, a square or a sea before the country it is named for: "Place d'Italie"."""


def _is_a_person(text: str, start: int, end: int, entry: Entry, *, before: tuple[str, str]) -> bool:
    """Tell whether the word is part of a person's name: "Ms. Georgia Petrou", "Kenya Williams", "Judge Jordan"."""
    if entry.spelt is not None or not _WORD_ALONE.fullmatch(text, start, end):
        return False
    first, last = before[0].rstrip("."), before[1].rstrip(".")
    if _is_behind_a_first_name(first, last):
        return True
    if (
        len(before[1]) == 2
        and _INITIAL.fullmatch(before[1])
        and ((first.isalpha() and first.islower()) or first in _polite())
    ):
        return entry.kind == "name" and text[start:end] in place_tables.words("name like")
    titled = last in place_tables.words("person title")
    joined = text[max(0, start - 1) : start] in _JOINING  # "EU-Jordan Mobility Partnership"
    if not titled and (
        joined or entry.kind != "name" or text[start:end] not in place_tables.words("name like")
    ):
        return joined and _is_a_double_surname(text, start, end)
    after = _NEXT_NAME.match(text, end)
    follows = after is not None and _is_a_surname(after[1]) and not _BODY.match(text, after.end())
    if titled:
        return follows or last not in place_tables.words("weak title")
    given = follows or last in place_tables.words("given name")
    return given or _is_behind_a_rarer_name(text, end, last, entry.iso3)


def _is_behind_a_rarer_name(text: str, end: int, last: str, iso3: str) -> bool:
    """Tell whether the word before is a first name: that of a city elsewhere, or one that what follows tells."""
    if not (last.istitle() and last.isalpha()) or last in place_tables.words("follower"):
        return False
    if last in place_tables.words("given name of a city"):
        return iso3 not in countries_of(last)
    if last in place_tables.words("no first name") or not is_told_as_a_person(text, end):
        return False
    return key(last) not in place_tables.names().by_key and not countries_of(last)


_JOINING = frozenset("-–/")
_DOUBLE = re.compile(r"(?:^|[ \u00a0])([A-ZÀ-Þ][a-zß-ÿ]+)[ \u00a0]([A-ZÀ-Þ][a-zß-ÿ]+)-$")


def _is_a_double_surname(text: str, start: int, end: int) -> bool:
    """Tell whether a first name and half a surname stand before a hyphen: "Mary Banda-Jordan"."""
    half = _DOUBLE.search(text, max(0, start - 40), start)
    if half is None or half[1] in place_tables.words("no first name"):
        return False
    if text[start:end] not in place_tables.words("name like"):
        return False
    if half[1] in place_tables.words("given name") or is_told_as_a_person(text, end):
        return True
    names = place_tables.names().by_key
    return not any(key(word) in names or countries_of(word) for word in (half[1], half[2]))


_INITIAL = re.compile(r"[A-Z]\.")
_BODY = re.compile(
    r"(?:[ \u00a0][A-Z][\w'’-]*){0,2}?[ \u00a0](?:Services?|Authority|Agency|Commission|Bureau|Department|Council|Board"
    r"|Police|Office|Association|Ministry|Force|Guard|Partnership|Program(?:me)?|Project|Cent(?:re|er)|Initiative"
    r"|Network|Union|Federation|Alliance|Forum|Committee|Court|University|Corporation|Institute|Company|Bank)\b"
)
"""What a body is called at the end of its name: "Kenya Wildlife Service" is no person."""


def _is_behind_a_first_name(first: str, last: str) -> bool:
    """Tell whether the two words before are a form of address and a name: "Ms. Paris" before "Jordan"."""
    if first not in _polite() or not (last.istitle() and last.isalpha()):
        return False
    return last not in _polite() and last not in place_tables.words("follower")


@cache
def _polite() -> frozenset[str]:
    """Return the forms of address behind which a name stands in any case."""
    return place_tables.words("person title") - place_tables.words("weak title")


_WORD_ALONE = re.compile(r"[^\W\d_]+")


def _is_a_surname(word: str) -> bool:
    """Tell whether a word with a capital behind a first name can be a surname."""
    if word.isupper() or word in place_tables.words("follower") or word in place_tables.words("person title"):
        return False
    name = key(word)
    return name not in place_tables.names().cities and not place_tables.names().by_key.get(name)


def _is_in_an_address(text: str, start: int) -> bool:
    """Tell whether the word stands in a link or an e-mail address."""
    if start == 0 or text[start - 1].isspace():
        return False
    run = text[max(0, start - 80) : start].rsplit(None, 1)[-1:]
    return bool(run) and ("://" in run[0] or "www." in run[0] or "@" in run[0] or run[0].endswith("#"))


_SEPARATED = r"(?:,[ ]|[ ]and[ ]|[ ]or[ ]|,[ ]and[ ]|/)"
_IN_LANGUAGE = re.compile(
    r"\b(?:in|into|In|speaks?|fluent|[Ll]anguages?(?::|[ ](?:is|are|was|were)))[ \u00a0]"
    rf"(?:(?:both[ ])?[A-Z][a-z]+{_SEPARATED})*$|\bEnglish/$"
)
_NO_NOUN = re.compile(
    r"\s*(?:[.,;:)!?]|$|(?:and|or|with|by|for|at|on|to|was|were|is|are|as)\b)|/(?=English\b)"
)
_TONGUE = re.compile(
    rf"(?:{_SEPARATED}[A-Z][a-z]+){{0,4}}[-\s](?:speaking|language|languages|translations?|interpretation|interpreters?"
    r"|version|versions|subtitles|edition|text|speakers?)\b"
)


def _is_a_language(text: str, start: int, end: int) -> bool:
    """Tell whether an adjective stands for the language: "in Russian and Tajik", "Russian-speaking"."""
    if _TONGUE.match(text, end):
        return True
    return (
        _NO_NOUN.match(text, end) is not None
        and _IN_LANGUAGE.search(text[max(0, start - 60) : start]) is not None
    )


def _is_no_abbreviation(text: str, start: int, end: int) -> bool:
    """Tell whether an abbreviation is a pronoun, a currency, or short for the words before its brackets."""
    return (
        _is_us_all(text, start, end)
        or _is_money(text, end)
        or (
            text[start - 1 : start] == "(" and text[end : end + 1] == ")" and _is_an_acronym(text, start, end)
        )
    )


_WORDS_BEFORE = re.compile(r"[^.;:,()\n]*$")


def _is_an_acronym(text: str, start: int, end: int) -> bool:
    """Tell whether brackets hold the first letters of words that are no country: "Child Alert Response (CAR)"."""
    before = _WORDS_BEFORE.search(text, max(0, start - 80), start - 1)
    words = before[0].split() if before else []
    if not is_short_for(" ".join(words), text[start:end].replace(".", "")):
        return False
    return not any(by_name(key(" ".join(words[at:]))) for at in range(len(words)))


_US_ALL = re.compile(
    r"\b(?:JOIN|CONTACT|ABOUT|FOLLOW|TELL|HELP|LET|WITH|FOR|TO|SUPPORT|Join|Contact|About|Follow)[ ]$"
)


def _is_us_all(text: str, start: int, end: int) -> bool:
    """Tell whether US is the pronoun in a heading in capitals: "CONTACT US"."""
    return text[start:end] == "US" and _US_ALL.search(text[max(0, start - 12) : start]) is not None


_MONEY = re.compile(r"[ \u00a0]?\$|[ \u00a0-][Dd]ollars?\b|[ \u00a0]cents\b")


def _is_money(text: str, end: int) -> bool:
    """Tell whether an abbreviation is that of a currency: "US$500", "US dollars"."""
    return _MONEY.match(text, end) is not None


_STATE_BEHIND = re.compile(r",?[ \u00a0](?:and|or)[ \u00a0]([A-Z][a-z]+(?:[ ][A-Z][a-z]+)?)")
_STATE_BEFORE = re.compile(r"([A-Z][a-z]+(?:[ ][A-Z][a-z]+)?)(?:,|,?[ ](?:and|or))[ \u00a0]$")
_CAPITALS = frozenset({"Washington", "New York"})
"""States whose names stand for a city or a government too."""


def _is_beside_a_state(text: str, start: int, end: int) -> bool:
    """Tell whether Georgia is listed with another of the United States: "Georgia and Alabama"."""
    found = _STATE_BEHIND.match(text, end), _STATE_BEFORE.search(text, max(0, start - 40), start)
    states = place_tables.words("us state") - _CAPITALS
    return any(
        one is not None and not states.isdisjoint({one[1], one[1].split()[-1], one[1].split()[0]})
        for one in found
    )


_BEHIND = re.compile(r",[ \u00a0]([A-Z][a-z]+(?:[ ][A-Z][a-z]+)?)")
_USA = re.compile(r",?[ \u00a0]\(?(?:USA|U\.S\.A?\.?|US|United States)\b")
_TOWN = re.compile(
    r"([A-Z][\w.]+(?:[ ][A-Z][\w.]+)?),[ \u00a0]$|([Ss]tate of|US state of|U\.S\. state of)[ ]$"
)


def _is_in_america(text: str, start: int, end: int, entry: Entry) -> bool:
    """Tell whether a town or state of the United States is meant: "Lebanon, Pennsylvania", "Atlanta, Georgia"."""
    behind = _BEHIND.match(text, end)
    if behind is not None and behind[1] in place_tables.words("us state"):
        return True
    if entry.iso3 != "GEO" or not text.startswith("Georgia", start):
        return False
    town = _TOWN.search(text, max(0, start - 40), start)
    if _OFFICES_IN_GEORGIA.match(text, end) or _is_beside_a_state(text, start, end):
        return True
    if town is not None and (town[2] or {town[1], town[1].split()[-1]} & place_tables.words("georgia us")):
        return True
    return _USA.match(text, end) is not None


_OFFICES_IN_GEORGIA = re.compile(
    r"[ \u00a0](?:Bureau of Investigation|State (?:Patrol|University|Police|Senate|House|Capitol|Defense)|Tech\b"
    r"|Institute of Technology|National Guard|Department of (?:Public Safety|Corrections|Law|Human Services|Education)"
    r"|General Assembly|Southern University|Sheriff)"
)
"""Bodies of the State of Georgia."""

_TREATY = re.compile(
    r"[ \u00a0](?:Conventions?|Protocols?|Process|Statute|Agreements?|Declaration|Rules|Principles|Treaty|Pact|Call"
    r"|Consensus|Accords?|Plan|Platform|Dialogue|Charter|Action|Guidelines|Compact|Commitments?|Initiative|Pride"
    r"|Recommendations)\b"
)
_LOCAL = re.compile(r"\b(?:in|at|from|near|to|of|via|In|At|From)[ \u00a0]$")


def _is_no_place(text: str, start: int, end: int) -> bool:
    """Tell whether the name of a city is that of a treaty, a person, or too short to be sure."""
    if _TREATY.match(text, end):
        return True
    behind = _BEHIND.match(text, end)
    if behind is not None and {behind[1], behind[1].split()[0]} & place_tables.words("us state"):
        return True
    if _before(text, start)[1].rstrip(".") in place_tables.words("person title"):
        return True
    return text[start:end] in place_tables.words("city like") and not (
        _LOCAL.search(text[max(0, start - 8) : start]) or _BEHIND.match(text, end)
    )


_FUNCTION = re.compile(
    r"[ \u00a0](?:and|or|in|to|is|are|has|have|had|was|were|will|would|which|that|with|for|from|on|at|as|by|where|who"
    r"|whose|but|than|also|not|of|the|a|an|after|before|during|since|under|into|between|both|while|when|can|may|must|should|via|including|through|against|over|said"
    r"|hosted|hosts|organised|organized|funded|funds|fund|took|take|takes|attended|attend|participated|participate|joined|join"
    r"|signed|agreed|presented|present|sent|send|sends|came|come|met|meet|meets|exchanged|exchange|shared|share|led|lead"
    r"|spoke|held|wrote|began|won|saw|kept|brought|taught|told|built|chose|drew|felt|found|got|grew|heard|knew|left|put"
    r"|ran|set|stood|went|withdrew|undertook|became|plans|intends|expects|agrees|remains|joins|wants"
    r"|gave|give|paid|pays|provided|provides|supported|supports|contributed|made|reported|report|were|did|do|does|ratified"
    r"|[a-z]{3,}(?<!bas)(?<!fund)(?<!financ)(?<!back)(?<!sponsor)ed|reaffirmed|called|noted|stressed|announced|launched|opened|received|adopted|et|y|e|und)\b"
)
_ATTRIBUTE = re.compile(r"(?:-(?=[a-z])|[ \u00a0][^\W\d_])")
_PAIRED = re.compile(r"(?:[ ](?:and|or)[ ]|,[ ]|/)(?P<other>U\.S\.|U\.K\.|[A-Z][^\W\d_]*)")


def _kind(text: str, start: int, end: int, entry: Entry) -> str:
    """Return the kind of a mention: an abbreviation before a noun does the work of an adjective."""
    if entry.spelt is None or text[start:end] not in place_tables.words("attributive"):
        return entry.kind
    return "adjective" if _is_attribute(text, end) else entry.kind


def _is_attribute(text: str, end: int) -> bool:
    """Tell whether a noun follows, or others of the kind and then a noun: "US, UK and Canadian experts"."""
    for _ in range(LONGEST_ROW):
        if _ATTRIBUTE.match(text, end) and not _FUNCTION.match(text, end):
            return True
        other = _PAIRED.match(text, end)
        if other is None:
            return False
        if other["other"] not in place_tables.words("attributive"):
            return key(other["other"]) in place_tables.names().adjectives
        end = other.end()
    return False


# The tree


@cache
def _tree() -> Tree:
    """Return the words of all phrases that are looked for, as a tree; names go before adjectives before cities."""
    tree: Tree = {}
    for phrase in phrases():
        _plant(tree, phrase, Entry("", "group"))
    for name, iso3 in place_tables.city_rows():
        _plant(tree, name, Entry(iso3, "city"))
    for name, iso3 in _adjectives():
        _plant(tree, name, Entry(iso3, "adjective"))
    for _, word in _leads():
        _plant(tree, word, Entry("", "behind"))
    doubtful = place_tables.keys("not in text")
    for name, iso3, known in _names():
        spelt = frozenset({name}) if known in doubtful else None
        _plant(tree, name, Entry(iso3, "name", spelt))
    for name in place_tables.words("in text"):
        code = place_tables.names().by_key.get(key(name)) or place_tables.names().codes[name]
        _plant(tree, name, Entry(code, "name", frozenset({name.replace(" ", "")})))
    for phrase in place_tables.words("false friend"):
        if not phrase.islower():
            _plant(tree, phrase, Entry("", "name"))
    _plant_abbreviations(tree)
    for word in _besides():
        _plant(tree, word, Entry("", "behind"), under=_LISTED)
    return tree


def _plant(tree: Tree, phrase: str, entry: Entry, under: str = _END) -> None:
    """Put a phrase into the tree; what its brackets or its comma add stands under a branch of its own."""
    node = tree
    for at, part in enumerate(_BRANCH.split(fold(phrase))):
        found = WORD.findall(part)
        if at and found and node is not tree:
            node = node.setdefault(",", {})
        for word in found:
            node = node.setdefault(word, {})
    if node is not tree:
        node[under] = entry


_BRANCH = re.compile(r"[,(\[]")


def _plant_abbreviations(tree: Tree) -> None:
    """Put in the abbreviations that are looked for in running text, each in its own spelling only."""
    codes = place_tables.names()
    spelt: dict[str, set[str]] = {}
    for written in place_tables.words("abbreviation"):
        spelt.setdefault(fold(written), set()).add(re.sub(r"[.\s]", "", written))
    for written in sorted(place_tables.words("abbreviation")):
        iso3 = codes.by_key.get(key(written)) or codes.codes.get(written)
        if iso3 is not None:
            _plant(tree, written, Entry(iso3, "name", frozenset(spelt[fold(written)])))


def _adjectives() -> Iterator[tuple[str, str]]:
    """Yield adjectives and their plural as a noun: "Uzbek", "Uzbeks"."""
    for row in sheets.rows("country_adjectives.csv", "name", "iso3"):
        yield row["name"], row["iso3"]
        if row["iso3"] and not row["name"].endswith(("sh", "ch", "ese", "s")):
            yield f"{row['name']}s", row["iso3"]


def _names() -> Iterator[tuple[str, str, str]]:
    """Yield the names that are looked for in running text, with ISO3 and key: no codes, no exceptions."""
    exceptions = place_tables.words("not in text") | {
        row["name"] for row in sheets.rows("country_adjectives.csv", "name", "iso3")
    }
    for name, iso3, kind, known in place_tables.alias_rows():
        if iso3 and name not in exceptions and _is_for_text(name, kind):
            yield name, iso3, known
            for joined, other in ((" and ", " "), (" & ", " and ")):
                if joined in name:
                    yield name.replace(joined, other), iso3, known
    adjectives = place_tables.names().adjectives
    for row in sheets.rows("country_names.csv", "name", "iso3"):
        name, iso3, known = row["name"].removeprefix("the "), row["iso3"], key(row["name"])
        fit = _is_for_text(name, "short") and not re.search("[Gg]ou?vern", name)
        if iso3 and fit and name not in exceptions and known not in adjectives:
            yield name, iso3, known


def _is_for_text(name: str, kind: str) -> bool:
    """Tell whether a name is long enough, and written so that it is no common word."""
    if _ARABIC.search(name):
        return len(name) > 2
    long = kind == "abbrev" and len(name) > 7
    if name[:1].islower() or name.isupper() or _IDEOGRAPH.search(name):
        return False
    return (long or kind in _TEXT_KINDS) and len(name) > (3 if name.isascii() else 1)


# Scripts without capitals


_PREFIX = re.compile("^(?:وال|بال|فال|كال|لل|و|ب|ل|ف|ك)")


def _arabic(word: str, tree: Tree) -> Tree | None:
    """Return the place in the tree of an Arabic word behind a particle: "وأوزبكستان", "للأردن"."""
    if not _ARABIC.search(word):
        return None
    folded = fold(word)
    prefix = _PREFIX.match(folded)
    while prefix is not None:
        rest = folded[prefix.end() :]
        if len(rest) > 2:
            found: Tree | None = tree.get(rest) or tree.get(f"ال{rest}")
            if found is not None:
                return found
        if len(prefix[0]) > 1:
            folded, prefix = folded[1:], _PREFIX.match(folded[1:])
            continue
        return None
    return None


@cache
def _chinese() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {
        name: iso3
        for name, iso3, _, _ in place_tables.alias_rows()
        if iso3 and _IDEOGRAPHS.fullmatch(name) and name not in place_tables.words("not in text")
    }
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), names


def _in_chinese(text: str) -> Iterator[Mention]:
    """Yield the countries named in Chinese characters, where no blank divides words."""
    pattern, names = _chinese()
    for match in pattern.finditer(text):
        yield Mention(names[match[0]], match.start(), match.end(), match[0], "name")
