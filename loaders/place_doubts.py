"""Words beside a country's name that say it was not there, or that it is not sure: "Serbia (absent)", "Turkey?".

Such a name is no answer and stays a question to a person.
"""

from __future__ import annotations

import re

from loaders.place_names import named

_WORDS = (
    r"cancell?ed|declined|absent(?:e|s|es|ed)?|absence|no[- ]?shows?|(?:did|does|could|would|was|were|is|are|has|have)"
    r"(?:\s+not|n['’]t)\b[^()]{0,40}|not\s+(?:attend|present|represent|participat|confirm|com|sure|there|invit)[^()]{0,30}"
    r"|apolog(?:y|ies|i[sz]ed)|regrets|none|nobody|no[- ]one|nil|withdr[ae]wn?|withdrew|excused?|postponed"
    r"|unable\s[^()]{0,40}"
    r"|unconfirmed|pending|tb[acd]|to be (?:confirmed|announced|decided)|maybe|perhaps|possibly"
    r"|invited|no|non|nein|0|\?+"
    r"|excusée?s?|annulée?|déclinée?|à confirmer|n['’]a pas\s[^()]{0,40}|néant"
    r"|ausentes?|cancelad[oa]|excusad[oa]|por confirmar|a confirmar"
    r"|no (?:asistió|participó|confirmado)|não (?:compareceu|participou)"
    r"|отсутств\w+|отмен\w+|не\s+(?:участвовал|прибыл|был|приехал|подтвержден)\w*|нет|под вопросом"
    r"|abwesend|entschuldigt|abgesagt|[✗✘❌×☒]"
)
_ALONE = re.compile(rf"\s*(?:{_WORDS})\s*[.!]?\s*", re.IGNORECASE)
_BEHIND = re.compile(
    rf"\w.*?(?:\s*[(\[]\s*(?:{_WORDS})\s*[)\]]|\s*(?::|\s[-–—])\s*(?:{_WORDS})|\s*[✗✘❌☒])\s*\.?\s*",
    re.IGNORECASE | re.DOTALL,
)
_BEFORE = re.compile(
    r"\s*(?:no(?:ne|body|[- ]one)?|without|not|absent|apologies|regrets|all but|except(?:ing)?|excluding"
    r"|aucun\w*|sans|ningun\w*|sin|nenhum\w*|sem|никто|нет|без|кроме|[\w\s-]{0,30}\b(?:victims?|survivors?|migrants?|refugees?|traffickers?|smugglers?"
    r"|victimes?|víctimas?|vítimas?|жертв\w*|мигрант\w*))\b[^,;()]{0,60}?\s(?:from|of|de|du|des|d['’]|aus|из)\b",
    re.IGNORECASE,
)


def is_doubt(text: str) -> bool:
    """Tell whether a text is no more than a word of absence or of doubt; NO is a code of Norway."""
    return text.strip() != "NO" and _ALONE.fullmatch(text) is not None


def begins_with_doubt(text: str) -> bool:
    """Tell whether a text says before the first name that it was not there: "none from", "victims from"."""
    return _BEFORE.match(text) is not None


def is_doubted(text: str) -> bool:
    """Tell whether a text says of what it names that it was absent, or not sure."""
    if text.rstrip(" )]?").endswith("NO"):
        return False
    if text.rstrip(" )]").endswith("?"):
        return bool(
            named(text.rstrip(" ([)]?"))
        )  # at the end of a name that is not known it is a lost letter
    return _BEHIND.fullmatch(text) is not None or _BEFORE.match(text) is not None
