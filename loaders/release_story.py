"""Which sentences of an announcement tell of an event, and which of something else.

The weight of a sentence says how surely it speaks of the event: 5 names it and says that it was held, 3 takes it
up again ("the workshop", "participants"), 0 says nothing, less speaks of other events, projects or the crime.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from loaders.late import late
from loaders.release_called_off import called_off, is_project_sheet, is_vacancy, over_years, undone
from loaders.release_facts import Facts
from loaders.release_page import Page
from loaders.release_words import Cue

NAMES, TAKES_UP, HEADLINE = 5.0, 3.0, 3.5
SURELY = 6.0
"""The weight of a sentence that surely reports an event, also on a page that does not name the crime."""

_CRIMES = frozenset(
    {"trafficking in persons", "smuggling of migrants", "labour exploitation", "sexual exploitation"}
)
_BEFORE = late(
    r"\b(?:(?:lessons learn(?:t|ed) from|buil(?:ding|ds?|t) on|"
    r"follow(?:s|ing|ed)? (?:on from )?(?:the|a|an|similar|two|three)|"
    r"(?:after|following) (?:one|another|the one|those) (?:in|held|of)(?! [^.;]*\b(?:took|takes) place (?:in|at) $)|"
    r"after (?:the|a|an) (?:first|second|previous|earlier|similar)|"
    r"(?:a|an|the|its|their|two|three) (?:direct )?(?:result|outcome|continuation|conclusion)s? of (?:the|a|an)|"
    r"(?:conducted|held|organi[sz]ed|delivered|hosted|attended|ran) (?:an? )?similar|"
    r"feedback (?:from|on) (?:the|a|an)|"
    r"(?:comes?|came|coming) (?:shortly |just )?(?:after|following|ahead of|before|on the heels of) (?:the|an?)\b"
    r"[^.;]{0,120}|"
    r"fai(?:t|sait|saient|sant|sont) suite (?:à|au|aux)|"
    r"similar (?:[\w\-]+ ){0,2}?(?:workshop|training|seminar|course|meeting|conference|exercise|event|visit|"
    r"program(?:me)?|initiative|session)s?|"
    r"(?:a|an|the|two|three) (?:previous|earlier|preceding|prior)|held last (?:year|month))\b[^.;]{3,130}|"
    r"(?:groundwork for|in preparation (?:for|of)|preparing for|ahead of|run-up to|preparatory to)\b[^.;]{3,130}|"
    r"(?:(?:has|have) also been|in other (?:[\w\-]+ ){0,3}(?:states|countries|cities|regions|towns))\b[^.;]{0,140}|"
    r"(?:recent|recente|reciente|récente?)\s(?:visit|trip|mission|deslocação|visita|viaje|viagem|déplacement|visite)"
    r"\b[^.;]{0,130}|"
    r"after (?:the|an?) (?:initial|pilot|preparatory|introductory)\b[^.;,]{0,100}|"
    r"since (?:the|its|their|that)\b(?! (?:beginning|start|morning))[^.;]{3,130}|"
    r"(?:endorsed|adopted|approved|enacted|ratified|promulgated|passed|signed into law|established|"
    r"signed (?:a|an|the|their)|"
    r"(?:agreement|memorandum|mou|protocol|accord|convenio|acuerdo|acordo) (?:was |were |that was )?(?:signed|firmado|"
    r"signé|assinado)|"
    r"as agreed|entered into force)\b[^.;,]{0,70})$",
    needs=(
        "lesson|buil|follow|similar|suite|comes|came|coming|come |"
        "after|feedback|result|outcome|continuation|conclusion|previous|earlier|preceding|"
        "prior|groundwork|preparing|preparatory|endorsed|adopted|approved|enacted|ratified|promulgated|"
        "passed|signed|established|since|held last|in preparation|ahead of|run-up|also been|in other|"
        "as agreed|entered into|firmado|signé|assinado|recent|récent|recient"
    ),
)
_AND_NOW = late(
    r",\s(?!which|that|who|where|when|held|and)(?:[\w’'\-]+\s){1,9}?(?:met|gathered|took place|takes place|(?:was|"
    r"were|is being) held|"
    r"(?:held|organi[sz]ed|conducted|opened|convened|attended|ran|launched) (?:an?|the|its|their)|came together|"
    r"brought together)\b"
)
"""What ends the words for an event before: "following a workshop in Rome, judges met"."""

_ZONES = {"title": 0.0, "heading": -1.0, "body": 0.0, "caption": -3.0, "menu": -9.0, "tail": -6.0}
_OTHERS = {"time": -5.0, "project": -5.0, "future": -6.0, "crime": -1.0}
_QUOTED, _HAD_BEEN = -4.0, -11.0
_NEW = late(
    r"(?:\b(?:an?|the (?:first|second|third|fourth|fifth|final|next|latest)|another|one|its|their|this)\b|\b(?:un|"
    r"une|uno|una|um|uma|el|la|le|o)\b)[^.;]{0,60}$",
    re.IGNORECASE,
)
_MANY_RU = late(r"(?:[ыи]|ов|ев|ах|ях|ам|ям|ами|ями|обучени[еяю])$", re.IGNORECASE)
"""How Russian words for several events end, and for teaching at large."""

_TRAINS = late(
    r"(?:were |have been )?trained|trains|will train|(?:is|are)\strain(?:ing)?|will spend|received training|"
    r"gave training|provided training|a (?:ainsi |également )?formé|"
    r"ont été formés|capacit(?:ó|aron|ou)|"
    r"fueron capacitados|receberam formação|formou|обучены|прошли обучение"
)
_IN_ALL = late(
    r"^\W*(?:In all|In total|Altogether|Overall)\b|\b(?:a|per|each|every) year\b|\bannually\b", re.MULTILINE
)
"""What says of people trained that they are the sum of much, or of every year."""

_PERFECT = late(r"\b(?:has|have)\s(?:now\s|already\s|so far\s)?$")
_THE = late(r"\b(?:[Tt]he\s(?:[\w\-]+\s){0,3}|at the annual\s(?:[\w\-]+\s){0,9})$")
_NO_EVENT = late(
    r"\b(?:press|news|video|tele|phone|telephone|inter|salle de|sala de|prensa|imprensa|пресс-?)\s?-?$|(?:met the|"
    r"meeting the needs|on the|criminal|court) $|"
    r"\b(?:vocational|sewing|tailoring|cooking|baking|hairdressing|literacy|livelihoods?|language|driving)\s$|"
    r"\b(?:(?:centr[eo]s?|instituts?|institutos?|manue?l|manuels|manuales|manuais|guides?|guía|guia|modules?|módulos?|"
    r"besoins|necesidades|necessidades|écoles?) (?:de|en) (?:la )?|центр\w* |пособи\w+ (?:для|по) )$",
    re.IGNORECASE,
)
_NO_EVENT_AFTER = late(
    r"\s?-?(?:materials?|manuals?|modules?|curricul\w+|rooms?|centres?|centers?|needs|kits?|tools?|"
    r"packages?|academ\w+|handbooks?"
    r"|of the parties|on security and|report|institut\w+|the needs|provider|colleges?|guides?|plan\b|"
    r"hall|minutes|secretariat|the requirements|task ?force|committees?|commissions?|councils?|level|decree|"
    r"initiatives?\b|declarations?\b|resolutions?\b|de (?:couture|cuisine|coiffure|langues?|costura|cocina|culinária|"
    r"panadería|peluquería|belleza|beleza|idiomas?|línguas?)\b|шить|кройк|кулинар|язык|парикмахер)",
    re.IGNORECASE,
)
_COURSE = late(r"course(?= of\b)|(?<=(?:of|ue|on|lf|ts)\s)course\b(?! on| for)", re.IGNORECASE)
_OF_COURSE = late(
    r"(?:\b(?:[Oo]f|due|collision|golf|(?:run|ran|runs) its)\s|(?:in|over|during|throughout|within) the\s)$",
    re.IGNORECASE,
)
"""What stands before a course that is no lesson: "of course", "ran its course", "over the course of a year"."""

_SOFT = frozenset({"future", "subsequent", "follow-up", "upcoming", "further", "remaining", "to date"})
"""Words that speak of another time only where they stand before an event."""

_RUNS = frozenset({"runs from", "runs until"})
"""What is said of projects, and of events that are named before it."""

_HAD = late(
    r"\b[Hh]ad\s(?:also\s|already\s|earlier\s|recently\s)?(?:been\s)?(?:conducted|organi[sz]ed|held|hosted|trained|"
    r"delivered|met in|"
    r"(?:attended|taken part in|participated in|undergone|visited)\s(?:an?|two|three|several|similar|previous))\b|"
    r"\b(?:s[’']étai(?:t|ent)\s(?:déjà\s)?(?:tenu|déroulé)|avai(?:t|ent)\s(?:déjà\s)?été\s(?:organisé|tenu|"
    r"formé)|"
    r"(?:se\s)?había[n]?\s(?:ya\s)?(?:sido\s)?(?:celebrado|realizado|llevado a cabo|impartido|"
    r"capacitad[oa]s|formad[oa]s)|"
    r"tinham?(?:-se)?\s(?:já\s)?(?:sido\s)?(?:realizad[oa]|organizad[oa]|promovid[oa]|formad[oa]s))",
    needs="had|Had|étai|avai|había|tinha",
)
_IS_HELD = late(r"\s(?:being )?(?:held|taking place|under way|running from)\b")
_IN_SERIES = late(
    r"\bis\sthe\s(?:first|second|third|fourth|fifth|sixth|last|final|latest|concluding)\s(?:\w+\s)?(?:in|of)\s",
    needs="the",
)
"""What says of an event which of a series it is; what stands behind is planned, not the event."""

_FOLLOWS_ON = late(
    r"\b(?:building on|in continuation of|following(?: up)?(?: on)?|(?:as )?an? (?:\w+ )?"
    r"(?:follow-up|continuation|result) (?:of|to)|based on|further to|continuing|complementing|in line with)\b"
    r"[^,;.]{3,160}",
    needs=(
        "continuation|following|follow-up|result|continuing|complementing|building on|based on|"
        "further to|in line with"
    ),
)
_OPENING_OF = late(
    r"\b(?:(?:opening|opened|closing|inauguration|conclusion)(?: ceremony| session)?(?: of)? (?:the|an?|this)|"
    r"l[’']ouverture d[eu’'](?: la| l[’']| cette?)?|la clôture d[eu’'](?: la| l[’']| cette?)?|"
    r"(?:apertura|clausura|inauguración) de(?:l| la| un| una| este| esta)|"
    r"(?:abertura|encerramento) d(?:a|o|e um|e uma|este|esta)|(?:открыти|закрыти)\w+)\s"
    r"(?:(?!after|following|before|since|against)[\w\-]+\s){0,8}$",
    re.IGNORECASE,
)
_LEAST_OF_LENGTH, _BEFORE_EVENT = -1.0, 80

_SINCE_A_DAY = late(
    r"depuis\s(?:le\s|ce\s)?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|matin|\d)",
    re.IGNORECASE,
)
"""What says that an event is under way: "depuis mardi"."""

_NEXT_DAY = late(
    r"(?:próxim[oa]s?\s(?:dias?|días?|segunda|terça|quarta|quinta|sexta|sábado|domingo|lunes|martes|miércoles|jueves|"
    r"viernes|semana)|prochaine?s?\s(?:jours|semaine))",
    re.IGNORECASE,
)
"""What says that an event is soon, not that another is: "na próxima segunda-feira"."""

_THE_NEXT = late(
    r"(?:The|An?)\s(?:next|following|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"\d{1,2}(?:nd|rd|th))\s(?:[\w\-]+\s){1,4}(?:begins?|starts?|opens?|takes? place|follows?|is to|are to|is due|"
    r"is expected|will|is being held)\b"
)
"""What begins a sentence on a later event, below one on the event itself: "The tenth course begins in"."""

_THE_EARLIER = late(
    r"(?:The|Its) (?:first|others?|previous|earlier|last)(?: two| three| four| ones?)? (?:took place|was held|"
    r"were held|had been held|met|was organi[sz]ed|were organi[sz]ed|was streamed)\b(?!.*\b\d{1,2}\b)",
    re.DOTALL,
)
"""What begins a sentence on earlier events, of which no day is told: "The first two took place in"."""

_COMING = late(
    r"\W*(?:(?:what[’']s |coming |up )?next(?: (?:events?|dates?|meetings?|steps?))?|"
    r"(?:upcoming|forthcoming|future|further)"
    r"(?: \w+)?|coming up|save the date|outlook|à venir|prochains? \w+|à suivre|próxim[oa]s? \w+|próximamente|em breve|"
    r"ближайшие \w+|анонсы?)\W*"
)
"""A heading for what is to come."""

_SHORT = 40
"""Letters of such a heading."""

_OF_THESE_DAYS = late(r"\s(?:week|weekend|few days|(?:two|three|four|five) days)\b")
"""What stands behind "over the past" where an event of these days is told."""

_TOOK_PLACE = late(r"(?i:took place|was held|were held|was convened|was organi[sz]ed)\b")
_ITS_DAYS = late(r"[^.;\d]{0,40}\b\d{1,2}\b[^.;\d]{0,6}(?:\d{1,2}\b)?[^.;\d]{2,25}\b(?:19|20)\d\d\b")
_FULL_DAY = late(r"\b\d{1,2}\b[^.;\n]{1,30}\b(?:19|20)\d\d\b")
_CLEAR = 40
"""Letters behind the days of an event from which on another time is no longer its own."""

_STATEMENT = late(
    r"\b(?:remarks|statement|speech|address|declaration|message) (?:by|of|to|at|on)\b",
    re.IGNORECASE,
    needs="remarks|statement|speech|address|declaration|message",
)


_AFTER_SOME = late(
    r"\b(?:information|findings|data|results|inputs?|evidence)\sfrom\s(?:an?\s(?:range|series|number)\sof\s)?"
    r"(?:[\w\-]+\s){0,6}$|"
    r"\b(?:following|after|through|thanks to|based on|result of|outcome of)\s(?:an?|several|many|numerous|two|three)\s"
    r"(?:extensive\s)?(?:series|rounds?|number) of\s(?:[\w\-]+\s){0,3}$|"
    r"\bcomplements?\s(?:an?|the|other|earlier|previous)\s[^.;]{0,170}$|"
    r"\b[Ss]ince\s(?:the|an?|its|their)\s(?!beginning|start|opening|launch)(?:[\w\-]+\s){0,4}$|"
    r"\b(?:prepared|drawn up|written|drafted|developed|compiled|produced|revised|updated)\s(?:by [^.;]{3,40}\s)?"
    r"(?:after|following|through|during|in|at|on the basis of|based on)\s(?:[\w\-]+\s){0,4}$",
    needs="series|round|number|from|complement|ince|prepared|drawn|written|drafted|developed|compiled|produced|revised|updated",
)
"""What stands before events by which something else came about: "drawn up after a series of meetings"."""

_CAME_OF = late(
    r"\b(?:(?:was|were|is|are) (?:an?|the) (?:\w+ )?(?:outcome|result|product)s? of|"
    r"(?:was|were|been) (?:established|created|set up|founded|formed) (?:at|by|during|following|after)) "
    r"(?:the|an?)\b[^.;]{0,110}$"
)
"""What stands before an event that something standing came of: "the group was set up at the Third Conference"."""

_SPOKE_ON = late(r"\b(?:today|yesterday|this week|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
_SPOKE_AT = late(
    r"\b(?:said|underscored|underlined|stressed|told|called|highlighted|urged|spoke|stated|emphasi[sz]ed|warned)\b"
    r"[^;“”\"]{0,160}\bat\san?\s(?:[\w\-]+\s){0,4}$"
)
"""What stands before an event at which somebody spoke, told for the first time."""

_SAID_THIS = late(
    r"(?:\b(?:said|stated|disclosed|revealed|announced|noted|made|declared|explained|added|gave|called for)\s"
    r"(?:this|so|these|that|the (?:call|remarks?|statement|appeal|disclosure|assertion|observation|pledge|"
    r"assurance)s?)\b[^.;“”\"]{0,80}\b(?:at|during)|"
    r"^[\W]*(?:[Ss]peaking|[Tt]alking)\b[^.;“”\"]{0,40}\b(?:at|during))\s(?:the|an?|its|their)\s"
    r"(?:[\w\-–]+\s){0,5}$",
    needs="said|stated|disclosed|revealed|announced|noted|made|declared|explained|added|gave|called for|peaking|alking",
)
"""What stands before the event at which the news was told: "She said this at the fifth yearly"."""

_IN_PASSING = late(
    r"\b(?:after|following|since|from|before|until|ahead of|prior to|thanks to|based on|inspired by|"
    r"(?:discussed|adopted|agreed|agreed on|agreed upon|approved|endorsed|founded|created|established|set up|signed|"
    r"born|proposed|announced|decided|presented|released|published) at|invitation to|plans? for|call(?:s|ed)? for|"
    r"(?:need|wish|ask(?:s|ed)?|requests?|requested|demands?|demanded|proposals?|hopes?|hoped) for|(?:idea|proposal|"
    r"possibility|prospect) of|wants?|wanted|suggest(?:s|ed)?|"
    r"proposed|proposes|without)\s(?:an?|one|another|the)\s(?:[\w’'\-]+\s){0,5}$",
    re.IGNORECASE,
)
"""What stands before an event that is named for the sake of something else: "drawn up after a workshop"."""

_AFTER_IT = late(r"\b(?:since|after|before|until|following)\s$", re.IGNORECASE)
"""What stands before an event after which something else came."""

_IN_A_TOWN = late(r"[^.;“”\"]{0,140}\b(?:in|at)\s(?:the\s)?[^\W\d_a-zß-öø-ÿ]")

_IN_THAT_YEAR = late(r"\b(?:in|during|throughout|by|until|en|em|в)\s$", re.IGNORECASE)
"""What stands before a year in which something was: "in 2016"."""

_ON_A_DAY = late(
    r"\b(?:(?:on|from|between|in)\s[^.;]{0,14}\d|today|yesterday|(?:this|last) (?:week|month))", re.IGNORECASE
)
"""What says of people who have been trained when that was, not only that it has been done."""

_OWNED = late(r"[A-Z][\w.\-]*\)?[’']s?\s(?:[\w\-]+\s){0,4}$")
"""What stands before an event of a body: "UNODC's two-day"."""

_DONE = frozenset({"held", "ends"})
"""What is said of people who were at an event: "gathered", "received their diplomas"."""

_NAMED_BEFORE = 2.0
"""The least weight of a sentence that names training at large, which the next tells as "the ten-day training"."""

_PUT_OFF = late(
    r"\b(?:was|were|has been|had been|had to be) (?:postponed|cancelled|called off|put off)\b",
    needs="postponed|"
    r"cancelled|off",
)
"""What tells that an event beside the one that was held did not take place."""

_PLANNED = 3.0
"""What a sentence about a plan loses behind one about an event that was held."""

_PLACED = 2.5
"""The least weight of a sentence that tells of people who did something on a day or in a town."""

_MET = late(
    r"\b(?:gathered|convened|brought together|brings together|bringing together|"
    r"met (?:in|on(?! \w+ occasions)|at|with|from|to|by|via|online|virtually)|"
    r"met yesterday|met today|convocó|reunió(?! con\b)|se reunieron(?! con\b)|a réuni|ont réuni|"
    r"se sont réunis|(?:s[’']est|se sont) retrouvée?s?|se dieron cita|reuniu|reuniram-se|собрал\w*|встретил\w+)\b"
)


_LINES, _LABEL = frozenset({"title", "heading", "body"}), 16
_WHEN = late(r"\W*(?:when|dates?(?: and time)?|quand|cuándo|fecha|quando|когда|дата)\s?:")
_WHERE = late(r"\W*(?:where|venue|place|location|lieu|où|lugar|dónde|sede|onde|local|место)\s?:")
"""How the lines of an announcement begin that tell the day and the place of its event."""

_VICTIMS = late(
    r"\W*(?:(?!on\s|for\s|with\s|of\s)[\w\-]+\s){0,3}(?:victims|survivors|migrants|refugees|girls|women|children|"
    r"suspects|smugglers|traffickers)\s(?:of\s(?:[\w\-]+\s){1,3}?)?(?:\w+\s){0,2}"
)
"""Those who are not brought together for a meeting."""


_SUBJECT = late(r",\s(?!which|that|where|who)[^\W\d_][^,;]{0,60}\s$")
"""What stands between the opening of a sentence and its verb: ", the Ministry "."""


@dataclass(frozen=True)
class Story:
    """An event of a page: its facts, the weight of each sentence, and the sentence that names it."""

    facts: Facts
    weights: Sequence[float]
    lead: int

    @cached_property
    def page(self) -> Page:
        """The page it stands on."""
        return self.facts.page

    @cached_property
    def speaks(self) -> dict[int, bool]:
        """Of the sentences asked for, whether they may tell who took part."""
        return {}

    def weight(self, place: int) -> float:
        """Return the weight of the sentence at a place of the text."""
        at = self.page.at(place)
        return -9.0 if at is None else self.weights[at]

    def told(self, least: float = 1.0) -> list[int]:
        """Return the sentences that speak of the event, by their number."""
        return [number for number, weight in enumerate(self.weights) if weight >= least]


def event_cues(page: Page, number: int) -> list[Cue]:
    """Return the words for an event in a sentence; none in "press conference", "training materials"."""
    known: list[Cue] | None = page.memo.get(("event", number))
    if known is None:
        known = [cue for cue in page.of(number, "event") if _is_event(page.text, cue)]
        page.memo["event", number] = known
    return known


def _is_event(text: str, cue: Cue) -> bool:
    before, after = text[max(0, cue.start - 16) : cue.start], text[cue.end : cue.end + 24]
    if text[cue.end : cue.end + 1] in {"'", "’"} and text[cue.end + 1 : cue.end + 2] == "s":
        return True
    if _COURSE.match(text, cue.start) and _OF_COURSE.search(before) and not after.startswith("s"):
        return False
    return _NO_EVENT.search(before) is None and _NO_EVENT_AFTER.match(after) is None


def weigh(facts: Facts) -> list[float]:
    """Return the weight of each sentence, by itself and by what stands before it."""
    page = facts.page
    concrete = _concrete(facts)
    old, coming = _of_old_years(facts), _below_coming(page)
    weights = [
        _alone(page, number, concrete[number]) + (_HAD_BEEN if number in old | coming else 0.0)
        for number in range(len(page.sentences))
    ]
    for number in range(1, len(weights)):
        before, here = page.sentences[number - 1], page.sentences[number]
        follows = weights[number] == 0 and weights[number - 1] >= TAKES_UP
        if follows and any(
            cue.meaning.startswith(("organiser a", "funder a")) for cue in page.of(number, "role")
        ):
            weights[number] = 2.0
        elif follows and before.paragraph == here.paragraph:
            weights[number] = 1.0
    return weights


_MADE_IN = late(
    r"\b(?:adopted|enacted|passed|approved|amended|ratified|introduced|published|released|issued)\sin\s$",
)
"""What stands before the year of a law or a report, not of an event: "the law adopted in March 2020"."""


def _below_coming(page: Page) -> set[int]:
    """Return the sentences below a heading for what is to come: "Next", "Upcoming events"."""
    found: set[int] = set()
    for number, sentence in enumerate(page.sentences):
        if sentence.zone == "body":
            if number - 1 in found:
                found.add(number)
        elif sentence.end - sentence.start < _SHORT and _COMING.fullmatch(
            page.small, sentence.start, sentence.end
        ):
            found.add(number)
    return found


def _of_old_years(facts: Facts) -> set[int]:
    """Return the sentences that tell a year or a month alone, where the page tells a day of a later year: "in 2016"."""
    page, dateline = facts.page, facts.dateline
    days = {
        page.at(one.start): one.last[:4]
        for one in facts.periods
        if len(one.last) == 10 and one.last[0] != "X"
    }
    own = [
        one.last[:4]
        for one in facts.periods
        if one.role == "event" and len(one.last) == 10 and one.last[0] != "X"
        if one.start not in facts.dates.stamps and not (dateline and one.start == dateline.start)
    ]
    return {
        at
        for one in facts.periods
        if own and 4 <= len(one.first) <= 7 and one.first[:4] < max(own)
        if (at := page.at(one.start)) is not None and at not in days
        if _IN_THAT_YEAR.search(page.text, max(0, one.start - 14), one.start)
        and not _MADE_IN.search(page.text, max(0, one.start - 30), one.start)
    }


def trains(page: Page, number: int) -> list[Cue]:
    """Return the verbs of a sentence that tell of a training without naming it: "IOM trained 20 officers"."""
    words = {cue: page.text[cue.start : cue.end].casefold() for cue in page.of(number, "happens")}
    return [
        cue
        for cue, said in words.items()
        if _TRAINS.fullmatch(said) and page.of(number, "people", "audience") and not _at_large(page, cue)
    ]


def _at_large(page: Page, cue: Cue) -> bool:
    """Return whether people are said to have been trained at some time: "has trained social workers"."""
    at = page.at(cue.start)
    if at is not None and (over_years(page, at) or _IN_ALL.search(page.words(at))):
        return True
    return _PERFECT.search(page.text, max(0, cue.start - 13), cue.start) is not None and not re.search(
        r"\d|\b(?:today|yesterday|this week|course|workshop)\b",
        page.text[cue.end : cue.end + 160].partition(". ")[0],
    )


def _concrete(facts: Facts) -> list[float]:
    """Return for each sentence how much it says of when, where and how many: 0 to 2."""
    page = facts.page
    told = [0.0] * len(page.sentences)
    starts = [one.start for one in facts.periods if one.role == "event" and len(one.first) > 7]
    starts += [one.start for one in facts.places if one.kind == "city"]
    starts += [one.start for one in facts.headcounts if one.kind == "total" and (one.headcount.low or 0) > 4]
    for start in starts:
        at = page.at(start)
        if at is not None:
            told[at] = min(told[at] + 1.0, 2.0)
    page.memo.update({("concrete", at): much for at, much in enumerate(told) if much})
    return told


def _alone(page: Page, number: int, concrete: float) -> float:
    sentence = page.sentences[number]
    events, verbs = _of_now(page, number), page.of(number, "happens")
    happens = [cue for cue in verbs if cue.meaning != "does"]
    weight = _ZONES[sentence.zone]
    if not events and concrete and sentence.zone == "body":
        events = trains(page, number)
    if sentence.zone in {"title", "heading"}:
        weight += HEADLINE if events or happens else 0
    elif events and happens:
        named = _named(page, number, events, happens)
        weight += max(named, NAMES) if concrete == 2 and named else named
        weight += 0.5 * concrete - (0 if concrete else 1.0)
    elif (concrete == 2 and events and _meant(page, events)) or (
        concrete and (_said_at(page, number) or _is_webinar(page, events))
    ):
        weight += NAMES - 1
    elif page.of(number, "again"):
        weight += TAKES_UP
    elif verbs and page.of(number, "people", "audience"):
        weight += 2.0 + 0.5 * concrete
    elif concrete == 2:
        weight += 1.5
    weight += _elsewhere(page, number)
    if sentence.zone == "body" and _is_said(page, number):
        weight += _QUOTED
    return weight


def _is_said(page: Page, number: int) -> bool:
    """Return whether a sentence is what somebody says, not one with a title in quotation marks within it."""
    sentence = page.sentences[number]
    if not page.quoted((sentence.start + sentence.end) // 2):
        return False
    return page.quoted(sentence.start + 3) or page.quoted(sentence.end - 3)


def _of_now(page: Page, number: int) -> list[Cue]:
    """Return the words for an event in a sentence, but not in what it follows on: "after a series of meetings"."""
    return [
        cue
        for cue in event_cues(page, number)
        if not _AFTER_SOME.search(page.text, max(page.sentences[number].start, cue.start - 220), cue.start)
        and not _CAME_OF.search(page.text, max(page.sentences[number].start, cue.start - 150), cue.start)
    ]


def _named(page: Page, number: int, events: Sequence[Cue], happens: Sequence[Cue]) -> float:
    """Return the weight of a sentence with an event and a verb; little where training at large is meant."""
    if events[0].kind == "happens":
        return NAMES - 1
    if not _one(page, events) and over_years(page, number):
        return 0.0
    if not _one(page, events) and not _taken_up(page, events) and not page.of(number, "again", "days"):
        perfect = all(_PERFECT.search(page.text, max(0, one.start - 13), one.start) for one in happens)
        if perfect and not _ON_A_DAY.search(page.text, *_span(page, number)):
            return 0.0
        return 3.0 if page.of(number, "people") else 2.0
    return NAMES + (1.0 if _beside(events, happens) else 0)


def _span(page: Page, number: int) -> tuple[int, int]:
    """Return where a sentence begins and ends."""
    return page.sentences[number].start, page.sentences[number].end


def _taken_up(page: Page, events: Sequence[Cue]) -> bool:
    """Return whether an event is spoken of as known: "the regional study visit"."""
    return any(_THE.search(page.text[max(0, cue.start - 40) : cue.start]) for cue in events)


def _one(page: Page, events: Sequence[Cue]) -> bool:
    """Return whether a certain event is meant: "a workshop", "the two-day training", not training at large.

    Russian has no articles: there an event told in the singular is one.
    """
    if page.language == "ru" and any(_is_one_ru(page, cue) for cue in events):
        return True
    return any(_NEW.search(page.text[max(0, cue.start - 70) : cue.start]) for cue in events)


def _is_one_ru(page: Page, cue: Cue) -> bool:
    """Return whether a Russian word tells of one event: "семинар", also "курсы", not "семинары"."""
    return page.small.startswith("курс", cue.start) or not _MANY_RU.search(page.text, cue.start, cue.end)


def _beside(events: Sequence[Cue], happens: Sequence[Cue]) -> bool:
    return any(abs(one.start - two.end) < 120 for one in events for two in happens)


def _elsewhere(page: Page, number: int) -> float:
    """Return what a sentence loses because it speaks of other times, projects or the crime."""
    meanings = others_of(page, number)
    before = _HAD_BEEN if had_been(page, number) or called_off(page, number) else 0.0
    return before + sum(_OTHERS[meaning] for meaning in meanings)


def others_of(page: Page, number: int) -> set[str]:
    """Return of what else than the event a sentence speaks: another time, a project, plans, the crime."""
    known: set[str] | None = page.memo.get(("other", number))
    if known is None:
        known = page.memo["other", number] = _others(page, number)
    return known


def _others(page: Page, number: int) -> set[str]:
    """Return what `others_of` returns, read from the sentence."""
    cues = page.of(number, "other")
    sentence = page.sentences[number]
    next_one = _THE_NEXT.match(page.text, sentence.start, sentence.end)
    earlier = _THE_EARLIER.match(page.text, sentence.start, sentence.end)
    if (next_one or earlier) and not _is_first(page, number):
        return {"time"}
    if not cues:
        return set()
    series = _IN_SERIES.search(page.text, sentence.start, sentence.end)
    return {
        cue.meaning
        for cue in cues
        if not _is_soft(page, number, cue)
        and not (cue.meaning == "time" and _of_before(page, number, cue.start))
        and not (series and cue.start > series.start())
        and not _IS_HELD.match(page.text, cue.end)
        and not _SINCE_A_DAY.match(page.text, cue.start)
        and not _OF_THESE_DAYS.match(page.text, cue.end)
        and not _NEXT_DAY.match(page.text, cue.start)
        and not (page.text.startswith("was launched", cue.start) and _is_settled(page, number))
        and not (cue.meaning == "time" and _of_after(page, number, cue))
    }


def _of_after(page: Page, number: int, cue: Cue) -> bool:
    """Return whether another time stands behind the days of what was held, or "next" before what took place."""
    word = page.text[cue.start : cue.end].casefold()
    held = [one for one in page.of(number, "happens") if one.meaning == "held"]
    if word.startswith("next "):
        return any(_TOOK_PLACE.match(page.text, one.start) for one in held)
    return any(
        one.end < cue.start
        and (day := _ITS_DAYS.match(page.text, one.end))
        and day.end() + _CLEAR < cue.start
        for one in held
    )


def _of_before(page: Page, number: int, place: int) -> bool:
    """Return whether a place of a sentence is of what an event follows on: "Building on previous work, it held …"."""
    clause = next((one for one in _followed(page, number) if one[0] <= place < one[1]), None)
    if clause is None:
        return False
    events, happens = event_cues(page, number), page.of(number, "happens")
    if not events and not happens:
        met = those_met(page, number)
        return met is not None and met.start >= clause[1]
    return all(any(not clause[0] <= one.start < clause[1] for one in told) for told in (events, happens))


def _followed(page: Page, number: int) -> list[tuple[int, int]]:
    """Return the clauses of a sentence that tell what an event follows on."""
    known: list[tuple[int, int]] | None = page.memo.get(("followed", number))
    if known is None:
        sentence = page.sentences[number]
        found = _FOLLOWS_ON.finditer(page.small, sentence.start, sentence.end)
        known = page.memo["followed", number] = [match.span() for match in found]
    return known


def had_been(page: Page, number: int) -> bool:
    """Return whether a sentence tells of an event before: "IOM had conducted a course in Dubai"."""
    sentence = page.sentences[number]
    return _HAD.search(page.text, sentence.start, sentence.end) is not None


def _is_soft(page: Page, number: int, cue: Cue) -> bool:
    """Return whether a word such as "future" says nothing of the event: "future cooperation"."""
    word = page.text[cue.start : cue.end].casefold()
    if word == "anterior" and page.small.startswith("lo ", cue.start - 3):
        return True
    if word in _RUNS:
        return any(event.end <= cue.start for event in event_cues(page, number))
    if word not in _SOFT:
        return False
    if word == "follow-up" and _is_first(page, number):
        return True
    near = [event for event in event_cues(page, number) if 0 < event.start - cue.end < 30]
    return not any("," not in page.text[cue.end : event.start] for event in near)


def _is_first(page: Page, number: int) -> bool:
    """Return whether no sentence before names an event: "IOM holds two follow-up workshops" tells of these."""
    before = (one for one in range(number) if page.sentences[one].zone == "body")
    return not any(event_cues(page, one) for one in before)


def lead_of(page: Page, weights: Sequence[float]) -> int | None:
    """Return the sentence that names the event and says that it takes place, None where there is none."""
    names = [number for number, weight in enumerate(weights) if weight >= 3 and _tells(page, number)]
    if not names:
        found = (look(page, weights) for look in (_by_headline, _by_its_length, _by_those_met, _by_labels))
        return next((one for one in found if one is not None), None)
    held = next((number for number in names if _is_past(page, number)), None)
    later = {number for number in names if held is not None and number > held and _is_to_come(page, number)}
    return max(
        names, key=lambda number: weights[number] - 0.25 * names.index(number) - _PLANNED * (number in later)
    )


def of_plans(story: Story, number: int) -> bool:
    """Return whether a sentence tells of an event put off, or of a plan on a page about an event that was held."""
    if number == story.lead:
        return False
    sentence = story.page.sentences[number]
    if _PUT_OFF.search(story.page.text, sentence.start, sentence.end):
        return True
    return _is_past(story.page, story.lead) and _is_to_come(story.page, number)


def _is_past(page: Page, number: int) -> bool:
    """Return whether a sentence of the text tells of what was held, not of what is planned."""
    meanings = {cue.meaning for cue in page.of(number, "happens")}
    return (
        page.sentences[number].zone == "body"
        and bool(meanings & {"held", "ends"})
        and "planned" not in meanings
    )


_ITSELF = late(
    r"\W*(?:It|They|The (?:event|workshop|training|course|seminar|conference|meeting|participants)) will\b"
)
"""What begins a sentence on the event that was told before: "It will be attended by"."""


def _is_to_come(page: Page, number: int) -> bool:
    """Return whether a sentence tells of a plan alone, not of what the event itself is to be."""
    sentence = page.sentences[number]
    if _ITSELF.match(page.text, sentence.start, sentence.end):
        return False
    return {cue.meaning for cue in page.of(number, "happens")} == {"planned"}


def _tells(page: Page, number: int) -> bool:
    """Return whether a sentence names an event and says that it takes place, or by whom."""
    if page.sentences[number].zone not in {"body", "heading", "title"}:
        return False
    if number in page.parts or (headed_by_event(page, number) and page.of(number, "happens")):
        return True
    roles = {cue.meaning.partition(" ")[0] for cue in page.of(number, "role")}
    if trains(page, number):
        return True
    if not _of_now(page, number):
        held = "organiser" in roles or any(one.meaning in _DONE for one in page.of(number, "happens"))
        if page.of(number, "abroad") and held and any(one.meaning == "study visit" for one in page.cues):
            return True
        again = _takes_up_again(page, number) or (_people_met(page, number) and _named_next(page, number))
        return bool(again) and held and any(one.kind == "event" for one in page.cues)
    told = bool(page.of(number, "happens") or roles & {"organiser", "funder"})
    return told or _spoke_at(page, number) or _said_at(page, number) or _is_settled(page, number)


def _takes_up_again(page: Page, number: int) -> bool:
    """Return whether a sentence takes an event up, not only as what something came after: "since the workshop"."""
    return any(
        not _AFTER_IT.search(page.text, max(0, cue.start - 12), cue.start) for cue in page.of(number, "again")
    )


def _is_settled(page: Page, number: int) -> bool:
    """Return whether an event is named with day and town, whatever is said of it: "saw a workshop in"."""
    if page.memo.get(("concrete", number), 0.0) < 2 or page.sentences[number].zone != "body":
        return False
    events = [
        cue
        for cue in _of_now(page, number)
        if not background(page, cue.start)
        and not _IN_PASSING.search(page.text, max(page.sentences[number].start, cue.start - 80), cue.start)
    ]
    return _meant(page, events)


def _meant(page: Page, events: Sequence[Cue]) -> bool:
    """Return whether a certain event is meant, named anew, taken up or told as that of a body."""
    if _one(page, events) or _taken_up(page, events):
        return True
    return any(_OWNED.search(page.text, max(0, one.start - 60), one.start) for one in events)


def _is_webinar(page: Page, events: Sequence[Cue]) -> bool:
    """Return whether a webinar is named for the first time, for which no town can be told."""
    return any(cue.meaning == "webinar" for cue in events) and _one(page, events)


def _said_at(page: Page, number: int) -> bool:
    """Return whether a sentence tells at what event in a town the news was told: "She said this at the forum in"."""
    sentence = page.sentences[number]
    if sentence.zone != "body":
        return False
    return any(
        _SAID_THIS.search(page.text, sentence.start, cue.start) is not None
        and _IN_A_TOWN.match(page.text, cue.end) is not None
        for cue in _of_now(page, number)
    )


def _spoke_at(page: Page, number: int) -> bool:
    """Return whether somebody is told to have spoken at an event on a day: "today said at an international seminar"."""
    sentence = page.sentences[number]
    if sentence.zone != "body" or not _SPOKE_ON.search(page.text, sentence.start, sentence.end):
        return False
    return any(
        _SPOKE_AT.search(page.text, sentence.start, cue.start) is not None for cue in event_cues(page, number)
    )


def _people_met(page: Page, number: int) -> bool:
    """Return whether a sentence tells of people and of a day: "brought together 25 judges on 12 May 2023"."""
    sentence = page.sentences[number]
    dated = _FULL_DAY.search(page.text, sentence.start, sentence.end) is not None
    dated = dated or page.memo.get(("concrete", number), 0.0) == 2
    return dated and bool(page.of(number, "people", "audience"))


def _named_next(page: Page, number: int) -> bool:
    """Return whether the next sentence names an event or takes it up."""
    after = number + 1
    return after < len(page.sentences) and bool(event_cues(page, after) or page.of(after, "again"))


def headed_by_event(page: Page, number: int) -> bool:
    """Return whether the heading right above a sentence names an event."""
    above = number > 0 and page.sentences[number - 1].zone in {"heading", "title"}
    return above and bool(event_cues(page, number - 1))


def _by_headline(page: Page, weights: Sequence[float]) -> int | None:
    """Return the first sentence that says when, where or who, below a headline that names an event."""
    headed = any(event_cues(page, number) for number, one in enumerate(page.sentences) if one.zone == "title")
    first = [
        number
        for number, weight in enumerate(weights)
        if weight >= 2 and page.sentences[number].zone != "tail"
    ]
    return first[0] if headed and first else None


def _by_its_length(page: Page, weights: Sequence[float]) -> int | None:
    """Return the first sentence that speaks of the opening of an event, or of an event of so many days."""
    for number, weight in enumerate(weights):
        if weight >= _LEAST_OF_LENGTH and page.sentences[number].zone == "body" and is_certain(page, number):
            before = number - 1
            named = before >= 0 and weights[before] >= _NAMED_BEFORE and _tells(page, before)
            return before if named else number
    return None


def _by_those_met(page: Page, weights: Sequence[float]) -> int | None:
    """Return the first sentence in which people were brought together, with day or town: "it gathered 20 judges"."""
    if page.parts:
        return None
    placed = (number for number, weight in enumerate(weights) if weight >= _PLACED)
    return next((one for one in placed if those_met(page, one) and not others_of(page, one)), None)


def _by_labels(page: Page, weights: Sequence[float]) -> int | None:
    """Return the first sentence that names an event where lines tell its day and its place: "When:", "Where:"."""
    lines = [page.small[one.start : one.start + _LABEL] for one in page.sentences if one.zone in _LINES]
    if not any(_WHEN.match(line) for line in lines) or not any(_WHERE.match(line) for line in lines):
        return None
    named = (number for number, weight in enumerate(weights) if weight > 0 and event_cues(page, number))
    return next(named, None)


def those_met(page: Page, number: int) -> Cue | None:
    """Return the words by which people were brought together in a sentence of the text; None where there are none."""
    sentence = page.sentences[number]
    met = _MET.search(page.text, sentence.start, sentence.end) if sentence.zone == "body" else None
    if met is None or page.quoted(met.start()) or not page.of(number, "people", "audience"):
        return None
    if _VICTIMS.fullmatch(page.text, sentence.start, met.start()):
        return None
    return Cue("happens", "held", met.start(), met.end())


def is_certain(page: Page, number: int) -> bool:
    """Return whether a sentence speaks of the opening of an event, or of an event of so many days."""
    days = page.of(number, "days")
    for cue in event_cues(page, number):
        if _OPENING_OF.search(page.text, max(0, cue.start - _BEFORE_EVENT), cue.start):
            return True
        if any(0 <= cue.start - one.end < 3 or 0 <= one.start - cue.end < 5 for one in days):
            return True
    return False


def reports_none(page: Page) -> bool:
    """Return whether a page speaks of nothing near the crimes of the Atlas, or is a vacancy, a sheet, a verdict."""
    if not names_a_crime(page) and not any(cue.kind == "hint" for cue in page.cues):
        return True
    if is_vacancy(page) or is_project_sheet(page) or undone(page):
        return True
    against = [cue for cue in page.cues if cue.kind == "noevent"]
    if len({cue.start for cue in against}) >= 2:
        return True
    title = " ".join(page.words(number) for number, one in enumerate(page.sentences) if one.zone == "title")
    return bool(_STATEMENT.search(title)) and not any(cue.kind == "happens" for cue in page.cues[:5])


def background(page: Page, place: int) -> bool:
    """Return whether a place of a sentence tells of what was before: "since the meeting held in Rome", "adopted on"."""
    at = page.at(place)
    begin = page.sentences[at].start if at is not None else place
    if at is not None and _of_before(page, at, place):
        return True
    before = _BEFORE.search(page.small, max(begin, place - 140), place)
    if before is None or _AND_NOW.search(page.small, before.start(), place):
        return False
    if at is not None and _attended(page, at, before):
        return False
    return at is None or before.start() > begin or not _goes_on_to(page, at, place)


def _attended(page: Page, number: int, before: re.Match[str]) -> bool:
    """Return whether people are told to have followed an event: "Twenty judges followed the three-day workshop"."""
    if not before[0].startswith("followed "):
        return False
    people = page.of(number, "people", "audience")
    events = [cue for cue in event_cues(page, number) if cue.start < before.start()]
    return not events and any(cue.end <= before.start() for cue in people)


def _goes_on_to(page: Page, number: int, place: int) -> bool:
    """Return whether a sentence has come to what was held before a place: "After a first course, IOM held"."""
    start = page.sentences[number].start
    return any(
        _SUBJECT.search(page.text, start, verb.start) is not None
        for verb in page.of(number, "happens")
        if verb.end <= place and verb.meaning != "does"
    )


def names_a_crime(page: Page) -> bool:
    """Return whether a page names one of the crimes of the Atlas."""
    return any(cue.kind == "topic" and cue.meaning in _CRIMES for cue in page.cues)
