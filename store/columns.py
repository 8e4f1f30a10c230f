"""What persons said of the columns of lists, kept by the headings of a sheet: a later list with the same is read so.

Under the kind "columns" stands {headings, columns}: the headings, each once, and the field of each that was named.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping

from loaders.lists import SheetAbout
from store import revisions
from store.incoming import Said
from store.place import Place
from store.revisions import Change

Told = Mapping[str, Mapping[str, str]]
"""Field by heading, by the key of a sheet's headings."""


def key_of(about: SheetAbout) -> str:
    """Return what sheets with the same headings have in common."""
    return hashlib.sha256(json.dumps(_headings(about)).encode()).hexdigest()[:32]


def _headings(about: SheetAbout) -> list[str]:
    """Return the headings of a sheet; none where it has no row of them, as such sheets have nothing in common."""
    return sorted({column.label for column in about.columns}) if about.heading_rows else []


def of(about: Iterable[SheetAbout], said: Said) -> dict[str, dict[str, str]]:
    """Return what was said of the columns of a list, by the headings of their sheets."""
    found: dict[str, dict[str, str]] = {}
    for sheet in about:
        headings = _headings(sheet)
        own = {
            label: name for (where, label), name in said.items() if where == sheet.sheet and label in headings
        }
        if own:
            found.setdefault(key_of(sheet), {}).update(own)
    return found


def recalled(about: Iterable[SheetAbout], told: Told) -> dict[tuple[str, str], str]:
    """Return what is known of the columns of a list from what was told of lists with the same headings."""
    return {
        (sheet.sheet, label): name
        for sheet in about
        for label, name in told.get(key_of(sheet), {}).items()
        if label in _headings(sheet)
    }


def kept(place: Place) -> dict[str, Mapping[str, str]]:
    """Return what was kept in the store."""
    found = revisions.newest(place, "columns")
    return {one.key: one.content["columns"] for one in found if one.content}


def changes(place: Place, about: Iterable[SheetAbout], said: Said) -> Iterator[Change]:
    """Yield what is to be saved so that the columns of a list are read so the next time; nothing that stands there."""
    there = {one.key: one for one in revisions.newest(place, "columns")}
    headings = {key_of(sheet): _headings(sheet) for sheet in about}
    for key, columns in of(about, said).items():
        before = there.get(key)
        content = {"headings": headings[key], "columns": columns}
        if before is None or before.content != content:
            yield Change("columns", key, content, before.number if before else 0)
