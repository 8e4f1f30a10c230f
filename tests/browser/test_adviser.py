"""The adviser's pages in the browser: their totals are those of Overview under the same filters."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.reading import asked, chart, clicked, first_number, opened, path, picked, remaining, trace
from tests.browser.waiting import PATIENCE, WATCH, rerun, settled

PERIOD = "from=2015&to=2023"


def tile(page: Page, label: str) -> int:
    """The figure under a label among the figures at the top of a page."""
    found = page.locator(".tiles li").filter(has=page.locator(".label", has_text=re.compile(f"^{label}$")))
    return first_number(found.locator(".figure").inner_text())


@pytest.mark.parametrize(
    ("label", "role"),
    [("Hosted", "host"), ("Took part in", "participant"), ("Sent experts to", "expert")],
)
def test_a_country_s_figures_are_the_events_overview_counts(server: str, page: Page, label: str, role: str):
    opened(page, f"{server}/?v=1&countries=KAZ&role={role}&{PERIOD}")
    events = remaining(page)
    opened(page, f"{server}/country?v=1&country=KAZ&{PERIOD}")
    assert tile(page, label) == events > 0


def test_events_by_how_many_were_there_add_up_to_overview(server: str, page: Page):
    opened(page, f"{server}/?v=1&{PERIOD}")
    events = remaining(page)
    opened(page, f"{server}/meetings?v=1&{PERIOD}")
    chart(page, 5).scroll_into_view_if_needed()
    assert sum(trace(page, 5)["x"]) == events


def test_a_country_s_gaps_stand_on_the_events_overview_counts(server: str, page: Page):
    opened(page, f"{server}/?v=1&countries=KAZ&{PERIOD}")
    events = remaining(page)
    opened(page, f"{server}/gaps?v=1&mine=KAZ&{PERIOD}")
    assert f"{events} events" in chart(page, 1).inner_text()


def test_a_link_opens_two_maps_of_one_scale(server: str, page: Page):
    opened(page, f"{server}/map?v=1&countries=KAZ&other_countries=UZB")
    heads = page.locator(".chart-head h2").all_inner_texts()
    assert heads == [
        "Events by country that was there: Kazakhstan (was there)",
        "Events by country that was there: Uzbekistan (was there)",
    ]
    legends = [legend.inner_text() for legend in page.locator(".chart-head .legend").all()]
    assert legends[0] == legends[1]


def test_the_editions_of_almaty_s_series_stand_in_order(server: str, page: Page):
    opened(page, f"{server}/series")
    page.locator(".st-key-options").get_by_role("combobox", name=re.compile("Recurring event")).click()
    picked(page, page.get_by_role("option", name=re.compile("promoting law enforcement and judicial")))
    page.wait_for_url(re.compile("series="))
    settled(page)
    shown = chart(page, 1).text_content() or ""
    places = [shown.find(year) for year in ("2008", "2009", "2010", "2011")]
    assert -1 < places[0] < places[1] < places[2] < places[3]


SQUARES = ".st-key-plot_1 path.point"
TEXTS = (
    """(texts) => texts.map((text) => getComputedStyle(text).fillOpacity * getComputedStyle(text).opacity)"""
)


def test_a_country_in_a_table_leads_to_its_page_under_the_same_filters(server: str, page: Page):
    opened(page, f"{server}/meetings?v=1&{PERIOD}")
    first = trace(page, 1)["customdata"][0].split(",")[0].removeprefix("there:")
    with rerun(page):
        page.locator(".st-key-numbers_1 summary").click()
    table = page.locator(".st-key-numbers_1").get_by_test_id("stDataFrame")
    table.scroll_into_view_if_needed()
    expect(table.locator("canvas").first).to_be_visible()
    link = table.get_by_test_id("glide-cell-1-0")
    expect(link).to_have_text(f"country?v=1&from=2015&to=2023&country={first}")
    with page.expect_popup() as opening:
        click_link(page, table)
    there = opening.value
    settled(there)
    assert path(there) == "country"
    assert asked(there) == {"from": "2015", "to": "2023", "country": first}


POINTS_AT_A_LINK = """async ([x, y]) => {
  for (const _ of [1, 2, 3]) await new Promise(requestAnimationFrame);
  return getComputedStyle(document.elementFromPoint(x, y)).cursor === 'pointer';
}"""
HEAD_OF_TABLE, ROW_OF_TABLE = 36, 35


def click_link(page: Page, table: Locator) -> None:
    """Click on the first link in the first row of a table, which is painted and has no element of its own."""
    box = table.bounding_box()
    assert box, "the table is not drawn"
    down = box["y"] + HEAD_OF_TABLE + ROW_OF_TABLE / 2
    for across in range(10, int(box["width"]), 15):
        page.mouse.move(box["x"] + across, down)
        if page.evaluate(POINTS_AT_A_LINK, [box["x"] + across, down]):
            page.mouse.click(box["x"] + across, down)
            return
    raise AssertionError("no link in the first row")


def test_after_a_click_every_other_number_still_reads_and_the_list_is_one_click_away(server: str, page: Page):
    opened(page, f"{server}/gaps?v=1&mine=KAZ,UZB")
    place = next(at for at, pick in enumerate(trace(page, 1)["customdata"]) if pick)
    clicked(page, page.locator(SQUARES).nth(place))
    faded = [one for one in page.locator(".st-key-plot_1 .textpoint text").evaluate_all(TEXTS) if one < 1]
    assert faded == []
    jump = page.locator(".st-key-jump_1 a")
    expect(jump).to_be_in_viewport(ratio=1)
    expect(jump).to_contain_text("the list is below")
    jump.click()
    expect(page.locator(".st-key-picked_1")).to_be_in_viewport()
    assert "pick" in asked(page)


@pytest.mark.parametrize(("path", "charts", "sides"), [("topics", 5, 2), ("quality", 3, 1)])
def test_a_chart_says_that_it_is_compared_or_that_it_is_not(
    server: str, page: Page, path: str, charts: int, sides: int
):
    opened(page, f"{server}/{path}?v=1&from=2010&to=2015&other_from=2016&other_to=2020")
    for number in range(1, charts + 1):
        chart_ = page.locator(f".st-key-chart_{number}")
        said = chart_.locator(".chart-head p").first.inner_text()
        assert said.endswith("; compared with 2016–2020") == (sides == 2)
        told = " ".join(chart_.locator(".note").all_inner_texts())
        assert ("The comparison is not drawn" in told) == (sides == 1)


@pytest.mark.parametrize("width", [1280, 390])
def test_two_compared_networks_stand_under_each_other_as_wide_as_the_page(
    server: str, page: Page, width: int
):
    page.set_viewport_size({"width": width, "height": 844})
    opened(page, f"{server}/meetings?v=1&from=2010&to=2015&other_from=2016&other_to=2020")
    left, right = (page.locator(f".st-key-chart_{number}").bounding_box() for number in (3, 4))
    assert left is not None
    assert right is not None
    assert right["y"] >= left["y"] + left["height"]
    assert left["x"] == right["x"]
    heads = [page.locator(f".st-key-chart_{number} h2").inner_text() for number in (3, 4)]
    assert [head[:9] for head in heads] == ["2010–2015", "2016–2020"]


def test_each_of_two_compared_maps_names_its_own_filters(server: str, page: Page):
    opened(page, f"{server}/map?v=1&countries=KAZ&other_countries=UZB")
    assert page.locator(".chart-head p").all_inner_texts() == [
        "Country: Kazakhstan (was there)",
        "Country: Uzbekistan (was there)",
    ]


def test_the_first_page_also_goes_by_its_name(server: str, page: Page):
    opened(page, f"{server}/overview?v=1&countries=KAZ")
    assert (path(page), asked(page)) == ("", {"countries": "KAZ"})
    assert page.get_by_role("heading", level=1).all_inner_texts() == ["Overview"]
    assert page.get_by_role("alert").count() == 0


def test_a_page_there_is_not_is_told(server: str, browser: Browser):
    context = (
        browser.new_context()
    )  # Streamlit logs an error of its own, which the common one does not suffer
    context.set_default_timeout(PATIENCE)
    context.add_init_script(WATCH)
    page = context.new_page()
    page.goto(f"{server}/countries")
    settled(page)
    expect(page.get_by_role("alert")).to_contain_text("no page “countries”")
    context.close()


SCREENS = {
    "country?v=1&country=KAZ&peers=UZB,143&present=1&screen={}": (1, 3, 4, 7),
    "meetings?v=1&present=1&screen={}": (1, 2, 3, 4, 6),
    "gaps?v=1&mine=143,145&present=1&screen={}": (1, 2),
    "gaps?v=1&across=year&present=1&screen={}": (1,),
    "series?v=1&present=1&screen={}": (1, 3),
    "topics?v=1&present=1&screen={}": (2, 4, 5),
    "map?v=1&countries=KAZ&other_countries=UZB&present=1&screen={}": (1,),
    "quality?v=1&present=1&screen={}": (2,),
}
"""Presented charts: those with most rows, columns or notes of every page of the adviser, and of some others."""

CUT = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  const figures = [...document.querySelectorAll('[class*="st-key-figure_"]')];
  const labels = [...document.querySelectorAll('.ytick text, .xtick text, .textpoint text, .bartext')];
  const small = labels.map((label) => parseFloat(getComputedStyle(label).fontSize)).filter((size) => size < 12);
  return [main.scrollHeight > main.clientHeight, figures.some((box) => box.scrollWidth > box.clientWidth),
    small.length > 0, document.querySelector('.st-key-steps').getBoundingClientRect().bottom > window.innerHeight];
}"""


def test_every_presented_chart_fits_its_screen_and_can_be_read(server: str, browser: Browser):
    context = browser.new_context(viewport={"width": 1280, "height": 720}, locale="en-GB")
    context.set_default_timeout(PATIENCE)
    context.add_init_script(WATCH)
    page, faults = context.new_page(), {}
    for address, screens in SCREENS.items():
        for screen in screens:
            opened(page, f"{server}/{address.format(screen)}")
            faults[address.format(screen)] = page.evaluate(CUT)
    context.close()
    assert {address: fault for address, fault in faults.items() if any(fault)} == {}


def test_two_compared_maps_share_a_screen(server: str, page: Page):
    opened(page, f"{server}/map?v=1&countries=KAZ&other_countries=UZB&present=1&screen=1")
    assert page.get_by_test_id("stPlotlyChart").count() == 2


NARROW = """() => [...document.querySelectorAll('.annotation')]
  .filter((note) => note.textContent.startsWith('Source'))
  .map((note) => [note.getBoundingClientRect().right, note.closest('.js-plotly-plot').getBoundingClientRect().right])"""

NAMES = """() => [...document.querySelectorAll('.st-key-plot_3 .scattergeo text')]
  .filter((name) => getComputedStyle(name).display !== 'none')
  .map((name) => name.getBoundingClientRect()).map((box) => [box.left, box.top, box.right, box.bottom])"""


def test_on_a_telephone_no_source_line_is_cut_and_no_two_names_on_the_map_touch(
    server: str, browser: Browser
):
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="en-GB")
    context.set_default_timeout(PATIENCE)
    context.add_init_script(WATCH)
    page = opened(context.new_page(), f"{server}/meetings")
    lines, names = page.evaluate(NARROW), page.evaluate(NAMES)
    context.close()
    assert len(lines) == 8
    assert [line for line in lines if line[0] > line[1] + 1] == []
    assert len(names) > 3
    touching = [
        (one, other)
        for at, one in enumerate(names)
        for other in names[:at]
        if one[0] < other[2] - 2 and other[0] < one[2] - 2 and one[1] < other[3] - 2 and other[1] < one[3] - 2
    ]
    assert touching == []
