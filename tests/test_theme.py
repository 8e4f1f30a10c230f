"""Words, dates, classes and colours of every figure."""

from __future__ import annotations

import itertools
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts import country_topics, drawing, theme
from scripts import build_palette
from scripts.build_palette import contrast, rgb
from tests.facts import figures

ROOT = Path(__file__).resolve().parent.parent
PALETTES = {"light": theme.LIGHT, "dark": theme.DARK}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (1, "1"),
        (999, "999"),
        (1000, "1 000"),
        (1240, "1 240"),
        (999_999, "999 999"),
        (1_234_567, "1 234 567"),
        (2.6, "3"),
        (None, "not stated"),
    ],
)
def test_a_number_has_thin_spaces_and_none_is_not_stated(value: float | None, text: str):
    assert figures(theme.number(value)) == text


def test_a_number_never_breaks_at_its_thousands():
    assert theme.number(1000) == "1\u202f000"


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [
        (0, 567, "0 %"),
        (1, 567, "under 1 %"),
        (6, 567, "1 %"),
        (133, 567, "23 %"),
        (561, 567, "99 %"),
        (566, 567, "over 99 %"),
        (567, 567, "100 %"),
        (1, 100, "1 %"),
        (99, 100, "99 %"),
        (0, 0, "–"),
        (0.355, 1, "36 %"),
    ],
)
def test_a_share_is_never_rounded_to_none_or_all(part: float, whole: float, text: str):
    assert figures(theme.share(part, whole)) == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (0, "events", "0 events"),
        (1, "events", "1 event"),
        (1, "people", "1 person"),
        (2, "people", "2 people"),
        (1240, "days", "1 240 event days"),
        (1, "countries", "1 country"),
        (1, "participations", "1 country participation"),
    ],
)
def test_a_count_has_its_noun(value: int, unit: str, text: str):
    assert figures(theme.counted(value, unit)) == text


def test_every_unit_has_a_title_and_a_noun():
    assert set(theme.UNITS) == set(theme.NOUNS)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("2024-09-24", "24 Sept 2024"),
        ("2024-09-01", "1 Sept 2024"),
        ("2024-05", "May 2024"),
        ("2024", "2024"),
        ("XXXX-10-26", "26 Oct, year unknown"),
        ("XXXX-10", "Oct, year unknown"),
        ("", "date not stated"),
        (None, "date not stated"),
    ],
)
def test_a_date_is_shown_as_finely_as_it_is_known(written: str | None, text: str):
    assert theme.day(written) == text


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2024-09-24", "2024-09-25", "24–25 Sept 2024"),
        ("2024-09-24", "2024-09-24", "24 Sept 2024"),
        ("2024-09-24", None, "24 Sept 2024"),
        (None, "2024-09-24", "24 Sept 2024"),
        (None, None, "date not stated"),
        ("2019-05-30", "2019-06-01", "30 May – 1 June 2019"),
        ("2020-12-30", "2021-01-02", "30 Dec 2020 – 2 Jan 2021"),
        ("XXXX-10-26", "XXXX-10-27", "26–27 Oct, year unknown"),
        ("XXXX-10-30", "XXXX-11-01", "30 Oct – 1 Nov, year unknown"),
        ("2021-03", "2021-05", "March – May 2021"),
        ("2021-11", "2022-02", "Nov 2021 – Feb 2022"),
        ("2020", "2021", "2020 – 2021"),
        ("2017", "2017", "2017"),
        ("2017", "2017-05-12", "until 12 May 2017"),
        ("2017-05", "2017-05-12", "until 12 May 2017"),
        ("2017-05-12", "2017", "from 12 May 2017"),
        ("2016", "2017-05-12", "2016 – 12 May 2017"),
    ],
)
def test_a_period_says_only_once_what_both_dates_share(start: str | None, end: str | None, text: str):
    assert theme.period(start, end) == text


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("short", "short"),
        ("European Union and its Member States", "European Union and its<br>Member States"),
        ("a  b\n c", "a b c"),
        ("R&D <b>bold</b>", "R&amp;D &lt;b&gt;bold&lt;/b&gt;"),
        ("&lt; is written so", "&amp;lt; is written so"),
        ("anti-trafficking co-ordination", "anti-trafficking co-<br>ordination"),
        ("", ""),
    ],
)
def test_a_label_breaks_between_words_and_markup_is_shown_as_written(text: str, lines: str):
    assert theme.wrapped(text) == lines


def test_markup_does_not_make_a_label_break_earlier():
    assert theme.wrapped("Law & order & justice", 23) == "Law &amp; order &amp; justice"


@pytest.mark.parametrize("lines", [1, 2, 3])
@pytest.mark.parametrize("sign", ["x", "人", "ж", "ا"])
def test_a_very_long_word_is_broken_and_cut_not_lost(sign: str, lines: int):
    broken = theme.wrapped(sign * 200, 23, lines).split("<br>")
    assert len(broken) == lines
    assert all(0 < len(line) <= 23 for line in broken)
    assert broken[0].startswith(sign * 20)
    assert broken[-1].endswith("…")


@given(st.text(max_size=200), st.integers(12, 90), st.integers(1, 4))
def test_no_text_makes_a_label_longer_or_wider_than_asked_or_markup(text: str, width: int, lines: int):
    broken = theme.wrapped(text, width, lines).split("<br>")
    assert len(broken) <= lines
    for line in broken:
        assert "<" not in line
        shown = line.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        assert len(shown) <= width


@pytest.mark.parametrize(
    ("largest", "names"),
    [
        (0, ["1", "2–4", "5–9", "10–19", "20 and more"]),
        (100, ["1", "2–4", "5–9", "10–19", "20 and more"]),
        (101, ["1–4", "5–9", "10–24", "25–49", "50 and more"]),
        (251, ["1–9", "10–49", "50–99", "100–199", "200 and more"]),
        (1001, ["1–49", "50–99", "100–249", "250–499", "500 and more"]),
        (5000, ["1–99", "100–499", "500–999", "1 000–1 999", "2 000 and more"]),
        (20_000, ["1–499", "500–999", "1 000–2 499", "2 500–4 999", "5 000 and more"]),
    ],
)
def test_classes_begin_at_numbers_a_person_would_choose(largest: int, names: list[str]):
    assert [figures(name) for name in theme.class_names(theme.class_limits(largest))] == names


SOME = [
    *range(2000),
    *(first * 10**zeros + more for first in range(1, 10) for zeros in range(3, 8) for more in (-1, 0, 1)),
]


@pytest.mark.parametrize("largest", SOME[2000:])
def test_classes_rise_to_the_largest_count_up_to_ten_million(largest: int):
    limits = theme.class_limits(largest)
    assert len(limits) == 5
    assert limits[0] == 1
    assert all(low < high for low, high in itertools.pairwise(limits))
    assert limits[-1] <= largest
    assert all(str(limit).rstrip("0") in ("1", "2", "5", "25") for limit in limits)


def test_every_count_is_in_the_class_whose_name_holds_it():
    for largest in SOME:
        limits = theme.class_limits(largest)
        for low, high in itertools.pairwise(limits):
            assert (
                theme.class_of(low, limits)
                == theme.class_of(high - 1, limits)
                == theme.class_of(high, limits) - 1
            )


def test_zero_is_in_no_class_and_anything_above_the_last_limit_in_the_last():
    assert theme.class_of(0, (1, 2, 5, 10, 20)) == -1
    assert theme.class_of(1, (1, 2, 5, 10, 20)) == 0
    assert theme.class_of(10**7, (1, 2, 5, 10, 20)) == 4


def test_six_categories_have_a_colour_then_all_have_that_of_other_and_not_stated_is_grey():
    light = theme.LIGHT
    ids = ["a", "b", "c", "d", "e", "f", "g", "h", "others", "none"]
    assert theme.colours(ids, light) == [
        *light.categories,
        light.other,
        light.other,
        light.other,
        light.unknown,
    ]


def test_not_stated_and_others_take_no_colour_from_the_categories_after_them():
    light = theme.LIGHT
    assert theme.colours(["none", "others", "a"], light) == [light.unknown, light.other, light.categories[0]]


def test_a_category_with_a_fixed_place_keeps_its_colour_and_one_without_takes_the_first_free_one():
    fixed, light = {"a": 2, "b": 0}, theme.LIGHT
    assert theme.colours(["b", "z", "none", "a"], light, fixed=fixed) == [
        light.categories[0],
        light.categories[1],
        light.unknown,
        light.categories[2],
    ]


@pytest.mark.parametrize("split", theme.SPLITS)
def test_no_two_categories_that_are_stacked_have_the_same_place(split: str):
    assert sorted(theme.SPLIT_COLOURS[split].values()) == list(range(6))


@pytest.mark.parametrize(("without", "text"), [(0, ""), (1, "1 event with no funder stated; of 1 of them")])
def test_the_caveat_on_what_was_not_read_stands_only_where_something_is_missing(without: int, text: str):
    assert theme.partly_read(without, without, what="funder").startswith(text)
    assert bool(theme.partly_read(without, without, what="funder")) == bool(without)


def ratio(colour: str, ground: str) -> float:
    return float(contrast(rgb([colour]), ground)[0])


def test_contrast_is_that_of_the_web_guidelines():
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize("ground", ["page", "panel"])
@pytest.mark.parametrize("ink", ["ink", "muted", "accent"])
def test_text_reads_on_page_and_panel(name: str, ground: str, ink: str):
    palette = PALETTES[name]
    assert ratio(getattr(palette, ink), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("name", PALETTES)
def test_marks_stand_out_from_the_page(name: str):
    palette = PALETTES[name]
    marks = (*palette.categories, palette.unknown, palette.other, palette.second, palette.sequence[-1])
    assert {mark: ratio(mark, palette.page) for mark in marks if ratio(mark, palette.page) < 3} == {}


@pytest.mark.parametrize("name", PALETTES)
def test_categories_and_the_grey_stay_apart_for_every_reader(name: str):
    palette = PALETTES[name]
    colours = build_palette.shown(palette)
    assert len(set(colours)) == 7
    assert build_palette.problems(colours, page=palette.page, apart=build_palette.APART[name]) == []


@pytest.mark.parametrize("name", PALETTES)
def test_the_seventh_colour_stays_apart_from_all_others_for_every_reader(name: str):
    palette = PALETTES[name]
    for other in (*palette.categories, palette.other, palette.unknown):
        pair = [palette.seventh, other]
        assert build_palette.problems(pair, page=palette.page, apart=build_palette.APART[name]) == []


@pytest.mark.parametrize("name", PALETTES)
def test_others_and_not_stated_are_two_greys_that_no_reader_takes_for_one(name: str):
    palette = PALETTES[name]
    for vision in build_palette.VISIONS:
        assert build_palette.nearest([palette.other, palette.unknown], vision)[0] >= 10


def test_a_palette_whose_colours_are_too_near_or_too_faint_is_found():
    near = ["#185EA5", "#195FA6", "#FFFF00"]
    found = build_palette.problems(near, page="#FFFFFF", apart=16)
    assert found[0].startswith("#FFFF00 has 1.07:1 on #FFFFFF")
    assert any("#185EA5 and #195FA6" in text for text in found)


@pytest.mark.parametrize("name", PALETTES)
def test_the_classes_of_a_map_go_one_way_from_the_page_and_each_is_seen_beside_the_next(name: str):
    palette = PALETTES[name]
    steps = [ratio(colour, palette.page) for colour in palette.sequence]
    assert steps == sorted(steps)
    assert all(high / low >= 1.3 for low, high in itertools.pairwise(steps))


@pytest.mark.parametrize("name", PALETTES)
def test_land_without_events_and_land_outside_the_records_are_two_colours(name: str):
    palette = PALETTES[name]
    assert len({palette.land, palette.no_data, palette.water, *palette.sequence}) == 8


def config() -> dict[str, Any]:
    return tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]


@pytest.mark.parametrize("name", PALETTES)
def test_the_page_round_the_figures_has_the_same_colours(name: str):
    palette, frame = PALETTES[name], config()[name]
    assert (frame["backgroundColor"], frame["secondaryBackgroundColor"]) == (palette.page, palette.panel)
    assert (frame["textColor"], frame["borderColor"]) == (palette.ink, palette.hairline)
    assert frame["primaryColor"] == frame["linkColor"] == palette.accent
    assert frame["dataframeHeaderTextColor"] == palette.muted
    sidebar = frame["sidebar"]
    assert (sidebar["backgroundColor"], sidebar["textColor"]) == (palette.panel, palette.ink)
    assert (sidebar["primaryColor"], sidebar["borderColor"]) == (palette.accent, palette.hairline)


def test_the_page_round_the_figures_has_the_same_type():
    assert config()["font"] == config()["headingFont"] == theme.FONT


def test_a_figure_is_written_as_it_was_given_and_is_plotly_s_own_once_looked_into():
    data = [{"type": "bar", "x": [1, 2], "y": ["a", "b"]}]
    drawn = drawing.Drawn(data=data, layout={"height": 300}, frames=[{"name": "2019", "data": data}])
    assert drawn.to_dict()["data"] is data
    assert (drawn.layout.height, drawn.data[0].x, drawn.frames[0].name) == (300, (1, 2), "2019")
    drawn.layout.height = 400
    assert (drawn.to_dict()["layout"]["height"], drawn.to_dict()["data"]) == (400, data)


def test_an_unknown_part_of_a_figure_is_an_attribute_error():
    with pytest.raises(AttributeError):
        _ = drawing.Drawn(data=[], layout={}).nothing_of_the_kind


@pytest.mark.parametrize(
    ("counts", "limits"),
    [
        ([], (1, 2, 5, 10, 20)),
        ([0, 3], (1, 2, 5, 10, 20)),
        ([1, 3, 7], (1, 2, 5, 10, 20)),
        ([25, 28, 31, 32, 33], (1, 26, 28, 30, 32)),
        ([20, 95], (1, 50, 100, 150, 200)),
        ([5, 6, 8, 12, 13, 25, 28, 31, 32, 33], (1, 10, 20, 30, 40)),
        ([5, 6, 8, 12, 13, 25, 28], (1, 2, 5, 10, 20)),
        ([40, 40], (1, 2, 5, 10, 20)),
        ([30, 31, 32], (1, 31, 32, 33, 34)),
        ([1000, 1100, 1200], (1, 1100, 1200, 1300, 1400)),
    ],
)
def test_classes_of_a_view_keep_counts_apart_that_lie_close(counts: list[int], limits: tuple[int, ...]):
    assert theme.class_limits_of(counts) == limits


def test_every_mark_of_a_country_and_its_peers_stands_in_the_legend_in_place_of_a_swatch():
    assert set(country_topics._SIGNS.values()) <= set(drawing.SIGNS)
