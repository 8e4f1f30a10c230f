"""What a reader waits for: the first visit and a filter change, in the machine's Chromium."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")

DRAWN = """(marks) => {
  const app = document.querySelector('[data-testid="stApp"]');
  const charts = [...document.querySelectorAll('[data-testid="stPlotlyChart"]')];
  const fetching = '[data-testid="stSkeleton"], [data-testid="stAppSkeleton"], [data-stale="true"]';
  const drawn = (chart) => {
    const layout = chart.querySelector('.js-plotly-plot')?._fullLayout;
    return layout && chart.querySelector('.main-svg')
      && (layout._subplots?.geo ?? []).every((name) => layout[name]._subplot?.topojson);
  };
  return app?.dataset.testScriptState === 'notRunning' && app.dataset.testConnectionState === 'CONNECTED'
    && !document.querySelector(fetching) && charts.length >= 4 && charts.every(drawn)
    && (!marks || charts[1].querySelector('.main-svg') !== window.benchMark);
}"""
"""Whether the page is quiet with all charts drawn; after a change, whether the second chart is another one."""

MARK = """() => {
  window.benchMark = document.querySelectorAll('[data-testid="stPlotlyChart"]')[1].querySelector('.main-svg');
}"""


def chromium() -> str | None:
    """Return the path of a Chromium; a name in ATLAS_CHROMIUM goes before those on PATH."""
    named = os.environ.get("ATLAS_CHROMIUM")
    return shutil.which(named) if named else next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def browsing(path: str) -> Iterator[Browser]:
    """Run a browser until the block ends."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


def first_visit(browser: Browser, url: str) -> float:
    """Return the seconds until everything is drawn in an empty profile."""
    context = browser.new_context(viewport={"width": 1366, "height": 900})
    page = context.new_page()
    begun = time.perf_counter()
    page.goto(url, wait_until="commit")
    page.wait_for_function(DRAWN, arg=False, timeout=60_000)
    seconds = time.perf_counter() - begun
    context.close()
    return seconds


def filter_change(browser: Browser, url: str, *, times: int = 4) -> float:
    """Return the seconds from a click on a filter until all charts are drawn anew, the median of some clicks."""
    context = browser.new_context(viewport={"width": 1366, "height": 1600})
    page = context.new_page()
    page.goto(url)
    page.wait_for_function(DRAWN, arg=False, timeout=60_000)
    seconds = [_click(page, key) for _ in range(times) for key in ("last_twelve_months", "clear_all")]
    context.close()
    return median(seconds[2:])


def _click(page: Page, key: str) -> float:
    page.evaluate(MARK)
    begun = time.perf_counter()
    page.locator(f".st-key-{key} button").first.click()
    page.wait_for_function(DRAWN, arg=True, timeout=60_000)
    return time.perf_counter() - begun
