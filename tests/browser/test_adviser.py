"""The adviser's pages in the browser: their totals are those of Overview under the same filters."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from tests.browser.reading import chart, first_number, opened, remaining, trace
from tests.browser.waiting import settled

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
    page.get_by_role("option", name=re.compile("promoting law enforcement and judicial")).click()
    page.wait_for_url(re.compile("series="))
    settled(page)
    shown = chart(page, 1).text_content() or ""
    places = [shown.find(year) for year in ("2008", "2009", "2010", "2011")]
    assert -1 < places[0] < places[1] < places[2] < places[3]
