"""A second process that does a part of a long job: reading is the work of one core, and most machines have two."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from loaders import files

T = TypeVar("T")


@dataclass(frozen=True)
class Second(Generic[T]):
    """A process that works on a task."""

    process: subprocess.Popen[bytes]

    def answer(self) -> T | None:
        """Return what the task gives, once it is there; None where it failed (no memory left, say)."""
        assert self.process.stdout is not None  # noqa: S101 - it was asked for
        try:
            found: T = pickle.load(self.process.stdout)  # noqa: S301 - written by our own process
        except (pickle.UnpicklingError, AttributeError, EOFError, ImportError, LookupError, ValueError):
            return None  # what unpickling raises where something else stands there
        return found


def cores() -> int:
    """Return the cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def begun(task: Callable[..., T], *arguments: Any) -> Iterator[Second[T]]:
    """Give the process that does a task, a function of a module; it is gone afterwards, whatever happens."""
    with tempfile.TemporaryFile() as asked:
        pickle.dump((task, arguments), asked, protocol=5)
        asked.seek(0)
        program = [sys.executable, "-m", "loaders.second"]
        with subprocess.Popen(program, cwd=files.HOME, stdin=asked, stdout=subprocess.PIPE) as process:  # noqa: S603 - ours
            try:
                yield Second(process)
            finally:
                process.kill()


if __name__ == "__main__":
    do, given = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by our own process
    pickle.dump(do(*given), sys.stdout.buffer, protocol=5)
