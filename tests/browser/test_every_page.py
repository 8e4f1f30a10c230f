"""Every page, in light, in dark and on a telephone: opened by link, whole, readable for all, and silent."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe_known import KNOWN
from tests.browser.conftest import watch
from tests.browser.reading import PAGES, opened
from tests.browser.waiting import PATIENCE, WATCH

VISITS = {
    **{title: slug for title, slug in PAGES.items() if title not in ("Topics", "Events")},
    "Overview": "?v=1&from=2019&to=2023&countries=KAZ",
    "Topics": "topics?v=1&pick=chart:1,topic:child-trafficking",
    "Events": "events?v=1&event=2001-dhulikhel-regional-consultation-girls-women",
    "Map, played": "map?v=1&play=1",
    "Topics, nothing left": "topics?v=1&countries=KAZ&formats=seminar&from=2001&to=2001",
    "Map, presented": "map?v=1&present=1&screen=1",
    "Map, compared and presented": "map?v=1&present=1&screen=1&from=2010&to=2015&other_from=2016&other_to=2021",
    "Funders, presented": "funders?v=1&present=1&screen=2",
}
"""Every page, and states of some that hold more than the page alone: a panel, an event, chips, a presentation."""

WAYS: dict[str, dict[str, Any]] = {
    "light": {"viewport": {"width": 1280, "height": 720}},
    "dark": {"viewport": {"width": 1366, "height": 900}, "color_scheme": "dark"},
    "narrow": {"viewport": {"width": 390, "height": 844}, "has_touch": True},
}

LOOKED_AT = """() => {
  const seen = (element) => {
    const box = element.getBoundingClientRect();
    return box.width * box.height > 0 && box;
  };
  const name = (element) => `${element.tagName.toLowerCase()} ${element.textContent.trim().slice(0, 40)}`;
  const bright = (colour) => {
    const [red, green, blue, alpha = 1] = colour.match(/[\\d.]+/g).map(Number);
    return alpha > 0.5 && Math.min(red, green, blue) > 200;
  };
  const all = (selector) => [...document.querySelectorAll(selector)];
  return {
    tab: document.title,
    headings: all('h1').map((heading) => heading.textContent),
    wide: [document.documentElement.scrollWidth, window.innerWidth],
    cut: all('h1, h2, h3').filter((heading) => {
      const box = seen(heading);
      return box && (heading.scrollWidth > heading.clientWidth + 1
        || box.right > window.innerWidth + 1 || box.left < -1);
    }).filter((heading) => !heading.closest('[data-testid="stSidebar"]')).map(name),
    told: all('.sideways').filter(seen).length,
    scrolled: all('[class*="st-key-figure_"]')
      .filter((figure) => figure.scrollWidth > figure.clientWidth + 1).map(name),
    ground: getComputedStyle(document.querySelector('[data-testid="stApp"]')).backgroundColor,
    charts: all('.js-plotly-plot').map((chart) => chart._fullLayout.paper_bgcolor),
    white: all('[data-testid="stApp"] *').filter((element) => {
      const box = seen(element);
      return box && box.width * box.height > 1000 && bright(getComputedStyle(element).backgroundColor);
    }).map(name),
  };
}"""

STILL = """() => Promise.all(document.getAnimations()
  .filter((animation) => animation.effect.getComputedTiming().endTime !== Infinity)
  .map((animation) => animation.finished.catch(() => null)))"""
"""Colours in the middle of a transition are not those a reader sees."""

KNOWN_HERE = """([target, selectors]) => {
  const found = document.querySelector(target);
  return !!found && selectors.some((selector) => found.closest(selector));
}"""


@dataclass
class Seen:
    """What one page showed, said and asked for."""

    shown: dict[str, Any]
    faults: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@dataclass
class Walk:
    """All pages, seen one way."""

    way: str
    pages: dict[str, Seen]

    def of(self, name: str) -> dict[str, Any]:
        """One thing that was looked at, by page."""
        return {title: seen.shown[name] for title, seen in self.pages.items()}


@pytest.fixture(scope="module", params=WAYS)
def walk(request: pytest.FixtureRequest, browser: Browser, server: str) -> Walk:
    """Every page, opened by its link in a browser of its own."""
    context = browser.new_context(locale="en-GB", timezone_id="UTC", **WAYS[request.param])
    context.set_default_timeout(PATIENCE)
    context.add_init_script(WATCH)
    account = watch(context)
    page, pages = context.new_page(), {}
    for title, address in VISITS.items():
        opened(page, f"{server}/{address}")
        faults = [] if request.param == "narrow" else axe_faults(page)
        pages[title] = Seen(page.evaluate(LOOKED_AT), faults, [*account.elsewhere(), *account.errors])
        account.requests.clear()
        account.errors.clear()
    context.close()
    return Walk(request.param, pages)


def axe_faults(page: Page) -> list[str]:
    """Serious and critical findings of axe-core, without those known in Streamlit's own widgets.

    Plotly's drawings are left out: they are pictures with an accessible name, their numbers stand beside them.
    """
    page.evaluate(STILL)
    options = {
        "resultTypes": ["violations"],
        "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"],
    }
    found = Axe().run(page, context={"exclude": [[".svg-container"]]}, options=options).response["violations"]
    return [
        f"{violation['id']}: {node['target'][0]} {node['html'][:120]}"
        for violation in found
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
        if not is_known(page, violation["id"], node["target"][0])
    ]


def is_known(page: Page, rule: str, target: str) -> bool:
    return page.evaluate(KNOWN_HERE, [target, [selector for selector, _ in KNOWN.get(rule, [])]])


def test_a_link_opens_the_page_it_names_whole(walk: Walk):
    assert walk.of("tab") == {title: f"{title.split(',')[0]} · Cooperation Atlas" for title in VISITS}
    expected = {title: [title.split(",")[0]] for title in VISITS if "presented" not in title}
    assert {
        title: shown for title, shown in walk.of("headings").items() if "presented" not in title
    } == expected
    assert [len(shown) for title, shown in walk.of("headings").items() if "presented" in title] == [1, 2, 1]


def test_no_page_asks_another_machine_for_anything_or_logs_an_error(walk: Walk):
    assert {title: seen.complaints for title, seen in walk.pages.items() if seen.complaints} == {}


def test_no_page_scrolls_sideways_or_cuts_off_a_heading(walk: Walk):
    assert {title: wide for title, wide in walk.of("wide").items() if wide[0] > wide[1]} == {}
    assert {title: cut for title, cut in walk.of("cut").items() if cut} == {}


def test_figures_are_scrolled_sideways_on_a_telephone_only(walk: Walk):
    scrolled = {title: figures for title, figures in walk.of("scrolled").items() if figures}
    if walk.way == "narrow":
        shown = {"Topics", "Data quality", "Who meets whom", "Map, presented", "Funders, presented"}
        assert shown <= set(scrolled)
    else:
        assert scrolled == {}


def test_what_is_scrolled_sideways_says_so_and_nothing_else_does(walk: Walk):
    scrolled = {title: len(figures) for title, figures in walk.of("scrolled").items()}
    assert walk.of("told") == scrolled


def test_page_and_figures_have_the_ground_of_their_theme_and_nothing_white_stands_in_the_dark(walk: Walk):
    ground, paper = (
        ("rgb(17, 24, 31)", "#11181F") if walk.way == "dark" else ("rgb(255, 255, 255)", "#FFFFFF")
    )
    assert set(walk.of("ground").values()) == {ground}
    assert {colour.upper() for charts in walk.of("charts").values() for colour in charts} == {paper}
    if walk.way == "dark":
        assert {title: white for title, white in walk.of("white").items() if white} == {}


def test_axe_finds_nothing_serious_in_our_markup(walk: Walk):
    assert {title: seen.faults for title, seen in walk.pages.items() if seen.faults} == {}


def test_axe_finds_a_picture_without_words(page: Page):
    page.set_content("<html lang='en'><title>t</title><main><h1>t</h1><img src='data:,'></main>")
    assert [fault.split(":")[0] for fault in axe_faults(page)] == ["image-alt"]


def test_what_is_known_of_axe_has_a_selector_and_a_reason():
    assert [
        rule for rule, places in KNOWN.items() for selector, reason in places if not (selector and reason)
    ] == []


def test_menu_and_filters_can_be_reached_on_a_telephone(server: str, browser: Browser):
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    context.add_init_script(WATCH)
    page = opened(context.new_page(), f"{server}/about")
    menu = page.locator(".st-key-menu").get_by_role("link", name="Map", exact=True)
    expect(menu).not_to_be_in_viewport()
    page.get_by_test_id("stExpandSidebarButton").click()
    expect(menu).to_be_in_viewport()
    countries = page.get_by_role("combobox", name="Countries", exact=True)
    countries.scroll_into_view_if_needed()
    expect(countries).to_be_in_viewport()
    context.close()
