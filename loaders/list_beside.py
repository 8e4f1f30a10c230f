"""What stands beside the name of a body in a cell and is no part of it: what it did there, how much it gave."""

from __future__ import annotations

import re
from functools import lru_cache

_DID = (
    r"(?:(?:co[- ]?)?(?:lead(?: (?:agency|organi[sz]er|partner|donor))?|organi[sz]er|host|donor|funder|sponsor|partner"
    r"|facilitator|chair)|(?:main|principal|primary) (?:organi[sz]er|donor|funder|partner)|(?:co[- ]?)?fund(?:ed|ing)"
    r"|support(?:er|ing)?|implementing (?:agency|partner)|implementer"
    r"|chef de file|(?:co[- ]?)?organisateur|bailleur(?: de fonds)?|partenaire|appui|soutien|hôte"
    r"|líder|(?:co[- ]?)?organizador[ae]?|donante|financiador[ae]?|socio|apoyo|anfitri[óo]n"
    r"|ведущий|(?:со)?организатор|донор|партн[её]р|при поддержке)"
)
"""What a body did, as it stands beside its name."""

_CURRENCY = r"(?:USD|EUR|GBP|CHF|JPY|CAD|AUD|NOK|SEK|DKK|RUB|KZT|UZS|US\$|[$€£])"
_AMOUNT = r"\d[\d.,\s'’]*(?:k|m|mn|million)?"
_SUM = rf"{_CURRENCY}\s?{_AMOUNT}|{_AMOUNT}\s?{_CURRENCY}"
MONEY = re.compile(_SUM)
"""A sum: "USD 20,000", which says nothing of who paid it."""

_GAVE = rf"(?:(?:ca\.? ?|approx\.? ?|~ ?)?\d{{1,3}}(?:[.,]\d{{1,2}})? ?%|{_SUM})"
"""How much a body gave: a share or a sum."""

_BEHIND = re.compile(
    rf"\s*[(\[]\s*(?:{_DID}|{_GAVE}|{_DID}[\s,:;]+{_GAVE}|{_GAVE}[\s,:;]+{_DID})\s*[)\]]$"
    rf"|\s+[-–—]\s+(?:{_DID}|{_GAVE})$|[\s:]\s*\d{{1,3}}(?:[.,]\d{{1,2}})? ?%$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?:{_DID}\s*:\s*|{_GAVE}\s*(?:(?:from|by|of|de|du|от)\s+|[:–—-]\s*)?)(?=[^\W\d_])", re.IGNORECASE
)
_GIVEN_BY = re.compile(rf"{_GAVE}\s*[(\[](?P<name>[^()\[\]]*[^\W\d_][^()\[\]]*)[)\]]", re.IGNORECASE)
"""A sum with the name of who gave it in brackets: "EUR 20,000 (EU)"."""

_MAY_TELL = re.compile(r"[(\[%:–—-]")
"""A sign without which nothing stands beside a name."""


@lru_cache(maxsize=50_000)
def bare(text: str) -> str:
    """Return a name without what the body did or gave: that of "UNODC (lead)", "EU (80%)", "Donor: EU"."""
    if not _MAY_TELL.search(text):
        return text
    within = _GIVEN_BY.fullmatch(text)
    if within:
        return within["name"].strip()
    named = _BEHIND.sub("", text)
    before = _BEFORE.match(named)
    return (named[before.end() :] if before else named).strip(" ,") or text
