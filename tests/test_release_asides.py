"""What an announcement tells aside is not its event, and what hid an event: menus, hours, parts, offices."""

from __future__ import annotations

import pytest

from loaders.press_release import read_announcement
from tests.drafts import bodies, countries, days, one


def place(text: str) -> tuple[str | None, str | None]:
    record = one(text).record
    return record["city"], record["host_country"]


# Places


def test_a_town_behind_several_words_for_it_is_where_the_event_was():
    text = "Police held a workshop on human trafficking for clerks in the northern Thai city of Chiang Rai in May 2019."
    assert place(text) == ("Chiang Rai", "THA")


def test_an_adjective_before_a_town_that_is_not_known_tells_the_country():
    text = (
        "The court held a training on human trafficking for officers of Uganda and Rwanda in the Kenyan border town of "
        "Ukutaniwele in May 2019."
    )
    assert place(text)[1] == "KEN"


def test_the_country_behind_the_town_of_an_embassy_is_not_the_host():
    text = (
        "A course on human trafficking for customs officers ended on 4 March 2015 at the College. Asked for by an "
        "attaché based at the Dutch Embassy in Nairobi, Kenya, the course was held for officers from Uganda and Rwanda."
    )
    assert place(text) == (None, None)


def test_a_town_somebody_only_speaks_of_is_not_where_the_event_was():
    text = (
        "A course on human trafficking for judges from Uganda and Rwanda ended on 4 March 2015. The head of the court "
        "said that “it is hard to find rooms for a course in Nairobi these days, and the judges liked it here.”"
    )
    assert place(text) == (None, None)


def test_a_town_behind_its_day_in_a_caption_is_where_the_event_was():
    text = (
        "Customs officers trained on human trafficking\n\nOfficers at the training, 3 May 2012, Arequipa, Peru "
        "(picture of the College).\n\nA training for customs officers of Chile, Peru and Brazil ended on 4 May 2012."
    )
    assert place(text) == ("Arequipa", "PER")


def test_a_country_that_leads_a_conference_holds_it_where_no_other_place_is_told():
    text = (
        "Kenya will lead a two-day conference on human trafficking that opens on 3 May 2012. Delegates from Uganda, "
        "Rwanda, Burundi and Tanzania come to it."
    )
    assert place(text) == (None, "KEN")


def test_a_town_behind_the_house_of_an_event_is_where_it_was():
    text = (
        "A seminar on human trafficking for officers from Chad, Niger and Mali took place on 3-4 May 2012 and was held "
        "at the Baobab Conference Centre, Lomé."
    )
    assert place(text) == ("Lomé", "TGO")


def test_a_country_at_war_is_not_where_the_event_was():
    text = (
        "Chisinau - A regional workshop on human trafficking was held in May 2023. It was attended by judges from Chad "
        "and Niger, who weighed what is done for victims in the context of the long war in Sudan."
    )
    assert place(text)[1] == "MDA"


def test_what_an_event_comes_after_is_not_its_place():
    text = (
        "LOMÉ – MPs from Kenya and Uganda met in Lomé on 3 May 2019 on human trafficking. The talks came after the "
        "Great Lakes Conference in Lusaka, Zambia, where MPs asked for it."
    )
    draft = one(text)
    assert draft.record["host_country"] == "TGO"
    assert draft.record["format"] == "meeting"


def test_a_state_s_own_site_tells_its_own_regional_course():
    text = (
        "On 3 May 2012 the local commission held a regional training on human trafficking for teachers, paid by the "
        "Norwegian fund. The training was attended by 25 teachers of six towns."
    )
    draft = one(text, url="https://trafficking.government.bg/en/news/1")
    assert draft.record["host_country"] == "BGR"
    assert countries(draft, "participant") == {"BGR"}


def test_a_media_event_held_online_does_not_take_the_place_from_the_course():
    text = (
        "Amman: Officers will take a course on human trafficking. At a press conference held virtually, "
        "the police told of the four-week programme, which will be held for 90 trainees."
    )
    draft = one(text)
    assert draft.record["host_country"] == "JOR"
    assert draft.record["format"] == "training"


# Days


def test_several_days_behind_during_are_days():
    text = "During March 7-8, 2019, IOM held a workshop on human trafficking in Lima, Peru."
    assert days(one(text)) == ("2019-03-07", "2019-03-08")
    text = "Lima - During March 7-8, the court held a workshop on human trafficking for 20 judges of Peru."
    assert days(one(text)) == ("XXXX-03-07", "XXXX-03-08")


def test_a_line_with_its_author_tells_what_yesterday_was():
    text = (
        "Trafficking on the agenda\n\nBy Una Nonesuch 13 March 2018, 12:00AM\n\nThe chief of police opened a seminar "
        "on human trafficking for 30 officers yesterday in Lima, Peru."
    )
    assert days(one(text)) == ("2018-03-12", None)


def test_a_dateline_below_a_menu_is_no_day_of_the_event_and_brackets_may_name_two_months():
    menu = "\n".join(f"Our Work {number}" for number in range(1, 19))
    text = (
        f"{menu}\n05/05/2014 – Our office last week (28/4 – 1/5) held a four-day course in Lima, Peru, for 35 judges "
        "who hear cases of human trafficking.\nThe course was asked for by the court."
    )
    assert days(one(text)) == ("2014-04-28", "2014-05-01")


def test_a_one_day_event_that_concluded_on_a_day_began_on_it():
    text = "A workshop on human trafficking concluded in Lima on 3 May 2012. The one-day event was held for 30 judges."
    assert days(one(text)) == ("2012-05-03", None)


def test_hours_between_two_days_make_them_first_and_last():
    text = (
        "Study visit on human trafficking\nMarch 12, 2019 @ 9:30 am - March 15, 2019 @ 4:00 pm\n"
        "Judges of Benin and Togo visit a shelter in Lima. The participants meet the police too."
    )
    assert days(one(text)) == ("2019-03-12", "2019-03-15")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "El taller sobre trata de personas se realiza en Lima ayer 28 y hoy, con 30 jueces.",
            ("2017-11-28", "2017-11-29"),
        ),
        (
            "Tomorrow, Thursday, IOM opens a workshop on human trafficking for 30 judges in Lima, Peru.",
            ("2017-11-30", None),
        ),
    ],
)
def test_days_told_by_two_words_are_those_days(text, expected):
    assert days(one(text, published="2017-11-29")) == expected


def test_the_day_of_a_yearly_day_is_not_that_of_a_meeting():
    text = (
        "Judges have met in Lomé for a two-day meeting on human trafficking. The court thinks of the European Day "
        "against Trafficking, which is marked on 18 October 2021, with a film."
    )
    assert days(one(text)) == (None, None)


def test_what_a_workshop_followed_on_gives_it_no_date():
    text = (
        "Un séminaire sur la traite des personnes s'est tenu à Lomé, au Togo. Le séminaire, faisant suite à un atelier "
        "à Kpalimé en mars 2011, a rassemblé 40 juges."
    )
    assert days(one(text)) == (None, None)


def test_the_years_of_a_plan_are_not_those_of_the_meeting_that_looks_at_it():
    text = (
        "At the two-day meeting on human trafficking in Lomé, judges weigh up a programme that started in 2009 and "
        "ended in 2014."
    )
    assert days(one(text)) == (None, None)


def test_days_in_brackets_behind_another_meeting_are_not_the_event_s():
    text = (
        "The Network held the fourth Coordinators Meeting on human trafficking in Lomé on 9 June 2014. The Meeting was "
        "told of what the Symposium in Nairobi (11-12 June 2013) and the Ministerial Conference had asked for."
    )
    draft = one(text)
    assert days(draft) == ("2014-06-09", None)
    assert draft.record["format"] == "meeting"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "The course on human trafficking opened March 4 and continues until March 6.",
            ("XXXX-03-04", "XXXX-03-06"),
        ),
        (
            "A three-day seminar on human trafficking will be held from next Monday, May 3, for 20 judges.",
            ("XXXX-05-03", "XXXX-05-05"),
        ),
        (
            "Courses on human trafficking were held for police on 4 and 5 March and on 11 and 12 March 2013.",
            ("2013-03-04", "2013-03-12"),
        ),
    ],
)
def test_the_last_day_is_read_where_an_event_goes_on_or_has_sessions(told, expected):
    assert days(one(f"{told} It takes place in Lima, Peru.")) == expected


def test_the_days_an_event_is_told_to_fill_count_before_the_day_it_ends_on():
    text = (
        "Representantes de Chile y Perú revisan en Arica, este jueves y viernes, la trata de personas. El taller, "
        "que se desarrolla allí, concluirá mañana, viernes."
    )
    assert days(one(text, published="2019-05-16")) == ("2019-05-16", "2019-05-17")


def test_the_month_an_agreement_was_signed_in_is_not_the_event_s():
    text = (
        "Ethiopia: IOM held a two-day course on human trafficking for 18 judges in Adama. The course is part of an "
        "agreement signed by both courts in March 2014."
    )
    assert days(one(text)) == (None, None)


# Formats


def test_an_exercise_on_a_day_of_a_workshop_leaves_it_a_workshop():
    text = (
        "Police organized a workshop on human trafficking in Lima, Peru, on 5-7 May 2019. On the last afternoon a mock "
        "trial was run as the close of the workshop for 20 judges."
    )
    assert one(text).record["format"] == "workshop"


def test_an_inter_ministerial_meeting_is_a_meeting():
    text = "The Ministry held an inter-ministerial meeting on human trafficking in Lima, Peru, on 2 February 2019."
    assert one(text).record["format"] == "meeting"


def test_the_name_of_a_conference_tells_what_the_event_was():
    text = (
        "LIMA, Peru – Panels of the Third Continental Conference on Human Trafficking look at banks. The event (3 and "
        "4 May 2012) has gathered 250 officers."
    )
    assert one(text).record["format"] == "conference"


def test_the_opening_of_a_conference_with_a_long_name_reports_it():
    text = (
        "The judge spoke on human trafficking during the opening ceremony of a two-day Yearly Learning and Better "
        "Practice Conference on the law of 2015 in Lilongwe."
    )
    draft = one(text)
    assert draft.record["host_country"] == "MWI"
    assert draft.record["format"] == "conference"


# People


def test_a_delegation_and_those_drawn_from_countries_came():
    text = (
        "A workshop on human trafficking for Zambian legislators is held in Kigali, Rwanda, on 3 May 2012. Other MPs "
        "come from Togo and Benin. A delegation from Sweden takes part in the workshop, too."
    )
    assert countries(one(text), "participant") == {"ZMB", "TGO", "BEN", "SWE"}


def test_a_long_list_of_counts_by_country_is_read_to_its_end():
    text = (
        "A course on human trafficking was held in Tunis on 3 May 2022 for 60 trainees, of which nine were from "
        "Bahrain, six from Oman, twenty from Kuwait, two from Qatar, four from Egypt, three from Jordan, "
        "two from Iraq, two from Sudan, two from Yemen, two from Lebanon and two from Morocco."
    )
    assert countries(one(text), "participant") >= {"BHR", "YEM", "LBN", "MAR"}


def test_those_of_the_bodies_in_a_country_came_from_it():
    text = (
        "Doha: A course on human trafficking brought together representatives from national entities in Qatar and "
        "delegations from other countries on 3-5 May 2022."
    )
    assert countries(one(text), "participant") == {"QAT"}


def test_countries_named_as_examples_did_not_come():
    text = (
        "A seminar on human trafficking was opened in Lima on 3 May 2014. The general said at the opening that it "
        "matters to southern countries (like Greece, Spain and Portugal)."
    )
    assert countries(one(text), "participant").isdisjoint({"GRC", "ESP", "PRT"})


def test_a_national_course_held_online_is_for_the_people_of_its_country():
    text = (
        "IOM organised an online training on human trafficking for social workers on 3 May 2021. The training, held "
        "online, was attended by 20 social workers."
    )
    draft = one(text, url="https://turkmenistan.un.org/en/1-online-training")
    assert draft.record["host_country"] is None
    assert countries(draft, "participant") == {"TKM"}


def test_people_of_a_government_came_but_governments_that_organised_did_not():
    text = (
        "Chadian government representatives from two ministries attended a seminar on human trafficking in Lima, Peru, "
        "on 5 May 2019. The seminar was arranged by the Commission with the governments of Canada and Norway."
    )
    came = countries(one(text), "participant")
    assert "TCD" in came
    assert came.isdisjoint({"CAN", "NOR"})


def test_a_body_that_runs_the_house_is_no_organiser():
    text = (
        "A simulation exercise on human trafficking was held at the Carabinieri-run Centre in Rome, Italy, on 4 May "
        "2011 for 50 practitioners from over 20 countries."
    )
    draft = one(text)
    assert not any("arabinieri" in name for name in bodies(draft, "organiser"))
    assert countries(draft, "participant") == set()


def test_people_behind_a_long_name_of_a_body_came_from_its_country():
    text = (
        "L'OIM a tenu un atelier sur la traite des personnes à Dakar le 3 mai 2012. Puis 12 délégués du "
        "Bureau Inspection de l'Institut Supérieur d'Agronomie Tropicale du Togo ont été formés."
    )
    assert countries(one(text), "participant") == {"TGO"}


def test_two_counts_of_those_a_course_was_given_to_are_added_up():
    text = (
        "The police held a course on human trafficking in Lima, Peru, in May 2019. The course was offered "
        "to twelve officers of the Harbour Branch and twelve officers of the Airport Branch."
    )
    assert one(text).record["participants"]["total"] == 24


def test_cooperation_among_countries_does_not_bring_their_people():
    text = (
        "A course on human trafficking for police in Lima, Peru, opened on 3 May 2012. It strengthens exchanges "
        "of data among the countries of the coast."
    )
    assert countries(one(text), "participant") == {"PER"}


def test_two_countries_that_agree_at_a_meeting_were_there():
    text = (
        "Chad and Niger have signed a plan against human trafficking. It was signed at the end of a meeting in Lomé, "
        "Togo, on 3 May 2012. The meeting was organised by IOM."
    )
    assert countries(one(text), "participant") == {"TCD", "NER"}


def test_countries_where_a_course_will_be_held_next_did_not_come():
    text = (
        "La OIM realizó un taller sobre trata de personas en Lima, Perú, el 3 de mayo de 2012, con 20 jueces del Perú. "
        "El taller también se llevará a cabo en tres países: Chile, Bolivia y Ecuador."
    )
    assert countries(one(text), "participant") == {"PER"}


def test_a_donor_s_department_is_not_where_a_course_was():
    text = (
        "The court in Djibouti\nIOM, the United States Department of Justice and the court are this week hosting a "
        "seminar on human trafficking for 20 judges. The seminar, from 3 to 5 May, brings together judges and experts "
        "from the United States."
    )
    assert place(text)[1] != "USA"


def test_the_ministers_of_the_authorities_in_several_countries_came():
    text = (
        "Doha: The forum has recommended more help for victims of human trafficking. The two-day forum ended "
        "yesterday. Its last session was attended by ministers and by heads of the agencies involved in Kuwait, Oman "
        "and Jordan."
    )
    draft = one(text, published="2022-05-18")
    assert draft.record["host_country"] == "QAT"
    assert countries(draft, "participant") == {"KWT", "OMN", "JOR"}


# Pages


def test_somebody_who_spoke_today_at_a_seminar_reports_it():
    text = (
        "LOMÉ, 3 June 2014 – The judge today stressed the need for shelters for victims of human trafficking at a "
        "regional seminar on the crime."
    )
    draft = one(text)
    assert draft.record["host_country"] == "TGO"
    assert draft.record["format"] == "seminar"


def test_what_is_told_above_does_not_make_a_course_an_earlier_one():
    text = (
        "La trata de personas crece. Lo anterior se supo en el curso sobre trata de personas impartido por la OIM a 41 "
        "jueces en Lima, Perú."
    )
    assert one(text).record["participants"]["total"] == 41


def test_who_took_the_initiative_for_a_course_held_it():
    text = "L'OIM Tchad a pris l'initiative d'organiser en mai une formation sur la traite pour 20 juges."
    draft = one(text)
    assert draft.record["format"] == "training"
    assert draft.record["host_country"] == "TCD"


def test_a_sentence_with_a_title_in_quotation_marks_is_not_said_by_anybody():
    text = (
        "The court opened the workshop “Stronger inquiries across all regions into the grave crime of smuggling of "
        "migrants and what the police can do” to plan. Lima, Peru, is the seat of the court, which asked for "
        "the help of the police of Peru."
    )
    assert one(text).record["host_country"] == "PER"


def test_a_paper_that_draws_on_forums_reports_none():
    text = (
        "Weak spots for human trafficking\n\nUsing findings from a number of island forums and meetings conducted by "
        "the Australian Federal Police, this paper tells what makes islands weak."
    )
    assert read_announcement(text) == []


def test_what_came_of_a_conference_does_not_make_a_page_on_it_an_announcement():
    text = (
        "Panel on Human Trafficking\n\nThe Panel writes to ministers each year. The Panel was set up at the Third "
        "Continental Conference, held in Lima on 3 May 2012."
    )
    assert read_announcement(text) == []


def test_a_course_on_forged_documents_for_border_guards_is_an_event():
    text = (
        "A five-day course on forged documents ended in Nakuru, Kenya, on 10 May 2013. Eighteen border guards of Kenya "
        "took part in it."
    )
    draft = one(text)
    assert days(draft) == ("2013-05-06", "2013-05-10")
    assert draft.record["host_country"] == "KEN"


def test_a_page_that_offers_courses_on_forged_documents_reports_none():
    text = (
        "How to spot forged documents\n\nOur courses show border guards what to look for. Teachers use their own "
        "exercises, and each course can be held in any language."
    )
    assert read_announcement(text) == []
