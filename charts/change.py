"""Change between the two sides of a comparison in words, later against earlier; no per cent of few events."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from analysis.overview import FEW
from charts import theme
from charts.theme import Look


@dataclass(frozen=True)
class Amount:
    """One figure of one side (None where nothing gives it) and the events it stands on."""

    value: float | None
    base: int

    @property
    def few(self) -> bool:
        """Whether it stands on too few events for a percentage (DESIGN rule 9)."""
        return self.base < FEW


def difference(look: Look, first: Amount, second: Amount) -> str:
    """Return by how much one side is more: "99 more in 2016–2021 than in 2010–2015 (+85 %)"."""
    one, other = _ordered(look, first, second)
    said = look.spoken[look.leads], look.spoken[1 - look.leads]
    unknown = [name for name, amount in zip(said, (one, other), strict=True) if amount.value is None]
    if one.value is None or other.value is None:
        return f"not stated {' and '.join(unknown)}: no change to tell"
    if one.value == other.value:
        return _joined("as many", said[0], f"as {said[1]}")
    return _joined(_more(one.value, other.value), said[0], f"than {said[1]}{_percent(one, other)}")


def totals(look: Look, sides: Sequence[Amount], noun: Callable[[float], str]) -> str:
    """Return both figures and their difference, as a sentence; empty where nothing is compared.

    "216 events in 2016–2021 against 117 in 2010–2015: 99 more (+85 %)." `noun` writes a figure with its noun.
    """
    if not look.sides[1]:
        return ""
    one, other = _ordered(look, *sides)
    if one.value is None or other.value is None:
        told = noun(one.value) if one.value is not None else "not stated"
        against = theme.number(other.value)
        return f"{told} {look.spoken[look.leads]}, {against} {look.spoken[1 - look.leads]}."
    change = _more(one.value, other.value) if one.value != other.value else "as many"
    return (
        f"{noun(one.value)} {look.spoken[look.leads]} against {theme.number(other.value)} "
        f"{look.spoken[1 - look.leads]}: {change}{_percent(one, other)}."
    )


def points(look: Look, first: float, second: float) -> str:
    """Return by how many percentage points a share is more on one side than on the other, of whole per cent."""
    one, other = (first, second) if look.leads == 0 else (second, first)
    gap = round(100 * one) - round(100 * other)
    said = look.spoken[look.leads], look.spoken[1 - look.leads]
    if not gap:
        return f"the same share {said[0]} as {said[1]}"
    noun = "percentage point" if abs(gap) == 1 else "percentage points"
    return f"{abs(gap)} {noun} {_word(gap, less='less')} {said[0]} than {said[1]}"


def of_sides(look: Look, first: str, second: str) -> str:
    """Return what is said of each side with its name before it; of one side alone, or of both the same, as it is."""
    if not look.sides[1] or first == second:
        return first
    told = zip(look.sides, (first, second), strict=True)
    return " ".join(f"{name}: {said}" for name, said in told if said)


def sentence(said: str) -> str:
    """Return what is said as a sentence of its own."""
    return f"{said[:1].upper()}{said[1:].removesuffix('.')}." if said else ""


def signed(number: int) -> str:
    """Return a change with its sign, a true minus."""
    return f"+{number}" if number > 0 else f"{number}".replace("-", "−")


def _ordered(look: Look, first: Amount, second: Amount) -> tuple[Amount, Amount]:
    return (first, second) if look.leads == 0 else (second, first)


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _more(one: float, other: float) -> str:
    return f"{theme.number(abs(one - other))} {_word(one - other)}"


def _word(gap: float, *, less: str = "fewer") -> str:
    return "more" if gap > 0 else less


def _percent(one: Amount, other: Amount) -> str:
    """Return the change in per cent of the side it is held against; nothing where either stands on few events."""
    if one.few or other.few or not other.value or one.value is None or one.value == other.value:
        return ""
    return f" ({signed(round(100 * (one.value - other.value) / other.value))}{theme.THIN}%)"
