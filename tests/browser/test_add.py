"""From an announcement to the map and back: read, mend, save, see, undo; two tabs; a restart; files and limits."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from charts.theme import DARK, LIGHT
from tests.browser.by_hand import ALL, RECORDS, countries, with_country
from tests.browser.reading import chosen_from, opened, said, sound, turned_to
from tests.browser.waiting import rerun, settled

TEXT = """Labour inspectors learn to recognise trafficking in persons

SAMARKAND, Uzbekistan, 18 June 2026 - The International Organization for Migration held a three-day training for
labour inspectors in Samarkand from 15 to 17 June 2026.

Some 24 labour inspectors from Uzbekistan and Kazakhstan took part. They discussed how trafficking in persons is found
at building sites, and how victims are referred to help.

<b onmouseover="alert(1)">Not bold</b> <script>alert(2)</script>
"""

NEVER_THERE = ("Haiti", "HTI")
"""A country that no record names."""


def kept_in(folder: Path) -> dict[str, str]:
    return {"ATLAS_DATABASE_URL": f"sqlite:///{folder / 'atlas.db'}", "ATLAS_READ_ONLY": ""}


def pressed(page: Page, name: str) -> None:
    with rerun(page):
        page.get_by_role("button", name=name, exact=True).click()
    sound(page)


def written(page: Page, label: str, text: str) -> None:
    """Write into a box and leave it, as a reader does."""
    box = page.get_by_role("textbox", name=label, exact=True)
    with rerun(page):
        box.fill(text)
        box.press("Control+Enter")
    sound(page)


def read(page: Page, url: str) -> None:
    """Have the page read the text, under a name."""
    opened(page, f"{url}/add")
    written(page, "Your name", "Sam Sample")
    written(page, "Text of the announcement", TEXT)
    pressed(page, "Read")


def strip(page: Page) -> str:
    return page.locator(".st-key-chart_1 .strip").inner_text()


def test_an_announcement_is_read_mended_saved_seen_on_the_map_and_undone(
    start_server: Callable[..., str], page: Page, tmp_path: Path
):
    assert with_country(NEVER_THERE[1]) == []
    there = len(set().union(*(countries(record) for record in RECORDS)))
    read(page, start_server(kept_in(tmp_path)))
    marked = page.locator(".read")
    assert [words for words in marked.locator("mark").all_inner_texts() if "15 to 17 June 2026" in words]
    assert '<b onmouseover="alert(1)">Not bold</b> <script>alert(2)</script>' in marked.inner_text()
    chosen_from(page, "Countries that took part", NEVER_THERE[0])
    pressed(page, "Save this event")
    expect(page.get_by_test_id("stAlert")).to_contain_text("Saved: ")
    expect(page.get_by_test_id("stToast")).to_contain_text("Saved: ")
    page.get_by_role("link", name="See “").click()
    page.wait_for_url(re.compile("/events.*event="))
    expect(settled(page).locator(".st-key-event h2")).to_contain_text("Samarkand")

    turned_to(page, "Map")
    assert said(page).startswith(f"All {ALL + 1} events")
    assert strip(page).startswith(f"{there + 1} of {there + 1} countries drawn")

    turned_to(page, "Add events")
    pressed(page, "Undo")
    turned_to(page, "Map")
    assert said(page).startswith(f"All {ALL} events")
    assert strip(page).startswith(f"{there} of {there} countries drawn")


def edited(page: Page, url: str, title: str) -> None:
    """Open the event that was added, and write another title."""
    opened(page, f"{url}/add")
    written(page, "Your name", "Sam Sample")
    with rerun(page):
        page.get_by_role("combobox", name="History of", exact=True).click()
        page.keyboard.type("samarkand")
        expect(page.get_by_role("option")).to_have_count(1)
        page.keyboard.press("Enter")
    pressed(page, "Edit")
    written(page, "Title", title)


def test_the_second_of_two_tabs_sees_both_versions_and_a_restart_keeps_all(
    start_server: Callable[..., str], page: Page, context: BrowserContext, tmp_path: Path
):
    url, other = start_server(kept_in(tmp_path)), context.new_page()
    read(page, url)
    pressed(page, "Save this event")
    edited(page, url, "Title of the first tab")
    edited(other, url, "Title of the second tab")
    pressed(page, "Save this event")
    pressed(other, "Save this event")
    expect(other.get_by_test_id("stAlert").first).to_contain_text("saved this event meanwhile")
    pressed(other, "Keep mine")
    turned_to(page, "Events")
    assert said(page).startswith(f"All {ALL + 1} events")

    again = start_server(kept_in(tmp_path))
    opened(page, f"{again}/add")
    with page.expect_download() as handed_out:
        page.get_by_role("button", name="Download the added records as JSONL").click()
    lines = Path(handed_out.value.path()).read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["title"] for line in lines] == ["Title of the second tab"]
    assert page.get_by_role("textbox", name="Your name").input_value() == ""


def test_files_and_lists_are_dropped_together(start_server: Callable[..., str], page: Page, tmp_path: Path):
    rows = "Title,Start date,City,Country\nCourse on referral,2026-02-03,Osh,Kyrgyzstan\n"
    (tmp_path / "plan.csv").write_text(rows, encoding="utf-8")
    (tmp_path / "news.txt").write_text(TEXT, encoding="utf-8")
    opened(page, f"{start_server(kept_in(tmp_path))}/add")
    written(page, "Your name", "Sam Sample")
    with rerun(page):
        page.get_by_test_id("stFileUploader").locator("input").set_input_files(
            [tmp_path / "plan.csv", tmp_path / "news.txt"]
        )
    pressed(page, "Read")
    expect(page.locator(".read")).to_contain_text("SAMARKAND")
    pressed(page, "Import 1 event")
    expect(page.get_by_test_id("stAlert").first).to_contain_text("Imported 1 event from plan.csv")
    turned_to(page, "Events")
    assert said(page).startswith(f"All {ALL + 1} events")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_button_that_cannot_be_pressed_yet_can_be_read(
    start_server: Callable[..., str], page: Page, tmp_path: Path, scheme: Literal["light", "dark"]
):
    page.emulate_media(color_scheme=scheme)
    opened(page, f"{start_server(kept_in(tmp_path))}/add")
    written(page, "Text of the announcement", TEXT)
    pressed(page, "Read")
    button = page.get_by_role("button", name="Save this event", exact=True)
    expect(button).to_be_disabled()
    palette = DARK if scheme == "dark" else LIGHT
    words, edge, page_ = (
        button.locator("p").evaluate("each => getComputedStyle(each).color"),
        button.evaluate("each => getComputedStyle(each).borderTopStyle"),
        button.evaluate("each => getComputedStyle(document.querySelector('.stApp')).backgroundColor"),
    )
    assert (words, edge) == (_rgb(palette.muted), "dashed")
    assert page_ == _rgb(palette.page)


def _rgb(colour: str) -> str:
    """A colour as a browser tells it."""
    return f"rgb({', '.join(str(part) for part in bytes.fromhex(colour.removeprefix('#')))})"


def test_a_public_showing_says_that_saving_is_off(
    start_server: Callable[..., str], page: Page, tmp_path: Path
):
    url = start_server({**kept_in(tmp_path), "ATLAS_READ_ONLY": "1"})
    opened(page, f"{url}/add")
    expect(page.get_by_test_id("stAlert")).to_contain_text("Saving is off")
    written(page, "Text of the announcement", TEXT)
    pressed(page, "Read")
    expect(settled(page).get_by_role("button", name="Save this event")).to_be_disabled()
    assert not (tmp_path / "atlas.db").exists()


def test_an_event_of_the_files_is_corrected_from_its_facts(
    start_server: Callable[..., str], page: Page, tmp_path: Path
):
    url = start_server(kept_in(tmp_path))
    event = f"{url}/events?v=1&event=2024-dushanbe-consular-tip-workshop"
    opened(page, event)
    page.get_by_role("button", name="Correct this event").click()
    page.wait_for_url(re.compile("/add"))
    settled(page)
    written(page, "Your name", "Sam Sample")
    chosen_from(page, "Countries that took part", NEVER_THERE[0])
    pressed(page, "Save this event")
    opened(page, event)
    expect(page.locator(".st-key-event")).to_contain_text(NEVER_THERE[0])
    assert said(page).startswith(f"All {ALL} events")


def test_a_public_showing_offers_no_correction(start_server: Callable[..., str], page: Page, tmp_path: Path):
    url = start_server({**kept_in(tmp_path), "ATLAS_READ_ONLY": "1"})
    opened(page, f"{url}/events?v=1&event=2024-dushanbe-consular-tip-workshop")
    expect(page.get_by_role("button", name="Close this event")).to_be_visible()
    assert page.get_by_role("button", name="Correct this event").count() == 0
