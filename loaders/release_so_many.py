"""Countries that are told by their number alone, and named elsewhere: "officials from the three countries met"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders import number_words
from loaders.late import late
from loaders.release_facts import Place
from loaders.release_story import Story

_SO_MANY = late(
    r"\b(?:participants|officials|officers|experts|representatives|delegations?|delegates|judges|prosecutors|police|"
    r"investigators|practitioners|members|ministers|teams|authorities|consuls|guards|specialists)\b[^.;:]{0,45}?\s"
    r"(?:from|of|representing)\s(?:(?:all|the|these|those|each of the|both)\s)+"
    r"(?P<many>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})\s(?:[\w\-]+\s)?"
    r"(?:countries|states|nations)\b(?!\s(?:of|in)\b)",
    needs="countries|states|nations",
)
"""What tells that people came from countries it counts: "members of the network from all five States"."""

_BETWEEN = late(r"(?:\s|,|\b(?:and|the|of|as well as|republic)\b)*")
_BACK = 4
"""Sentences back that a list may stand, beside the headline."""


def countries_counted(story: Story) -> Sequence[Place]:
    """Return the countries of a list that has as many as those who came are told to be from; none without one."""
    page = story.page
    for number, sentence in enumerate(page.sentences):
        if sentence.zone != "body" or story.weights[number] < 0 or page.quoted(sentence.start + 3):
            continue
        told = _SO_MANY.search(page.small, sentence.start, sentence.end)
        many = _number(told["many"]) if told else 0
        found = next((run for run in _lists(story, number) if len(run) == many), ()) if many > 1 else ()
        if found:
            return found
    return ()


def _number(word: str) -> int:
    spoken = number_words.read([word]) if word.isalpha() else None
    return spoken.value if spoken else int(word)


def _lists(story: Story, number: int) -> Iterator[Sequence[Place]]:
    """Yield the lists of countries in the sentences before one, the nearest first, and in the headline."""
    page = story.page
    titles = [at for at in range(number) if page.sentences[at].zone == "title"]
    for at in dict.fromkeys([*range(number, max(-1, number - 1 - _BACK), -1), *titles]):
        yield from _in_sentence(story, at)


def _in_sentence(story: Story, at: int) -> Iterator[Sequence[Place]]:
    sentence, run = story.page.sentences[at], list[Place]()
    for place in story.facts.places:
        if place.kind != "name" or not sentence.start <= place.start < sentence.end:
            continue
        if run and not _BETWEEN.fullmatch(story.page.small, run[-1].end, place.start):
            yield run
            run = []
        if place.iso3 not in {one.iso3 for one in run}:
            run.append(place)
    yield run
