"""Days an announcement tells without their month: "nos dias 28 e 29", "el miércoles 23", "quarta-feira (8)"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from datetime import date

from loaders.dates import FoundPeriod
from loaders.late import late

_WEEKDAYS = (
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|"
    r"(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?"
)
_JOIN = r"\s(?:e|y|et|a|al|au|à)\s(?:el\s|le\s|o\s)?"
_BARE = late(
    rf"(?:\b(?:{_WEEKDAYS})(?:,?\s(?:dia\s|día\s|le\s)?|\s\()|"
    r"\b(?:nos\sdias|no\sdia|os\sdias|los\s(?:pasados\s)?días|el\s(?:pasado\s)?día)\s)"
    rf"(?P<first>\d{{1,2}})(?:(?:,\s\d{{1,2}}){{0,4}}{_JOIN}(?:(?:{_WEEKDAYS}),?\s)?(?P<last>\d{{1,2}}))?\)?"
    rf"(?!\d|\s[^\W\d]{{5,}}s\b|\s?[/.:]\d|\s?h(?:\d|\b)|,\s\d|{_JOIN}(?:(?:{_WEEKDAYS}),?\s)?\d|\s(?:de|del|do)\s\w|"
    r"\s[^\W\d]{3,}\s(?:19|20)\d\d|\s(?:jan|fév|fev|mars|avr|mai\b|juin|juil|ao[uû]t|sept|oct|nov|déc|heures|horas|hs\b))",
    re.IGNORECASE,
)
_DAYS = {
    name: number
    for number, names in enumerate(
        ("lun seg", "mar ter", "mer mié qua", "jeu jue qui", "ven vie sex", "sam sáb", "dim dom")
    )
    for name in names.split()
}
"""How the days of the week begin, Monday 0."""

_FARTHEST = 40
"""Days from that of the page, or from a day told before, within which a day without its month lies."""


def bare_days(text: str, found: Sequence[FoundPeriod], day: str | None) -> list[FoundPeriod]:
    """Return the dates of a text with the days told without a month, each in place of its day of the week.

    They are read against `day`, the one the page is from (ISO), else against the full day that is told before them.
    """
    told = list(_told(text, found, day))
    kept = [one for one in found if not any(two.start < one.end and one.start < two.end for two in told)]
    return sorted([*kept, *told], key=lambda one: one.start) if told else list(found)


def _told(text: str, found: Sequence[FoundPeriod], day: str | None) -> Iterator[FoundPeriod]:
    full = [one for one in found if len(one.first) == 10 and one.first[0] != "X"]
    dated = [one for one in found if any(letter.isdigit() for letter in one.as_written)]
    for match in _BARE.finditer(text):
        first, last = int(match["first"]), int(match["last"] or match["first"])
        if last < first or any(one.start < match.end() and match.start() < one.end for one in dated):
            continue
        against = next((one.first for one in reversed(full) if one.end <= match.start()), day)
        weekday = _DAYS.get(match[0][:3].casefold())
        begun = _nearest(first, against, weekday=weekday, late=against == day)
        if begun is None or last > calendar.monthrange(begun.year, begun.month)[1]:
            continue
        start, end, until = match.start(), match.end(), begun.replace(day=last)
        words = text[start:end]
        yield FoundPeriod(
            None, start, end, words, first=begun.isoformat(), last=until.isoformat(), role="event"
        )


def _nearest(number: int, against: str | None, *, weekday: int | None, late: bool) -> date | None:
    """Return the day of the month that lies nearest to a date and is the weekday told, if any.

    Where none is told, it lies on or before the date if `late`.
    """
    if against is None or not 1 <= number <= 31:
        return None
    day = date.fromisoformat(against)
    months = [(day.year, day.month), (day.year - (day.month == 1), (day.month - 2) % 12 + 1)]
    months.append((day.year + (day.month == 12), day.month % 12 + 1))
    days = [date(*one, number) for one in months if number <= calendar.monthrange(*one)[1]]
    near = [
        one
        for one in days
        if abs((one - day).days) <= _FARTHEST
        and (one.weekday() == weekday if weekday is not None else not (late and one > day))
    ]
    return min(near, key=lambda one: abs((one - day).days), default=None)
