"""A link opens the view it was copied from: at any page, first after a start, in another browser, after a restart."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.by_hand import ALL, with_country
from tests.browser.conftest import watch
from tests.browser.reading import (
    FILTERED,
    PAGES,
    asked,
    chosen_from,
    opened,
    path,
    remaining,
    said,
    sound,
    turned_to,
    unfolded,
)
from tests.browser.waiting import PATIENCE, WATCH, rerun, settled

KAZAKHSTAN = len(with_country("KAZ"))


@pytest.mark.parametrize("title", ["Map", "Data quality"])
def test_a_page_opens_by_link_as_the_first_request_after_a_start(
    title: str, start_server: Callable, page: Page
):
    opened(page, f"{start_server()}/{PAGES[title]}")
    assert page.title() == f"{title} · Cooperation Atlas"
    assert page.get_by_role("heading", level=1).all_inner_texts() == [title]
    assert page.locator(".st-key-menu a").all_inner_texts() == list(PAGES)
    assert remaining(page) == ALL


def test_a_filter_set_once_counts_the_same_on_every_page_and_the_menu_keeps_it(server: str, page: Page):
    opened(page, server)
    assert said(page).startswith("All 567 events")
    chosen_from(page, "Countries", "Kazakhstan")
    said_on = {"Overview": said(page)}
    kept = {"Overview": asked(page)}
    for title in list(PAGES)[1:]:
        turned_to(page, title)
        kept[title] = asked(page)
        if title in FILTERED:
            said_on[title] = said(page)
    assert said_on == dict.fromkeys(FILTERED, f"{KAZAKHSTAN} of {ALL} events")
    assert kept == {title: {"countries": "KAZ"} for title in PAGES}


def test_a_copied_link_opens_the_same_view_in_another_browser_and_after_a_restart(
    server: str, start_server: Callable, page: Page, browser: Browser
):
    opened(page, f"{server}/timeline")
    chosen_from(page, "Countries", "Kazakhstan")
    chosen_from(page, "Stacked by", "topic")
    link = page.url
    assert asked(page) == {"countries": "KAZ", "split": "topic"}
    seen = (said(page), page.get_by_role("heading", level=2).all_inner_texts())
    for copied in (link, link.replace(server, start_server())):
        with other_reader(browser) as reader:
            there = opened(reader.new_page(), copied)
            assert (said(there), there.get_by_role("heading", level=2).all_inner_texts()) == seen
            assert there.url == copied


def other_reader(browser: Browser) -> BrowserContext:
    context = browser.new_context(viewport={"width": 1366, "height": 900}, locale="en-GB")
    context.add_init_script(WATCH)
    watch(context)
    return context


def test_back_undoes_the_last_filter_then_the_last_page_and_forward_does_both_again(server: str, page: Page):
    opened(page, f"{server}/timeline")
    turned_to(page, "Topics")
    chosen_from(page, "Countries", "Kazakhstan")
    unfolded(page, "Topics, audiences, formats")
    chosen_from(page, "Formats", "training")
    steps = [(path(page), asked(page))]
    for go in ("back", "back", "back", "forward", "forward", "forward"):
        with rerun(page):
            page.go_back() if go == "back" else page.go_forward()
        steps.append((path(page), asked(page)))
    both, one = {"countries": "KAZ", "formats": "training"}, {"countries": "KAZ"}
    assert steps == [
        ("topics", both),
        ("topics", one),
        ("topics", {}),
        ("timeline", {}),
        ("topics", {}),
        ("topics", one),
        ("topics", both),
    ]
    assert page.locator(".st-key-chosen").get_by_role("button", name="Format: training").is_visible()


STEPS = """async ([way, times]) => {
  for (let step = 0; step < times; step += 1) {
    history[way]();
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}"""


SHOWS = """(remaining) => {
  const word = new URLSearchParams(location.search).get('q') ?? '';
  return document.querySelector('.chosen')?.innerText.match(/\\d+/)?.[0] === remaining[word];
}"""


def test_after_quick_steps_back_and_forward_the_page_still_shows_what_its_address_says(
    server: str, page: Page
):
    opened(page, f"{server}/timeline")
    words, left = page.get_by_label("Words in title, summary, names"), {"": str(ALL)}
    for word in ["t", "tr", "tra", "trai", "train"] * 2:
        words.fill(word)
        words.press("Enter")
        page.wait_for_function("(word) => location.search.endsWith(`q=${word}`)", arg=word)
        left[word] = left.get(word) or str(remaining(settled(page)))
    assert len(set(left.values())) > 3
    page.evaluate(STEPS, ["back", 9])
    page.evaluate(STEPS, ["forward", 9])
    settled(page)
    page.wait_for_function(SHOWS, arg=left, timeout=PATIENCE)
    sound(page)
