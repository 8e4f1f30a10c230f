"""Maps: classes, markers for small states, what is not drawn, host cities, regions."""

from __future__ import annotations

import csv
from dataclasses import replace
from typing import Any

import pytest

from analysis.counts import Counted
from charts import maps, theme, views
from tests.facts import (
    LOOK,
    areas,
    colours,
    counted,
    countries,
    figures,
    legend,
    markers,
    read,
    said,
    title,
    traces,
    written,
)

KAZ = ("KAZ", "Kazakhstan", 33, True, 48.0, 67.0)
UZB = ("UZB", "Uzbekistan", 4, True, 41.0, 64.0)
MLT = ("MLT", "Malta", 1, True, 35.9, 14.4)
XKX = ("XKX", "Kosovo", 2, True, 42.6, 20.9)
FRA = ("FRA", "France", 0, True, 46.0, 2.0)
LUX = ("LUX", "Luxembourg", 0, True, 49.6, 6.1)
PRK = ("PRK", "Democratic People's Republic of Korea", 0, False, 40.0, 127.0)
TABLE = countries([KAZ, UZB, MLT, XKX, FRA, LUX, PRK], unstated=2)
CLASSES = ["not in the records", "none here", "1", "2–4", "5–9", "10–19", "20 and more"]


def with_shape() -> set[str]:
    """The countries the base map has a shape of, read from its own list."""
    with maps.SHAPES.open(encoding="utf-8", newline="") as file:
        return {row["iso3"] for row in csv.DictReader(file) if row["drawn"] == "yes"}


def test_countries_are_filled_by_class_and_zero_is_not_the_same_as_not_in_the_records():
    assert areas(maps.by_country(TABLE, LOOK)) == {
        "not in the records": ["PRK"],
        "none here": ["FRA", "LUX"],
        "1": ["MLT"],
        "2–4": ["UZB"],
        "5–9": [],
        "10–19": [],
        "20 and more": ["KAZ"],
    }


def test_small_states_and_those_without_a_shape_have_a_marker_exactly_where_there_is_a_count():
    assert {name: picks for name, picks in markers(maps.by_country(TABLE, LOOK)).items() if picks} == {
        "1": ["there:MLT"],
        "2–4": ["there:XKX"],
    }


def test_markers_have_the_colour_of_their_class():
    figure = maps.by_country(TABLE, LOOK)
    palette = theme.LIGHT
    made = [trace for trace in traces(figure) if trace["type"] == "scattergeo"]
    assert [trace["marker"]["color"] for trace in made] == [palette.no_data, palette.land, *palette.sequence]
    assert legend(figure) == list(
        zip(CLASSES, [palette.no_data, palette.land, *palette.sequence], strict=True)
    )


def test_zero_has_an_outline_of_its_own():
    lines = {
        figures(trace["name"]): trace["marker"]["line"]["color"]
        for trace in traces(maps.by_country(TABLE, LOOK))
        if trace["type"] == "choropleth"
    }
    assert lines["none here"] == theme.LIGHT.muted
    assert {colour for name, colour in lines.items() if name != "none here"} == {theme.LIGHT.border}


def test_every_country_with_a_count_is_drawn_as_shape_or_marker_and_none_that_was_not_asked_for():
    points = [(iso3, iso3, 1, True, 10.0, 10.0) for iso3 in maps.shapes()]
    figure = maps.by_country(countries(points), LOOK)
    filled = {iso3 for names in areas(figure).values() for iso3 in names}
    marked = {pick.removeprefix("there:") for picks in markers(figure).values() for pick in picks}
    assert filled == with_shape()
    assert filled | marked == set(maps.shapes())
    assert marked >= set(maps.shapes()) - with_shape()


def test_a_country_the_base_map_does_not_know_has_a_marker():
    table = countries([("ZZZ", "Atlantis", 1, True, 30.0, -30.0)])
    assert markers(maps.by_country(table, LOOK))["1"] == ["there:ZZZ"]


def test_a_country_picks_itself_in_the_role_of_the_map():
    shapes = [trace for trace in traces(maps.by_country(TABLE, LOOK)) if trace["type"] == "choropleth"]
    assert [pick for shape in shapes for pick in shape["customdata"]] == [
        "there:PRK",
        "there:FRA",
        "there:LUX",
        "there:MLT",
        "there:UZB",
        "there:KAZ",
    ]


def hover(row: tuple[Any, ...], *, unit: str = "events", **more: Any) -> str:
    """What one country says when pointed at."""
    table = countries([row], unit=unit)
    told = {name: [cell] for name, cell in more.items()}
    (text,) = [
        text
        for trace in traces(maps.by_country(replace(table, columns=table.columns | told), LOOK))
        if trace["type"] == "choropleth"
        for text in read(trace["hovertext"])
    ]
    return text


def test_a_country_tells_its_name_its_count_and_its_last_event():
    last = {"last_event": "Regional workshop", "last_date": "2023-12-04"}
    assert hover(UZB, **last) == "Uzbekistan 4 events last: 4 Dec 2023, Regional workshop"


def test_a_country_without_a_dated_event_tells_no_last_one():
    assert hover(UZB) == "Uzbekistan 4 events"
    assert hover(FRA, last_event=float("nan"), last_date=float("nan")) == "France 0 events"


def test_a_country_outside_the_records_says_so():
    assert hover(PRK) == "Democratic People's Republic of Korea not in the records"


def test_a_country_of_people_tells_from_how_many_events_they_are():
    assert hover(KAZ, unit="people", event_count=3, base_count=2) == "Kazakhstan 33 people from 2 of 3 events"


@pytest.mark.parametrize(
    ("unit", "role", "heading"),
    [
        ("events", "there", "Events by country that was there"),
        ("people", "host", "People by country that hosted"),
        ("days", "funder", "Event days by country that paid"),
    ],
)
def test_the_title_names_unit_and_role(unit: str, role: str, heading: str):
    table = countries([KAZ], unit=unit)
    assert title(maps.by_country(replace(table, dimension=role, unit=unit), LOOK)) == heading


def test_the_disclaimer_stands_in_every_map():
    words = (
        "The boundaries and names shown and the designations used on this map do not imply official endorsement "
        "or acceptance by the United Nations."
    )
    for table in (TABLE, countries([])):
        figure = maps.by_country(table, LOOK)
        assert words in " ".join(written(figure))


def test_the_alternative_text_names_the_three_countries_with_most():
    assert said(maps.by_country(TABLE, LOOK), "alt") == (
        "Map. Events by country that was there: 4 countries. Most: Kazakhstan 33, Uzbekistan 4, Kosovo 2."
    )
    assert (
        said(maps.by_country(countries([FRA]), LOOK), "alt")
        == "Map. Events by country that was there: no country."
    )


def test_host_cities_are_circles_whose_area_grows_with_their_events():
    cities = counted([("Almaty|KAZ", "Almaty", 4), ("Astana|KAZ", "Astana", 1)], "city")
    cities.columns.update(latitude=[43.2, 51.1], longitude=[76.9, 71.4])
    figure = maps.by_country(TABLE, LOOK, cities=cities)
    circles = traces(figure)[-1]
    assert (circles["customdata"], circles["lon"]) == (["city:Almaty|KAZ", "city:Astana|KAZ"], [76.9, 71.4])
    assert circles["marker"]["size"] == [26, 13]
    assert read(circles["hovertext"]) == ["Almaty 4 events held here", "Astana 1 event held here"]
    assert legend(figure)[-1] == ("host city, circle by events", theme.LIGHT.second)
    assert colours(figure, len(figure.data) - 1) == theme.LIGHT.second


def test_the_base_map_stays_where_the_region_puts_it():
    geo = maps.by_country(TABLE, LOOK).layout.geo
    assert geo.fitbounds is False
    assert (geo.showrivers, geo.showlakes, geo.landcolor) == (False, False, theme.LIGHT.no_data)


def test_the_strip_tells_how_many_are_drawn_how_and_of_which_events_no_country_is_known():
    assert maps.strip(TABLE) == (
        "4 of 4 countries drawn; 2 of them as a marker (too small for their shape, or without one); none left out. "
        "2 events with no country in this role."
    )


def test_the_strip_names_what_cannot_be_drawn_and_does_not_count_it_as_a_marker():
    lost = ("ZZZ", "Atlantis", 1, True, None, None)
    assert maps.strip(countries([KAZ, lost])) == "1 of 2 countries drawn; not drawable: Atlantis."


def test_the_strip_tells_how_many_lie_outside_the_region():
    assert maps.strip(countries([KAZ, UZB, ("BRA", "Brazil", 1, True, -10.0, -53.0)]), "central-asia") == (
        "2 of 3 countries have their middle in this view; 1 lies outside it."
    )


def test_the_strip_tells_which_countries_beyond_a_region_reach_into_its_view_and_which_do_not():
    rows = [
        KAZ,
        ("CHN", "China", 2, True, 35.0, 103.0),
        ("IRN", "Iran", 1, True, 32.0, 53.0),
        ("USA", "United States", 9, True, 40.0, -100.0),
        ("PRT", "Portugal", 1, True, 39.5, -8.0),
    ]
    assert maps.strip(countries(rows), "central-asia") == (
        "1 of 5 countries have their middle in this view; 2 more reach into it; 2 lie outside it."
    )
    lost = ("ZZZ", "Atlantis", 1, True, None, None)
    assert maps.strip(countries([*rows, lost]), "central-asia").endswith(
        "2 lie outside it; not drawable: Atlantis."
    )


def test_a_marker_beyond_the_range_of_a_region_that_its_view_shows_reaches_into_it():
    below = ("ZZZ", "Atlantis", 1, True, 32.0, 67.0)
    assert maps.strip(countries([below]), "central-asia") == (
        "0 of 1 country have their middle in this view; 1 more reaches into it."
    )


def located(rows: list[tuple[str, int, float, float]], *, lost: int = 0, nowhere: int = 0) -> Counted:
    """Host cities of (name, events, latitude, longitude), events in cities without a point and without a city."""
    cities = counted(
        [*((name, name, events) for name, events, _, _ in rows), ("none", "none", lost + nowhere)], "city"
    )
    cities.columns.update(
        latitude=[*(row[2] for row in rows), float("nan")],
        longitude=[*(row[3] for row in rows), float("nan")],
        named_count=[*(row[1] for row in rows), lost],
    )
    return cities


ALMATY, VIENNA = ("Almaty", 4, 43.2, 76.9), ("Vienna", 2, 48.2, 16.4)


@pytest.mark.parametrize(
    ("cities", "preset", "words"),
    [
        (located([ALMATY, VIENNA]), "world", " 2 host cities drawn."),
        (
            located([ALMATY], nowhere=1),
            "world",
            " 1 host city drawn; 1 event without a host city (online, or not told).",
        ),
        (
            located([], lost=3, nowhere=2),
            "world",
            (
                " 0 host cities drawn; 3 events in a city that is not drawn: its place is not known; "
                "2 events without a host city (online, or not told)."
            ),
        ),
        (
            located([ALMATY, VIENNA]),
            "central-asia",
            " 1 host city drawn; 2 events in a city outside this view.",
        ),
    ],
)
def test_the_line_of_host_cities_tells_the_events_whose_city_is_not_drawn(
    cities: Counted, preset: str, words: str
):
    assert maps.cities_strip(cities, preset) == words


def test_the_numbers_of_a_map_tell_apart_what_it_tells_apart():
    table = countries([(*KAZ[:2], 0, *KAZ[3:]), UZB, FRA, PRK], unit="people", unstated=2)
    table.columns["event_count"] = [3, 2, 0, 0, 2]
    table.columns["base_count"] = [0, 2, 0, 0, 0]
    made = maps.listed(table)
    assert dict(zip(made.columns["id"], made.columns["drawn_as"], strict=True)) == {
        "UZB": "counted",
        "KAZ": "people not stated",
        "FRA": "none here",
        "PRK": "not in the records",
        "none": "not on the map",
    }


def test_a_country_not_in_the_records_stands_in_the_numbers_only_where_its_shape_is_drawn():
    antarctica = ("ATA", "Antarctica", 0, False, -80.0, 0.0)
    atlantis = ("ZZZ", "Atlantis", 0, False, 30.0, -30.0)
    table = countries([KAZ, FRA, PRK, antarctica, atlantis])
    assert maps.listed(table).columns["id"] == ["KAZ", "PRK", "FRA"]
    assert maps.listed(table, "central-asia").columns["id"] == ["KAZ", "FRA"]


def test_the_strip_of_no_country_says_so():
    assert maps.strip(countries([FRA, PRK])) == "0 of 0 countries drawn; none left out."


def point(longitude: float, latitude: float) -> dict[str, Any]:
    return {"longitude": longitude, "latitude": latitude}


@pytest.mark.parametrize(
    ("place", "presets"),
    [
        (point(67, 48), {"world", "central-asia"}),
        (point(69, 38.5), {"world", "central-asia", "middle-east", "africa", "south-asia"}),
        (point(30.5, 50.5), {"world", "europe", "americas"}),
        (point(-53, -10), {"world", "americas"}),
        (point(178, -18), {"world", "pacific", "americas"}),
        (point(-172, -13.8), {"world", "pacific", "americas"}),
        (point(103.8, 1.35), {"world", "south-asia", "south-east-asia"}),
        (point(0, -85), set()),
    ],
)
def test_a_country_is_in_the_views_its_point_lies_in_also_across_the_date_line(
    place: dict[str, Any], presets: set[str]
):
    assert {preset for preset in views.PROJECTIONS if maps.in_view(place, preset)} == presets


def test_every_region_offered_has_a_view_and_every_view_spans_less_than_the_globe():
    assert list(maps.PRESETS) == list(views.PROJECTIONS)
    for _, meridian, (west, east), (south, north), parallels in views.PROJECTIONS.values():
        assert 0 < east - west <= 360
        assert -90 <= south < north <= 90
        assert west < meridian < east
        assert parallels is None or south <= parallels[0] < parallels[1] <= north


@pytest.mark.parametrize("wanted", ["participations", "countries"])
def test_a_map_that_cannot_show_the_unit_says_which_it_shows(wanted: str):
    words = maps.about_unit(wanted, shown="events")
    assert theme.UNITS[wanted].lower() in words.lower()
    assert words.endswith(": the map shows events.")


def test_a_map_that_shows_the_unit_asked_for_says_nothing():
    assert maps.about_unit("events", shown="events") == maps.about_unit("days", shown="days") == ""


@pytest.mark.parametrize("iso3", ["MHL", "FSM", "SYC", "TON", "MLT", "XKX", "VAT"])
def test_a_state_of_small_islands_has_a_marker_however_far_they_lie_apart(iso3: str):
    assert maps.needs_marker(iso3)


@pytest.mark.parametrize("iso3", ["KAZ", "PSE", "FJI", "ISL", "TUN"])
def test_a_state_that_can_be_seen_has_a_shape(iso3: str):
    assert maps.has_shape(iso3)


def test_the_cities_of_two_maps_have_circles_of_one_scale():
    def held(name: str, events: int) -> Counted:
        cities = counted([(f"{name}|KAZ", name, events)], "city")
        cities.columns.update(latitude=[43.2], longitude=[76.9])
        return cities

    few, many = held("Almaty", 1), held("Astana", 4)
    first = maps.by_country(TABLE, LOOK, cities=few, cities_beside=many)
    second = maps.by_country(TABLE, LOOK, cities=many, cities_beside=few)
    small, large = (traces(figure)[-1]["marker"]["size"][0] for figure in (first, second))
    assert large == 2 * small


def test_a_region_whose_counts_lie_close_has_classes_of_its_own():
    far = ("USA", "United States", 60, True, 40.0, -100.0)
    near = [
        (*KAZ[:2], 25, *KAZ[3:]),
        (*UZB[:2], 28, *UZB[3:]),
        ("TJK", "Tajikistan", 33, True, 38.5, 68.8),
    ]
    figure = maps.by_country(countries([*near, far]), LOOK, preset="central-asia")
    names = [name for name, _ in legend(figure)][-5:]
    assert names == ["1–25", "26–27", "28–29", "30–31", "32 and more"]
    others = [
        (code, code, count, True, 40.0, -4.0)
        for code, count in zip(("BRA", "ESP", "FRA", "ITA", "PRT"), (1, 2, 3, 7, 9), strict=True)
    ]
    world = maps.by_country(countries([*near, far, *others]), LOOK)
    assert [name for name, _ in legend(world)][-1] == "20 and more"


def test_two_maps_of_a_region_share_the_classes_of_both():
    first = countries([(*KAZ[:2], 40, *KAZ[3:])])
    second = countries([(*KAZ[:2], 44, *KAZ[3:])])
    sides = [
        legend(maps.by_country(one, LOOK, preset="central-asia", beside=other))
        for one, other in ((first, second), (second, first))
    ]
    assert sides[0] == sides[1]


def test_the_numbers_of_a_map_begin_with_the_largest_of_its_view_and_end_with_what_is_not_stated():
    rows = [KAZ, (*UZB[:2], 9, *UZB[3:]), ("BRA", "Brazil", 90, True, -10.0, -53.0)]
    table = maps.listed(countries(rows), "central-asia")
    assert table.columns["id"][:3] == ["KAZ", "UZB", "BRA"]
    assert maps.listed(countries(rows)).columns["id"][0] == "BRA"
    assert table.columns["id"][-1] == countries(rows).columns["id"][-1]
