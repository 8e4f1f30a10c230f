"""A name put together from others: a body beside the body above it, beside its place, or as its own unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from loaders.organisation_tables import Bodies, bag_of, bodies, cities, key, neighbours
from loaders.organisation_words import AND, Word, words_of

_NO_UNIT = frozenset({"police", "court", "government", "university", "project"})
"""Words that stand in no name of a unit of an intergovernmental body."""

MEMORY = 4096
"""Names whose places are kept."""

Place = tuple[int, int, str, str]
"""Where a place stands in a text (start, end), its ISO3, and what names it: name, adjective, group or city."""


@dataclass(frozen=True)
class Reading:
    """A name being read: its text, its words, and the country (ISO3) it stands in, if that is known."""

    text: str
    words: Sequence[Word]
    country: str | None = None

    @cached_property
    def places(self) -> Sequence[Place]:
        """Countries, groups of countries and cities in the text."""
        return _places(self.text)

    @cached_property
    def countries(self) -> list[tuple[int, int, str]]:
        """Where countries stand in the text, by name or adjective: start, end, ISO3."""
        return [place[:3] for place in self.places if place[3] in ("name", "adjective")]

    @cached_property
    def left(self) -> list[Word]:
        """The words that are not part of a country's name."""
        left = list(self.words)
        for start, end, _ in self.countries:
            left = [word for word in left if not start <= word.start < end]
        return left


@lru_cache(maxsize=MEMORY)
def _places(text: str) -> tuple[Place, ...]:
    """Return the places of a text; kept, as lists name the same bodies beside one country and another."""
    from loaders.places import find_countries

    return tuple(
        [(*_bounds(text, each.start, each.end), each.iso3, each.kind) for each in find_countries(text)]
    )


def _bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where a place stands without its article, and with the last dot of an abbreviation (U.S.)."""
    if text[start : start + 4].casefold() == "the ":
        start += 4
    return start, end + (text[end - 2 : end - 1] == "." == text[end : end + 1])


def composed(reading: Reading) -> str | None:
    """Return the body of a name in which known names stand beside others of one line, places and offices.

    "INL of the US Department of State" is INL; "IOM Kazakhstan" the office there; "OSCE/ODIHR" the latter.
    Words that are none of these make the name unknown, save a unit's ("division") below a UN or other
    intergovernmental body, which counts as the body.
    """
    known = bodies()
    found, left = _split(reading.words, reading.text, known)
    body = lowest({body for body, _, _ in found}, known)
    if body is None or not left or _is_short_name(left, body, reading.text):
        return body
    unit = _unit_below(body, [word.word for word in left])
    if unit:
        return unit
    if known.by_id[body].kind == "civil society" and {word.word for word in left} <= known.words["title"]:
        return body
    if reading.places and any(_inside(span, place) for _, *span in found for place in reading.places):
        return None
    return _office(body, left, reading) or _unit(body, left, reading)


def _is_short_name(left: Sequence[Word], body: str, text: str) -> bool:
    """Whether the words beside a name are the body's own short name: "Regional Cooperation Council – RCC"."""
    short = bodies().by_id[body].short_name
    written = [text[word.start : word.end] for word in left]
    return bool(short) and key(" ".join(written)) == key(short) and not any(map(str.islower, written))


def _unit_below(body: str, left: Sequence[str]) -> str | None:
    """Return the unit that words beside a body's name are the rest of the name of."""
    units, region = units_below(), _region(left)
    return units.get((body, bag_of(left))) or (units.get((body, region)) if region else None) or None


@lru_cache(maxsize=1)
def units_below() -> Mapping[tuple[str, str], str]:
    """Return (body, words of a unit's name without the body's own) -> the unit below it that has an id.

    So a unit is known whichever name of the body stands beside it. Of an office for a region, the region is
    enough ("OSCE Office for Central Asia"); "" stands where two units would be one.
    """
    known = bodies()
    found: dict[tuple[str, str], str] = {}
    for words, id_ in known.worded:
        parent = known.by_id[id_].parent
        rest = _rest(words, parent, known) if parent and not known.by_id[parent].iso3 else []
        if known.words["office"] | known.words["of an office"] >= set(rest):
            continue
        for form in {bag_of(rest), _region(rest)} - {""}:
            found[parent, form] = id_ if found.get((parent, form), id_) == id_ else ""
    return found


def _rest(words: Sequence[str], parent: str, known: Bodies) -> Sequence[str]:
    """Return the words of a unit's name without a name of the body above it; none where it names no such body."""
    for at, first in enumerate(words):
        for length in known.lengths.get(first, ()):
            if known.runs.get(tuple(words[at : at + length])) == parent:
                return (*words[:at], *words[at + length :])
    return ()


def _region(words: Sequence[str]) -> str:
    """Return the bag of a region's words where the others are of its office, else ""."""
    said = bodies().words
    rest = [word for word in words if word not in said["office"] | said["of an office"]]
    offices = not said["office"].isdisjoint(words)
    return bag_of(rest) if offices and said["region"] | {AND} >= set(rest) else ""


def _inside(span: Sequence[int], place: Place) -> bool:
    """Whether a name is only part of a country's: the UN in "Kosovo (UN resolution 1244)"."""
    start, end, *_ = place
    return start <= span[0] and span[1] <= end and end - start > span[1] - span[0]


def _split(words: Sequence[Word], text: str, known: Bodies) -> tuple[list[tuple[str, int, int]], list[Word]]:
    """Return the bodies named in full with their places, longest names first, and the words that are left."""
    found, left, at = [], [], 0
    while at < len(words):
        taken, body = run_at(words, at, known)
        if body and not _only_a_word(words[at : at + taken], text, known):
            found.append((body, words[at].start, words[at + taken - 1].end))
        else:
            taken = 1
            left.append(words[at])
        at += taken
    return found, left


def run_at(words: Sequence[Word], at: int, known: Bodies) -> tuple[int, str]:
    """Return how many words the longest name takes that begins here, and its body ("" = none)."""
    for length in known.lengths.get(words[at].word, ()):
        run = tuple([word.word for word in words[at : at + length]])
        body = known.runs.get(run) if len(run) == length else None
        if body:
            return length, body
    return 1, ""


def _only_a_word(words: Sequence[Word], text: str, known: Bodies) -> bool:
    """Whether this is a word like "who" or "care", and not the name in its capitals."""
    forms = known.capitals.get(words[0].word) if len(words) == 1 else None
    return forms is not None and bare(words[0], text) not in forms


def bare(word: Word, text: str) -> str:
    """Return a word as it is written, without possessive and dots."""
    written = text[word.start : word.end].replace("’", "'").removesuffix("'s").removesuffix("'S")
    return written.replace(".", "")


def lowest(found: set[str], known: Bodies) -> str | None:
    """Return the body that all the others stand above."""
    for body in found:
        if found <= set(known.line(body)):
            return body
    return None


def _office(body: str, left: Sequence[Word], reading: Reading) -> str | None:
    """Return the office of a body in a place, else the body where the words left are of an office or place."""
    known = bodies()
    iso3s, rest = places_among(left, reading)
    own, here = known.by_id[body].iso3, known.with_places.intersection(known.line(body))
    offices, other = _offices_among(rest, known, at_embassies=bool(own and here))
    away = iso3s - {own}
    if other or len(away) > 1:
        return None
    if here or (offices and body in known.with_offices):
        return _offices().get((body, *away), body) or body
    international = known.by_id[body].kind in ("UN", "intergovernmental")
    return body if (own or (international and offices)) and not away else None


def _offices_among(rest: Sequence[str], known: Bodies, *, at_embassies: bool) -> tuple[list[str], list[str]]:
    """Return which of these words are of an office, and which tell that the name is of something else.

    A government's body may be named by its unit at an embassy.
    """
    words = known.words
    own = words["office"] | (words["unit"] | {"embassy"} if at_embassies else frozenset())
    offices = [word for word in rest if word in own]
    beside = words["of an office"] if offices else frozenset()
    return offices, [word for word in rest if word not in own and word not in beside]


def places_among(left: Sequence[Word], reading: Reading) -> tuple[set[str], list[str]]:
    """Return the countries of the places among these words, and the words that are no place."""
    known = bodies()
    regions, cities_ = known.words["region"], cities()
    simple = known.words["office"] | known.words["of an office"] | regions
    spans = reading.places if any(word.word not in simple for word in left) else []
    iso3s, rest, skip, before = set(), [], -1, ""
    for word, two in neighbours(list(left)):
        at = next((iso3 for start, end, iso3, _ in spans if start <= word.start < end), "")
        city = cities_.get(two) or cities_.get(word.word)
        if word.start <= skip or word.word in regions or (word.word == AND and before in regions):
            before = word.word
            continue
        before = word.word
        if at or city:
            iso3s.add(at or city or "")
            skip = word.end + 1 if two in cities_ and not at else -1
        else:
            rest.append(word.word)
    return iso3s, rest


def _unit(body: str, left: Sequence[Word], reading: Reading) -> str | None:
    """Return an intergovernmental body where the words left name a unit of it that has no row of its own."""
    known = bodies()
    words = [word.word for word in left]
    units = known.words["unit"]
    if known.by_id[body].kind not in ("UN", "intergovernmental") or not {words[0], words[-1]} & units:
        return None
    small = [word.word for word in left if reading.text[word.start].islower()]
    prose = len(words) > 3 and not units | {AND} >= set(small)
    others = any("-" in word for word in words) or _NO_UNIT.intersection(words)
    return None if prose or others or reading.countries else body


@lru_cache(maxsize=1)
def _offices() -> dict[tuple[str, ...], str]:
    """Return (body, ISO3) -> its one office in a country, read from the names of the bodies below it."""
    known = bodies()
    found: dict[tuple[str, ...], str] = {}
    with_offices = known.with_places | known.with_offices
    for id_, body in known.by_id.items():
        if body.parent in with_offices:
            for iso3 in _seat(body.name, body.parent):
                found[body.parent, iso3] = "" if (body.parent, iso3) in found else id_
    return found


def _seat(name: str, parent: str) -> Iterable[str]:
    """Return the country of an office's name ("OSCE Mission to Serbia"); none if it says more than that."""
    known = bodies()
    words = words_of(name, known.wording)
    left = [word for word in words if known.runs.get((word.word,)) != parent]
    iso3s, rest = places_among(left, Reading(name, left))
    allowed = known.words["office"] | known.words["of an office"]
    return iso3s if len(left) < len(words) and len(iso3s) == 1 and set(rest) <= allowed else ()
