"""For whom an event was: the people named where the text says who came, or beside the event.

An audience is given where the odds for it are high enough. They are added up from where it is named, from whether the
text says of others alone that they came, and from how many of the coded records, and of those of the format, have it
(release_likely.csv). The numbers, here and in
release_fitted.csv, were fitted to announcements read against their records.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from loaders.late import late
from loaders.organisation_tables import bodies
from loaders.release_body import Body
from loaders.release_evidence import Evidence, evidence
from loaders.release_likely import fitted, likely
from loaders.release_split import ELSEWHERE
from loaders.release_story import Story
from loaders.release_words import Cue, words_in

_SEEN = {
    "title": 0.8,
    "lead": 1.75,
    "strong": 1.65,
    "near": 1.7,
    "far": 1.6,
    "coming": 4.0,
    "coming near": 3.0,
    "body": 1.9,
}
"""What the root of the number of mentions adds to the odds, by where they stand."""

_MOST_TIMES = {"body": 1, "title": 1, "coming": 3, "coming near": 3}
_USUAL, _BY_FORMAT, _OTHERS_CAME = 0.94, 0.75, -1.2
_RAREST = -3.0
"""Odds among all records below which none is held to be rarer."""

_LEAST = -1.05
"""Odds from which an audience is given."""

_BODIES = (
    (late(r"\b(?:Embass|Consulate|Foreign)"), "diplomats and consular staff"),
    (late(r"Interior|Internal Affairs|Police|Carabinieri|Gendarm"), "police and law enforcement"),
    (late(r"Prosecut|Attorney General"), "prosecutors"),
    (late(r"\b(?:Court|Judicial|Judiciary)\b"), "judges"),
    (late(r"Border|Customs|Coast Guard"), "border guards and customs"),
    (
        late(r"(?:Migration|Immigration) (?:Service|Department|Agency|Committee|Management)"),
        "immigration officials",
    ),
    (late(r"\bLabou?r Inspect"), "labour inspectors"),
    (late(r"\b(?:Army|Armed Forces|Navy|Ministry of Defen[cs]e)\b"), "military and peacekeepers"),
    (late(r"\bMinistry of Justice\b"), "central government"),
)
"""Whom a body that sent people stands for, by its name; counted over the coded records."""

_KINDS = {
    "UN": "international organisations",
    "intergovernmental": "international organisations",
    "civil society": "civil society",
    "government": "central government",
}
_SPOKEN_OF = late(
    r"\b(?:role|ability|duties|tasks|powers|responsibilit(?:y|ies)|co-?operation|collaboration|co-?ordination|relations?|"
    r"links?)\s(?:of|between|with|among)\s(?:the\s)?(?:[\w’'\-]+,?\s){0,4}$"
)
"""What stands before those an event only speaks of: "the role of the police", "cooperation between police and NGOs"."""

_WISHED = late(
    r"\b(?:(?:strong|clos|bett|great|deep|wid)er|more|increased|improved|enhanced|further)\s(?:[\w\-]+\s){0,2}"
    r"(?:partnerships?|training|support|assistance|awareness|dialogue)\s(?:with|between|for|of|among|to)\s"
    r"(?:[\w’'\-]+,?\s){0,3}$"
)
"""What stands before those with whom more is to be done: "stronger partnerships with companies"."""

_MINISTRY_OF = late(
    r"\b[Mm]inist(?:ry|ries)\s(?:of|for)\s(?:the\s)?(?:[A-Z][\w’'\-]*,?\s(?:(?:and|of)\s)?){0,6}$"
)
"""What stands before the tasks of a ministry, whose people are of the government: "Ministry of Labour and Social …"."""

_BESIDE = {"central government": ("near", "far")}
"""Where a mention says nothing of an audience, as ministries stand in most texts."""

_Named = dict[str, dict[str, int]]


def audiences_of(
    story: Story, others: Sequence[tuple[int, int]], attending: Sequence[Body], *, kind: str | None
) -> list[Evidence]:
    """Return for whom the event was, in the order of the text.

    `others` are the places of those who organised, supported, paid or taught, who are no audience; `attending` are
    the bodies that sent people, `kind` is the format.
    """
    named, first = _named(story, others)
    for cue in _by_bodies(attending):
        named[cue.meaning]["body"] += 1
        first.setdefault(cue.meaning, cue)
    came = {name for name, places in named.items() if "coming" in places}
    kept = [
        name
        for name in named
        if _odds(name, named[name], kind) + _OTHERS_CAME * bool(came and name not in came) >= _LEAST
    ]
    return [_label(story, name, first[name]) for name in sorted(kept, key=lambda name: first[name].start)]


def _by_bodies(attending: Sequence[Body]) -> Iterator[Cue]:
    """Yield the audiences that the bodies which sent people stand for."""
    for body in attending:
        known = bodies().by_id.get(body.organisation_id or "")
        told = next((one for pattern, one in _BODIES if pattern.search(body.name)), None)
        audience = told or _KINDS.get(known.kind if known else "")
        if audience:
            yield Cue("audience", audience, body.start, body.end)


def _label(story: Story, name: str, cue: Cue) -> Evidence:
    span, rule = (cue.start, cue.end), "named among those who came"
    return evidence(story.page, "audiences", name, span=span, rule=rule, sure="derived")


def _odds(audience: str, places: Mapping[str, int], kind: str | None) -> float:
    """Return the odds for an audience, as a logarithm, from how often it is named where, and at what event."""
    weights = likely("audience")[audience]
    begin, seen = fitted("audience")[audience]
    told: float = sum(
        _SEEN[place] * min(count, _MOST_TIMES.get(place, 2)) ** 0.5 for place, count in places.items()
    )
    usual = max(_RAREST, weights[""])
    return begin + seen * told + _USUAL * usual + _BY_FORMAT * weights.get(kind or "-", 0.0)


def _named(story: Story, others: Sequence[tuple[int, int]]) -> tuple[_Named, dict[str, Cue]]:
    """Return how often each audience is named where, and the cue that tells it best."""
    page = story.page
    named: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    best: dict[str, tuple[float, Cue]] = {}
    for number, sentence in enumerate(page.sentences):
        weight = story.weights[number]
        if sentence.zone in {"menu", "tail"} or weight <= ELSEWHERE:
            continue
        spans = list(_coming(story, number)) if weight >= 0 else []
        for cue in _longest(page.of(number, "audience")):
            if any(start <= cue.start < end for start, end in others):
                continue
            if _WISHED.search(page.text, max(sentence.start, cue.start - 70), cue.start):
                continue
            if cue.meaning == "social services" and _MINISTRY_OF.search(
                page.text, max(sentence.start, cue.start - 70), cue.start
            ):
                continue
            among = any(start <= cue.start < end for start, end in spans)
            if not among and _SPOKEN_OF.search(page.text, max(sentence.start, cue.start - 70), cue.start):
                continue
            place = _place(story, number, among=among)
            if place in _BESIDE.get(cue.meaning, ()):
                continue
            named[cue.meaning][place] += 1
            if _SEEN[place] > best.get(cue.meaning, (0.0, cue))[0]:
                best[cue.meaning] = (_SEEN[place], cue)
    return named, {name: cue for name, (_, cue) in best.items()}


def _place(story: Story, number: int, *, among: bool) -> str:
    """Return where a mention stands: among those who came, in the headline, beside the event, near or far."""
    weight = story.weights[number]
    if among:
        return "coming" if weight >= 3 or number in {story.lead, story.lead + 1} else "coming near"
    if story.page.sentences[number].zone == "title" or number == story.lead:
        return "lead" if story.page.sentences[number].zone != "title" else "title"
    return "strong" if weight >= 3 else "near" if weight > 0 else "far"


_ATTENDING = words_in(
    "met meet attended participated gathered joined completed visited train learn learned learnt practised "
    "practiced debated"
) | {
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
_FOR = late(
    r"(?:\b(?:for|among|brought|invited|invites|attended by|brought together|bringing together|"
    r"brings together|gathered|drew|"
    r"trained|train|training of|trains|involv\w+|participation of|participants|representatives of|"
    r"representatives from|attendees|trainees|"
    r"attended|participated|took part|taking part|including|officials from|officers from|audience|"
    r"participent|participaient|prennent part|"
    r"pour|à l[’']intention|au profit|réuni\w*|rassembl\w*|destin\w+|participants|représentants|"
    r"formation d\w+|venus|"
    r"para|dirigid\w+|participa\w+|asisti\w+|reunió|representantes|capacit\w+|destinad\w+|reuniu|"
    r"formação d\w+|для|участи\w*|участник\w*|представител\w*|обучен\w*|собрал\w*|came from|"
    r"drawn from|equip\w*|joined|joins|composed|consist\w+|comprised|comprising|welcomed|included|reached|such as|"
    r"targeting|targeted|represented|to (?:help|enable|assist|equip|train)|"
    r"(?:training|courses?|workshops?) (?:[\w\-]+ ){0,5}to|of the)\b)",
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
    for match in _TO_BE_TRAINED.finditer(text):
        yield sentence.start, sentence.start + match.start()
    for match in _FOR.finditer(page.small[sentence.start : sentence.end]):
        word = match[0]
        if word == "among" and _AWARE.search(text[: match.start()]):
            continue
        end = _end_of(text, match.end())
        if (word in _OF_MUCH or word.endswith(" to")) and not _people_soon(
            story, number, sentence.start + match.end(), word
        ):
            continue
        yield sentence.start + match.end(), sentence.start + end
        if re.match(
            r"attended$|participated|took part|taking part|participa(?:ron|ram)|participent|participaient|"
            r"prennent part|asistieron|приняли|"
            r"участвовали|joined",
            word,
        ):
            yield sentence.start, sentence.start + match.start()


_TO_BE_TRAINED = late(
    r"\b(?:(?:are|were) expected to (?:be trained|attend|participate|take part)|"
    r"will (?:be trained|attend|participate|take part|receive training)|"
    r"are to be trained|are being trained|received training|(?:were|are being|will be) sensiti[sz]ed)\b"
)
"""What follows those who come: "Judges and lawyers are expected to be trained"."""

_AWARE = late(r"\b(?:aware\w*|attention|vigilance|understanding)\b[^.;]{0,70}$")
"""What is raised among those who need not have come."""

_OF_MUCH = words_in("for para pour including included targeting targeted для") | {
    "of the",
    "such as",
    "to help",
    "to enable",
    "to assist",
    "to equip",
    "to train",
}
"""What stands before much else than people."""

_STOPS = late(
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
