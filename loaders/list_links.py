"""Words between two bodies of one cell that tell what each of them did: "IOM, in cooperation with OSCE"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, NamedTuple

from loaders import list_bodies
from loaders.list_beside import bare
from loaders.list_bodies import Paid
from loaders.list_countries import country
from loaders.list_pieces import pieces

Bond = Literal["paid", "partner", "beside", "unclear"]
"""The one behind paid, was a partner, did the same, or did what the word does not tell."""

_BONDS: dict[Bond, str] = {
    "paid": (
        r"(?:(?:co-?\s?)?(?:funded|financed|sponsored)|paid(?: for)?) by"
        r"|with (?:the )?(?:financial support|funding|funds) (?:of|from)"
        r"|(?:co)?financ[ée]e?s? par|(?:co)?financiad[oa]s? por|при финансировании|финансируется"
    ),
    "partner": (
        r"in (?:close )?(?:co-?operation|partnership|collaboration|co-?ordination|association) with"
        r"|with (?:the )?support (?:of|from)|supported by|en (?:coop[ée]ration|partenariat|collaboration) avec"
        r"|avec (?:le soutien|l['’]appui) d[eu]s?"
        r"|en (?:cooperaci[óo]n|colaboraci[óo]n|alianza) con|con (?:el )?apoyo del?"
        r"|в сотрудничестве с|в партн[её]рстве с|при поддержке"
    ),
    "beside": r"jointly with|together with|conjointement avec|conjuntamente con|junto con|совместно с",
    "unclear": r"with|via|through|avec|con",
}
_ANY = "|".join(f"(?P<{name}>{words})" for name, words in _BONDS.items())
_LINK = re.compile(rf"\s*[,(\[–-]?\s*(?<!\w)(?:{_ANY})\s+(?:the\s+|la\s+|le\s+|l['’])?", re.IGNORECASE)
_WORD = re.compile(rf"(?<!\w)(?:{'|'.join(_BONDS.values())})\s", re.IGNORECASE)
_SIGNS = (
    "with",
    "via",
    "through",
    " by",
    "avec",
    "con",
    "financ",
    " par ",
    "при ",
    "финанс",
    "совместно",
    "сотруд",
    "партн",
)
"""Letters of which every such word has some: they are looked for in a sixth of the time."""

_OPEN = re.compile(r"[(\[]")


class Linked(NamedTuple):
    """The names before and behind a word that binds them, the bond, and the word."""

    before: str
    behind: str
    bond: Bond
    word: str


@lru_cache(maxsize=50_000)
def may_link(text: str) -> bool:
    """Return whether a cell has a word that may bind two bodies."""
    said = text.casefold()
    return any(sign in said for sign in _SIGNS) and _WORD.search(text) is not None


def linked(part: str, is_known: Callable[[str], bool]) -> Linked | None:
    """Return the two sides of the first such word that stands behind a known name or begins; None where none does.

    Behind a word that begins, or does not tell what it means, there must be a known name too.
    """
    for found in _LINK.finditer(part):
        before, behind = part[: found.start()].strip(" ,"), part[found.end() :].strip(" ,.")
        if _OPEN.search(found[0]):
            behind = behind.rstrip(")]")
        bond = next(name for name in _BONDS if found[name])
        if not behind or (before and not is_known(before)):
            continue
        if (before and bond != "unclear") or is_known(behind):
            return Linked(before, behind, bond, found[bond])
    return None


@dataclass(frozen=True)
class Reader:
    """Reads the bodies of a cell, as seen from a host (ISO3)."""

    host: str | None
    full_name: Callable[[str], str]
    country_of: Callable[[str], str | None]

    def read(self, text: str, role: str) -> Paid:
        """Return the bodies of a cell, each in the role that its words give it, and the countries that paid."""
        found = Paid()
        for part in list_bodies.parts(text):
            found = _both(found, self._part(part, role))
        return found

    def _part(self, part: str, role: str) -> Paid:
        bound = linked(part, self._is_known) if _may_be_two(part) else None
        if bound is None:
            return self._plain(part, role)
        before = self._part(bound.before, role) if bound.before else Paid()
        return _both(before, self._bound(bound, role))

    def _bound(self, bound: Linked, role: str) -> Paid:
        """Return the bodies behind a word; what it does not tell is asked about."""
        given = _ROLES.get((bound.bond, role))
        if given:
            return self._part(bound.behind, given)
        advice = _UNCLEAR.format(word=bound.word)
        return Paid(faults=((list_bodies.withheld(bound.behind), advice, "warning"),))

    def _is_known(self, name: str) -> bool:
        """Return whether every name in a text is of a body or a country that is known."""
        seen = list_bodies.bodies_in(name, self.host)
        if seen and all(found or country(bare(each)) for each, _, found in seen):
            return True
        split = pieces(name, list_bodies.known_or_country)
        return bool(split) and all(known for _, known in split)

    def _plain(self, part: str, role: str) -> Paid:
        if role == "funder":
            return list_bodies.read_funders(part, full_name=self.full_name, country_of=self.country_of)
        read = list_bodies.read_bodies(part, role, host=self.host, full_name=self.full_name)
        return Paid(organisations=read.items, faults=read.faults)


_ROLES = {
    **{("paid", role): "funder" for role in ("organiser", "partner", "funder")},
    **{("partner", role): "partner" for role in ("organiser", "partner")},
    **{("beside", role): role for role in ("organiser", "partner", "funder", "participant", "expert")},
}
"""The role of a body by what binds it to another one and the role of that; any other is asked about."""

_UNCLEAR = (
    "stands behind “{word}”, which does not tell its role; not kept: write it into the column of its role"
)


def _both(one: Paid, other: Paid) -> Paid:
    return replace(
        one,
        countries=(*one.countries, *other.countries),
        organisations=(*one.organisations, *other.organisations),
        faults=(*one.faults, *other.faults),
    )


def _may_be_two(part: str) -> bool:
    """Return whether a part is not the whole name of one body; in brackets another one may stand behind it."""
    return _OPEN.search(part) is not None or list_bodies.body(part)[1] is None
