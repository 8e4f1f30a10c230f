"""Where events are held by their own kind: courses of an academy at its seat, visits of a programme in its country."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from loaders.late import late
from loaders.release_story import Story, event_cues
from loaders.release_towns import town

_COURSES = frozenset({"training", "workshop", "seminar"})
_ACADEMY = late(
    r"\b(?:Academy|Academia|Académie|School|College|Institute?|Centre|Center|ILEA)\b(?:(?:\s[\w’'\-]+){0,8}?\s"
    r"\([A-Z]{3,8}\s?[–-]\s?|(?:(?:\s[\w’'\-]+){0,8}?\s\([A-Z]{3,8}\))?\s?(?:[–-]\s?)?)"
    r"([A-ZÀ-Þ][\w’'\-]+(?:\s[A-ZÀ-Þ][\w’'\-]+){0,2})"
)
"""An academy with its town behind its name: "the Law Enforcement Academy (LEA) Lima", "(LEA - Lima)"."""

_SHORT = late(
    r"\bILEA(?:\s(?:Director|director)(?:\sof)?)?[\s–-]+([A-ZÀ-Þ][\w’'\-]+(?:\s[A-ZÀ-Þ][\w’'\-]+){0,2})"
)
"""The international academies by their short name: "ILEA Lima seeks to"."""

_IN_AMERICA = late(
    r"\b(?:International Visitors? Leadership Program(?:me)?|IVLP)\b", needs="International Visitor|IVLP"
)
_ITS_HOUSE = late(
    r"\bat\s(?:the\s(Institute|Academy|Centre|Center|College|School|University)[’']s|its)\s"
    r"(?:own\s)?(?:headquarters|premises|seat|campus)\b(?!\sin\b)",
    needs="headquarters|premises|seat|campus",
)
"""What says that an event was held at the house of a body named before: "at the Institute's headquarters"."""

_NAMED_AFTER = late(
    r"\b([A-ZÀ-Þ][\w’'\-]{3,})\s(?:[A-Z]\w+\s){0,3}(Institute|Academy|Centre|Center|College|School|University)\b"
)
_LEAST_LETTERS = 4


class Seat(NamedTuple):
    """A country, with its town where that is told, and the words that tell it: `text[start:end]`."""

    iso3: str
    town: str | None
    start: int
    end: int


def seat(story: Story) -> Seat | None:
    """Return where the academy or the programme of an event holds it; None where the event is of neither."""
    return _of_programme(story) or _of_academy(story)


def of_its_house(story: Story) -> Seat | None:
    """Return the town that the body is named after at whose house an event was held: "the Lima Police Academy"."""
    page = story.page
    for number in story.told(3.0):
        sentence = page.sentences[number]
        match = _ITS_HOUSE.search(page.text, sentence.start, sentence.end)
        if match is None:
            continue
        towns = {
            known[0]: Seat(known[0], one[1], one.start(1), one.end(1))
            for one in _NAMED_AFTER.finditer(page.text, 0, match.start())
            if match[1] in {None, one[2]} and (known := town(one[1])) and "|" not in known[0]
        }
        return next(iter(towns.values())) if len(towns) == 1 else None
    return None


def _of_programme(story: Story) -> Seat | None:
    """Return the country of a programme whose visits all lead to one country."""
    match = _IN_AMERICA.search(story.page.text)
    at = story.page.at(match.start()) if match else None
    if match is None or at is None or story.page.sentences[at].zone in {"menu", "tail"}:
        return None
    return Seat("USA", None, match.start(), match.end())


def _of_academy(story: Story) -> Seat | None:
    """Return the town of the academy that is named beside its own course."""
    page = story.page
    if not any(cue.meaning in _COURSES for cue in event_cues(page, story.lead)):
        return None
    found = {one.iso3: one for number in story.told(-1.0) for one in _academies(story, number)}
    return next(iter(found.values())) if len(found) == 1 else None


def _academies(story: Story, number: int) -> Iterator[Seat]:
    """Yield the towns of academies that a sentence names; of one that does not name the event, by their short name."""
    page, sentence = story.page, story.page.sentences[number]
    pattern = _ACADEMY if number == story.lead else _SHORT
    for match in pattern.finditer(page.text, sentence.start, sentence.end):
        words = match[1].split(" ")
        for count in range(len(words), 0, -1):
            name = " ".join(words[:count])
            known = town(name)
            if known and "|" not in known[0] and len(name) >= _LEAST_LETTERS:
                yield Seat(known[0], name, match.start(1), match.start(1) + len(name))
                break
