"""What stands in a cell of bodies and is none: a sum, a region, that nobody paid, a name that is not sure."""

from __future__ import annotations

import re

from loaders import place_doubts, place_tables
from loaders.list_beside import MONEY
from loaders.place_keys import key
from loaders.places import Verdict, classify

_LONGEST = 80


def is_none(text: str) -> bool:
    """Return whether a name that no vocabulary knows is none of a body: a sum, a region, or that there was none."""
    if len(text) > _LONGEST:
        return False
    said = text.casefold() in _NO or MONEY.fullmatch(text) or _NEGATED.match(text)
    return bool(said) or _is_region(text)


_NO = frozenset({"no", "na", "n.a", "non", "nil", "nobody", "нет"})
"""What people write where there is no body to name; their vocabulary has names, and leaves such short words out."""


_NEGATED = re.compile(
    r"(?:not|no longer|never)\s+(?:yet\s+)?(?:co-?)?(?:funded|financed|sponsored|paid|supported|organi[sz]ed|known"
    r"|applicable|stated|available|specified|confirmed|decided|reported)\b"
    r"|no\s+(?:external\s+|other\s+)?(?:fund(?:ing|s|er|ers)?|donors?|sponsors?|support|partners?|organi[sz]ers?|information|data"
    r"|costs?|budget)\b|(?:non|pas)\s+(?:encore\s+)?(?:financ|organis|connu|précis)|sin\s+(?:financ|fondos|datos)"
    r"|не\s+(?:финансир|указан|извест)|без\s+(?:финансир|донор)",
    re.IGNORECASE,
)


def _is_region(text: str) -> bool:
    """Return whether a name is that of a part of the world, a state of a federation or a piece of nature."""
    known = key(text)
    if known in place_tables.keys("region") or known in place_tables.keys("us state"):
        return True
    return _NATURE.search(text) is not None and classify(text).verdict is Verdict.NO_COUNTRY


_NATURE = re.compile(
    r"\b(?:delta|basin|valley|river|lake|sea|bay|peninsula|straits?|channel|ocean|coast|border|desert|islands?)$",
    re.IGNORECASE,
)


def is_doubted(text: str) -> bool:
    """Return whether a name is said not to be sure: "Norway (tbc)", "IOM?"."""
    within = _BEHIND.search(text)
    return text.endswith("?") or (within is not None and place_doubts.is_doubt(within[1]))


_BEHIND = re.compile(r"\w\s*[(\[]([^()\[\]]*)[)\]]$")
