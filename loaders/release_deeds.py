"""Cues of roles that are told in many wordings: who held an event, paid for it, supported it, taught or came.

A wording is a pattern over classes of words: "funding … has been provided by", "covered all the costs". Single phrases
stand in data/vocabulary/release_words.csv; of two cues that overlap, the longer is kept.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from loaders.late import late
from loaders.release_deeds_romance import FRENCH, PORTUGUESE, SPANISH
from loaders.release_words import Cue, Tokens, folded

_EVENT = (
    r"(?:work-?shops?|trainings?|courses?|seminars?|conferences?|meetings?|round[\s-]?tables?|webinars?|for(?:um|ums|a)|"
    r"symposi(?:um|a)|exercises?|simulations?|study\s(?:visit|tour|trip)s?|visits?|master-?class(?:es)?|"
    r"boot-?camps?|events?|dialogues?|consultations?|summits?|hackathons?|gatherings?|activit(?:y|ies)|"
    r"(?:summer|winter|spring|autumn)\sschools?)\b"
    r"(?![\s-](?:cent|materials?|manuals?|modules?|needs|rooms?|kits?|tools?|packages?|units?|academ|curricul|guides?|reports?|halls?))"
)
_PLAIN = r"(?:(?!(?:of|for|to|in|on|with|from|by|at|that|which|who|against|about)\b)[\w’'/\-]+,?\s)"
_SOME = r"(?:a|an|the|its|their|this|these|that|our|another|one|two|three|four|five|six|several|\d+)\s"
_THE_EVENT = (
    rf"{_SOME}{_PLAIN}{{0,5}}?(?:(?:series|set|cycle|round|number|first|second|third|last|fourth)\sof\s{_PLAIN}{{0,4}}?)?"
    rf"{_EVENT}"
)
_IS = r"(?:(?:was|were|is|are|be|being|been|has|have|had|will)\s){1,3}(?:\w+ly\s|also\s|jointly\s)?"
_MONEY = (
    r"(?:(?:co-?)?(?:funding|financing|sponsorship)|finances?|funds|money|grants?|subsid(?:y|ies)|donations?|"
    r"(?:financial|monetary|budgetary|extra-?budgetary|voluntary)\s(?:and\s\w+\s)?"
    r"(?:support|assistance|aid|help|backing|contributions?|resources|means))\b"
)
_MONEYED = "co cofund cofinanc fund financ sponsorship money grant subsid donation monetary budgetary extra voluntary"
_COSTS = r"(?:costs?|expenses|bill|tab|travel|accommodation|lodging|fees)\b"
_GIVEN = (
    r"(?:provided|given|offered|contributed|donated|awarded|secured|made\savailable|supplied|granted|received|obtained|"
    r"extended|put\sup|lent|allocated)"
)
_JOINT = (
    r"(?:co-?operation|collaboration|partnership|co-?ordination|conjunction|association|consultation|tandem|concert|"
    r"alliance|liaison|synergy|joint\seffort|(?:a\s)?joint\sinitiative)"
)
_HELP = (
    r"(?:support|assistance|help|aid|backing|co-?operation|collaboration|partnership|co-?ordination|involvement|"
    r"facilitation|inputs?|contributions?|endorsement)"
)
_KIND = (
    r"(?:active|additional|close|continued|expert|full|further|generous|great|invaluable|joint|kind|key|logistic(?:al)?|"
    r"material|methodological|operational|organi[sz]ational|professional|strategic|strong|substantive|technical|valuable|"
    r"local|direct|institutional|advisory|legal)"
)
_LED = (
    r"(?:led|spearheaded|mounted|offered|provided|overseen|administered|taught|undertaken|steered|orchestrated|piloted|"
    r"supervised|directed)"
)
_HELD = (
    r"(?:organi[sz]ed|held|hosted|convened|conducted|delivered|staged|arranged|run|facilitated|planned|prepared|designed|"
    r"developed|sponsored)"
)
_HOLD = (
    r"(?:organi[sz]e|hold|host|convene|deliver|conduct|run|lead|stage|launch|arrange|facilitate|offer|co-?ordinate|"
    r"open)"
)
_HOLDING = (
    r"(?:organi[sz]ing|holding|hosting|convening|delivering|conducting|running|leading|staging|arranging|facilitating|"
    r"offering|coordinating|co-ordinating)"
)
_TAUGHT = (
    "experts trainers speakers facilitators lecturers panel instructors mentors presenters moderators coaches teachers "
    "resource"
)
_TEACHERS = (
    r"(?:experts|trainers|speakers|facilitators|lecturers|panell?ists|instructors|mentors|presenters|moderators|coaches|"
    r"teachers|resource\spersons)"
)

_ENGLISH = (
    (
        "organiser before",
        "put spearhead coordinat co set mount offer overs initiat orchestrat administer steer pilot summoned directed",
        late(
            rf"(?:(?:put|puts|putting)\s(?:on|together)|spearhead(?:ed|s|ing)|co-?ordinat(?:ed|es)|set(?:s|ting)?\sup|"
            rf"mount(?:ed|s|ing)|offer(?:ed|s)|oversaw|oversees|initiat(?:ed|es)|orchestrat(?:ed|es)|administer(?:ed|s)|"
            rf"steer(?:ed|s)|pilot(?:ed|s|ing)|summoned|directed)(?=\s{_THE_EVENT})"
        ),
    ),
    (
        "organiser before",
        "is are was were be been",
        late(
            rf"\w+\s(?:(?:currently\s|now\s|also\s|jointly\s)?{_HOLDING}|(?:due\s|set\s|about\s|scheduled\s)?to\s{_HOLD})"
            rf"(?=\s{_THE_EVENT})"
        ),
    ),
    (
        "organiser before",
        "inaugurat finish clos opened called wound",
        late(
            rf"(?:inaugurat(?:ed|es)|finish(?:ed|es)|clos(?:ed|es)|opened|called|wound\sup)"
            rf"(?=\s(?:a|an|its|their)\s{_PLAIN}{{0,5}}?{_EVENT})"
        ),
    ),
    (
        "organiser before",
        "sponsored play had has have",
        late(
            rf"sponsored\sand\s(?:hosted|held|organi[sz]ed)\b|(?:plays?|played)\shost\sto\b|"
            rf"(?:had|has|have)\sthe\s(?:honou?r|pleasure|privilege)\s(?:of\s{_HOLDING}|to\s{_HOLD})\b"
        ),
    ),
    (
        "organiser before",
        "welcom",
        late(rf"welcom(?:ed|es)\b(?=[^.;:]{{3,90}}\sto\s{_THE_EVENT})"),
    ),
    (
        "organiser before",
        "was were is are act serv",
        late(
            r"(?:was|were|is|are|act(?:s|ed)?\sas|serv(?:es|ed)\sas)\s(?:the\s|its\s|a\s|joint\s|co-?|main\s|lead\s|proud\s){0,3}"
            rf"(?:hosts?|organi[sz]ers?|conven[eo]rs?)\b(?=[.,;]|\sof\s{_THE_EVENT})|"
            r"\w+\s(?:behind|in\scharge\sof|responsible\sfor)\s(?:the\sorgani[sz]ation\sof\s)?"
            rf"(?={_THE_EVENT})"
        ),
    ),
    (
        "organiser before",
        "organis organiz host conven",
        late(
            r"(?:(?<=,\s)|(?<=,\sthe\s))(?:organi[sz]ers?|hosts?|conven[eo]rs?)\sof\s(?:the|this)"
            rf"(?=\s{_PLAIN}{{0,5}}?{_EVENT})"
        ),
    ),
    (
        "organiser after",
        (
            "co organi held hosted conven conduct deliver staged arrang run facilitat planned prepared design develop "
            "sponsored"
        ),
        late(
            rf"(?:co-?)?{_HELD}(?:(?:(?:,\s(?:and\s)?|\sand\s)(?:\w+ly\s|co-)?(?!fund|financ|paid|spons)"
            r"\w+(?:ed|en|un|ught|ld)){1,2}(?:\sjointly|\stogether)?|\s(?:jointly|together|collectively|successfully))\sby\b"
        ),
    ),
    (
        "organiser after",
        (
            "led spearhead mount offer provided overseen administ taught undertaken steered orchest piloted supervis "
            "directed"
        ),
        late(rf"(?<=[a-z,)\d]\s){_LED}\s(?:jointly\s)?by\b"),
    ),
    (
        "organiser after",
        "under on upon organis organiz host",
        late(
            r"under\sthe\s(?:joint\s|overall\s|general\s)?(?:leadership|direction|lead|stewardship|co-?ordination|helm)\sof\b|"
            r"(?:up)?on\sthe\s(?:initiative|invitation)\sof\b|organi[sz]ers?\s(?:was|were|is|are)\b|"
            r"(?:organi[sz]ers?|organi[sz]ed\sby|hosts?|hosted\sby)\s?:|(?<=the\s)(?:hosts|organi[sz]ers),"
        ),
    ),
    (
        "organiser after",
        "organis organiz host conven",
        late(
            rf"(?:organi[sz]ers?|hosts?|conven[eo]rs?)\sof\s{_THE_EVENT}\s(?:was|were|is|are)\b|"
            r"(?:organi[sz]ers?|hosts?|conven[eo]rs?)\s(?:was|were)\b(?=\s(?:the\s)?[a-z]+[\s.,](?!invited|by\b))"
        ),
    ),
    (
        "organiser after",
        "part framework within under context",
        late(
            r"\w+\s(?:of\s)?(?:a|an|the|its)\s[^.;:,]{0,70}?(?:project|program(?:me)?|initiative|action|campaign)\b[^.;:,]{0,60}?\s"
            r"(?:implemented|carried\sout|run|executed|managed|led|delivered|conducted)\s(?:jointly\s)?by\b"
        ),
    ),
    (
        "funder after",
        _MONEYED,
        late(
            rf"{_MONEY}(?:(?:\s(?:for|of|to|towards|has|have|had|was|were|is|are|will)\b[^.;:“”]{{0,70}}?|\sgenerously|\skindly)?\s"
            rf"{_GIVEN}\s(?:\w+ly\s)?(?:by|from|through)\b|"
            r"(?:\s(?:for|of|to|towards)\b[^.;:“”]{0,70}?)?\s(?:(?:has|have|had|is|are|also|partly|mainly|again|will)\s){0,2}"
            r"(?:came|comes?|coming|stems?|derives?|deriving)\s(?:\w+ly\s)?(?:from|out\sof)\b|"
            r"\s(?:(?:out\s)?of\s(?=the\s(?:government|embassy|european\sunion|people))|from|by)\b|\s?:)"
        ),
    ),
    (
        "funder after",
        "resources supported at",
        late(
            rf"resources\s(?:{_GIVEN}\s(?:by|from)|from|{_IS}{_GIVEN}\sby)\b|at\sthe\sexpense\sof\b|"
            r"supported\s(?:by|through|with)\sa\s(?:\w+\s)?(?:grant|contribution|donation)\s(?:of|from|by)\b"
        ),
    ),
    (
        "funder after",
        "cost expens bill tab travel accommodation lodging fees",
        late(
            rf"{_COSTS}(?:\s(?:for|of)\b[^.;:]{{0,60}}?|\sand\s\w+)?\s{_IS}"
            r"(?:covered|borne|met|paid|footed|carried|picked\sup|shouldered|defrayed|settled|assumed|taken\son)(?:\sfor)?\sby\b"
        ),
    ),
    (
        "funder after",
        "co fund cofund financed cofinanced sponsored underwritten bankrolled subsidi resourced paid",
        late(
            r"(?:co-?)?(?:funded|financed|sponsored|underwritten|bankrolled|subsidi[sz]ed|resourced|paid\sfor)"
            r"(?:\s(?:in\sfull|in\spart|entirely|jointly|largely|mainly|partly|wholly|generously|solely))?\s"
            r"(?:by\s?:|(?:by|thanks\sto|through|under|with|using|out\sof|from)\b"
            r"(?:\s(?:a|an|the)?\s?(?:\w+\s){0,3}(?:funding|funds|grants?|support|contributions?|resources|budget)"
            r"(?:\s[^.;:,]{1,25})?\s(?:by|from|of)\b)?)"
        ),
    ),
    (
        "funder after",
        "donor sponsor funder financier",
        late(
            r"(?:donors?|sponsors?|funders?|financiers?)(?:\s(?:of|for|to|behind)\s[^.;:,]{3,50}?)?\s?"
            r"(?:(?:was|were|is|are)\b(?!\s(?:invited|thanked|asked|told|also|expected|present|not))|:)"
        ),
    ),
    (
        "funder before",
        "cover met meets bore bears foot pick shoulder defray paid pays carried",
        late(
            r"(?:cover(?:ed|s)|met|meets|bore|bears|foot(?:ed|s)|pick(?:ed|s)\sup|shoulder(?:ed|s)|defray(?:ed|s)|paid|pays|carried)\s"
            rf"(?:(?!of\b)[\w\-]+\s){{0,3}}{_COSTS}"
        ),
    ),
    (
        "funder before",
        "underwr bankroll subsidi",
        late(r"(?:underwrote|underwrites|bankroll(?:ed|s)|subsidi[sz](?:ed|es))\b(?!\sby)"),
    ),
    (
        "funder before",
        "provid gave gives contribut donat grant allocat lent lends extend put made makes offer suppl award",
        late(
            r"(?:provid(?:ed|es)|gave|gives|contribut(?:ed|es)|donat(?:ed|es)|grant(?:ed|s)|allocat(?:ed|es)|lent|lends|"
            r"extend(?:ed|s)|put\sup|made|makes|offer(?:ed|s)|suppl(?:ied|ies)|award(?:ed|s))\s"
            r"(?:(?:the|a|an|all|its|most|some|part|of|necessary|generous|kind|substantial|additional)\s){0,3}"
            rf"{_MONEY}"
        ),
    ),
    (
        "funder before",
        "support back",
        late(
            r"(?:support(?:ed|s)|back(?:ed|s))\s(?:the|this|a|it)\s?(?:[\w\-]+\s){0,4}?(?:financially\b|with\s(?:a\s|its\s)?"
            rf"{_MONEY})"
        ),
    ),
    (
        "funder before",
        "was were is are act as",
        late(
            r"(?:was|were|is|are|act(?:s|ed)?\sas|as)\s(?:the|a|an|its|one\sof\sthe)\s?"
            r"(?:(?:main|principal|sole|key|only|leading|joint|first|major)\s)?"
            r"(?:donors?|sponsors?|funders?)\b(?=[.,;]|\s(?:of|for|behind)\b)"
        ),
    ),
    (
        "funder before",
        "for",
        late(
            r"for\s(?:(?:its|their|the|his|her|this|such|having|providing|making|available|generously|kindly|generous|kind|continued|"
            rf"essential|valuable|so)\s){{0,4}}(?:{_MONEY}|financing|sponsoring|underwriting)"
        ),
    ),
    (
        "partner after",
        "in through as",
        late(
            rf"(?:in|through|as\spart\sof)\s(?:(?:a|its|the|{_KIND}|effective|excellent)\s){{0,2}}{_JOINT}"
            rf"(?:,?\s(?:and|as\swell\sas)\s(?:in\s)?(?:{_KIND}\s)?{_JOINT})?\s(?:with|of)\b(?:\s?:)?"
        ),
    ),
    (
        "partner after",
        "with through thanks due",
        late(
            rf"(?:with|through|thanks\sto|due\sto)\s(?:(?:the|a|an|some|its)\s)?(?:(?:{_KIND}|participation|and)\s){{0,3}}{_HELP}"
            rf"(?:(?:,|\sand|\sas\swell\sas)\s(?:the\s)?(?:{_KIND}\s)?(?:{_HELP}|participation))?\s(?:of|from|(?:provided|given)\sby)\b"
        ),
    ),
    (
        "partner after",
        "hand side working aided seconded co endorsed supported",
        late(
            r"(?:hand\sin\shand|side\sby\sside)\swith\b|(?:(?<=,\s)|(?<=\n)|(?<=\.\s))working\s(?:closely\s|together\s|jointly\s)?with\b|"
            r"(?:aided|seconded|co-?supported|endorsed\sand\ssupported|supported\sand\s\w+ed)\sby\b"
        ),
    ),
    (
        "partner after",
        "technical logistic organi expert methodological additional support assistance help",
        late(
            r"(?:(?:technical|logistic(?:al)?|organi[sz]ational|expert|methodological|additional)\s(?:support|assistance|help)\b[^.;:]{0,60}?"
            rf"|(?:support|assistance|help)\s(?:for|to)\s(?:the|this)\s{_PLAIN}{{0,3}}?{_EVENT})\s"
            r"(?:(?:(?:was|were|is|are|has|have|been|also)\s){1,3}(?:provided|given|lent|offered)\sby|came\sfrom|comes\sfrom)\b"
        ),
    ),
    (
        "partner after",
        "enjoy receiv had partner",
        late(
            rf"(?:enjoy(?:ed|s)|receiv(?:ed|es)|had)\s(?:the\s)?(?:{_KIND}\s){{0,2}}support\s(?:of|from)\b|"
            r"partners?(?:\sof\sthe\s\w+|\sin\sthe\s\w+)?\s?(?:(?:was|were)\b|:)"
        ),
    ),
    (
        "partner before",
        "co support back assist help lent lend gave offer provid contribut cooperat partnered was were is are as",
        late(
            r"(?:(?:co-?)?support(?:ed|s)|back(?:ed|s)|assisted|(?:assist|help)(?:ed|s)\s(?:to\s|in\s|with\s)?"
            r"(?:organi[sz](?:e|ing)|run(?:ning)?|hold(?:ing)?|stag(?:e|ing)|deliver(?:ing)?|host(?:ing)?|prepar(?:e|ing))|"
            rf"(?:len[dt]s?|gave|offer(?:ed|s)|provid(?:ed|es))\s(?:its\s|their\s|the\s)?(?:{_KIND}\s){{0,2}}"
            r"(?:support|assistance|help)\s(?:to|for|in|with)(?:\sorgani[sz]ing)?|"
            r"contribut(?:ed|es)\sto(?:\sthe\s(?:organi[sz]ation|holding|preparation|success)\sof)?|co-?operat(?:ed|es)\s(?:in|on)|"
            r"partnered\s(?:in|on)|(?:was|were|is|are)\s(?:a\s|the\s|its\s)?(?:key\s|main\s|local\s|national\s|technical\s|implementing\s|strategic\s)?partners?\s(?:in|of|for))"
            rf"(?=\s(?:the|this|these|its)\s{_PLAIN}{{0,4}}?{_EVENT}(?!\s(?:of|materials?|needs|manuals?|cent)))|"
            r"as\s(?:a\s|the\s|its\s)?(?:key\s|main\s)?partners?(?=[.,;]|\s(?:of|in)\b)|"
            r"provid(?:ed|es)\s(?:logistic(?:al)?|technical|organi[sz]ational)\s(?:support|assistance)(?=[.;]|\sfor\s(?:the|this)\s)"
        ),
    ),
    (
        "partner before",
        "for",
        late(
            rf"for\s(?:its|their|the)\s(?:{_KIND}\s){{0,2}}(?:support|assistance|help|co-?operation)\s(?:of|for|in|with)\s"
            rf"(?:(?:organi[sz]ing|holding|preparing|running)\s)?(?=(?:the|this)\s{_PLAIN}{{0,3}}?{_EVENT})"
        ),
    ),
    (
        "expert after",
        "presentation lecture talk remarks speech briefing session address keynote contributions classes modules",
        late(
            r"(?:presentations?|lectures?|talks?|remarks|speech(?:es)?|briefings?|sessions?|addresses|keynotes?|contributions|classes|modules)"
            rf"(?:\s(?:on|about)\s[^.;:]{{3,60}}?)?\s{_IS}"
            r"(?:given|delivered|made|held|led|provided|presented|moderated|conducted|facilitated)\sby\b"
            r"(?:\s(?:\w+\s){0,3}?(?:experts?|officers|officials|representatives|specialists|staff|trainers)\s(?:of|from)\b)?"
        ),
    ),
    (
        "expert after",
        _TAUGHT,
        late(
            rf"{_TEACHERS}(?:\s(?:(?:was|were|are|have|had|also|all|been|will|be)\s){{0,3}}"
            r"(?:from|provided\sby|sent\sby|seconded\sby|drawn\sfrom|c[ao]me\sfrom|coming\sfrom|hailed\sfrom)\b|\s?:)"
        ),
    ),
    (
        "expert after",
        (
            "advis analyst specialist professor lawyer judge prosecutor officer official psychologist doctor "
            "consultant representative researcher colleague staff agent investigator "
            "inspector member expert trainer instructor "
            "nurse teacher social psychiatrist midwi academic diplomat commander colonel major captain detective"
        ),
        late(
            r"(?:advis[eo]rs?|analysts?|specialists?|professors?|lawyers?|judges?|prosecutors?|officers?|officials?|psychologists?|doctors?|"
            r"consultants?|representatives?|researchers?|colleagues?|staff|agents?|investigators?|inspectors?|members?|experts?|"
            r"trainers?|instructors?|nurses?|teachers?|social\sworkers?|psychiatrists?|midwi(?:fe|ves)|academics?|diplomats?|commanders?|"
            r"colonels?|majors?|captains?|detectives?)\s(?:members\s)?(?:from|of|with|at|representing)\s(?=[^.;:“”]{3,110}?\s(?:then\s|also\s|\w+ly\s)?"
            r"(?:(?:gave|delivered|made|held)\s(?:\w+\s){0,4}(?:presentations?|lectures?|talks?|speech(?:es)?|briefings?|sessions?|"
            r"classes)\b|spoke\s(?:about|on|of)\b|presented\b|lectured\b|taught\b|explained\s(?:how|the|what|why|to)\b|"
            r"(?:showed|told)\s(?:\w+\s){0,3}how\b|demonstrated\b|coached\b|briefed\b|"
            r"(?:will\s)?(?:led?|facilitated?|moderated?|conducted?)\s(?:\w+\s){0,3}(?:sessions?|exercises?|discussions?|modules?|classes|groups?)\b))"
        ),
    ),
    (
        "expert before",
        "provid sen second contributed suppl",
        late(
            r"(?:provid(?:ed|es)|sent|sends|second(?:ed|s)|contributed|suppl(?:ied|ies))\s(?:its\s|their\s|the\s)?(?:\w+\s){0,3}?"
            rf"(?:{_TEACHERS}|analysts|specialists|lawyers|resource\sperson|expert|trainer)\b"
        ),
    ),
    (
        "participant before",
        "was were is are",
        late(
            r"\w+\s(?:also\s|both\s|all\s)?(?:represented(?!\sby\s(?!(?:its|their|the|a|an|his|her|two|mr|ms|dr)\b))|present(?=[.,;]|\sat)|in\sattendance|among\s(?:the\s"
            r"(?:participants|attendees|institutions|agencies|bodies|guests)|those\s(?:present|attending|represented)))\b"
        ),
    ),
)
"""Of each wording the role and the side on which the body stands, how its first word begins, and its pattern."""


_DEEDS = {"en": _ENGLISH, "fr": FRENCH, "es": SPANISH, "pt": PORTUGUESE}

_NO_VERB = late(
    r"(?:hosts?|organi[sz]ers?|conven[eo]rs?|the|this|for|behind|of)\s?$|^(?:offers?|provides?)\b",
    re.IGNORECASE,
)
"""How a cue of who held an event ends that does not say that it took place: "was the host"."""

_ON_OFFER = late(r"(?:offers?|provides?)\b", re.IGNORECASE)
"""What tells of courses that a body has, not of one that was held: "It offers a course"."""


def with_deeds(found: Sequence[Cue], tokens: Tokens, language: str) -> list[Cue]:
    """Return the cues of a text with those of roles that are told in many wordings, in their order."""
    if language not in _DEEDS:
        return list(found)
    told = list(_apart(_deeds(tokens, language)))
    phrases = [cue for cue in found if cue.kind == "role"]
    kept = [one for one in told if not any(_outreaches(phrase, one) for phrase in phrases)]
    spans = [(one.start, one.end) for one in kept]
    rest = [cue for cue in found if cue.kind != "role" or not _inside(cue, spans)]
    held = [
        Cue("happens", "held", one.start, one.end)
        for one in kept
        if one.meaning == "organiser before"
        and not _NO_VERB.search(tokens.text, one.start, one.end)
        and not _ON_OFFER.match(tokens.text, one.start)
    ]
    return sorted([*rest, *kept, *held], key=lambda cue: cue.start)


@lru_cache(maxsize=4)
def _beginnings(language: str) -> Mapping[str, list[tuple[str, tuple[str, ...], re.Pattern[str]]]]:
    """Return by the first letter of a word the wordings that one may begin, and how."""
    found: dict[str, list[tuple[str, tuple[str, ...], re.Pattern[str]]]] = defaultdict(list)
    for meaning, told, pattern in _DEEDS[language]:
        firsts = told.split()
        for letter in sorted({first[0] for first in firsts}):
            found[letter].append((meaning, tuple(one for one in firsts if one[0] == letter), pattern))
    return found


@lru_cache(maxsize=4096)
def _begun(word: str, language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the wordings that a word may begin."""
    told = _beginnings(language).get(word[:1], ())
    return tuple((meaning, pattern) for meaning, first, pattern in told if word.startswith(first))


def _deeds(tokens: Tokens, language: str) -> Iterator[Cue]:
    """Yield what the patterns find in a text."""
    text = folded(tokens.text)
    for word, start in zip(tokens.words, tokens.starts, strict=True):
        for meaning, pattern in _begun(word, language):
            match = pattern.match(text, start)
            if match:
                yield Cue("role", meaning, start, match.end())


def _apart(deeds: Iterator[Cue]) -> Iterator[Cue]:
    """Yield deeds of which none overlaps another, the one that begins first and of those the longest."""
    end = -1
    for one in sorted(deeds, key=lambda deed: (deed.start, -deed.end)):
        if one.start >= end:
            end = one.end
            yield one


def _outreaches(phrase: Cue, deed: Cue) -> bool:
    """Return whether a phrase of the vocabulary says more than a deed it overlaps."""
    if phrase.end <= deed.start or deed.end <= phrase.start:
        return False
    if phrase.meaning == "none after" and phrase.start > deed.start:
        return False
    return phrase.end > deed.end or (phrase.start <= deed.start and phrase.end == deed.end)


def _inside(cue: Cue, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= cue.start and cue.end <= end for start, end in spans)
