"""A record of the codebook from what was read of an announcement: title, summary and id made by rule."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from loaders.late import late
from loaders.release_evidence import Evidence, evidence
from loaders.release_facts import country_name
from loaders.release_split import ELSEWHERE
from loaders.release_story import Story, event_cues
from loaders.release_words import words_in

_PERSON = late(
    r"\b(?:Mr|Mrs|Ms|Dr|H\.?E|Prof|Sr|Sra|Mme|Minister|Ambassador|Director|Secretary|President|"
    r"General|Judge|Commissioner|Colonel|Captain|Chief|Deputy|Bishop|Father|Sister|Envoy|Advocate|"
    r"Prosecutor|Justice)\.?\s+(?:[A-Z][a-z]+\s+)?[A-Z][a-z]+"
    r"|\b(?:says|said|tells|told|urges|meets|calls|dit|dice|diz)\b|[\w.+-]+@[\w-]+"
)
_LONGEST_TITLE = 200
_LONGEST_SLUG = 4
_SMALL = words_in(
    "a an and at by for from in of on the to with de des du et la le les en y el los las o os "
    "as da do e no na il au aux against combating combatting countering"
)
_PUBLISHERS = {
    "unodc.org": "UNODC",
    "osce.org": "OSCE",
    "iom.int": "IOM",
    "icmpd.org": "ICMPD",
    "coe.int": "Council of Europe",
    "interpol.int": "INTERPOL",
    "europa.eu": "European Union",
    "ilo.org": "ILO",
    "unhcr.org": "UNHCR",
    "unicef.org": "UNICEF",
    "usaid.gov": "USAID",
    "state.gov": "U.S. Department of State",
    "usembassy.gov": "U.S. Embassy",
    "oas.org": "OAS",
    "un.org": "United Nations",
    "cbss.org": "Council of the Baltic Sea States",
    "ecowas.int": "ECOWAS",
    "oscebmsc.org": "OSCE Border Management Staff College",
    "gov.uk": "Government of the United Kingdom",
}


def title_of(
    story: Story, format_: str | None, topics: Sequence[str], *, city: str | None, iso3: str | None
) -> str:
    """Return the headline where it names the event and no person; else a title from format, topic and place."""
    headline = headline_of(story)
    if headline is not None:
        return str(headline.value)
    place = city or (country_name(iso3) if iso3 else None)
    return f"{(format_ or 'event').capitalize()} on {subject_of(topics)}" + (f" in {place}" if place else "")


def headline_of(story: Story) -> Evidence | None:
    """Return the headline that names the event and no person, None where there is none."""
    page = story.page
    for number, sentence in enumerate(page.sentences):
        words = " ".join(page.words(number).split())
        if sentence.zone not in {"title", "heading"} or story.weights[number] <= ELSEWHERE:
            continue
        if event_cues(page, number) and 12 < len(words) <= _LONGEST_TITLE and not _PERSON.search(words):
            span = (sentence.start, sentence.end)
            return evidence(
                page, "title", words, span=span, rule="headline that names the event", sure="sure"
            )
    return None


def subject_of(topics: Sequence[str]) -> str:
    """Return the crimes of an event in words."""
    crimes = [topic for topic in topics if topic in {"trafficking in persons", "smuggling of migrants"}]
    return " and ".join(crimes) or "trafficking in persons"


def summary_of(record: dict[str, Any]) -> str:
    """Return one sentence made from the fields of a record."""
    organisers = [one["name"] for one in record["organisations"] if one["role"] == "organiser"][:2]
    who = " and ".join(organisers)
    kind = record["format"] if record["format"] not in {None, "other"} else "event"
    people = record["participants"]["total"]
    place = record["city"] or (country_name(record["host_country"]) if record["host_country"] else "")
    said = f"{kind} on {subject_of(record['topics'])}"
    said += f" for {' and '.join(record['audiences'][:2])}" if record["audiences"] else ""
    said += f" in {place}" if place else ""
    said += (
        f", with {'about ' if record['participants']['approximate'] else ''}{people} people" if people else ""
    )
    said = f"{said}, organised by {who}" if who else said
    return f"{said[0].upper()}{said[1:]}."


def id_of(record: dict[str, Any]) -> str:
    """Return year, place and a few words of the title, in small letters joined by hyphens."""
    start = record["start_date"] or ""
    year = start[:4] if start[:4].isdigit() else "nodate"
    place = record["city"] or (record["host_country"] or record["mode"] or "")
    words = [word for word in slug(record["title"]).split("-") if word and word not in _SMALL]
    seen = slug(place).split("-")
    words = [word for word in words if word not in seen][:_LONGEST_SLUG]
    return "-".join(filter(None, [year, slug(place), *words]))


def slug(text: str) -> str:
    """Return a text in small plain letters and hyphens."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode()).strip("-")


def source_of(story: Story, url: str | None) -> dict[str, Any]:
    """Return where the text is from: address, publisher, day, language."""
    return {
        "url": url,
        "publisher": publisher_of(url),
        "published": story.facts.published,
        "language": story.page.language,
        "partial": False,
    }


def publisher_of(url: str | None) -> str | None:
    """Return the body whose site an address is of, else the name of the site."""
    host = (urlsplit(url).hostname or "") if url else ""
    host = host.removeprefix("www.")
    known = next(
        (name for site, name in _PUBLISHERS.items() if host == site or host.endswith("." + site)), None
    )
    return known or host or None
