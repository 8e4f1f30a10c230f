"""Who is told to have come to an event, or to be there: the pieces of a sentence that name them.

They stand behind what opens them ("for", "attended by", "aimed at"), before what they did there ("judges were coached")
and behind what was given to them ("it taught judges how"). What only looks so is told apart: those who taught, those
who are to be trained some day, those that an event speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.late import late
from loaders.release_manners import MANNERS
from loaders.release_story import Story
from loaders.release_words import words_in

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
    r"drawn from|equip\w*|joined|joins|composed|consist\w+|comprised|comprising|welcomed|included|"
    r"reached|such as|"
    r"targeting|targeted|represented|to (?:help|enable|assist|equip|train)|"
    r"(?:training|courses?|workshops?) (?:[\w\-]+ ){0,5}to|of the)\b)",
)


def coming(story: Story, number: int) -> Iterator[tuple[int, int]]:
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
    for match in _FOR.finditer(page.small[sentence.start : sentence.end]):
        word = match[0]
        if word == "among" and _AWARE.search(text[: match.start()]):
            continue
        if word == "participants" and not _WHO_THEY_ARE.match(text, match.end()):
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
    yield from _before_deeds(story, number)
    yield from _right_behind(story, number)


_WERE = (
    r"(?:(?:was|were|are|is|be|been|being)\s(?:\w+ly\s|also\s|all\s|both\s|each\s|then\s|to\sbe\s|"
    r"expected\sto\s(?:be\s)?|"
    r"invited\sto\s(?:be\s)?|due\sto\s(?:be\s)?|set\sto\s(?:be\s)?)*)"
)
_THERE = late(
    r"\b(?:" + _WERE + r"(?:present|in attendance|on hand|in the (?:room|audience)|invited|attend(?:ing)?|"
    r"participat(?:e|ing)|tak(?:e|ing) part|represented|joined by|coached|instructed|briefed|sensiti[sz]ed|"
    r"upskilled|re-?skilled|taught|tutored|mentored|trained|lectured|drilled|schooled|educated|"
    r"equipped|enrolled|"
    r"certified|awarded|welcomed|gathered|convened|brought (?:together|up to date)|acquainted|"
    r"familiari[sz]ed|"
    r"introduced to|given (?:a|an|the|training|instruction|guidance|practical|certificates)|shown how|"
    r"provided with|offered|guided|walked through|told (?:how|what)|made aware|"
    r"among (?:the (?:participants|attendees|trainees|audience|guests|delegates|invitees|beneficiaries)|"
    r"those (?:present|attending|taking part|trained|invited|who (?:attended|came|took part|were trained))))|"
    r"(?:should|will|would|are to|is to|plan to|can|may|could) (?:also |all |both )?(?:attend|"
    r"participate|take part|"
    r"come|gather|meet|join in|be (?:trained|taught|coached|briefed|instructed|present|among|there|"
    r"in attendance)|"
    r"learn|receive (?:training|instruction))|"
    r"graduated|completed|finished|(?:concluded|wound up|took their seats|took seats|joined in|"
    r"filled an?)|followed (?:the|a) (?:course|lectures?|sessions?)|enroll?ed in|"
    r"(?:has|have|had)? ?(?:received|get|got|gets|obtained|earned|were handed) (?:(?:their|a|an|the|in-depth|"
    r"practical|specialised|specialized|hands-on|intensive|special|basic|advanced) ){0,2}(?:training|"
    r"instruction|certificates?|"
    r"diplomas?|lessons?|guidance|briefings?|tuition)|worked (?:on|through|in (?:small |mixed )?groups)|"
    r"(?:practi[cs]ed|rehearsed|simulated|role-played|studied|explored|swapped|"
    r"gain(?:ed|s)?|acquired?|deepen(?:ed)?|sharpen(?:ed)?|hone[ds]?|refresh(?:ed)?|broaden(?:ed)?|"
    r"upgrade[ds]?|brush(?:ed)? up)|(?:has|have|had)? ?(?:also )?benefit(?:t?ed|s)?)\b"
)
"""What stands behind those who came: "Judges and lawyers were taught", "are expected to attend", "sharpened"."""

_NO_DEED = (
    r"(?:said|told|says|say|found|led|held|made|has|have|is|are|was|were|will|[a-z]*(?:add|not|stress|"
    r"warn|call|arrest|detain|"
    r"rescu|fre|raid|seiz|charg|convict|open|clos|organi[sz]|host|support|fund|welcom|thank|present|"
    r"deliver|facilitat|"
    r"moderat|help|sign|identifi|register|record|launch|report|complain|publish|issu|fail|refus|oblig|"
    r"us|need|accus|"
    r"estimat|believ|confirm|announc|pledg|underlin|emphasi[sz]|highlight|prais|express|urg|explain|"
    r"describ|play|remain|"
    r"provid|receiv|investigat|prosecut|handl|claim|deport|visit)ed)\b"
)
_THEN_DID = late(
    r"(?:,\s[^,.;]{2,80},)?(?:\s(?!" + _NO_DEED + r"|who\b|that\b|which\b|"
    r"[a-z]{3,}ed\b)[\w’'\-]+){0,8}?\s(?:also\s|all\s|each\s|then\s|had\s)?"
    r"(?!" + _NO_DEED + r")(?:[a-z]{3,}ed|got|had|drew|wrote|chose|came|went|stood|spent|built|left)\b"
)
"""What stands behind people with whom a sentence begins, and who did something there: "nurses formed teams"."""

_IN_ALL = late(
    r"\s?(?:[\w\-]+\s){0,2}(?:in all|in total|all told|altogether|strong)\b|(?<=in all)|(?<=in total)|"
    r"(?<=altogether)"
)
"""What stands behind the number of those who were named before: "judges and prosecutors, eighty in all"."""

_TALKED = late(
    r"\b(?:(?:discuss|debat|examin|review|explor|consider|identifi|analy[sz]|exchang|shar|compar|"
    r"address|agre)ed|"
    r"looked at|talked|took stock|came|turned (?:up|out)|showed up|travell?ed to|flew to|sat (?:down|"
    r"around|together|side)|"
    r"listened|heard (?:how|from|about)|filled the|walked away with|put (?:\w+ ){1,4}to the test|"
    r"spent (?:\w+ ){1,4}"
    r"(?:in class|learning|studying|training|practi[cs]ing)|made up (?:most|half|the)|"
    r"had their (?:first|\w+ taste))\b"
)
"""What those who came did in a sentence on the event, and others in the next: "Judges debated the new law"."""

_WITH_THEM = late(
    r"\bwith (?:(?!\bwith\b)[^.;]){3,160}?\b(?:attending|in attendance|present|participating|"
    r"taking part|as participants|joining)\b"
)
"""Who came, told at the end of a sentence: "…, with judges attending"."""

_GAVE = late(
    r"\b(?:taught|teach(?:es|ing)?|coach(?:ed|es|ing)|instruct(?:ed|s|ing)|brief(?:ed|s|ing)|"
    r"sensiti[sz](?:ed|es|ing|e)|"
    r"mentor(?:ed|s|ing)|tutor(?:ed|s|ing)|upskill(?:ed|s|ing)?|familiari[sz](?:ed|es|ing|e)|"
    r"acquaint(?:ed|s|ing)?|"
    r"(?:gave|gives?|giving|offer(?:ed|s|ing)?|provid(?:ed|es?|ing)|enabl(?:ed|es?|ing)|allow(?:ed|s|"
    r"ing)?|help(?:ed|s|ing)?|"
    r"assist(?:ed|s|ing)?|prepar(?:ed|es?|ing)|empower(?:ed|s|ing)?|encourag(?:ed|es?|ing)|unit(?:ed|"
    r"es?|ing)|"
    r"conven(?:ed|es?|ing)|assembl(?:ed|es?|ing)|mobili[sz](?:ed|es?|ing)|host(?:ed|s|ing)|"
    r"benefit(?:t?ed|s|t?ing)|equip(?:s|ped|ping)?|"
    r"attract(?:ed|s|ing)?|engag(?:ed|es?|ing)|gather(?:s|ing)|draws?|drawing|welcom(?:es?|ing)|"
    r"invit(?:ing|e)|enlist(?:ed|s)|"
    r"inform(?:ed|s|ing)?|connect(?:ed|s|ing)|"
    r"counted|included|united|served|serving))\s"
)
"""What stands right before those who got it: "It gave judges a chance", "the sessions taught nurses how"."""

_MEANT = late(
    r"\b(?:(?:aim|gear|direct|target|tailor|address|design|intend|adapt|reserv|cater|conceiv|dedicat|"
    r"orient|custom-mad|"
    r"customi[sz])e?(?:d|s|ing)?|meant|open|planned|organi[sz]ed|prepared|accessible|limited|"
    r"restricted)\s(?:\w+ly\s|first\s)?(?:at|to|towards?|for)\s|"
    r"\b(?:workshop|training|course|seminar|meeting|session|exercise|conference|round ?table|visit|"
    r"webinar|event|"
    r"dialogue|consultation|class|lectures?|briefing)s?\s(?:with|of)\s|"
    r"\b(?:training|coaching|schooling|instruction|education|sensiti[sz]ation)\sof\s|"
    r"\b(?:seats|places|certificates|lectures|diplomas)\s(?:\w+\s){0,3}(?:to|for)\s"
)
"""What stands right before those it was for: "geared towards judges", "a workshop with journalists"."""

_THEY_ARE = late(
    r"\b(?:(?:those|people|persons|everyone|all) (?:attending|present|there|taking part|trained|"
    r"invited|reached|gathered|"
    r"who (?:attended|came|took part|were trained|participated))|(?:target (?:group|audience)|"
    r"beneficiar(?:y|ies)|"
    r"trainees|attendees|audience|class|cohort|group|participants|guests|invitees|learners|delegates|"
    r"delegations?|attendance|"
    r"participation|line-up|room))"
    r"(?:\s(?:at|of|in) (?:the|this) [\w\-]+)?,?\s(?:(?:is|are|was|were|has been|"
    r"will be)(?: (?:mainly|mostly|chiefly|all|"
    r"largely|also|made up of|composed of|formed (?:by|of)|drawn from|full of|filled with|a mix of))*|"
    r"include[ds]?|comprise[ds]?|consist(?:ed|s) of|"
    r"came from|counted|range[ds]? from|represent(?:ed|s|ing)|hail(?:ed|s)? from|brought|united|mixed|"
    r"span(?:s|ned))\s|"
    r"\b(?:in attendance|(?:also )?(?:present|attending|taking part|participating|invited)|"
    r"among (?:them|those|the)"
    r"(?: [\w\-]+){0,3}?) (?:was|were|are)\s|"
    r"^(?:participants|attendees|audience|trainees|target (?:group|audience)s?|beneficiaries|for whom|"
    r"who)\s?[:–-]\s"
)
"""What says of those who came who they are: "the trainees were", "in attendance were"."""

_SKILLS = late(
    r"\b(?:capacit(?:y|ies)|skills?|knowledge|abilit(?:y|ies)|competenc\w+|expertise|know-how|"
    r"qualifications?|readiness|preparedness|professionalism)\s(?:\w+\s)?(?:of|among|amongst|for|in)\s"
)
"""What stands right before those whose skills an event is to raise."""

_WHO_THEY_ARE = late(
    r"\s?[,(:–—-]|\s(?:from|of|in|at|were|was|are|is|included?|comprised?|consisted|came|com(?:e|ing)|"
    r"represent\w*|drawn|who|such|"
    r"among|with|as|numbered|rang(?:e|ing)|de|du|des|d|venus|issus|étaient|sont|provenant|"
    r"représentant|parmi)(?=\W)"
)
"""What stands behind "participants" where it is told who they are."""

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


def came(story: Story, place: int) -> bool:
    """Return whether right behind a place is told what those who came did: "border guards completed a course"."""
    return _THERE.match(story.page.small, place + 1) is not None


def _before_deeds(story: Story, number: int) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a sentence that stand before what those who came did: "Judges were coached"."""
    page = story.page
    sentence = page.sentences[number]
    manner = MANNERS.get(page.language)
    near = story.weights[number] >= 1 or 0 <= number - story.lead <= 2
    deeds = (manner.deeds,) if manner else (_THERE, *((_TALKED,) if near else ()))
    for pattern in deeds:
        for match in pattern.finditer(page.small, sentence.start, sentence.end):
            yield _clause_of(story, number, match.start()), match.start()
    if near and manner is None and sentence.zone == "body":
        yield from _those_who_did(story, number)
    for one in story.facts.headcounts:
        counted = sentence.start < one.start < sentence.end and one.kind == "total"
        if counted and _IN_ALL.match(page.small, one.end) and page.small[one.start - 2 : one.start] == ", ":
            yield sentence.start, one.start
    for match in _WITH_THEM.finditer(page.small, sentence.start, sentence.end):
        yield match.span()


def _those_who_did(story: Story, number: int) -> Iterator[tuple[int, int]]:
    """Yield the people with whom a sentence right behind the event begins, where they did something there."""
    page = story.page
    start = page.sentences[number].start
    for cue in page.of(number, "audience"):
        begins = _FEW_WORDS.fullmatch(page.text, start, cue.start) is not None
        if begins and (did := _THEN_DID.match(page.small, cue.end, page.sentences[number].end)):
            yield start, did.end()


def _clause_of(story: Story, number: int, place: int) -> int:
    """Return where the clause of a deed begins: with the sentence, but for one that begins with the event."""
    page = story.page
    start = page.sentences[number].start
    if _OF_EVENT.match(page.small, start) is None:
        return start
    opened = [match.end() for match in _CLAUSE.finditer(page.small, start, place)]
    return opened[-1] if opened else place


_OF_EVENT = late(
    r"\W*(?:the|this|its|these|our|all)?\s?(?:[\w\-]+\s){0,2}(?:participants|workshops?|trainings?|"
    r"courses?|seminars?|"
    r"meetings?|conferences?|sessions?|events?|exercises?|visits?|topics|discussions|programme|agenda|"
    r"delegates|they|it)\b"
)
"""What begins a sentence whose deeds are those of the event or of all who came."""

_CLAUSE = late(r";\s|\s[–—-]\s|,\sand\s|\b(?:where|in which|which|when|while|as|at which|during which)\s")


def _right_behind(story: Story, number: int) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a sentence that stand right behind what was given them: "geared towards judges"."""
    page = story.page
    sentence = page.sentences[number]
    if not page.of(number, "audience"):
        return
    of_project = _PROJECT.match(page.small, sentence.start) is not None
    manner = MANNERS.get(page.language)
    openers = (manner.openers,) if manner else (_GAVE, _MEANT, _THEY_ARE, *(() if of_project else (_SKILLS,)))
    for pattern in openers:
        for match in pattern.finditer(page.small, sentence.start, sentence.end):
            if _audience_soon(story, number, match.end()):
                end = _end_of(page.text[sentence.start : sentence.end], match.end() - sentence.start)
                yield match.end(), sentence.start + end


_PROJECT = late(r"\W*(?:the|this|its|our|their)\s(?:[\w\-]+\s){0,3}?project\b")
"""What begins a sentence on a project, whose people need not have come."""


def _audience_soon(story: Story, number: int, place: int) -> bool:
    """Return whether those an event is for stand right behind a place, but for their number and kind."""
    return any(
        cue.start >= place and _FEW_WORDS.fullmatch(story.page.text, place, cue.start) is not None
        for cue in story.page.of(number, "audience")
    )


_FEW_WORDS = late(r"(?:[\w’'\-]+\s){0,5}")
"""What may stand between: "some thirty young"."""


def _end_of(text: str, start: int) -> int:
    match = _STOPS.search(text, start, start + 320)
    return match.start() if match else min(start + 320, len(text))


def _people_soon(story: Story, number: int, place: int, word: str) -> bool:
    """Return whether people stand right behind "for": "for judges", not "for the protection of victims"."""
    reach = 60 if word != "including" else 40
    people = any(0 <= cue.start - place < reach for cue in story.page.of(number, "people"))
    audience = any(0 <= cue.start - place < 30 for cue in story.page.of(number, "audience"))
    return (people or audience) and word != "of the"
