"""The body a page is from, as the organiser of an event for which no other is told."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from urllib.parse import urlsplit

from loaders.late import late
from loaders.organisation_tables import bodies
from loaders.organisations import find_organisations
from loaders.places import resolve_country
from loaders.release_bodies import LETTERS, bodies_of
from loaders.release_body import Body, known_body
from loaders.release_roles import Part
from loaders.release_split import ELSEWHERE
from loaders.release_story import Story

_SITES = {
    "unodc.org": (
        "unodc",
        late(r"\b(?:UNODC|ONUDC|UNDOC|GLO\.ACT|United Nations Office on Drugs and Crime|УНП ООН)\b"),
    ),
    "iom.int": ("iom", late(r"\b(?:IOM|OIM|International Organi[sz]ation for Migration|МОМ)\b")),
    "oscebmsc.org": ("osce-bmsc", late(r"\b(?:OSCE )?Border Management Staff College\b")),
    "osce.org": ("osce", late(r"\b(?:OSCE|OSZE|ОБСЕ)\b")),
    "icmpd.org": (
        "icmpd",
        late(r"\b(?:ICMPD|International Centre for Migration Policy Development)\b"),
    ),
    "coe.int": ("council-of-europe", late(r"\b(?:Council of Europe|Conseil de l[’']Europe)\b")),
    "interpol.int": ("interpol", late(r"\bINTERPOL\b", re.IGNORECASE)),
}
"""Bodies that report events of their own: of 220 coded records from their pages 204 name them as organiser."""

_WITH_LETTERS = late(
    r"(?P<name>[A-Z][\w’'\-]+(?:\s(?:(?:of|for|on|and|the|in|to|against)\s){0,2}[A-Z][\w’'\-]+){1,9})\s\((?P<letters>[A-Z]{3,10})\)"
)
"""A name with its abbreviation."""

_RULE = "publisher of the page"
_CAPITALS = late(r"\b[A-Z]{3,10}\b")
_SHORTEST = 3
"""Letters from which a part of an address tells a body."""

_MISSION = late(
    r"\bOSCE (?:(?:Programme Office|Project Co-?ordinator|Mission|Presence|Cent(?:re|er)|Office)\s(?:in|to)\s(?:the\s)?"
    r"[A-Z][\w\-]+(?:\sand\s[A-Z]\w+|\s[A-Z]\w+)?|Border Management Staff College)"
)
_COORDINATOR = late(
    r"\bSpecial Representative and Co-?ordinator for Combating Trafficking in Human Beings",
    needs="Special Representative",
)
_FOUNDED = late(r"\b(?:Foundation|Fund|Trust)\b")
"""What is a body of its own that only bears the name of a publisher, and does not report its own events there."""

_COORDINATING = "osce-cthb"
"""The office in Vienna for which the OSCE stands on pages that name it and no mission: in six records of six."""


def seated(story: Story, parts: Sequence[Part], host: str | None) -> list[Part]:
    """Return the parts with the only office a page names in place of the OSCE, which itself organises little."""
    plain = [part for part in parts if part.role == "organiser" and part.body.organisation_id == "osce"]
    if not plain:
        return list(parts)
    text = story.page.text
    offices = {
        office.organisation_id
        for match in _MISSION.finditer(text)
        for office in find_organisations(match[0], host)
        if office.organisation_id != "osce"
    }
    if not offices and _COORDINATOR.search(text):
        offices.add(_COORDINATING)
    if len(offices) != 1:
        return list(parts)
    office = offices.pop()
    known = any(part.body.organisation_id == office and part.role == "organiser" for part in parts)
    moved = [replace(part, body=known_body(office, part.body.start, part.body.end)) for part in plain[:1]]
    return [part for part in parts if part not in plain] + ([] if known else moved)


def publisher_of(story: Story, parts: Sequence[Part], host: str | None) -> Part | None:
    """Return the publisher as the organiser; None where another is told, or its name stands in no told sentence."""
    if any(part.role == "organiser" and part.sure != "guess" for part in parts):
        return None
    site = urlsplit(story.facts.url or "").netloc.casefold()
    known = next(
        (one for ending, one in _SITES.items() if site == ending or site.endswith(f".{ending}")), None
    )
    if known is None:
        return _owner(story, site, parts)
    name, pattern = known
    if any(part.body.organisation_id == name for part in parts if part.role in {"partner", "organiser"}):
        return None
    return _named(story, name, pattern, host)


def _named(story: Story, name: str, pattern: re.Pattern[str], host: str | None) -> Part | None:
    """Return a body as the organiser where a told sentence names it, the one nearest to the event."""
    page = story.page
    for number in sorted(range(len(page.sentences)), key=lambda one: (abs(one - story.lead), one)):
        sentence = page.sentences[number]
        match = pattern.search(page.text, sentence.start, sentence.end)
        if match and sentence.zone not in {"menu", "tail"} and story.weights[number] > ELSEWHERE:
            span = (match.start(), sentence.end)
            told = bodies_of(page.text, [span], story.facts.places, host)
            own = next((one for one in told[:1] if one.start == match.start()), None)
            if own is None or _FOUNDED.search(own.name):
                own = known_body(name, *match.span())
            return Part(own, "organiser", _RULE, "guess")
    return None


def _owner(story: Story, site: str, parts: Sequence[Part]) -> Part | None:
    """Return the body whose site has its name, where the page names it and gives it no role: "bnli.bt"."""
    labels = {label for label in site.removeprefix("www.").split(".")[:-1] if len(label) >= _SHORTEST}
    page = story.page
    for mention in find_organisations(page.text) if labels else ():
        body = bodies().by_id[mention.organisation_id]
        at = page.at(mention.start)
        if at is None or not labels & {
            _label(one) for one in (mention.as_written, body.name, body.short_name)
        }:
            continue
        if page.sentences[at].zone in {"menu", "tail"} or story.weights[at] <= 0:
            continue
        held = any(part.body.organisation_id == mention.organisation_id for part in parts)
        found = known_body(mention.organisation_id, mention.start, mention.end)
        return None if held else Part(found, "organiser", _RULE, "guess")
    return _abbreviated(story, labels, parts)


def _abbreviated(story: Story, labels: Set[str], parts: Sequence[Part]) -> Part | None:
    """Return a body nobody knows whose abbreviation is that of the site: "Centre for … (CHELD)" on cheld.org."""
    page = story.page
    for match in _WITH_LETTERS.finditer(page.text) if labels else ():
        at = page.at(match.start())
        if _label(match["letters"]) not in labels or at is None or story.weights[at] <= 0:
            continue
        own = Body(None, match["name"], None, match.start("name"), match.end("name"))
        held = any(part.body.key == own.key for part in parts)
        return None if held else Part(own, "organiser", _RULE, "guess")
    return _in_letters(story, labels)


def _in_letters(story: Story, labels: Set[str]) -> Part | None:
    """Return a body nobody knows that the page tells by the letters of its site alone: "ROE's seminar" on roe.org."""
    page = story.page
    for match in _CAPITALS.finditer(page.text) if labels else ():
        at = page.at(match.start())
        told = at is not None and story.weights[at] > 0 and page.sentences[at].zone == "body"
        if told and _label(match[0]) in labels and resolve_country(match[0]) is None:
            above, known = LETTERS.get(match[0], ("", ""))
            own = known_body(known, *match.span()) if _label(above) in labels else None
            return Part(own or Body(None, match[0], None, *match.span()), "organiser", _RULE, "guess")
    return None


def _label(name: str) -> str:
    """Return a name as it may stand in an address: small letters and figures alone."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())
