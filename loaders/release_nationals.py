"""Whether those who came to an event came from the country it was held in."""

from __future__ import annotations

from loaders.release_abroad import from_elsewhere, of_several
from loaders.release_seat import seat
from loaders.release_story import Story, event_cues
from loaders.release_words import Cue

_COUNTRIES, _MEETINGS = frozenset({"countries", "states", "nations"}), frozenset({"meeting", "conference"})
_SEATS = frozenset(
    {"vienna", "geneva", "brussels", "strasbourg", "lyon", "the hague", "new york", "luxembourg"}
)
"""Towns with the seats of international bodies: of 21 events of the records held in them, one had those of the host."""


def national(story: Story, host: str, *, own: bool) -> Cue | None:
    """Return the word for the people who came from the host country, None where it is not sure that they did.

    `own` says that a body of the host organised the event: a regional one has people of the host then.
    """
    told = story.told(2.0)
    kinds = ("abroad",) if own else ("abroad", "wide")
    if (
        _at_a_seat(story, host)
        or seat(story)
        or any(from_elsewhere(story, number, *kinds) for number in told)
    ):
        return None
    if not own and of_several(story):
        return None
    parts = [number for number in told if number in story.page.parts] or told
    people = (cue for number in parts for cue in story.page.of(number, "people", "audience"))
    return next((cue for cue in people if not _of_several(story, cue)), None)


def _of_several(story: Story, cue: Cue) -> bool:
    """Return whether a word for those who came says nothing of one country: "countries", "members" of a meeting."""
    word = story.page.text[cue.start : cue.end].casefold()
    meets = any(one.meaning in _MEETINGS for one in event_cues(story.page, story.lead))
    return word in _COUNTRIES or (meets and word == "members")


def _at_a_seat(story: Story, host: str) -> bool:
    """Return whether an event was held where international bodies sit, to which people come from elsewhere."""
    towns = {
        one.as_written.casefold() for one in story.facts.places if one.iso3 == host and one.kind == "city"
    }
    return not towns.isdisjoint(_SEATS)
