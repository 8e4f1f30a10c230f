"""Lists of persons are refused, and nothing of a person is read or repeated."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.list_persons import ADDRESS_LEFT_OUT, masked
from loaders.person_names import is_person
from tests.lists_written import Read, bodies, countries


def listed(folder: Path, text: str) -> Read:
    (folder / "list.csv").write_text(text, encoding="utf-8")
    return Read(folder / "list.csv")


PEOPLE = {
    "a name and a sex": "Full name,Gender,Country,Course,Start date\nAda Alpha,F,Austria,Course one,2021-05-04\n"
    "Bob Beta,M,Serbia,Course one,2021-05-04\n",
    "nom et prénom": "Nom,Prénom,Pays,Formation,Date\nAlpha,Ada,Mali,Atelier un,2021-05-04\n",
    "a name, an address, an event": "Name,E-mail,Country,Event,Date\nAda Alpha,a@alpha.example,Austria,Course,"
    "2021-05-04\nBob Beta,b@beta.example,Serbia,Course,2021-05-04\n",
    "a name and an address": "Name,Email,Country,Date\nAda Alpha,a@alpha.example,Austria,2021-05-04\n"
    "Bob Beta,b@beta.example,Serbia,2021-05-04\n",
    "forms of address": "Title,Country,Event,Date\nMs,Austria,Course,2021-05-04\nMr,Serbia,Course,2021-05-04\n",
    "Russian": "ФИО,Страна,Мероприятие,Дата\nАльфа А.,Казахстан,Семинар,2021-05-04\n",
    "Spanish": "Nombre,Apellidos,País,Curso,Fecha\nAda,Alpha,Perú,Curso uno,2021-05-04\n",
}


@pytest.mark.parametrize("text", PEOPLE.values(), ids=PEOPLE)
def test_a_list_of_persons_is_refused_and_no_name_repeated(tmp_path: Path, text: str):
    read = listed(tmp_path, text)
    assert read.records == []
    assert "is a list of persons" in read.advice()
    said = "".join(problem.value + problem.advice for problem in read.problems)
    assert not any(name in said for name in ("Alpha", "Beta", "Альфа", "@"))


def test_a_list_of_events_with_a_trainer_and_whom_to_ask_is_read_without_them(tmp_path: Path):
    read = listed(
        tmp_path,
        "Event,Date,City,Organiser,Trainer,Focal point\nCourse,2021-05-04,Vienna,OSCE,Ada Alpha,b@beta.example\n",
    )
    (record,) = read.records
    assert bodies(record, "organiser") == ["OSCE"]
    assert not any(word in str(record) + str(read.problems) for word in ("Alpha", "beta.example"))


def test_persons_beside_events_are_not_read_where_each_row_is_an_event(tmp_path: Path):
    read = listed(
        tmp_path,
        "Event,Date,Participants,Surname\nCourse,2021-05-04,20,Alpha\nSeminar,2021-06-04,30,Beta\n",
    )
    assert [record["title"] for record in read.records] == ["Course", "Seminar"]
    assert "Alpha" not in str(read.records) + str(read.problems)


def test_an_address_in_a_cell_is_never_a_body_and_never_repeated(tmp_path: Path):
    read = listed(
        tmp_path,
        'Title,Date,City,Organiser,Funder\nCourse,2021-05-04,Vienna,"Alpha, a@alpha.example",B <b@beta.example>\n',
    )
    assert "organisations" not in read.records[0]
    assert read.told("D") == [(2, "", "error")]
    assert read.told("E") == [(2, "", "error")]


def test_an_address_in_a_summary_is_left_out_of_it(tmp_path: Path):
    read = listed(tmp_path, "Title,Date,Description\nCourse,2021-05-04,Ask a@alpha.example for more.\n")
    assert read.records[0]["summary"] == f"Ask {ADDRESS_LEFT_OUT} for more."


def test_masking_changes_a_text_without_addresses_in_nothing():
    assert masked("Course @ Vienna") == "Course @ Vienna"


@pytest.mark.parametrize(
    ("name", "person"),
    [
        *(("Mr Alpha", "yes"), ("Dr. Ada Alpha", "yes"), ("Dr Alpha Foundation", "no"), ("Médecins", "no")),
        *(
            ("John Alpha", "yes"),
            ("Alpha, John", "yes"),
            ("JOHN ALPHA", "yes"),
            ("Jean-Paul de Alpha", "yes"),
        ),
        *(("A. Alpha", "yes"), ("Alpha A.B.", "yes"), ("Ада Алфова Олеговна", "yes"), ("Алфова А.О.", "yes")),
        *(("John", "no"), ("Robert Alpha Stiftung", "no"), ("Grace House", "no"), ("U.S. Alpha", "no")),
        *(("Caritas Alpha", "no"), ("Save Alpha", "no"), ("La Alpha", "no"), ("John Alpha & Partners", "no")),
    ],
)
def test_a_person_is_told_by_form_of_address_initials_patronymic_or_a_common_first_name(
    name: str, person: str
):
    assert is_person(name) is (person == "yes")


@pytest.mark.parametrize(
    "cell",
    ["OSCE, John Alpha", "John Alpha (OSCE)", "OSCE / John Alpha", "OSCE and John Alpha", "OSCE; A. Alpha"],
)
def test_a_person_beside_a_body_is_left_out_and_told_without_the_name(cell: str, tmp_path: Path):
    read = listed(tmp_path, f'Title,Date,City,Organiser,Funder\nCourse,2021-05-04,Vienna,"{cell}","{cell}"\n')
    assert [bodies(read.records[0], role) for role in ("organiser", "funder")] == [["OSCE"], ["OSCE"]]
    assert "Alpha" not in str([problem.value for problem in read.problems])
    assert "looks like the name of a person" in read.advice()


def test_a_person_among_countries_is_not_repeated(tmp_path: Path):
    read = listed(
        tmp_path, "Title,Date,City,Participating countries\nCourse,2021-05-04,Vienna,Malta; John Alpha\n"
    )
    assert countries(read.records[0], "participant") == "MLT"
    assert (2, "", "error") in read.told("D")
