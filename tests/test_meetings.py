"""Who meets whom: pairs, what they weigh, matrices, years, sizes, regions, who links and who is alone."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from analysis import bridges, meeting_grid, meetings, seriation
from analysis.selection import select
from tests import recount
from tests.frames import (
    EU,
    FINLAND,
    OSCE,
    OSCE_BISHKEK,
    UNODC,
    every,
    ids,
    index_of,
    real,
    record,
    table,
    ten,
)
from tests.recount import light_views, world, worlds
from view import View

ALMATY = "2011-almaty-osce-fourth-annual-workshop"


def of(*records, **choices):
    return meetings.of(every(index_of(*records), **choices))


def pairs(made, weight="events"):
    """Each pair that met and its events, or what is shared."""
    column = "shared" if weight == "shared" else "count"
    return {
        (one, other): value
        for one, other, value in table(
            meetings.strongest(made, weight=weight), "first_id", "second_id", column
        )
    }


# Pairs


def test_the_twelve_countries_of_almaty_2011_make_66_pairs():
    selection = every(real()).narrowed((("event", ALMATY),))
    made = meetings.of(selection)
    assert selection.count == 1
    assert made.pair_count == 66
    assert set(pairs(made).values()) == {1}
    assert ("KAZ", "UZB") in pairs(made)


def test_a_host_that_also_took_part_is_one_country():
    assert pairs(of(record("a", host="KAZ", participant="KAZ UZB"))) == {("KAZ", "UZB"): 1}


def test_the_ten_events_make_seven_pairs_counted_by_hand():
    assert pairs(meetings.of(every(ten()))) == {
        ("KAZ", "KGZ"): 2,
        ("KAZ", "TJK"): 2,
        ("KAZ", "UZB"): 1,
        ("KGZ", "UZB"): 1,
        ("AUT", "DEU"): 1,
        ("AUT", "FIN"): 1,
        ("DEU", "FIN"): 1,
    }  # fmt: skip


def test_pairs_follow_the_filters_and_the_role():
    assert pairs(meetings.of(every(ten(), start="2020"))) == {
        ("AUT", "DEU"): 1,
        ("AUT", "FIN"): 1,
        ("DEU", "FIN"): 1,
        ("KAZ", "KGZ"): 1,
        ("KAZ", "TJK"): 1,
    }
    assert pairs(meetings.of(every(ten(), role="participant")))["DEU", "FIN"] == 1
    assert ("AUT", "DEU") not in pairs(meetings.of(every(ten(), role="participant")))
    assert pairs(meetings.of(every(ten(), role="host"))) == {}


def test_a_picked_pair_leaves_the_events_that_hold_both():
    inside = every(ten()).narrowed((("there", "KAZ"), ("there", "TJK")))
    assert ids(inside) == {"dushanbe", "joint"}


def test_a_conference_of_five_counts_less_for_a_pair_than_a_meeting_of_two_when_shared():
    made = of(record("five", participant="KAZ KGZ UZB TJK TKM"), record("two", participant="KAZ KGZ"))
    shared = pairs(made, "shared")
    assert shared["KAZ", "KGZ"] == pytest.approx(1 + 1 / 4)
    assert shared["TJK", "TKM"] == pytest.approx(1 / 4)
    assert pairs(made)["KAZ", "KGZ"] == 2
    assert next(iter(shared)) == ("KAZ", "KGZ")


def test_three_thirds_are_one():
    records = [record(str(number), participant="KAZ KGZ UZB TJK") for number in range(3)]
    assert pairs(of(*records), "shared")["KAZ", "KGZ"] == 1


def test_offices_of_one_body_organise_as_one():
    made = of(record("a", organisers=[OSCE_BISHKEK, OSCE, UNODC]), meeting="organisers")
    assert pairs(made) == {("osce", "unodc"): 1}


def test_who_pays_for_whom_has_a_direction_and_may_be_the_same_body():
    made = of(
        record("a", funders=[EU], organisers=[UNODC, EU]),
        record("b", funders=[EU, FINLAND], organisers=[UNODC]),
        meeting="funders",
    )
    finland = recount.body(FINLAND)
    assert pairs(made) == {("eu", "unodc"): 2, ("eu", "eu"): 1, (recount.line(finland)[-1], "unodc"): 1}
    assert pairs(made, "shared")["eu", "unodc"] == pytest.approx(1 / 2 + 1)


def test_the_strongest_pairs_are_no_more_than_asked_for_and_inside():
    made = meetings.of(every(ten()))
    shown = meetings.strongest(made, weight="events", most=2)
    assert table(shown, "first_name", "second_name", "count") == [
        ("Kazakhstan", "Kyrgyzstan", 2),
        ("Kazakhstan", "Tajikistan", 2),
    ]
    inside = meetings.strongest(made, weight="events", inside=frozenset({"KGZ", "UZB", "KAZ"}))
    assert table(inside, "first_id", "second_id") == [("KAZ", "KGZ"), ("KAZ", "UZB"), ("KGZ", "UZB")]


@pytest.mark.parametrize(("most", "kept"), [(1, 1), (2, 2), (3, 2), (6, 2), (7, 7), (100, 7)])
def test_a_cut_never_falls_between_two_pairs_of_one_weight(most, kept):
    everybody = frozenset(ten()["there"].ids)
    made = meetings.drawable(meetings.of(every(ten())), weight="events", inside=everybody, most=most)
    assert len(made) == kept


def test_no_events_and_events_of_nobody_make_no_pair():
    for records in ((), (record("a"),), (record("a", host="KAZ"),)):
        for meeting in ("countries", "organisers", "funders"):
            made = of(*records, meeting=meeting)
            assert made.pair_count == 0
            assert len(meetings.strongest(made, weight="shared")) == 0
            for order in ("region", "cluster"):
                grid = meeting_grid.grid(made, weight="events", order=order, most=5)
                assert grid.weights.shape == (0, 0)
            assert len(bridges.linking(made, most=5)) == 0
            assert len(meetings.across(made)) == 0
            assert meetings.by_size(made)["count"].sum() == len(records)
            assert meetings.by_year(made)[["new", "again", "unknown"]].to_numpy().sum() == 0


# Years


def test_a_pair_is_new_in_the_first_year_of_the_records_that_has_both_and_counts_once_a_year():
    made = of(
        record("a", "2019-05", participant="KAZ KGZ"),
        record("b", "2021-05", participant="KAZ KGZ"),
        record("c", "2021", participant="KAZ KGZ UZB"),
        record("d", None, participant="KAZ TJK"),
    )
    assert table(meetings.by_year(made), "year", "new", "again", "unknown") == [
        ("2019", 1, 0, 0),
        ("2020", 0, 0, 0),
        ("2021", 2, 1, 0),
        ("none", 0, 0, 1),
    ]


def test_a_filter_does_not_make_an_old_pair_new():
    made = of(
        record("a", "2019", participant="KAZ KGZ", format="workshop"),
        record("b", "2021", participant="KAZ KGZ UZB", format="training"),
        start="2020",
        end="2021",
        formats=("training",),
    )
    assert table(meetings.by_year(made), "year", "new", "again") == [
        ("2020", 0, 0),
        ("2021", 2, 1),
        ("none", 0, 0),
    ]


# Sizes


def test_events_by_size_tell_meetings_of_two_and_conferences_apart():
    states = "KAZ KGZ UZB TJK TKM USA FIN DEU ITA AUT FRA ESP"
    made = of(
        record("one", host="KAZ"),
        record("two", participant="KAZ KGZ"),
        record("three", participant="KAZ KGZ UZB"),
        record("eleven", participant=" ".join(states.split()[:11])),
        record("twelve", participant=states),
        record("none"),
    )
    assert table(meetings.by_size(made), "size", "count", "meetings") == [
        ("1", 1, 0),
        ("2", 1, 1),
        ("3–5", 1, 3),
        ("6–10", 0, 0),
        ("11–20", 2, 55 + 66),
        ("21 and more", 0, 0),
        ("none", 1, 0),
    ]


# Regions and kinds


def test_pairs_lie_within_a_region_or_stand_in_both():
    made = of(record("a", participant="KAZ KGZ DEU"), record("b", participant="KAZ KGZ"))
    assert table(meetings.across(made), "group", "within", "across", "unknown") == [
        ("Central Asia", 1, 2, 0),
        ("Western Europe", 0, 2, 0),
    ]


def test_a_country_without_a_region_is_neither_within_nor_across():
    made = of(record("a", participant="KAZ ATA"))
    assert sorted(table(meetings.across(made), "group", "within", "across", "unknown")) == [
        ("Central Asia", 0, 0, 1),
        ("no region", 0, 0, 1),
    ]


def test_a_funder_stands_in_the_row_of_its_kind_alone():
    made = of(record("a", funders=[EU], organisers=[UNODC, OSCE]), meeting="funders")
    assert table(meetings.across(made), "group", "within", "across") == [("intergovernmental", 1, 1)]


# Alone, and linking


def test_countries_that_met_no_other_stand_by_their_events():
    made = of(
        record("a", host="KAZ"),
        record("b", host="KAZ"),
        record("c", host="UZB"),
        record("d", participant="UZB TJK"),
        record("e", host="ITA"),
    )
    alone, more = meetings.alone(made, most=1)
    assert (alone.columns["id"], alone.columns["count"], more) == (["KAZ"], [2], 1)


def test_a_link_is_one_that_two_met_who_never_met_each_other():
    made = of(
        record("a", participant="KAZ KGZ"),
        record("b", participant="KAZ DEU"),
        record("c", participant="KAZ FRA DEU"),
    )
    # of the three it met, Kyrgyzstan met neither Germany nor France
    assert table(bridges.linking(made, most=5), "id", "linked", "met", "outside") == [("KAZ", 2, 3, 2)]


def test_funders_are_ranked_by_the_organisers_they_pay_for():
    made = of(
        record("a", funders=[EU], organisers=[UNODC, OSCE]),
        record("b", funders=[FINLAND], organisers=[OSCE]),
        meeting="funders",
    )
    assert table(bridges.linking(made, most=1), "id", "linked", "met") == [("eu", 2, 2)]


# Matrices


def test_a_matrix_has_each_pair_on_both_sides_and_an_empty_diagonal():
    records = [
        record(f"{number}", participant=f"KAZ {other}")
        for number, other in enumerate(("KGZ", "KGZ", "TJK", "TJK", "UZB"))
    ]
    made = meeting_grid.grid(of(*records), weight="events", order="region", most=3)
    assert list(made.rows.names) == list(made.columns.names) == ["KAZ", "KGZ", "TJK"]
    assert made.weights.tolist() == [[0, 2, 2], [2, 0, 0], [2, 0, 0]]
    assert made.rows.groups == ("Central Asia",) * 3
    assert (made.rows.rest, made.pair_count, len(made.pairs)) == (1, 3, 2)


def test_the_strongest_pairs_are_in_a_matrix_though_others_have_more_pairs():
    # KAZ met four countries once, DEU and FIN each other alone but twice
    once = [
        record(f"{number}", participant=f"KAZ {other}")
        for number, other in enumerate(("KGZ", "TJK", "TKM", "UZB"))
    ]
    twice = [record(f"{number}x", participant="DEU FIN") for number in range(2)]
    made = meeting_grid.grid(of(*once, *twice), weight="events", order="region", most=4)
    assert set(made.rows.names) == {"DEU", "FIN", "KAZ", "KGZ"}
    assert (made.rows.rest, made.pair_count, len(made.pairs)) == (3, 5, 2)


def test_a_value_whose_strongest_pair_does_not_fit_is_left_out():
    made = meeting_grid.grid(
        of(record("a", participant="KAZ KGZ"), record("b", participant="DEU FIN")),
        weight="events",
        order="region",
        most=3,
    )
    assert set(made.rows.names) == {"DEU", "FIN"}


def test_regions_stand_together_and_within_them_the_one_that_meets_most_comes_first():
    made = meeting_grid.grid(meetings.of(every(ten())), weight="events", order="region", most=9)
    assert made.rows.groups == ("Central Asia",) * 4 + ("Northern Europe",) + ("Western Europe",) * 2
    assert list(made.rows.names) == ["KAZ", "KGZ", "TJK", "UZB", "FIN", "AUT", "DEU"]


def test_clusters_stand_together():
    made = meeting_grid.grid(meetings.of(every(ten())), weight="shared", order="cluster", most=9)
    assert set(list(made.rows.names)[:4]) == {"KAZ", "KGZ", "TJK", "UZB"}
    assert made.rows.groups == ()
    assert np.array_equal(made.weights, made.weights.T)


def test_a_matrix_of_who_pays_for_whom_has_no_empty_row_or_column():
    records = [record(str(number), funders=[EU], organisers=[UNODC]) for number in range(3)]
    made = of(*records, record("x", funders=[FINLAND], organisers=[OSCE]), meeting="funders")
    grid = meeting_grid.grid(made, weight="events", order="region", most=1)
    assert (list(grid.rows.names), list(grid.columns.names), grid.weights.tolist()) == (
        ["eu"],
        ["unodc"],
        [[3]],
    )
    assert (grid.rows.rest, grid.columns.rest) == (1, 1)


def test_two_groups_joined_by_one_tie_are_not_mixed():
    weights = np.zeros((6, 6))
    for group in ((0, 2, 4), (1, 3, 5)):
        for one, other in combinations(group, 2):
            weights[one, other] = weights[other, one] = 5
    weights[4, 1] = weights[1, 4] = 1
    made = seriation.order(weights)
    assert {frozenset(made[:3]), frozenset(made[3:])} == {frozenset({0, 2, 4}), frozenset({1, 3, 5})}
    assert (made[2], made[3]) in {(4, 1), (1, 4)}


def test_groups_that_never_meet_stand_apart_the_largest_first():
    weights = np.zeros((5, 5))
    weights[0, 1] = weights[1, 0] = weights[2, 3] = weights[3, 2] = weights[3, 4] = weights[4, 3] = 1
    made = seriation.order(weights)
    assert (made[1], set(made[:3]), set(made[3:])) == (3, {2, 3, 4}, {0, 1})


@given(st.integers(0, 7), st.integers(0, 7), st.integers(0, 999))
def test_every_row_and_column_has_one_place(rows, columns, seed):
    weights = np.random.default_rng(seed).integers(0, 3, (rows, columns)).astype(float)
    left, right = seriation.order_sides(weights)
    assert (sorted(left), sorted(right)) == (list(range(rows)), list(range(columns)))


# A second count


def recounted(events, left, right) -> tuple[dict[Any, int], dict[Any, Fraction]]:
    """Events and shared parts of every pair, counted one event at a time."""
    found: dict[tuple[str, str], int] = {}
    shared: dict[tuple[str, str], Fraction] = {}
    for event in events:
        one, other = (sorted(recount.values(event, side) - {"none"}) for side in (left, right))
        met = list(combinations(one, 2)) if left == right else list(product(one, other))
        for pair in met:
            found[pair] = found.get(pair, 0) + 1
            part = Fraction(1, len(other) - (left == right))
            shared[pair] = shared.get(pair, Fraction(0)) + part
    return found, shared


def sides(view):
    return meetings.SIDES.get(view.meeting, (view.role, view.role))


kinds = st.sampled_from(["countries", "organisers", "funders"])


def drawn_view(view, meeting):
    return View(**{**vars(view), "meeting": meeting})


def unordered(counts: dict[Any, Any], directed: Any) -> dict[Any, Any]:
    return counts if directed else {frozenset(pair): value for pair, value in counts.items()}


@settings(max_examples=40)
@given(worlds, light_views, kinds)
def test_every_pair_is_what_a_recount_of_the_records_gives(drawn, view, meeting):
    view = drawn_view(view, meeting)
    records, index = world(*drawn)
    inside, _ = recount.chosen(records, view)
    found, shared = recounted(inside, *sides(view))
    made = meetings.of(select(index, view))
    directed = made.directed
    assert unordered(pairs(made), directed) == unordered(found, directed)
    for pair, value in unordered(pairs(made, "shared"), directed).items():
        assert value == pytest.approx(float(unordered(shared, directed)[pair]), abs=1e-6)


@settings(max_examples=25)
@given(worlds, light_views)
def test_shared_pairs_of_a_country_add_up_to_its_events_with_others(drawn, view):
    records, index = world(*drawn)
    inside, _ = recount.chosen(records, view)
    sums: dict[str, float] = {}
    for pair, value in pairs(meetings.of(select(index, view)), "shared").items():
        for iso3 in pair:
            sums[iso3] = sums.get(iso3, 0) + value
    met = [held for event in inside if len(held := recount.values(event, view.role)) > 1]
    assert sums == pytest.approx({iso3: sum(iso3 in held for held in met) for held in met for iso3 in held})


@settings(max_examples=25)
@given(worlds, light_views, kinds)
def test_new_pairs_are_those_no_earlier_year_of_all_records_has(drawn, view, meeting):
    view = drawn_view(view, meeting)
    records, index = world(*drawn)
    inside, _ = recount.chosen(records, view)
    left, right = sides(view)
    made = meetings.by_year(meetings.of(select(index, view)))
    for year, new, again, unknown in table(made, "year", "new", "again", "unknown"):
        met = set(recounted([e for e in inside if recount.values(e, "year") == {year}], left, right)[0])
        earlier = [e for e in records if min(recount.values(e, "year")) < year]
        before = set(recounted(earlier, left, right)[0])
        expected = (0, 0, len(met)) if year == "none" else (len(met - before), len(met & before), 0)
        assert (new, again, unknown) == expected


@settings(max_examples=25)
@given(worlds, light_views, kinds)
def test_links_sizes_and_the_alone_are_what_a_recount_gives(drawn, view, meeting):
    view = drawn_view(view, meeting)
    records, index = world(*drawn)
    inside, _ = recount.chosen(records, view)
    left, right = sides(view)
    met: set[Any] = {frozenset(pair) if left == right else pair for pair in recounted(inside, left, right)[0]}
    made = meetings.of(select(index, view))
    held = [recount.values(event, left) - {"none"} for event in inside]
    with_pair = {value for pair in met for value in (pair if left == right else pair[:1])}
    alone, _ = meetings.alone(made, most=10**6)
    assert set(alone.columns["id"]) == set().union(*held) - with_pair
    assert sum(meetings.by_size(made)["count"]) == len(inside)
    assume(left == right)
    for id_, linked in table(bridges.linking(made, most=10**6), "id", "linked"):
        near = sorted(set().union(*(pair for pair in met if id_ in pair)) - {id_})
        assert linked == sum(frozenset(pair) not in met for pair in combinations(near, 2))


@settings(max_examples=25)
@given(
    worlds, light_views, kinds, st.sampled_from(["region", "cluster"]), st.sampled_from(["events", "shared"])
)
def test_every_cell_is_the_weight_of_its_pair_and_no_row_is_empty(drawn, view, meeting, order, weight):
    _, index = world(*drawn)
    made = meetings.of(select(index, drawn_view(view, meeting)))
    known = pairs(made, weight)
    grid = meeting_grid.grid(made, weight=weight, order=order, most=6)
    for (row, column), value in zip(
        product(grid.rows.names, grid.columns.names), grid.weights.ravel().tolist(), strict=True
    ):
        either = known.get((row, column), 0) or (0 if made.directed else known.get((column, row), 0))
        assert value == pytest.approx(either, abs=1e-6)
    assert (grid.events.sum(axis=1) > 0).all()
    assert (grid.events.sum(axis=0) > 0).all()


def test_the_map_gets_every_country_with_events_and_its_point():
    points = meetings.positions(meetings.of(every(ten())))
    assert table(points, "id", "count")[0] == ("KAZ", 5)
    assert len(points) == 8
    assert points["latitude"].between(-90, 90).all()


def test_pairs_are_made_once_for_an_index_and_go_with_it():
    index = index_of(record("a", participant="KAZ KGZ"))
    assert meetings.ties(index, "there", "there") is meetings.ties(index, "there", "there")
