"""Checks both sets of category colours in charts/theme.py, and finds a dark one.

    python -m scripts.build_palette             prints both sets, fails when one fails
    python -m scripts.build_palette --search    prints a dark set that keeps the rule

The rule: at least 3.1:1 on the page (WCAG 2.2, 1.4.11 asks 3:1 of graphics), and far enough from each
other and from the grey of "unknown" in CAM02-UCS (Luo, Cui and Li 2006), in full colour and in simulated
deuteranopia, protanopia and tritanopia (Machado, Oliveira and Fernandes 2009).
"""
# /// script
# requires-python = ">=3.11"
# dependencies = ["colorspacious==1.1.2", "numpy", "plotly==7.1.0"]
# ///

from __future__ import annotations

import argparse
import itertools
import sys
from collections.abc import Sequence

import numpy as np
from colorspacious import cspace_convert

from charts import theme

CONTRAST = 3.1
APART = {"light": 16.0, "dark": 12.0}
VISIONS = ("full colour", "deuteranopia", "protanopia", "tritanopia")
ANOMALY = {
    "deuteranopia": "deuteranomaly",
    "protanopia": "protanomaly",
    "tritanopia": "tritanomaly",
}
STARTS = 40  # the search is run from this many places and keeps the best
HUE = 8  # degrees a dark colour may turn away from its light one
FAINT = 3.6  # contrast below which a dark candidate looks dull beside the others
GLARE = 10.0  # contrast above which a dark candidate would outshine the text
LIFT = range(0, 27, 2)  # how much lighter than its light one, so that their order stays
PALE = range(-10, 3, 2)  # how much more or less colourful


def rgb(colours: Sequence[str]) -> np.ndarray:
    """One row of red, green and blue between 0 and 1 for each hex colour."""
    return np.array([[int(c[i : i + 2], 16) / 255 for i in (1, 3, 5)] for c in colours])


def to_hex(row: np.ndarray) -> str:
    """The colour as #RRGGBB."""
    return "#" + "".join(f"{round(255 * float(part)):02X}" for part in row)


def luminance(values: np.ndarray) -> np.ndarray:
    """Relative luminance as WCAG 2.2 defines it."""
    low, high = values / 12.92, ((values + 0.055) / 1.055) ** 2.4
    return np.where(values <= 0.04045, low, high) @ [0.2126, 0.7152, 0.0722]


def contrast(values: np.ndarray, page: str) -> np.ndarray:
    """Contrast of each colour with the page, 1 to 21 (WCAG 2.2)."""
    one, two = luminance(values) + 0.05, luminance(rgb([page])) + 0.05
    return np.maximum(one, two) / np.minimum(one, two)


def seen(values: np.ndarray, vision: str) -> np.ndarray:
    """Where a reader with this vision sees the colours, in CAM02-UCS."""
    if vision in ANOMALY:
        sight = {"name": "sRGB1+CVD", "cvd_type": ANOMALY[vision], "severity": 100}
        values = np.clip(cspace_convert(values, sight, "sRGB1"), 0, 1)
    places: np.ndarray = cspace_convert(values, "sRGB1", "CAM02-UCS")
    return places


def distances(places: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Every distance between two lists of places."""
    apart: np.ndarray = np.linalg.norm(places[:, None, :] - others[None, :, :], axis=-1)
    return apart


def nearest(colours: Sequence[str], vision: str) -> tuple[float, str, str]:
    """The two colours this vision confuses most, and how far apart they are."""
    apart = distances(*[seen(rgb(colours), vision)] * 2)
    pairs = itertools.combinations(range(len(colours)), 2)
    return min((float(apart[i, j]), colours[i], colours[j]) for i, j in pairs)


def problems(colours: Sequence[str], *, page: str, apart: float) -> list[str]:
    """What breaks the rule, one sentence each; nothing when the set holds."""
    found = [
        f"{colour} has {ratio:.2f}:1 on {page}, below {CONTRAST}:1"
        for colour, ratio in zip(colours, contrast(rgb(colours), page), strict=True)
        if ratio < CONTRAST
    ]
    for vision in VISIONS:
        distance, one, two = nearest(colours, vision)
        if distance < apart:
            found.append(f"{one} and {two} are {distance:.1f} apart in {vision}")
    return found


def report(name: str, colours: Sequence[str], page: str) -> list[str]:
    """The set with its contrasts and least distances, and what breaks the rule."""
    ratios = contrast(rgb(colours), page)
    print(f"{name}, on {page}, at least {APART[name]:.0f} apart")
    print("  " + "  ".join(f"{c} {r:.2f}" for c, r in zip(colours, ratios, strict=True)))
    for vision in VISIONS:
        distance, one, two = nearest(colours, vision)
        print(f"  {vision:13} {distance:5.1f}  {one} {two}")
    found = problems(colours, page=page, apart=APART[name])
    print("\n".join(f"  FAILS: {text}" for text in found) or "  holds")
    return found


def candidates(colour: str, page: str) -> np.ndarray:
    """Colours near the hue of `colour` that a screen has and the page carries."""
    base, a, b = cspace_convert(rgb([colour])[0], "sRGB1", "CAM02-UCS")
    turns = np.radians(range(-HUE, HUE + 1, 4))
    lift, pale, turn = np.array([*itertools.product(LIFT, PALE, turns)]).T
    lightness, chroma, hue = base + lift, np.hypot(a, b) + pale, np.arctan2(b, a) + turn
    places = np.column_stack([lightness, chroma * np.cos(hue), chroma * np.sin(hue)])
    values = cspace_convert(places, "CAM02-UCS", "sRGB1")
    values = values[((values >= 0) & (values <= 1)).all(axis=1)]
    values = rgb([to_hex(row) for row in values])
    ratios = contrast(values, page)
    return values[(ratios >= FAINT) & (ratios <= GLARE)]


def search(light: Sequence[str], *, unknown: str, page: str) -> list[str]:
    """A dark set in the hue order of the light one and its unknown, as far apart as was found."""
    choices = [*(candidates(colour, page) for colour in light), rgb([unknown])]
    places = [np.stack([seen(c, vision) for vision in VISIONS]) for c in choices]
    random = np.random.default_rng(0)
    starts = [[int(random.integers(len(c))) for c in choices] for _ in range(STARTS)]
    best = max((climb(places, start) for start in starts), key=lambda end: end[0])[1]
    return [to_hex(c[i]) for c, i in zip(choices, best, strict=True)]


def climb(places: list[np.ndarray], start: list[int]) -> tuple[float, list[int]]:
    """Moves one colour at a time to where it is farthest from the others."""
    chosen, least = list(start), 0.0
    while True:
        for k, own in enumerate(places):
            rest = [p[:, i] for p, i in zip(places, chosen, strict=True)]
            del rest[k]
            others = np.stack(rest, axis=1)
            apart = np.linalg.norm(own[:, :, None] - others[:, None], axis=-1)
            chosen[k] = int(apart.min(axis=(0, 2)).argmax())
        now = separation(places, chosen)
        if now <= least + 1e-9:
            return least, chosen
        least = now


def separation(places: list[np.ndarray], chosen: list[int]) -> float:
    """The least distance between two chosen colours in any vision."""
    spots = [p[:, i] for p, i in zip(places, chosen, strict=True)]
    pairs = itertools.combinations(spots, 2)
    return min(float(np.linalg.norm(a - b, axis=1).min()) for a, b in pairs)


def shown(palette: theme.Palette) -> tuple[str, ...]:
    """The colours a reader has to tell apart: the categories, last the unknown."""
    return (*palette.categories, palette.unknown)


def main() -> int:
    """Prints the sets; 1 when one of them breaks the rule."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--search", action="store_true", help="find a dark set")
    light, dark = theme.LIGHT, theme.DARK
    if parser.parse_args().search:
        found = search(light.categories, unknown=dark.unknown, page=dark.page)
        return bool(report("dark", found, dark.page))
    found = report("light", shown(light), light.page)
    found += report("dark", shown(dark), dark.page)
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
