"""What the parts of the Atlas cost without a browser: loading, and on each page filter, counts and figures."""

from __future__ import annotations

import gc
import importlib
import inspect
import os
import pkgutil
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from types import ModuleType
from typing import Any

HOME = Path(__file__).resolve().parent.parent

VIEWS: tuple[dict[str, str], ...] = (
    {},
    {"v": "1", "countries": "KAZ,UZB"},
    {"v": "1", "from": "2014", "to": "2020"},
    {"v": "1", "topics": "child-trafficking", "regions": "eu", "role": "participant"},
    {"v": "1", "organisers": "osce", "unit": "people"},
    {"v": "1", "q": "training tashkent"},
)
"""What readers choose while it is measured: nothing, and one filter of each kind."""


ROUNDS = 3
"""How often each of the views is measured."""


@dataclass(frozen=True)
class Loading:
    """Seconds from the records, from the cache, and to build the index."""

    records: float
    cache: float
    index: float


@dataclass(frozen=True)
class Work:
    """Processor time in milliseconds of filter and counts of a page, and of its figures: medians over the views."""

    counts: float
    figures: float


def alone(task: Callable[..., Any], *arguments: Any) -> Any:
    """Run a task in a process of its own and return what it returns."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(task, *arguments).result()


def loading(folder: Path, cache_folder: Path) -> Loading:
    """Load a data folder from its records and from the cache they leave, in a process that is warm."""
    from analysis.index import build_index
    from loaders import load

    load(HOME / "data")
    records = _seconds(lambda: load(folder, cache_folder=cache_folder))
    tables = load(folder, cache_folder=cache_folder)
    cache = min(_seconds(lambda: load(folder, cache_folder=cache_folder)) for _ in range(3))
    return Loading(records, cache, _seconds(lambda: build_index(tables)))


def _seconds(task: Callable[[], object]) -> float:
    begun = time.perf_counter()
    task()
    return time.perf_counter() - begun


def work(folder: Path) -> dict[str, Work]:
    """Return what each page costs, by its title; pages run as they are, in Streamlit's own test frame.

    Every view is shown once before it counts: parts of the index are made when first asked for, once a start (the
    words of the search take longest), and are no cost of a filter change.
    """
    os.environ["ATLAS_DATA"] = str(folder)
    counting, drawing = _Watch("analysis"), _Watch("charts")
    from streamlit.testing.v1 import AppTest

    from ui.frame import PAGES

    app = AppTest.from_file(str(HOME / "dashboard.py"), default_timeout=600)
    app.run()
    gc.collect()
    gc.freeze()
    found = {}
    for page in PAGES:
        app.switch_page(page.path)
        costs = [_page(app, view, counting, drawing) for view in VIEWS * (1 + ROUNDS)][len(VIEWS) :]
        found[page.title] = Work(
            median(cost.counts for cost in costs), median(cost.figures for cost in costs)
        )
    return found


def _page(app: Any, view: dict[str, str], *watches: _Watch) -> Work:
    app.query_params.clear()
    for name, value in view.items():
        app.query_params[name] = value
    for watch in watches:
        watch.begin()
    app.run()
    if app.exception:
        raise RuntimeError(f"the page shows {app.exception[0].message}")
    counts, figures = (1000 * watch.seconds for watch in watches)
    return Work(counts, figures)


class _Watch:
    """Adds up the time spent in the public functions of a package; what one calls in another counts once."""

    def __init__(self, package: str) -> None:
        self.seconds, self._inside = 0.0, False
        names = [module.name for module in pkgutil.iter_modules([str(HOME / package)])]
        modules = [importlib.import_module(f"{package}.{name}") for name in names]
        self._caches = [
            thing for module in modules for thing in vars(module).values() if hasattr(thing, "cache_clear")
        ]
        for module in modules:
            self._put_on(module)

    def begin(self) -> None:
        """Begin anew, with nothing kept from the run before."""
        self.seconds = 0.0
        for cache in self._caches:
            cache.cache_clear()

    def _put_on(self, module: ModuleType) -> None:
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == module.__name__ and not name.startswith("_"):
                setattr(module, name, self._watched(function))

    def _watched(self, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def watched(*args: Any, **kwargs: Any) -> Any:
            if self._inside:
                return function(*args, **kwargs)
            with self._running():
                return function(*args, **kwargs)

        return watched

    @contextmanager
    def _running(self) -> Iterator[None]:
        begun, self._inside = time.thread_time(), True
        try:
            yield
        finally:
            self._inside = False
            self.seconds += time.thread_time() - begun
