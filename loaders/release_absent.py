"""Of which countries an announcement says that nobody came: "sent apologies", "nobody from Mali", "except Latvia"."""

from __future__ import annotations

import re

from loaders.late import late

_PERSONS = (
    r"(?:officers?|officials?|delegat\w+|participants?|representatives?|experts?|judges?|prosecutors?|"
    r"police|guests?|people|persons?|"
    r"investigators?|guards?|ministers?|countr(?:y|ies)|states?)"
)
_NOBODY = (
    rf"(?:no ?body|no[ -]one|none(?! of the)|neither|nor|no (?!fewer|less|more|later)(?:[\w\-]+ "
    rf"){{0,2}}?{_PERSONS}|"
    r"aucune?|personne|ningun[oa]?|ningún|nadie|nenhuma?|ninguém|никто)"
)
_ABSENT_BEFORE = late(
    r"(?:\b(?:except(?:ing)?(?: for)?|exception of|excluding|apart from|other than|save for|minus|without|"
    r"absence of|"
    r"absent (?:was|were)|missing (?:was|were)|not|neither|nor|sauf|hormis|à l[’']exception d[eu]s?|"
    r"excepto|salvo|menos|exceto|"
    r"(?:con|com) (?:la |a )?exce(?:pción|ção) d[eao]s?|кроме|за исключением)\s"
    rf"(?:(?:those|anyone|any|{_PERSONS})\s)?(?:from\s|of\s)?|"
    r"\ball\b[^.;,]{0,50}\sbut\s|"
    rf"\b{_NOBODY}\b[^.;:,]{{0,50}}?\b(?:from|of|de|du|da|do|из)\s(?:the\s)?(?:[\w ,]{{2,50}}\b(?:or|nor|"
    rf"and|ni|nem|ou)\s(?:from\s)?)?)"
    r"(?:the\s|la\s|le\s|les\s|l[’']|el\s|o\s|a\s)?$",
    re.IGNORECASE,
    needs=(
        "except|exclu|apart|other than|save for|minus|without|absen|missing|not|neither|nor|sauf|hormis|salvo|menos|"
        "exce|кроме|за исключением|all|nobody|no body|no one|no-one|none|no |aucun|personne|ningun|ningún|nadie|"
        "nenhum|ninguém|никто"
    ),
)
_ABSENT_AFTER = late(
    r"(?:,?\s(?:which|who|both|also|however|alone|had|have|has|been|were|was|all|regrettably|unfortunately|"
    r"instead)\b){0,4},?\s"
    r"(?:invited,? (?:but|yet|and|though|however,?) )?"
    r"(?:sent (?:its |their |his |her )?(?:apologies|regrets|excuses)|apologi[sz]ed|excused|declined|absent|"
    r"stayed away|stayed at home|(?:did|could|were|was|would|do|does|had)(?: not|n[’']t) (?:attend|take "
    r"part|participate|come|join|send|(?:be |been )?(?:represented|present|able to (?:attend|come|take "
    r"part))|"
    r"represented|present|able to (?:attend|come|take part)|among|make it)|not (?:represented|present|"
    r"among|able to (?:attend|come|take part))|"
    r"unable to (?:attend|come|take part|send|join|participate)|missing\b|failed to (?:attend|come|send|"
    r"appear)|refused to|withdrew|pulled out|"
    r"boycotted|(?:had )?cancelled (?:its|their)|n[’'](?:a|ont|était|étaient|avait|avaient) pas|"
    r"(?:s[’']est|se sont) excusée?s?|(?:était|étaient) absente?s?|"
    r"no (?:particip|asisti|pud|estuv|envi)|se excus|estuv(?:o|ieron) ausente|não (?:particip|comparec|"
    r"estev|pud)|estev(?:e|eram) ausente|"
    r"не (?:участвова|приеха|прибы|присутствова|смогл)|отсутствова)",
    re.IGNORECASE,
)
_NEW_TO_IT = late(r"[^.;:,]{0,20}\b(?:had|has|have)\s(?:ever|been|previously|yet|before)\b", re.IGNORECASE)
_PEOPLE_OF = late(rf"(?:\s{_PERSONS})?(?=[,\s])", re.IGNORECASE)
_LAST = 120
"""Letters before a list of countries that may deny it."""


def is_absent(before: str, after: str) -> bool:
    """Return whether the words before or behind a list of countries say that nobody from there came."""
    if _ABSENT_BEFORE.search(before[-_LAST:]):
        return _NEW_TO_IT.match(after) is None
    noun = _PEOPLE_OF.match(after)
    return noun is not None and _ABSENT_AFTER.match(after, noun.end()) is not None
