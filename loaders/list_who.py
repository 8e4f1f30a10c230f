"""The countries and bodies of an event of a list, each with its role."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from loaders import list_links
from loaders.grids import Cell, shown
from loaders.headings import is_mark
from loaders.list_bodies import Paid, Seen, bodies_in, row_of
from loaders.list_countries import country, plain_countries, read_countries
from loaders.list_desk import At, Desk, Got, Near, Values
from loaders.list_pieces import Read

_STATE = ("government", "law enforcement or justice")
_COUNTRY_FIELDS = {
    "participant_countries": "participant",
    "expert_countries": "expert",
    "funder_countries": "funder",
}
_BODY_FIELDS = {
    "organisers": "organiser",
    "partners": "partner",
    "participant_organisations": "participant",
    "expert_organisations": "expert",
}
COUNTRIES = ("participant_countries", "expert_countries", "country_mark")
"""Fields that name countries."""


def countries(desk: Desk, got: Got, _near: Near) -> Values:
    """Return the countries that took part or sent experts."""
    return _unless_empty(countries=list(_countries(desk, got)))


def took_part(desk: Desk, cell: Cell, _near: Near) -> Values | None:
    """Return the countries of a cell in which every name is known."""
    if not isinstance(cell, str) or desk.says_nothing(cell):
        return None
    rows = plain_countries(cell, "participant")
    return {"countries": rows} if rows else None


def plain_organisers(desk: Desk, cell: Cell, near: Near) -> Values | None:
    """Return the organisers of a cell that names bodies and nobody else."""
    return _plain_bodies(desk, cell, "organiser", near.host)


def plain_partners(desk: Desk, cell: Cell, near: Near) -> Values | None:
    """Return the partners of a cell that names bodies and nobody else."""
    return _plain_bodies(desk, cell, "partner", near.host)


def _plain_bodies(desk: Desk, cell: Cell, role: str, host: str | None) -> Values | None:
    if not isinstance(cell, str) or desk.says_nothing(cell):
        return None
    if list_links.may_link(cell):
        return None
    rows = {name: _row(desk, name, role) for name in bodies_in(cell, host)}
    found = [row for row in rows.values() if row]
    return {"organisations": found} if found and len(found) == len(rows) else None


def _row(desk: Desk, seen: Seen, role: str) -> dict[str, str] | None:
    """Return the row of a body, the same object each time; None for what is none."""
    known = desk.rows_of_bodies.get((seen, role))
    if known is None and (made := row_of(seen, role, partial(_full_name, desk))):
        known = desk.rows_of_bodies[seen, role] = made
    return known


def bodies(desk: Desk, got: Got, near: Near) -> Values:
    """Return the bodies of an event; its host tells which "Ministry of Justice" is meant."""
    found = list(_bodies(desk, got, near.host))
    return _unless_empty(
        countries=[row for each in found for row in each.countries],
        organisations=[row for each in found for row in each.organisations],
    )


def paid(desk: Desk, got: Got, _near: Near) -> Values:
    """Return the countries and bodies that paid."""
    found = [_funders(desk, place) for place in got.get("funders", ())]
    return _unless_empty(
        countries=[*_countries(desk, got), *(row for each in found for row in each.countries)],
        organisations=[row for each in found for row in each.organisations],
    )


def _unless_empty(**rows: list[dict[str, str]]) -> Values:
    """Return the rows of each field without copies; a field without rows is left out."""
    return {name: once(those) for name, those in rows.items() if those}


def _countries(desk: Desk, got: Got) -> Iterator[dict[str, str]]:
    for name, role in _COUNTRY_FIELDS.items():
        for place in got.get(name, ()):
            text = shown(place.cell)
            read = read_countries(text, role, desk.words, suggests=desk.suggests(place))
            yield from _told(desk, place, read)
    for place in got.get("country_mark", ()):
        yield from _marked(desk, place)


def _told(desk: Desk, place: At, read: Read) -> tuple[Any, ...]:
    """Return the items of a cell and tell its faults."""
    if read.faults:
        desk.tell_all(place, read.faults)
    return read.items


def _marked(desk: Desk, place: At) -> list[dict[str, str]]:
    """Return the country of a column that has a mark in this row."""
    text, label = shown(place.cell), place.column.value
    iso3 = country(label)
    if iso3 is None or desk.words.meaning("no", text) is not None:
        return []
    if not is_mark(text, desk.words):
        desk.tell(place, text, "is neither yes nor no; counted as not there, write x where it came")
        return []
    if text.isdecimal() and int(text) > 1:
        advice = "is how many came from there; that they came is kept, the number is not"
        desk.tell(place, text, advice, "note")
    return [{"name": label, "role": "participant", "iso3": iso3}]


def _bodies(desk: Desk, got: Got, host: str | None) -> Iterator[Paid]:
    for name, role in _BODY_FIELDS.items():
        reader = _reader(desk, host if role in ("organiser", "partner") else None)
        for place in got.get(name, ()):
            found = reader.read(shown(place.cell), role)
            desk.tell_all(place, found.faults)
            yield found


def _funders(desk: Desk, place: At) -> Paid:
    text = shown(place.cell)
    paid: Paid = desk.once(("funder",), text, lambda: _reader(desk, None).read(text, "funder"))
    desk.tell_all(place, paid.faults)
    return paid


def _reader(desk: Desk, host: str | None) -> list_links.Reader:
    return list_links.Reader(host, partial(_full_name, desk), partial(_country_of, desk))


def _full_name(desk: Desk, organisation_id: str) -> str:
    row = desk.vocabulary.organisations.get(organisation_id)
    return row["name"] if row else organisation_id


def _country_of(desk: Desk, organisation_id: str) -> str | None:
    """Return the country that pays where a body pays: that of a government's body."""
    row = desk.vocabulary.organisations.get(organisation_id)
    return (row["iso3"] or None) if row and row["kind"] in _STATE else None


def once(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """Return the rows without copies, in order."""
    if len(rows) < 2:
        return rows
    return list({tuple(row.values()): row for row in rows}.values())
