"""Numbers written in words, in English, French, Spanish, Portuguese and Russian.

A number is read as far as its words fit together: "one hundred and twenty", "vingt et un", "treinta y cinco",
"cento e vinte", "сто двадцать пять". Two numbers that stand side by side stay two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Spoken:
    """A number in words: its value, how many words it took, the languages that say so, and whether it is rough."""

    value: int
    words: int
    languages: frozenset[str]
    rough: bool = False


_ENGLISH = """
one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14
fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fourty 40 fifty 50 sixty 60
seventy 70 eighty 80 ninety 90 hundred 100 thousand 1000
"""
_FRENCH = """
un 1 une 1 deux 2 trois 3 quatre 4 cinq 5 six 6 sept 7 huit 8 neuf 9 dix 10 onze 11 douze 12 treize 13 quatorze 14
quinze 15 seize 16 vingt 20 vingts 20 trente 30 quarante 40 cinquante 50 soixante 60 septante 70 huitante 80 octante 80
nonante 90 cent 100 cents 100 mille 1000
"""
_SPANISH = """
uno 1 una 1 un 1 dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 once 11 doce 12 trece 13
catorce 14 quince 15 dieciseis 16 diecisiete 17
dieciocho 18 diecinueve 19 veinte 20 veintiun 21 veintiuno 21 veintiuna 21 veintidos 22
veintitres 23 veinticuatro 24 veinticinco 25 veintiseis 26 veintisiete 27 veintiocho 28 veintinueve 29 treinta 30
cuarenta 40 cincuenta 50 sesenta 60 setenta 70 ochenta 80 noventa 90 cien 100 ciento 100 doscientos 200
doscientas 200 trescientos 300 trescientas 300 cuatrocientos 400 cuatrocientas 400 quinientos 500 quinientas 500
mil 1000
"""
_PORTUGUESE = """
um 1 uma 1 dois 2 duas 2 tres 3 quatro 4 cinco 5 seis 6 sete 7 oito 8 nove 9 dez 10 onze 11 doze 12 treze 13 catorze 14
quatorze 14 quinze 15 dezesseis 16 dezasseis 16 dezessete 17 dezassete 17 dezoito 18 dezenove 19 dezanove 19
vinte 20 trinta 30 quarenta 40 cinquenta 50 sessenta 60 setenta 70 oitenta 80 noventa 90 cem 100 cento 100
duzentos 200 duzentas 200 trezentos 300 trezentas 300 quatrocentos 400 quatrocentas 400 quinhentos 500
quinhentas 500 mil 1000
"""
_RUSSIAN = """
один 1 одна 1 два 2 две 2 двух 2 двое 2 три 3 трех 3 трое 3 четыре 4 четырех 4 четверо 4 пять 5 пяти 5 пятеро 5
шесть 6 шести 6 семь 7 семи 7 восемь 8 восьми 8 девять 9 девяти 9 десять 10 десяти 10 одиннадцать 11
одиннадцати 11 двенадцать 12 двенадцати 12 тринадцать 13 тринадцати 13 четырнадцать 14 четырнадцати 14
пятнадцать 15 пятнадцати 15 шестнадцать 16 шестнадцати 16 семнадцать 17 семнадцати 17 восемнадцать 18
восемнадцати 18 девятнадцать 19 девятнадцати 19 двадцать 20 двадцати 20 тридцать 30 тридцати 30 сорок 40
сорока 40 пятьдесят 50 пятидесяти 50 шестьдесят 60 шестидесяти 60 семьдесят 70 семидесяти 70 восемьдесят 80
восьмидесяти 80 девяносто 90 девяноста 90 сто 100 ста 100 двести 200 двухсот 200 триста 300 трехсот 300
четыреста 400 четырехсот 400 пятьсот 500 пятисот 500 тысяча 1000 тысячи 1000 тысяч 1000
"""
_TENS_OF = """
dizaine 10 douzaine 12 quinzaine 15 vingtaine 20 trentaine 30 quarantaine 40 cinquantaine 50 soixantaine 60
centaine 100 decena 10 docena 12 quincena 15 veintena 20 treintena 30 cuarentena 40 cincuentena 50 centenar 100
centena 100 dezena 10 duzia 12 vintena 20 trintena 30 quarentena 40 десяток 10 десятка 10 десятков 10
полсотни 50 сотня 100 сотни 100
"""

_PHRASES = {
    ("a", "couple", "of", "dozen"): 24,
    ("a", "score", "of"): 20,
    ("half", "a", "dozen"): 6,
    ("half", "dozen"): 6,
    ("demi-douzaine",): 6,
    ("media", "docena"): 6,
    ("meia", "duzia"): 6,
    ("medio", "centenar"): 50,
    ("media", "centena"): 50,
    ("meia", "centena"): 50,
    ("полтора", "десятка"): 15,
    ("полутора", "десятков"): 15,
}
_PHRASES_BY_WORD = {
    first: [(phrase, value) for phrase, value in _PHRASES.items() if phrase[0] == first]
    for first, *_ in _PHRASES
}
_JOINING = frozenset({"and", "et", "y", "e"})
_ARTICLES = frozenset({"a", "an", "one", "un", "une", "una", "um", "uma"})
SOLE = {
    **dict.fromkeys(("single", "sole", "lone"), frozenset({"en"})),
    **dict.fromkeys(("seul", "seule"), frozenset({"fr"})),
    **dict.fromkeys(("solo", "sola", "unico", "unica"), frozenset({"es", "pt"})),
}
"""Words that make a number of an article: "a single expert"."""

_LANGUAGES = frozenset({"en", "fr", "es", "pt", "ru"})
_NO_NUMBER = (0, _LANGUAGES)
_DOZEN = 12


def _pairs(text: str) -> list[tuple[str, int]]:
    words = text.split()
    return [(word, int(value)) for word, value in zip(words[::2], words[1::2], strict=True)]


def _by_word(**languages: str) -> dict[str, tuple[int, frozenset[str]]]:
    """Return word -> value and languages; a word that two languages share has the same value in both."""
    known: dict[str, tuple[int, frozenset[str]]] = {}
    for language, text in languages.items():
        for word, value in _pairs(text):
            known[word] = (value, known.get(word, (value, frozenset()))[1] | {language})
    return known


WORDS = _by_word(en=_ENGLISH, fr=_FRENCH, es=_SPANISH, pt=_PORTUGUESE, ru=_RUSSIAN)
"""Number words, in small letters and without accents."""

TENS_OF = dict(_pairs(_TENS_OF))
"""Nouns for so many ("une trentaine", "una docena"): rough, and followed by "of"."""

STARTS = frozenset({*WORDS, *TENS_OF, *_ARTICLES, *(phrase[0] for phrase in _PHRASES)})
"""Every word a number may begin with."""


def read(words: Sequence[str]) -> Spoken | None:
    """Return the number that a text's words (small letters, no accents) begin with, None where there is none."""
    for phrase, value in _PHRASES_BY_WORD.get(words[0], ()):
        if tuple(words[: len(phrase)]) == phrase:
            return Spoken(value, len(phrase), _LANGUAGES, rough=True)
    if words[0] in _ARTICLES:
        return _counted_unit(words)
    if words[0] in TENS_OF:
        return Spoken(TENS_OF[words[0]], 1, frozenset({"ru"}), rough=True) if words[0] > "z" else None
    return _multiplied(*_sum(words), words=words)


def _counted_unit(words: Sequence[str]) -> Spoken | None:
    """Return "a dozen", "a hundred and twenty", "une trentaine"; one alone is an article, except in English."""
    unit = words[1] if len(words) > 1 else ""
    if unit == "dozen":
        return Spoken(_DOZEN, 2, frozenset({"en"}))
    if unit in TENS_OF:
        return Spoken(TENS_OF[unit], 2, frozenset({"fr", "es", "pt"}), rough=True)
    if unit in {"demi-douzaine", "media", "meia", "medio"}:
        rest = read(words[1:])
        return rest and Spoken(rest.value, rest.words + 1, rest.languages, rough=True)
    if unit in SOLE:
        return Spoken(1, 2, SOLE[unit])
    if unit in {"hundred", "thousand"}:
        value, taken, languages = _sum(words[1:])
        return Spoken(value, taken + 1, languages)
    return Spoken(1, 1, frozenset({"en"})) if words[0] == "one" else None


def _multiplied(value: int, taken: int, languages: frozenset[str], *, words: Sequence[str]) -> Spoken | None:
    """Return the number with the dozens or tens that follow it ("two dozen", "deux douzaines")."""
    if not taken:
        return None
    unit = words[taken] if taken < len(words) else ""
    if unit in {"dozen", "dozens"} and "en" in languages:
        return Spoken(value * _DOZEN, taken + 1, frozenset({"en"}))
    if size := TENS_OF.get(unit.removesuffix("s")):
        return Spoken(value * size, taken + 1, languages, rough=True)
    return Spoken(value, taken, languages)


def _sum(words: Sequence[str]) -> tuple[int, int, frozenset[str]]:
    """Return value, words taken and languages of the number that begins here."""
    total, part, last, taken, languages = 0, 0, 0, 0, _LANGUAGES
    while taken < len(words):
        joined = int(taken > 0 and words[taken] in _JOINING)
        value, length, spoken_in = _step(words, taken + joined)
        if not value:
            break
        hundreds_follow = joined and _step(words, taken + joined + length)[0] in (100, 1000)
        if hundreds_follow or not languages & spoken_in or not _fits(value, last, part=part):
            break
        if value == 1000:
            total, part = total + max(part, 1) * 1000, 0
        else:
            part = part * 100 if value == 100 and part else part + value
        last, taken, languages = value, taken + joined + length, languages & spoken_in
    return total + part, taken, languages


def _step(words: Sequence[str], at: int) -> tuple[int, int, frozenset[str]]:
    """Return value, words and languages of one step of a number; 0 where the word is none."""
    word = words[at] if at < len(words) else ""
    if word == "quatre" and at + 1 < len(words) and words[at + 1] in {"vingt", "vingts"}:
        return 80, 2, frozenset({"fr"})
    value, languages = WORDS.get(word, _NO_NUMBER)
    return value, 1, languages


def _fits(value: int, last: int, *, part: int) -> bool:
    """Return whether a step may follow another: it must be smaller than the room the other leaves."""
    if last == 0:
        return True
    if value == 1000:
        return 0 < part < 1000
    if value >= 100:
        return last == 1000 or (value == 100 and 0 < part < 100)
    if last == 10:  # dix-sept, dix-huit, dix-neuf
        return value in (7, 8, 9)
    return value < _room(last)


def _room(last: int) -> int:
    """Return what the next step must stay below: soixante and quatre-vingt go on to nineteen."""
    if last >= 100:
        return 100
    if last in (60, 80):
        return 20
    return 10 if last >= 20 and last % 10 == 0 else 0
