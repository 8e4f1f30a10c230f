"""A second process that does a part of a long job: reading is the work of one core, and most machines have two."""

from __future__ import annotations

import gc
import io
import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from typing import IO, Any, Generic, TypeVar

from loaders import files

T = TypeVar("T")


@dataclass
class Second(Generic[T]):
    """A process that does a task once it is asked, and leaves what it gives in a file."""

    process: subprocess.Popen[bytes] | None
    given: IO[bytes]
    is_asked: bool = False

    def ask(self, *arguments: Any) -> None:
        """Have the task done with these; that a process is gone which should do it shows in its answer."""
        self.is_asked = True
        if self.process and self.process.stdin:
            with suppress(OSError), self.process.stdin as asked:
                pickle.dump(arguments, asked, protocol=5)

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
def waiting(task: Callable[..., T]) -> Iterator[Second[T]]:
    """Give a process that waits to be asked for a task, a function of a module; it is gone afterwards.

    Until it is asked it loads what the task needs, which takes most of a second.
    """
    with ExitStack() as held:
        yield _started(held, task)


@contextmanager
def begun(task: Callable[..., T], *arguments: Any) -> Iterator[Second[T]]:
    """Give the process that does a task, a function of a module; it is gone afterwards, whatever happens."""
    with waiting(task) as second:
        second.ask(*arguments)
        del arguments  # they may be large
        yield second


def _started(held: ExitStack, task: Callable[..., T]) -> Second[T]:
    """Return a process that has begun; one that could not begin (no room for files, say) has no answer."""
    try:
        given = held.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 - the stack closes it
        program = [sys.executable, "-m", "loaders.second"]
        started = subprocess.Popen(program, cwd=files.HOME, stdin=subprocess.PIPE, stdout=given)  # noqa: S603 - ours
    except OSError:
        return Second(None, io.BytesIO())
    held.callback(_end, started)
    if started.stdin:
        with suppress(OSError):
            pickle.dump(task, started.stdin, protocol=5)
            started.stdin.flush()
    return Second(started, given)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process, whatever it does."""
    process.kill()
    with suppress(OSError), process:
        pass


if __name__ == "__main__":
    gc.disable()  # it makes millions of cells, none of which is garbage, and is gone soon
    do = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by our own process
    arguments = pickle.load(sys.stdin.buffer)  # noqa: S301 - the same
    found = do(*arguments)
    del arguments
    pickle.dump(found, sys.stdout.buffer, protocol=5)
