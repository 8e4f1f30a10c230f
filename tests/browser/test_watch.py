"""The watch that every browser test stands under, seen to find what it is there for."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import stays_here, watch


@pytest.mark.parametrize(
    ("url", "stays"),
    [
        ("http://127.0.0.1:8501/_stcore/stream", True),
        ("ws://localhost:8501/_stcore/stream", True),
        ("data:image/png;base64,AA", True),
        ("https://cdn.plot.ly/un/world_50m.json", False),
        ("https://127.0.0.1.example.org/", False),
        ("//fonts.example.org/a.woff2", False),
    ],
)
def test_only_this_machine_is_here(url: str, stays: object):
    assert stays_here(url) is stays


def test_a_request_to_another_machine_and_an_error_in_the_console_are_noticed(browser: Browser):
    context = browser.new_context()
    context.route("**/*", lambda route: route.fulfill(body="<p>nothing</p>", content_type="text/html"))
    account = watch(context)
    page = context.new_page()
    page.goto("http://127.0.0.1/")
    assert (account.elsewhere(), account.errors) == ([], [])
    page.evaluate("() => fetch('https://elsewhere.example/shapes.json', {mode: 'no-cors'}).catch(() => null)")
    page.evaluate("() => console.error('broken')")
    page.evaluate(
        "() => new Promise((done) => { setTimeout(() => { throw new Error('thrown') }); setTimeout(done) })"
    )
    context.close()
    assert account.elsewhere() == ["https://elsewhere.example/shapes.json"]
    assert [error.split(" (")[0] for error in account.errors] == ["broken", "thrown"]
