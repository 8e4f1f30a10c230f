"""The measured figures as lines of text, each with its goal and whether it is met."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from bench.cases import Found, Score
from bench.measure import Loading, Work

COUNTS, FIGURES, RECORDS, CACHE, MEMORY, CROWD = 10.0, 10.0, 8.0, 0.5, 350.0, 150.0
"""Goals at 100,000 events: milliseconds, milliseconds, seconds, seconds, MB, milliseconds."""

SPEED = 20_000
"""Texts a normaliser is to read a second."""


def heading(text: str) -> None:
    """Print a heading."""
    print(f"\n{text}\n{'-' * len(text)}")


def line(name: str, value: float, unit: str, goal: float | None = None) -> None:
    """Print one figure, with its goal where it has one."""
    beside = "" if goal is None else f"   goal < {goal:g} {unit}: {said(value, goal)}"
    print(f"{name:<44}{value:>10.2f} {unit}{beside}")


def said(value: float, goal: float) -> str:
    """Return whether a goal is met, and by how much it is not."""
    return "met" if value < goal else f"NOT MET ({value / goal:.1f} times)"


def loading(found: Loading, *, largest: bool) -> None:
    """Print how long loading takes; the goals are for the largest set."""
    line("load from JSONL, cache written", found.records, "s", RECORDS if largest else None)
    line("load from the cache", found.cache, "s", CACHE if largest else None)
    line("build the index", found.index, "s")


def pages(work: dict[str, Work], visits: dict[str, tuple[float, float]], floor: float) -> None:
    """Print a table of pages: counts and figures in processor time, bytes and time of a filter change."""
    heads = ("filter+counts ms", "figures ms", "kB sent", "rerun ms", "x empty")
    print(f"\n{'page':<14}" + "".join(f"{head:>18}" for head in heads) + "   goals 10 ms, 10 ms")
    for page, (seconds, sent) in visits.items():
        cost = work[page]
        values = (cost.counts, cost.figures, sent / 1000, seconds * 1000, seconds / floor)
        verdict = f"{said(cost.counts, COUNTS)}, {said(cost.figures, FIGURES)}"
        print(f"{page:<14}" + "".join(f"{value:>18.1f}" for value in values) + f"   {verdict}")
    print()


def memory(found: float | None) -> None:
    """Print the memory of the server, where it can be told."""
    if found is None:
        print("memory of the server                        not told by this machine (no /proc)")
    else:
        line("memory of the server, loaded from the cache", found, "MB", MEMORY)


def crowd(middle: float, most: float, *, sessions: int) -> None:
    """Print how long many sessions wait for a filter change."""
    line(f"{sessions} sessions, a change every 2 s: p50", middle * 1000, "ms")
    line(f"{sessions} sessions, a change every 2 s: p95", most * 1000, "ms", CROWD)


def against(name: str, pairs: Sequence[tuple[float, float]], goal: float) -> None:
    """Print a time in the browser, that of the page with fixed charts, and the ratio: medians of the pairs."""
    line(name, median(found for found, _ in pairs) * 1000, "ms")
    line("   the same with fixed charts", median(fixed for _, fixed in pairs) * 1000, "ms")
    line(
        f"   ratio, median of {len(pairs)} pairs",
        median(found / fixed for found, fixed in pairs),
        "times",
        goal,
    )


def score(name: str, found: Score, *, right: float, astray: float, speed: float) -> None:
    """Print how many cases a normaliser gets right and wrong, and how many texts it reads a second."""
    cases = max(found.total(), 1)
    share, wrong = (
        100 * found.right.total() / cases,
        100 * (found.wrong.total() + found.false.total()) / cases,
    )
    goals = f"goals >= {right:g} %, <= {astray:g} %, >= {SPEED:,.0f}/s"
    met = share >= right and wrong <= astray and speed >= SPEED
    print(
        f"{name:<26}{found.total():>6} cases{share:>8.1f} % right{wrong:>6.1f} % wrong{speed:>12,.0f}/s   "
        f"{goals}: {'met' if met else 'NOT MET'}"
    )
    for kind in found.kinds:
        total = found.total(kind)
        if found.right[kind] < total:
            print(f"   {kind}: {found.right[kind]} of {total}")


def sentences(found: Found, *, bytes_a_second: float) -> None:
    """Print how well countries are found in sentences."""
    precision, recall = 100 * found.precision, 100 * found.recall
    met = precision >= 98 and recall >= 97 and bytes_a_second >= 1e6
    print(
        f"{'countries in sentences':<26}precision {precision:.1f} %, recall {recall:.1f} %, "
        f"{bytes_a_second / 1e6:.2f} MB/s   goals >= 98 %, >= 97 %, >= 1 MB/s: {'met' if met else 'NOT MET'}"
    )


def long_list(seconds: float, megabytes: float, *, goals: tuple[float, float]) -> None:
    """Print what a long list costs when it is read for the first time."""
    line("load, all tables", seconds, "s", goals[0])
    line("most memory of its processes", megabytes, "MB", goals[1])
