"""How many people came to an event of a list; the rows of one event are put together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.grids import shown
from loaders.list_cells import People, read_people
from loaders.list_desk import At, Desk, Got, Near, Values


def people(desk: Desk, got: Got, _near: Near) -> Values:
    """Return the headcount; the total of women and men where only they are told."""
    found: dict[str, People] = {}
    for name in ("participants", "women", "men"):
        counts = [people for place in got.get(name, ()) if (people := _count(desk, place, name))]
        if name != "participants" and counts and _are_of_some(len(counts), got.get("participants", ())):
            place = got[name][0]
            desk.tell(place, shown(place.cell), _OF_SOME.format(name=name), "warning")
        elif counts:
            found[name] = _together(desk, counts, got[name])
    if not found:
        return {}
    total = found.get("participants", People())
    women = found["women"].total if "women" in found else total.women
    men = found["men"].total if "men" in found else total.men
    count = total.total
    if count is None and women is not None and men is not None:
        count = women + men
    women, men = (_at_most(desk, got, name, (part, other, count)) for name, part, other in _parts(women, men))
    rounded = any(people.approximate for people in found.values())
    return {"participants": {"total": count, "women": women, "men": men, "approximate": rounded}}


def _are_of_some(told: int, places: Sequence[At]) -> bool:
    """Return whether women or men are told for fewer rows of an event than have a number of people of their own."""
    return told < len(places) and len({shown(place.cell) for place in places}) > 1


def _parts(women: int | None, men: int | None) -> tuple[tuple[str, int | None, int | None], ...]:
    """Return each part of the people by its name, beside the other one."""
    return ("women", women, men), ("men", men, women)


def _at_most(
    desk: Desk, got: Got, name: str, counts: tuple[int | None, int | None, int | None]
) -> int | None:
    """Return a part of the people; None, told, where it alone is more than all of them.

    `counts` are the part, the other part and all; where both parts are told the reader of records weighs their sum.
    """
    part, other, count = counts
    if part is None or count is None or other is not None or part <= count:
        return part
    place = (got.get(name) or got["participants"])[0]
    advice = f"is more {name} than people, {count}; {name} left out, mend the number that is wrong"
    desk.tell(place, shown(place.cell), advice)
    return None


_NOBODY = "is no number of people who came; left empty: write it where it is known"
_OF_SOME = (
    "is told for some rows of the event only; {name} left out, as those of the other rows are not known"
)
_OF_ALL = re.compile(r"\b(?:total|overall|altogether|insgesamt|всего|итого)\b", re.IGNORECASE)
_NOT_OF_SEX = "counts all in a column of {name}; not read: write all into a column of their own"


def _count(desk: Desk, place: At, name: str) -> People | None:
    """Return what a cell counts; None, told, where it is no number of those its column is for."""
    if name != "participants" and _OF_ALL.search(shown(place.cell)):
        desk.tell(place, shown(place.cell), _NOT_OF_SEX.format(name=name))
        return None
    if name == "participants" and shown(place.cell) == "0":
        desk.tell(place, "0", _NOBODY, "warning")
        return None
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
