"""Steps of the browser's history and of a presentation that come while the app is still at work on the one before."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from ui import address
from ui.frame import PAGES

ROOT = Path(__file__).resolve().parent.parent
SCREENS = [(page.slug, str(number)) for page in PAGES for number in range(1, page.charts + 1)]
"""All screens; without a chosen country those of Country are left out."""

NO_COUNTRY = sum(slug != "country" for slug, _ in SCREENS)
LEFT_OUT = len(SCREENS) - NO_COUNTRY


def on(path: str, **parameters: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    app.switch_page(path)
    for name, value in parameters.items():
        app.query_params[name] = value
    return app


@pytest.mark.parametrize(("steps_back", "asked"), [(True, None), (False, "train")])
def test_what_a_widget_says_of_the_page_left_is_not_written_into_the_address_stepped_to(
    steps_back: object, asked: str | None, monkeypatch: pytest.MonkeyPatch
):
    app = on("pages/timeline.py", v="1").run()
    monkeypatch.setattr(
        address, "get_script_run_ctx", lambda: SimpleNamespace(is_history_navigation=steps_back)
    )
    app.text_input("filter_text").set_value("train").run()
    assert not app.exception
    assert app.query_params.get("q") == asked
    assert app.text_input("filter_text").value == ("train" if asked else "")


def presented(app: AppTest) -> str:
    """What is said of the screen that is shown: "Topics, 28 of 40"."""
    bodies = [part.proto.body for part in app.get("html")]
    return next(body for body in bodies if 'class="screen"' in body)


def test_a_press_between_the_number_of_a_screen_and_its_page_goes_on_from_the_screen_turned_to():
    last = max(place for place, (slug, _) in enumerate(SCREENS) if slug == "funders")
    app = on("pages/topics.py", v="1", present="1", screen=SCREENS[last][1])
    app.session_state["_walked"] = [(last + 1, 0), (last, 0)]
    app.session_state["_turning"] = ("topics", SCREENS[last][1], (last, 0))
    app.session_state["_pressed"] = -1
    app.run()
    assert not app.exception
    assert f"Funders, {last - LEFT_OUT} of {NO_COUNTRY}" in presented(app)


@pytest.mark.parametrize(
    ("country", "page", "step", "after"),
    [
        ("", "timeline", 1, "Who meets whom, 8 of {}"),
        ("", "meetings", -1, "Timeline, 7 of {}"),
        ("KAZ", "timeline", 1, "Country, 8 of {}"),
        ("KAZ", "meetings", -1, "Country, 14 of {}"),
    ],
)
def test_presenting_passes_over_the_country_page_where_no_country_is_chosen(
    country: str, page: str, step: int, after: str
):
    screen = "2.2" if page == "timeline" else "1"  # the lanes stand on two screens
    app = on(
        f"pages/{page}.py", v="1", present="1", screen=screen, **({"country": country} if country else {})
    )
    app.session_state["_pressed"] = step
    app.run()
    assert not app.exception
    assert after.format(len(SCREENS) if country else NO_COUNTRY) in presented(app)


def test_a_country_page_without_a_country_is_not_presented_and_offers_no_button_for_it():
    app = on("pages/country.py", v="1", present="1", screen="1").run()
    assert not app.exception
    assert "present" not in app.query_params
    assert "present" not in [button.key for button in app.button]
    app = on("pages/country.py", v="1", country="KAZ").run()
    assert "present" in [button.key for button in app.button]


def test_a_screen_that_is_asked_for_later_by_its_own_number_is_no_turning_of_a_page():
    first = min(place for place, (slug, _) in enumerate(SCREENS) if slug == "topics")
    app = on("pages/topics.py", v="1", present="1", screen="1")
    app.session_state["_turning"] = ("funders", "1", (first, 0))
    app.run()
    assert f"Topics, {first + 1 - LEFT_OUT} of {NO_COUNTRY}" in presented(app)
    assert "_turning" not in app.session_state
