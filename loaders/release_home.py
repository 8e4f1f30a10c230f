"""The country of a national event where no place is told: the only one the page speaks of, or its publisher's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from loaders.late import late
from loaders.places import resolve_country
from loaders.release_abroad import from_elsewhere, of_several
from loaders.release_facts import Place
from loaders.release_split import ELSEWHERE
from loaders.release_story import Story
from loaders.release_towns import town
from loaders.release_words import words_in
from loaders.sheets import rows

_PAYS = late(
    r"(?:\b(?:fund|financ|finan|donat|contribut|sponsor|supported by|support (?:of|from)|grant|commend|thank)"
    r"[^.;]{0,60}|\b(?:by|with|head of|embass\w+ of|Expertise|(?:experts?|trainers?|speakers?) (?:from|of))\s"
    r"(?:the\s)?)$",
    re.IGNORECASE,
)
_OFFICE_FOR = late(r"\b(?:[Mm]ember|[Rr]apporteur|[Dd]esk [Oo]fficer)\sfor\s(?:the\s)?$")
"""What stands before the country that somebody speaks for in a body of many: "National Member for Chile"."""

_CAME_TO = late(
    r"(?:['’]s?)?\s(?:has\s|have\s|is\s|also\s|today\s|yesterday\s|(?:[a-z\-]+\s){0,2}delegation\s)*"
    r"(?:participat(?:ed|es|ing)|took part|takes part|taking part)\sin\s|"
    r"(?:['’]s?)?\s(?:has\s|have\s|is\s|also\s)*attend(?:ed|s|ing)\s(?:the|an?)\s"
)
"""What stands behind a country that came to an event held elsewhere: "Chile participated in the"."""

_SENT = late(
    r"['’]?s?\s(?:embassy|ambassador|government|experts?|trainers?|speakers?|consulate|crown|language|funds|finances|"
    r"sponsors|pays|state department|department of (?:state|justice|homeland|foreign affairs))\b",
    re.IGNORECASE,
)
_ABBREVIATED = 4
"""Letters up to which a town all in capitals is rather an abbreviation: "OSH officers"."""

_MANY = 4
"""So many other countries on a page make that beside the event no home of it."""

_LISTED = 3
"""So many countries in one sentence about people are those they came from."""

_LEAST_TIMES, _MOST_OTHERS = 3, 0.25
_NO_STATE = words_in("tv io me co ai to fm ws cc la ly is im eu ir ag")
"""Endings of addresses that say nothing of a state, as anybody may have them."""

_OFFICIAL = words_in(
    "gov gob gub gouv gouvernement government governo overheid admin bund go govt gv jus mil police parliament"
)
"""What stands before the ending of an address of a state's own."""

_MISSION = late(
    r"^(?:(?:mission|presence|cent(?:re|er)|programme office|project co ?ordinator|country office|office|delegation)"
    r" (?:to|in) )(?:the )?",
    re.IGNORECASE,
)
_FIELD = late(
    r"\b(?:[Mm]ission|[Pp]resence|[Cc]ent(?:re|er)|[Oo]ffice|[Cc]o-?ordinator|[Dd]elegation)\s(?:to|in|for)\s(?:the\s)?$"
)
"""What stands before the country that a body has its mission in: "the OSCE Presence in Albania"."""

_COUNTRY_SITES = ("iom.int", "usembassy.gov", "un.org", "state.gov")


def home(story: Story) -> tuple[str, Place | None, str] | None:
    """Return the country of a national event, the place that tells it and the rule; None for a meeting of several."""
    told = [
        number
        for number, one in enumerate(story.page.sentences)
        if story.weights[number] >= 2 or (one.zone == "title" and story.weights[number] > ELSEWHERE)
    ]
    own = is_official(story.facts.url) and not story.page.of(story.lead, "abroad")
    if not own and (any(from_elsewhere(story, number) for number in told) or of_several(story)):
        return None
    publisher = site_country(story.facts.url)
    spoken = [
        place
        for place in _spoken_of(story)
        if not own or place.kind != "adjective" or place.iso3 == publisher
    ]
    beside = [place for place in spoken if story.page.at(place.start) in told]
    if not own and any(_of_many(story, number) for number in told):
        return None
    if publisher and own and any(place.iso3 == publisher for place in beside):
        beside = [place for place in beside if place.iso3 == publisher]
    if len({place.iso3 for place in spoken} - {place.iso3 for place in beside}) >= _MANY:
        beside = []
    if len({place.iso3 for place in beside}) == 1:
        return beside[0].iso3, beside[0], "the only country beside the event"
    if publisher and (not spoken or any(place.iso3 == publisher for place in spoken)):
        place = next((place for place in spoken if place.iso3 == publisher), None)
        return publisher, place, "country of the publisher"
    return _most(spoken, _field(story, spoken))


def came_to(text: str, place: Place) -> bool:
    """Return whether a country is told to have come to an event, which was held elsewhere then."""
    return place.kind == "name" and _CAME_TO.match(text, place.end) is not None


def _spoken_of(story: Story) -> Iterator[Place]:
    """Yield the places a page names, but not those who paid, sent experts or stand in a menu."""
    page = story.page
    embassy = "usembassy.gov" in (story.facts.url or "")
    came = {one.iso3 for one in story.facts.places if came_to(page.text, one)}
    for place in story.facts.places:
        at = page.at(place.start)
        short = place.kind == "city" and place.as_written.isupper() and len(place.as_written) <= _ABBREVIATED
        if at is None or place.kind == "group" or short or page.sentences[at].zone in {"menu", "tail"}:
            continue
        before = page.text[max(page.sentences[at].start, place.start - 80) : place.start]
        paid = _PAYS.search(before) or _SENT.match(page.text, place.end) or _OFFICE_FOR.search(before)
        if paid or place.iso3 in came:
            continue
        if story.weights[at] > ELSEWHERE and not (embassy and place.iso3 == "USA"):
            yield place


def only_country(story: Story) -> str | None:
    """Return the only country a page speaks of, whose ministries it means then; None where it speaks of several."""
    spoken = {place.iso3 for place in _spoken_of(story) if place.kind in {"name", "city"}}
    return spoken.pop() if len(spoken) == 1 else None


def _of_many(story: Story, number: int) -> bool:
    """Return whether a sentence names people and so many countries that those who came are from all of them."""
    sentence = story.page.sentences[number]
    named = {
        one.iso3
        for one in story.facts.places
        if one.kind == "name" and sentence.start <= one.start < sentence.end
    }
    return len(named) >= _LISTED and bool(story.page.of(number, "people"))


def _field(story: Story, spoken: Sequence[Place]) -> Place | None:
    """Return the country that a mission, the only one a page tells of, is in."""
    text = story.page.text
    return next(
        (one for one in spoken if _FIELD.search(text, max(0, one.start - 30), one.start)),
        None,
    )


def _most(spoken: Sequence[Place], field: Place | None) -> tuple[str, Place | None, str] | None:
    """Return the country that nearly all places of a page lie in."""
    counts = Counter(place.iso3 for place in spoken)
    if not counts:
        return None
    if len(counts) == 1 and field is not None:
        return field.iso3, field, "country of the mission"
    iso3, times = counts.most_common(1)[0]
    if times < _LEAST_TIMES or (len(spoken) - times) > _MOST_OTHERS * len(spoken):
        return None
    return iso3, next(place for place in spoken if place.iso3 == iso3), "nearly the only country of the page"


def is_official(url: str | None) -> bool:
    """Return whether an address is a state's own: "gov.gy", "gob.mx"."""
    labels = urlsplit(url or "").netloc.casefold().split(".")
    return len(labels) > 2 and labels[-2] in _OFFICIAL and len(labels[-1]) == 2


@lru_cache(maxsize=64)
def site_country(url: str | None) -> str | None:
    """Return the country whose state, mission or press an address belongs to, by its parts and its ending."""
    if not url:
        return None
    parts = urlsplit(url)
    labels = parts.netloc.casefold().removeprefix("www.").split(".")
    if any(parts.netloc.endswith(site) for site in _COUNTRY_SITES) and len(labels) > 2:
        return _named(labels[0]) or _codes().get(labels[0])
    for part in parts.path.split("/")[1:4]:
        if len(part) > 3 and (found := _named(part)):
            return found
    ending = labels[-1]
    if ending in _NO_STATE or len(ending) != 2 or len(labels) < 2:
        return None
    return _codes().get(ending)


def _named(part: str) -> str | None:
    """Return the country that a part of an address names, or the only country with a town of that name.

    A mission is read by where it is: "mission-to-albania", "programme-office-in-osh".
    """
    words = _MISSION.sub("", part.replace("-", " ").replace("_", " ")).title()
    known = town(words)
    return resolve_country(words) or (known[0] if known and "|" not in known[0] and len(words) > 4 else None)


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    return {row["iso2"].casefold(): row["iso3"] for row in rows("countries.csv", "iso2", "iso3")} | {
        "uk": "GBR"
    }
