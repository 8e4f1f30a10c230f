"""Names in the form in which they are compared: case, accents, marks, order of words and abbreviations folded."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

MEMORY = 4096
"""Names and pieces kept folded: one text asks for the same piece several times, and lists repeat their names."""

WORD = re.compile(r"[^\W_]+")
"""A run of letters and digits of any script."""

_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]"
)
_APOSTROPHES = "'’‘`´ʼʻ′"
_ELIDED = re.compile(rf"\b(dell|nell|all|[dlд])[{_APOSTROPHES}](?=\w)")
_DROPPED = re.compile(rf"[{_APOSTROPHES}]")
_ARABIC_AND = re.compile(r"\bو\s+")
_ISLAND = re.compile(r"\bо-ва?\b")
_LETTERS = str.maketrans(
    {
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "ə": "e",
        "ة": "ه",
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ي": "ي",
    }
)

_LONG_FORMS = {
    "rep": "republic",
    "republik": "republic",
    "republika": "republic",
    "republica": "republic",
    "repubblica": "republic",
    "republique": "republic",
    "repub": "republic",
    "dem": "democratic",
    "democratique": "democratic",
    "democratica": "democratic",
    "people": "peoples",
    "st": "saint",
    "ste": "saint",
    "sainte": "saint",
    "isl": "islands",
    "is": "islands",
    "island": "islands",
    "isles": "islands",
    "islds": "islands",
    "fed": "federal",
    "federated": "federal",
    "federation": "federal",
    "federative": "federal",
    "sts": "states",
    "utd": "united",
    "untd": "united",
    "u": "united",
    "terr": "territory",
    "territories": "territory",
    "islam": "islamic",
    "респ": "республика",
    "остров": "острова",
    "ديموقراطيه": "ديمقراطيه",
    "فيدراليه": "اتحاديه",
    "فدراليه": "اتحاديه",
}
"""Words that stand for the same in a name."""

_SMALL = """the of and de du des d l la le les y et e del dell della dello delle dei degli da do dos das und den der von
di и ال"""
SMALL = frozenset(_SMALL.split())
"""Words that make no difference in a name."""

_DAMAGED = re.compile("[ÃÂÐÑØÙ][\x80-\u2122]|â€")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe0e\ufe0f]")
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_BULLET = re.compile(
    r"^\s*(?:[-–—•*·▪►‣#>=+]+\s*|\(?\d{1,3}[.)]\s*|\(?\d{1,3}:\s+|\(?[a-zA-Zа-я]\)\s+|[ivx]{1,4}[.)]\s+)"
)
_FOOTNOTE = re.compile(
    r"(?:\s*(?:[*†‡§¹²³⁰-⁹₀-₉#^]+|\^\d{1,2}|\[\d{1,3}\]|\(\d{1,4}\)|\(\*+\)|\s[\da-z]{1,2}/|\[[a-z]\]|\([a-z]\)|/\d|(?<=[^\W\d_]{4})\d))+\s*$"
)
_COUNTED = (
    r"(?:police |border |customs |immigration )?(?:officers?|guards?|officials?|inspectors?)|pax|persons?"
    r"|participants?|people|delegates?|experts?|prosecutors?|judges?|magistrates?|investigators?|representatives?|trainees?|trainers?|women|men"
)
"""People counted behind a name: "Kenya: 4 officers"."""

_COUNT = re.compile(
    rf"(?<!\bres)(?<!\bres\.)(?<!resolution)(?<!scr)(?<!unsc)\s*(?:[-–—:=x×,]\s*|\s)\d{{1,4}}(?:\s*(?:{_COUNTED}))?\s*$",
    re.IGNORECASE,
)
_LEADING_COUNT = re.compile(r"^\d{1,3}\s*[x×-]?\s+(?=\D)")
_EDGES = " \t\r\n\f\v\u00a0\"“”„«»‹›‟'‘’`,;:.|/\\_-–—?!¿¡~=。、，；：؛،"
_LETTER = "A-Za-zÀÁÄ-ÏÒ-ÖÚ-Ýß-öø-ÿА-яЁё\u0621-\u063a\u0641-\u064a\u4e00-\u9fff"
_TIDY = re.compile(
    rf"(?!.{{1,5}}[.)])[{_LETTER}]+(?:[ ,.'’(&/-]{{1,3}}[{_LETTER}]+)*(?:(?<=[{_LETTER}]{{2}})\))?"
)
"""Words with nothing round them and no figures: a cell as it should be, of which nothing is to be taken away."""

_WIDE = str.maketrans("（）［］", "()[]")
_PAIRS = {"(": ")", "[": "]", "{": "}", "（": "）", "<": ">"}


def fold(text: str) -> str:
    """Return a text in small letters without accents and marks; letters of other scripts stay."""
    if text.isascii():
        return text.lower()
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold().replace("ß", "ss")))
    return unicodedata.normalize("NFC", plain).translate(_LETTERS)


@lru_cache(maxsize=MEMORY)
def words(text: str) -> tuple[str, ...]:
    """Return the folded words of a name in their order: letters that stand alone joined, abbreviations written out.

    "Lao P.D.R." gives lao, pdr; "Côte d'Ivoire" gives cote, d, ivoire; "Korea, Rep." gives korea, republic.
    """
    folded = fold(text)
    if not folded.isascii() or "'" in folded or "`" in folded:
        folded = _DROPPED.sub("", _ELIDED.sub(r"\1 ", folded))
        if "о-" in folded:
            folded = _ISLAND.sub("острова", folded)
    if "و " in folded:
        folded = _ARABIC_AND.sub("و", folded)
    found = _joined(WORD.findall(folded.replace("&", " and ")))
    return tuple([_LONG_FORMS.get(bare, bare) for bare in map(_bare, found)])


def _bare(word: str) -> str:
    """Return an Arabic word without its article, which may stand or not: "البيرو"."""
    return word[2:] if len(word) > 4 and word.startswith("ال") else word


def _joined(parts: list[str]) -> list[str]:
    """Return the words with runs of two or more single letters made one: "u", "s", "a" gives "usa"."""
    if 1 not in map(len, parts):
        return parts
    found: list[str] = []
    run = ""
    for part in [*parts, ""]:
        if len(part) == 1:
            run += part
            continue
        if run:
            found.append(run)
        run = ""
        if part:
            found.append(part)
    return found


@lru_cache(maxsize=MEMORY)
def key(text: str) -> str:
    """Return the words of a name that matter, in alphabetical order: inverted forms have one key."""
    found = words(text)
    if len(found) == 1:
        return found[0]
    return " ".join(sorted(word for word in found if word not in SMALL))


@lru_cache(maxsize=MEMORY)
def clean(text: str) -> str:
    """Return a cell without what spreadsheets add: bullets, footnote marks, counts, quotes, damaged letters."""
    text = text.strip()
    if _TIDY.fullmatch(text) and "  " not in text and (text.isascii() or not _TWO_SCRIPTS.search(text)):
        return text
    text = _repaired(text)
    before = ""
    while before != text:
        before = text
        text = _FOOTNOTE.sub("", text)
        text = text.strip(_EDGES) if not _ends_in_initials(text) else text.strip().lstrip(_EDGES)
        text = _FOOTNOTE.sub("", _BULLET.sub("", text))
        text = _LEADING_COUNT.sub("", _COUNT.sub("", text))
        text = _unwrapped(text)
    return text


def _ends_in_initials(text: str) -> bool:
    """Tell whether the last full stop belongs to the name, as in "U.S." and "Congo, Dem. Rep."."""
    return bool(re.search(r"\w\.\s*$", text)) and "?" not in text[-1:]


def _repaired(text: str) -> str:
    """Return the text with letters put right that were read in the wrong encoding, and flags as their codes."""
    if "&" in text and ";" in text:
        import html

        text = html.unescape(text)
    for _ in range(_READINGS):
        text = _read_again(text) if _DAMAGED.search(text) else text
    if not text.isascii():
        text = _FLAG.sub(_flag, _INVISIBLE.sub("", text)).translate(_WIDE)
        text = _TWO_SCRIPTS.sub(_in_one_script, text)
    return " ".join(text.replace("_", " ").split())


_READINGS = 2
"""Times a text may have been read in the wrong encoding."""

_LATIN_LIKE = "aceopxyABCEHKMOPTXYi"
_CYRILLIC_LIKE = "асеорхуАВСЕНКМОРТХУі"
_TWO_SCRIPTS = re.compile(r"(?=\w*[A-Za-z])(?=\w*[а-яёіА-ЯЁІ])[A-Za-zа-яёіА-ЯЁІ]{3,}")
"""A word with letters of two alphabets, of which one is the slip of a keyboard: "Казаxстан" with a Latin x."""


def _in_one_script(match: re.Match[str]) -> str:
    """Return a word in the alphabet that more of its letters are of, where the others look alike in it."""
    word = match[0]
    latin = sum(map(str.isascii, word))
    pairs = (_CYRILLIC_LIKE, _LATIN_LIKE) if 2 * latin > len(word) else (_LATIN_LIKE, _CYRILLIC_LIKE)
    return word.translate(str.maketrans(*pairs))


def _read_again(text: str) -> str:
    """Return UTF-8 that was read as Windows-1252 or Latin-1; the text itself where it was not."""
    for encoding in ("cp1252", "latin-1"):
        try:
            return text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return text


def _flag(match: re.Match[str]) -> str:
    return "".join(chr(ord(letter) - 0x1F1E6 + ord("A")) for letter in match[0]) + " "


def _unwrapped(text: str) -> str:
    """Return the text without brackets that stand round the whole of it."""
    if len(text) > 2 and _PAIRS.get(text[0]) == text[-1] and text[0] not in text[1:]:
        return text[1:-1]
    return text
