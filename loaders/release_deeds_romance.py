"""Cues of roles that French, Spanish and Portuguese tell in many wordings, as `release_deeds` does for English."""

from __future__ import annotations

from loaders.late import late

_FR_EVENT = (
    r"(?:formations?|ateliers?|séminaires?|sessions?\sde\s(?:formation|sensibilisation)|cours|conférences?|réunions?|tables?\srondes?|colloques?|journées?|"
    r"rencontres?|webinaires?|stages?|exercices?)\b"
)
_ES_EVENT = (
    r"(?:tall?er(?:es)?|capacitaci(?:ón|ones)|cursos?|seminarios?|jornadas?|formaci(?:ón|ones)|encuentros?|mesas?\sredondas?|"
    r"conferencias?|reuni(?:ón|ones)|conversatorios?|simposios?|foros?|webinarios?|diplomados?|sesi(?:ón|ones)\sde\s(?:capacitación|formación))\b"
)
_PT_EVENT = (
    r"(?:seminários?|formaç(?:ão|ões)|cursos?|workshops?|capacitaç(?:ão|ões)|oficinas?|encontros?|reuni(?:ão|ões)|"
    r"conferências?|mesas?\sredondas?|sess(?:ão|ões)\sde\s(?:formação|capacitação)|webinários?|treinamentos?|fóruns?|jornadas?)\b"
)
_PLAIN = r"(?:(?!(?:de|des|du|sur|para|pour|por|sobre|en|em|a|à|que|qui|con|com|avec)\b)[\w’'\-]+\s){0,3}?"

FRENCH = (
    (
        "organiser before",
        "a ont vient viennent va vont anime piloter",
        late(
            r"(?:(?:a|ont)\s(?:ainsi\s|également\s|récemment\s)?(?:mis\s(?:sur\spied|en\splace)|animé|initié|co-?organisé|piloté|monté|"
            r"mené|proposé|assuré|réalisé|conclu|achevé|délivré|coordonné|facilité|conduit|dispensé|lancé|tenu|clôturé|ouvert)|"
            r"vien(?:t|nent)\sd['’](?:organiser|animer|ouvrir)|v(?:a|ont)\s(?:organiser|animer|tenir|accueillir|lancer)|anime(?:nt|ra)?)"
            rf"(?=\s(?:une?|des|deux|trois|sa|son|ses|leur|la|le|l['’]|cette|cet|ce)\s?{_PLAIN}{_FR_EVENT})"
        ),
    ),
    (
        "organiser after",
        "mis conduit piloté pilotée monté montée réalis mené menée convoqu assur anim",
        late(
            r"(?:mise?s?\s(?:sur\spied|en\splace)|conduite?s?|pilotée?s?|montée?s?|réalisée?s?|menée?s?|convoquée?s?|assurée?s?|animée?s?)"
            r"\s(?:conjointement\s)?par\b"
        ),
    ),
    (
        "funder after",
        "grâce avec sur pris prise",
        late(
            r"(?:grâce\s(?:à|aux?)|avec|sur)\s(?:une?\s|les?\s|la\s|l['’]|des\s)?(?:généreu(?:x|se)\s)?(?:dons?|fonds|générosité|financements?|"
            r"subventions?|contribution|(?:aide|appui|soutien|concours|contribution|assistance)\sfinanci(?:er|ère))\s(?:de\sla|de|du|des)\b|"
            r"prise?s?\sen\scharge\spar\b"
        ),
    ),
    (
        "partner after",
        "de en avec",
        late(
            r"de\sconcert\savec\b|en\s(?:étroite\s)?(?:association|collaboration|coopération|liaison|synergie|partenariat)\savec\b|"
            r"avec\s(?:la\sparticipation\set\s)?l['’](?:aide|appui|assistance|accompagnement)\s(?:technique\s|logistique\s)?(?:de\sla|de|du|des)\b"
        ),
    ),
)
"""As `release_deeds` has them: role and side, how the first word begins, and the pattern."""

SPANISH = (
    (
        "organiser before",
        "dictó ofreci brind culmin inici promovi lider efectu conduj dirigi coordin puso pusieron ha han",
        late(
            r"(?:dictó|ofreci(?:ó|eron)|brind(?:ó|aron)|culmin(?:ó|aron)|inici(?:ó|aron)|promovi(?:ó|eron)|lider(?:ó|aron)|efectu(?:ó|aron)|"
            r"conduj(?:o|eron)|dirigi(?:ó|eron)|coordin(?:ó|aron)|p(?:uso|usieron)\sen\smarcha|"
            r"han?\s(?:ofrecido|brindado|culminado|iniciado|promovido|dictado|liderado))"
            rf"(?=\s(?:una?|el|la|los|las|su|dos|tres|este|esta)\s{_PLAIN}{_ES_EVENT})"
        ),
    ),
    (
        "organiser after",
        "llevad liderad dirigid ofrecid dictad conducid brindad",
        late(
            r"(?:llevad[oa]s?\sa\scabo|liderad[oa]s?|dirigid[oa]s?|ofrecid[oa]s?|dictad[oa]s?|conducid[oa]s?|brindad[oa]s?)"
            r"\s(?:conjuntamente\s)?por\b"
        ),
    ),
    (
        "funder after",
        "gracias con costead sufragad",
        late(
            r"(?:gracias\sal?|con)\s(?:una?\s|los?\s|las?\s|el\s)?(?:generos[oa]\s)?(?:donaci(?:ón|ones)|fondos|generosidad|financiamiento|"
            r"financiación|subvenci(?:ón|ones)|aportes?\sfinancieros?|(?:ayuda|apoyo|asistencia|contribución)\sfinancier[oa])\s(?:de\sla|del?|de\slos)\b|"
            r"(?:costead|sufragad)[oa]s?\spor\b"
        ),
    ),
    (
        "partner after",
        "con de en",
        late(
            r"con\s(?:la\s|el\s)?(?:asistencia|ayuda|acompañamiento|concurso|contribución|coordinación|facilitación)\s(?:técnic[oa]\s)?"
            r"(?:de\sla|del?|de\slos)\b|de\sla\smano\s(?:con|del?)\b|en\s(?:estrecha\s)?(?:articulación|asociación|coordinación|colaboración)\scon\b"
        ),
    ),
)
"""The same in Spanish."""

PORTUGUESE = (
    (
        "organiser before",
        "levou levaram oferece coorden conduzi dirigi desenvolve convoc facilit",
        late(
            r"(?:lev(?:ou|aram)\sa\scabo|oferece(?:u|ram)|coorden(?:ou|aram)|conduzi(?:u|ram)|dirigi(?:u|ram)|desenvolve(?:u|ram)|"
            r"convoc(?:ou|aram)|facilit(?:ou|aram))"
            rf"(?=\s(?:uma?|o|a|os|as|seu|sua|dois|duas|três|este|esta)\s{_PLAIN}{_PT_EVENT})"
        ),
    ),
    (
        "organiser after",
        "levad conduzid facilitad dirigid oferecid",
        late(
            r"(?:levad[oa]s?\sa\scabo|conduzid[oa]s?|facilitad[oa]s?|dirigid[oa]s?|oferecid[oa]s?)\s(?:conjuntamente\s)?(?:por|pel[oa]s?)\b"
        ),
    ),
    (
        "funder after",
        "graças com",
        late(
            r"(?:graças\s(?:a|ao|à)|com)\s(?:uma?\s|os?\s|as?\s)?(?:generos[oa]\s)?(?:doaç(?:ão|ões)|fundos|generosidade|financiamento|"
            r"contribuição(?=\sd)|recursos|(?:ajuda|apoio|assistência|contribuição)\sfinanceir[oa])\s(?:d[aeo]s?)\b"
        ),
    ),
    (
        "partner after",
        "com em",
        late(
            r"com\s(?:a\s|o\s)?(?:assistência|ajuda|cooperação|coordenação|contributo)\s(?:técnic[oa]\s)?d[aeo]s?\b|"
            r"em\s(?:estreita\s)?(?:colaboração|cooperação|articulação|coordenação|associação)\scom\b(?:\s[ao]s?\b)?"
        ),
    ),
)
"""The same in Portuguese."""
