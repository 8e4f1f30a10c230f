"""Charts beside their numbers: a click leads to as many events as the mark says; files hold what the screen shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.browser.by_hand import ALL, RECORDS, between, with_country, with_topic
from tests.browser.reading import (
    chart,
    clicked,
    first_number,
    opened,
    remaining,
    sound,
    table_in,
    trace,
)
from tests.browser.waiting import rerun

MARK = "(charts) => charts.forEach((chart) => { chart.querySelector('.main-svg').atlasSeen = true; })"
SURVIVED = "(charts) => charts.map((chart) => chart.querySelector('.main-svg').atlasSeen === true)"


def bar(page: Page, number: int, place: int) -> Locator:
    return page.locator(f".st-key-plot_{number} .bars .point path").nth(place)


def picked(page: Page, number: int) -> int:
    """How many events stand behind what was clicked, by the panel under the chart."""
    return first_number(page.locator(f".st-key-picked_{number} .picked").inner_text().rpartition(":")[2])


def downloaded(page: Page, button: Locator) -> tuple[dict[str, str], list[dict[str, str]]]:
    with page.expect_download() as waiting:
        button.click()
    assert waiting.value.suggested_filename.endswith(".csv")
    return table_in(waiting.value)


def numbers(page: Page, number: int) -> tuple[dict[str, str], list[dict[str, str]]]:
    """Description and rows of a chart's CSV."""
    panel = page.locator(f".st-key-numbers_{number}")
    with rerun(page):
        panel.locator("summary").click()
    sound(page)
    return downloaded(page, panel.get_by_role("button", name="Download CSV"))


# Where the button of a panel was drawn, in every picture the browser showed since.
WATCH_BUTTON = """
(panel) => {
  const places = window.atlasPlaces = new Set();
  const look = () => {
    const [table, button] = panel.querySelectorAll('[data-testid="stElementContainer"]');
    if (button) places.add(Math.round(button.getBoundingClientRect().top - table.getBoundingClientRect().top));
    requestAnimationFrame(look);
  };
  look();
}
"""


def test_what_is_under_a_table_stays_where_it_is_while_the_table_comes(server: str, page: Page):
    opened(page, f"{server}/topics")
    panel = page.locator(".st-key-numbers_1")
    panel.evaluate(WATCH_BUTTON)
    with rerun(page):
        panel.locator("summary").click()
    expect(panel.locator("canvas").first).to_be_visible()
    places = page.evaluate("() => [...window.atlasPlaces]")
    assert len(places) == 1, f"the button was drawn at {places}"
    assert places[0] > 400, "under a table of more rows than are shown at once"


@pytest.mark.parametrize(("title", "place"), [("topics", 2), ("funders", 0)])
def test_a_bar_leads_to_as_many_events_as_it_says_and_other_charts_are_not_drawn_again(
    title: str, place: int, server: str, page: Page
):
    opened(page, f"{server}/{title}")
    shown = trace(page, 1)
    charts = page.locator(".js-plotly-plot")
    charts.evaluate_all(MARK)
    clicked(page, bar(page, 1, place))
    assert charts.evaluate_all(SURVIVED)[1:] == [True] * 4
    assert picked(page, 1) == shown["x"][place]
    with rerun(page):
        page.locator(".st-key-picked_1").get_by_role("link", name="All in the table").click()
    assert first_number(page.locator(".events-head").inner_text()) == shown["x"][place]
    assert remaining(page) == ALL, "what is picked narrows the table, not the filters"
    about, rows = downloaded(page, page.get_by_role("button", name="Download these events as CSV"))
    assert len(rows) == shown["x"][place]
    assert about["title"] == "Events"


def test_topics_are_as_many_as_the_records_say(server: str, page: Page):
    opened(page, f"{server}/topics")
    shown = trace(page, 1)
    child = [code for code in shown["customdata"] if code == "topic:child-trafficking"]
    assert child
    place = shown["customdata"].index(child[0])
    assert shown["x"][place] == len(with_topic("child trafficking"))


def test_a_square_leads_to_the_events_of_its_row_and_column(server: str, page: Page):
    opened(page, f"{server}/topics")
    squares = trace(page, 2)
    place = squares["customdata"].index("topic:child-trafficking,year:2019")
    clicked(page, page.locator(".st-key-plot_2 path.point").nth(place))
    by_hand = [record for record in between("2019", "2019") if "child trafficking" in record["topics"]]
    assert picked(page, 2) == int(squares["text"][place]) == len(by_hand)
    assert "child trafficking, Year: 2019" in page.locator(".st-key-picked_2 .picked").inner_text()


def test_an_option_of_one_chart_leaves_the_others_as_they_are(server: str, page: Page):
    opened(page, f"{server}/timeline")
    charts = page.locator(".js-plotly-plot")
    charts.evaluate_all(MARK)
    with rerun(page):
        page.get_by_text("Summed up", exact=True).click()
    assert charts.evaluate_all(SURVIVED) == [False, True]


def test_the_csv_of_a_chart_adds_up_to_the_line_above_the_page(server: str, page: Page):
    opened(page, f"{server}/timeline?v=1&countries=KAZ")
    about, rows = numbers(page, 1)
    assert sum(int(row["events"]) for row in rows) == remaining(page) == len(with_country("KAZ"))
    assert about["title"] == page.locator(".st-key-chart_1 h2").inner_text()
    assert about["filters"] == "Country: Kazakhstan (was there)"
    opened(page, f"{server}/timeline")
    assert sum(int(row["events"]) for row in numbers(page, 1)[1]) == ALL == len(RECORDS)


def test_the_csv_of_the_funders_holds_the_bars_in_their_order(server: str, page: Page):
    opened(page, f"{server}/funders")
    bars = trace(page, 1)
    about, rows = numbers(page, 1)
    drawn = len(bars["x"]) - 2  # then one bar for all others, and no funder stated
    assert [int(row["events"]) for row in rows][:drawn] == bars["x"][:drawn]
    assert len(rows) > len(bars["x"]), "the file names each of the others"
    assert not any("others" in row["funder"] for row in rows)
    unstated = [
        record for record in RECORDS if not any(body["role"] == "funder" for body in record["organisations"])
    ]
    assert int(rows[-1]["events"]) == len(unstated)
    assert rows[-1]["funder"] == "no funder stated"
    assert about["filters"] == "All events, no filter"


COMPARED = "from=2010&to=2015&other_from=2016&other_to=2021"


def test_the_second_of_two_maps_hands_out_its_own_side(server: str, page: Page):
    opened(page, f"{server}/map?v=1&{COMPARED}")
    first, second = numbers(page, 1), numbers(page, 2)
    assert (first[0]["filters"], second[0]["filters"]) == ("Period: 2010–2015", "Period: 2016–2021")
    canada = next(row for row in second[1] if row["country"] == "Canada")
    opened(page, f"{server}/map?v=1&{COMPARED}&pick=chart:2,side:second,there:CAN")
    there = [record for record in with_country("CAN") if record in between("2016", "2021")]
    assert picked(page, 2) == int(canada["events"]) == len(there)
    with rerun(page):
        page.locator(".st-key-picked_2").get_by_role("link", name="All in the table").click()
    assert first_number(page.locator(".events-head").inner_text()) == len(there)


def test_what_only_pictures_show_is_not_seen_on_the_page(server: str, page: Page):
    opened(page, f"{server}/topics?v=1&{COMPARED}")
    inside = page.locator(".infolayer > [class^='legend']")
    assert inside.count() >= 4
    assert not any(inside.nth(place).is_visible() for place in range(inside.count()))
    foot = page.evaluate(
        """() => [...document.querySelectorAll('[class*=_noted]')].map((figure) => {
          const last = [...figure.querySelectorAll('.annotation')].at(-1).getBoundingClientRect();
          return figure.getBoundingClientRect().bottom - last.top;
        })"""
    )
    assert len(foot) == 5
    assert max(foot) < 3, "the note of a picture begins where the page cuts the figure off"


def test_a_click_on_a_bar_of_the_second_side_lists_its_events_under_its_name(server: str, page: Page):
    opened(page, f"{server}/topics?v=1&{COMPARED}")
    shown = trace(page, 1, 1)
    clicked(page, page.locator(".st-key-plot_1 .trace.bars").nth(1).locator(".point path").nth(2))
    assert picked(page, 1) == shown["x"][2]
    assert page.locator(".st-key-picked_1 .picked").inner_text().startswith("2016–2021: Topic: ")
    about, _ = numbers(page, 1)
    assert about["filters"] == "Period: 2010–2015; compared with 2016–2021"


def test_the_csv_of_the_events_has_a_row_for_each_event_that_is_left(server: str, page: Page):
    opened(page, f"{server}/events?v=1&countries=KAZ&from=2019&to=2023")
    about, rows = downloaded(page, page.get_by_role("button", name="Download these events as CSV"))
    by_hand = [record for record in with_country("KAZ") if record in between("2019", "2023")]
    assert {row["Id"] for row in rows} == {record["id"] for record in by_hand}
    assert len(rows) == len(by_hand) == remaining(page)
    assert about["filters"] == "Period: 2019–2023; Country: Kazakhstan (was there)"


@pytest.mark.parametrize("address", ["map?v=1&countries=KAZ", "topics?v=1&countries=KAZ"])
def test_a_picture_has_the_size_of_a_slide_is_named_after_the_view_and_is_not_blank(
    address: str, server: str, page: Page, tmp_path: Path
):
    opened(page, f"{server}/{address}")
    heading = page.locator(".st-key-chart_1 h2").inner_text().lower().replace(" ", "-")
    chart(page, 1).hover()
    with page.expect_download() as waiting:
        page.locator(".st-key-plot_1 .modebar-btn[data-title*='ownload']").click()
    name = waiting.value.suggested_filename
    assert name.startswith(f"atlas-{heading}-country-kazakhstan-was-there-")
    assert name.endswith(".png")
    waiting.value.save_as(tmp_path / name)
    with Image.open(tmp_path / name) as picture:
        assert picture.size == (1920, 1080)
        found = picture.convert("RGB").getcolors(1920 * 1080)
        assert found
        assert len(found) > 50
        assert max(count for count, _ in found) < 0.95 * 1920 * 1080
