"""What an announcement tells instead of an event: one called off, a post to be filled, the sum of many years."""

from __future__ import annotations

import re

from loaders.late import late
from loaders.release_page import Page

_OFF = late(
    r"\b(?:(?:was|were|is|are|be|been|being)\s(?:\w+ly\s|also\s|since\s|indefinitely\s)?(?:cancel(?:l)?ed|"
    r"called off|scrapped|suspended|abandoned)|"
    r"(?:did|does|do|will|would|could|can)(?:\snot|n[’']t|not)\s(?:\w+\s)?(?:take place|be held|go ahead|"
    r"happen)|never took place|"
    r"(?:was|were|has|have)\s(?:not|never)\s(?:been\s)?held|failed to take place|would have (?:been held|"
    r"taken place)|"
    r"was to have (?:been held|taken place)|(?:a|ont) été annulée?s?|n[’'](?:a|ont|aura|auront) pas (?:eu "
    r")?lieu|n[’']aura pas lieu|"
    r"(?:fue|fueron|ha sido|han sido|queda|quedó) (?:cancelad|suspendid)[oa]s?|no (?:se celebr|se realiz|"
    r"tuvo lugar|tendrá lugar)\w*|"
    r"(?:foi|foram) (?:cancelad|suspens)[oa]s?|não (?:se realiz|teve lugar|terá lugar)\w*|"
    r"отмен[её]н[аоы]?|не состоял\w+)(?!\w)",
    re.IGNORECASE,
    needs=(
        "cancel|scrapped|suspend|abandoned|held|happen|annul|lieu|suspens|отмен|состоял|called off|"
        "take place|go ahead|took place|taken place|no se |tuvo lugar|tendrá lugar|não se |teve lugar|"
        "terá lugar"
    ),
)
_CALLS_OFF = late(
    r"\b(?:cancel(?:l)?(?:ed|s|ing)|call(?:ed|s) off|scrapp(?:ed|s)|a annulé|ont annulé|canceló|cancelaron|"
    r"cancelou|cancelaram|отменил[аи]?|did not (?:hold|organi[sz]e))(?!\w)",
    re.IGNORECASE,
    needs="cancel|scrapp|annul|отмен|called off|calls off|did not",
)
_STEMS = (
    *(
        "cancel",
        "called off",
        "calls off",
        "scrap",
        "suspend",
        "abandon",
        "not ",
        "n't",
        "n’t",
        "never",
        "failed",
    ),
    *(
        "have been held",
        "have taken",
        "have been",
        "annul",
        "pas ",
        "no ",
        "suspens",
        "não ",
        "отмен",
        "не ",
        "не\u00a0",
    ),
)
"""Beginnings of words without one of which no sentence says that an event was called off."""

_OBJECT = late(r"\s(?:(?!(?:of|at|for|in|to|who|from|after|before|and)\s)[\w’'\-]+\s){0,7}")
_OTHER_THING = late(
    r"\b(?:how|when|if|unless|whose|visas?|passports?|contracts?|permits?|licen[cs]es?|debts?|registrations?|"
    r"flights?|previous|previously|earlier|last year|originally|which|that had been|after|until|before)\b|[.;:]",
    re.IGNORECASE,
)
_ANOTHER = late(
    r"\b(?:previous|last (?:year|month)|earlier|first|second|third|fourth|another|other|next|the (?:19|20)\d\d|"
    r"(?:in|since) (?:19|20)\d\d|some|one of|two|several|many)\b",
    re.IGNORECASE,
)
"""What says that another event than that of the page was called off."""

_HELD_AFTER_ALL = late(
    r"\b(?:took place|(?<!to be )(?<!have been )(?<!not )held (?:instead|online|finally)|was (?:finally |"
    r"eventually )?held|instead)\b",
    re.IGNORECASE,
)
_VACANT = late(
    r"(?:job|vacan\w+|internship|consultancy|wanted|recruitment|avis de (?:vacance|recrutement)|offre d[’']emploi|"
    r"oferta de (?:empleo|trabajo)|vacante|vaga|вакансия|"
    r"(?:call|request) for (?:proposals|tenders|bids|expressions? of interest|quotations|papers)|"
    r"(?:invitation|invites) to (?:bid|tender)|appel (?:à propositions|d[’']offres)|licitación|appel à manifestation)\b"
    r"(?!\s(?:rate|market|creation|offers?|fairs?|scams?|fraud))",
    re.IGNORECASE,
)
_SEEKS = late(
    r"\b(?:seeks?|is seeking|(?:is )?looking for|is recruiting|recruits|is hiring|invites applications "
    r"(?:for|from)|"
    r"recherche|cherche|recrute|busca|contrata|procura|ищет)\s(?:to (?:hire|recruit|fill)\s)?(?:an?|the "
    r"(?:post|position) of|qualified|"
    r"une?|una?|um|uma)?\s?(?:[\w\-]+\s){0,5}?(?:assistants?|consultants?|co-?ordinators?|managers?|interns?|"
    r"advis[eo]rs?|associates?|officer|specialist|assistante?|consultante?|asistente|consultora?|"
    r"coordinador|coordenador|"
    r"помощник\w*|консультант\w*)\b",
    re.IGNORECASE,
    needs="seek|recruit|hiring|invites|recherche|cherche|recrute|busca|contrata|procura|ищет|looking for",
)
_SHEET = 12
"""Lines within which the sheet of a project tells its years and its costs."""

_LASTS = late(
    r"\W*(?:project\s)?(?:duration|period|time ?frame|timeline|implementation period|durée|période|duración|período|"
    r"periodo|duração|срок\w*(?: реализации)?|период)\s?:?\s[^.;]{0,60}?(?:(?:19|20)\d\d\D[^.;]{0,30}?(?:19|20)\d\d|"
    r"\b\d+ (?:months|years|mois|ans|meses|años|anos|месяц\w+|лет|года)\b)"
)
_PAID = late(
    r"\W*(?:project\s)?(?:total\s)?(?:budget|donors?|funding|funded by|financed by|funder|bailleurs?|financement|"
    r"presupuesto|donantes?|financiación|orçamento|doador(?:es)?|financiamento|бюджет|донор\w*)\s?:"
)

_YEARS = late(
    r"\b(?:(?:from|between|de|entre|desde|с)\s(?:19|20)\d\d\s(?:to|and|through|until|à|et|a|y|e|по|"
    r"до)\s(?:19|20)\d\d|"
    r"(?:in|during|over|en|em|в)\s(?:19|20)\d\d\s?[–/\-]\s?(?:19|20)?\d\d\b(?!-)|"
    r"(?:over|during|in|within) (?:the )?(?:past |last )?(?:\d+|two|three|four|five|six|seven|eight|nine|"
    r"ten|several|many) years|"
    r"(?:over|in) the years)\b",
    re.IGNORECASE,
    needs="19|20|years",
)
_SINCE = late(
    r"\bsince (?:(?:the )?(?:beginning|start) of )?(?:\w+ )?(?:19|20)\d\d\b", re.IGNORECASE, needs="since"
)
_PERFECT = late(
    r"\b(?:has|have)\s(?:\w+\s){0,2}(?:been\s)?(?:trained|reached|taken part|attended|participated|benefit\w+|"
    r"completed|graduated|organi[sz]ed|held|equipped)\b"
)
_SINCE_A_YEAR = late(
    r"\b(?:depuis|desde|с)\s(?:[^\W\d]+\s){0,3}(?:19|20)\d\d\b(?!\s?[-–])[^.]{0,90}?\b(?:formée?s|outillés|"
    r"sensibilisés|bénéficié|capacitad[oa]s|formad[oa]s|capacitado|formado|capacitó|capacitaron|capacitou|treinad[oa]s|sensibilizad[oa]s|"
    r"обучен[оы]|обучил[аио]?|прошл[иоа] обучение)\b|"
    r"\b(?:formée?s|outillés|sensibilisés|bénéficié|capacitad[oa]s|formad[oa]s|treinad[oa]s|обучен[оы]|"
    r"прошл[иоа] обучение)\b"
    r"[^.;]{0,60}?\b(?:depuis|desde|с)\s(?:[^\W\d]+\s){0,3}(?:19|20)\d\d\b(?!\s?[-–])",
    re.IGNORECASE,
    needs="depuis|desde|с",
)
"""What adds up those trained since a year, not those of one event: "Desde 2018 han sido capacitados"."""

_SO_FAR = late(
    r"\b(?:projeto|projecto|programa|proyecto|projet|programme|проект\w*|программ\w*)\b[^.;]{0,80}?\b(?:já|ya|déjà|уже)\s",
    re.IGNORECASE,
    needs="já|ya|déjà|уже",
)
"""What tells what a project has done so far: "O projeto já capacitou"."""

_TOGETHER_EVENTS = late(
    r"\b(?:workshops|seminars|trainings|courses|events|sessions|meetings)\s(?:have\s|had\s)?(?:together|"
    r"jointly|collectively|altogether)\b",
    re.IGNORECASE,
    needs="together|jointly|collectively",
)
_WHICH_TOGETHER = late(
    r"\b(?:which|that)\s(?:have\s|had\s)?(?:together|jointly|collectively|altogether)\b",
    re.IGNORECASE,
    needs="together|jointly|collectively",
)
_DOES_OFTEN = late(
    r"\b(?:conducts?|organi[sz]es?|holds?|provides?|delivers?|supports?|runs?|facilitates?|offers?|hosts?)\s(?:[\w\-,]+\s){0,6}?"
    r"(?:seminars|trainings?|workshops|courses|meetings|events|conferences|round ?tables|study visits)\b"
)
_OF_ONE_TIME = late(
    r"\d|\b(?:today|tomorrow|yesterday|this|a|an|two|three|four|five|six|another|first|second|third|series)\b",
    re.IGNORECASE,
)
"""What says that certain events are meant, not what a body does at all times."""

_IT = late(r"(?:^|,\s|\b(?:but|and)\s)(?:it|this|both)\s(?:\w+\s){0,2}$", re.IGNORECASE)


_NO = late(r"(?:no|neither|aucune?|ningun[oa]?|ningún|nenhuma?|ни один)\s(?:[\w\-]+\s){0,3}", re.IGNORECASE)


def called_off(page: Page, number: int) -> bool:
    """Return whether a sentence says that an event was cancelled or did not take place, or that there was none."""
    start = page.sentences[number].start
    none = any(_NO.fullmatch(page.text, start, cue.start) for cue in page.of(number, "event"))
    return none or _is_off(page, number)


def _is_off(page: Page, number: int) -> bool:
    known: bool | None = page.memo.get(("off", number))
    if known is None:
        known = page.memo["off", number] = _says_off(page, number)
    return known


def _says_off(page: Page, number: int) -> bool:
    """Return what `_is_off` returns, read from the sentence."""
    sentence = page.sentences[number]
    words = page.small[sentence.start : sentence.end]
    if not any(stem in words for stem in _STEMS):
        return False
    off = list(_OFF.finditer(page.text, sentence.start, sentence.end))
    done = list(_CALLS_OFF.finditer(page.text, sentence.start, sentence.end))
    if not (off or done) or _HELD_AFTER_ALL.search(page.text, sentence.start, sentence.end):
        return False
    spans = [(cue.start, cue.end) for cue in page.of(number, "event", "again")]
    for match in off:
        gaps = [page.text[end : match.start()] for _, end in spans if end <= match.start()]
        if any(not _OTHER_THING.search(gap) for gap in gaps) or _IT.search(
            page.text[sentence.start : match.start()]
        ):
            return True
    return any(
        _OBJECT.fullmatch(page.text, match.end(), start)
        for match in done
        for start, _ in spans
        if match.end() < start
    )


def undone(page: Page) -> bool:
    """Return whether a page says of its own event, not of an earlier one, that it was called off."""
    return any(
        _is_off(page, number) and not _ANOTHER.search(page.words(number))
        for number, sentence in enumerate(page.sentences)
        if sentence.zone in {"title", "heading", "body"}
    )


def is_vacancy(page: Page) -> bool:
    """Return whether a page begins as a vacancy does: "Vacancy: …", "IOM seeks a project assistant"."""
    shown = [one for one in page.sentences if one.zone in {"title", "heading", "body"}][:2]
    return any(
        _VACANT.match(page.text, one.start, one.end) or _SEEKS.search(page.text, one.start, one.end)
        for one in shown
    )


def is_project_sheet(page: Page) -> bool:
    """Return whether a page is headed as the sheet of a project: with its years, and what it costs or who pays."""
    first = range(min(_SHEET, len(page.sentences)))
    news = (number for number in first if page.of(number, "event") and page.of(number, "happens"))
    lines = [page.small[one.start : one.end] for one in page.sentences[: next(news, _SHEET)]]
    lasts = any(_LASTS.match(line) for line in lines)
    return lasts and any(_PAID.match(line) for line in lines)


def over_years(page: Page, number: int) -> bool:
    """Return whether a sentence adds up what was done over years or in several events: "since 2019", "together"."""
    words = page.words(number)
    if _YEARS.search(words) or _TOGETHER_EVENTS.search(words) or _WHICH_TOGETHER.search(words):
        return True
    if page.language != "en" and (_SINCE_A_YEAR.search(words) or _SO_FAR.search(words)):
        return True
    return _SINCE.search(words) is not None and _PERFECT.search(words) is not None


def habitual(page: Page, number: int) -> bool:
    """Return whether a sentence tells what a body does at all times: "The Mission conducts seminars for judges"."""
    sentence = page.sentences[number]
    if sentence.zone != "body" or _OF_ONE_TIME.search(page.text, sentence.start, sentence.end):
        return False
    return _DOES_OFTEN.search(page.text, sentence.start, sentence.end) is not None
