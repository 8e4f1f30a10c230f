"""What a sentence says that an event was on: "a workshop on the care of victims", "sessions dealt with"."""

from __future__ import annotations

from loaders.late import late
from loaders.release_story import Story, event_cues

Span = tuple[str, int, int]

_ON = late(
    r"\s(?:[\w\-]+\s){0,2}?(?:on|about|into|against|regarding|concerning|in|to (?:combat|counter|"
    r"fight|prevent|strengthen|improve|"
    r"discuss|address|tackle|promote|enhance)|for the|dedicated to|devoted to|focus(?:ed|ing|sed|"
    r"sing) on|aimed at|entitled|"
    r"titled|called|under the (?:title|theme|heading))\s|\s?[:–—-]\s|\s[“\"«„‘]"
)
"""What stands between an event and what it was on."""

_TOLD = late(
    r"\b(?:focus(?:s?ed|s?ing|s?es)? (?:\w+ly )?(?:was |is |lay )?on|cent(?:red|ered|res|ers) on|"
    r"concentrat(?:ed|es|ing) on|"
    r"deal(?:t|s|ing) with|cover(?:ed|s|ing)?|devoted to|dedicated to|address(?:ed|es|ing)|tackl(?:ed|"
    r"es|ing)|"
    r"aim(?:ed|s|ing)? (?:at|to|was|is)|(?:aims?|goals?|objectives?|"
    r"purpose) (?:of [\w\s]{3,40} )?(?:was|is|were|are|included?)|"
    r"(?:sought|seeks|seeking|designed|intended|meant|organi[sz]ed|held|convened) to|in order to|"
    r"(?:topics?|themes?|subjects?|issues?|modules?|matters) (?:[\w\s]{3,40} )?(?:included?|were|was|"
    r"are|ranged|covered)|on the agenda|"
    r"agenda (?:included|was|covered|featured)|featur(?:ed|es|ing)|learn(?:ed|t|ing)? (?:about|how|to|"
    r"more|from)|"
    r"(?:taught|trained|coached|instructed|briefed|lectured|shown|drilled) (?:[\w\s]{3,40} )?(?:about|"
    r"how|on|in|to)|"
    r"practi[cs](?:ed|ing)|rehears(?:ed|ing)|discuss(?:ed|es|ing)?|debat(?:ed|es|ing)|examin(?:ed|es|"
    r"ing)|explor(?:ed|es|ing)|"
    r"looked (?:at|into)|stud(?:ied|y|ying)|talked (?:about|over)|analy[sz](?:ed|es|ing)|review(?:ed|"
    r"s|ing)|consider(?:ed|s|ing)|"
    r"exchang(?:ed|ing) (?:views|ideas|experiences?|practices?|information)? ?on|shar(?:ed|"
    r"ing) (?:[\w\s]{3,30} )?on|"
    r"(?:sessions?|lectures?|modules?|talks?|presentations?|exercises?|panels?|discussions?|lessons?|"
    r"units?|classes|briefings?)"
    r" (?:on|about|in|devoted to)|"
    r"(?:skills?|knowledge|capacit(?:y|ies)|abilit(?:y|ies)|techniques|methods|understanding|"
    r"expertise|tools|ways) (?:in|on|of|to|for)|"
    r"heard how)\s"
)
"""What stands before a matter that an event dealt with: "participants learned about"."""

_STOPS = late(
    r"\s(?:was|were|is|are|has|have|will|took|takes|held|brought|gathered|attended|opened|began|"
    r"started|ended|concluded|"
    r"funded|financed|supported|organi[sz]ed|hosted|conducted|delivered|which|who|where|while|after|"
    r"before|as part of|"
    r"in the framework|within the|under the|with (?:the )?(?:support|funding|help|assistance|"
    r"participation))\s|[.;!?]\s|\s[–—]\s"
)
_MOST = 220
"""Letters after which what was told of a matter is over."""


def subjects(story: Story, number: int) -> list[Span]:
    """Return the pieces of a sentence that say what the event is on ("subject") or what it dealt with ("told")."""
    page = story.page
    sentence = page.sentences[number]
    found: list[Span] = []
    for cue in event_cues(page, number):
        on = _ON.match(page.small, cue.end, sentence.end)
        if on:
            found.append(("subject", on.end(), _end_of(story, on.end(), sentence.end)))
    if sentence.zone == "body" and story.weights[number] >= 0:
        told = _TOLD.finditer(page.small, sentence.start, sentence.end)
        found += [("told", match.end(), _end_of(story, match.end(), sentence.end)) for match in told]
    return found


def _end_of(story: Story, start: int, end: int) -> int:
    stop = _STOPS.search(story.page.small, start, end)
    return min(stop.start() if stop else end, start + _MOST)
