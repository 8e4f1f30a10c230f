"""How many people came to an event of a list; the rows of one event are put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

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
    text = shown(place.cell)
    if name != "participants" and not text.isdecimal() and _OF_ALL.search(text):
        desk.tell(place, text, _NOT_OF_SEX.format(name=name))
        return None
    if name == "participants" and text == "0":
        desk.tell(place, "0", _NOBODY, "warning")
        return None
    order = _order_of(place.column.label) if name == "participants" else ()
    found: tuple[People | None, str] = (order and _in_order(text, order)) or desk.once(
        ("people",), place.cell, lambda: read_people(place.cell)
    )
    if found[1]:
        desk.tell(place, text, found[1])
    return found[0]


@lru_cache(maxsize=100)
def _order_of(label: str) -> tuple[str, ...]:
    """Return what the numbers of a column count where the end of its heading tells: "Participants (m/f/total)".

    In Spanish M stands for women, beside H.
    """
    for said in (*_IN_BRACKETS.findall(label), *_AT_THE_END.findall(label)):
        words = [word.strip().casefold().rstrip(".") for word in _BETWEEN.split(said)]
        order = tuple(_SEX_OR_ALL.get(word, "") for word in words)
        if sorted(words)[:2] == ["h", "m"]:
            order = tuple("women" if word == "m" else part for word, part in zip(words, order, strict=True))
        if sorted(order) in (["men", "women"], ["men", "total", "women"]):
            return order
    return ()


_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]{3,40})[)\]]")
_AT_THE_END = re.compile(r"(?:^|\s)([^\s/|()\[\]]+(?:\s?[/|]\s?[^\s/|()\[\]]+){1,2})$")
_BETWEEN = re.compile(r"\s*[/|;+–-]\s*|,\s+")
_RANGE = re.compile("[–-]")
_SEX_OR_ALL = {
    **dict.fromkeys(
        [
            "f",
            "w",
            "ж",
            "female",
            "females",
            "women",
            "femmes",
            "mujeres",
            "mulheres",
            "женщин",
            "женщины",
            "жен",
        ],
        "women",
    ),
    **dict.fromkeys(
        ["m", "h", "м", "male", "males", "men", "hommes", "hombres", "homens", "мужчин", "мужчины", "муж"],
        "men",
    ),
    **dict.fromkeys(["t", "tot", "total", "totals", "all", "всего", "итого", "gesamt"], "total"),
}
"""What a number of people counts, by the word or letter for it in a heading."""


def _in_order(text: str, order: Sequence[str]) -> tuple[People | None, str] | None:
    """Return the people of a cell of numbers in the order of its heading; None where it has more or others.

    "20-25" is a range, whatever the heading says.
    """
    numbers = _BETWEEN.split(text.strip())
    is_range = len(numbers) == 2 and _RANGE.search(text)
    if (
        is_range
        or len(numbers) != len(order)
        or not all(number.isdecimal() and len(number) < 7 for number in numbers)
    ):
        return None
    counts = dict(zip(order, map(int, numbers), strict=True))
    women, men = counts["women"], counts["men"]
    if women + men != counts.get("total", women + men):
        return None, "has women and men, in the order of its heading, that do not make its total; mend it"
    return People(women + men, women, men), ""


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
