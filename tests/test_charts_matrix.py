"""Matrices: squares with the number inside, by events and by share."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from charts import matrix, theme
from scripts.build_palette import contrast, rgb
from tests.facts import LOOK, LOOKS, colours, crossed, figures, hovers, legend, said, ticks, title
from tests.facts import squares as drawn

SEQUENCE = theme.LIGHT.sequence
ROWS = [("eu", "European Union"), ("others", "3 others"), ("none", "no funder stated")]
YEARS = [("2019", "2019"), ("2020", "2020"), ("none", "year unknown")]
TABLE = crossed(ROWS, YEARS, [[3, 0, 1], [0, 12, 0], [7, 25, 2]], by=("funder_body_top", "year"))


def test_a_square_holds_its_number_and_nothing_is_drawn_for_zero():
    figure = matrix.squares(TABLE, LOOK, title="Events by funder and year")
    assert drawn(figure) == [
        ("European Union", "2019", "3", "funder_body_top:eu,year:2019"),
        ("European Union", "?", "1", "funder_body_top:eu,year:none"),
        ("3 others", "2020", "12", ""),
        ("no funder stated", "2019", "7", "funder_body_top:none,year:2019"),
        ("no funder stated", "2020", "25", "funder_body_top:none,year:2020"),
        ("no funder stated", "?", "2", "funder_body_top:none,year:none"),
    ]
    assert title(figure) == "Events by funder and year"


def test_rows_and_years_of_zeros_keep_their_labels_but_for_the_unknown_year():
    figure = matrix.squares(crossed(ROWS[:1], YEARS, [[0, 0, 0]]), LOOK, title="T, in events")
    assert (drawn(figure), ticks(figure, "y"), ticks(figure, "x")) == (
        [],
        {0: "European Union"},
        {0: "2019", 1: "2020"},
    )


def test_the_colour_of_a_square_is_its_class_and_grey_where_row_or_column_is_unknown():
    grey = theme.LIGHT.unknown
    figure = matrix.squares(TABLE, LOOK, title="T, in events")
    assert colours(figure) == (SEQUENCE[1], grey, SEQUENCE[3], grey, grey, grey)


@pytest.mark.parametrize(
    ("count", "klass"), [(1, 0), (2, 1), (4, 1), (5, 2), (9, 2), (10, 3), (19, 3), (20, 4), (100, 4)]
)
def test_each_class_begins_where_the_legend_says(count: int, klass: int):
    figure = matrix.squares(crossed([("a", "A")], [("b", "B")], [[count]]), LOOK, title="T, in events")
    assert colours(figure) == (SEQUENCE[klass],)


def test_the_legend_names_the_classes_and_the_grey_only_where_it_is_drawn():
    classes = list(zip(["1", "2–4", "5–9", "10–19", "20 and more"], SEQUENCE, strict=True))
    with_grey = matrix.squares(TABLE, LOOK, title="T, in events")
    without = matrix.squares(crossed([("a", "A")], [("b", "B")], [[3]]), LOOK, title="T, in events")
    assert legend(with_grey) == [*classes, ("not stated", theme.LIGHT.unknown)]
    assert legend(without) == classes


def test_a_square_tells_row_column_and_count():
    assert hovers(matrix.squares(TABLE, LOOK, title="T, in events"))[:2] == [
        "European Union 2019 3 events",
        "European Union year unknown 1 event",
    ]


def test_the_alternative_text_names_the_fullest_square():
    said_of_it = said(matrix.squares(TABLE, LOOK, title="Events by funder and year"), "alt")
    assert said_of_it.startswith("Matrix. Events by funder and year")
    assert said_of_it.endswith("Most: no funder stated with 2020, 25.")


LONG_NUMBERS = {
    999: "999", 1000: "1.0k", 1240: "1.2k", 9949: "9.9k", 9950: "10k", 12345: "12k", 999_499: "999k",
    999_500: "1.0M", 12_345_678: "12M",
}  # fmt: skip


@pytest.mark.parametrize(("count", "told"), LONG_NUMBERS.items())
def test_a_number_too_long_for_its_square_is_told_in_thousands(count: int, told: str):
    figure = matrix.squares(crossed([("a", "A")], [("b", "B")], [[count]]), LOOK, title="T, in events")
    assert [text for _, _, text, _ in drawn(figure)] == [told]
    assert hovers(figure) == [f"A B {figures(theme.counted(count, 'events'))}"]


def test_classes_are_of_the_coloured_squares_alone():
    table = crossed([("a", "A"), ("none", "not stated")], [("b", "B")], [[4], [900]])
    assert (
        legend(matrix.squares(table, LOOK, title="T"))[:2]
        == legend(matrix.squares(crossed([("a", "A")], [("b", "B")], [[4]]), LOOK, title="T"))[:2]
    )


def test_the_number_behind_a_long_name_is_never_cut_off():
    row = {"row_id": "x", "column_id": "funder", "column_name": "funder", "count": 1, "event_count": 12}
    names = [
        "Short",
        "National Lighthouse School Center of Xyland",
        "A publisher whose name is far longer than two lines of a label could ever hold at once",
    ]
    table = pd.DataFrame([row | {"row_name": name, "row_id": name} for name in names])
    shown = matrix.shares(table, LOOK, title="T").layout.yaxis.ticktext
    assert [label.endswith("(12)") for label in shown] == [True, True, True]


@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.parametrize("count", [1, 3, 7, 15, 50])
@pytest.mark.parametrize("row", ["a", "none"])
def test_a_number_reads_on_its_square_in_both_themes(name: str, count: int, row: str):
    figure = matrix.squares(crossed([(row, "A")], [("b", "B")], [[count]]), LOOKS[name], title="T, in events")
    (ground,), (ink,) = colours(figure), figure.data[0].textfont.color
    assert contrast(rgb([ink]), ground)[0] >= 4.5


def test_an_empty_matrix_draws_nothing():
    figure = matrix.squares(crossed([], [], []), LOOK, title="T, in events")
    assert (drawn(figure), ticks(figure, "y")) == ([], {})


def told(*rows: tuple[str, str, str, str, int, int]) -> pd.DataFrame:
    names = ["row_id", "row_name", "column_id", "column_name", "count", "event_count"]
    return pd.DataFrame(rows, columns=names)


def share(count: int, events: int, **looks: Any) -> Any:
    table = told(("2019", "2019", "sex", "women and men", count, events))
    return matrix.shares(table, looks.get("look", LOOK), title="Completeness by year, per cent of events")


def test_a_share_stands_in_its_square_in_per_cent_beside_the_events_of_its_row():
    table = told(
        ("2019", "2019", "start", "first day", 4, 4),
        ("2019", "2019", "sex", "women and men", 0, 4),
        ("none", "year unknown", "start", "first day", 1, 3),
        ("none", "year unknown", "sex", "women and men", 2, 3),
    )
    figure = matrix.shares(table, LOOK, title="Completeness by year, per cent of events")
    assert drawn(figure) == [
        ("2019 (4)", "first day", "100", ""),
        ("year unknown (3)", "first day", "33", ""),
        ("year unknown (3)", "women and men", "67", ""),
    ]
    assert hovers(figure)[0] == "2019 first day 4 of 4 events"


@pytest.mark.parametrize(
    ("count", "klass"),
    [(1, 0), (20, 0), (21, 1), (40, 1), (41, 2), (60, 2), (61, 3), (80, 3), (81, 4), (100, 4)],
)
def test_shares_have_five_classes_of_twenty(count: int, klass: int):
    figure = share(count, 100)
    assert colours(figure) == (SEQUENCE[klass],)
    assert [name for name, _ in legend(figure)] == ["1–20 %", "21–40 %", "41–60 %", "61–80 %", "81–100 %"]


@pytest.mark.parametrize(("count", "text"), [(1, "1"), (999, "99"), (1000, "100"), (500, "50")])
def test_a_share_that_is_not_nothing_or_not_all_is_not_rounded_to_it(count: int, text: str):
    assert [shown for _, _, shown, _ in drawn(share(count, 1000))] == [text]


def test_a_field_nobody_tells_has_no_square():
    assert drawn(share(0, 1000)) == []


def test_shares_of_nothing_draw_nothing():
    figure = matrix.shares(told(), LOOK, title="Completeness by year, per cent of events")
    assert (drawn(figure), figures(figure.layout.meta["heading"])) == (
        [],
        "Completeness by year, per cent of events",
    )
