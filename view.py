"""The View: everything a reader chose, in one frozen value that can go into an address and come back.

Pure: no tables, no Streamlit. Codes only; labels are looked up by whoever shows them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

VERSION = "1"
"""Version of the address. Raise it when a default below changes, and keep the old defaults in DEFAULTS."""

UNITS = ("events", "participations", "countries", "people", "days")
ROLES = ("there", "host", "participant", "expert", "funder")
STEPS = ("year", "quarter", "month")
SPLITS = ("format", "topic", "host_region", "funder_kind")
BODIES = ("organisations", "countries")
FLOWS = ("topic", "host_region")
LANES = ("series", "programmes")
PRESETS = (
    "world",
    "central-asia",
    "europe",
    "middle-east",
    "africa",
    "south-asia",
    "south-east-asia",
    "americas",
    "pacific",
)

NONE = "none"
"""Stands in a filter for "not stated": events with no funder named, no format told, and so on."""

LISTS = ("countries", "regions", "topics", "audiences", "formats", "organisers", "funders", "sources")
"""Filters that hold several codes; any of them matches (DESIGN rule 8)."""

CODES = ("peers", "mine", "other_countries", "other_regions")
"""Options of pages that hold several codes."""

MEETINGS = ("countries", "organisers", "funders")
WEIGHTS = ("events", "shared")
ORDERS = ("region", "cluster")
ACROSS = ("topic", "audience", "year")
LIMITS = ("6-12-24", "12-24-36", "24-48-72")
"""Months after which a gap is drawn deeper."""

CHOICES: dict[str, tuple[str, ...]] = {
    "unit": UNITS,
    "role": ROLES,
    "step": STEPS,
    "split": SPLITS,
    "body": BODIES,
    "flow": FLOWS,
    "lanes": LANES,
    "preset": PRESETS,
    "meeting": MEETINGS,
    "weight": WEIGHTS,
    "order": ORDERS,
    "across": ACROSS,
    "limits": LIMITS,
}
"""Options with a closed list of values."""

FLAGS = ("undated", "cumulative", "apart", "cities", "play", "present")

DEFAULTS: dict[str, dict[str, Any]] = {
    "1": {
        "unit": "events",
        "role": "there",
        "step": "year",
        "split": "format",
        "body": "organisations",
        "flow": "topic",
        "lanes": "series",
        "preset": "world",
        "meeting": "countries",
        "weight": "events",
        "order": "region",
        "across": "topic",
        "limits": "12-24-36",
        **dict.fromkeys(FLAGS, False),
    }
}
"""What an option is when an address of that version leaves it out."""

_DATE = re.compile("((19|20)[0-9]{2}|2100)(-(0[1-9]|1[0-2])(-[0-9]{2})?)?")


_SCREEN = re.compile(r"[1-9][0-9]{0,2}(\.[1-9][0-9]{0,2})?")


@dataclass(frozen=True)
class View:
    """What the reader chose: filters first, then options of single pages.

    `start` and `end` are the first and last year, month or day of the period (ISO text, both included).
    `country` and `peers` belong to the page of one country, `meeting`, `weight` and `order` to who meets whom,
    `mine`, `across` and `limits` to gaps, `series` and `programme` to recurring events; `other_...` is the
    period and group of countries that charts compare with.
    `pick` names what was clicked in a chart, as (dimension, code) pairs: it narrows the list under the
    chart and nothing else. `screen` is the chart shown while presenting.
    """

    start: str = ""
    end: str = ""
    undated: bool = False
    countries: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    organisers: tuple[str, ...] = ()
    funders: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    text: str = ""
    unit: str = "events"
    role: str = "there"
    step: str = "year"
    split: str = "format"
    cumulative: bool = False
    body: str = "organisations"
    apart: bool = False
    flow: str = "topic"
    lanes: str = "series"
    preset: str = "world"
    cities: bool = False
    play: bool = False
    country: str = ""
    peers: tuple[str, ...] = ()
    meeting: str = "countries"
    weight: str = "events"
    order: str = "region"
    mine: tuple[str, ...] = ()
    across: str = "topic"
    limits: str = "12-24-36"
    series: str = ""
    programme: str = ""
    other_start: str = ""
    other_end: str = ""
    other_countries: tuple[str, ...] = ()
    other_regions: tuple[str, ...] = ()
    event: str = ""
    pick: tuple[tuple[str, str], ...] = ()
    present: bool = False
    screen: str = ""

    @property
    def filters(self) -> View:
        """This view with nothing but what decides which events are in."""
        return View(**{name: getattr(self, name) for name in FILTERS}, role=self.role)

    @property
    def has_period(self) -> bool:
        """Whether a period is chosen."""
        return bool(self.start or self.end)

    @property
    def compares(self) -> bool:
        """Whether a second period or group of countries is chosen that is not the first once more."""
        return self.has_second and self._sides(self) != self._sides(self.other)

    @property
    def has_second(self) -> bool:
        """Whether a second period or group of countries is chosen."""
        return bool(self.other_start or self.other_end or self.other_countries or self.other_regions)

    @staticmethod
    def _sides(view: View) -> tuple[Any, ...]:
        """Return all that the two sides of a comparison can differ in."""
        return view.start, view.end, set(view.countries), set(view.regions)

    @property
    def other(self) -> View:
        """The view that is compared with: the second period, the second group, and all other filters the same."""
        alone = self.without("comparison")
        if self.other_start or self.other_end:
            alone = replace(alone, start=self.other_start, end=self.other_end)
        if self.other_countries or self.other_regions:
            alone = replace(alone, countries=self.other_countries, regions=self.other_regions)
        return alone

    def to_address(self) -> dict[str, str]:
        """Return the view as address parameters: codes only, defaults left out, empty for a view of defaults."""
        defaults = View(**DEFAULTS[VERSION])
        chosen = {
            ADDRESS.get(field.name, field.name): _written(getattr(self, field.name))
            for field in fields(self)
            if getattr(self, field.name) != getattr(defaults, field.name)
        }
        return {"v": VERSION, **chosen} if chosen else {}

    def without(self, name: str, code: str = "") -> View:
        """Return the view with one filter emptied, or with one of its codes taken out."""
        if name == "period":
            return replace(self, start="", end="", undated=False)
        if name == "comparison":
            return replace(self, other_start="", other_end="", other_countries=(), other_regions=())
        whole = getattr(self, name)
        left = tuple(c for c in whole if c != code) if code and name in LISTS else getattr(View(), name)
        changed: dict[str, Any] = {name: left}
        return replace(self, **changed)

    def with_code(self, name: str, code: str) -> View:
        """Return the view with one filter set to a single code."""
        changed: dict[str, Any] = {name: (code,)}
        return replace(self, **changed)

    def cleared(self) -> View:
        """Return the view as it opens, filters, role and unit alike; options of single pages are kept."""
        empty = View()
        kept = {name: getattr(empty, name) for name in (*FILTERS, "role", "unit", "pick")}
        return replace(self.without("comparison"), **kept)


FILTERS = ("start", "end", "undated", *LISTS, "text")
"""Fields that decide which events are in; `role` says how countries and regions match."""

ADDRESS = {"start": "from", "end": "to", "text": "q", "other_start": "other_from", "other_end": "other_to"}
"""Short names in the address, where they differ from the field's."""

_FIELDS = {ADDRESS.get(field.name, field.name): field.name for field in fields(View)}


FRAMING = ("v", "embed", "embed_options")
"""Parameters that are no choice of the reader: the version, and Streamlit's own."""

LONGEST = 60
"""Characters of a value that a complaint repeats."""


def from_address(
    parameters: Mapping[str, str], known: Mapping[str, Container[str]] | None = None
) -> tuple[View, list[str]]:
    """Read a view from address parameters; return it with complaints about what could not be used.

    `known` gives the codes that exist, by filter (`countries`, `topics` ...); a filter without an entry
    is taken as it stands. Unknown parameters are complained of too, so that no choice is lost in silence.
    """
    version = parameters.get("v", VERSION)
    complaints = [] if version in DEFAULTS else [_complaint("v", version, _unread(version))]
    values: dict[str, Any] = dict(DEFAULTS.get(version, DEFAULTS[VERSION]))
    for parameter, written in parameters.items():
        name = _FIELDS.get(parameter)
        if name is not None:
            value, complaint = _read(name, written, (known or {}).get(name))
            values.update({} if value is None else {name: value})
            complaints.extend(complaint)
        elif parameter not in FRAMING:
            complaints.append(_complaint(parameter, written, "the Atlas has no such choice; left out"))
    return _in_order(View(**values), complaints)


NEWER = "this link is of a later Atlas; read as well as may be"
NO_VERSION = "is no version of a link that can be used; read as a link of today"


def _unread(version: str) -> str:
    """Return what is said of a version that is not known."""
    number = version.isascii() and version.isdecimal() and len(version) < LONGEST
    return NEWER if number and int(version) > int(VERSION) else NO_VERSION


def _in_order(view: View, complaints: list[str]) -> tuple[View, list[str]]:
    """Take out a period that ends before it starts; "2023-05" to "2023" does not."""
    for first, last in (("start", "end"), ("other_start", "other_end")):
        start, end = getattr(view, first), getattr(view, last)
        if start and end and start > end and not start.startswith(end):
            said = (
                f"{ADDRESS[first]}={start}, {ADDRESS[last]}={end}: the period ends before it starts; left out"
            )
            emptied: dict[str, Any] = {first: "", last: ""}
            view, complaints = replace(view, **emptied), [*complaints, said]
    return view, complaints


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, tuple):
        return ",".join(":".join(part) if isinstance(part, tuple) else part for part in value)
    return str(value)


def _read(name: str, written: str, known: Container[str] | None) -> tuple[Any, list[str]]:
    """Return the value of one field and the complaints; None where nothing of it can be used."""
    parameter = ADDRESS.get(name, name)
    if name in LISTS or name in CODES:
        return _read_list(parameter, written, known)
    if name == "pick":
        return _read_pick(written, known)
    value: Any = written == "1" if name in FLAGS else written
    wanted = _wanted(name, written, known)
    return (None, [_complaint(parameter, written, wanted)]) if wanted else (value, [])


def _wanted(name: str, written: str, known: Container[str] | None) -> str:
    """Return what should stand in a field that holds one value; "" where `written` will do."""
    allowed = ("0", "1") if name in FLAGS else CHOICES.get(name)
    if allowed and written not in allowed:
        return f"give {', '.join(allowed)}; left out"
    if name in ("start", "end", "other_start", "other_end") and not _is_date(written):
        return "give a date such as 2023, 2023-05 or 2023-05-17; left out"
    if name == "screen" and not _SCREEN.fullmatch(written):
        return "give the number of a chart such as 2, or 2.1 for a part of it; left out"
    if name == "event" and known is not None and written not in known:
        return "no event in the Atlas has this id"
    if name in ("country", "series", "programme") and known is not None and written not in known:
        return "the Atlas knows no such code; left out"
    return ""


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


NEVER_NONE = ("peers", "mine")
"""Lists that hold countries themselves, not a filter by country: "not stated" is none of them."""


def _read_list(parameter: str, written: str, known: Container[str] | None) -> tuple[Any, list[str]]:
    codes = tuple(dict.fromkeys(code for code in written.split(",") if code))
    free = () if parameter in NEVER_NONE else (NONE,)
    unknown = [code for code in codes if known is not None and code not in known and code not in free]
    used = tuple(code for code in codes if code not in unknown)
    return used, [_complaint(parameter, code, "the Atlas knows no such code; left out") for code in unknown]


def _read_pick(written: str, known: Container[str] | None) -> tuple[Any, list[str]]:
    """Return the pairs of "dimension:code,dimension:code"; a code may hold colons."""
    parts = [part for part in written.split(",") if part]
    pairs = [(part, tuple(part.split(":", 1))) for part in parts]
    broken = {
        part: "give dimension:code; left out" for part, pair in pairs if len(pair) != 2 or not all(pair)
    }
    for part, pair in pairs:
        if known is not None and part not in broken and pair[0] not in known:
            broken[part] = f"the charts have no {_cut(pair[0])} to pick; left out"
    used = tuple(pair for part, pair in pairs if part not in broken)
    return used, [_complaint("pick", part, what) for part, what in broken.items()]


def _complaint(parameter: str, written: str, what: str) -> str:
    return f"{_cut(parameter)}={_cut(written)}: {what}"


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


@dataclass(frozen=True)
class Choice:
    """One thing the reader chose, to be said and to be taken back: filter, code ("" for the whole filter), words."""

    name: str
    code: str
    words: str


SAID = {
    "countries": "Country",
    "regions": "Region",
    "topics": "Topic",
    "audiences": "Audience",
    "formats": "Format",
    "organisers": "Organiser",
    "funders": "Funder",
    "sources": "Source file",
}
"""What a filter is called before one of its values."""


def choices(
    view: View, names: Mapping[str, Mapping[str, str]], *, role: str, period: str = ""
) -> list[Choice]:
    """Return the filters of a view in words, one choice a code.

    `names` gives labels by filter and code; `role` is what countries did, in words ("hosted"); it stands
    beside countries and regions, because it decides how they match; `period` is the period as it is to be read.
    """
    said = [Choice("period", "", f"Period: {period or _period(view)}")] if view.has_period else []
    for chosen in _chosen(view, names, role):
        said += [Choice(chosen.name, code, chosen.said(label)) for code, label in chosen.labels.items()]
    if view.text.strip():
        said.append(Choice("text", "", _text(view)))
    return said


@dataclass(frozen=True)
class _Chosen:
    """A filter that is set: its name, what is said before and behind its values, and their labels by code."""

    name: str
    noun: str
    behind: str
    labels: dict[str, str]

    def said(self, label: str) -> str:
        return f"{self.noun}: {label}{self.behind}"


def _chosen(view: View, names: Mapping[str, Mapping[str, str]], role: str) -> Iterator[_Chosen]:
    for name, noun in SAID.items():
        known = names.get(name, {})
        labels = {
            code: "not stated" if code == NONE else known.get(code, code) for code in getattr(view, name)
        }
        if labels:
            yield _Chosen(name, noun, f" ({role})" if name in ("countries", "regions") else "", labels)


def _text(view: View) -> str:
    return f"Words: “{view.text.strip()}”"


def any_of(labels: Sequence[str]) -> str:
    """Return names of which one will do: "a, b or c"."""
    *others, last = labels
    return f"{', '.join(others)} or {last}" if others else last


def contrast(
    view: View, names: Mapping[str, Mapping[str, str]], *, role: str, period: Callable[[View], str]
) -> tuple[str, str]:
    """Return what the two sides of a comparison are called, by what differs: "2020–2024" and "2015–2019".

    `period` says the period of a view for reading.
    """
    periods, groups = (
        bool(view.other_start or view.other_end),
        bool(view.other_countries or view.other_regions),
    )

    def side(shown: View) -> str:
        parts = [_named(period(shown)) or "all years"] if periods else []
        if groups:
            held = _held(shown, names)
            parts.append(f"{', '.join(held)} ({role})" if held else "all countries")
        return ", ".join(parts)

    return side(view), side(view.other)


def _named(period: str) -> str:
    """Return a period as a name: "2003 on" for "from 2003"."""
    if period.startswith("from "):
        return f"{period.removeprefix('from ')} on"
    return f"up to {period.removeprefix('to ')}" if period.startswith("to ") else period


def spoken(
    view: View, names: Mapping[str, Mapping[str, str]], *, held: str, period: Callable[[View], str]
) -> tuple[str, str]:
    """Return the two sides of a comparison as they stand after a figure: "in 2020–2024", "from 2015 on", "with EU".

    `held` says in which role countries hold an event ("hosted by {}"), `period` the period of a view for reading.
    """
    groups = bool(view.other_countries or view.other_regions)

    def side(shown: View) -> str:
        parts = [_when(shown, period(shown))] if view.other_start or view.other_end else []
        if groups:
            parts.append(
                held.format(", ".join(_held(shown, names))) if _held(shown, names) else "in all countries"
            )
        return " ".join(parts)

    return side(view), side(view.other)


def _when(view: View, said: str) -> str:
    """Return a period after a figure."""
    if not view.has_period:
        return "in all years"
    if view.start and view.end:
        return f"in {said}" if len(view.start) < 8 else f"in the period {said}"
    return f"from {said.removeprefix('from ')} on" if view.start else f"up to {said.removeprefix('to ')}"


def leads(view: View) -> int:
    """Return which side of a comparison is held against the other: 1 where the second period is the later, else 0."""
    if not (view.other_start or view.other_end):
        return 0
    return int((view.other_start, view.other_end or "9999") > (view.start, view.end or "9999"))


def _held(view: View, names: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Return the names of the countries, regions and groups of a view."""
    return [
        "no country stated" if code == NONE else names.get(name, {}).get(code, code)
        for name in ("countries", "regions")
        for code in getattr(view, name)
    ]


def _period(view: View) -> str:
    return view.start if view.start == view.end else f"{view.start or '…'}–{view.end or '…'}"


NO_FILTER = "All events, no filter"


def sentence(view: View, names: Mapping[str, Mapping[str, str]], *, role: str, period: str = "") -> str:
    """Return the filters of a view as one line: "All events, no filter", or its choices with semicolons between.

    Values of one filter stand together, as an event needs one of them: "Country: Kazakhstan or Uzbekistan (hosted)".
    """
    said = [f"Period: {period or _period(view)}"] if view.has_period else []
    said += [chosen.said(any_of(list(chosen.labels.values()))) for chosen in _chosen(view, names, role)]
    said += [_text(view)] if view.text.strip() else []
    said += ["with undated events"] if view.undated and view.has_period else []
    return "; ".join(said) or NO_FILTER
