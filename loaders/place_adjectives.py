"""Adjectives of countries in French, Spanish, Portuguese and Russian text, which are written without a capital.

An adjective counts where it stands beside a noun: of a language, an ocean or a people's name nothing is given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from loaders import sheets

FILE = "country_adjective_forms.csv"

Found = tuple[str, int, int]
"""ISO3, start and end of an adjective."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MARKS = re.compile(r"[-–,.;:()«»\"“”!?]")
_JOINED = re.compile(r"(?:,\s|\s(?:et|ou|y|e|o|и|или)\s|,\s(?:et|y|e|и)\s)")
"""What stands between two adjectives of one noun: "colombianos y panameños"."""

_BEFORE = re.compile(r"([^\W\d_]+)[\s\u00a0]$")
_AFTER = re.compile(r"[\s\u00a0]([^\W\d_]+)")

_NO_NOUN_WORDS = """
a al à au aux le la les l un une des du de d en dans par pour sur el los las lo uno una unos unas del por para con
o os as um uma uns umas do da dos das no na nos nas em pelo pela ao aos com que et y e ou où mais pero mas ni
langue langues idioma idiomas lengua lenguas língua línguas lingua linguas parle parlent parler parlant habla hablan
hablar hablante fala falam falar falante océan océano oceano mer mar golfe golfo canal traduit traduite traduction
traducido traducción tradução traduzido interprétation interpretación interpretação version versión versão
"""
_NO_NOUNS = frozenset(_NO_NOUN_WORDS.split())
"""Words behind which an adjective stands for a language, a people or a sea."""

_NO_NOUNS_AFTER = (
    *("язык", "океан", "залив", "канал", "мор", "пустын"),
    *("кухн", "государств", "континент", "литератур"),
)
"""How the Russian nouns begin with which an adjective means no country's people or bodies."""


def adjectives_in(text: str) -> Iterator[Found]:
    """Yield the adjectives of a text in their order."""
    if _tails().isdisjoint(_MARKS.sub(" ", text).lower().split()):
        return
    known, end = forms(), -1
    for match in _WORD.finditer(text):
        adjective = known.get(match[0].lower())
        if adjective is None:
            continue
        iso3, language = adjective
        fits = _fits_russian(text, match) if language == "ru" else _fits_romance(text, match, end)
        if fits:
            end = match.end()
            yield iso3, match.start(), end


def _fits_romance(text: str, match: re.Match[str], last: int) -> bool:
    """Tell whether an adjective in small letters stands behind its noun, or behind another, which ended at `last`."""
    if match[0] != match[0].lower():
        return False
    joined = last >= 0 and _JOINED.fullmatch(text, last, match.start())
    before = _BEFORE.search(text, max(0, match.start() - 30), match.start())
    return bool(joined) or (before is not None and before[1].lower() not in _NO_NOUNS)


def _fits_russian(text: str, match: re.Match[str]) -> bool:
    """Tell whether a noun follows that may be of people or bodies."""
    after = _AFTER.match(text, match.end())
    return after is not None and not after[1].lower().startswith(_NO_NOUNS_AFTER)


@cache
def forms() -> dict[str, tuple[str, str]]:
    """Return ISO3 and language of each form of each adjective, in small letters."""
    found: dict[str, tuple[str, str]] = {}
    sheet = sheets.read(sheets.path_of(FILE), "adjective", "language", "iso3")
    for line, row in sheet.rows():
        if row["language"] not in _INFLECTED:
            what = f"language {row['language']!r} is none of: {', '.join(_INFLECTED)}; mend it"
            raise sheets.fault(sheet.name, line, what)
        for form in inflected(row["adjective"], row["language"]):
            found.setdefault(form, (row["iso3"], row["language"]))
    return found


def inflected(written: str, language: str) -> list[str]:
    """Return the forms of an adjective by its masculine; several words are all its forms already."""
    forms_ = written.split()
    return forms_ if len(forms_) > 1 else _INFLECTED[language](written)


@cache
def _tails() -> frozenset[str]:
    """Return the words of which one stands in every text with an adjective: "africain" of "sud-africain"."""
    return frozenset(form.rpartition("-")[2] for form in forms())


def french(adjective: str) -> list[str]:
    """Return the four forms of a French adjective by its masculine."""
    ends = {"ien": "ienne", "éen": "éenne", "yen": "yenne", "e": "e", "è": "è"}
    feminine = next(
        (adjective.removesuffix(end) + other for end, other in ends.items() if adjective.endswith(end)),
        f"{adjective}e",
    )
    plural = adjective if adjective.endswith(("s", "x")) else f"{adjective}s"
    return [adjective, plural, feminine, f"{feminine}s"]


def spanish(adjective: str) -> list[str]:
    """Return the forms of a Spanish or Portuguese adjective by its masculine."""
    stem, end = adjective[:-1], adjective[-1]
    if end == "o":
        return [adjective, f"{stem}a", f"{stem}os", f"{stem}as"]
    if end in "ae":
        return [adjective, f"{adjective}s"]
    if end == "í":
        return [adjective, f"{adjective}es", f"{adjective}s"]
    if end == "i":
        return [adjective, f"{adjective}s"]
    plain = adjective.translate(_PLAIN)
    return [adjective, f"{plain}a", f"{plain}es", f"{plain}as"]


_PLAIN = str.maketrans("áéíóúê", "aeioue")


def russian(adjective: str) -> list[str]:
    """Return the forms of a Russian adjective in -ский or -цкий in all cases."""
    stem = adjective.removesuffix("ий")
    return [
        stem + end
        for end in ("ий", "ая", "ое", "ие", "ого", "ой", "ому", "ую", "им", "ими", "ом", "их", "ою")
    ]


_INFLECTED: dict[str, Callable[[str], list[str]]] = {
    "fr": french,
    "es": spanish,
    "pt": spanish,
    "ru": russian,
}
