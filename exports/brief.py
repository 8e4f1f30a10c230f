"""A brief on one country in words, made by rules from the figures of its page, each sentence with its base."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from analysis.country import ROLES, Profile, Report, said
from analysis.counts import ranked
from analysis.dimension import size
from analysis.overview import FEW
from charts import sides, theme
from charts.change import Amount, difference, points, totals
from charts.country import NOT_THERE
from charts.country_roles import EVENTS_OF
from charts.theme import Look

NAMED = 3
"""Topics, audiences, countries, funders and recurring events that a sentence names, if none ties with the last."""

TIED = 6
"""Those that it names at most, with all that tie with the last: equal figures are not cut between unsaid."""

NEVER = {"host": "hosted", "participant": "took part in", "expert": "sent experts to", "funder": "paid for"}

APART = 0.1
"""Shares that differ by a tenth of the events or more are told as above or below the region's."""

DID = {
    "host": "hosted {events}",
    "participant": "took part in {events}",
    "expert": "sent experts to {events}",
    "funder": "paid for {events}",
}

FIGURES = {
    "involved": "events in any role",
    "there": "events it was at",
    "host": "events hosted",
    "participant": "events it took part in",
    "expert": "events it sent experts to",
    "funder": "events it paid for",
    "people": "people at its events",
    "women": "share of women",
    "met": "countries met",
    "last": "months from the last event to the newest of the records, at least",
    "in_part": "events read only in part",
}
"""What the figures of a country are called in tables."""


def sentences(report: Report, filters: str) -> list[str]:
    """Return the brief, one sentence or two an item; what nothing can be said of is left out."""
    made = [
        _roles(report, filters),
        _last(report),
        _where(report),
        _people(report),
        _topics(report),
        _audiences(report),
        _met(report),
        _funders(report),
        _series(report),
        *_peers(report),
        _in_part(report),
    ]
    return [sentence for sentence in made if sentence]


@dataclass(frozen=True)
class Told:
    """What a brief is told with: the look, which names filters and sides, and the report of a second side.

    `filters` are those of the second side in words.
    """

    look: Look
    second: Report | None = None
    filters: str = ""


def parts(report: Report, told: Told) -> list[tuple[str, list[str]]]:
    """Return the sentences of the brief under headings: both sides and the change; of one side under none."""
    look, second = told.look, told.second
    own = sentences(report, look.filters)
    if second is None:
        return [("", own)]
    against = f"{look.sides[look.leads]} against {look.sides[1 - look.leads]}"
    return [
        (look.sides[0], own),
        (look.sides[1], sentences(second, told.filters)),
        (against, changes(report.profile, second.profile, look)),
    ]


def text(report: Report, told: Told, version: str) -> str:
    """Return the brief as it is copied: name, filters, sentences, and where they are from."""
    lines = [report.side.name, f"Filters: {sides.filters(told.look)}", ""]
    for heading, said_ in parts(report, told):
        lines += [*([f"{heading}:"] if heading else []), *(f"- {sentence}" for sentence in said_), ""]
    return "\n".join([*lines, f"Source: Cooperation Atlas, data version {version}."])


CHANGING = ("involved", *ROLES, "people", "women", "met")
"""Figures whose change is told."""


def changes(first_: Profile, second: Profile, look: Look) -> list[str]:
    """Return how each figure that is not nothing on both sides differs between them, a sentence a figure."""
    made = []
    for name in CHANGING:
        amounts = [_amount(profile, name) for profile in (first_, second)]
        if any(amount.value for amount in amounts):
            said_ = (
                f"{change(first_, second, name, look)}."
                if name == "women"
                else totals(look, amounts, theme.number) + _stands_on(first_, second, name, look)
            )
            made.append(f"{FIGURES[name][0].upper()}{FIGURES[name][1:]}: {said_}")
    return made


def change(first_: Profile, second: Profile, name: str, look: Look) -> str:
    """Return by how much a figure differs between the two sides; empty where it is nothing or not known on both.

    Without per cent or points where events are few.
    """
    one, other = first_.value(name), second.value(name)
    if not one and not other:
        return ""
    if name != "women" or one is None or other is None:
        return difference(look, _amount(first_, name), _amount(second, name))
    if too_few(first_, name) or too_few(second, name):
        return "too few events to compare"
    return points(look, one, other)


def _amount(profile: Profile, name: str) -> Amount:
    """Return a figure with the events it stands on: events counted stand on themselves."""
    figure = profile.figures[name]
    counted = name in ("involved", *ROLES)
    return Amount(figure.value, int((figure.value or 0) if counted else figure.base))


def _stands_on(first_: Profile, second: Profile, name: str, look: Look) -> str:
    """Return from how many events the sums of people on both sides are; nothing for other figures."""
    if name != "people":
        return ""
    pair = [(profile.figures[name].base, profile.figures[name].events) for profile in (first_, second)]
    told = [f"{theme.number(base)} of {_events(events)}" for base, events in pair]
    return f" Headcounts stand for {told[look.leads]} and {told[1 - look.leads]}."


def value(profile: Profile, name: str) -> str:
    """Return a figure for reading: a share with its sign, an average with one decimal."""
    figure = profile.value(name)
    if figure is None:
        return "not stated"
    if too_few(profile, name):
        return "too few to say"
    if name == "women":
        return theme.share(figure, 1)
    if profile.side.averaged:
        return f"{figure:,.1f}".replace(",", theme.THIN)
    return theme.number(figure)


def too_few(profile: Profile, name: str) -> bool:
    """Return whether a figure is a share of too few events to be told (below five, as everywhere)."""
    return name == "women" and profile.figures[name].value is not None and profile.figures[name].base < FEW


def beside(profile: Profile, name: str) -> str:
    """Return a peer's figure with whose it is: "Uzbekistan 41", "Central Asia (5) on average 40.2 a member"."""
    if profile.side.averaged and name != "women":
        return f"{profile.side.name} on average {value(profile, name)} a member"
    return f"{profile.side.name} {value(profile, name)}"


def since(profile: Profile) -> str:
    """Return the months from the last event to the newest of the records: "4 months", "4 to 15 months"."""
    if profile.last is None:
        return "not known"
    least, most = profile.last.least, profile.last.most
    if not most:
        return "less than a month"
    span = f"{least}" if least == most else f"{least} to {most}"
    return f"{span} month{'' if most == 1 else 's'}"


def listed(names: Sequence[str], joint: str = "and") -> str:
    """Return names as a list in a sentence: "a, b and c"."""
    return f" {joint} ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


Row = TypeVar("Row")


def first(rows: Sequence[Row], figure: Callable[[Row], float], said: Callable[[Row], str]) -> list[str]:
    """Return the first rows in words, with all that tie with the last named, or how many more tie with it.

    `rows` stand in the order of their figures.
    """
    tied = sum(figure(row) == figure(rows[NAMED - 1]) for row in rows[NAMED:])
    if NAMED + tied <= TIED:
        return [said(row) for row in rows[: NAMED + tied]]
    return [*(said(row) for row in rows[:NAMED]), f"{theme.number(tied)} more with as many"]


def _events(count: float) -> str:
    return theme.counted(count, "events")


def own(report: Report) -> str:
    """Return the country's events in the role of the view: "82 events it was at"."""
    return f"{_events(report.own.count)} {EVENTS_OF[report.role].removeprefix('events ')}"


def _roles(report: Report, filters: str) -> str:
    """Return in how many of the chosen events it is named, and what it did; for none, that there are none."""
    chosen = _events(report.selection.count)
    by_filters = "" if filters.startswith("All events") else f" ({filters})"
    if not report.all_events.count:
        return f"{report.side.name} is named in none of {chosen}{by_filters}."
    counts = {role: int(report.profile.value(role) or 0) for role in ROLES}
    did = listed([DID[role].format(events=_events(count)) for role, count in counts.items() if count])
    never = [NEVER[role] for role, count in counts.items() if not count]
    more = " An event counts in each of its roles." if sum(counts.values()) > report.all_events.count else ""
    none = f" No event is recorded that it {listed(never, 'or')}." if never else ""
    named = theme.number(report.all_events.count)
    return f"{report.side.name} is named in {named} of {chosen}{by_filters}: it {did}.{more}{none}"


def _last(report: Report) -> str:
    last, newest = report.profile.last, report.newest
    if last is None or newest is None:
        return ""
    title = f" (“{last.title}”)" if last.title else ""
    where = f" in {last.city}" if last.city else ""
    newest_day = theme.day(newest.isoformat())
    before = f"{since(report.profile)} before the newest event in the records ({newest_day})"
    when = theme.period(last.start_date, last.end_date)
    return f"Of the {own(report)}, the last with a known year: {when}{where}{title}, {before}."


def _where(report: Report) -> str:
    """Return the countries that hosted most of its events; nothing where it hosted them all itself, as its role."""
    return (
        ""
        if report.role == "host"
        else _most(report, "host", f"Countries that most often hosted the {own(report)}")
    )


def _people(report: Report) -> str:
    people, women = report.profile.figures["people"], report.profile.figures["women"]
    if not report.own.count:
        return ""
    if people.value is None:
        return f"No headcount is given for the {own(report)}."
    told = (
        f"Headcounts stand for {theme.number(people.base)} of the {own(report)}: "
        f"{theme.counted(people.value, 'people')} from all countries together."
    )
    if women.value is None:
        return f"{told} No event gives women and men apart."
    if too_few(report.profile, "women"):
        return f"{told} Only {_events(women.base)} give women and men apart: too few for a share."
    both = f"{theme.number(women.base)} of the {own(report)}"
    return f"{told} Women are {value(report.profile, 'women')}, by {both} (those with women and men apart)."


def _topics(report: Report) -> str:
    """Return the topics it works on most, and those where it differs from its region."""
    shares = report.topics
    held = [topic for topic in range(len(shares.topics)) if shares.counts[0, topic]]
    if not held:
        return ""
    names = list(shares.topics.values())
    told = listed(
        first(
            held,
            lambda topic: int(shares.counts[0, topic]),
            lambda topic: f"{names[topic]} ({_share(report, 0, topic)})",
        )
    )
    most = f"Topics named most often for the {own(report)}: {told}; an event may have several."
    region = next((place for place, side in enumerate(shares.sides) if side.kind == "region"), None)
    return f"{most}{'' if region is None else _against(report, region)}"


def _share(report: Report, place: int, topic: int) -> str:
    """Return how many of a side's events hold a topic, with the share where they are enough."""
    shares = report.topics
    held, events = int(shares.counts[place, topic]), shares.events[place]
    share = f", {theme.share(held, events)}" if shares.enough(place) else ""
    return f"{theme.number(held)} of {theme.number(events)}{share}"


def _against(report: Report, region: int) -> str:
    """Return the topics that are furthest above and below the share over all events of the region."""
    shares, gaps = report.topics, []
    for topic, name in enumerate(shares.topics.values()):
        own, theirs = shares.share(0, topic), shares.share(region, topic)
        if own is not None and theirs is not None and abs(own - theirs) >= APART:
            gaps.append(
                (own - theirs, f"{name} ({_share(report, 0, topic)} against {_share(report, region, topic)})")
            )
    if not shares.enough() or not shares.enough(region):
        return ""
    where = f"all {_events(shares.events[region])} of {shares.sides[region].name}"
    if not gaps:
        return f" Beside {where}, no topic differs by ten percentage points or more."
    gaps.sort(key=lambda gap: -abs(gap[0]))
    sides = {"more": [row for row in gaps if row[0] > 0], "less": [row for row in gaps if row[0] < 0]}
    more, less = (
        f"{word} often on {listed(first(rows, lambda row: round(row[0], 9), lambda row: row[1]))}"
        if rows
        else ""
        for word, rows in sides.items()
    )
    return f" Beside {where}, its events are {listed([part for part in (more, less) if part])}."


def _audiences(report: Report) -> str:
    return _most(report, "audience", f"Audiences most often named at the {own(report)}")


def _most(report: Report, dimension: str, beginning: str) -> str:
    """Return the values most of the country's events have, with their events, and how many events state nothing."""
    counted = ranked(report.own, dimension)
    if not counted.rows:
        return ""
    told = listed(first(counted.rows, _count, _with_count))
    unstated = f" Not stated: {_events(counted.unstated_count)}." if counted.unstated_count else ""
    return f"{beginning}: {told}.{unstated}"


def _count(row: Mapping[str, Any]) -> int:
    return int(row["event_count"])


def _with_count(row: Mapping[str, Any]) -> str:
    return f"{row['name']} ({theme.number(row['event_count'])})"


def _met(report: Report) -> str:
    there = int(report.profile.value("there") or 0)
    rows = sorted(report.met.rows, key=lambda row: (-row["event_count"], row["name"]))
    if not rows:
        return f"No other country is named at the {_events(there)} it was at." if there else ""
    told = listed(first(rows, _count, _with_count))
    met = theme.counted(report.profile.value("met") or 0, "countries")
    return f"At the {_events(there)} it was at, it met {met}, most often {told}."


def _funders(report: Report) -> str:
    without, part = report.unstated
    if not report.own.count:
        return ""
    told = _most(report, "funder_body_top", f"Funders most often named for the {own(report)}")
    alone = paid_by_country_alone(report)
    nothing = "body is named as funder" if alone else "funder is stated"
    paid = f"; {theme.number(alone)} name a country that paid and no body" if alone else ""
    read = f" Of the {theme.number(without)} without, {theme.number(part)} read only in part{paid}."
    return f"{told or f'No {nothing} for the {own(report)}.'}{read if without else ''}"


def paid_by_country_alone(report: Report) -> int:
    """Return in how many of the country's events a country is named as paying and no body."""
    index, own = report.own.index, report.own.bits
    bodiless = index["funder_body"].unstated
    return size(own & bodiless & ~index["funder"].unstated)


def _series(report: Report) -> str:
    """Return the recurring events it belongs to, those of which editions name others alone, and what is not told."""
    rows = report.series.by_series
    if not rows:
        return ""
    missed = sorted((row for row in rows if row[2]), key=lambda row: (-row[2], row[0]))
    untold = sum(row[3] for row in rows)
    ending = f" Not counted, for they do not tell who came: {theme.number(untold)}." if untold else ""
    if report.selection.view.countries or report.selection.view.regions:
        ending += f" {NOT_THERE}"
    if not missed:
        which = " that tells who came" if untold else ""
        among = "every recorded edition{}" if _unfiltered(report) else "every edition{} within these filters"
        return f"{_belongs(rows)}; {among.format(which)} names it.{ending}"
    told = "; ".join(first(missed, lambda row: row[2], lambda row: f"{row[0]} ({_editions(report, row)})"))
    absent = f"Editions that name others and not it: {told}"
    return f"{_belongs(rows)}. {absent}. What is not named may just not have been read.{ending}"


def _belongs(rows: Sequence[tuple[str, int, int, int]]) -> str:
    """Return how many recurring events name the country here, and how many only in editions that are left out."""
    named = sum(bool(row[1]) for row in rows)
    elsewhere = len(rows) - named
    here = f"{theme.number(named) if named else 'no'} recurring event{'' if named == 1 else 's'}"
    left_out = f", and in editions of {theme.number(elsewhere)} more that these filters leave out"
    return f"It is named in {here}{left_out if elsewhere else ''}"


def _unfiltered(report: Report) -> bool:
    """Return whether the report is of all events in the records."""
    return report.selection.count == len(report.selection.index)


def _editions(report: Report, row: tuple[str, int, int, int]) -> str:
    among = "recorded" if _unfiltered(report) else "within these filters"
    return f"{theme.number(row[2])} of {theme.number(sum(row[1:]))} {among}"


def _peers(report: Report) -> list[str]:
    """Return one sentence a peer: its figures in the roles, and in the view's."""
    names = ("involved", *ROLES, "met")
    return [
        f"{said(peer.side)}: "
        f"{'; '.join(f'{FIGURES[name]} {value(peer, name)} (here {value(report.profile, name)})' for name in names)}."
        for peer in report.peers
    ]


def _in_part(report: Report) -> str:
    known = report.in_part
    if not known.events:
        return ""
    missing = {
        "read only in part": known.read_in_part,
        "without a known day": known.coarse,
        "without a known year": known.undated,
        "without a headcount": known.without_headcount,
    }
    told = [f"{theme.number(count)} {what}" for what, count in missing.items() if count]
    return f"Known only in part, of the {_events(known.events)} in any role: {listed(told) or 'none'}."
