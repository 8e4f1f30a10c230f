"""How many people came to an event of a list; the rows of one event are put together."""

from __future__ import annotations

from loaders.grids import shown
from loaders.list_cells import People, read_people
from loaders.list_desk import At, Desk, Got, Near, Values


def people(desk: Desk, got: Got, _near: Near) -> Values:
    """Return the headcount; the total of women and men where only they are told."""
    found: dict[str, People] = {}
    for name in ("participants", "women", "men"):
        counts = [people for place in got.get(name, ()) if (people := _count(desk, place))]
        if counts:
            found[name] = _together(desk, counts, got[name])
    if not found:
        return {}
    total = found.get("participants", People())
    women = found["women"].total if "women" in found else total.women
    men = found["men"].total if "men" in found else total.men
    count = total.total
    if count is None and women is not None and men is not None:
        count = women + men
    rounded = any(people.approximate for people in found.values())
    return {"participants": {"total": count, "women": women, "men": men, "approximate": rounded}}


def _count(desk: Desk, place: At) -> People | None:
    found: tuple[People | None, str] = desk.once(("people",), place.cell, lambda: read_people(place.cell))
    if found[1]:
        desk.tell(place, shown(place.cell), found[1])
    return found[0]


def _together(desk: Desk, counts: list[People], places: list[At]) -> People:
    """Return the headcount of an event of several rows: their sum where they differ, the one they repeat else."""
    if len(counts) == 1:
        return counts[0]
    totals = [count.total for count in counts if count.total is not None]
    if len(set(totals)) <= 1:
        advice = "stands in every row of the event; taken for the whole event, not for each country"
        desk.tell(places[0], shown(places[0].cell), advice, "warning")
        return counts[0]
    said = " + ".join(map(str, totals))
    advice = f"rows of one event were added up: {said} = {sum(totals)}"
    desk.tell(places[0], shown(places[0].cell), advice, "note")
    return People(sum(totals), None, None, any(count.approximate for count in counts))
