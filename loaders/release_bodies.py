"""The bodies an announcement names: known ones in full, and names in capitals that nobody knows yet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from loaders.late import late
from loaders.organisation_tables import bodies
from loaders.organisations import find_organisations, resolve_organisation
from loaders.places import find_countries, resolve_country
from loaders.release_body import Body, body_of, known_body
from loaders.release_facts import Place, country_name
from loaders.release_states import embassies, embassy, ministry, short_name
from loaders.release_towns import town

_SMALL = (
    r"(?:of|for|on|and|the|in|to|against|with|de|du|des|la|le|les|los|las|el|et|pour|contre|"
    r"do|da|dos|das|e|para(?:\s(?:as|os))?|del|y|contra|au|aux|à|l[’']|d[’'])"
)
_CAPITAL = r"[^\W\d_a-zß-öø-ÿа-яё][\w’'&./\-]*"
_NAME = late(rf"{_CAPITAL}(?:(?:\s|-)(?:{_SMALL}\s(?:{_SMALL})?\s?){{0,2}}(?:[ld][’'])?{_CAPITAL}){{0,14}}")
_ON = late(
    rf"\)?(?:['’]s?)?(?:\s\([A-Z][\w./\-]{{1,11}}\)(?:['’]s?)?)?,?\s(?:{_SMALL}\s){{0,3}}(?:[ld][’'])?{_CAPITAL}(?:(?:\s|"
    rf""
    rf"-)(?:{_SMALL}\s){{0,3}}(?:[ld][’'])?{_CAPITAL}){{0,12}}"
)
_GOES_ON = late(
    r"\)?(?:['’]s?)?(?:\s\([A-Z][\w./\-]{1,11}\)(?:['’]s?)?)?,?\s(?:(?:of|for|in|to|de|du|da|do|en|et|"
    r"and)\s(?:the\s|la\s)?)?"
    r"(?:[A-ZÀ-Þ]\w+[\s-]){0,4}(?:Office|Oficina|Bureau|Section|Cent|Mission|Institut|Department|Unit|"
    r"Special|Programme|Project|Academy|Border|Ministry|Police|"
    r"Delegation|Regional|Country|Agency|Committee|Commission|Service|Directorate|Division|School|"
    r"Secretariat|Turk|Kaz|Kyrg|Uzb|Taj|[A-ZÀ-Þ]\w+(?=[\s,.)]))"
)
_HEAD = late(
    r"\b(?:Ministr\w+|Minist[èe]re|Minist[ée]rio|Ministerio|Commission|Comisión|Comissão|Committee|"
    r"Comité|Comitê|Council|Conseil|Consejo|Conselho|Agency|Agence|Agencia|Agência|"
    r"Association|Asociación|Associação|Foundation|Fondation|Fundación|Fundação|Cent(?:re|er)|Centro|"
    r"Institut\w*|Academy|Academia|Acad[ée]mie|University|Université|Universidad\w*|"
    r"Office|Oficina|Bureau|Gabinete|Mission|Department|Departamento|Directorate|Direction|Dirección|"
    r"Direção|Network|Red|Réseau|Rede|Police|Policía|Polícia|Service|Servicio|Serviço|Union|"
    r"Organi[sz]ation|Organización|Organização|Fund|Fonds|Fondo|Fundo|School|College|Authority|Autoridad\w*|Courts?|"
    r"Tribunal|Corte|Embassy|Embajada|Ambassade|Embaixada|Government|Gobierno|Gouvernement|Governo|"
    r"Secretariat|Secretar[ií]a|Society|Alliance|Alian[zç]a|Coali[tcz]\w+|Plataforma|Taskforce|NGO|ONG|Trust|Board|Unit|Federation|"
    r"Confederation|Chamber|Caritas|Task Force|Taskforce|Procuraduría|Fiscalía|Mechanism|"
    r"Procuradoria|Attorney|Prosecut\w+|Parliament|Assembly|Senate|Cooperation|Group|International|"
    r"House|Hub|Observat\w+|Guard|Division|Section|Consulate|Delegation|Delegación|Défenseur|Ombuds\w+|"
    r"Inspectorate|Administration|Registry|Chancellery|Consortium|Gendarmerie|Clinic|Hospital|Corps|Syndicate|Constabulary|"
    r"Commissioner|Bar|Services|Corporation|Unidad|Unidade|Poder\sJudici\w+|Defensor[ií]a|Bishops['’]?\sConference|"
    r"Conference\sof\s(?:Catholic\s)?Bishops|Diocese|League|Instance|Escuela|Escola|École)\b"
)
_NO_BODY = late(
    r"\b(?:Project|Programme|Program|Convention|Protocol|Plan|Day|Law|Act|Report|Workshop|Training|"
    r"Conference|Seminar|Hotel|Action|Strategy|Persons?|Migrants|Minister|Ambassador|Director|"
    r"Trafficking|Palace|Hall|Meeting|Visit|Course|Officers?|Officials|Students|Inspectors|Guards|Magistrates)$"
    r"|\b[A-Z]\.\s[A-Z]"
    r"|^(?:Regional|Country|Programme|Field|Liaison)\s(?:Office|Section|Team)\b"
    r"|^(?:Program(?:me)?|Project|Plan)\s(?:of|on|for|against)\b"
    r"|^(?:(?:Mission|Office|Delegation|Bureau)\sin|(?:Mission|Delegation)\sto)\b"
    r"|^\w+ing\s(?:the|in|on|at|to)\b"
    r"|^(?:The|This|In|On|At|From|During|As)$|^According|^Civil Society|Example|^(?:Mr|Ms|Mrs|Dr)\b"
)
_AGAINST = late(
    r"(?:[A-Z][\w’'\-]+\s){0,3}(?:Agency|Committee|Council|Commission|Association|Foundation|Coalition|Network|"
    r"Centre|Center|Task Force|Secretariat|Bureau|Unit|Department|Alliance|Society|Institute)\s"
    r"(?:[Aa]gainst|[Ff]or|[Tt]o|[Oo]n)\s"
    r"(?!.*\b(?:Project|Programme|Program|Workshop|Conference|Meeting|Seminar|Convention|Protocol|Report|Plan|Course)\b)"
)
"""How the name of a body begins that may end in what it is against: "Agency against Trafficking in Persons"."""

_COUNTRYS = late(r"(?P<owner>[A-Z]\w+(?:\s[A-Z]\w+)?)['’]s\s(?=[A-Z])")
_OWNED_OFFICE = late(
    r"(?P<owner>[A-Z]\w+(?:\s[A-Z]\w+)?)['’]s\s(?P<office>Office\sof\sthe\s(?:Prime\sMinister|President|Attorney\sGeneral))"
)
"""An office of a state: "Dominica's Office of the Prime Minister"."""

_OFFICE_HELD = late(
    r"^(?:(?:Public|Chief|Deputy|Senior|Acting|Assistant|Executive|Special|Vice|First|Second|Lead|Regional|Former|Police|British|High)"
    r"[\s-])*(?:Prosecutor|Director|Head|Judge|Lawyer|Attorney|Advocate|Sergeant|Major|Colonel|Captain|Lieutenant|Inspector|"
    r"Superintendent|Commissioner|Psychologist|President|Chair(?:man|woman|person)?|Minist(?:er|re|ro|ra)|Ambassador|Professor|Advis[eo]r|"
    r"Specialist|Representative|Manager|Officer|Expert|Consultant)\b"
    r"(?!['’]s?\s|s?\sGeneral['’]|\sGeneral\sOffice|s?['’]|\s(?:for|on|Association|Training|School|Office|College))"
)
"""What is held by a person, named or not, and is no body: "Public Prosecutor Mary Major", "Head of Office"."""

_AND_PERSON = late(
    r"(?:,|\s(?:and|et|y|e|with|&))\s(?:the\s)?(?:Ms|Mr|Mrs|Miss|Mme|Mlle|MM|Dra?|Sra?|Srta|Prof|Professor|Sir|Dame|H\.E|HE|S\.E)\b.*$"
)
"""A person named behind a body: "the Roe Foundation and Ms. Mary Major"."""

_PEOPLE = late(r"^(?:\w+\s)?(?:Judges|Prosecutors|Magistrates|Services|Cooperation)$")
_COMMON_WORD = late(
    r"(?:the\s)?(?:general secretariat|commission|council|committee|secretariat|centre|center|office|mission|agency|"
    r"ministry|embassy|government|gouvernement|gobierno|governo|ministère|ministerio|ministério|union|academy|bureau|delegation|department|police|network|institute|assembly)",
    re.IGNORECASE,
)
"""A word that stands for a body named before, nobody knows which."""

_BEGINNINGS = frozenset({"un", "eu", "coe"})
"""Bodies whose names begin those of others: "United Nations Office on …"."""

_SHORT = frozenset({"un", "eu", "osce"})
_OTHER = late(r"(?:Foundation|Trust|Fund|University|College|School)$")
"""What makes a body of its own that bears another's name."""

_OFFICE_OF = late(
    r"\b(?:Office|Bureau|Section|Unit|Cent(?:re|er)|Department)\s(?:[\w\-]+\s){1,9}of\s(?:the\s)?$"
)
_UNIT_OF = late(r"\b((?:[A-Z][\w\-]+\s){1,5}(?:Unit|Section|Division|Branch))\sof\s(?:the\s)?$")
"""A unit told before the body above it: "Police Matters Unit of the OSCE Secretariat"."""

_AND_THE = late(
    r"\s(?:and|as well as)\s(?:the\s|(?<=and\s)(?=U\.S\.))|\s(?:y|e|et)\s(?:(?:la|el|le|les|los|las|o|a|os|as)\s|l[’'])"
)
_AND_OF = late(r"\sand\s(?:of|from|by)\s(?:the\s)?")
"""What stands between two names that one word goes before: "representatives of the Roe Fund and of the police"."""

_NAME_BEFORE = late(
    r"\b(?:Bureau|Office|Department|Ministry|Oficina|Departamento|Escritório|Ministerio|Ministério) "
    r"(?:of|for|de|d[ao]) [A-Z]\w+, $"
)
"""The head of a name told in parts: "Bureau of Population, Refugees and Migration (PRM)"."""

_UP_TO_BRACKET = late(r"(?:\s[^\W\dA-Z_][\w’']*){0,4}\s?\(")
"""What may stand between the capitals of a name and its abbreviation: " pour les migrations ("."""

_ONLY_PART = late(
    r"\b(?:of|des?|das?|dos|de las|de los|d)\s(?:the\s|las\s|les\s|as\s|los\s)?$", re.IGNORECASE
)
"""What stands before "United Nations" where it is only part of a name, or of "the police of the United Nations"."""

_SCHOOL_OF = late(
    r"\b(?:Academy|Institute|School|College|University|Training Cent(?:re|er)) (?:of|under|at) (?:the )?"
    r"(?:[A-Z][a-z]+ )?$|"
    r"\b(?:Department|Directorate|Agency|Service|Police|Centre|Commission|Bureau|Administration|"
    r"Inspectorate) under the $|"
    r"\b(?:Escuela|Escola|École|Academi[ae]|Academia|Académie|Instituto|Institut)\s(?:[\w\-]+\s){0,5}"
    r"(?:del?|de la|d[ao]|du|de l[’'])\s?$"
)
_DAY = late(r"\s(?:Anti-[A-Z][\w\-]+(?:\s[A-Z]\w+){0,2}\s)?Day\b")
"""What follows a body whose day it is: "the EU Anti-Trafficking Day"."""

_PART_GOES_ON = late(
    r"(?:['’]s)?\s(?:Mission|Police|Secretariat|Peace|Convention|system|Security|General|agenc)"
)
_IN_OTHER_WORDS = late(r"\s[^.;:,()]{3,70}\(")
_UNIT = late(
    r"(?:['’]s?)?,?\s(?:for\s)?(?:the\s)?(?:[A-Z][\w\-]*,?\s(?:(?:of|for|on|and|to)\s(?:the\s)?)?){0,7}\(?"
)
_BETWEEN = late(r"(?:\s\([A-Z][\w./\-]{1,11}\))?(?:['’]s?)?\s?(?:and Crime|of the|of)?\s?\(?(?:the )?")
"""What stands between a name and its abbreviation, or the name of the body above."""

_UNIT_NAME = late(r"(?:\s[A-Z][\w\-]+){1,4}\s(?:Division|Section|Unit|Branch|Team|Office)(?=$|[\s,.;)])")
"""A unit of a body behind its name, which stands for the body: "Council of Europe Anti-Trafficking Division"."""

_FIELD_OFFICE = late(r"\s(?:Programme Office|Project Co-?ordinator|Presence)\b")
_ARTICLE = late(r"(?:(?:The|El|La|Le|Les|O|A|Os|As|Los|Las)\s+|L[’']\s*)")
_ACROSS = late(
    r",\s(?:the\s(?:Ministry|Department|Office|Agency|Service|Commission)|[A-Z]\w+(?:ish|[ie]an|ese|ch))$"
)
"""The beginning of the next name of a list at the end of one: "Public Prosecutor's Office, Polish"."""

_TASK = (
    r"(?:Affairs|Agriculture|Child(?:ren)?|Commerce|Communications?|Community|Cultur(?:e|al)|Decentrali[sz]ation|Defen[cs]e|Development|Disabilit\w+|Education|Elder(?:s|ly)|"
    r"Employment|Environment|Equality|Equity|Family|Finance|Foreign|Gender|Health|Home|Housing|Human|Immigration|Industry|Information|"
    r"Internal|International|Investment|Justice|Labou?r|Law|Legal|Local|Manpower|Migration|National|Parliamentary|Peacebuilding|Planning|"
    r"Poverty|Public|Reforms?|Sciences?|Security|Small|Social|Solidarity|Sports?|Tourism|Trade|Transport|Welfare|Women|Youth)\b"
    r"(?:\s(?:(?:and|of|for)\s)?(?!(?:Ministry|Department|Office|Police|Agency|Unit|Service)\b)[A-Z][\w’'\-]+){0,2}"
)
_IN_SMALL = late(
    r"(?:\s(?:[Nn]ational|[Nn]acional|[Rr]égional|[Rr]egional|[Ii]nterministériel|[Ii]nterinstitucional|[Pp]ermanent)(?:e|le)?)?"
    r"\s(?:(?:de|pour|para)\s(?:la\s)?(?:lutte|lucha|luta|prévention|prevención|prevenção)\s)?"
    r"(?:contre|contra|de)\s(?:la\s|le\s|el\s|o\s)?(?:[Tt]raite|[Tt]rata|[Tt]ráfico|[Tt]rafic)\s(?:illicite\s|ilícito\s)?"
    r"(?:des?|de)\s(?:(?:[Pp]erson(?:n?e|a)s|[Mm]igrant[es]{1,2}|[Pp]essoas)|[Êê]tres\s[Hh]umains)"
)
"""How the name of a body against trafficking goes on in small letters: "nationale de lutte contre la traite des …"."""

_MORE_TASKS = late(rf"(?:\s?,\s{_TASK}){{1,4}}(?:,?\s(?:and|&)\s{_TASK})?")
"""How the name of a ministry goes on behind a comma: "of Labour", "of Labour, Family and Social Affairs"."""

_NAMELESS = late(
    r"^(?:[A-Z]\w+\s){0,2}(?:Foundation|Association|Union|NGO|Organi[sz]ation|Cent(?:re|er)|Fund|Society|Network)$"
)
_OWN_NAME = late(r"\s[«“\"][A-ZÀ-Þ][^«»“”\"\n]{1,40}[»”\"]")
"""The name in quotes of a body told by what it is: "Public Foundation «Smile»"."""

_TOLD_AS = late(
    r"\b(?:non-?\s?governmental organi[sz]ations?|civil society organi[sz]ations?|NGOs?|CSOs?|charit(?:y|ies)|ONGs?|"
    r"organizaci(?:ón|ones) no gubernamental(?:es)?|organisations? non[\s-]gouvernementales?)"
    r"[,:]?\s(?:the\s|la\s|el\s)?"
    r"[«“\"]?$"
)
"""What stands before the name of an association: "the non-governmental organization Lantern"."""

_NEXT = late(r"[»”\"]?(?:,\s?(?:(?:and|y|et|e)\s)?|\s(?:and|y|et|e)\s)(?:the\s|la\s|el\s)?[«“\"]?")
_OF_ROMANCE = late(r"\s(?:del?|du|des|d[ao]s?)\s|\sd[’']")
_LABEL = late(r"(?:NGOs|CSOs|ONGs|OSCs)\s(?:the\s|l[aeo]s?\s|el\s)?")
_SHORTEST = 3
"""Letters the name of an association has at least."""

_LED_IN = late(
    r"^(?:(?:Together|Jointly|Along|Alongside|Working|Partnering|Thanks|Co-?operating|Collaborating)\s(?:with|to)|"
    r"(?:Officials|Representatives|Officers|Staff|Members|Experts|Employees|Delegates|Trainers|Specialists|Personnel)\s"
    r"(?:of|from))\s(?:the\s)?"
)
"""What opens a sentence before a name: "Together with the Lantern Foundation", "Officials of the Roe Fund"."""

_IN_TOWN = late(r"^(?P<name>.+)\s(?:in|à|en|em)\s(?P<town>[A-ZÀ-Þ][\w’'\-]+(?:\s[A-ZÀ-Þ][\w’'\-]+){0,2})$")
_SEATED = late(
    r"\b(?:Embassy|Ambassade|Embajada|Embaixada|Consulate|Office|Bureau|Oficina|Mission|Delegation|Representation|Presence|"
    r"Cent(?:re|er)|Centro|Academy|Academia|University|Universi\w+|College|School|Institute?|Court|Police)\b"
)
"""Bodies whose town is part of their name: "the Border Guard Training Centre in Koszalin"."""

_ITS_OFFICE = late(r"\s(?:office|bureau|department|secretariat|cabinet|unit)\b")
"""How the name of an office goes on in small letters: "the County Commissioner's office"."""

_TASKED = late(r"\b(?:Ministry|Department|Secretariat|Directorate)\s(?:of|for)\s[^,]{3,60}$")
_MINISTRIES = late(
    r"^(?:(?:[A-Z][\w\-]+\s)?Ministries\s(?:of|for)|Ministerios\sdel?|Minist[èe]res\sd(?:e|u|es)|Minist[ée]rios\sd[aeo]s?)\s"
    r"(?:the\s|l[ao]s?\s)?(?P<tasks>[A-Z].+)$"
)
_MINISTRY_IN = {"Ministerios": "Ministerio de", "Ministères": "Ministère de", "Ministérios": "Ministério de"}
_TASKS_FIRST = late(r"^(?P<tasks>[A-Z][\w\- ]+\sand\s[A-Z][\w\- ]+)\sMinistries$")
"""Some ministries told by their tasks: "the Interior and Social Policy Ministries"."""

_WORD = late(r"\b[A-Z]")
_EACH = late(r"[A-ZÀ-Þ][\w\-]*(?:\s(?!(?:and|of|y|et?)\b)[\w\-]+)*")
"""The task of one of several ministries."""

_OF_A_STATE = late(
    r"(?:National|State|Federal|Government\s(?:Committee|Commission|Agency|Council)|Supreme|Public|General|Central|Inter-?\s?[Aa]gency|Inter-?\s?[Mm]inisterial|"
    r"Department (?:of|for)|Directorate|Immigration|Border|Customs|Anti-(?:Human )?Trafficking|Judicial|Attorney|"
    r"Office of the (?:Attorney|Prosecutor|Public|Director|President|Prime|Ombuds))(?=[\s\-])"
)
"""How the names of bodies begin that each country has."""

_IN_ITS_COUNTRY = late(
    r"\b(?:in|to|au|aux|en|em|no|na|в)\s(?:the\s)?[A-ZÀ-ÞА-Я]|\bCountry Office\b|\b(?:Mission|Office) in\b"
)
_WHOLE = frozenset({"iom", "unodc"})
"""Bodies whose office in a country acts as the body: of 21 so written in the coded records 18 name the body alone."""

LETTERS = {"RSO": ("Bali Process", "bali-process-rso")}
"""Abbreviations that others have too, with the body above and the body they stand for where that is named."""

_KNOWN_ENDS = late(r"\s?\(([A-Z][\w./\-]{1,11})\)$")


def bodies_of(
    text: str, pieces: Iterable[tuple[int, int]], places: Sequence[Place], host: str | None
) -> list[Body]:
    """Return the known bodies that pieces of a text name, each in its longest form, and embassies told in a list.

    `host` (ISO3) is whose "Ministry of Interior" it is.
    """
    told = list(pieces)
    known = [body for start, end in told for body in _in_piece(text, start, end, host)]
    known += [body for body in _short_names(text, told) if not any(_overlap(body, one) for one in known)]
    listed = list(embassies(text, told, places, host))
    others = [body for body in known if not any(_overlap(body, one) for one in listed)]
    kept = [_whole(text, body) for body in others if not _is_part(text, body)]
    return sorted([*kept, *listed], key=lambda body: body.start)


def _overlap(body: Body, other: Body) -> bool:
    return other.start < body.end and body.start < other.end


def _short_names(text: str, pieces: Iterable[tuple[int, int]]) -> Iterator[Body]:
    """Yield the bodies told by letters that are theirs only where the body above is named: "the RSO"."""
    for letters, (above, body) in LETTERS.items():
        if letters in text and above in text:
            for start, end in pieces:
                for match in re.finditer(rf"(?<![\w(]){letters}(?!\w)", text[start:end]):
                    yield known_body(body, start + match.start(), start + match.end())


def _whole(text: str, body: Body) -> Body:
    """Return the body itself for its office in a country: "IOM in Kenya" is IOM, but not a regional office."""
    known = bodies().by_id.get(body.organisation_id or "")
    if known is None or known.parent not in _WHOLE or "Region" in known.name:
        return body
    return (
        known_body(known.parent, body.start, body.end)
        if _IN_ITS_COUNTRY.search(text, body.start, body.end)
        else body
    )


def _is_part(text: str, body: Body) -> bool:
    """Return whether a body stands in the name of another: "United Nations" of an office, a ministry of its academy."""
    if _SCHOOL_OF.search(text, max(0, body.start - 60), body.start) or _DAY.match(text, body.end):
        return True
    if body.organisation_id != "un":
        return False
    before = _ONLY_PART.search(text, max(0, body.start - 14), body.start)
    return before is not None or _PART_GOES_ON.match(text, body.end) is not None


def _in_piece(text: str, begin: int, end: int, host: str | None) -> list[Body]:
    found: list[Body] = []
    for mention in _mentions(text, begin, end, host):
        known = _of_its_nation(text, _by_its_letters(text, mention, host), host)
        body = _in_full(text, _from_its_name(text, begin, _from_its_office(text, begin, known, host)), host)
        if found and _in_its_name(found[-1], body):
            found.pop()
        if found and body.start < found[-1].end:
            if body.organisation_id == found[-1].organisation_id:
                found[-1] = replace(found[-1], end=max(body.end, found[-1].end))
            continue
        if found and _one_body(text, found[-1], body):
            found[-1] = replace(_lower(found[-1], body), start=found[-1].start, end=body.end)
            continue
        found.append(body)
    return found


def _in_its_name(first: Body, second: Body) -> bool:
    """Return whether a body is but a word of the next one's name: "… y el Delito de las Naciones Unidas (UNODC)"."""
    other = first.organisation_id != second.organisation_id
    return other and second.start <= first.start and first.organisation_id in _BEGINNINGS


def _mentions(text: str, begin: int, end: int, host: str | None) -> Iterator[Body]:
    """Yield the known bodies a piece names, but none glued from two names: "of Labour, the Ministry" of the next."""
    for mention in find_organisations(text[begin:end], host):
        across = _ACROSS.search(mention.as_written)
        if across is not None:
            yield from _mentions(text, begin + mention.start + across.start() + 1, end, host)
            return
        small = mention.as_written.islower() and " " not in mention.as_written
        if not small and not _COMMON_WORD.fullmatch(mention.as_written):
            yield known_body(mention.organisation_id, begin + mention.start, begin + mention.end)


def _by_its_letters(text: str, body: Body, host: str | None) -> Body:
    """Return the body whose letters a page tells, in place of that of another state which has the same: "the DOJ"."""
    letters = text[body.start : body.end]
    told = text.find(f" ({letters})") if host and body.iso3 not in {None, host} and letters.isupper() else -1
    if told < 0:
        return body
    names = [text[begin.start() : told] for begin in _WORD.finditer(text, max(0, told - 80), told)]
    found = next((one for name in names if (one := resolve_organisation(name, host))), None)
    own = known_body(found, body.start, body.end) if found else None
    if own is not None:
        return own if own.iso3 == host else body
    full = next(
        (match[0] for match in _NAME.finditer(text, max(0, told - 80), told) if match.end() == told), ""
    )
    foreign = any(body.iso3 == one.iso3 for one in find_countries(text[max(0, told - 120) : told + 90]))
    return body if foreign or not _HEAD.search(full) else Body(None, full, host, body.start, body.end)


def _of_its_nation(text: str, body: Body, host: str | None) -> Body:
    """Return the body of another state that a page names in full before: "the U.S. Department of Justice"."""
    if host is None or body.iso3 != host:
        return body
    written = text[body.start : body.end]
    if written not in text[: body.start]:
        return body
    before = re.search(rf"\b(?:[A-Z][\w.]+\s)?[A-Z][\w.]+\s{re.escape(written)}\b", text[: body.start])
    found = resolve_organisation(before[0]) if before else None
    other = known_body(found, body.start, body.end) if found else body
    return other if other.iso3 not in {None, "", host} else body


def _from_its_office(text: str, begin: int, body: Body, host: str | None) -> Body:
    """Return the office of a body that stands before it: "Office to Monitor … of the Department of State"."""
    match = _OFFICE_OF.search(text, max(begin, body.start - 100), body.start)
    found = resolve_organisation(text[match.start() : body.end], host) if match else None
    if match and found:
        return known_body(found, match.start(), body.end)
    unit = _UNIT_OF.search(text, max(begin, body.start - 100), body.start)
    above = list(bodies().line(body.organisation_id or "")) if unit else []
    for one in above:
        known = bodies().by_id[one]
        for name in (known.short_name, known.name):
            found = resolve_organisation(f"{name} {unit[1]}", host) if unit and name else None
            if unit and found:
                return known_body(found, unit.start(), body.end)
    return body


def _from_its_name(text: str, begin: int, body: Body) -> Body:
    """Return a body told by its abbreviation in brackets from the beginning of its name on."""
    if text[body.start - 1 : body.start] != "(":
        return body
    left = max(begin, body.start - 160)
    names = [
        match
        for match in _NAME.finditer(text, left, body.start)
        if _UP_TO_BRACKET.fullmatch(text, match.end(), body.start)
    ]
    if not names:
        return body
    longer = _NAME_BEFORE.search(text, left, names[-1].start())
    return replace(body, start=longer.start() if longer else _last_name(names[-1]))


def _last_name(match: re.Match[str]) -> int:
    """Return where the last of some names begins that are joined: "Ministerio de Gobierno y la Oficina de …"."""
    for joint in reversed(list(_AND_THE.finditer(match[0]))):
        if _HEAD.search(match[0][: joint.start()]) and _HEAD.match(match[0], joint.end()):
            return match.start() + joint.end()
    return match.start()


def _in_full(text: str, body: Body, host: str | None) -> Body:
    """Return the body that a mention and the words behind it name together: an office, a unit, or one nobody knows."""
    match = _ON.match(text, body.end) if _GOES_ON.match(text, body.end) else None
    if match is None:
        return body
    line = bodies()
    words = _AND_PERSON.sub("", match[0]).partition(" and the ")[0]
    for end in _ends(words, body.end):
        found = resolve_organisation(_KNOWN_ENDS.sub("", text[body.start : end].replace(") ", " ")), host)
        if found and found != body.organisation_id and body.organisation_id in list(line.line(found)):
            return known_body(found, body.start, end)
    unit = _UNIT_NAME.match(words)
    if unit is not None and body.organisation_id not in _SHORT:
        return replace(body, end=body.end + unit.end())
    return _unknown_below(text, body, words, host)


def _ends(words: str, start: int) -> list[int]:
    """Return where a name may end, the longest first, at most eight of them."""
    ends = [start + match.end() for match in re.finditer(r"[\w)’'.]+(?=\s|$)", words)]
    return ends[::-1][:5]


def _unknown_below(text: str, body: Body, words: str, host: str | None) -> Body:
    """Return a body of its own where a short name is only the beginning of one: "United Nations Institute for …"."""
    first = re.match(r"\s([^\W\d_]\w+)", words)
    if body.organisation_id == "un" and first is not None and first[1] != "Development":
        return _unknown(text, body, words, host)
    if first is None or not (
        _OTHER.match(first[1])
        or (body.organisation_id in _SHORT and (_HEAD.match(first[1]) or _FIELD_OFFICE.match(words)))
    ):
        return body
    return _unknown(text, body, words, host)


def _unknown(text: str, body: Body, words: str, host: str | None) -> Body:
    """Return what begins like a body and goes on, as it is known or as one of its own."""
    end = body.end + len(words.rstrip())
    name = text[body.start : end]
    found = _told_in_full(text, name) or resolve_organisation(name)
    if found is None and host:
        found = resolve_organisation(f"{name} in {country_name(host)}")
    return known_body(found, body.start, end) if found else Body(None, name, None, body.start, end)


def _told_in_full(text: str, name: str) -> str | None:
    """Return the body that a page names with its seat elsewhere: the "OSCE Centre" is the "OSCE Centre in Astana"."""
    start = text.find(name)
    while start >= 0:
        seat = _ITS_SEAT.match(text, start + len(name))
        if seat:
            return resolve_organisation(text[start : seat.end()])
        start = text.find(name, start + 1)
    return None


_ITS_SEAT = late(r"\s(?:in|to|for)\s(?:the\s)?[A-Z][\w\-]+(?:\s[A-Z][\w\-]+)*")
"""Where a body has its seat: "in Astana", "for the Western Balkans"."""


def _one_body(text: str, first: Body, second: Body) -> bool:
    """Return whether two mentions are one: a name with its abbreviation, a body with its unit behind "'s"."""
    gap = text[first.end : second.start]
    known = bodies()
    one, two = first.organisation_id, second.organisation_id
    if one is None or two is None:
        return False
    if one in _BEGINNINGS and _IN_OTHER_WORDS.fullmatch(gap):
        return True
    below = one != two and one in list(known.line(two))
    if below and _UNIT.fullmatch(gap):
        return True
    related = below or one == two or two in list(known.line(one))
    return related and _BETWEEN.fullmatch(gap) is not None


def _lower(first: Body, second: Body) -> Body:
    """Return the one of two that stands below the other; the second where the first is but the beginning of it."""
    if first.organisation_id in _BEGINNINGS:
        return second
    return second if first.organisation_id in list(bodies().line(second.organisation_id or "")) else first


def unknown_names(
    text: str, span: tuple[int, int], taken: Sequence[Body], host: str | None
) -> Iterator[Body]:
    """Yield the names in capitals in a piece of text that are no part of a known body and may be a body's."""
    start, end = span
    masked = text[start:end]
    for body in taken:
        if body.end > start and body.start < end:
            first, last = max(body.start - start, 0), min(body.end - start, len(masked))
            masked = masked[:first] + "\n" * (last - first) + masked[last:]
    names = list(_NAME.finditer(masked))
    for match, place in zip(names, _among_associations(masked, names), strict=True):
        words = _with_tasks(masked, match)
        read = _associations if place else _named
        label = _LABEL.match(words)
        begin = label.end() if label else 0
        if _begins_another(text, start + match.start() + len(words), taken):
            continue
        for name, behind in _last_two(words) if place > 1 else [(words[begin:], begin)]:
            yield from read(name, start + match.start() + behind, host)


def _begins_another(text: str, end: int, taken: Sequence[Body]) -> bool:
    """Return whether a name is but the beginning of a known one: "the Special Unit" of "Special Unit Migración A"."""
    return any(body.organisation_id and text[end : body.start] == " " for body in taken if body.start > end)


def _among_associations(text: str, names: Sequence[re.Match[str]]) -> list[int]:
    """Return of each name which one of a list of associations it is, 0 where it is none: "the NGOs A, B and C"."""
    found: list[int] = []
    end = 0
    for match in names:
        before = found[-1] if found else 0
        if _LABEL.match(match[0]) or _TOLD_AS.search(text, max(end, match.start() - 60), match.start()):
            found.append(1)
        else:
            found.append(before + 1 if before and _NEXT.fullmatch(text, end, match.start()) else 0)
        end = match.end()
    return found


def _last_two(name: str) -> list[tuple[str, int]]:
    """Return the last two names of a list, each with its place: "B and C" of "A, B and C"."""
    first, joint, last = name.rpartition(" and ")
    return [(first, 0), (last, len(first) + len(joint))] if joint else [(name, 0)]


def _associations(name: str, start: int, host: str | None) -> Iterator[Body]:
    """Yield a body that is told to be an association, also where nothing in its name says so."""
    found = list(_named(name, start, host))
    yield from found
    if not (found or len(name) < _SHORTEST or _OFFICE_HELD.match(name) or find_countries(name)):
        name = name.rstrip(" .,-–")
        yield Body(None, name, None, start, start + len(name))


def _with_tasks(text: str, match: re.Match[str]) -> str:
    """Return a name up to its last task: "Ministry of Gender, Children and Social Protection"."""
    name = _AND_PERSON.sub("", match[0])
    own = _OWN_NAME.match(text, match.end()) if name == match[0] and _NAMELESS.search(name) else None
    if own:
        return name + own[0]
    office = (
        _ITS_OFFICE.match(text, match.end()) if name == match[0] and name.endswith(("'s", "’s")) else None
    )
    if office:
        return name + office[0]
    fight = _IN_SMALL.match(text, match.end()) if name == match[0] and _HEAD.search(name) else None
    if fight:
        return name + fight[0]
    more = _MORE_TASKS.match(text, match.end()) if name == match[0] and _TASKED.search(name) else None
    return name + more[0] if more else name


def _named(words: str, start: int, host: str | None) -> Iterator[Body]:
    article = _ARTICLE.match(words)
    cut = article.end() if article else 0
    name = words[cut:].strip(" .,-–'’")
    start += cut
    opening = _LED_IN.match(name)
    if opening:
        yield from _named(words[cut + opening.end() :], start + opening.end(), host)
        return
    name = _without_town(name)
    inside = _told_in_one(name)
    found = None if inside else embassy(name, start, host)
    if found:
        yield found
        return
    if _COMMON_WORD.fullmatch(name):
        return
    known = resolve_organisation(name, host) if len(name) > 2 else None
    if known:
        yield known_body(known, start, start + len(name))
        return
    if inside:
        for part in inside:
            yield from _named(part, start + name.index(part), host)
        return
    several = list(_ministries(name, start, host)) if host else []
    span = (start, start + len(name))
    own = None if several else _owned_office(name, span) or ministry(name, host, span)
    if several or own:
        yield from [own] if own else several
        return
    named = _AGAINST.match(name) is not None or not _NO_BODY.search(name)
    if " " in name and _HEAD.search(name) and named and not _OFFICE_HELD.match(name):
        yield _of_state(*_owned(name, host), (start, start + len(name)))


def _without_town(name: str) -> str:
    """Return a name without the town behind it, where the event was held rather than the body is seated."""
    match = _IN_TOWN.match(name)
    if match is None or not _HEAD.search(match["name"]) or _SEATED.search(match["name"]):
        return name
    return match["name"] if town(match["town"]) and not resolve_country(match["town"]) else name


def _told_in_one(name: str) -> list[str]:
    """Return the names of bodies that some words in capitals hold, none where they are one name."""
    again = _AND_OF.split(name)
    if len(again) > 1:
        return again
    halves = [half for half in _AND_THE.split(name) if not resolve_country(half)]
    if len(halves) > 1 and _COMMON_WORD.fullmatch(halves[0]):
        return [name[name.index(halves[1]) :]]
    if halves != [name] and all(_HEAD.search(half) for half in halves):
        return halves
    first, joint, last = name.rpartition(" and the ")
    if joint and _HEAD.search(last) and not _HEAD.search(first):
        return [last]
    parts = re.split(r"\s(?:and|et|y|e|и)\s(?:the |la |le |el |o |a )?(?=[^\W\d_a-zа-я])", name)
    return parts if len(parts) > 1 and all(_names_a_body(part) for part in parts) else []


def _names_a_body(part: str) -> bool:
    """Return whether a part of some names is the name of a body: "Policía Nacional", not "Derechos de la Corte"."""
    own = _OF_ROMANCE.split(part, 1)[0]
    return _HEAD.search(own) is not None and not _PEOPLE.search(part)


def _owned_office(name: str, span: tuple[int, int]) -> Body | None:
    """Return an office of a state whose country stands before it."""
    match = _OWNED_OFFICE.fullmatch(name)
    owner = resolve_country(match["owner"]) if match else None
    if match is None or owner is None:
        return None
    return body_of(f"{match['office']} of {short_name(owner)}", None, iso3=owner, span=span)


def _ministries(name: str, start: int, host: str) -> Iterator[Body]:
    """Yield each of some ministries of a country that are told together: "Ministries of Justice and Interior"."""
    told = _MINISTRIES.match(name) or _TASKS_FIRST.match(name)
    for task in _EACH.finditer(name, *told.span("tasks")) if told else ():
        head = next((one for begin, one in _MINISTRY_IN.items() if name.startswith(begin)), "Ministry of")
        span, written = (start + task.start(), start + task.end()), f"{head} {task[0]}"
        known = resolve_organisation(written, host)
        full = f"{written} of {short_name(host)}" if head == "Ministry of" else written
        yield known_body(known, *span) if known else body_of(full, None, iso3=host, span=span)


def _owned(name: str, host: str | None) -> tuple[str, str | None]:
    """Return a name without the country before it, and whose it is: "Belize's National Organization"."""
    match = _COUNTRYS.match(name)
    owner = resolve_country(match["owner"]) if match else None
    return (name[match.end() :], owner) if match and owner else (name, host)


def _of_state(name: str, host: str | None, span: tuple[int, int]) -> Body:
    """Return a body nobody knows with its country, where each country has one of that name and none is told."""
    if host is None or not _OF_A_STATE.match(name) or find_countries(name) or name.endswith(("»", "”", '"')):
        return Body(None, name, None, *span)
    return body_of(f"{name} of {short_name(host)}", None, iso3=host, span=span)
