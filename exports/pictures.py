"""Figures as PNG pictures, drawn by a Chromium of this machine where there is one; no other host is asked."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import shutil
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import plotly.graph_objects as go

HOME = Path(__file__).resolve().parent.parent
SHAPES = HOME / "static" / "base_map" / "world_50m.json"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
"""Programs that can draw, in the order they are looked for."""

WIDTH, MAP_HEIGHT, SCALE = 960, 540, 2
"""Width of a picture and height of one that names none, in pixels, and how much finer than the screen it is."""

SECONDS = 60
"""Time for one picture before it is given up."""

POLICY = "default-src 'self' file: data: blob: 'unsafe-inline' 'unsafe-eval'"
ALONE = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
"""Keeps the page that draws from asking any host for anything."""

_one_at_a_time = threading.Lock()


def browser() -> str:
    """Return the Chromium that draws: BROWSER_PATH, or one on the path; empty where there is none."""
    named = os.environ.get("BROWSER_PATH", "")
    if named:
        return named if Path(named).is_file() else ""
    return next((found for name in NAMES if (found := shutil.which(name))), "")


def png(figures: Sequence[go.Figure]) -> list[bytes] | None:
    """Return a picture of each figure; None where no Chromium (or no Kaleido) is found, or it cannot draw.

    One call at a time: each starts a browser of its own, about 3 seconds and 200 MB, and ends it.
    """
    try:
        import kaleido  # noqa: F401 - only whether it is there
    except ImportError:
        return None
    if not browser():
        return None
    made: list[bytes] = []
    with _one_at_a_time:
        worker = threading.Thread(target=_run, args=(figures, made), daemon=True)
        worker.start()
        worker.join()
    return made if len(made) == len(figures) else None


def _run(figures: Sequence[go.Figure], made: list[bytes]) -> None:
    """Draw in a thread of its own, whether or not the caller has an event loop; a failure leaves `made` short."""
    from choreographer.errors import DevtoolsProtocolError
    from kaleido.errors import JavascriptError, KaleidoError

    try:
        with tempfile.TemporaryDirectory() as folder:
            made += asyncio.run(_drawn(figures, Path(folder)))
    except (KaleidoError, JavascriptError, DevtoolsProtocolError, OSError, RuntimeError, ValueError) as error:
        logging.getLogger(__name__).warning("No pictures: %s", str(error)[:200])


async def _drawn(figures: Sequence[go.Figure], folder: Path) -> list[bytes]:
    """Return the pictures; the browser opens our own page alone, so it goes without a sandbox, as root must."""
    import kaleido

    page = _page(folder)
    async with kaleido.Kaleido(timeout=SECONDS, page_generator=page, path=browser()) as drawing:
        return [await drawing.calc_fig(*_asked(figure)) for figure in figures]


def _asked(figure: go.Figure) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return a figure as plain values, and the size of its picture."""
    from plotly.io import to_json

    given = json.loads(to_json(figure, validate=False))
    layout = given["layout"]
    size = {"width": layout.get("width") or WIDTH, "height": layout.get("height") or MAP_HEIGHT}
    return given, {"format": "png", "scale": SCALE, **size}


def _page(folder: Path) -> Path:
    """Write the page that draws: plotly.js of this machine and our shapes, nothing else."""
    import kaleido

    shapes = folder / "shapes.js"
    shapes.write_text(
        f"window.PlotlyGeoAssets={{topojson:{{world_50m:{SHAPES.read_text(encoding='utf-8')}}}}};",
        encoding="utf-8",
    )
    written = kaleido.PageGenerator(mathjax=False, others=[shapes.as_uri()]).generate_index()
    page = folder / "index.html"
    page.write_text(written.replace("<head>", f"<head>{ALONE}", 1), encoding="utf-8")
    return page
