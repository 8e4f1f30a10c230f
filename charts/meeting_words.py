"""What the page on meetings says: its options, titles by kind of meeting and role, and weights for reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from charts import theme

MEETINGS = {
    "countries": "countries meet",
    "organisers": "organises with whom",
    "funders": "pays for whose events",
}
WEIGHTS = {"events": "once for each pair", "shared": "less, the more were there"}
ORDERS = {"region": "by region or kind", "cluster": "by who often meets"}
"""What the options of the page are called."""

VERBS = {
    "there": "meet",
    "host": "host together",
    "participant": "take part together",
    "expert": "send experts together",
    "funder": "pay together",
}
"""What two countries do that stand in one event in the same role."""

WIDEST = 86
"""Characters of a title that fit the picture; a longer sentence gives way to a shorter title."""


@dataclass(frozen=True)
class Words:
    """The words of one kind of meeting.

    `one` and `many` name who meets (the left side, where there are two), `pairs` the pairs, `group` and `groups` what
    they are grouped by, `best` the sentence on the strongest pair, `part` how a shared event counts, `halves` in how
    many groups a pair of two stands, `other` the dimensions of the second matrix beside the first and `other_title`
    its title; countries have a map instead.
    """

    one: str
    many: str
    pairs: str
    group: str
    groups: str
    best: str
    ranking: str
    grid: str
    sizes: str
    links: str
    links_note: str
    alone: str
    none_alone: str
    part: str
    across: str
    halves: int
    other: tuple[str, str] | None = None
    other_title: str = ""


def of(meeting: str, role: str) -> Words:
    """Return the words of a kind of meeting, for countries in a role."""
    if meeting == "countries":
        return _countries(VERBS[role], role)
    return ORGANISERS if meeting == "organisers" else _funders(role)


def _countries(verb: str, role: str) -> Words:
    past = "met" if role == "there" else f"{theme.ROLE_PLURALS[role]} with"
    return Words(
        one="country",
        many="countries",
        pairs="Pairs of countries",
        group="region",
        groups="regions",
        best="{} and {} " + verb + " most",
        ranking=f"Countries that {verb} most, in events together",
        grid=f"Countries that {verb}, in events together",
        sizes=f"Events by number of countries that {theme.ROLE_PLURALS[role]}",
        links="Countries that link others: pairs that met them and share no event",
        links_note=LINKS,
        alone=f"Countries that {past} no other, by events",
        none_alone=f"Every country here {past} another, in these events",
        part="An event counts one for each country, shared among the others in it: a meeting of two counts 1 for "
        "their pair, a conference of forty 1/39 for each of its pairs.",
        across="A pair across two regions (UN M49 subregions) stands in the bars of both.",
        halves=2,
    )


LINKS = "Two that both met it, but stand together in none of these events, are one such pair."

ORGANISERS = Words(
    one="organiser",
    many="organisers",
    pairs="Pairs of organisers",
    group="kind",
    groups="kinds",
    best="{} and {} organise together most",
    ranking="Organisers that work together most, in events",
    grid="Organisers that work together, in events",
    sizes="Events by number of organisers",
    links="Organisers that link others: pairs that worked with them and share no event",
    links_note=LINKS,
    alone="Organisers that worked with no other, by events",
    none_alone="Every organiser of these events worked with another",
    part="An event counts one for each organiser, shared among the others: with two organisers it counts 1 for "
    "their pair, with five 1/4 for each of their pairs.",
    across="A pair of two kinds stands in the bars of both.",
    halves=2,
    other=("organiser_top", "partner_top"),
    other_title="Organisers and the partners of their events, in events",
)


def _funders(role: str) -> Words:
    return Words(
        one="funder",
        many="funders",
        pairs="Pairs of funder and organiser",
        group="kind",
        groups="kinds",
        best="{} pays most for events of {}",
        ranking="Funders and whose events they pay for most, in events",
        grid="Funders and the organisers of the events they pay for, in events",
        sizes="Events by number of funders",
        links="Funders by number of organisers whose events they pay for",
        links_note="Bodies with all their offices; an organiser counts once for a funder, however many events.",
        alone="Funders whose events name no organiser, by events",
        none_alone="All events with a funder here name an organiser too",
        part="An event counts one for each funder, shared among its organisers: with two organisers it counts 1/2 "
        "for each.",
        across="Rows are the kinds of funders: they and the organisers of what they paid for are of one kind or not.",
        halves=1,
        other=("funder_body_top", role),
        other_title=f"Funders and the countries that {theme.ROLE_PLURALS[role]} at what they pay for, in events",
    )


def about(words: Words, weight: str) -> str:
    """Return in a line how pairs are weighed."""
    if weight == "shared":
        return words.part
    return "Each event counts one for each of its pairs, however many were there."


def kept(unit: str) -> str:
    """Return what a chart of pairs says where another unit than events is chosen: that it shows pairs; else nothing."""
    return "" if unit == "events" else f"{theme.UNITS[unit]} make no sense here: the chart shows pairs."


def said_best(words: Words, first: str, second: str, *, value: float, weight: str) -> str:
    """Return the sentence on the strongest pair, or the plain title where it would be too long."""
    unit = amount(value, weight) if weight == "events" else f"{amount(value, weight)}, shared"
    said = f"{words.best.format(first, second)}: {unit}"
    return said if len(said) <= WIDEST else titled(words.ranking, weight)


def titled(title: str, weight: str) -> str:
    """Return a title with its unit, where events are shared among those there."""
    return f"{title}, shared among those there" if weight == "shared" else title


def figure(value: float, weight: str) -> str:
    """Return a weight as a number: events whole, shared ones with one decimal below ten; "" for next to nothing."""
    if weight == "events" or value >= 9.95:
        return theme.number(value)
    return f"{value:.1f}" if value >= 0.05 else ""


def shared(value: float) -> str:
    """Return what a pair counts where events are shared, for a hover."""
    return f"{value:.2f} with each event shared among those there"


def amount(value: float, weight: str) -> str:
    """Return a weight with its noun: "54 events", "3.2 events", "under 0.1 events"."""
    if weight == "events":
        return theme.counted(value, "events")
    return f"{figure(value, weight) or 'under 0.1'} events"


LADDER = ((0, 1, 2, 5, 10), (0, 2, 5, 10, 20), (0, 5, 10, 20, 50))


def limits(weights: Sequence[float], weight: str) -> tuple[float, ...]:
    """Return where the five classes of weights begin; of shared ones the first begins at nothing.

    Where half of the weights and more would be in the last class, they are told apart in even steps.
    """
    if weight == "events":
        return theme.class_limits_of([round(value) for value in weights])
    largest = max(weights, default=1)
    steps = (tuple(limit * base / 10 for limit in row) for base in (1, 10, 100, 1000) for row in LADDER)
    chosen = next((step for step in steps if largest <= step[-1] * 3), (0, 1000, 2000, 5000, 10_000))
    if 2 * sum(value >= chosen[-1] for value in weights) < len(weights) or len(set(weights)) < 2:
        return chosen
    tenths = theme.class_limits_of([round(10 * value) for value in weights])
    return (0, *(limit / 10 for limit in tenths[1:]))


def class_names(limits: Sequence[float], weight: str) -> list[str]:
    """Return the classes for a legend: as for events, or "under 0.1", "0.1–0.2" ... "1 and more"."""
    if weight == "events":
        return theme.class_names([round(limit) for limit in limits])
    told = [f"{limit:,g}".replace(",", theme.THIN) for limit in limits]
    middle = [f"{low}–{high}" for low, high in pairwise(told[1:])]
    return [f"under {told[1]}", *middle, f"{told[-1]} and more"]


def class_of(value: float, limits: Sequence[float]) -> int:
    """Return the class a weight falls in, from 0; -1 for nothing."""
    return sum(value >= limit for limit in limits) - 1 if value > 0 else -1
