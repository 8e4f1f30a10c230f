"""Weeks, months, quarters, seasons, years and words like "today", each as the days they cover."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import lru_cache

from loaders.date_points import (
    LEAP_YEAR,
    Context,
    Period,
    Point,
    days_period,
    figures_alone,
    from_spans,
    last_of_month,
    read_points,
    settle_year,
)
from loaders.date_tokens import Tokens, full_year
from loaders.dates import FIRST_YEAR, LAST_YEAR

SHIFTS = {"l": -1, "h": 0, "n": 1}
"""Last, this, next: how many weeks, months or years from the publication."""

WINTER = 4
MOST_YEARS = 10
FROM_PUBLISHED = ("counted from published",)
ONLY_PART = ("only part of it is named",)


def letters_of(tokens: Tokens, first: int, last: int) -> str:
    """Return the letters of an expression."""
    return tokens.letters[first:last]


def value_of(tokens: Tokens, first: int, last: int, wanted: str) -> int:
    """Return the value of the first token with one of the wanted letters, 0 where there is none."""
    for place in range(first, last):
        value = tokens.values[place]
        if tokens.letters[place] in wanted and isinstance(value, int):
            return value
    return 0


def shift_of(letters: str) -> int:
    """Return -1, 0 or 1 for last, this, next; "this last" is last."""
    return next((SHIFTS[letter] for letter in letters if letter in "ln"), 0)


def year_of(tokens: Tokens, first: int, last: int, context: Context) -> int:
    """Return the year of an expression, also "last year" where the publication is known; 0 without one."""
    year = value_of(tokens, first, last, "Y")
    if year or context.published is None:
        return year
    letters = letters_of(tokens, first, last)
    said = "y" in letters and any(letter in letters for letter in SHIFTS)
    return context.published.year + shift_of(letters) if said or letters.endswith("g") else 0


def days(tokens: Tokens, first: int, last: int, context: Context) -> Period | None:
    """Return single days, ranges and lists of days; "5 May last year" counts from the publication."""
    letters = tokens.letters[first:last]
    if letters == "I":
        return figures_alone(tokens.values[first], context.order)
    places = _places(letters)
    if places is not None:
        figures = [_written(tokens, first, place) for place in places]
        joint = (
            "between" if first and tokens.letters[first - 1] == "B" else tokens.letters[first + places[-1]]
        )
        return _plain_days(*figures[:-1], joint=joint)
    points = read_points(tokens, first, last, order=context.order)
    if not points:
        return None
    if not points[0].year:
        year = year_of(tokens, first, last, context)
        for point in points:
            point.year = year
    return days_period(points, context)


def _written(tokens: Tokens, first: int, place: int) -> int:
    """Return the figure at a place behind the first token, 0 where none is written."""
    value = tokens.values[first + place] if place >= 0 else 0
    return value if isinstance(value, int) else value[0]


_PLAIN_DAYS = re.compile(
    r"(?:(?P<first>D)[ou]?(?:(?P<first_month>M)[ou]?(?P<first_year>Y)?)?(?P<joint>[-Ta&]))?"
    r"(?P<last>D)[ou]?(?P<month>M),?[ou]?(?P<year>Y)[yg]?\.?"
    r"|(?P<lead>M)(?:(?P<first_behind>D)(?P<joint_behind>[-Ta&]))?(?P<last_behind>D),?(?P<year_behind>Y)[yg]?\.?"
)
_PLACES = (("year", "year_behind"), ("month", "lead"), ("last", "last_behind"), ("first", "first_behind"))


@lru_cache(maxsize=1000)
def _places(letters: str) -> tuple[int, ...] | None:
    """Return where the figures of the ways stand that most dates are written in; None for any other way.

    In order: year, month and day of the end, day, month and year of the start, and what joins them; -1 for what is
    not written.
    """
    found = _PLAIN_DAYS.fullmatch(letters)
    if found is None:
        return None
    ends = (max(found.start(one), found.start(other)) for one, other in _PLACES)
    joint = max(found.start("joint"), found.start("joint_behind"))
    return (*ends, found.start("first_month"), found.start("first_year"), joint)


def _plain_days(year: int, month: int, last: int, *start: int, joint: str) -> Period | None:
    """Return "5 May 2019", "5-7 May 2019", "5 and 7 May 2019"; None where the days cannot be."""
    first, first_month, first_year = start
    try:
        end = date(year, month, last)
        if not first:
            return Period(end, end, "day")
        begun = date(first_year or year - ((first_month or month) > month), first_month or month, first)
    except ValueError:
        return None
    if joint == "&":
        return from_spans([(begun, begun), (end, end)])
    return Period(begun, end, "day") if begun <= end else None


def short_year(tokens: Tokens, first: int, last: int, context: Context) -> Period | None:
    """Return "5 Mar 19", a date of a spreadsheet whose year has two figures."""
    points = read_points(tokens, first, last - 1, order=context.order)
    for point in points or ():
        point.year = full_year(value_of(tokens, last - 1, last, "D"))
    return days_period(points, context) if points else None


def short_month(tokens: Tokens, first: int, last: int, _: Context) -> Period | None:
    """Return the month of "Jun-16", as a spreadsheet writes it where a cell holds a month and a year."""
    figures = tokens.text[slice(*tokens.spans[last - 1])]
    month, year = value_of(tokens, first, last, "MR"), full_year(int(figures))
    glued = tokens.spans[last - 1][0] - tokens.spans[first][1] == 1
    return _run([Point(1, month, year)]) if glued and len(figures) == 2 else None


def days_this_month(tokens: Tokens, first: int, last: int, context: Context) -> Period | None:
    """Return days "of this month", counted from the publication."""
    points = read_points(tokens, first, last, order=context.order)
    if not points or context.published is None:
        return None
    month = _months_on(context.published, shift_of(letters_of(tokens, first, last)))
    for point in points:
        point.month, point.year = month.month, month.year
    period = days_period(points, context)
    return period and Period(period.start, period.end, "day", period.days, FROM_PUBLISHED)


def figure(tokens: Tokens, first: int, last: int, context: Context) -> Period | None:
    """Return "Friday (27/07)": the weekday settles the year."""
    return days(tokens, first, last, context)


def tail(tokens: Tokens, first: int, last: int, context: Context) -> Period | None:
    """Return the ISO interval whose end is a day alone (2024-09-24/25)."""
    points = read_points(tokens, first, last, order=context.order)
    if not points or points[0].figures:
        return None
    points[-1].joined = "range"
    return days_period(points, context)


def months(tokens: Tokens, first: int, last: int, context: Context) -> Period | None:
    """Return a month or a run of months; a missing year is taken from beside it or from the publication."""
    points = month_points(tokens, first, last)
    if not points[-1].year:
        year = year_of(tokens, first, last, context)
        return _in_year(points, year) if year else _near_months(points, context)
    for place in range(len(points) - 1, 0, -1):
        earlier, later = points[place - 1], points[place]
        earlier.year = earlier.year or later.year - (earlier.month > later.month)
    return _run(points)


def month_points(tokens: Tokens, first: int, last: int) -> list[Point]:
    """Return the months of an expression as their first days."""
    points: list[Point] = []
    for place in range(first, last):
        value = tokens.values[place]
        if isinstance(value, tuple):
            continue
        if tokens.letters[place] in "MR":
            points.append(Point(1, value))
        elif tokens.letters[place] == "Y":
            points[-1].year = value
    return points


def _in_year(points: list[Point], year: int) -> Period | None:
    for point in points:
        point.year = point.year or year
    return _run(points)


def _near_months(points: list[Point], context: Context) -> Period | None:
    """Return months without a year as those nearest to the publication."""
    middle = [Point(15, point.month) for point in points]
    tenseless = Context(context.published, context.order)
    year = settle_year(middle, tenseless)
    if year is None or any(point.year for point in points):
        return None
    for earlier, later in zip([None, *points], points, strict=False):
        later.year = year if earlier is None else earlier.year + (later.month < earlier.month)
    period = _run(points)
    return period and Period(period.start, period.end, "month", (), ("year from published",))


def _run(points: Sequence[Point]) -> Period | None:
    """Return the months from the first to the last; None where they run backwards."""
    firsts = [point.on(point.year) for point in points]
    dated = [day for day in firsts if day is not None]
    if len(dated) < len(firsts) or dated != sorted(dated):
        return None
    return Period(dated[0], last_of_month(dated[-1].year, dated[-1].month), "month")


def month_of_week(tokens: Tokens, first: int, last: int, context: Context) -> Period | None:
    """Return the month of "the first week of May 2014": which seven days are meant is not sure."""
    year, month = year_of(tokens, first, last, context), value_of(tokens, first, last, "MR")
    period = _run([Point(1, month, year)]) if year else None
    return period and Period(period.start, period.end, "month", (), ONLY_PART)


def number(tokens: Tokens, first: int, _last: int, _: Context) -> Period | None:
    """Return the month of 2019-05 or 05/2019, the years of 2015-2017."""
    value = tokens.values[first]
    if isinstance(value, int):
        return None
    if tokens.letters[first] == "Q" and value[1] >= FIRST_YEAR:
        return None if "/" in tokens.text[slice(*tokens.spans[first])] else _years(*value)
    month, year = value if tokens.letters[first] == "J" else value[::-1]
    known = FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12
    return _run([Point(1, month, year)]) if known else None


def quarter(tokens: Tokens, first: int, last: int, context: Context) -> Period | None:
    """Return the three months of a quarter."""
    year, which = year_of(tokens, first, last, context), value_of(tokens, first, last, "qOVD#")
    if tokens.letters[first] == "l":
        which = 4
    if not year or not 1 <= which <= 4:
        return None
    return Period(date(year, 3 * which - 2, 1), last_of_month(year, 3 * which), "quarter")


def half(tokens: Tokens, first: int, last: int, _: Context) -> Period | None:
    """Return the year of "H1 2020", of which only part is named."""
    return _year(value_of(tokens, first, last, "Y"), ONLY_PART)


def season(tokens: Tokens, first: int, last: int, context: Context) -> Period | None:
    """Return three months of the northern year; a winter needs both its years ("winter 2019/20")."""
    which = value_of(tokens, first, last, "S")
    pair = next((value for value in tokens.values[first:last] if isinstance(value, tuple)), None)
    derived = ("season of the northern hemisphere",)
    if which == WINTER:
        if pair is None or not follows(pair):
            return None
        return Period(date(pair[0], 12, 1), last_of_month(pair[0] + 1, 2), "season", (), derived)
    year = year_of(tokens, first, last, context)
    if pair is not None or not year:
        return None
    return Period(date(year, 3 * which, 1), last_of_month(year, 3 * which + 2), "season", (), derived)


def follows(pair: tuple[int, ...]) -> bool:
    """Return whether the second of two years is the one after the first, in two figures or four."""
    first, second = pair
    return second == first + 1 or (second < 100 and full_year(second) == first + 1)


def week(tokens: Tokens, first: int, last: int, _: Context) -> Period | None:
    """Return Monday to Sunday of a numbered ISO week."""
    named, numbered = tokens.values[first], tokens.values[last - 1]
    if isinstance(named, tuple):
        year, which = named
    elif isinstance(numbered, tuple):
        which, year = numbered
    else:
        year, which = value_of(tokens, first, last, "Y"), value_of(tokens, first, last, "D")
    try:
        return week_with(date.fromisocalendar(year, which, 1))
    except ValueError:
        return None


def week_with(day: date, derived: tuple[str, ...] = ()) -> Period:
    """Return Monday to Sunday of the week a day lies in."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6), "week", (), derived)


def whole_year(tokens: Tokens, first: int, last: int, _: Context) -> Period | None:
    """Return the days of a year."""
    return _year(value_of(tokens, first, last, "Y"), ())


def years(tokens: Tokens, first: int, last: int, _: Context) -> Period | None:
    """Return the years from one to another: "from 2015 to 2017"."""
    named = [value for value in tokens.values[first:last] if isinstance(value, int) and value]
    return _years(named[0], named[-1])


def _years(first: int, last: int) -> Period | None:
    """Return the days of several years; what lasts longer than a programme does, or runs backwards, is none."""
    if not first < last <= first + MOST_YEARS:
        return None
    return Period(date(first, 1, 1), date(last, 12, 31), "year")


def _year(year: int, derived: tuple[str, ...]) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31), "year", (), derived)


def spoken(tokens: Tokens, first: int, last: int, context: Context) -> Period | None:
    """Return last, this or next week, month or year, and "this morning", counted from the publication."""
    published = context.published
    if published is None:
        return None
    letters = letters_of(tokens, first, last)
    shift = shift_of(letters)
    if "w" in letters:
        return week_with(published + timedelta(weeks=shift), FROM_PUBLISHED)
    if "m" in letters:
        start = _months_on(published, shift)
        return Period(start, last_of_month(start.year, start.month), "month", (), FROM_PUBLISHED)
    if "y" in letters:
        return _year(published.year + shift, FROM_PUBLISHED)
    return Period(published, published, "day", (), FROM_PUBLISHED) if shift == 0 else None


def _months_on(day: date, shift: int) -> date:
    """Return the first of a month some months on."""
    count = day.year * 12 + day.month - 1 + shift
    return date(count // 12, count % 12 + 1, 1)


def ago(tokens: Tokens, first: int, last: int, context: Context) -> Period | None:
    """Return the day some days before the publication."""
    written = tokens.text[slice(*tokens.spans[last - 1])].lower()
    if context.published is None or written not in {"ago", "назад"}:
        return None
    day = context.published - timedelta(days=value_of(tokens, first, last, "#D"))
    return Period(day, day, "day", (), FROM_PUBLISHED)


def weekdays(tokens: Tokens, first: int, last: int, context: Context) -> Period | None:
    """Return days told by weekday or as today, yesterday, tomorrow, counted from the publication."""
    if context.published is None:
        return None
    between = first > 0 and tokens.letters[first - 1] == "B"
    spans: list[tuple[date, date]] = []
    joint = ""
    for place in range(first, last):
        letter, value = tokens.letters[place], tokens.values[place]
        if letter in "Wt" and isinstance(value, int):
            after = spans[-1][1] if spans else None
            shift = _shift_beside(tokens, place) if after is None else ""
            day = _spoken_day(letter, value, after, context=context, shift=shift)
            if day is None:
                return None
            _append(spans, day, joint)
        elif letter in "-Ta&,":
            joint = "range" if letter in "-Ta" or (between and letter == "&") else "list"
    return from_spans(spans, FROM_PUBLISHED)


def _append(spans: list[tuple[date, date]], day: date, joint: str) -> None:
    if joint == "range" and spans:
        spans[-1] = (spans[-1][0], day)
    else:
        spans.append((day, day))


def _shift_beside(tokens: Tokens, place: int) -> str:
    """Return l, h or n where last, this or next stands beside a weekday, else nothing."""
    beside = tokens.letters[max(0, place - 2) : place + 2]
    return next((letter for letter in beside if letter in SHIFTS), "")


def _spoken_day(letter: str, value: int, after: date | None, *, context: Context, shift: str) -> date | None:
    """Return today and its like by distance; a weekday as the next after another, else beside the publication."""
    published = context.published
    if published is None:
        return None
    if letter == "t":
        return published + timedelta(days=value)
    if after is not None:
        return after + timedelta(days=(value - after.weekday() - 1) % 7 + 1)
    return _WEEKDAY_BY_SHIFT[shift or ("n+" if context.tense == "future" else "")](published, value)


def _latest(published: date, weekday: int) -> date:
    return published - timedelta(days=(published.weekday() - weekday) % 7)


def _before(published: date, weekday: int) -> date:
    return _latest(published - timedelta(days=1), weekday)


def _this_week(published: date, weekday: int) -> date:
    return published + timedelta(days=weekday - published.weekday())


def _coming(published: date, weekday: int) -> date:
    return published + timedelta(days=(weekday - published.weekday()) % 7)


def _next(published: date, weekday: int) -> date | None:
    """Return "next Friday" where it is the same day in both manners of speaking, else None."""
    day = _coming(published + timedelta(days=1), weekday)
    return day if day - timedelta(days=day.weekday()) > published else None


_WEEKDAY_BY_SHIFT: dict[str, Callable[[date, int], date | None]] = {
    "": _latest,
    "l": _before,
    "h": _this_week,
    "n": _next,
    "n+": _coming,
}

RESOLVERS: dict[str, Callable[[Tokens, int, int, Context], Period | None]] = {
    "tail": tail,
    "shortyear": short_year,
    "shortmonth": short_month,
    "compact": days,
    "days": days,
    "yearfirst": days,
    "thismonth": days_this_month,
    "figure": figure,
    "quarter": quarter,
    "half": half,
    "season": season,
    "week": week,
    "firstweek": month_of_week,
    "months": months,
    "number": number,
    "years": years,
    "year": whole_year,
    "ago": ago,
    "spoken": spoken,
    "weekdays": weekdays,
}
"""What reads each kind of date of `date_rules.RULES`."""


def incomplete(tokens: Tokens, first: int, last: int, *, order: str) -> tuple[str, str]:
    """Return first and last day without their year (XXXX-10-26), empty where there are no such days."""
    letters = letters_of(tokens, first, last)
    if not set(letters) & set("DOP"):
        found = month_points(tokens, first, last)
        return (f"XXXX-{found[0].month:02}", f"XXXX-{found[-1].month:02}") if found else ("", "")
    points = read_points(tokens, first, last, order=order)
    if not points or any(point.year or point.on(LEAP_YEAR) is None for point in points):
        return "", ""
    ends = (points[0], points[-1])
    written = tuple(f"XXXX-{point.month:02}-{point.day:02}" for point in ends)
    return written[0], written[1]
