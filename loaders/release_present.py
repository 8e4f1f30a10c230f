"""Whether the words round a list of countries say that people of each of them were there."""

from __future__ import annotations

import re

from loaders.late import late
from loaders.release_story import Story, others_of

_PEOPLE = (
    r"(?:participants|delegates|delegations|trainees|graduates|attendees|learners|students|officers|officials|judges|"
    r"magistrates|prosecutors|police|guards|investigators|practitioners|representatives|teams|inspectors|consuls|"
    r"policy[- ]makers|policymakers|parliamentarians|journalists|lawyers|cadets|professionals|managers|staff|"
    r"those (?:present|attending|trained|invited|taking part|who (?:came|attended))|group|class|audience)"
)
_CAME_FROM = late(
    rf"\b(?:{_PEOPLE}|(?P<they>[Tt]hey|[Aa]ll|[Mm]ost|[Oo]thers|[Tt]hese)(?:\sof\s(?:them|those))?)"
    r"(?:,?\s(?:in all|altogether|also|all|mainly|mostly|who attended|who took part|in attendance|there))?,?\s"
    r"(?:(?:had|have)\s)?(?:came|come|hail(?:ed)?|arrived|travell?ed(?:\sto\s[A-Z]\w+)?|flown?\sin|flew\sin|"
    r"(?:(?:are|were|had been|have been)\s)(?:drawn|selected|nominated|invited|sent)?)\s?"
    r"(?:mainly\s|chiefly\s|also\s|here\s|there\s)?from\s(?:as far (?:away )?as\s)?(?:the\s)?$",
)
"""What stands before the countries of those who came: "judges and policy makers came from"."""

_SAID = late(rf"\b{_PEOPLE}\b")
_FREED = late(
    r"\b(?:freed|rescued|identified|exploited|trafficked|smuggled|found|arrested|detained|repatriated|returned|"
    r"intercepted|"
    r"convicted|sentenced|registered)\b"
)
"""What says, before "they came from", that others than those of the event are meant."""

_PEOPLE_FROM = late(rf"\b{_PEOPLE}\s(?:from|of)\s(?:the\s)?$", needs="from|of")
_CAME = late(
    r"\)?,?\s(?:(?:have|had|also|all|both|jointly)\s)*(?:come|came|arrived|gathered|met|attend(?:ed)?|took part|"
    r"take part|"
    r"participated?|followed|completed|graduated)\b"
)
"""What stands round the countries of those who came: "delegations from", "have come"."""

_SERVE_IN = late(
    rf"\b(?:{_PEOPLE}|[Tt]hey)\s(?:[\w\-]+\s)?(?:serve|work|are employed|hold posts)\s(?:in|for|with|at)\s"
    r"(?:[^.;:]{0,140}:\s)?(?:the\s)?$",
    needs="serve|work|employed|hold",
)
"""What stands before the countries where those who came have their posts: "the graduates serve in"."""

_NAMED = late(
    r"\b(?:[Cc]ountries|[Ss]tates|[Nn]ations|[Mm]embers|[Jj]urisdictions|[Dd]elegations|[Tt]eams|[Ss]ervices|"
    r"[Gg]overnments|[Pp]artners|[Nn]eighbours|[Pp]articipants|[Oo]fficers|[Gg]raduates|[Oo]thers)\b[^.;:]{0,120}?"
    r"\b(?:(?:present|attend(?:ed|ing)?|t(?:ook|aking|ake) part|participat(?:ed|ing)|came|come|represented|sent|send|"
    r"joined|connected|met|gathered|accepted|trained|at the table|in the room|on the (?:line|call))\b"
    r"[^.;:]{0,60}(?::|\s[-–—]|\s\()|"
    r"(?:present|attending|taking part|represented|connected|at the table|in the room|on the (?:line|call))\s"
    r"(?:were|are|included?))\s?(?:the\s)?$|^(?:Also\s)?(?:[Pp]resent|[Aa]ttending|[Rr]epresented|[Tt]aking part|"
    r"[Ii]n attendance)\s(?:also\s)?"
    r"(?:were|are)\s(?:the\s)?$|\bjoined by\s(?:the\s)?$"
)
"""What stands before the countries that came, each named: "Eight countries sent officers:"."""

_OF_OTHERS = late(
    r"\b(?:victims|migrants|refugees|workers|women|children|girls|cases|routes?|projects?|programmes?|experts|trainers|"
    r"speakers|lecturers|conventions?|treat(?:y|ies)|protocols?|studies|study|reports?|countries of origin)\b"
)
"""What else may be counted by country."""

_REPRESENTED = late(
    r"\b(?:[Dd]elega\w+|[Dd]élégations?|[Pp]articipants|[Pp]articipantes|[Ee]quip(?:os|es)|[Éé]quipes|[Ff]uncionari\w+|"
    r"[Mm]agistra\w+|[Ff]iscales|[Jj]ueces|[Pp]olic\w+|[Rr]epresentantes|[Rr]eprésentants|[Aa]sistentes|[Ii]ls|"
    r"[Oo]fficers|"
    r"[Oo]fficials|[Dd]elegates|[Tt]hey|[Tt]eams)\b[^.;:]{0,200}?\b"
    r"(?:represent(?:ed|aron|aban|an|aram|avam|am)(?:\sal?)?|représent(?:aient|ent)|"
    r"(?:ven[ií]an|vinieron|provenían|provienen|procedían|proceden|llegaron|vieram|vinham|provinham|provêm|venaient|"
    r"viennent|(?:sont|étaient) venus|provenaient)\sd(?:el?|u|es|[ao]s?|[’']))\s?(?:the\s|l[aeo]s?\s|l[’']|os?\s|"
    r"as?\s)?$"
)
"""What stands before the countries whose delegations came: "las delegaciones representaron a"."""

_CAME_ROMANCE = late(
    r"\b(?:asistieron|participaron|acudieron|concurrieron|estuvieron presentes|participaram|assistiram|compareceram|"
    r"estiveram presentes|(?:países|pays|[EeÉé]stados|[ÉéEe]tats|delegaciones|délégations|"
    r"delegações)\s(?:participant[a-z]*|"
    r"representad[oa]s|presentes|représenté\w+|présent\w+)\s(?:fueron|son|eran|étaient|sont|foram|são|eram))\s"
    r"(?:también\s|l[aeo]s?\s|l[’']|os?\s|as?\s)?$",
    re.IGNORECASE,
)
"""What stands before the countries that came, in Spanish, French and Portuguese: "asistieron"."""

_OF_THEIRS_RU = late(
    r"\b(?:[Уу]частник|[Дд]елегаци|[Дд]елегат|[Сс]лушател)\w*\s(?:[а-яё]+\s){0,3}?представля\w+\s$|"
    r"\b[Пп]редставител\w+\s(?:(?!(?:в|на|по|с|со|для|о|об|при|от|к|как)\s)[а-яё\-]+,?\s){0,8}$|"
    r"\b(?:[Сс]отрудник|[Рр]уководител|[Рр]аботник|[Сс]пециалист|[Дд]елегаци)\w+\s"
    r"(?:(?!(?:в|на|по|с|со|для|о|об|при|от|к|как)\s)[а-яё\-]+,?\s){0,6}$"
)
"""What stands before the countries whose bodies came, in Russian: "представители министерств внутренних дел"."""

_DELEGATIONS_ARE = late(
    r"\b(?:[Dd]elegations|[Tt]eams|[Gg]roups|[Cc]ontingents|[Pp]articipants)\s?(?:[-–—:]|\()\s?$"
)
"""What stands before the adjectives of those who came: "six delegations -"."""

_DELEGATIONS_NEXT = late(
    r"\s(?:delegations|delegates|participants|teams|officers|officials|judges|prosecutors)\s(?:who\s|also\s)?"
    r"(?:attended|took part|present(?:ed)?|report(?:ed)?|compared|exchanged|agreed|discussed|described|outlined|"
    r"visited|"
    r"explained|shared|met|joined)\b"
)
"""What follows the adjectives of those who came: "the Kenyan and Ugandan delegations presented"."""

_SENT = late(
    r"[*)]*,?\s(?:(?:have|has|had|each|all|both|also|ont|han|tous|todos|également)\s){0,3}(?:sent(?! no\b)|"
    r"dispatched|seconded|"
    r"deputed|fielded|envoyé|délégué|dépêché|enviado|enviaron|enviaram|mandaron|направили|"
    r"прислали)\s(?:[\w’'\-]+\s){0,6}?"
    r"(?:delega\w+|délég\w+|delegates|representa\w+|représentants|officers|officials|staff|teams?|people|participants|"
    r"judges|prosecutors|investigators|one|two|three|fonctionnaires|funcionari\w+|équipes?|equipos?|делегаци\w+|"
    r"представител\w+)\b"
)
_WERE_THERE = late(
    r"[*)]*(?:\s[-–—]|,)?\s(?:y\s)?(?:(?:are|were|have been|étaient|sont|estuvieron|estaban|estiveram|estavam)\s"
    r"(?:also\s|all\s|both\s|each\s|among those\s|également\s|aussi\s|también\s|também\s)?"
    r"(?:attending|present|represented(?! in court)|taking part|in attendance|at the table|participating|"
    r"présent\w*|représent\w+|presentes|representad[oa]s)|joined\s(?:them|the\s(?:[\w\-]+\s){0,2}?"
    r"(?:meeting|talks|workshop|training|course|seminar|conference|exercise|discussions?|session)))\b"
)
"""What follows the countries of which people came: "sent delegations", "are attending"."""

_TOLD_OF_HOME = late(
    r"[*)]*\s(?:each\s|all\s|also\s|then\s|in turn\s)*(?:presented|outlined|described|shared|reported on|explained|"
    r"set out|"
    r"introduced)\s(?:their|its)\s"
)
"""What follows the countries that tell each other of their work: "Chad and Mali presented their national plans"."""

_CHAIRED = late(
    r"[*)]*\s(?:jointly\s|together\s)?(?:co-?)?chair(?:ed|s)?\s(?:it|them|the\s(?:[\w\-]+\s){0,3}?(?:meeting|group|"
    r"session|"
    r"conference|workshop|seminar|round ?table|talks|event|discussions?|webinar))\b"
)
"""What follows the countries that had the chair: "Chad and Mali chaired them jointly"."""

_OF_BODIES = late(
    r"\b(?:[Rr]epresentatives|[Ss]pecialists|[Oo]fficers|[Oo]fficials|[Dd]elegates|[Mm]embers|[Ss]taff|[Pp]rosecutors|"
    r"[Jj]udges|[Ii]nvestigators|[Pp]ractitioners|[Dd]elegations)\s(?:of|from)\s(?:the\s)?$"
)
_BODIES_CAME = late(
    r"\s(?:[\w\-]+\s){1,4}?(?:(?:also|all|both)\s)?(?:joined\s(?:them|in|the\s)|took part|attended|"
    r"were (?:also )?present|"
    r"participated|came\b|are (?:attending|taking part))"
)
"""What stands round the adjectives of bodies whose people came: "Officers of the Kenyan services joined them"."""

_IN_WHICH = late(
    r"\b(?:[Ee]mbass\w+|[Aa]mbassadors?|[Cc]onsulates?|[Mm]issions?)\s(?:of|from|to|in)\s(?:the\s)?$|\b(?:(?:in|of|"
    r"on|to|for)\swhich|in|to|at|near|across|accredited to)\s(?:the\s)?$|"
    r"^(?:In|During|At|Over) (?:the )?(?:earlier|past|previous|former|other|recent) (?:years?|editions?|rounds?|"
    r"courses?)\b"
)
"""What stands before the states of a body that is spoken of, and a mere place: "the Board, in which"."""

_THEIRS = (_REPRESENTED, _SERVE_IN, _CAME_ROMANCE, _OF_THEIRS_RU)
"""What may stand before the countries of those who came."""

_BACK = 4
"""Sentences that say nothing of the event, behind which a list may still tell of it."""


def are_present(before: str, after: str, *, several: bool, said: str = "") -> bool:
    """Return whether the words round a list of countries say that people of each of them were there.

    `before` and `after` are the words of its sentence, `said` those of the one before it; `several` says that the
    sentence names two countries at least.
    """
    if _IN_WHICH.search(before) and not _SERVE_IN.search(before[-300:]):
        return False
    if _WERE_THERE.match(after) or _SENT.match(after) or _CHAIRED.match(after):
        return _OF_OTHERS.search(before[-60:]) is None
    if several and _TOLD_OF_HOME.match(after) and not before.strip(" \n"):
        return True
    return several and _are_those_present(before[-300:], after, said)


def _are_those_present(before: str, after: str, said: str) -> bool:
    """Return whether the words before a list name those who were there, or tell that they came from it."""
    if any(pattern.search(before) for pattern in _THEIRS):
        return True
    come = _CAME_FROM.search(before) if "from" in before else None
    came = come or _NAMED.search(before)
    if came is None:
        return _PEOPLE_FROM.search(before) is not None and _CAME.match(after) is not None
    if came.groupdict().get("they"):
        told = said + before
        return _SAID.search(told) is not None and _FREED.search(told) is None
    return _OF_OTHERS.search(came[0]) is None


def bodies_are_present(before: str, after: str) -> bool:
    """Return whether the words round adjectives of countries say that delegations or bodies of each were there."""
    if _DELEGATIONS_ARE.search(before) or _DELEGATIONS_NEXT.match(after):
        return True
    return _OF_BODIES.search(before) is not None and _BODIES_CAME.match(after) is not None


def speaks_of_those_present(story: Story, at: int) -> bool:
    """Return whether a sentence that tells neither for nor against the event may yet say who was there."""
    weights = story.weights
    if weights[at] < 0 or others_of(story.page, at) & {"project", "future", "time"}:
        return False
    before = next((weights[one] for one in range(at - 1, max(-1, at - 1 - _BACK), -1) if weights[one]), 0.0)
    return before > 0
