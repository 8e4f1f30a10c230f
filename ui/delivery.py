"""How Streamlit's scripts reach the browser: packed, and those of the first page asked for ahead of time.

Streamlit sends its scripts as they are (8 MB for a first visit) and leaves packing to a server in front of it, which
most who run the Atlas do not have. A script is packed once, when it is first asked for, and kept.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import logging
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.responses import FileResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from loaders import files

SCRIPTS = Path(st.__file__).parent / "static"
"""Streamlit's page and its scripts, whose names hold a digest of their content."""

KEPT = files.HOME / "var" / "cache" / "packed"
"""Where packed scripts are kept between two starts; safe to delete."""

AHEAD = ("PageLink", "Html", "Button", "Slider", "Selectbox", "Multiselect", "TextInput", "PlotlyChart")
"""What Streamlit calls the parts of a page with charts and filters; it asks for each when it is first drawn."""

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
            await _response(script, packed)(scope, receive, send)
        else:
            await self._app(scope, receive, _with_links(send) if _is_page(place) else send)


def _place(scope: Scope) -> str:
    """Return the path below the one the app is served under."""
    base = str(st.get_option("server.baseUrlPath")).strip("/")
    path: str = scope["path"].removeprefix(scope.get("root_path", ""))
    return path.removeprefix(f"/{base}") if base else path


def _takes_packed(scope: Scope) -> bool:
    """Return whether who asks can unpack, and asks for the whole."""
    headers = dict(scope["headers"])
    return b"gzip" in headers.get(b"accept-encoding", b"") and b"range" not in headers


@lru_cache(maxsize=1)
def _scripts() -> dict[str, Path]:
    """Return the files that are worth packing by their path in the address."""
    found = (path for kind in ("js", "css") for path in (SCRIPTS / "static" / kind).glob(f"*.{kind}"))
    return {f"/static/{path.parent.name}/{path.name}": path for path in found if path.stat().st_size > _SMALL}


def _packed(script: Path) -> Path | None:
    """Return a script as it is kept, packed; None where it cannot be kept, so that it goes as it is."""
    kept = KEPT / f"{script.name}.{script.stat().st_mtime_ns:x}.gz"
    if kept.is_file():
        return kept
    try:
        KEPT.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=KEPT, delete=False) as unfinished:
            unfinished.write(gzip.compress(script.read_bytes(), 6, mtime=0))
        Path(unfinished.name).replace(kept)
    except OSError as error:
        _LOG.warning("%s cannot be kept packed (%s); it is sent as it is", script.name, error)
        return None
    return kept


def _response(script: Path, packed: Path) -> FileResponse:
    headers = {
        "Content-Encoding": "gzip",
        "Vary": "Accept-Encoding",
        "Cache-Control": "public, immutable, max-age=31536000",
    }
    return FileResponse(packed, headers=headers, media_type=_TYPES[script.suffix])


def _is_page(place: str) -> bool:
    """Return whether a path is that of a page, not of a file or of Streamlit's own."""
    return not place.startswith(("/static/", "/app/", "/_stcore/", "/media/", "/component/"))


def _with_links(send: Send) -> Send:
    """Return what sends a page with links to the scripts that it will ask for."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = [*message.get("headers", [])]
            if any(name == b"content-type" and value.startswith(b"text/html") for name, value in headers):
                message = {**message, "headers": [*headers, (b"link", _links())]}
        await send(message)

    return sent


@lru_cache(maxsize=1)
def _links() -> bytes:
    """Return links to the scripts of AHEAD and to those that they need, after Streamlit's manifest; small ones wait.

    All links are less than servers in front take for the head of an answer, 4 KB.
    """
    manifest: dict[str, dict[str, Any]] = json.loads((SCRIPTS / "manifest.json").read_bytes())
    page = _needed(manifest, [key for key, chunk in manifest.items() if chunk.get("isEntry")])
    parts = _needed(manifest, [key for key, chunk in manifest.items() if chunk.get("name") in AHEAD])
    base = str(st.get_option("server.baseUrlPath")).strip("/")
    start = f"/{base}" if base else ""
    found = (f"/{manifest[key]['file']}" for key in parts if key not in page)
    addresses = [f"{start}{address}" for address in found if address in _scripts()]
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
