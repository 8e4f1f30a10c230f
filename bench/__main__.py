"""`python -m bench`: measures the Atlas over made-up records and says which goals are met."""

from __future__ import annotations

import argparse
import asyncio
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

from bench import announcements, browser, generate, measure, report
from bench.cases import normalisers
from bench.lists import lists
from bench.server import Server, Visitor, serving, visiting

HOME = Path(__file__).resolve().parent.parent
APPS = HOME / "bench" / "apps"
SIZES = (1_000, 10_000, 100_000)
SESSIONS, EVERY = 25, 2.0
"""Sessions at once, and the seconds between two filter changes of one."""
PAIRS = 7
"""How often two pages are compared in the browser: one after the other, so that a busy machine slows both."""


def main() -> None:
    """Read the command line, then write records or measure."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="numbers of events")
    parser.add_argument("--quick", action="store_true", help="fewer repetitions, no browser")
    parser.add_argument("--generate", type=int, metavar="N", help="only write N made-up records")
    parser.add_argument("--out", type=Path, help="folder for --generate")
    chosen = parser.parse_args()
    if chosen.generate:
        if chosen.out is None:
            parser.error("--generate needs --out FOLDER")
        print(generate.write(chosen.generate, chosen.out))
        return
    with tempfile.TemporaryDirectory(prefix="atlas-bench-") as home:
        bench(
            Path(home),
            sorted(chosen.sizes),
            times=1 if chosen.quick else 3,
            path=None if chosen.quick else browser.chromium(),
        )


def bench(home: Path, sizes: list[int], *, times: int, path: str | None) -> None:
    """Measure every size and print as it goes; the browser looks at the largest, where there is one."""
    with running(APPS / "empty.py", home) as empty:
        floor = asyncio.run(reruns(empty, "", times))[0]
    report.line("rerun of an empty Streamlit page", floor * 1000, "ms")
    for size in sizes:
        folder = home / str(size)
        generate.write(size, folder)
        report.heading(f"{size:,} events")
        report.loading(measure.alone(measure.loading, folder, home / "cache"), largest=size == max(SIZES))
        work = measure.alone(measure.work, folder)
        with serving(HOME / "serve.py", home, ATLAS_DATA=str(folder)) as server:
            asyncio.run(once(server))  # reads the records, leaves the cache
        with serving(HOME / "serve.py", home, ATLAS_DATA=str(folder)) as server:
            report.pages(work, asyncio.run(visits(server, times)), floor)
            report.memory(server.memory())
            report.crowd(*asyncio.run(crowd(server, seconds=6 * times)), sessions=SESSIONS)
            if size == max(sizes) and path:
                in_browser(path, home, folder, server)
        shutil.rmtree(folder)
    normalisers()
    lists()
    report.heading("Announcements of tests/announcements")
    print("\n".join(announcements.lines(announcements.score())))
    if not path:
        print("\nbrowser not measured: --quick, or no Chromium found (ATLAS_CHROMIUM names one)")


@contextmanager
def running(app: Path, home: Path, **surroundings: str) -> Iterator[Server]:
    """Run one of the small apps of this folder beside a copy of the base map."""
    beside = home / "apps"
    shutil.copytree(HOME / "static", beside / "static", dirs_exist_ok=True)
    with serving(Path(shutil.copy(app, beside)), home, PYTHONPATH=str(HOME), **surroundings) as server:
        yield server


async def visits(server: Server, times: int) -> dict[str, tuple[float, float]]:
    """Return seconds and bytes of a filter change on each page, by its title."""
    from ui.frame import PAGES

    return {page.title: await reruns(server, "" if page is PAGES[0] else page.slug, times) for page in PAGES}


async def once(server: Server) -> None:
    """Visit Overview once."""
    async with visiting(server) as visitor:
        await visitor.run()


async def reruns(server: Server, page: str, times: int) -> tuple[float, float]:
    """Return seconds and bytes of a filter change, the medians of some, after the page has been seen once."""
    async with visiting(server) as visitor:
        await visitor.run(page)
        costs = [await visitor.run(page, **view) for _ in range(times) for view in measure.VIEWS]
    return median(cost[0] for cost in costs), median(cost[1] for cost in costs)


async def crowd(server: Server, *, seconds: float) -> tuple[float, float]:
    """Return the median and the 95th percentile of a filter change on Overview, many sessions at once."""
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(_one_of_many(server, place, seconds)) for place in range(SESSIONS)]
    waited = [second for task in tasks for second in task.result()]
    return median(waited), quantiles(waited, n=20)[-1]


async def _one_of_many(server: Server, place: int, seconds: float) -> list[float]:
    async with visiting(server) as visitor:
        await visitor.run()
        await asyncio.sleep(EVERY + EVERY * place / SESSIONS)
        return [await _tick(visitor, place + turn) for turn in range(int(seconds / EVERY))]


async def _tick(visitor: Visitor, turn: int) -> float:
    """Change the filter once and wait for the next turn."""
    seconds, _ = await visitor.run(**measure.VIEWS[turn % len(measure.VIEWS)])
    await asyncio.sleep(max(EVERY - seconds, 0))
    return seconds


def in_browser(path: str, home: Path, folder: Path, server: Server) -> None:
    """Compare Overview with a page of the same map and three bar charts made beforehand, in turn."""
    beside = running(APPS / "fixed.py", home, ATLAS_DATA=str(folder))
    with browser.browsing(path) as chromium, beside as fixed:
        for name, task, goal in (
            ("filter change on Overview", browser.filter_change, 1.25),
            ("first visit to Overview", browser.first_visit, 1.2),
        ):
            pairs = [(task(chromium, server.url), task(chromium, fixed.url)) for _ in range(1 + PAIRS)]
            report.against(name, pairs[1:], goal)


if __name__ == "__main__":
    main()
