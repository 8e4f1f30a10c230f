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
from queue import SimpleQueue
from threading import Thread
from typing import IO, Any, BinaryIO, Generic, TypeVar

from loaders import files, sheets

T = TypeVar("T")

Said = Iterator[tuple[Any, ...]]
"""What a task is told, one thing after the other; the last is what it is asked."""

_SIZE = 8
"""Bytes that tell how long what follows them is."""

_ROOM = 1 << 20
"""Bytes that may wait to be taken in: of 64 kB, the usual, each waits until the process pauses in its work."""


@dataclass
class Second(Generic[T]):
    """A process that does a task, may be told things before it is asked, and leaves what it gives in a file."""

    process: subprocess.Popen[bytes] | None
    given: IO[bytes]
    is_asked: bool = False

    def tell(self, *things: Any) -> None:
        """Tell something that the task may use until it is asked; a process that is gone is told nothing."""
        if self.process and self.process.stdin:
            with suppress(OSError):
                _send(self.process.stdin, things)

    def ask(self, *things: Any) -> None:
        """Tell the last thing; that a process is gone which should give something shows in its answer."""
        self.is_asked = True
        self.tell(*things)
        if self.process and self.process.stdin:
            with suppress(OSError):
                self.process.stdin.close()

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


def _send(to: IO[bytes], things: tuple[Any, ...]) -> None:
    said = pickle.dumps(things, protocol=5)
    to.write(len(said).to_bytes(_SIZE, "big"))
    to.write(said)
    to.flush()


@contextmanager
def waiting(task: Callable[[Said], T]) -> Iterator[Second[T]]:
    """Give a process that waits to be told things for a task, a function of a module; it is gone afterwards.

    Until then it loads what the task needs, which takes most of a second.
    """
    with ExitStack() as held:
        yield _started(held, task)


@contextmanager
def begun(task: Callable[[Said], T], *things: Any) -> Iterator[Second[T]]:
    """Give the process that does a task, a function of a module; it is gone afterwards, whatever happens."""
    with waiting(task) as second:
        second.ask(*things)
        del things  # they may be large
        yield second


def _started(held: ExitStack, task: Callable[[Said], T]) -> Second[T]:
    """Return a process that has begun; one that could not begin (no room for files, say) has no answer."""
    try:
        given = held.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 - the stack closes it
        program = [sys.executable, "-m", "loaders.second"]
        started = subprocess.Popen(program, cwd=files.HOME, stdin=subprocess.PIPE, stdout=given)  # noqa: S603 - ours
    except OSError:
        return Second(None, io.BytesIO())
    held.callback(_end, started)
    _widen(started.stdin)
    made = Second[T](started, given)
    made.tell(task, sheets.in_use())
    return made


def _widen(pipe: IO[bytes] | None) -> None:
    """Give a pipe room for more to wait in it, on machines that can."""
    with suppress(ImportError, AttributeError, OSError):
        import fcntl

        if pipe:
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _ROOM)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process, whatever it does."""
    process.kill()
    with suppress(OSError), process:
        pass


def _heard(stream: BinaryIO) -> Said:
    """Yield what is said; what comes meanwhile is taken in beside, so that who says it need not wait."""
    waiting: SimpleQueue[bytes | None] = SimpleQueue()
    Thread(target=_take_in, args=(stream, waiting), daemon=True).start()
    while (said := waiting.get()) is not None:
        yield pickle.loads(said)  # noqa: S301 - written by our own process


def _take_in(stream: BinaryIO, waiting: SimpleQueue[bytes | None]) -> None:
    """Take in what is said, to the end."""
    while len(size := stream.read(_SIZE)) == _SIZE:
        waiting.put(stream.read(int.from_bytes(size, "big")))
    waiting.put(None)


if __name__ == "__main__":
    gc.disable()  # it makes millions of cells, none of which is garbage, and is gone soon
    heard = _heard(sys.stdin.buffer)
    do, folder = next(heard)
    sheets.use(folder)
    pickle.dump(do(heard), sys.stdout.buffer, protocol=5)
