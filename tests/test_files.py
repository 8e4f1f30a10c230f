"""Files made on a click: there until a slow link has fetched them, and then let go of."""

from __future__ import annotations

import pytest
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from ui import files

CLOCK = 1000.0


@pytest.fixture
def manager() -> MediaFileManager:
    return MediaFileManager(MemoryMediaFileStorage("/media"))


def asked_for(manager: MediaFileManager) -> str:
    """Click on a button that makes a file, and return the name under which the browser will ask for it."""
    made = manager.add_deferred(lambda: b"country,events\n", "text/csv", "0.0", file_name="a.csv")
    return manager.execute_deferred(made).rpartition("/")[2]


def at(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    monkeypatch.setattr(files, "monotonic", lambda: CLOCK + seconds)


def test_a_file_stays_while_runs_of_others_end(manager: MediaFileManager, monkeypatch: pytest.MonkeyPatch):
    at(monkeypatch, 0)
    name = asked_for(manager)
    for second in range(files.KEPT):
        at(monkeypatch, second)
        manager.remove_orphaned_files()
        held = manager.read_file(name)
        assert held is not None
        assert held.content == b"country,events\n"


def test_a_file_is_let_go_of_a_minute_after_nothing_holds_it(
    manager: MediaFileManager, monkeypatch: pytest.MonkeyPatch
):
    at(monkeypatch, 0)
    name = asked_for(manager)
    manager.remove_orphaned_files()
    at(monkeypatch, files.KEPT)
    manager.remove_orphaned_files()
    assert manager.read_file(name) is None
