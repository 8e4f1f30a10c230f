"""Whether people of several countries met without a list of them: "regional workshop", "from 12 countries"."""

from __future__ import annotations

import re

from loaders.late import late
from loaders.release_story import Story, event_cues
from loaders.release_words import Cue, words_in

_MEETINGS = frozenset({"meeting", "conference"})
_REGION = late(
    r"\b(?:member states|sub-?region\w*|regional (?:network|commission|forum)|"
    r"(?:across|in|of) the [\w ]{0,20}region|"
    r"(?:across|in|of) (?:the )?"
    r"(?:Western Balkans|South[- ]?East(?:ern)? (?:Europe|Asia)|Central Asia|Latin America)\b|"
    r"стран (?:СНГ|Европы|Содружества|Центральной Азии))\b",
    re.IGNORECASE,
)
_SO_MANY = late(
    r"\b(?:from|representing)\s(?:more than |over |some |about |around |nearly |all |the )?"
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|various|different)\s"
    r"(?:[\w\-]+\s){0,4}(?:countries|states|nations|jurisdictions|member states)\b",
    re.IGNORECASE,
)
_SO_MANY_ELSEWHERE = late(
    r"\b(?:de|d[’']|из)\s?(?:más de |plus de |mais de |cerca de |unos |une |более (?:чем )?|всех )?"
    r"(?:\d+|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte|"
    r"deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|"
    r"dois|duas|três|quatro|sete|oito|nove|dez|doze|vinte|varios|diversos|plusieurs|vários|нескольких)\s"
    r"(?:países|pays|estados|états|naciones|nações|стран|государств)\b|"
    r"\b(?:de|d[’'])\s?(?:toda\s)?(?:Iberoamérica|América (?:Latina|Central|del Sur|do Sul)|Centroamérica|Sudamérica|"
    r"Latinoamérica|(?:l[’'])?Afrique (?:de l[’']Ouest|de l[’']Est|du Nord|occidentale|centrale|australe))\b",
    re.IGNORECASE,
)
_ALL_OVER = late(
    r"\b(?:officers|officials|participants|staff|consuls|experts|missions|delegates|practitioners|"
    r"representatives)\b[^.;]{0,80}"
    r"\b(?:around the world|all over the world|around the globe|worldwide|from different parts of the world)\b",
    re.IGNORECASE,
)
_FROM_A_REGION = late(
    r"\b(?:officers|officials|participants|staff|experts|delegates|practitioners|representatives|investigators|"
    r"prosecutors|judges|police)\s(?:[\w\-]+\s){0,2}(?:from|representing)\s(?:all over\s|across\s|the\s){0,2}"
    r"(?:(?:South|North|East|West|Central|Southern|Northern|Eastern|Western|South-?[Ee]ast(?:ern)?)\s(?:and\s\w+\s)?"
    r"(?:Asia|Europe|America)|(?:North|East|West|Central|Southern|Eastern)\s(?:and\s\w+\s)?Africa|"
    r"Latin America|Middle East|"
    r"Caribbean|Pacific|(?:Western\s)?Balkans|Horn of Africa|Sahel|Maghreb|Caucasus|Mediterranean|"
    r"(?:[A-Z][\w\-]+\s){1,3}(?:countries|states|nations|jurisdictions)\b)"
)
_FOR_A_REGION = late(
    r"\sfor\s(?:the\s)?(?:[A-Z][\w\-]+\s(?:and\s)?){1,5}(?:[Cc]ountries|[Ss]tates|[Nn]ations|[Jj]urisdictions)\b"
)
"""What follows an event of several countries: "a workshop for Europe and West African Countries"."""

_FOREIGNERS = late(
    r"\s(?:\w+\s)?(?:participants|delegat|officials|officers|diplomats|experts|guests|nationals|embass|missions|police)"
)
_DIPLOMATS = late(r"\s(?:diplomat|embass|mission)")
_STATES = words_in("states countries pays países стран") | {"member states"}
_MANY = late(
    r"(?:\b(?:from|of|by|among|between|de|des|entre|из)\s+(?:[\w’'\-]+\s+){0,4}|\b(?:other|several|various|"
    r"different)\s)$"
)
_POSTED = late(r"\b(?:based|posted|working|serving|accredited|stationed)\b")
_COUNTRIES = late(
    r"\s(?:[\w\-]+,?\s){0,4}?(?:countries|states|nations|nationalities|jurisdictions|embassies|missions|"
    r"consulates|continents|parts of (?:the world|[A-Z]))\b"
)
"""What "from various" must speak of, as governorates and institutions are those of one country."""

_ONE_OF = late(
    r"\b(?:one|some|many|most|all|both|group|number) of (?:the |those |these )?(?:[\w\-]+\s){0,3}$"
)
_WITHIN = late(r"\b(?:in|within|dans|en|em|nos|в)\s(?:the\s|les\s|los\s|os\s|seus\s|ses\s|sus\s)?$")
"""What stands before countries in which a crime or a project is, rather than people come from."""

_SHARED = late(
    r"\b(?:cooperation|co-operation|collaboration|coordination|co-ordination|exchanges?|sharing|links|flows|trade|"
    r"coopération|échanges?|flux|cooperación|intercambio|flujos|cooperação|colaboração|partilha|intercâmbio|fluxos)\b"
    r"[^.;]{0,60}\b(?:between|among|entre)\s(?:[\w’'\-]+\s){0,4}$",
    re.IGNORECASE,
)
"""What countries have between them, whoever came: "cooperation among the countries of the region"."""

_INLAND = late(
    r"[^.;]{0,40}\bfrom (?:all|every|various|different|several|many) (?:over |\w+ )?"
    r"(?:corners?|parts?|regions?|provinces?|districts?)\b"
)
"""What tells of a way within one country: "travelled to Lima from all corners of the country"."""

_EMBASSIES = frozenset({"embassies", "diplomatic missions"})
_NATIONALS = late(
    r"\b(?:[Nn]ational|[Gg]overnment|[Mm]inist(?:ry|ries|ers)|[Pp]olice|[Pp]rosecut\w+|[Jj]udges|[Ll]ocal|NGOs|"
    r"civil society|[Ii]nstitutions|[Pp]arliament\w*|academia)\b"
)
"""Those of the country who came beside its embassies' diplomats."""

_OF_OFFICE = late(
    r"\s(?:Office|Cent(?:re|er)|Representative|Programme|Delegation|Bureau|Adviser|Hub|Organi[sz]ation)"
)


def from_elsewhere(story: Story, number: int, *kinds: str) -> bool:
    """Return whether a sentence says that people of several countries met: "regional workshop".

    `kinds` are those of the cues that count: abroad, wide; both where none is told.
    """
    page, events = story.page, event_cues(story.page, number)
    for cue in page.of(number, *(kinds or ("abroad", "wide"))):
        word, behind = page.text[cue.start : cue.end].casefold(), page.text[cue.end : cue.end + 45]
        if word in _STATES:
            found = _of_states(page.text[max(0, cue.start - 90) : cue.start])
        elif cue.kind == "wide":
            found = not _OF_OFFICE.match(behind) and any(_names(page.text, cue, event) for event in events)
            found = found and word != "joint" and not (word == "regional" and _of_one_country(story))
        else:
            found = _of_others(page.words(number), word, page.text[cue.end : cue.end + 110])
        if found:
            return True
    return False


def _of_states(before: str) -> bool:
    """Return whether the words before "countries" say that people came from there."""
    if before.endswith("United ") or _ONE_OF.search(before) or _SHARED.search(before):
        return False
    return (
        _MANY.search(before) is not None and _POSTED.search(before) is None and _WITHIN.search(before) is None
    )


def _of_others(sentence: str, word: str, behind: str) -> bool:
    """Return whether a word such as "foreign" or "travelled to" speaks of people of other countries."""
    if word == "foreign":
        beside = _DIPLOMATS.match(behind) is not None and _NATIONALS.search(sentence) is not None
        return _FOREIGNERS.match(behind) is not None and not beside
    if word == "from various":
        return _COUNTRIES.match(behind) is not None
    if word == "travelled to":
        return _INLAND.match(behind) is None
    if word in _EMBASSIES:
        return _NATIONALS.search(sentence) is None
    return word != "visited"


def _of_one_country(story: Story) -> bool:
    """Return whether a page names one country alone, whose regions are meant then."""
    return len({place.iso3 for place in story.facts.places}) == 1


def from_all_over(story: Story) -> bool:
    """Return whether people are said to come from everywhere: "consuls from missions around the world"."""
    sentence = story.page.sentences[story.lead]
    return _ALL_OVER.search(story.page.text, sentence.start, sentence.end) is not None


def of_several(story: Story) -> bool:
    """Return whether people are said to come from so many countries, or a meeting is one of a whole region."""
    if from_all_over(story):
        return True
    page = story.page
    meets = any(cue.meaning in _MEETINGS for cue in event_cues(page, story.lead))
    pattern = _SO_MANY if page.language == "en" else _SO_MANY_ELSEWHERE
    for number in story.told(-2.0):
        sentence = page.sentences[number]
        if pattern.search(page.text, sentence.start, sentence.end):
            return True
        if _FROM_A_REGION.search(page.text, sentence.start, sentence.end):
            return True
        if any(_FOR_A_REGION.match(page.text, cue.end) for cue in event_cues(page, number)):
            return True
        if meets and story.weights[number] >= 3 and _REGION.search(page.text, sentence.start, sentence.end):
            return True
    return False


def _names(text: str, wide: Cue, event: Cue) -> bool:
    """Return whether a word such as "regional" says what an event is, and is no part of a longer name."""
    gap = text[wide.end : event.start]
    if event.end <= wide.start <= event.end + 1:
        return True
    if wide.end > event.start or len(gap) > 40 or re.match(r"\s[A-Z][a-z]", text[event.end : event.end + 3]):
        return False
    return re.search(r"[,.;:()“”\"]|\b(?:and|of|in)\b", gap) is None
