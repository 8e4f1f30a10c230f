"""A second process that does a part of a long job: reading is the work of one core, and most machines have two."""

from __future__ import annotations

import io
import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import IO, Any, Generic, TypeVar

from loaders import files

T = TypeVar("T")


@dataclass(frozen=True)
class Second(Generic[T]):
    """A process that works on a task and leaves what it gives in a file."""

    process: subprocess.Popen[bytes] | None
    given: IO[bytes]

    def answer(self) -> T | None:
        """Return what the task gives, once the process has ended; None where it failed (no memory left, say)."""
        if self.process:
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
    with ExitStack() as held:
        second: Second[T] = _started(held, task, arguments)
        del arguments  # they may be large
        yield second


def _started(held: ExitStack, task: Callable[..., T], arguments: tuple[Any, ...]) -> Second[T]:
    """Return a process that has begun; one that could not begin (no room for files, say) has no answer."""
    try:
        asked = held.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 - the stack closes it
        given = held.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 - the same
        pickle.dump((task, arguments), asked, protocol=5)
        asked.seek(0)
        program = [sys.executable, "-m", "loaders.second"]
        started = subprocess.Popen(program, cwd=files.HOME, stdin=asked, stdout=given)  # noqa: S603 - ours
    except OSError:
        return Second(None, io.BytesIO())
    held.callback(held.enter_context(started).kill)
    return Second(started, given)


if __name__ == "__main__":
    do, arguments = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by our own process
    found = do(*arguments)
    del arguments
    pickle.dump(found, sys.stdout.buffer, protocol=5)
