"""Names of countries in cells and in running text: what they stand for, and what must not be taken for one."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders import place_adjectives, place_groups, sheets
from loaders.place_keys import clean, key
from loaders.place_towns import towns_of
from loaders.places import (
    Verdict,
    classify,
    find_countries,
    parts,
    resolve_countries,
    resolve_country,
    suggest_country,
)
from scripts import russian_cases

ROOT = Path(__file__).resolve().parent.parent
VOCABULARY = ROOT / "data" / "vocabulary"
COUNTRIES = {row["iso3"]: row for row in sheets.rows("countries.csv")}
NAMES = {row["name"]: iso3 for iso3, row in COUNTRIES.items()}


def cases(file: str) -> list[dict[str, str]]:
    with (ROOT / "tests" / "cases" / file).open(encoding="utf-8", newline="") as cells:
        return list(csv.DictReader(cells))


def codes(cell: str) -> set[str]:
    return set(filter(None, cell.split("|")))


# One name


@pytest.mark.parametrize("case", cases("countries.csv"), ids=lambda case: f"{case['kind']}-{case['text']}")
def test_a_name_as_people_write_it_stands_for_this_country_or_for_none(case: dict[str, str]):
    if case["kind"] == "multi":
        assert set(resolve_countries(case["text"])) == codes(case["iso3"])
    elif case["kind"].startswith("typo"):
        assert resolve_country(case["text"]) in {None, case["iso3"]}
    else:
        assert (resolve_country(case["text"]) or "") == case["iso3"]


@pytest.mark.parametrize(
    ("text", "iso3"),
    [
        ("Iran, I.R. of", "IRN"),
        ("Micronesia, F.S.", "FSM"),
        ("Republic of Latvia", "LVA"),
        ("Royaume de Belgique", "BEL"),
        ("Республике Армения", "ARM"),
        ("из Израиля", "ISR"),
        ("Объединённых Арабских Эмиратов", "ARE"),
        ("في طاجيكستان", "TJK"),
        ("جمهورية ألبانيا", "ALB"),
        ("芬兰共和国", "FIN"),
        ("🇰🇬 Kyrgyzstan", "KGZ"),
        ("T?rkiye", "TUR"),
        ("C\ufffdte d'Ivoire", "CIV"),
        ("Congo (COD)", "COD"),
        ("Batumi, Georgia", "GEO"),
        ("Aqaba, Jordan", "JOR"),
        ("Georgia, USA", "USA"),
        ("Government of the Netherlands", "NLD"),
        ("LV - Latvia", "LVA"),
        ("kaz", "KAZ"),
    ],
)
def test_forms_of_names_that_no_list_holds_resolve_by_rule(text: str, iso3: str):
    assert resolve_country(text) == iso3


@pytest.mark.parametrize(
    "text",
    [
        "Atlanta, Georgia",
        "Lebanon, Ohio",
        "Los Angeles, CA",
        "Smith, Jordan",
        "Georgia (US state)",
        "Congo and DRC",
        "Congo (Kinsaha)",
        "Guinea - Bissu",
        "Republic of Vietnam",
        "Embassy of Japan",
        "Embassy of Italy (Uzbekistan)",
        "NO",
        "us",
        "Is",
        "",
        "Kazakhstan " * 40,
    ],
)
def test_what_is_not_sure_to_be_one_country_is_none(text: str):
    assert resolve_country(text) is None


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Tajikistan", Verdict.COUNTRY),
        ("Central Asia", Verdict.NO_COUNTRY),
        ("Tashkent", Verdict.NO_COUNTRY),
        ("Soviet Union", Verdict.NO_COUNTRY),
        ("n/a", Verdict.NO_COUNTRY),
        ("--", Verdict.NO_COUNTRY),
        ("Ruritania", Verdict.UNKNOWN),
        ("Tajikistn", Verdict.UNKNOWN),
    ],
)
def test_a_country_no_country_and_not_known_are_three_answers(text: str, verdict: Verdict):
    assert classify(text).verdict is verdict


def test_names_of_countries_in_the_records_resolve_as_they_were_coded():
    coded = defaultdict(set)
    for line in (ROOT / "data" / "events.jsonl").read_text(encoding="utf-8").splitlines():
        for country in json.loads(line)["countries"]:
            coded[country["name"]].add(country["iso3"])
    told = {row["name"] for row in sheets.rows("country_names.csv") if not row["iso3"]}
    assert {name: resolve_country(name) for name in coded.keys() - told} == {
        name: next(iter(coded[name])) for name in coded.keys() - told
    }
    assert {resolve_country(name) for name in coded.keys() & told} == {None}


@given(
    st.sampled_from(sorted(NAMES)),
    st.sampled_from(["{}*", "1. {}", "- {}", "{} (2)", '"{}"', "{}:", " {} ¹"]),
)
def test_what_spreadsheets_put_round_a_name_changes_nothing(name: str, noise: str):
    assert resolve_country(noise.format(name)) == NAMES[name]


@given(st.sampled_from(sorted(NAMES)), st.sampled_from([str.upper, str.lower, str.title]))
def test_capitals_change_nothing_in_a_full_name(name: str, written):
    assert resolve_country(written(name)) == NAMES[name]


@given(st.text(max_size=60))
def test_any_text_has_an_answer(text: str):
    assert resolve_country(text) in {None, *COUNTRIES}


@given(st.text(max_size=60))
def test_a_cleaned_text_is_clean(text: str):
    assert clean(clean(text)) == clean(text)


@given(st.permutations(["Republic", "of", "Korea"]))
def test_the_order_of_words_makes_no_difference(words: list[str]):
    assert key(" ".join(words)) == "korea republic"


# Misspelt names


@pytest.mark.parametrize(
    ("text", "iso3"),
    [
        ("Tajikistn", "TJK"),
        ("Krygyz Repblic", "KGZ"),
        ("Uzebkistan", "UZB"),
        ("Germny", "DEU"),
        ("Узбекстан", "UZB"),
    ],
)
def test_a_near_miss_is_suggested_and_not_decided(text: str, iso3: str):
    assert resolve_country(text) is None
    assert suggest_country(text)[0].iso3 == iso3


def test_a_suggestion_bears_the_name_that_the_atlas_writes():
    assert suggest_country("Etiopa")[0].name == "Ethiopia"
    assert suggest_country("Tashkent")[0].name == "Uzbekistan"


def test_a_country_is_suggested_once():
    found = [one.iso3 for one in suggest_country("Singapor")]
    assert len(found) == len(set(found))


def test_a_city_suggests_its_country():
    assert suggest_country("Tashkent")[0].iso3 == "UZB"


def test_nothing_is_suggested_for_nothing():
    assert suggest_country("") == []
    assert [
        name for name in ("Narnia", "Wakanda", "Genovia", "Elbonia", "Police") if suggest_country(name)
    ] == []
    assert suggest_country("qqqq") == []


# Towns of the United States with the name of a country, and states with the name or code of one


@pytest.mark.parametrize(
    "text",
    [
        *("Savannah, Georgia", "Georgia, Savannah", "Dublin, Georgia", "Vienna, Georgia", "Athens, GA"),
        *("Lebanon, Tennessee", "Lebanon, PA", "Peru, Indiana", "Norway, Maine", "Paris, Texas"),
    ],
)
def test_a_town_and_its_american_state_are_no_country(text: str):
    assert resolve_country(text) is None
    assert resolve_countries(text) == []


@pytest.mark.parametrize("text", ["Kutaisi, Georgia", "Tbilisi, Georgia", "Georgia (country)"])
def test_a_town_of_georgia_leaves_georgia_what_it_is(text: str):
    assert resolve_country(text) == "GEO"
    assert resolve_countries(text) == ["GEO"]


def test_two_countries_side_by_side_are_no_town_and_its_state():
    assert resolve_countries("Armenia, Georgia") == ["ARM", "GEO"]
    assert resolve_countries("Jordan, Georgia") == ["JOR", "GEO"]
    assert resolve_countries("Germany, DE") == ["DEU"]


@pytest.mark.parametrize(
    ("text", "iso3"),
    [
        ("Uzbekistan, Tashkent city", "UZB"),
        ("г. Алматы, Казахстан", "KAZ"),
        ("Ridder, Kazakhstan", "KAZ"),
        ("Georgia (USA)", "USA"),
    ],
)
def test_a_place_beside_its_country_leaves_the_country_what_it_is(text: str, iso3: str):
    assert resolve_country(text) == iso3


def test_every_town_is_found_where_it_stands_in_its_file():
    towns = {row["name"].upper(): row["iso3"] for row in sheets.rows("towns.csv")}
    asked = list(towns)[::97]
    assert [name for name in asked if towns_of(name) != frozenset(towns[name].split("|"))] == []


@pytest.mark.parametrize("name", ["", ",", "Nowhere-on-Sea", "\ud800", "\uffff"])
def test_what_is_no_town_is_in_no_country(name: str):
    assert towns_of(name) == frozenset()


# What kind of state it is


@pytest.mark.parametrize(
    ("text", "iso3"),
    [
        ("Democratic Socialist Republic of Sri Lanka", "LKA"),
        ("Repubblica dell'Uzbekistan", "UZB"),
        ("República de las Seychelles", "SYC"),
        ("République des Îles Marshall", "MHL"),
        ("Königreich Norwegen", "NOR"),
        ("Федеративная Республика Нигерия", "NGA"),
        ("جمهورية نيجيريا الاتحادية", "NGA"),
        ("بيرو", "PER"),
        ("البيرو", "PER"),
        ("البوسنة و الهرسك", "BIH"),
        ("毛里塔尼亚伊斯兰共和国", "MRT"),
        ("科威特国", "KWT"),
        ("泰国（泰王国）", "THA"),
        ("Virgin Islands (UK)", "VGB"),
        ("Islas Vírgenes (EE.UU.)", "VIR"),
    ],
)
def test_words_for_a_kind_of_state_stand_with_the_name(text: str, iso3: str):
    assert resolve_country(text) == iso3


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Republic of",
            "United Kingdom of",
            "Arab Republic",
            "People's Republic of Korea",
            "Islamic State of Iraq",
        ),
        *("Union", "Islas Vírgenes", "Commonwealth of Virginia", "Democratic Republic of Vietnam"),
    ],
)
def test_a_kind_of_state_alone_or_with_a_name_of_two_is_no_country(text: str):
    assert (
        resolve_country(text) in {None, "GBR"} if text.startswith("United") else resolve_country(text) is None
    )


NOT_AS_A_CELL = {
    "Island",
    "The States",
    "GB & NI",
    "GBR & NI",
    "UK & NI",
    "United Kingdom of GB and NI",
    "É.-U.",
}
"""Names that are also another word, or look like two."""

LISTS = {"Congo, DRC", "博奈尔、圣尤斯特歇斯岛和萨巴", "Kosovo UN resolution 1244"}
"""Names that are one country alone and several, or none, as a list."""


def test_every_name_that_is_known_is_its_country_as_a_name_and_as_a_cell():
    kinds = {"short", "official", "variant", "endonym", "case", "former", "abbrev"}
    known = [row for row in sheets.rows("country_aliases.csv") if row["iso3"] and row["kind"] in kinds]
    names = [(row["name"], row["iso3"]) for row in known if row["name"] not in NOT_AS_A_CELL | LISTS]
    assert [name for name, iso3 in names if resolve_country(name) != iso3] == []
    assert [name for name, iso3 in names if resolve_countries(name) != [iso3]] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bosnia and Herzegovina, Serbia and Montenegro met.", ["BIH", "SRB", "MNE"]),
        ("Croatia and Serbia and Montenegro signed in 2004.", ["HRV"]),
        ("Delegates of the DPRK and the RoK left; the ROK returned.", ["PRK", "KOR", "KOR"]),
        ("The US, the UK and the UAE spoke.", ["USA", "GBR", "ARE"]),
        ("Judge Holland listened.", []),
    ],
)
def test_names_in_a_sentence_are_countries_as_their_neighbours_say(text: str, expected: list[str]):
    assert [one.iso3 for one in find_countries(text) if one.kind == "name"] == expected


def test_an_adjective_that_is_also_a_short_name_is_an_adjective_in_a_sentence():
    found = find_countries("Czech and Slovak inspectors compared notes.")
    assert [(one.iso3, one.kind) for one in found] == [("CZE", "adjective"), ("SVK", "adjective")]


def test_a_numbered_list_on_one_line_is_taken_apart():
    assert resolve_countries("1. Thailand 2. Viet Nam 3. Cambodia") == ["THA", "VNM", "KHM"]


@pytest.mark.parametrize("text", ["the ", "Kazakhstan (", "in ", "and ", "KZ;", "-", "1"])
def test_a_cell_of_any_length_is_read_to_its_end(text: str):
    assert set(resolve_countries(text * 20_000)) <= {"KAZ"}


# Cells with several


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kazakhstan, Kyrgyz Republic and Tajikistan; UZ", "KAZ KGZ TJK UZB"),
        ("Korea, Republic of, Japan", "KOR JPN"),
        ("Hong Kong, China; Macao, China", "HKG MAC"),
        ("Congo, DRC", "COG COD"),
        ("Serbia and Montenegro", "SRB MNE"),
        ("Trinidad and Tobago, Antigua and Barbuda", "TTO ATG"),
        ("Khujand, Tajikistan; Osh, Kyrgyzstan", "TJK KGZ"),
        ("KAZ KGZ TJK", "KAZ KGZ TJK"),
        ("Kazakhstan-Uzbekistan", "KAZ UZB"),
        ("Central Asia (Kazakhstan, Uzbekistan)", "KAZ UZB"),
        ("Latvia (2), Estonia (3), etc.", "LVA EST"),
        ("Казахстан, Кыргызстан и Таджикистан", "KAZ KGZ TJK"),
        ("كازاخستان وأوزبكستان", "KAZ UZB"),
        ("the five Central Asian states and Afghanistan", "KAZ KGZ TJK TKM UZB AFG"),
        ("Ministry of Internal Affairs of Lithuania", ""),
    ],
)
def test_a_cell_with_several_gives_each_once_in_order(text: str, expected: str):
    assert resolve_countries(text) == expected.split()


def test_pieces_say_where_they_stand_and_what_is_not_known():
    text = "Latvia, Ruritania and Bangkok"
    assert [(part.as_written, part.codes, part.verdict) for part in parts(text)] == [
        ("Latvia", ("LVA",), Verdict.COUNTRY),
        ("Ruritania", (), Verdict.UNKNOWN),
        ("Bangkok", (), Verdict.NO_COUNTRY),
    ]
    assert all(text[part.start : part.end] == part.as_written for part in parts(text))


@given(st.text(alphabet="Latvia, UZ;()/&and\n0", max_size=60))
def test_any_cell_can_be_taken_apart(text: str):
    assert all(text[part.start : part.end] == part.as_written for part in parts(text))


# Groups


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("all ASEAN Member States", 11),
        ("the ten ASEAN member states", 10),
        ("all five Nordic countries", 5),
        ("three Baltic States", 3),
        ("the three Benelux countries", 3),
        ("les cinq pays d'Asie centrale", 5),
        ("пяти государств Центральной Азии", 5),
        ("the Western Balkans six", 6),
        ("the 27 EU Member States", 27),
        ("all 57 OSCE participating States", 57),
        ("the 46 member States of the Council of Europe", 46),
        ("EU28", 28),
    ],
)
def test_a_whole_group_gives_all_of_its_members(text: str, count: int):
    assert len(resolve_countries(text)) == count


@pytest.mark.parametrize(
    "text",
    [
        "Central Asian states",
        "the Baltic states",
        "EU Member States",
        "four Central Asian states",
        "the 12 ASEAN member states",
        "two of the five Central Asian states",
        "not all Central Asian countries",
        "all OSCE participating States except one",
    ],
)
def test_a_group_of_which_not_all_is_said_gives_no_country(text: str):
    assert resolve_countries(text) == []
    assert find_countries(text) == []


# Running text


@pytest.mark.parametrize("case", cases("sentences.csv"), ids=lambda case: case["text"][:50])
def test_a_sentence_mentions_these_countries_and_no_other(case: dict[str, str]):
    found = find_countries(case["text"])
    named = {one.iso3 for one in found if one.kind in {"name", "group"}}
    adjectives = {one.iso3 for one in found if one.kind == "adjective"}
    neutral = codes(case["neutral"])
    assert named - neutral == codes(case["countries"])
    assert adjectives <= codes(case["adjectives"]) | codes(case["countries"]) | neutral


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Delegates from South Sudan, Guinea-Bissau and Papua New Guinea met.", "SSD GNB PNG"),
        ("The Democratic Republic of the Congo and the Republic of the Congo signed.", "COD COG"),
        ("Iran (Islamic Republic of) and Korea, Republic of", "IRN KOR"),
        ("Police in Northern Ireland and in the Republic of Ireland", "GBR IRL"),
        ("Mr Jordan Keller and Judge Chad Porter thanked Chad.", "TCD"),
        ("Georgia Hosts Regional Workshop", "GEO"),
        ("Atlanta, Georgia, and Tbilisi, Georgia", "GEO"),
        ("The Jordan River, Lake Chad and the Gulf of Guinea", ""),
        ("Turkish Airlines flew them from New Mexico.", ""),
        ("The turkey was served in Turkey.", "TUR"),
        ("CONTACT US about the US.", "USA"),
        ("see https://example.org/Latvia or info@Chad.example", ""),
        ("Судьи Грузии и Республики Узбекистан, Посольство США", "GEO UZB USA"),
        ("des juges du Kazakhstan, de l'Ouzbékistan et de Côte d'Ivoire", "KAZ UZB CIV"),
        ("jueces de España, Perú y los Países Bajos", "ESP PER NLD"),
        ("شارك قضاة من كازاخستان وأوزبكستان والأردن", "KAZ UZB JOR"),
        ("来自哈萨克斯坦和中国的检察官", "KAZ CHN"),
    ],
)
def test_names_in_running_text_are_found_in_their_order(text: str, expected: str):
    assert [one.iso3 for one in find_countries(text) if one.kind == "name"] == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kazakh and Turkmen officials", "KAZ TKM"),
        ("US, UK and Canadian experts", "USA GBR CAN"),
        ("US-funded training of Uzbeks", "USA UZB"),
        ("a Kosovo Albanian and a Greek Cypriot", "XKX CYP"),
        ("The course was given in Russian and Tajik.", ""),
        ("Russian-speaking trainers", ""),
        ("Latin American judges and Congolese officers", ""),
    ],
)
def test_adjectives_are_told_from_names_and_from_languages(text: str, expected: str):
    found = find_countries(text)
    assert [one.iso3 for one in found] == expected.split()
    assert {one.kind for one in found} <= {"adjective"}


def test_a_city_is_found_with_its_country_but_its_treaty_is_not():
    found = find_countries("The Vienna Convention was discussed in Tashkent by Ms. Sofia Rossi.")
    assert [(one.iso3, one.as_written, one.kind) for one in found] == [("UZB", "Tashkent", "city")]


def test_a_group_gives_one_mention_a_member_at_the_same_place():
    text = "Officials of the three Baltic States met."
    found = find_countries(text)
    assert [one.iso3 for one in found] == ["EST", "LTU", "LVA"]
    assert {(one.start, one.as_written, one.kind) for one in found} == {
        (13, "the three Baltic States", "group")
    }


@given(
    st.lists(
        st.sampled_from(
            ["Iran (Islamic Republic of", ")", "U.S.", " ", ", ", "Judge", "Chad", "all ASEAN States", "中国"]
        )
    )
)
def test_every_mention_stands_where_it_says(pieces: list[str]):
    text = "".join(pieces)
    assert all(
        text[one.start : one.end] == one.as_written and one.iso3 in COUNTRIES for one in find_countries(text)
    )


# The files


def test_every_alias_is_kept_with_the_form_in_which_it_is_compared():
    rows = list(sheets.rows("country_aliases.csv"))
    assert [row["name"] for row in rows if row["key"] != key(row["name"])] == []
    assert {row["iso3"] for row in rows} - {""} == COUNTRIES.keys()
    assert all(row["origin"] for row in rows)


@pytest.mark.parametrize(
    "file",
    ["country_adjectives.csv", "country_adjective_forms.csv", "place_words.csv", "country_variants.csv"],
)
def test_every_code_of_a_file_is_one_of_a_country(file: str):
    folder = ROOT / "scripts" if file == "country_variants.csv" else VOCABULARY
    with (folder / file).open(encoding="utf-8", newline="") as cells:
        assert {row["iso3"] for row in csv.DictReader(cells)} - {""} <= COUNTRIES.keys()


def test_an_adjective_stands_for_one_country():
    pairs = {(key(row["name"]), row["iso3"]) for row in sheets.rows("country_adjectives.csv")}
    assert len(pairs) == len({name for name, _ in pairs})


def test_every_phrase_for_a_group_has_members_with_codes():
    for sizes in place_groups.phrases().values():
        for number, members in sizes.items():
            assert set(members) <= COUNTRIES.keys()
            assert number in {None, len(members)}


def test_a_number_in_the_file_is_that_of_the_members():
    for row in sheets.rows("group_phrases.csv"):
        if row["number"]:
            assert int(row["number"]) in place_groups.phrases()[row["phrase"]], row["phrase"]


@pytest.mark.parametrize(
    ("name", "genitive", "prepositional"),
    [
        ("Казахстан", "Казахстана", "Казахстане"),
        ("Киргизия", "Киргизии", "Киргизии"),
        ("Беларусь", "Беларуси", "Беларуси"),
        ("Израиль", "Израиля", "Израиле"),
        ("Южная Корея", "Южной Кореи", "Южной Корее"),
        ("Босния и Герцеговина", "Боснии и Герцеговины", "Боснии и Герцеговине"),
        ("Соединённое Королевство", "Соединённого Королевства", "Соединённом Королевстве"),
        ("Нидерланды", "Нидерландов", "Нидерландах"),
        ("Египет", "Египта", "Египте"),
    ],
)
def test_russian_names_have_their_case_forms(name: str, genitive: str, prepositional: str):
    assert {genitive, prepositional} <= set(russian_cases.forms(name))


def test_a_name_behind_the_word_republic_may_stay_as_it_is():
    assert "Республики Узбекистан" in russian_cases.forms("Республика Узбекистан")


def test_russian_abbreviations_and_names_without_cases_stay():
    assert russian_cases.forms("США") == []
    assert russian_cases.forms("Перу") == []


def test_the_first_name_needs_neither_pandas_nor_pycountry():
    code = (
        "import sys; from loaders.places import resolve_country; resolve_country('Kyrgyz Rep.');"
        "print(sorted({'pandas', 'pycountry', 'loaders.place_text'} & sys.modules.keys()))"
    )
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


# Several places, absent ones, and states of the United States


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Paris (France), London (UK)", ["FRA", "GBR"]),
        ("Accra (Ghana), Lomé (Togo), Cotonou (Benin)", ["GHA", "TGO", "BEN"]),
        ("Lima (Peru) and Quito (Ecuador)", ["PER", "ECU"]),
        ("Ghana (online), Togo (online)", ["GHA", "TGO"]),
        ("North and South Korea", ["PRK", "KOR"]),
        ("South and North Korea", ["KOR", "PRK"]),
        ("North & South Sudan", ["SDN", "SSD"]),
        ("Salvador, Brazil", ["BRA"]),
        ("Salvador, Bahia, Brazil", ["BRA"]),
        ("Salvador, Honduras", ["SLV", "HND"]),
        ("IT, FR, DE", ["ITA", "FRA", "DEU"]),
    ],
)
def test_each_place_of_a_cell_gives_its_country(text: str, codes: list[str]):
    assert resolve_countries(text) == codes


def test_several_cities_with_their_countries_are_not_one_country():
    assert resolve_country("Paris (France), London (UK)") is None
    assert resolve_country("Ghana (online), Togo (online)") is None


@pytest.mark.parametrize(
    "text",
    [
        *(
            f"Serbia ({word})"
            for word in ("cancelled", "absent", "no-show", "did not attend", "excusée", "tbc", "0")
        ),
        "Serbia (отсутствовала)",
        "Suisse: absent",
        "Serbia - declined",
        "Serbia: no",
        "Serbia ✗",
        "Turkey?",
        "none from Tajikistan",
        "victims from Nigeria",
        "migrants from Nigeria and Ghana",
    ],
)
def test_who_was_absent_or_is_not_sure_stays_a_question(text: str):
    assert resolve_countries(text) == []
    assert resolve_country(text) is None
    assert Verdict.UNKNOWN in {part.verdict for part in parts(text)}


def test_an_absent_one_leaves_its_neighbours():
    assert resolve_countries("Albania, Serbia (absent), Kosovo, Turkey?") == ["ALB", "XKX"]


def test_a_question_mark_within_a_name_is_a_lost_letter():
    assert resolve_country("C?te d'Ivoire") == "CIV"


@pytest.mark.parametrize(
    "text",
    [
        "Savannah (Georgia)",
        "Los Angeles (CA)",
        "California (CA)",
        "Georgia, Texas, Florida",
        "CA, NY, TX",
        "IT, HR, Finance",
        "MD, PhD",
        "AI, IT",
        "US$ 5",
        "US$5,000",
    ],
)
def test_american_states_departments_and_money_are_no_countries(text: str):
    assert resolve_countries(text) == []
    assert resolve_country(text) is None


@pytest.mark.parametrize(
    ("text", "iso3"),
    [
        ("USA (Georgia)", "USA"),
        ("US (GA)", "USA"),
        ("Tbilisi (Georgia)", "GEO"),
        ("Ottawa (CA)", "CAN"),
        ("Santiago, Chile", "CHL"),
        ("Santiago (Chile)", "CHL"),
    ],
)
def test_brackets_say_of_which_country_a_place_is(text: str, iso3: str):
    assert resolve_country(text) == iso3


@pytest.mark.parametrize(
    "text",
    [
        "a grant of US$ 2.5 million",
        "worth US$500,000",
        "paid in US dollars",
        "The Georgia Bureau of Investigation took part",
        "a meeting in Vienna, Virginia",
        "police of Moscow, Idaho",
    ],
)
def test_money_and_american_towns_are_no_countries_in_running_text(text: str):
    assert find_countries(text) == []


def test_two_countries_that_share_a_noun_are_both_found():
    assert [one.iso3 for one in find_countries("talks of North and South Korea")] == ["PRK", "KOR"]


@pytest.mark.parametrize(
    "text", ["Central Asian states", "the Western Balkans", "ASEAN members", "all five Central Asian states"]
)
def test_a_group_is_not_taken_for_a_misspelt_country(text: str):
    assert suggest_country(text) == []


@pytest.mark.parametrize(("text", "meant"), [("Uzbekstan", "UZB"), ("Central African Republik", "CAF")])
def test_a_misspelt_country_whose_name_is_like_that_of_a_group_is_suggested(text: str, meant: str):
    assert suggest_country(text)[0].iso3 == meant


# Adjectives of other languages


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("les autorités kazakhes et ouzbèkes se sont réunies", "KAZ UZB"),
        ("policías chilenos, peruanos y bolivianos", "CHL PER BOL"),
        ("magistradas brasileiras e portuguesas", "BRA PRT"),
        ("uma delegação sul-africana", "ZAF"),
        ("Таджикские и узбекские следователи", "TJK UZB"),
        ("для немецкого эксперта", "DEU"),
        ("le gouvernement français", "FRA"),
        ("в Кыргызской Республике и Российской Федерации", "KGZ RUS"),
    ],
)
def test_adjectives_of_four_languages_are_found_in_all_forms(text: str, codes: str):
    assert [one.iso3 for one in find_countries(text)] == codes.split()


@pytest.mark.parametrize(
    "text",
    [
        *("traducido al español y al francés", "en ruso, tayiko y uzbeko", "la langue russe", "habla ruso"),
        *("русский и узбекский языки", "на узбекском языке", "Индийский океан", "по-французски"),
        *("l'océan indien", "le canal français", "los colombianos", "a Latino-americana", "Colombianos"),
        *("Организация американских государств", "казахско-узбекская граница", "un accord franco-suisse"),
    ],
)
def test_a_language_a_people_or_an_ocean_is_no_adjective_of_a_country(text: str):
    assert find_countries(text) == []


def test_a_form_of_an_adjective_stands_for_one_country():
    found: dict[str, set[str]] = {}
    for row in sheets.rows(place_adjectives.FILE):
        for form in place_adjectives.inflected(row["adjective"], row["language"]):
            found.setdefault(form, set()).add(row["iso3"])
    assert [form for form, codes in found.items() if len(codes) > 1] == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Ms. Paris Jordan moderated.", ""),
        ("Dr. Roe of Kenya and Mr. Alpha Chad spoke.", "KEN"),
        ("Ms. Roe, Kenya, moderated.", "KEN"),
        ("He speaks fluent Russian, Tajik and Uzbek.", ""),
    ],
)
def test_a_name_behind_a_title_and_a_language_somebody_speaks_are_no_country(text: str, codes: str):
    assert [one.iso3 for one in find_countries(text)] == codes.split()


@pytest.mark.parametrize(
    ("text", "iso3"),
    [
        *(("с Польшей", "POL"), ("Камбоджей", "KHM"), ("Маврикия", "MUS"), ("Тайваня", "TWN")),
        *(("Соломоновыми Островами", "SLB"), ("Маршалловых Островов", "MHL"), ("Weißrussland", "BLR")),
        ("Федеративной Демократической Республики Непал", "NPL"),
    ],
)
def test_a_name_in_a_case_that_few_names_have_is_known(text: str, iso3: str):
    assert resolve_country(text) == iso3


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Georgia and Alabama state troopers met.", ""),
        ("Florida, Georgia and Texas sent officers.", ""),
        ("Armenia, Georgia and Moldova sent officers.", "ARM GEO MDA"),
        ("Georgia and Washington agreed.", "GEO"),
        ("The Netherlands Antilles are no more, the Netherlands are.", "NLD"),
        ("Turkish Cypriots were not there.", ""),
    ],
)
def test_a_state_beside_other_states_and_a_land_that_was_are_no_country(text: str, codes: str):
    assert [one.iso3 for one in find_countries(text)] == codes.split()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The Fiji Food Authority and the Malta Coastal Agency came.", "FJI MLT"),
        ("The EU-Jordan Mobility Declaration was read.", "JOR"),
        ("the head of customs of Zambia Mrs. Roe", "ZMB"),
        ("The Justice Mission Fiji was there.", "FJI"),
        ("Keith Jordan and Priya Israel moderated.", ""),
    ],
)
def test_a_body_named_for_a_country_is_told_from_a_person(text: str, codes: str):
    assert [one.iso3 for one in find_countries(text)] == codes.split()


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Place d'Italie",
            "12, rue de la Suisse",
            "Avenida del Paraguay",
            "улица Армении",
            "проспект Грузии",
        ),
        *(
            "Uganda House, room 4",
            "Jordan High School",
            "a Turkey sandwich",
            "two Jersey cows",
            "the Wall of China",
        ),
        *("40 Swiss francs", "300 Kenyan shillings", "Hong Kong dollars", "The Malta Herald wrote on it."),
    ],
)
def test_a_street_a_house_a_dish_and_a_currency_are_no_country(text: str):
    assert find_countries(text) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The House of Representatives of Uganda met.", "UGA"),
        ("La place de la Suisse dans le réseau", "CHE"),
        ("The Kenya House of Elders met.", "KEN"),
    ],
)
def test_a_word_that_is_part_of_a_street_or_a_house_elsewhere_hides_no_country(text: str, codes: str):
    assert [one.iso3 for one in find_countries(text)] == codes.split()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Languages: Uzbek, Russian", ""),
        ("The working language was French.", ""),
        ("Interpretation English/Russian", ""),
        ("Thai, Lao and Khmer interpreters helped.", ""),
        ("Thai, Lao and Khmer officers helped.", "THA LAO KHM"),
    ],
)
def test_a_list_of_languages_names_no_country(text: str, codes: str):
    assert [one.iso3 for one in find_countries(text)] == codes.split()


@pytest.mark.parametrize(
    "text",
    [
        *("Six of the ten ASEAN countries came.", "Forty of the 57 OSCE participating States answered."),
        *(
            "trois des cinq pays d'Asie centrale",
            "три из пяти стран Центральной Азии",
            "4 out of 5 Central Asian states",
        ),
    ],
)
def test_some_of_a_group_are_not_all_of_it(text: str):
    assert find_countries(text) == []


def test_all_of_a_group_may_be_told_with_of():
    found = {
        one.iso3
        for one in find_countries("All five of the Central Asian states, experts of the five Baltic states")
    }
    assert found == {"KAZ", "KGZ", "TJK", "TKM", "UZB"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Officers from N. Korea and Sth Sudan", "PRK SSD"),
        ("PNG, FSM, RMI", "PNG FSM MHL"),
        ("Les Comores ont signé.", "COM"),
        ("le golfe de Guinée, le lac Tchad et le golfe d'Oman", ""),
        ("a paper by A. Jordan", ""),
        ("A. Jordan; B. Kenya", "JOR KEN"),
    ],
)
def test_short_forms_and_initials_stand_for_what_they_mean(text: str, codes: str):
    assert [one.iso3 for one in find_countries(text)] == codes.split()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("un atelier à l'île Maurice et à la Grenade", "MUS GRD"),
        ("un taller en la isla Mauricio", "MUS"),
        ("эксперты из Того и Ганы", "TGO GHA"),
        ("Maurice Roe et Dominique Roe, Mauricio Roe", ""),
        ("Того же мнения и другие.", ""),
    ],
)
def test_a_name_that_is_a_common_word_counts_behind_its_own(text: str, codes: str):
    assert [one.iso3 for one in find_countries(text)] == codes.split()


# Notes, counts and slips round a name


@pytest.mark.parametrize(
    "note",
    [
        "Kosovo (in accordance with Security Council resolution 1244 (1999))",
        "Kosovo, UN Res. 1244",
        "Kosovo – within the framework of UNSCR 1244/99",
        "Kosovo [defined by resolution 1244 of the Council]",
    ],
)
def test_a_note_on_the_status_of_a_name_changes_nothing(note: str):
    assert resolve_country(note) == "XKX"


@pytest.mark.parametrize("text", ["Serbia and Kosovo 1244", "Kosovo resolution 1325", "UN resolution 1244"])
def test_what_is_no_note_on_a_status_is_not_read_as_one(text: str):
    assert resolve_country(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Kenya: 4 officers",
        "Kenya - 2 women",
        "Kenya – 12 border guards",
        "Kenya^1",
        "Kenya and online",
        "Kenya - observer",
    ],
)
def test_people_counted_behind_a_name_and_marks_say_nothing_about_it(text: str):
    assert resolve_country(text) == "KEN"


@pytest.mark.parametrize(
    ("text", "iso3"),
    [("Кazakhstan", "KAZ"), ("Казаxстан", "KAZ"), ("Moldovа", "MDA"), ("Uzbekistаn", "UZB"), ("Оz", None)],
)
def test_a_letter_from_the_other_alphabet_is_a_slip_of_the_keyboard(text: str, iso3: str | None):
    assert resolve_country(text) == iso3


def test_letters_damaged_twice_are_put_right_twice():
    assert resolve_country("Côte d'Ivoire".encode().decode("cp1252").encode().decode("cp1252")) == "CIV"


@pytest.mark.parametrize(
    ("text", "iso3"),
    [
        ("Mombasa County, Kenya", "KEN"),
        ("Amman Governorate, Jordan", "JOR"),
        ("Lake Region, Georgia", "GEO"),
        ("Fulton County, Georgia", None),
        ("Smith, Jordan", None),
        ("Upper Nile State, Sudan", None),
    ],
)
def test_a_part_of_a_country_may_stand_beside_a_name_that_persons_have_too(text: str, iso3: str | None):
    assert resolve_country(text) == iso3
