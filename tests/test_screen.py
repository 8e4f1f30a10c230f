"""One chart a screen: whatever its rows, a figure fits 1280 x 720, reads, and tells what it leaves out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from analysis import lanes
from analysis.country import NAMED, Editions, Side
from analysis.index import build_index
from analysis.selection import select
from charts import bars, country_editions, drawing, maps, matrix, screen, screen_parts, theme, timeline
from loaders.tables import load
from tests.facts import LOOKS, counted, countries, crossed
from tests.facts import lanes as lanes_of
from view import View

ROOT = Path(__file__).resolve().parent.parent

LOOK = LOOKS["presented"]


def ranking(rows: int, name: str = "Body") -> drawing.Drawn:
    table = counted([(f"b{place}", f"{name} {place}", rows - place) for place in range(rows)])
    return bars.ranking(table, LOOK)


def squares(rows: list[str], columns: list[str], count: int = 7) -> drawing.Drawn:
    table = crossed(
        [(f"r{place}", name) for place, name in enumerate(rows)],
        [(name, name) for name in columns],
        [[count] * len(columns)] * len(rows),
        by=("topic", "year"),
    )
    return matrix.squares(table, LOOK, title="Events by topic and year")


def fitted(figure: drawing.Drawn) -> dict[str, Any]:
    return screen.fitted(figure).figure.to_dict()


def drawn(given: dict[str, Any]) -> list[dict[str, Any]]:
    """The traces with data."""
    return [trace for trace in given["data"] if trace.get("meta") != drawing.KEY]


def row_of(given: dict[str, Any]) -> float:
    """Height of a row on a screen of 1280 x 720, in pixels."""
    layout = given["layout"]
    head = layout["margin"]["t"] - round(drawing.HEAD * theme.PRESENTING)
    room = screen.HEIGHT - screen._said(layout["meta"]) - layout["margin"]["b"] - head
    span = layout["yaxis"]["range"]
    return room / (span[0] - span[1])


def test_a_chart_with_room_keeps_its_type_and_its_height():
    before = ranking(3)
    own = before.to_dict()["layout"]["height"] - round(drawing.HEAD * theme.PRESENTING)
    made = screen.fitted(before)
    assert (made.height, made.parts) == (own, 1)
    assert made.figure.to_dict()["data"] == before.to_dict()["data"]
    assert made.figure.to_dict()["layout"]["height"] is None, "the screen gives it its height"


def test_a_map_takes_the_height_that_is_left():
    figure = drawing.figure(LOOK, title="t", data=[], height=None, alt="a")
    assert screen.fitted(figure) == screen.Fitted(figure, 0)


def test_columns_without_rows_of_names_are_only_made_lower():
    figure = drawing.figure(LOOK, title="t", data=[{"type": "bar", "x": [0], "y": [1]}], height=900, alt="a")
    made = screen.fitted(figure)
    assert made.height > screen.HEIGHT
    assert made.figure.to_dict()["data"] == figure.to_dict()["data"]


def test_many_rows_stand_closer_in_smaller_type_with_every_label_in_one_line():
    made = fitted(ranking(18, "Office of the Special Representative and Co-ordinator number"))
    axis = made["layout"]["yaxis"]
    assert len(axis["ticktext"]) == 18
    assert not [text for text in axis["ticktext"] if "<br>" in text]
    assert screen_parts.SMALL <= axis["tickfont"]["size"] < row_of(made)


def test_the_numbers_of_editions_stay_clear_of_the_marks_above_them():
    editions = lanes.of(select(build_index(load(ROOT / "data")), View()), "series")
    figure = timeline.lanes(editions, LOOK, title="Recurring events")
    made, parts = fitted(figure), screen.fitted(figure).parts
    marks = next(trace for trace in made["data"] if "textfont" in trace)
    shown = [screen.fitted(figure, part).figure.to_dict()["layout"]["yaxis"] for part in range(parts)]
    assert sum(len(axis["ticktext"]) for axis in shown) == 15
    assert 12 <= marks["textfont"]["size"] * 1.1 <= row_of(made) - marks["marker"]["size"] + 1


def of_lanes(names: list[str], number: int = 1) -> drawing.Drawn:
    made = [
        (f"s{at}", name, f"e{at}", "An event", number, "City", "2019", "2019-07-02")
        for at, name in enumerate(names)
    ]
    return timeline.lanes(lanes_of(made), LOOK, title="Recurring events and their editions")


def test_names_of_lanes_stand_whole_in_several_lines_and_none_is_smaller_than_the_rest_can_bear():
    long = "Seminars of many ministries on how to find the networks that profit in the place called {}"
    figure = of_lanes([long.format(place) for place in "ABCDEFGHIJKLMNO"])
    parts = [screen.fitted(figure, part) for part in range(screen.fitted(figure).parts)]
    axes = [made.figure.to_dict()["layout"]["yaxis"] for made in parts]
    names = [name.replace("<br>", " ") for axis in axes for name in axis["ticktext"]]
    assert names == [long.format(place) for place in "ABCDEFGHIJKLMNO"]
    assert min(axis["tickfont"]["size"] for axis in axes) >= screen.NAMED
    for made in parts:
        axis = made.figure.to_dict()["layout"]["yaxis"]
        lines = max(name.count("<br>") + 1 for name in axis["ticktext"])
        assert lines * axis["tickfont"]["size"] * screen.LINE < row_of(made.figure.to_dict())


def test_numbers_of_editions_on_one_day_do_not_touch():
    rows = [("s", f"e{at}", float(at), "2019-07-02", NAMED, False) for at in (1, 2)]
    rows += [(f"s{at}", f"o{at}", 1.0, "2020-07-02", NAMED, False) for at in range(14)]
    columns = ["series_id", "event_id", "number", "day", "state", "in_part"]
    table = {name: [row[at] for row in rows] for at, name in enumerate(columns)}
    table |= {"series_name": table["series_id"], "title": table["event_id"], "city": [""] * len(rows)}
    table |= {"start_date": table["day"]}
    figure = country_editions.editions(
        Editions(table, [], more=0, undated=0, earlier=0),
        LOOK,
        country=Side("KAZ", "Kazakhstan", ("KAZ",), "country"),
    )
    made = fitted(figure)
    size = min(trace["textfont"]["size"] for trace in made["data"] if trace["mode"] == "markers+text")
    assert size * screen.LEAD <= country_editions.STEP * row_of(made) + 1


def test_a_note_of_several_lines_stands_on_the_first_screen_alone():
    figure = squares([f"topic {place}" for place in range(60)], ["2019", "2020"])
    given = figure.to_dict()
    layout = given["layout"]
    layout = {
        **layout,
        "meta": {**layout["meta"], "note": "Some of the sources were read only in part. " * 6},
    }
    long = drawing.Drawn(**{**given, "layout": layout})
    first, second = (screen.fitted(long, part).figure.to_dict()["layout"]["meta"]["note"] for part in (0, 1))
    assert "read only in part" in first
    assert second.startswith("Rows ")
    assert second.endswith(screen.ON_FIRST)
    short = drawing.Drawn(
        **{**given, "layout": {**layout, "meta": {**layout["meta"], "note": "Read in part."}}}
    )
    assert screen.fitted(short, 1).figure.to_dict()["layout"]["meta"]["note"].endswith("Read in part.")


def test_the_note_on_boundaries_takes_the_width_of_the_screen_and_the_map_the_room_it_saves():
    before = maps.by_country(countries([("KAZ", "Kazakhstan", 2, True, 48.0, 67.0)]), LOOK)
    made = screen.fitted(before).figure.to_dict()["layout"]
    (said,) = [note for note in made["annotations"] if note["name"] == "disclaimer"]
    (source,) = [note for note in made["annotations"] if note["name"] == "source"]
    assert said["text"].replace("<br>", " ") == f"{maps.SHAPES_FROM} {maps.DISCLAIMER}"
    assert said["text"].count("<br>") == 1
    saved = before.to_dict()["layout"]["margin"]["b"] - made["margin"]["b"]
    assert saved > 40
    top = 4 * theme.PRESENTING + 2 * screen.NOTE_LINE
    assert made["margin"]["b"] - top >= screen.SMALL_NOTE * screen.LINE, "room for the source line below"
    assert source["yshift"] == -made["margin"]["b"] + 2


def test_rows_beyond_a_screen_stand_on_the_next_ones_and_that_is_told():
    figure = squares([f"topic {place}" for place in range(60)], ["2019", "2020"])
    made = screen.fitted(figure)
    layout, (marks,) = made.figure.to_dict()["layout"], drawn(made.figure.to_dict())
    shown = len(layout["yaxis"]["ticktext"])
    assert 10 < shown < 60
    assert layout["meta"]["note"].startswith(
        f"Rows 1–{shown} of 60; {60 - shown} rows stand on other screens."
    )
    assert max(marks["y"]) == shown - 1
    lengths = [marks[name] for name in ("x", "y", "text", "customdata", "hovertext")]
    assert {len(values) for values in (*lengths, marks["marker"]["color"])} == {2 * shown}


def test_the_parts_of_a_chart_hold_each_row_once_and_one_beyond_the_last_is_the_last():
    figure = squares([f"topic {place}" for place in range(60)], ["2019", "2020"])
    parts = [screen.fitted(figure, part) for part in range(screen.fitted(figure).parts)]
    rows = [text for made in parts for text in made.figure.to_dict()["layout"]["yaxis"]["ticktext"]]
    assert rows == [f"topic {place}" for place in range(60)]
    assert [made.part for made in parts] == list(range(len(parts)))
    assert screen.fitted(figure, 99).part == len(parts) - 1


def test_of_years_the_parts_go_back_from_the_newest():
    figure = squares([str(year) for year in range(1980, 2026)], ["a", "b"], count=100)
    first, second = (
        screen.fitted(figure, part).figure.to_dict()["layout"]["yaxis"]["ticktext"] for part in (0, 1)
    )
    assert (first[-1], int(first[0]) - 1) == ("2025", int(second[-1]))


def test_of_years_the_newest_are_kept():
    made = fitted(squares([str(year) for year in range(1990, 2026)], ["a", "b"], count=100))
    names = made["layout"]["yaxis"]["ticktext"]
    assert names[-1] == "2025"
    assert names[0] > "1990"
    (marks,) = drawn(made)
    low, high = min(marks["y"]), max(marks["y"])
    assert (high, high - low + 1) == (35, len(names))


def test_columns_wider_than_a_screen_share_its_width():
    made = fitted(squares(["a", "b"], [str(year) for year in range(1980, 2026)]))
    assert made["layout"]["width"] is None
    (marks,) = drawn(made)
    room = screen_parts.WIDTH - made["layout"]["margin"]["l"] - made["layout"]["margin"]["r"]
    assert marks["marker"]["size"] <= room / 46


def test_the_source_line_stays_at_the_edge_of_the_picture():
    made = fitted(ranking(18))
    (source,) = [note for note in made["layout"]["annotations"] if note.get("name") == "source"]
    assert source["xshift"] == -made["layout"]["margin"]["l"]


@given(st.integers(1, 70), st.integers(1, 40), st.sampled_from([3, 48, 1250]))
def test_every_matrix_fits_and_its_squares_do_not_touch(rows: int, columns: int, count: int):
    made = fitted(
        squares([f"topic {place}" for place in range(rows)], [f"c{n}" for n in range(columns)], count)
    )
    (marks,) = drawn(made)
    assert marks["marker"]["size"] <= max(row_of(made), 8)
    assert marks["textfont"]["size"] >= screen_parts.SMALL
    assert (made["layout"]["width"] or 0) <= screen_parts.WIDTH


def wide(rows: int, columns: int, head: str = "a topic of long words") -> drawing.Drawn:
    """A figure of a table of rows whose columns have heads that would run into each other on one screen."""
    places = [(row, column) for row in range(rows) for column in range(columns)]
    axis = {"tickmode": "array", "ticktext": [f"<b>row {row}</b>" for row in range(rows)]}
    trace = {
        "type": "scatter",
        "marker": {"symbol": "square", "size": 50},
        "x": [column for _, column in places],
        "y": [row for row, _ in places],
        "text": ["9"] * len(places),
        "textfont": {"size": 18},
    }
    return drawing.figure(
        LOOK,
        title="t",
        data=[trace],
        height=60 * rows,
        alt="a",
        layout={
            "width": 200 * columns,
            "yaxis": drawing.name_axis(LOOK, **axis, tickvals=list(range(rows)), range=[rows - 0.5, -0.5]),
            "xaxis": drawing.name_axis(
                LOOK,
                tickvals=list(range(columns)),
                ticktext=[f"{head} {column}" for column in range(columns)],
                range=[-0.5, columns - 0.5],
            ),
        },
    )


def test_columns_whose_heads_would_touch_stand_on_several_screens_and_each_cell_once():
    figure = wide(3, 21)
    parts = [screen.fitted(figure, part) for part in range(screen.fitted(figure).parts)]
    shown = [made.figure.to_dict() for made in parts]
    assert [made.part for made in parts] == list(range(len(parts)))
    cells = [cell for made in shown for cell in zip(made["data"][0]["y"], made["data"][0]["x"], strict=True)]
    assert len(cells) == len(set(cells)) == 63
    for made in shown:
        heads = made["layout"]["xaxis"]["ticktext"]
        longest = max(map(len, heads)) * screen_parts.SMALL * screen_parts.LETTER
        assert longest * len(heads) <= screen_parts.WIDTH - screen_parts.NARROW
    count = len(shown[0]["layout"]["xaxis"]["ticktext"])
    assert shown[0]["layout"]["meta"]["note"] == (
        f"All rows, columns 1–{count} of 21; the others stand on other screens."
    )


def test_columns_with_short_heads_stay_on_one_screen():
    assert screen.fitted(wide(3, 21, head="")).parts == 1


def test_a_part_beyond_the_last_is_the_last_also_where_columns_are_parted():
    figure = wide(40, 21)
    parts = screen.fitted(figure).parts
    assert screen.fitted(figure, 10**6).part == parts - 1
    note = screen.fitted(figure, parts - 1).figure.to_dict()["layout"]["meta"]["note"]
    assert "–40 of 40" in note
    assert "–21 of 21" in note


def test_the_name_of_a_group_stands_on_the_screen_of_its_first_row():
    figure = wide(40, 2)
    names = [f"<b>row {row}</b>" for row in range(40)]
    shown = len(screen.fitted(figure).figure.to_dict()["layout"]["yaxis"]["ticktext"])
    names[shown - 1] = drawing.GROUP.format("Second group")
    layout = figure.to_dict()["layout"]
    layout = {**layout, "yaxis": {**layout["yaxis"], "ticktext": names}}
    named = drawing.Drawn(**{**figure.to_dict(), "layout": layout})
    first, second = (
        screen.fitted(named, part).figure.to_dict()["layout"]["yaxis"]["ticktext"] for part in (0, 1)
    )
    assert (len(first), second[0]) == (shown - 1, "<b>Second group:</b>")


def test_long_labels_keep_their_lines_where_that_makes_them_larger():
    name = "A recurring meeting of many words " * 3
    table = counted([(f"b{place}", f"{name}{place}", 9 - place) for place in range(6)])
    made = fitted(bars.ranking(table, LOOK, labels=bars.LONG, other=table))
    axis = made["layout"]["yaxis"]
    assert all("<br>" in text for text in axis["ticktext"])
    assert axis["tickfont"]["size"] > screen_parts.SMALL
