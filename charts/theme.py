"""Every colour, label, order and number format of the Atlas.

Colours: the categories keep 3.1:1 on the page and stay apart under simulated colour blindness;
scripts/build_palette.py finds and checks them, tests/test_theme.py keeps them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import pandas as pd

FONT = "IBM Plex Sans, sans-serif"
PLAIN = "sans-serif"
TITLE, SUBTITLE, LABEL, SOURCE = 18, 14, 13, 12
"""Sizes of type in a figure, in pixels; while presenting half as large again."""

PRESENTING = 1.5
"""How much larger type is while presenting."""

NOTED = 3
"""Lines at most of a chart's note inside its picture; on screen they are cut off and written by the page."""


@dataclass(frozen=True)
class Palette:
    """The colours of one theme, by what they are for; `second` and `second_sequence` are those of a second side.

    `seventh` is one more for a chart of marks in shapes of their own, where all categories are taken.
    """

    page: str
    panel: str
    ink: str
    muted: str
    hairline: str
    accent: str
    second: str
    categories: tuple[str, str, str, str, str, str]
    seventh: str
    unknown: str
    other: str
    sequence: tuple[str, str, str, str, str]
    second_sequence: tuple[str, str, str, str, str]
    land: str
    no_data: str
    water: str
    border: str


LIGHT = Palette(
    page="#FFFFFF",
    panel="#F7F5F0",
    ink="#17212B",
    muted="#55616D",
    hairline="#DEDAD2",
    accent="#185EA5",
    second="#C2860C",
    categories=("#185EA5", "#C2860C", "#D33453", "#4595EB", "#78315C", "#961A0B"),
    seventh="#141414",
    unknown="#80858A",
    other="#5F6B76",
    sequence=("#D6E6F2", "#A3C7E0", "#679FC9", "#2F74A9", "#0B3F73"),
    second_sequence=("#F6E7C4", "#E8C97E", "#D6A53C", "#956305", "#5F3D02"),
    land="#FFFFFF",
    no_data="#F0EDE6",
    water="#EAF1F5",
    border="#FFFFFF",
)

DARK = Palette(
    page="#11181F",
    panel="#18222B",
    ink="#E9EDF0",
    muted="#A7B2BC",
    hairline="#2C3944",
    accent="#6FB1EC",
    second="#E8B738",
    categories=("#4471CD", "#E8B738", "#EA7471", "#61BAFD", "#946476", "#CD3D18"),
    seventh="#90FCA8",
    unknown="#98A0A8",
    other="#D5DCE2",
    sequence=("#24466A", "#2F6296", "#4485BF", "#77AFE0", "#BBDCF7"),
    second_sequence=("#46370F", "#6B5113", "#A37B1B", "#D6A93A", "#F6DF98"),
    land="#26323D",
    no_data="#272118",
    water="#0E1A26",
    border="#11181F",
)


@dataclass(frozen=True)
class Look:
    """How figures are to look and what they say of themselves: theme, size of type, filters in words, source line."""

    palette: Palette = LIGHT
    scale: float = 1.0
    filters: str = ""
    source: str = "Cooperation Atlas"
    sides: tuple[str, str] = ("", "")
    """What the two sides of a comparison are called."""
    spoken: tuple[str, str] = ("", "")
    """The same after a figure in a sentence: "in 2016–2021", "with EU"."""
    leads: int = 0
    """Which side a sentence on change begins with: the later period, otherwise the first."""
    noted: int = NOTED
    """Lines at most of a note inside a picture; none where one is drawn beside its note."""

    def turned(self) -> Look:
        """Return the look of the second side."""
        return replace(self, sides=self.sides[::-1], spoken=self.spoken[::-1], leads=1 - self.leads)


UNITS = {
    "events": "Events",
    "participations": "Country participations",
    "countries": "Countries reached",
    "people": "People",
    "days": "Event days",
}
"""The unit of count as it stands in titles."""

NOUNS = {
    "events": ("event", "events"),
    "participations": ("country participation", "country participations"),
    "countries": ("country", "countries"),
    "people": ("person", "people"),
    "days": ("event day", "event days"),
}

ROLES = {
    "there": "was there",
    "host": "hosted",
    "participant": "took part",
    "expert": "sent experts",
    "funder": "paid",
}
"""What a country did, as it stands in titles: "Countries that hosted"."""

ROLE_PLURALS = {
    "there": "were there",
    "host": "hosted",
    "participant": "took part",
    "expert": "sent experts",
    "funder": "paid",
}

WITH = {
    "there": "with {}",
    "host": "hosted by {}",
    "participant": "in which {} took part",
    "expert": "with experts from {}",
    "funder": "paid by {}",
}
"""Events of countries in a role, after a figure: "41 events hosted by Kazakhstan"."""

ROLE_HELP = {
    "there": "host or participant",
    "host": "the event was held there",
    "participant": "its officials or practitioners attended",
    "expert": "it sent trainers, experts or speakers",
    "funder": "its government, an agency or an embassy paid",
}

DIMENSIONS = {
    "topic": "topic",
    "audience": "audience",
    "format": "format",
    "funder_body": "funder",
    "funder_body_top": "funder",
    "funder_country": "funder country",
    "funder_kind": "kind of funder",
    "host_region": "region of the host",
    "there_region": "region of the countries that were there",
    "year": "year",
    "quarter": "quarter",
    "month": "month",
    "series": "recurring event",
    "programme": "programme",
    "city": "host city",
    "publisher": "publisher",
    "source_file": "source file",
    "organiser": "organiser",
    "organiser_top": "organiser",
    "partner_top": "partner",
}
"""What a dimension is called in titles: "Events by topic"."""

STEPS = {"year": "year", "quarter": "quarter", "month": "month"}
SPLITS = {
    "format": "format",
    "topic": "topic",
    "host_region": "region of host",
    "funder_kind": "kind of funder",
}
LANES = {"series": "recurring events", "programmes": "programmes"}
LANE_TITLES = {"series": "Recurring events and their editions", "programmes": "Programmes and their events"}
BODIES = {"organisations": "organisations", "countries": "countries"}
FUNDER_TITLES = {"organisations": "{unit} by funder", "countries": "{unit} by country that paid"}
FUNDER_NOTES = {
    "organisations": "Departments and agencies of one government stand apart; funders as countries join them.",
    "countries": "The EU and other international bodies are one bar; funders as organisations tell them apart.",
}
FLOWS = {"topic": "topics", "host_region": "regions of the host"}
FLOW_TITLES = {
    "topic": "From funders to topics, in {unit}",
    "host_region": "From funders to regions of the host, in {unit}",
}
"""What a page's options are called, and the titles they give."""


def sides(look: Look) -> list[tuple[str, str]]:
    """Return the legend of a comparison: the names of its two sides and their colours."""
    return list(zip(look.sides, (look.palette.categories[0], look.palette.second), strict=True))


def keyed(
    look: Look, classes: Sequence[str], said: Sequence[str], *more: tuple[str, str]
) -> list[tuple[str, str]]:
    """Return the legend of classes in the colours of both sides: a line for each side, headed by what is `said` of it.

    `more` are entries that end both lines. An entry without a colour heads a line.
    """
    ramps = (look.palette.sequence, look.palette.second_sequence)
    lines = (
        [(name, ""), *zip(classes, ramp, strict=True), *more] for name, ramp in zip(said, ramps, strict=True)
    )
    return [entry for line in lines for entry in line]


def kept_unit(wanted: str, shown: str) -> str:
    """Return the note of a chart that cannot be drawn in the unit asked for: what it shows instead; else nothing."""
    if wanted == shown:
        return ""
    return f"{UNITS[wanted]} make no sense here: the chart shows {UNITS[shown].lower()}."


def drawn_of(drawn: int, whole: int, what: str) -> str:
    """Return of how many pairs, publishers ... a chart draws the largest; empty where these are all."""
    if drawn >= whole:
        return ""
    return f"{drawn} of {number(whole)} {what}; one left out may weigh as much as the last."


def base_note(unit: str) -> str:
    """Return what to say under a chart in people or days: on what the sums stand."""
    if unit == "people":
        return "People are all who came to an event, not those of one group; only where its source gives a headcount."
    return "At least: an event without an end date counts one day." if unit == "days" else ""


def told(unit: str, counts: Sequence[float], behind: Sequence[tuple[int, int]]) -> list[str]:
    """Return figures for reading, in a unit other than events with what they stand on: "40 people from 2 of 3 events".

    `behind` are for each figure the events behind it, and those of them that tell the measure.
    """
    if unit == "events":
        return [counted(count, unit) for count in counts]
    return [
        f"{counted(count, unit)}<br>from {number(base)} of {counted(events, 'events')}"
        if base or not events
        else f"{UNITS[unit].lower()} not stated<br>for {counted(events, 'events')}"
        for count, (events, base) in zip(counts, behind, strict=True)
    ]


OVERLAP = "An event counts in each square it belongs to, so squares add up to more than the events."
SHARES = "Per cent of the events in a row that tell the field; the number of events stands in brackets."


def partly_read(without: int, in_part: int, *, what: str, by_country: int = 0) -> str:
    """Return the caveat on what is not stated: how many events, and how many were read only in part (rule 5).

    `by_country` is how many of them name a country instead.
    """
    if not without:
        return ""
    named = f" {number(by_country)} of them name a country that paid, and no body." if by_country else ""
    return (
        f"{counted(without, 'events')} with no {what} stated; of {number(in_part)} of them only a part of the source "
        f"was read, so it may just not have been seen.{named}"
    )


MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
THIN = "\u202f"
"""Narrow no-break space: the thousands separator."""


def rows(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a small table as plain dictionaries, column name -> value."""
    names = [str(name) for name in table]
    cells = zip(*(table[name].tolist() for name in table), strict=True)
    return [dict(zip(names, row, strict=True)) for row in cells]


def number(value: float | None, *, nothing: str = "not stated") -> str:
    """Return a count for reading: 1240 -> "1 240" with a thin space; None -> "not stated"."""
    return nothing if value is None else f"{value:,.0f}".replace(",", THIN)


def short(value: int) -> str:
    """Return a count in at most four signs, as it fits a square: 999, 1240 -> "1.2k", 12400 -> "12k"."""
    if value < 1000:
        return str(value)
    for size, sign in ((10**3, "k"), (10**6, "M"), (10**9, "G")):
        if value < 9.95 * size:
            return f"{value / size:.1f}{sign}"
        if value < 999.5 * size:
            return f"{value / size:.0f}{sign}"
    return "…"


def share(part: float, whole: float) -> str:
    """Return a share for reading, "23 %"; "under 1 %" and "over 99 %" instead of a rounded 0 or 100."""
    if not whole:
        return "–"
    percent = 100 * part / whole
    if 0 < percent < 1:
        return f"under 1{THIN}%"
    if 99 < percent < 100:
        return f"over 99{THIN}%"
    return f"{percent:.0f}{THIN}%"


def counted(value: float, unit: str) -> str:
    """Return a count with its noun: "1 event", "1 240 people"."""
    return f"{number(value)} {NOUNS[unit][0 if value == 1 else 1]}"


_DATE = re.compile(r"(\d{4}|XXXX)(-(0[1-9]|1[0-2])(-\d\d)?)?", re.ASCII)


def day(text: str | None) -> str:
    """Return a date as collected for reading: "24 Sept 2024", "Sept 2024", "2024", "26 Oct, year unknown"."""
    if not text:
        return "date not stated"
    if not _DATE.fullmatch(text):
        return text
    parts = text.split("-")
    year = "" if parts[0] == "XXXX" else parts[0]
    named = [str(int(parts[2]))] if len(parts) > 2 else []
    named += [MONTHS[int(parts[1]) - 1]] if len(parts) > 1 else []
    return f"{' '.join(named)}, year unknown" if not year else " ".join([*named, year])


def period(start: str | None, end: str | None) -> str:
    """Return two dates as collected for reading: "24-25 Sept 2024", "30 May-1 June 2019", "2017".

    Where one is known more closely than the other, which holds it, that one alone: "until 24 March 2021".
    """
    if not start or not end or start == end:
        return day(start or end)
    if end.startswith(f"{start}-"):
        return f"until {day(end)}"
    if start.startswith(f"{end}-"):
        return f"from {day(start)}"
    first, last = start.split("-"), end.split("-")
    if len(first) != len(last) or first[0] != last[0]:
        return f"{day(start)} – {day(end)}"
    if first[:2] == last[:2] and len(first) == 3:
        return f"{int(first[2])}–{day(end)}"
    shown = day(start).removesuffix(", year unknown").removesuffix(f" {first[0]}")
    return f"{shown} – {day(end)}"


@lru_cache(maxsize=8192)
def wrapped(text: str, width: int = 23, lines: int = 3) -> str:
    """Return a label broken into lines of a figure (`<br>`), never tilted, an ellipsis where it is too long."""
    longest = width - 2  # with the ellipsis after it, a piece of a word still fits into a line
    left = _BLANKS.sub(" ", text).strip()
    if max(map(len, left.split(" "))) > longest:
        left = re.sub(rf"([^ -]{{{longest}}})(?=[^ -]{{3}})", r"\1 ", left)
    broken: list[str] = []
    while len(left) > width and len(broken) < lines - 1:
        line, left = _line(left, width)
        broken.append(line)
    broken.append(left if len(left) <= width else f"{_line(left, longest)[0]} …")
    return "<br>".join(escaped(line) for line in broken)


_BLANKS = re.compile(r"[ \t\n\r\f\v]{2,}|[\t\n\r\f\v]")


def _line(text: str, width: int) -> tuple[str, str]:
    """Return the words of a text that fit into a line, and the rest: broken at a blank or behind a hyphen.

    Python's own textwrap takes four times as long, most of the time of a chart with hundreds of titles.
    """
    blank, hyphen = text.rfind(" ", 0, width + 1), text.rfind("-", 1, width) + 1
    cut = max(blank, hyphen if text[hyphen - 2 : hyphen - 1].isalpha() else 0)
    cut = cut if cut > 0 else width
    return text[:cut].rstrip(" "), text[cut:].lstrip(" ")


def escaped(text: str) -> str:
    """Return a text that Plotly shows as it stands: it reads some HTML in labels."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def colours(ids: Sequence[str], palette: Palette, *, fixed: Mapping[str, int] | None = None) -> list[str]:
    """Return a colour for each category in its order: six at most, then one for "others"; unknown is grey.

    `fixed` gives categories their place in the palette, so that one has the same colour on every page; the
    others take the places that are free.
    """
    places = {id_: place for id_, place in (fixed or {}).items() if id_ in ids}
    free = iter(place for place in range(len(palette.categories)) if place not in places.values())
    for id_ in ids:
        if id_ not in places and id_ not in ("none", "other", "others"):
            places[id_] = next(free, len(palette.categories))
    return [_colour(id_, places, palette) for id_ in ids]


def _colour(id_: str, places: Mapping[str, int], palette: Palette) -> str:
    if id_ == "none":
        return palette.unknown
    place = places.get(id_, len(palette.categories))
    return palette.categories[place] if place < len(palette.categories) else palette.other


SPLIT_COLOURS: dict[str, dict[str, int]] = {
    "format": {"workshop": 0, "training": 1, "meeting": 2, "conference": 3, "seminar": 4, "round-table": 5},
    "funder_kind": {
        "government": 0,
        "intergovernmental": 1,
        "UN": 2,
        "civil society": 3,
        "private": 4,
        "law enforcement or justice": 5,
    },
    "host_region": {"143": 0, "039": 1, "034": 2, "145": 3, "202": 4, "419": 5},
    "topic": {
        "trafficking-in-persons": 0,
        "smuggling-of-migrants": 1,
        "investigation-and-prosecution": 2,
        "international-cooperation": 3,
        "victim-protection-and-assistance": 4,
        "victim-identification-and-referral": 5,
    },
}
"""Places in the palette of the categories that are stacked: the largest in the records, and the same everywhere."""

CLASS_LIMITS = ((1, 2, 5, 10, 20), (1, 5, 10, 25, 50), (1, 10, 50, 100, 200))


def class_limits(largest: int) -> tuple[int, ...]:
    """Return where the five classes of a map or matrix begin: numbers a person would choose.

    1, 2-4, 5-9, 10-19, 20+ as long as the largest count allows (up to 100); beyond, the first scale of
    1, 2, 5 and 10 whose last class begins at a fifth of the largest or above.
    """
    if largest <= 100:
        return CLASS_LIMITS[0]
    for base in (1, 10, 100, 1_000, 10_000, 100_000):
        for limits in CLASS_LIMITS:
            scaled = (1, *(limit * base for limit in limits[1:]))
            if largest <= scaled[-1] * 5:
                return scaled
    return (1, 1_000_000, 5_000_000, 10_000_000, 20_000_000)


FEWEST = 3
"""Classes that must be in use, or the counts of a map are told apart in even steps instead."""


def class_limits_of(counts: Sequence[int]) -> tuple[int, ...]:
    """Return where the five classes of some counts begin, of a region's view or of two maps that share them.

    Those of the largest count, unless they hide what differs: fewer than FEWEST classes in use, or half of the counts
    in the last. Then even steps of 1, 2 or 5 (or ten times that ...) that keep most counts apart, the widest such.
    """
    seen = sorted(count for count in counts if count > 0)
    limits = class_limits(max(seen, default=1))
    classes = [class_of(count, limits) for count in seen]
    few = len(set(classes)) < min(FEWEST, len(set(seen)))
    if not few and 2 * classes.count(len(limits) - 1) < len(seen):
        return limits
    held = Counter(seen)
    return max(_even_steps(seen), key=lambda steps: _apart(held, steps), default=limits) if seen else limits


def _even_steps(seen: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Give limits in even steps within some sorted counts, the widest steps first."""
    low, high = seen[0], seen[-1]
    nice = [base * 10**power for power in range(12) for base in (1, 2, 5)]
    for step in reversed([step for step in nice if (high - low) / 10 <= step <= high - low]):
        for first in range(max(low // step + 1, 1) * step, high + 1, step):
            if first > 1:
                yield (1, *(first + step * place for place in range(4)))


def _apart(held: Counter[int], limits: Sequence[int]) -> int:
    """Return how many pairs of counts stand in different classes, each pair twice."""
    sizes = [0] * len(limits)
    for count, times in held.items():
        sizes[class_of(count, limits)] += times
    return held.total() ** 2 - sum(size**2 for size in sizes)


def class_names(limits: Sequence[int]) -> list[str]:
    """Return the classes for a legend: "1", "2–4", ..., "20 and more"."""
    names = []
    for low, high in zip(limits, [*limits[1:], None], strict=True):
        if high is None:
            names.append(f"{number(low)} and more")
        else:
            names.append(number(low) if high == low + 1 else f"{number(low)}–{number(high - 1)}")
    return names


def class_of(value: int, limits: Sequence[int]) -> int:
    """Return the class a count falls in, from 0; -1 for what is under the first of the limits, which ascend."""
    return bisect_right(limits, value) - 1
