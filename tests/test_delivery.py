"""Streamlit's scripts go packed to whoever can unpack them, and a page names those it will ask for."""

from __future__ import annotations

import asyncio
import gzip
import json
import os
import re
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urljoin

import pytest
import streamlit as st
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from ui import add_state, delivery

PLOTLY = next((delivery.SCRIPTS / "static" / "js").glob("PlotlyChart.*.js"))
PACKED = {"accept-encoding": "br, gzip"}
MANIFEST: dict[str, dict[str, Any]] = json.loads((delivery.SCRIPTS / "manifest.json").read_bytes())


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


async def inside(scope: Scope, receive: Receive, send: Send) -> None:
    """Stand for Streamlit: a page, and anything else as text."""
    answer = (
        HTMLResponse("<p>a page") if scope["path"].endswith(("/", "map")) else PlainTextResponse("as it is")
    )
    await answer(scope, receive, send)


def asked(path: str, *, method: str = "GET", headers: dict[str, str] = PACKED, query: str = "") -> Answer:
    """Return what is sent for a path."""
    sent: list[Message] = []

    async def receive() -> Message:
        await asyncio.Event().wait()  # who asks stays until all is there
        raise AssertionError

    async def send(message: Message) -> None:
        sent.append(message)

    written = [(name.encode(), value.encode()) for name, value in headers.items()]
    scope: Scope = {"type": "http", "method": method, "path": path, "headers": written, "extensions": {}}
    scope["query_string"] = query.encode()
    asyncio.run(delivery.Delivery(inside)(scope, receive, send))
    start, *parts = sent
    found = {name.decode().lower(): value.decode() for name, value in start["headers"]}
    return Answer(start["status"], found, b"".join(part.get("body", b"") for part in parts))


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Packed scripts are kept in a folder of the test."""
    monkeypatch.setattr(delivery, "KEPT", tmp_path / "packed")
    monkeypatch.setattr(delivery, "_whole", set())
    return tmp_path / "packed"


def test_a_script_comes_packed_and_is_the_same_unpacked(kept: Path):
    answer = asked(f"/static/js/{PLOTLY.name}")
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-type"].startswith("text/javascript")
    assert "immutable" in answer.headers["cache-control"]
    assert gzip.decompress(answer.body) == delivery.WHOLE + PLOTLY.read_bytes()
    assert len(answer.body) * 3 < PLOTLY.stat().st_size
    assert [path.suffix for path in kept.iterdir()] == [".gz"]


def test_scripts_of_the_first_page_are_compiled_whole_and_others_as_they_are_needed():
    js = delivery.SCRIPTS / "static" / "js"
    hinted = {}
    for name in ("index", "react-dom", "protobuf", "Multiselect", "DataFrame", "DeckGlJsonChart"):
        (script,) = (path for path in js.glob(f"{name}.*.js") if path.name.count(".") == 2)
        body = gzip.decompress(asked(f"/static/js/{script.name}").body)
        hinted[name] = body == delivery.WHOLE + script.read_bytes()
        assert hinted[name] or body == script.read_bytes()
    assert hinted == {
        "index": True,
        "react-dom": True,
        "protobuf": True,
        "Multiselect": True,
        "DataFrame": False,
        "DeckGlJsonChart": False,
    }
    (sheet, *_) = (delivery.SCRIPTS / "static" / "css").glob("*.css")
    assert gzip.decompress(asked(f"/static/css/{sheet.name}").body) == sheet.read_bytes()


def test_a_packed_script_the_browser_has_is_not_sent_again():
    path = f"/static/js/{PLOTLY.name}"
    first = asked(path)
    for said in (first.headers["etag"], f'"other", W/{first.headers["etag"]}'):
        again = asked(path, headers=PACKED | {"if-none-match": said})
        assert (again.status, again.body) == (304, b"")
        assert "immutable" in again.headers["cache-control"]
    assert asked(path, headers=PACKED | {"if-none-match": '"other"'}).body == first.body


def test_a_script_is_packed_once(monkeypatch: pytest.MonkeyPatch):
    first = asked(f"/static/js/{PLOTLY.name}")
    monkeypatch.setattr(gzip, "compress", None)
    assert asked(f"/static/js/{PLOTLY.name}").body == first.body


@pytest.mark.parametrize("said", ["gzip", "GZIP", "gzip;q=0.5, br", "deflate , gzip; q=1.0"])
def test_who_can_unpack_is_sent_it_packed(said: str):
    assert (
        asked(f"/static/js/{PLOTLY.name}", headers={"accept-encoding": said}).headers["content-encoding"]
        == "gzip"
    )


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"accept-encoding": "br"},
        {"accept-encoding": "gzip;q=0, identity"},
        {**PACKED, "range": "bytes=0-9"},
    ],
)
def test_who_cannot_unpack_or_wants_a_part_gets_it_as_it_is(headers: dict[str, str]):
    answer = asked(f"/static/js/{PLOTLY.name}", headers=headers)
    assert answer.body == b"as it is"
    assert answer.headers["vary"] == "Accept-Encoding", "a cache between tells the two apart"


@pytest.mark.parametrize(
    "spoil", [lambda data: data[:1000], lambda _: b"", lambda data: data[:-9] + b"123456789"]
)
def test_a_packed_script_that_was_damaged_is_packed_anew(kept: Path, spoil: Callable[[bytes], bytes]):
    asked(f"/static/js/{PLOTLY.name}")
    (file,) = kept.iterdir()
    file.write_bytes(spoil(file.read_bytes()))
    delivery._whole.clear()  # another start
    assert gzip.decompress(asked(f"/static/js/{PLOTLY.name}").body) == delivery.WHOLE + PLOTLY.read_bytes()


def test_packed_scripts_may_be_deleted_while_the_server_runs_and_read_by_other_users(kept: Path):
    first = asked(f"/static/js/{PLOTLY.name}")
    (file,) = kept.iterdir()
    assert file.stat().st_mode & 0o044
    shutil.rmtree(kept)
    assert asked(f"/static/js/{PLOTLY.name}").body == first.body


def test_what_a_stopped_server_and_other_versions_left_is_removed_at_the_next_start(kept: Path):
    kept.mkdir()
    for name, age in (("unfinished-a", 7200), ("unfinished-b", 5), ("Old.1.js.1a.gz", 5)):
        path = kept / name
        path.write_bytes(b"") if name.endswith("gz") else path.mkdir()
        os.utime(path, (time.time() - age,) * 2)
    asked(f"/static/js/{PLOTLY.name}")
    assert {path.name for path in kept.iterdir() if not path.name.startswith("Plotly")} == {"unfinished-b"}


@pytest.mark.parametrize(
    "path",
    [
        "/static/js/none.js",
        "/static/js/../index.html",
        "/static/js/%2e%2e/manifest.json",
        "/manifest.json",
        "/_stcore/health",
        "/app/static/base_map/world_50m.json",
    ],
)
def test_anything_else_is_streamlits(path: str):
    assert asked(path) == Answer(
        200, {"content-length": "8", "content-type": "text/plain; charset=utf-8"}, b"as it is"
    )


def test_where_nothing_can_be_kept_a_script_goes_as_it_is(kept: Path):
    kept.write_text("a file where the folder should be", encoding="utf-8")
    assert asked(f"/static/js/{PLOTLY.name}").body == b"as it is"


def links(answer: Answer) -> list[str]:
    """Return the addresses that an answer links to."""
    return re.findall(r"<([^>]*)>; rel=modulepreload; crossorigin", answer.headers["link"])


@pytest.mark.parametrize("path", ["/", "/map"])
def test_a_page_names_the_scripts_it_will_ask_for_and_none_twice(path: str):
    answer = asked(path)
    found = links(answer)
    assert answer.body == b"<p>a page"
    assert f"/static/js/{PLOTLY.name}" in found
    assert len(set(found)) == len(found) > len(delivery.AHEAD)
    assert len(answer.headers["link"]) < 3_000
    assert [address for address in found if not (delivery.SCRIPTS / address.lstrip("/")).is_file()] == []
    page = (delivery.SCRIPTS / "index.html").read_text(encoding="utf-8")
    assert [address for address in found if address.rpartition("/")[2] in page] == []


def test_streamlit_still_has_every_part_that_is_asked_for_ahead():
    assert set(delivery.AHEAD) - {chunk.get("name") for chunk in MANIFEST.values()} == set()


def test_below_a_path_of_its_own_the_app_is_the_same(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(st, "get_option", lambda name: {"server.baseUrlPath": "/atlas/"}[name])
    delivery._links.cache_clear()
    try:
        assert f"/atlas/static/js/{PLOTLY.name}" in links(asked("/atlas/map"))
        assert asked(f"/atlas/static/js/{PLOTLY.name}").headers["content-encoding"] == "gzip"
    finally:
        delivery._links.cache_clear()


def test_what_is_no_request_for_a_file_passes_through():
    seen: list[str] = []

    async def socket(scope: Scope, _receive: Receive, _send: Send) -> None:
        seen.append(scope["type"])

    for scope in (
        {"type": "websocket"},
        {"type": "lifespan"},
        {"type": "http", "method": "POST", "path": "/"},
    ):
        asyncio.run(delivery.Delivery(socket)(scope, None, None))  # type: ignore[arg-type]  # nothing is sent
    assert seen == ["websocket", "lifespan", "http"]


def test_nobody_saves_once_a_browser_came_in_on_another_address_than_the_loopback(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(delivery, "heard_on", set())
    monkeypatch.setattr(add_state, "heard_on", delivery.heard_on)
    for host, refused in (("127.0.0.1", False), ("192.0.2.7", True), ("::1", True)):
        scope = {"type": "websocket", "path": "/_stcore/stream", "server": (host, 8501)}
        with suppress(TypeError):  # nobody listens behind it
            asyncio.run(delivery.Delivery(inside)(scope, None, None))  # type: ignore[arg-type]
        assert ("192.0.2.7" in add_state.place().refusal) is refused


@pytest.mark.parametrize(
    ("host", "refused"),
    [("localhost:8501", ""), ("127.0.0.1:8501", ""), ("[::1]:8501", ""), ("", "")]
    + [(name, name.rpartition(":")[0] or name) for name in ("atlas.example:8501", "192.0.2.7", "[::1")],
)
def test_a_connection_that_asked_for_another_name_does_not_save(
    host: str, refused: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(type(st.context), "headers", property(lambda _: {"Host": host}))
    monkeypatch.setattr(add_state, "heard_on", set())
    said = add_state.place().refusal
    assert refused in said if refused else said == ""


@pytest.mark.parametrize(
    ("path", "query", "there"),
    [
        ("/nosuch/map", "", "../nosuch"),
        ("/nosuch/deep/map", "v=1&from=2020", "../../nosuch?v=1&from=2020"),
        ("/a b/map", "", "../a%20b"),
        ("/\\host/map", "", "../%5Chost"),
    ],
)
def test_an_address_of_several_parts_leads_to_the_page_it_begins_with(path: str, query: str, there: str):
    answer = asked(path, query=query)
    assert (answer.status, answer.headers["location"], answer.body) == (302, there, b"")
    assert asked(path, method="HEAD", query=query).status == 302


@pytest.mark.parametrize(
    "path", ["/", "/map", "/component/one/map", "/_stcore/map", "/static/js/map", "/app/static/map"]
)
def test_a_page_and_what_streamlit_serves_itself_lead_nowhere(path: str):
    assert asked(path).status == 200


def test_only_what_would_be_a_page_leads_elsewhere():
    assert asked("/nosuch/text").body == b"as it is"


def test_below_a_path_of_its_own_an_address_of_several_parts_leads_to_its_page(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(st, "get_option", lambda name: {"server.baseUrlPath": "/atlas/"}[name])
    delivery._links.cache_clear()
    try:
        assert asked("/atlas/map").status == 200
        assert urljoin("/atlas/nosuch/map", asked("/atlas/nosuch/map").headers["location"]) == "/atlas/nosuch"
    finally:
        delivery._links.cache_clear()
