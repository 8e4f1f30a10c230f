"""For whom an event was: the people named where the text says who came, or beside the event.

An audience is given where the odds for it are high enough. They are added up from where it is named, from whether the
text says of others alone that they came, and from how many of the coded records, and of those of the format, have it
(release_likely.csv). The numbers, here and in
release_fitted.csv, were fitted to announcements read against their records.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from loaders.late import late
from loaders.organisation_tables import bodies
from loaders.release_body import Body
from loaders.release_coming import came, coming
from loaders.release_evidence import Evidence, evidence
from loaders.release_likely import fitted, likely
from loaders.release_split import ELSEWHERE
from loaders.release_story import Story
from loaders.release_unmet import not_there
from loaders.release_words import Cue

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
    there = {name for name, places in named.items() if "coming" in places}
    kept = [
        name
        for name in named
        if _odds(name, named[name], kind) + _OTHERS_CAME * bool(there and name not in there) >= _LEAST
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
        cues = _longest(page.of(number, "audience"))
        spans = _spans_of(story, number, cues) if cues and weight >= 0 else []
        for cue in cues:
            if any(start <= cue.start < end for start, end in others) and not came(story, cue.end):
                continue
            if cue.meaning == "social services" and _MINISTRY_OF.search(
                page.text, max(sentence.start, cue.start - 70), cue.start
            ):
                continue
            among = any(start <= cue.start < end for start, end in spans)
            if not_there(story, number, cue, among=among):
                continue
            place = _place(story, number, among=among)
            if place in _BESIDE.get(cue.meaning, ()):
                continue
            named[cue.meaning][place] += 1
            if _SEEN[place] > best.get(cue.meaning, (0.0, cue))[0]:
                best[cue.meaning] = (_SEEN[place], cue)
    return named, {name: cue for name, (_, cue) in best.items()}


def _spans_of(story: Story, number: int, cues: Sequence[Cue]) -> list[tuple[int, int]]:
    """Return the pieces of a sentence that say who came, as many as it takes to hold all who are named."""
    spans: list[tuple[int, int]] = []
    left = {cue.start for cue in cues}
    for start, end in coming(story, number):
        spans.append((start, end))
        left = {place for place in left if not start <= place < end}
        if not left:
            break
    return spans


def _place(story: Story, number: int, *, among: bool) -> str:
    """Return where a mention stands: among those who came, in the headline, beside the event, near or far."""
    weight = story.weights[number]
    if among:
        return "coming" if weight >= 3 or number in {story.lead, story.lead + 1} else "coming near"
    if story.page.sentences[number].zone == "title" or number == story.lead:
        return "lead" if story.page.sentences[number].zone != "title" else "title"
    return "strong" if weight >= 3 else "near" if weight > 0 else "far"


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
