"""Lanes of recurring events and of programmes: the fullest first, the undated told, each event once in a lane."""

from __future__ import annotations

import pytest

from analysis import lanes
from analysis.lanes import COLUMNS, of
from tests.frames import SERIES, every, index_of, real, record, table, ten
from view import LANES


def test_editions_stand_in_one_lane_in_order_and_the_undated_are_told():
    lanes = of(every(ten()), "series")
    assert table(lanes.frame, "lane_id", "event_id", "number", "city", "start_date") == [
        ("osce-alliance-conference", "almaty", 1, "Almaty", "2019-05-13"),
        ("osce-alliance-conference", "vienna", 2, "Vienna", "2020-12-30"),
    ]
    assert (lanes.more, lanes.undated) == (0, 1)


def test_an_event_without_a_year_in_two_programmes_is_one_undated_event():
    lanes = of(every(ten()), "programmes")
    assert table(lanes.frame, "lane_id", "event_id", "day") == [
        ("glo-act", "joint", "2023-11-05"), ("protect", "joint", "2023-11-05"),
    ]  # fmt: skip
    assert lanes.undated == 1


def test_an_event_is_drawn_in_the_middle_of_what_its_date_may_stand_for():
    name = {"name": SERIES, "number": None}
    index = index_of(record("month", "2021-03", series=name), record("year", "2022", series=name))
    frame = of(every(index), "series").frame
    assert table(frame, "event_id", "start_date", "day") == [
        ("month", "2021-03", "2021-03-16"),
        ("year", "2022", "2022-07-02"),
    ]
    assert frame["number"].isna().all()


def test_the_fullest_lanes_come_first_and_those_not_shown_are_counted():
    index = index_of(
        record("a", "2020", programmes=["PROTECT"]),
        record("b", "2019", programmes=["PROTECT", "GLO.ACT"]),
        record("c", "2018", programmes=["A-TIPSOM"]),
    )
    assert list(of(every(index), "programmes").frame["lane_id"]) == [
        "protect",
        "protect",
        "a-tipsom",
        "glo-act",
    ]
    fewer = of(every(index), "programmes", most=1)
    assert (list(fewer.frame["event_id"]), fewer.more, fewer.least) == (["b", "a"], 2, 1)


def test_of_more_events_than_are_drawn_the_newest_are_and_the_others_are_counted(
    monkeypatch: pytest.MonkeyPatch,
):
    index = index_of(
        record("old", "2018-05-01", programmes=["PROTECT"]),
        record("new", "2021-05-01", programmes=["PROTECT"]),
        record("same-day", "2019-05-01", programmes=["PROTECT"]),
        record("same-day-too", "2019-05-01", programmes=["PROTECT"]),
    )
    monkeypatch.setattr(lanes, "MARKS", 2)
    found = of(every(index), "programmes")
    assert (list(found.frame["event_id"]), found.earlier) == (["same-day", "new"], 2)


def test_lanes_are_of_the_selected_events():
    assert list(of(every(ten(), start="2020", end="2020"), "series").frame["event_id"]) == ["vienna"]
    assert of(every(ten(), start="2020", end="2020"), "series").undated == 0
    assert of(every(ten(), start="2020", end="2020", undated=True), "series").undated == 1


@pytest.mark.parametrize("lanes", LANES)
@pytest.mark.parametrize("records", [(), (record("only"),)], ids=["no event", "one that says nothing"])
def test_no_data_break_no_lane(lanes, records):
    found = of(every(index_of(*records)), lanes)
    assert (list(found.frame), len(found.frame), found.more, found.undated) == (COLUMNS, 0, 0, 0)


def test_the_four_workshops_of_tashkent_ashgabat_abu_dhabi_and_almaty_are_one_lane():
    frame = of(every(real()), "series", most=1000).frame
    lane = frame[frame["lane_id"] == "annual-workshop-source-transit-destination"]
    assert table(lane, "number", "city", "start_date") == [
        (1, "Tashkent", "2008-05"), (2, "Ashgabat", "2009-11"),
        (3, "Abu Dhabi", "2010-10"), (4, "Almaty", "2011-11-09"),
    ]  # fmt: skip
