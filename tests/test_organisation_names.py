"""Names of organisations become ids: one body under many names, none where there is none, no guess."""

from __future__ import annotations

import ast
import csv
import json
import shutil
import subprocess
import sys
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders import organisation_tables, sheets
from loaders.organisation_tables import bodies, key
from loaders.organisation_words import fold, make_wording, words_of
from loaders.organisations import (
    classify,
    find_organisations,
    resolve_organisation,
    suggest_organisation,
)
from loaders.problems import VocabularyError

ROOT = Path(__file__).resolve().parent.parent


def rows(path: str) -> list[dict[str, str]]:
    with (ROOT / path).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def records() -> list[dict]:
    with (ROOT / "data" / "events.jsonl").open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def top(body: str, among: set[str]) -> str:
    """The uppermost of the bodies above this one that is among these."""
    return [each for each in bodies().line(body) if each in among][-1]


# A name beside its own short name, and a unit beside any name of its body


@pytest.mark.parametrize(
    "form", ["{short} ({name})", "{name}, {short}", "{name} – {short}", "{name}/{short}"]
)
def test_a_name_beside_its_own_short_name_is_that_body(form: str):
    for id_ in ("rcc", "iap", "png-constabulary", "romania-employment-agency"):
        body = bodies().by_id[id_]
        assert resolve_organisation(form.format(name=body.name, short=body.short_name)) == id_


def test_the_short_name_of_another_body_beside_a_name_leaves_both_open():
    assert resolve_organisation("Regional Cooperation Council – XYZ") is None
    assert resolve_organisation("Regional Cooperation Council, rcc") is None


def test_a_unit_is_known_by_any_name_of_the_body_above_it():
    for above in ("OAS", "Organization of American States", "Organización de los Estados Americanos"):
        assert resolve_organisation(f"{above}, Department of Public Security") == "oas-dps"


def test_an_office_for_a_region_is_the_one_of_that_region():
    assert resolve_organisation("UNODC Office for Southern Africa") == "unodc-rosaf"
    assert resolve_organisation("UNODC Office for the Sahel") == "unodc"


# Cases anyone may add to


def test_rows_of_one_key_name_one_body_or_an_office_below_it():
    found = defaultdict(set)
    for row in rows("tests/cases/orgs.csv"):
        if row["key"]:
            found[row["key"]].add(resolve_organisation(row["text"]) or "")
    several = {of: {top(each, ids) for each in ids} for of, ids in found.items() if "" not in ids}
    assert several.keys() == found.keys()
    assert {of: ids for of, ids in several.items() if len(ids) > 1} == {}
    assert len({ids.pop() for ids in several.values()}) == len(found)


@pytest.mark.parametrize("text", [row["text"] for row in rows("tests/cases/orgs.csv") if not row["key"]])
def test_a_case_without_key_names_no_body_of_the_vocabulary(text: str):
    assert resolve_organisation(text) is None


@pytest.mark.parametrize(
    ("name", "body"),
    [(row["name"], row["organisation_id"]) for row in rows("tests/cases/organisation_names.csv")],
)
def test_a_name_is_this_body_or_none(name: str, body: str):
    assert (resolve_organisation(name) or "") == body


# The vocabulary and the records


def test_every_name_of_the_vocabulary_is_its_body():
    wrong = {
        name: resolve_organisation(name)
        for name, body in bodies().names
        if resolve_organisation(name) != body
    }
    assert wrong == {}


def test_every_name_in_the_records_is_the_body_it_was_coded_as():
    names = {row["name"] for record in records() for row in record["organisations"]}
    assert {name for name in names if resolve_organisation(name) != bodies().exact[key(name)]} == set()


def test_what_sources_write_resolves_to_the_coded_body_or_is_left_to_a_person():
    right = wrong = 0
    for record in records():
        for row in record["organisations"]:
            coded = bodies().exact[key(row["name"])]
            found = resolve_organisation(row["as_written"] or "", record["host_country"])
            if found:
                one_line = found in bodies().line(coded) or coded in bodies().line(found)
                right, wrong = right + one_line, wrong + (not one_line)
    assert right > 1450
    assert wrong < 0.005 * (right + wrong)


def test_every_word_that_is_no_body_says_why():
    assert [row["name"] for row in rows("data/vocabulary/not_organisations.csv") if not row["note"]] == []


# One body under many names


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("U.N.O.D.C.", "unodc"),
        ("the  United Nations Office for Drugs & Crime,", "unodc"),
        ("UNODC (United Nations Office on Drugs and Crime)", "unodc"),
        ("UNODC – United Nations Office on Drugs and Crime", "unodc"),
        ("UN's Migration Agency", "iom"),
        ("International Organisation for Migration", "iom"),
        ("International Organization for Migration/UN Migration Agency (IOM)", "iom"),
        ("E.U", "eu"),
        ("Organisation for Security & Co-operation in Europe", "osce"),
        ("ODIHR (OSCE)", "odihr"),
        ("INL", "us-inl"),
        ("US Department of State's INL", "us-inl"),
        ("the INL of the U.S. State Department", "us-inl"),
        ("U.S. DOJ / OPDAT", "us-opdat"),
        ("State Dept.", "us-state-department"),
        ("Swedish Sida", "sweden-sida"),
        ("the NGO “Atina”", "atina"),
        ("Управление ООН по наркотикам и преступности (УНП ООН)", "unodc"),
        ("Organisation internationale pour les migrations (OIM)", "iom"),
        ("ICPO – INTERPOL", "interpol"),
        ("  *European Union Agency for Law Enforcement Cooperation (EUROPOL)*", "europol"),
        ("Ministry of Home Affairs of Kyrgyzstan", "kyrgyzstan-ministry-of-internal-affairs"),
    ],
)
def test_a_body_is_one_however_it_is_written(text: str, body: str):
    assert resolve_organisation(text) == body


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("UNODC ROCA", "unodc-rocca"),
        ("UNODC's Regional Office for Central Asia", "unodc-rocca"),
        ("OSCE Programme Office in Dushanbe", "osce-programme-office-dushanbe"),
        ("OSCE Centre in Bishkek", "osce-programme-office-bishkek"),
        ("IOM in Ukraine", "iom-ukraine"),
        ("the IOM Mission in Kyrgyzstan", "iom-kyrgyzstan"),
        ("Delegation of the EU to Azerbaijan", "eu-delegation-azerbaijan"),
        ("US Embassy's INL Section in Tashkent", "us-inl"),
    ],
)
def test_an_office_has_its_own_id_where_there_is_one(text: str, body: str):
    assert resolve_organisation(text) == body


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("IOM Georgia", "iom"),
        ("UNODC Kazakhstan", "unodc"),
        ("UNHCR Representation in Kazakhstan", "unhcr"),
        ("EU Delegation to Kazakhstan", "eu"),
        ("the Georgian office of the IOM", "iom"),
        ("USAID/Central Asia", "usaid"),
        ("UNODC Border Section", "unodc"),
    ],
)
def test_an_office_or_unit_without_an_id_counts_as_its_body(text: str, body: str):
    assert resolve_organisation(text) == body


# Bodies of a country


@pytest.mark.parametrize(
    "text",
    [
        "Ministry of Internal Affairs of Tajikistan",
        "the Ministry of the Interior of the Republic of Tajikistan",
        "Tajik Interior Ministry",
        "Tajikistan's Ministry of Interior",
        "MIA of Tajikistan (MIA)",
        "Ministry of Internal Affairs, Tajikistan",
        "Ministry of Interior (Tajikistan)",
        "МВД Таджикистана",
    ],
)
def test_a_ministry_is_one_under_all_its_translations(text: str):
    assert resolve_organisation(text) == "tajikistan-ministry-of-internal-affairs"


@pytest.mark.parametrize(
    ("text", "country", "body"),
    [
        ("the Ministry of Interior", None, None),
        ("the Ministry of Interior", "KAZ", "kazakhstan-ministry-of-internal-affairs"),
        ("Ministry of Interior of Pakistan", "KAZ", "pakistan-ministry-of-interior"),
        ("MFA", "UZB", "uzbekistan-ministry-of-foreign-affairs"),
        ("Supreme Court", None, None),
        ("Supreme Court", "TJK", "tajikistan-supreme-court"),
        ("Attorney General's Chambers", "MYS", "malaysia-attorney-general"),
        ("US Embassy", None, None),
        ("US Embassy", "MNG", "us-embassy-mongolia"),
        ("U.S. Embassy in Tashkent", "KAZ", "us-embassy-uzbekistan"),
        ("Home Office", "KEN", "uk-home-office"),
        ("Ministry of Interior", "XYZ", None),
    ],
)
def test_the_country_of_the_text_settles_whose_ministry_it_is_and_the_name_comes_first(text, country, body):
    assert resolve_organisation(text, country) == body


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Royal Norwegian Ministry of Foreign Affairs", "norway-ministry-of-foreign-affairs"),
        ("Finnish Ministry for Foreign Affairs", "finland-ministry-of-foreign-affairs"),
        ("Ministry of Foreign Affairs and Trade of Hungary", "hungary-ministry-of-foreign-affairs"),
        (
            "Ministry of Labour, Migration and Employment of the Population of Tajikistan",
            "tajikistan-ministry-of-labour",
        ),
        ("Police of Nepal", "nepal-police"),
        ("the Japanese Government", "government-japan"),
        ("General Prosecutor’s Office of the Republic of Kazakhstan", "kazakhstan-prosecutor-general"),
    ],
)
def test_whose_it_is_may_stand_before_or_after_and_honours_do_not_count(text: str, body: str):
    assert resolve_organisation(text) == body


# No body, and unknown


@pytest.mark.parametrize(
    "text",
    [
        "Ministry of Beekeeping of Kazakhstan",
        "Academy of the Ministry of Internal Affairs of Tajikistan",
        "Ministries of Justice and Interior of Kazakhstan",
        "Ministry of Interior of Kazakhstan and Tajikistan",
        "UNODC and IOM",
        "UNODC-IOM",
        "IOM and Kazakhstan",
        "Kazakhstan and the Ministry of Justice",
        "Kosovo (under UN Security Council resolution 1244)",
        "UNODC brought judges of four states to its unit",
        "Embassy of Japan",
        "Ministry",
        "Council",
        "United Nations Charter of Rights",
        "Organization of Lamplighters in Europe",
        "who",
        "Office for Lamps (UNODC)",
        "x" * 5000,
        "",
    ],
)
def test_a_name_that_is_not_sure_is_not_answered(text: str):
    assert resolve_organisation(text) is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("participants", "people, not a body"),
        ("experts from Kazakhstan", "people, not a body"),
        ("Various donors", "a class of bodies, not one"),
        ("NGOs", "a class of bodies, not one"),
        ("GLO.ACT", "a programme or project (programmes.csv), not a body"),
        ("Organised crime", "a topic, not a body"),
        ("Kazakhstan", "a country, not a body"),
        ("the UN Convention against Transnational Organised Crime", "a treaty or a text, not a body"),
        ("?", "no name"),
    ],
)
def test_what_is_known_to_be_no_body_says_why(text: str, why: str):
    answer = classify(text)
    assert (answer.kind, answer.organisation_id, answer.why) == ("no body", None, why)


def test_known_none_and_unknown_are_three_answers():
    assert [classify(text).kind for text in ("UNODC", "experts", "Lamplighters' Guild")] == [
        "known",
        "no body",
        "unknown",
    ]


def test_no_name_of_a_body_is_a_countrys_alone():
    country_names = organisation_tables.country_names()
    assert [(words, body) for words, body in bodies().worded if " ".join(words) in country_names] == [
        (("eulex", "kosovo"), "eulex-kosovo"),
        (("guam",), "guam"),
    ]


def test_a_name_is_read_anew_for_every_country_it_stands_in():
    told = [classify("Ministry of Interior", iso3).organisation_id for iso3 in ("PAK", "SAU", "PAK")]
    assert told == [
        "pakistan-ministry-of-interior",
        "saudi-arabia-ministry-of-interior",
        "pakistan-ministry-of-interior",
    ]


# Suggestions


@pytest.mark.parametrize(
    ("text", "body"), [("Eurojist", "eurojust"), ("Internatinal Organisation for Migraton", "iom")]
)
def test_a_near_miss_is_suggested_and_not_resolved(text: str, body: str):
    assert resolve_organisation(text) is None
    assert suggest_organisation(text)[0] == body


def test_bodies_of_the_country_are_suggested_first():
    assert suggest_organisation("Ministry of Interor", "PAK")[0] == "pakistan-ministry-of-interior"


def test_nothing_like_it_gives_no_suggestion():
    assert suggest_organisation("zzzzqqqq") == []


# In running text

TEXT = (
    "Officers of the Kazakh Interior Ministry and of the Prosecutor General's Office of Uzbekistan came, said "
    "UNODC. The U.S. Embassy in Tashkent paid; we save the children. Who pays? The WHO, the OSCE Programme Office "
    "in Dushanbe and Frontex sent staff. The Ministry of Justice of Kazakhstan's guests left."
)


def test_bodies_are_found_in_running_text_with_their_place():
    found = find_organisations(TEXT)
    assert [(each.organisation_id, each.as_written) for each in found] == [
        ("kazakhstan-ministry-of-internal-affairs", "Kazakh Interior Ministry"),
        ("uzbekistan-prosecutor-general", "Prosecutor General's Office of Uzbekistan"),
        ("unodc", "UNODC"),
        ("us-embassy-uzbekistan", "U.S. Embassy in Tashkent"),
        ("who", "WHO"),
        ("osce-programme-office-dushanbe", "OSCE Programme Office in Dushanbe"),
        ("frontex", "Frontex"),
        ("kazakhstan-ministry-of-justice", "Ministry of Justice of Kazakhstan"),
    ]
    assert all(TEXT[each.start : each.end] == each.as_written for each in found)


def test_a_body_and_a_country_joined_by_and_are_two():
    found = find_organisations("IOM and Kazakhstan agreed; the OSCE and ODIHR did too.")
    assert [each.organisation_id for each in found] == ["iom", "osce", "odihr"]


def test_a_ministry_without_country_is_found_only_where_the_text_stands_in_one():
    text = "The Ministry of Justice opened the day."
    assert find_organisations(text) == []
    assert [each.organisation_id for each in find_organisations(text, "POL")] == [
        "poland-ministry-of-justice"
    ]


def test_the_country_of_a_sentence_before_does_not_own_the_ministry():
    text = "They came from Kazakhstan. The Ministry of Justice of Poland was there."
    assert [each.organisation_id for each in find_organisations(text)] == ["poland-ministry-of-justice"]


@given(st.text())
def test_no_text_breaks_the_reader_and_mentions_are_in_order(text: str):
    found = find_organisations(f"UNODC {text} IOM")
    assert all(f"UNODC {text} IOM"[each.start : each.end] == each.as_written for each in found)
    assert all(one.end <= next_.start for one, next_ in pairwise(found))


@given(st.text())
def test_any_text_has_one_of_the_three_answers(text: str):
    answer = classify(text)
    assert (answer.kind == "known") == (answer.organisation_id is not None)
    assert (answer.kind == "no body") == bool(answer.why)


NAMES = st.sampled_from(sorted({name for name, body in bodies().names if len(name) > 6}))


@given(NAMES, st.sampled_from(["{}", "the {}", " {} ", "{},", "“{}”", "{}*"]))
def test_edges_of_a_cell_do_not_change_the_body(name: str, cell: str):
    assert resolve_organisation(cell.format(name)) == resolve_organisation(name)


@given(NAMES)
def test_capitals_do_not_change_a_long_name(name: str):
    if " " in name:
        assert resolve_organisation(name.upper()) == resolve_organisation(name)


# Files that contradict themselves


@pytest.mark.parametrize(
    ("file", "row", "message"),
    [
        ("not_organisations.csv", "UNODC,a mistake", "'UNODC' is a name of unodc; take it out here or there"),
        ("organisation_words.csv", "lamp,lamps,,", "kind 'lamps' is not one of: skip, spelling"),
        (
            "organisation_words.csv",
            "lamp,place,lamp,",
            "unknown organisation 'lamp'; add it to organisations.csv",
        ),
    ],
)
def test_a_contradiction_is_told_with_file_line_and_next_step(monkeypatch, tmp_path, file, row, message):
    folder = shutil.copytree(sheets.FOLDER, tmp_path / "vocabulary")
    with (folder / file).open("a", encoding="utf-8") as words:
        words.write(f"{row}\n")
    line = len((folder / file).read_text(encoding="utf-8").splitlines())
    monkeypatch.setattr(sheets, "FOLDER", folder)
    with pytest.raises(VocabularyError) as raised:
        bodies.__wrapped__()
    assert str(raised.value).startswith(f"{file} line {line}: {message}")


# Words


@pytest.mark.parametrize(
    ("written", "word"),
    [("Organisations", "organisation"), ("İstanbul", "istanbul"), ("Parties", "party"), ("Crisis", "crisis")],
)
def test_a_word_is_folded(written: str, word: str):
    assert fold(written) == word


def test_a_phrase_is_one_word_and_keeps_its_place():
    wording = make_wording(
        ["of"], [("co-operation", "cooperation")], [("council of co-operation", "council")]
    )
    assert words_of("The Council of Co-operation's seat", wording)[1] == ("council", 4, 29)


# The module


def test_neither_pandas_nor_pycountry_is_needed():
    code = (
        "import sys; import loaders.organisations; print(sorted({'pandas', 'pycountry'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ast.literal_eval(done.stdout) == []


# Small words and generic ones


@pytest.mark.parametrize(
    "text", ["Commission", "the Commission", "Commissions", "no IOM", "without UNODC", "au", "Au", "sida"]
)
def test_small_and_generic_words_name_no_body(text: str):
    assert resolve_organisation(text) is None


@pytest.mark.parametrize(
    ("text", "body"),
    [("AU", "african-union"), ("AU Commission", "african-union-commission"), ("Swedish Sida", "sweden-sida")],
)
def test_names_that_hold_small_words_are_known_in_their_capitals(text: str, body: str):
    assert resolve_organisation(text) == body
