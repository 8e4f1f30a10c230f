"""The countries in a cell of a list: one, several, or a group of them; a name that is none is a question.

The same countries stand in other order in thousands of cells: what is looked up is the name, not the cell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from loaders import list_asides
from loaders.late import late
from loaders.list_dates import Fault
from loaders.list_pieces import LONGEST_NAME, PIECES, Read, bounds, run, unmarked
from loaders.list_words import ListWords
from loaders.person_names import names_person

_COUNTED = re.compile(r"\s*(?:[(\[]\s*\d+[^)\]]*[)\]]|[-–:x×]\s*\d+)\s*$")
"""A number behind a name, as in "Kazakhstan (5)"."""


_NUMBERED = re.compile(r"^\d{1,3}\s|[\s(\[:x×–-]\d{1,3}\b\D{0,20}$")
"""A number beside a name, as in "Kazakhstan 5" or "Kazakhstan (5 judges)"; "Kazakhstan1" has a footnote's mark."""

_NUMBER_LOST = (
    "has a number beside the country, probably of people; that it took part is kept, the number is not: write "
    "the headcount into a column of its own"
)


@lru_cache(maxsize=50_000)
def country(text: str) -> str | None:
    """Return the ISO3 of one country's name; None where the text lists several."""
    from loaders.places import resolve_countries, resolve_country

    found: str | None = resolve_country(text)
    if found and PIECES.search(text) and resolve_countries(text) != [found]:
        return None
    return found


def are_countries(text: str) -> bool:
    """Return whether every name in a text is one of a country or of a group of countries."""
    return len(text) < 2000 and all(codes for _, codes in named_countries(text))


Named = tuple[str, tuple[str, ...]]
"""A name as written and its countries; none where it is not known."""


def named_countries(text: str) -> list[Named]:
    """Return the names in a cell, each with its countries; none for a name that is not known."""
    return [
        name
        for part in _LINES.split(text)
        if part
        for name in _of_federation(part) or _within(part) or _listed(part)
    ]


def _of_federation(part: str) -> Sequence[Named]:
    """Return the United States for their state beside them: "Georgia, USA"; nothing for any other part."""
    return ((part, ("USA",)),) if list_asides.state_and_federation(part) else ()


_IN_BRACKETS = re.compile(r"([^()]{1,60}?)\s*\(([^()]*[,/&][^()]*)\)")


@lru_cache(maxsize=4_000)
def _within(part: str) -> Sequence[Named]:
    """Return the countries in brackets behind a word that is none: "Regional (Kazakhstan, Kyrgyzstan)"; else none."""
    found = _IN_BRACKETS.fullmatch(part)
    if found is None or country(part) or _countries(found[1]):
        return ()
    names = _names(found[2])
    return ((found[1], ()), *names) if all(codes for _, codes in names) else ()


_LINES = re.compile(r"\s*[;\n•]\s*")


@lru_cache(maxsize=4_000)
def _listed(part: str) -> Sequence[Named]:
    """Return the names of a part; a name with a number behind it, or with a list in brackets, once more without."""
    names = _names(part)
    if all(codes for _, codes in names):
        return names
    listed = [(name, codes or _counted(name)) for name, codes in names]
    if all(codes for _, codes in listed):
        return listed
    whole = _counted(part) or _all_of(part)
    return [(part, whole)] if whole else listed


def _counted(name: str) -> tuple[str, ...]:
    """Return the countries of a name that has a number or a bullet; none where it has neither."""
    bare = _bare(name)
    return _countries(bare) if bare and bare != name else ()


_ALL = re.compile(
    r"(?P<group>[^()]{2,60}?)\s*[(\[,:–-]\s*(?:all|tous|toutes|todos|todas|все)\b[^()\[\],]{0,40}[)\]]?",
    re.IGNORECASE,
)


def _all_of(part: str) -> tuple[str, ...]:
    """Return the members of a group behind which it is said that all came: "ECOWAS (all member states)"."""
    from loaders.places import resolve_countries

    found = _ALL.fullmatch(part)
    return tuple(resolve_countries(f"all {found['group']} member states")) if found else ()


def _bare(name: str) -> str:
    """Return a name without a bullet before it and a number behind it."""
    return _COUNTED.sub("", unmarked(name)).strip()


def _names(part: str) -> list[Named]:
    """Return the names in a part: the longest run of pieces that is known is one name."""
    alone = [_named(piece.strip(" .")) for piece in PIECES.split(part) if piece]
    if all(_are_two(one, other) for (_, one), (_, other) in pairwise(alone)):
        return alone if alone and alone[0][0] else []
    spans = bounds(part)
    longest: dict[int, tuple[int, Named]] = {}
    for place in reversed(range(len(spans))):
        above = {
            at - place: codes
            for at, (last, (name, codes)) in longest.items()
            if not alone[last - 1][1] and not _LOOSE.search(name)
        }
        last = place + _reach(alone[place : place + LONGEST_NAME], above)
        if found := _longest(part, spans[place:last]):
            longest[place] = place + found[0], found[1]
    return list(_in_order(alone, longest))


@lru_cache(maxsize=50_000)
def _named(name: str) -> Named:
    """Return a name with its countries; the same object each time."""
    return name, _countries(name)


def _longest(part: str, spans: list[tuple[int, int]]) -> tuple[int, Named] | None:
    """Return the longest name that two or more of these pieces make from the first on, and of how many it is made."""
    for length in range(len(spans), 1, -1):
        name = run(part, spans[:length])
        if name and (codes := _countries(name)) and _is_one_name(name):
            return length, (name, codes)
    return None


@lru_cache(maxsize=50_000)
def _is_one_name(name: str) -> bool:
    """Return whether pieces are one name, and not a country beside a word that nobody knows: "Serbia, Atlantis"."""
    from loaders.places import parts

    return len(parts(name)) == 1


def _in_order(alone: list[Named], longest: dict[int, tuple[int, Named]]) -> Iterator[Named]:
    """Yield the names from the first piece to the last."""
    place = 0
    while place < len(alone):
        place, name = longest.get(place, (place + 1, alone[place]))
        if name[0]:
            yield name


def _are_two(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether two pieces side by side are different countries, of which no name is made together."""
    return bool(one and other) and one != other and one + other not in _IN_ONE_NAME


def _reach(alone: list[Named], longest: dict[int, tuple[str, ...]]) -> int:
    """Return of how many pieces a name may be made: it ends before another country begins.

    `longest` has the countries of names of several pieces by the piece they begin with.
    """
    seen: tuple[str, ...] = ()
    for place, (_, codes) in enumerate(alone):
        begun = codes or (longest.get(place, ()) if place else ())
        if _are_two(seen, begun):
            return place
        seen = seen or codes
    return len(alone)


_LOOSE = re.compile(r"[,;/|\n]")
"""What divides more than "and" does: "Benin, Turks and Caicos Islands" is two names."""

_IN_ONE_NAME = frozenset(pair for one in ("HKG", "MAC", "TWN") for pair in ((one, "CHN"), ("CHN", one))) | {
    ("WSM", "USA"),
    ("USA", "WSM"),
    ("GBR", "NIC"),
    ("NIC", "GBR"),
}
"""Countries of which one name is made: "Hong Kong, China", "Samoa, American", "United Kingdom of GB and NI"."""


@lru_cache(maxsize=50_000)
def _countries(text: str) -> tuple[str, ...]:
    """Return the countries of one name or group; none for no country. A text with separators is one name or nothing."""
    from loaders.places import resolve_countries

    text = _MEMBERS.sub("member states", text)
    found = country(text)
    if found:
        return (found,)
    return () if PIECES.search(text) else tuple(resolve_countries(text))


_MEMBERS = re.compile(r"(?<=\S )MSs?$")
"""What offices write for member states behind a number or the name of a group; alone it is the code of Montserrat."""


def plain_countries(text: str, role: str) -> list[dict[str, str]]:
    """Return the country rows of a cell whose pieces are different countries and nothing else; none for any other."""
    if ("(" in text or "[" in text) and _ABSENT.search(text):
        return []
    apart = _SIGNS if _JOINING.isdisjoint(text.split()) else _APART
    items = [_item(piece, role) for piece in apart.split(text)]
    if None in items:
        return []
    rows = {item["iso3"]: item for item in items if item}
    are_apart = len(rows) == len(items) and _IN_ONE_NAME.isdisjoint(pairwise(rows))
    if list(rows) == ["GEO", "USA"]:
        return []
    return list(rows.values()) if are_apart else []


_APART = re.compile(r"\s*[,;\n•|/&+]\s*|\s+(?:et|y|e|и|und)\s+|\s+as well as\s+")
"""PIECES without "and", which stands in the names of countries too."""

_SIGNS = re.compile("[,;\n•|/&+]")
_JOINING = frozenset({"et", "y", "e", "и", "und", "as"})
"""The words of _APART; where none stands its signs alone tell the pieces, in a third of the time."""


@lru_cache(maxsize=50_000)
def _item(piece: str, role: str) -> dict[str, str] | None:
    """Return the row of a piece that is one country; None for any other."""
    bare = piece.strip().strip(" .")
    name, codes = _named(bare) if not PIECES.search(bare) else _alone(bare)
    plain = name and len(codes) == 1 and not _NUMBERED.search(name) and not _SENT.search(name)
    return _items(name, role, codes)[0] if plain and not beside(name, codes) else None


def _alone(text: str) -> Named:
    """Return the name that a text is as a whole, though it has a separator in it: "Bosnia and Herzegovina".

    Its first and its last piece are that country too, so that neither makes a name with what stands beside it.
    """
    names = named_countries(text)
    name, codes = names[0] if len(names) == 1 else ("", ())
    pieces = [piece.strip(" .") for piece in PIECES.split(text)]
    return (
        (name, codes)
        if name == text and _countries(pieces[0]) == codes == _countries(pieces[-1])
        else ("", ())
    )


Suggests = Callable[[str], str]
"""What returns the country that a name may mean, as a person would write it; nothing for none."""


def read_countries(text: str, role: str, words: ListWords, *, suggests: Suggests) -> Read:
    """Return the country rows of a cell; a name that is none is a fault with a suggestion."""
    items: list[dict[str, str]] = []
    text, faults = _without_absent(text)
    for name, codes in named_countries(text):
        faults.extend(beside(name, codes))
        if list_asides.is_state_of_america(name):
            continue
        items.extend(_items(name, "expert" if role == "participant" and _SENT.search(name) else role, codes))
        if not codes:
            faults.append(_no_country(name, words, suggests))
        elif len(codes) == 1 and _NUMBERED.search(name):
            faults.append((name, _NUMBER_LOST, "note"))
    return Read(tuple(items), tuple(faults))


def beside(name: str, codes: tuple[str, ...]) -> tuple[Fault, ...]:
    """Return what is told of what stands beside the one country that a name was read as."""
    if len(codes) != 1:
        return ()
    if codes == ("USA",) and list_asides.state_and_federation(name):
        return ((name, list_asides.OF_FEDERATION, "warning"),)
    if list_asides.is_of_two(name):
        return ((name, list_asides.OF_TWO.format(iso3=codes[0]), "warning"),)
    if list_asides.without_person(name, codes) != name:
        return (("", _PERSON, "warning"),)
    state = (name, list_asides.AMERICAN, "error")
    return (state,) if list_asides.is_state_of_america(name) else list_asides.told(name, codes[0])


_ABSENT = late(
    r"(?P<name>[^,;\n•|/()\[\]]*)[(\[](?P<said>[^()\[\]]*\b(?:absent|did not (?:come|attend|take part|participate)"
    r"|not (?:present|attending|represented)|no.show|apologies|declined|withdrew|excus[ée]e?s?|non repr[ée]sent[ée]e?"
    r"|ausentes?|no (?:asisti[óo]|particip[óo]|vino)|отсутств\w*|не (?:прибыл|участвовал|присутствовал)\w*)\b"
    r"[^()\[\]]*)[)\]]",
    re.IGNORECASE,
    needs="absent|not |show|apologies|declined|withdrew|excus|non repr|ausente|no |отсутств|не ",
)
"""A country of which brackets say that it did not come: "Kenya (invited, did not attend)"."""

_NOT_THERE = "is said not to have come; counted as not there"


def _without_absent(text: str) -> tuple[str, list[Fault]]:
    """Return a cell without the countries that did not come, each of which is a note.

    Brackets that name countries of their own tell of these: in "Kenya (apologies: Peru)" Kenya came.
    """
    if not ("(" in text or "[" in text):
        return text, []
    faults: list[Fault] = []

    def gone(found: re.Match[str]) -> str:
        others = any(country(word) for word in re.split(r"[\s,;:&]+", found["said"]) if len(word) > 2)
        faults.append((f"({found['said']})" if others else found[0].strip(), _NOT_THERE, "note"))
        return found["name"] if others else ""

    return _ABSENT.sub(gone, text), faults


_SENT = re.compile(
    r"[(\[][^()\[\]]*\b(?:trainers?|experts?|speakers?|facilitators?|lecturers?|formateurs?|expertos?|ponentes"
    r"|especialistas|formadores|эксперт\w*|тренер\w*|лектор\w*)\b[^()\[\]]*[)\]]",
    re.IGNORECASE,
)
"""Words in brackets that say that a country among those who came sent trainers: "Italy (trainers)"."""


@lru_cache(maxsize=20_000)
def _items(name: str, role: str, codes: tuple[str, ...]) -> tuple[dict[str, str], ...]:
    """Return the rows of a name; the same objects for all cells, as a list repeats its countries."""
    written = list_asides.without_person(name, codes)
    return tuple({"name": written, "role": role, "iso3": code} for code in codes)


def _no_country(name: str, words: ListWords, suggests: Suggests) -> Fault:
    if words.meaning("no country", name) is not None or _SO_MANY.fullmatch(name):
        return (name, "names no country; counted as none (list the countries where they are known)", "note")
    if _is_group(name):
        return (name, _NOT_ALL, "error")
    if names_person(name):
        return ("", _PERSON, "error")
    if known := list_asides.known_none(name):
        return (name, known, "error")
    meant = suggests(name)
    hint = f"; did you mean {meant}? Write it so," if meant else "; write its name in full,"
    return (name, f"is no country that is known{hint} or add it to country_names.csv", "error")


_SO_MANY = re.compile(
    r"(?:\w+\s)?\d{1,3}\s(?:\w+\s)?(?:countries|states|nations|pays|états|países|estados|стран[аы]?|государств[ао]?)"
    r"(?:\s\w+){0,2}",
    re.IGNORECASE,
)
"""A number of countries without their names: "20 countries", "10 pays africains"."""

_PERSON = "looks like the name of a person, and names of persons are not kept or repeated; name the country"
_NOT_ALL = (
    "names a group and does not say that all of it came; counted as none: list the countries, or write that all did "
    "(“all five Central Asian states”)"
)


def _is_group(name: str) -> bool:
    from loaders.place_groups import is_group

    return len(name) < 100 and is_group(name)


def suggested(name: str) -> str:
    """Return the country that a name may mean, for a person to confirm; nothing for none."""
    from loaders.places import suggest_country

    suggestions = suggest_country(name)[:1] if len(name) < 100 else []
    return " or ".join(_says(suggestion) for suggestion in suggestions)


def _says(suggestion: Any) -> str:
    """Return a suggestion in words, whichever fields it has."""
    if isinstance(suggestion, str):
        return suggestion
    name = getattr(suggestion, "name", "") or getattr(suggestion, "as_written", "")
    code = getattr(suggestion, "iso3", "") or getattr(suggestion, "organisation_id", "")
    return f"{name} ({code})" if name and code else str(name or code or suggestion)
