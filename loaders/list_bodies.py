"""The bodies in a cell of a list, and who paid; a name that nobody knows yet is kept as it is written.

What a name stands for is looked up once for each country it can be seen from: most names tell their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from loaders import list_nobody, person_names
from loaders.list_beside import bare
from loaders.list_countries import country
from loaders.list_dates import Fault
from loaders.list_pieces import PARTS, Read, pieces, unmarked
from loaders.person_names import BODY_WORD, is_person, names_person


def body(text: str, host: str | None = None) -> tuple[str, str | None]:
    """Return known, "no body" or unknown, and the id of a body, as seen from its event's host."""
    text = bare(text)
    if host is None:
        return _body(text, None)
    from loaders.organisation_views import NOWHERE, seen_from

    seen = seen_from(text)
    if seen is None:
        homes = _homes(text)
        seen = host if homes is None or host in homes else NOWHERE
    return _body(text, seen)


@lru_cache(maxsize=50_000)
def _homes(text: str) -> frozenset[str] | None:
    """Return the countries (ISO3) that have a body of this name; None where that cannot be told by its words.

    Seen from any other country the name is read alike, so that it is looked up once for all of them.
    """
    parts = [text, _BRACKETS.sub(" ", text), *(part[1:-1] for part in _BRACKETS.findall(text))]
    homes = [_homes_of(part) for part in dict.fromkeys(parts)]
    return None if None in homes else _NOWHERE.union(*filter(None, homes))


def _homes_of(text: str) -> frozenset[str] | None:
    """Return the countries that have a body of a name without brackets, read as it stands."""
    from loaders.organisation_tables import bag_of, bodies
    from loaders.organisation_words import words_of

    known = bodies()
    said = [word.word for word in words_of(text, known.wording)]
    plain = [word for word in said if word not in known.words["title"]]
    told = any(word.endswith("-ministry") or word == "embassy" for word in said)
    if told or (len(plain) == 1 and plain[0] in known.alike):
        return None
    countries = _countries_with()
    return countries.get(bag_of(said), _NOWHERE) | countries.get(bag_of(plain), _NOWHERE)


_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_NOWHERE: frozenset[str] = frozenset()


@lru_cache(maxsize=1)
def _countries_with() -> dict[str, frozenset[str]]:
    """Return the countries that have a body which does something, by the words for it."""
    from loaders.organisation_nation import nations

    found: dict[str, set[str]] = {}
    for words, iso3 in nations().by_function:
        found.setdefault(words, set()).add(iso3)
    return {words: frozenset(codes) for words, codes in found.items()}


@lru_cache(maxsize=50_000)
def _body(text: str, host: str | None) -> tuple[str, str | None]:
    from loaders.organisations import classify

    answer = classify(text, host)
    if answer.kind == "unknown" and list_nobody.is_none(text):
        return "no body", None
    if answer.kind != "no body" and list_nobody.is_doubted(text):
        return DOUBTED, None
    return answer.kind, answer.organisation_id


Seen = tuple[str, str, str | None]
"""A name as written (none of a person's), whether it is known, and the id of its body."""


def bodies_in(text: str, host: str | None) -> list[Seen]:
    """Return the bodies in a cell: its parts, split at commas and "and" only where both sides are bodies."""
    return [name for part in parts(text) for name in _seen(part, host)]


def homes(text: str) -> frozenset[str] | None:
    """Return the countries (ISO3) that may see other bodies in a cell than all the rest; None where any may."""
    found = [_seen_from_abroad(part)[1] for part in parts(text)]
    return None if None in found else _NOWHERE.union(*filter(None, found))


@lru_cache(maxsize=100)
def parts(text: str) -> Sequence[str]:
    """Return the parts of a cell that are not empty; it is asked for twice, one time after the other."""
    parts = PARTS.split(text) if _MAY_PART.search(text) else (text,)
    return [bare for part in parts if (bare := unmarked(part).strip(" ;,"))]


_MAY_PART = re.compile("[;\n•|–—-]")
"""A sign without which a cell has one part."""


def _seen(part: str, host: str | None) -> tuple[Seen, ...]:
    """Return the bodies in a part of a cell: as seen from any country, where its host has no body of these names."""
    if host is None:
        return _seen_from(part, None)
    seen, at = _seen_from_abroad(part)
    return _seen_from(part, host) if at is None or host in at else seen


@lru_cache(maxsize=50_000)
def _seen_from_abroad(part: str) -> tuple[tuple[Seen, ...], frozenset[str] | None]:
    """Return the bodies in a part as seen from a country that has none, and which countries see them otherwise.

    None where any country may.
    """
    from loaders.organisation_views import NOWHERE, seen_from

    asked: set[str] = set()

    def look(name: str) -> tuple[str, str | None]:
        asked.add(bare(name))
        return body(name, NOWHERE)

    seen = _looked_at(part, look)
    found = [_homes(name) for name in asked if seen_from(name) is None]
    return seen, None if None in found else _NOWHERE.union(*filter(None, found))


@lru_cache(maxsize=50_000)
def _seen_from(part: str, host: str | None) -> tuple[Seen, ...]:
    return _looked_at(part, lambda name: body(name, host))


Look = Callable[[str], tuple[str, str | None]]
"""Tells "known", "no body" or "unknown", and the id of a body."""


def _looked_at(part: str, look: Look) -> tuple[Seen, ...]:
    """Return the bodies in a part of a cell: one where it is a body by itself."""
    names = [part] if look(part)[1] else _split_bodies(part, look)
    return tuple(seen for name in names for seen in _without_persons(name, look))


def _without_persons(name: str, look: Look) -> list[Seen]:
    """Return a name as it is known; one that nobody knows without the persons named in it: "OSCE (Mary Roe)"."""
    kind, found = look(name)
    if found:
        return [(name, kind, found)]
    if not names_person(name):
        return [(name, kind, found)]
    others = [] if is_person(name) else [part for part in person_names.parts(name) if not is_person(part)]
    return [("", PERSON, None), *((part, *look(part)) for part in others)]


PERSON, DOUBTED = "person", "doubted"
"""What a name is that is not kept: a person's, or one that is said not to be sure."""


def withheld(name: str) -> str:
    """Return a name as it may be told; nothing for one that has a person's in it."""
    return "" if names_person(name) else name


def _split_bodies(part: str, look: Look) -> list[str]:
    """Return the bodies of a part that is not one itself; the whole part where a piece may be half a name."""
    split = pieces(part, lambda name: look(name)[1])
    if len(split) > 1 and all(found for _, found in split):
        return [name for name, _ in split]
    by_sign = [name.strip() for name in re.split(r"\s+[/+&]\s+", part)]
    if len(by_sign) > 1 and all(look(name)[1] is not None or look(name)[0] == "no body" for name in by_sign):
        return by_sign
    by_comma = [name.strip() for name in re.split(r",\s+", part) if name.strip()]
    known = [
        look(name)[1] is not None or look(name)[0] == "no body" or country(name) is not None
        for name in by_comma
    ]
    if any(known) and all(
        is_known or _is_name(name) or is_person(name) for name, is_known in zip(by_comma, known, strict=True)
    ):
        return by_comma
    return [part]


def _is_name(text: str) -> bool:
    """Return whether a piece between commas is a body's whole name by its looks: an acronym, or a word for a body."""
    return bool(
        re.fullmatch(r"[A-Z][A-Z0-9.&/-]{1,9}", text) or (text[:1].isupper() and BODY_WORD.search(text))
    )


_PERSON: Fault = (
    "",
    "looks like the name of a person, and names of persons are not kept or repeated; name the body",
    "warning",
)


_NOT_SURE = (
    "is said not to be sure, or not to have been there; not counted: write the name alone once it is sure"
)


def read_bodies(text: str, role: str, *, host: str | None, full_name: Callable[[str], str]) -> Read:
    """Return the organisation rows of a cell; what is known to be no body is a note.

    A body that nobody knows yet is kept under its own name; the records' reader asks about it.
    """
    items: list[dict[str, str]] = []
    faults: list[Fault] = []
    for name, kind, found in bodies_in(text, host):
        if kind == PERSON:
            faults.append(_PERSON)
        elif kind == DOUBTED:
            faults.append((withheld(name), _NOT_SURE, "warning"))
        elif kind == "no body":
            faults.append((name, "is no body; counted as none", "note"))
        elif found is None and role == "expert":
            advice = (
                "is no body that is known, and names of persons are not kept; name the body that sent them"
            )
            faults.append(("", advice, "note"))
        elif row := row_of((name, kind, found), role, full_name):
            items.append(row)
    return Read(tuple(items), tuple(faults))


def row_of(seen: Seen, role: str, full_name: Callable[[str], str]) -> dict[str, str] | None:
    """Return the organisation row of what was seen; None for a person and for what is no body, which are told."""
    name, kind, found = seen
    if kind in (PERSON, DOUBTED, "no body"):
        return None
    return {"name": full_name(found) if found else bare(name), "as_written": name, "role": role}


@dataclass(frozen=True)
class Paid:
    """Who paid: country rows and organisation rows, and faults."""

    countries: tuple[dict[str, str], ...] = ()
    organisations: tuple[dict[str, str], ...] = ()
    faults: tuple[Fault, ...] = ()


def read_funders(
    text: str, *, full_name: Callable[[str], str], country_of: Callable[[str], str | None]
) -> Paid:
    """Return the bodies and countries that paid; a government's body stands for its country too."""
    countries: list[dict[str, str]] = []
    organisations: list[dict[str, str]] = []
    faults: list[Fault] = []
    for name in _funder_names(text):
        if not name:
            faults.append(_PERSON)
            continue
        kind, found = body(name)
        if kind == DOUBTED:
            faults.append((withheld(name), _NOT_SURE, "warning"))
            continue
        itself = None if found else country(bare(name))
        nation = country_of(found) if found else itself or _nation(name)
        if nation:
            countries.append({"name": name, "role": "funder", "iso3": nation})
        if found or (kind == "unknown" and not itself):
            organisations.append(
                {"name": full_name(found) if found else bare(name), "as_written": name, "role": "funder"}
            )
        elif not nation:
            faults.append((name, "is no body and no country; counted as none", "note"))
    return Paid(tuple(countries), tuple(organisations), tuple(faults))


def _nation(name: str) -> str | None:
    """Return the country (ISO3) whose government, ministry or embassy an unknown name is."""
    from loaders.organisation_views import sent_by

    return sent_by(name)


def _funder_names(text: str) -> list[str]:
    """Return the names in a cell of funders; an empty one for each name that is a person's."""
    names: list[str] = []
    for name, _, _ in bodies_in(text, None):
        split = [] if known_or_country(name) else pieces(name, known_or_country)
        names.extend([part for part, _ in split] if split and all(known for _, known in split) else [name])
    return names


def known_or_country(name: str) -> str | None:
    """Return the id of the body or the ISO3 of the country that a name is; None for any other."""
    return body(name)[1] or country(bare(name))
