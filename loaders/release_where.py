"""City and country an event was held in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from loaders.place_keys import key
from loaders.place_tables import city_rows
from loaders.release_evidence import Evidence, Sure, evidence
from loaders.release_facts import Place
from loaders.release_story import Story, background, event_cues
from loaders.release_towns import town

LEAST = 3.4
"""A place that scores less is not taken for the event's."""

NEVER = -9.0
"""The score of a place that cannot be the event's."""

_IN = re.compile(
    r"(?:\b(?:in|at|near|outside|à|au|aux|en|em|no|na|nos|nas|dans|a|в|во|г\.|городе)|в г\.|cidade de|"
    r"ciudad de|ville de)\s+"
    r"(?:(?:the|la|le|el|o|a|city of|capital of|town of|cidade de|ciudad de|ville de|capital city of|"
    r"capital|capital city|городе|столице|"
    r"downtown|central|nearby|northern|southern|eastern|western|neighbouring|republic of|kingdom of|"
    r"(?:[^\W\d_a-zß-öø-ÿа-яё]\w+['’]s (?:capital|second city|largest city)))[\s,]+){0,3}$",
    re.IGNORECASE,
)
_HOSTED = re.compile(
    r"\s?(?:hosts|hosted|welcomed|is hosting|was the (?:meeting place|venue|host|scene)|will host|"
    r"marked|acogió|a accueilli|accueille|acolheu|recibió|принимает|принял\b)"
)
_IN_ONLY = re.compile(
    r"(?:\b(?:in|at|à|au|aux|en|em|no|na|dans|в|во)\s+(?:the |la |le |l[’'])?|\bto\s+)$", re.IGNORECASE
)
_OPENS = re.compile(r"(?:,[^.;:–—]{2,40})?(?:\s?[–—]\s|\s-\s|\.(?:\s|$)|:\s)")
_VENUE = re.compile(
    r"\b(?:at|in|of|à|en|no|na|в)\s(?:the\s|la\s|l[’'])?(?:[\w’'\-]+\s){0,6}(?:Academy|University|"
    r"Institute|College|Hotel|Palace|School|Training Cent(?:re|er)) (?:in|of|at)\s$"
)
_VISIT_TO = re.compile(r"\b(?:visits?|tours?|trips?|missions?)\b[^.;]{0,60}\bto (?:the )?$", re.IGNORECASE)
_BROUGHT = re.compile(
    r"\b(?:brought|came|come|invited|travel\w*|flew|gathered|convened|went)\b[^.;]{0,170}\bto\s+(?:the )?$",
    re.IGNORECASE,
)
_TO = re.compile(r"\b(?:to|visited|à|a|в|para)\s+$", re.IGNORECASE)
_OWNED = re.compile(
    r"(?:office|offices|mission|missions|centre|center|embassy|embassies|ambassador|consulate|"
    r"headquarters|based|delegation|hq|chapter|co-ordinator|coordinator|spokesperson|adviser|advisor|presence|"
    r"bureau|university|academy|institute|branch|court|police|prosecutor|field|programme|project|"
    r"police of|oficina|embajada|ambassade|"
    r"посольств\w*|офис\w*|центр\w*|миссии|миссия|mayor|bishop|secretariat|declaration|protocol|"
    r"process|port|airport) (?:\w+ )?(?:in|of|to|for|at|en|em|à|de|da|do|в|for the)?\s*(?:the )?$|"
    r"[-–]$",
    re.IGNORECASE,
)
_AFTER_OWNED = re.compile(
    r"(?:['’]s)?\s?-?(?:based|Process|Protocol|Declaration|Principles|Convention|Office|Mission|"
    r"University|Agreement|Police|Plan of Action|Centre|Academy|Action Plan|Forum|Court|Prosecutor|"
    r"Municipality|Institute|headquarters|Treaty)"
)
_BEHIND_DAY = re.compile(r"\s?[,.–—|-]\s")
_LABEL = re.compile(
    r"\b(?:where|place|venue|location|city|lieu|lugar|sede|local|место проведения|"
    r"место)\s*:\s*(?:[\w.’' ]{0,40}, )?$",
    re.IGNORECASE,
)
_COMMA_COUNTRY = re.compile(r"\s?[,(]\s?(?:the\s|in\s)?$")
_UNKNOWN_CITY = re.compile(
    r"\b(?:in|at|en|em|à|in the city of|в)\s+((?:[^\W\d_a-zß-öø-ÿа-я][\w’'\-]+(?:\s(?:de|del|la|el|do|"
    r"da|of|upon))?\s?){1,4}),\s(?:\w+\s){0,3}?$"
)
_PEOPLE_FROM = re.compile(
    r"\b(?:from|of|originating in|trafficked to|trafficked in|exploited in|working in|born in|"
    r"living in)\s+(?:the )?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Where:
    """City, host country and the evidence; None where not told or held online."""

    city: str | None
    iso3: str | None
    evidence: tuple[Evidence, ...] = ()


def where(story: Story, mode: str | None) -> Where:
    """Return where an event was held; nowhere for one that was held online."""
    ranked = sorted(_candidates(story), key=lambda one: -one[0])
    if mode == "online" and (not ranked or ranked[0][0] < 10):
        return Where(None, None)
    if not ranked or ranked[0][0] < LEAST:
        return _from_dateline(story)
    score, place = ranked[0]
    if place.kind == "city":
        return _city(story, place, sure="sure" if score >= 6 else "derived")
    city = next((one for one in _unknown_city(story, place)), None)
    told = [_host(story, place, "country named beside the event", "sure")]
    if city is not None:
        told.insert(0, evidence(story.page, "city", city[0], span=city[1], rule="place before its country"))
        return Where(city[0], place.iso3, tuple(told))
    inside = [
        one for value, one in ranked if one.kind == "city" and one.iso3 == place.iso3 and value >= LEAST - 1
    ]
    return _city(story, inside[0], sure="derived") if inside else Where(None, place.iso3, tuple(told))


def _candidates(story: Story) -> list[tuple[float, Place]]:
    return [(score, place) for place in story.facts.places if (score := _score(story, place)) > NEVER]


def _score(story: Story, place: Place) -> float:
    """Return how likely an event was held at a place."""
    page = story.page
    at = page.at(place.start)
    if at is None or place.kind in {"adjective", "group"} or story.weights[at] < -3:
        return NEVER
    begin = page.sentences[at].start
    before, after = (
        page.text[max(begin, place.start - 48) : place.start],
        page.text[place.end : place.end + 24],
    )
    owned = (_OWNED.search(before) and not _VENUE.search(before)) or _AFTER_OWNED.match(after)
    if owned or background(page, place.start):
        return NEVER
    if _LABEL.search(before):
        return 9.0
    if place.kind == "city" and at <= story.lead + 1 and _opens(story, place, begin) and _OPENS.match(after):
        return 4.5
    if _dateline_of(story, place):
        return 2.5 if place.kind == "city" else -1.0
    return _told(story, place, at, before)


def _opens(story: Story, place: Place, begin: int) -> bool:
    """Return whether a place opens a sentence, at once or behind its country: "SYRIA, Damascus –"."""
    if place.start - begin < 4:
        return True
    return any(
        one.start - begin < 4
        and one.iso3 == place.iso3
        and story.page.text[one.end : place.start].strip() in {",", "-", "–"}
        for one in story.facts.places
    )


def _told(story: Story, place: Place, at: int, before: str) -> float:
    """Return how surely a sentence says that the event was held at a place."""
    page, sentence = story.page, story.page.sentences[at]
    score = story.weights[at] + (1.5 if place.kind == "city" else 0.0) - 0.1 * at
    dated = _with_date(story, at)
    if sentence.zone in {"title", "heading"}:
        inside = (
            _IN.search(before) is not None
            or before.endswith(", ")
            or _VISIT_TO.search(page.text[sentence.start : place.start])
        )
        return score + 2.0 * bool(inside) + 3.0 * dated
    if _PEOPLE_FROM.search(before):
        return NEVER
    if place.kind == "city" and _hosts(page.text, place.end):
        return score + 4.0
    led = page.text[sentence.start : place.start]
    placed = _IN.search(before) or (place.kind == "name" and _UNKNOWN_CITY.search(led))
    placed = placed or _VISIT_TO.search(led)
    if not (placed or (_TO.search(before) and page.of(at, "abroad")) or _BROUGHT.search(led)):
        return NEVER
    events = [*event_cues(page, at), *page.of(at, "happens", "again")]
    near = min((abs(place.start - cue.end) for cue in events), default=999)
    return score + (2.5 if near < 90 else 1.0 if near < 200 else -2.0) + dated


def _hosts(text: str, end: int) -> bool:
    """Return whether a city is the subject of "hosted", at once or behind its country."""
    behind = text[end : end + 60]
    return any(_HOSTED.match(part) for part in (behind, behind.partition(", ")[2].partition(", ")[2]))


def _with_date(story: Story, at: int) -> bool:
    sentence = story.page.sentences[at]
    return any(
        sentence.start <= one.start < sentence.end and len(one.first) >= 7 and one.role == "event"
        for one in story.facts.periods
    )


def _dateline_of(story: Story, place: Place) -> bool:
    """Return whether a place belongs to the dateline."""
    dateline = story.facts.dateline
    at = story.page.at(place.start)
    return (
        dateline is not None
        and at is not None
        and at == story.page.at(dateline.start)
        and (
            place.start < dateline.start
            or _BEHIND_DAY.fullmatch(story.page.text[dateline.end : place.start]) is not None
        )
    )


def _city(story: Story, place: Place, *, sure: Sure) -> Where:
    """Return a city with its country: the one written behind it, else the one it is known to lie in."""
    page = story.page
    known = town(place.as_written)
    behind = next(
        (
            one
            for one in story.facts.places
            if one.start >= place.end
            and one.kind == "name"
            and _COMMA_COUNTRY.fullmatch(page.text[place.end : one.start])
        ),
        None,
    )
    iso3 = behind.iso3 if behind else place.iso3
    other = (
        known and place.iso3 in known[0] and page.language != "en" and not _alike(known[1], place.as_written)
    )
    name = spelled(known[1] if known and other else place.as_written)
    rule = "place beside the event"
    country = behind or place
    told = (
        evidence(page, "city", name, span=(place.start, place.end), rule=rule, sure=sure),
        _host(story, Place(iso3, country.start, country.end, country.as_written, country.kind), rule, sure),
    )
    return Where(name, iso3, told)


def _alike(one: str, other: str) -> bool:
    """Return whether two spellings begin alike, accents aside: "Osh" is no other name of "Osh"."""
    return key(one)[:3] == key(other)[:3]


def spelled(name: str) -> str:
    """Return a city as the vocabulary writes it in English where it has that, else as in the text without capitals."""
    known = _cities().get(key(name))
    return known or (name.title() if name.isupper() else name)


@lru_cache(maxsize=1)
def _cities() -> dict[str, str]:
    """Return the cities of the vocabulary by their key."""
    return {key(city): city for city, _ in reversed(city_rows()) if city.isascii()}


def _host(story: Story, place: Place, rule: str, sure: Sure) -> Evidence:
    span = (place.start, place.end)
    return evidence(story.page, "host_country", place.iso3, span=span, rule=rule, sure=sure)


def _unknown_city(story: Story, place: Place) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the name between "in" and a country: "in Smalltown, Kenya"."""
    page = story.page
    begin = max(0, place.start - 70)
    match = _UNKNOWN_CITY.search(page.text[begin : place.start])
    if match:
        start = begin + match.start(1)
        name = match[1].strip()
        yield name, (start, start + len(name))


def _from_dateline(story: Story) -> Where:
    """Return the place of the dateline, for an event whose place is not told otherwise."""
    cities = [place for place in story.facts.places if _dateline_of(story, place) and place.kind == "city"]
    if cities:
        return _city(story, cities[0], sure="derived")
    return _only_country(story)


def _only_country(story: Story) -> Where:
    """Return the one country that headlines and sentences about the event name, where nothing points beyond it."""
    page = story.page
    told = [
        number
        for number, one in enumerate(page.sentences)
        if story.weights[number] >= 3 or one.zone == "title"
    ]
    if any(page.of(number, "wide", "abroad") for number in told):
        return Where(None, None)
    named = [place for place in story.facts.places if page.at(place.start) in told and place.kind != "group"]
    if len({place.iso3 for place in named}) != 1:
        return Where(None, None)
    return Where(None, named[0].iso3, (_host(story, named[0], "the only country beside the event", "guess"),))
