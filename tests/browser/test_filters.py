"""What is chosen stands above the page and can be taken back; undated events are told; an empty result helps."""

from __future__ import annotations

import re

from playwright.sync_api import Page

from tests.browser.by_hand import ALL, RECORDS, between, undated, with_country
from tests.browser.reading import asked, opened, remaining, said, sound
from tests.browser.waiting import rerun


def press(page: Page, name: str | re.Pattern[str]) -> None:
    with rerun(page):
        page.get_by_role("button", name=name).first.click()
    sound(page)


def test_a_period_leaves_out_undated_events_and_one_click_adds_them(server: str, page: Page):
    inside, without_year = len(between("2019", "2023")), len(undated())
    assert (inside, without_year) == (221, 5)
    opened(page, f"{server}/timeline?v=1&from=2019&to=2023")
    assert said(page) == f"{inside} of {ALL} events"
    press(page, "5 undated left out – add them")
    assert said(page) == f"{inside + without_year} of {ALL} events"
    assert asked(page) == {"from": "2019", "to": "2023", "undated": "1"}
    press(page, "Undated included – leave them out")
    assert said(page) == f"{inside} of {ALL} events"


def test_the_period_slider_moves_by_keyboard_and_the_address_follows(server: str, page: Page):
    opened(page, f"{server}/events")
    start = page.get_by_role("slider", name=re.compile("start"))
    with rerun(page):
        start.press("ArrowRight")
    assert asked(page) == {"from": "2002", "to": "2025"}
    assert remaining(page) == len(between("2002", "2025"))
    with rerun(page):
        start.press("ArrowLeft")
    assert (asked(page), remaining(page)) == ({}, ALL)


def test_the_last_twelve_months_end_at_the_newest_event_and_stand_as_dates_in_the_address(
    server: str, page: Page
):
    newest = max(record["start_date"] for record in RECORDS if record["start_date"][0] != "X")
    assert newest == "2025-12-04"
    inside = [record for record in RECORDS if within(record["start_date"], "2024-12-05", newest)]
    opened(page, f"{server}/events")
    press(page, "Last 12 months")
    assert asked(page) == {"from": "2024-12-05", "to": "2025-12-04"}
    assert remaining(page) == len(inside) == 28


def within(date: str, first: str, last: str) -> bool:
    """Whether a date lies in the period for certain, whatever its precision."""
    longest = {4: ("-01-01", "-12-31"), 7: ("-01", "-31"), 10: ("", "")}[len(date)]
    return first <= date + longest[0] and date + longest[1] <= last


def test_chips_and_clear_all_take_filters_back(server: str, page: Page):
    opened(page, f"{server}/events?v=1&countries=KAZ,UZB&formats=training&q=consular")
    press(page, re.compile("^Format: training"))
    assert asked(page) == {"countries": "KAZ,UZB", "q": "consular"}
    press(page, re.compile("^Words: .consular"))
    either = {record["id"] for iso3 in ("KAZ", "UZB") for record in with_country(iso3)}
    assert remaining(page) == len(either)
    press(page, re.compile("^Country: Kazakhstan"))
    assert (asked(page), remaining(page)) == ({"countries": "UZB"}, len(with_country("UZB")))
    press(page, "Clear all")
    assert (asked(page), remaining(page)) == ({}, ALL)


def test_an_empty_result_names_the_filters_to_widen_and_a_click_on_one_works(server: str, page: Page):
    both = [record for record in with_country("KAZ") if record["format"] == "seminar"]
    assert both, "the records have seminars with Kazakhstan"
    assert not [record for record in both if year_of(record) == "2001"]
    opened(page, f"{server}/topics?v=1&countries=KAZ&formats=seminar&from=2001&to=2001")
    assert said(page) == f"0 of {ALL} events"
    offered = page.get_by_role("button", name=re.compile("^Without"))
    assert f"Period: 2001”: {len(both)} event" in offered.all_inner_texts()[0]
    press(page, re.compile("^Without “Period"))
    assert asked(page) == {"countries": "KAZ", "formats": "seminar"}
    assert said(page) == f"{len(both)} of {ALL} events"


def year_of(record: dict) -> str:
    return record["start_date"][:4]
