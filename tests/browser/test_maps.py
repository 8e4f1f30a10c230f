"""Maps in the browser: every country asked for is drawn, from our own base map, and a click leads to its events."""

from __future__ import annotations

import re

from playwright.sync_api import ElementHandle, Page

from charts.views import reached
from tests.browser.by_hand import ALL, RECORDS, countries, with_country, year
from tests.browser.conftest import stays_here
from tests.browser.reading import asked, chart, chosen_from, clicked, first_number, opened, remaining, said
from tests.browser.waiting import rerun

DRAWN = """() => [...document.querySelectorAll('path.choroplethlocation')]
  .filter((path) => path.getAttribute('d') && getComputedStyle(path).fill !== 'none')
  .map((path) => path.__data__.loc)"""

ASKED = """(gd) => gd.data.filter((trace) => trace.type === 'choropleth').flatMap((trace) => [...trace.locations])"""

SHAPE = "(iso3) => [...document.querySelectorAll('path.choroplethlocation')].find((path) => path.__data__.loc === iso3)"

OUTSIDE_THE_WORLD_VIEW = {"ATA"}
"""Asked for as never in the records; Antarctica lies south of the view."""


def drawn(page: Page) -> set[str]:
    return set(page.evaluate(DRAWN))


def marked(page: Page) -> set[str]:
    """Countries that have a marker on the page."""
    script = """(gd) => gd.data.filter((trace) => trace.type === 'scattergeo' && trace.customdata)
      .flatMap((trace) => [...trace.customdata]).filter((text) => !text.startsWith('city:'))"""
    told = {str(text).split(":")[1] for text in chart(page, 1).evaluate(script)}
    points = page.locator(".st-key-plot_1 .scattergeo path.point").count()
    assert points == len(told), f"{points} markers are drawn for {len(told)} countries"
    return told


def undrawn(page: Page, iso3: set[str]) -> set[str]:
    """Those of the countries that have neither a filled shape nor a marker."""
    return iso3 - drawn(page) - marked(page)


def shape(page: Page, iso3: str) -> ElementHandle:
    found = page.evaluate_handle(SHAPE, iso3).as_element()
    assert found, f"{iso3} has no shape"
    return found


def fill(page: Page, iso3: str) -> str:
    return shape(page, iso3).evaluate("(path) => getComputedStyle(path).fill")


def legend(page: Page) -> dict[str, str]:
    """Names of the classes and the colours of their swatches."""
    script = """(items) => items.map((item) => [
      item.textContent, getComputedStyle(item.querySelector('.swatch')).backgroundColor])"""
    return dict(page.locator(".st-key-chart_1 .legend li").evaluate_all(script))


def test_every_country_asked_for_is_drawn_from_our_own_base_map_and_counted_in_the_strip(
    server: str, page: Page
):
    base_maps: list[str] = []
    page.on("request", lambda request: base_maps.append(request.url) if "_50m.json" in request.url else None)
    opened(page, f"{server}/map")
    involved = set().union(*(countries(record) for record in RECORDS))
    assert undrawn(page, involved) == set()
    assert undrawn(page, set(chart(page, 1).evaluate(ASKED))) == OUTSIDE_THE_WORLD_VIEW
    strip = page.locator(".st-key-chart_1 .strip").inner_text()
    assert strip.startswith(f"{len(involved)} of {len(involved)} countries drawn")
    assert "none left out" in strip
    assert base_maps
    assert [url for url in base_maps if not stays_here(url)] == []
    words = "".join((page.locator(".st-key-plot_1").text_content() or "").split())
    assert "donotimplyofficialendorsement" in words, "the note on boundaries, wherever its lines break"

    shape(page, "KAZ").evaluate("(path) => path.remove()")
    assert undrawn(page, involved) == {"KAZ"}, "a shape that is missing is found"


def test_a_country_of_several_parts_is_one_shape_filled_whole(server: str, page: Page):
    opened(page, f"{server}/map")
    parts = page.evaluate("""() => [...document.querySelectorAll('path.choroplethlocation')]
      .filter((path) => path.__data__.loc === 'PSE').map((path) => path.getAttribute('d').split('M').length - 1)""")
    assert parts == [2], "West Bank and Gaza in one path"
    assert with_country("PSE")
    assert fill(page, "PSE") != legend(page)["none here"]


def test_the_legend_has_a_swatch_a_class_and_a_country_has_the_colour_of_its_class(server: str, page: Page):
    opened(page, f"{server}/map")
    swatches = legend(page)
    assert list(swatches) == ["not in the records", "none here", "1", "2–4", "5–9", "10–19", "20 and more"]
    assert len(set(swatches.values())) == 7
    assert (len(with_country("KAZ")), len(with_country("TUR"))) == (33, 17)
    assert fill(page, "KAZ") == swatches["20 and more"]
    assert fill(page, "TUR") == swatches["10–19"]
    assert not [
        record
        for record in RECORDS
        if "GRL" in countries(record, ("host", "participant", "expert", "funder"))
    ]
    assert fill(page, "GRL") == swatches["not in the records"]


def test_a_region_is_shown_by_its_own_range_and_says_what_lies_outside(server: str, page: Page):
    opened(page, f"{server}/map")
    ranges = "(gd) => [gd._fullLayout.geo.lonaxis.range, gd._fullLayout.geo.lataxis.range]"
    world = chart(page, 1).evaluate(ranges)
    chosen_from(page, "Region shown", "Central Asia")
    (west, east), (south, north) = chart(page, 1).evaluate(ranges)
    assert asked(page) == {"preset": "central-asia"}
    assert [[west, east], [south, north]] != world
    assert (west < 50, east > 85) == (True, True)
    assert (south < 37, north > 55) == (True, True)
    assert drawn(page) >= {"KAZ", "KGZ", "TJK", "TKM", "UZB"}
    assert drawn(page) == reached("central-asia") & set(chart(page, 1).evaluate(ASKED))
    assert "have their middle in this view" in page.locator(".st-key-chart_1 .strip").inner_text()


def test_a_click_on_a_country_lists_its_events_and_one_more_filters_by_it(server: str, page: Page):
    opened(page, f"{server}/map")
    there = len(with_country("KAZ"))
    clicked(page, shape(page, "KAZ"))
    panel = page.locator(".st-key-picked_1")
    assert panel.locator(".picked").inner_text().endswith(f"Kazakhstan: {there} events behind it")
    assert fill(page, "UZB") == legend(page)["20 and more"], "what was not clicked does not fade"
    with rerun(page):
        panel.get_by_role("button", name="Filter by this").click()
    assert (asked(page), said(page)) == ({"countries": "KAZ"}, f"{there} of {ALL} events")


def test_the_role_decides_what_is_counted_and_cities_are_a_layer_of_their_own(server: str, page: Page):
    opened(page, f"{server}/map")
    chosen_from(page, "Role of countries", "hosted")
    clicked(page, shape(page, "KAZ"))
    hosted = len(with_country("KAZ", ("host",)))
    told = page.locator(".st-key-picked_1 .picked")
    assert told.inner_text() == f"Country that hosted: Kazakhstan: {hosted} events behind it"
    with rerun(page):
        page.get_by_text("Host cities", exact=True).click()
    assert asked(page) == {"role": "host", "cities": "1"}
    circles = "(gd) => gd.data.filter((trace) => trace.name?.startsWith('host city')).map((trace) => trace.lon.length)"
    held = {(record["city"], record["host_country"]) for record in RECORDS if record["city"]}
    assert chart(page, 1).evaluate(circles) == [len(held)]


def test_the_map_plays_through_the_years_and_a_click_picks_the_year_it_shows(server: str, page: Page):
    opened(page, f"{server}/map?v=1&play=1")
    shown = page.locator(".st-key-plot_1 .slider-label").first
    assert shown.text_content() == "Year 2025"
    page.locator(".st-key-plot_1 .updatemenu-button", has_text="Play").click()
    page.wait_for_function("() => document.querySelector('.slider-label').textContent !== 'Year 2025'")
    page.locator(".st-key-plot_1 .updatemenu-button", has_text="Stop").click()
    rail = page.locator(".st-key-plot_1 .slider-rail-touch-rect").bounding_box()
    assert rail
    page.mouse.click(rail["x"] + rail["width"] * 21 / 24, rail["y"] + rail["height"] / 2)
    page.wait_for_function("() => document.querySelector('.slider-label').textContent === 'Year 2022'")
    clicked(page, shape(page, "KAZ"))
    that_year = [record for record in with_country("KAZ") if year(record) == "2022"]
    assert asked(page)["pick"] == "chart:1,there:KAZ,year:2022"
    assert re.search(
        r"Year: 2022: \d+ events? behind it", page.locator(".st-key-picked_1 .picked").inner_text()
    )
    assert first_number(page.locator(".st-key-picked_1 .picked").inner_text().split("2022:")[1]) == len(
        that_year
    )
    assert remaining(page) == ALL
