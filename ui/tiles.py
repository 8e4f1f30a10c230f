"""The figures at the top of the overview, each with its base, its change and how it is counted."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from analysis.overview import FEW, Tile
from charts import theme
from charts.change import Amount, difference, points, sentence, signed
from charts.theme import Look
from ui import frame
from view import View

LABELS = {
    "events": "Events",
    "countries": "Countries that {role}",
    "people": "People",
    "women": "Women among them",
    "funders": "Funders named",
    "participations": "Country participations",
    "days": "Event days",
}

HOW = {
    "events": "Every record is one event, dated or not.",
    "countries": "Distinct countries that {role} ({help}) in any of the events.",
    "people": "Sum of the headcounts that sources give; a rounded one counts as written.",
    "women": f"Women ÷ (women + men), only over events that give both; told from {FEW} of them on.",
    "funders": "Distinct organisations that paid, offices counted with the body above them.",
    "participations": "Distinct pairs of event and country that {role}.",
    "days": "Last day − first day + 1; no end date counts one day, so this is “at least”.",
}

BASES = {
    "events": "",
    "countries": "named in {base} of {events}",
    "people": "from {base} of {events}",
    "women": "{part} of {whole} people, from {base} of {events}",
    "funders": "stated for {base} of {events}",
    "participations": "from {base} of {events}",
    "days": "from {base} of {events}",
}

NOTHING_COMPARED, EVERYTHING = Look(), View()

SHOWN = ("events", "countries", "people", "women", "funders")
"""Figures that always stand there; the unit of count brings its own where it is none of these."""


def tiles(figures: Sequence[Tile], view: View) -> None:
    """Draw the figures as one list."""
    if frame.current().view.present:
        return
    by_name = {tile.name: replace(tile, earlier=in_words(tile.earlier)) for tile in figures}
    names = list(SHOWN)
    if view.unit not in names:
        names[1] = view.unit
    st.html(f'<ul class="tiles">{"".join(_tile(by_name[name], view) for name in names)}</ul>')


_MONTHS = re.compile(r"(\d{4}-\d\d(?:-\d\d)?)–(\d{4}-\d\d(?:-\d\d)?)", re.ASCII)


def in_words(earlier: str) -> str:
    """Return the name of an earlier period with its months and days for reading; years stay as they are."""
    found = _MONTHS.fullmatch(earlier)
    return theme.period(*found.groups()) if found else earlier


def _tile(tile: Tile, view: View) -> str:
    words = {"role": theme.ROLE_PLURALS[view.role], "help": theme.ROLE_HELP[view.role]}
    base = _base(tile, tile.base, tile.events)
    lines = [
        f'<p class="label">{html.escape(LABELS[tile.name].format(**words))}</p>',
        f'<p class="figure{"" if _told(tile) else " none"}">{_value(tile, tile.value, tile.base)}</p>',
        f'<p class="base">{html.escape(base)}</p>' if base else "",
        f'<p class="change">{html.escape(change(tile, frame.current().look, view))}</p>'
        if view.has_period or view.compares
        else "",
        f'<p class="base">{html.escape(_other(tile))}</p>'
        if tile.earlier and tile.before is not None
        else "",
        f'<p class="how">How this is counted: {html.escape(HOW[tile.name].format(**words))}</p>',
    ]
    return f"<li>{''.join(lines)}</li>"


def _base(tile: Tile, base: int, events: int) -> str:
    """Return the events a figure stands on, and the people the share of women is of where they are known."""
    said = BASES["people" if tile.name == "women" and not tile.whole else tile.name]
    return said.format(
        base=theme.number(base),
        events=theme.counted(events, "events"),
        part=theme.number(tile.part),
        whole=theme.number(tile.whole),
    )


def _other(tile: Tile) -> str:
    """Return the figure of the period before, or of the second side, with what it stands on."""
    base = _base(replace(tile, whole=0), tile.before_base, tile.before_events)
    return f"{tile.earlier}: {', '.join(part for part in (_value(tile, tile.before, tile.before_base), base) if part)}."


TOO_FEW = "too few to say"
"""Stands for a share of fewer than five events, here as on the page of one country."""


def _told(tile: Tile) -> bool:
    """Return whether a figure is told: shares of few events are not."""
    return tile.value is not None and (tile.name != "women" or tile.base >= FEW)


def _value(tile: Tile, value: float | None, base: int) -> str:
    if value is not None and tile.name == "women":
        return theme.share(value, 1) if base >= FEW else TOO_FEW
    return theme.number(value)


NO_EARLIER = "No earlier period of equal length within the records."
WITH_UNDATED = "Not compared with an earlier period: undated events are added, and would be in both."


def change(tile: Tile, look: Look = NOTHING_COMPARED, view: View = EVERYTHING) -> str:
    """Return the change against the period before, or between the sides of a comparison, in words.

    Without a percentage where events are few.
    """
    if look.sides[1]:
        return _between(tile, look)
    if not tile.earlier:
        return WITH_UNDATED if view.undated else NO_EARLIER
    if tile.before is None:
        return f"Not stated in {tile.earlier}."
    before = _value(tile, tile.before, tile.before_base)
    if tile.value is None or (tile.name == "women" and tile.few):
        few = " Too few events to compare." if tile.value is not None else ""
        return f"{before[0].upper()}{before[1:]} in {tile.earlier}.{few}"
    if tile.name == "women":
        gap = round(100 * tile.value) - round(100 * tile.before)
        return f"{signed(gap)} percentage points against {tile.earlier} ({before})."
    look = Look(sides=("now", tile.earlier), spoken=("", f"in {tile.earlier}"))
    now, then = _amounts(tile)
    return sentence(difference(look, now, then))


def _between(tile: Tile, look: Look) -> str:
    """Return the change between the two sides of a comparison."""
    if tile.name != "women" or tile.value is None or tile.before is None:
        return sentence(difference(look, *_amounts(tile)))
    return "Too few events to compare." if tile.few else sentence(points(look, tile.value, tile.before))


def _amounts(tile: Tile) -> tuple[Amount, Amount]:
    """Return both figures with what they stand on, none of it where a percentage would rest on too few events."""
    bases = (0, 0) if tile.few else (FEW, FEW)
    return Amount(tile.value, bases[0]), Amount(tile.before, bases[1])
