"""The projects and initiatives an event belongs to: known ones named beside it, and titles behind "project"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from loaders import sheets
from loaders.late import late
from loaders.release_evidence import Evidence, evidence
from loaders.release_split import ELSEWHERE
from loaders.release_story import Story
from loaders.release_words import tokens_of, words_in

_BELONGS = late(
    r"\b(?:framework|umbrella|auspices|context|part|under|through|within|project|programme|program|initiative|action|cadre|"
    r"marco|âmbito|quadro|рамках|projet|proyecto|projeto|initiatives?|programa|iniciativa|проект\w*|funded|of)\b[^.;]{0,90}$",
    re.IGNORECASE,
)
_ITSELF = late(
    r"[^.;]{0,40}?\b(?:project|programme|program|initiative|projet|proyecto|projeto|supports?|supported|trains?|trained|"
    r"organi[sz]\w+|engages?|delivers?|delivered|provides?|facilitat\w+|concludes?)\b",
    re.IGNORECASE,
)
_BODIES = frozenset({"Bali Process", "ASEAN-ACT"})
_TITLED = late(
    r"\b(?:project|initiative|programme|program|projet|proyecto|projeto|programa|initiatives)\b"
    r"(?:\s(?:called|titled|entitled|named|on|intitulé|denominado|titulado|intitulado))?,?:?\s?"
    r"[“\"«„]\s?(?P<title>[A-ZÀ-Þ][^”\"»“]{9,170}?)[.,]?\s?[”\"»“]"
    r"|[“\"«„]\s?(?P<before>[A-ZÀ-Þ][^”\"»“]{9,170}?)[.,]?\s?[”\"»“]\s(?:\([A-Z][\w.-]+\)\s)?(?:project|initiative|programme)\b",
    needs='“|"|«|„',
)
_PROJECTS = words_in("project initiative programme program projet proyecto projeto programa initiatives")
"""Words of which one stands beside each title."""

_SHORT = late(r"\s?\([A-Z][\w.\- ]{1,14}\)$")


@lru_cache(maxsize=1)
def _programmes() -> tuple[tuple[str, str], ...]:
    """Return every written form of a programme with its name, the longest first; short words are left out."""
    names: dict[str, str] = {}
    found: list[tuple[str, str]] = []
    for row in sheets.rows("programmes.csv", "programme_id", "name"):
        names[row["programme_id"]] = row["name"]
        found.append((row["name"], row["name"]))
        short = re.search(r"\(([A-Z][\w.\-+ ]{2,14})\)$", row["name"])
        if short:
            found.append((short[1], row["name"]))
    others = sheets.read(sheets.path_of("programme_names.csv"), "name", "programme_id")
    for line, row in others.rows():
        if row["programme_id"] not in names:
            what = (
                f"{row['name']!r} is given the unknown code {row['programme_id']!r}; add the code or mend it"
            )
            raise sheets.fault(others.name, line, what)
        found.append((row["name"], names[row["programme_id"]]))
    return tuple(
        sorted(
            (one for one in found if len(one[0]) > 4 and not one[0].startswith("Working Group")),
            key=lambda one: -len(one[0]),
        )
    )


@lru_cache(maxsize=1)
def _by_first_word() -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Return the written forms of programmes by their first word; before it, the letters and figures it begins with."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for written, name in _programmes():
        found[written.partition(" ")[0]].append((written, name))
    return [(tokens_of(first).words[0], first, group) for first, group in found.items()]


@lru_cache(maxsize=1_000)
def _written(name: str) -> re.Pattern[str]:
    """Return what a name looks like in a text: blanks or dashes between its words, with or without "the"."""
    words = [re.escape(word) for word in re.split(r"[\s–—-]+", name) if word != "the"]
    joined = r"[\s–—-]+(?:the\s+)?".join(words)
    return re.compile(rf"(?<!\w){joined}(?!\w)")


_WORD = late(r"[^\s–—-]+")


def programmes_of(story: Story) -> list[Evidence]:
    """Return the projects and initiatives that sentences of the event name."""
    found: dict[str, Evidence] = {}
    taken: list[tuple[int, int]] = []
    for name, span in [*_known(story), *_titled(story)]:
        if name in _BODIES or any(start < span[1] and span[0] < end for start, end in taken):
            continue
        taken.append(span)
        told = evidence(story.page, "programmes", name, span=span, rule="project of the event", sure="sure")
        found.setdefault(name, told)
    return sorted(found.values(), key=lambda one: one.start)


def _known(story: Story) -> Iterator[tuple[str, tuple[int, int]]]:
    text, said = story.page.text, story.page.vocabulary
    named = [
        (written, name)
        for begun, first, group in _by_first_word()
        if begun in said and first in text
        for written, name in group
        if all(word in text for word in _WORD.findall(written) if word != "the")
    ]
    for written, name in sorted(named, key=lambda one: -len(one[0])):
        for match in _written(written).finditer(text):
            if _of_the_event(story, match):
                yield name, match.span()
                break


def _of_the_event(story: Story, match: re.Match[str]) -> bool:
    """Return whether a project is named as what the event belongs to, or does something itself."""
    page = story.page
    at = page.at(match.start())
    if at is None or page.sentences[at].zone == "menu" or story.weights[at] <= ELSEWHERE:
        return False
    begin = page.sentences[at].start
    before = _BELONGS.search(page.text, max(begin, match.start() - 110), match.start())
    return before is not None or _ITSELF.match(page.text, match.end()) is not None


def _titled(story: Story) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the titles in quotation marks beside "project" in sentences of the event."""
    page = story.page
    for match in () if _PROJECTS.isdisjoint(page.vocabulary) else _TITLED.finditer(page.text):
        at = page.at(match.start())
        if at is not None and story.weights[at] >= 1 and page.sentences[at].zone not in {"menu", "tail"}:
            group = "title" if match["title"] else "before"
            start, end = match.span(group)
            words = " ".join(match[group].split())
            yield _SHORT.sub("", words), (start, end)
