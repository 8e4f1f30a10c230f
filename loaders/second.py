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
from typing import IO, Any, Generic, TypeVar

from loaders import files

T = TypeVar("T")


@dataclass(frozen=True)
class Second(Generic[T]):
    """A process that works on a task and leaves what it gives in a file."""

    process: subprocess.Popen[bytes]
    given: IO[bytes]

    def answer(self) -> T | None:
        """Return what the task gives, once the process has ended; None where it failed (no memory left, say)."""
        self.process.wait()
        self.given.seek(0)
        try:
            found: T = pickle.load(self.given)  # noqa: S301 - written by our own process
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
    with tempfile.TemporaryFile() as asked, tempfile.TemporaryFile() as given:
        pickle.dump((task, arguments), asked, protocol=5)
        del arguments  # they may be large
        asked.seek(0)
        program = [sys.executable, "-m", "loaders.second"]
        with subprocess.Popen(program, cwd=files.HOME, stdin=asked, stdout=given) as process:  # noqa: S603 - ours
            try:
                yield Second(process, given)
            finally:
                process.kill()


if __name__ == "__main__":
    do, arguments = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by our own process
    found = do(*arguments)
    del arguments
    pickle.dump(found, sys.stdout.buffer, protocol=5)
