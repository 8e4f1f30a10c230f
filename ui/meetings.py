"""The network of who meets whom: a map, or two of one scale under each other where something is compared."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from analysis import meetings
from analysis.meetings import Meetings
from charts import network
from charts.meeting_words import Words
from charts.theme import Look
from ui.show import second, show_below
from view import View

Drawn = tuple[pd.DataFrame, pd.DataFrame]


def networks(
    met: Meetings, other: Meetings | None, look: Look, *, words: Words, view: View, kept: str
) -> None:
    """Draw the countries and their strongest pairs on the map, of both sides where there are two.

    Half as wide a map would be a knot, so two stand under each other; while presenting both share a screen.
    """
    own = _drawn(met, view)
    if other is None:
        show_below(_picture(met, own, None, look, words=words, view=view, kept=kept))
        return
    others = _drawn(other, view)
    show_below(
        _picture(met, own, others, look, words=words, view=view, kept=kept),
        _picture(other, others, own, second(look), words=words, view=view, kept=kept),
    )


def _drawn(met: Meetings, view: View) -> Drawn:
    """Return the countries of a side, and the pairs that are drawn."""
    points = meetings.positions(met)
    inside = network.inside(points, view.preset)
    return points, meetings.drawable(met, weight=view.weight, inside=inside, most=network.MOST)


def _picture(
    met: Meetings, own: Drawn, beside: Drawn | None, look: Look, *, words: Words, view: View, kept: str
) -> tuple[go.Figure, pd.DataFrame, str]:
    points, lines = own
    strip = network.strip(points, lines, pair_count=met.pair_count, weight=view.weight, preset=view.preset)
    figure = network.on_map(
        points,
        lines,
        look,
        words=words,
        dimension=view.role,
        weight=view.weight,
        preset=view.preset,
        beside=beside,
    )
    closer = network.CLOSER if view.preset == "world" else ""
    said = () if view.present else (network.CLICK, closer)
    return figure, lines, " ".join(part for part in (strip, *said, kept) if part)
