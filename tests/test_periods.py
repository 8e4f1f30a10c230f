"""The days a text says something takes place on: cases, rules, and what must hold for every text."""

from __future__ import annotations

import csv
import subprocess
import sys
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.date_words import LETTERS, read, words
from loaders.dates import Period, find_periods, parse_period
from loaders.problems import VocabularyError

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "cases"
RELEASED = date(2017, 10, 30)

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}

RANGES = {
    "en": "{a.day} {am} {a.year} to {b.day} {bm} {b.year}",
    "fr": "du {a.day} {am} {a.year} au {b.day} {bm} {b.year}",
    "es": "del {a.day} de {am} de {a.year} al {b.day} de {bm} de {b.year}",
    "pt": "de {a.day} de {am} de {a.year} a {b.day} de {bm} de {b.year}",
    "ru": "с {a.day} {am} {a.year} года по {b.day} {bm} {b.year} года",
}

FIGURES = (("%Y-%m-%d", "/"), ("%d.%m.%Y", " - "), ("%d/%m/%Y", "-"), ("%d-%m-%Y", " to "), ("%d.%m.%y", "-"))

PIECES = st.sampled_from(
    [
        *sorted(words()),
        *map(str, range(32)),
        *("2016", "2017", "10.10.2017", "5/5/16", "2019/20", "10:30", "Q3", "1er", "2017-W23", "20170101"),
        *("-", "–", ",", ".", "/", "(", ")", "&", "'", "\xa0", "\u200b", "e\u0301", "X", "\ud800"),
    ]
)
TEXTS = st.lists(PIECES, max_size=12).map(" ".join) | st.lists(PIECES, max_size=12).map("".join)


def rows(file: str):
    with (CASES / file).open(encoding="utf-8-sig", newline="") as cells:
        return [pytest.param(row, id=f"{row['text']} {row['ref']}".strip()) for row in csv.DictReader(cells)]


def days(text: str, *more, **named) -> tuple[str, str, str]:
    period = parse_period(text, *more, **named)
    return ("", "", "none") if period is None else (str(period.start), str(period.end), period.precision)


@pytest.mark.parametrize("row", [*rows("dates.csv"), *rows("periods.csv")])
def test_a_text_covers_these_days_or_none(row: dict[str, str]):
    assert days(row["text"], row["ref"] or None) == (row["start"], row["end"], row["precision"])


def test_days_that_do_not_touch_are_listed():
    period = parse_period("3, 5-6 and 9 May 2016")
    assert period is not None
    assert [day.day for day in period.days] == [3, 5, 6, 9]


@pytest.mark.parametrize(
    "text", ["3-5 May 2016", "3, 4 and 5 May 2016", "30 April and 1 May 2016", "5 May 2016"]
)
def test_days_that_touch_are_not_listed(text: str):
    period = parse_period(text)
    assert period is not None
    assert period.days == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Mon, 10/02/2017", "2017-10-02"),
        ("Fri, 10/02/2017", "2017-02-10"),
        ("Mon, 10/02/2018", "2018-02-10"),
        ("10/02/2017", "2017-02-10"),
    ],
)
def test_a_weekday_says_which_figure_is_the_month_where_it_fits_one_of_them(text: str, day: str):
    period = parse_period(text, RELEASED)
    assert period is not None
    assert period.start.isoformat() == day


@pytest.mark.parametrize(
    ("text", "derived"),
    [
        ("5 May 2016", ()),
        ("26 October", ("year from published",)),
        ("yesterday", ("counted from published",)),
        ("a two-day seminar opened on 5 May 2016", ("end counted from the length",)),
        ("a two-day seminar closed on 5 May 2016", ("start counted from the length",)),
        ("Monday, 5 May 2016", ("weekday does not fit",)),
        ("early May 2016", ("only part of it is named",)),
        ("spring 2016", ("season of the northern hemisphere",)),
    ],
)
def test_a_period_says_what_was_inferred(text: str, derived: tuple[str, ...]):
    period = parse_period(text, RELEASED)
    assert period is not None
    assert period.derived == derived


@pytest.mark.parametrize(
    ("order", "text", "day"),
    [
        ("dmy", "10/12/2017", "2017-12-10"),
        ("mdy", "10/12/2017", "2017-10-12"),
        ("dmy", "10/25/2017", "2017-10-25"),
        ("mdy", "25/10/2017", "2017-10-25"),
        ("mdy", "2017-10-12", "2017-10-12"),
    ],
)
def test_the_order_of_figures_is_the_asked_one_unless_it_cannot_be(order: str, text: str, day: str):
    assert days(text, order=order) == (day, day, "day")


def test_one_date_that_can_only_be_read_one_way_tells_the_order_of_the_other():
    assert days("9/28/2024 - 10/2/2024") == ("2024-09-28", "2024-10-02", "day")


@pytest.mark.parametrize(
    "published",
    [RELEASED, "2017-10-30", "2017-10-30T09:00:00Z", datetime(2017, 10, 30, 9)],  # noqa: DTZ001 - a day
)
def test_the_publication_is_a_date_or_iso_text(published):
    assert days("26 October", published) == ("2017-10-26", "2017-10-26", "day")


@pytest.mark.parametrize(
    "published", [None, "", "2017", "soon", "XXXX-10-30", date(1, 1, 1), date(9999, 12, 31)]
)
def test_without_a_known_publication_a_day_without_year_covers_nothing(published):
    assert parse_period("26 October", published) is None
    assert parse_period("on Monday", published) is None


def test_a_weekday_settles_the_year_where_nearness_does_not():
    assert parse_period("29 April", RELEASED) is None
    assert days("Saturday, 29 April", RELEASED) == ("2017-04-29", "2017-04-29", "day")
    assert parse_period("Friday, 26 October", RELEASED) is None


def test_the_tense_chooses_between_past_and_future():
    assert days("It will be held on 12 March", RELEASED) == ("2018-03-12", "2018-03-12", "day")
    assert parse_period("It will be held on 12 October", RELEASED) is None
    assert days("It was held on Monday", date(2017, 11, 1)) == ("2017-10-30", "2017-10-30", "day")
    assert days("It will be held on Monday", date(2017, 11, 1)) == ("2017-11-06", "2017-11-06", "day")


def test_the_language_says_what_a_short_month_is():
    assert parse_period("5 out", RELEASED) is None
    assert days("5 out", RELEASED, "pt") == ("2017-10-05", "2017-10-05", "day")
    assert parse_period("5 ago", RELEASED, "en") is None


def test_accents_set_apart_are_read_and_keep_their_place():
    text = "Dakar, le 15 aou\u0302t 2016"
    (found,) = find_periods(text)
    assert text[found.start : found.end] == found.as_written == "15 aou\u0302t 2016"
    assert found.first == "2016-08-15"


def test_every_date_of_a_text_is_found_with_its_place_and_what_it_is_of():
    text = (
        "Rome, 20 October 2017 – On 17 and 18 October, judges met on the Law of 9 March 2004. "
        "A first course was held in May; papers are due by 5 November 2017."
    )
    found = [(each.as_written, each.first, each.last, each.role) for each in find_periods(text)]
    assert found == [
        ("20 October 2017", "2017-10-20", "2017-10-20", "dateline"),
        ("17 and 18 October", "2017-10-17", "2017-10-18", "event"),
        ("9 March 2004", "2004-03-09", "2004-03-09", "document"),
        ("May", "2017-05", "2017-05", "event"),
        ("5 November 2017", "2017-11-05", "2017-11-05", "open"),
    ]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on 26-27 October", "XXXX-10-26", "XXXX-10-27"),
        ("on 29 February", "XXXX-02-29", "XXXX-02-29"),
        ("in May", "XXXX-05", "XXXX-05"),
        ("on 31 June", "", ""),
        ("last week", "", ""),
        ("on 31 June 2016", "", ""),
    ],
)
def test_a_date_without_a_year_is_found_as_far_as_it_is_known(text: str, first: str, last: str):
    (found,) = find_periods(text)
    assert (found.period, found.first, found.last) == (None, first, last)


def test_a_text_without_dates_has_none():
    assert find_periods("Twelve judges and 35 prosecutors from 5 countries attended.") == []
    assert parse_period("") is None


@pytest.mark.parametrize(
    "unit", ["1", "5 ", "5-", "5, ", "1.", "5 May ", "May 5, ", "the 5 ", "word ", "a", "Monday "]
)
def test_a_line_of_a_hundred_thousand_letters_is_read_to_its_end(unit: str):
    text = unit * (100_000 // len(unit))
    assert all(text[found.start : found.end] == found.as_written for found in find_periods(text, RELEASED))


def test_dates_are_read_without_pandas():
    code = "import sys; from loaders.dates import parse_period as p; p('5 May 2016'); print('pandas' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)), st.integers(1, 90), st.sampled_from(list(MONTHS)))
def test_a_range_in_words_comes_back(start: date, length: int, language: str):
    end = start + timedelta(days=length)
    names = MONTHS[language].split()
    text = RANGES[language].format(a=start, b=end, am=names[start.month - 1], bm=names[end.month - 1])
    assert parse_period(text) == Period(start, end, "day")


@given(st.dates(date(1970, 1, 1), date(2069, 10, 2)), st.integers(1, 90), st.sampled_from(FIGURES))
def test_a_range_in_figures_comes_back(start: date, length: int, form: tuple[str, str]):
    end = start + timedelta(days=length)
    figures, joint = form
    assert parse_period(f"{start:{figures}}{joint}{end:{figures}}") == Period(start, end, "day")


@given(TEXTS, st.none() | st.dates(), st.sampled_from(["dmy", "mdy"]))
def test_whatever_is_written_a_period_is_in_order_and_its_place_is_right(text, published, order):
    period = parse_period(text, published, order=order)
    assert period is None or (period.start <= period.end and list(period.days) == sorted(set(period.days)))
    found = find_periods(text, published, order=order)
    assert all(text[each.start : each.end] == each.as_written for each in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


@given(TEXTS)
def test_without_a_publication_only_a_dateline_is_counted_from(text: str):
    found = find_periods(text)
    counted = {"year from published", "counted from published"}
    if any(each.period is not None and counted & set(each.period.derived) for each in found):
        assert any(each.role == "dateline" for each in found)


def test_every_kind_of_word_is_used():
    assert {word.kind for word in words().values()} == set(LETTERS)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "may,en,month,6,",
            "date_words.csv line 3: 'may' is month 6 here but month 5 above; keep one of the two",
        ),
        ("june,en,moon,6,", "date_words.csv line 3: unknown kind 'moon'; one of month, "),
    ],
)
def test_a_file_of_words_that_contradicts_itself_says_where(tmp_path: Path, line: str, message: str):
    file = tmp_path / "date_words.csv"
    file.write_text(f"word,language,kind,value,note\nmay,en,month,5,\n{line}\n", encoding="utf-8")
    with pytest.raises(VocabularyError) as raised:
        read(file)
    assert str(raised.value).startswith(message)


# Dates that were changed or mistyped


@pytest.mark.parametrize(
    "text",
    [
        "moved from 4 to 5 May 2024",
        "postponed from May 2024 to June 2024",
        "aplazado del 4 al 5 de mayo de 2024",
        "was planned for 5 May 2024",
        "5 May 2024 (cancelled)",
        "5 May 2024, postponed",
        "annulé 5 mai 2020",
        "24-05-05",
        "l5 May 2019",
    ],
)
def test_a_date_that_was_changed_or_mistyped_is_not_guessed(text: str):
    assert parse_period(text) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("originally 4 May 2024, held 5 May 2024", date(2024, 5, 5), date(2024, 5, 5)),
        ("was planned for 4 May 2024 but held on 5-6 May 2024", date(2024, 5, 5), date(2024, 5, 6)),
        ("2020-05-04 to 06", date(2020, 5, 4), date(2020, 5, 6)),
        ("05-05-24", date(2024, 5, 5), date(2024, 5, 5)),
    ],
)
def test_what_was_held_is_read(text: str, first: date, last: date):
    period = parse_period(text)
    assert period is not None
    assert (period.start, period.end) == (first, last)


def test_the_same_day_of_two_years_is_two_days():
    period = parse_period("5 May 2019 and 5 May 2020")
    assert period is not None
    assert period.days == (date(2019, 5, 5), date(2020, 5, 5))


@pytest.mark.parametrize(
    "text", ["by the end of 2031", "before mid-May 2031", "until the end of May 2031", "d'ici fin 2031"]
)
def test_a_deadline_is_no_date_of_an_event(text: str):
    assert parse_period(text) is None


def test_the_french_word_for_until_is_also_one_for_in():
    assert parse_period("au début de mai 2031") == Period(
        date(2031, 5, 1), date(2031, 5, 31), "month", (), ("only part of it is named",)
    )


def test_the_last_week_of_a_month_is_not_the_week_before_publication():
    found = parse_period("the last week of March 2031", published="2031-06-05")
    assert found is not None
    assert (found.start, found.end, found.precision) == (date(2031, 3, 1), date(2031, 3, 31), "month")
    assert parse_period("the last week of March", published="2031-06-05") is None


def test_an_opening_has_the_year_of_the_close_that_one_sentence_tells_with_it():
    text = "The course opened on 30 December and closed on 3 January 2031."
    assert parse_period(text) == Period(
        date(2030, 12, 30), date(2031, 1, 3), "day", (), ("year from the close",)
    )
    assert parse_period("The project opened on 3 June. It will run until 7 July 2031.") is None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("30 December and 2 January 2031", date(2030, 12, 30), date(2031, 1, 2)),
        ("4 and 6 May 2031", date(2031, 5, 4), date(2031, 5, 6)),
    ],
)
def test_two_days_that_do_not_touch_stay_two_also_over_new_year(text: str, start: date, end: date):
    assert parse_period(text) == Period(start, end, "day", (start, end))


def test_the_same_cell_is_read_by_its_own_publication():
    assert [
        found and found.end.year
        for found in (parse_period("5 May", day) for day in ("2030-05-06", "2031-05-06"))
    ] == [
        2030,
        2031,
    ]
