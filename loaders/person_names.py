"""Whether a name in a cell of bodies is a person's: names of persons are not kept and not repeated.

A name counts as a person's by its form of address, its initials, its patronymic, or a common first name before
one or two words that no body is named with. What no such sign tells stays an unknown body.
"""

from __future__ import annotations

import re
from functools import lru_cache

from loaders import place_tables

LONGEST = 60
"""Signs of the longest name of a person."""

BODY_WORD = re.compile(
    r"\b(?:ministry|office|agency|centre|center|organi[sz]ation|institute|university|police|department|embassy|"
    r"council|commission|committee|federation|union|association|academy|foundation|network|government|service|"
    r"minist[eè]re|ministerio|agence|agencia|universit[eé]|universidad|министерство|агентство|служба|университет|"
    r"фонд|центр|академия|посольство)\b",
    re.IGNORECASE,
)
"""Words for a body."""

_NO_SURNAME = re.compile(
    r"\b(?:houses?|homes?|shelters?|projects?|trusts?|funds?|banks?|groups?|company|schools?|colleges?|church|"
    r"initiatives?|program(?:me)?s?|international|global|media|law|stiftung|alliance|league|society|clubs?|hospitals?|"
    r"clinics?|courts?|missions?|teams?|task|force|units?|alert|partners|consulting|associates|services|solutions|"
    r"press|news|radio|times|charity|charities|relief|aid|rescue|justice|rights|watch|care|world|campaign|movement|"
    r"coalition|forum|plan|prize|award|hotel|airport|city|county|street|stopes|fondation|fundaci[oó]n|fundaç[aã]o|"
    r"asociaci[oó]n|instituto?|centro|casa|maison|red|колледж|институт|ассоциация|союз|центра?|дом)\b|&",
    re.IGNORECASE,
)
"""Words behind a first name that make it the name of a body: "Grace House", "Robert Bosch Stiftung"."""

_TITLED = re.compile(
    r"(?:mr|mrs|ms|miss|dr|prof|professor|m|mme|mlle|monsieur|madame|sr|sra|srta|don|doña|dott|ing|lic|г-н|г-жа"
    r"|господин|госпожа|проф|д-р)\.?\s+\S",
    re.IGNORECASE,
)
_SURNAME = r"[^\W\d_a-zа-яё][^\W\d_]*(?:['’-][^\W\d_]+)*"
_INITIALS = re.compile(
    rf"(?!U\.\s?[SK]\.)(?:[^\W\d_]\.[\s-]?){{1,2}}(?=[^\W\d_]{{3}}){_SURNAME}|{_SURNAME}(?<=\w\w\w),?\s[^\W\d_]\.(?:\s?[^\W\d_]\.)?"
)
_PATRONYMIC = re.compile(
    r"\b[А-ЯЁ][а-яё]+(?:ович|евич|[иь]ич|овна|евна|ична)\b|\s(?:кызы|кизи|уулу|угли|оглы|қызы)$"
)
_PARTICLES = r"(?:(?:de|da|do|dos|del|der|van|von|al|el|bin|ibn|la|di)[\s-]){0,2}"
_FULL = re.compile(
    rf"(?P<first>{_SURNAME})(?:\s[^\W\d_]\.)?(?:\s{_PARTICLES}{_SURNAME}){{1,2}}|{_SURNAME},\s(?P<last>{_SURNAME})(?:\s[^\W\d_]\.)?"
)


_BESIDE = re.compile(r"[,/()\[\]&+]|\s[-–—]\s|\s(?:and|et|y|e|und|и)\s|(?<!\w)(?:with|via|through|avec|by)\s")
_LABEL = re.compile(r"^[^:]{1,30}:\s")


def parts(text: str) -> list[str]:
    """Return the names that may stand beside each other in a text, without a label: "OSCE (Mary Roe)"."""
    return [part for part in map(str.strip, _BESIDE.split(_LABEL.sub("", text))) if part]


def names_person(text: str) -> bool:
    """Return whether a text is a person's name, or has one beside others."""
    return is_person(text) or any(map(is_person, parts(text)))


@lru_cache(maxsize=20_000)
def is_person(name: str) -> bool:
    """Return whether a name that is known as no body's is a person's."""
    if len(name) > LONGEST or BODY_WORD.search(name):
        return False
    if _TITLED.match(name) or _PATRONYMIC.search(name):
        return True
    if _NO_SURNAME.search(name):
        return False
    return (
        _INITIALS.fullmatch(name) is not None or _begins_with_first_name(name) or _begins_with_country(name)
    )


def _begins_with_first_name(name: str) -> bool:
    """Return whether a common first name stands before one or two others, or behind a comma: "Roe, Mary"."""
    found = _FULL.fullmatch(name)
    if found is None:
        return False
    first = (found["first"] or found["last"]).split("-")[0]
    return any(form in place_tables.words("given name") for form in (first, first.title()))


def _begins_with_country(name: str) -> bool:
    """Return whether a country's name that is a first name too stands before one other: "Jordan" as in "Jordan Roe".

    What is known to be neither, as "Jordan Valley", is none, nor is one with a word that places and shops are named by.
    """
    first, _, other = name.partition(" ")
    if first not in place_tables.words("given name of a country") or _SURNAMES.fullmatch(other) is None:
        return False
    from loaders.places import Verdict, classify

    return other not in place_tables.words("feature") and classify(name).verdict is Verdict.UNKNOWN


_SURNAMES = re.compile(
    r"(?!(?:Power|Today|Oil|Tech|Water|Trade|State|North|South|East|West)\b)[A-ZÀ-Þ][a-zß-ÿ]{2,}(?:-[A-ZÀ-Þ][a-zß-ÿ]+)?"
)


def mentions_person(text: str) -> bool:
    """Return whether a text has a form of address with a name behind it anywhere, or is a person's name."""
    return addresses_person(text) or is_person(text)


def addresses_person(text: str) -> bool:
    """Return whether a text has a form of address with a name behind it anywhere."""
    return _ADDRESSED.search(text) is not None


_ADDRESSED = re.compile(
    r"(?<![^\W\d_])(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Mme|Mlle|Monsieur|Madame|Sra|Señora?|г-н|г-жа|господин|госпожа)"
    r"\.?\s+[^\W\d_a-zа-яё]"
)
