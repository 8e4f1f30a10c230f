"""Who is named on the page of an event without having come: those who taught or opened it, those it spoke of.

So are those who are to be trained some day, those whom a handbook or a service is for, and those of another event.
"""

from __future__ import annotations

from loaders.late import late
from loaders.release_called_off import over_years
from loaders.release_manners import MANNERS
from loaders.release_story import Story, event_cues
from loaders.release_words import Cue

_REACH = 160

_GAP = r"(?:(?!(?:for|to|with|where|when|which|who|that|attended|brought|from|of|among|trained)\s)[\w’'\-]+\s){0,4}$"

_ROLE_OF = late(
    r"\b(?:role|ability|duties|tasks|powers|responsibilit(?:y|ies))\s(?:of|between|with|"
    r"among)\s(?:the\s)?(?:[\w’'\-]+,?\s){0,4}$",
    needs="role|ability|duties|tasks|powers|responsibilit",
)
"""What stands before those an event only speaks of: "the role of the police"."""

_RELATION = late(
    r"\b(?:co-?operation|collaboration|co-?ordination|relations?|links?)\s(?:of|between|with|"
    r"among)\s(?:the\s)?"
    r"(?:[\w’'\-]+,?\s){0,4}$",
    needs="operation|collaboration|ordination|relation|link",
)
"""What stands before those an event speaks of unless they came: "cooperation between police and NGOs"."""

_WISHED = late(
    r"\b(?:(?:strong|clos|bett|great|deep|wid)er|more|increased|improved|enhanced|"
    r"further)\s(?:[\w\-]+\s){0,2}"
    r"(?:partnerships?|training|support|assistance|awareness|dialogue)\s(?:with|between|for|of|among|to)\s"
    r"(?:[\w’'\-]+,?\s){0,3}$|"
    r"\b(?:call(?:ed|s|ing)? for|recommend(?:ed|s|ing)?|need(?:s|ed)? for|urg(?:ed|es|ing)|"
    r"suggest(?:ed|s|ing)?|propos(?:ed|es|ing)|"
    r"lack of|too (?:few|little))\s(?:[\w\-]+\s){0,4}(?:of|for|among|to|with)?\s?(?:the\s|all\s|"
    r"more\s)?(?:[\w\-]+\s){0,2}$",
    needs="strong|clos|bett|great|deep|wid|more|increased|improved|enhanced|further|call|recommend|need|urg|suggest|propos|lack|"
    "too",
)
"""What stands before those with whom more is to be done: "stronger partnerships with companies", "called for"."""

_ASKED = late(
    r"\b(?:states|countries|governments|authorities|ministries|parties|parliament|the law)\s(?:should|"
    r"must|need to|ought to|"
    r"have to|were (?:urged|asked|called upon) to)\b[^.;]{0,160}$",
    needs="should|must|need to|ought to|have to|urged|asked|called upon",
)
"""What stands before those of whom somebody else is asked to take care: "states should train their judges"."""

_IN_A_NAME = late(
    r"\b(?:projects?|program(?:me)?s?|initiative|campaign|report|study|handbook|manual|"
    r"film)[,:]?\s(?:(?:on|called|entitled|"
    r"titled|named)\s)?[\"“„«‘][^\"”»’]{0,220}$",
    needs="project|program|initiative|campaign|report|study|handbook|manual|film",
)
"""What stands before those named in the name of something else: "the project “Capacities of judges”"."""

_BY = late(
    r"\b(?:led|taught|facilitated|delivered|moderated|run|opened|closed|inaugurated|addressed|guided|"
    r"chaired|given|"
    r"organi[sz]ed|hosted|conducted|arranged|prepared|supported|written|launched|kicked off|"
    r"identified|arrested|rescued|"
    r"found|run)\s(?:\w+ly\s|together\s)?by\s" + _GAP,
    needs="by",
)
"""What stands before those who taught, opened or organised it: "led by experienced judges"."""

_TAUGHT = late(
    r"\b(?:trainers|lecturers|facilitators|instructors|tutors|mentors|speakers|moderators|panell?ists|"
    r"resource persons)"
    r"(?:\s(?:were|was|are|included?|came from)\s|,\s|:\s)(?:also\s|all\s|both\s)?" + _GAP,
    needs="trainers|lecturers|facilitators|instructors|tutors|mentors|speakers|moderators|panel|resource persons",
)
"""What stands before those who taught: "Trainers were judges from Norway"."""

_TOUCHED = late(
    r"\b(?:afraid of|turn(?:s|ed|ing)? to|pos(?:e|es|ed|ing) as|disguised as|work(?:s|ed|"
    r"ing)? (?:\w+ly )?with|"
    r"refer(?:red|ring|s)? (?:\w+ ){0,2}to|(?:visit(?:s|ed|ing)?|without)|referrals? (?:from|by|to)|"
    r"hand(?:ed|ing) over to|"
    r"(?:reports?|stud(?:y|ies)|films?|data|news) (?:on|about|by|from)|brib(?:e[ds]?|ing)|fear of|trust in|"
    r"complaints? (?:to|against)|report(?:s|ed|ing)? (?:\w+ )?to|"
    r"(?:organi[sz]ed|held|hosted|run|prepared|conducted|delivered) (?:together|jointly|"
    r"in (?:co-?operation|partnership|collaboration)) with)\s" + _GAP,
    needs="afraid|turn|pos|disguised|with|refer|visit|hand|stud|report|film|data|news|brib|fear|trust|complaint",
)
"""What stands before those whom people there deal with otherwise: "how to work with judges"."""

_THING_FOR = late(
    r"\b(?:handbooks?|manuals?|guid(?:e|es|ance|elines|ebooks?)|tool(?:kit|box)?s?|protocols?|"
    r"reports?|leaflets?|"
    r"brochures?|curricul\w+|modules?|procedures|sops|checklists?|portals?|hotlines?|platforms?|apps?|"
    r"websites?|"
    r"databases?|software|equipment|vehicles|laptops|funds?|shelters?|services?|protection|care|"
    r"compensation|laws?|rules|standards|awards?|films?|videos?|cent(?:er|re)s?|departments?|"
    r"minist(?:ry|er)|commission(?:er)?|secretar(?:y|iat)|director|respect|market|jobs|contracts?|"
    r"homes?)\sfor\s"
    r"(?:the\s)?(?:[\w\-]+,?\s(?:and\s)?){0,3}$",
    needs="for",
)
"""What stands before those whom a thing is for, not the event: "a handbook for judges"."""

_SKIPPED = (
    r"(?:(?!(?:who|which|that|were|was|are|took|take|attend\w*|particip\w+|learn\w*|train\w*|join\w*|"
    r"met|gather\w*|"
    r"for|on|at|to|from|in|with|about|how)\b)[\w’'\-]+,?\s){0,5}?"
)
_BEHIND = late(
    r"\s"
    + _SKIPPED
    + r"(?:must|needs? (?:to|better|more|further|training|tools|help|support)|ought to|have to|has to|"
    r"should (?!(?:also |all )?(?:attend|participate|take part|come|join|be (?:present|there|"
    r"in attendance)))|"
    r"often|rarely|seldom|usually|typically|plays? (?:an?|the)|do(?:es)? not|don['’]t|cannot|lacks?|"
    r"fails?|failed|struggles?|"
    r"(?:have|has|had) (?:been )?(?:charged|arrested|accused|found|rescued|detained|helped|brought|"
    r"identified)|"
    r"(?:were|was|are) (?:among (?:those|the \w+) (?:arrested|charged|accused|convicted|sentenced|"
    r"deceived|whom|killed)|"
    r"arrested|charged|accused|convicted|sentenced|deceived|key|crucial|essential|vital|central to|"
    r"at the (?:fore|heart))|"
    r"are among those whom?|(?:arrested|rescued|detained|dismantled|seized|helped|found) (?:\d|"
    r"\w+ (?:victims|people|women|"
    r"men|children|girls|suspects|networks?))|"
    r"(?:taught|teach|led|facilitated|moderated|chaired|ran) (?:the|a|all|most|some|both|two|three|"
    r"several|sessions?)\b|"
    r"(?:served|acted) as|lectured|gave (?:lectures|talks)|"
    r"(?:from [\w ]{2,30})?\s?shared (?:their|its) (?:\w+ )?(?:experience|expertise|knowledge|"
    r"practices?) with)"
)
"""What stands behind those who did not come to learn: "judges must be trained", "police rescued nine women"."""

_ALONE = late(
    r"\b(?:an?|one|another|his|her)\s(?:[\w\-]+\s){0,2}(?:judge|magistrate|prosecutor|lawyer|attorney|"
    r"advocate|doctor|nurse|"
    r"midwife|teacher|lecturer|professor|journalist|reporter|editor|(?:[\w\-]+\s){0,2}(?:officer|"
    r"worker|guard|inspector|official|"
    r"driver|owner|manager|leader)|psychologist|guardian|survivor|student|pupil|consul|diplomat|"
    r"ambassador|mayor|senator|"
    r"deputy|soldier|volunteer|activist|priest|banker|employer|investigator|detective|policeman|"
    r"policewoman)\b(?![-\s’'](?:\w+s)\b)"
)
"""One alone, who is no audience: "the right to a lawyer", "an Austrian judge spoke"."""

_OF_THEM = late(
    r"\b(?!(?:representatives?|members?|groups?|officers?|officials?|staff|heads?|chiefs?|leaders?|"
    r"delegat\w+|numbers?|teams?|dozens|"
    r"scores|hundreds|thousands|experts?|specialists|networks?|panels?|mix|range|variety|majority|all|"
    r"most|some|many|half|each|"
    r"consist\w+|composed|made|up|participation|presence|attendance|personnel|employees|investigators|"
    r"inspectors|range|cohort|"
    r"open|addressed|thanks|trainers?|directors?|ministers?|audience|class)\s)"
    r"[\w’'\-]+\s(?:of|about|to|against|into|through|behind|via)\s(?:the\s)?(?:[\w’'\-]+\s){0,1}$"
)
"""What stands before those who belong to something that is told: "the fees of lawyers"."""

_ANOTHER = late(
    r"\b(?:similar|an? earlier|earlier|previous|past|parallel|separate)\s(?:[\w\-]+\s){0,2}"
    r"(?:workshop|training|course|seminar|session|meeting|conference|event|exercise|visit)s?\b|"
    r"\b(?:is|are|was|were)\s(?:also\s|already\s)?(?:planned|scheduled|foreseen|to follow)\b|\bwill follow\b|"
    r"\b(?:next|last) (?:year|month|spring|summer|autumn|fall|winter)\b|"
    r"\b(?:every|each) (?:day|week|month|year|spring|summer|autumn|winter)\b|\b(?:a|per) (?:year|month)\b",
    needs="similar|earlier|previous|past|parallel|separate|planned|scheduled|foreseen|follow|next|"
    "last|every|each|a year|a month|per ",
)
"""What says that a sentence tells of another event, before it or after."""

_PROJECT = late(
    r"\W*(?:under|within|through|as part of|in the framework of)?\s?(?:the|this|its|our|"
    r"their)\s(?:[\w\-]+\s){0,3}?project\b"
)
"""What begins a sentence on a project, whose people need not have come."""


_NEVER = (_WISHED, _ASKED, _IN_A_NAME, _BY, _TAUGHT, _TOUCHED, _THING_FOR, _ROLE_OF)


def not_there(story: Story, number: int, cue: Cue, *, among: bool) -> bool:
    """Return whether people named in a sentence did not come; `among` says that they stand among those who did."""
    page = story.page
    sentence = page.sentences[number]
    start = max(sentence.start, cue.start - _REACH)
    manner = MANNERS.get(page.language)
    if manner:
        said = manner.not_before.search(page.small, start, cue.start)
        return bool(said or manner.not_behind.match(page.small, cue.end, sentence.end))
    before = (*_NEVER, *(() if among else (_RELATION,)))
    if any(pattern.search(page.small, start, cue.start) for pattern in before):
        return True
    if _BEHIND.match(page.small, cue.end, sentence.end) or _is_one(story, start, cue):
        return True
    if sentence.zone != "body" or number == story.lead:
        return False
    if not among and _OF_THEM.search(page.small, start, cue.start):
        return True
    return of_another(story, number)


def _of_another_year(story: Story, number: int) -> bool:
    """Return whether a sentence begins with a year that is none of the sentence that names the event."""
    page = story.page
    begun, lead = page.sentences[number], page.sentences[story.lead]
    year = _IN_A_YEAR.match(page.small, begun.start, begun.end)
    if year is None:
        return False
    own = {one[0] for one in _YEAR.finditer(page.text, lead.start, lead.end)}
    return bool(own) and year[1] not in own


_YEAR = late(r"\b(?:19|20)\d\d\b")
_IN_A_YEAR = late(
    r"\W*(?:already\s|back\s)?(?:in|since|by|during|until|throughout)\s(?:[a-zé]+\s){0,2}((?:19|20)\d\d)\b"
)


def of_another(story: Story, number: int) -> bool:
    """Return whether a sentence tells of another event, of years, or of what a project does."""
    page = story.page
    known: bool | None = page.memo.get((f"another {story.lead}", number))
    if known is None:
        sentence = page.sentences[number]
        another = _ANOTHER.search(page.small, sentence.start, sentence.end) is not None
        of_project = _PROJECT.match(page.small, sentence.start) is not None and not event_cues(page, number)
        another = another or of_project or over_years(page, number) or _of_another_year(story, number)
        known = page.memo[f"another {story.lead}", number] = another
    return known


def _is_one(story: Story, start: int, cue: Cue) -> bool:
    """Return whether one person is meant: "a lawyer"."""
    found = _ALONE.finditer(story.page.small, start, min(len(story.page.text), cue.end + 40))
    return any(match.start() < cue.start < match.end() for match in found)
