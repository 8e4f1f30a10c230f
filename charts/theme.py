"""Every colour, label, order and number format of the Atlas, and the frame all figures share.

Colours: the categories keep 3.1:1 on the page and stay apart under simulated colour blindness;
scripts/build_palette.py finds and checks them, tests/test_theme.py keeps them.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import plotly.io

plotly.io.templates.default = "none"

FONT = "IBM Plex Sans, sans-serif"
PLAIN = "sans-serif"
TITLE, SUBTITLE, LABEL, SOURCE = 18, 14, 13, 12
"""Sizes of type in a figure, in pixels; while presenting half as large again."""

PRESENTING = 1.5
"""How much larger type is while presenting."""

HEAD = 92
"""Pixels at the top of a figure for title, filters and legend.

On screen they are hidden there and written by the page in their place (ui/show.py), where long ones wrap.
"""

GROUP = "<b>{}:</b>"
"""The name of a group of rows, on a row of its own; the name of a group of columns stands ABOVE them."""

ABOVE = "above"
"""Name of an annotation above the heads of columns."""

FOOT = 34
"""Pixels at the bottom of a figure for the source line."""

NOTED = 3
"""Lines at most of a chart's note inside its picture; on screen they are cut off and written by the page."""

NOTE_LINE, NOTE_EDGE, NOTE_LETTER = 16, 4, 6.7
"""Height of a line of the note, room beside its lines, and width of its letters, in pixels."""

KEY_LINE, KEY_LETTER, KEY_SWATCH, KEYS = 20, 8, 46, 3
"""Height of a line of legend, width of its letters and of a swatch with its room, in pixels; lines at most."""

SLIDE = (16, 9)
"""The shape of a picture."""

LEAST_PICTURE = 540
"""Height at least that a picture is drawn in, in pixels: its type is then twice as large on a slide of 1920 x 1080."""


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


def legend_lines(entries: Sequence[Sequence[str]]) -> list[list[Sequence[str]]]:
    """Return the entries of a legend line by line: one without a colour heads a new line."""
    lines: list[list[Sequence[str]]] = []
    for entry in entries:
        if not lines or not entry[1]:
            lines.append([])
        lines[-1].append(entry)
    return lines


SIGNS = "●■◆▲○✚★▼◄?"
"""Signs that a legend shows in their colour in place of a swatch, where its entry begins with one."""

_SYMBOLS = {
    "●": "circle",
    "■": "square",
    "◆": "diamond",
    "▲": "triangle-up",
    "○": "circle-open",
    "✚": "cross",
    "★": "star",
    "▼": "triangle-down",
    "◄": "triangle-left",
}
"""The signs as marks."""


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


NONE_HERE, EMPTY = "None in these events.", "Nothing to draw."
"""What is said under a chart of which there is nothing, and under any other that has nothing to draw."""

NOT_COMPARED = "The comparison is not drawn in this chart."
BOTH, ONE = "both", "one"
"""Whether a figure holds both sides of a comparison, or one of two that stand beside each other."""


class Drawn(go.Figure):  # type: ignore[misc]  # Plotly ships no types
    """A figure that is written as it was given: what Plotly makes of a figure waits until someone looks inside.

    Plotly copies every value three times on the way to the browser, two thirds of the time a chart takes.
    Inherits because only its own figures are taken for sound without being checked once more.
    """

    def __init__(self, **given: Any) -> None:
        self._given = given

    def __getattr__(self, name: str) -> Any:
        # Plotly's own parts are not there yet. It would check every value, which the tests have it do instead.
        if "_given" not in vars(self) or "_looked_inside" in vars(self):
            raise AttributeError(name)
        self._looked_inside = True
        super().__init__(self._given, _validate=False)
        return getattr(self, name)

    def to_dict(self) -> dict[str, Any]:
        """Return data, layout and frames as they were given; not to be changed."""
        if "_looked_inside" not in vars(self):
            return self._given
        written: dict[str, Any] = super().to_dict()
        return written


def figure(  # noqa: PLR0913 - the frame names every part of a picture once, all by keyword
    look: Look,
    *,
    title: str,
    data: list[dict[str, Any]],
    height: int | None,
    alt: str,
    left: int = 0,
    below: int = 0,
    note: str = "",
    legend: Sequence[tuple[str, str]] = (),
    wide: bool = False,
    layout: dict[str, Any] | None = None,
    frames: Sequence[dict[str, Any]] = (),
    compares: str = "",
) -> Drawn:
    """Return a figure in the house's frame: title, filters and legend above, source line and note below.

    `height` is the plot's (None: the page decides, as for maps), `left` and `below` the room for labels beside
    and under it, in pixels at normal size. `layout.meta` carries what the page writes beside the figure: heading,
    filters, legend (name, colour; no colour heads a line), note, alt, and whether a phone is to scroll it sideways
    (`wide`) rather than to squeeze it; and the size its picture is drawn in, how many lines of its note stand at the
    foot of that, and whether it holds nothing (`empty`). `compares` says that the figure holds both sides of a
    comparison, or one of them (BOTH, ONE).
    """
    scale, extra = look.scale, dict(layout or {})
    foot, edge = round((below + FOOT) * scale), round(left * scale)
    said = _noted(note, [] if "annotations" in extra else data, alone=bool(look.sides[1]) and not compares)
    frame = _frame(look, title) | {
        "margin": {"l": edge, "r": 16, "t": round(HEAD * scale), "b": foot, "pad": 4},
        "height": None
        if height is None
        else round(height * (1 if scale == 1 else 1.45)) + round(HEAD * scale) + foot,
        "annotations": [_source(look, edge, foot), *extra.pop("annotations", [])],
        "meta": {
            "heading": title,
            "filters": look.filters,
            "legend": [list(entry) for entry in legend],
            "note": said,
            "alt": alt,
            "wide": wide,
            "compares": compares,
            "empty": _empty(data, said),
        },
    }
    frame["margin"] |= extra.pop("margin", {})
    moving = {"frames": list(frames)} if frames else {}
    data, shown = _keyed_traces(data, legend, look, geo="geo" in extra, moves=bool(frames))
    return Drawn(data=data, layout=_pictured({**frame, **extra, **shown}, data, look), **moving)


def _frame(look: Look, title: str) -> dict[str, Any]:
    """Return what the layouts of all figures share: type, colours and title."""
    palette, size = look.palette, round(LABEL * look.scale)
    return {
        "template": {},  # Streamlit makes its own the default once it has drawn a chart
        "title": _title(look, title),
        "font": {"family": FONT, "size": size, "color": palette.ink},
        "paper_bgcolor": palette.page,
        "plot_bgcolor": palette.page,
        "hoverlabel": {
            "bgcolor": palette.panel,
            "bordercolor": palette.hairline,
            "font": {"family": FONT, "size": size, "color": palette.ink},
            "align": "left",
        },
        "modebar": {"bgcolor": palette.page, "color": palette.muted, "activecolor": palette.accent},
        "dragmode": False,
        "separators": f".{THIN}",
    }


def _keyed_traces(
    data: list[dict[str, Any]], legend: Sequence[tuple[str, str]], look: Look, *, geo: bool, moves: bool
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Return the traces of a figure with all entries of its legend, and what the layout says of legends.

    Entries that no trace with points brings come of traces without. A line of the legend is a legend of its own.
    """
    if not legend:
        return data, {"showlegend": False, "legend": legend_line(look)}
    lines = legend_lines(legend)
    named = {escaped(_plain_entry(name)) for name, colour in legend if colour}
    brought = {
        trace["name"]
        for trace in data
        if trace.get("showlegend", True) and trace.get("name") in named and _holds(trace)
    }
    key = [
        _key(name, colour, look, line=line, geo=geo)
        for line, entries in enumerate(lines)
        for name, colour in entries
        if not colour or escaped(_plain_entry(name)) not in brought
    ]
    drawn = [trace if trace.get("name") in brought else {**trace, "showlegend": False} for trace in data]
    places = {_legend_name(line): legend_line(look) for line in range(len(lines))}
    # on a map behind all else: the style sheet knows the names of countries as its last trace
    return [*drawn, *key] if moves or not geo else [*key, *drawn], {"showlegend": True, **places}


def _legend_name(line: int) -> str:
    return f"legend{line + 1}" if line else "legend"


def _plain_entry(name: str) -> str:
    """Return the name of an entry of a legend without the sign it begins with."""
    sign, blank, rest = name.partition(" ")
    return rest if blank and sign in SIGNS else name


NOTE = "note"
"""Name of the note at the foot of a picture."""

KEY = "key"
"""The `meta` of a trace that is there for its entry in the legend alone."""


def _key(name: str, colour: str, look: Look, *, line: int, geo: bool) -> dict[str, Any]:
    """Return a trace without data that brings an entry of the legend: a square, the sign it begins with, or a name."""
    symbol, page = _SYMBOLS.get(name.partition(" ")[0]), look.palette.page
    seen = colour and (symbol or name == _plain_entry(name))
    places = (
        {"type": "scattergeo", "lon": [None], "lat": [None]}
        if geo
        else {"type": "scatter", "x": [None], "y": [None]}
    )
    return {
        **places,
        "mode": "markers",
        "name": escaped(_plain_entry(name) if symbol else name) if colour else f"<b>{escaped(name)}</b>",
        "marker": {
            "symbol": symbol or "square",
            "size": round(LABEL * look.scale),
            "color": colour if seen else page,
            "line": {"width": 1, "color": page if not seen else colour if symbol else look.palette.unknown},
        },
        "hoverinfo": "skip",
        "showlegend": True,
        "legend": _legend_name(line),
        "meta": KEY,
    }


def _pictured(layout: dict[str, Any], data: Sequence[dict[str, Any]], look: Look) -> dict[str, Any]:
    """Return a layout with its note below the source line, the size of its picture, and its legends in their place.

    Room for the note and for more lines of legend is added to the figure, which the page cuts off (static/atlas.css).
    """
    meta, margin, height = layout["meta"], layout["margin"], layout["height"]
    least = (height or 0) - _spare(layout, data)
    tall = max(least, (layout.get("width") or 0) * SLIDE[1] / SLIDE[0], LEAST_PICTURE)
    width = tall * SLIDE[0] / SLIDE[1]
    note = _note_lines(meta["note"], look, width=width)
    rows = [_rows(line, width - margin["l"] - margin["r"]) for line in legend_lines(meta["legend"])]
    more = min(max(sum(rows), 1), KEYS) - 1 if look.scale == 1 else 0
    below, above = NOTE_LINE * len(note) + NOTE_EDGE * bool(note), KEY_LINE * more
    high = SLIDE[1] * math.ceil(max(tall, least + below + above) / SLIDE[1])
    edges = {**margin, "b": margin["b"] + below, "t": margin["t"] + above}
    added = {
        "annotations": [*layout["annotations"], *_note_below(note, look, margin)],
        "margin": edges,
        "height": None if height is None else height + below + above,
        "meta": {
            **meta,
            "picture": {"width": high * SLIDE[0] // SLIDE[1], "height": high},
            "cut": {"noted": len(note), "keyed": more},
        },
    }
    plot = high - edges["t"] - edges["b"]
    heads = margin["t"] - round(HEAD * look.scale)
    places = {
        _legend_name(line): 1 + (heads + KEY_LINE * look.scale * sum(rows[line + 1 :])) / plot
        for line in range(max(len(rows), 1))
    }
    return {**layout, **added, **{name: {**layout[name], "y": y} for name, y in places.items()}}


LABEL_LINE, BAR = 18, 24
"""Height of a line of the label of a bar and of a bar in a picture at least, in pixels."""


def _spare(layout: dict[str, Any], data: Sequence[dict[str, Any]]) -> int:
    """Return how much lower a figure of horizontal bars can be drawn with its labels and numbers still apart."""
    axis, bars = layout.get("yaxis", {}), [trace for trace in data if trace.get("meta") != KEY]
    names = axis.get("ticktext") or ()
    if not names or any(trace.get("orientation") != "h" for trace in bars):
        return 0
    beside = len(bars) > 1 and layout.get("barmode") in ("group", "overlay")
    lines: int = max(name.count("<br>") + 1 for name in names)
    row = max(LABEL_LINE * lines, BAR * (2 if beside else 1))
    plot: int = layout["height"] - layout["margin"]["t"] - layout["margin"]["b"]
    return max(plot - row * len(names), 0)


def _rows(entries: Sequence[Sequence[str]], width: float) -> int:
    """Return in how many rows Plotly sets entries of a legend: beside each other, or else in columns of one width."""
    wide = [KEY_SWATCH + KEY_LETTER * len(name) for name, _ in entries]
    return 1 if sum(wide) <= width else math.ceil(len(wide) / max(width // max(wide), 1))


def _note_lines(note: str, look: Look, *, width: float) -> list[str]:
    """Return the note of a figure in the lines of its picture; none while presenting, where nobody takes one."""
    if look.scale != 1 or not look.noted or not note:
        return []
    return wrapped(note, int((width - 24) / NOTE_LETTER), look.noted).split("<br>")


def _note_below(lines: list[str], look: Look, margin: Mapping[str, int]) -> list[dict[str, Any]]:
    """Return the note at the foot of a picture, under the source line; nothing where there is none."""
    made = {"name": NOTE, "text": "<br>".join(lines), "yanchor": "top", "yshift": 2 - margin["b"]}
    return [_source(look, margin["l"], margin["b"]) | made] if lines else []


def _empty(data: list[dict[str, Any]], note: str) -> bool:
    """Return whether a figure shows nothing."""
    return note.startswith(NONE_HERE) or (bool(data) and not any(_holds(trace) for trace in data))


def _noted(note: str, data: list[dict[str, Any]], *, alone: bool) -> str:
    """Return the note of a figure; one that has nothing to draw says so first, one that compares nothing at its end."""
    empty = bool(data) and not any(_holds(trace) for trace in data) and NONE_HERE not in note
    return " ".join(part for part in (EMPTY if empty else "", note, NOT_COMPARED if alone else "") if part)


def _holds(trace: dict[str, Any]) -> bool:
    """Return whether a trace has points; one of another kind (bands of a flow) is not asked."""
    held = [trace[name] for name in ("x", "lon", "locations") if name in trace]
    return not held or any(len(points) for points in held)


def _title(look: Look, title: str) -> dict[str, Any]:
    scale = look.scale
    return {
        "text": f"<b>{wrapped(title, 90, 1)}</b>",
        "subtitle": {
            "text": wrapped(look.filters, 120, 1),
            "font": {"size": round(SUBTITLE * scale), "color": look.palette.muted},
        },
        "font": {"size": round(TITLE * scale), "color": look.palette.ink},
        "x": 0,
        "xref": "container",
        "xanchor": "left",
        "y": 1,
        "yref": "container",
        "yanchor": "top",
        "pad": {"t": round(10 * scale), "l": 2},
    }


def _source(look: Look, edge: int, foot: int) -> dict[str, Any]:
    """Return the source line, at the bottom of the picture."""
    return {
        "name": "source",
        "text": escaped(look.source),
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 0,
        "xanchor": "left",
        "yanchor": "bottom",
        "xshift": -edge,
        "yshift": -foot + 2,
        "showarrow": False,
        "align": "left",
        "font": {"size": round(SOURCE * look.scale), "color": look.palette.muted},
    }


def legend_line(look: Look) -> dict[str, Any]:
    """Return one line of legend between title and plot; a click changes nothing.

    Only pictures show it, and they are drawn without the page's own type: room is measured in the type that is used.
    """
    return {
        "orientation": "h",
        "x": 0,
        "xanchor": "left",
        "y": 1,
        "yanchor": "bottom",
        "font": {"family": PLAIN, "size": round(LABEL * look.scale), "color": look.palette.ink},
        "itemclick": False,
        "itemdoubleclick": False,
        "traceorder": "normal",
        "bgcolor": "rgba(0,0,0,0)",
    }


def value_axis(look: Look, *, unit: str = "", **options: Any) -> dict[str, Any]:
    """Return an axis of counts, named by its unit: at most four gridlines, no line, zero at the origin."""
    font = {"size": round(SOURCE * look.scale), "color": look.palette.muted}
    named = {"title": {"text": UNITS[unit].lower(), "font": font, "standoff": 6}} if unit else {}
    return {
        **named,
        "rangemode": "tozero",
        "gridcolor": look.palette.hairline,
        "gridwidth": 1,
        "showline": False,
        "zeroline": False,
        "nticks": 5,
        "separatethousands": True,
        "tickfont": {"size": round(LABEL * look.scale), "color": look.palette.muted},
        "fixedrange": True,
        **options,
    }


def name_axis(look: Look, **options: Any) -> dict[str, Any]:
    """Return an axis of names: upright labels, room made for them, no line and no grid."""
    return {
        "automargin": True,
        "showgrid": False,
        "showline": False,
        "zeroline": False,
        "ticks": "",
        "tickangle": 0,
        "tickfont": {"size": round(LABEL * look.scale), "color": look.palette.ink},
        "fixedrange": True,
        **options,
    }
