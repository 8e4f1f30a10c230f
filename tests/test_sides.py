"""Two sides in one chart: rows are those that are large on either, and the second side's marks stand by the first's.

    event  when     there         paid      topics        series
    a      2019     KAZ KGZ       EU        TIP           1, held in Almaty
    b      2019-05  KAZ UZB       Finland   TIP SOM
    c      2021     DEU UZB       EU        SOM
    d      2021-06  DEU KAZ UZB             SOM COURTS    2, held in Berlin
    e      2021     KGZ                     COURTS

The first side is 2019 (a and b), the second 2021 (c, d and e).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from analysis import (
    bridges,
    country,
    counts,
    crossed,
    gaps,
    lanes,
    meeting_grid,
    meetings,
    programmes,
    series,
    timeline,
    whereabouts,
)
from analysis.crossed import Axis, Crossed, cross
from analysis.index import Index
from analysis.selection import Selection, compared, picked, select
from analysis.sides import both, side_of
from charts import (
    bars,
    change,
    country_editions,
    country_roles,
    country_topics,
    drawing,
    matrix,
    meeting_squares,
    meeting_words,
    network,
    sides,
    theme,
)
from charts import country as country_charts
from charts import gaps as gap_charts
from charts import meetings as drawn
from charts import series as series_charts
from charts import timeline as lane_charts
from charts.theme import Look
from exports import brief
from exports import country as files
from tests import facts
from tests.conftest import ROOT
from tests.facts import legend, said, ticks, traces
from tests.frames import COURTS, EU, FINLAND, OSCE, SERIES, SOM, TIP, every, ids, index_of, real, record
from tests.recount import light_views, worlds
from tests.recount import world as random_world
from ui.show import narrowed_view, said_pick
from view import View

LOOK = Look(filters="Period: 2019", sides=("2019", "2021"))
PERIODS = {"start": "2019", "end": "2019", "other_start": "2021", "other_end": "2021"}
SOM_ID = "smuggling-of-migrants"
ALLIANCE = "osce-alliance-conference"


@cache
def world() -> Index:
    first, second = ({"name": SERIES, "number": number} for number in (1, 2))
    return index_of(
        record(
            "a", "2019", city="Almaty", host="KAZ", participant="KAZ KGZ", funders=[EU], topics=[TIP],
            organisers=[OSCE], series=first, programmes=["GLO.ACT"],
        ),
        record("b", "2019-05", participant="KAZ UZB", funders=[FINLAND], topics=[TIP, SOM]),
        record("c", "2021", participant="UZB DEU", funders=[EU], topics=[SOM], programmes=["GLO.ACT"]),
        record("d", "2021-06", city="Berlin", host="DEU", participant="UZB KAZ", topics=[SOM, COURTS], series=second),
        record("e", "2021", host="KGZ", topics=[COURTS]),
    )  # fmt: skip


def two(**choices: Any) -> tuple[Selection, Selection]:
    """Both sides of a view: by default 2019 and 2021."""
    first = every(world(), **(choices or PERIODS))
    second = compared(first)
    assert second is not None
    return first, second


def met() -> tuple[meetings.Meetings, meetings.Meetings]:
    first, second = two()
    return meetings.of(first), meetings.of(second)


WORDS = meeting_words.of("countries", "there")


# Which rows stand there


def test_a_value_that_only_the_second_side_has_gets_a_row_of_its_own():
    first, second = two()
    table = counts.ranked(first, "topic", beside=second)
    other = counts.like(table, second)
    assert other is not None
    assert table.columns["name"] == [COURTS, SOM, TIP]
    assert (table.columns["count"], other.columns["count"]) == ([0, 1, 2], [2, 2, 0])


def test_others_are_all_the_rest_of_each_side_and_bear_one_name():
    first, second = two()
    table = counts.ranked(first, "topic", most=1, beside=second)
    other = counts.like(table, second)
    assert other is not None
    assert table.columns["name"] == other.columns["name"] == [COURTS, "2 others"]
    assert (table.columns["count"], other.columns["count"]) == ([0, 2], [2, 2])


def test_the_numbers_of_bars_name_each_of_the_others_on_both_sides():
    first, second = two()
    table = counts.ranked(first, "topic", most=1, beside=second)
    other = counts.like(table, second)
    assert other is not None
    assert table.whole is not None
    assert other.whole is not None
    whole, others = table.whole(), other.whole()
    assert whole.columns["name"] == others.columns["name"] == [COURTS, SOM, TIP]
    assert (whole.columns["count"], others.columns["count"]) == ([0, 1, 2], [2, 2, 0])
    assert counts.ranked(first, "topic", beside=second).whole is None
    assert table.kept([True, False]).whole is None


def test_filters_of_a_comparison_name_both_sides():
    assert sides.filters(LOOK) == "Period: 2019; compared with 2021"
    assert sides.filters(LOOK, "Period: 2019; Topic: x") == "Period: 2019; Topic: x; compared with 2021"
    assert sides.filters(Look(filters="Period: 2019")) == "Period: 2019"


def test_a_table_of_two_dimensions_has_the_rows_and_columns_that_are_large_on_either_side():
    first, second = two()
    table = cross(first, Axis("topic", 2), Axis("funder_body_top", 1), beside=second)
    other = crossed.like(table, second)
    assert other is not None
    assert list(table.row_names.values()) == [COURTS, SOM, "1 other"]
    assert list(table.column_names.values()) == ["EU", "1 other", "no funder stated"]
    assert table.counts.tolist() == [[0, 0, 0], [0, 1, 0], [1, 1, 0]]
    assert other.counts.tolist() == [[0, 0, 2], [1, 0, 1], [0, 0, 0]]
    assert (table.event_count, other.event_count) == (2, 3)
    assert crossed.like(table, None) is None


def test_a_matrix_by_year_has_the_years_of_both_periods():
    first, second = two()
    table = timeline.by_year(first, "topic", most=5, beside=second)
    assert list(table.column_names) == ["2019", "2021", "none"]


@given(worlds, light_views, light_views)
def test_either_side_of_any_two_selections_has_the_same_rows_and_its_own_counts(made, one, other):
    _, index = random_world(*made)
    first, second = select(index, one), select(index, other)
    table, against = both(counts.ranked, first, second, dimension="topic", most=2)
    assert against is not None
    assert table.columns["id"] == against.columns["id"]
    assert counts.like(table, second) == against
    alone = dict(zip(*(counts.by(second, "topic").columns[name] for name in ("id", "count")), strict=True))
    for id_, count in zip(against.columns["id"], against.columns["count"], strict=True):
        assert id_ == counts.OTHER or count == alone[id_]
    square = cross(first, Axis("topic", 2), Axis("year"), beside=second)
    turned = cross(second, Axis("topic", 2), Axis("year"), beside=first)
    like = crossed.like(square, second)
    assert like is not None
    assert (like.counts == turned.counts).all()


def test_pairs_of_topics_hold_the_events_of_both_sides():
    first, second = two()
    table = crossed.pairs(first, "topic", beside=second)
    rows = list(zip(*(table[name] for name in ("first_name", "second_name", "count", "beside")), strict=True))
    assert rows == [(SOM, COURTS, 0, 1), (TIP, SOM, 1, 0)]
    assert "beside" not in crossed.pairs(first, "topic")


def test_the_widest_flows_are_those_of_either_side_and_leave_out_others():
    first, second = two()
    table = cross(first, Axis("funder_body_top", 1, unstated=False), Axis("topic"), beside=second)
    other = crossed.like(table, second)
    assert other is not None
    wide = crossed.widest(table, other)
    rows = list(zip(*(wide[name] for name in ("first_name", "second_name", "count", "beside")), strict=True))
    assert rows == [("EU", TIP, 1, 0), ("EU", SOM, 0, 1)]


def test_a_figure_of_a_flow_nobody_tells_is_missing_and_one_without_events_is_zero():
    rows, columns = [("eu", "EU")], [("a", "A"), ("b", "B"), ("c", "C")]

    def people(figures: list[int], events: list[int], base: list[int]) -> Crossed:
        made = facts.crossed(rows, columns, [figures], by=("funder_body_top", "topic"))
        return replace(made, unit="people", events=np.array([events]), base=np.array([base]))

    own, other = people([40, 0, 0], [1, 2, 0], [1, 0, 0]), people([30, 20, 10], [1, 1, 1], [1, 1, 1])
    wide = crossed.widest(own, other)
    assert wide["count"].isna().tolist() == [False, True, False]
    assert (wide["count"].dropna().tolist(), wide["beside"].tolist()) == ([40, 0], [30, 20, 10])
    figure = bars.pairs(wide, LOOK, dimensions=("funder_body_top", "topic"), title="Flow", unit="people")
    assert list(figure.data[0].text) == ["40", "not stated", "0"]
    assert list(figure.data[0].x) == [40, 0, 0]
    assert facts.hovers(figure)[1].endswith("people not stated")


@pytest.mark.parametrize(
    ("held", "side"), [((True, True), "both"), ((True, False), "first"), ((False, True), "second")]
)
def test_an_event_is_of_one_side_or_of_both(held: tuple[bool, bool], side: str):
    assert side_of(*held) == side


# Bars and squares


def squares(first: Selection, second: Selection, rows: Axis, columns: Axis):
    table = cross(first, rows, columns, beside=second)
    return matrix.squares(table, LOOK, title="Events", other=crossed.like(table, second))


def test_squares_of_years_that_only_one_side_has_stand_in_the_middle_of_their_cell():
    figure = squares(*two(), Axis("topic"), Axis("year", unstated=False))
    one, other = traces(figure)
    assert {x % 1 for x in (*one["x"], *other["x"])} == {y % 1 for y in (*one["y"], *other["y"])} == {0}
    assert [name for name, colour in legend(figure) if not colour] == ["2019", "2021"]


def test_squares_of_years_that_both_sides_have_stand_above_each_other():
    figure = squares(*two(countries=("KAZ",), other_countries=("UZB",)), Axis("topic"), Axis("year"))
    one, other = traces(figure)
    assert {round(y % 1, 2) for y in one["y"]} == {0.78}
    assert {round(y % 1, 2) for y in other["y"]} == {0.22}
    assert [name for name, colour in legend(figure) if not colour] == ["above: 2019", "below: 2021"]


def test_the_classes_of_each_side_stand_in_its_colours_on_a_line_of_the_legend():
    figure = squares(*two(), Axis("topic"), Axis("year", unstated=False))
    first, second = drawing.legend_lines(figure.layout.meta["legend"])
    names = ["1", "2–4", "5–9", "10–19", "20 and more"]
    assert [first[0], second[0]] == [["2019", ""], ["2021", ""]]
    assert [tuple(entry) for entry in first[1:]] == list(zip(names, LOOK.palette.sequence, strict=True))
    assert [tuple(entry) for entry in second[1:]] == list(
        zip(names, LOOK.palette.second_sequence, strict=True)
    )


def test_what_is_not_stated_stands_on_the_lines_of_both_sides():
    figure = squares(
        *two(countries=("KAZ",), other_countries=("UZB",)), Axis("topic"), Axis("funder_body_top")
    )
    lines = drawing.legend_lines(figure.layout.meta["legend"])
    assert [tuple(line[-1]) for line in lines] == [("not stated", LOOK.palette.unknown)] * 2


def test_squares_under_words_stand_beside_each_other_in_one_scale():
    first, second = two()
    table = cross(first, Axis("topic"), Axis("funder_body_top"), beside=second)
    figure = matrix.squares(table, LOOK, title="Events", other=crossed.like(table, second))
    one, other = traces(figure)
    cells = [list(zip(side["y"], side["x"], side["text"], strict=True)) for side in (one, other)]
    # rows TIP, SOM, COURTS; columns EU, Finland, no funder stated
    assert cells[0] == [(0, -0.23, "1"), (0, 0.77, "1"), (1, 0.77, "1")]
    assert cells[1] == [(1, 0.23, "1"), (1, 2.23, "1"), (2, 2.23, "2")]
    blue, amber = LOOK.palette.sequence, LOOK.palette.second_sequence
    assert (set(one["marker"]["color"]), other["marker"]["color"][0]) == ({blue[0]}, amber[0])
    assert said(figure, "alt").endswith(f"2021: Most: {COURTS} with no funder stated, 2.")


def test_a_matrix_of_one_side_has_one_trace_and_one_line_of_classes():
    table = cross(every(world()), Axis("topic"), Axis("year"))
    figure = matrix.squares(table, Look(), title="Events")
    assert len(traces(figure)) == 1
    assert all(colour for _, colour in legend(figure))


def test_bars_of_pairs_stand_under_each_other_and_name_the_largest_of_each_side():
    first, second = two()
    table = crossed.pairs(first, "topic", beside=second)
    figure = bars.pairs(table, LOOK, dimensions=("topic", "topic"), title="Topics that go together")
    one, other = traces(figure)
    assert (one["x"], other["x"]) == ([0, 1], [1, 0])
    assert said(figure, "alt") == (
        f"Topics that go together. Most often: {TIP} and {SOM}, 1. 2021: most often: {SOM} and {COURTS}, 1."
    )


@pytest.mark.parametrize(
    ("heights", "mode"), [(([(0, 2)], [(1, 1)]), "overlay"), (([(0, 2), (1, 1)], [(1, 1)]), "group")]
)
def test_columns_share_their_place_only_where_both_sides_have_one(heights, mode: str):
    assert sides.barmode(*heights) == mode


@pytest.mark.parametrize("palette", [theme.LIGHT, theme.DARK])
def test_the_ambers_go_one_way_and_numbers_read_on_them(palette: theme.Palette):
    from tests.test_picked import LEAST_TEXT, contrast

    steps = [contrast(colour, palette.page) for colour in palette.second_sequence]
    assert steps == sorted(steps)
    look = Look(palette)
    for klass, colour in enumerate(palette.second_sequence):
        assert contrast(matrix.ink(look, klass), colour) >= LEAST_TEXT


# What is said of both sides


def test_notes_tell_the_figures_of_both_sides():
    first, second = two()
    topics = counts.ranked(first, "topic", beside=second)
    figure = bars.ranking(topics, LOOK, overlap=True, other=counts.like(topics, second))
    assert said(figure, "note").endswith("the bars add up to 3 and 4, the events are 2 and 3.")
    unknown = [timeline.by_period(side, "month") for side in (first, second)]
    note = said(lane_charts.by_period(unknown[0], LOOK, other=unknown[1]), "note")
    assert note == "2019: 1 event with the month unknown. 2021: 2 events with the month unknown."


@pytest.mark.parametrize(
    ("texts", "words"),
    [(("a", "b"), "2019: a 2021: b"), (("a", "a"), "a"), (("", "b"), "2021: b"), (("", ""), "")],
)
def test_what_is_said_of_each_side_bears_its_name_unless_it_is_the_same(texts: tuple[str, str], words: str):
    assert change.of_sides(LOOK, *texts) == words


# Where a click leads


def clicked(mark: str) -> tuple[tuple[str, str], ...]:
    """What a click on a mark puts into the address."""
    return tuple((part.partition(":")[0], part.partition(":")[2]) for part in mark.split(","))


def drawn_in_bars(first: Selection, second: Selection) -> list[tuple[str, Any]]:
    """Every mark of some charts of both sides, as what it picks and what it shows."""
    topics = counts.ranked(first, "topic", beside=second)
    years = timeline.by_period(first, "year")
    table = cross(first, Axis("topic"), Axis("funder_body_top"), beside=second)
    pairs = crossed.pairs(first, "topic", beside=second)
    figures = [
        bars.ranking(topics, LOOK, other=counts.like(topics, second)),
        lane_charts.by_period(years, LOOK, other=timeline.like(years, second)),
        bars.pairs(pairs, LOOK, dimensions=("topic", "topic"), title="Pairs"),
        matrix.squares(table, LOOK, title="Squares", other=crossed.like(table, second)),
    ]
    return [
        (mark, shown)
        for figure, name in zip(figures, ("x", "y", "x", "text"), strict=True)
        for trace in traces(figure)
        for mark, shown in zip(trace["customdata"], trace[name], strict=True)
    ]


def test_a_click_on_a_mark_of_either_side_lists_as_many_events_as_the_mark_shows():
    first, second = two()
    marks = drawn_in_bars(first, second)
    assert {dict(clicked(mark))["side"] for mark, _ in marks} == {"first", "second"}
    for mark, shown in marks:
        assert picked(first, clicked(mark)).count == int(shown), mark


def test_a_click_on_an_event_of_the_second_side_finds_it():
    first, second = two()
    marks = traces(lane_charts.lanes(lanes.of(first, "series", beside=second), LOOK, title="Lanes"))[1]
    assert marks["customdata"] == ["side:first,event:a", "side:second,event:d"]
    assert [ids(picked(first, clicked(mark))) for mark in marks["customdata"]] == [{"a"}, {"d"}]


def test_what_is_listed_of_the_second_side_leads_to_the_second_side():
    first, _ = two(**PERIODS, country="KAZ")
    pick = (("chart", "2"), ("side", "second"), ("topic", SOM_ID))
    inside = picked(first, pick)
    assert ids(inside) == {"c", "d"}
    narrower = narrowed_view(first.index, inside.view, pick)
    assert narrower == View(start="2021", end="2021", topics=(SOM_ID,), country="KAZ")
    assert ids(select(first.index, narrower)) == {"c", "d"}
    assert said_pick(first, pick, sides=LOOK.sides) == f"2021: Topic: {SOM}"


def test_a_click_of_the_second_side_without_a_second_side_is_one_of_the_first():
    assert ids(picked(every(world(), start="2019", end="2019"), (("side", "second"), ("topic", SOM_ID)))) == {
        "b"
    }


# Who meets whom


def test_the_strongest_pairs_are_those_of_either_side():
    table, other = both(meetings.strongest, *met(), weight="events")
    assert other is not None
    pairs = list(zip(table["first_id"], table["second_id"], table["count"], other["count"], strict=True))
    assert pairs[0] == ("DEU", "UZB", 0, 2)
    assert sorted(pairs[1:]) == [("DEU", "KAZ", 0, 1), ("KAZ", "KGZ", 1, 0), ("KAZ", "UZB", 1, 1)]


def test_who_links_others_on_one_side_stands_there_with_nothing_on_the_other():
    table, other = both(bridges.linking, *met(), most=5)
    assert other is not None
    assert list(zip(table["id"], table["linked"], other["linked"], strict=True)) == [("KAZ", 1, 0)]


def test_who_met_nobody_on_one_side_says_on_the_other_that_it_met_others():
    (table, more), other = both(meetings.alone, *met(), most=5)
    assert other is not None
    assert (table.columns["id"], table.columns["count"], other[0].columns["count"], more) == (
        ["KGZ"],
        [0],
        [1],
        0,
    )
    figure = drawn.alone(table, LOOK, words=WORDS, more=more, pairs=[2, 3], other=other[0])
    assert [list(trace["text"]) for trace in traces(figure)] == [["met others"], ["1"]]


def test_pairs_by_year_have_columns_as_wide_as_their_year_where_each_year_is_of_one_side():
    table, other = both(meetings.by_year, *met())
    figure = drawn.by_year(table, LOOK, words=WORDS, other=other)
    assert list(table["year"]) == ["2019", "2021", "none"]
    assert {(trace["width"], trace["offset"]) for trace in traces(figure)} == {(0.8, -0.4)}
    # 2019: two pairs for the first time; 2021: two new ones, and KAZ with UZB again
    assert [list(trace["y"]) for trace in traces(figure)] == [[2, 0, 0], [0, 0, 0], [0, 2, 0], [0, 1, 0]]
    assert list(traces(figure)[3]["base"]) == [0, 2, 0]


def test_pairs_by_region_tell_the_share_within_one_region_of_both_sides():
    table, other = both(meetings.across, *met())
    figure = drawn.across(table, LOOK, words=WORDS, events=[5, 5], other=other)
    # first: both pairs within Central Asia; second: one of three
    assert said(figure, "note").startswith("Within one region lie 2 of 2 (2019) and 1 of 3 (2021).")
    assert [list(trace["x"]) for trace in traces(figure)] == [[2, 0], [0, 0], [1, 0], [2, 2]]


def test_the_half_above_the_diagonal_is_the_first_side_and_the_half_below_the_second():
    table, other = both(meeting_grid.grid, *met(), weight="events", order="region", most=9)
    figure = meeting_squares.squares(table, LOOK, words=WORDS, other=other)
    one, two_ = traces(figure)
    assert all(x > y for x, y in zip(one["x"], one["y"], strict=True))
    assert all(x < y for x, y in zip(two_["x"], two_["y"], strict=True))
    assert (sum(map(int, one["text"])), sum(map(int, two_["text"]))) == (2, 4)
    assert "2 of 2 (2019) and 3 of 3 (2021) pairs shown." in said(figure, "note")
    assert len(figure.layout.shapes) > 0, "the diagonal is drawn"


def test_in_a_matrix_of_funders_and_organisers_the_sides_stand_beside_each_other():
    first, second = two()
    pair = (meetings.between(side, "funder_body_top", "organiser_top") for side in (first, second))
    table, other = both(meeting_grid.grid, *pair, weight="events", order="region", most=9)
    words = meeting_words.of("funders", "there")
    one, two_ = traces(meeting_squares.squares(table, LOOK, words=words, other=other))
    assert (list(one["x"]), list(two_["x"])) == ([-meeting_squares.STEP], [])


def test_two_networks_have_the_same_classes_and_circles_of_one_scale():
    held = []
    for side in met():
        points = meetings.positions(side)
        pairs = meetings.drawable(side, weight="events", inside=network.inside(points, "world"), most=60)
        held.append((points, pairs))
    asked: dict[str, Any] = {"words": WORDS, "dimension": "there", "weight": "events"}
    left = network.on_map(*held[0], LOOK, **asked, beside=held[1])
    right = network.on_map(*held[1], LOOK.turned(), **asked, beside=held[0])
    assert legend(left) == legend(right)
    assert left.layout.meta["heading"] == (
        "2019: countries that meet, in events together: the 2 strongest pairs"
    )
    circles = [
        next(trace for trace in traces(made) if trace.get("name") == "in a drawn pair")
        for made in (left, right)
    ]
    largest = [dict(zip(made["customdata"], made["marker"]["size"], strict=True)) for made in circles]
    # KAZ was at two events of the first side, UZB at two of the second: circles of one size
    assert largest[0]["there:KAZ"] == largest[1]["there:UZB"]
    assert largest[0]["there:UZB"] < largest[1]["there:UZB"]


# One country


def reports(iso3: str = "KAZ") -> tuple[country.Report, country.Report]:
    first, second = two()
    return country.report(first, iso3, beside=second), country.report(second, iso3, beside=first)


def test_a_country_has_columns_of_both_sides_in_each_band():
    first, second = reports()
    figure = country_roles.roles_by_year(first.roles, LOOK, country=first.side, other=second.roles)
    columns = {(trace["name"], place): list(trace["y"]) for place, trace in enumerate(traces(figure))}
    assert columns["took part", 1] == [2, 0, 0]
    assert columns["took part", 5] == [0, 1, 0]
    assert "took part: 2 and 1" in " ".join(note.text for note in figure.layout.annotations)
    assert said(figure, "alt").endswith("2021: hosted 0, took part 1, sent experts 0, paid 0.")


def test_the_country_of_the_second_side_has_a_mark_of_its_own_on_topics():
    first, second = reports()
    table = country_charts.shares(first, second, LOOK)
    assert [side.kind for side in table.sides] == ["country", "second", "region"]
    assert table.sides[1].name == "Kazakhstan (2021)"
    held = dict(zip(table.topics.values(), table.counts[:2].T.tolist(), strict=True))
    assert held == {TIP: [2, 0], SOM: [1, 1], COURTS: [0, 1]}
    # two events and one are too few for per cent: numbers of the country alone, on both sides
    marks = [trace for trace in traces(country_topics.topics(table, LOOK)) if trace.get("mode") == "markers"]
    assert [trace["name"] for trace in marks] == ["Kazakhstan (2021)", "Kazakhstan"]
    assert country_charts.shares(first, None, LOOK) is first.topics


def test_a_topic_of_the_second_side_alone_is_counted_for_the_region_and_every_peer():
    first, second = two()
    made = country.report(first, "DEU", ["KAZ", "143"], beside=second)
    table = country_charts.shares(made, country.report(second, "DEU", beside=first), LOOK)
    # in 2019 Germany was nowhere, Kazakhstan at two events, one of them on smuggling; the five of Central Asia
    # were at four, each country for itself, two of them on smuggling
    assert [side.name for side in table.sides[:4]] == [
        "Germany", "Germany (2021)", "Western Europe", "Kazakhstan"
    ]  # fmt: skip
    assert table.events == (0, 2, 0, 2, 4)
    held = dict(zip(table.topics.values(), table.counts.T.tolist(), strict=True))
    assert held == {SOM: [0, 2, 0, 1, 2], COURTS: [0, 1, 0, 0, 0]}


@pytest.mark.parametrize("palette", [theme.LIGHT, theme.DARK])
def test_as_many_peers_as_can_be_chosen_have_a_colour_and_a_mark_each_beside_a_second_side(
    palette: theme.Palette,
):
    first, second = two()
    peers = ["KGZ", "UZB", "TJK", "TKM", "DEU", "AUT"]
    made = country.report(first, "KAZ", peers, beside=second)
    table = country_charts.shares(made, country.report(second, "KAZ", beside=first), LOOK)
    assert [side.code for side in table.sides] == ["KAZ", "KAZ", "143", *peers[: country.PEERS]]
    table = replace(table, event_counts=(5,) * len(table.sides), events=(5,) * len(table.sides))
    figure = country_topics.topics(table, replace(LOOK, palette=palette))
    marks = [trace["marker"] for trace in traces(figure) if trace.get("mode") == "markers"]
    assert len({mark["symbol"] for mark in marks}) == len({mark["color"] for mark in marks}) == 8
    assert len({name[0] for name, _ in legend(figure)}) == 8


def test_whom_a_country_met_on_the_second_side_alone_has_a_bar():
    first, second = reports()
    assert first.met.columns["id"] == second.met.columns["id"]
    bars_of = zip(
        first.met.columns["id"], first.met.columns["count"], second.met.columns["count"], strict=True
    )
    assert sorted(bars_of) == [("DEU", 0, 1), ("KGZ", 1, 0), ("UZB", 1, 1)]
    hosts = whereabouts.hosts(first, second)
    assert dict(zip(hosts.columns["id"], hosts.columns["count"], strict=True)) == {
        "DEU": 0,
        "KAZ": 1,
        "none": 1,
    }


def test_editions_of_both_sides_stand_in_one_lane_in_the_colours_of_their_side():
    made = country.joined(*(report.series for report in reports()))
    assert list(zip(made.columns["event_id"], made.columns["side"], strict=True)) == [
        ("a", "first"),
        ("d", "second"),
    ]
    figure = country_editions.editions(made, LOOK, country=reports()[0].side)
    marks = next(trace for trace in traces(figure) if trace["name"] == "names the country")
    assert marks["marker"]["color"] == [LOOK.palette.categories[0], LOOK.palette.second]
    assert [name for name, _ in legend(figure)][-2:] == ["2019", "2021"]


SPOKEN = replace(LOOK, spoken=("in 2019", "in 2021"), leads=1)


def test_a_brief_tells_both_sides_and_the_change_the_later_period_against_the_earlier():
    first, second = reports()
    told = brief.Told(SPOKEN, second, "Period: 2021")
    parts = dict(brief.parts(first, told))
    assert list(parts) == ["2019", "2021", "2021 against 2019"]
    assert parts["2019"][0].startswith(
        "Kazakhstan is named in 2 of 2 events (Period: 2019): it hosted 1 event"
    )
    assert parts["2021"][0].startswith(
        "Kazakhstan is named in 1 of 3 events (Period: 2021): it took part in 1"
    )
    assert parts["2021 against 2019"] == [
        "Events in any role: 1 in 2021 against 2 in 2019: 1 fewer.",
        "Events hosted: 0 in 2021 against 1 in 2019: 1 fewer.",
        "Events it took part in: 1 in 2021 against 2 in 2019: 1 fewer.",
        "Countries met: 2 in 2021 against 2 in 2019: as many.",
    ]
    lines = brief.text(first, told, "abc").splitlines()
    assert lines[1] == "Filters: Period: 2019; compared with 2021"
    assert {"2019:", "2021:", "2021 against 2019:"} < set(lines)
    assert brief.parts(first, brief.Told(Look(filters="Period: 2019"))) == [("", parts["2019"])]


def test_the_events_of_both_sides_stand_in_the_file_and_the_annex_with_their_side():
    first, second = reports()
    made = files.events(first, second, LOOK.sides)
    assert made[["Id", "Side"]].to_numpy().tolist() == [["d", "2021"], ["b", "2019"], ["a", "2019"]]
    assert "Side" not in files.events(first)
    facts = [entry.facts for entry in files.annex(first, second, LOOK.sides)]
    assert [fact.rpartition("; ")[2] for fact in facts] == ["side: 2021.", "side: 2019.", "side: 2019."]
    assert all(entry.sources for entry in files.annex(first, second, LOOK.sides))
    both_ = files.events(first, first, LOOK.sides)
    assert set(both_["Side"]) == {"both"}


def test_a_document_of_two_sides_says_how_many_events_each_has():
    first, second = reports()
    lines = files.about(first, brief.Told(SPOKEN, second, "Period: 2021"), version="abc")
    assert lines["Filters"] == "Period: 2019 (2 of 5 events)"
    assert lines["Compared with"] == "2021 (3 of 5 events)"


def test_the_table_of_figures_has_the_bases_of_the_tiles_the_last_event_and_what_was_read_in_part():
    first, second = reports()
    own = replace(
        first, peers=(replace(second.profile, side=replace(second.side, name="Kazakhstan (2021)")),)
    )
    table = country.comparison(own, second)
    rows = {(row.figure, row.whose): row for row in table.itertuples()}
    hosted = rows["host", "Kazakhstan"]
    assert (hosted.value, hosted[4], hosted[5]) == (1, 2, 2)
    anything = rows["involved", "Kazakhstan (2021)"]
    assert (anything.value, anything[5]) == (1, 3)
    # the newest event of the records is of June 2021; b is of May 2019: from its last day 24 months
    assert (rows["last", "Kazakhstan"].value, rows["last", "Kazakhstan"].date) == (24, "2019-05")
    assert (rows["in_part", "Kazakhstan"].value, rows["in_part", "Kazakhstan (2021)"][4]) == (0, 1)


@pytest.mark.parametrize(
    ("spoken", "name"),
    [("in 2021", "Kazakhstan (2021)"), ("with EU", "Kazakhstan (with EU)"), ("", "Kazakhstan (2021)")],
)
def test_the_country_on_the_second_side_is_named_by_what_differs(spoken: str, name: str):
    look = replace(LOOK, spoken=("", spoken))
    assert country_charts.second_name(reports()[0], look) == name


# Gaps, recurring events, lanes


def test_a_second_group_stands_after_the_first_and_a_second_period_changes_nothing():
    first = every(world())
    table = gaps.of(first, ("KAZ", "KGZ"), "topic", second=("DEU",))
    assert [one.iso3 for one in table.countries][2:] == ["DEU"]
    assert table.groups == ((0, 1), (2,))
    alone = gaps.of(first, ("KAZ", "KGZ"), "topic")
    assert [one.iso3 for one in table.countries][:2] == [one.iso3 for one in alone.countries]
    assert gaps.of(every(world(), other_start="2021"), ("KAZ",), "year").frame.equals(
        gaps.of(first, ("KAZ",), "year").frame
    )
    assert set(table.frame["side_group"]) == {"first", "second"}
    assert "side_group" not in alone.frame


def test_each_group_stands_under_its_name():
    table = gaps.of(every(world()), ("KAZ",), "year", second=("DEU", "UZB"))
    figure = gap_charts.squares(table, LOOK, groups=("My countries", "EU"))
    labels = list(ticks(figure, "y").values())
    assert (labels[0], labels[2]) == ("My countries:", "EU:")
    assert labels[1].startswith("Kazakhstan")
    (marks,) = traces(figure)
    assert set(marks["y"]) == {1, 3, 4}


def test_editions_say_of_which_side_they_are():
    first, second = two()
    made = series.editions(first, ALLIANCE, beside=second)
    assert [(held.event_id, held.side) for held in made.held] == [("a", "first"), ("d", "second")]
    figure = series_charts.countries(made, LOOK)
    assert legend(figure) == [
        ("● 2019", LOOK.palette.categories[0]),
        ("■ 2021", LOOK.palette.second),
    ]
    assert [label[:3] for label in ticks(figure, "x").values()] == ["● 1", "■ 2"]
    assert list(made.frame["side"]) == ["first", "second"]
    assert {held.side for held in series.editions(first, ALLIANCE).held} == {""}


def test_a_programme_has_the_years_of_both_sides():
    first, second = two()
    own, theirs = both(programmes.programme, first, second, programme_id="glo-act")
    assert theirs is not None
    assert list(own.countries.column_names) == list(theirs.countries.column_names) == ["2019", "2021"]
    assert (own.countries.counts.sum(), theirs.countries.counts.sum()) == (2, 2)


def test_a_list_with_nothing_in_it_is_not_said_to_have_largest_ones():
    assert series_charts.about_largest(series.kinds(two()[0], "series")) == series_charts.LARGEST
    nowhere = every(two()[0].index, start="1999", end="1999")
    assert series_charts.about_largest(series.kinds(nowhere, "series")) == ""


def test_the_list_of_recurring_events_counts_both_sides_and_names_the_cities():
    first, second = two()
    row = next(row for row in series.listed(first, beside=second) if row.kind == "series")
    assert (row.events, row.beside, row.first, row.last, row.towns) == (
        1,
        1,
        "2019",
        "2021",
        ("Almaty", "Berlin"),
    )


def test_events_of_both_sides_share_their_lane():
    first, second = two()
    made = lanes.of(first, "series", beside=second)
    assert list(zip(made.columns["event_id"], made.columns["side"], strict=True)) == [
        ("a", "first"),
        ("d", "second"),
    ]
    marks = traces(lane_charts.lanes(made, LOOK, title="Lanes"))[1]
    assert marks["marker"]["color"] == [LOOK.palette.categories[0], LOOK.palette.second]
    assert "side" not in lanes.of(first, "series").columns


# On the pages

COMPARED = [
    {"from": "2008", "to": "2014", "other_from": "2012", "other_to": "2020"},
    {"regions": "143", "other_regions": "eu"},
]
PAGES = [
    ("overview", {}, 4),
    ("timeline", {}, 2),
    ("country", {"country": "TJK", "peers": "UZB"}, 7),
    ("meetings", {}, 9),
    ("meetings", {"meeting": "funders"}, 8),
    ("funders", {}, 5),
    ("topics", {}, 5),
    ("gaps", {}, 2),
    ("series", {}, 3),
    ("series", {"series": "annual-workshop-source-transit-destination"}, 3),
    ("series", {"programme": "glo-act"}, 3),
]


def on(page: str, **address: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    app.switch_page(f"pages/{page}.py")
    for name, value in address.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def words(app: AppTest) -> str:
    return " ".join(element.proto.body for element in app.get("html"))


@pytest.mark.parametrize("address", COMPARED, ids=["periods", "groups"])
@pytest.mark.parametrize(("page", "options", "charts"), PAGES)
def test_every_chart_of_these_pages_holds_both_sides(
    page: str, options: dict[str, str], charts: int, address: dict[str, str]
):
    app = on(page, v="1", **options, **address)
    assert drawing.NOT_COMPARED not in words(app)
    figures = [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]
    assert len(figures) >= charts
    if page != "gaps":  # a page of one selection: its second group is a group of countries, not of events
        for figure in figures:
            marks = [mark for trace in figure["data"] for mark in trace.get("customdata", ()) if mark]
            assert all("side:" in mark for mark in marks), figure["layout"]["meta"]["heading"]


def test_gaps_counts_no_events_of_a_second_period_and_says_that_it_does_not_compare_it():
    app = on("gaps", v="1", **COMPARED[0])
    assert "compared with <b>" not in words(app)
    assert app.button(key="remove_comparison").label.startswith("Not compared here: 2012–2020")
    both_ = on("gaps", v="1", **COMPARED[0], other_regions="eu")
    assert both_.button(key="remove_comparison").label.startswith("Compared with: European Union")


def test_the_line_above_the_page_says_how_many_events_are_of_both_sides():
    told = words(on("overview", v="1", **COMPARED[0]))
    first, second = ({"start": "2008", "end": "2014"}, {"start": "2012", "end": "2020"})
    shared = every(real(), start="2012", end="2014").count
    assert (
        f"compared with <b>{every(real(), **second).count}</b> (<b>{shared}</b> of them on both sides)"
        in told
    )
    assert f"<b>{every(real(), **first).count}</b> of 567 events" in told
    apart = on("overview", v="1", **{"from": "2008", "to": "2011", "other_from": "2012"})
    assert "on both sides" not in words(apart)


def test_the_main_charts_say_how_much_the_total_changes():
    counts_ = [
        every(real(), start=start, end=end).count for start, end in (("2008", "2014"), ("2012", "2020"))
    ]
    said_ = (
        f"{counts_[1]} events in 2012–2020 against {counts_[0]} in 2008–2014: {counts_[1] - counts_[0]} more"
    )
    for page in ("timeline", "topics"):
        assert said_ in words(on(page, v="1", **COMPARED[0])), page
    assert "pairs of countries in the same events in 2012–2020 against" in words(
        on("meetings", v="1", **COMPARED[0])
    )
    assert "events with a funder stated in 2012–2020 against" in words(on("funders", v="1", **COMPARED[0]))


def test_a_programme_lists_the_events_of_both_sides():
    app = on("series", v="1", programme="glo-act", **COMPARED[0])
    table = next(frame_.value for frame_ in app.dataframe if "side" in frame_.value)
    assert set(table["side"]) <= {"2008–2014", "2012–2020", "both"}
    own = [every(real(), start=start, end=end) for start, end in (("2008", "2014"), ("2012", "2020"))]
    held = [ids(side.narrowed((("programme", "glo-act"),))) for side in own]
    assert len(table) == len(held[0] | held[1]) > 0
    alone = on("series", v="1", programme="glo-act")
    assert any("title" in frame_.value and "side" not in frame_.value for frame_ in alone.dataframe)


def test_gaps_says_in_a_line_that_a_second_period_is_not_compared():
    assert "A second period is not compared here" in words(on("gaps", v="1", **COMPARED[0]))
    assert "A second period is not compared here" not in words(on("gaps", v="1", **COMPARED[1]))


@pytest.mark.parametrize(("screen", "part"), [("1", 1), ("1.2", 2), ("1.3", 3), ("1.9", 3), ("1.x", 1)])
def test_a_presented_chart_of_many_rows_is_shown_part_by_part(screen: str, part: int):
    told = words(on("gaps", v="1", present="1", screen=screen))
    assert f"part {part} of 3" in told
    assert "of 21; 14 rows stand on other screens." in told


@pytest.mark.parametrize(
    ("path", "screen", "said"),
    [
        ("overview", "2.9", "Overview has no screen 2.9; this is 2."),
        ("overview", "9", "Overview has no screen 9; this is 4."),
        ("gaps", "1.99", "Gaps has no screen 1.99; this is 1.3."),
        ("gaps", "1.3", ""),
        ("overview", "4", ""),
        ("overview", "", ""),
    ],
)
def test_an_address_that_asks_for_a_screen_there_is_not_is_told_which_one_is_shown(
    path: str, screen: str, said: str
):
    told = words(on(path, v="1", present="1", **({"screen": screen} if screen else {})))
    assert said in told
    assert ("has no screen" in told) == bool(said)


def test_no_screen_is_missed_where_no_event_is_left_to_draw():
    app = on("gaps", v="1", present="1", screen="1.2", q="no such words anywhere")
    assert "No event in the records fits all of these filters." in [said.value for said in app.markdown]
    assert "has no screen" not in words(app)


@given(st.text(max_size=6))
def test_any_screen_of_an_address_is_one_there_is(written: str):
    from types import SimpleNamespace

    from ui import frame

    run: Any = SimpleNamespace(view=SimpleNamespace(screen=written), page=SimpleNamespace(charts=3))
    asked: list[Callable[[Any], int]] = [frame.screen_of, frame.part_of]
    number, part = (ask(run) for ask in asked)
    assert 1 <= number <= 3
    assert part >= 0


@pytest.mark.parametrize(("unit", "heading"), [("people", "people"), ("events", "events")])
def test_the_widest_bands_of_both_sides_are_headed_by_what_they_count(unit: str, heading: str):
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    app.switch_page("pages/funders.py")
    for name, value in {"v": "1", "unit": unit, **COMPARED[0]}.items():
        app.query_params[name] = value
    app.session_state["numbers_5"] = True
    app.run()
    heads = [list(frame_.value) for frame_ in app.dataframe]
    assert ["one", "the other", f"{heading}: 2008–2014", f"{heading}: 2012–2020"] in heads
