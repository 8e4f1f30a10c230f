"""Presenting: one chart a screen, larger, moved by keys, in the address, and left with everything as it was."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.by_hand import with_country
from tests.browser.reading import asked, chart, opened, path, remaining, sound
from tests.browser.waiting import rerun, settled

SIZE = "(element) => parseFloat(getComputedStyle(element).fontSize)"


def press(page: Page, key: str) -> tuple[str, str, list[str]]:
    """Press a key; return page, screen and headings that follow."""
    with rerun(page):
        page.keyboard.press(key)
    sound(page)
    return (path(page), asked(page).get("screen", ""), page.get_by_role("heading").all_inner_texts())


def test_a_presentation_is_moved_by_arrow_keys_kept_over_a_reload_and_left_by_esc(server: str, page: Page):
    opened(page, f"{server}/timeline?v=1&countries=KAZ")
    headings = page.locator(".chart-head h2").all_inner_texts()
    small = (
        page.locator(".chart-head h2").first.evaluate(SIZE),
        chart(page, 1).evaluate("(gd) => gd.layout.font.size"),
    )
    with rerun(page):
        page.get_by_role("button", name="Present").click()
    assert asked(page) == {"countries": "KAZ", "present": "1", "screen": "1"}
    assert page.get_by_role("heading").all_inner_texts() == headings[:1]
    assert page.get_by_test_id("stPlotlyChart").count() == 1
    assert not page.get_by_test_id("stSidebar").is_visible()
    large = (
        page.locator(".chart-head h1").evaluate(SIZE),
        chart(page, 1).evaluate("(gd) => gd.layout.font.size"),
    )
    assert [round(now / before, 1) for now, before in zip(large, small, strict=True)] == [1.5, 1.5]

    assert press(page, "ArrowRight") == ("timeline", "2", headings[1:])
    assert press(page, "ArrowRight")[:2] == ("timeline", "2.2"), "lanes stand on two screens"
    assert press(page, "ArrowRight")[:2] == ("meetings", "1"), (
        "after the last chart of a page the first of the next that has any"
    )
    assert press(page, "ArrowLeft")[:2] == ("timeline", "2.2")
    assert press(page, "ArrowLeft") == ("timeline", "2", headings[1:])

    page.reload()
    sound(settled(page))
    assert asked(page) == {"countries": "KAZ", "present": "1", "screen": "2"}
    assert page.get_by_role("heading").all_inner_texts() == headings[1:]

    assert press(page, "Escape")[0] == "timeline"
    assert page.get_by_role("heading", level=1).all_inner_texts() == ["Timeline"]
    assert "present" not in asked(page)
    assert asked(page)["countries"] == "KAZ"
    assert remaining(page) == len(with_country("KAZ"))
    assert page.get_by_test_id("stSidebar").is_visible()


def test_buttons_move_too_and_there_is_nothing_before_the_first_screen(server: str, page: Page):
    opened(page, f"{server}/?v=1&present=1&screen=1")
    assert page.get_by_role("button", name="Previous").is_disabled()
    with rerun(page):
        page.get_by_role("button", name="Next").click()
    assert asked(page) == {"present": "1", "screen": "2"}
    with rerun(page):
        page.get_by_role("button", name="Leave").click()
    assert "present" not in asked(page)
    assert page.get_by_test_id("stSidebar").is_visible()


def test_a_chart_of_more_rows_than_a_screen_holds_is_stepped_through(server: str, page: Page):
    opened(page, f"{server}/gaps?v=1&present=1&screen=1")
    rows = [page.locator("g.ytick").all_text_contents()]
    for screen in ("1.2", "1.3"):
        assert press(page, "ArrowRight")[:2] == ("gaps", screen)
        rows.append(page.locator("g.ytick").all_text_contents())
    assert len({row for part in rows for row in part}) == sum(len(part) for part in rows) == 21
    assert page.locator(".screen").inner_text().endswith(", part 3 of 3")
    assert press(page, "ArrowRight")[:2] == ("gaps", "2")
    assert press(page, "ArrowLeft")[:2] == ("gaps", "1.3")


BEGUN = """(screen) => !location.search.includes(`screen=${screen}`)
  || document.querySelector('[data-testid="stApp"]').dataset.testScriptState === 'running'"""
"""Whether the server has heard of a key: two that reach it at once are one press to Streamlit."""


def test_an_arrow_key_pressed_while_a_screen_is_drawn_counts(server: str, page: Page):
    opened(page, f"{server}/?v=1&present=1&screen=1")
    page.keyboard.press("ArrowRight")
    page.wait_for_function(BEGUN, arg="1")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => location.search.includes('screen=3')")
    sound(settled(page))
    assert page.locator(".screen").inner_text().startswith("Overview, 3 of ")


def test_an_address_with_a_screen_there_is_not_says_which_one_is_shown(server: str, page: Page):
    opened(page, f"{server}/timeline?v=1&present=1&screen=999")
    assert "Timeline has no screen 999; this is 2" in page.locator(".note").last.inner_text()
