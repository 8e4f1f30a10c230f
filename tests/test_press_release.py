"""What is read of announcements, each text written for its difficulty."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import announcements
from loaders import release_files, release_words, sheets
from loaders.press_release import Draft, main, read_announcement
from loaders.problems import VocabularyError
from loaders.release_html import page_text
from loaders.release_page import page_of
from loaders.release_words import cues, tokens_of

WORKSHOP = (
    "OSLO, 9 May 2019 – A two-day workshop on human trafficking began today in Tartu, Estonia. "
    "It was organised by IOM in co-operation with UNICEF and funded by Norway and Sweden. "
    "Some 30 prosecutors and judges from Estonia, Latvia and Lithuania are taking part in the workshop."
)


def one(text: str, **where: str) -> Draft:
    drafts = read_announcement(text, **where)
    assert len(drafts) == 1
    return drafts[0]


def countries(draft: Draft, role: str) -> set[str]:
    return {row["iso3"] for row in draft.record["countries"] if row["role"] == role}


def bodies(draft: Draft, role: str) -> list[str]:
    return [row["name"] for row in draft.record["organisations"] if row["role"] == role]


# When


def test_today_is_the_day_of_the_dateline_and_the_end_is_counted_from_the_length():
    record = one(WORKSHOP).record
    assert (record["start_date"], record["end_date"]) == ("2019-05-09", "2019-05-10")
    assert record["date_note"] == "end date counted from 'two-day'"


def test_a_course_that_ended_is_counted_back():
    text = (
        "A five-day training on human trafficking for police officers, which ended on 17 "
        "December 2010, was held in Osh, "
        "Kyrgyzstan, by UNODC."
    )
    record = one(text).record
    assert (record["start_date"], record["end_date"]) == ("2010-12-13", "2010-12-17")


def test_the_dateline_is_not_the_date_of_an_event_told_with_its_own():
    text = (
        "VIENNA, 3 July 2019 – UNODC held a seminar on migrant smuggling for judges in Accra, Ghana, "
        "from 12 to 14 June 2019."
    )
    draft = one(text)
    assert (draft.record["start_date"], draft.record["end_date"]) == ("2019-06-12", "2019-06-14")
    assert (draft.record["city"], draft.record["host_country"]) == ("Accra", "GHA")
    assert draft.record["sources"][0]["published"] == "2019-07-03"


def test_a_weekday_is_read_against_the_day_of_publication():
    text = "A workshop on human trafficking for labour inspectors opened on Monday in Lima. IOM organised it."
    assert one(text, published="2023-03-15").record["start_date"] == "2023-03-13"


def test_day_and_month_without_a_year_stay_without_one():
    text = "UNODC held a workshop on trafficking in persons for judges in Amman, Jordan, on 12-13 March."
    record = one(text).record
    assert (record["start_date"], record["end_date"]) == ("XXXX-03-12", "XXXX-03-13")


def test_the_year_comes_from_the_address_where_the_text_has_none():
    text = "UNODC held a workshop on trafficking in persons for judges in Amman, Jordan, on 12-13 March."
    record = one(text, url="https://www.unodc.org/news/2016/May/judges.html").record
    assert record["start_date"] == "2016-03-12"
    assert record["sources"][0]["publisher"] == "UNODC"


def test_an_event_of_one_day_has_no_end():
    text = "IOM held a seminar on human trafficking for journalists in Dakar, Senegal, on 5 May 2014."
    assert (one(text).record["start_date"], one(text).record["end_date"]) == ("2014-05-05", None)


# Where


def test_an_event_held_online_was_held_nowhere():
    text = "UNODC held an online workshop on human trafficking for judges of Peru on 5 May 2021 via Zoom."
    record = one(text).record
    assert (record["mode"], record["city"], record["host_country"]) == ("online", None, None)


def test_a_small_town_is_known_by_the_country_behind_it():
    text = "IOM held a training on human trafficking for teachers in Zzyzxville, Kenya, on 5 May 2014."
    assert (one(text).record["city"], one(text).record["host_country"]) == ("Zzyzxville", "KEN")


def test_the_host_of_a_study_visit_is_no_participant():
    text = (
        "UNODC organised a study visit to Madrid, Spain, from 3 to 5 June 2019 for nine "
        "prosecutors from Peru and Chile "
        "who work on human trafficking."
    )
    draft = one(text)
    assert draft.record["format"] == "study visit"
    assert countries(draft, "participant") == {"PER", "CHL"}
    assert countries(draft, "host") == {"ESP"}


# Who


def test_listed_countries_take_part_and_the_dateline_does_not():
    draft = one(WORKSHOP)
    assert countries(draft, "participant") == {"EST", "LVA", "LTU"}
    assert countries(draft, "host") == {"EST"}


def test_countries_that_pay_are_funders_as_governments_and_as_countries():
    draft = one(WORKSHOP)
    assert countries(draft, "funder") == {"NOR", "SWE"}
    assert bodies(draft, "funder") == ["Government of Norway", "Government of Sweden"]


def test_a_national_training_has_its_host_as_participant():
    text = "IOM trained 20 police officers on human trafficking in Maseru, Lesotho, from 3 to 5 June 2019."
    draft = one(text)
    assert countries(draft, "participant") == {"LSO"}
    told = [row for row in draft.evidence if row.value == {"iso3": "LSO", "role": "participant"}]
    assert [row.sure for row in told] == ["derived"]


def test_a_group_named_as_a_whole_stands_for_its_members():
    text = (
        "UNODC held a workshop on migrant smuggling in Vienna, Austria, on 3-4 June 2019. Border "
        "guards from the five "
        "Central Asian states attended the workshop."
    )
    assert countries(one(text), "participant") == {"KAZ", "KGZ", "TJK", "TKM", "UZB"}


def test_experts_are_told_from_those_who_came():
    text = (
        "IOM held a workshop on human trafficking in Baku, Azerbaijan, on 3-4 June 2019. Two "
        "Lithuanian experts shared "
        "their experience with 25 police officers."
    )
    draft = one(text)
    assert countries(draft, "expert") == {"LTU"}
    assert "LTU" not in countries(draft, "participant")


def test_countries_of_victims_and_of_plans_take_no_part():
    text = (
        "IOM held a workshop on human trafficking for 20 judges in Accra, Ghana, on 3-4 June "
        "2019. Victims from Nigeria are "
        "trafficked to Italy and Libya. The next workshop will be held in Lomé and may include "
        "judges from Togo."
    )
    assert countries(one(text), "participant") == {"GHA"}


# How many


@pytest.mark.parametrize(
    ("said", "total", "women", "men"),
    [
        ("Twenty-two officials (17 male, 5 female) attended the workshop.", 22, 5, 17),
        ("The workshop gathered 40 participants.", 40, None, None),
        ("So far more than 600 police officers have been trained.", None, None, None),
        ("The workshop dealt with a case of 35 victims.", None, None, None),
    ],
)
def test_those_who_came_are_counted_and_nobody_else(said, total, women, men):
    begin = "UNODC held a workshop on human trafficking in Amman, Jordan, on 12-13 March 2019. "
    people = one(begin + said).record["participants"]
    assert (people["total"], people["women"], people["men"]) == (total, women, men)


# By whom


@pytest.mark.parametrize(
    "words",
    [
        "It was funded by the European Union.",
        "It was financed by the European Union.",
        "It took place with the financial support of the European Union.",
        "UNODC thanked the European Union for funding the workshop.",
        "It was made possible by a contribution from the European Union.",
        "It is part of an EU-funded project.",
        "The workshop was held thanks to a voluntary contribution of the European Union.",
    ],
)
def test_a_donor_is_read_from_many_wordings(words):
    begin = "UNODC held a workshop on human trafficking for judges in Amman, Jordan, on 12-13 March 2019. "
    draft = one(begin + words)
    assert bodies(draft, "funder") == ["European Union"]
    assert countries(draft, "funder") == set()


def test_support_without_money_makes_a_partner():
    text = "IOM held a seminar on human trafficking for judges in Dakar with the support of UNICEF on 5 May 2014."
    draft = one(text)
    assert bodies(draft, "partner") == ["United Nations Children's Fund"]
    assert bodies(draft, "funder") == []


def test_nested_wording_gives_each_body_its_own_role():
    text = (
        "Within the framework of GLO.ACT, the workshop on migrant smuggling for judges, "
        "delivered by UNODC in cooperation "
        "with IOM and funded by the European Union, took place in Amman, Jordan, on 12-13 March 2019."
    )
    draft = one(text)
    assert bodies(draft, "organiser") == ["United Nations Office on Drugs and Crime"]
    assert bodies(draft, "partner") == ["International Organization for Migration"]
    assert bodies(draft, "funder") == ["European Union"]


# What


def test_the_number_of_a_series_is_read_and_first_of_its_kind_is_none():
    text = "UNODC held the {} workshop on human trafficking for judges in Amman, Jordan, on 12-13 March 2019."
    assert one(text.format("fourth annual")).record["series"]["number"] == 4
    assert one(text.format("first of its kind")).record["series"] is None


def test_topics_and_audiences_are_those_of_the_codebook():
    record = one(WORKSHOP).record
    assert record["topics"][0] == "trafficking in persons"
    assert set(record["audiences"]) == {"prosecutors", "judges"}


def test_a_page_with_two_events_gives_two_drafts():
    text = (
        "News of the project\n\n"
        "Judges in Lima\nUNODC held a workshop on human trafficking for 20 judges in Lima, Peru, "
        "on 3-4 June 2019.\n\n"
        "Police in Quito\nIOM held a training on human trafficking for 30 police officers in "
        "Quito, Ecuador, on 11 June 2019."
    )
    drafts = read_announcement(text)
    told = [
        (one.record["city"], one.record["start_date"], one.record["participants"]["total"]) for one in drafts
    ]
    assert told == [("Lima", "2019-06-03", 20), ("Quito", "2019-06-11", 30)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A court in Lima sentenced two men to 15 years in prison for human trafficking on 5 May 2019.",
        (
            "The new report on trafficking in persons shows that more victims were detected in 2020 "
            "than in 2019."
        ),
        (
            "Vacancy: project officer, human trafficking. Duty station: Lima. Closing date: 5 May "
            "2019. Terms of reference below."
        ),
        "UNODC held a workshop on the repair of bicycles for 20 judges in Lima, Peru, on 3-4 June 2019.",
    ],
)
def test_a_page_without_an_event_gives_no_draft(text):
    assert read_announcement(text) == []


@pytest.mark.parametrize(
    ("text", "start", "host", "total"),
    [
        (
            (
                "L'OIM a organisé un atelier sur la traite des personnes pour 25 magistrats à Dakar, au Sénégal, "
                "du 3 au 5 juin 2019, grâce au financement de l'Union européenne."
            ),
            "2019-06-03",
            "SEN",
            25,
        ),
        (
            (
                "La OIM organizó un taller sobre la trata de personas para 25 fiscales en Lima, Perú, del 3 al 5 de "
                "junio de 2019, con el apoyo financiero de la Unión Europea."
            ),
            "2019-06-03",
            "PER",
            25,
        ),
        (
            (
                "A OIM realizou um seminário sobre o tráfico de pessoas para 25 juízes em Maputo, Moçambique, "
                "de 3 a 5 de junho de 2019, financiado pela União Europeia."
            ),
            "2019-06-03",
            "MOZ",
            25,
        ),
        (
            (
                "3-5 июня 2019 года в Бишкеке прошел семинар по противодействию торговле людьми. В семинаре "
                "приняли участие 25 судей. Мероприятие финансируется Европейским союзом."
            ),
            "2019-06-03",
            "KGZ",
            25,
        ),
    ],
)
def test_other_languages_give_date_place_and_headcount(text, start, host, total):
    record = one(text).record
    assert (record["start_date"], record["host_country"]) == (start, host)
    assert record["participants"]["total"] == total


# What a draft is


def test_names_and_addresses_of_people_never_enter_a_record():
    text = (
        "Ms Example Person opens workshop on human trafficking\n\n"
        + WORKSHOP
        + '\n\n"We learn," said Ms Example Person.\n\n'
        "For more information, please contact:\nExample Person\nexample.person@example.org"
    )
    record = json.dumps(one(text).record)
    assert "Example" not in record
    assert "@" not in record


def test_a_draft_says_why_a_needed_field_is_empty():
    draft = one("UNODC held a workshop on trafficking in persons for judges.")
    assert set(draft.missing) == {"start_date", "host_country", "countries", "participants"}


def test_the_id_is_year_place_and_words():
    assert one(WORKSHOP).record["id"] == "2019-tartu-workshop-trafficking-persons"


def test_the_summary_is_made_of_the_fields():
    summary = one(WORKSHOP).record["summary"]
    assert summary.startswith(
        "Workshop on trafficking in persons for prosecutors and judges in Tartu, with about 30 people"
    )


@given(st.text(max_size=400))
def test_any_text_gives_drafts_whose_evidence_stands_in_it(text):
    check(text)


@given(
    st.lists(st.sampled_from([*WORKSHOP.split(), "\n", "“", "”", ".", "İ", "12–14", "©", "…"]), max_size=80)
)
def test_words_of_announcements_in_any_order_are_read(words):
    check(" ".join(words))


def check(text: str) -> None:
    for draft in read_announcement(text):
        assert draft.evidence
        for told in draft.evidence:
            assert text[told.start : told.end] == told.words
            assert told.sure in {"sure", "derived", "guess"}


def test_every_sentence_of_a_page_is_a_piece_of_it_in_order():
    page = page_of(
        "First line\n\nMr. Example met H.E. the Minister. The U.S. team came! Was it cold?\nLast line"
    )
    assert [page.words(number) for number in range(len(page.sentences))] == [
        "First line",
        "Mr. Example met H.E. the Minister.",
        "The U.S. team came!",
        "Was it cold?",
        "Last line",
    ]


def test_a_phrase_with_a_gap_is_found_and_the_longer_of_two_counts():
    found = cues(tokens_of("It was made possible by the generous contribution of Norway."), "en")
    roles = [cue.meaning for cue in found if cue.kind == "role"]
    assert roles
    assert set(roles) == {"funder after"}


def test_a_phrase_of_an_unknown_kind_is_told_with_its_line(tmp_path, monkeypatch):
    (tmp_path / release_words.FILE).write_text(
        "phrase,kind,meaning,language,note\nheld,hapens,held,en,\n", encoding="utf-8"
    )
    monkeypatch.setattr(sheets, "FOLDER", tmp_path)
    release_words._rows.cache_clear()
    release_words._tree.cache_clear()
    try:
        with pytest.raises(VocabularyError, match=r"release_words.csv line 2: kind 'hapens'"):
            cues(tokens_of("held"), "en")
    finally:
        monkeypatch.undo()
        release_words._rows.cache_clear()
        release_words._tree.cache_clear()


# Files

PAGE = f"""<html><head><title>Workshop in Tartu | Site</title><link rel="canonical" href="https://example.org/news/1">
<meta property="article:published_time" content="2019-05-09T10:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav><div class="breadcrumb">Home / News</div>
<article><h1>Workshop in Tartu</h1><p>{WORKSHOP}</p><div class="share-buttons">Share on everything</div></article>
<footer>Contact: office@example.org</footer><script>var workshop = 'in Paris';</script></body></html>"""


def test_a_web_page_loses_its_menus_and_keeps_address_and_day():
    text, address, day = page_text(PAGE)
    assert text == f"Workshop in Tartu\n{WORKSHOP}"
    assert (address, day) == ("https://example.org/news/1", "2019-05-09")


def test_html_that_is_broken_is_still_text():
    assert page_text("<p>One <b>two</p><p>three</div></p>")[0] == "One two\nthree"


def docx(*paragraphs: str) -> bytes:
    words = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{words}</w:body></w:document>'
        )
    return content.getvalue()


def pdf(line: str) -> bytes:
    stream = f"BT /F1 12 Tf 40 700 Td ({line}) Tj ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << "
            b"/Font << /F1 5 0 R >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    content, places = b"%PDF-1.4\n", []
    for number, part in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(content)
    return content + b"xref\n0 6\n0000000000 65535 f \n" + table + trailer


MAIL = (
    b"From: office@example.org\r\nSubject: Fwd: Workshop in Tartu\r\nDate: Thu, 09 May 2019 "
    b"10:00:00 +0200\r\n"
    b"Content-Type: text/plain; charset=utf-8\r\n\r\nA workshop on human trafficking began "
    b"today.\r\n\r\n-- \r\nExample Person\r\n"
)


def test_word_pdf_and_mail_give_their_text():
    assert release_files.source_of(docx("One", "Two")).text == "One\nTwo"
    assert release_files.source_of(pdf("A workshop in Tartu")).text.strip() == "A workshop in Tartu"
    mail = release_files.source_of(MAIL, "a.eml")
    assert mail.published == "2019-05-09"
    assert mail.text.startswith("Workshop in Tartu")
    assert "Example" not in mail.text


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"   \n", "is empty"),
        (b"<html><body> </body></html>", "holds no text"),
        (b"PK\x03\x04nothing", "no Word document"),
        (b"%PDF-1.4 nothing", "PDF that cannot be read"),
        (b"\x00\x01\x02" * 400, "is no text"),
        (b"\xd0\xcf\x11\xe0old", "old Word"),
        (docx().replace(b"w:document", b"w:damaged", 1), "Word document"),
    ],
)
def test_a_file_that_cannot_be_read_says_what_to_do(content, said):
    with pytest.raises(ValueError, match=said):
        release_files.source_of(content)


@pytest.mark.parametrize("name", ["mail.eml", "page.html", "page.txt"])
@pytest.mark.parametrize("content", [b"\x89PNG\r\n" * 50, b"\x00\x01\x02" * 400])
def test_a_picture_or_a_program_is_no_text_whatever_its_name_says(content: bytes, name: str):
    with pytest.raises(ValueError, match="is no text; save it as text, HTML, DOCX, PDF or EML"):
        release_files.source_of(content, name)


def test_text_in_the_code_page_of_windows_is_read():
    assert release_files.decoded("Séminaire à Kyïv".encode("cp1252")) == "Séminaire à Kyïv"
    russian = "В семинаре приняли участие судьи и прокуроры " * 5
    assert release_files.decoded(russian.encode("cp1251")) == russian


def test_the_command_prints_a_record_a_line_and_ends_with_1_without_an_event(tmp_path: Path, capsys):
    found, empty = tmp_path / "found.txt", tmp_path / "empty.txt"
    found.write_text(WORKSHOP, encoding="utf-8")
    empty.write_text("Nothing to tell.", encoding="utf-8")
    assert main([str(found), "--url", "https://example.org/a"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["sources"][0]["url"] == "https://example.org/a"
    assert record["evidence"]
    assert main([str(empty)]) == 1
    assert "no event was found" in capsys.readouterr().err
    assert main([str(tmp_path / "none.txt")]) == 1


def test_the_command_needs_no_page_library_for_plain_text(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text(WORKSHOP, encoding="utf-8")
    code = "import sys; from loaders.press_release import main; main(sys.argv[1:]); print('streamlit' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "False"


# Announcements with their records


def test_the_announcements_of_the_tests_are_read_as_well_as_promised():
    result = announcements.score()
    assert (result.drafts - result.matched) <= 0.1 * result.events
    for name, least in {
        "host country": 0.9,
        "start date": 0.9,
        "end date": 0.9,
        "format": 0.9,
        "headcount": 0.9,
    }.items():
        assert result.fields[name].precision >= least, name
    for name, least in {
        "participant countries": 0.85,
        "funders": 0.8,
        "organisers": 0.75,
        "topics": 0.7,
    }.items():
        assert result.fields[name].f1 >= least, name
    for name in ("women", "men"):
        assert result.fields[name].right == result.fields[name].given
