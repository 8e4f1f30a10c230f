"""Pairs as bars, squares, columns and lines on a map: what a reader sees, and what a click picks."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.meeting_grid import Grid, Side
from charts import map_names, maps, meeting_squares, meeting_words, meetings, network, theme, views
from tests.facts import (
    LOOK,
    bars,
    counted,
    figures,
    hovers,
    legend,
    said,
    ticks,
    title,
    traces,
    written,
)
from tests.facts import squares as drawn_squares
from view import MEETINGS, ORDERS, ROLES, WEIGHTS

PARTS = ("within", "across", "unknown")
WORDS = meeting_words.of("countries", "there")
POINTS = pd.DataFrame(
    [
        ("KAZ", "Kazakhstan", 9, 48.3, 69.8),
        ("UZB", "Uzbekistan", 4, 41.8, 64.6),
        ("USA", "United States", 1, 39.7, -98.4),
        ("ABC", "Nowhere", 1, math.nan, math.nan),
    ],
    columns=["id", "who", "count", "latitude", "longitude"],
)


def pairs(*rows: tuple[str, str, str, str, int, float]) -> pd.DataFrame:
    names = ["first_id", "first_name", "second_id", "second_name", "count", "shared"]
    return pd.DataFrame(rows, columns=names)


KAZ_UZB = ("KAZ", "Kazakhstan", "UZB", "Uzbekistan", 3, 1.5)
KAZ_USA = ("KAZ", "Kazakhstan", "USA", "United States", 1, 0.25)
TWO = pairs(KAZ_UZB, KAZ_USA)


def on_map(table: pd.DataFrame = TWO, **options: Any) -> Any:
    chosen: dict[str, Any] = {"words": WORDS, "dimension": "there", "weight": "events"} | options
    return network.on_map(POINTS, table, LOOK, **chosen)


def marks(figure: Any, *, picking: int) -> dict[str, str]:
    """What the marks on a map that stand for so many codes pick, and what they say."""
    told = [
        (pick, hover)
        for place, trace in enumerate(traces(figure))
        if "customdata" in trace
        for pick, hover in zip(trace["customdata"], hovers(figure, place), strict=True)
    ]
    return {pick: hover for pick, hover in told if pick.count(":") == picking}


# On the map


def test_a_pair_has_a_mark_that_picks_both_and_a_country_one_that_picks_it():
    assert marks(on_map(), picking=2) == {
        "there:KAZ,there:UZB": "Kazakhstan + Uzbekistan 3 events together",
        "there:KAZ,there:USA": "Kazakhstan + United States 1 event together",
    }
    assert marks(on_map(), picking=1) == {
        "there:KAZ": "Kazakhstan 9 events",
        "there:UZB": "Uzbekistan 4 events",
        "there:USA": "United States 1 event",
    }


def test_a_line_runs_from_one_country_to_the_other_and_its_mark_lies_on_it():
    figure = on_map(pairs(KAZ_UZB))
    line = next(trace for trace in traces(figure) if trace["mode"] == "lines")
    assert (line["lon"][0], line["lat"][0]) == pytest.approx((69.8, 48.3))
    assert (line["lon"][-2], line["lat"][-2]) == pytest.approx((64.6, 41.8))
    assert line["lon"][-1] is None
    middle = next(trace for trace in traces(figure) if "there:KAZ,there:UZB" in trace.get("customdata", ()))
    assert (middle["lon"][0], middle["lat"][0]) in list(zip(line["lon"], line["lat"], strict=True))


def test_a_country_of_no_drawn_pair_is_hollow():
    figure = on_map(pairs(KAZ_UZB))
    hollow, linked = (trace for trace in traces(figure) if trace.get("name", "").startswith("in "))
    assert (hollow["customdata"], hollow["marker"]["color"]) == (["there:USA"], theme.LIGHT.page)
    assert (linked["customdata"], linked["marker"]["color"]) == (
        ["there:KAZ", "there:UZB"],
        theme.LIGHT.other,
    )


def test_places_do_not_move_whatever_is_drawn():
    def places(figure: Any) -> dict[str, tuple[float, float]]:
        return {
            pick: (lon, lat)
            for trace in traces(figure)
            if trace.get("name", "").startswith("in ")
            for pick, lon, lat in zip(trace["customdata"], trace["lon"], trace["lat"], strict=True)
        }

    assert places(on_map()) == places(on_map(pairs(KAZ_UZB), weight="shared")) == places(on_map(pairs()))


def test_lines_of_each_class_have_its_colour_and_the_legend_names_those_drawn():
    figure = on_map()
    lines = [trace for trace in traces(figure) if trace["mode"] == "lines"]
    assert [line["line"]["color"] for line in lines] == list(theme.LIGHT.sequence[-2:])
    assert legend(figure)[:2] == [("1", theme.LIGHT.sequence[3]), ("2–4", theme.LIGHT.sequence[4])]
    assert len(legend(figure)) == 3


def test_the_least_class_begins_with_the_least_pair_drawn():
    strong = pairs((*KAZ_UZB[:4], 6, 2.0), (*KAZ_UZB[:4], 40, 9.0))
    assert legend(on_map(strong))[0][0] == "6–19"


def test_two_maps_have_the_classes_in_the_legend_that_either_draws():
    few, many = pairs(KAZ_UZB), pairs((*KAZ_UZB[:4], 12, 4.0))
    one, other = on_map(few, beside=(POINTS, many)), on_map(many, beside=(POINTS, few))
    assert legend(one) == legend(other)
    assert [name for name, _ in legend(one)][:-1] == ["2–4", "10–19"]


def test_the_map_says_how_many_pairs_it_draws_and_carries_the_disclaimer():
    figure = on_map()
    assert title(figure) == "Countries that meet, in events together: the 2 strongest pairs"
    assert said(figure, "alt").endswith("Strongest: Kazakhstan and Uzbekistan, 3 events.")
    assert any(maps.DISCLAIMER in line for line in written(figure))


def test_the_line_under_the_map_tells_what_is_not_drawn():
    told = network.strip(POINTS, TWO, pair_count=1240, weight="events", preset="world")
    assert figures(told).startswith(
        "2 of 1 240 pairs drawn, each with 1 event or more; 3 of 4 countries; not drawable: Nowhere."
    )
    near = network.strip(POINTS, pairs(KAZ_UZB), pair_count=2, weight="shared", preset="central-asia")
    assert near.startswith(
        "1 of 2 pairs drawn, each with 1.5 events or more; 2 of 4 countries; 1 outside this view"
    )


def test_only_countries_of_a_region_are_drawn_in_its_view():
    assert network.inside(POINTS, "central-asia") == {"KAZ", "UZB"}
    assert network.inside(POINTS, "world") == {"KAZ", "UZB", "USA"}
    assert set(marks(on_map(pairs(KAZ_UZB), preset="central-asia"), picking=1)) == {"there:KAZ", "there:UZB"}


def test_a_map_without_pairs_draws_its_countries_and_says_so():
    figure = on_map(pairs())
    assert marks(figure, picking=2) == {}
    assert title(figure) == "Countries that meet, in events together: no pair"
    assert said(figure, "alt").endswith("No two met.")


# Names on the map


def test_the_middle_of_a_view_lies_in_the_middle_of_the_paper():
    (x, y), *_ = map_names.on_paper([(11, 12)], "world")
    assert (x, y) == pytest.approx((350, 175), abs=10)


@pytest.mark.parametrize("preset", views.PROJECTIONS)
def test_east_is_right_of_west_and_south_below_north(preset: str):
    _, meridian, _, (south, north), _ = views.PROJECTIONS[preset]
    middle = (south + north) / 2
    west, east, above = map_names.on_paper(
        [(meridian - 5, middle), (meridian + 5, middle), (meridian, middle + 5)], preset
    )
    assert west[0] < east[0]
    assert above[1] < west[1]


@given(
    st.lists(st.tuples(st.floats(-160, 180), st.floats(-50, 75), st.integers(1, 26)), max_size=30),
    st.sampled_from(sorted(views.PROJECTIONS)),
)
def test_no_two_names_on_a_map_touch(places: list[tuple[float, float, int]], preset: str):
    rows: list[dict[str, Any]] = [
        {"id": str(place), "who": "N" * letters, "longitude": lon, "latitude": lat}
        for place, (lon, lat, letters) in enumerate(places)
        if maps.in_view({"longitude": lon, "latitude": lat}, preset)
    ]
    named = map_names.sides(rows, [8.0] * len(rows), preset)
    points = map_names.on_paper([(row["longitude"], row["latitude"]) for row in rows], preset)
    boxes = [
        map_names._box(point, 4.0, named[row["id"]], letters=len(row["who"]))
        for row, point in zip(rows, points, strict=True)
        if row["id"] in named
    ]
    assert not any(map_names._covered(box, boxes[:place]) for place, box in enumerate(boxes))
    assert all(len(row["who"]) <= map_names.LONGEST for row in rows if row["id"] in named)


def test_a_phone_s_map_names_fewer_countries_and_a_wider_one_keeps_these_where_they_are():
    rows: list[dict[str, Any]] = [
        {"id": str(place), "who": "Kazakhstan", "longitude": lon, "latitude": 45}
        for place, lon in enumerate(range(-60, 120, 12))
    ]
    sizes = [6.0] * len(rows)
    phone = map_names.sides(rows, sizes, "world", frame=map_names.PHONE)
    wide = map_names.sides(rows, sizes, "world", before=phone)
    assert 0 < len(phone) < len(wide)
    assert {id_: wide[id_] for id_ in phone} == phone


def test_the_names_a_phone_has_no_room_for_are_the_last_trace_of_the_map():
    *_, named, more = [trace.get("name") for trace in traces(on_map())]
    assert (named, more) == ("names", "more names")


# Bars


def strongest(table: pd.DataFrame, **options: Any) -> Any:
    chosen: dict[str, Any] = {"words": WORDS, "sides": ("there", "there"), "weight": "events"} | options
    return meetings.strongest(table, LOOK, **chosen)


def test_the_title_names_the_pair_that_meets_most():
    figure = strongest(TWO)
    assert title(figure) == "Kazakhstan and Uzbekistan meet most: 3 events"
    assert bars(figure) == [
        ("Kazakhstan + Uzbekistan", 3, "3", "there:KAZ,there:UZB"),
        ("Kazakhstan + United States", 1, "1", "there:KAZ,there:USA"),
    ]


def test_where_two_pairs_meet_as_often_or_names_are_long_the_title_is_plain():
    tied = pairs(KAZ_UZB, ("KAZ", "Kazakhstan", "USA", "United States", 3, 1.5))
    assert title(strongest(tied)) == "Countries that meet most, in events together"
    long = pairs(("A", "A" * 50, "B", "B" * 50, 3, 1.0), KAZ_USA)
    assert title(strongest(long)) == "Countries that meet most, in events together"
    assert title(strongest(pairs())) == "Countries that meet most, in events together"


def test_shared_events_are_shown_with_a_decimal_and_explained():
    figure = strongest(TWO, weight="shared")
    assert [text for _, _, text, _ in bars(figure)] == ["1.5", "0.2"]
    assert title(figure) == "Kazakhstan and Uzbekistan meet most: 1.5 events, shared"
    assert "a conference of forty 1/39" in said(figure, "note")


def test_pairs_with_a_direction_have_an_arrow():
    table = pairs(("eu", "EU", "unodc", "UNODC", 2, 1.0))
    words = meeting_words.of("funders", "there")
    figure = strongest(table, words=words, sides=("funder_body_top", "organiser_top"))
    assert bars(figure) == [("EU → UNODC", 2, "2", "funder_body_top:eu,organiser_top:unodc")]


def test_five_or_more_events_of_a_size_stand_with_their_share_of_the_pairs_and_the_unnamed_in_grey():
    table = pd.DataFrame(
        [("1", 4, 0), ("2", 3, 3), ("3–5", 6, 100), ("21 and more", 1, 297), ("none", 2, 0)],
        columns=["size", "count", "meetings"],
    )
    figure = meetings.sizes(table, LOOK, words=WORDS)
    assert [(name, text.replace("\u202f", "")) for name, _, text, _ in bars(figure)] == [
        ("1 country", "4"),
        ("2 countries", "3"),
        ("3–5 countries", "6 (25 %)"),
        ("21 and more countries", "1"),
        ("no country named", "2"),
    ]
    assert figure.data[0].marker.color[-1] == theme.LIGHT.unknown


def test_pairs_by_region_say_how_many_lie_within_one():
    table = pd.DataFrame(
        [("Central Asia", 1, 2, 0), ("Western Europe", 0, 2, 0)],
        columns=["group", *PARTS],
    )
    figure = meetings.across(table, LOOK, words=WORDS, events=[5])
    assert figures(title(figure)).replace("\u202f", "") == (
        "Pairs of countries in the same events: 1 of 3 lie within one region"
    )
    assert [name for name, _ in legend(figure)] == ["within the region", "with another region"]
    assert [text for _, _, text, _ in bars(figure, 1)] == ["1 + 2", "0 + 2"]


@pytest.mark.parametrize(("events", "told"), [(5, "33 %"), (4, "2 of 6")])
def test_of_five_pairs_and_five_events_on_the_share_within_one_region_is_told(events, told):
    table = pd.DataFrame([("Central Asia", 2, 4, 0), ("Western Europe", 0, 4, 0)], columns=["group", *PARTS])
    figure = meetings.across(table, LOOK, words=WORDS, events=[events])
    assert figures(title(figure)) == f"Pairs of countries in the same events: {told} lie within one region"


def test_pairs_of_no_known_region_are_drawn_in_grey_only_where_there_are_some():
    table = pd.DataFrame([("no region", 0, 0, 1)], columns=["group", *PARTS])
    figure = meetings.across(table, LOOK, words=WORDS, events=[5])
    assert legend(figure)[-1] == ("region not known", theme.LIGHT.unknown)
    assert title(figure) == "Pairs of countries in the same events, by region"


def test_links_and_the_alone_can_be_clicked():
    table = pd.DataFrame(
        [("KAZ", "Kazakhstan", 1240, 60, 41)], columns=["id", "who", "linked", "met", "outside"]
    )
    figure = meetings.linking(table, LOOK, words=WORDS, dimension="there")
    assert bars(figure) == [("Kazakhstan", 1240, "1 240", "there:KAZ")]
    assert hovers(figure) == ["Kazakhstan met 60, 41 of them in other regions"]
    left = meetings.alone(counted([("LTU", "Lithuania", 5)], "there"), LOOK, words=WORDS, more=3, pairs=[1])
    assert bars(left) == [("Lithuania", 5, "5", "there:LTU")]
    assert said(left, "note") == "3 more are not drawn."


@pytest.mark.parametrize("pairs", [[0], [0, 3], [3, 0]])
def test_that_nobody_was_there_is_not_told_as_everybody_having_met(pairs: list[int]):
    other = counted([], "there") if len(pairs) > 1 else None
    figure = meetings.alone(counted([], "there"), LOOK, words=WORDS, more=0, pairs=pairs, other=other)
    assert (title(figure), said(figure, "note")) == (
        "Countries that met no other, by events",
        "None in these events.",
    )


def test_nobody_alone_is_said_in_the_title():
    figure = meetings.alone(counted([], "there"), LOOK, words=WORDS, more=0, pairs=[1])
    assert (bars(figure), title(figure)) == ([], "Every country here met another, in these events")
    assert said(figure, "note") == "None in these events."


# Years


def test_years_tell_new_pairs_from_old_ones_and_the_unknown_stand_in_grey():
    table = pd.DataFrame(
        [("2019", 3, 0, 0), ("2020", 1, 2, 0), ("none", 0, 0, 4)], columns=["year", "new", "again", "unknown"]
    )
    figure = meetings.by_year(table, LOOK, words=WORDS)
    heights = {trace["name"]: list(trace["y"]) for trace in traces(figure)}
    assert heights == {
        "for the first time": [3, 1, 0],
        "together before": [0, 2, 0],
        "year unknown": [0, 0, 4],
    }
    assert traces(figure)[0]["customdata"] == ["year:2019", "year:2020", "year:none"]
    assert "may have been first" in said(figure, "note")
    assert ticks(figure, "x")[2] == "?"


def test_without_undated_pairs_nothing_is_said_of_them():
    table = pd.DataFrame([("2019", 3, 0, 0)], columns=["year", "new", "again", "unknown"])
    figure = meetings.by_year(table, LOOK, words=WORDS)
    assert [trace["name"] for trace in traces(figure)] == ["for the first time", "together before"]
    assert "without a year" not in said(figure, "note")


# Squares


def grid(weights: list[list[float]], names: list[str], *, weight: str = "events", rest: int = 0) -> Grid:
    side = Side(
        "there", {name: f"Land {name}" for name in names}, ("North", "North", "South")[: len(names)], rest
    )
    cells = np.array(weights, dtype=float).reshape(len(names), len(names))
    events = np.ceil(cells).astype(np.int64)
    return Grid(side, side, cells, events, weight, pairs(KAZ_UZB), 9, same=True)


def test_a_square_holds_its_number_and_picks_both_countries():
    figure = meeting_squares.squares(
        grid([[0, 12, 1], [12, 0, 0], [1, 0, 0]], ["A", "B", "C"]), LOOK, words=WORDS
    )
    assert drawn_squares(figure) == [
        ("Land A A", "B", "12", "there:A,there:B"),
        ("Land A A", "C", "1", "there:A,there:C"),
        ("Land B B", "A", "12", "there:B,there:A"),
        ("Land C C", "A", "1", "there:C,there:A"),
    ]
    assert figure.data[0].marker.color[:2] == (theme.LIGHT.sequence[3], theme.LIGHT.sequence[0])
    assert said(figure, "alt").endswith("Most: Land A with Land B, 12 events.")


def test_groups_are_set_apart_by_lines_and_named_once():
    figure = meeting_squares.squares(
        grid([[0, 1, 1], [1, 0, 1], [1, 1, 0]], ["A", "B", "C"]), LOOK, words=WORDS
    )
    assert [(line.x0, line.y0) for line in figure.layout.shapes] == [(-0.5, 1.5), (1.5, -0.5)]
    assert [text for text in written(figure) if text in ("North", "South")] == ["North", "South"]


def test_what_a_matrix_leaves_out_is_told():
    figure = meeting_squares.squares(grid([[0, 1], [1, 0]], ["A", "B"], rest=1200), LOOK, words=WORDS)
    assert said(figure, "note").endswith(
        "1 of 9 pairs shown, each pair in two squares. Drawn are the countries of the strongest pairs; "
        "1 200 more are left out."
    )


def test_next_to_nothing_has_a_square_without_a_number():
    table = grid([[0, 0.03], [0.03, 0]], ["A", "B"], weight="shared")
    figure = meeting_squares.squares(table, LOOK, words=WORDS)
    assert [text for _, _, text, _ in drawn_squares(figure)] == ["", ""]
    assert hovers(figure)[0] == "Land A Land B 1 event together 0.03 with each event shared among those there"


def test_an_empty_matrix_draws_nothing():
    figure = meeting_squares.squares(grid([], []), LOOK, words=WORDS)
    assert drawn_squares(figure) == []
    assert said(figure, "alt").endswith("No two met.")


# Words


@pytest.mark.parametrize("meeting", MEETINGS)
@pytest.mark.parametrize("role", ROLES)
def test_every_kind_of_meeting_in_every_role_has_its_words(meeting: str, role: str):
    words = meeting_words.of(meeting, role)
    for text in (words.ranking, words.grid, words.sizes, words.links, words.alone, words.none_alone):
        assert "vent" in text or "countries" in text.lower()
        assert len(text) <= meeting_words.WIDEST
    assert (words.other is None) == (meeting == "countries")


def test_charts_of_pairs_say_so_where_another_unit_than_events_is_chosen():
    assert meeting_words.kept("events") == ""
    assert meeting_words.kept("people") == "People make no sense here: the chart shows pairs."


def test_every_option_is_named():
    assert tuple(meeting_words.MEETINGS) == MEETINGS
    assert tuple(meeting_words.WEIGHTS) == WEIGHTS
    assert tuple(meeting_words.ORDERS) == ORDERS
    assert set(meeting_words.VERBS) == set(ROLES)
    assert set(meeting_squares.MOST) == set(MEETINGS)


@pytest.mark.parametrize(
    ("value", "weight", "number", "noun"),
    [
        (54, "events", "54", "54 events"),
        (1, "events", "1", "1 event"),
        (3.25, "shared", "3.2", "3.2 events"),
        (9.96, "shared", "10", "10 events"),
        (0.04, "shared", "", "under 0.1 events"),
    ],
)
def test_a_weight_is_read_as_a_number_and_with_its_noun(value: float, weight: str, number: str, noun: str):
    assert meeting_words.figure(value, weight) == number
    assert meeting_words.amount(value, weight) == noun


@given(st.lists(st.floats(0.001, 50_000), min_size=1, max_size=30), st.sampled_from(WEIGHTS))
def test_every_weight_is_in_a_class_and_every_class_has_a_name(values: list[float], weight: str):
    values = [float(max(round(value), 1)) for value in values] if weight == "events" else values
    limits = meeting_words.limits(values, weight)
    assert list(limits) == sorted(set(limits))
    names = meeting_words.class_names(limits, weight)
    assert len(set(names)) == len(limits) == 5
    assert all(0 <= meeting_words.class_of(value, limits) < 5 for value in values)


def test_weights_of_strong_pairs_that_lie_close_are_told_apart():
    limits = meeting_words.limits([2.0, 2.2, 2.4, 3.0, 3.5, 0.2], "shared")
    classes = [meeting_words.class_of(value, limits) for value in (0.2, 2.0, 2.4, 3.0, 3.5)]
    assert classes == sorted(classes)
    assert len(set(classes)) >= 4


def test_classes_of_shared_events_are_numbers_a_person_would_choose():
    limits = meeting_words.limits([3.2, 0.1, 0.3, 1.5], "shared")
    assert meeting_words.class_names(limits, "shared") == [
        "under 0.2",
        "0.2–0.5",
        "0.5–1",
        "1–2",
        "2 and more",
    ]
    assert [meeting_words.class_of(value, limits) for value in (0, 0.1, 0.2, 1.5, 3)] == [-1, 0, 1, 3, 4]


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        (12, ""),
        (3, ""),
        (1688, "12 of 1 688 pairs of countries; one left out may weigh as much as the last."),
    ],
)
def test_strongest_pairs_tell_of_how_many_they_are(pairs: int, said: str):
    told = meetings.left_out(12, pairs, words=WORDS)
    assert figures(told) == said
