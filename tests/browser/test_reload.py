"""Data that change while the dashboard runs are read at the next click; a broken file is told with its line."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.by_hand import ALL, RECORDS
from tests.browser.reading import opened, said, turned_to
from tests.browser.waiting import settled
from tests.conftest import ROOT


def test_an_added_record_is_seen_at_the_next_click_and_a_broken_list_is_told_until_it_is_mended(
    start_server: Callable, page: Page, tmp_path: Path
):
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data", data)
    url = start_server({"ATLAS_DATA": str(data)})
    opened(page, f"{url}/events")
    assert said(page).startswith(f"All {ALL} events")

    added = RECORDS[0] | {"id": "2001-added-while-it-runs", "title": "Added while it runs"}
    with (data / "events.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(added) + "\n")
    turned_to(page, "Timeline")
    assert said(page).startswith(f"All {ALL + 1} events")

    names = data / "vocabulary" / "country_names.csv"
    whole = names.read_text(encoding="utf-8")
    names.write_text(f"{whole}Kazakhstan,UZB,\nKazakhstan,KAZ,\n", encoding="utf-8")
    page.reload()
    told = settled(page).get_by_test_id("stAlert").inner_text()
    lines = len(whole.splitlines())
    assert f"country_names.csv line {lines + 2}" in told
    assert "keep one" in told

    names.write_text(whole, encoding="utf-8")
    page.reload()
    assert said(settled(page)).startswith(f"All {ALL + 1} events")
    assert page.get_by_test_id("stAlert").count() == 0
