"""Tables that are to be the same, however they were read."""

from __future__ import annotations

from pandas.testing import assert_frame_equal

from loaders.tables import Tables


def assert_alike(found: Tables, expected: Tables) -> None:
    """Fail where a table, a type or the order of rows differs."""
    assert found.frames.keys() == expected.frames.keys()
    for name, frame in expected.frames.items():
        assert_frame_equal(found[name], frame)
