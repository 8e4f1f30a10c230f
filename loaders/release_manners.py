"""Who is told to have come to an event, and who is only named, in French, Spanish, Portuguese and Russian."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from loaders.late import late


@dataclass(frozen=True)
class Manner:
    """How a language says who came: what stands behind them and before them; and what says that they did not."""

    deeds: Any
    openers: Any
    not_before: Any
    not_behind: Any


MANNERS = {
    "fr": Manner(
        late(
            r"\b(?:(?:y |en )?(?:ont|avaient|vont|doivent)\s(?:\w+ment\s|aussi\s|"
            r"tous\s)?(?:été\s)?(?:pris part|participé|particip\w+|"
            r"assisté|assister|suivi|suivre|bénéficié|bénéficier|reçu|recevoir|appris|apprendre|"
            r"échangé|échanger|discuté|débattu|"
            r"formés|formées|outillé\w*|sensibilisé\w*|initié\w*|invité\w*|réunis|conviés|"
            r"renforcé leurs|approfondi|analysé|étudié|"
            r"travaillé|examiné|planché|partagé)|(?:étaient|sont|seront|"
            r"furent)\s(?:\w+ment\s)?(?:présents?|présentes|invités|invitées|"
            r"formés|formées|réunis|réunies|conviés|représentés|attendus|outillés|sensibilisés|en formation)|"
            r"participent|participaient|prennent part|prenaient part|se sont (?:réunis|retrouvés|"
            r"formés|penchés|familiarisés)|"
            r"se réunissent|bénéficient|suivent|apprennent|planchent)\b"
        ),
        late(
            r"\b(?:s[’']adress(?:ait|ant|e) (?:aux?|à)|permis (?:aux?|à)|permet(?:tre|tant)? (?:aux?|"
            r"à)|ouvert\w* (?:aux?|à)|"
            r"offert\w* (?:aux?|à)|dispensé\w* (?:aux?|à)|capacités (?:techniques |"
            r"opérationnelles )?(?:des|de|d)|compétences (?:des|de|d)|"
            r"figur(?:aient|ent)|présents|présence (?:de|des|d)|participation (?:de|des|d)|"
            r"à destination (?:de|des|d)|"
            r"au bénéfice (?:de|des|d)|en faveur (?:de|des|d)|regroup(?:é|ait|e|ant)|mobilis(?:é|ait|"
            r"e|ant)|outill(?:é|er)|"
            r"initi(?:é|er)|sensibilis(?:é|er)|accueilli|convié|compos\w+ (?:de|des|d)|issus (?:de|"
            r"des|du|d))[’'\s]\s?"
        ),
        late(
            r"\b(?:(?:animée?s?|dirigée?s?|dispensée?s?|assurée?s?|conduite?s?|présidée?s?|"
            r"ouverte?s?) par|(?:guide|manuel|rapport|"
            r"brochure|fiche|service|loi|protocole)s? (?:pour|sur|à l[’']intention)|rôle|"
            r"atelier similaire|formation similaire|"
            r"travailler avec|collaborer avec|référer (?:\w+ )?aux?)\s(?:(?:des?|les?|la|du|d|"
            r"aux?)[\s’']){0,2}(?:[\w\-]+\s){0,2}$"
        ),
        late(
            r"\s(?:[\w\-]+\s){0,2}?(?:doivent|devraient|devront|jouent|manquent|ont besoin|ne |"
            r"sont essentiels|"
            r"ont (?:animé|dirigé|arrêté|secouru))"
        ),
    ),
    "es": Manner(
        late(
            r"\b(?:fueron|serán|están siendo|han sido)\s(?:capacitad|formad|instruid|sensibilizad|"
            r"entrenad|invitad|convocad|adiestrad)[oa]s|"
            r"\b(?:recibieron|reciben|recibirán|tomaron parte|toman parte|se (?:formaron|capacitaron|"
            r"reunieron|dieron cita|congregaron)|"
            r"completaron|concluyeron|culminaron|estuvieron (?:presentes|representad\w+)|aprendieron|"
            r"intercambiaron|analizaron|"
            r"debatieron|discutieron|conocieron|reforzaron sus|fortalecieron sus|actualizaron|"
            r"acudieron|se sumaron|trabajaron en|"
            r"participaron|participan|asistieron|asisten)\b"
        ),
        late(
            r"\b(?:permitió|permitirá|permite|dotó|brindó|ofreció|ayudó|ayudará|impartid[oa]|"
            r"ofrecid[oa]|abiert[oa]|orientad[oa]|enfocad[oa])\s(?:a|para)\s"
            r"(?:l[oa]s\s)?|\b(?:capacidades|competencias|habilidades|conocimientos|formación|"
            r"capacitación) (?:técnicas )?(?:de|en|para) (?:l[oa]s\s)?|"
            r"\b(?:presentes|convocad[oa]s|invitad[oa]s|convocó a|congregó a|a favor de|presencia de|"
            r"asistencia de|integrad[oa] por|compuest[oa] por)\s"
        ),
        late(
            r"\b(?:(?:impartid|dirigid|facilitad|dictad|moderad|inaugurad|organizad)[oa]s? por|"
            r"(?:guía|manual|informe|protocolo|folleto|"
            r"ley|servicio)s? (?:para|sobre)|papel|rol|función|(?:taller|curso|formación|capacitación|"
            r"seminario) (?:similar|anterior)|"
            r"trabajar con|derivar a)\s(?:(?:de|del|l[oa]s?|para|a)\s){0,3}(?:[\w\-]+\s){0,2}$"
        ),
        late(
            r"\s(?:[\w\-]+\s){0,2}?(?:deben|deberían|deberán|tienen que|desempeñan|juegan|necesitan|"
            r"carecen|no |son clave|"
            r"(?:detuvieron|rescataron|impartieron|dirigieron))"
        ),
    ),
    "pt": Manner(
        late(
            r"\b(?:foram|serão|estão sendo|têm sido)\s(?:capacitad|formad|treinad|sensibilizad|"
            r"instruíd|convidad|convocad)[oa]s|"
            r"\b(?:receberam|recebem|receberão|tomaram parte|se (?:formaram|capacitaram|reuniram)|"
            r"reuniram-se|formaram-se|concluíram|"
            r"completaram|estiveram (?:presentes|representad\w+)|aprenderam|trocaram|analisaram|"
            r"debateram|discutiram|conheceram|"
            r"reforçaram|participaram|participam|assistiram|assistem|trabalharam em)\b"
        ),
        late(
            r"\b(?:permitiu|permitirá|permite|ofereceu|ajudou|ajudará|oferecid[oa]|abert[oa]|"
            r"voltad[oa]|orientad[oa]|ministrad[oa])\s(?:a[os]?|aos|às|para)\s(?:[oa]s\s)?|"
            r"\b(?:capacidades|competências|habilidades|conhecimentos|formação|"
            r"capacitação) (?:técnicas )?(?:d[oae]s?|em|para)\s|"
            r"\b(?:presentes|convidad[oa]s|convocad[oa]s|presença d[oae]s?|destinava-se a|"
            r"composto por|a favor de|em benefício d[oae]s?)\s"
        ),
        late(
            r"\b(?:(?:ministrad|dirigid|facilitad|moderad|conduzid|organizad)[oa]s? por|(?:guia|"
            r"manual|relatório|protocolo|cartilha|lei|"
            r"serviço)s? (?:para|sobre)|papel|função|(?:oficina|curso|formação|capacitação|"
            r"seminário) (?:semelhante|anterior)|"
            r"trabalhar com|encaminhar a\w*)\s(?:(?:d[oae]s?|[oa]s?|para)\s){0,3}(?:[\w\-]+\s){0,2}$"
        ),
        late(
            r"\s(?:[\w\-]+\s){0,2}?(?:devem|deveriam|deverão|têm de|têm que|precisam|desempenham|"
            r"carecem|não |são fundamentais|"
            r"(?:detiveram|resgataram|ministraram|conduziram))"
        ),
    ),
    "ru": Manner(
        late(
            r"\b(?:прошли (?:обучение|подготовку|тренинг|курс)|(?:были|будут) (?:обучены|приглашены|"
            r"ознакомлены|проинформированы)|"
            r"получили (?:сертификат|знани|навык|возможност)\w*|узнали|обменялись|обсудили|"
            r"ознакомились|изучили|отработали|"
            r"повысили|участвовали|участвуют|приняли участие|присутствовали|собрались|"
            r"рассмотрели вопрос\w*|научились|смогли)\b"
        ),
        late(
            r"\b(?:присутствовали|присутствуют|приглашены(?: были)?|участниками (?:\w+ )?(?:стали|"
            r"были|являются)|среди участников (?:были)?|"
            r"в работе (?:\w+ )?(?:участвовали|приняли участие)|участвовали|собрались|"
            r"предназначен\w* для|рассчитан\w* на|"
            r"потенциал\w*|навык\w*|знани\w* и навык\w*|подготовк\w*|с участием)\s"
        ),
        late(
            r"\b(?:вели|провели|проводили|руководство для|пособие для|роль|сотрудничеств\w+ с|"
            r"взаимодействи\w+ с|отчёт о|отчет о|"
            r"аналогичн\w+ \w+ для)\s(?:[\w\-]+\s){0,2}$"
        ),
        late(
            r"\s(?:[\w\-]+\s){0,2}?(?:играют|должны|должен|нуждаются|не |часто|редко|задержали|"
            r"освободили|вели занятия|"
            r"рассмотрели \w+ дел\w*)"
        ),
    ),
}
"""Language -> how it says who came; English has more, in `release_coming` and `release_unmet`."""
