"""A list that is dropped into data/lists while the dashboard runs is there at the next click, with its problems."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.by_hand import ALL
from tests.browser.reading import opened, remaining, said, table_in, turned_to
from tests.conftest import ROOT

OFFICE = """Events of our unit;;;;;
;;;;;
Title;Date;City;Country;Participating countries;Participants
Course for consular staff;3-5 March 2031;Almaty;Kazakhstan;Kazakhstan, Kyrgyz Republic;22
Course for labour inspectors;12 May 2031;Tashkent;Uzbekistan;Uzbekistan; Atlantica;about 30
"""


def test_a_list_dropped_into_the_data_is_read_filtered_by_and_its_questions_told(
    start_server: Callable, page: Page, tmp_path: Path
):
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data", data)
    url = start_server({"ATLAS_DATA": str(data)})
    opened(page, f"{url}/events")
    assert said(page).startswith(f"All {ALL} events")

    (data / "lists").mkdir(exist_ok=True)
    text = OFFICE.replace("Uzbekistan; Atlantica", '"Uzbekistan; Atlantica"')
    (data / "lists" / "office.csv").write_text(text, encoding="utf-8")
    turned_to(page, "Data quality")
    assert said(page).startswith(f"All {ALL + 2} events")
    with page.expect_download() as waiting:
        page.locator(".st-key-csv_problems button").click()
    _, problems = table_in(waiting.value)
    told = [
        row
        for row in problems
        if row["File"] == "lists/office.csv" and "Atlantica" in row["What stands there"]
    ]
    assert [(row["Line or row"], row["Column"]) for row in told] == [("5", "E")]

    opened(page, f"{url}/events?v=1&sources=lists/office.csv")
    assert remaining(page) == 2
    assert page.get_by_role("button", name="Source file: lists/office.csv").count() == 1
    opened(page, f"{url}/events?v=1&sources=lists/office.csv&countries=KGZ&role=participant")
    assert remaining(page) == 1
