"""The days a date expression names: its points in time, what is missing filled in from beside it, and the period.

What cannot be (31 June, an end before its start) gives no period.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from loaders.date_tokens import Tokens, Value

NEAR, NEAR_IN_TENSE, NEAR_ON_WEEKDAY = 160, 183, 270
"""Days from the publication within which a year is settled: by nearness alone, with a tense that says past or future,
and with a weekday that fits."""

LONGEST = 1500
"""Days of a period with separate days; a longer one is taken for misread."""

LEAP_YEAR = 2000
"""Stands for the year while none is known: 29 February can be."""

OTHER_ORDER = {"dmy": "mdy", "mdy": "dmy"}


@dataclass(frozen=True, slots=True)
class Period:
    """The days something covers: first and last, how precisely they are known, and what was inferred.

    `days` are the separate days where they do not touch, else empty. `precision` is day, week, month, quarter,
    season or year.
    """

    start: date
    end: date
    precision: str
    days: tuple[date, ...] = ()
    derived: tuple[str, ...] = ()


@dataclass(slots=True)
class Context:
    """What is known beside an expression: day of publication, order of figures, tense (past, future or "")."""

    published: date | None
    order: str
    tense: str = ""


@dataclass(slots=True)
class Point:
    """A day as far as it is written (0, or weekday -1: not); `joined` to the one before as range or list."""

    day: int
    month: int = 0
    year: int = 0
    weekday: int = -1
    joined: str = ""
    figures: str = ""
    """ "open" where day and month are in figures and may be the other way round."""

    def of(self, year: int) -> Point:
        """Return the point with a year."""
        return Point(self.day, self.month, year, self.weekday, self.joined)

    def on(self, year: int) -> date | None:
        """Return the point in a year, None where there is no such day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


@dataclass(slots=True)
class Reading:
    """The points of an expression while its tokens are read."""

    between: str = ""
    points: list[Point] = field(default_factory=list)
    weekdays: list[int] = field(default_factory=list)
    lead_month: int = 0
    lead_year: int = 0
    joint: str = ""
    previous: str = ""

    def add(self, point: Point) -> None:
        """Append a point with the joint and the weekday that stand before it."""
        if self.points:
            point.joined = self.joint
        if self.weekdays:
            point.weekday = self.weekdays.pop(0)
        self.joint = ""
        self.points.append(point)


def read_points(tokens: Tokens, first: int, last: int, *, order: str) -> list[Point] | None:
    """Return the points from one token to another, months and years filled in; None where figures cannot be."""
    reading = Reading(between=tokens.letters[first - 1] if first else "")
    for place in range(first, last):
        letter = tokens.letters[place]
        step = _STEPS.get(letter)
        if step is not None:
            step(reading, tokens.values[place])
        reading.previous = letter
    if not _settle_order(reading.points, order):
        return None
    _fill(reading.points)
    return reading.points


def _day(reading: Reading, value: Value) -> None:
    reading.add(Point(_whole(value), reading.lead_month, reading.lead_year))


def _whole(value: Value) -> int:
    return value if isinstance(value, int) else value[0]


def _figures(reading: Reading, value: Value) -> None:
    """Add a date in figures: (year, month, day, 0), or (year, figure, figure, 1) where the order is open."""
    if not isinstance(value, int):
        reading.add(_in_figures(value))


def _in_figures(value: tuple[int, ...]) -> Point:
    year, second, third, is_open = value
    return Point(second, third, year, figures="open") if is_open else Point(third, second, year)


def figures_alone(value: Value, order: str) -> Period | None:
    """Return the day of a date in figures that nothing is joined to; None where it cannot be."""
    if isinstance(value, int):
        return None
    point = _in_figures(value)
    return _covered([point], ()) if _settle_order([point], order) else None


def _part(reading: Reading, value: Value) -> None:
    if not isinstance(value, int):
        reading.add(Point(value[0], value[1], figures="open"))


def _month(reading: Reading, value: Value) -> None:
    """Give a month to the days before it, or keep it for the days behind it."""
    month, points = _whole(value), reading.points
    if not points or (points[-1].month and reading.previous not in "DOouAm.)"):
        reading.lead_month = month
        return
    points[-1].month = month
    for point in points:
        point.month = point.month or month
    reading.lead_month, reading.joint = 0, ""


def _year(reading: Reading, value: Value) -> None:
    if reading.points:
        reading.points[-1].year = _whole(value)
    else:
        reading.lead_year = _whole(value)
    reading.joint = ""


def _weekday(reading: Reading, value: Value) -> None:
    """Keep a weekday for the day behind it; one in brackets belongs to the day before."""
    if reading.previous == "(" and reading.points:
        reading.points[-1].weekday = _whole(value)
    else:
        reading.weekdays.append(_whole(value))


def _through(reading: Reading, _: Value) -> None:
    reading.joint = "range"


def _and(reading: Reading, _: Value) -> None:
    if reading.joint != "range":
        reading.joint = "range" if reading.between == "B" and reading.previous != "," else "list"


def _comma(reading: Reading, _: Value) -> None:
    if reading.joint != "range":
        reading.joint = "list"


def _slash(reading: Reading, _: Value) -> None:
    """Join by a slash: days of one month are a list, whole dates a range."""
    reading.joint = "range" if reading.points and reading.points[-1].month else "list"


_STEPS: dict[str, Callable[[Reading, Value], None]] = {
    "D": _day,
    "O": _day,
    "I": _figures,
    "C": _figures,
    "P": _part,
    "M": _month,
    "R": _month,
    "Y": _year,
    "W": _weekday,
    "H": _weekday,
    "-": _through,
    "T": _through,
    "a": _through,
    "&": _and,
    ",": _comma,
    ";": _comma,
    "/": _slash,
}


def _settle_order(points: Sequence[Point], order: str) -> bool:
    """Put day and month of figures right; the other order is taken where the asked one or its weekday cannot be."""
    unsettled = [point for point in points if point.figures]
    if not unsettled:
        return True
    known = order if order in OTHER_ORDER else "dmy"
    possible = [tried for tried in (known, OTHER_ORDER[known]) if _has_months(unsettled, tried)]
    if not possible:
        return False
    if next((tried for tried in possible if _fits_weekdays(unsettled, tried)), possible[0]) == "mdy":
        for point in unsettled:
            point.day, point.month = point.month, point.day
    return True


def _has_months(points: Sequence[Point], order: str) -> bool:
    """Return whether all figures that an order takes for months can be months."""
    return all(1 <= (point.month if order == "dmy" else point.day) <= 12 for point in points)


def _fits_weekdays(points: Sequence[Point], order: str) -> bool:
    """Return whether dates in figures lie on the weekdays beside them in an order of day and month."""
    for point in points:
        day, month = (point.day, point.month) if order == "dmy" else (point.month, point.day)
        told = Point(day, month).on(point.year) if point.year else None
        if point.weekday >= 0 and (told is None or told.weekday() != point.weekday):
            return False
    return True


def _fill(points: list[Point]) -> None:
    """Fill missing months and years in from the next point, then from the one before."""
    if len(points) < 2:
        return
    for later, earlier in pairwise(reversed(points)):
        earlier.month = earlier.month or later.month
        if not earlier.year and later.year:
            crosses = later.joined == "range" and earlier.month > later.month
            earlier.year = later.year - crosses
    for earlier, later in pairwise(points):
        later.month = later.month or earlier.month
        if not later.year and earlier.year:
            later.year = earlier.year + (later.month < earlier.month)


def days_period(points: Sequence[Point], context: Context) -> Period | None:
    """Return the period of points; a year that none of them has is settled by the publication."""
    derived: tuple[str, ...] = ()
    if not points[0].year:
        year = settle_year(points, context)
        if year is None:
            return None
        points = in_year(points, year)
        derived = ("year from published",)
    return _covered(points, derived)


def in_year(points: Sequence[Point], year: int) -> list[Point]:
    """Return points without a year as of one; a range that runs past December ends in the next."""
    placed: list[Point] = []
    for point in points:
        before = placed[-1] if placed else point
        runs_on = bool(placed) and point.month < before.month
        placed.append(point.of((before.year if placed else year) + runs_on))
    return placed


def settle_year(points: Sequence[Point], context: Context) -> int | None:
    """Return the year in which the points lie near the publication and on their weekdays, None if that is not sure."""
    published = context.published
    if published is None:
        return None
    near: list[tuple[int, int]] = []
    for year in (published.year - 1, published.year, published.year + 1):
        days = [point.on(point.year) for point in in_year(points, year)]
        if days[0] is None or days[-1] is None or not _on_weekdays(points, days):
            continue
        if (context.tense == "past" and days[0] > published) or (
            context.tense == "future" and days[-1] < published
        ):
            continue
        near.append((min(abs((day - published).days) for day in (days[0], days[-1])), year))
    if not near:
        return None
    distance, year = min(near)
    given = any(point.weekday >= 0 for point in points)
    limit = NEAR_ON_WEEKDAY if given else NEAR_IN_TENSE if context.tense else NEAR
    return year if distance <= limit else None


def _on_weekdays(points: Sequence[Point], days: Sequence[date | None]) -> bool:
    """Return whether every weekday that is given fits its day."""
    for point, day in zip(points, days, strict=True):
        if point.weekday >= 0 and (day is None or day.weekday() != point.weekday):
            return False
    return True


def _covered(points: Sequence[Point], derived: tuple[str, ...]) -> Period | None:
    """Return the period from dated points: ranges are filled, days that touch become one."""
    days = [point.on(point.year) for point in points]
    if not _on_weekdays(points, days):
        derived = (*derived, "weekday does not fit")
    if len(days) == 1:
        return None if days[0] is None else Period(days[0], days[0], "day", (), derived)
    spans: list[tuple[date, date]] = []
    for point, day in zip(points, days, strict=True):
        if day is None:
            return None
        if point.joined == "range" and spans:
            spans[-1] = (spans[-1][0], day)
        else:
            spans.append((day, day))
    return from_spans(spans, derived)


def from_spans(spans: list[tuple[date, date]], derived: tuple[str, ...] = ()) -> Period | None:
    """Return the period of first and last days; None where one ends before it starts."""
    if len(spans) == 1:
        [(start, end)] = spans
        return None if end < start else Period(start, end, "day", (), derived)
    if not spans or any(end < start for start, end in spans):
        return None
    first_span, *others = sorted(spans)
    joined = [first_span]
    for start, end in others:
        first, last = joined[-1]
        if (start - last).days <= 1:
            joined[-1] = (first, max(last, end))
        else:
            joined.append((start, end))
    first, last = joined[0][0], joined[-1][1]
    if len(joined) == 1:
        return Period(first, last, "day", (), derived)
    if (last - first).days > LONGEST:
        return None
    return Period(first, last, "day", tuple(_each(joined)), derived)


def _each(spans: list[tuple[date, date]]) -> Iterator[date]:
    for start, end in spans:
        for number in range((end - start).days + 1):
            yield start + timedelta(days=number)


def last_of_month(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])
