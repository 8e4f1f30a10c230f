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
    r"titled|called|under the (?:title|theme|heading)|sur|relati(?:f|ve) (?:à|aux?)|consacrée?s? (?:à|"
    r"aux?)|pour|contre|sobre|acerca de|"
    r"dedicad[oa]s? a|contra|relativ[oa] [aà]|по|о|об|на тему|против)\s|\s?[:–—-]\s|\s[“\"«„‘]"
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
    r"heard how|"
    r"(?:porté|porte|portait|axée?s?|centrée?s?|échangé|discuté|débattu|planché) (?:sur|de)|(?:traité|"
    r"abordé|examiné|analysé|étudié|"
    r"vise à|visait à|vise|objectif (?:est|était)) |appris à|"
    r"(?:centr[oó]|centrad[oa]s?|enfoc[oó]|enfocad[oa]s?) en|(?:abord(?:ó|aron|ou|aram)|analiz(?:ó|"
    r"aron)|analis(?:ou|aram)|debat(?:ió|ieron|eu|eram)|"
    r"discut(?:ió|ieron|iu|iram)|trat(?:ó|aron|ou) (?:de|sobre)|vers[oó]u? sobre|aprend(?:ieron|"
    r"eram) a|busca|objetivo (?:es|era|é|foi))|"
    r"посвящ[её]н\w*|обсудили|рассмотрели|изучили|узнали(?: о)?|ознакомились с|направлен\w* на|"
    r"цель\w* (?:семинара|тренинга|встречи|мероприятия)?\s?[–—-])\s"
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
_PLACE = late(
    r"\s(?:in|at|with|by)\s(?:the\s)?(?=[A-Z])(?!Persons|People|Human|Women|Children|Migrants|Armed|"
    r"Conflict|Situations)"
)
_MOST = 220
"""Letters after which what was told of a matter is over."""


_OF_ITS_DAYS = late(
    r"\W*(?:on (?:both|all|the (?:first|second|third|last|final)) days?,?\s|in the (?:morning|"
    r"afternoon|evening),?\s|over (?:the|two|three|"
    r"four|five) days?,?\s)?(?:the\s|a\s|one\s|two\s|three\s|several\s|some\s|"
    r"most\s)?(?:[\w\-]+\s){0,2}?(?:first|second|third|last|"
    r"final|other|opening|closing|sessions?|lessons?|lectures?|lecturers?|trainers?|speakers?|panels?|"
    r"panellists|modules?|"
    r"working groups?|groups|presentations?|discussions?|exercises?|case studies|topics?|items?|"
    r"agenda|curriculum|experts|"
    r"facilitators|instructors|trainees|attendees|those present|those who attended)\s(?:\w+\s)?(?:was|"
    r"were|day|part|half|session|"
    r"dealt|covered|turned|put|began|moved|described|explained|showed|went|focused|looked|included|"
    r"spoke|stressed|presented|"
    r"discussed|addressed|belonged|concerned|of|on|about|learned|heard|worked|practi[cs]ed|used|also)\b"
)
"""What begins a sentence on what was done at the event: "The second day belonged to", "Working groups dealt with"."""


def of_its_days(story: Story, number: int) -> bool:
    """Return whether a sentence tells what was done at the event, by its days, sessions, or those who spoke there."""
    sentence = story.page.sentences[number]
    return sentence.zone == "body" and _OF_ITS_DAYS.match(story.page.small, sentence.start) is not None


def subjects(story: Story, number: int) -> list[Span]:
    """Return the pieces of a sentence that say what the event is on ("subject") or what it dealt with ("told")."""
    page = story.page
    sentence = page.sentences[number]
    found: list[Span] = []
    for cue in event_cues(page, number):
        on = _ON.match(page.small, cue.end, sentence.end)
        if on and not (on[0].endswith(" in ") and page.text[on.end()].isupper()):
            found.append(("subject", on.end(), _end_of(story, on.end(), sentence.end)))
    if sentence.zone == "body" and story.weights[number] >= 0:
        told = _TOLD.finditer(page.small, sentence.start, sentence.end)
        found += [("told", match.end(), _end_of(story, match.end(), sentence.end)) for match in told]
    return found


def _end_of(story: Story, start: int, end: int) -> int:
    stops = (_STOPS.search(story.page.small, start, end), _PLACE.search(story.page.text, start, end))
    return min(start + _MOST, end, *(stop.start() for stop in stops if stop))
