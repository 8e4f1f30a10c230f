"""Flows: bands from funders to what they paid for."""

from __future__ import annotations

from charts import flow, theme
from tests.facts import LOOK, crossed, links, read, said, title, traces

TABLE = crossed(
    [("eu", "European Union"), ("usa", "United States"), ("others", "4 others")],
    [("tip", "trafficking"), ("som", "smuggling")],
    [[5, 0], [1, 2], [0, 3]],
    by=("funder_body_top", "topic"),
)


def test_a_band_runs_from_each_row_to_each_column_it_shares_events_with():
    figure = flow.bands(TABLE, LOOK, title="From funders to topics, in events")
    assert links(figure) == [
        ("European Union", "trafficking", 5),
        ("United States", "trafficking", 1),
        ("United States", "smuggling", 2),
        ("4 others", "smuggling", 3),
    ]
    assert title(figure) == "From funders to topics, in events"


def test_a_band_tells_where_from_where_to_and_how_many():
    (made,) = traces(flow.bands(TABLE, LOOK, title="T, in events"))
    assert read(made["link"]["customdata"])[:2] == [
        "European Union → trafficking: 5 events",
        "United States → trafficking: 1 event",
    ]


def test_a_band_has_the_faded_colour_of_the_row_it_comes_from():
    (made,) = traces(flow.bands(TABLE, LOOK, title="T, in events"))
    first, second = theme.LIGHT.categories[:2]
    assert list(made["node"]["color"]) == [first, second, theme.LIGHT.other, *[theme.LIGHT.muted] * 2]
    assert made["link"]["color"][0] == "rgba(24,94,165,0.4)"
    assert made["link"]["color"][1] == made["link"]["color"][2] == "rgba(194,134,12,0.4)"


def test_the_alternative_text_names_the_widest_band():
    assert said(flow.bands(TABLE, LOOK, title="T, in events"), "alt") == (
        "Flow chart. T, in events. Widest: European Union to trafficking, 5."
    )


def test_a_note_of_the_page_is_kept():
    assert (
        said(flow.bands(TABLE, LOOK, title="T, in events", note="Read in part."), "note") == "Read in part."
    )


def test_no_event_is_no_band():
    for table in (crossed([], [], []), crossed([("a", "A")], [("b", "B")], [[0]])):
        figure = flow.bands(table, LOOK, title="T, in events")
        assert (links(figure), said(figure, "alt")) == ([], "Flow chart. T, in events.")
