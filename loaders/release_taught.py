"""Whether the people of some countries taught at an event: told of any people, by what they are said to have done."""

from __future__ import annotations

from loaders.late import late

_PART = (
    r"(?i:sessions?|lessons?|class(?:es)?|lectures?|talks?|presentations?|exercises?|modules?|discussions?|"
    r"demonstrations?|"
    r"working groups?|group work|instruction|master ?class(?:es)?|simulations?|panels?|keynotes?|case stud(?:y|ies)|"
    r"addresses|address|opening remarks|inputs?)"
)
_SESSION = (
    rf"(?:{_PART}|(?i:course(?:work)?s?|trainings?|seminars?|workshops?|programme|program|round tables?|meeting|"
    rf"conference))"
)
_LEARNERS = (
    r"(?:participants|trainees|officers|officials|attendees|students|judges|prosecutors|police|delegates|practitioners|"
    r"investigators|group|groups|teams?|class|audience|cadets|magistrates|colleagues|counterparts|they|them)"
)
_STEP = (
    r"(?:(?!(?:attended|joined|by|for|with|who|which|that|to|participants|trainees|brought|gathered|together|is|are|"
    r"was|"
    r"were|has|have|in|on|at|about|investigations?|operations?|under|against|during|took|discussed|than|while|"
    r"victims?|migrants|traffickers|"
    r"countries|cases)\b)[\w’'\-]+,?\s)"
)
_PEOPLE = rf"{_STEP}{{0,9}}?$"
"""What may stand between what tells of teaching and a country: "experienced judges and prosecutors from the"."""

_TEAM = (
    r"(?:speakers|panel|panell?ists|trainers|faculty|facilitators|lecturers|instructors|presenters|moderators|tutors|"
    r"teaching (?:staff|team)|team of \w+|resource (?:persons|people)|experts|line-?up)"
)
_TAUGHT_BY = late(
    rf"\b(?:(?:taught|facilitated|moderated|coached|instructed|mentored|tutored|guided|(?<!well )trained)|"
    rf"{_SESSION}\b[^.;]{{0,60}}\b(?:led|delivered|given|conducted|run|provided|held|presented|imparted|offered|"
    rf"chaired|made|"
    rf"supported|prepared)|"
    r"\b(?:[Ii]t|[Tt]his|[Tt]hey|which)\s(?:was|were|is|are)\s(?:led|delivered|given|conducted|run|provided|imparted))"
    rf"\s(?:\w+ly\s)?by\s{_PEOPLE}|\b[Qq]uestions\swere\sanswered\sby\s{_PEOPLE}|\b{_SESSION}\s(?:\w+\s)?by\s{_PEOPLE}|"
    rf"\b(?:(?:entrusted|left|given over) to|in the hands of|the responsibility of)\s{_PEOPLE}",
    needs="by|entrusted|left|given over|hands|responsibility",
)
"""What stands before those who taught: "the sessions were led by prosecutors from"."""

_LEARNT_FROM = late(
    r"\b(?:[Ll]earn(?:s|ed|t|ing)?|[Hh]eard?|hear(?:s|ing)|[Bb]enefit(?:s|ed|ted|ing|ting)?|drew|draw(?:s|ing)?|"
    r"profit(?:s|ed|ing)?|"
    r"listen(?:s|ed|ing)?|receiv(?:ed|ing)|gained|were addressed)\s"
    r"(?:(?:an?|lot|much|more|many|directly|also|first-hand|valuable|practical|speciali[sz]ed|training|instruction|"
    r"guidance|"
    r"mentoring|lectures?|presentations?|insights?|advice|tips|knowledge|greatly|things)\s){0,4}?(?:from|on|to|by)\s"
    r"(?:(?:the|their)\s(?:[\w\-]+\s){0,3}?(?:expertise|experiences?|knowledge|insights?|guidance|advice|know-how|"
    r"presentations?|lectures?|talks?|presence|practices?|skills)\s(?:and\s\w+\s)?(?:of|from|by)\s)?"
    rf"{_PEOPLE}"
)
"""What stands before those who were heard: "participants learned from judges from"."""

_AMONG_TEACHERS = late(
    rf"\b[Aa]mong (?:the|its|those) (?:\w+\s)?(?:{_TEAM}|(?:teaching|speaking))\s(?:was|were|is|are)\s{_PEOPLE}|"
    rf"\b(?:{_TEAM})\s(?:\w+\s){{0,2}}?(?:includ(?:es?|ed|ing)|featur(?:es?|ed|ing)|compris(?:es?|ed|ing)|"
    rf"consist(?:s|ed|ing)?\sof|"
    rf"(?:was|were|is|are)\s(?:made up|composed)\sof)\s{_PEOPLE}|"
    rf"\bfeatur(?:es|ed|ing)\s{_PEOPLE}|"
    rf"\b{_TEAM},\s(?:(?:who came|coming|both|all|mainly|mostly)\s)?from\s(?:the\s)?$|"
    rf"\b[Oo]ne of the (?:\w+\s)?{_TEAM}\s(?:was|is)\s{_PEOPLE}|"
    rf"\b(?:[Tt]rainer|[Ll]ecturer|[Ff]acilitator|[Ii]nstructor|[Mm]oderator|[Tt]utor),\san?\s{_PEOPLE}|"
    rf"\b(?:[Pp]resentations?|[Cc]ontributions?|[Ll]ectures?|[Tt]alks?|[Ii]nputs?|[Ii]nsights|"
    rf"[Kk]eynotes?)\s(?:\w+\s)?(?:by|from)\s{_PEOPLE}",
    needs=(
        "mong|includ|featur|compris|consist|made up|composed|resentation|ontribution|ecture|alk|nput|nsight|eynote|"
        "ne of|"
        "rainer|acilitator|nstructor|oderator|utor|from"
    ),
)
"""What stands before those who are named as teachers or speakers: "the faculty included judges from"."""

_WITH_HELP = late(
    rf"\b(?:[Ww]ith (?:the )?(?:\w+\s)?(?:help|guidance|expertise|contribution|input) (?:of|from)|"
    rf"[Uu]nder the (?:\w+\s)?(?:guidance|supervision|direction|tutelage|instruction) of|"
    rf"[Gg]uided by|[Cc]oached by|[Mm]entored by)\s{_PEOPLE}",
    needs="ith|nder|uided|oached|entored",
)
_INVITED = late(
    rf"\b(?:invited|brought in|flown in|called in|engaged)\s{_PEOPLE}", needs="invited|in|engaged"
)
_CAME = late(r"\b(?:came|travell?ed|flew in|flown in|arrived)\s(?:over\s)?from\s(?:the\s)?$")
_AS_THEY = (
    r"(?:teach|share|present|speak|lecture|lead|train|explain|deliver|give|talk|address|facilitate|instruct|coach|"
    r"run|conduct|pass on)"
)
_TO_TEACH = late(rf",?\s(?:[\w\-]+\s){{0,3}}?(?:to|who (?:will )?)\s?{_AS_THEY}\b")
_AUX = (
    r"(?:\s[A-Z][\w’'.\-]+){0,3}(?:,\s(?:who|all|both)[^.;,]{0,60},\s|\s)(?:(?:will|also|then|jointly|have|has|are|"
    r"were|is|was|had|been|who|"
    r"being|there|"
    r"together|each|in turn|later|subsequently)\s)*(?:\w+ly\s)?"
)
_TAUGHT = late(
    rf"{_AUX}(?:taught|teach(?:es|ing)?|lectur(?:ed|es|ing)|tutor(?:ed|ing)|mentor(?:ed|ing)|"
    rf"(?:coached|instructed|trained|train|training|guided|guide|guiding|walked|led|took|steered|supported|helped|"
    rf"assisted|"
    rf"advised|introduced|familiari[sz]ed|briefed|taught)\s(?:the\s|all\s|these\s|some\s)?(?:\d+\s|"
    rf"\w+\s)?{_LEARNERS}\b|"
    rf"(?:led|lead|leading|ran|run|running|facilitat(?:ed?|ing)|moderat(?:ed?|ing)|deliver(?:ed|ing)?|gave|giving|"
    rf"give)\s"
    rf"(?:[\w’'\-]+\s){{0,5}}?{_SESSION}\b|"
    rf"(?:held|hosted|conduct(?:ed|ing)?|provid(?:ed?|ing)|chair(?:ed|ing)|spoke (?:at|"
    rf"during))\s(?:[\w’'\-]+\s){{0,5}}?"
    rf"(?:{_PART}|training)\b|"
    rf"(?:act(?:ed|ing)?|serv(?:ed?|ing)|work(?:ed|ing)?|took\spart|participated|attended|joined)\sas\s(?:the\s|an?\s)?"
    rf"(?:[\w\-]+\s)?(?:{_TEAM}|facilitator|trainer|lecturer|instructor|moderator|speaker)\b|"
    r"(?:answered|took|fielded|replied to)\s(?:the\s|their\s|many\s)?questions\b|"
    rf"(?:among\s)?(?:the\s)?(?:\w+\s)?{_TEAM}\b|"
    rf"(?:pass(?:ed|ing)?\son|impart(?:ed|ing)?|convey(?:ed|ing)?|transmitted)\stheir|"
    rf"(?:provid(?:ed?|ing)|offer(?:ed|ing)?|gave|brought)\s(?:[\w\-]+\s){{0,3}}?(?:insights?|guidance|advice|"
    rf"expertise|"
    rf"overviews?|tips|feedback|instruction|input)\b|"
    rf"on hand\b|invited\sto\s{_AS_THEY}\b|(?:came|come|travell?ed|flew in|flown in|arrived|on hand|brought "
    rf"in)\sto\s{_AS_THEY}\b|in charge of the)"
)
"""What follows those who taught: "from Kenya led the practical exercises"."""

_SHARED = late(
    rf"{_AUX}(?:shar(?:ed?|ing)\s(?:[\w\-]+\s){{0,3}}?(?:experiences?|practices?|knowledge|expertise|lessons|insights?|"
    rf"know-how|examples|approach\w*)|present(?:ed|ing)?\s|explain(?:ed|ing)?\s|set out\s|laid out\s|"
    rf"answered\s(?:\w+\s)?questions|took turns|described?\s|outlin(?:ed|ing)\s|"
    rf"demonstrat(?:ed|ing)\s|illustrat(?:ed|ing)\s|spoke\s|talked\s|showed\s|told\s)"
)
"""What teachers do, and those who came to learn do too, as where each delegation presents its own country."""

_ONLY_CAME = late(
    r"\b(?:participantes|participants|участник\w*)\s(?:de[ls]?|d[eou]s?|из)\s$|"
    r"\b(?:[Dd]elegat\w+|[Pp]articipants|[Tt]rainees|[Aa]ttendees|[Tt]eams|[Gg]roups|[Cc]ountries|[Ss]tates|"
    r"[Mm]inisters|"
    r"[Aa]mbassadors?|[Dd]iplomats|[Cc]onsuls|[Ss]tudents|[Cc]adets|[Vv]ictims?|[Mm]igrants|"
    r"[Ss]urvivors?)\b[^.;,]{0,50}$"
)
"""Those who are no teachers though they speak."""

_WRITTEN = late(
    r"\b(?:manual|handbook|guide|guidelines|toolkit|report|study|survey|paper|publication|book|curricul\w+|film|"
    r"documentary|article|research|law|brochure|analysis|assessment|map|module|video|standard|recommendation)s?\s"
    r"(?:(?:that\s|which\s)?(?:was|were|is|are|had been|has been)\s)?(?:\w+ly\s)?"
    r"(?:(?:written|drafted|prepared|developed|authored|produced|compiled|published|designed|made|shot)\s)?by\s"
    rf"{_PEOPLE}|"
    r"\b(?:manual|handbook|guide|toolkit|report|study|survey|paper|publication|book|curricul\w+)s?\sof\s"
    rf"{_PEOPLE}"
)
"""What stands before those who wrote something, wherever they were: "a manual written by experts from"."""

_CASES = late(
    r"\b(?:[Ii]nvestigations?|[Oo]perations?|[Rr]aids?|[Cc]ases?|[Aa]rrests?|[Pp]robes?|[Tt]rials?|"
    r"[Pp]rosecutions?)\s(?:\w+\s)?"
    rf"(?:(?:led|run|conducted|carried out|handled|brought|mounted|opened|made|launched)\s)?(?:\w+ly\s)?by\s{_PEOPLE}",
    needs="by",
)
"""What stands before those who worked on a case that is spoken of."""

_FEW = 3
"""Countries of which, where no more are named, the people who share what they know may be guests."""


_AND_OTHERS = late(
    r"\s(?:et|y|e)\s(?:une?|deux|trois|una|dos|tres|uma?|duas|dois|três)\s(?:[\w\-]+\s){1,2}?[\w\-]+(?=\s(?:ont|"
    r"[a-zà-ÿ]+[oó]\b|[a-z]+r[ao][mn]))|"
    r"(?:,|,?\s(?:and|as well as))\s(?:(?:an?|the|one|two|three|four|five|\d+|"
    r"other)\s)?(?:[\w\-]+\s){1,5}?from\s(?:the\s)?"
    r"[A-Z][\w\-]+(?:\s[A-Z][\w\-]+)*"
)
"""What goes on a list of people: "a judge from Mali and two prosecutors from Chad taught"."""

_ELSEWHERE = late(
    r"\s(?:(?:ont|a|ont également|a également)\s(?:animé|dispensé|formé|donné|assuré|encadré|enseigné|facilité)|"
    r"(?:impartieron|impartió|dictaron|dictó|facilitaron|facilitó|capacitaron|capacitó|moderaron|moderó|"
    r"ministraram|ministrou|lecionaram|lecionou|deram formação|orientaram|orientou|moderaram|moderou)|"
    r"(?:провели|провёл|провела|вели|вёл|вела|прочитали|прочитал|прочитала|обучили|обучил|обучила)\s)"
)
"""What follows those who taught, in other languages."""

_SHARED_ELSEWHERE = late(
    r"\s(?:(?:ont|a|ont également|a également)\s(?:présenté|partagé|expliqué|exposé|décrit|parlé)|"
    r"(?:presentaron|presentó|compartieron|compartió|explicaron|explicó|expusieron|expuso|hablaron|habló)|"
    r"(?:apresentaram|apresentou|partilharam|partilhou|compartilharam|compartilhou|explicaram|explicou|falaram|falou)|"
    r"(?:поделил\w+|рассказал\w*|представил\w*|выступил\w*|объяснил\w*)\s)"
)
_SOME_ONE = late(
    r"\b(?:an?|one|two|three|un|une|deux|trois|dos|tres|una|duas|dois|três|um|uma|два|две|три|[Aa]n?|[Oo]ne|[Tt]wo|"
    r"[Tt]hree|"
    r"[Uu]ne?|[Dd]eux|[Tt]rois|[Dd]os|[Tt]res|[Uu]na|[Uu]ma?|[Dd]uas|[Dd]ois|[Дд]ва|[Дд]ве|[Тт]ри)\s"
    r"(?:(?!particip|trainee|student|v[ií]ctim|vítima|участни|жертв)[\w\-]+\s){1,6}$"
)
"""What stands before the country of one or some who spoke, where many came."""

_GIVEN_ELSEWHERE = late(
    r"\b(?:impartid[oa]s?|facilitad[oa]s?|dictad[oa]s?|dirigid[oa]s?|dispensée?s?|animée?s?|assurée?s?|ministrad[oa]s?|"
    rf"lecionad[oa]s?|conduzid[oa]s?)\s(?:por|par|pel[oa]s?)\s{_PEOPLE}|"
    rf"\b(?:aprendieron|aprenderam|ont appris|se formaron con|l[’']expertise)\s(?:de|d[’']|com|con)\s?{_PEOPLE}",
    needs="por|par|pel|aprend|appris|formaron|expertise",
)
_LED_ELSEWHERE = late(
    r"\b(?:[Зз]анятия|[Тт]ренинг|[Сс]еминар|[Кк]урс|[Лл]екции)\s(?:вели|вёл|вела|провели|провёл|провела|прочитали|"
    r"читали)\s(?:\w+\s){1,4}(?:из\s)?$",
    needs="вели|вёл|вела|читали",
)


def of_other_deeds(before: str) -> bool:
    """Return whether the words before a country tell of who wrote something or led a case, not of who came."""
    return _WRITTEN.search(before) is not None or _CASES.search(before) is not None


def were_heard(before: str) -> bool:
    """Return whether people are told to have learned from those whose country follows."""
    return _LEARNT_FROM.search(before) is not None


def were_teachers(before: str, after: str) -> bool:
    """Return whether the people of a country are told to have taught: "sessions were led by judges from Kenya".

    `before` and `after` are the words of its sentence round the country or the list that it stands in.
    """
    after = _behind_others(after)
    told = (_TAUGHT_BY, _LEARNT_FROM, _AMONG_TEACHERS, _WITH_HELP, _LED_ELSEWHERE, _GIVEN_ELSEWHERE)
    if any(pattern.search(before) for pattern in told):
        return True
    if (_INVITED.search(before) or _CAME.search(before)) and _TO_TEACH.match(after):
        return True
    taught = _TAUGHT.match(after) or _ELSEWHERE.match(after)
    return taught is not None and _ONLY_CAME.search(before) is None


def may_be_guests(before: str, after: str, count: int) -> bool:
    """Return whether the people of a few countries shared what they know, as guests do and learners may."""
    after = _behind_others(after)
    shared = _SHARED.match(after) or _SHARED_ELSEWHERE.match(after)
    return count <= _FEW and shared is not None and _ONLY_CAME.search(before) is None


def are_some(before: str) -> bool:
    """Return whether one or some people are spoken of before a country: "two prosecutors from"."""
    return _SOME_ONE.search(before) is not None


def _behind_others(after: str) -> str:
    """Return the words behind a country without the people of others that stand there: "and a judge from Chad"."""
    while others := _AND_OTHERS.match(after):
        after = after[others.end() :]
    return after
