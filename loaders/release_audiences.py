"""For whom an event was: the people named where the text says who came, or beside the event.

An audience is given where the odds for it are high enough. They are added up from where it is named and from how many
of the coded records have it (release_likely.csv). The numbers were fitted to announcements read against their records.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from loaders.release_evidence import Evidence, evidence
from loaders.release_likely import likely
from loaders.release_split import ELSEWHERE
from loaders.release_story import Story
from loaders.release_words import Cue, words_in

_SEEN = {"title": 1.4, "lead": 2.2, "strong": 1.9, "near": 1.7, "far": 1.8, "coming": 4.3, "coming near": 3.1}
_SEEN_RARE = _SEEN | {"title": 1.6, "coming": 5.0, "coming near": 4.3}
"""What the root of the number of mentions adds to the odds, by where they stand; of rare audiences more."""

_MOST_TIMES = {"title": 1, "coming": 3, "coming near": 3}
_BEGIN, _BEGIN_RARE, _USUAL = -2.66, -2.96, 0.53
_RARE = -2.44
"""Odds among all records below which an audience is rare."""

_LEAST = -0.25
"""Odds from which an audience is given."""

_Named = Mapping[str, Mapping[str, int]]


def audiences_of(story: Story, bodies: Sequence[tuple[int, int]]) -> list[Evidence]:
    """Return for whom the event was, in the order of the text.

    `bodies` are the places of those who organised, supported, paid or taught, who are no audience.
    """
    named, first = _named(story, bodies)
    known = likely("audience")
    kept = [name for name in named if _odds(named[name], known[name][""]) >= _LEAST]
    return [_label(story, name, first[name]) for name in sorted(kept, key=lambda name: first[name].start)]


def _label(story: Story, name: str, cue: Cue) -> Evidence:
    span, rule = (cue.start, cue.end), "named among those who came"
    return evidence(story.page, "audiences", name, span=span, rule=rule, sure="derived")


def _odds(places: Mapping[str, int], usual: float) -> float:
    """Return the odds for an audience, as a logarithm, from how often it is named where."""
    rare = usual < _RARE
    seen = _SEEN_RARE if rare else _SEEN
    told: float = sum(
        seen[place] * min(count, _MOST_TIMES.get(place, 2)) ** 0.5 for place, count in places.items()
    )
    return told + (_BEGIN_RARE if rare else _BEGIN) + _USUAL * usual


def _named(story: Story, bodies: Sequence[tuple[int, int]]) -> tuple[_Named, Mapping[str, Cue]]:
    """Return how often each audience is named where, and the cue that tells it best."""
    page = story.page
    named: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    best: dict[str, tuple[float, Cue]] = {}
    for number, sentence in enumerate(page.sentences):
        weight = story.weights[number]
        if sentence.zone in {"menu", "tail"} or weight <= ELSEWHERE:
            continue
        spans = list(_coming(story, number)) if weight > 0 else []
        for cue in _longest(page.of(number, "audience")):
            if any(start <= cue.start < end for start, end in bodies):
                continue
            among = any(start <= cue.start < end for start, end in spans)
            place = _place(story, number, among=among)
            named[cue.meaning][place] += 1
            if _SEEN[place] > best.get(cue.meaning, (0.0, cue))[0]:
                best[cue.meaning] = (_SEEN[place], cue)
    return named, {name: cue for name, (_, cue) in best.items()}


def _place(story: Story, number: int, *, among: bool) -> str:
    """Return where a mention stands: among those who came, in the headline, beside the event, near or far."""
    weight = story.weights[number]
    if among:
        return "coming" if weight >= 3 or number == story.lead else "coming near"
    if story.page.sentences[number].zone == "title" or number == story.lead:
        return "lead" if story.page.sentences[number].zone != "title" else "title"
    return "strong" if weight >= 3 else "near" if weight > 0 else "far"


_ATTENDING = words_in("met meet attended participated gathered joined completed visited train learn") | {
    "took part",
    "took part in",
    "participated in",
    "came together",
    "met in",
    "met for",
    "are meeting",
    "gathered in",
    "were trained",
    "have been trained",
}
_FOR = re.compile(
    r"(?:\b(?:for|among|brought|invited|invites|attended by|brought together|bringing together|"
    r"brings together|gathered|drew|"
    r"trained|train|training of|trains|involv\w+|participation of|participants|representatives of|"
    r"representatives from|attendees|trainees|"
    r"attended|participated|took part|taking part|including|officials from|officers from|audience|"
    r"pour|à l[’']intention|au profit|réuni\w*|rassembl\w*|destin\w+|participants|représentants|"
    r"formation d\w+|venus|"
    r"para|dirigid\w+|participa\w+|asisti\w+|reunió|representantes|capacit\w+|destinad\w+|reuniu|"
    r"formação d\w+|для|участи\w*|участник\w*|представител\w*|обучен\w*|собрал\w*|came from|"
    r"drawn from|equip\w*|joined|joins|composed|consist\w+|comprised|comprising|welcomed|of the)\b)",
    re.IGNORECASE,
)


def _longest(cues: Sequence[Cue]) -> list[Cue]:
    """Return the cues that stand in no longer one: the police in "border police" are none of their own."""
    return [
        cue
        for cue in cues
        if not any(
            other.start <= cue.start and cue.end <= other.end and len(set(other[2:]) - set(cue[2:]))
            for other in cues
        )
    ]


def _coming(story: Story, number: int) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a sentence that say who came: from "for" or "attended by" on; before "attended"."""
    page = story.page
    sentence = page.sentences[number]
    text = page.text[sentence.start : sentence.end]
    counted = [
        one
        for one in story.facts.headcounts
        if sentence.start <= one.start < sentence.end and one.kind == "total"
    ]
    for one in counted:
        yield one.start, min(one.end + 200, sentence.end)
    for verb in page.of(number, "happens"):
        words = page.text[verb.start : verb.end].casefold()
        if verb.meaning == "does" or words in _ATTENDING:
            yield sentence.start, verb.start
    for match in _FOR.finditer(text):
        word = match[0].casefold()
        end = _end_of(text, match.end())
        if word in {"for", "para", "pour", "of the", "including", "для"} and not _people_soon(
            story, number, sentence.start + match.end(), word
        ):
            continue
        yield sentence.start + match.end(), sentence.start + end
        if re.match(
            r"attended$|participated|took part|taking part|participa(?:ron|ram)|asistieron|приняли|"
            r"участвовали|joined",
            word,
        ):
            yield sentence.start, sentence.start + match.start()


_STOPS = re.compile(
    r"\b(?:on (?:how|the|combat\w+|identif\w+|traffick\w+|investigat\w+|prevent\w+)|to (?:strengthen|"
    r"enhance|improve|discuss|combat|identify|better|address|share|exchange|learn|review|support|"
    r"prevent|detect)|in order to|aimed|with the aim|who (?:learn|discuss)|discuss\w*|sobre|sur|"
    r"о противодействии|по вопросам|afin de|with the support|organi[sz]ed by|funded by)\b",
    re.IGNORECASE,
)


def _end_of(text: str, start: int) -> int:
    match = _STOPS.search(text, start, start + 320)
    return match.start() if match else min(start + 320, len(text))


def _people_soon(story: Story, number: int, place: int, word: str) -> bool:
    """Return whether people stand right behind "for": "for judges", not "for the protection of victims"."""
    reach = 60 if word != "including" else 40
    people = any(0 <= cue.start - place < reach for cue in story.page.of(number, "people"))
    audience = any(0 <= cue.start - place < 30 for cue in story.page.of(number, "audience"))
    return (people or audience) and word != "of the"
