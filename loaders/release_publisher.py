"""The body a page is from, as the organiser of an event for which no other is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from loaders.late import late
from loaders.organisations import find_organisations
from loaders.release_bodies import bodies_of
from loaders.release_body import known_body
from loaders.release_roles import Part
from loaders.release_split import ELSEWHERE
from loaders.release_story import Story

_SITES = {
    "unodc.org": (
        "unodc",
        late(r"\b(?:UNODC|ONUDC|UNDOC|United Nations Office on Drugs and Crime|УНП ООН)\b"),
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

_MISSION = late(
    r"\bOSCE (?:(?:Programme Office|Project Co-?ordinator|Mission|Presence|Cent(?:re|er)|Office)\s(?:in|to)\s(?:the\s)?"
    r"[A-Z][\w\-]+(?:\sand\s[A-Z]\w+|\s[A-Z]\w+)?|Border Management Staff College)"
)


def seated(story: Story, parts: Sequence[Part], host: str | None) -> list[Part]:
    """Return the parts with the only field mission a page names in place of the OSCE, which itself organises little."""
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
        return None
    name, pattern = known
    if any(part.body.organisation_id == name for part in parts if part.role in {"partner", "organiser"}):
        return None
    page = story.page
    for number in sorted(range(len(page.sentences)), key=lambda one: (abs(one - story.lead), one)):
        sentence = page.sentences[number]
        match = pattern.search(page.text, sentence.start, sentence.end)
        if match and sentence.zone not in {"menu", "tail"} and story.weights[number] > ELSEWHERE:
            span = (match.start(), sentence.end)
            told = bodies_of(page.text, [span], story.facts.places, host)
            own = told[0] if told and told[0].start == match.start() else known_body(name, *match.span())
            return Part(own, "organiser", "publisher of the page", "guess")
    return None
