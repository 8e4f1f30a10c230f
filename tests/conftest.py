"""What all tests share: the repository's own data, steady property tests, and the machine's Chromium."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from loaders import sheets

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
"""Names under which a Chromium is looked for on PATH, first match taken."""

NO_BROWSER = (
    f"no Chromium found: none of {', '.join(BROWSERS)} is on PATH and ATLAS_CHROMIUM names none; "
    "install one (Debian, Ubuntu: apt install chromium) or set ATLAS_CHROMIUM to its path"
)

# Tests read the data of this repository, whatever the person at the keyboard works on or has added.
os.environ.pop("ATLAS_DATA", None)
os.environ["ATLAS_DATABASE_URL"] = "sqlite://"

# Time limits per example fail on a busy machine; on CI the same examples come every time.
hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)


def on_ci() -> bool:
    """Tell whether this is CI, where a test that cannot run has failed."""
    return os.environ.get("CI", "").lower() not in {"", "0", "false"}


hypothesis.settings.load_profile("ci" if on_ci() else "here")


def find_chromium() -> str | None:
    """Return the path of a Chromium; a name in ATLAS_CHROMIUM goes before those on PATH."""
    named = os.environ.get("ATLAS_CHROMIUM")
    return shutil.which(named) if named else next(filter(None, map(shutil.which, BROWSERS)), None)


@pytest.fixture(autouse=True)
def own_vocabulary() -> Iterator[None]:
    """Look names up in the Atlas's own vocabulary again after a test that read a folder with another."""
    yield
    if sheets.in_use() != sheets.FOLDER:
        sheets.use(sheets.FOLDER)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the browser tests and put them last, so that a quick failure is seen quickly."""
    browser = ROOT / "tests" / "browser"
    for item in items:
        if item.path.is_relative_to(browser):
            item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: item.path.is_relative_to(browser))


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of a Chromium; where there is none, skip, and on CI fail."""
    path = find_chromium()
    if path is None:
        (pytest.fail if on_ci() else pytest.skip)(NO_BROWSER)
    return path
