"""Draws the pictures of the documentation: starts the dashboard and looks at it with this machine's Chromium.

    python -m scripts.screenshots               draws all of them into docs/screenshots
    python -m scripts.screenshots map phone     draws these

The same data and code give the same pictures: fixed windows, time zone and language, no animation, and a
picture is kept only when the next one is the same.
"""

from __future__ import annotations

import argparse
import io
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Literal
from urllib.parse import urlencode

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

HOME = Path(__file__).resolve().parent.parent
FOLDER = HOME / "docs" / "screenshots"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
LARGEST = 300_000
"""Bytes a picture may have, so that the repository stays small."""

COLOURS = 256
"""Colours a palette picture may have."""

PATIENCE = 90
"""Seconds until a server or page that is not ready is a failure."""

ALIKE = 20
"""Pictures taken of one page until two are the same; a page that still moves then is a failure."""

# The frame's last element is there, Streamlit has run, every chart and its base map is drawn.
READY = """
() => {
  const app = document.querySelector('[data-testid="stApp"]');
  const waits = '[data-stale="true"], [data-testid="stSkeleton"], [data-testid="stAppSkeleton"]';
  const drawn = (chart) => {
    const layout = chart.querySelector('.js-plotly-plot')?._fullLayout;
    return layout && chart.querySelector('.main-svg')
      && (layout._subplots?.geo ?? []).every((name) => layout[name]._subplot?.topojson);
  };
  return app?.dataset.testConnectionState === 'CONNECTED' && app.dataset.testScriptState === 'notRunning'
    && document.querySelector('.foot, .st-key-steps') && !document.querySelector(waits)
    && [...document.querySelectorAll('[data-testid="stPlotlyChart"]')].every(drawn)
    && document.fonts.status === 'loaded';
}
"""


@dataclass(frozen=True)
class Picture:
    """One picture: its file, the page and view it shows, the window and the theme."""

    name: str
    page: str
    view: tuple[tuple[str, str], ...] = ()
    window: tuple[int, int] = (1440, 900)
    theme: Literal["light", "dark"] = "light"


PICTURES = (
    Picture("overview", ""),
    Picture("overview-dark", "", theme="dark"),
    Picture("map", "map", (("cities", "1"),)),
    Picture("timeline", "timeline"),
    Picture("present", "timeline", (("present", "1"), ("screen", "1"))),
    Picture("phone", "", window=(390, 844)),
)


def main() -> int:
    """Draw the pictures that are named, or all; return 1 where one is too large."""
    names = [picture.name for picture in PICTURES]
    parser = argparse.ArgumentParser(
        prog="python -m scripts.screenshots", description="Draws docs/screenshots."
    )
    parser.add_argument("names", nargs="*", help=f"some of: {', '.join(names)}")
    asked = parser.parse_args().names
    unknown = [name for name in asked if name not in names]
    if unknown:
        parser.error(f"no picture is called {unknown[0]}; there are {', '.join(names)}")
    FOLDER.mkdir(parents=True, exist_ok=True)
    sizes = draw([picture for picture in PICTURES if not asked or picture.name in asked])
    for file, size in sizes.items():
        print(f"{file.relative_to(HOME)}  {size / 1000:.0f} kB{'  TOO LARGE' if size > LARGEST else ''}")
    return int(any(size > LARGEST for size in sizes.values()))


def draw(pictures: Sequence[Picture]) -> dict[Path, int]:
    """Draw pictures with one server and one browser; return the files and their sizes in bytes."""
    with serving() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        try:
            return dict(written(picture, taken(picture, browser, url)) for picture in pictures)
        finally:
            browser.close()


def taken(picture: Picture, browser: Browser, url: str) -> bytes:
    """Return a picture as PNG, from a browser profile that has seen nothing yet."""
    width, height = picture.window
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=picture.theme,
        reduced_motion="reduce",
        locale="en-GB",
        timezone_id="UTC",
    )
    try:
        page = context.new_page()
        parameters = {"v": "1", **dict(picture.view)} if picture.view else {}
        page.goto(f"{url}/{picture.page}{'?' if parameters else ''}{urlencode(parameters)}")
        page.wait_for_function(READY, timeout=PATIENCE * 1000)
        return steady(page)
    finally:
        context.close()


def steady(page: Page) -> bytes:
    """Return the first picture that is the same as the one before it."""
    before = b""
    for _ in range(ALIKE):
        now = page.screenshot(animations="disabled", caret="hide")
        if now == before:
            return now
        before = now
    raise RuntimeError(f"{page.url} still moves after {ALIKE} pictures; see what on it does not come to rest")


def written(picture: Picture, png: bytes) -> tuple[Path, int]:
    """Write a picture with a palette of its own; return its file and size in bytes."""
    file = FOLDER / f"{picture.name}.png"
    with Image.open(io.BytesIO(png)) as full:
        reduced(np.asarray(full.convert("RGB"))).save(file, optimize=True)
    return file, file.stat().st_size


def reduced(pixels: NDArray[np.uint8]) -> Image.Image:
    """Return a picture, shape (height, width, 3), in its `COLOURS` most frequent colours.

    Surfaces and marks keep their exact colour; of the edges of type each pixel gets the nearest one.
    """
    height, width, _ = pixels.shape
    seen, inverse, counts = np.unique(pixels.reshape(-1, 3), axis=0, return_inverse=True, return_counts=True)
    palette = seen[np.argsort(-counts, kind="stable")[:COLOURS]]
    apart = ((seen[:, None].astype(np.int32) - palette.astype(np.int32)) ** 2).sum(axis=2)
    places = apart.argmin(axis=1).astype(np.uint8)[inverse.reshape(-1)]
    small = Image.frombytes("P", (width, height), places.tobytes())
    small.putpalette(palette.tobytes())
    return small


def chromium() -> str:
    """Return the path of a Chromium; ATLAS_CHROMIUM goes before what is on PATH, as for the tests."""
    named = os.environ.get("ATLAS_CHROMIUM")
    found = shutil.which(named) if named else next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        raise SystemExit(
            "no Chromium found; install one (Debian, Ubuntu: apt install chromium) or set ATLAS_CHROMIUM"
        )
    return found


@contextmanager
def serving() -> Iterator[str]:
    """Run the dashboard on a free port over its own data, with a home of its own; yield its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", "streamlit", "run", "serve.py", f"--server.port={port}"]
    command += ["--server.address=127.0.0.1", "--server.headless=true", "--server.fileWatcherType=none"]
    command += ["--browser.gatherUsageStats=false"]
    with tempfile.TemporaryDirectory() as folder:
        env = {name: value for name, value in os.environ.items() if name != "ATLAS_DATA"} | {"HOME": folder}
        log = Path(folder) / "server.log"
        with log.open("wb") as out:
            server = subprocess.Popen(command, cwd=HOME, env=env, stdout=out, stderr=out)
        try:
            answered(server, f"http://127.0.0.1:{port}/_stcore/health", log)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=15)


def answered(server: subprocess.Popen[bytes], health: str, log: Path) -> None:
    """Return once the server answers; raise with the end of its log where it ends or stays silent."""
    for _ in range(PATIENCE * 10):
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(health, timeout=5):
                return
        except OSError:
            Event().wait(0.1)  # between two questions to a server that is not listening yet
    raise RuntimeError(f"the dashboard does not start:\n{log.read_text(errors='replace')[-2000:]}")


if __name__ == "__main__":
    sys.exit(main())
