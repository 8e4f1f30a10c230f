"""The filters that unfold: drawn once their heading is opened, or an address has chosen something under it."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.test_pages import line, run
from ui.filters import FOLDED
from view import LISTS

SHOWN = ["Countries", "Region or group"]
WHAT, WHO = ["Topics", "Audiences", "Formats"], ["Organisers", "Funders"]


def lists(app: AppTest) -> list[str]:
    return [widget.label for widget in app.sidebar.multiselect]


def headings(app: AppTest) -> list[str]:
    return [box.label for box in app.sidebar.expander]


def opened(app: AppTest, heading: str) -> AppTest:
    app.session_state[heading] = True
    return app.run()


def test_every_filter_of_codes_stands_in_the_sidebar():
    assert ["countries", "regions", *(name for lists in FOLDED.values() for name in lists)] == list(LISTS)


def test_what_and_who_unfold_from_their_headings():
    app = run("Overview")
    assert lists(app) == SHOWN
    assert headings(app) == ["Topics, audiences, formats", "Organisers, funders", "Second period or group"]
    assert lists(opened(app, "filters_what")) == [*SHOWN, *WHAT]
    assert lists(opened(app, "filters_who")) == [*SHOWN, *WHAT, *WHO]


def test_what_is_chosen_under_a_heading_filters_and_stands_in_the_address():
    app = opened(run("Topics"), "filters_what")
    app.multiselect(key="filter_topics").select("child-trafficking").run()
    assert app.query_params["topics"] == "child-trafficking"
    assert line(app) == line(run("Topics", v="1", topics="child-trafficking"))


def test_a_link_that_has_chosen_under_a_heading_draws_its_choice():
    app = run("Overview", v="1", funders="osce")
    assert lists(app) == [*SHOWN, *WHO]
    assert app.multiselect(key="filter_funders").value == ["osce"]
    app.multiselect(key="filter_funders").unselect("osce").run()
    assert lists(app) == SHOWN
    assert line(app) == line(run("Overview"))
