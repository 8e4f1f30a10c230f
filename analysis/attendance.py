"""Which events tell who came: a host alone does not, where other editions of the recurring event name others."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from analysis.dimension import unpack
from analysis.index import Index


def tells_who_came(index: Index) -> NDArray[np.bool_]:
    """Mark the events that name who came.

    One that names no participant does not, and one of a recurring event that names its host as the only participant
    while another edition names others: at a course for many countries the host alone is no list of those who came. Of
    a national event the host is all there is to name.
    """
    named = ~unpack(index["participant"].unstated, len(index))
    others, series = _others(index), _series(index)
    of_many = np.bincount(series[others], minlength=len(index["series"])) > 0
    of_many[-1] = False
    told: NDArray[np.bool_] = named & (others | ~of_many[series])
    told.flags.writeable = False
    return told


def _others(index: Index) -> NDArray[np.bool_]:
    """Mark the events that name a participant who is not the host."""
    came, hosts = index["participant"], index["host"]
    codes = np.array([hosts.code.get(id_, -1) for id_ in came.ids], dtype=np.int64)
    hosted = hosts.event.astype(np.int64) * len(hosts) + hosts.value
    pairs = came.event.astype(np.int64) * len(hosts) + codes[came.value]
    stated = came.value < len(came) - 1
    found = np.zeros(len(index), dtype=np.bool_)
    found[came.event[stated & ~np.isin(pairs, hosted)]] = True
    return found


def _series(index: Index) -> NDArray[np.int64]:
    """Return the code of the recurring event of each event."""
    made = index["series"]
    return made.value[made.starts[:-1]].astype(np.int64)
