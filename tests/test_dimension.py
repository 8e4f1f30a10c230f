"""A dimension holds distinct pairs of event and value, as codes and as bits, and nothing gets lost between the two."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.dimension import NARROW, build, mapped, pack, size, unpack, words

SIZES = [0, 1, 7, 8, 63, 64, 65, 127, 128, 129]
FEW, MANY = ("a", "b", "c"), ("a", "b", "c", *map(str, range(NARROW)))
"""So few values that each keeps its bits, and so many that none does."""


def dimension(pairs, *, events, ids=FEW):
    event, value = (np.array([pair[place] for pair in pairs], dtype=np.int32) for place in (0, 1))
    return build(
        "letter", ids, [id_.upper() for id_ in ids], event=event, value=value, events=events, none="no letter"
    )


def pairs_of(made):
    return list(zip(made.event.tolist(), (made.ids[code] for code in made.value), strict=True))


@pytest.mark.parametrize("events", SIZES)
def test_a_mask_comes_back_from_its_bits(events):
    mask = np.arange(events) % 3 == 0
    assert unpack(pack(mask), events).tolist() == mask.tolist()


@pytest.mark.parametrize("events", SIZES)
def test_bits_beyond_the_last_event_are_never_set(events):
    assert size(pack(np.ones(events, dtype=np.bool_))) == events


@pytest.mark.parametrize(("events", "needed"), [(0, 0), (1, 1), (64, 1), (65, 2), (128, 2), (129, 3)])
def test_a_word_holds_sixty_four_events(events, needed):
    assert words(events) == needed


def test_a_pair_that_stands_twice_is_one_pair():
    assert pairs_of(dimension([(0, 1), (0, 1), (0, 0)], events=1)) == [(0, "a"), (0, "b")]


def test_an_event_without_a_value_is_not_stated_and_that_value_is_the_last():
    made = dimension([(1, 0)], events=3)
    assert pairs_of(made) == [(0, "none"), (1, "a"), (2, "none")]
    assert (made.ids[-1], made.labels[-1]) == ("none", "no letter")


def test_a_value_that_is_not_known_leaves_the_event_not_stated():
    assert pairs_of(dimension([(0, -1), (1, -1), (1, 2), (-1, 2)], events=2)) == [(0, "none"), (1, "c")]


def test_counts_are_of_the_chosen_events_alone():
    made = dimension([(0, 0), (1, 0), (1, 1), (64, 0)], events=66)
    assert made.counts(pack(np.arange(66) >= 1)).tolist() == [2, 1, 0, 63]


@pytest.mark.parametrize("ids", [FEW, MANY], ids=["few", "many"])
def test_a_few_events_are_counted_alone_as_they_are_among_all(ids):
    made = dimension([(0, 0), (1, 0), (1, 1), (64, 0)], events=66, ids=ids)
    assert made.counts_of(np.array([1, 64, 65])).tolist()[:2] == [2, 1]
    assert (
        made.counts_of(np.array([1, 64, 65])).tolist()
        == made.counts(pack(np.isin(np.arange(66), [1, 64, 65]))).tolist()
    )
    assert made.counts_of(np.array([], dtype=np.int64)).sum() == 0


@pytest.mark.parametrize("ids", [FEW, MANY], ids=["few", "many"])
def test_any_of_holds_the_events_of_each_value_once(ids):
    made = dimension([(0, 0), (0, 1), (2, 1), (3, 2)], events=4, ids=ids)
    assert unpack(made.any_of(["a", "b"]), 4).tolist() == [True, False, True, False]
    assert unpack(made.any_of(["none"]), 4).tolist() == [False, True, False, False]


@pytest.mark.parametrize("ids", [FEW, MANY], ids=["few", "many"])
@pytest.mark.parametrize("asked", [[], ["no such id"]])
def test_any_of_nothing_known_is_no_event(ids, asked):
    assert size(dimension([(0, 0)], events=65, ids=ids).any_of(asked)) == 0


def test_the_values_of_one_event_are_found_without_looking_at_others():
    made = dimension([(2, 2), (2, 0), (0, 1)], events=3)
    assert [[made.ids[code] for code in made.values_of(event)] for event in range(3)] == [
        ["b"],
        ["none"],
        ["a", "c"],
    ]


def test_two_values_that_map_to_one_count_an_event_once():
    made = mapped(
        dimension([(0, 0), (0, 1), (1, 2)], events=2),
        "sound",
        ["vowel", "other"],
        ["V", "O"],
        to=["other", "other", "vowel"],
        none="-",
    )
    assert pairs_of(made) == [(0, "other"), (1, "vowel")]


def test_a_value_that_maps_to_nothing_leaves_the_event_its_other_values():
    made = mapped(
        dimension([(0, 0), (0, 1), (1, 1)], events=3),
        "sound",
        ["vowel"],
        ["V"],
        to=["vowel", None, None],
        none="-",
    )
    assert pairs_of(made) == [(0, "vowel"), (1, "none"), (2, "none")]


def test_nothing_in_a_dimension_can_be_written_to():
    made = dimension([(0, 0)], events=1)
    for array in (made.event, made.value, made.bits):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0


@st.composite
def drawn(draw):
    """How many events, which of them are chosen, and pairs of event and value, -1 for what is not known."""
    events = draw(st.integers(0, 130))
    event = st.integers(-1, events - 1)
    return events, draw(st.sets(event)), draw(st.lists(st.tuples(event, st.integers(-1, 2)), max_size=200))


@given(drawn(), st.sampled_from([FEW, MANY]))
def test_codes_and_bits_say_what_a_set_of_pairs_says(example, ids):
    events, chosen, pairs = example
    made = dimension(pairs, events=events, ids=ids)
    held = [
        {made.ids[value] for at, value in pairs if at == event and value >= 0} or {"none"}
        for event in range(events)
    ]
    inside = np.isin(np.arange(events), list(chosen))
    codes = [0, 2, len(made) - 1]
    assert pairs_of(made) == [(event, id_) for event in range(events) for id_ in sorted(held[event])]
    counts = dict(zip(made.ids, made.counts(pack(inside)).tolist(), strict=True))
    for code, row in zip(codes, made.rows(codes), strict=True):
        mask = [made.ids[code] in held[event] for event in range(events)]
        assert unpack(row, events).tolist() == unpack(made.any_of([made.ids[code]]), events).tolist() == mask
        assert counts[made.ids[code]] == sum(np.array(mask, dtype=bool) & inside)
