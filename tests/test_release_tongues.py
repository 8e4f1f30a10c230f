"""Announcements in French, Spanish, Portuguese and Russian: the many verbs of holding, opening, closing and paying."""

from __future__ import annotations

import pytest

from loaders.press_release import read_announcement
from loaders.release_words import cues, tokens_of
from tests.drafts import bodies, countries, days, one

THREE_DAYS = ("2021-05-03", "2021-05-05")


def test_a_phrase_may_hold_words_of_which_one_stands_there():
    for text in ("con fondos de la OIM", "con fondos del Gobierno"):
        assert ("role", "funder after") in {(cue.kind, cue.meaning) for cue in cues(tokens_of(text), "es")}
    found = cues(tokens_of("con fondos para la OIM"), "es")
    assert ("role", "funder after") not in {(cue.kind, cue.meaning) for cue in found}


# Held


@pytest.mark.parametrize(
    "verb",
    [
        "a mis sur pied", "a réalisé", "a mené", "a donné", "a assuré", "a piloté", "a monté", "a délivré",
        "vient de tenir", "vient de boucler", "a clos", "a inauguré", "a entamé", "a coorganisé", "organisait",
    ],
)  # fmt: skip
def test_what_a_body_held_is_read_in_french(verb):
    text = f"Le PNUD {verb} une formation sur la traite des personnes pour 20 juges du 3 au 5 mai 2021 à Lomé, au Togo."
    assert days(one(text)) == THREE_DAYS
    assert "United Nations Development Programme" in bodies(one(text), "organiser")


@pytest.mark.parametrize(
    "verb",
    [
        "dictó", "efectuó", "coordinó", "promovió", "llevó adelante", "está impartiendo", "acaba de celebrar",
        "ha desarrollado", "condujo", "puso en marcha", "albergó", "lidera", "viene de organizar", "fue anfitrión de",
    ],
)  # fmt: skip
def test_what_a_body_held_is_read_in_spanish(verb):
    text = f"El PNUD {verb} un taller sobre trata de personas para 20 jueces del 3 al 5 de mayo de 2021 en Quito."
    assert days(one(text)) == THREE_DAYS
    assert "United Nations Development Programme" in bodies(one(text), "organiser")


@pytest.mark.parametrize(
    "verb",
    [
        "levou a cabo", "conduziu", "executou", "dinamizou", "está a realizar", "está a ministrar", "está realizando",
        "tem vindo a realizar", "acaba de realizar", "efetuou", "ofereceu", "deu", "coorganizou", "levou a efeito",
    ],
)  # fmt: skip
def test_what_a_body_held_is_read_in_portuguese(verb):
    text = (
        f"O PNUD {verb} um curso sobre tráfico de pessoas para 20 juízes de 3 a 5 de maio de 2021 em Maputo."
    )
    assert days(one(text)) == THREE_DAYS
    assert "United Nations Development Programme" in bodies(one(text), "organiser")


@pytest.mark.parametrize(
    "verb", ["устроила", "осуществила", "созвала", "провела", "организовала", "завершила"]
)
def test_what_a_body_held_is_read_in_russian(verb):
    text = f"3–5 мая 2021 года в Ташкенте МОМ {verb} тренинг по противодействию торговле людьми для 20 судей."
    assert days(one(text)) == THREE_DAYS
    assert "International Organization for Migration" in bodies(one(text), "organiser")


@pytest.mark.parametrize(
    "text",
    [
        "Un atelier sur la traite des personnes a été mené du 3 au 5 mai 2021 à Lomé, au Togo.",
        "Un atelier sur la traite des personnes a connu la participation de 20 juges du 3 au 5 mai 2021 à Lomé.",
        "Un taller sobre trata de personas se dictó del 3 al 5 de mayo de 2021 en Quito, Ecuador.",
        "Del 3 al 5 de mayo de 2021 tiene lugar en Quito un taller sobre trata de personas.",
        "Um seminário sobre tráfico de pessoas foi levado a cabo de 3 a 5 de maio de 2021 em Maputo.",
        "Um seminário sobre tráfico de pessoas desenrolou-se de 3 a 5 de maio de 2021 em Maputo.",
        "Семинар по противодействию торговле людьми объединил 20 судей 3–5 мая 2021 года в Ташкенте.",
    ],
)
def test_what_took_place_is_read_whatever_its_verb(text):
    assert days(one(text)) == THREE_DAYS


# Opened and closed


@pytest.mark.parametrize(
    "text",
    [
        "Un atelier de trois jours sur la traite des personnes a officiellement débuté le lundi 3 mai 2021 à Lomé.",
        "Un atelier de trois jours sur la traite des personnes est arrivé à son terme le mercredi 5 mai 2021 à Lomé.",
        "Un atelier de trois jours sur la traite des personnes vient de prendre fin ce mercredi 5 mai 2021 à Lomé.",
        "Un taller de tres días sobre trata de personas tuvo inicio el lunes 3 de mayo de 2021 en Quito.",
        "Un taller de tres días sobre trata de personas se dio por concluido el miércoles 5 de mayo de 2021 en Quito.",
        "Um seminário de três dias sobre tráfico de pessoas foi finalizado a 5 de maio de 2021 em Maputo.",
        "Um seminário de três dias sobre tráfico de pessoas foi lançado a 3 de maio de 2021 em Maputo.",
        "5 мая 2021 года в Ташкенте подошёл к концу трёхдневный семинар по противодействию торговле людьми.",
        "3 мая 2021 года в Ташкенте начался семинар по противодействию торговле людьми, который продлится три дня.",
    ],
)
def test_the_days_are_counted_from_the_opening_or_back_from_the_close(text):
    assert days(one(text)) == THREE_DAYS


# Paid


@pytest.mark.parametrize(
    "paid",
    [
        "Le financement de l'atelier a été assuré par l'Union européenne.",
        "Les fonds proviennent de l'Union européenne.",
        "L'atelier a été intégralement pris en charge par l'Union européenne.",
        "L'atelier, financé à hauteur de 40 000 euros par l'Union européenne, a duré une matinée.",
        "Le coût de l'atelier a été supporté par l'Union européenne.",
    ],
)
def test_who_paid_is_read_in_french(paid):
    text = f"L'OIM a tenu un atelier sur la traite des personnes à Lomé le 3 mai 2021. {paid}"
    assert "European Union" in bodies(one(text), "funder")


@pytest.mark.parametrize(
    "paid",
    [
        "El financiamiento provino de la Unión Europea.",
        "Los fondos fueron aportados por la Unión Europea.",
        "La Unión Europea sufragó los gastos del taller.",
        "El financiamiento estuvo a cargo de la Unión Europea.",
        "El taller se realizó gracias a fondos de la Unión Europea.",
    ],
)
def test_who_paid_is_read_in_spanish(paid):
    text = f"La OIM organizó un taller sobre trata de personas en Quito el 3 de mayo de 2021. {paid}"
    assert "European Union" in bodies(one(text), "funder")


@pytest.mark.parametrize(
    "paid",
    [
        "O financiamento foi assegurado pela União Europeia.",
        "O financiamento veio da União Europeia.",
        "A União Europeia suportou os custos do seminário.",
        "Os fundos foram disponibilizados pela União Europeia.",
        "O seminário teve o financiamento da União Europeia.",
    ],
)
def test_who_paid_is_read_in_portuguese(paid):
    text = f"A OIM organizou um seminário sobre tráfico de pessoas em Maputo a 3 de maio de 2021. {paid}"
    assert "European Union" in bodies(one(text), "funder")


@pytest.mark.parametrize(
    "text",
    [
        "L'OIM a mené une étude sur la traite des personnes de mai à juin 2021 à Lomé.",
        "El tribunal dictó el 3 de mayo de 2021 en Quito una sentencia por trata de personas.",
        "A polícia levou a cabo a 3 de maio de 2021 em Maputo uma operação contra o tráfico de pessoas.",
        "3 мая 2021 года в Ташкенте начался суд над торговцем людьми.",
    ],
)
def test_a_study_a_verdict_and_a_raid_are_no_event(text):
    assert read_announcement(text) == []


FR_HELD = "L'OIM a tenu un atelier sur la traite des personnes à Lomé le 3 mai 2021."
ES_HELD = "La OIM celebró un taller sobre trata de personas en Quito el 3 de mayo de 2021."
RU_HELD = "МОМ провела 3 мая 2021 года в Ташкенте семинар по торговле людьми."
HELD = "A OIM realizou um seminário sobre tráfico de pessoas em Maputo a 3 de maio de 2021."


@pytest.mark.parametrize(
    "text",
    [
        f"{FR_HELD} Un refuge pour femmes, financé par l'Union européenne, ouvrira à Kara.",
        f"{ES_HELD} Un estudio anterior, financiado por Canadá, mostró que los casos crecen.",
        f"{HELD} Um abrigo financiado pela União Europeia abrirá em Nampula.",
        f"{RU_HELD} Приют, финансируемый Европейским союзом, откроется в Самарканде.",
    ],
)
def test_who_paid_for_a_shelter_or_a_study_did_not_pay_for_the_event(text):
    assert bodies(one(text), "funder") == set()


@pytest.mark.parametrize(
    "text",
    [
        f"{FR_HELD} Depuis 2018, 400 policiers ont été formés par le projet.",
        f"{ES_HELD} Desde 2018 se ha capacitado a 400 policías en todo el país.",
        f"{HELD} Desde 2018 foram formados 400 polícias em todo o país.",
        f"{HELD} O projeto prevê formar 300 agentes até 2023.",
        f"{RU_HELD} С 2018 года обучено 400 полицейских.",
    ],
)
def test_those_trained_over_years_or_yet_to_be_trained_did_not_come(text):
    assert one(text).record["participants"]["total"] is None


def test_those_trained_by_a_body_that_is_at_work_since_a_year_came():
    text = "3 мая 2021 года в Лиме фонд, который работает с 2018 года, провёл семинар о торговле людьми для 20 судей."
    assert one(text).record["participants"]["total"] == 20


def test_an_event_that_had_been_held_before_is_another():
    text = f"{FR_HELD} Un premier atelier s'était tenu à Kara du 4 au 6 avril 2021."
    assert days(one(text)) == ("2021-05-03", None)


@pytest.mark.parametrize(
    "told",
    [
        "Организатор семинара – МОМ.",
        "Мероприятие организовала МОМ.",
        "Семинар проводит МОМ.",
        "Мероприятие проведено Международной организацией по миграции.",
    ],
)
def test_who_organised_is_read_behind_a_dash_and_behind_the_verb(told):
    text = f"Семинар по торговле людьми собрал 20 судей в Ташкенте 3 мая 2021 года. {told}"
    assert bodies(one(text), "organiser") == {"International Organization for Migration"}


@pytest.mark.parametrize(
    ("told", "body"),
    [
        ("при финансовой поддержке Европейского союза", "European Union"),
        ("на средства Евросоюза", "European Union"),
        ("при финансовой помощи Правительства Японии", "Government of Japan"),
    ],
)
def test_who_paid_is_read_in_any_russian_case(told, body):
    text = f"3 мая 2021 года в Ташкенте МОМ провела семинар по торговле людьми. Мероприятие прошло {told}."
    assert bodies(one(text), "funder") == {body}


def test_who_gave_money_with_its_support_paid():
    text = f"{RU_HELD} Его поддержало Посольство США, которое выделило средства."
    assert bodies(one(text), "funder") == {"Embassy of the United States in Uzbekistan"}


# Where, who came, who taught


def test_a_list_of_countries_runs_over_articles_that_are_cut_short():
    text = (
        "Une réunion sur la traite des personnes s'est tenue à Lomé les 3 et 4 mai 2021. "
        "Des délégués du Togo, d'Égypte, de l'Ouganda et de Tunisie y ont pris part."
    )
    assert countries(one(text), "participant") == {"TGO", "EGY", "UGA", "TUN"}


def test_a_town_that_bears_the_name_of_another_is_the_one_of_the_country_named():
    text = "Puno: la reunión sobre trata de personas se celebró el 3 de mayo de 2021 con jueces de Perú y Bolivia."
    assert one(text).record["host_country"] == "PER"


def test_a_capital_told_by_its_country_is_where_the_event_was_and_nobody_who_came():
    text = (
        "La capitale djiboutienne a servi de cadre les 3 et 4 mai 2021 à une réunion sur la traite des personnes. "
        "Des juges du Kenya et d'Ouganda y ont pris part."
    )
    assert one(text).record["host_country"] == "DJI"
    assert countries(one(text), "participant") == {"KEN", "UGA"}


@pytest.mark.parametrize(
    ("text", "taught"),
    [
        (f"{FR_HELD} Un magistrat belge a exposé une affaire récente.", {"BEL"}),
        (f"{FR_HELD} Sous la houlette d'une formatrice béninoise, les juges ont lu des dossiers.", {"BEN"}),
        (
            f"{FR_HELD} L'atelier était dispensé par deux commissaires belges et une psychologue suisse.",
            {"BEL", "CHE"},
        ),
        (f"{ES_HELD} Dos fiscales de Chile mostraron cómo seguir el dinero.", {"CHL"}),
        (f"{ES_HELD} Un especialista colombiano explicó cómo entrevistar a un niño.", {"COL"}),
        (f"{HELD} Uma juíza portuguesa partilhou casos do seu tribunal.", {"PRT"}),
        (f"{RU_HELD} Занятия вели следователи из Литвы.", {"LTU"}),
        (f"{RU_HELD} Два прокурора из Молдовы рассказали о своей работе.", {"MDA"}),
    ],
)
def test_those_few_who_taught_are_experts(text, taught):
    assert countries(one(text), "expert") == taught


@pytest.mark.parametrize(
    "text",
    [
        f"{FR_HELD} Deux victimes nigérianes ont raconté leur histoire.",
        f"{ES_HELD} Dos participantes de Chile compartieron sus casos.",
        f"{HELD} Uma vítima angolana falou do seu caminho.",
    ],
)
def test_victims_and_those_who_came_are_no_experts(text):
    assert countries(one(text), "expert") == set()


@pytest.mark.parametrize(
    "text",
    [
        f"{FR_HELD} Le ministre a rappelé que plus de 8 000 personnes ont traversé la mer.",
        f"{ES_HELD} La ministra señaló que cerca de 900 personas cruzaron la frontera.",
        f"{HELD} A ministra lembrou que 900 pessoas chegaram à costa.",
    ],
)
def test_those_somebody_speaks_of_did_not_come(text):
    assert one(text).record["participants"]["total"] is None


@pytest.mark.parametrize(
    "text",
    [
        "Un atelier sur la traite que le PNUD a organisé a réuni 20 juges à Lomé le 3 mai 2021.",
        "Una reunión sobre trata de personas se celebró en Quito el 3 de mayo de 2021. La organizó el PNUD.",
        "El taller sobre trata que el PNUD y la OIM facilitaron en Quito el 3 de mayo de 2021 reunió a 20 jueces.",
    ],
)
def test_who_organised_is_read_where_the_event_stands_before_the_verb(text):
    assert "United Nations Development Programme" in bodies(one(text), "organiser")


def test_a_body_named_for_several_tasks_is_one():
    text = (
        f"{ES_HELD} La sufragó la Oficina de Población, Refugiados y Migración (PRM) de los Estados Unidos."
    )
    paid = bodies(one(text), "funder")
    assert paid == {"United States Department of State, Bureau of Population, Refugees, and Migration"}


@pytest.mark.parametrize(
    "text",
    [
        f"{ES_HELD} La embajada anunció que en agosto habrá un curso parecido en Bogotá.",
        f"{FR_HELD} Une formation similaire est prévue à Dakar.",
    ],
)
def test_where_another_such_event_is_to_be_is_not_where_the_event_was(text):
    assert one(text).record["city"] in {"Quito", "Lomé"}


# Days


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Brasília, 30 de julho de 2015. O PNUD realizou um curso sobre tráfico de pessoas nos dias 28 e 29.",
         ("2015-07-28", "2015-07-29")),
        ("Lima, 2 de agosto de 2021. La OIM celebró un taller sobre trata de personas en Lima los días 28 y 29.",
         ("2021-07-28", "2021-07-29")),
        ("Lima, 2 de agosto de 2021. La OIM celebrará un taller sobre trata de personas en Lima el viernes 6.",
         ("2021-08-06", None)),
        ("Dakar, le 2 août 2021. L'OIM a tenu un atelier sur la traite des personnes à Dakar mercredi 28 et jeudi 29.",
         ("2021-07-28", "2021-07-29")),
        ("A OIM abriu na quarta-feira (6 de novembro de 2024) um curso sobre tráfico de pessoas até sexta, dia 8.",
         ("2024-11-06", "2024-11-08")),
        ("Lima, 2 de agosto de 2021. La OIM celebró un taller sobre trata el 30 de julio; el día 10 saldrá un informe.",
         ("2021-07-30", None)),
    ],
)  # fmt: skip
def test_days_without_their_month_are_read_against_the_day_before_them(text, told):
    assert days(one(text)) == told


def test_a_day_that_is_not_the_day_of_the_week_told_is_none():
    text = "Lima, 2 de agosto de 2021. La OIM celebró un taller sobre trata de personas en Lima el lunes 29."
    assert "29" not in str(days(one(text))[0])


@pytest.mark.parametrize(
    ("since", "shown"),
    [
        ("desde segunda-feira, num curso de quatro dias", "2022-05-24"),
        ("desde segunda-feira 23 até hoje, quinta-feira 26 de maio de 2022, num curso", "2022-05-26"),
    ],
)
def test_since_a_day_of_the_week_is_the_beginning(since, shown):
    text = f"Os juízes estão reunidos na cidade de Maputo {since} sobre o tráfico de pessoas."
    assert days(one(text, published=shown)) == ("2022-05-23", "2022-05-26")


def test_a_russian_sentence_may_open_with_its_day():
    text = "11 мая 2021 г. в Баку прошёл семинар по борьбе с торговлей людьми."
    assert days(one(text)) == ("2021-05-11", None)


@pytest.mark.parametrize(
    "text",
    [
        f"{HELD} O projeto já capacitou mais de 900 agentes em todo o país.",
        f"{HELD} Inscreveram-se 60 procuradores.",
        f"{ES_HELD} El proyecto ya ha formado a 900 agentes en el país.",
    ],
)
def test_those_trained_already_and_those_who_applied_did_not_come(text):
    assert one(text).record["participants"]["total"] is None


# More of Russian


@pytest.mark.parametrize(
    ("told", "body"),
    [
        ("Его подготовило Бюро ОБСЕ в Баку.", "OSCE Project Co-ordinator in Baku"),
        ("Организатором выступила Миссия ОБСЕ в Молдове.", "OSCE Mission to Moldova"),
        ("Семинар провёл Координатор проектов ОБСЕ в Украине.", "OSCE Project Co-ordinator in Ukraine"),
    ],
)
def test_field_offices_are_organisers_in_russian_too(told, body):
    text = f"Семинар по торговле людьми собрал 20 судей в Ташкенте 3 мая 2021 года. {told}"
    assert bodies(one(text), "organiser") == {body}


@pytest.mark.parametrize(
    ("told", "taught"),
    [
        ("Судья из Италии показал, как строить обвинение.", {"ITA"}),
        ("Опытом поделились инспекторы из Польши и Румынии.", {"POL", "ROU"}),
    ],
)
def test_a_judge_from_abroad_taught(told, taught):
    assert countries(one(f"{RU_HELD} {told}"), "expert") == taught


def test_people_are_counted_in_any_russian_case():
    assert one(f"{RU_HELD} Двадцати участникам вручили свидетельства.").record["participants"]["total"] == 20


def test_a_course_without_day_and_town_in_its_sentence_is_an_event_in_russian():
    text = "МИНСК, 3 июня 2019 г. – В академии начались курсы повышения квалификации. Тема – борьба с торговлей людьми."
    assert one(text).record["format"] == "training"


def test_trainings_a_body_gives_at_all_times_are_no_event_in_russian():
    text = "Фонд помогает жертвам торговли людьми. Он проводит тренинги для судей и семинары для учителей."
    assert read_announcement(text) == []


def test_who_promoted_it_is_its_organiser():
    text = f"{HELD} Foi o PNUD quem o promoveu."
    assert "United Nations Development Programme" in bodies(one(text), "organiser")


# Lists of those who came


@pytest.mark.parametrize(
    "told",
    [
        "Le Mali, le Bénin et le Ghana étaient représentés.",
        "Le Mali, le Bénin et le Ghana y ont envoyé des délégués.",
        "L'atelier a réuni des policiers du Mali, du Bénin et du Ghana.",
        "Trois pays étaient représentés, à savoir le Mali, le Bénin et le Ghana.",
        "L'atelier a connu la participation du Mali, du Bénin et du Ghana.",
        "Vingt officiers en provenance du Mali, du Bénin et du Ghana ont été formés.",
    ],
)
def test_the_countries_that_came_are_read_in_french(told):
    assert countries(one(f"{FR_HELD} {told}"), "participant") == {"MLI", "BEN", "GHA"}


@pytest.mark.parametrize(
    "told",
    [
        "Los asistentes llegaron de Chile, Perú y Bolivia.",
        "Chile, Perú y Bolivia enviaron delegados.",
        "El taller contó con la participación de Chile, Perú y Bolivia.",
        "Veinte oficiales de Chile, Perú y Bolivia recibieron formación.",
    ],
)
def test_the_countries_that_came_are_read_in_spanish(told):
    assert countries(one(f"{ES_HELD} {told}"), "participant") == {"CHL", "PER", "BOL"}


@pytest.mark.parametrize(
    "told",
    [
        "Participaram juízes de Angola, Brasil e Portugal.",
        "Angola, Brasil e Portugal estiveram representados.",
        "Três países fizeram-se representar, nomeadamente Angola, Brasil e Portugal.",
        "O seminário contou com a participação de Angola, Brasil e Portugal.",
        "Vinte agentes de Angola, Brasil e Portugal receberam formação.",
    ],
)
def test_the_countries_that_came_are_read_in_portuguese(told):
    assert countries(one(f"{HELD} {told}"), "participant") == {"AGO", "BRA", "PRT"}


@pytest.mark.parametrize(
    "told",
    [
        "Казахстан, Кыргызстан и Таджикистан направили своих делегатов.",
        "Были представлены Казахстан, Кыргызстан и Таджикистан.",
    ],
)
def test_the_countries_that_came_are_read_in_russian(told):
    assert countries(one(f"{RU_HELD} {told}"), "participant") == {"KAZ", "KGZ", "TJK"}


@pytest.mark.parametrize(
    "text",
    [
        f"{FR_HELD} Les passeurs opèrent entre le Mali, le Bénin et le Ghana.",
        f"{ES_HELD} Víctimas de Chile, Perú y Bolivia son explotadas en Europa.",
        f"{HELD} O projeto é implementado em Angola, Brasil e Portugal.",
        f"{RU_HELD} Жертвы из Казахстана, Кыргызстана и Таджикистана попадают в рабство.",
    ],
)
def test_countries_of_routes_victims_and_projects_did_not_come(text):
    assert len(countries(one(text), "participant")) < 2


def test_who_paid_is_no_second_organiser_behind_a_list_of_two():
    text = (
        "O seminário sobre tráfico de pessoas teve lugar em Maputo a 3 de maio de 2021. Foi organizado pela "
        "OIM e pelo PNUD, com financiamento do Governo da Noruega."
    )
    assert "Government of Norway" not in bodies(one(text), "organiser")


@pytest.mark.parametrize(
    "told",
    [
        "Более 90 участников представляют Литву, Латвию и Польшу.",
        "Делегаты представляли Литву, Латвию и Польшу.",
    ],
)
def test_those_who_represent_their_countries_came(told):
    assert countries(one(f"{RU_HELD} {told}"), "participant") == {"LTU", "LVA", "POL"}


@pytest.mark.parametrize(
    "text",
    [
        f"{FR_HELD} Les participants, au nombre de 25, ont travaillé en groupes.",
        f"{FR_HELD} Ils étaient 25 magistrats à suivre les travaux.",
        f"{ES_HELD} Fueron 25 los jueces que participaron.",
        f"{HELD} Foram 25 os juízes que participaram.",
    ],
)
def test_a_count_that_stands_apart_from_those_who_came_is_theirs(text):
    assert one(text).record["participants"]["total"] == 25


def test_near_is_about_in_portuguese():
    people = one(f"{HELD} Perto de 25 juízes participaram.").record["participants"]
    assert (people["total"], people["approximate"]) == (25, True)


def test_victims_counted_apart_did_not_come():
    text = f"{ES_HELD} Fueron 25 las víctimas que recibieron ayuda."
    assert one(text).record["participants"]["total"] is None
