"""Revisions: saved whole or not at all, read, undone and restored; every one of them stays.

A thing is an event (its content a record as in events.jsonl), a body (a row as in organisations.csv), or what an import
leaves beside its events (origins.py, columns.py). Content None
says that the thing is not in the Atlas from then on; what it held before stays in its history.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from store.database import REVISIONS, reading, writing
from store.place import Place, RefusedError

Kind = Literal["event", "organisation", "row", "import", "columns"]
IN_ATLAS: tuple[Kind, ...] = ("event", "organisation", "row", "import")
"""Kinds of things that the tables are made of, in the order of `Added`."""

Content = dict[str, Any]

LONGEST_NAME = 80
"""Characters of the name a change is kept under."""

LARGEST = 1_000_000
"""Characters of one content: an event that is longer is no event."""

_UNFIT = re.compile("[\x00\ud800-\udfff]")
"""Halves of a surrogate pair and NUL, which no table or database holds."""


@dataclass(frozen=True)
class Change:
    """What is to be saved: the content of a thing, and the number of the revision it was made from (0: there is none).

    `action` says what is done, where that does not follow from the rest.
    """

    kind: Kind
    key: str
    content: Content | None
    seen: int = 0
    action: str = ""


AS_IN_FILES = "as in the files"
"""What the first revision of an event is that stood in the files before it was changed: its state there."""


@dataclass(frozen=True)
class Revision:
    """One state of a thing: its number from 1, what was done, by whom and when (UTC), and the save it belongs to."""

    revision_id: int
    kind: Kind
    key: str
    number: int
    action: str
    content: Content | None
    author: str
    made_at: str
    batch: str


class ConflictError(Exception):
    """Somebody saved the thing meanwhile: `theirs` is what stands there now, `mine` what was not saved."""

    def __init__(self, mine: Change, theirs: Revision | None) -> None:
        super().__init__(f"{mine.key}: saved meanwhile by {theirs.author if theirs else 'somebody'}")
        self.mine, self.theirs = mine, theirs


def save(place: Place, changes: Sequence[Change], *, author: str, action: str = "") -> list[Revision]:
    """Keep changes as one save and return their revisions.

    Raises RefusedError where saving is off, ValueError without a name or for content that is too long, ConflictError
    where one of the things was saved meanwhile (then nothing is), StoreError where the database does not answer.
    """
    if place.refusal:
        raise RefusedError(place.refusal)
    rows = _rows(changes, author=_name(author), action=action)
    try:
        with writing(place) as connection:
            _check(connection, changes)
            if rows:
                connection.execute(sa.insert(REVISIONS), rows)
    except IntegrityError:
        _raise_conflict(place, changes)
    return batch(place, rows[0]["batch"]) if rows else []


def _name(author: str) -> str:
    name = " ".join(_UNFIT.sub("", author).split())
    if not 0 < len(name) <= LONGEST_NAME:
        raise ValueError(f"a change is kept with a name of 1 to {LONGEST_NAME} characters; give one")
    return name


def _rows(changes: Iterable[Change], *, author: str, action: str) -> list[dict[str, Any]]:
    """Return the rows of a save; all have one time and one batch."""
    now = dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")
    name = uuid.uuid4().hex
    return [
        {
            "kind": change.kind,
            "key": change.key,
            "number": change.seen + 1,
            "action": action or change.action or _action(change),
            "content": _written(change.content),
            "author": author,
            "made_at": now,
            "batch": name,
        }
        for change in changes
    ]


def _action(change: Change) -> str:
    if change.content is None:
        return "take out"
    return "change" if change.seen else "add"


def _written(content: Content | None) -> str | None:
    """Return content as JSON in ASCII, which every database holds as it is."""
    if content is None:
        return None
    text = json.dumps(fit(content))
    if len(text) > LARGEST:
        raise ValueError(f"the record has {len(text):,} characters, more than {LARGEST:,}; shorten its texts")
    return text


def fit(value: Any) -> Any:
    """Return a value with U+FFFD for every sign that no table holds."""
    if isinstance(value, str):
        return _UNFIT.sub("\ufffd", value)
    if isinstance(value, Mapping):
        return {fit(name): fit(item) for name, item in value.items()}
    return [fit(item) for item in value] if isinstance(value, list | tuple) else value


def _check(connection: sa.Connection, changes: Sequence[Change]) -> None:
    """Raise ConflictError for a change that was not made from the newest revision of its thing."""
    made = _numbers(connection, changes)
    for change in changes:
        thing = (change.kind, change.key)
        if made.get(thing, 0) != change.seen:
            raise ConflictError(_last_of(thing, changes), _newest(connection, *thing))
        made[thing] = change.seen + 1


AT_ONCE = 500
"""Things that are asked for at once: a database takes no question of any length."""


def _numbers(connection: sa.Connection, changes: Sequence[Change]) -> dict[tuple[str, str], int]:
    """Return the newest number of each thing that has one, of those that are changed."""
    keys: dict[str, dict[str, None]] = {}
    for change in changes:
        keys.setdefault(change.kind, {})[change.key] = None
    found: dict[tuple[str, str], int] = {}
    for kind, of_kind in ((kind, list(those)) for kind, those in keys.items()):
        for first in range(0, len(of_kind), AT_ONCE):
            some = of_kind[first : first + AT_ONCE]
            where = (REVISIONS.c.kind == kind) & REVISIONS.c.key.in_(some)
            highest = sa.func.max(REVISIONS.c.number)
            asked = sa.select(REVISIONS.c.key, highest).where(where).group_by(REVISIONS.c.key)
            found.update(((kind, key), number) for key, number in connection.execute(asked))
    return found


def _last_of(thing: tuple[str, str], changes: Sequence[Change]) -> Change:
    """Return what a thing was to be in the end."""
    return next(change for change in reversed(changes) if (change.kind, change.key) == thing)


def changed(key: str, record: Content, there: Content | None, seen: int) -> list[Change]:
    """Return what saves a record in place of another; `there` is how it stands, `seen` its newest revision.

    An event that stands in the files alone has its state there as the first revision, to compare with and go back to.
    """
    if seen or there is None:
        return [Change("event", key, record, seen)]
    return [Change("event", key, there, 0, AS_IN_FILES), Change("event", key, record, 1)]


def _raise_conflict(place: Place, changes: Sequence[Change]) -> None:
    """Raise the ConflictError of two saves at the same instant, of which the other came first."""
    with reading(place) as connection:
        if connection is not None:
            _check(connection, changes)
    raise ConflictError(changes[0], None)


def _newest(connection: sa.Connection, kind: str, key: str) -> Revision | None:
    asked = _of(kind, key).order_by(REVISIONS.c.number.desc()).limit(1)
    row = connection.execute(asked).mappings().first()
    return _revision(row) if row else None


def _of(kind: str, key: str) -> sa.Select[Any]:
    return sa.select(REVISIONS).where(REVISIONS.c.kind == kind, REVISIONS.c.key == key)


def _revision(row: Mapping[Any, Any]) -> Revision:
    content = row["content"]
    return Revision(**{**row, "content": None if content is None else json.loads(content)})


# Reading


def stamp(place: Place) -> tuple[int, int]:
    """Return what changes with every save: the newest revision and how many there are; cheap to ask."""
    with reading(place) as connection:
        if connection is None:
            return 0, 0
        last, count = connection.execute(_STAMP).one()
        return int(last or 0), int(count)


_STAMP = sa.select(sa.func.max(REVISIONS.c.revision_id), sa.func.count()).select_from(REVISIONS)


def history(place: Place, kind: Kind, key: str) -> list[Revision]:
    """Return every revision of a thing, the newest first."""
    return _read(place, _of(kind, key).order_by(REVISIONS.c.number.desc()))


def batch(place: Place, name: str) -> list[Revision]:
    """Return the revisions of one save, in the order they were given."""
    return _read(
        place, sa.select(REVISIONS).where(REVISIONS.c.batch == name).order_by(REVISIONS.c.revision_id)
    )


def newest(place: Place, kind: Kind) -> list[Revision]:
    """Return the newest revision of each thing of a kind, also of those taken out, in the order of first saving."""
    inner = (
        sa.select(
            REVISIONS.c.key,
            sa.func.max(REVISIONS.c.number).label("number"),
            sa.func.min(REVISIONS.c.revision_id).label("first"),
        )
        .where(REVISIONS.c.kind == kind)
        .group_by(REVISIONS.c.key)
        .subquery()
    )
    same = (
        (REVISIONS.c.key == inner.c.key) & (REVISIONS.c.number == inner.c.number) & (REVISIONS.c.kind == kind)
    )
    return _read(place, sa.select(REVISIONS).join(inner, same).order_by(inner.c.first))


def _read(place: Place, asked: sa.Select[Any]) -> list[Revision]:
    with reading(place) as connection:
        if connection is None:
            return []
        return [_revision(row) for row in connection.execute(asked).mappings()]


@dataclass(frozen=True)
class Added:
    """What stands in the Atlas beside its files: records and bodies, and a digest of both.

    `rows` has the rows of lists that imported events stood in, `imports` what no row of a list told.
    """

    records: tuple[Content, ...] = ()
    bodies: tuple[Content, ...] = ()
    rows: tuple[Content, ...] = ()
    imports: tuple[Content, ...] = ()

    @property
    def digest(self) -> str:
        """The SHA-256 of all that was added; the same again after a change was undone."""
        beside = [self.rows, self.imports] if self.rows or self.imports else []
        text = json.dumps([self.records, self.bodies, *beside], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()


def added(place: Place) -> Added:
    """Return what was added and not taken out again."""
    return Added(*(_contents(newest(place, kind)) for kind in IN_ATLAS))


def _contents(revisions: Iterable[Revision]) -> tuple[Content, ...]:
    return tuple(revision.content for revision in revisions if revision.content is not None)


def as_jsonl(place: Place) -> str:
    """Return the added records as lines that can be put into events.jsonl."""
    lines = (json.dumps(record, ensure_ascii=False) for record in added(place).records)
    return "".join(f"{line}\n" for line in lines)


# Going back


def undo(place: Place, name: str, *, author: str) -> list[Revision]:
    """Put back what each thing of a save was before it, as new revisions.

    Raises ConflictError where one of the things was saved again since, and what `save` raises.
    """
    changes: dict[tuple[Kind, str], Change] = {}
    for revision in batch(place, name):
        thing = (revision.kind, revision.key)
        before = changes[thing].content if thing in changes else _before(place, revision)
        changes[thing] = Change(*thing, before, revision.number)
    return save(place, list(changes.values()), author=author, action="undo")


def _before(place: Place, revision: Revision) -> Content | None:
    older = history(place, revision.kind, revision.key)
    return next((other.content for other in older if other.number == revision.number - 1), None)


def restore(place: Place, revision: Revision, *, author: str, seen: int) -> list[Revision]:
    """Make an older state of a thing, or none, its newest one; `seen` is the number of the newest the reader saw."""
    change = Change(revision.kind, revision.key, revision.content, seen)
    action = "take out" if revision.content is None else "restore"
    return save(place, [change], author=author, action=action)


def keep_theirs(place: Place, conflict: ConflictError, *, author: str) -> list[Revision]:
    """Keep what the other saved, with mine in the history before it, so that neither is lost."""
    mine, theirs = conflict.mine, conflict.theirs
    if theirs is None:
        raise ValueError("nothing was saved meanwhile; save again")
    both = [
        Change(mine.kind, mine.key, mine.content, theirs.number),
        Change(mine.kind, mine.key, theirs.content, theirs.number + 1),
    ]
    return save(place, both, author=author, action="settle")


# Comparing


def differences(one: Content | None, other: Content | None) -> list[tuple[str, Any, Any]]:
    """Return the fields in which two contents differ, each with both values; None where a field is not there."""
    before, after = one or {}, other or {}
    fields = dict.fromkeys([*before, *after])
    return [
        (field, before.get(field), after.get(field))
        for field in fields
        if before.get(field) != after.get(field)
    ]
