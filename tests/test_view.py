"""The view: through the address and back unchanged, complained of by name, said in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import view as module
from loaders import dates
from view import (
    ADDRESS,
    CHOICES,
    DEFAULTS,
    FILTERS,
    FLAGS,
    LISTS,
    NONE,
    SAID,
    VERSION,
    Choice,
    View,
    choices,
    from_address,
    sentence,
)
from view import (
    CODES as LISTS_OF_PAGES,
)

CODES = st.text("abcxyzABC0123456789-_.", min_size=1, max_size=12)
LIST = st.lists(CODES, unique=True, max_size=4).map(tuple)
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31)).map(date.isoformat)
DATES = st.one_of(st.just(""), DAYS, DAYS.map(lambda day: day[:7]), DAYS.map(lambda day: day[:4]))
PICK = st.lists(st.tuples(CODES, st.text("abc:12-", min_size=1, max_size=6)), max_size=3).map(tuple)


def in_order(view: View) -> bool:
    """Whether the period does not end before it starts, as far as both are known."""
    length = min(len(view.start), len(view.end))
    return view.start[:length] <= view.end[:length]


VIEWS = st.builds(
    View,
    start=DATES,
    end=DATES,
    text=st.text(max_size=20),
    event=st.text(max_size=10),
    screen=st.one_of(st.just(""), st.from_regex(r"[1-9][0-9]?(\.[1-9])?", fullmatch=True)),
    pick=PICK,
    **dict.fromkeys(LISTS, LIST),
    **dict.fromkeys(FLAGS, st.booleans()),
    **{name: st.sampled_from(values) for name, values in CHOICES.items()},
).filter(in_order)

PARAMETERS = {"v", "embed", "embed_options", *(ADDRESS.get(field.name, field.name) for field in fields(View))}
"""Everything that may stand in an address."""

KNOWN = {
    "countries": {"KAZ", "UZB"},
    "topics": {"organised-crime"},
    "funders": set(),
    "event": {"2011-almaty"},
}


# Through the address and back


@given(VIEWS)
def test_a_view_comes_back_from_its_address_as_it_went(view: View):
    assert from_address(view.to_address()) == (view, [])


@given(VIEWS)
def test_an_address_is_text_with_its_version_or_empty(view: View):
    address = view.to_address()
    assert all(isinstance(part, str) for pair in address.items() for part in pair)
    assert address.get("v", "") == (VERSION if view != View() else "")


def test_a_view_of_defaults_has_an_empty_address():
    assert View().to_address() == {}
    assert from_address({}) == (View(), [])


def test_an_address_holds_codes_under_short_names_and_leaves_defaults_out():
    chosen = View(
        start="2019",
        end="2023-06",
        countries=("KAZ", "UZB"),
        text="visa",
        undated=True,
        pick=(("topic", "a:b"),),
    )
    assert chosen.to_address() == {
        "v": "1",
        "from": "2019",
        "to": "2023-06",
        "countries": "KAZ,UZB",
        "q": "visa",
        "undated": "1",
        "pick": "topic:a:b",
    }


def test_a_flag_that_is_off_by_choice_is_written_when_it_is_on_by_default(monkeypatch):
    monkeypatch.setitem(DEFAULTS, VERSION, {**DEFAULTS[VERSION], "undated": True})
    assert View(undated=False).to_address() == {"v": VERSION, "undated": "0"}
    assert View(undated=True).to_address() == {}


# Versions


def test_defaults_of_the_address_are_those_of_the_view():
    assert View(**DEFAULTS[VERSION]) == View()
    assert DEFAULTS[VERSION].keys() == {*CHOICES, *FLAGS}


def test_a_link_opens_the_same_view_after_a_default_has_changed(monkeypatch: pytest.MonkeyPatch):
    before = View(topics=("organised-crime",))
    link = before.to_address()
    monkeypatch.setitem(DEFAULTS, "2", {**DEFAULTS["1"], "unit": "people", "cumulative": True})
    monkeypatch.setattr(module, "VERSION", "2")
    assert from_address(link) == (before, [])
    assert from_address({})[0].unit == "people"
    assert before.to_address() == {"v": "2", "topics": "organised-crime", "unit": "events", "cumulative": "0"}


def test_a_link_of_a_later_atlas_is_read_as_well_as_may_be():
    view, complaints = from_address({"v": "99", "countries": "KAZ"})
    assert view == View(countries=("KAZ",))
    assert complaints == ["v=99: this link is of a later Atlas; read as well as may be"]


# Complaints


@pytest.mark.parametrize(
    ("address", "used", "complaint"),
    [
        (
            {"countries": "KAZ,XXX"},
            View(countries=("KAZ",)),
            "countries=XXX: the Atlas knows no such code; left out",
        ),
        ({"topics": "fishing"}, View(), "topics=fishing: the Atlas knows no such code; left out"),
        ({"funders": "anyone"}, View(), "funders=anyone: the Atlas knows no such code; left out"),
        ({"event": "nowhere"}, View(), "event=nowhere: no event in the Atlas has this id"),
        ({"colour": "red"}, View(), "colour=red: the Atlas has no such choice; left out"),
        (
            {"unit": "metres"},
            View(),
            "unit=metres: give events, participations, countries, people, days; left out",
        ),
        ({"present": "yes"}, View(), "present=yes: give 0, 1; left out"),
        ({"present": "01"}, View(), "present=01: give 0, 1; left out"),
        ({"present": ""}, View(), "present=: give 0, 1; left out"),
        (
            {"from": "2024-13"},
            View(),
            "from=2024-13: give a date such as 2023, 2023-05 or 2023-05-17; left out",
        ),
        (
            {"to": "2023-02-29"},
            View(),
            "to=2023-02-29: give a date such as 2023, 2023-05 or 2023-05-17; left out",
        ),
        ({"to": "2023\n"}, View(), "to=2023\n: give a date such as 2023, 2023-05 or 2023-05-17; left out"),
        (
            {"to": "２０２３"},
            View(),
            "to=２０２３: give a date such as 2023, 2023-05 or 2023-05-17; left out",
        ),
        (
            {"from": "2024", "to": "2023-12"},
            View(),
            "from=2024, to=2023-12: the period ends before it starts; left out",
        ),
        ({"pick": "topic"}, View(), "pick=topic: give dimension:code; left out"),
        ({"pick": "a:b,:c"}, View(pick=(("a", "b"),)), "pick=:c: give dimension:code; left out"),
        ({"start": "2020"}, View(), "start=2020: the Atlas has no such choice; left out"),
    ],
)
def test_what_cannot_be_used_is_complained_of_by_name(address: dict[str, str], used: View, complaint: str):
    assert from_address(address, KNOWN) == (used, [complaint])


def test_a_filter_whose_codes_are_not_given_is_taken_as_it_stands():
    assert from_address({"audiences": "judges"}, KNOWN) == (View(audiences=("judges",)), [])
    assert from_address({"countries": "XXX"}) == (View(countries=("XXX",)), [])


def test_not_stated_is_known_in_every_filter():
    assert from_address({"funders": NONE}, KNOWN) == (View(funders=(NONE,)), [])


def test_streamlits_own_parameters_are_no_choice_and_no_fault():
    assert from_address({"embed": "true", "embed_options": "dark_theme"}) == (View(), [])


def test_a_code_given_twice_is_taken_once_and_empty_ones_are_passed_over():
    assert from_address({"countries": "UZB,,KAZ,UZB,"}, KNOWN) == (View(countries=("UZB", "KAZ")), [])


@pytest.mark.parametrize(
    ("start", "end"), [("2023-05", "2023"), ("2023", "2023-05"), ("2023-05-17", "2023"), ("2023", "2023")]
)
def test_a_period_that_ends_within_the_same_year_does_not_end_before_it_starts(start: str, end: str):
    assert from_address({"from": start, "to": end}) == (View(start=start, end=end), [])


@given(
    st.dictionaries(
        st.one_of(
            st.sampled_from(["v", *ADDRESS.values(), *(field.name for field in fields(View))]), st.text()
        ),
        st.one_of(
            st.text(), CODES, DATES, st.sampled_from(["0", "1", "01", ":", ",", ",:,", "none", "\x00"])
        ),
        max_size=6,
    )
)
def test_whatever_an_address_holds_gives_a_view_that_has_an_address(address: Mapping[str, str]):
    view, complaints = from_address(address, KNOWN)
    assert from_address(view.to_address(), KNOWN) == (view, [])
    unheard_of = [name for name in address if name not in PARAMETERS]
    assert [name for name in unheard_of if name[:40] not in " ".join(complaints)] == []


@pytest.mark.parametrize("screen", ["0", "-1", "1.", "1.x", "abc", "²", "1e9", "٣", "9999", "3.2.1", ""])
def test_a_screen_that_is_no_number_of_a_chart_is_told(screen: str):
    view, complaints = from_address({"screen": screen})
    assert view == View()
    assert complaints == [
        f"screen={screen}: give the number of a chart such as 2, or 2.1 for a part of it; left out"
    ]


def test_not_stated_is_no_country_to_compare_with_or_to_call_mine():
    known = {"peers": {"KAZ"}, "mine": {"KAZ"}, "countries": {"KAZ"}, "other_countries": {"KAZ"}}
    view, complaints = from_address(dict.fromkeys(known, "KAZ,none"), known)
    assert (view.peers, view.mine) == (("KAZ",), ("KAZ",))
    assert (view.countries, view.other_countries) == (("KAZ", "none"), ("KAZ", "none"))
    assert complaints == [
        "peers=none: the Atlas knows no such code; left out",
        "mine=none: the Atlas knows no such code; left out",
    ]


@pytest.mark.parametrize("name", ["countries", "from", "unit", "colour", "event", "pick", "present"])
def test_a_complaint_does_not_repeat_a_value_of_any_length(name: str):
    _, complaints = from_address({name: "x" * 1_000_000}, KNOWN)
    assert len(complaints) == 1
    assert len(complaints[0]) < 200
    assert "…" in complaints[0]


def test_a_parameter_of_any_length_is_cut_too():
    assert len(from_address({"x" * 10_000: "1"})[1][0]) < 200


# Taking choices back


TWO: dict[str, Any] = dict.fromkeys(LISTS, ("a", "b"))
FULL = View(
    **TWO,
    start="2019",
    end="2020",
    undated=True,
    text="visa",
    unit="people",
    role="host",
    preset="europe",
    pick=(("topic", "a"),),
)


@pytest.mark.parametrize("name", LISTS)
def test_one_code_of_a_filter_is_taken_out(name: str):
    assert getattr(FULL.without(name, "a"), name) == ("b",)
    assert getattr(FULL.without(name), name) == ()
    assert replace(FULL.without(name), **TWO) == FULL
    assert [other for other in LISTS if not getattr(FULL.without(name), other)] == [name]


def test_taking_out_a_code_that_is_not_there_changes_nothing():
    assert FULL.without("countries", "z") == FULL


def test_a_period_goes_whole_with_its_undated_events():
    assert FULL.without("period") == replace(FULL, start="", end="", undated=False)


def test_free_text_goes_whole():
    assert FULL.without("text") == replace(FULL, text="")
    assert FULL.without("text", "visa") == replace(FULL, text="")


def test_clearing_takes_off_every_filter_and_keeps_the_options_of_pages():
    assert FULL.cleared() == View(preset="europe")


def test_filters_are_what_decides_which_events_are_in():
    assert FULL.filters == replace(FULL, unit="events", preset="world", pick=())
    assert View(present=True, screen="3", event="x", cumulative=True).filters == View()


@given(VIEWS)
def test_every_choice_that_is_said_can_be_taken_back(view: View):
    for choice in choices(view, {}, role="was there"):
        left = view.without(choice.name, choice.code)
        assert choice not in choices(left, {}, role="was there")
        assert len(choices(left, {}, role="was there")) == len(choices(view, {}, role="was there")) - 1


@given(VIEWS)
def test_without_every_choice_nothing_is_filtered(view: View):
    for choice in choices(view, {}, role=""):
        view = view.without(choice.name, choice.code)
    assert replace(view.filters, role="there", text="", undated=False) == View()


# In words

NAMES = {
    "countries": {"KAZ": "Kazakhstan"},
    "regions": {"central_asia": "Central Asia (5)"},
    "topics": {"organised-crime": "organised crime"},
}


def test_choices_are_said_with_labels_and_the_role_beside_places():
    chosen = View(
        start="2019",
        end="2023",
        countries=("KAZ", "TJK"),
        regions=("central_asia",),
        topics=("organised-crime",),
        funders=(NONE,),
        text=" visa ",
    )
    assert choices(chosen, NAMES, role="hosted") == [
        Choice("period", "", "Period: 2019–2023"),
        Choice("countries", "KAZ", "Country: Kazakhstan (hosted)"),
        Choice("countries", "TJK", "Country: TJK (hosted)"),
        Choice("regions", "central_asia", "Region: Central Asia (5) (hosted)"),
        Choice("topics", "organised-crime", "Topic: organised crime"),
        Choice("funders", NONE, "Funder: not stated"),
        Choice("text", "", "Words: “visa”"),
    ]


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2019", "2023", "Period: 2019–2023"),
        ("2019", "2019", "Period: 2019"),
        ("2019-05", "", "Period: 2019-05–…"),
        ("", "2023", "Period: …–2023"),
    ],
)
def test_a_period_is_said_with_an_open_end_where_it_has_one(start: str, end: str, said: str):
    assert sentence(View(start=start, end=end), {}, role="") == said


def test_a_sentence_says_everything_with_semicolons():
    chosen = View(start="2019", end="2023", undated=True, topics=("organised-crime",))
    assert (
        sentence(chosen, NAMES, role="") == "Period: 2019–2023; Topic: organised crime; with undated events"
    )


@pytest.mark.parametrize(
    ("codes", "said"),
    [
        (("KAZ",), "Country: Kazakhstan (hosted)"),
        (("KAZ", "TJK"), "Country: Kazakhstan or TJK (hosted)"),
        (("KAZ", NONE, "TJK"), "Country: Kazakhstan, not stated or TJK (hosted)"),
    ],
)
def test_values_of_one_filter_are_said_as_any_of_them_will_do(codes: tuple[str, ...], said: str):
    chosen = View(countries=codes, topics=("organised-crime",), text="visa")
    assert sentence(chosen, NAMES, role="hosted") == f"{said}; Topic: organised crime; Words: “visa”"


def test_undated_events_are_said_only_beside_a_period():
    assert sentence(View(undated=True), {}, role="") == "All events, no filter"


def test_blank_words_are_no_filter():
    assert sentence(View(text="  "), {}, role="") == "All events, no filter"


def test_every_list_filter_has_a_name_in_words():
    assert tuple(SAID) == LISTS


SINGLE = ("country", "series", "programme", "other_start", "other_end", "event", "pick", "screen")
"""Fields that hold one value from a list that grows with the records."""


def test_every_field_is_a_filter_or_an_option_of_pages():
    options: dict[str, Any] = {**CHOICES, **dict.fromkeys(FLAGS)}
    names = [field.name for field in fields(View)]
    assert sorted(names) == sorted({*FILTERS, *options, *LISTS_OF_PAGES, *SINGLE})


@pytest.mark.parametrize(
    ("version", "said"),
    [
        ("2", "this link is of a later Atlas; read as well as may be"),
        *(
            (odd, "is no version of a link that can be used; read as a link of today")
            for odd in ("", "1,2", "0", "x")
        ),
        ("٢", "is no version of a link that can be used; read as a link of today"),
    ],
)
def test_a_version_is_of_a_later_atlas_only_where_it_is_a_higher_number(version: str, said: str):
    assert from_address({"v": version, "from": "2020"}) == (View(start="2020"), [f"v={version}: {said}"])


def test_a_dimension_that_cannot_be_picked_is_told_by_its_name():
    view, complaints = from_address({"pick": "topic:a,role:host,:x"}, {"pick": {"topic"}})
    assert view.pick == (("topic", "a"),)
    assert complaints == [
        "pick=:x: give dimension:code; left out",
        "pick=role:host: the charts have no role to pick; left out",
    ]


@pytest.mark.parametrize("year", [dates.FIRST_YEAR, dates.LAST_YEAR])
def test_the_address_takes_the_first_and_last_year_that_the_records_may_have(year: int):
    for written in (str(year), f"{year}-05", f"{year}-12-31"):
        assert from_address({"from": written}) == (View(start=written), [])
    beyond = str(year - 1 if year == dates.FIRST_YEAR else year + 1)
    assert len(from_address({"from": beyond})[1]) == 1
