"""The map that plays through the years."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from analysis.places import Played
from charts import maps, play, theme
from tests.facts import LOOK, countries, legend, read, said, title, traces, written

TABLE = countries(
    [
        ("KAZ", "Kazakhstan", 25, True, 48.0, 67.0),
        ("MLT", "Malta", 1, True, 35.9, 14.4),
        ("PRK", "Korea", 0, False, 40.0, 127.0),
    ]
)
PER_YEAR = pd.DataFrame(
    [("KAZ", "2019", 3), ("MLT", "2019", 1), ("KAZ", "2021", 22), ("KAZ", "none", 1)],
    columns=["id", "year", "count"],
)


def figure() -> Any:
    return play.by_year(TABLE, PER_YEAR, LOOK)


def test_there_is_a_frame_for_every_year_also_for_one_without_events_and_none_for_the_unknown_year():
    assert [frame.name for frame in figure().frames] == ["2019", "2020", "2021"]


def test_each_frame_has_the_same_traces_so_that_nothing_of_the_year_before_stays():
    for frame in figure().frames:
        assert [trace.type for trace in frame.data] == ["choropleth", "scattergeo"]
        assert list(frame.data[0].locations) == ["KAZ", "MLT"]


@pytest.mark.parametrize(("place", "classes"), [(0, [1, 0]), (1, [-1, -1]), (2, [4, -1])])
def test_a_frame_fills_countries_by_the_class_of_that_year(place: int, classes: list[int]):
    assert list(figure().frames[place].data[0].z) == classes


def test_classes_have_the_colours_of_the_legend():
    shape = figure().frames[0].data[0]
    shown = [colour for _, colour in shape.colorscale][::2]
    assert (
        shown == [theme.LIGHT.land, *theme.LIGHT.sequence] == [colour for _, colour in legend(figure())][1:]
    )
    assert [name for name, _ in legend(figure())] == [
        "not in the records",
        "none that year",
        "1",
        "2–4",
        "5–9",
        "10–19",
        "20 and more",
    ]
    bounds = [shape.zmin + (shape.zmax - shape.zmin) * place for place, _ in shape.colorscale]
    assert bounds[::2] == pytest.approx([-1.5, -0.5, 0.5, 1.5, 2.5, 3.5])


def test_the_legend_has_the_colour_of_the_countries_that_are_not_in_the_records():
    assert dict(legend(figure()))["not in the records"] == figure().layout.geo.landcolor


@pytest.mark.parametrize(
    ("undated", "note"),
    [
        (0, ""),
        (1, "1 event without a year is in no frame."),
        (5, "5 events without a year are in no frame."),
    ],
)
def test_events_without_a_year_are_told_to_be_in_no_frame(undated: int, note: str):
    assert said(play.by_year(TABLE, PER_YEAR, LOOK, undated=undated), "note") == note


def test_the_strip_is_of_all_years():
    played = Played(TABLE, PER_YEAR, undated=1)
    assert play.strip(played, "world") == (
        "Over all years: 2 of 2 countries drawn; 1 of them as a marker (too small for their shape, or without one); "
        "none left out."
    )


def test_a_small_state_has_a_marker_only_in_the_years_it_has_a_count():
    assert [list(frame.data[1].customdata) for frame in figure().frames] == [["there:MLT,year:2019"], [], []]


def test_a_country_tells_its_count_of_the_year_and_picks_country_and_year():
    (first, empty, _) = figure().frames
    assert read(first.data[0].hovertext) == ["Kazakhstan 2019: 3 events", "Malta 2019: 1 event"]
    assert read(empty.data[0].hovertext) == ["Kazakhstan 2020: 0 events", "Malta 2020: 0 events"]
    assert list(empty.data[0].customdata) == ["there:KAZ,year:2020", "there:MLT,year:2020"]


def test_the_last_year_is_shown_first_and_the_slider_stands_there():
    made = figure()
    (slider,) = made.layout.sliders
    assert [step.label for step in slider.steps] == ["2019", "2020", "2021"]
    assert slider.active == 2
    assert traces(made) == [trace.to_plotly_json() for trace in made.frames[2].data]


def test_each_step_of_the_slider_goes_to_its_frame():
    (slider,) = figure().layout.sliders
    assert [list(step.args[0]) for step in slider.steps] == [["2019"], ["2020"], ["2021"]]


def test_it_can_be_played_and_stopped():
    (menu,) = figure().layout.updatemenus
    assert [button.label for button in menu.buttons] == ["Play", "Stop"]


def test_title_disclaimer_and_alternative_text():
    made = figure()
    assert title(made) == "Events by country that was there, year by year"
    assert maps.DISCLAIMER in " ".join(written(made))
    assert said(made, "alt") == "Map with a slider over 3 years. 2 countries. Most: Kazakhstan 25, Malta 1."


@pytest.mark.parametrize("rows", [[], [("KAZ", "none", 2)]])
def test_events_of_unknown_year_alone_make_no_frame(rows: list[tuple[str, str, int]]):
    made = play.by_year(TABLE, pd.DataFrame(rows, columns=["id", "year", "count"]), LOOK)
    assert (len(made.frames), len(traces(made)), len(made.layout.sliders[0].steps)) == (0, 0, 0)
    assert said(made, "alt").startswith("Map with a slider over 0 years.")
