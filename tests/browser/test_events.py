"""One event: reached from a list and by link, with all its facts and sources; an unknown one is told."""

from __future__ import annotations

import re

from playwright.sync_api import Page

from tests.browser.by_hand import ALL, RECORDS, Record, countries
from tests.browser.reading import asked, opened, path, remaining, sound
from tests.browser.waiting import rerun

NEWEST = max(
    (record for record in RECORDS if record["start_date"][0] != "X"), key=lambda record: record["start_date"]
)
UNDATED = next(record for record in RECORDS if record["start_date"] == "XXXX-10-26")


def facts(page: Page) -> dict[str, str]:
    terms, values = (page.locator(f".st-key-event {part}").all_inner_texts() for part in ("dt", "dd"))
    return dict(zip(terms, values, strict=True))


def is_told(page: Page, record: Record) -> None:
    """Assert that the page tells the facts and links the sources of a record."""
    told = facts(page)
    assert page.locator(".st-key-event h2").inner_text() == record["title"]
    assert record["city"] is None or record["city"] in told["Place"]
    assert record["format"] in told["Format"]
    assert told["Topics"].split(", ") == record["topics"]
    assert len(told["Countries that took part"].split(", ")) >= len(countries(record, ("participant",)))
    assert record["id"] in told["Record"]
    links = page.locator(".st-key-event a").evaluate_all(
        "(links) => links.map((link) => link.getAttribute('href'))"
    )
    assert links == [source["url"] for source in record["sources"]]


def test_the_newest_event_opens_from_the_overview_with_all_its_facts(server: str, page: Page):
    opened(page, f"{server}/?v=1&formats={NEWEST['format'].replace(' ', '-')}")
    with rerun(page):
        page.locator(".st-key-newest").get_by_role(
            "link", name=re.compile(re.escape(NEWEST["title"]))
        ).first.click()
    sound(page)
    assert path(page) == "events"
    assert asked(page) == {"formats": NEWEST["format"].replace(" ", "-"), "event": NEWEST["id"]}
    is_told(page, NEWEST)
    with rerun(page):
        page.get_by_role("button", name="Close this event").click()
    assert asked(page) == {"formats": NEWEST["format"].replace(" ", "-")}
    assert page.locator(".st-key-event").count() == 0


def test_an_event_without_a_year_opens_by_link_and_says_so(server: str, page: Page):
    opened(page, f"{server}/events?v=1&event={UNDATED['id']}")
    is_told(page, UNDATED)
    assert "year unknown" in facts(page)["Dates"]
    assert facts(page)["People"].startswith("30")


def test_an_event_the_records_do_not_have_is_told_and_the_table_stands(server: str, page: Page):
    opened(page, f"{server}/events?v=1&event=no-such-event")
    assert (
        "event=no-such-event: no event in the Atlas has this id"
        in page.get_by_test_id("stAlert").inner_text()
    )
    assert remaining(page) == ALL
