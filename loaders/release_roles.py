"""Which bodies organised an event, supported it, paid for it, sent people or experts.

A role cue reaches over the bodies beside it: those listed behind "funded by", those before "organised", the one joined
to "-funded". What stands between ends its reach: another cue, another clause, too many plain words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.late import late
from loaders.organisation_tables import bodies
from loaders.release_bodies import unknown_names
from loaders.release_body import Body
from loaders.release_evidence import Evidence, Sure, evidence
from loaders.release_split import ELSEWHERE
from loaders.release_states import government
from loaders.release_story import Story, background, event_cues, others_of
from loaders.release_taught import were_teachers
from loaders.release_words import Cue, words_in

REACH, STEP = 110, 95
"""Letters from a cue to its first body, and from one body of a list to the next."""

_NAMES_IT = 1.5
"""The weight from which on an event that a sentence names is the one told."""

_CLAUSE = late(r"[.;!?]\s|\n|:\s(?!$)| [–—] ")
_BREAKS = late(
    r"\b(?:which|that|who|whose|where|when|while|aim(?:s|ed|ing)?|focus(?:es|ed|ing)?|was|were|is|are|"
    r"will|has|had|to (?!the |(?-i:[A-Z]))|during|"
    r"(?-i:on (?:how|combating|trafficking|the))|"
    r"for (?:\d+|some|the(?!(?-i:\s[A-Z]))|police|judges|prosecutors|officers|"
    r"officials|representatives)|"
    r"participants|qui|que|dont|cuy[oa]s?|cuj[oa]s?|destiné\w*|pour|sobre|para|с целью|котор\w+|для|по вопросам)\b",
    re.IGNORECASE,
)
_PLAIN = late(r"(?<![^\W\d_])[a-zß-öø-ÿа-яё]{4,}")
_GLUE_WORDS = words_in(
    "with from their well both also other together including national federal jointly local "
    "regional international under pour avec ainsi dans des les para con com pela pelo como além "
    "также well through its such kingdom"
)
_DONORS = _GLUE_WORDS | {
    "generous",
    "republic",
    "government",
    "governments",
    "people",
    "embassy",
    "taxpayers",
    "coopération",
    "cooperación",
    "cooperação",
}
_OF_GOVERNMENT = late(
    r"\b(?:governments?|gobierno|gouvernement|governo|правительств\w*|taxpayers)\b", re.IGNORECASE
)
_ITS_AID = late(r"[Aa]id\b")
_COOPERATION = late(
    r"\b(?:coopération|cooperación|cooperação|gouvernement|gobierno|governo)\s$", re.IGNORECASE
)
"""What stands before the adjective of a donor: "financé par la coopération suisse"."""

_PLACES = frozenset({"to the", "at the", "under the"})
_PAYS_ONLY = late(
    r"\)?\s?[-‑–]\s?(?:\([A-Z]+\)\s?)?(?:co-)?(?:funded|financed|supported|sponsored)\b"
    r"|\s(?:funded|financed|supported|sponsored)\s(?i:project|program|initiative)"
)
_PAYERS = frozenset(
    {"us-tip-office", "us-inl", "us-prm", "usaid", "switzerland-sdc", "germany-bmz", "eu-trust-fund-africa"}
)
"""Bodies that pay where they support: the coded records name them as funder 38 times, as partner once."""

_TOGETHER = late(r"\bco-?(?:organi[sz]ed|hosted) by\b", needs="organi|hosted")
"""What nobody does alone: with one body behind it, the one "in co-operation with" which it was done did it too."""

_ITS_PEOPLE = late(
    r"\)?(?:['’]s?)?\s(?:officers|officials|staff|experts|trainers|specialists|advisers|advisors)\b"
)
_IS = late(r"\)?\s(?:is|are|was|were|has|have|will)\b")
_ASIDE = late(r",\s(?:which|who)\b[^,.;:]{0,140},(?=\s(?:and|as well as)\s)")
"""What is said of a body between it and the next: "with the ministry, which leads the council, and the agency"."""

_WHAT_IT_IS = late(
    r"^\s(?:[A-Z][\w\-]+[\s-]based\s)?(?:[\w\-]+\s){0,8}(?:firm|organi[sz]ation|NGO|company|charity|consultancy|network|association|"
    r"agency|body),\s(?:the\s)?$"
)
"""What is said of a body before its name: "by the Vienna-based consultancy firm, Roe Group"."""

_GOVERNMENT_OF = late(r"\bgovernment of (?:the )?$")
_ITS_GOVERNMENT = late(
    r"\sgovernment\b(?! (?:official|representative|officer|agenc|ministr|department|bod|institution))"
)
_THROUGH = late(r"\bthrough\s(?:the\s)?(?:[\w ]{0,40}\s)?$")
_BY_WAY_OF = late(
    r"\b(?:through|by means of|a través de|por medio de|mediante|à travers|através d[aeo])", re.IGNORECASE
)
_THROUGH_OTHERS = late(r"\)?,?\sthrough\s(?:the\s)?")
_HEAD_OF = late(
    r"\s?(?:the\s)?(?:(?:mr|ms|mrs|dr|prof|h\.?e)\b|(?:\w+\s){0,3}(?:head|chief|director|deputy|secretary|minister|representative|chair\w*|president)"
    r"\s(?:of|for)\b)",
    re.IGNORECASE,
)
_UNIT_OF = late(r"(?:\s\([A-Z][\w.\-]{1,11}\),?)?\sof\s(?:the\s)?")
"""What stands between a unit and the body it is of: "the Border Unit (BU) of the OSCE"."""

_PART_OF = late(r"\)?(?:\s\([A-Z][\w.\-]{1,11}\))?\s(?:of|under|within)\s(?:the\s)?")
"""What stands between a body and the government it is of: "the Refugee Board (RB) of the Kenyan Government"."""

_A_DAY = late(r"\b(?:date|fecha|data),?\s(?:(?:was|is|fue|es|foi)\s)?$", re.IGNORECASE)
"""What bodies set, and is no event: "a date promoted by the United Nations"."""

_ANOTHER = late(r"\b(?:preceded|followed|complemented) by (?:a|an|another|the)\b(?![^.;]{0,60}\bwhich\b)")
"""What begins to speak of another event than the one told."""

_BEGUN = late(r"\brecently\s(?:started|launched|began|begun)\b[^.;]{0,40}$")
"""What speaks of another project than that of the event: "IOM recently started a US-funded project"."""

_A_WORK = late(
    r"\s(?:[\w\-]+\s){0,2}?(?:stud(?:y|ies)|reports?|research|surveys?|assessments?|publications?|manuals?|handbooks?|"
    r"guidelines|films?|shelters?|hotlines?|websites?|museums?)\b"
)
"""What is paid for and is neither an event nor the project it belongs to: "the EU-funded study"."""

_OF_EVENTS = frozenset({"organiser", "funder", "partner"})
_WORK = (
    r"(?:laws?|acts?|bills?|legislation|manuals?|handbooks?|guides?|guidelines|curricul\w+|toolkits?|strateg(?:y|ies)|(?:action\s|national\s)plans?|"
    r"reports?|stud(?:y|ies)|research|surveys?|assessments?|publications?|brochures?|leaflets?|films?|websites?|apps?|databases?|platforms?|"
    r"shelters?|(?:crisis\s|reception\s|drop-in\s|day\s|daily\s|youth\s|counselling\s|support\s)cent(?:re|er)s?|buildings?|houses?|hotlines?|helplines?|museums?|mechanisms?|system|"
    r"investigations?|operations?|raids?|inspections|inquir(?:y|ies)|patrols?|repatriation|return|equipment|vehicles?)"
)
_WORKS = late(
    rf"\b(?:a|an|the|its|their|this|another|two|three|new|national)\s(?:[\w\-]+\s){{0,3}}?{_WORK}\b"
    r"(?!\s(?:visit|tour|trip|workshop|training))|"
    r"\b(?:une?|la|le|les|des|el|los|las|un|o|os|as|uma?)\s(?:nouve(?:au|lle)\s|nuev[oa]\s|nov[oa]\s)?(?:lois?|guides?|études?|rapports?|"
    r"manuels?|refuges?|centres?\sd['’]accueil|leyes|ley|lei|leis|gu[ií]as?|estudios?|estudos?|informes?|relatórios?|manual(?:es)?|"
    r"manuais|albergues?|refugios?|abrigos?|encuestas?|enquêtes?|investigaci(?:ón|ones))\b"
)
_ITS_WORK = late(
    rf"(?:\s(?:for|of))?\s(?:(?:\d+\sper\scent|half|some|most|many|all)\sof\s)?"
    rf"(?:(?:a|an|the|its|their|this|several|two|three|many|some|new)\s)?(?:[\w\-]+\s){{0,2}}?{_WORK}\b"
    r"(?!\s(?:visit|tour|trip|workshop|training|course|exercise|meeting|session|conference|seminar|summit|forum))"
)
"""What is written, built or run and is no event: "the national plan", "a shelter"."""

_PAID_WORK = late(
    rf"\b(?:paid\sfor|funded|funds|financed|finances|built|sponsored)\s(?:the|a|an|its|several|many|new)\s(?:[\w\-]+\s){{0,2}}?{_WORK}\b"
)
_NEEDY = late(
    r"\s(?:of|for|to)\s(?:the\s|its\s|their\s)?(?:medical|care|treatment|returns?|repatriation|legal|victims?|survivors?|"
    r"famil(?:y|ies)|shelters?|housing|food|health|schools?|poor|refugees|part(?:y|ies))\b"
)
"""What money is given to and is no event: "the costs of medical care", "money to the families"."""

_SUPPORTED = late(
    r"(?:technical|logistic|organi|expert|method|partners?\b|provide[ds] (?:technical|logistic|organi))",
    re.IGNORECASE,
)
"""How a cue of a partner begins that tells of the event also where it is not named."""

_TAKEN_UP = 2.0
"""The weight from which on a sentence speaks of the event."""

_NOBODY = late(r"\b(?:[Nn]o one|[Nn]obody|[Nn]one|[Nn]either|[Ww]ithout)\b[^.;,]*$")
_SENT = late(r"(?:sent|sends)")
_PEOPLE_SENT = late(
    r"\s(?:\w+\s){0,4}?(?:\w*(?:ers|ors|als|ees|ists|ants|ives|ates|yers|ses|ges|men|cers)|staff|people|delegations?|officer|official|"
    r"representative|observer|prosecutor|judge|police)\b"
)
"""What stands behind "sent" where people were sent: "five officials", "its representatives"."""

_JOINED_IN = late(r"(?:also )?(?:took part in|taken part in|participated in|joined|attended)", re.IGNORECASE)
_OTHER_DOINGS = late(
    r"\s(?:a|an|the|several|many|its)\s(?:[\w\-]+\s){0,2}?(?:raids?|talks|operations?|investigations?|searches|conventions?|treat(?:y|ies)|"
    r"protocols?|negotiations|elections?|union|alliance|coalition|pact|campaigns?|funerals?|protests?|war)\b"
)
"""What a body takes part in besides events: "joined the convention", "participated in a raid"."""

_CAME = late(
    r"\b(?:attend\w*|(?:took|take|takes|taking|taken)\spart|participat\w+|joined|in\sattendance|present\b|represented|c[ao]me\sfrom|"
    r"(?:were|was|are)\s(?:also\s)?(?:from|drawn|there|represented|invited|provided|sent|trained|taught|officers|officials|members|staff|employees)|"
    r"learn\w*|train\w*|taught|teach\w*|lectur\w*|present(?:ed|ations?)|spoke|speakers?|sessions?|exercises?|practised|practiced|"
    r"discuss\w*|exchang\w*|shar(?:ed|ing)|gather\w*|met|"
    r"includ(?:ed|ing|es)|sent|second\w+|provided|coach\w*|moderat\w*|facilitat\w*|led|deliver\w*|gave|g[io]ven?|brief\w*|explain\w*|show\w*|"
    r"told\s(?:\w+\s){0,3}how|demonstrat\w*|instruct\w*|guid(?:ed|ing)|working\sgroups?|opened|remarks|addressed|welcom\w*|graduat\w*|"
    r"complet\w*|certificates?|contribut\w*|benefit\w*|heard|audience|group|among|examine\show|delegates?|visitors)\b",
    re.IGNORECASE,
)
"""What people do at an event, by which a sentence that does not name it may tell of it."""

_UNDER = late(
    r"under the\s(?:President|Prime|Ministry|Cabinet|Government|Prosecutor|General|Supreme|Parliament|"
    r"Law Enforcement|Academy|National|State|Federal|Office|Department|Attorney|Central|Secretary)\b"
)
"""What goes on the name of a body: "the Institute of Justice under the President"."""

_AGAINST = late(r"against\s(?:the\s)?[A-Z]")
_NAME_GOES_ON = late(r"[A-Z][\w’'\-]+\s(?:(?:of|for|des|de)\s)?$")
"""What stands before people in the name of a body: "Association of Women Judges of"."""

_CAPITALISED = late(r"[A-Z][\w\-]+\s$")
"""What stands before "against" in a name: "Fight against Poverty", "Committee against Trafficking"."""

_WORK_PAID = late(
    r"\b(?:étude|enquête|rapport|refuge|foyer|centre d[’']accueil|ligne (?:verte|téléphonique)|film|documentaire|"
    r"manuel|guide|estudio|informe|encuesta|refugio|albergue|casa de acogida|línea telefónica|película|documental|"
    r"manual|guía|estudo|relatório|inquérito|abrigo|casa de acolhimento|centro de acolhimento|linha telefónica|"
    r"filme|guia|приют|исследовани[ея]|доклад|отч[её]т|горяч\w+ лини\w|фильм|пособи[ея])\b[^.;:]{0,50}?\s$",
    re.IGNORECASE,
)
"""What stands before "financé par" that is paid for and is no event: "un refuge pour les victimes, financé par"."""

_IT = late(
    r"\s(?:a\s)?[\w\-]+[\s\-](?:day|week)[\s\-](?:long\s)?program(?:me)?\b|"
    r"\s(?:the\s|this\s|la\s)?(?:series|it|them|activity|programme|initiative|event|action|actividad)\b"
)
_ABOVE_IT = late(r"(?:part|framework|within|under|context)\s")
"""How a cue begins that tells who carries out the project, or leads, where nobody is told to have organised."""

_NEAR = 3
"""Paragraphs around the one that names an event in which who taught and who came is told without naming it."""

_IN_YEAR = late(
    r"(?:Already |Back |Earlier |Later )?(?:[Ii]n|[Dd]uring|[Ss]ince) (?:[A-Z][a-z]+ )?((?:19|20)\d\d)\b"
)
_UNIONS = frozenset({"un", "eu", "asean", "ecowas", "african-union", "european-commission"})
"""Bodies whose name stands for the states in them, and for anybody from there, where people came."""

_TEACHERS = words_in("expert experts trainers speakers")
_TOUCHES = 4
"""Letters between a body and the word for its people: "OSCE's experts"."""

_RESOURCE = late(
    r"(?<!participants and )(?<!participants and key )\b"
    r"(?:resource persons|experts|trainers|speakers|facilitators|lecturers|panellists|instructors|mentors|presenters|"
    r"moderators|coaches|teachers)\s"
    r"(?:included|were|comprised|came from)\b",
    re.IGNORECASE,
)
_LETTERS = late(r"\s\([A-Z][\w.\-]{1,11}\)")
_EQUIPS = late(
    r"\)?,?\s(?:(?:who|which)\s)?(?:then\s|also\s|each\s|\w+ly\s)?(?:will\s(?:train|equip|teach|coach|instruct|lecture|present)|"
    r"(?:is|are|were|have been)\s(?:training|teaching|coaching|instructing)|"
    r"(?:gave|delivered|made|held|offered)\s(?:a|an|the|two|three|several|their|short|opening|detailed)?\s?(?:[\w\-]+\s){0,2}?"
    r"(?:presentations?|lectures?|talks?|speech(?:es)?|briefings?|overviews?|classes|sessions|introductions?)|"
    r"(?:led|facilitated|conducted|moderated|guided|ran)\s(?:a|an|the|two|three|several|some|practical)?\s?(?:[\w\-]+\s){0,2}?"
    r"(?:sessions?|classes|exercises?|modules?|panels?|discussions?|groups?)|"
    r"spoke\s(?:about|on|of)|presented|lectured|taught|briefed|explained|demonstrated|instructed|served as|acted as)\b"
)
"""What follows a body whose people teach: "agents from the FBI will train the officers"."""

_TEACHING = late(
    r"\b(?:(?:will\s)?(?:provide|deliver|facilitate|lead|conduct|teach)|provided|delivered|facilitated|conducted|taught)\s"
    r"the\s(?:training|course|workshop|seminar|sessions?|lectures)\b"
)
_LEARNT = late(
    r"(?<!who )\b(?:learn(?:ed|t)|(?:were|was) (?:trained|taught|sensitized)|received training|"
    r"(?:attended|completed|joined) (?:the|this|a) (?:training|course|programme|program|workshop))\b"
)
"""What those who came to teach do not do: "specialists from the ministry learned"."""

_LED_BY = late(
    r"\b(?:led|delivered|taught|conducted|facilitated|run|given|moderated|provided) by\s(?:the\s)?(?:[\w\-]+\s){0,3}$"
)
_MEETS = late(r"(?:trained|equipped|gathered|gathers|convened|gather|meet)", re.IGNORECASE)
_NO_OBJECT = late(r"\s(?:to|on|in|at|by|for|from|against|this|last|here|today|yesterday)\b")
_ADDRESSED = frozenset({"spoke", "presented", "moderated", "briefed"})
"""What people do whose names look like those of bodies."""

_WISHED = late(
    r"\b(?:(?:aim\w*|seek\w*|and|order|need\w*|officers|officials|staff|trainers|practitioners)\sto|"
    r"be(?:tter|come)?|well|fully)\s$"
)
"""What stands before a deed that is a wish: "aimed to train", "to be better equipped", "officers to conduct"."""

_COPULA = late(r"(?:\s[а-яё]+){0,3}\s[–—-]\s")
"""What stands in Russian for "is" between a word and the body it tells of: "Организатор семинара – МОМ"."""

_AT_ONCE = 2
"""Letters up to which a verb stands right behind its object: "Семинар проводит МОМ"."""

_TO_DO = late(
    r"\b(?:asked|ask|urged|urge|called (?:up)?on|invited|encouraged|requested|want(?:s|ed)?|wish(?:es|ed)?|"
    r"hop(?:es|ed)|"
    r"expected|promised|agreed|appealed to|advised|task(?:s|ed))\s[^.;:]{0,80}\bto\s$"
)
"""What stands before a deed that somebody is asked for: "asked the ministry to train"."""

_AND_ALSO = late(r"\band\s(?:also\s|then\s|\w+ly\s)?$")
_RELATIVE = late(r"\b(?:que|qui|that|which)\s$")
_MADE_BY = late(
    r"\b(?:organis[ée]e?s?|organizad[oa]s?|coorganis[ée]e?s?)\s(?:(?!financ|appu|apo[iy]|soutien)[^.;:()]){3,70}?\s"
    r"(?:par|por|pel[oa])\s(?:le |la |l[’']|el |o |a )?|"
    r"\borgani[sz]ed under the\s(?:\w+\s){0,2}(?:Chairmanship|Chairpersonship|Presidency)\sof\s(?:the\s)?",
    needs="organis|organizad|organized under",
)
_IT_WAS = late(r"It (?:was|is) ")
_THIS = late(r"\s(?:the|this|these)\s(?:[\w\-]+\s){0,4}")
"""What stands between a verb and the event it tells as known."""

_WHICH = late(
    r"\)?,?\s(?:which|who|that|qui|котор(?:ый|ая|ое|ые))\s(?:\w+ly\s|also\s|then\s|has\s|had\s|également\s|также\s)?$"
)
"""What makes the body right before it alone the subject of a verb: "with Eurojust, which presented"."""

_JOINED = late(
    r",|\b(?:and|y|et|e|и|along|(?:together|jointly|partnership|co-?operation|collaboration) with)\b|&|\(|/|"
    r"^ with (?:the )?$"
)
_POSSESSIVE = late(r"\)?['’]s?\s")
"""What stands between a body and its unit that is named: "the Ministry's Department"."""

_JOINED_DEED = late(r"[-‑–](?:organi[sz]ed|led|hosted|run|delivered|facilitated)\b")
_OWNS_THE_VENUE = late(
    r"[-–](?:run|owned|managed|operated|based)\s(?:[A-Z]|cent(?:re|er)|academy|school|college)"
)
"""What makes a body the owner of a house: "at the Police-run Centre of Excellence"."""

_OWN = late(
    r"\)?(?:['’]s?)?\s(?:(?:(?!(?:to|the|at|on|in|by|with|of|for|from|is|was|has|had|have|will|make|held)\b)[a-z][a-z\-]+|[A-Z]{2,8}|Regional|National|Joint|Virtual|Online|Annual|International|Specialized|"
    r"Anti-[Tt]rafficking|Senior|High-[Ll]evel|Ministerial|Operational|Strategic|Government|Business|Expert|Technical|Review|Coordination|"
    r"(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|\d+(?:st|nd|rd|th))|and|&)\s){0,4}"
)
_OWNER = late(r"(?<=[\w)])(?:['’]s?\s|[-‑–](?:organi[sz]ed|led|hosted|run|delivered|facilitated)\b)")
"""What stands behind a body whose event it is."""

_ITS_OWN = frozenset({"workshop", "seminar", "conference", "webinar", "round table"})
_AS_PART_OF = late(r"\b(?:part of|within|under|framework of|context of)\s(?:the\s)?$")
_PROGRAMME = late(r"\)?['’]s?\s(?:[\w\-]+\s){0,3}?(?:programme|program|project|initiative|campaign)\b")
_AND = late(r"\)?\s?(?:and|&|/|[-–])\s?")
"""What joins two that an event is named after."""

_MEETING_OF = late(r"\sof\s(?:the\s)?")
"""What joins a meeting to the body that meets: "Ninth Annual Meeting of the Bali Process"."""
_BY_THE = late(r"\s(?:de l[’']|du|de la|del|de|da|do|by the|by)\s?")
_JOINED_TO = late(r"\)?[\s\-‑–](?:\([A-Z]+\)[\s\-‑–])?")
_PARTNERS = late(r"\b[Pp]artners\b(?!\s?:)")
"""What may list those who carry a project, not an event."""

_STATES_OF = late(
    r"(?:['’]s?)?\s(?:(?:participating|member|partner)\s)?(?:states|countries|region|sectoral)\b",
    re.IGNORECASE,
)
_ITS_NOUN = late(
    r"\s(?:[A-Z][\w.\-]+|project|programme|program|initiative|action|training|workshop|regional|joint)\b"
)
_TEACHES = frozenset(
    {
        "delivered by",
        "provided by",
        "conducted by",
        "facilitated by",
        "led by",
        "taught by",
        "run by",
        "were trained by",
        "was trained by",
    }
)
_LEADS = frozenset({"led by", "was led by", "is led by", "taught by", "was taught by"})
_PASSIVE = late(r"\b(?:was|were|is|are|been|being|be)\s+(?:\w+ly\s|also\s)?$", re.IGNORECASE)
_BY = late(r"\bby\s+(?:the\s+)?")
_BACK = late(r"\b(?:which|that|where|que|котор\w{2,3})\b|\bqu[’']")
_CLITIC = late(r"\b[Ll][oa]s?\s$|\b[Ll][’']$|\b(?:quem|que)\s[oa]s?\s$|\b(?:[Ее]го|[Ее][её]|[Ии]х)\s$")
"""What stands for the event before a verb: "Lo organizaron", "l'a organisé"."""

_NO_WAY_TO_BY = late(
    r"[;:]|\.\s|\b(?:which|that|who|whose|aim(?:s|ed|ing)?|used|caused|committed|was|were|is|are|has|had)\b"
)
"""What stands between "was held" and a "by" that says of something else who did it."""

_INVERTING = frozenset({"es", "pt", "ru"})
"""Languages in which the subject may stand behind its verb."""

_TRAINING = late(
    r"(?:train(?:ed|s|ing)?|brought(?: together)?|brings together|gather(?:ed|s)|equip(?:s|ped)|"
    r"invite[ds]|réuni|"
    r"formé|reunió|reuniu|capacitó|capacitaron|capacitou|capacitaram|formou|formaram|formó|formaron|"
    r"treinou|treinaram|обучила|обучил|обучили|обучило)$",
    re.IGNORECASE,
)


_HOSTS = late(
    r"\s(?:co-)?(?:hosts?(?:\sto)?|organi[sz]ers?|conven[eo]rs?)$|"
    r"\b(?:hosts?|organi[sz]ers?|conven[eo]rs?)\sof\s(?:the|this)$|(?:behind|charge of|responsible for)\s",
    re.IGNORECASE,
)
"""How a cue ends that tells somebody as the host, of which event it need not say: "was the host"."""

_HOLDS = late(
    r"(?:has |have |will |is |are |a |ont |co-?)?(?:organi[sz](?:ed|es|e|ing)|held|holds?|holding|hosted|hosts?|"
    r"convened|conducted|organis[ée]|organizó|organizaron|organizou|realizó|realizou)"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A body in a role."""

    body: Body
    role: str
    rule: str
    sure: Sure

    def evidence(self, story: Story) -> Evidence:
        """Return what the role was read from."""
        value = {"name": self.body.name, "role": self.role}
        span = (self.body.start, self.body.end)
        return evidence(story.page, "organisations", value, span=span, rule=self.rule, sure=self.sure)


@dataclass(frozen=True)
class _Reader:
    """A sentence whose roles are read: its cues of roles, the bodies in it, whose ministries they are."""

    story: Story
    number: int
    cues: Sequence[Cue]
    bodies: Sequence[Body]
    host: str | None

    @property
    def text(self) -> str:
        return self.story.page.text

    @property
    def start(self) -> int:
        return self.story.page.sentences[self.number].start

    @property
    def end(self) -> int:
        return self.story.page.sentences[self.number].end


def pieces(story: Story) -> Iterator[tuple[int, int]]:
    """Yield the sentences that may give a body a role."""
    page = story.page
    for number, sentence in enumerate(page.sentences):
        roles = any(cue.meaning != "none after" for cue in page.of(number, "role", "joined"))
        roles = roles or (bool(event_cues(page, number)) and story.weights[number] >= _NAMES_IT)
        if roles and sentence.zone != "menu" and story.weights[number] > ELSEWHERE:
            yield sentence.start, sentence.end


def parts_of(story: Story, found: Sequence[Body], host: str | None) -> list[Part]:
    """Return the bodies of an event with their roles, each pair once."""
    parts: dict[tuple[str, str], Part] = {}
    for number, sentence in enumerate(story.page.sentences):
        if sentence.zone == "menu":
            continue
        inside = [body for body in found if sentence.start <= body.start < sentence.end]
        reader = _Reader(story, number, story.page.of(number, "role", "joined"), inside, host)
        for part in [*_in_sentence(reader), *_whose_event(reader)]:
            known = parts.get((part.body.key, part.role))
            if known is None or (known.sure == "guess" and part.sure == "sure"):
                parts[part.body.key, part.role] = part
    return _settled(story, list(parts.values()))


def _settled(story: Story, parts: list[Part]) -> list[Part]:
    """Return the roles without those that another excludes: an organiser is no partner or guest of its event."""
    paid = {part.body.key for part in parts if part.role == "funder"}
    named = any(part.role == "organiser" and part.sure == "sure" for part in parts)
    own = [part.body for part in parts if part.role == "organiser" and (part.sure == "sure" or not named)]
    organisers = {body.key for body in own}
    line = bodies().line
    above = {one for body in own for one in line(body.organisation_id or "")}
    nations = {part.body.iso3 for part in parts if part.role == "funder" and not _is_government(part.body)}
    return [
        part
        for part in _taught(story, parts)
        if not (part.role in {"partner", "participant"} and part.body.key in organisers)
        and not (part.role == "partner" and (part.body.key in paid or part.body.key in above))
        and not (part.role == "organiser" and part.sure == "guess" and named)
        and not (part.role == "funder" and _is_government(part.body) and part.body.iso3 in nations)
        and not _stands_above(part, parts)
    ]


def _stands_above(part: Part, parts: Sequence[Part]) -> bool:
    """Return whether a donor or an organiser stands for one below it: the State Department for its bureau."""
    if part.role not in {"organiser", "funder"}:
        return False
    return any(
        one.role == part.role
        and one.body.organisation_id != part.body.organisation_id
        and part.body.organisation_id in list(bodies().line(one.body.organisation_id or ""))
        and (part.role == "funder" or 0 <= one.body.start - part.body.end < STEP)
        for one in parts
        if one.sure == "sure"
    )


def _is_government(body: Body) -> bool:
    return (body.organisation_id or "").startswith("government-")


def _taught(story: Story, parts: Sequence[Part]) -> list[Part]:
    """Return the roles with those who delivered a training that others organised as experts."""
    organised = any(
        part.role == "organiser" and part.sure == "sure" and part.rule not in _TEACHES for part in parts
    )
    if not any(part.role == "organiser" for part in parts):
        return [_leading(part) for part in parts]
    if not organised:
        return list(parts)
    return [
        replace(part, role="expert")
        if part.role == "organiser" and part.rule in _TEACHES and story.page.at(part.body.start) != story.lead
        else part
        for part in parts
    ]


def _leading(part: Part) -> Part:
    """Return a body that led an event which nobody else is told to have organised as its likely organiser."""
    led = part.role == "expert" and part.rule.casefold() in _LEADS
    return replace(part, role="organiser", sure="guess") if led else part


def _in_sentence(reader: _Reader) -> Iterator[Part]:
    """Yield the roles a sentence gives."""
    text = reader.text
    for at, cue in enumerate(reader.cues):
        role, _, side = ("funder joined" if cue.kind == "joined" else cue.meaning).partition(" ")
        if role == "none" or not _gives(reader, cue, role, side=side):
            continue
        passive = side == "before" and _PASSIVE.search(text[max(0, cue.start - 20) : cue.start]) is not None
        if passive:
            reached, rule = _behind_by(reader, at, role), f"{text[cue.start : cue.end]} … by"
        else:
            reached, rule = _reached(reader, at, role, side), text[cue.start : cue.end]
        if role == "funder" and side == "after" and reached:
            yield from _carrying_out(reader, reached[-1].end)
        sure: Sure = "guess" if _is_less_sure(reader, cue, role) else "sure"
        if rule.casefold() in _TEACHERS and not _beside(reached, cue):
            continue
        role = "expert" if reached and _teach(reader, reached[-1], role, rule=rule) else role
        for body in reached:
            named = body.organisation_id or rule not in _ADDRESSED
            if named and (held := _held(reader, cue, role, body=body)):
                yield Part(_of_its_country(reader, body, held), held, rule, sure)
    for match in _MADE_BY.finditer(text, reader.start, reader.end):
        if _allowed(reader, "organiser"):
            stop = (one.start for one in reader.cues if one.kind == "role" and one.start >= match.end())
            for body in _after(reader, match.end(), min(stop, default=reader.end), "organiser"):
                yield Part(body, "organiser", "organised … by", "sure")


def _of_its_country(reader: _Reader, body: Body, role: str) -> Body:
    """Return a body nobody knows that sent people, with the only country its name tells: "Zambian Border Services"."""
    if body.organisation_id or role not in {"participant", "expert"}:
        return body
    told = {
        one.iso3
        for one in reader.story.facts.places
        if body.start <= one.start < body.end and one.kind != "city"
    }
    return replace(body, iso3=told.pop()) if len(told) == 1 else body


def _teach(reader: _Reader, last: Body, role: str, *, rule: str) -> bool:
    """Return whether the people of some bodies taught: "led by FBI officers", "agents from it will train"."""
    if rule.casefold() in _TEACHES and _ITS_PEOPLE.match(reader.text, last.end):
        return True
    if role != "participant":
        return False
    behind = _behind_letters(reader.text, last.end)
    if _EQUIPS.match(reader.text, behind):
        return True
    return were_teachers(
        reader.text[reader.start : last.start], reader.text[behind : min(reader.end, behind + 150)]
    )


def _behind_letters(text: str, place: int) -> int:
    """Return where the abbreviation in brackets behind a name ends, the place itself where there is none."""
    match = _LETTERS.match(text, place)
    return match.end() if match else place


def _is_less_sure(reader: _Reader, cue: Cue, role: str) -> bool:
    """Return whether what else a text says goes before: before headlines and thanks for organising in a quote."""
    page = reader.story.page
    above = _ABOVE_IT.match(page.small, cue.start, cue.end) is not None
    quoted = page.quoted(cue.start)
    return (role == "organiser" and (quoted or above)) or page.sentences[reader.number].zone == "title"


def _of_another(reader: _Reader, cue: Cue) -> bool:
    """Return whether a cue speaks of an event before or after: "was preceded by a workshop, also organized by"."""
    day = _A_DAY.search(reader.text, max(reader.start, cue.start - 40), cue.start)
    return day is not None or _ANOTHER.search(reader.text, reader.start, cue.start) is not None


def _gives(reader: _Reader, cue: Cue, role: str, *, side: str) -> bool:
    """Return whether a cue may give a role in its sentence."""
    label = reader.text[cue.end - 1] == ":" and _is_near(reader)
    if (side == "before" and _describes(reader, cue, role)) or not (
        label or _allowed(reader, role) or _may_pay(reader, role)
    ):
        return False
    if side != "joined" and _is_of_else(reader, cue, role, side=side):
        return False
    if role != "organiser":
        return True
    idle = side == "before" and _is_intransitive(reader, cue)
    return not (idle or background(reader.story.page, cue.start) or _of_another(reader, cue))


def _is_of_else(reader: _Reader, cue: Cue, role: str, *, side: str) -> bool:
    """Return whether a cue tells of a work, of what people do at other times, or of nobody, and not of the event."""
    led = role == "expert" and reader.text[cue.start : cue.end].casefold() in _LEADS
    if (role in _OF_EVENTS or led) and _is_of_a_work(reader, cue, side):
        return True
    if role == "organiser" or led:
        return False
    if role == "funder":
        return _pays_else(reader, cue, side)
    told = _tells_of_it(reader)
    if role == "partner":
        it = _IT_WAS.match(reader.text, reader.start) or _SUPPORTED.match(reader.text, cue.start)
        return not told and it is None
    return _does_else(reader, cue, told=told)


def _pays_else(reader: _Reader, cue: Cue, side: str) -> bool:
    """Return whether money is given to people in need, or a sentence without an event tells what else was paid."""
    if side == "before":
        return _NEEDY.match(reader.text, cue.end) is not None
    paid = _PAID_WORK.search(reader.text, cue.start, reader.end)
    return side == "after" and paid is not None and not _tells_of_it(reader)


def _does_else(reader: _Reader, cue: Cue, *, told: bool) -> bool:
    """Return whether people of a body are told to do something else than to come to the event or to teach there."""
    text = reader.text
    if _NOBODY.search(text, max(reader.start, cue.start - 40), cue.start):
        return True
    if _SENT.fullmatch(text, cue.start, cue.end):
        return _PEOPLE_SENT.match(text, cue.end) is None
    if _JOINED_IN.fullmatch(text, cue.start, cue.end):
        return _OTHER_DOINGS.match(text, cue.end) is not None
    named = told or reader.story.weights[reader.number] >= _TAKEN_UP
    return not named and _CAME.search(text, reader.start, reader.end) is None


def _tells_of_it(reader: _Reader) -> bool:
    """Return whether a sentence names the event or takes it up."""
    page, number = reader.story.page, reader.number
    return bool(page.of(number, "again") or event_cues(page, number)) or any(
        cue.meaning.startswith("organiser") and not _ITS_WORK.match(reader.text, cue.end)
        for cue in reader.cues
    )


def _is_of_a_work(reader: _Reader, cue: Cue, side: str) -> bool:
    """Return whether a cue tells of a law, a report or a house, and of no event: "a manual funded by"."""
    page, text = reader.story.page, reader.text
    if side == "before" and not _PASSIVE.search(text[max(reader.start, cue.start - 20) : cue.start]):
        return _ITS_WORK.match(text, cue.end) is not None
    works = list(_WORKS.finditer(page.small, reader.start, cue.start))
    if not works:
        return False
    told = [*event_cues(page, reader.number), *page.of(reader.number, "again")]
    return not any(
        one.start < cue.start and not page.small.endswith("participants", one.start, one.end) for one in told
    )


def _may_pay(reader: _Reader, role: str) -> bool:
    """Return whether a sentence that names no partner of the event may name who paid by supporting it."""
    return role == "partner" and _allowed(reader, "funder")


def _held(reader: _Reader, cue: Cue, role: str, *, body: Body) -> str | None:
    """Return the role a body holds: funder for one that pays where it supports, None where the sentence gives none."""
    if not _may_hold(reader, body, role):
        return None
    if role == "partner" and body.organisation_id in _PAYERS:
        return "funder"
    label = reader.text[cue.end - 1] == ":"
    return _role_of(reader, cue, role) if label or _allowed(reader, role) else None


def _role_of(reader: _Reader, cue: Cue, role: str) -> str:
    """Return a role, but expert for those who came to teach, organiser for who organised with another."""
    if role == "partner" and _did_it_too(reader, cue):
        return "organiser"
    led = _LED_BY.search(reader.text, max(reader.start, cue.start - 50), cue.start) is not None
    if role == "expert" and _LEARNT.search(reader.text, cue.end, reader.end):
        return "participant"
    taught = role == "participant" and (led or _teaches(reader, cue) or _resourceful(reader, cue))
    return "expert" if taught else role


def _did_it_too(reader: _Reader, cue: Cue) -> bool:
    """Return whether a partner organised with the only one told: "co-organized by A in co-operation with B"."""
    match = _TOGETHER.search(reader.text, reader.start, cue.start)
    if match is None or not reader.text[cue.start : cue.end].casefold().startswith("in "):
        return False
    return sum(match.end() <= body.start < cue.start for body in reader.bodies) == 1


def _beside(reached: Sequence[Body], cue: Cue) -> bool:
    """Return whether the last of some bodies stands right before a word: "OSCE and UNODC experts"."""
    return any(0 <= cue.start - body.end <= _TOUCHES for body in reached)


def _resourceful(reader: _Reader, cue: Cue) -> bool:
    """Return whether those who came are told as trainers: "resource persons included representatives from"."""
    return _RESOURCE.search(reader.text, reader.start, cue.end) is not None


def _teaches(reader: _Reader, cue: Cue) -> bool:
    """Return whether those a cue names give the training: "representatives of A will provide the training"."""
    return _TEACHING.search(reader.text, cue.end, reader.end) is not None


def _is_intransitive(reader: _Reader, cue: Cue) -> bool:
    """Return whether those before a verb came or were trained: "officers gathered in", "police trained on"."""
    text = reader.text
    bare = _MEETS.fullmatch(text, cue.start, cue.end) and _NO_OBJECT.match(text, cue.end)
    if _WISHED.search(text, max(reader.start, cue.start - 24), cue.start):
        return True
    if _TO_DO.search(text, max(reader.start, cue.start - 90), cue.start):
        return True
    relative = _RELATIVE.search(text, max(reader.start, cue.start - 8), cue.start) is not None
    return bool(bare) or (relative and not _did_this(reader, cue))


def _did_this(reader: _Reader, cue: Cue) -> bool:
    """Return whether a relative clause tells who held the event: "IOM, which hosted the course", "it was IOM that"."""
    it_was = _IT_WAS.match(reader.text, reader.start, cue.start) is not None
    behind = _WHICH.search(reader.text, reader.start, cue.start)
    told = behind is not None and (it_was or reader.text[behind.start()] == ",")
    return told and any(
        _THIS.fullmatch(reader.text, cue.end, event.start)
        for event in event_cues(reader.story.page, reader.number)
        if event.start > cue.end
    )


def _may_hold(reader: _Reader, body: Body, role: str) -> bool:
    """Return whether a body may be one that came: not a union of states, nor a government."""
    if role == "organiser":
        return _PAYS_ONLY.match(reader.text, body.end) is None
    if role not in {"participant", "expert"}:
        return True
    if _STATES_OF.match(reader.text, body.end) or body.organisation_id in _UNIONS:
        return False
    return not (body.organisation_id or body.name).startswith(("government-", "Government of"))


def _whose_event(reader: _Reader) -> Iterator[Part]:
    """Yield the bodies that an event is named after: "OSCE training course", "an INTERPOL-led workshop"."""
    story, text = reader.story, reader.text
    if story.weights[reader.number] < _NAMES_IT or story.page.quoted(reader.start + 5):
        return
    events = event_cues(story.page, reader.number)
    for body in [*reader.bodies, *_unknown_owners(reader, events)]:
        if _OWNS_THE_VENUE.match(text, body.end):
            continue
        if _JOINED_DEED.match(text, body.end):
            yield Part(body, "organiser", "joined to the event", "sure")
        elif any(_BY_THE.fullmatch(text, event.end, body.start) for event in events):
            yield Part(body, "organiser", "an event of the body", "guess")
        elif _meets(body) and any(_MEETING_OF.fullmatch(text, event.end, body.start) for event in events):
            yield Part(body, "organiser", "a meeting of the body", "guess")
        elif _of_its_own(reader, body, events) or _of_its_programme(reader, body):
            yield Part(body, "organiser", "an event of the body", "guess")
        elif any(_OWN.fullmatch(text, body.end, event.start) for event in events if event.start > body.end):
            yield from _owners(reader, body)


def _unknown_owners(reader: _Reader, events: Sequence[Cue]) -> Iterator[Body]:
    """Yield the bodies nobody knows that an event is told to be of: "the Lantern Foundation's seminar"."""
    for event in events:
        begin = max(reader.start, event.start - REACH)
        for owner in _OWNER.finditer(reader.text, begin, event.start):
            span = (begin, owner.start())
            named = unknown_names(reader.text, span, reader.bodies, reader.host)
            yield from (body for body in named if body.end == owner.start())


def _of_its_own(reader: _Reader, body: Body, events: Sequence[Cue]) -> bool:
    """Return whether an event that is no training of its people is told as that of a body: "the seminar of UNODC"."""
    return any(
        event.meaning in _ITS_OWN and _MEETING_OF.fullmatch(reader.text, event.end, body.start)
        for event in events
    )


def _of_its_programme(reader: _Reader, body: Body) -> bool:
    """Return whether an event is told as part of what a body carries out: "as part of UNODC's programme"."""
    text = reader.text
    before = _AS_PART_OF.search(text, max(reader.start, body.start - 60), body.start)
    return before is not None and _PROGRAMME.match(text, body.end) is not None


def _owners(reader: _Reader, last: Body) -> Iterator[Part]:
    """Yield those an event is named after, from the last on to the left: "the ECOWAS and IOM regional workshop"."""
    owners = [last]
    for body in sorted(reader.bodies, key=lambda one: -one.end):
        if _AND.fullmatch(reader.text, body.end, owners[-1].start):
            owners.append(body)
    yield from (Part(body, "organiser", "the event bears its name", "guess") for body in owners[::-1])


def _meets(body: Body) -> bool:
    """Return whether a body is one of states, whose meetings are its own."""
    known = bodies().by_id.get(body.organisation_id or "")
    return known is not None and known.kind == "intergovernmental" and body.organisation_id not in _UNIONS


def _describes(reader: _Reader, cue: Cue, role: str) -> bool:
    """Return whether a verb describes a noun: "EU-funded project", "the EU funded project"."""
    if reader.text[cue.start - 1 : cue.start] in {"-", "‑", "–"}:
        return True
    beside = any(_JOINED_TO.fullmatch(reader.text, body.end, cue.start) for body in reader.bodies)
    joined = role == "funder" and beside and not reader.text[cue.start : cue.end].casefold().endswith(" the")
    return joined and _ITS_NOUN.match(reader.text, cue.end) is not None


def _allowed(reader: _Reader, role: str) -> bool:
    """Return whether a sentence may give a role; funders stand in descriptions of projects and last lines too."""
    page, weight = reader.story.page, reader.story.weights[reader.number]
    meanings = {cue.meaning for cue in page.of(reader.number, "other")}
    if weight <= ELSEWHERE:
        return False
    if role == "funder":
        return "future" not in meanings and not page.quoted(reader.start + 5)
    if role == "organiser":
        return weight > 0 and not _of_another_time(reader)
    if role in {"expert", "participant"} and weight >= 0 and not meanings and _is_near(reader):
        return True
    listed = role == "partner" and _PARTNERS.search(page.words(reader.number)) is not None
    return weight >= (3.0 if listed else 1.0) and "project" not in meanings


def _is_near(reader: _Reader) -> bool:
    """Return whether a sentence of the text stands no more than some paragraphs from the one that names the event."""
    page = reader.story.page
    here, lead = page.sentences[reader.number], page.sentences[reader.story.lead]
    return (
        here.zone == "body"
        and abs(here.paragraph - lead.paragraph) <= _NEAR
        and not page.quoted(reader.start + 5)
    )


def _of_another_time(reader: _Reader) -> bool:
    """Return whether a sentence, other than the one that names the event, tells of another year or of one to come."""
    story, page = reader.story, reader.story.page
    if reader.number in page.parts or page.sentences[reader.number].zone != "body":
        return False
    lead = page.sentences[story.lead]
    if reader.number != story.lead and {"time", "future"} & others_of(page, reader.number):
        return True
    told = _IN_YEAR.match(page.text, reader.start, reader.end)
    years = {one.first[:4] for one in story.facts.periods if lead.start <= one.start < lead.end}
    return told is not None and reader.number != story.lead and bool(years) and told[1] not in years


def _reached(reader: _Reader, at: int, role: str, side: str) -> list[Body]:
    """Return the bodies a cue reaches."""
    cue = reader.cues[at]
    if side == "joined":
        other = _BEGUN.search(reader.text, reader.start, cue.start) or _A_WORK.match(reader.text, cue.end)
        if other or reader.text.startswith(" by ", cue.end):
            return []
        near = [body for body in reader.bodies if 0 <= cue.start - body.end <= 2]
        return near or _named_up_to(reader, cue) or list(_paying_joined(reader, cue))
    if side == "after":
        return _behind(reader, at, role)
    if role == "organiser" and not _of_event(reader, cue):
        return []
    found = _before(reader, at, role) or _of_the_verb_before(reader, at)
    if found or reader.story.page.language not in _INVERTING:
        return found
    return _after(reader, cue.end, _next_cue(reader, at), role)


def _behind(reader: _Reader, at: int, role: str) -> list[Body]:
    """Return the bodies behind a cue; none where it says who paid for a study or a shelter."""
    cue, text = reader.cues[at], reader.text
    if role == "funder" and _WORK_PAID.search(text, max(reader.start, cue.start - 80), cue.start):
        return []
    copula = _COPULA.match(text, cue.end)
    return _after(reader, copula.end() if copula else cue.end, _next_cue(reader, at), role)


def _of_the_verb_before(reader: _Reader, at: int) -> list[Body]:
    """Return the subject that a verb has with the one before it: "UNODC held the course and sent two trainers"."""
    if not _AND_ALSO.search(reader.text, reader.start, reader.cues[at].start):
        return []
    for number in range(at - 1, -1, -1):
        role, _, side = reader.cues[number].meaning.partition(" ")
        if side == "before" and reader.cues[number].kind == "role":
            gap = reader.text[reader.cues[number].end : reader.cues[at].start]
            return [] if _BREAKS.search(gap) or len(gap) > REACH else _before(reader, number, role)
    return []


def _named_up_to(reader: _Reader, cue: Cue) -> list[Body]:
    """Return the known body whose name ends right before a cue: "a Roe Foundation funded project"."""
    span = (max(reader.start, cue.start - REACH), cue.start)
    named = unknown_names(reader.text, span, reader.bodies, reader.host)
    return [body for body in named if body.organisation_id and 0 <= cue.start - body.end <= 2]


def _next_cue(reader: _Reader, at: int, *, idle: bool = True, behind: int = 0) -> int:
    """Return where the next cue begins, not before `behind`; of those that give no role only where `idle`."""
    cue = reader.cues[at]
    aside = _ASIDE.search(reader.text, cue.end, min(reader.end, cue.end + 3 * STEP))
    begin, end = aside.span() if aside else (0, 0)
    return min(
        (
            one.start
            for one in reader.cues
            if one.start >= max(cue.end, behind)
            and one.kind == "role"
            and not begin <= one.start < end
            and not any(body.start < one.start < body.end for body in reader.bodies)
            and not _passed_over(reader.text, cue, one)
            and (idle or one.meaning != "none after")
        ),
        default=reader.end,
    )


def _passed_over(text: str, cue: Cue, other: Cue) -> bool:
    """Return whether a cue ends no reach of the one before: "funded by A through the B"; one that is in a name."""
    through = cue.meaning.startswith("funder") and text.startswith("through", other.start)
    return through or _in_a_name(text, other)


def _in_a_name(text: str, cue: Cue) -> bool:
    """Return whether a cue is part of a name in capitals: the "Special Representative" of an office of that name."""
    if cue.meaning == "participant after":
        named = _NAME_GOES_ON.search(text, max(0, cue.start - 30), cue.start) is not None
        return text[cue.start].isupper() and (named or text[max(0, cue.start - 4) : cue.start] == "the ")
    if cue.meaning != "none after":
        return False
    if _AGAINST.match(text, cue.start):
        return _CAPITALISED.search(text, max(0, cue.start - 25), cue.start) is not None
    return text[cue.start].isupper() or _UNDER.match(text, cue.start) is not None


def _behind_by(reader: _Reader, at: int, role: str) -> list[Body]:
    """Return the bodies behind "by" of a passive: "was held in Vienna on 3 May by A and B"."""
    cue = reader.cues[at]
    stop = min(_next_cue(reader, at, idle=False), cue.end + REACH)
    match = _BY.search(reader.text, cue.end, stop)
    if match is None or _NO_WAY_TO_BY.search(reader.text, cue.end, match.start()):
        return []
    return _after(reader, match.end(), _next_cue(reader, at, behind=match.end()), role)


def _of_event(reader: _Reader, cue: Cue) -> bool:
    """Return whether a verb has an event, or people who are trained, for its object."""
    for event in event_cues(reader.story.page, reader.number):
        if -8 < event.start - cue.end < 170:
            return True
        if 0 < cue.start - event.end < 160 and _BACK.search(reader.text[event.end : cue.start]):
            return True
    if _IT.match(reader.text, cue.end) or _of_a_list(reader, cue) or _behind_its_object(reader, cue):
        return True
    if _HOSTS.search(reader.text, cue.start, cue.end):
        return True
    return _TRAINING.search(reader.text[cue.start : cue.end]) is not None


def _behind_its_object(reader: _Reader, cue: Cue) -> bool:
    """Return whether a verb stands right behind its event, or what stands for it: "Семинар проводит", "Lo organizó"."""
    page = reader.story.page
    if page.language == "en":
        return False
    if _CLITIC.search(reader.text, reader.start, cue.start):
        return True
    if page.language != "ru":
        return False
    told = [*event_cues(page, reader.number), *page.of(reader.number, "again")]
    return any(0 < cue.start - one.end <= _AT_ONCE for one in told)


def _of_a_list(reader: _Reader, cue: Cue) -> bool:
    """Return whether a clause of a list of events says who held them: "IOM held, on 3 May in A and 5 May in B, …"."""
    page = reader.story.page
    if reader.number not in page.parts or not _HOLDS.fullmatch(reader.text, cue.start, cue.end):
        return False
    return any(event_cues(page, number) for number in page.parts)


# Behind a cue


def _after(reader: _Reader, place: int, stop: int, role: str) -> list[Body]:
    """Return the bodies listed behind a place, unknown names and paying countries among them."""
    text = reader.text
    stop = min(stop, reader.end)
    candidates = [body for body in reader.bodies if place - 1 <= body.start < stop]
    window = _window(text, place, min(stop, place + 3 * STEP), candidates)
    candidates += unknown_names(text, (place, window), reader.bodies, _whose(reader, role))
    if role == "funder":
        candidates += _governments(reader, place, stop, candidates)
    if role == "organiser":
        candidates += _told_governments(reader, place, stop, candidates)
    reached: list[Body] = []
    candidates = [body for body in candidates if body.organisation_id or not _is_unit(text, body, candidates)]
    for body in sorted(candidates, key=lambda one: one.start):
        gap = (_ASIDE if reached else _WHAT_IT_IS).sub(" ", text[place : body.start])
        if body.start < place:
            continue
        if reached and _is_government(body) and _PART_OF.fullmatch(text, place, body.start):
            place = body.end
            continue
        if role == "organiser" and not reached and _HEAD_OF.match(gap):
            break
        if role == "funder" and reached and _THROUGH.search(gap) and _carries_out(body):
            break
        if role == "partner" and reached and _BY_WAY_OF.search(gap):
            break
        if (
            len(gap) > (STEP if reached else REACH)
            or _CLAUSE.search(gap)
            or _BREAKS.search(gap)
            or _plain(gap) > 4
        ):
            break
        if gap.lstrip(")").removesuffix("the ") == ", " and _is_subject(reader, body):
            break
        reached.append(body)
        place = body.end
    return reached


def _whose(reader: _Reader, role: str) -> str | None:
    """Return whose the ministries are that hold a role: of those who came on a study visit not the host's."""
    visits = any(one.meaning == "study visit" for one in event_cues(reader.story.page, reader.story.lead))
    return None if role == "participant" and visits else reader.host


def _carrying_out(reader: _Reader, place: int) -> Iterator[Part]:
    """Yield those through whom others paid, who organised where nobody else is told to: "funded by A through B"."""
    match = _THROUGH_OTHERS.match(reader.text, place)
    told = _after(reader, match.end(), reader.end, "organiser") if match else []
    if told and _carries_out(told[0]):
        yield from (Part(body, "organiser", "others paid through it", "guess") for body in told)


def _carries_out(body: Body) -> bool:
    """Return whether a body through which others pay is one that carries out what they pay for."""
    known = bodies().by_id.get(body.organisation_id or "")
    return known is not None and known.kind in {"UN", "intergovernmental", "civil society"}


def _is_unit(text: str, body: Body, others: Sequence[Body]) -> bool:
    """Return whether a name nobody knows is that of a unit of the body behind it: "Border Unit of the OSCE"."""
    return any(
        _UNIT_OF.fullmatch(text, body.end, one.start) and not _is_government(one)
        for one in others
        if one.start > body.end
    )


def _is_subject(reader: _Reader, body: Body) -> bool:
    """Return whether a verb follows a body at once, whose subject it is: "funded by A, B has trained …"."""
    if _IS.match(reader.text, body.end):
        return True
    return any(0 <= cue.start - body.end <= 1 and cue.meaning == "organiser before" for cue in reader.cues)


def _window(text: str, place: int, stop: int, known: Sequence[Body]) -> int:
    """Return where the clause behind a place ends; words inside a name end nothing."""
    for pattern in (_CLAUSE, _BREAKS):
        for match in pattern.finditer(text, place, stop):
            if not any(body.start <= match.start() < body.end for body in known):
                stop = match.start()
                break
    return stop


def _plain(gap: str) -> int:
    return sum(word not in _GLUE_WORDS for word in _PLAIN.findall(gap))


def _governments(reader: _Reader, start: int, stop: int, taken: Sequence[Body]) -> list[Body]:
    """Return the governments of countries that stand behind "funded by", by name or as "the German government"."""
    found: list[Body] = []
    place = start
    for one in reader.story.facts.places:
        if not start <= one.start < stop or one.kind not in {"name", "adjective"}:
            continue
        inside = [body for body in taken if body.start - 40 < one.start < body.end]
        if any(body.start <= one.start for body in inside):
            place = max(place, inside[-1].end)
            continue
        behind = reader.text[one.end : one.end + 16].lstrip("'’s ")
        last = max([place, *(body.end for body in taken if body.end <= one.start)])
        gap = _OF_GOVERNMENT.sub(" ", reader.text[last : one.start])
        its = _OF_GOVERNMENT.match(behind) or _ITS_AID.match(behind)
        its = its or _COOPERATION.search(reader.text, last, one.start)
        if not _donor_gap(gap) or (one.kind == "adjective" and not its):
            break
        if re.match(r"Ministry|Embassy|Agency|Project|Mission", behind):
            break
        found.append(government(one.iso3, one.start, one.end))
        place = one.end
    return found


def _told_governments(reader: _Reader, start: int, stop: int, taken: Sequence[Body]) -> list[Body]:
    """Return the governments a piece tells in small letters: "the government of Belize", "the Swedish government"."""
    found: list[Body] = []
    for one in reader.story.facts.places:
        if not start <= one.start < stop or any(body.start <= one.start < body.end for body in taken):
            continue
        before = _GOVERNMENT_OF.search(reader.text, max(start, one.start - 24), one.start)
        behind = _ITS_GOVERNMENT.match(reader.text, one.end) if one.kind == "adjective" else None
        if one.kind == "name" and before:
            found.append(government(one.iso3, before.start(), one.end))
        elif behind:
            found.append(government(one.iso3, one.start, behind.end()))
    return found


def _donor_gap(gap: str) -> bool:
    """Return whether only small words stand between a cue, or another donor, and a country."""
    if len(gap) > 75 or _CLAUSE.search(gap) or re.search(r"\b(?:in|to|across|at|en|dans|em|в|for)\b", gap):
        return False
    return all(word.casefold() in _DONORS for word in _PLAIN.findall(gap))


def _paying_joined(reader: _Reader, cue: Cue) -> Iterator[Body]:
    for one in reader.story.facts.places:
        if 0 <= cue.start - one.end <= 2 and one.kind != "city":
            yield government(one.iso3, one.start, one.end)


# Before a verb


def _before(reader: _Reader, at: int, role: str) -> list[Body]:
    """Return the bodies that are the subject of a verb: the nearest before it, and those listed with it."""
    cue, text = reader.cues[at], reader.text
    begin = max(
        (one.end for one in reader.cues if one.end <= cue.start and _closes(reader, one)),
        default=reader.start,
    )
    candidates = [body for body in reader.bodies if begin <= body.start and body.end <= cue.start]
    span = (max(begin, cue.start - 220), cue.start)
    candidates += unknown_names(text, span, reader.bodies, _whose(reader, role))
    if role == "funder":
        candidates += _donors_before(reader, begin, cue.start, candidates)
    if role == "organiser":
        candidates += _told_governments(reader, begin, cue.start, candidates)
    relative = _WHICH.search(text, begin, cue.start)
    if relative is not None:
        return [body for body in candidates if body.end == relative.start()]
    candidates = [body for body in candidates if not _shadowed(reader, body, cue)]
    reached: list[Body] = []
    place = cue.start
    for body in sorted(candidates, key=lambda one: -one.start):
        gap = text[body.end : place]
        if reached and _POSSESSIVE.fullmatch(gap):
            place = body.start
            if body.organisation_id and reached[-1].organisation_id is None:
                reached[-1] = body
            continue
        if _CLAUSE.search(gap) or not (_listed(gap) if reached else _subject_gap(gap)):
            break
        reached.append(body)
        place = body.start
    return reached[::-1]


def _closes(reader: _Reader, cue: Cue) -> bool:
    """Return whether a cue ends the reach of a verb to its left; "thanked A and B for funding" begins with A."""
    if cue.meaning == "none after":
        return reader.text[cue.start : cue.end].casefold() == "thanked"
    role, _, side = cue.meaning.partition(" ")
    return side == "before" and role != "expert" and not _describes(reader, cue, role)


def _donors_before(reader: _Reader, begin: int, stop: int, taken: Sequence[Body]) -> list[Body]:
    """Return the governments of countries before "for funding" or "paid for"."""
    places = [
        one
        for one in reader.story.facts.places
        if begin <= one.start and one.end <= stop and one.kind != "city"
    ]
    found: list[Body] = []
    for one in reversed(places):
        edge = min([stop, *(body.start for body in [*found, *taken] if body.start >= one.end)])
        gap = _OF_GOVERNMENT.sub(" ", reader.text[one.end : edge])
        inside = any(body.start <= one.start < body.end for body in taken)
        if inside or not _donor_gap(gap):
            if not inside:
                break
            continue
        if one.kind == "adjective" and not _OF_GOVERNMENT.match(reader.text[one.end : one.end + 14].lstrip()):
            break
        found.append(government(one.iso3, one.start, one.end))
    return found


def _shadowed(reader: _Reader, body: Body, verb: Cue) -> bool:
    """Return whether a body before a verb belongs to a cue before it: "in cooperation with B, …"."""
    text = reader.text
    if text[body.start - 2 : body.start] == ", " and _is_subject(reader, body):
        return False
    for cue in reader.cues:
        if not cue.meaning.endswith("after") or cue.end > body.start or cue.start >= verb.start:
            continue
        gap = text[cue.end : body.start]
        words = text[cue.start : cue.end].casefold()
        if cue.meaning == "organiser after" or (
            cue.meaning == "none after" and (" " not in words or words in _PLACES)
        ):
            continue
        if words == "partners" and gap.startswith(","):
            continue
        purpose = cue.start - reader.start < 4 and words.startswith("to ")
        if purpose and not text[body.end : verb.start].strip():
            continue
        opening = cue.start - reader.start < 15 and re.search(r",\s(?:the\s|la\s|le\s|el\s|o\s|a\s)?$", gap)
        last = not any(
            other.start > body.start and other.end <= verb.start and "," in text[body.end : other.start]
            for other in reader.bodies
        )
        if opening and last:
            continue
        reach = 2 * REACH if cue.meaning == "partner after" else REACH
        if len(gap) < reach and not _CLAUSE.search(gap) and gap.count(",") <= 3:
            return True
    return False


def _listed(gap: str) -> bool:
    joined = _JOINED.search(gap)
    return len(gap) <= STEP and _plain(gap) <= 2 and not _BREAKS.search(gap) and joined is not None


def _subject_gap(gap: str) -> bool:
    """Return whether a verb may follow its subject after this: at once, or after what commas set off."""
    if len(gap) <= 160 and re.search(r"\band (?:recently |then |also |\w+ly )?$", gap):
        return True
    return len(gap) <= 60 or (len(gap) <= 260 and (gap.count(",") >= 1 or "(" in gap or _plain(gap) <= 3))
