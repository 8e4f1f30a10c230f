"""The bodies an announcement names: known ones in full, and names in capitals that nobody knows yet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.organisation_tables import bodies
from loaders.organisations import find_organisations, resolve_organisation
from loaders.place_tables import rows
from loaders.places import resolve_country

_SMALL = (
    r"(?:of|for|on|and|the|in|to|against|with|de|du|des|la|le|les|los|las|el|et|pour|contre|"
    r"do|da|dos|das|e|para|del|y|contra|au|aux|à|l[’']|d[’'])"
)
_CAPITAL = r"[^\W\d_a-zß-öø-ÿа-яё][\w’'&./\-]*"
_NAME = re.compile(
    rf"{_CAPITAL}(?:(?:\s|-)(?:{_SMALL}\s(?:{_SMALL})?\s?){{0,2}}(?:[ld][’'])?{_CAPITAL}){{0,14}}"
)
_ON = re.compile(
    rf"\)?(?:['’]s?)?(?:\s\([A-Z][\w./\-]{{1,11}}\)(?:['’]s?)?)?,?\s(?:{_SMALL}\s){{0,3}}(?:[ld][’'])?{_CAPITAL}(?:(?:\s|"
    rf""
    rf"-)(?:{_SMALL}\s){{0,3}}(?:[ld][’'])?{_CAPITAL}){{0,12}}"
)
_GOES_ON = re.compile(
    r"\)?(?:['’]s?)?(?:\s\([A-Z][\w./\-]{1,11}\)(?:['’]s?)?)?,?\s(?:(?:of|for|in|to|de|du|da|do|en|et|"
    r"and)\s(?:the\s|la\s)?)?"
    r"(?:[A-ZÀ-Þ]\w+[\s-]){0,4}(?:Office|Oficina|Bureau|Section|Cent|Mission|Institut|Department|Unit|"
    r"Special|Programme|Project|Academy|Border|Ministry|Police|"
    r"Delegation|Regional|Country|Agency|Committee|Commission|Service|Directorate|Division|School|"
    r"Secretariat|Turk|Kaz|Kyrg|Uzb|Taj|[A-ZÀ-Þ]\w+(?=[\s,.)]))"
)
_HEAD = re.compile(
    r"\b(?:Ministr\w+|Minist[èe]re|Minist[ée]rio|Ministerio|Commission|Comisión|Comissão|Committee|"
    r"Comité|Comitê|Council|Conseil|Consejo|Conselho|Agency|Agence|Agencia|Agência|"
    r"Association|Asociación|Associação|Foundation|Fondation|Fundación|Fundação|Cent(?:re|er)|Centro|"
    r"Institut\w*|Academy|Academia|Acad[ée]mie|University|Université|Universidad\w*|"
    r"Office|Oficina|Bureau|Gabinete|Mission|Department|Departamento|Directorate|Direction|Dirección|"
    r"Direção|Network|Red|Réseau|Rede|Police|Policía|Polícia|Service|Servicio|Serviço|Union|"
    r"Organi[sz]ation|Organización|Organização|Fund|School|College|Authority|Autoridad\w*|Courts?|"
    r"Tribunal|Corte|Embassy|Embajada|Ambassade|Embaixada|Government|Gobierno|Gouvernement|Governo|"
    r"Secretariat|Secretar[ií]a|Society|Alliance|Coalition|NGO|ONG|Trust|Board|Unit|Federation|"
    r"Confederation|Chamber|Caritas|Task Force|Taskforce|Procuraduría|Fiscalía|Mechanism|"
    r"Procuradoria|Attorney|Prosecut\w+|Parliament|Assembly|Senate|Cooperation|Group|International|"
    r"House|Observat\w+|Guard|Division|Section|Consulate|Delegation|Delegación|Défenseur|Ombuds\w+|"
    r"Commissioner|Bar|Services|Corporation)\b"
)
_NO_BODY = re.compile(
    r"\b(?:Project|Programme|Program|Convention|Protocol|Plan|Day|Law|Act|Report|Workshop|Training|"
    r"Conference|Seminar|Hotel|Action|Strategy|Persons?|Migrants|Minister|Ambassador|Director|"
    r"Trafficking|Palace|Hall|Meeting|Visit|Course)$"
    r"|^(?:The|This|In|On|At|From|During|As)$|Example|^(?:Mr|Ms|Mrs|Dr)\b"
)
_PEOPLE = re.compile(r"^(?:\w+\s)?(?:Judges|Prosecutors|Magistrates|Services|Cooperation)$")
_COMMON = {"USA": "United States", "GBR": "United Kingdom", "RUS": "Russia", "KOR": "Republic of Korea"}
_BEGINNINGS = frozenset({"un", "eu", "coe"})
"""Bodies whose names begin those of others: "United Nations Office on …"."""

_IN_OTHER_WORDS = re.compile(r"\s[^.;:,()]{3,70}\(")
_UNIT = re.compile(
    r"(?:['’]s?)?,?\s(?:the\s)?(?:[A-Z][\w\-]*,?\s(?:(?:of|for|on|and|to)\s(?:the\s)?)?){0,7}\(?"
)
_EMBASSY = re.compile(
    r"\b(?:Embassy|Embajada|Ambassade|Embaixada)\b(?:\s(?:of|de|des|du|da|do|dos)\b)?(?:\s(?:the|los|"
    r"la|las|el|les))?"
)
_ARTICLE = re.compile(r"(?:The|El|La|Le|Les|L[’']|O|A|Os|As|Los|Las)\s+")
_KNOWN_ENDS = re.compile(r"\s?\(([A-Z][\w./\-]{1,11})\)$")


@dataclass(frozen=True, slots=True)
class Body:
    """A body where it stands: its id where it is known, its name, its country."""

    organisation_id: str | None
    name: str
    iso3: str | None
    start: int
    end: int

    @property
    def key(self) -> str:
        """What makes it the same body as another."""
        return self.organisation_id or self.name.casefold()


def bodies_of(text: str, pieces: Iterable[tuple[int, int]], host: str | None) -> list[Body]:
    """Return the known bodies that pieces of a text name, each in its longest form.

    `host` (ISO3) is whose "Ministry of Interior" it is.
    """
    return [body for start, end in pieces for body in _in_piece(text, start, end, host)]


def _in_piece(text: str, begin: int, end: int, host: str | None) -> list[Body]:
    found: list[Body] = []
    for mention in find_organisations(text[begin:end], host):
        known = _known(mention.organisation_id, begin + mention.start, begin + mention.end)
        body = _in_full(text, known, host)
        if found and body.start < found[-1].end:
            continue
        if found and _one_body(text, found[-1], body):
            found[-1] = replace(_lower(found[-1], body), start=found[-1].start, end=body.end)
            continue
        found.append(body)
    return found


def _known(organisation_id: str, start: int, end: int) -> Body:
    body = bodies().by_id[organisation_id]
    return Body(organisation_id, body.name, body.iso3 or None, start, end)


def _in_full(text: str, body: Body, host: str | None) -> Body:
    """Return the body that a mention and the words behind it name together: an office, a unit, or one nobody knows."""
    match = _ON.match(text, body.end) if _GOES_ON.match(text, body.end) else None
    if match is None:
        return body
    line = bodies()
    for end in _ends(match[0], body.end):
        found = resolve_organisation(_KNOWN_ENDS.sub("", text[body.start : end].replace(") ", " ")), host)
        if found and found != body.organisation_id and body.organisation_id in list(line.line(found)):
            return _known(found, body.start, end)
    return _unknown_below(text, body, match[0])


def _ends(words: str, start: int) -> list[int]:
    """Return where a name may end, the longest first, at most eight of them."""
    ends = [start + match.end() for match in re.finditer(r"[\w)’'.]+(?=\s|$)", words)]
    return ends[::-1][:5]


def _unknown_below(text: str, body: Body, words: str) -> Body:
    """Return a body of its own where a short name is only the beginning of one: "United Nations Institute for …"."""
    first = re.match(r"\s([^\W\d_]\w+)", words)
    if body.organisation_id not in {"un", "eu", "osce"} or first is None or not _HEAD.match(first[1]):
        return body
    end = body.end + len(words.rstrip())
    name = text[body.start : end]
    return Body(resolve_organisation(name), name, None, body.start, end)


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
    return related and re.fullmatch(r"(?:['’]s?)?\s?(?:and Crime|of the|of)?\s?\(?(?:the )?", gap) is not None


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
    for match in _NAME.finditer(masked):
        yield from _named(match[0], start + match.start(), host)


def _named(words: str, start: int, host: str | None) -> Iterator[Body]:
    article = _ARTICLE.match(words)
    cut = article.end() if article else 0
    name = words[cut:].strip(" .,-–'’")
    start += cut
    embassy = _embassy(name, start, host)
    if embassy:
        yield embassy
        return
    known = resolve_organisation(name, host) if len(name) > 2 else None
    if known:
        yield _known(known, start, start + len(name))
        return
    parts = re.split(r"\s(?:and|et|y|e|и)\s(?:the |la |le |el |o |a )?(?=[^\W\d_a-zа-я])", name)
    if len(parts) > 1 and all(_HEAD.search(part) and not _PEOPLE.search(part) for part in parts):
        for part in parts:
            yield from _named(part, start + name.index(part), host)
        return
    if len(name) > 5 and " " in name and _HEAD.search(name) and not _NO_BODY.search(name):
        yield Body(None, name, None, start, start + len(name))


def _embassy(name: str, start: int, host: str | None) -> Body | None:
    """Return the embassy that a country's adjective or name makes: "U.S. Embassy", "Embassy of Norway"."""
    match = _EMBASSY.search(name)
    if match is None:
        return None
    whose = resolve_country((name[: match.start()] + name[match.end() :]).partition(" in ")[0].strip(" .,"))
    if whose is None:
        return None
    full = f"Embassy of {_short(whose)}" + (f" in {_short(host)}" if host else "")
    known = resolve_organisation(full, host)
    found = (
        _known(known, start, start + len(name))
        if known
        else Body(None, full, whose, start, start + len(name))
    )
    return replace(found, iso3=whose)


def _short(iso3: str) -> str:
    """Return the short name of a country as it stands in a name of a body."""
    name = next((row["name"] for row in rows("countries.csv") if row["iso3"] == iso3), iso3)
    name = _COMMON.get(iso3, name)
    return f"the {name}" if name.startswith(("United", "Netherlands")) else name


def government(iso3: str, start: int, end: int) -> Body:
    """Return the government of a country as a body, for one that stands where a donor stands."""
    name = f"Government of {_short(iso3)}"
    known = resolve_organisation(name)
    return replace(_known(known, start, end), iso3=iso3) if known else Body(None, name, iso3, start, end)
