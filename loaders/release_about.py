"""What an event was: its format and mode, its topics and audiences, its programmes, and which of a series it was."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from loaders.files import HOME
from loaders.release_evidence import Evidence, Sure, evidence
from loaders.release_split import ELSEWHERE
from loaders.release_story import Story, event_cues, trains
from loaders.release_words import Cue, words_in

CRIMES = ("trafficking in persons", "smuggling of migrants")
TOPIC_LEAST, AUDIENCE_LEAST = 2.0, 1.0
_JUSTICE = (("investigation and prosecution", 1.6), ("victim protection and assistance", 0.5))
_CARE = (("victim protection and assistance", 1.3), ("victim identification and referral", 1.2))
LIKELY = {
    "prosecutors": _JUSTICE,
    "judges": _JUSTICE,
    "police and law enforcement": (("investigation and prosecution", 1.2),),
    "border guards and customs": (("border management", 0.8), ("victim identification and referral", 0.5)),
    "labour inspectors": (("victim identification and referral", 1.5), ("labour exploitation", 1.2)),
    "journalists": (("prevention and awareness", 2.0),),
    "social services": _CARE,
    "health workers": _CARE,
    "financial sector": (("financial investigation", 2.0),),
    "parliamentarians": (("legislation and policy", 1.2),),
    "diplomats and consular staff": (("consular response", 0.8), ("victim identification and referral", 0.5)),
    "private sector": (("prevention and awareness", 0.8), ("labour exploitation", 0.5)),
    "students": (("prevention and awareness", 1.0),),
    "civil society": (("victim protection and assistance", 0.8),),
}
"""What an audience adds to a topic, after the shares among the coded records (prosecutors: investigation 0.8)."""
_GENERIC = frozenset({"other", "meeting"})
_ORDINALS = {
    word: number
    for number, words in enumerate(
        (
            "first 1st inaugural premier première primer primera primeiro primeira первый первая первое",
            "second 2nd deuxième segundo segunda второй вторая второе",
            "third 3rd troisième tercer tercera terceiro terceira третий третья третье",
            "fourth 4th quatrième cuarto cuarta quarto quarta четвертый четвёртый четвертая",
            "fifth 5th cinquième quinto quinta пятый пятая",
            "sixth 6th sixième sexto sexta шестой шестая",
            "seventh 7th septième séptimo séptima sétimo седьмой седьмая",
            "eighth 8th huitième octavo octava oitavo восьмой восьмая",
            "ninth 9th neuvième noveno novena nono девятый девятая",
            "tenth 10th dixième décimo décima десятый десятая",
            "eleventh 11th onzième",
            "twelfth 12th douzième",
        ),
        start=1,
    )
    for word in words.split()
}
_ROMAN = {
    "II": 2,
    "III": 3,
    "IV": 4,
    "V": 5,
    "VI": 6,
    "VII": 7,
    "VIII": 8,
    "IX": 9,
    "X": 10,
    "XI": 11,
    "XII": 12,
    "XIII": 13,
    "XIV": 14,
    "XV": 15,
    "XVI": 16,
    "XVII": 17,
    "XVIII": 18,
    "XIX": 19,
    "XX": 20,
}
_NUMBER = re.compile(r"\b(?:(\d{1,2})(?:st|nd|rd|th|e|ème|º|ª|-й|-я)|([^\W\d_]+))\b")
_KIND_OF = re.compile(
    r"first (?:of its kind|ever|day|time|step|two|three)|first-ever|first-of-its-kind|"
    r"for the first time|primera vez|première fois|primeira vez",
    re.IGNORECASE,
)
_SERIES_WORDS = re.compile(
    r"\b(?:annual|series|edition|of (?:two|three|four|five|six|seven|eight)|biennial|yearly|in a row|"
    r"regional|session|meeting|round)\b",
    re.IGNORECASE,
)


def format_of(story: Story) -> Evidence | None:
    """Return the format of an event: the word the headline and the sentences about it agree on."""
    page = story.page
    scores: dict[str, float] = defaultdict(float)
    first: dict[str, Cue] = {}
    for number, weight in enumerate(story.weights):
        zone = page.sentences[number].zone
        if weight <= 0 or zone in {"menu", "tail"}:
            continue
        for place, cue in enumerate(event_cues(page, number)):
            value = 2.0 if zone == "title" else 4.0 if number == story.lead and place == 0 else 1.0
            scores[cue.meaning] += value * (0.4 if cue.meaning in _GENERIC else 1.0)
            first.setdefault(cue.meaning, cue)
    if not scores:
        verbs = trains(page, story.lead)
        span = (verbs[0].start, verbs[0].end) if verbs else (0, 0)
        return (
            evidence(page, "format", "training", span=span, rule="people were trained", sure="derived")
            if verbs
            else None
        )
    best, score = max(scores.items(), key=lambda one: (one[1], -first[one[0]].start))
    for special in ("simulation exercise", "study visit", "webinar"):
        if scores[special] >= 2 and scores[special] * 3 >= score:
            best = special
    cue = first[best]
    sure: Sure = "sure" if score >= 4 else "derived"
    return evidence(page, "format", best, span=(cue.start, cue.end), rule="word for the event", sure=sure)


def mode_of(story: Story) -> Evidence | None:
    """Return how people met, where a sentence about the event says so."""
    page = story.page
    found: dict[str, Cue] = {}
    for number in story.told(3.0):
        for cue in page.of(number, "mode"):
            near = any(
                abs(cue.start - event.start) < 130
                for event in [*event_cues(page, number), *page.of(number, "again", "happens")]
            )
            if near and not _of_crime(page.text, cue):
                found.setdefault(cue.meaning, cue)
    mode = "hybrid" if "hybrid" in found or len(found) > 1 else next(iter(found), None)
    if mode is None:
        return None
    cue = found.get(mode) or next(iter(found.values()))
    return evidence(page, "mode", mode, span=(cue.start, cue.end), rule="how they met", sure="sure")


def _of_crime(text: str, cue: Cue) -> bool:
    """Return whether "online" belongs to the crime: "online exploitation"."""
    return (
        re.match(
            r"\s*(?:recruit\w*|exploit\w*|sexual|abuse|child|traffick\w*|grooming|scam\w*|investigat\w*|"
            r"platforms?|crime|fraud|safety|advert\w*|tools?|world|MRC|assets?|currenc\w*|evidence|spaces?|"
            r"forms? of|dimension)",
            text[cue.end : cue.end + 24],
            re.IGNORECASE,
        )
        is not None
    )


def topics_of(
    story: Story, bodies: Sequence[tuple[int, int]], audiences: Sequence[str], countries: int
) -> list[Evidence]:
    """Return the topics of an event, the crimes first.

    `bodies` are the places of names, whose words say nothing of the subject; `audiences` and the number of
    `countries` that took part make some topics likelier.
    """
    scores, told, first = _scores(story, bodies)
    for topic, likely in _likely(audiences, countries).items():
        if topic in scores or likely >= TOPIC_LEAST:
            scores[topic] += likely
            told[topic] += likely
    kept = [topic for topic in list(scores) if topic in CRIMES and _is_crime(topic, scores)] or [CRIMES[0]]
    themes = [
        topic
        for topic, score in sorted(scores.items(), key=lambda one: -one[1])
        if topic not in CRIMES and score >= TOPIC_LEAST and told[topic] >= 1
    ]
    lead = story.page.sentences[story.lead]
    start = Cue("topic", "", lead.start, lead.end)
    return [
        _label(story, "topics", one, first.get(one, start))
        for one in [*sorted(kept, reverse=True), *themes[:7]]
    ]


def _likely(audiences: Sequence[str], countries: int) -> dict[str, float]:
    """Return what audiences and countries add to topics."""
    likely: dict[str, float] = defaultdict(float)
    for audience in audiences:
        for topic, value in LIKELY.get(audience, ()):
            likely[topic] = max(likely[topic], value)
    if countries > 1:
        likely["international cooperation"] = TOPIC_LEAST
    return likely


def _is_crime(topic: str, scores: Mapping[str, float]) -> bool:
    other = CRIMES[1 - CRIMES.index(topic)]
    return (
        scores[topic] >= 2.0
        or scores[topic] >= scores[other] > 0
        or (scores[topic] > 0 and not scores[other])
    )


def _scores(
    story: Story, bodies: Sequence[tuple[int, int]]
) -> tuple[dict[str, float], dict[str, float], dict[str, Cue]]:
    """Return how much the text says of each topic, how much of it beside the event, and where first."""
    page = story.page
    scores: dict[str, float] = defaultdict(float)
    told: dict[str, float] = defaultdict(float)
    first: dict[str, Cue] = {}
    for number, sentence in enumerate(page.sentences):
        value = _value(story, number, sentence.zone)
        if value <= 0:
            continue
        seen: Counter[str] = Counter()
        for cue in page.of(number, "topic"):
            if not any(start <= cue.start < end for start, end in bodies):
                seen[cue.meaning] += 1
                first.setdefault(cue.meaning, cue)
        for meaning, count in seen.items():
            scores[meaning] += value * min(count, 2) ** 0.5
            told[meaning] += value if value >= 1 else 0
    return scores, told, first


def _value(story: Story, number: int, zone: str) -> float:
    """Return what a topic counts in a sentence: most in headlines and beside the event, little far from it."""
    if zone in {"menu", "tail", "caption"}:
        return 0.0
    weight = story.weights[number]
    if zone == "title":
        return 3.0
    if weight >= 3:
        return 2.0
    near = any(
        0 < number - other <= 2 and story.weights[other] >= 3 for other in range(max(0, number - 2), number)
    )
    if weight > 0 or (near and weight == 0):
        return 1.0
    return 0.4 if weight > -3 else 0.2 if weight > ELSEWHERE else 0.0


def _label(story: Story, field: str, value: str, cue: Cue) -> Evidence:
    return evidence(
        story.page, field, value, span=(cue.start, cue.end), rule="word of the subject", sure="derived"
    )


def audiences_of(story: Story, bodies: Sequence[tuple[int, int]]) -> list[Evidence]:
    """Return for whom the event was: the people named where the text says who came.

    `bodies` are the places of those who organised, supported, paid or taught, who are no audience.
    """
    page = story.page
    scores: dict[str, float] = defaultdict(float)
    first: dict[str, Cue] = {}
    for number, sentence in enumerate(page.sentences):
        if sentence.zone in {"menu", "tail"} or story.weights[number] <= 0:
            continue
        spans = list(_coming(story, number))
        for cue in _longest(page.of(number, "audience")):
            among = any(start <= cue.start < end for start, end in spans)
            if among and not any(start <= cue.start < end for start, end in bodies):
                scores[cue.meaning] += 1
                first.setdefault(cue.meaning, cue)
    return [
        evidence(
            page,
            "audiences",
            name,
            span=(first[name].start, first[name].end),
            rule="named among those who came",
            sure="derived",
        )
        for name, score in scores.items()
        if score >= AUDIENCE_LEAST
    ]


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


# Programmes and series


@lru_cache(maxsize=1)
def _programmes() -> tuple[tuple[str, str], ...]:
    """Return every written form of a programme with its name, the longest first; short words are left out."""
    folder = HOME / "data" / "vocabulary"
    names: dict[str, str] = {}
    found: list[tuple[str, str]] = []
    with (folder / "programmes.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            names[row["programme_id"]] = row["name"]
            found.append((row["name"], row["name"]))
            short = re.search(r"\(([A-Z][\w.\-+ ]{2,14})\)$", row["name"])
            if short:
                found.append((short[1], row["name"]))
    with (folder / "programme_names.csv").open(encoding="utf-8-sig", newline="") as file:
        found += [(row["name"], names[row["programme_id"]]) for row in csv.DictReader(file)]
    return tuple(
        sorted(
            (one for one in found if len(one[0]) > 4 and not one[0].startswith("Working Group")),
            key=lambda one: -len(one[0]),
        )
    )


def programmes_of(story: Story) -> list[Evidence]:
    """Return the known projects and initiatives the text names."""
    page = story.page
    found: dict[str, Evidence] = {}
    taken: list[tuple[int, int]] = []
    for written, name in _programmes():
        if written not in page.text:
            continue
        match = re.search(rf"(?<!\w){re.escape(written)}(?!\w)", page.text)
        if match and not any(start <= match.start() < end for start, end in taken):
            taken.append(match.span())
            found.setdefault(
                name, evidence(page, "programmes", name, span=match.span(), rule="known project", sure="sure")
            )
    return sorted(found.values(), key=lambda one: one.start)


def series_of(story: Story) -> Evidence | None:
    """Return which of a series the event was ("fourth annual workshop"); "first of its kind" is none."""
    page = story.page
    for number in list(story.told(2.0))[:6]:
        for cue in event_cues(page, number):
            begin = max(page.sentences[number].start, cue.start - 70)
            before = page.text[begin : cue.start]
            found = _ordinal(before, page.text[cue.start : cue.end + 60])
            if found is not None:
                value, place = found
                title = page.text[begin + place : cue.end].strip()
                return evidence(
                    page,
                    "series",
                    {"name": title, "number": value},
                    span=(begin + place, cue.end),
                    rule="number of a series",
                    sure="derived",
                )
    return None


def _ordinal(before: str, event: str) -> tuple[int, int] | None:
    """Return the number a name begins with and where it stands; only beside a word of a series."""
    clause = re.split(r"[.;:,]", before)[-1]
    offset = len(before) - len(clause)
    if _KIND_OF.search(clause):
        return None
    for match in _NUMBER.finditer(clause):
        number = int(match[1]) if match[1] else _ORDINALS.get(match[2].casefold()) or _ROMAN.get(match[2])
        if not number or len(clause) - match.end() > 45:
            continue
        said = clause[match.end() :] + event
        if number > 1 or re.search(
            r"\b(?:of (?:two|three|four|five|six|\w+ (?:planned|regional))|in a series|annual|series)\b", said
        ):
            return number, offset + match.start()
    return None
