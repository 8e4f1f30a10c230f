"""City and country an event was held in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from loaders.late import late
from loaders.place_keys import key
from loaders.place_tables import city_rows
from loaders.places import resolve_country
from loaders.release_abroad import from_all_over
from loaders.release_clauses import named_before
from loaders.release_evidence import Evidence, Sure, evidence
from loaders.release_facts import Place, country_name
from loaders.release_home import came_to, home, site_country
from loaders.release_seat import of_its_house, seat
from loaders.release_story import Story, background, event_cues, of_plans
from loaders.release_towns import cities, town
from loaders.sheets import rows

LEAST = 3.4
"""A place that scores less is not taken for the event's."""

_FROM_THE_HEAD = 4.5
"""The score of the place that agencies write from."""

NEVER = -9.0
"""The score of a place that cannot be the event's."""

_LOWEST = -5.5
"""The weight of a menu or a tail, in which no place is the event's."""

_HEADED_BY = (_LOWEST, -15.0)
"""The least weight of a sentence headed by the town it is written from: outside of the text, and in it."""

_IN = late(
    r"(?:\b(?:in|at|near|outside|on(?= the (?:outskirts|edge)\b)|à|au|aux|en|em|no|na|nos|nas|dans|a|в|во|г\.|"
    r"городе)|в г\.|cidade d[aeo]|"
    r"ciudad de|ville de)\s+"
    r"(?:(?:the|la|le|el|o|a|city of|capital of|town of|cidade d[aeo]|ciudad de|ville de|capital city of|"
    r"capital|capitale|capital city|городе|столице|"
    r"downtown|central|nearby|northern|southern|eastern|western|neighbouring|republic of|kingdom of|"
    r"(?:[\w\-]+ )?capital(?: city)?(?: of(?: [\w\-]+,)?)?|(?:outskirts|edge|suburbs?|heart|centre|center|"
    r"surroundings) of|"
    r"(?:[\w\-]+['’]s?(?: (?:capital|second city|largest city))?)|"
    r"(?:[\w\-]+ )?(?:town|city|village|district|province|region|port|resort|municipality|governorate) of)"
    r"[\s,]+){0,3}$",
    re.IGNORECASE,
)
_HOSTED = late(
    r",?\s?(?:(?:today|yesterday|also|recently|this week|on \w+day)\s)?(?:abrite|a abrité|s[’']apprête à accueillir|"
    r"hosts|hosted(?! by)|welcomed|welcomes|is hosting|"
    r"(?:was|is|has been|will be) the (?:meeting place|venue|host|scene|setting|location|backdrop)|will host|"
    r"play(?:s|ed) host (?=to|on|from|between|this|last)|"
    r"marked|acogió|a accueilli|accueille|acolheu|recibió|принимает|принял\b|приняла\b|стал\w* (?:местом|площадкой)|"
    r"a servi de cadre|a été le théâtre|(?:fue|es|será) (?:la )?(?:sede|escenario|anfitriona)|sirvió de|alberga\b|"
    r"albergó\b|acoge\b|foi (?:o )?(?:palco|sede)|recebeu|sedi(?:a|ou)\b|abrig(?:a|ou)\b|acolhe\b)"
)
_COUNTRY_HOSTED = late(
    r"\s(?:has\s)?(?:hosts|hosted|is hosting|will host|abrite|a abrité|a accueilli|accueille|acogió|acoge|acolheu|"
    r"sediou)\s(?:an?|the|its|this|un|une|uno|una|el|la|le|um|uma|o)\s"
)
"""What stands between a country and an event it was the host of."""

_COUNTRY_HELD = late(
    r"\s(?:(?:is|are|will be)\s(?:holding|leading|convening|organi[sz]ing)|"
    r"(?:will\s)?(?:hold|lead|convene|organi[sz]e)s?|held|led|convened|organi[sz]ed)\s(?:an?|its|the)\s"
)
_HOSTED_BY = late(
    r"\b[Hh]osted (?:jointly )?by\s(?:the\s)?(?:(?:[Gg]overnment|Republic|Kingdom|[Aa]uthorities|"
    r"State)\sof\s)*(?:the\s)?$",
    needs="osted",
)
"""What stands before the country that was the host: "the workshop, hosted by the Government of"."""

_OF_STATE = late(
    r"\s(?:[A-Z]\w+\s){0,2}?(?:[Gg]overnment|[Aa]uthorities|Ministr|Police|Parliament|Prosecut|Supreme Court|Academy|"
    r"Senate|Judicia|Border|Customs|Immigration)"
)
"""What stands behind the adjective of a state that was the host, of which no embassy or mission is one."""

_AFTER_THOSE = late(
    r"\b(?:after|following|like|as|unlike|than|besides|in addition to)\s(?:those|the ones|that|the one|"
    r"(?:an?|the|its|two|three|similar|earlier|previous|first)\s(?:[\w\-]+\s){0,3}"
    r"(?:workshops?|trainings?|courses?|seminars?|meetings?|events?|sessions?|"
    r"conferences?))\s(?:held\s)?(?:earlier\s)?in\s"
    r"(?:(?!(?:took|was|were|met|is|are|has|have|gathered|opened|began)\b)[\w’'\-]+,?\s){0,5}$"
)
"""What stands before where events before it were: "the third after those in Lima and"."""

_EXCURSION = late(
    r"\b(?:[Tt]he (?:group|participants|trainees|delegates|officers|judges|prosecutors)|[Tt]hey)\s(?:also\s)?"
    r"(?:visited|toured|travelled to|went to see)\b[^.;]{0,80}$"
)
"""What stands before where people went on a day of an event that is no visit."""

_SHOWN = late(
    r"\b(?:showed|showing|depicting|fictional|fictitious|imaginary|invented|scenario|story of|set in)\b[^.;]{0,60}$"
)
"""What stands before the place of a case that was shown or made up."""

_THE_TOWNS = late(r"\b(?:[Tt]he|[Tt]his|[Ii]ts|[Oo]ur)\s(?:[a-z][\w\-]+\s){0,2}$")
"""What stands before an event called by its town: "the Lima workshop"."""

_NEAR_EVENT = 30
_IN_ONLY = late(
    r"(?:\b(?:in|at|à|au|aux|en|em|no|na|dans|в|во)\s+(?:the |la |le |l[’'])?|\bto\s+)$", re.IGNORECASE
)
_OFFICE_IN = late(
    r"\b(?:[Ee]mbassy|[Cc]onsulate|High Commission|[Oo]ffice|[Mm]ission|based)\s(?:in|at)\s(?:the\s)?$"
)
_BEHIND_TOWN = 4
"""Letters up to which a country stands right behind its town."""

_YEAR, _MONTHS_APART = 4, 3
"""Letters of a year; months up to which what was before may be the event."""

_CAPITAL_BEFORE = late(r"\b(?:capitale|capital)\s$")
_CAPITAL_AFTER = late(
    r"\scapital(?:\scity)?\b(?!\s(?:market|punishment|fund|invest))|"
    r"\s(?:(?:border|port|coastal|resort|university|lakeside|seaside|mountain)\s)?(?:city|town|port|resort|"
    r"village)\sof\s[A-Z]"
)
_AT = late(r"\b(?:at|in) the\s$")
_HOUSE = late(
    r"(?:['’]s)?(?:\s(?:[A-Z][\w’']+|of|for|and)){0,6}?\s"
    r"(?:Cent(?:re|er)|Academy|College|School|Institute|Headquarters|University|Hotel|"
    r"(?:[Bb]order|[Cc]rossing|[Cc]heck)[ -]?(?:[Pp]ost|[Pp]oint|[Cc]rossing)|(?:[Ii]nternational )?[Aa]irport)\b"
)
_SEAT = late(
    r"\b(?:by|with|from|of|and|for)\s(?:the\s)?(?:[A-Z][\w.’\-]+,?\s(?:(?:of|for|and|the)\s){0,2}){2,9}in\s$|"
    r"\([A-Z]{2,9}\)\sin\s(?:the\s)?$"
)
_AT_A_HOUSE = late(r"\bat the\s(?:[A-Z][\w.’\-]*\s(?:(?:of|for|and)\s)?){1,8}(?:\([A-Z]{2,9}\)\s)?in\s$")
"""What names the house an event was held at: "at the Roe Training Institute (RTI) in"."""
_HELD_AT_A_HOUSE = late(
    r"\b(?:at|in)\s(?:the\s)?(?:[A-Z][\w.’'&\-]*\s(?:(?:of|for|and|the)\s){0,2}){0,7}"
    r"(?:Hotel|Cent(?:re|er)|Hall|Academy|College|University|Institute|Building|House|Palace|Auditorium|Resort|"
    r"Headquarters|Lodge|Inn|Complex|Museum|Library|Court|Ministry)(?:\s\([A-Z]{2,9}\))?,\s(?:in\s)?$|"
    r"\b(?:held|place|hosted|conducted|convened|organi[sz]ed|met)\b[^.;,]{0,50}\bat\s(?:the\s)?"
    r"(?:[A-Z][\w.’'&\-]*\s){0,3}[A-Z][\w’'&\-]*,\s(?:in\s)?$"
)
"""What stands between an event and the town of its house."""

_ITS_PEOPLE = 1.5
"""What a place gains in a headline right behind people: "Border guards in Chad learn"."""

_SEVERAL = 3
"""Countries from which on the towns of a list are not where one event was."""

_HOST = 1.0
"""What a country gains that was the host, less than the town that an event is said to be held in."""

_FAR, _NO_EVENT_NEAR = -2.0, 0.0
"""What a place gains far from the words for an event; before these are told, in a sentence that tells the days."""

_DESTINATION = 6.0
"""What a place gains to which a study visit or a tour is said to lead."""

_DATED, _OF_A_SEAT = late(r"(?:,\s\w+)?,?\s(?:on|from|between|over)\s\w*\s?\d"), 6.0
"""What a place loses that rather is the seat of a body: "by the Section for Trade in Geneva"."""

_IN_A_QUOTE = 3.0
"""What a place loses that somebody speaks of."""

_FARTHEST = 1.5
"""The most that a place loses by standing far down a page."""

_FIRST_LETTERS = 4
"""So early in a clause its town stands without "in": "in Lima on 3 May, and Quito on 5 May"."""

_BEHIND_A_TOWN = 25
"""Letters that may follow a town on a line of its own: its country."""

_DAY_BEFORE = late(r"(?:date\s)?[\s\d./:–—-]+")
_TO_DAY = late(r"(?:,\s[A-Z][\w\s]{2,30})?,\s(?:on\s|from\s)?")
"""What stands between a town and the day of its event."""

_ABBREVIATED = 4
"""Letters up to which a name all in capitals is rather an abbreviation, but at the head of a text."""

_OPENS = late(
    r"(?:,[^.;:–—]{2,40}|\s\([^()]{3,30}\))?(?:\s?[–—]\s|\s?--?\s|\.(?:\s|$)|:(?:\s|(?=[A-Z][a-z])))"
)
_VENUE = late(
    r"\b(?:at|in|of|à|en|no|na|в)\s(?:the\s|la\s|l[’'])?(?:[\w’'\-]+\s){0,6}(?:Academy|University|"
    r"Institute|College|Hotel|Palace|School|Training Cent(?:re|er)) (?:in|of|at)\s$|"
    r"\bat\s(?:the\s|its\s)?(?:[\w’'\-]+\s){0,4}(?:[Hh]eadquarters|premises)\s(?:in|of)\s$|"
    r"\b(?:held|place|hosted|convened|conducted|organi[sz]ed)\s(?:in|at)\s(?:the\s|its\s)?(?:[\w’'\-]+\s){0,5}"
    r"(?:Cent(?:re|er)|Office|Secretariat|Court)\sin\s$"
)
_VISIT_TO = late(
    r"\b(?:[Vv]isits?|[Tt]ours?|[Tt]rips?|[Mm]issions?)\b[^.;]{0,110}\bto (?:the )?"
    r"(?:(?:[A-Z][\w.&’'-]+ |of |for |the |and ){0,7}[A-Z][\w.&’'-]+,\s)?$",
    needs="isit|our|rip|ission",
)
_VENUE_IS = late(
    r"\b[Vv]enue\b[^.;]{0,90}\b(?:was|is|will be)\s(?:in\s)?(?:the\s)?(?:[\w\-]+\sof\s)?$", needs="enue"
)
"""What stands before a place that is told to be the venue."""

_SENT_TO = late(
    r"\b(?:[Vv]isits?|[Tt]ours?|[Tt]rips?)\b[^.;]{0,70}\bdelegations? to (?:the )?$", needs="delegation"
)
_WENT_ON = late(
    r"\b(?:had|went on|undertook|made|paid|conducted|on)\s(?:an?|the|their|its)\s(?:[\w\-]+\s){0,3}"
    r"(?:mission|visit|trip|tour)\sto\s(?:the\s)?$"
)
"""What stands before where people went, not before what a mission is accredited to: "had a mission to"."""

_THEY = late(r"(?:They|The (?:delegation|delegates|participants|group|visitors|team))\b")
_BROUGHT = late(
    r"\b(?:brought|came|come|invited|travel\w*|flew|gathered|convened|went)\b[^.;]{0,170}\bto\s+(?:the )?$",
    re.IGNORECASE,
    needs="brought|came|come|invited|travel|flew|gathered|convened|went",
)
_TO = late(r"\b(?:to|visited|à|a|в|para)\s+$", re.IGNORECASE)
_OWNED = late(
    r"(?:office|offices|mission|missions|centre|center|embassy|embassies|ambassador|consulate|"
    r"headquarters|based|delegation|hq|chapter|co-ordinator|coordinator|spokesperson|adviser|advisor|presence|"
    r"bureau|university|academy|institute|branch|court|police|prosecutor|field|programme|project|"
    r"police of|oficina|embajada|ambassade|[Mm]inistry of (?:the )?(?:\w+ and )?\w+|"
    r"посольств\w*|офис\w*|центр\w*|миссии|миссия|mayor|bishop|secretariat|declaration|protocol|"
    r"process|port|airport) (?:(?!officers|officials)\w+ )?(?:in|of|to|for|at|en|em|à|de|da|do|в|for the)?\s*"
    r"(?:the )?$|"
    r"\bcourts (?:in|of|at) (?:the )?$|"
    r"\b(?:border|frontera|fronteira|frontière) (?:with|con|com|avec) (?:the )?$|[-–]$",
    re.IGNORECASE,
    needs=(
        "office|mission|centre|center|embass|ambassad|consulate|headquarters|based|delegation|hq|"
        "chapter|co-ordinator|coordinator|spokesperson|advis|presence|bureau|university|academy|institut|"
        "branch|court|police|prosecutor|field|programme|project|oficina|embajada|посольств|офис|центр|"
        "мисси|mayor|bishop|secretariat|declaration|protocol|process|port|ministry of|-|–|border|fronter|"
        "fronteir|frontièr"
    ),
)
_HEADED = late(
    r"\b(?:head|director|chief|representative|manager|coordinator|officer)\s(?:of|"
    r"for)\s(?:the\s)?(?:[\w()\-]+\s){1,9}in\s$",
    re.IGNORECASE,
)
"""What stands before the town of somebody's office: "head of the Liaison Bureau of the police in Lima"."""

_AFTER_OWNED = late(
    r"(?:['’]s)?\s?-?(?:based|Process|Protocol|Declaration|Principles|Convention|Office|Mission|"
    r"University|Agreement|Police|Plan of Action|Centre|Academy|Action Plan|Forum|Court|Prosecutor|"
    r"Municipality|Institute|headquarters|Treaty|Department|Bureau|Coast Guard|Congress|Senate|Homeland)"
)
_PREMISES = late(
    r"\s(?:[A-Z]\w+\s)?(?:Hotel|Palace|Residence|Resort|Inn|Plaza|Street|Avenue|Road|Square|Lodge|Club)\b"
)
"""What a town before it only lends its name to."""

_IN_A_LIST = late(r"(?:,\s|,?\s(?:and|or|y|e|et|и)\s)(?:the\s|la\s|le\s|el\s|[dl][’']|du\s|au\s|em\s|en\s)?$")
_CITY_OF = late(r"\bCiudad de $")
_OWN_TOWN = late(r"['’]s\s((?:[A-Z][\w’'\-]+\s?){1,3})(?=(?:(?<=\s)|\s)(?:on|from|in)\b|[,.])")
_LIST_GOES_ON = late(
    r",\s(?:the\s)?[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?,?\s(?:and|y|e|et|и)\s(?:the\s|el\s|la\s|le\s|o\s|"
    r"a\s|in\s)?[A-ZÀ-Þ]"
)
_ON = late(r"\b(?:on|in|at)\s$")
_WENT_TO_SEE = late(r"\bvisit(?:s|ed)?\s")
_NEAR_VISIT = 90
_ITS_BODY = late(
    r"(?:['’]s?)?\s(?:the\s)?(?:[A-Z]\w+\s){0,2}"
    r"(?:Ministry|Police|Parliament|Government|Supreme Court|Prosecutor|Border|Agency)"
)
_IN_THEM = late(r"\sin\s(?:the\s|both\s)?")
_BEHIND_DAY = late(r"\s?[,.–—|-]\s")
_LABEL = late(
    r"\b(?:where|place|venue|location|city|lieu|lugar|sede|local|место проведения|"
    r"место)\s*:\s*(?:[\w.’' ]{0,40}, )?$",
    re.IGNORECASE,
    needs=":",
)
_HOST_IS = late(r"\b(?:the|and)\s(?:host(?:\scountry|\snation)?),?\s$", re.IGNORECASE)
"""What names the host in a list of those who came: "Kenya, Uganda and the host Zambia"."""

_COMMA_COUNTRY = late(r"\s?[,(]\s?(?:the\s|in\s)?$")
_UNKNOWN_CITY = late(
    r"\b(?:in|at|en|em|à|in the (?:[\w\-]+ )?(?:city|town|village|district|province) of|в)\s+"
    r"((?:[^\W\d_a-zß-öø-ÿа-я][\w’'\-]+(?:\s(?:de|del|la|el|do|"
    r"da|of|upon))?\s?){1,4}),\s(?:\w+\s){0,3}?$"
)
_IN_TOWN_OF = late(
    r"\b(?:in|at|near)\sthe\s(?:[\w\-]+\s){0,4}?(?:city|town|village|district|province|region|port|capital)\sof\s+$"
)
_TOWN_OF = late(
    r"\b(?:outskirts|edge|suburbs?|heart|[Cc]ity|[Tt]own|[Cc]apital|[Mm]unicipality|[Pp]ort|[Vv]illage) of\s$"
)
_TROUBLE = late(
    r"\b(?:war|conflict|crisis|crises|invasion|aggression|hostilities|violence|unrest|situation|earthquake|floods|coup|"
    r"guerre|conflit|crise|guerra|conflicto|conflito|войн\w+|конфликт\w*)\s(?:in|of|against|en|em|au|в|на)\s(?:the\s|"
    r"la\s)?$",
    re.IGNORECASE,
)
"""What stands before a country in trouble, not before where an event was: "the war in"."""

_PEOPLE_FROM = late(
    r"\b(?:from|of|originating in|trafficked to|trafficked in|exploited in|working in|born in|"
    r"living in|(?:victims|migrants|workers|women|refugees|children|nationals) (?:of (?:human )?trafficking |"
    r"face )?in)\s+(?:the )?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Where:
    """City, host country and the evidence; None where not told or held online."""

    city: str | None
    iso3: str | None
    evidence: tuple[Evidence, ...] = ()


def where(story: Story, mode: str | None) -> Where:
    """Return where an event was held; nowhere for one that was held online."""
    ranked = sorted(_candidates(story), key=lambda one: -one[0])
    if mode == "online" and (not ranked or ranked[0][0] < 10 or ranked[0][1].kind != "city"):
        return Where(None, None)
    if (
        not ranked
        or ranked[0][0] < LEAST
        or (story.lead in story.page.parts and _is_of_another(story, ranked))
    ):
        return _of_clause(story) or _from_dateline(story)
    score, place = ranked[0]
    if score <= _FROM_THE_HEAD and (own := _at_its_house(story)):
        return own
    if place.kind == "city":
        return _city(story, place, sure="sure" if score >= 6 else "derived")
    return _in_country(story, place, ranked)


def _in_country(story: Story, place: Place, ranked: Sequence[tuple[float, Place]]) -> Where:
    """Return a country, with the town in it where one is told."""
    if from_all_over(story) or _is_doubtful(story, place):
        return Where(None, None)
    city = _own_town(story, place) or _city_of_a_name(story, place) or next(_unknown_city(story, place), None)
    told = [_host(story, place, "country named beside the event", "sure")]
    if city is not None:
        told.insert(0, evidence(story.page, "city", city[0], span=city[1], rule="place before its country"))
        return Where(city[0], place.iso3, tuple(told))
    inside = [
        one for value, one in ranked if one.kind == "city" and one.iso3 == place.iso3 and value >= LEAST - 1
    ]
    if place.kind == "adjective":
        inside = [one for one in inside if _is_head(story, one)] or inside
    return _city(story, inside[0], sure="derived") if inside else Where(None, place.iso3, tuple(told))


def _is_doubtful(story: Story, place: Place) -> bool:
    """Return whether a country may be a city of another that a page rather speaks of: "Benin" beside Nigerians."""
    city = town(f"{place.as_written} City")
    if city is None or "|" in city[0] or city[0] == place.iso3:
        return False
    spoken = [one.iso3 for one in story.facts.places]
    return spoken.count(city[0]) > spoken.count(place.iso3)


def _is_of_another(story: Story, ranked: Sequence[tuple[float, Place]]) -> bool:
    """Return whether the clause of an event names a place that is not known, so that those found are of others."""
    lead = story.page.sentences[story.lead]
    return _named_in(story) is not None and not any(lead.start <= one.start < lead.end for _, one in ranked)


def _named_in(story: Story) -> re.Match[str] | None:
    """Return the place that the sentence of an event names right before its days, known or not."""
    page, lead = story.page, story.page.sentences[story.lead]
    days = (one.start for one in story.facts.periods if lead.start <= one.start < lead.end)
    return next((found for day in days if (found := named_before(page.text, lead.start, day))), None)


def _of_clause(story: Story) -> Where | None:
    """Return the place, not a known one, of an event told in a clause of its own: "and in Smalltown on 5 May"."""
    named = _named_in(story) if story.lead in story.page.parts else None
    if named is None:
        return None
    name, span = named[1].strip(), (named.start(1), named.end(1) - 1)
    told = _only_country(story)
    city = evidence(story.page, "city", name, span=span, rule="place before its day", sure="derived")
    return Where(name, told.iso3, (city, *told.evidence))


def _stands_alone(story: Story, place: Place, at: int) -> bool:
    """Return whether a country is all of the sentence that opens a text, as a dateline: "Costa Rica. With …"."""
    sentence = story.page.sentences[at]
    alone = place.start == sentence.start and sentence.end - place.end <= 1
    return alone and place.kind == "name" and sentence.zone == "body" and at < story.lead + 1


def _elsewhere_in_several(story: Story, place: Place) -> bool:
    """Return whether events are told as held in several other countries: "LIMA – sessions in Chile and Peru"."""
    page = story.page
    for number in story.told(0.0):
        for event in event_cues(page, number):
            there = [
                one for one in story.facts.places if 0 < one.start - event.end < 60 and one.kind == "name"
            ]
            listed = len({one.iso3 for one in there}) > 1 and _IN_THEM.fullmatch(
                page.text, event.end, there[0].start
            )
            if listed and place.iso3 not in {one.iso3 for one in there}:
                return True
    return False


def _candidates(story: Story) -> list[tuple[float, Place]]:
    return [(score, place) for place in story.facts.places if (score := _score(story, place)) > NEVER]


def _score(story: Story, place: Place) -> float:
    """Return how likely an event was held at a place."""
    at = story.page.at(place.start)
    if at is None or _cannot_be(story, place, at):
        return NEVER
    begin = story.page.sentences[at].start
    before = story.page.text[max(begin, place.start - 48) : place.start]
    if _LABEL.search(before) or (place.kind == "name" and _HOST_IS.search(before)):
        return 9.0
    if _heads_the_text(story, place, at):
        return NEVER if _elsewhere_in_several(story, place) else _FROM_THE_HEAD
    if _stands_alone(story, place, at):
        return 4.0
    if _dateline_of(story, place):
        return 2.5 if place.kind == "city" else -1.0
    return _told(story, place, at, before)


_HELPS = late(r"\s(?:funds|finances|sponsors|supports|pays|donates|backs|helps)\s")
"""What a country does that is not where the event was: "Norway funds training in Peru"."""


def _cannot_be(story: Story, place: Place, at: int) -> bool:
    """Return whether a place is only part of a name, stands in a list or where nothing of the event is told."""
    page = story.page
    lowest = (_HEADED_BY[page.sentences[at].zone == "body"]) if _heads_the_text(story, place, at) else -3.0
    low = story.weights[at] < lowest
    if (
        low
        or not _may_be_named(story, place, at)
        or _HELPS.match(page.text, place.end)
        or came_to(page.text, place)
    ):
        return True
    before = page.text[max(page.sentences[at].start, place.start - 48) : place.start]
    owned = _OWNED.search(before) and not _SENT_TO.search(page.text[page.sentences[at].start : place.start])
    owned = owned and not (place.kind == "city" and _DATED.match(page.text, place.end))
    owned = owned and not _WENT_ON.search(page.text, page.sentences[at].start, place.start)
    owned = owned or _behind_owned(story, place, page.sentences[at].start)
    headed = _HEADED.search(page.text, max(page.sentences[at].start, place.start - 110), place.start)
    if (owned or headed) and not _VENUE.search(before) and not _hosts(page.text, place.end):
        return True
    led = page.text[page.sentences[at].start : place.start]
    if background(page, place.start) or of_plans(story, at) or _is_of_other_things(story, at, led):
        return True
    named_so = _AFTER_OWNED.match(page.text, place.end) and not _names_a_venue(page.text, place)
    if named_so or _at_another_time(story, place):
        return True
    named_after = place.kind == "city" and (
        _PREMISES.match(page.text, place.end) is not None or _is_short(place)
    )
    if named_after and _heads_the_text(story, place, at):
        return False
    return not _LABEL.search(before) and (named_after or _is_one_of_many(story, place))


def _may_be_named(story: Story, place: Place, at: int) -> bool:
    """Return whether a place is told by its name, as a capital or as a state that hosted: "the Kazakh capital"."""
    if place.kind != "adjective":
        return place.kind != "group"
    text = story.page.text
    return _is_capital(text, place) or _hosted_by(text, place, story.page.sentences[at].start)


def _is_of_other_things(story: Story, at: int, led: str) -> bool:
    """Return whether the words before a place tell of events before, of a case that was shown or of an excursion."""
    if _AFTER_THOSE.search(led[-160:]) or _SHOWN.search(led):
        return True
    return _EXCURSION.search(led) is not None and not _of_the_visit(story, at)


def _at_another_time(story: Story, place: Place) -> bool:
    """Return whether a place stands before a month long before that of the event: "in Lima in July 2011"."""
    behind = [
        one.last
        for one in story.facts.periods
        if 0 < one.start - place.end <= _BEHIND_TOWN and one.as_written[-1:].isdigit()
    ]
    lead = story.page.sentences[story.lead]
    own = [one.first for one in story.facts.periods if lead.start <= one.start < lead.end]
    own += [story.facts.dateline.first] if story.facts.dateline else []
    days = [_month(one) for one in own if len(one) > _YEAR and one[0] != "X"]
    then = [_month(one) for one in behind if len(one) > _YEAR and one[0] != "X"]
    return bool(days and then) and max(then) < min(days) - _MONTHS_APART


def _month(day: str) -> int:
    """Return the months up to a day or a month."""
    return 12 * int(day[:4]) + int(day[5:7])


def _behind_owned(story: Story, place: Place, begin: int) -> bool:
    """Return whether a country stands behind the town of somebody's office: "the Embassy in Lima, Peru"."""
    text = story.page.text
    towns = (
        one for one in story.facts.places if one.kind == "city" and 0 < place.start - one.end < _BEHIND_TOWN
    )
    town_before = next((one for one in towns if text[one.end : place.start] == ", "), None)
    if town_before is None or place.kind != "name":
        return False
    before = text[max(begin, town_before.start - 48) : town_before.start]
    return _OFFICE_IN.search(before) is not None and not _VENUE.search(before)


def _hosted_by(text: str, place: Place, begin: int) -> bool:
    """Return whether a country, or a body of its state, is told to have hosted: "hosted by the Peruvian Ministry"."""
    if place.kind == "city" or not _HOSTED_BY.search(text, max(begin, place.start - 60), place.start):
        return False
    return place.kind == "name" or _OF_STATE.match(text, place.end) is not None


def _is_capital(text: str, place: Place) -> bool:
    """Return whether an adjective says whose capital is meant: "in the Ghanaian capital", "la capitale togolaise"."""
    before = _CAPITAL_BEFORE.search(text, max(0, place.start - 14), place.start)
    return before is not None or _CAPITAL_AFTER.match(text, place.end) is not None


def _names_a_venue(text: str, place: Place) -> bool:
    """Return whether a country begins the name of the house an event was held in: "at the Kenya Police Academy"."""
    at = _AT.search(text, max(0, place.start - 8), place.start) is not None
    if place.kind == "city" and not at:
        at = text.startswith("at ", place.start - 3)
    return at and _HOUSE.match(text, place.end) is not None


def _is_short(place: Place) -> bool:
    return place.as_written.isupper() and len(place.as_written) <= _ABBREVIATED


def _is_one_of_many(story: Story, place: Place) -> bool:
    """Return whether a country stands in a list of places, as those do that a crime concerns or people come from."""
    if place.kind != "name":
        return place.kind == "city" and len({one.iso3 for one in _towns_beside(story, place)}) >= _SEVERAL
    text, at = story.page.text, story.page.at(place.start)
    if _LIST_GOES_ON.match(text, place.end):
        return True
    for one in story.facts.places:
        if one.iso3 == place.iso3 or one.kind == "city" or story.page.at(one.start) != at:
            continue
        first, second = sorted((one, place), key=lambda each: each.start)
        if _IN_A_LIST.fullmatch(text, first.end, second.start):
            return True
    return False


def _towns_beside(story: Story, place: Place) -> list[Place]:
    """Return the towns of the list that a town stands in: "in Moscow, Istanbul and Dubai"."""
    text = story.page.text
    towns = [one for one in story.facts.places if one.kind == "city"]
    here = next(number for number, one in enumerate(towns) if one.start == place.start)
    first = last = here
    while first > 0 and _IN_A_LIST.fullmatch(text, towns[first - 1].end, towns[first].start):
        first -= 1
    while last + 1 < len(towns) and _IN_A_LIST.fullmatch(text, towns[last].end, towns[last + 1].start):
        last += 1
    return towns[first : last + 1]


def _heads_the_text(story: Story, place: Place, at: int) -> bool:
    """Return whether a city stands where agencies put the place they write from: "LIMA – A workshop …"."""
    page = story.page
    early = place.kind == "city" and at <= story.lead + 1
    return (
        early and _opens(story, place, page.sentences[at].start) and bool(_OPENS.match(page.text, place.end))
    )


def _is_head(story: Story, place: Place) -> bool:
    """Return whether a town is that of the dateline, in one form or the other."""
    at = story.page.at(place.start)
    return _dateline_of(story, place) or (at is not None and _heads_the_text(story, place, at))


def _opens(story: Story, place: Place, begin: int) -> bool:
    """Return whether a place opens a sentence, at once or behind its country: "SYRIA, Damascus –"."""
    if place.start - begin < 4 or _DAY_BEFORE.fullmatch(story.page.text, begin, place.start):
        return True
    if any(
        one.start - begin < 4
        and story.page.text[one.end : place.start].strip() in {",", "-", "–", "|", "/", ":"}
        for one in story.facts.periods
    ):
        return True
    return any(
        one.start - begin < 4
        and one.iso3 == place.iso3
        and story.page.text[one.end : place.start].strip() in {",", "-", "–"}
        for one in story.facts.places
    )


def _told(story: Story, place: Place, at: int, before: str) -> float:
    """Return how surely a sentence says that the event was held at a place."""
    page, sentence = story.page, story.page.sentences[at]
    score = -_IN_A_QUOTE if sentence.zone == "body" and page.quoted(place.start) else 0.0
    score += story.weights[at] + (1.5 if place.kind == "city" else 0.0) - min(0.1 * at, _FARTHEST)
    dated = _with_date(story, at) or _on_a_cover(story, place, at)
    if sentence.zone in {"title", "heading"}:
        return score + 3.0 * dated + _in_headline(story, place, at)
    if _TROUBLE.search(before):
        return NEVER
    named = (_IN_TOWN_OF, _TOWN_OF, _VENUE)
    people = _PEOPLE_FROM.search(before) and not any(pattern.search(before) for pattern in named)
    town_told = place.kind == "city" or _is_capital(page.text, place)
    hosts = town_told and not people and _hosts(page.text, place.end)
    if hosts or _is_host(story, place, at):
        return score + 4.0
    if _hosted_by(page.text, place, sentence.start):
        return score + _HOST
    if people:
        return NEVER
    return _in_the_text(story, place, at, score=score + dated)


def _in_headline(story: Story, place: Place, at: int) -> float:
    """Return how surely a headline says that the event was held at a place: more behind "in", less among others."""
    page, sentence = story.page, story.page.sentences[at]
    before = page.text[max(sentence.start, place.start - 48) : place.start]
    led = page.text[sentence.start : place.start]
    if _IN.search(before) or before.endswith(", ") or _VISIT_TO.search(led):
        people = page.of(at, "people", "audience")
        there = any(page.text[one.end : place.start] in {" in ", " across "} for one in people)
        return 2.0 + _ITS_PEOPLE * there
    others = (one for one in story.facts.places if one.iso3 != place.iso3)
    return -2.0 if any(sentence.start <= one.start < sentence.end for one in others) else 0.0


def _in_the_text(story: Story, place: Place, at: int, *, score: float) -> float:
    """Return the score of a place in a sentence by what stands before it; NEVER where nothing says it was there."""
    page, sentence = story.page, story.page.sentences[at]
    before = page.text[max(sentence.start, place.start - 48) : place.start]
    led = page.text[sentence.start : place.start]
    told = (
        _IN.search(before)
        or _at_a_venue(place, led)
        or (place.kind == "name" and _UNKNOWN_CITY.search(led))
        or _VENUE_IS.search(led)
        or _VISIT_TO.search(led)
        or (place.kind == "city" and _IN_TOWN_OF.search(before))
    )
    score += _DESTINATION if _VISIT_TO.search(led) and _of_the_visit(story, at) else 0.0
    score += _DESTINATION if _WENT_ON.search(led) and _leads_on(story, at) else 0.0
    first = place.start - sentence.start < _FIRST_LETTERS or before.endswith("(")
    opens = (at in page.parts and first) or _beside_day(story, place)
    opens = opens or _names_its_event(story, place, at)
    placed = bool(told) or opens or _names_a_venue(page.text, place) or _own_town(story, place) is not None
    if not (placed or (_TO.search(before) and page.of(at, "abroad")) or _BROUGHT.search(led)):
        return NEVER
    if _SEAT.search(led[-110:]) and not _DATED.match(page.text, place.end) and not _AT_A_HOUSE.search(led):
        score -= _OF_A_SEAT
    events = [*event_cues(page, at), *page.of(at, "happens", "again")]
    near = min((abs(place.start - cue.end) for cue in events), default=999)
    apart = _NO_EVENT_NEAR if not (events or at > story.lead) and _with_date(story, at) else _FAR
    return score + (2.5 if near < 90 else 1.0 if near < 200 else apart)


def _names_its_event(story: Story, place: Place, at: int) -> bool:
    """Return whether an event is called by its town: "the Lima workshop"."""
    if place.kind != "city" or not _THE_TOWNS.search(story.page.text, max(0, place.start - 40), place.start):
        return False
    return any(cue.start == place.end + 1 for cue in event_cues(story.page, at))


def _at_a_venue(place: Place, led: str) -> bool:
    """Return whether a town stands behind the house an event was held at: "held at the Palm Hotel, Nairobi"."""
    return place.kind == "city" and _HELD_AT_A_HOUSE.search(led[-130:]) is not None


def _beside_day(story: Story, place: Place) -> bool:
    """Return whether a town stands beside a full day, apart from what is before: "the course, Lima, 3 May 2019"."""
    text = story.page.text
    days = [one for one in story.facts.periods if len(one.first) == 10]
    if place.kind != "city":
        return False
    if any(text[one.end : place.start] == ", " for one in days if one.end < place.start):
        return True
    apart = text[max(0, place.start - 2) : place.start].strip() in {",", "("}
    return apart and any(_TO_DAY.fullmatch(text, place.end, one.start) for one in days)


def _of_the_visit(story: Story, at: int) -> bool:
    """Return whether a sentence tells of the visit that is the event, not of some before it."""
    return at == story.lead or any(cue.meaning == "study visit" for cue in event_cues(story.page, story.lead))


def _leads_on(story: Story, at: int) -> bool:
    """Return whether the next sentence tells at what event those were who went somewhere: "They took part in"."""
    here, lead = story.page.sentences[at], story.page.sentences[story.lead]
    same = at == story.lead - 1 and here.paragraph == lead.paragraph
    return same and _THEY.match(story.page.text, lead.start) is not None


def _is_host(story: Story, place: Place, at: int) -> bool:
    """Return whether a country is told to have hosted the event: "South Sudan hosted a training"."""
    if place.kind != "name":
        return False
    verb = _COUNTRY_HOSTED.match(story.page.text, place.end)
    return verb is not None and any(
        verb.end() <= cue.start < verb.end() + 60 for cue in event_cues(story.page, at)
    )


def _hosts(text: str, end: int) -> bool:
    """Return whether a city is the subject of "hosted", at once or behind its country."""
    behind = text[end : end + 60]
    return any(_HOSTED.match(part) for part in (behind, behind.partition(", ")[2].partition(", ")[2]))


def _with_date(story: Story, at: int) -> bool:
    sentence = story.page.sentences[at]
    return any(
        sentence.start <= one.start < sentence.end and len(one.first) >= 7 and one.role == "event"
        for one in story.facts.periods
    )


def _dateline_of(story: Story, place: Place) -> bool:
    """Return whether a place belongs to the dateline."""
    dateline = story.facts.dateline
    at = story.page.at(place.start)
    return (
        dateline is not None
        and at is not None
        and at == story.page.at(dateline.start)
        and (
            place.start < dateline.start
            or _BEHIND_DAY.fullmatch(story.page.text[dateline.end : place.start]) is not None
        )
    )


def _on_a_cover(story: Story, place: Place, at: int) -> bool:
    """Return whether a town has a line of its own beside that of the event's days, as on the cover of a report."""
    page, line = story.page, story.page.sentences[at]
    if place.kind != "city" or line.zone != "title" or place.start != line.start:
        return False
    if line.end - place.end > _BEHIND_A_TOWN:
        return False
    beside = [page.sentences[one] for one in (at - 1, at + 1) if 0 <= one < len(page.sentences)]
    return any(
        one.start == other.start and other.end - one.end <= _FIRST_LETTERS and one.first != one.last
        for other in beside
        for one in story.facts.periods
        if one.start not in story.facts.dates.stamps
    )


def _city(story: Story, place: Place, *, sure: Sure) -> Where:
    """Return a city with its country: the one written behind it, else the one it is known to lie in."""
    page = story.page
    behind = next(
        (
            one
            for one in story.facts.places
            if one.start >= place.end
            and one.kind == "name"
            and _COMMA_COUNTRY.fullmatch(page.text[place.end : one.start])
        ),
        None,
    )
    iso3 = behind.iso3 if behind else _namesake(story, place) or place.iso3
    name = _in_english(place, iso3, page.language)
    rule = "place beside the event"
    country = behind or place
    told = (
        evidence(page, "city", name, span=(place.start, place.end), rule=rule, sure=sure),
        _host(story, Place(iso3, country.start, country.end, country.as_written, country.kind), rule, sure),
    )
    return Where(name, iso3, told)


def _namesake(story: Story, place: Place) -> str | None:
    """Return the country of the page's site for a small town whose own country the page names nowhere else."""
    if key(place.as_written) in cities() or story.page.of(story.lead, "abroad"):
        return None
    site = site_country(story.facts.url)
    others = {one.iso3 for one in story.facts.places if one.as_written != place.as_written}
    return site if site in others and place.iso3 not in others else None


def _alike(one: str, other: str) -> bool:
    """Return whether two spellings begin alike, accents aside: "Osh" is no other name of "Osh"."""
    return key(one)[:3] == key(other)[:3]


def _in_english(place: Place, iso3: str, language: str) -> str:
    """Return a city as the vocabulary writes it in English where it has that, else as in the text without capitals."""
    name, known = place.as_written, town(place.as_written)
    told = [name, name.partition(" de ")[0], f"{name}, D.C.", name.replace(" ", "")]
    told += [known[1]] if known and iso3 in known[0] else []
    spelled = next((found for one in told if (found := _english().get((key(one), iso3)))), None)
    spelled = spelled or next(
        (found for one in told[::-1] if (found := _cities().get((key(one), iso3)))), None
    )
    if spelled is not None:
        return spelled
    if known and place.iso3 in known[0] and language != "en" and not _alike(known[1], name):
        name = known[1]
    return name.title() if name.isupper() else name


@lru_cache(maxsize=1)
def _english() -> dict[tuple[str, str], str]:
    """Return the cities that have a row of their own, with their English name, by key and country."""
    return {(key(row["name"]), row["iso3"]): row["name"] for row in rows("cities.csv", "name", "iso3")}


@lru_cache(maxsize=1)
def _cities() -> dict[tuple[str, str], str]:
    """Return the cities of the vocabulary by key and country."""
    return {(key(city), iso3): city for city, iso3 in reversed(city_rows())}


def _host(story: Story, place: Place, rule: str, sure: Sure) -> Evidence:
    span = (place.start, place.end)
    return evidence(story.page, "host_country", place.iso3, span=span, rule=rule, sure=sure)


def _unknown_city(story: Story, place: Place) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the name between "in" and a country: "in Smalltown, Kenya"."""
    page = story.page
    begin = max(0, place.start - 70)
    match = _UNKNOWN_CITY.search(page.text[begin : place.start])
    if match:
        start = begin + match.start(1)
        name = " ".join(match[1].split())
        if resolve_country(name) is None:
            yield name, (start, start + len(name))


def _city_of_a_name(story: Story, place: Place) -> tuple[str, tuple[int, int]] | None:
    """Return the city that bears the name of its country, in Spanish: "en Ciudad de México"."""
    if not _CITY_OF.search(story.page.text, max(0, place.start - 10), place.start):
        return None
    name = _cities().get((key(f"{country_name(place.iso3)} City"), place.iso3))
    return (name, (place.start, place.end)) if name else None


def _own_town(story: Story, place: Place) -> tuple[str, tuple[int, int]] | None:
    """Return the place that a country is said to own: "on Kenya's Lamu Island"."""
    text = story.page.text
    match = _OWN_TOWN.match(text, place.end)
    if match is None or not _ON.search(text, max(0, place.start - 4), place.start):
        return None
    return match[1].strip(), match.span(1)


def _from_dateline(story: Story) -> Where:
    """Return the seat or the place of the dateline, for an event whose place is not told otherwise."""
    if own := _at_its_seat(story):
        return own
    cities = [place for place in story.facts.places if _dateline_of(story, place) and place.kind == "city"]
    if cities and not _elsewhere_in_several(story, cities[0]):
        return _city(story, cities[0], sure="derived")
    return _visited(story) or _held_by(story) or _only_country(story)


def _at_its_house(story: Story) -> Where | None:
    """Return the town of the house at which the body it is named after held an event."""
    found = of_its_house(story)
    if found is None or found.town is None:
        return None
    return _city(story, Place(found.iso3, found.start, found.end, found.town, "city"), sure="derived")


def _at_its_seat(story: Story) -> Where | None:
    """Return the place where the academy or the programme of an event holds it."""
    found = seat(story)
    if found is None:
        return None
    kind = "city" if found.town else "name"
    place = Place(found.iso3, found.start, found.end, story.page.text[found.start : found.end], kind)
    if found.town:
        return _city(story, place, sure="derived")
    return Where(None, found.iso3, (_host(story, place, "country of the programme", "derived"),))


def _visited(story: Story) -> Where | None:
    """Return the country whose bodies a delegation went to see: "visited the Austrian Ministry of the Interior"."""
    page = story.page
    if not any(cue.meaning == "study visit" for one in story.told(3.0) for cue in event_cues(page, one)):
        return None
    for number in story.told(0.0):
        sentence = page.sentences[number]
        verb = _WENT_TO_SEE.search(page.text, sentence.start, sentence.end)
        if verb is None:
            continue
        for place in story.facts.places:
            its = 0 < place.start - verb.end() < _NEAR_VISIT and _ITS_BODY.match(page.text, place.end)
            if its and place.kind != "city" and place.end < sentence.end:
                return Where(None, place.iso3, (_host(story, place, "its bodies were visited", "derived"),))
    return None


def _held_by(story: Story) -> Where | None:
    """Return the country that is told to hold an event whose place is not told: "Chad will lead a conference"."""
    lead = story.page.sentences[story.lead]
    for place in story.facts.places:
        if place.kind != "name" or not lead.start <= place.start < lead.start + _FIRST_LETTERS:
            continue
        verb = _COUNTRY_HELD.match(story.page.text, place.end)
        if verb and any(
            0 <= cue.start - verb.end() < _NEAR_EVENT for cue in event_cues(story.page, story.lead)
        ):
            return Where(None, place.iso3, (_host(story, place, "country that held the event", "derived"),))
    return None


def _only_country(story: Story) -> Where:
    """Return the country of a national event, where the text tells no place."""
    found = home(story)
    if found is None:
        return Where(None, None)
    iso3, place, rule = found
    lead = story.page.sentences[story.lead]
    place = place or Place(iso3, lead.start, lead.end, "", "name")
    return Where(None, iso3, (_host(story, replace(place, iso3=iso3), rule, "guess"),))
