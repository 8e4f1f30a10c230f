"""A body that an announcement names: its id where it is known, its name, its country, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace

from loaders.organisation_tables import bodies
from loaders.organisations import resolve_organisation

_OF_NO_STATE = frozenset({"civil society", "private", "academia"})
"""Kinds of bodies that pay with their own money."""


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


def known_body(organisation_id: str, start: int, end: int) -> Body:
    """Return a body of the vocabulary at a place of the text."""
    body = bodies().by_id[organisation_id]
    return Body(organisation_id, body.name, body.iso3 or None, start, end)


def body_of(name: str, host: str | None, *, iso3: str, span: tuple[int, int]) -> Body:
    """Return a body of a country by its name, as the vocabulary knows it where it does."""
    known = resolve_organisation(name, host)
    return replace(known_body(known, *span), iso3=iso3) if known else Body(None, name, iso3, *span)


def is_of_state(body: Body) -> bool:
    """Return whether what a body paid its country paid: not so of a foundation, an association or a university."""
    known = bodies().by_id.get(body.organisation_id or "")
    return known is None or known.kind not in _OF_NO_STATE
