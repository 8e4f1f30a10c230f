"""Ways to take a name apart that stands with more than itself: brackets, a city, a slash, a lost letter."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from loaders import place_tables
from loaders.place_doubts import is_doubt, is_doubted
from loaders.place_forms import SENSITIVE
from loaders.place_keys import SMALL, clean, fold, key, words
from loaders.place_names import after_lead, by_name, found_in, is_short_for, known, named
from loaders.place_tables import NO_COUNTRY
from loaders.place_towns import countries_of, in_georgia_of_america, is_state_in_brackets

_GOVERNMENT = re.compile(
    r"(?:the\s+)?(?:royal\s+)?(?:(?:government|govt\.?|gouvernement|gobierno|правительство)\s+(?:of|de|du|del|d['’])?\s*(?P<of>.+)"
    r"|(?P<before>.+?)\s+(?:government|govt\.?))",
    re.IGNORECASE,
)
_GOVERNS = re.compile("go[uvb]|прав", re.IGNORECASE)
BRACKETS = re.compile(r"(?P<head>.*?)\s*[(\[](?P<inside>[^()\[\]]*)[)\]]\s*(?P<tail>[^()\[\]]*)")
ASIDE = re.compile(
    r"(?:on-?line|virtual(?:ly)?|hybrid|remote(?:ly)?|webinar|in[- ]person|host(?:ed)?|country|sar|zoom"
    r"|en ligne|en línea|онлайн|and others|others?|etc\.?|et al\.?|\d[\d\s./-]*|day \d+"
    r"|observers?|donors?)",
    re.IGNORECASE,
)
"""What stands beside a name in a list and says nothing about it."""

_POST = re.compile(r"embass|ambassad|consul|desk|посол|ambasciat|embajad", re.IGNORECASE)
"""Offices abroad: the country that is named is the post, or the sender."""


def taken_apart(text: str) -> str | None:
    """Return the ISO3 that the first way finds which finds one, "" for a text without letters, None where none does."""
    if not any(map(str.isalnum, text)):
        return NO_COUNTRY
    if _SUM.search(text) or is_doubted(text) or _names_several(text):
        return None
    return next((found for way in _WAYS if (found := way(text)) is not None), None)


_SUM = re.compile(r"\bUS[ -]dollars?\b", re.IGNORECASE)
_SEVERAL = re.compile(r"\([^()]*\)[^()]*?(?:[,;/&+\n]|\s(?:and|et|y|e|и|und)\s)[^()]*(?=\()")
_INSIDE = re.compile(r"\(([^()]*)\)")


def _names_several(text: str) -> bool:
    """Tell whether several names have their own brackets: "Paris (France), London (UK)"."""
    if _SEVERAL.search(text) is None:
        return False
    inside = {named(one) for one in _INSIDE.findall(text)}
    return len(inside) > 1 or inside == {None}


def _government(text: str) -> str | None:
    """Return the country whose government is named: the government as a whole stands for it."""
    match = _GOVERNMENT.fullmatch(text) if _GOVERNS.search(text) else None
    return (known(match["of"] or match["before"]) or None) if match else None


def in_brackets(text: str) -> str | None:
    """Return the country of a name with brackets: "Kazakhstan (online)", "Texas (USA)", "Congo (COD)"."""
    match = BRACKETS.fullmatch(text) if "(" in text or "[" in text else None
    if match is None or _POST.search(text) or _names_several(text):
        return None
    return _head_and_inside(f"{match['head']} {match['tail']}".strip(), match["inside"].strip())


def _head_and_inside(head: str, inside: str) -> str | None:
    """Return the country of a name and of what stands in its brackets."""
    if key(inside) in place_tables.keys("not in brackets") or is_doubt(inside):
        return None
    if is_state_in_brackets(head, inside):
        return "USA" if named(head) == "USA" else NO_COUNTRY
    return _told_by_both(head, inside, named(head), named(inside))


_NOTE = re.compile(
    r"(?P<name>[^\W\d_]+)\*?\s*[,;(\[–—-]?\s*(?P<note>[^,;(\[]*1244\b.*)", re.IGNORECASE | re.DOTALL
)
_UNDER_RESOLUTION = "XKX"
"""The code whose name stands with such a note."""

_NOTE_WORDS = """1244 99 1999 10 june un unsc unscr scr sc res resolution resolutions security council united nations
of the to a in on as per by with and under within for pursuant accordance line context framework understood defined
designation reference references any all this shall be is text full compliance without prejudice status"""
_WORDS_OF_NOTE = frozenset(_NOTE_WORDS.split())
"""Words of the note that a name is used under a resolution of the Security Council."""


def with_note(text: str) -> str | None:
    """Return the country of a name with the note on its status: "Kosovo (in line with UN resolution 1244)"."""
    match = _NOTE.fullmatch(text) if "1244" in text else None
    if match is None or not _WORDS_OF_NOTE.issuperset(words(match["note"])):
        return None
    return _UNDER_RESOLUTION if named(match["name"]) == _UNDER_RESOLUTION else None


def _told_by_both(head: str, inside: str, outer: str | None, inner: str | None) -> str | None:
    """Return the country where what stands outside brackets and inside do not contradict each other."""
    if outer and inner:
        return inner if outer == inner or (outer, inner) in _TOLD_APART or _is_code(head, inside) else None
    if outer:
        return outer if _stands_with(head, inside, outer) else None
    if inner:
        return None if key(head) in place_tables.keys("split name") or is_short_for(head, inside) else inner
    return found_in(clean(head)) if ASIDE.fullmatch(inside) else None


def _is_code(head: str, inside: str) -> bool:
    """Tell whether brackets say what a code stands for, which may be another's too: "CR (Czech Republic)"."""
    return head.isupper() and len(head) < 4 < len(inside)


_TOLD_APART = {("COG", "COD"), ("COD", "COG"), ("KOR", "PRK"), ("PRK", "KOR"), ("GEO", "USA")}
"""Countries of one name, of which the brackets say which is meant: "Congo (COD)", "Georgia (USA)"."""

_TAIL = re.compile(
    r"[\s,]+(?:etc\.?|and others?|and other countries|et al\.?|и др(?:угие|\.)"
    r"|(?:and|&|\+|/|et|y|e|и)\s+(?:on-?line|virtual(?:ly)?|en ligne|en línea|онлайн))$",
    re.IGNORECASE,
)


_TAIL_ENDS = (
    "etc",
    "etc.",
    "other",
    "others",
    "countries",
    "al",
    "al.",
    "др.",
    "другие",
    "line",
    "línea",
    "virtual",
    "virtually",
    "онлайн",
)


def _and_others(text: str) -> str | None:
    """Return the country of "Kazakhstan etc."."""
    tail = _TAIL.search(text) if text[-9:].casefold().endswith(_TAIL_ENDS) else None
    return found_in(clean(text[: tail.start()])) or None if tail else None


def _alternatives(text: str) -> str | None:
    """Return the country that all sides of a slash name, or that a city stands with."""
    sides = text.split("/")
    if len(sides) < 2:
        return None
    found = {named(side) for side in sides}
    codes = found - {None}
    others = [side for side in sides if named(side) is None]
    return codes.pop() if len(codes) == 1 and all(map(_beside, others)) else None


def _beside(text: str) -> bool:
    """Tell whether a piece beside a country's name is a city or a word that changes nothing."""
    text = clean(text)
    return not text or key(text) in place_tables.names().cities or ASIDE.fullmatch(text) is not None


def _place(text: str) -> str | None:
    """Return the country of "City, Country", "Country, City" and the same with dashes."""
    if not _PLACE_MARK.search(text):
        return None
    divided = [[side for side in mark.split(text) if side.strip()] for mark in _PLACE_MARKS]
    sides = next((sides for sides in divided if len(sides) > 1), [])
    if (
        not 2 <= len(sides) <= 6
        or _POST.search(text)
        or any(side.count("(") != side.count(")") for side in sides)
    ):
        return None
    found = [_located(side) for side in sides]
    codes = dict.fromkeys(code for code in found if code)
    if len(codes) == 2 and {"GEO", "USA"} == codes.keys():
        return "USA"
    if len(codes) != 1:
        return None
    iso3 = next(iter(codes))
    others = [clean(side) for side, code in zip(sides, found, strict=True) if not code]
    where = sides[found.index(iso3)].strip()
    return iso3 if _agrees(iso3, others, where, doubtful="first name" if found[-1] else "name like") else None


_PLACE_MARKS = (re.compile(r"[,;，،\n]"), re.compile(r"\s[-–—:|]\s|:\s"))
_PLACE_MARK = re.compile(r"[,;，،\n:]|\s[-–—|]")


def _located(side: str) -> str | None:
    """Return the country of one side, if that side is not also a city that stands for nothing."""
    return named(side) or None


def _stands_with(head: str, inside: str, iso3: str) -> bool:
    """Tell whether brackets leave a name what it is: "Congo (Kinsasa)" may be another country than "Congo"."""
    if key(head) not in place_tables.keys("split name"):
        return True
    return _beside(inside) or iso3 in place_tables.names().cities.get(key(inside), ())


def _agrees(iso3: str, others: list[str], written: str, *, doubtful: str) -> bool:
    """Tell whether what stands beside a country's name can be in it; doubtful names need a city that is known."""
    if any(iso3 in countries_of(other) for other in others):
        return True
    american = iso3 == "GEO" and any(map(in_georgia_of_america, others))
    if american or any(is_short_for(other, written) for other in others):
        return False
    beside = set(map(key, others))
    if beside & place_tables.keys("us state"):
        return iso3 == "USA"
    if beside & place_tables.keys("split name") or written in place_tables.words("us postal code"):
        return False
    split = key(written) in place_tables.keys("split name")
    if not split and key(written) not in place_tables.keys(doubtful):
        return all(len(other.split()) <= LONGEST_PLACE for other in others)
    return all(_beside(other) or (not split and _is_area(other, iso3)) for other in others)


_AREA = re.compile(
    r"(?P<name>.*\w)\s(?:(?P<american>county|district|state)|province|governorate|oblast|prefecture|municipality|region)",
    re.IGNORECASE,
)


def _is_area(text: str, iso3: str) -> bool:
    """Tell whether a text names part of a country, and no person: "Mombasa County"; America's Georgia has them too."""
    match = _AREA.fullmatch(text)
    return match is not None and not (iso3 == "GEO" and match["american"])


LONGEST_PLACE = 6
"""Words of the longest place beside a country's name."""


@cache
def _city_words() -> frozenset[str]:
    """Return the words that names of cities are made of."""
    return SMALL.union(*(name.split() for name in place_tables.names().cities))


def _city_before(text: str) -> str | None:
    """Return the country of "Tashkent Uzbekistan": a city of the country, then its name, or the other way round."""
    found, names = text.split(), place_tables.names()
    if len(found) < 2 or not any(_city_words().issuperset(words(end)) for end in (found[0], found[-1])):
        return None
    for cut in range(1, min(len(found), 6)):
        for city, country in ((found[:cut], found[cut:]), (found[cut:], found[:cut])):
            iso3 = by_name(key(" ".join(country)))
            if iso3 and iso3 in names.cities.get(key(" ".join(city)), ()):
                return iso3
    return None


_TWICE = re.compile(r"\s+(?:and|&)\s+|\s+(?=[A-Z]{2,3}$)|(?<=^[A-Z]{2})\s+|(?<=^[A-Z]{3})\s+")


def _same_twice(text: str) -> str | None:
    """Return the country of a name that stands twice or with words that change nothing: "TJ Tajikistan"."""
    pieces = [piece for piece in _TWICE.split(text) if piece] if " " in text else []
    if not 2 <= len(pieces) <= 4:
        return None
    found = [named(piece) for piece in pieces if not ASIDE.fullmatch(piece)]
    return found[0] if found and found[0] and len(set(found)) == 1 else None


def _damaged(text: str) -> str | None:
    """Return the country of a name in which a letter was lost and left a mark: "C?te d'Ivoire"."""
    if not ("?" in text or "\ufffd" in text) or not _LOST.search(text):
        return None
    found = _LOST.sub("¤", _ELISION.sub(" ", fold(text)))
    patterns = [re.escape(word).replace("¤", ".{1,2}") for word in re.findall(r"[\w¤]+", found)]
    wanted = [re.compile(pattern) for pattern in patterns if pattern not in SMALL]
    names = place_tables.names().by_key
    codes = {iso3 for name, iso3 in names.items() if _fits(name.split(), wanted)}
    return codes.pop() or None if len(codes) == 1 else None


_LOST = re.compile(r"(?<=\w)[?\ufffd]+(?=\w|\s|$)|^[?\ufffd](?=\w)")
_ELISION = re.compile(r"(?<=\bd)['’`?\ufffd]")


def _fits(name: list[str], wanted: list[re.Pattern[str]]) -> bool:
    """Tell whether each pattern fits a word of a name, and each word is used once."""
    if len(name) != len(wanted):
        return False
    left = list(name)
    for pattern in wanted:
        word = next((word for word in left if pattern.fullmatch(word)), None)
        if word is None:
            return False
        left.remove(word)
    return True


_CHINESE_FORMS = re.compile(
    "(?:(?:民主|人民|社会主义|社會主義|伊斯兰|伊斯蘭|联邦|聯邦|联合|聯合|合作|东岸|東岸|阿拉伯|玻利瓦尔|玻利瓦爾){0,4}(?:共和国|共和國)"
    "|王国|王國|大?公国|大?公國|苏丹国|蘇丹國|独立国|獨立國|联盟|聯盟|联邦|聯邦|国|國)$"
)
_SHORTEST_CHINESE = 3


def _ideographs(text: str) -> str | None:
    """Return the country of a Chinese name with the word for republic, kingdom or state behind it."""
    form = None if text.isascii() else _CHINESE_FORMS.search(text)
    if form is None or (len(form[0]) == 1 and form.start() < _SHORTEST_CHINESE):
        return None
    iso3 = known(text[: form.start()])
    return iso3 if iso3 and iso3 not in SENSITIVE else None


_WAYS: tuple[Callable[[str], str | None], ...] = (
    after_lead,
    with_note,
    in_brackets,
    _alternatives,
    _place,
    _government,
    _same_twice,
    _and_others,
    _city_before,
    _damaged,
    _ideographs,
)
"""Ways to take a name apart, tried one after the other."""
