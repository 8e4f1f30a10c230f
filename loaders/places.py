"""Names of countries as people write them become ISO 3166-1 alpha-3 codes (XKX for Kosovo).

Three answers are kept apart: a code, known to be no country, unknown. A near miss never becomes a code by itself:
`suggest_country` proposes, a person decides. What the first name does not need is imported when it is asked for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.place_keys import clean
from loaders.place_names import LONGEST, Answer, Verdict, found_in, known, told_by

if TYPE_CHECKING:
    from loaders.place_cells import Part
    from loaders.place_context import Mention
    from loaders.place_suggestions import Suggestion

__all__ = [
    "Answer",
    "Verdict",
    "classify",
    "find_countries",
    "parts",
    "resolve_countries",
    "resolve_country",
    "suggest_country",
]


def resolve_country(text: str) -> str | None:
    """Return the ISO3 of the one country a name or cell stands for; None where it is none, several or not known."""
    found = classify(text).iso3
    if found is None or _LIST.search(text) is None or _is_one_name(text):
        return found
    pieces = parts(text)
    if len(pieces) > 1 and pieces[0].codes and any(piece.verdict is Verdict.UNKNOWN for piece in pieces):
        return None
    several = {iso3 for piece in pieces for iso3 in piece.codes}
    return None if len(several) > (1 if _JOINED.search(text) else 2) else found


_LIST = re.compile(r"[,;&/\n]|\s(?:and|et|y|и)\s")
_JOINED = re.compile(r"[;&/\n]|\s(?:and|et|y|и)\s")
"""What may stand between two countries; a comma also between a state and its federation ("Georgia, USA").

Most texts have none of it and need not be looked at twice.
"""


def _is_one_name(text: str) -> bool:
    """Tell whether a text is a known name as a whole, and its pieces are not two: "Korea, Republic of"."""
    if "1244" in text and _has_note(text):
        return True
    return known(clean(text)) is not None and len(told_by(_LIST.split(text))) < 2


def _has_note(text: str) -> bool:
    from loaders import place_ways

    return place_ways.with_note(clean(text)) is not None


def classify(text: str) -> Answer:
    """Return what a name stands for: a country, known to be none, or not known."""
    if len(text) > LONGEST or "$" in text or (_MARKED.search(text) and _is_doubted(text)):
        return Answer(None, Verdict.UNKNOWN)
    found = found_in(clean(text))
    if found is None:
        return Answer(None, Verdict.UNKNOWN)
    return Answer(found or None, Verdict.COUNTRY if found else Verdict.NO_COUNTRY)


_MARKED = re.compile(r"[(\[:?✗✘❌☒]|\s[-–—]\s")


def _is_doubted(text: str) -> bool:
    from loaders import place_doubts

    return place_doubts.is_doubted(text)


def resolve_countries(text: str) -> list[str]:
    """Return the ISO3 of every country a cell names, in their order, each once; a whole group gives its members."""
    return list(dict.fromkeys(iso3 for part in parts(text) for iso3 in part.codes))


def parts(text: str) -> list[Part]:
    """Return the pieces of a cell that names several countries, with what each stands for.

    A piece with the verdict UNKNOWN is a question to a person.
    """
    from loaders import place_cells

    return place_cells.parts(text)


def find_countries(text: str) -> list[Mention]:
    """Return the countries a running text mentions, in their order; a group gives one mention a member."""
    from loaders import place_text

    return place_text.find_countries(text)


def suggest_country(text: str) -> list[Suggestion]:
    """Return countries a name may have been meant for, the likeliest first; a person decides."""
    from loaders import place_suggestions

    return place_suggestions.suggest(clean(text[:LONGEST]))
