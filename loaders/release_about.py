"""What an event was: its format and mode, its programmes, and which of a series it was."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from loaders.late import late
from loaders.release_evidence import Evidence, Sure, evidence
from loaders.release_page import Page
from loaders.release_story import Story, background, event_cues, those_met, trains
from loaders.release_words import Cue

_GENERIC = {"other": 0.4, "meeting": 0.4, "training": 0.6}
"""What a word counts that is also said of events of another format: "the training", of a workshop."""
_WHOLES = ("simulation exercise", "study visit", "webinar")
"""Formats that an event is of, also where the words for others are more, unless they are told as a part of it."""

_PART = 0.3
"""What a word counts in the name of a body, or of a part of an event."""

_NO_NAME = frozenset({*_GENERIC, "campaign event"})
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
_NUMBER = late(r"\b(?:(\d{1,2})(?:st|nd|rd|th|e|ème|º|ª|-й|-я)|([^\W\d_]+))\b")
_NO_RANK = late(
    r"\b(?:[Ss]ection|[Pp]art|[Aa]rticle|[Cc]hapter|[Aa]nnex|[Cc]omponent|[Pp]rotocol|[Pp]hase|[Tt]itle)\s$"
)
_MONTH = late(
    r"\s(?:of\s)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
"""What follows the number of a day: "on 6th May"."""

_KIND_OF = late(
    r"first (?:of its kind|ever|day|time|step|two|three)|first-ever|first-of-its-kind|"
    r"for the first time|primera vez|première fois|primeira vez",
    re.IGNORECASE,
)
_NEW = late(r"\b(?:an?|un|une|uno|una|um|uma)\s(?:[\w’-]+\s){0,3}$", re.IGNORECASE)
_SERIES_WORDS = late(
    r"\b(?:annual|series|edition|of (?:two|three|four|five|six|seven|eight)|biennial|yearly|in a row|"
    r"regional|session|meeting|round)\b",
    re.IGNORECASE,
)


_BESIDE = 130
"""Letters between an event and the word for how people met."""

_NO_MODE = late(
    r"\b(?:press|news|media)\s(?:conference|briefing|event)\s(?:[\w\-]+\s){0,3}$|"
    r"\b(?:seen|available|found|published|accessible|watched|read|downloaded|register(?:ed)?|advertised|recruited|bought|"
    r"sold|exploited)\s$"
)
"""What stands before how the press met, or what is to be had or done online."""

_AT_A = late(r"\b(?:began|started|launched|begun|kicked off) at an?\s(?:[\w\-]+\s){0,2}$")
_ON = late(r"\s(?:held\s)?(?:on|from)\s")
_COUNTED = {
    word: number
    for number, word in enumerate(
        ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=2
    )
}
_PART_OF = late(r"\b(?:of|during|within|in|into|throughout)\s(?:the|this|a|an)\s(?:[\w\-]+\s){0,3}$")
_THE_WHOLE = late(
    r"\W*(?:[Tt]h(?:e|is)|L[ae]|Cet(?:te)?|E[ls]t?[ae]?|O)\s(?:(?![\w\-]+(?:s|ed)\s)[\w\-]+\s){0,2}$"
)
"""What opens a sentence on the event itself: "The regional simulation exercise"."""

_CALLED = late(
    r",?\s(?:called|entitled|titled|named|dubbed|under the (?:title|theme)|intitulée?|titulad[oa]|denominad[oa]|"
    r"intitulad[oa])\b"
)
"""What stands between an event and its title."""

_OF_A_BODY = late(r"[^.,:;\n]{0,80}\([A-Z]{2,8}\)\s*")
"""What stands behind the first word of a body's name on a line of its own, as at the head of its letters."""

LAST_OF = late(
    r"\b(?:concluding|final|last)\s(?:[\w\s\-]{0,30}?\bin a series of|of(?:\sthe)?(?=\s[a-z]+\s(?:[\w\-]+\s){0,4}?"
    r"(?:sessions|workshops|trainings|courses|seminars|events|meetings|round tables|exercises)\b))\s(\w+)\b",
    re.IGNORECASE,
    needs="concluding|final|last",
)
"""What calls an event the last of so many: "the last of eight regional training sessions"."""


def _introduced(text: str, cue: Cue) -> bool:
    """Return whether an event is named for the first time: "a two-day workshop"."""
    return _NEW.search(text, max(0, cue.start - 40), cue.start) is not None


def _dated(story: Story) -> Cue | None:
    """Return the event at which something began, with its day behind it: "began at an online meeting on 3 May"."""
    text = story.page.text
    for cue in event_cues(story.page, story.lead):
        if _AT_A.search(text, max(0, cue.start - 40), cue.start) and any(
            _ON.fullmatch(text, cue.end, one.start) for one in story.facts.periods if one.start > cue.end
        ):
            return cue
    return None


def _of_the_list(story: Story) -> Evidence | None:
    """Return the format of an event that is told in a list, from the clauses before it: "sessions in A, and in B"."""
    number = story.lead - 1
    while number in story.page.parts:
        for cue in event_cues(story.page, number):
            span, rule = (cue.start, cue.end), "word for the events of a list"
            return evidence(story.page, "format", cue.meaning, span=span, rule=rule, sure="derived")
        number -= 1
    return None


def format_of(story: Story) -> Evidence | None:
    """Return the format of an event: the word the headline and the sentences about it agree on."""
    page = story.page
    dated = _dated(story)
    if dated is not None:
        span = (dated.start, dated.end)
        return evidence(page, "format", dated.meaning, span=span, rule="event with its day", sure="sure")
    scores, first = _words_for_it(story)
    if not scores:
        return _of_the_list(story) if story.lead in page.parts else _trained(story)
    best, score = max(scores.items(), key=lambda one: (one[1], -first[one[0]].start))
    for special in _WHOLES:
        if (
            scores.get(special, 0.0) >= 2
            and scores[special] * 3 >= score
            and not _is_part(story, first[special])
        ):
            best = special
    cue = first[best]
    sure: Sure = "sure" if score >= 4 else "derived"
    return evidence(page, "format", best, span=(cue.start, cue.end), rule="word for the event", sure=sure)


def _once(text: str, cues: Sequence[Cue]) -> list[Cue]:
    """Return words for events, those of one name once: "Ministerial Conference"."""
    return [
        cue
        for before, cue in zip([None, *cues], cues, strict=False)
        if before is None or before.meaning != cue.meaning or text[before.end : cue.start].strip(" -")
    ]


def _is_part(story: Story, cue: Cue) -> bool:
    """Return whether an event is told as a part of another: "they took part in a mock trial on the last day"."""
    page, at = story.page, story.page.at(cue.start)
    if at is None or at <= story.lead or page.sentences[at].zone != "body":
        return False
    if not _THE_WHOLE.fullmatch(page.text, page.sentences[at].start, cue.start):
        return True
    others = [one for one in event_cues(page, at) if one.meaning != cue.meaning]
    return any(one.start > cue.end and _PART_OF.search(page.text, cue.end, one.start) for one in others)


def _named_at_all(story: Story) -> Evidence | None:
    """Return the format of an event that is named where nothing is said to happen: "during the Conference"."""
    page = story.page
    for number, weight in enumerate(story.weights):
        cues = event_cues(page, number) if weight >= 0 and page.sentences[number].zone == "body" else ()
        for cue in cues:
            if cue.meaning in _NO_NAME or background(page, cue.start):
                continue
            if page.text[cue.start].isupper():
                span = (cue.start, cue.end)
                return evidence(
                    page, "format", cue.meaning, span=span, rule="name of the event", sure="derived"
                )
    return None


def _words_for_it(story: Story) -> tuple[dict[str, float], dict[str, Cue]]:
    """Return how much speaks for each format, and its first word."""
    page = story.page
    scores: dict[str, float] = defaultdict(float)
    first: dict[str, Cue] = {}
    for number, weight in enumerate(story.weights):
        zone = page.sentences[number].zone
        if (weight <= 0 and number != story.lead) or zone in {"menu", "tail"}:
            continue
        named = _once(page.text, event_cues(page, number))
        main = named[0] if named else None
        if main is not None and main.meaning == "training":
            main = next((cue for cue in named if cue.meaning not in _GENERIC), main)
        for cue in named:
            if number != story.lead and (background(page, cue.start) or _is_to_come(story, cue)):
                continue
            value = 2.0 if zone == "title" else 4.0 if number == story.lead and cue is main else 1.0
            if zone == "title" and _OF_A_BODY.fullmatch(page.text, cue.end, page.sentences[number].end):
                value = _PART
            own = cue is main and number == story.lead
            if (own or cue.meaning not in _GENERIC) and _introduced(page.text, cue):
                value += 3.0 if _CALLED.match(page.text, cue.end) else 1.5
            own_name = (
                zone == "body" and cue.meaning == "meeting" and page.text.startswith("Meeting", cue.end - 7)
            )
            if main is cue and number == story.lead and _is_taken_up(page, cue):
                value = 1.0
            if cue.meaning in _WHOLES and _is_part(story, cue):
                value = _PART
            scores[cue.meaning] += value if own_name else value * _GENERIC.get(cue.meaning, 1.0)
            first.setdefault(cue.meaning, cue)
    return dict(scores), first


def _is_taken_up(page: Page, cue: Cue) -> bool:
    """Return whether an event is only taken up by a word that is said of all formats: "the meeting of 5 May"."""
    text = page.text
    if text[cue.start : cue.end] in _OF_ALL_FORMATS:
        return _THESE.search(text, max(0, cue.start - 5), cue.start) is not None
    definite = _DEFINITE if page.language == "pt" else _THE
    return cue.meaning in _GENERIC and definite.search(text, max(0, cue.start - 6), cue.start) is not None


_OF_ALL_FORMATS = frozenset({"assises", "forum", "foro", "fórum", "colloque"})
"""Words of one format that take up an event of any: "ces assises ont regroupé"."""

_THESE = late(r"\b(?:ce|ces|cette|cet|este|esse)\s$", re.IGNORECASE)
_DEFINITE = late(r"\b(?:a|o|esta|este)\s$", re.IGNORECASE)
_THE = late(r"\b(?:the|this|its|their|la|le|el)\s$", re.IGNORECASE)
_TO_COME = late(r"[^.;]{0,50},?\s(?:which|that)\s(?:will|is to|are to)\s(?:be|take)\b")
_WILL_FOLLOW = late(r"[^.;,]{0,60}\s(?:will|is to|are to)\s(?:follow|be held|take place)\b")
_WILL = late(
    r"\b(?:[^\W\d_]{2,}[aei](?:rá|rán|rão|ra|ront)|will|is to|are to|agreed to|plans? to)\s(?:[\w’'\-]+\s){1,6}$"
)
"""What stands before an event that somebody is yet to hold: "apoyará la realización de un"."""


def _is_to_come(story: Story, cue: Cue) -> bool:
    """Return whether an event is told as one that is still to be, on a page of one that is over or goes on."""
    text = story.page.text
    if cue.meaning == "study visit" and _TO_COME.match(text, cue.end):
        return True
    if not _introduced(text, cue) or _coming(story):
        return False
    led = _WILL.search(text, max(0, cue.start - 90), cue.start)
    return led is not None or _WILL_FOLLOW.match(text, cue.end) is not None


def _coming(story: Story) -> bool:
    """Return whether the event of a page is itself still to be."""
    lead = story.page.sentences[story.lead]
    planned = any(one.meaning == "planned" for one in story.page.of(story.lead, "happens"))
    return planned or _FUTURE.search(story.page.text, lead.start, lead.end) is not None


_FUTURE = late(
    r"\b(?:will|shall|is to be|are to be|upcoming|forthcoming|se (?:realizará|celebrará)|aura lieu)\b"
)


def _trained(story: Story) -> Evidence | None:
    """Return a training where people are said to have been trained, without a word for the event."""
    verbs = trains(story.page, story.lead)
    if not verbs and (named := _named_at_all(story)):
        return named
    if not verbs:
        met = those_met(story.page, story.lead)
        span = met and (met.start, met.end)
        return span and evidence(story.page, "format", "meeting", span=span, rule="people met", sure="guess")
    span, rule = (verbs[0].start, verbs[0].end), "people were trained"
    return evidence(story.page, "format", "training", span=span, rule=rule, sure="derived")


def mode_of(story: Story) -> Evidence | None:
    """Return how people met, where a sentence about the event says so."""
    page = story.page
    found: dict[str, Cue] = {}
    for number in story.told(0.0):
        events = [*event_cues(page, number), *page.of(number, "again", "happens")]
        modes = page.of(number, "mode")
        both = {"in person", "online"} <= {cue.meaning for cue in modes}
        both = both or any(" and " in page.text[cue.start : cue.end] for cue in modes)
        for cue in modes:
            near = any(abs(cue.start - event.start) < _BESIDE for event in events)
            said = both or page.text[cue.start : cue.end].casefold().endswith(" format")
            said = said or (
                near and _HELD_SO.search(page.text, max(0, cue.start - 24), cue.start) is not None
            )
            if _NO_MODE.search(page.text, max(0, cue.start - 45), cue.start):
                continue
            if ((near and story.weights[number] >= 3) or said) and not _of_crime(page.text, cue):
                found.setdefault(cue.meaning, cue)
    mode = "hybrid" if "hybrid" in found or len(found) > 1 else next(iter(found), None)
    if mode is None:
        return None
    cue = found.get(mode) or next(iter(found.values()))
    return evidence(page, "mode", mode, span=(cue.start, cue.end), rule="how they met", sure="sure")


_HELD_SO = late(
    r"\b(?:held|takes? place|took place|taking place|conducted|convened|organi[sz]ed|delivered|hosted|meet|met|"
    r"gathered)\s(?:in\s(?:an?\s)?)?$"
)
"""What stands right before how people met: "the forum will be held virtually"."""


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


# Series


def series_of(story: Story) -> Evidence | None:
    """Return which of a series the event was ("fourth annual workshop"); "first of its kind" is none."""
    page = story.page
    for number in list(story.told(2.0))[:6]:
        sentence = page.sentences[number]
        last = LAST_OF.search(page.text, sentence.start, sentence.end)
        if last and (value := _COUNTED.get(last[1].casefold())):
            named = {"name": last[0], "number": value}
            return evidence(
                page, "series", named, span=last.span(), rule="the last of a series", sure="derived"
            )
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
        if not number or len(clause) - match.end() > 45 or _NO_RANK.search(clause[: match.start()]):
            continue
        if _MONTH.match(clause, match.end()):
            continue
        said = clause[match.end() :] + event
        if number > 1 or re.search(
            r"\b(?:of (?:two|three|four|five|six|\w+ (?:planned|regional))|in a series|annual|series|"
            r"(?:sub-?|trans-?)?regional|binational|international)\b",
            said,
        ):
            return number, offset + match.start()
    return None
