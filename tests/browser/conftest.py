"""A running dashboard and a browser that keeps account of everything a page asks for."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from tests.browser.waiting import PATIENCE, WATCH

ROOT = Path(__file__).resolve().parents[2]
APP = ROOT / "serve.py"
PATIENCE_AT_START = 90
"""Seconds until a server that does not answer is a failure."""

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
HERE = frozenset({"127.0.0.1", "localhost", "[::1]", "::1"})
OWN_SCHEMES = frozenset({"data", "blob", "about"})
STREAMLITS_OWN = ("/_stcore/health", "/_stcore/host-config")
"""Streamlit asks for these below the page's path first, on every deep link, and logs a 404."""


PLOTLYS_OWN = "undefined"
"""An animation that is stopped or overtaken rejects its promise with nothing, and nobody listens (plotly.js 4.2.0)."""


@dataclass
class Account:
    """What the pages of one test have asked for and complained about."""

    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def elsewhere(self) -> list[str]:
        """Requests that went to another machine."""
        return [url for url in self.requests if not stays_here(url)]

    def thrown(self, error: str) -> None:
        """Note an error nobody caught, if it is not what Plotly throws when an animation is cut short."""
        if error != PLOTLYS_OWN:
            self.errors.append(error)

    def heard(self, message: ConsoleMessage) -> None:
        """Note a console message if it is an error that is not Streamlit's own."""
        where = message.location.get("url", "")
        own = "404" in message.text and urlsplit(where).path.endswith(STREAMLITS_OWN)
        if message.type == "error" and not own:
            self.errors.append(f"{message.text} ({where})")


def stays_here(url: str) -> bool:
    """Tell whether a request stays on this machine."""
    parts = urlsplit(url)
    return parts.scheme in OWN_SCHEMES or parts.hostname in HERE


def watch(context: BrowserContext) -> Account:
    """Keep account of everything a context's pages do from now on."""
    account = Account()
    context.on("request", lambda request: account.requests.append(request.url))
    context.on("console", account.heard)
    context.on("weberror", lambda error: account.thrown(str(error.error)))
    context.on("page", lambda page: page.on("websocket", lambda ws: account.requests.append(ws.url)))
    return account


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_healthy(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    """Return once the server answers; fail with the end of its log if it ends or stays silent."""
    for _ in range(PATIENCE_AT_START * 10):
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=5):
                return
        except OSError:
            Event().wait(0.1)  # between two questions to a server that is not listening yet
    state = "ended" if process.poll() is not None else "does not answer"
    pytest.fail(f"the server at {url} {state}:\n{log.read_text(errors='replace')[-4000:]}")


@contextmanager
def serving(folder: Path, env: Mapping[str, str] | None = None, *, app: Path = APP) -> Iterator[str]:
    """Run the dashboard with a home of its own in `folder`; yield its address, without a final slash."""
    port = free_port()
    url, log = f"http://127.0.0.1:{port}", folder / "server.log"
    command = [sys.executable, "-m", "streamlit", "run", str(app), f"--server.port={port}"]
    command += ["--server.address=127.0.0.1", "--server.headless=true", "--server.fileWatcherType=none"]
    command += ["--browser.gatherUsageStats=false"]
    surroundings = {**os.environ, "HOME": str(folder), "PYTHONUTF8": "1", **(env or {})}
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=app.parent, env=surroundings, stdout=out, stderr=out)
        try:
            wait_until_healthy(process, url, log)
            yield url
        finally:
            process.terminate()
            try:
                process.wait(timeout=15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@pytest.fixture(scope="session")
def server(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a dashboard that all tests share; it starts only where there is a browser to look at it."""
    with serving(tmp_path_factory.mktemp("server")) as url:
        yield url


@pytest.fixture
def start_server(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., str]]:
    """Start servers for one test, `url = start_server({"ATLAS_DATA": folder})`; they end with it."""
    with ExitStack() as servers:

        def start(env: Mapping[str, str] | None = None, *, app: Path = APP) -> str:
            return servers.enter_context(serving(tmp_path_factory.mktemp("server"), env, app=app))

        yield start


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """The machine's Chromium, headless, with nothing going on behind the pages."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh browser profile; after the test nothing may have gone elsewhere or been logged as an error."""
    context = browser.new_context(viewport={"width": 1366, "height": 900}, locale="en-GB", timezone_id="UTC")
    context.set_default_timeout(PATIENCE)
    context.add_init_script(WATCH)
    account = watch(context)
    yield context
    context.close()
    assert (account.elsewhere(), account.errors) == ([], []), "requests to other machines, console errors"


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """An empty page in the fresh profile."""
    return context.new_page()
