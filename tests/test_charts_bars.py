"""Bars: who or what most often, completeness, pairs."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from charts import bars, theme
from tests.facts import LOOK, colours, counted, figures, hovers, legend, said, ticks, title
from tests.facts import bars as drawn

TOPICS = [
    ("tip", "trafficking", 6),
    ("som", "smuggling", 4),
    ("others", "3 others", 2),
    ("none", "no topic stated", 1),
]
BLUE, GREY, OTHER = theme.LIGHT.categories[0], theme.LIGHT.unknown, theme.LIGHT.other


def test_bars_stand_in_the_order_of_the_table_with_their_count_at_the_end():
    figure = bars.ranking(counted(TOPICS), LOOK)
    assert drawn(figure) == [
        ("trafficking", 6, "6", "topic:tip"),
        ("smuggling", 4, "4", "topic:som"),
        ("3 others", 2, "2", ""),
        ("no topic stated", 1, "1", "topic:none"),
    ]
    assert title(figure) == "Events by topic"
    assert figure.data[0].textposition == "outside"


def test_others_and_not_stated_have_a_grey_of_their_own():
    assert colours(bars.ranking(counted(TOPICS), LOOK)) == (BLUE, BLUE, OTHER, GREY)
    assert OTHER != GREY


def test_large_counts_have_a_thin_space_not_a_comma():
    figure = bars.ranking(counted([("tip", "trafficking", 12345)], events=12345), LOOK)
    assert figure.data[0].text == (f"12{theme.THIN}345",)


def test_a_bar_tells_its_count_and_its_share_of_all_events():
    assert hovers(bars.ranking(counted(TOPICS, events=12), LOOK))[:2] == [
        "trafficking 6 events (50 %)",
        "smuggling 4 events (33 %)",
    ]


def test_bars_that_add_up_to_more_than_the_events_say_so():
    figure = bars.ranking(counted(TOPICS, events=10), LOOK, overlap=True)
    assert said(figure, "note") == (
        "An event counts once in each bar it belongs to: the bars add up to 13, the events are 10."
    )


@pytest.mark.parametrize(("unit", "noun"), [("people", "people"), ("days", "event days")])
def test_bars_that_add_up_to_more_than_the_people_or_days_say_so(unit: str, noun: str):
    table = replace(counted(TOPICS, unit=unit), total=9)
    assert said(bars.ranking(table, LOOK, overlap=True), "note").startswith(
        f"An event counts once in each bar it belongs to: the bars add up to 13, the {noun} are 9."
    )
    whole = replace(table, total=13)
    assert "add up" not in said(bars.ranking(whole, LOOK, overlap=True), "note")


def test_a_bar_of_people_nobody_tells_says_so_when_pointed_at_and_one_without_events_says_zero():
    rows = [("a", "agency", 0, 2, 0), ("b", "bank", 0, 0, 0), ("c", "council", 0, 1, 1)]
    assert hovers(bars.ranking(counted(rows, "funder_body", unit="people"), LOOK)) == [
        "agency people not stated for 2 events",
        "bank 0 people from 0 of 0 events",
        "council 0 people from 1 of 1 event",
    ]


@pytest.mark.parametrize(
    ("events", "unit", "overlap"),
    [(13, "events", "overlapping"), (10, "events", "apart"), (10, "participations", "overlapping")],
)
def test_bars_that_do_not_add_up_to_more_events_say_nothing(events: int, unit: str, overlap: str):
    assert (
        said(
            bars.ranking(counted(TOPICS, unit=unit, events=events), LOOK, overlap=overlap == "overlapping"),
            "note",
        )
        == ""
    )


def test_bars_of_people_tell_from_how_many_events_they_are():
    figure = bars.ranking(counted([("tip", "trafficking", 120, 6, 2)], unit="people"), LOOK, overlap=True)
    assert title(figure) == "People by topic"
    assert hovers(figure) == ["trafficking 120 people from 2 of 6 events"]
    assert (
        said(figure, "note")
        == "People are all who came to an event, not those of one group; only where its source gives a headcount."
    )


def test_bars_of_event_days_are_at_least():
    figure = bars.ranking(counted([("tip", "trafficking", 9, 6, 5)], unit="days"), LOOK)
    assert (title(figure), said(figure, "note")) == (
        "Event days by topic",
        "At least: an event without an end date counts one day.",
    )


def test_a_note_of_the_page_stands_before_the_notes_of_the_chart():
    figure = bars.ranking(counted(TOPICS, events=10), LOOK, overlap=True, note="Read in part.")
    assert said(figure, "note").startswith("Read in part. An event counts once")


def test_the_alternative_text_names_the_largest_and_what_is_not_stated():
    assert said(bars.ranking(counted(TOPICS), LOOK), "alt") == (
        "Bar chart. Events by topic, 3 bars. Largest: trafficking, 6 events. Not stated: 1 event."
    )


def test_a_ranking_with_nothing_stated_still_tells_how_many_events_say_nothing():
    figure = bars.ranking(counted([("none", "no funder stated", 7)], "funder_body_top"), LOOK)
    assert drawn(figure) == [("no funder stated", 7, "7", "funder_body_top:none")]
    assert said(figure, "alt") == "Bar chart. Events by funder: nothing stated. Not stated: 7 events."


def test_an_empty_ranking_draws_no_bar_and_says_so():
    figure = bars.ranking(counted([]), LOOK)
    assert drawn(figure) == []
    assert said(figure, "alt") == "Bar chart. Events by topic: nothing to show."


def test_long_labels_break_into_three_lines_at_most():
    name = "Bureau of International Narcotics and Law Enforcement Affairs of the Department of State"
    (label,) = bars.ranking(counted([("inl", name, 1)]), LOOK).layout.yaxis.ticktext
    assert label == "Bureau of International<br>Narcotics and Law<br>Enforcement Affairs …"


def fields(*rows: tuple[str, str, int, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["id", "name", "given_count", "event_count"])


def test_completeness_draws_what_is_told_and_the_rest_up_to_all_events():
    figure = bars.completeness(fields(("start", "first day", 10, 10), ("sex", "women and men", 1, 10)), LOOK)
    assert drawn(figure, 0) == [("first day", 10, "", ""), ("women and men", 1, "", "")]
    assert drawn(figure, 1) == [("first day", 0, "10 (100 %)", ""), ("women and men", 9, "1 (10 %)", "")]
    assert figure.layout.barmode == "stack"
    assert legend(figure) == [("told", BLUE), ("not told", theme.LIGHT.hairline)]
    assert hovers(figure, 0) == ["first day 10 of 10 events", "women and men 1 of 10 events"]
    assert hovers(figure, 1) == ["first day 0 do not tell", "women and men 9 do not tell"]
    assert (
        said(figure, "alt")
        == "How many events tell each field. Least often told: women and men, 1 of 10 events."
    )


def test_completeness_of_no_field_draws_nothing():
    figure = bars.completeness(fields(), LOOK)
    assert (drawn(figure, 0), drawn(figure, 1)) == ([], [])


def pairs(*rows: tuple[str, str, str, str, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["first_id", "first_name", "second_id", "second_name", "count"])


def test_a_pair_names_both_and_a_click_picks_both():
    figure = bars.pairs(
        pairs(("a", "border", "b", "crime", 5), ("a", "border", "c", "data", 1)),
        LOOK,
        dimensions=("topic", "topic"),
        title="Pairs, by events",
    )
    assert drawn(figure) == [
        ("border + crime", 5, "5", "topic:a,topic:b"),
        ("border + data", 1, "1", "topic:a,topic:c"),
    ]
    assert hovers(figure) == ["border + crime 5 events with both", "border + data 1 event with both"]
    assert said(figure, "alt") == "Pairs, by events. Most often: border and crime, 5."


def test_no_pair_draws_no_bar():
    figure = bars.pairs(pairs(), LOOK, dimensions=("topic", "topic"), title="Pairs, by events")
    assert (drawn(figure), ticks(figure, "y"), figures(figure.layout.meta["alt"])) == (
        [],
        {},
        "Pairs, by events.",
    )


@pytest.mark.parametrize(("events", "told"), [(4, "1 event"), (5, "1 event (20 %)")])
def test_a_bar_of_fewer_than_five_events_tells_no_percentage(events: int, told: str):
    figure = bars.ranking(counted([("a", "topic a", 1)], events=events), LOOK)
    assert figures(hovers(figure)[0]) == f"topic a {told}"


def test_a_chart_with_nothing_to_draw_says_so_before_its_note():
    figure = bars.ranking(counted([]), LOOK, note="Read in part.")
    assert said(figure, "note") == "Nothing to draw. Read in part."
    assert said(bars.ranking(counted(TOPICS), LOOK), "note") == ""


def test_bars_tell_how_many_of_the_others_have_as_many_as_the_last():
    table = replace(counted(TOPICS), tied=2)
    assert "2 of the others have as many as the last bar." in said(bars.ranking(table, LOOK), "note")
    assert "of the others" not in said(bars.ranking(table, LOOK, other=table), "note")
