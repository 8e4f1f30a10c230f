"""How many people came to an event, women and men among them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from loaders.headcounts import FoundHeadcount
from loaders.late import late
from loaders.release_about import LAST_OF
from loaders.release_called_off import over_years
from loaders.release_came import CAME
from loaders.release_evidence import Evidence, Sure, evidence
from loaders.release_story import Story, of_plans
from loaders.release_sums import of_both_sides, summed, unsummed

LEAST = 2.4
_COMING = late(
    r"\b(?:compared|learn\w*|practi\w+|looked|explored|exchanged|worked|studied|heard|sat|spent|"
    r"rehears\w+|were|are|saw|had a total of|include|invited|included|discussed|"
    r"came|respond\w*|drafted|agreed|attend\w*|"
    r"participa\w+|took part|taking part|take part|takes part|gather\w*|brought together|"
    r"participants(?=:)|attendance(?=:)|brings together|bringing together|trained|train|drew|involv\w+|joined|"
    r"convened|assembled|graduat\w+|completed|received|benefit\w*|presence of|reunió|asisti\w+|"
    r"réuni\w*|rassembl\w+|formés|formation|ont pris part|capacit\w+|reuniu|contou com|contó con|"
    r"приняли участие|участвова\w+|участник\w*|собрал\w*|обучен\w*|прошли|с участием|for (?:some |"
    r"about |over |around |more than )?\d+|delegation of|for a group of|represented by|training (?:for|to|of)|"
    r"reached|share (?:their|its) (?:experiences?|knowledge) with|equipp?\w+|workshop for|course for|"
    r"were present|certificates|met|enhanc\w+|learn\w*|practis\w+|"
    r"practic\w+|discuss\w+|set of|went through|(?:now )?know how|filled|followed|are (?:now )?able|can now|"
    r"strengthen\w*|acquired|gained|improved|upgraded|honed|sharpened|deepened|sensiti[sz]ed|sat through)\b",
    re.IGNORECASE,
)
_WHOLE = late(
    r"\b(?:series|sessions|workshops|trainings|courses|seminars|events|since|"
    r"so far|to date|(?:has|have) (?:already |now |also |thus far )?trained|each|"
    r"per session|throughout the year|over the past|already|ateliers|talleres|"
    r"oficinas|семинаров|тренингов|phases|"
    r"já (?:capacitou|formou|treinou|foram)|a déjà|ont déjà|ya (?:ha|han|se)|уже (?:обуч\w+|прошл\w+)|"
    r"next (?:year|month)|will be trained|by the end of|plans? to train|project (?:will|has|aims)|"
    r"expected to train|a further|another|additional|previous|earlier)\b",
    re.IGNORECASE,
)
_EARLIER = late(
    r"\b(?:previous|earlier|past) (?:events|exercises|trainings|training sessions|courses|workshops|seminars|"
    r"meetings|sessions)\b",
    re.IGNORECASE,
)
_ANOTHER_EVENT = (
    r"(?:\b(?:similar|earlier|previous|prior|past|preceding|last year[’']s|separate|parallel)\s"
    r"(?:[\w\-]+\s){0,2}(?:workshops?|trainings?|courses?|seminars?|meetings?|sessions?|conferences?|events?|editions?|"
    r"exercises?|forums?|visits?|round tables?|ones)\b|"
    r"\b(?:séminaire|atelier|formation|cours|réunion|taller|curso|seminario|reunión|oficina|formação|seminário)s?\s"
    r"(?:semblable|similaire|précédente?|similar|anterior|previ[oa])s?\b)"
)
_FOR_ANOTHER, _OF_ANOTHER = (
    late(
        rf"{_ANOTHER_EVENT}[^.;,]{{0,40}}$|\b(?:after|following|like|unlike)\s(?:those|the ones|the one|"
        rf"that)\b[^.;]{{0,60}}$"
    ),
    late(rf"^[^.;,]{{0,40}}{_ANOTHER_EVENT}"),
)
"""What stands round the count of an event before: "attended a similar course"."""

_MORE_OF_THEM = late(r"\b(?:more(?!\sthan)|further|additional|other|others)\b", re.IGNORECASE)
_OTHERS_THAN = late(r"\b(?:[Aa]nother|[Ff]urther|[Aa]dditional)\s$")
"""What tells that people are others than those who came: "another 30 officers", "fifty more"."""

_COUNTED_ELSEWHERE = late(
    r"\b(?:units?|shelters?|homes?|ministry|police|services?|centres?|centers?|institutes?|networks?|associations?|"
    r"agency|"
    r"offices?|courts?|campaigns?|projects?|apps?|hotlines?|films?|manuals?|country|gang|boat|raids?|operations?|"
    r"surveys?|study|researchers|academy|organi[sz]ation)\b(?:\s(?:now|currently|also|already|will|has|have|that|had|"
    r"alone))*\s"
    r"(?:has|had|have|houses?|housed|employs?|employed|reach(?:es|ed)?|hosts?|counts|unites|comprises|numbers|"
    r"received|includes|"
    r"involved|questioned|interviewed|trains|helped|assisted|carried|searched|arrested|rescued)\s(?:[\w\-]+\s){0,2}$|"
    r"\b(?:read|seen|watched|used|viewed|downloaded|visited|signed|staffed|carried out) by\s(?:[\w\-]+\s){0,2}$|"
    r"\b(?:survey|poll|jury|boat|lorry|truck|family|gang|sample|interviews?)\s(?:of|with|"
    r"carrying)\s(?:[\w\-]+\s){0,2}$|"
    r"\b(?:questioned|interviewed|arrested|rescued|employs|houses)\s(?:[\w\-]+\s){0,2}$"
)
"""What stands before a count of others than those who came: "the unit has", "the manual was read by"."""

_DID_ELSEWHERE = late(
    r"^[^.;,]{0,40}\b(?:the|an?|this|in|during)\s(?:raids?|operations?|manhunt|survey|poll|protest|trial|searches|"
    r"search(?! and rescue exercise))\b(?!\s(?:exercise|simulation|game))|"
    r"^[^.;,]{0,50}\b(?:in the (?:whole |entire )?country|nationwide|a year|per year|every (?:day|year|month)|"
    r"each (?:day|year|month)|yearly|annually)\b|"
    r"^[^.;,]{0,30}\b(?:recogni[sz]ed|identified|registered|confirmed|found)\s(?:as|to be)\s"
    r"(?:[\w\-]+\s){0,3}victims?\b"
)
"""What stands behind a count of others: "took part in the raid", "persons recognized as victims"."""

_OF_A_UNION = late(
    r"\sof the (?:[A-Z][\w\-]+\s){0,4}?(?:Coalition|Network|Association|Community|Union|Process|Commission|Council|"
    r"League)\b"
)
"""What stands behind the members of a body, which may be states: "all nine members of the Regional Coalition"."""

_AS_OTHERS = late(
    r"[^.;]{0,140}(?<!well )\bas\s(?:the\s)?"
    r"(?:role[ -]?players|actors|extras|observers|volunteers|interpreters|hosts)\b"
)
"""What stands behind a count of those who only helped: "20 students took part, as role players"."""

_MONTH_BEFORE = late(r"\b[Ll]ast (?:month|week|year|autumn|spring|summer|winter)\b[^.;,]{0,40}$")
_INCLUDING = late(r",?\s(?:including|among (?:them|whom)|of whom|with|counting)\s(?:the\s)?")
_RANK = late(r"\b(?:Constable|Sergeant|Corporal|Inspector|Superintendent|Officer|Private|No\.|number)\s$")
_SOME_EVENTS = late(
    r"\b(?:two|three|four|five|several|both|successive)\s(?:[\w\-]+\s){0,3}(?:sessions|trainings|workshops|courses|"
    r"seminars|events|meetings)\b",
    re.IGNORECASE,
)
_THIS_ONE = late(
    r"\b(?:today|yesterday|(?:[Tt]his|[Tt]he (?:last|final|closing))\s(?:session|workshop|training|course|seminar|"
    r"event|meeting|one))\b"
)
"""What says that a sentence is on the last event of a series alone."""

_SERIES = late(
    r"\b(?:held|conducted|organi[sz]ed|completed|concluded|delivered|organi[sz]ing|holding)\s"
    r"(?:a|its|the)\s(?:[\w\-]+\s)?series of\b"
)
_EXPERTS = late(
    r"\b(?:experts?|trainers?|speakers?|facilitators?|lecturers?|instructors?|panellists|mentors|"
    r"эксперт\w*|тренер\w*|formateurs|expertos|formadores|peritos)\b",
    re.IGNORECASE,
)
_LED = late(
    r"\b(?:led|delivered|facilitated|conducted|taught|supported|moderated|run) by\b(?:(?! for )[^.;]){0,30}$",
    re.IGNORECASE,
)
_THOSE_WHO_CAME = late(
    r"\b(?:participants|attendees|trainees|delegates|participantes|asistentes|stagiaires|участник\w*|"
    r"слушател\w*)\b",
    re.IGNORECASE,
)
_TO_COME = late(
    r"\b(?:expected|(?:is|are) to be trained|will be trained (?:by|until|before)|"
    r"(?:will|would) (?:be(?! attended| joined)|(?:attend|participate in) (?:the|these|all|further)\s"
    r"(?:\w+\s)?(?:seminars|workshops|trainings|courses|sessions))|(?:aim|goal|plan) is to|aims? to|plans? to|seats|"
    r"places|invited|planned|hoped|(?:prévoi\w+|vise\w*|entend\w*)\s(?:de\s|à\s)?(?:la\s)?form\w+|"
    r"(?:prevén?|pretenden?|buscan?|esperan?|planean?|prevêe?m?|visam?|planejam?)\s(?:capacitar|formar|treinar|llegar|abranger)|"
    r"(?:планиру\w+|предполага\w+|намерен\w*|предстоит)\s(?:\w+\s)?обучить)\b"
)
_EXPECTED = late(
    r"\bare expected\b|\bis expected to (?:gather|bring|attract)|\bexpected to (?:attend|take part)"
)
_MORE = late(r"\b(?!and\b|or\b|with\b|among\b|many\b|the\b|all\b)\w+ (?:more|others|further)\b")
_SAID_THAT = late(
    r"\b(?:rappelé|souligné|déclaré|indiqué|précisé|affirmé|estimé|señaló|recordó|indicó|destacó|afirmó|subrayó|explicó|"
    r"lembrou|recordou|afirmou|referiu|disse|sublinhou|destacou|explicou|напомнил[аио]?|отметил[аио]?|сообщил[аио]?|"
    r"заявил[аио]?|подчеркнул[аио]?)\s(?:que\s|qu[’']|что\s)[^.;]{0,60}$"
)
"""What stands before a count that somebody tells of, rather of the crime than of those who came."""

_NOT = late(
    r"\b(?:victims|arrest\w*|convict\w*|identified|rescued|sentenced|trafficked|smuggled|killed|"
    r"[Ii]nscreveram-se|[Ss]e inscribieron|se sont inscrits|candidataram-se|se postularon|зарегистрировал\w+|"
    r"employs?|staffed|population|citizens (?:were|are|have)|households|signed up to receive)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Heads:
    """Total, women and men, None where not told; whether the total is approximate; the evidence."""

    total: int | None = None
    women: int | None = None
    men: int | None = None
    approximate: bool = False
    evidence: tuple[Evidence, ...] = ()


_IN_ITS_DAYS = 1.0
"""What a count gains in a sentence that tells days, up to that which names the event."""

NEVER = -9.0
"""The score of a count that cannot be that of those who came."""

_A_MONTH, _AT_ITS_HEAD = 31, 15
"""Days apart from which on a time is another; letters in which a sentence begins with one."""

_YEAR_TOLD, _DAY_TOLD = 4, 10
"""Letters of a year and of a full date."""

NONE = Heads()
"""No headcount."""


def heads(story: Story) -> Heads:
    """Return the headcount of an event; nothing where two counts contradict each other."""
    counts = of_both_sides(story, [unsummed(story, one) for one in story.facts.headcounts])
    scored = [(score, found) for found in counts if (score := _score(story, found)) >= LEAST]
    scored.sort(key=lambda one: (-one[0], one[1].start))
    if not scored:
        return NONE
    best_score, best = scored[0]
    rivals = {one.headcount.low for score, one in scored if score > best_score - 1.0}
    if len(rivals) > 1 and not _contains(best, [one for _, one in scored]):
        return NONE
    return _told(story, summed(story, best))


def _contains(best: FoundHeadcount, others: list[FoundHeadcount]) -> bool:
    """Return whether the best count is the whole that the others are parts of, or is told first by far."""
    low = best.headcount.low or 0
    return all((one.headcount.low or 0) <= low for one in others)


def _told(story: Story, found: FoundHeadcount) -> Heads:
    count = found.headcount
    page = story.page
    total = count.low
    if total is None:
        return NONE
    sure: Sure = "sure" if count.low == count.high else "derived"
    span = (found.start, found.end)
    told = [evidence(page, "participants.total", total, span=span, rule="people counted", sure=sure)]
    women, men = count.women, count.men
    if women is None or men is None:
        women, men = _counted_apart(story, total) or (women or _women_within(story, found), men)
    if women is None or men is None or women + men != total:
        women, men = (women, men) if _fits(women, men, total) else (None, None)
    if (women is None) != (men is None) and _one_sided(story, found):
        women = men = None
    for name, value in (("women", women), ("men", men)):
        part = next(
            (one for one in story.facts.headcounts if one.start >= found.start and one.kind == name), found
        )
        if value is not None:
            where = (part.start, part.end)
            told.append(
                evidence(
                    page, f"participants.{name}", value, span=where, rule="part of the count", sure="sure"
                )
            )
    return Heads(total, women, men, count.approximate, tuple(told))


def _counted_apart(story: Story, total: int) -> tuple[int, int] | None:
    """Return the women and men a text counts elsewhere, where both make the total and no other pair does."""
    told = [one for one in story.facts.headcounts if story.weight(one.start) > 0]
    pairs = {
        (one.headcount.women, one.headcount.men)
        for one in told
        if one.headcount.women and one.headcount.men and one.headcount.low == total
    }
    return next(iter(pairs)) if len(pairs) == 1 else None


def _women_within(story: Story, found: FoundHeadcount) -> int | None:
    """Return the women told right behind a count as part of it: "25 officers, including 10 female officers"."""
    parts = (one for one in story.facts.headcounts if one.kind == "women" and one.start > found.end)
    first = next(parts, None)
    inside = first is not None and _INCLUDING.fullmatch(story.page.text, found.end, first.start)
    return first.headcount.low if first is not None and inside else None


def _one_sided(story: Story, found: FoundHeadcount) -> bool:
    """Return whether both women and men are counted behind a total, so that one of them alone is of other people."""
    at = story.page.at(found.start)
    kinds = {
        one.kind
        for one in story.facts.headcounts
        if one.start >= found.start and story.page.at(one.start) in {at, (at or 0) + 1}
    }
    return {"women", "men"} <= kinds


def _fits(women: int | None, men: int | None, total: int) -> bool:
    """Return whether the women and men told may be part of the total; both together must make it."""
    if women is not None and men is not None:
        return women + men == total
    return (women or men or 0) <= total


_LABEL = late(r"\W*(?:number of )?(?:participants|attendees|attendance)\s?[:–-]\s?[\d,]+", re.IGNORECASE)
_LABELLED = 6.0
"""What a count on a line of its own scores more: "Participants: 25"."""


def _score(story: Story, found: FoundHeadcount) -> float:
    """Return how likely a count is that of those who came."""
    page, low = story.page, found.headcount.low or 0
    at = page.at(found.start)
    if at is None or found.kind != "total" or low < 2 or _of_others(story, at) or of_plans(story, at):
        return NEVER
    sentence = page.sentences[at]
    ranked = _RANK.search(page.text, max(0, found.start - 16), found.start)
    if ranked or sentence.zone in {"menu", "tail"} or page.quoted(found.start):
        return NEVER
    if any(one.start <= found.start < one.end for one in story.facts.periods):
        return NEVER
    before = page.text[sentence.start : found.start]
    after = page.text[found.end : min(found.end + 60, sentence.end)]
    others = _counts_others(found, before, after) or _only_helped(story, found, sentence.end)
    if others or (at != story.lead and _is_apart(story, at)):
        return NEVER
    if over_years(page, at) or (
        found.noun != CAME and _EXPECTED.search(page.text, sentence.start, sentence.end)
    ):
        return NEVER
    label = _LABELLED if _LABEL.fullmatch(before + found.as_written) else 0.0
    score = label + min(story.weights[at], 5.0) - 0.1 * at - _against(story, found, before, after)
    score += 3.0 if _COMING.search(page.text, sentence.start, sentence.end) else 0.0
    score += 1.5 if _THOSE_WHO_CAME.search(found.as_written) else 0.0
    score += _IN_ITS_DAYS if at <= story.lead and _firsts(story, sentence.start, sentence.end) else 0.0
    return score + (1.5 if len(before) < 25 and low >= 5 else 0.0)


def _counts_others(found: FoundHeadcount, before: str, after: str) -> bool:
    """Return whether the words round a count tell that others are meant: "another 30", "attended earlier courses"."""
    if found.as_written.endswith("members") and _OF_A_UNION.match(after):
        return True
    if _MORE_OF_THEM.search(found.as_written) or _OTHERS_THAN.search(before):
        return True
    if _FOR_ANOTHER.search(before) or _OF_ANOTHER.search(after) or _MONTH_BEFORE.search(before):
        return True
    return _COUNTED_ELSEWHERE.search(before) is not None or _DID_ELSEWHERE.search(after) is not None


def _only_helped(story: Story, found: FoundHeadcount, end: int) -> bool:
    """Return whether people are told to have been there in a part of their own: "as role players"."""
    return _AS_OTHERS.match(story.page.text, found.end, end) is not None


def _is_apart(story: Story, at: int) -> bool:
    """Return whether a sentence begins with another time than that of the event: a month before or after its days."""
    lead, here = story.page.sentences[story.lead], story.page.sentences[at]
    own = _firsts(story, lead.start, lead.end)
    told = [
        first
        for first in _firsts(story, here.start, here.start + _AT_ITS_HEAD)
        if len(first) > _YEAR_TOLD or not any(one.startswith(first) for one in own)
    ]
    if not own or not told:
        return False
    days, apart = [_day(first) for first in own], [_day(first) for first in told]
    return max(apart) < min(days) - _A_MONTH or min(apart) > max(days) + _A_MONTH


def _firsts(story: Story, begin: int, end: int) -> list[str]:
    """Return the first days, months or years of the periods a piece of a text names, but none without a year."""
    firsts = (one.first for one in story.facts.periods if begin <= one.start < end)
    return [first for first in firsts if first[:_YEAR_TOLD].isdigit()]


def _day(first: str) -> int:
    """Return the day of the calendar a date stands for, the first of a month or a year."""
    return date.fromisoformat(f"{first}-01-01"[:_DAY_TOLD]).toordinal()


def _of_others(story: Story, at: int) -> bool:
    """Return whether a sentence counts those of several events, of which this is one."""
    last = at != story.lead and LAST_OF.search(story.page.words(story.lead)) is not None
    own = _THIS_ONE.search(story.page.words(at)) or _towns(story, at) & _towns(story, story.lead)
    return (last and not own) or _of_all_parts(story, at)


def _towns(story: Story, at: int) -> set[str]:
    """Return the towns a sentence names."""
    told = (one for one in story.facts.places if one.kind == "city")
    return {one.as_written for one in told if story.page.at(one.start) == at}


def _of_all_parts(story: Story, at: int) -> bool:
    """Return whether a count ends a sentence that lists events, and may be that of all of them."""
    page = story.page
    if at not in page.parts or at - 1 not in page.parts or at + 1 in page.parts:
        return False
    counted = {page.at(one.start) for one in story.facts.headcounts if one.kind == "total"}
    return at - 1 not in counted and _SOME_EVENTS.search(page.words(at - 1)) is not None


def _beside_others(story: Story, found: FoundHeadcount) -> bool:
    """Return whether a sentence counts others before some experts: "17 judges and more than 40 experts"."""
    at = story.page.at(found.start)
    return any(
        one.kind == "total" and one.end <= found.start and not _EXPERTS.search(one.as_written)
        for one in story.facts.headcounts
        if story.page.at(one.start) == at
    )


def _after_others(story: Story, at: int) -> bool:
    """Return whether the sentence before speaks of events before: "The previous exercises were held in …"."""
    return at > 0 and _EARLIER.search(story.page.words(at - 1)) is not None


def _is_series(story: Story) -> bool:
    """Return whether the event is told as a series held, whose count is the event's: "a series of three trainings"."""
    page = story.page
    told = [page.sentences[number] for number in {story.lead, *story.told(3.0)}]
    return any(one.zone == "body" and _SERIES.search(page.text, one.start, one.end) for one in told)


def _against(story: Story, found: FoundHeadcount, before: str, after: str) -> float:
    """Return what speaks against a count: trainers, victims, a whole series, people who are to come, few of them."""
    low, at = found.headcount.low or 0, story.page.at(found.start)
    against = 2.0 if low < 4 else 0.0
    if _LED.search(before) or (_EXPERTS.search(found.as_written) and low < 10):
        against += 6.0
    if _EXPERTS.search(found.as_written) and _beside_others(story, found):
        against += 6.0
    if _after_others(story, at or 0):
        against += 9.0
    if _NOT.search(before[-30:]) or _NOT.match(after.lstrip()):
        against += 4.0
    against += 4.0 if _SAID_THAT.search(before) else 0.0
    whole = _WHOLE.search(before[-80:]) or _WHOLE.search(after)
    if whole and not _is_series(story):
        against += 3.5
    more = _MORE.search(after)
    others = more is not None and not story.page.text.startswith(" than", found.end + more.end())
    if found.noun != CAME and (_TO_COME.search(after + before[-60:]) or others):
        against += 9.0
    return against
