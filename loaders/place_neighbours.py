"""What the pieces of a cell say of each other: "IT, HR, Finance" and "Georgia, Texas" list no countries."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from loaders import place_tables
from loaders.place_keys import key
from loaders.place_names import Verdict, is_short_code

if TYPE_CHECKING:
    from loaders.place_cells import Part


_DEPARTMENTS = frozenset({"AI", "HR", "IT", "PR", "TV", "VR"})
"""Words in capitals that are codes of countries too; where a list has none but these, nothing is sure."""


def doubted(pieces: list[Part]) -> set[int]:
    """Return the places of those pieces of which a neighbour says that they may be no country."""
    written = [piece.as_written.strip() for piece in pieces]
    if len(pieces) < 2:
        return set()
    if _DEPARTMENTS.issuperset(written):
        return set(range(len(pieces)))
    codes = _spread(pieces, _is_code, from_=_is_unknown)
    return codes | _spread(pieces, _is_georgia, from_=_is_state)


def _spread(pieces: list[Part], may_be: Callable[[Part], bool], *, from_: Callable[[Part], bool]) -> set[int]:
    """Return the pieces of a kind that stand beside one of another kind, or beside one so found."""
    found: set[int] = set()
    for order in (range(len(pieces)), range(len(pieces) - 1, -1, -1)):
        before = False
        for at in order:
            if before and may_be(pieces[at]):
                found.add(at)
            before = at in found or from_(pieces[at])
    return found


def _is_code(piece: Part) -> bool:
    return piece.verdict is Verdict.COUNTRY and is_short_code(piece.as_written.strip())


def _is_unknown(piece: Part) -> bool:
    return piece.verdict is Verdict.UNKNOWN


def _is_georgia(piece: Part) -> bool:
    return piece.codes == ("GEO",) and key(piece.as_written) == "georgia"


def _is_state(piece: Part) -> bool:
    return key(piece.as_written) in place_tables.keys("us state")
