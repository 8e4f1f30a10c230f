"""Events along time: columns, stacks and lanes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from charts import theme, timeline
from tests.facts import (
    LOOK,
    colours,
    columns,
    counted,
    crossed,
    hovers,
    lanes,
    legend,
    read,
    said,
    ticks,
    title,
    traces,
)

GREY = theme.LIGHT.unknown
YEARS = [("2019", "2019", 3), ("2020", "2020", 0), ("2021", "2021", 4), ("none", "year unknown", 2)]


def test_a_year_without_events_is_a_column_of_zero():
    figure = timeline.by_period(counted(YEARS, "year"), LOOK)
    assert columns(figure) == [("year:2019", 3), ("year:2020", 0), ("year:2021", 4), ("year:none", 2)]
    assert title(figure) == "Events by year"


def test_the_unknown_year_stands_apart_in_grey_under_a_question_mark():
    figure = timeline.by_period(counted(YEARS, "year"), LOOK)
    assert colours(figure)[-1] == GREY
    assert GREY not in colours(figure)[:-1]
    assert ticks(figure, "x")[3] == "?"
    assert said(figure, "note") == "2 events with the year unknown."


def test_a_column_tells_its_period_and_count():
    assert hovers(timeline.by_period(counted(YEARS, "year"), LOOK)) == [
        "2019 3 events",
        "2020 0 events",
        "2021 4 events",
        "year unknown 2 events",
    ]


def test_columns_of_people_tell_from_how_many_events_they_are():
    figure = timeline.by_period(counted([("2019", "2019", 50, 3, 2)], "year", unit="people"), LOOK)
    assert (title(figure), hovers(figure)) == ("People by year", ["2019 50 people from 2 of 3 events"])
    assert (
        said(figure, "note")
        == "People are all who came to an event, not those of one group; only where its source gives a headcount."
    )


def test_columns_of_days_are_at_least():
    figure = timeline.by_period(counted([("2019", "2019", 5, 3, 2)], "year", unit="days"), LOOK)
    assert said(figure, "note") == "At least: an event without an end date counts one day."


def test_the_alternative_text_names_the_fullest_period():
    assert said(timeline.by_period(counted(YEARS, "year"), LOOK), "alt") == (
        "Column chart. Events by year. Most: 2021, 4 events."
    )


def test_no_period_draws_no_column():
    figure = timeline.by_period(counted([], "year"), LOOK)
    assert (columns(figure), said(figure, "alt")) == ([], "Column chart. Events by year: nothing to show.")


@pytest.mark.parametrize(
    ("ids", "labels"),
    [
        (["2019", "2020", "none"], {0: "2019", 1: "2020", 2: "?"}),
        (["2019", "2020"], {0: "2019", 1: "2020"}),
        (["2020-01", "2020-02", "2020-03"], {0: "2020", 1: "Feb", 2: "March"}),
        (["2020-09", "2020-10", "none"], {0: "Sept 2020", 1: "Oct", 2: "?"}),
        (
            [f"{year}-{month:02}" for year in (2020, 2021) for month in range(1, 13)],
            {0: "2020", 3: "April", 6: "July", 9: "Oct", 12: "2021", 15: "April", 18: "July", 21: "Oct"},
        ),
        (
            ["2020-Q1", "2020-Q2", "2020-Q3", "2020-Q4", "2021-Q1"],
            {0: "2020", 1: "Q2", 2: "Q3", 3: "Q4", 4: "2021"},
        ),
        (
            [f"{year}-Q{part}" for year in (2020, 2021, 2022) for part in (1, 2, 3, 4)],
            {0: "2020", 4: "2021", 8: "2022"},
        ),
        (
            [str(year) for year in range(2001, 2026)],
            {4: "2005", 9: "2010", 14: "2015", 19: "2020", 24: "2025"},
        ),
        (["none"], {0: "?"}),
    ],
)
def test_labels_are_years_at_most_six_their_parts_where_few_and_never_crowd_the_question_mark(
    ids: list[str], labels: dict[int, str]
):
    rows = [(id_, id_, 1) for id_ in ids]
    assert ticks(timeline.by_period(counted(rows, "year"), LOOK), "x") == labels


def test_the_last_year_gives_way_to_the_question_mark_beside_it():
    rows = [(str(year), str(year), 1) for year in range(2001, 2026)] + [("none", "year unknown", 1)]
    shown = ticks(timeline.by_period(counted(rows, "year"), LOOK), "x")
    assert shown == {4: "2005", 9: "2010", 14: "2015", 19: "2020", 26: "?"}


FORMATS = [
    ("training", "training"),
    ("workshop", "workshop"),
    ("others", "2 others"),
    ("none", "format not stated"),
]
STACK = crossed(
    FORMATS,
    [("2019", "2019"), ("2020", "2020"), ("none", "year unknown")],
    [[1, 2, 0], [3, 0, 1], [1, 0, 0], [0, 1, 0]],
    by=("format", "year"),
    events=9,
)


def stack(figure: Any) -> list[tuple[str, list[tuple[str, int]]]]:
    return [(read([trace["name"]])[0], columns(figure, place)) for place, trace in enumerate(traces(figure))]


def test_a_stack_has_a_part_for_each_category_and_a_click_picks_period_and_category():
    figure = timeline.stacked(STACK, LOOK, split="format")
    assert stack(figure) == [
        (
            "training",
            [
                ("year:2019,format:training", 1),
                ("year:2020,format:training", 2),
                ("year:none,format:training", 0),
            ],
        ),
        (
            "workshop",
            [
                ("year:2019,format:workshop", 3),
                ("year:2020,format:workshop", 0),
                ("year:none,format:workshop", 1),
            ],
        ),
        ("2 others", [("year:2019", 1), ("year:2020", 0), ("year:none", 0)]),
        (
            "format not stated",
            [("year:2019,format:none", 0), ("year:2020,format:none", 1), ("year:none,format:none", 0)],
        ),
    ]
    assert figure.layout.barmode == "stack"
    assert (title(figure), ticks(figure, "x")) == (
        "Events by year, by format",
        {0: "2019", 1: "2020", 2: "?"},
    )


def test_a_category_has_the_same_colour_whatever_else_is_stacked():
    alone = crossed([("workshop", "workshop")], [("2019", "2019")], [[1]], by=("format", "year"))
    first, second = theme.LIGHT.categories[:2]
    assert legend(timeline.stacked(alone, LOOK, split="format")) == [("workshop", first)]
    assert legend(timeline.stacked(STACK, LOOK, split="format")) == [
        ("training", second),
        ("workshop", first),
        ("2 others", theme.LIGHT.other),
        ("format not stated", GREY),
    ]


def test_the_legend_beside_the_figure_and_the_columns_have_the_same_colours():
    figure = timeline.stacked(STACK, LOOK, split="format")
    assert [colours(figure, place) for place in range(4)] == [colour for _, colour in legend(figure)]


def test_columns_that_hold_an_event_twice_say_so_and_the_alternative_text_gives_no_sum():
    twice = crossed([("a", "A"), ("b", "B")], [("2019", "2019")], [[2], [2]], events=2)
    figure = timeline.stacked(twice, LOOK, split="topic")
    assert said(figure, "note").startswith("An event with several counts in each")
    assert said(figure, "alt") == "Column chart. Events by year, by topic. Most: 2019."


def test_columns_that_hold_each_event_once_tell_their_sum_and_what_the_question_mark_is():
    figure = timeline.stacked(STACK, LOOK, split="format")
    assert said(figure, "note") == "“?” holds the events with the year unknown."
    assert said(figure, "alt") == "Column chart. Events by year, by format. Most: 2019, 5 events."


def test_a_summed_up_timeline_says_so_in_its_title():
    figure = timeline.stacked(STACK.cumulated(), LOOK, split="format", cumulative=True)
    assert title(figure) == "Events up to each year, by format"
    assert [value for _, value in columns(figure, 0)] == [1, 3, 0]
    assert [value for _, value in columns(figure, 1)] == [3, 3, 1]
    assert said(figure, "note") == "“?” holds the events with the year unknown."


def test_parts_of_a_stack_tell_period_category_and_count():
    assert hovers(timeline.stacked(STACK, LOOK, split="format"), 1) == [
        "2019 workshop: 3 events",
        "2020 workshop: 0 events",
        "year unknown workshop: 1 event",
    ]


def test_the_unknown_period_has_a_place_only_where_an_event_has_none():
    for unstated, shown in ((0, ["2019", "2020"]), (2, ["2019", "2020", "?"])):
        table = counted(
            [("2019", "2019", 3), ("2020", "2020", 1), ("none", "year unknown", unstated)], "year"
        )
        figure = timeline.by_period(table, LOOK)
        assert list(ticks(figure, "x").values()) == shown
        assert figure.layout.xaxis.range[1] == len(shown) - 0.4


def test_nothing_to_stack_draws_nothing():
    figure = timeline.stacked(crossed([], [], [], by=("format", "year")), LOOK, split="format")
    assert (stack(figure), legend(figure)) == ([], [])
    assert said(figure, "alt") == "Column chart. Events by year, by format: nothing to show."


LANES = lanes(
    [
        ("s1", "Regional workshop", "e1", "First", 1, "Almaty", "2009-05-01", "2009-05-01"),
        ("s1", "Regional workshop", "e2", "Third", 3, None, "2011", "2011-07-02"),
        ("s2", "Yearly forum", "e3", "Forum", pd.NA, "Vienna", "2010-06", "2010-06-15"),
    ],
    more=2,
    undated=1,
)


def marks(figure: Any) -> list[tuple[str, str, str, str]]:
    (mark,) = [trace for trace in traces(figure) if "markers" in trace["mode"]]
    names = ticks(figure, "y")
    return [
        (names[y], x, text, pick)
        for y, x, text, pick in zip(mark["y"], mark["x"], mark["text"], mark["customdata"], strict=True)
    ]


def test_each_lane_has_a_mark_an_event_with_the_number_of_the_edition_as_a_whole_number():
    figure = timeline.lanes(LANES, LOOK, title="Recurring events and their editions")
    assert marks(figure) == [
        ("Regional workshop", "2009-05-01", "1", "event:e1"),
        ("Regional workshop", "2011-07-02", "3", "event:e2"),
        ("Yearly forum", "2010-06-15", "", "event:e3"),
    ]
    assert title(figure) == "Recurring events and their editions"


@pytest.mark.parametrize("number", [4, 4.0])
def test_the_number_of_an_edition_is_whole(number: float):
    made = lanes(
        [
            ("s1", "Lane", "e1", "First", number, "Almaty", "2009", "2009-07-02"),
            ("s1", "Lane", "e2", "Next", None, "", "2010", "2010-07-02"),
        ]
    )
    figure = timeline.lanes(made, LOOK, title="T")
    assert [text for _, _, text, _ in marks(figure)] == ["4", ""]
    assert hovers(figure, 1)[0].startswith("Edition 4: First")


def test_numbers_of_editions_that_would_print_over_each_other_stand_in_one_text():
    days = [("2004-07-01", 9), ("2021-07-02", 28), ("2021-12-10", 30), ("2025-01-01", 34)]
    made = lanes([("s1", "Lane", f"e{n}", "Course", n, "", day, day) for day, n in days])
    assert [text for _, _, text, _ in marks(timeline.lanes(made, LOOK, title="T"))] == [
        "9",
        "28, 30",
        "",
        "34",
    ]


def test_numbers_in_different_lanes_do_not_share_a_text():
    made = lanes(
        [
            (f"s{n}", f"Lane {n}", f"e{n}", "Course", n, "", day, day)
            for day, n in (("2021-07-02", 1), ("2021-07-03", 2))
        ]
    )
    assert [text for _, _, text, _ in marks(timeline.lanes(made, LOOK, title="T"))] == ["1", "2"]


def test_a_column_of_people_nobody_tells_says_so_when_pointed_at():
    rows = [("2019", "2019", 0, 2, 0), ("2020", "2020", 0, 0, 0), ("2021", "2021", 40, 2, 1)]
    figure = timeline.by_period(counted(rows, "year", unit="people"), LOOK)
    assert hovers(figure) == [
        "2019 people not stated for 2 events",
        "2020 0 people from 0 of 0 events",
        "2021 40 people from 1 of 2 events",
    ]


def test_a_mark_tells_edition_title_date_as_collected_and_place():
    assert hovers(timeline.lanes(LANES, LOOK, title="T"), 1) == [
        "Edition 1: First 1 May 2009, Almaty",
        "Edition 3: Third 2011",
        "Forum June 2010, Vienna",
    ]


def test_a_track_runs_from_the_first_to_the_last_event_of_each_lane():
    (track,) = [trace for trace in traces(timeline.lanes(LANES, LOOK, title="T")) if trace["mode"] == "lines"]
    assert list(track["x"]) == ["2009-05-01", "2011-07-02", None, "2010-06-15", "2010-06-15", None]
    assert list(track["y"]) == [0, 0, None, 1, 1, None]


def test_the_first_lane_is_on_top():
    top, bottom = timeline.lanes(LANES, LOOK, title="T").layout.yaxis.range[::-1]
    assert top < 0 < bottom


def test_lanes_and_events_that_are_not_drawn_are_told():
    assert (
        said(timeline.lanes(LANES, LOOK, title="T"), "note")
        == "2 more with at most 1 event each. 1 without a known year."
    )


def test_an_event_in_two_lanes_counts_once_in_the_alternative_text():
    both = lanes(
        [(lane, lane, "e1", "Joint", None, "Almaty", "2023", "2023-07-02") for lane in ("GLO.ACT", "PROTECT")]
    )
    assert said(timeline.lanes(both, LOOK, title="Programmes"), "alt") == "Programmes: 2 lanes, 1 event."


def test_an_event_without_a_title_still_has_its_mark():
    untitled = lanes([("s1", "Lane", "e1", float("nan"), None, None, "2009", "2009-07-02")])
    assert hovers(timeline.lanes(untitled, LOOK, title="T"), 1) == ["title not stated 2009"]


def test_without_recurring_events_a_sentence_stands_in_place_of_the_axes():
    figure = timeline.lanes(lanes([]), LOOK, title="T")
    assert (said(figure, "note"), said(figure, "alt")) == ("", "T: 0 lanes, 0 events.")
    assert not figure.layout.xaxis.visible
    assert "None in these events with a known year." in [note.text for note in figure.layout.annotations]


def test_a_period_of_which_no_event_tells_the_headcount_has_a_question_mark_not_a_zero():
    rows = [("2019", "2019", 0, 3, 0), ("2020", "2020", 0, 0, 0), ("2021", "2021", 7, 2, 1)]
    figure = timeline.by_period(counted(rows, "year", unit="people"), LOOK)
    assert figure.data[0].text == ("?", "", "")
    assert timeline.UNTOLD in said(figure, "note")
    told = timeline.by_period(counted(rows[1:], "year", unit="people"), LOOK)
    assert (told.data[0].text, timeline.UNTOLD in said(told, "note")) == (None, False)


def test_stacks_of_people_have_a_question_mark_where_nothing_is_told():
    rows, years = [("w", "workshop"), ("t", "training")], [(year, year) for year in ("2019", "2020", "2021")]
    table = replace(
        crossed(rows, years, [[0, 0, 9], [0, 0, 0]], by=("format", "year")),
        unit="people",
        events=np.array([[2, 0, 1], [1, 0, 0]]),
        base=np.array([[0, 0, 1], [0, 0, 0]]),
    )
    figure = timeline.stacked(table, LOOK, split="format")
    assert (list(figure.data[-1].x), list(figure.data[-1].text)) == ([0], ["?"])
    assert timeline.UNTOLD in said(figure, "note")


def test_the_unknown_period_stands_apart_and_among_many_is_broad_enough_to_be_seen():
    months = [(f"{year}-{month:02}", "", 1) for year in range(2001, 2026) for month in range(1, 13)]
    unknown = ("none", "month unknown", 2)
    trace = timeline.by_period(counted([*months, unknown], "month"), LOOK).data[0]
    assert (trace.x[-2:], trace.width[-2:]) == ((299, 315), (1, 3))
    known = timeline.by_period(counted(months, "month"), LOOK).data[0]
    assert (known.x[-1], known.width) == (299, None)
    few = timeline.by_period(counted([*months[:12], unknown], "month"), LOOK).data[0]
    assert (few.x[-1], few.width) == (12, None)
