"""Whether people of several countries met without a list of them: "regional workshop", "from 12 countries"."""

from __future__ import annotations

import re

from loaders.late import late
from loaders.release_story import Story, event_cues
from loaders.release_words import Cue, words_in

_MEETINGS = frozenset({"meeting", "conference"})
_REGION = late(
    r"\b(?:member states|sub-?region\w*|regional (?:network|commission|forum)|"
    r"(?:across|in|of) the [\w ]{0,20}region|стран (?:СНГ|Европы|Содружества|Центральной Азии))\b",
    re.IGNORECASE,
)
_SO_MANY = late(
    r"\b(?:from|representing)\s(?:more than |over |some |about |around |nearly |all |the )?"
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|various|different)\s"
    r"(?:[\w\-]+\s){0,4}(?:countries|states|nations|jurisdictions|member states)\b",
    re.IGNORECASE,
)
_ALL_OVER = late(
    r"\b(?:officers|officials|participants|staff|consuls|experts|missions|delegates|practitioners|representatives)\b[^.;]{0,80}"
    r"\b(?:around the world|all over the world|around the globe|worldwide|from different parts of the world)\b",
    re.IGNORECASE,
)
_FOREIGNERS = late(
    r"\s(?:\w+\s)?(?:participants|delegat|officials|officers|diplomats|experts|guests|nationals|embass|missions|police)"
)
_STATES = words_in("states countries pays países стран") | {"member states"}
_MANY = late(
    r"(?:\b(?:from|of|by|among|between|de|des|entre|из)\s+(?:[\w’'\-]+\s+){0,4}|\b(?:other|several|various|different)\s)$"
)
_POSTED = late(r"\b(?:based|posted|working|serving|accredited|stationed)\b")
_OF_OFFICE = late(
    r"\s(?:Office|Cent(?:re|er)|Representative|Programme|Delegation|Bureau|Adviser|Hub|Organi[sz]ation)"
)


def from_elsewhere(story: Story, number: int) -> bool:
    """Return whether a sentence says that people of several countries met: "regional workshop"."""
    page, events = story.page, event_cues(story.page, number)
    for cue in page.of(number, "abroad", "wide"):
        word, behind = page.text[cue.start : cue.end].casefold(), page.text[cue.end : cue.end + 45]
        if word == "foreign":
            found = _FOREIGNERS.match(behind) is not None
        elif word in _STATES:
            before = page.text[max(0, cue.start - 90) : cue.start].removesuffix("United ")
            found = _MANY.search(before) is not None and _POSTED.search(before) is None
        elif cue.kind == "wide":
            found = not _OF_OFFICE.match(behind) and any(_names(page.text, cue, event) for event in events)
            found = found and word != "joint" and not (word == "regional" and _of_one_country(story))
        else:
            found = word != "visited"
        if found:
            return True
    return False


def _of_one_country(story: Story) -> bool:
    """Return whether a page names one country alone, whose regions are meant then."""
    return len({place.iso3 for place in story.facts.places}) == 1


def from_all_over(story: Story) -> bool:
    """Return whether people are said to come from everywhere: "consuls from missions around the world"."""
    sentence = story.page.sentences[story.lead]
    return _ALL_OVER.search(story.page.text, sentence.start, sentence.end) is not None


def of_several(story: Story) -> bool:
    """Return whether people are said to come from so many countries, or a meeting is one of a whole region."""
    if from_all_over(story):
        return True
    page = story.page
    meets = any(cue.meaning in _MEETINGS for cue in event_cues(page, story.lead))
    for number in story.told(-2.0):
        sentence = page.sentences[number]
        if _SO_MANY.search(page.text, sentence.start, sentence.end):
            return True
        if meets and story.weights[number] >= 3 and _REGION.search(page.text, sentence.start, sentence.end):
            return True
    return False


def _names(text: str, wide: Cue, event: Cue) -> bool:
    """Return whether a word such as "regional" says what an event is, and is no part of a longer name."""
    gap = text[wide.end : event.start]
    if event.end <= wide.start <= event.end + 1:
        return True
    if wide.end > event.start or len(gap) > 40 or re.match(r"\s[A-Z][a-z]", text[event.end : event.end + 3]):
        return False
    return re.search(r"[,.;:()“”\"]|\b(?:and|of|in)\b", gap) is None
