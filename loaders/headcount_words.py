"""What each word of a text is to a reader of headcounts, as one letter: a noun of people, "at least", "including".

The nouns are data/vocabulary/people_words.csv; the few words that join, limit or rule out a number are here.

    P participants   R a profession   G people in general   W women   M men   p a single person
    S those an event is about (victims)   X things counted (countries, days)   g a group   K attendance
    ~ exactly, only: nothing changes
    q about   l at least   i min   u at most   b between   t to   | or   & and   N another   T in total   E each, per
    I including   Y of whom   w them   F from   O of   H the   A a, an   B were   V attended   e online
    k arrested, rescued: those counted did not attend   r identified: the same, but only as "were identified"
    s trafficked, migrant: people in general so described did not attend
    Z out of: the number after it is the whole
    % per cent, million; $ a currency: the number beside it counts no heads
    L Article, Session: the number after it counts nothing   D a month   v several   z any other small word
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from loaders import sheets

FILE = "people_words.csv"
KINDS = {
    "participant": "P",
    "role": "R",
    "person": "G",
    "women": "W",
    "men": "M",
    "subject": "S",
    "not people": "X",
    "group": "g",
    "label": "K",
}

Phrases = dict[str, list[tuple[tuple[str, ...], str]]]


@dataclass(frozen=True)
class Lexicon:
    """Letters of single words, of words that stand together (by the first), and the languages of the nouns."""

    letters: dict[str, str]
    phrases: Phrases
    languages: dict[str, frozenset[str]]


_SMALL_WORDS = {
    "q": """about abt cca around approximately approx appr roughly some circa ca c nearly almost close_to an_estimated
        estimated est more_or_less or_so odd in_the_region_of in_the_order_of in_the_vicinity_of
        tbc planned expected
        environ env quelque pres_de autour_de de_l'_ordre_de a_peu_pres presque approximativement
        unos unas alrededor_de aproximadamente perto_de cerca_de casi en_torno_a aprox uns umas quase em_torno_de
        por_volta_de около примерно приблизительно порядка почти ок прибл rund etwa ungefahr fast circa
        yaklasik близько حوالي نحو قرابة""",
    "l": """more_than over at_least at_the_least above beyond upwards_of in_excess_of exceeding no_fewer_than
        not_fewer_than no_less_than not_less_than a_minimum_of minimum_of minimum minimum_number or_more
        and_more and_above or_above and_over and_up well_over just_over slightly_more_than surpassing
        plus_de plus_d' au_moins au_minimum pas_moins_de un_minimum_de ou_plus et_plus
        mas_de al_menos por_lo_menos como_minimo un_minimo_de no_menos_de o_mas y_mas mas_que
        mais_de pelo_menos ao_menos no_minimo acima_de nao_menos_de um_minimo_de ou_mais e_mais mais_que
        более больше свыше не_менее не_меньше_чем не_менее_чем как_минимум минимум по_меньшей_мере более_чем
        mehr_als uber mindestens piu_di oltre almeno понад больше_чем
        أكثر_من على_الأقل ما_لا_يقل_عن""",
    "i": "min",
    "u": """up_to at_most at_the_most no_more_than not_more_than not_exceeding a_maximum_of maximum_of maximum max
        fewer_than less_than under below just_under slightly_under as_many_as limited_to or_fewer or_less
        and_under not_over capped_at
        jusqu'a jusque au_plus au_maximum moins_de pas_plus_de un_maximum_de tout_au_plus
        hasta como_maximo a_lo_sumo menos_de no_mas_de un_maximo_de maximo
        ate no_maximo nao_mais_de um_maximo_de menos_que
        до не_более не_больше не_более_чем менее меньше менее_чем максимум не_свыше bis_zu weniger_als fino_a""",
    "~": """exactly only just precisely merely solo solamente seulement exactement exactamente apenas exatamente
        ровно только genau""",
    "b": "between entre от між zwischen",
    "t": "to bis through thru по",
    "|": "or ou или oder",
    "&": """and as_well_as along_with together_with plus alongside in_addition_to et ainsi_que y e i и а_также und
        asi_como junto_con bem_como assim_como також та""",
    "N": "another additional further extra otros outros encore",
    "T": """total totalling totaling in_total altogether in_all overall totals totalled totaled sum_total
        au_total en_tout un_total en_total no_total ao_todo em_total total_de всего итого общей_сложностью gesamt
        insgesamt""",
    "E": "each every per apiece chacun chacune chaque par_pays cada каждый каждого каждой каждом",
    "I": """including incl inc included includes include comprising comprised_of comprises consisting_of
        consisted_of made_up_of composed_of namely
         dont   y_compris notamment composed
        incluyendo incluidos incluidas
         compuesto_por incluindo incluidos sendo
         в_том_числе   включая   """,
    "Y": """of_whom of_which of_these among_them among_whom amongst_them parmi_lesquels parmi_lesquelles d'entre_eux
        d'_entre_eux de_ellos de_ellas
        entre_ellos entre_ellas entre_los_que de_los_cuales de_las_cuales de_los_que dos_quais das_quais entre_eles
        entre_elas deles delas из_них из_которых среди_них davon darunter di_cui""",
    "w": "them whom these those those_trained us eux elles ellos ellas eles elas них",
    "F": "from representing aus из",
    "O": "of de d' di von do da del du",
    "H": "the all those les los las le la os as l' die der den dos das des todos todas tous toutes",
    "A": "a an un une una um uma",
    "B": "were was are is being be been étaient etaient sont eran son fueron eram foram sao были было waren",
    "V": """attended participated registered joined enrolled took_part take_part taking_part
        were_trained attend participate are_attending attending present_at were_present gathered took_part_in
        ont_participe ont_pris_part participaron asistieron participaram estiveram_presentes
        приняли_участие участвовали участвовало приняло_участие""",
    "e": """online virtually remotely in_person in-person face-to-face on-site onsite physically offline via_zoom
        en_ligne en_presentiel presencial virtual en_linea presencialmente онлайн очно""",
    "k": """arrested rescued convicted detained trafficked smuggled exploited killed deported repatriated sentenced
        charged indicted prosecuted jailed imprisoned freed liberated abducted sold forced stranded intercepted
        apprehended drowned died dead displaced missing accused suspected enslaved kidnapped lured
        subjected fleeing fled living_in suffering die affected perished injured rescue arrest arrests conviction
        convictions prosecution detention repatriation rescuing arresting detaining convicting prosecuting
        repatriating trafficking_of smuggling_of
        arretees arretes interpellees interpelles condamnees condamnes secourues secourus arrestation
        arrestation_de detenidas detenidos rescatadas rescatados arrestadas arrestados condenadas condenados
        arrestaron rescataron resgatadas resgatados detidas condenadas resgataram
        задержано задержаны арестовано арестованы осуждено осуждены спасено спасены освобождено освобождены
        задержали задержания""",
    "r": """identified assisted referred saved screened sheltered helped protected reunited compensated identify
        assist save recognised recognized sheltering
        identifiees identifies identificadas identificados asistidas atendidas выявлено выявлены""",
    "s": """ migrant   undocumented irregular stateless foreign domestic seasonal
        overseas vulnerable homeless internally_displaced at-risk unaccompanied refugee
        third-country   """,
    "L": """article articles art section sections chapter resolution no nr num page pages p pp module phase session
        day week goal target sdg step room volume vol level tier annex appendix line track component item items
        protocol law decree act regulation directive paragraph clause rule recommendation version figure
        table chart box lot unit part grade covid unscr hall floor gate terminal suite building
        street road avenue box tel fax phone ref reference id code iso kg sub-programme objective
        output outcome pillar principle question point route flight bus form area zone aged age ages
        статья статьи статье статьей ст глава этап сессия день неделя стр пункт закон резолюция модуль возраст
        capitulo articulo artigo jour semaine resolucao fase etape tome n° seccion modulo dia loi ley lei
        decreto decret""",
    "D": """january february april june july august september october november december jan feb apr jun
        jul aug sep sept oct nov dec janvier fevrier mars avril mai juin juillet aout septembre octobre novembre
        decembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre janeiro
        fevereiro marco maio junho julho setembro outubro novembro dezembro января февраля марта апреля мая июня
        июля августа сентября октября ноября декабря""",
    "v": """several few many various numerous dozens hundreds thousands scores multiple couple handful millions
        plusieurs varios varias diversos diversas vários несколько dizaines centaines decenas centenas milliers
        miles dezenas многие десятки сотни тысячи""",
    "%": """percent pct million millions mn bln bn billion billions trillion millones milhoes milliards миллионов
        миллиона млн млрд""",
    "$": "usd eur gbp chf jpy jod aud cad us$ dollar euro",
    "z": """in on at by for with within during after before since until into onto upon than that which who whose
        this it its he she they we you i his her their our has have had having will would shall should can could
        may might must do does did not but if when while where as so such because   against among
        amongst across throughout via without towards toward regarding concerning also only
        there here then thus has_been   what how why
        dans sur pour avec par en au aux ce cette ces qui que   il elle ils est ont ete lors chez sans
        sous vers para con por al se lo su sus fue ha han sobre desde durante
        em na nos nas ao aos pela pelo pelas pelos com sem foi
        в на с со к о об для при за под над что который которые которых не
        met discussed said told learned learnt received focused visited agreed shared held brought heard
        took takes bring brings gave made led respectively""",
}
_MODIFIERS = """affairs services customs rights forces resources crimes sports communications operations relations
    narcotics drugs arms goods various religious serious previous overseas sales women's children's men's
    diverse united hauts hautes nouveaux nouvelles anciens futurs jeunes premiers premieres altos altas nuevos
    nuevas jovenes primeros distintos diferentes novos novas futuros affairs' states' immigrations
    telecommunications headquarters narcotics anti-narcotics anti-drugs public-sector
    dedicated"""
_SO_CALLED = {
    "trafficking in persons": "o",
    "trafficking in human beings": "o",
    "smuggling of migrants": "o",
    "human trafficking": "o",
    "trafficking": "o",
    "smuggling": "o",
    "nombre de": "o",
    "number of": "o",
    "n": "K",
    "trained": "K",
    "aged": "L",
    "years old": "X",
    "out of": "Z",
    "out of a total of": "Z",
    "of a total of": "Z",
    "from a total of": "Z",
    "sur un total de": "Z",
    "d' un total de": "Z",
    "de un total de": "Z",
    "de un total": "Z",
    "de um total de": "Z",
    "num total de": "Z",
    "из общего числа": "Z",
    "rule of law": "o",
    "prosecution service": "o",
    "prosecution services": "o",
    "prosecution office": "o",
    "prosecution offices": "o",
    "prosecution authority": "o",
    "prosecution authorities": "o",
    "prosecution department": "o",
    "prosecution unit": "o",
    "prosecution units": "o",
    "chiefs of police": "R",
    "heads of state": "R",
    "one another": "z",
    "no one": "z",
    "one of": "z",
    "such as": "z",
    "each other": "z",
    "at one": "z",
    "vice versa": "z",
    "per cent": "%",
    "por ciento": "%",
    "por cento": "%",
    "pour cent": "%",
    "member states": "X",
    "states parties": "X",
    "states members": "X",
    "civil society organisations": "X",
    "civil society organizations": "X",
}


@cache
def lexicon() -> Lexicon:
    """Return every word known, read once; raises VocabularyError where people_words.csv contradicts itself."""
    letters, phrases = _small_words()
    languages: dict[str, frozenset[str]] = {}
    for word, letter, language in _nouns(sheets.path_of(FILE)):
        languages[word] = languages.get(word, frozenset()) | {language}
        _add(word, letter, letters=letters, phrases=phrases)
        one = _singular(word) if language == "en" and letter in "PR" else ""
        if one:
            _add(one, "p", letters=letters, phrases=phrases)
            languages.setdefault(one, frozenset({"en"}))
    for entries in phrases.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return Lexicon(letters, dict(phrases), languages)


def _small_words() -> tuple[dict[str, str], defaultdict[str, list[tuple[tuple[str, ...], str]]]]:
    letters: dict[str, str] = {}
    phrases: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for word, letter in _SO_CALLED.items():
        _add(word, letter, letters=letters, phrases=phrases)
    for letter, text in _SMALL_WORDS.items():
        for word in text.split():
            _add(word.replace("_", " "), letter, letters=letters, phrases=phrases)
    for word in _MODIFIERS.split():
        letters[word] = "o"
    return letters, phrases


def _add(word: str, letter: str, *, letters: dict[str, str], phrases: Phrases) -> None:
    """Put a word or words that stand together where they are looked up; what came first stays."""
    first, *rest = word.split()
    if rest:
        phrases[first].append((tuple(rest), letter))
    else:
        letters.setdefault(first, letter)


def _nouns(path: Path) -> list[tuple[str, str, str]]:
    """Return word as compared, letter and language of each row."""
    known: dict[tuple[str, str], tuple[str, int]] = {}
    nouns = []
    for line, row in sheets.read(path, "word", "kind", "language").rows():
        word, kind, language = fold(row["word"]), row["kind"], row["language"]
        if not word:
            raise sheets.fault(path.name, line, "word is empty; write it or take the row out")
        earlier, at = known.setdefault((word, language), (kind, line))
        if kind not in KINDS or earlier != kind:
            known_as = f"{earlier!r} in line {at}" if kind in KINDS else f"none of {', '.join(KINDS)}"
            what = f"{row['word']!r} is {kind!r} here but {known_as}; mend its kind"
            raise sheets.fault(path.name, line, what)
        nouns.append((word, KINDS[kind], language))
    return nouns


def _singular(word: str) -> str:
    """Return "judge" for "judges"; empty where the word does not show its plural."""
    if word.endswith(("police", "staff", "men", "people")):
        return word.removesuffix("men") + "man" if word.endswith("men") else ""
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else ""


_ACCENTS = str.maketrans(
    "àáâãäåçèéêëìíîïñòóôõöùúûüýÿё’‘ʼ`",
    "aaaaaaceeeeiiiinooooouuuuyyе''''",
    "\u0300\u0301\u0302\u0303\u0308\u0327",
)


def fold(word: str) -> str:
    """Return a word as it is compared: small letters, no accents, one kind of apostrophe."""
    return word.lower() if word.isascii() else word.lower().translate(_ACCENTS)
