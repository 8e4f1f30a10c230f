"""Governments and embassies: bodies that a country's name or adjective makes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from loaders.late import late
from loaders.places import resolve_country
from loaders.release_body import Body, body_of
from loaders.release_facts import Place, country_name
from loaders.release_towns import town

_COMMON = {
    "USA": "United States",
    "GBR": "United Kingdom",
    "RUS": "Russia",
    "KOR": "Republic of Korea",
    "MDA": "Moldova",
}
_EMBASSY = late(
    r"\b(?:Embassy|Embajada|Ambassade|Embaixada)\b(?:\s(?:of|de|des|du|da|do|dos)\b)?(?:\s(?:the|los|"
    r"la|las|el|les))?"
)
_MINISTRY = late(
    r"(?:(?P<owner>[A-Z]\w+(?:\s[A-Z]\w+)?)['’]s\s)?(?P<ministry>Ministry (?:of|for) (?:.+? of )?(?:the )?(?P<last>.+))"
)
_SEATED = late(r"\s(?:in|to|au|aux|en|à|no|na|em)\s")
"""What stands before the country an embassy is in."""

_AT = late(r"\s(?:(?:in|to)\s(?:the\s)?)?([A-Z][\w\-]+(?:\s[A-Z][\w\-]+){0,2})")
"""The place an embassy is in: "in Madrid", "to the Republic of Moldova"."""

_EMBASSIES = late(
    r"\b(?:embassy|embajada|ambassade|embaixada|[Ee]mbassies|[Ee]mbajadas|[Aa]mbassades|[Ee]mbaixadas)\b",
    needs="mbass|mbaj|mbaix",
)
_LISTED = late(r"(?:\s|,|&|\b(?:and|the|of|as well as|y|e|et|de|des|du|da|do|la|el|los)\b)*", re.IGNORECASE)


def government(iso3: str, start: int, end: int) -> Body:
    """Return the government of a country as a body, for one that stands where a donor stands."""
    return body_of(f"Government of {short_name(iso3)}", None, iso3=iso3, span=(start, end))


def ministry(name: str, host: str | None, span: tuple[int, int]) -> Body | None:
    """Return the ministry of a country that is told without it, or behind it: "Kenya's Ministry of Labour"."""
    match = _MINISTRY.fullmatch(name)
    if match is None:
        return None
    iso3 = resolve_country(match["owner"]) if match["owner"] else host
    if iso3 is None or resolve_country(match["last"]):
        return None
    return body_of(f"{match['ministry']} of {short_name(iso3)}", None, iso3=iso3, span=span)


def embassy(name: str, start: int, host: str | None) -> Body | None:
    """Return the embassy that a country's adjective or name makes: "U.S. Embassy", "Embassy of Norway"."""
    match = _EMBASSY.search(name)
    if match is None:
        return None
    told, *seats = _SEATED.split(name[: match.start()] + name[match.end() :])
    whose = resolve_country(told.strip(" .,"))
    if whose is None and match.start():
        whose, seats = resolve_country(name[: match.start()].strip(" .,")), [name[match.end() :]]
    seat = (_seat(seats[0].strip(" .,")) if seats else None) or host
    return None if whose is None else _embassy_of(whose, seat, (start, start + len(name)))


def _seat(name: str) -> str | None:
    """Return the country in which an embassy is, by its own name or that of a town no other has."""
    known = town(name) if name else None
    alone = known is not None and "|" not in known[0]
    return resolve_country(name) or (known[0] if known and alone else None)


def embassies(
    text: str, pieces: Iterable[tuple[int, int]], places: Sequence[Place], host: str | None
) -> Iterator[Body]:
    """Yield the embassies that a list or small letters make: "the French and U.S. Embassies", "the British embassy"."""
    for start, end in pieces:
        for match in _EMBASSIES.finditer(text, start, end):
            inside = [one for one in places if start <= one.start < end and one.kind != "city"]
            seat = _seat_behind(text, match.end()) or host
            for one in [*_before(text, match.start(), inside), *_behind(text, match.end(), inside)]:
                yield _embassy_of(one.iso3, seat, (one.start, one.end))


def _seat_behind(text: str, end: int) -> str | None:
    """Return the country of the place that stands behind an embassy: "the U.S. Embassy in Madrid"."""
    match = _AT.match(text, end)
    words = match[1].split(" ") if match else []
    found = (_seat(" ".join(words[:count])) for count in range(len(words), 0, -1))
    return next((one for one in found if one), None)


def _before(text: str, place: int, places: Sequence[Place]) -> Iterator[Place]:
    """Yield the adjectives listed before a word, the nearest first."""
    for one in reversed([one for one in places if one.end <= place]):
        if one.kind != "adjective" or not _LISTED.fullmatch(text, one.end, place):
            return
        yield one
        place = one.start


def _behind(text: str, place: int, places: Sequence[Place]) -> Iterator[Place]:
    """Yield the countries listed behind "of" after a word."""
    if not re.match(r"\s(?:of|de|des|du|da|do)\b", text[place:]):
        return
    for one in places:
        if one.start < place:
            continue
        if one.kind != "name" or not _LISTED.fullmatch(text, place, one.start):
            return
        yield one
        place = one.end


def _embassy_of(iso3: str, host: str | None, span: tuple[int, int]) -> Body:
    full = f"Embassy of {short_name(iso3)}" + (f" in {short_name(host)}" if host else "")
    return body_of(full, host, iso3=iso3, span=span)


def short_name(iso3: str) -> str:
    """Return the short name of a country as it stands in a name of a body."""
    name = _COMMON.get(iso3) or country_name(iso3)
    return f"the {name}" if name.startswith(("United", "Netherlands")) else name
