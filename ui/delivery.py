"""How Streamlit's scripts reach the browser: packed, and those of the first page asked for ahead of time.

Streamlit sends its scripts as they are (8 MB for a first visit) and leaves packing to a server in front of it, which
most who run the Atlas do not have. A script is packed once, when it is first asked for, and kept. Those of the first
page say in a comment that a browser does best to compile them whole while they arrive.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import logging
import re
import shutil
import tempfile
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import streamlit as st
from starlette.datastructures import Headers
from starlette.responses import FileResponse, Response
from starlette.staticfiles import NotModifiedResponse, StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from loaders import files

SCRIPTS = Path(st.__file__).parent / "static"
"""Streamlit's page and its scripts, whose names hold a digest of their content."""

KEPT = files.HOME / "var" / "cache" / "packed"
"""Where packed scripts are kept between two starts; safe to delete."""

AHEAD = ("PageLink", "Html", "Button", "Slider", "Selectbox", "Multiselect", "TextInput", "PlotlyChart")
"""What Streamlit calls the parts of a page with charts and filters; it asks for each when it is first drawn."""

WHOLE = b"//# allFunctionsCalledOnLoad\n"
"""V8's explicit compile hint (Chromium 136 and later; a comment to any other browser): without it each function is
read once to find its end, beside the page, and again when it is first called, in its way."""

_TYPES = {".js": "text/javascript", ".css": "text/css"}
_SMALL = 1024
"""Bytes that are not worth packing."""

heard_on: set[str] = set()
"""Addresses of this machine on which browsers have reached the app, which another server may have opened."""

_LOG = logging.getLogger(__name__)


class Delivery:
    """Sends packed scripts in place of Streamlit's own, and names the scripts of the first page beside the page."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        with suppress(OSError):
            _tidy_up()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] == "websocket" and scope.get("server"):
            heard_on.add(scope["server"][0])
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        place = _place(scope)
        script = _scripts().get(place) if _takes_packed(scope) else None
        packed = await asyncio.to_thread(_packed, script) if script else None
        if script and packed:
            await _response(script, packed, Headers(scope=scope))(scope, receive, send)
        elif place in _scripts():
            await self._app(scope, receive, _with(send, b"vary", lambda: b"Accept-Encoding"))
        else:
            told = _with(send, b"link", _links, kind=b"text/html")
            there = _page_of(place, scope.get("query_string", b""))
            await self._app(scope, receive, _led(told, there) if there else told)


def _place(scope: Scope) -> str:
    """Return the path below the one the app is served under."""
    path: str = scope["path"].removeprefix(scope.get("root_path", ""))
    return path.removeprefix(_base())


SERVED = frozenset({"static", "app", "media", "component", "vendor", "_stcore"})
"""First parts of addresses below which Streamlit has files and answers, not pages."""


def _page_of(place: str, query: bytes) -> bytes:
    """Return the address of the page that an address of several parts begins with, as seen from there; b"" for others.

    Streamlit answers such an address with its page, which then asks for its scripts below the wrong place and stays
    white. Below the first part the page opens and says what it knows of that name.
    """
    first, *more = place.strip("/").split("/")
    if not more or first in SERVED:
        return b""
    up = "../" * (place.count("/") - 1)
    return f"{up}{quote(first)}".encode() + (b"?" + query if query else b"")


def _led(send: Send, there: bytes) -> Send:
    """Return what leads to another address in place of sending a page."""
    leads = False

    async def sent(message: Message) -> None:
        nonlocal leads
        if message["type"] == "http.response.start":
            kind = Headers(raw=[*message.get("headers", [])]).get("content-type", "")
            leads = message["status"] == 200 and kind.startswith("text/html")
            if leads:
                headers = [(b"location", there), (b"content-length", b"0"), (b"cache-control", b"no-cache")]
                message = {**message, "status": 302, "headers": headers}
        elif leads:
            more = message.get("more_body", False)
            message = {"type": "http.response.body", "body": b"", "more_body": more}
        await send(message)

    return sent


def _base() -> str:
    """Return the path the app is served under, "" for the root."""
    base = str(st.get_option("server.baseUrlPath")).strip("/")
    return f"/{base}" if base else ""


def _takes_packed(scope: Scope) -> bool:
    """Return whether who asks can unpack, and asks for the whole."""
    headers = dict(scope["headers"])
    said = headers.get(b"accept-encoding", b"").decode("latin-1").lower().replace(" ", "").split(",")
    return b"range" not in headers and any(_GZIP.fullmatch(each) for each in said)


_GZIP = re.compile(r"gzip(;q=(1(\.0*)?|0\.\d*[1-9]\d*))?")
"""What a browser writes that unpacks; with q=0 it says that it does not."""


@lru_cache(maxsize=1)
def _scripts() -> dict[str, Path]:
    """Return the files that are worth packing by their path in the address."""
    found = (path for kind in ("js", "css") for path in (SCRIPTS / "static" / kind).glob(f"*.{kind}"))
    return {f"/static/{path.parent.name}/{path.name}": path for path in found if path.stat().st_size > _SMALL}


_whole: set[Path] = set()
"""Packed scripts that were compared with the scripts themselves since the start."""


def _packed(script: Path) -> Path | None:
    """Return a script as it is kept, packed; None where it cannot be kept, so that it goes as it is.

    What was kept before is used only if it can be read and unpacks to the script.
    """
    kept = KEPT / f"{script.name}.{script.stat().st_mtime_ns:x}.gz"
    if kept in _whole and kept.is_file():
        return kept
    try:
        if not _unpacks_to(kept, script):
            _pack(script, kept)
    except OSError as error:
        _LOG.warning("%s cannot be kept packed (%s); it is sent as it is", script.name, error)
        return None
    _whole.add(kept)
    return kept


def _content(script: Path) -> bytes:
    """Return a script as browsers get it: one of the first page below the hint, any other as it is."""
    of_first_page = script.suffix == ".js" and f"static/{script.parent.name}/{script.name}" in _first_page()
    return (WHOLE if of_first_page else b"") + script.read_bytes()


def _unpacks_to(kept: Path, script: Path) -> bool:
    try:
        return gzip.decompress(kept.read_bytes()) == _content(script)
    except (OSError, EOFError, zlib.error):  # not there, not ours to read, or damaged
        return False


def _pack(script: Path, kept: Path) -> None:
    """Keep a script packed; written beside and moved into place, so that nobody is ever sent a half."""
    KEPT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=KEPT, prefix=UNFINISHED, ignore_cleanup_errors=True) as beside:
        unfinished = Path(beside) / kept.name
        unfinished.write_bytes(gzip.compress(_content(script), 6, mtime=0))
        unfinished.replace(kept)


UNFINISHED = "unfinished-"
_OLD = 3600.0
"""Seconds after which what is unfinished was left by a server that was stopped."""


def _tidy_up() -> None:
    """Remove what a server that was stopped has left, and scripts of other versions of Streamlit."""
    if not KEPT.is_dir():
        return
    names = {script.name for script in _scripts().values()}
    for path in KEPT.iterdir():
        if path.name.startswith(UNFINISHED):
            if time.time() - path.stat().st_mtime > _OLD:
                shutil.rmtree(path, ignore_errors=True)
        elif path.name.rpartition(".gz")[0].rpartition(".")[0] not in names:
            path.unlink(missing_ok=True)


_STATIC = StaticFiles(check_dir=False)


def _response(script: Path, packed: Path, asked: Headers) -> Response:
    """Return the answer that holds a script, or that it is what the browser has."""
    headers = {
        "Content-Encoding": "gzip",
        "Vary": "Accept-Encoding",
        "Cache-Control": "public, immutable, max-age=31536000",
    }
    whole = FileResponse(packed, headers=headers, media_type=_TYPES[script.suffix], stat_result=packed.stat())
    return NotModifiedResponse(whole.headers) if _STATIC.is_not_modified(whole.headers, asked) else whole


def _with(send: Send, header: bytes, value: Callable[[], bytes], *, kind: bytes = b"") -> Send:
    """Return what sends an answer with a header more, if it is of that kind."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = [*message.get("headers", [])]
            if any(name == b"content-type" and said.startswith(kind) for name, said in headers):
                message = {**message, "headers": [*headers, (header, value())]}
        await send(message)

    return sent


@lru_cache(maxsize=1)
def _first_page() -> dict[str, bool]:
    """Return the files of a page with charts and filters after Streamlit's manifest, and whether they are of AHEAD."""
    manifest: dict[str, dict[str, Any]] = json.loads((SCRIPTS / "manifest.json").read_bytes())
    page = _needed(manifest, [key for key, chunk in manifest.items() if chunk.get("isEntry")])
    parts = _needed(manifest, [key for key, chunk in manifest.items() if chunk.get("name") in AHEAD])
    return {manifest[key]["file"]: key not in page for key in [*parts, *page]}


@lru_cache(maxsize=1)
def _links() -> bytes:
    """Return links to the scripts of AHEAD and to those that they need; small ones wait.

    All links are less than servers in front take for the head of an answer, 4 KB.
    """
    found = (f"/{file}" for file, is_ahead in _first_page().items() if is_ahead)
    addresses = [f"{_base()}{address}" for address in found if address in _scripts()]
    return ", ".join(
        f"<{address}>; rel=modulepreload; crossorigin; fetchpriority=low" for address in addresses
    ).encode()


def _needed(manifest: dict[str, dict[str, Any]], keys: list[str]) -> dict[str, None]:
    """Return these chunks and all that they import, each once, those that are imported behind what imports them."""
    found: dict[str, None] = {}
    left = list(reversed(keys))
    while left:
        key = left.pop()
        if key not in found:
            found[key] = None
            left += reversed(manifest[key].get("imports", ()))
    return found
