"""Case forms of Russian names of countries, by the endings of their words."""

from __future__ import annotations

import re
from collections.abc import Iterator

PLURAL_STEMS = {
    "Нидерланды": "Нидерландов",
    "Филиппины": "Филиппин",
    "Мальдивы": "Мальдив",
    "Багамы": "Багам",
    "Сейшелы": "Сейшел",
    "Бермуды": "Бермуд",
    "Коморы": "Комор",
    "Штаты": "Штатов",
    "Эмираты": "Эмиратов",
    "Гренадины": "Гренадин",
    "Острова": "Островов",
    "острова": "островов",
    "территории": "территорий",
    "Территории": "Территорий",
}
"""Plural names and their genitive, which no ending tells."""

SOFT_MASCULINE = {"Израиль", "Тайвань"}
MASCULINE_IN_II = {"Маврикий"}
FLEETING = {"Египет": "Египт"}
NEUTER = ("ство",)
HEADS = {"Республика", "Королевство", "Государство", "Союз"}
"""Words after which a name may stay as it is: "в Республике Узбекистан"."""

ENDINGS = (
    ("ия", ("ии", "ии", "ию", "ией", "ии")),
    ("ея", ("еи", "ее", "ею", "еей", "ее")),
    ("ая", ("ой", "ой", "ую", "ой", "ой")),
    ("овы", ("овых", "овым", "овы", "овыми", "овых")),
    ("яя", ("ей", "ей", "юю", "ей", "ей")),
    ("ое", ("ого", "ому", "ое", "ым", "ом")),
    ("ые", ("ых", "ым", "ые", "ыми", "ых")),
    ("ие", ("их", "им", "ие", "ими", "их")),
    ("ый", ("ого", "ому", "ый", "ым", "ом")),
    ("ой", ("ого", "ому", "ой", "ым", "ом")),
    ("ий", ("ого", "ому", "ий", "им", "ом")),
    ("й", ("я", "ю", "й", "ем", "е")),
    ("ь", ("и", "и", "ь", "ью", "и")),
    ("я", ("и", "е", "ю", "ей", "е")),
)
"""Ending of the nominative; genitive, dative, accusative, instrumental, prepositional."""

HUSHING = "гкхжшщч"
SOFT = "жшщчц"
"""Consonants behind which an ending without stress has е for о: "Польшей"."""


def forms(name: str) -> list[str]:
    """Return the case forms of a name that differ from it, each once."""
    found = {form: None for case in range(5) for form in _in_case(name, case)}
    return [form for form in found if form != name]


def _in_case(name: str, case: int) -> Iterator[str]:
    """Yield a name in a case: all of it, and with what follows "Республика" left alone."""
    parts = re.split(r"([ ]+)", name)
    yield "".join(_compound(part, case) for part in parts)
    after = 1 + max((at for at, part in enumerate(parts) if part in HEADS), default=-1)
    if 0 < after < len(parts):
        yield "".join([*(_compound(part, case) for part in parts[:after]), *parts[after:]])


def _compound(word: str, case: int) -> str:
    """Return a word in a case; of words with a hyphen the last part changes, or Гвинея before it."""
    if word in {"и", "Бисау", "Папуа"} or word.isupper() or not word.strip():
        return word
    first, hyphen, last = word.rpartition("-")
    if last in {"Бисау", "Конакри", "Лешти"}:
        return f"{_word(first, case)}{hyphen}{last}"
    return f"{first}{hyphen}{_word(last, case)}"


def _word(word: str, case: int) -> str:
    if word in PLURAL_STEMS:
        stem = word[:-1]
        plural = (PLURAL_STEMS[word], *_plural(word, stem))
        return plural[case]
    if word in FLEETING or (word[-1:].isalpha() and word[-1].lower() not in "аеёиоуыэюяьй"):
        return FLEETING.get(word, word) + ("а", "у", "", "ом", "е")[case] if case != 2 else word
    if word in SOFT_MASCULINE or word.endswith(NEUTER):
        return (
            word[:-1] + (("я", "ю", "ь", "ем", "е") if word[-1] == "ь" else ("а", "у", "о", "ом", "е"))[case]
        )
    if word in MASCULINE_IN_II:
        return word[:-1] + ("я", "ю", "й", "ем", "и")[case]
    if word.endswith("а"):
        genitive, by = "и" if word[-2] in HUSHING else "ы", "ей" if word[-2] in SOFT else "ой"
        return word[:-1] + (genitive, "е", "у", by, "е")[case]
    return next((word.removesuffix(end) + cases[case] for end, cases in ENDINGS if word.endswith(end)), word)


def _plural(word: str, stem: str) -> tuple[str, str, str, str]:
    """Return dative, accusative, instrumental and prepositional of a plural name."""
    vowel = "я" if word.endswith("и") else "а"
    return f"{stem}{vowel}м", word, f"{stem}{vowel}ми", f"{stem}{vowel}х"
