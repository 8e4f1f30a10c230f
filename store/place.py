"""Where added records are kept, and who may save there."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from loaders.files import HOME

OWN = HOME / "var" / "atlas.db"
"""The database on this machine, made when something is saved for the first time."""

_NO = frozenset({"", "0", "false", "no", "off"})


@dataclass(frozen=True)
class Place:
    """A database (SQLAlchemy's address of it), and why nothing may be saved there: empty where it may."""

    url: str
    refusal: str


class StoreError(OSError):
    """The database cannot be read or written; the message names it and the next step."""


class RefusedError(PermissionError):
    """Saving is off here; the message says why and what would turn it on."""


def of_app(environ: Mapping[str, str], *, bound_to: str | None = None, opened_as: str = "") -> Place:
    """Return the place an app reads from, and saves to where it may.

    `bound_to` is the address the app listens on (None or "": on all of them), `opened_as` the name of the machine
    in the reader's address bar, where it is known. ATLAS_DATABASE_URL names another database than var/atlas.db.
    """
    url = environ.get("ATLAS_DATABASE_URL") or f"sqlite:///{OWN.as_posix()}"
    return Place(url, refusal(environ, bound_to=bound_to, opened_as=opened_as))


def refusal(environ: Mapping[str, str], *, bound_to: str | None, opened_as: str = "") -> str:
    """Return why nothing may be saved; empty where the app answers to this machine alone."""
    if environ.get("ATLAS_READ_ONLY", "").strip().casefold() not in _NO:
        return "This Atlas is shown for reading only (ATLAS_READ_ONLY is set)."
    if not is_loopback(bound_to or ""):
        where = f"on the address {bound_to}" if bound_to else "on every address of its machine"
        return (
            f"The app listens {where}, so others could save under any name. "
            "Start it with HOST=127.0.0.1 (server.address) to save."
        )
    if opened_as and not is_loopback(opened_as):
        return (
            f"The page was opened as {opened_as}, through another machine or name. "
            "Open it as http://localhost or http://127.0.0.1 to save."
        )
    return ""


def is_loopback(address: str) -> bool:
    """Return whether an address or name of a machine is this machine itself; no name but localhost is trusted."""
    name = address.strip().strip("[]").casefold()
    if name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def file_of(url: str) -> Path | None:
    """Return the file of an SQLite database; None for one in memory and for any other."""
    from sqlalchemy import make_url

    parts = make_url(url)
    if parts.get_backend_name() != "sqlite" or parts.database in (None, "", ":memory:"):
        return None
    return Path(str(parts.database))
