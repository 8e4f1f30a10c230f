"""The topics of an event: what its headline and the sentences about it say, and what its audience makes likely.

A theme is given where the odds for it are high enough. They are added up from the words found, by where they stand,
and from how often the coded records of such an audience and format, and with or without the other topics that are
named, have the theme (release_likely.csv). The numbers, here and in release_fitted.csv, were fitted to announcements
read against their records.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from loaders.late import late
from loaders.release_evidence import Evidence, evidence
from loaders.release_likely import fitted, likely, neighbours
from loaders.release_split import ELSEWHERE
from loaders.release_story import Story
from loaders.release_subject import Span, of_its_days, subjects
from loaders.release_unmet import of_another
from loaders.release_words import Cue

CRIMES = ("trafficking in persons", "smuggling of migrants")
MANY = "international cooperation"
"""The theme that people of several countries make likely."""

MOST = 8

_SEEN = {"title": 1.95, "subject": 3.5, "told": 2.6, "lead": 2.1, "strong": 2.45, "near": 2.1, "far": 1.4}
"""What the root of the number of different words adds to the odds, by where they stand."""

_BESIDE = {"title": 0.7, "subject": 0.65, "told": 0.55, "lead": 0.6, "strong": 0.55, "near": 0.5, "far": 0.25}
"""How surely the root of the number of words, two at most, tells that another topic is there; together at most 1."""

_MOST_WORDS = {"title": 2, "subject": 2, "told": 4, "lead": 2, "strong": 4, "near": 4, "far": 4}
_USUAL, _BY_AUDIENCE, _BY_FORMAT, _BY_MANY, _BY_OTHERS, _BY_MUCH = 0.66, 0.62, 0.86, 1.44, 0.61, -0.1
_LEAST_LIKELY, _MOST_LIKELY = -1.5, 2.5
_MOST_BY_OTHERS = 3.0
_MUCH = 8
"""Words of other themes from which on a text speaks of much: of many themes only the first few are an event's."""

_LEAST = -0.2
"""Odds from which a theme is given."""

_SHORTENED = 4
"""Letters up to which a word in capitals is an abbreviation: "SOM"."""

_SURELY = 1.0
"""What the words of a crime come to where it is given beside the other."""

_CRIME_VALUES = {
    "title": 3.0,
    "subject": 2.0,
    "told": 2.0,
    "lead": 2.0,
    "strong": 2.0,
    "near": 1.0,
    "far": 0.4,
}
_CHILDREN = "child trafficking"
_TOLD_APART = late(
    r"\b(?:[Dd]ifferen(?:ce|ces|t|tiat\w+)|[Dd]istin(?:ction|ctions|guish\w*)|[Dd]iffers?|"
    r"[Uu]nlike)\b[^.;:]*$"
)
"""What stands before a crime that is only told apart: "the difference between trafficking and smuggling"."""

_MEN_AND_WOMEN = late(
    r"\b[Mm]en(?:,|,?\sand|\sor)\s$|\b[Ww]omen(?:,|,?\sand|\sor)\s(?:(?:boys|girls|young)\s?(?:,|"
    r",?\sand|\sor)?\s?)?$"
    r"|\b(?:[Hh]ombres|[Mm]ujeres|[Hh]ommes|[Ff]emmes|[Hh]omens|[Mm]ulheres)(?:,|,?\s(?:y|e|et))\s"
    r"(?:(?:l[aeo]s?|des|del?|d[ao]s)\s)?$"
)
"""What stands before children where anybody is meant: "men, women and children"."""

_AND_ADULTS = late(
    r"(?:,|\s(?:and|y|e|et))\s(?:(?:l[aeo]s?|des)\s)?(?:(?:women|men)\sand|mujeres|hombres|femmes|"
    r"hommes|mulheres|homens)\b"
)
"""What stands behind children where anybody is meant: "niñas, niños, mujeres y hombres"."""

_ACROSS = late(
    r"(?:\b(?:cross|trans|inter)[-‐‑–\s]?|\b(?:across|beyond|over|outside)\s(?:the\s|its\s|their\s|"
    r"national\s)?)$",
    re.IGNORECASE,
)
"""What stands before borders that are only crossed: "cross-border cooperation"."""

_DATELINE = late(r"^[^.;“\"]{2,60}(?:\s[-–—]\s|:\s)$")
_ABBREVIATION = late(r"[A-Z]{2,}\b")

_TITLE = late(r"[“\"«„‘][^”\"»“’]{12,300}[”\"»“’]")


@dataclass
class _Found:
    """What a text says of the topics: words by topic and place, the words of each theme, the first cue of each."""

    words: dict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))
    crimes: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    first: dict[str, Cue] = field(default_factory=dict)
    themes: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @cached_property
    def beside(self) -> Mapping[str, float]:
        """How surely each topic that has words is there, by its words alone: up to 1."""
        sure: dict[str, float] = defaultdict(float)
        for (topic, place), count in self.words.items():
            sure[topic] = min(1.0, sure[topic] + _BESIDE[place] * min(count, 2) ** 0.5)
        return sure

    def much(self, topic: str) -> int:
        """Return how many different words there are for other themes, so many at most as say that it is much."""
        others = (words for theme, words in self.themes.items() if theme != topic)
        return min(_MUCH, len(set().union(*others)))


@dataclass(frozen=True)
class Setting:
    """What else was read of an event: whom it was for, its format, from how many countries people came."""

    audiences: Sequence[str]
    format: str | None
    countries: int


def topics_of(story: Story, bodies: Sequence[tuple[int, int]], setting: Setting) -> list[Evidence]:
    """Return the topics of an event, the crimes first.

    `bodies` are the places of names, whose words say nothing of the subject.
    """
    found = _found(story, bodies)
    crimes = [topic for topic in CRIMES if _is_crime(topic, found.crimes)] or [CRIMES[0]]
    odds = {topic: _odds(topic, found, setting) for topic in likely("topic")}
    themes = sorted((topic for topic, value in odds.items() if value >= _LEAST), key=lambda one: -odds[one])
    lead = story.page.sentences[story.lead]
    start = Cue("topic", "", lead.start, lead.end)
    return [_label(story, topic, found.first.get(topic, start)) for topic in [*crimes, *themes[:MOST]]]


def _label(story: Story, topic: str, cue: Cue) -> Evidence:
    rule = "word of the subject" if cue.meaning else "likely for such an audience"
    span = (cue.start, cue.end)
    return evidence(
        story.page, "topics", topic, span=span, rule=rule, sure="derived" if cue.meaning else "guess"
    )


def _odds(topic: str, found: _Found, setting: Setting) -> float:
    """Return the odds for a theme, as a logarithm."""
    weights = likely("topic")[topic]
    begin, seen = fitted("topic")[topic]
    odds = begin + _USUAL * weights[""]
    for place, value in _SEEN.items():
        if count := found.words.get((topic, place)):
            odds += seen * value * min(count, _MOST_WORDS[place]) ** 0.5
    told = sum(weights.get(one, 0.0) for one in setting.audiences)
    odds += _BY_AUDIENCE * max(_LEAST_LIKELY, min(_MOST_LIKELY, told))
    odds += _BY_FORMAT * weights.get(setting.format or "-", 0.0)
    alone, more = neighbours()[topic]
    beside = alone + sum(sure * more[other] for other, sure in found.beside.items() if other != topic)
    odds += _BY_OTHERS * max(-_MOST_BY_OTHERS, min(_MOST_BY_OTHERS, beside))
    odds += _BY_MUCH * found.much(topic)
    return odds + (_BY_MANY if topic == MANY and setting.countries > 1 else 0.0)


def _is_crime(topic: str, scores: Mapping[str, float]) -> bool:
    other = CRIMES[1 - CRIMES.index(topic)]
    own, rival = scores.get(topic, 0.0), scores.get(other, 0.0)
    return own >= _SURELY or own >= rival > 0 or (own > 0 and not rival)


def _found(story: Story, bodies: Sequence[tuple[int, int]]) -> _Found:
    """Return what the text says of each topic."""
    page = story.page
    found = _Found()
    for number, sentence in enumerate(page.sentences):
        place = _place(story, number, sentence.zone) if page.of(number, "topic") else None
        if place is None:
            continue
        spans = subjects(story, number) if place != "far" else []
        told = list(_told(story, number, bodies, spans))
        said: dict[tuple[str, str], str] = {}
        for cue in told:
            nearer = next((name for name, start, end in spans if start <= cue.start < end), place)
            one = cue.meaning, _words(story, cue)
            said[one] = max(nearer, said.get(one, nearer), key=_SEEN.__getitem__)
        for meaning, words in said:
            if meaning not in CRIMES:
                found.themes[meaning].add(words)
        for (meaning, where), count in Counter((one[0], where) for one, where in said.items()).items():
            found.words[meaning, where] += count
            found.crimes[meaning] += _CRIME_VALUES[where] * min(count, 2) ** 0.5
        for cue in told:
            found.first.setdefault(cue.meaning, cue)
    return found


def _words(story: Story, cue: Cue) -> str:
    return story.page.text[cue.start : cue.end].casefold()


def _place(story: Story, number: int, zone: str) -> str | None:
    """Return where a sentence stands: in the headline, as the one that names the event, beside it, near or far."""
    weight = story.weights[number]
    if zone in {"menu", "tail", "caption"} or weight <= ELSEWHERE:
        return None
    if zone == "title" or number == story.lead:
        return "title" if zone == "title" else "lead"
    if zone == "body" and of_another(story, number):
        return None
    if weight >= 3:
        return "strong"
    if weight == 0 and of_its_days(story, number):
        return "near"
    beside = any(story.weights[other] >= 3 for other in range(max(0, number - 2), number))
    return "near" if weight > 0 or (weight == 0 and beside) else "far"


def _told(
    story: Story, number: int, bodies: Iterable[tuple[int, int]], subject: Sequence[Span]
) -> Iterator[Cue]:
    """Yield the cues of topics in a sentence that stand in no name of a body."""
    page = story.page
    sentence = page.sentences[number]
    titles: list[tuple[int, int]] | None = None
    for cue in page.of(number, "topic"):
        if any(start <= cue.start < end for start, end in bodies) or _is_aside(
            page.text, cue, sentence.start
        ):
            continue
        if sentence.zone == "title" or not _in_capitals(page.text, cue):
            yield cue
            continue
        if any(one == "subject" and start <= cue.start < end for one, start, end in subject):
            yield cue
            continue
        if titles is None:
            begin, stop = max(0, sentence.start - 200), sentence.end + 50
            titles = [match.span() for match in _TITLE.finditer(page.text, begin, stop)]
        first = cue.start <= sentence.start + 2 or _DATELINE.search(page.text, sentence.start, cue.start)
        if first or any(start <= cue.start < end for start, end in titles):
            yield cue


def _is_aside(text: str, cue: Cue, start: int) -> bool:
    """Return whether a word tells no subject: smuggling told apart from trafficking, "men, women and children"."""
    before = text[max(start, cue.start - 90) : cue.start]
    if cue.meaning in {CRIMES[1], "labour exploitation"}:
        return _TOLD_APART.search(before) is not None
    if cue.meaning == "border management":
        return _ACROSS.search(before) is not None
    if cue.meaning != _CHILDREN:
        return False
    return _MEN_AND_WOMEN.search(before) is not None or _AND_ADULTS.match(text, cue.end) is not None


def _in_capitals(text: str, cue: Cue) -> bool:
    """Return whether a cue is written as a name is: "the Action against … the Smuggling of Migrants" is a programme.

    Trafficking is what every programme is about, and abbreviations are capitals anyway.
    """
    short = cue.end - cue.start <= _SHORTENED or _ABBREVIATION.match(text, cue.start)
    return text[cue.start].isupper() and cue.meaning != CRIMES[0] and not short
