"""What stands beside the name of a country in a cell of a list is read where it is certain, else asked about."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from loaders.list_bodies import body as known
from loaders.list_countries import read_countries, suggested
from loaders.list_words import read as read_words
from loaders.person_names import names_person
from tests.lists_written import ROOT, Read, countries

WORDS = read_words(ROOT / "data" / "vocabulary")


def text(tmp_path: Path, content: str) -> Read:
    (tmp_path / "list.csv").write_text(content, encoding="utf-8")
    return Read(tmp_path / "list.csv")


def took_part(cell: str) -> tuple[str, list[tuple[str, str]]]:
    """The countries that came by a cell, and values and severities of what is asked about it."""
    read = read_countries(cell, "participant", WORDS, suggests=lambda _: "")
    return " ".join(item["iso3"] for item in read.items), [(value, how) for value, _, how in read.faults]


@pytest.mark.parametrize(
    ("cell", "kept", "asked"),
    [
        ("Peru (with Chile)", "PER", "Peru (with Chile)"),
        ("Peru (incl. Chile)", "PER", "Peru (incl. Chile)"),
        ("Peru (by telephone: Chile)", "PER", "Peru (by telephone: Chile)"),
        ("Peru (the highlands and Chile)", "PER", "Peru (the highlands and Chile)"),
        ("Peru – Chile border", "PER", "Peru – Chile border"),
        ("Cuba, Haiti, Peru (observers: Chile)", "CUB HTI PER", "Peru (observers: Chile)"),
    ],
)
def test_a_country_beside_another_one_is_asked_about_and_not_lost(cell: str, kept: str, asked: str):
    assert took_part(cell) == (kept, [(asked, "error")])


@pytest.mark.parametrize(
    "cell",
    ["Congo (Kinshasa)", "Korea (DPR)", "Hong Kong (China)", "Virgin Islands (British)", "Iraq (Erbil)"],
)
def test_brackets_that_are_a_part_of_the_name_are_not_asked_about(cell: str):
    assert took_part(cell)[1] == []


def test_the_table_of_an_office_asks_too(tmp_path: Path):
    read = text(
        tmp_path, "Title,Date,City,Participating countries\nA fair,2020-01-02,Vienna,Peru (with Chile)\n"
    )
    assert countries(read.records[0], "participant") == "PER"
    assert read.told(column="D") == [(2, "Peru (with Chile)", "error")]


def test_georgia_beside_the_united_states_is_their_state_and_said():
    assert took_part("Georgia, USA") == ("USA", [("Georgia, USA", "warning")])
    assert took_part("Georgia; USA") == ("GEO USA", [])
    assert took_part("Armenia, Georgia, USA") == ("ARM GEO USA", [])


def test_georgia_with_a_town_of_america_in_brackets_is_neither():
    assert took_part("Georgia (Atlanta)") == ("", [("Georgia (Atlanta)", "error")])
    assert took_part("Georgia (Tbilisi)") == ("GEO", [])


@pytest.mark.parametrize(("cell", "kept"), [("Congo", "COG"), ("Korea", "KOR"), ("Corée", "KOR")])
def test_a_name_of_two_countries_is_read_and_asked_about(cell: str, kept: str):
    assert took_part(cell) == (kept, [(cell, "warning")])
    assert took_part("Republic of Korea") == ("KOR", [])


def hosts(tmp_path: Path, cell: str, heading: str = "Host country") -> Read:
    return text(tmp_path, f'Title,Date,{heading},Participating countries\nA fair,2020-01-02,"{cell}",Cuba\n')


@pytest.mark.parametrize(
    ("cell", "host", "mode"),
    [
        ("online", None, "online"),
        ("virtual", None, "online"),
        ("Peru (online)", "PER", "online"),
        ("Peru, hybrid", "PER", "hybrid"),
        ("Peru and online", "PER", "hybrid"),
        ("Peru (in person)", "PER", "in person"),
    ],
)
@pytest.mark.parametrize("heading", ["Host country", "Country"])
def test_the_column_of_the_host_tells_the_way_of_meeting(
    cell: str, host: str | None, mode: str, heading: str, tmp_path: Path
):
    record = hosts(tmp_path, cell, heading).records[0]
    assert (record.get("host_country"), record.get("mode")) == (host, mode)


def test_a_town_beside_the_host_is_the_city_and_other_countries_are_asked_about(tmp_path: Path):
    record = hosts(tmp_path, "Peru; Lima").records[0]
    assert (record["host_country"], record["city"]) == ("PER", "Lima")
    read = hosts(tmp_path, "Peru (formerly planned in Chile)")
    assert (read.records[0]["host_country"], read.records[0].get("city")) == ("PER", None)
    assert read.told(column="C") == [(2, "Peru (formerly planned in Chile)", "error")]


def test_a_host_that_is_a_state_or_the_name_of_two_countries_is_asked_about(tmp_path: Path):
    read = hosts(tmp_path, "Georgia (Atlanta)")
    assert "host_country" not in read.records[0]
    assert read.told(column="C") == [(2, "Georgia (Atlanta)", "error")]
    read = hosts(tmp_path, "Congo")
    assert (read.records[0]["host_country"], read.told(column="C")) == ("COG", [(2, "Congo", "warning")])


@pytest.mark.parametrize("cell", ["Room 12", "2nd floor", "3 June", "Niger Delta", "Salle Bleue", "Texas"])
def test_a_room_a_number_and_a_region_are_no_city(cell: str, tmp_path: Path):
    read = hosts(tmp_path, cell, "City")
    assert "city" not in read.records[0]
    assert read.told(column="C") == [(2, cell, "warning")]


@pytest.mark.parametrize("cell", ["NA", "no", "several"])
def test_words_for_no_place_are_no_city(cell: str, tmp_path: Path):
    read = hosts(tmp_path, cell, "City")
    assert "city" not in read.records[0]
    assert read.told(column="C") == [(2, cell, "note")]


def test_a_town_beside_a_state_of_america_is_there(tmp_path: Path):
    read = hosts(tmp_path, "Santa Fe, New Mexico", "Venue")
    assert (read.records[0]["city"], read.records[0]["host_country"]) == ("Santa Fe", "USA")
    assert (2, "Santa Fe, New Mexico", "warning") in read.told(column="C")


def test_a_venue_of_two_capitals_and_a_name_of_many_towns_tell_no_host(tmp_path: Path):
    read = hosts(tmp_path, "Nairobi, Kampala", "Venue")
    assert read.records[0].keys().isdisjoint({"host_country", "city"})
    assert (2, "Nairobi, Kampala", "error") in read.told(column="C")
    read = hosts(tmp_path, "Victoria", "Venue")
    assert (read.records[0].get("host_country"), read.records[0]["city"]) == (None, "Victoria")
    assert "towns in several countries" in read.advice()


@pytest.mark.parametrize("heading", ["Participants from", "Attended by", "Target group"])
def test_a_column_of_those_who_came_holds_countries_where_its_cells_name_them(heading: str, tmp_path: Path):
    rows = 'A fair,2020-01-02,"Cuba, Peru"\nA course,2020-02-03,Cuba and others\nA walk,2020-03-04,Haiti\n'
    read = text(tmp_path, f"Title,Date,{heading}\n{rows}")
    assert [countries(record, "participant") for record in read.records] == ["CUB PER", "CUB", "HTI"]
    assert [problem for problem in read.problems if problem.severity == "error"] == []


def test_a_column_of_those_who_came_holds_audiences_or_numbers_where_it_does(tmp_path: Path):
    head = "Title,Date,Attended by\n"
    read = text(tmp_path, f"{head}A fair,2020-01-02,judges\nA course,2020-02-03,prosecutors; judges\n")
    assert [record["audiences"] for record in read.records] == [["judges"], ["prosecutors", "judges"]]
    read = text(tmp_path, f"{head}A fair,2020-01-02,25\nA course,2020-02-03,30\n")
    assert [record["participants"]["total"] for record in read.records] == [25, 30]


def test_a_country_that_is_a_first_name_before_a_surname_is_withheld(tmp_path: Path):
    rows = "A fair,2020-01-02,Chad Roe,Georgia Roe\nA course,2020-02-03,Jordan Valley Trust,Caritas Internationalis\n"
    read = text(tmp_path, f"Title,Date,Organiser,Funder\n{rows}")
    assert "Roe" not in str(read.records)
    assert "Roe" not in str(read.problems)
    assert read.advice().count("looks like the name of a person") == 2
    assert {row["as_written"] for row in read.records[1]["organisations"]} == {
        "Jordan Valley Trust",
        "Caritas Internationalis",
    }


def test_no_body_of_the_records_is_taken_for_a_person():
    events = (ROOT / "data" / "events.jsonl").read_text(encoding="utf-8").splitlines()
    bodies = [body for event in events for body in json.loads(event)["organisations"]]
    names = {name for body in bodies for name in (body["name"], body["as_written"]) if name}
    assert [name for name in names if names_person(name) and not known(name)[1]] == []


def test_a_remark_on_a_person_is_not_repeated(tmp_path: Path):
    rows = "A fair,2020-01-02,opened by Ms Roe\nCancelled: a walk,2020-02-03,Dr. Roe was ill\n"
    read = text(tmp_path, f"Title,Date,Remarks\n{rows}")
    assert len(read.records) == 1
    assert "Roe" not in str(read.problems)


def test_a_column_whose_order_of_day_and_month_only_another_tells_is_asked_about(tmp_path: Path):
    rows = "A fair,05/06/2018,\nA course,12.05.2019,14.05.2019\n"
    read = text(tmp_path, f"Title,Start date,End date\n{rows}")
    assert [record["start_date"] for record in read.records] == ["2018-06-05", "2019-05-12"]
    assert read.told("B") == [(None, "05/06/2018", "warning")]
    read = text(tmp_path, f"Title,Start date,End date\n{rows}A walk,13.02.2020,\n")
    assert read.told("B") == []


@pytest.mark.parametrize(
    ("cell", "why"), [("USSR", "dissolved 1991"), ("Saint Martin", "MAF"), ("Texas", "")]
)
def test_a_name_that_is_known_to_be_no_country_is_told_so_without_a_suggestion(cell: str, why: str):
    read = read_countries(cell, "participant", WORDS, suggests=suggested)
    assert read.items == ()
    ((value, advice, severity),) = read.faults
    assert (value, severity) == (cell, "error")
    assert advice.startswith("is known to be no one country")
    assert why in advice
    assert "did you mean" not in advice


def test_the_country_of_a_city_and_of_a_misspelt_name_is_still_suggested():
    for cell in ("Nairobi", "Keenya"):
        read = read_countries(cell, "participant", WORDS, suggests=suggested)
        assert "did you mean Kenya" in read.faults[0][1]


@pytest.mark.parametrize("cell", ["Peru (Mr Roe)", "Peru (J. Roe)", "Peru: Mary Roe", "Mary Roe (Peru)"])
@pytest.mark.parametrize("heading", ["Host country", "Participating countries"])
def test_a_person_beside_a_country_is_neither_kept_nor_repeated(cell: str, heading: str, tmp_path: Path):
    read = text(tmp_path, f"Title,Date,{heading}\nA fair,2020-01-02,{cell}\n")
    assert "Roe" not in str(read.records) + str(read.problems)
    assert "names of persons" in read.advice()


@pytest.mark.parametrize("cell", ["S. Sudan", "S. Sudan (trainers)", "Virgin Islands (U.S.)"])
def test_a_country_with_an_initial_is_no_person(cell: str):
    read = read_countries(cell, "participant", WORDS, suggests=suggested)
    assert (read.items[0]["name"], len(read.faults)) == (cell, 0)


def test_a_person_in_any_other_cell_is_not_repeated_in_what_is_told(tmp_path: Path):
    head = "Title,Date,City,Organiser,Funder,Participants"
    read = text(
        tmp_path,
        f'{head}\nA fair,2020-01-02,"Mr Roe, Lima",IOM with Ms Roe,Norway (through Mr Roe),25 and Dr. Roe\n',
    )
    assert "Roe" not in str(read.records) + str(read.problems)
    assert [row["as_written"] for row in read.records[0]["organisations"]] == ["IOM"]
    assert countries(read.records[0], "funder") == "NOR"


@pytest.mark.parametrize(("cell", "times"), [("Seoul, Korea", 0), ("Springfield, Korea", 1), ("Congo", 1)])
def test_a_place_in_a_country_of_two_is_asked_about_unless_its_town_tells(
    cell: str, times: int, tmp_path: Path
):
    read = hosts(tmp_path, cell, "Venue")
    assert read.advice().count("is the name of two countries") == times
