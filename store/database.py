"""The one table of the store, and connections to it: SQLite beside the app, or whatever an address names.

Only portable SQL: revisions are inserted and read, never changed or deleted.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError
from sqlalchemy.pool import NullPool, StaticPool

from store.place import Place, StoreError, file_of

METADATA = sa.MetaData()

REVISIONS = sa.Table(
    "revisions",
    METADATA,
    sa.Column("revision_id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("kind", sa.String(32), nullable=False),
    sa.Column("key", sa.String(200), nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("action", sa.String(16), nullable=False),
    sa.Column("content", sa.Text, nullable=True),
    sa.Column("author", sa.String(80), nullable=False),
    sa.Column("made_at", sa.String(32), nullable=False),
    sa.Column("batch", sa.String(32), nullable=False),
    sa.UniqueConstraint("kind", "key", "number", name="one_revision_a_number"),
)
"""One row a revision: the `number`-th of a thing. Two who save the same number collide, and the second is told."""

WAIT = 10
"""Seconds that a save waits for another one to end."""


@lru_cache(maxsize=8)
def engine(url: str) -> sa.Engine:
    """Return what connects to a database; SQLite is opened anew each time, so a file put back is seen."""
    if sa.make_url(url).get_backend_name() != "sqlite":
        return sa.create_engine(url, pool_pre_ping=True)
    in_memory = file_of(url) is None
    made = sa.create_engine(
        url,
        poolclass=StaticPool if in_memory else NullPool,
        connect_args={"timeout": WAIT, "check_same_thread": not in_memory},
    )
    sa.event.listen(made, "connect", _prepared)
    return made


def _prepared(connection: Any, _: Any) -> None:
    """Set an SQLite connection up: readers go on while one writes, and what is saved is on the disk."""
    cursor = connection.cursor()
    for pragma in ("journal_mode = WAL", "synchronous = FULL"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


@contextmanager
def reading(place: Place) -> Iterator[sa.Connection | None]:
    """Yield a connection to read with; None where nothing was ever saved. Raises StoreError."""
    file = file_of(place.url)
    if file is not None and not file.exists():
        yield None
        return
    with _told(place), engine(place.url).connect() as connection:
        yield connection if place.url in _made or _is_made(connection) else None


@contextmanager
def writing(place: Place) -> Iterator[sa.Connection]:
    """Yield a connection whose changes are kept whole when the block ends, or not at all. Raises StoreError."""
    with _told(place):
        made(place.url)
        with engine(place.url).begin() as connection:
            yield connection


def made(url: str) -> None:
    """Make the table where it is not there yet; two who do it at once do no harm."""
    file = file_of(url)
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
    with engine(url).connect() as connection:
        if _is_made(connection):
            return
    try:
        METADATA.create_all(engine(url))
    except DBAPIError:
        with engine(url).connect() as connection:
            if not _is_made(connection):
                raise


def _is_made(connection: sa.Connection) -> bool:
    """Return whether the table is there; asked of a file until it once was."""
    found = sa.inspect(connection).has_table(REVISIONS.name)
    if found and file_of(str(connection.engine.url)):
        _made.add(str(connection.engine.url))
    return found


_made: set[str] = set()


@contextmanager
def _told(place: Place) -> Iterator[None]:
    """Turn what the database says into a StoreError; a collision of two saves goes on as it is."""
    try:
        yield
    except (IntegrityError, StoreError):
        raise
    except (SQLAlchemyError, OSError) as error:
        name = sa.make_url(place.url).render_as_string(hide_password=True)
        reason = getattr(error, "orig", None) or error
        raise StoreError(
            f"{name}: the added records cannot be read or written ({reason}); put the database back, or move it away "
            "to go on without them"
        ) from error
