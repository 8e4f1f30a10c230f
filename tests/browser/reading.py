"""What a reader does and sees, in words: open a page, change it by the menu, read the line above, click in a chart."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Download, ElementHandle, Locator, Page

from tests.browser.waiting import rerun, settled

PAGES = {
    "Overview": "",
    "Map": "map",
    "Timeline": "timeline",
    "Country": "country",
    "Who meets whom": "meetings",
    "Funders": "funders",
    "Topics": "topics",
    "Gaps": "gaps",
    "Series": "series",
    "Events": "events",
    "Data quality": "quality",
    "Add events": "add",
    "About": "about",
}
"""Title of each page and its place in the address, in the order of the menu."""

FILTERED = [title for title in PAGES if title not in ("Add events", "About")]
"""Pages that the filters change."""


def opened(page: Page, url: str) -> Page:
    """Open an address; what the page says must not be an error of the program."""
    page.goto(url)
    return sound(settled(page))


def sound(page: Page) -> Page:
    """Return the page, or fail with the error of the program it shows."""
    shown = page.get_by_test_id("stException").all_inner_texts()
    shown += page.get_by_role("dialog").all_inner_texts()
    assert not shown, f"{page.url} shows an error: {shown}"
    return page


def turned_to(page: Page, title: str) -> Page:
    """Go to another page by the menu."""
    with rerun(page):
        page.locator(".st-key-menu").get_by_role("link", name=title, exact=True).click()
    return sound(page)


def said(page: Page) -> str:
    """The line that says what is chosen and how many events remain."""
    return page.locator(".chosen").inner_text()


def remaining(page: Page) -> int:
    """How many events are left, by the line above the page."""
    return first_number(said(page))


def first_number(text: str) -> int:
    """The first number of a text; thousands are set apart by a narrow blank."""
    found = re.search(r"\d+", text.replace("\u202f", ""))
    assert found, f"no number in {text!r}"
    return int(found[0])


def asked(page: Page) -> dict[str, str]:
    """What the address asks for, but for its version."""
    query = parse_qs(urlsplit(page.url).query)
    return {name: values[0] for name, values in query.items() if name != "v"}


def path(page: Page) -> str:
    """The page's place in the address."""
    return urlsplit(page.url).path.strip("/")


def chosen_from(page: Page, label: str, option: str) -> None:
    """Choose an option of a list by typing it, as a reader does."""
    with rerun(page):
        page.get_by_role("combobox", name=label, exact=True).click()
        page.keyboard.type(option)
        picked(page, page.get_by_role("option", name=option, exact=True))
    page.keyboard.press("Escape")
    sound(page)


def picked(page: Page, option: Locator) -> None:
    """Press an option once its list has stopped changing.

    Under the pointer the option becomes the current one and is drawn anew; a press that begins before and
    ends after that is none.
    """
    option.hover()
    settled(page)
    option.click()


def unfolded(page: Page, heading: str) -> None:
    """Unfold the filters under a heading of the sidebar."""
    with rerun(page):
        page.get_by_test_id("stSidebar").get_by_text(heading, exact=True).click()
    sound(page)


def clicked(page: Page, mark: Locator | ElementHandle) -> None:
    """Click in the middle of a bar, square or country; what was clicked causes a run."""
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box, "nothing to click on is drawn"
    with rerun(page):
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    sound(page)


def chart(page: Page, number: int) -> Locator:
    """A chart of the page, counted from 1."""
    return page.locator(f".st-key-plot_{number} .js-plotly-plot")


def trace(page: Page, number: int, place: int = 0) -> dict[str, Any]:
    """One trace of a chart as Plotly holds it: what a reader sees as bars or squares."""
    plain = "(key, value) => ArrayBuffer.isView(value) ? [...value] : value"
    script = f"(gd, at) => JSON.parse(JSON.stringify(gd.data[at], {plain}))"
    return chart(page, number).evaluate(script, place)


def table_in(download: Download) -> tuple[dict[str, str], list[dict[str, str]]]:
    """Description and rows of a CSV file that was downloaded."""
    text = Path(download.path()).read_text(encoding="utf-8-sig")
    head, _, body = text.replace("\r\n", "\n").partition("\n\n")
    about = {row[0].removeprefix("# "): row[1] for row in csv.reader(io.StringIO(head))}
    return about, list(csv.DictReader(io.StringIO(body)))
