"""Saves in a child that is killed in the middle, again and again: `python store_killed.py DATABASE ROUNDS`.

Prints for each round how many saves the child had been told were kept; a save is three things of one number.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time

from store.place import Place
from store.revisions import Change, Kind, save

FILLING = "x" * 20_000
"""Makes a save long enough to be met by the signal."""


def saves(place: Place, first: int, told: int) -> None:
    """Save from `first` on, without end, and tell each number that is kept."""
    number = first
    while True:
        kinds: tuple[Kind, ...] = ("event", "event", "organisation")
        changes = [
            Change(kind, f"{number}-{part}", {"number": number, "filling": FILLING})
            for part, kind in enumerate(kinds)
        ]
        save(place, changes, author="Round")
        os.write(told, number.to_bytes(8, "big"))
        number += 1


def one_round(place: Place, first: int, wait: float) -> int:
    """Kill a child a while after its first save; return the last number it told."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        saves(place, first, write)
    os.close(write)
    with os.fdopen(read, "rb", buffering=0) as pipe:
        told = pipe.read(8)
        time.sleep(wait)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        told += pipe.read()
    return int.from_bytes(told[-8:], "big")


def main() -> None:
    """Kill as many children as asked for, at times drawn from a fixed seed."""
    place, rounds = Place(sys.argv[1], refusal=""), int(sys.argv[2])
    times = random.Random(7)  # noqa: S311 - no secret
    save(place, [Change("event", "0", {})], author="Round")
    first = 1
    for _ in range(rounds):
        last = one_round(place, first, times.uniform(0, 0.02))
        sys.stdout.write(f"{first} {last}\n")
        first = last + 2


if __name__ == "__main__":
    main()
