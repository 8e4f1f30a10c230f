"""A Streamlit server of our own, and a client that asks it for runs as a browser does."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

PATIENCE = 120
"""Seconds until a server that does not answer is a failure."""

FLAGS = (
    "--server.headless=true",
    "--server.address=127.0.0.1",
    "--server.fileWatcherType=none",
    "--server.enableStaticServing=true",
    "--browser.gatherUsageStats=false",
    "--logger.level=error",
)


@dataclass(frozen=True)
class Server:
    """A running server: its port and process."""

    port: int
    process: subprocess.Popen[bytes]

    @property
    def url(self) -> str:
        """Its address, without a final slash."""
        return f"http://127.0.0.1:{self.port}"

    def memory(self) -> float | None:
        """Return its resident memory in MB; None where the machine has no /proc."""
        return memory_of(self.process.pid)


def memory_of(process: int | str) -> float | None:
    """Return the resident memory of a process in MB ("self": this one); None where the machine has no /proc."""
    try:
        found = re.search(r"^VmRSS:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text(), re.MULTILINE)
    except OSError:
        return None
    return int(found[1]) / 1024 if found else None


def started_by(process: int) -> list[int]:
    """Return the processes that a process has started and that still run; none where the machine has no /proc."""
    try:
        return [int(each) for each in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []


@contextmanager
def serving(app: Path, home: Path, **surroundings: str) -> Iterator[Server]:
    """Run an app on this machine alone until the block ends; its log is written into `home`."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", "streamlit", "run", str(app), f"--server.port={port}", *FLAGS]
    with (home / "server.log").open("wb") as log:
        process = subprocess.Popen(
            command, cwd=app.parent, env={**os.environ, **surroundings}, stdout=log, stderr=log
        )
        try:
            server = Server(port, process)
            _wait(server, home / "server.log")
            yield server
        finally:
            process.terminate()
            process.wait(timeout=30)


def _wait(server: Server, log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.process.poll() is None:
        try:
            with urllib.request.urlopen(f"{server.url}/_stcore/health", timeout=5):  # noqa: S310  # our own server
                return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"the server does not answer:\n{log.read_text(errors='replace')[-2000:]}")


@dataclass
class Visitor:
    """One session: asks for runs, keeps what a browser keeps, and says what each run cost."""

    socket: ClientConnection
    kept: set[str] = field(default_factory=set)

    async def run(self, page: str = "", **parameters: str) -> tuple[float, int]:
        """Run a page under an address; return seconds until the run has ended, and bytes received.

        Raises RuntimeError where the page shows an exception.
        """
        ask = BackMsg()
        ask.rerun_script.page_name = page
        ask.rerun_script.query_string = urlencode(parameters)
        ask.rerun_script.cached_message_hashes.extend(self.kept)
        begun, received = time.perf_counter(), 0
        await self.socket.send(ask.SerializeToString())
        while True:
            frame = await self.socket.recv()
            received += len(frame)
            message = ForwardMsg.FromString(frame)
            self._keep(message)
            if message.WhichOneof("type") == "script_finished" and message.script_finished != _TO_RUN_AGAIN:
                return time.perf_counter() - begun, received

    def _keep(self, message: Any) -> None:
        if message.metadata.cacheable and message.hash:
            self.kept.add(message.hash)
        if message.delta.new_element.HasField("exception"):
            shown = message.delta.new_element.exception
            raise RuntimeError(
                f"the page shows {shown.type}: {shown.message}\n" + "\n".join(shown.stack_trace)
            )


_TO_RUN_AGAIN = ForwardMsg.FINISHED_EARLY_FOR_RERUN


@asynccontextmanager
async def visiting(server: Server) -> AsyncIterator[Visitor]:
    """Open a session."""
    url = f"ws://127.0.0.1:{server.port}/_stcore/stream"
    protocols = [Subprotocol("streamlit")]
    async with connect(
        url, subprotocols=protocols, origin=Origin(server.url), max_size=None, compression=None
    ) as socket_:
        yield Visitor(socket_)
