"""What the views of the regions show: their rectangle on the plane, and the shapes that reach into it."""

from __future__ import annotations

import pytest

from charts import views
from scripts import build_map_views


@pytest.mark.parametrize("preset", views.PROJECTIONS)
def test_the_middle_of_a_range_is_shown_and_its_antipode_is_not_unless_the_view_is_the_world(preset: str):
    _, _, (west, east), (south, north), _ = views.PROJECTIONS[preset]
    longitude, latitude = (west + east) / 2, (south + north) / 2
    assert views.shows(preset, longitude, latitude)
    assert views.shows(preset, longitude + 180, -latitude) == (preset == "world")


@pytest.mark.parametrize("turns", [-360, 0, 360])
def test_a_place_is_shown_however_its_longitude_is_counted(turns: int):
    assert views.shows("pacific", 178 + turns, -18)
    assert not views.shows("pacific", 20 + turns, -18)


@pytest.mark.parametrize(
    ("preset", "inside", "outside"),
    [
        ("central-asia", {"KAZ", "CHN", "RUS", "SAU", "KWT", "IND"}, {"USA", "PRT", "AUT", "NPL", "QAT"}),
        ("europe", {"ISL", "TUR", "EGY", "LBY"}, {"SDN", "CHN", "CAN"}),
        ("middle-east", {"MDV", "ITA", "ETH"}, {"FRA", "ROU", "GBR"}),
        ("south-east-asia", {"IDN", "CCK", "JPN"}, {"RUS", "MDV"}),
        ("world", {"FJI", "NZL", "GRL"}, {"ATA"}),
    ],
)
def test_shapes_reach_into_a_view_as_the_browser_draws_them(preset: str, inside: set[str], outside: set[str]):
    reached = views.reached(preset)
    assert (inside - reached, outside & reached) == (set(), set())


def test_the_list_of_shapes_is_that_of_the_base_map_and_the_views_as_they_are():
    listed = [(preset, code) for preset in views.PROJECTIONS for code in sorted(views.reached(preset))]
    assert listed == list(build_map_views.rows())
