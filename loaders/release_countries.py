"""Which countries took part in an event, sent experts or paid."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.late import late
from loaders.release_abroad import from_elsewhere, of_several
from loaders.release_absent import is_absent
from loaders.release_body import is_of_state
from loaders.release_evidence import Evidence, Sure, evidence
from loaders.release_facts import Place
from loaders.release_home import is_official, site_country
from loaders.release_nationals import national
from loaders.release_present import are_present, bodies_are_present, speaks_of_those_present
from loaders.release_roles import Part
from loaders.release_so_many import countries_counted
from loaders.release_split import ELSEWHERE
from loaders.release_story import NAMES, Story, event_cues, of_plans, others_of
from loaders.release_taught import are_some, may_be_guests, of_other_deeds, were_heard, were_teachers
from loaders.release_words import Cue

_GLUE = late(
    r"(?:\s|\(\d{1,3}\)|\d{1,2}(?=[,;)])|[,;/&()*–\-\"“”«»]|"
    r"\b(?:and|as well as|from|the|both|also|of|neighbou?ring|former|together with|"
    r"its neighbou?rs|their neighbou?rs|(?:(?:South|North|East|West)\w*\s|Central\s|Latin\s)?(?:Europe|Asia|Africa|"
    r"America|Caucasus|Balkans|Gulf)|"
    r"along with|countries of|including|namely|y|e|et|и|а также|de|du|des|la|le|les|el|"
    r"los|da|do|das|dos|ainsi que|así como|bem como|com|que|из|(?:Islamic |Federal |Democratic )?Republics? of|"
    r"Kingdoms? of|States? of|i\.e\.|"
    r"host country|host|pays hôte|plus|an?)\b|\b[dl][’'])*",
    re.IGNORECASE,
)
_NAMES_ONLY = late(r"(?:[\s,()\"“”]++|\b[A-Z][\w.\-]*+|\b(?:of|the|and)\b)*+")
"""What may stand in a long list of countries: a name that is none known, an embassy."""

_AMONG_NAMES = late(
    r"\b(?:[Rr]epresentatives|[Dd]elegat(?:es|ions)|[Oo]fficials|[Oo]fficers|[Pp]articipants|[Gg]uests|"
    r"[Pp]ractitioners|[Oo]bservers|[Oo]rgani[sz]ations)\s(?:[a-z\-]+\s){0,3}?(?P<from>from|of)\s"
    r"(?P<names>(?:[\s,()]++|\b[A-Z][\w.\-&’']*+|\b(?:of|the|and|for|on|in|to)\b)*+)$",
    needs="epresentatives|elegat|fficials|fficers|articipants|uests|ractitioners|bservers|rgani",
)
"""What stands before a country in a list of bodies and countries: "representatives from Europol, IOM, "."""

_ANOTHER_NAME = late(r"(?:,|\band)(?:\sthe)?\s$")

_ALSO_THE = late(r",?\s(?:and|as well as)\s(?:the\s)?")
"""What stands between countries and other people told by an adjective: "from Chile, as well as Peruvian consuls"."""

_MOST_BETWEEN = 60

_FROM = late(
    r"\b(?:from|representing|represented|of|in|between|for|among|by|including|such as|de|du|des|da|do|das|dos|"
    r"d[’']|entre|из|от|между|stran|participation of|participación de|"
    r"com)\s+(?:[^.;]{0,60}?(?:countries|states|nations|members|jurisdictions|pays|países|стран|"
    r"государств)[^.;]{0,25}?)?(?:the |la |le |les |l[’']|el |o |a |os |both |as far (?:away )?as |"
    r"neighbou?ring |host country |across |(?:Islamic )?Republics? of (?:the )?|, )?$",
    re.IGNORECASE,
)
_LIST = late(
    r"(?:\bcountries|\bstates|\bpays|\bpaíses|\bstran\w*|стран\w*|государств\w*|nations|jurisdictions|"
    r"participants|participating countries|delegations|teams|continents|(?<!the )regions)\b[^.;]{0,40}?(?:[:;(–—,-]|"
    r"\b(?:were|are|included?))\s*"
    r"(?:the |namely |including |from |"
    r"(?:à savoir|a saber|nomeadamente|notamment|а именно),?\s(?:le |la |l[’']|el |o |a )?)?$",
    re.IGNORECASE,
    needs=(
        "countries|states|pays|países|stran|стран|государств|nations|jurisdictions|participants|delegations|teams|"
        "continents|regions"
    ),
)
_ROLE_NOUN = late(
    r"(?:[-–]?\s*(?:and|y|et|e|и|,)?\s*(?:(?!hosts?\s|side\s|their\s)[\w’'\-]+\s+){0,4}?)(?P<noun>experts?|"
    r"trainers?|speakers?|"
    r"specialists|lecturers?|instructors?|facilitators?|mentors?|counterparts|homologues|"
    r"formateurs|formadores|peritos|expertos|эксперт\w*|тренер\w*|преподавател\w*)\b",
    re.IGNORECASE,
)
_TAKING_PART = late(
    r"(?:(?:each|also|all|both|have|had|has|jointly)\s)*(?:took part|participated|attended|were represented|are "
    r"taking part|attending|participating|"
    r"(?:are|were) (?:the |among the )?(?:participant|participating|attending) (?:countries|states|nations)|"
    r"(?:are|were) among the (?:countries|states|nations) (?:represented|present|attending|taking part)|"
    r"(?:was|is|are) represented(?! in court)|were present|were (?:the )?guests|joined|"
    r"sent(?! (?:no|their regrets|regrets|apologies)\b)|"
    r"met|gathered|"
    r"estuv(?:o|ieron) representad[oa]s?|estiver(?:am)? representad[oa]s|fizeram-se representar|"
    r"(?:étaient|ont été) représentés|(?:y )?ont (?:envoyé|dépêché|délégué)|(?:han )?envi(?:aron|ado)|enviaram|"
    r"направили|были представлены|"
    r"(?:ont|a) assisté|participent?\s(?:à|au|aux|avec)|"
    r"participaron|asistieron|ont participé|ont pris part|participaram|приняли участие|участвовали)\b",
    re.IGNORECASE,
)
_THOSE_HERE = late(
    r"\b(?:participation|participación|participação|présence|presencia|presença)\s(?:d[eu’']s?|del|d[ao]s?)\s?"
    r"(?:la |le |les |l[’']|el |o |a )?$|"
    r"\b(?:[Бб]ыли|[Éé]taient|[Oo]nt été|[Ee]stuvieron|[Ee]stiveram)\s(?:также |aussi |también |também )?"
    r"(?:представлены|représentés|representados)\s(?:le |la |l[’']|el |o |a )?$|"
    r"\b(?:участник\w*|делегат\w*|делегаци\w*|слушател\w*)\s(?:\w+\s)?представля(?:ют|ли)\s$|"
    r"\b(?:participants|délégués|participantes|delegados|delegadas)\s(?:qui |que )?"
    r"(?:représent(?:ent|aient)|representa(?:n|ban|m|vam))\s(?:a |ao? )?(?:le |la |l[’']|el |o |a )?$",
    re.IGNORECASE,
)
"""What stands before some countries that came: "con la participación de", "Были представлены"."""

_NOT_FROM = late(
    r"\b(?:victims?|migrants?(?! (?:smuggling|protection))|women|girls|children|nationals|citizens|(?:migrant|"
    r"domestic|foreign|"
    r"guest|seasonal) workers|refugees|displaced persons|asylum[- ]seekers|trafficked|"
    r"smuggled|support|(?:assistance|aid)(?= from)|funding|funds|contribution|financed|"
    r"routes?|cases|traffickers|networks|away|km|kilomet\w+|returned|returning|repatriat\w+|distinct|"
    r"free|benefit\w*|víctimas|victimes|vítimas|жертв\w*|"
    r"lessons|examples|experience of|experiences of|practices of|ambassadors?|president|"
    r"minister|convention|governments?)\s+(?:\w+\s+){0,2}(?:from|of|in|de|des|du|da|из|"
    r"for)\s+(?:[^.;]{0,30})$",
    re.IGNORECASE,
    needs=(
        "victim|migrant|women|girls|children|nationals|citizens|workers|refugees|displaced|asylum|trafficked|"
        "smuggled|support|assistance|aid|fund|"
        "contribution|financed|route|cases|traffickers|networks|away|km|kilomet|return|repatriat|distinct|free|benefit|"
        "víctimas|vítimas|жертв|lessons|examples|experience|practices|ambassador|president|minister|convention|"
        "government"
    ),
)
_OF_TWO = 3.0
"""The weight from which on a sentence may name the two countries that met."""

_BETWEEN_THEM = late(
    r"(?:(?!\b(?:on|about|of|for|to)\b)[^.;,]){0,40}\b(?:between|entre|между)\s(?:the\s|la\s|le\s|el\s|o\s|a\s)?"
)
_UNITES = late(
    r"\b(?:brought together|brings together|bringing together|gathered|gathers|united|unites|"
    r"réunit|a réuni|réunissant|rassemble|a rassemblé|regroupe|a regroupé|reunió a|reúne a|reuniu|reúne)\s"
    r"(?:(?:\w+|\d+)\s(?:countries|states|pays|états|países)\s?[(:,]?\s?)?(?:the\s|le\s|la\s|l[’']|les\s|el\s|o\s|"
    r"a\s)?$",
    re.IGNORECASE,
)
_HYPHEN, _NO_CLAUSE = late(r"\s?[-–/]\s?"), late(r"[^.;,]{0,50}")
_THEIRS = late(
    r",?\s(?:(?:of|from|in|at|on|for|and|working|speciali[sz]\w+|dealing|responsible|came|coming|drawn|invited|arrived|"
    r"travell?ed|flew)\s(?:[\w’'\-]+\s){0,5}?)?(?:(?:from|of|representing|de|du|des|da|do|"
    r"dos|das|из|от)\s|d[’'])(?:(?:the|both|across|la|le|les|el|los|o|a|l[’'])\s?){0,2}"
)
"""What stands between people and the countries they come from."""

_ITS_HOUSE = late(
    r"\s(?:(?:[A-Z][\w’'&\-]*|of|for|and|the|on|against|police|border|customs|immigration|national|federal|state|"
    r"judicial|public|security|prosecution)\s){0,8}?(?:[A-Z][\w’'\-]*|police(?: force)?|judiciary|service|customs|"
    r"ministry|"
    r"authorities|guard|agency|academy|prosecution)(?=\s[a-z]|,)(?!\s(?:of|for|and|on)\s)"
)
"""What stands behind the adjective of a body: "the British National Crime Agency"."""

_ADJECTIVES = late(r"\s(?:[\w’'\-]+\s){0,4}")
_NEAR = 70
_OFFICERS = late(
    r"\b(?:officers|officials|judges|magistrates|prosecutors|police|investigators|social workers|staff|representatives|"
    r"delegates|participants|practitioners|inspectors|consuls|guards|personnel|lawyers|notaries|experts|specialists|"
    r"diplomats|journalists|parliamentarians|trainees|analysts|detectives)\b"
)
_BROUGHT = late(r"brought\b|bringing\b|taken\b|took\b")
_OF_ITS_GOVERNMENT = late(
    r"\b(?:officers|officials|representatives|delegates|delegations|members|staff|participants)\s(?:of|"
    r"from)\s(?:the\s)?"
    r"[Gg]overnments?\sof\s(?:the\s)?(?:[A-Z]\w+\sof\s(?:the\s)?)?$|"
    r"\brepresenting\s(?:the\s)?(?:\w+\s)?[Gg]overnments\sof\s(?:the\s)?$",
    re.IGNORECASE,
    needs="government",
)
_CITIZENS = late(r"\b(?:[Nn]ationals|[Cc]itizens)\s(?:of|from)\s(?:the\s)?$")
_NAMELY = late(r"\bcountries\b[^.;]{0,140}\bnamely\s(?:the\s)?$", needs="namely")
"""What sets the countries that came apart from those told before: "five countries with refugees from A, namely"."""

_MONEY = late(
    r"(?:\b(?:grants?|donations?|contributions?|gifts?|loans?|budget|money|million|billion|dollars|euros?|yen|francs|"
    r"kron\w+|pounds|subvention|don|subvención|donación|doação|грант\w*)\b|US\$|[€$£¥])[^.;,]{0,50}\b(?:from|"
    r"by|of|de|du|da|do|от)\s(?:the\s)?$",
    re.IGNORECASE,
)
_POSTED_IN = late(
    r"\b(?:based|posted|stationed|serving|destination|origin|transit)\b[^.;,]{0,60}(?:,\s)?"
    r"\b(?:in|including|such as|like)\s(?:the )?$",
    re.IGNORECASE,
)
_BRACKETS = late(r"\([^()]*\)\s?")
_UNION = late(
    r"\s(?:the European Union|the EU|la Unión Europea|la UE|l[’']Union européenne|a União Europeia|da União Europeia)"
    r"(?:,\s|,?\s(?:and|y|et|e)\s)$"
)
"""The Union before a list of countries: "from the European Union, Algeria, Israel …"."""

_CAPITAL_OF = late(
    r"\b(?:capitale?|ville|ciudad|cidade|métropole|localité|localidad|localidade|territoire|territorio|território)\s$",
    re.IGNORECASE,
)
"""What stands before the adjective of a country whose town is meant, not its people: "la capital chilena"."""

_PLACE_NEXT = late(
    r"\s(?:capital|city|town|village|port|coast(?! guard)|island|resort|border (?:town|post|region|crossing))\b"
)
"""What follows the adjective of a country of which a place is meant: "the Malaysian capital"."""

_FROM_ITS_PARTS = late(
    r"\s(?:states|provinces|regions|counties|districts|cities|towns|prefectures|oblasts|departments)\b"
)
_PEOPLE_OF_PARTS = late(
    r"\b(?:participants|delegates|trainees|officers|officials|judges|magistrates|prosecutors|investigators|"
    r"practitioners|"
    r"inspectors|guards|representatives|police|attendees)\s(?:[a-z]+\s){0,3}?from\s(?:the\s|all\s)?(?:[\w\-]+\s){0,2}$",
    re.IGNORECASE,
    needs="from",
)
"""What stands round the adjective of a country from parts of which people came: "officers from nine Kenyan towns"."""

_THEIR_SIDE = late(r"\sside\b")
_CAME_OF_SIDE = late(
    r"\sside,?\s(?:there\s(?:were|came)|(?:\d+|[\w\-]+)\s(?:[\w\-]+\s){0,3}?(?:attended|took part|participated|came|"
    r"were present)|"
    r"was represented|attended|took part|came|participated)\b"
)
"""What says that people of a country came: "On the Kenyan side there were"."""

_FLOWS = late(
    r"\b(?:smuggling|trafficking|migration|flows)\s(?:of (?:\w+\s){1,2})?from\s[^.;]{0,30}$|"
    r"\b(?:took|taken|taking|brought|bringing|carried|carrying|smuggled|trafficked|transported|transporting|"
    r"lured|luring|"
    r"recruited|recruiting)\s(?!part\b|together\b)(?:[\w\-]+\s){1,4}from\s[^.;]{0,30}$|"
    r"\b(?:networks?|routes?|gangs?|rings?|smugglers|traffickers|victims)\s(?:[\w\-]+\s){0,3}(?:between|"
    r"across|to)\s[^.;]{0,80}$"
)
"""Words for where victims and migrants are taken from, not participants."""

_AT_WORK_ON = late(
    r"\b(?:experts|officials|officers|specialists|practitioners|prosecutors|judges|investigators|units|coordinators|"
    r"focal points|rapporteurs|police|committees|representatives|delegates)\s(?:[\w\-]+\s){0,3}"
    r"(?:on|against|combating|countering|fighting|combat|counter|fight)\s(?:[\w\-]+\s){0,3}"
    r"(?:trafficking|smuggling|migration)\s(?:in persons\s|in human beings\s|of migrants\s)?from\s(?:the\s)?$",
    re.IGNORECASE,
)
"""What stands before where people come from who work on a crime: "experts on human trafficking from"."""

_AT_WORK = late(r"\b(?:is|are|(?:has|have) been) working (?:closely )?with\b", needs="working")
_OWNER = late(r"['’]s?\s")
_ITS_PEOPLE = late(
    r"['’]s?\s(?:(?:national|senior|judicial|own|law|enforcement|high-level)\s){0,2}(?:delegat\w+|officials|"
    r"officers|judges|prosecutors|police|"
    r"investigators|representatives|border guards|practitioners|consuls|diplomats)\b"
)
_OWN_PEOPLE = late(
    r"['’]s?\s(?:[A-Z][\w\-]+\s){0,3}(?:delegat\w+|officials|officers|judges|magistrates|prosecutors|investigators|"
    r"representatives|border guards|practitioners|consuls|diplomats)\b"
)
_FROM_FIRST, _CAME = (
    late(r"(?:^|,\s|\band\s)[Ff]rom\s(?:the\s)?$"),
    late(r"\s(?:there\s)?(?:came|attended|were|joined)\b"),
)
_ITS_SPEAKER = late(
    r"['’]s?\s(?:(?:national|chief|former|senior|deputy)\s){0,2}(?:rapporteur|prosecutor|judge|expert|coordinator|"
    r"officer|"
    r"magistrate)\s(?:presented|explained|described|outlined|showed|set out|spoke about|demonstrated)\b"
)
"""What stands behind a country of which one spoke: "Sweden's rapporteur presented"."""

_OWN_BODY = late(
    r"['’]s?\s(?!Embass|Ambass|Consul|High Commission|Mission|President|Prime)(?:[Nn]ational\s)?[A-Z][\w\-]+"
)
"""What stands behind a country whose bodies sent people: "Kenya's Directorate of"."""

_CAME_TOGETHER = late(r"\b(?:gathered|met|attended|took part|participated|came together|convened)\b")
"""What stands behind a country whose people met: "Kenya's High Court magistrates gathered"."""

_FOR_THEM = late(r"\b(?:for|of|train\w*|together|including|and|visit)\s(?:the\s)?$")
"""What stands before those whom an event is for: "a study visit for Kenya's judges"."""

_LED_BY = late(
    r"\b(?:[Hh]ead(?:ed|ing|s)?|[Ll]ed|[Ll]ead(?:s|ing|er of)?|[Cc]hair(?:ed|s|ing)?|[Hh]ead of)\s(?:the\s)?$"
)
_DELEGATION = late(r"(?:['’]s?)?\s(?:[a-z\-]+\s){0,2}delegation\b")
"""What stands before and behind a country that sent people: "chaired Chile's delegation"."""

_ONE = late(
    r"(?<!-)\b(?:an?|one|un|une|una|uma|um)\s+(?:(?!(?:for|on|to|with|pour|para|sobre|sur|request|letter|message|"
    r"proposal|report|invitation|video|case|call|offer|home|back|victim|survivor|returnee|migrant)\s)[\w’'\-]+\s+){1,4}"
    r"(?:(?:who\s)?(?:has|had|have)\s(?:come|travell?ed|flown)\s(?:in\s|over\s|here\s)?)?"
    r"(?:from|of|de|du|da|do)\s+(?:the )?$",
    re.IGNORECASE,
)
_SENT_PEOPLE = late(
    r"^(?:an?|one)\s(?:[\w’'\-]+\s){0,3}(?:delegation|team|group|contingent|party)\s", re.IGNORECASE
)
"""What is no single person, of what "a … from" stands before."""

_SOME_MORE = late(
    r"\s(?:(?:was|is) represented\s)?(?:by|came|with|sent)\s[\w\s]{2,30}?(?:,\sand|,|\sand)\s(?:from\s)?(?:the\s)?|"
    r"\s(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)(?:,\sand|,|\sand)\s(?:the\s)?|"
    r"(?:,\s|,?\sand\s)(?:\d{1,3}|\w+)\s(?:\w+\s)?from\s(?:the\s)?|"
    r"(?:\s(?:have\s)?(?:come|came|attended|took part|were present|participated))?,?\s(?:as well as|as did|as do|"
    r"and|with|plus)\s"
    r"(?:\w+\s){0,2}(?:officials|officers|delegat\w+|representatives|observers|colleagues|prosecutors|judges|experts)\s"
    r"(?:from|of)\s(?:the\s)?"
)
"""What goes on a list of people counted by country: "five from Chad, six from Mali and two from"."""

_MORE_OF_A_LIST = late(
    r"[^.:]{0,110};\s(?:and\s)?(?:the\s|its\s|their\s)?(?:(?:[\w\-]+\s){0,3}?(?:partners|neighbou?rs|countries|states|"
    r"members|observers)[,:]?\s)?(?:the\s)?"
)
"""What goes on a list behind a colon: "Chad, represented by its police; its neighbours"."""

_SPOKE = late(
    r"^[^.;]{0,20}\b(?:described|presented|showed|explained|shared|will (?:share|explain|describe|present|show|"
    r"speak)|spoke|told|coached|led|reported|"
    r"taught|talked|gave|warned|commented|underscored)",
    re.IGNORECASE,
)
_ONE_SPOKE = late(
    r"^(?:An?|Two|Three|Four|Speakers|Experts|Trainers|Specialists)\s(?!(?:participant|victim|survivor|delegat)\w*)"
    r"[^.;:]{3,110}?\b(?:described|presented|showed|explained|shared|spoke|told|coached|taught|warned|commented|"
    r"underscored|walked|guided|led|ran|moderated|facilitated|answered|outlined|demonstrated|talked|set out|laid out|"
    r"will share|will present|will explain)\b"
)
"""A sentence about one or some who spoke at the event: "A judge from Chile explained"."""

_PRESENT = frozenset({"participant", "expert"})
"""Roles of those who were there."""

_LESSONS_BY = late(
    r"\b(?i:lessons|sessions|lectures|classes|exercises|course|training|workshop|seminar)\b[^.;]{0,30}\b"
    r"(?:given|taught|led|delivered|conducted|facilitated|run|moderated) by\b",
    needs="by",
)
"""A sentence that tells who taught."""
_GREETING = late(r"\b[Cc]onsuls?[ -][Gg]eneral\s(?:of|from)\s(?:the\s)?$")
"""What stands before the countries of those posted in the host country."""

_FEW = late(
    r"\b(?:an?|one|two|three|four|un|une|deux|dos|tres|duas|dois|uma|два|две)\s+(?:[\w\-]+\s)?$",
    re.IGNORECASE,
)
_TAUGHT = late(
    r"\b(?:supported|shared|presented|facilitated|led|delivered|conducted|explained|spoke|described|"
    r"showed|coached|taught|gave|provided|warned|commented|underscored|"
    r"with (?:substantial|extensive|long) experience|comparten|compartieron|ont partagé|partilharam|"
    r"поделились)\b"
)
_WITH_EXPERTS = late(
    r"\b(?:representatives|officials|officers|delegates|practitioners|policymakers|prosecutors|judges|investigators|"
    r"lawyers|représentants|"
    r"representantes|представител\w+)"
    r"\s(?:and|et|y|e|и)\s(?:[\w\-]+\s){0,2}(?:experts?|specialists|expertos|peritos|"
    r"эксперт\w*)\s(?:\w+\s)?(?:from|of|de|du|des|da|do|из)?\s?(?:the\s)?$",
    re.IGNORECASE,
)
_AT_OTHER_TIMES = late(
    r"\b(?:had|been|previously|earlier|later|worked|works|will|would|should|could|arrest\w*|raid\w*|rescued|freed|"
    r"convicted|"
    r"sentenced|investigated|operation|solved|since|last year|(?:19|20)\d\d|routes?|victims?|migrants|citizens|"
    r"trafficked|smuggled|"
    r"[Aa]bout the|networks?|initiatives?|programmes?|implement\w*|secretariat|offices|founded|established|"
    r"expert(?:ise)?s?)\b"
)
"""What tells of other times or of a case, where a sentence does not speak of the event."""

_EARLIER = late(
    r"(?:In|During|At|Over) (?:the )?(?:earlier|past|previous|former|other|recent) (?:years?|editions?|rounds?|"
    r"courses?|"
    r"workshops?|meetings|trainings?|sessions)\b|(?:About|Background)\b[^.;:]{0,50}:"
)
"""How a sentence begins that tells of others: "In earlier years", "About the network:"."""

_ITS_OWN = late(
    r"\s(?:has\s|also\s)*(?:shared|presented|explained|described|passed on)\sits\s(?:[\w\-]+\s){0,2}"
    r"(?:experiences?|practices?|models?|approach|expertise|knowledge)\b"
)
_TELL_OF = late(
    r"\s(?:(?:also|will|then|jointly|in turn)\s)*(?:present|report|explain|share|describe|outline|introduce|speak|"
    r"spoke|teach|"
    r"taught|lead|led|give|gave|talk|show|demonstrate|cover)(?:e?d|s|ing)?\b"
)
_TOLD_BY = late(
    r"\b(?:presented|shared|explained|led|taught|given|described|introduced|covered|delivered|outlined|shown|"
    r"demonstrated|held|conducted|provided)\sby\s(?:[\w\-]+\s){0,4}(?:experts?|trainers?|speakers?|specialists?)\b"
)
"""What stands round the countries of experts who spoke: "presented by experts from"."""

_LEAD = late(
    r"\s(?:[\w\-]+\s){1,3}(?:have\s|has\s)?(?:lead|leads|led|teach|teaches|taught)\s(?:[\w\-]+\s){0,4}"
    r"(?:training|course|workshop|seminar|session)"
)
"""What follows the adjective of those who taught: "Swiss officers lead a course"."""

_OF_ONE = frozenset({"representative of", "representative from"})
"""What one person of a body is told by, who greets those who came."""

_OFFICE_OF = late(
    r"\s(?:Attorney|Senate|Congress|Marshals?|Ambassador|Embassy|Consulate|Presidency|Secretary)\b"
)
"""What makes a country part of the name of an office: "the United States Attorney"."""

_AND_HOST = late(r",?\s(?:and|as well as)\s(?:the\s)?host(?:ing)?\s(?:country|nation|[Ss]tate)\b")
_BESIDES = late(
    r"(?:Besides|Beyond|Aside from|As well as|Apart from|In addition to|Along with|Alongside|Together with|Next to|"
    r"Outre|Hormis|Además de|Junto a|"
    r"Además|Junto|Além de|Além|Помимо|Кроме)\s(?:the\s|del\s|al\s|do\s|da\s|dos\s|its\s|l[ae]s?\s|l[’']|el\s|los\s|"
    r"o\s|a\s|delegations?\s(?:from|of)\s(?:the\s)?)?"
)
"""What stands at the head of a sentence before those beside whom others came: "Besides Peru, the countries were"."""

_HOST_BESIDE = late(
    rf"(?:{_BESIDES.pattern})(?:two\s|three\s)?(?:host|hosts|host(?:ing)? (?:country|nation|state)|pays hôte|"
    r"país anfitrión|anfitriones|anfitrión)\b(?!\s(?:agenc|organi|institut|universit|city|town))"
)
_NOUN_FIRST = frozenset({"fr", "es", "pt"})
_BESIDE = 3
_EXPERTS_END = late(
    r"\b(?:experts?|expertos|especialistas|peritos|formateurs|formadores|intervenants|ponentes)\s$",
    re.IGNORECASE,
)
_GIVEN_BY = late(
    r"\b(?:impartid[oa]s?|dictad[oa]s?|facilitad[oa]s?|dirigid[oa]s?|dispensée?s?|animée?s?|assurée?s?|"
    r"ministrad[oa]s?|lecionad[oa]s?)\s(?:por|par|pel[oa]s?)\b[^.;]{0,90}$|\b(?:a cargo de|au soin de)\b[^.;]{0,60}$"
)
_GUIDED_BY = late(
    r"\b(?:sous la (?:houlette|conduite|direction|supervision) d[e’']|encadrée?s? par|guidée?s? par|"
    r"bajo la (?:guía|dirección|conducción) de|guiad[oa]s? (?:por|pel[oa]s?)|sob a (?:orientação|condução) de|"
    r"orientad[oa]s? (?:por|pel[oa]s?))\s?[^.;,]{2,60}$",
    re.IGNORECASE,
)
"""What stands before those who taught: "sous la houlette d'une formatrice"."""

_TALK_BY = late(
    r"\b(?:exposición|presentación|ponencia|charla|conferencia|présentation|exposé|communication|apresentação|palestra|"
    r"exposição)\s(?:a cargo\s)?(?:de|d[’']|do|da|del)\s?(?:un[ae]?|uma?)\s(?:[\w\-]+\s){1,6}?(?:del?|du|d[oa]|"
    r"d[’'])\s?"
    r"(?:la\s|l[’'])?$",
    re.IGNORECASE,
)
"""What stands before the country of one who spoke: "la exposición de un fiscal de"."""

_SOME_TOLD = late(
    r"\W*(?:Une?|Deux|Trois|Quatre|Una?|Dos|Tres|Cuatro|Uma?|Dois|Duas|Três|Quatro|Des|Unos|Unas|Один|Одна|Два|Две|"
    r"Три)\s"
    r"(?!(?:particip|victim|víctim|vítim|survivant|sobrevivi|участни|delega|délégu)\w*)[^.;,:«»“”\"]{2,80}$"
)
_SOME = late(
    r"\W*(?:Une?|Deux|Trois|Quatre|Una?|Dos|Tres|Cuatro|Uma?|Dois|Duas|Três|Quatro|Des|Unos|Unas|Два|Две|Три)\s"
)
_TOLD_OF = late(
    r"[^.;:«»“”\"]{0,110}?\b(?:(?:a|ont|ha|han)\s(?:ensuite\s|également\s|aussi\s|también\s)?(?:exposé|présenté|expliqué|"
    r"montré|partagé|décrit|détaillé|raconté|animé|dispensé|encadré|parlé|illustré|expuesto|presentado|explicado|"
    r"compartido)|"
    r"expuso|expusieron|presentó|presentaron|explicó|explicaron|mostró|mostraron|compartió|compartieron|describió|"
    r"describieron|detalló|detallaron|habló|hablaron|impartió|impartieron|dictó|dictaron|abordó|abordaron|"
    r"expôs|expuseram|apresentou|apresentaram|explicou|explicaram|mostrou|partilhou|partilharam|compartilhou|"
    r"compartilharam|descreveu|descreveram|falou|falaram|ministrou|ministraram|abordou|abordaram|orientou|orientaram|"
    r"expose(?:nt)?|présentent|expliquent|partagent|exponen|presentan|explican|comparten|apresentam|partilham|explicam|"
    r"рассказал[аи]?|поделил(?:ся|ась|ись)|представил[аи]?|объяснил[аи]?|показал[аи]?|прочитал[аи]?|выступил[аи]?|"
    r"провел[аи]?|провёл|вел[аи]?|вёл)\b"
)
"""What stands before and behind the countries of those few who taught: "Un magistrat", "a exposé"."""

_TAUGHT_IN_RUSSIAN = late(
    r"\b(?:[Зз]анятия|[Лл]екции|[Сс]ессии)\s(?:\w+\s)?(?:вел[аи]?|вёл|вед[уё]т|провел[аи]?|провод[ия]т|читал[аи]?|читают)\b|"
    r"\b(?:[Оо]пытом|[Зз]наниями|[Нн]аработками)\s(?:[^.;,:]{2,40}\s)?(?:поделил\w+|делились|делятся)\b",
    needs="анятия|екции|ессии|пытом|наниями|аработками",
)
_TAUGHT_IN_RUSSIAN_BY = late(
    r"\b(?:[Зз]анятия|[Лл]екции|[Сс]ессии|[Тт]ренинг|[Сс]еминар|[Оо]бучение)\s(?:\w+\s)?(?:вел[аи]?|вёл|вед[уё]т|провел[аи]?|провёл|"
    r"провод[ия]т|читал[аи]?|читают)\s[^.;,:]{2,60}\sиз\s$|"
    r"\b(?:[Оо]пытом|[Зз]наниями|[Нн]аработками)\s(?:[^.;,:]{2,40}\s)?(?:поделил\w+|делились|делятся)\s[^.;,:]{2,60}\sиз\s$|"
    r"^\W*(?:[Сс]удья|[Пп]рокурор|[Сс]ледователь|[Ээ]ксперт|[Сс]пециалист|[Аа]двокат|[Ии]нспектор|[Пп]реподаватель|"
    r"[Пп]рофессор|[Оо]фицер)\s(?:[^.;,:]{2,40}\s)?из\s$",
    needs="из",
)
"""What stands before the countries of Russian-speaking trainers: "Занятия вели редакторы из"."""

_WERE_TEACHERS = late(
    r"\b(?:[Tt]rainers|[Ee]xperts|[Ii]nstructors|[Ll]ecturers|[Ff]acilitators|[Ss]peakers|[Pp]resenters|[Mm]oderators|"
    r"[Rr]esource persons)\s(?:(?:on|of|at|in|during)\s(?:the\s)?[\w\-]+\s(?:[\w\-]+\s)?)?(?:(?:had|"
    r"have)\s)?(?:includ(?:e|ed)|were|are|comprised|came|come|represented)\s"
    r"(?!(?:also\s)?(?:trained|welcomed|invited|able|joined|asked|taught|told|introduced|given|briefed|among))",
    needs="included|include|were|are|comprised|came|come|represented",
)
_TEACHERS_ARE = late(
    r"\b(?:[Tt]rainers|[Ee]xperts|[Ii]nstructors|[Ll]ecturers|[Ff]acilitators|[Ss]peakers|[Pp]resenters|[Mm]oderators|"
    r"[Rr]esource persons)\s(?:(?:on|of|at|in|during)\s(?:the\s)?[\w\-]+\s(?:[\w\-]+\s)?)?(?:(?:had|"
    r"have)\s)?(?:includ(?:e|ed)|were|are|comprised|came|come|represented)\s(?!trained|told)"
    r"(?:(?!\b(?:ambassadors?|minister|embass\w+|participants|officers|attended|learn\w*|discuss\w*|who|which|that|"
    r"about|on|in|at)\b)[^;:]){0,200}$",
    needs="included|include|were|are|comprised|came|come|represented",
)
"""What stands before the countries of those who taught: "trainers were detectives from the Danish police"."""

_TAUGHT_WHO_CAME = late(
    r"\b(?:conducted|led|taught|facilitated|given|delivered|run|moderated)\sby\s[^;:]{3,160}?\bwho\s(?:had\s|has\s|"
    r"have\s)?"
    r"(?:travel\w*|came|come|flew|flown)\s[^.;:,]{0,40}?\bfrom\s(?:the\s)?$"
)
"""What stands before the country of those who taught: "conducted by two judges who travelled to Lima from"."""

_HEAD_OF_ITS = late(
    r"\b(?:[Tt]he|[Aa]n?)\s(?:(?:deputy|senior|former|acting)\s)?(?:head|director|chief|member|judge|prosecutor|"
    r"officer|official|"
    r"attorney|inspector|commander|specialist|coordinator)\s(?:of|from|at)\s(?:the\s)?$"
)
_TOLD_OF_WORK = late(
    r"\s(?!delegation|Embassy|embassy|Ambassador)(?:[\w’'\-]+\s){1,8}?(?:outlined|explained|presented|described|"
    r"shared|showed|spoke of)\s"
    r"(?:[\w’'\-]+\s){0,4}?(?:experiences?|practices?|work|how|systems?|models?|approach\w*|methods?|procedures?|"
    r"lessons|case)\b"
)
"""What stands round the adjective of one who spoke of work at home: "The head of the French office outlined"."""

_TEACHERS_NAMED = late(
    r"[^:;]{0,200}\bby\s(?:[\w\-]+\s){0,6}(?:trainers|experts|instructors|lecturers|facilitators|"
    r"speakers):\s[^:;]{3,300}"
    r"\b(?:from|of)\s(?:the\s)?$|"
    r"[A-Z][\w’'\-]*\s(?:[\w’'\-]+\s){0,3}(?:trainers|experts|instructors|lecturers|facilitators|speakers|tutors),\s"
    r"(?:(?!\b(?:who|which|that|participants|attended|on|in|at)\b)[^;:]){3,240}\b(?:from|of)\s(?:the\s)?$"
)
"""What stands before the countries of those who taught where each is named: "The trainers, Judge Mary Major from"."""

_AND_THOSE_WHO_SPEAK = late(
    r"\b(?:participants|delegates|attendees|guests)\s(?:and|as well as|&)\s(?:\w+\s)?"
    r"(?:speakers|experts|trainers|facilitators|presenters)\b[^.;:]*$",
    re.IGNORECASE,
)
"""What stands before the countries of all who came: "participants and speakers from"."""

_SOME_FROM = late(r"\b(?:an?|one|two|three|four|five|\d)\s(?:[\w\-]+\s){1,4}from\s(?:the\s)?$", re.IGNORECASE)
_GAVE_TALKS = late(
    r"[^.;]{0,70}\b(?:gave|delivered|held|made)\s(?:[\w\-]+\s){0,2}(?:presentations?|lectures?|talks?|sessions?)\b"
)
"""What tells of those few from a body of a country who taught: "two inspectors from the Danish service gave talks"."""

_HEARD = late(
    r"\b(?:heard from|listened to|(?:were|was|been) (?:trained|taught|coached|instructed) by)\s(?:the\s)?(?:\w+\s)?$"
)
"""What stands before those who taught: "they heard from Italian and French magistrates"."""

_TEACHERS_NEXT = late(
    r"\s(?:[a-z\-]+\s){0,2}(?:[Ee]xperts?|[Tt]rainers?|[Ss]peakers?|[Ss]pecialists|[Ii]nstructors?)\b"
)
_TEACHERS_OF = late(r"\b(?:[Ee]xperts|[Tt]rainers|[Ii]nstructors|[Ll]ecturers)\s(?:of|from)\s(?:the\s)?$")
_ALL_CONCERNED = late(
    r"\b(?:concerns?|affects?|urges?|calls? (?:on|upon)|invites?|obliges?|binds?)\s"
    r"(?:all\s)?(?:the\s|its\s)?(?:\d+\s)?$"
)
"""What stands before a group of states that is only spoken of: "it affects all member states"."""

_IN_ALL = late(
    r"\b(?:in|across|within|throughout|dans|en|em|nos|в)\s(?:all\s)?(?:the\s|les\s|los\s|os\s)?(?:\d+\s)?$",
    re.IGNORECASE,
)
"""What stands before a group of states in which something is: "laws in all member states"."""

_TALKED = late(
    r"\s(?:have\s|are\s|will\s|who\s)?(?:discuss(?:ed)?|met|meet(?:ing)?|gather(?:ed)?|exchanged?|compared?|debated?|"
    r"came together|attend(?:ed)?|took part|participated)\b"
)
"""What follows experts who are those who came: "Experts from Chile, Peru and Brazil discussed"."""

_TALKED_SO = late(
    r"\s(?:have\s|are\s|will\s|to\s)?(?:meet(?:ing)?|met|gather(?:ed)?|come together|came together|attend(?:ed)?|"
    r"took part|"
    r"in talks|en concertation|se réunissent|se sont réunis|se reunieron|se reúnen|reuniram-se)\b"
)
"""What follows experts told by an adjective who are those who came: "Kenyan and Ugandan experts meet"."""

_HAVE_MET = late(
    r"(?:(?:yesterday|today|also|recently|jointly) )?(?:have |has |will )?(?:held|hold|holds|convened?|"
    r"conducted|concluded|began|opened)\s(?:(?:a|an|the|"
    r"their|its)\s)?(?:[\w\-]+\s){0,4}"
    r"(?:meeting|workshop|conference|consultation|talks|dialogue|seminar|training|exercise)s?\b|"
    r"(?:have |has )?(?:agreed|decided)\b[^.;]{0,90}?\b(?:at|during)\s(?:a|an|the|their)\s(?:[\w\-]+\s){0,3}"
    r"(?:meeting|conference|consultation|talks)\b"
)
"""What follows the countries that met: "Chad and Niger have held a consultation"."""

_TOGETHER = late(
    r"\s(?:have\s|has\s|ont\s|han\s)?(?:sign|inks?\b|inked|agree|held|hold|discuss|meet|met\b|vow|pledg|cooperat|"
    r"co-operat|"
    r"unissent|renforcent|signent|signé|se réunissent|refuerzan|firman|firmaron|unen|acuerdan|acordaron|"
    r"strengthen|boost|step up|join|work together|enhance|intensify|review)"
)
"""What two countries do that have met: "Chad and Niger have signed"."""

_OPENING = 3
"""Sentences of a page that may open it: headlines and the first of the text."""

_FIRST_WORDS = 8
"""Words up to which a list stands at the head of a sentence, behind a dateline."""

_MET_AS_EXPERTS = late(
    r"\b(?:brought together|brings together|bringing together|gathered|gathers|convened|united)\s(?:[\w\-]+\s){0,4}"
    r"(?:experts|specialists)\s(?:[\w\-]+\s){0,4}(?:from|of)\s(?:the\s)?$"
)
"""What stands before the countries of experts who are those who came: "brought together key experts from"."""

_SO_MANY_EXPERTS = late(
    r"\b(?:(?P<many>\d{2,4})|[Tt]welve|[Tt]hirteen|[Ff]ourteen|[Ff]ifteen|[Ss]ixteen|[Ss]eventeen|[Ee]ighteen|"
    r"[Nn]ineteen|"
    r"(?:[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty|[Ss]eventy|[Ee]ighty|[Nn]inety)(?:-\w+)?|[Dd]ozens of|(?:a|"
    r"one) hundred)"
    r"\s+(?:[\w\-]+\s+){0,4}(?:experts?|specialists|trainers|instructors|lecturers)\s+(?:[\w\-]+\s+){0,3}(?:from|"
    r"of)\s+(?:the )?$"
)
"""What stands before the countries of experts who are so many that they are those who came."""

_MANY_EXPERTS = 12
_NATIONAL_TRAINERS = late(
    r"\bnational (?:trainers|instructors)\s(?:\w+\s){0,2}(?:from|of)\s(?:the\s)?$", re.IGNORECASE
)
_INVITED = late(
    r"\b(?:experts?|trainers?|speakers?)\b[^.;]{0,50}\b(?:invited|came|arrived)\sfrom\s(?:the\s)?$"
)
_TO_TEACH = late(
    r",?\sto\s(?:lead|deliver|conduct|facilitate|teach|give|provide)\sthe\s(?:training|course|workshop|"
    r"seminar|sessions?)"
)
_TAKING_PART_OF = late(
    r"\bwith the participation of (?:[\w\-]+\s){0,2}(?:experts|specialists)\s(?:from|of)\s(?:the\s)?$"
)
_ARE_TAKING_PART = late(
    r"\b[Tt]hose (?:attending|present|taking part|who attended|trained) (?:were|are|came|come|hailed) from\b|"
    r"\b(?:[Pp]articipating (?:countries|states|nations) (?:were|are|included?)|"
    r"(?:[Pp]articipants|[Dd]elegates|[Dd]elegations|[Tt]rainees|[Aa]ttendees) (?:are|were|come|came|hailed) from)\b",
    needs="articipating|from",
)
_MEMBERS_ARE = late(r"\b[Mm]embers(?=\s[A-Z])")
_MEMBERS = late(r"\b(?:[Mm]embers|[Mm]ember [Ss]tates|[Cc]ountries|[Ss]tates)\s$")
_ALL_LISTED = late(
    r"\b(?:members|countries|states|delegations)\b[^;:]{0,150}\b(?:present|attended|took part|met|represented|"
    r"gathered)\b[^;:]{0,90}:\s"
    r"(?:the\s)?$"
)
"""What stands before a list of all who met: "all nine members were present when it met in May: "."""

_SHARES = late(
    r"\b(?:(?:will )?share|shared|sharing)\s(?:their|its)\s(?:[\w\-]+\s){0,3}"
    r"(?:experiences?|expertise|knowledge|practices?)\s"
    r"with\s(?:the\s|all\s)?(?:\w+\s)?(?:participants|trainees|officers|judges|prosecutors|officials|colleagues)\b",
    needs="shar",
)
_PEOPLE_BEFORE = 150
_MIXED_EXPERTS = late(
    r"\b(?:experts|trainers|speakers|specialists)\s+(?:from|of)\s+(?!\d)"
    r"(?:(?!\b(?:officials?|officers?|representatives?|participants|prosecutors|judges|police|delegates?|is|"
    r"are|was|were|will|who|"
    r"which|met|took|attended|shared|led|on|to)\b)[^.;]){2,140}(?:,|\band)\s+(?:the )?$",
    re.IGNORECASE,
)
_MINISTRY = late(r"\s(?:[A-Z]\w+\s){0,2}(?:Ministr|Police|Prosecut|Government|authorities|National)")
_OF_GOVERNMENT = late(
    r"['’]s?\s(?:\w+\s)?(?:government|authorities|ministr|police|civil society)", re.IGNORECASE
)
_REPRESENTED = late(
    r"\b(?:representatives|officials|officers|delegates|members|prosecutors|judges|investigators|practitioners)\s"
    r"(?:of|from)\s(?:the\s)?$",
    re.IGNORECASE,
)
_TAKE_PART = late(
    r"\b(?:will (?:also )?(?:take part|participate|attend)|took part|are taking part|participated|attended)\b"
)
_POSTED = late(r"[^,.;]{0,25}\b(?:[Ee]mbass|[Aa]mbassador|[Cc]onsul|High Commission|(?<!-)\b[Gg]overnment)")
"""What is of another country and in the one visited: "the French embassy"."""

_ITS_OFFICE = late(
    r"\b(?:projects?|offices?|programmes?|missions?|delegations?|embass\w+|centres?|representatives?)\s(?:in|"
    r"to|for)\s(?:the\s)?$|\b(?:in|of|on|to|for)\swhich\s(?:the\s)?$"
)
_OF_BODIES = 2.0
"""The weight from which on a sentence may name the countries whose bodies came."""

_NOT_OF_THOSE = late(
    r"\((?:like|such as|e\.g\.|for example)\s(?:the\s)?$|"
    r"\b(?:will|to|se|sera|será|serão) (?:also )?(?:be )?(?:held|implemented|replicated|llevará a cabo|realizará|"
    r"desarrollará|implementará|organisée?|realizad[ao])\b[^.;]{0,30}\b(?:in|en|dans|em)\b[^.;]{0,60}$"
)
"""What stands before countries named as examples, or where something else is to be."""

_THEIR_LAW = late(
    r"\b(?:that|laws?|legislation|practices?|systems?|situation|rules|models?|courts|provisions|code)\s(?:of|in|"
    r"from)\s(?:the\s)?$"
)
"""What stands before countries whose law is spoken of: "compared it with that of"."""

_WORK_WITH = late(
    r"(?<!\b[Ii]n )(?<!\bclose )\b(?:[Cc]o-?operation|[Cc]ollaboration|"
    r"[Cc]oordination)\swith\s(?:[\w\-]+\s){1,6}(?:of|from)\s(?:the\s)?$|"
    r"\b(?:(?:better|closer|stronger|improved?|strengthen\w*|enhanced?|deepen\w*|more|call\w* for|need for|"
    r"importance of)\s"
    r"(?:[\w\-]+\s){0,3}?(?:cooperation|co-operation|collaboration|coordination|ties|links|relations|contacts?)|"
    r"solved|investigated|(?:had|has|have) (?:often\s|long\s)?(?:worked|cooperated|"
    r"co-operated))\s(?:together\s)?(?:with|between)\s"
    r"(?:[\w\-]+\s){0,6}(?:of|from)\s(?:the\s)?$"
)
"""What stands before those with whom somebody works or is to work, who need not have come."""

_AS_EXAMPLES = late(
    r"\b[Oo]ther\s(?:countries|states|nations),?\s(?:such as|like)\s(?:the\s)?$|"
    r"\b(?:learn\w*|inspir\w+|lessons?|experiences?|examples?|practices?|models?)\s(?:\w+\s){0,3}?(?:from|of|in|"
    r"by)\s(?:other\s)?"
    r"(?:countries|states|neighbours|nations)\s(?:such as|like|including)\s(?:the\s)?$"
)
"""What stands before countries from which somebody is to learn."""

_DISCUSSED = late(
    r"[^.;:]{0,80}\b(?:was|were)\s(?:also\s|then\s)?(?:discussed|mentioned|analy[sz]ed|examined|studied)\b"
)
"""What follows those who are spoken of: "students from Nigeria were discussed"."""

_SERVED_IN = late(
    r"\b(?:years|decades?|career|experience|service|served|worked)\s(?:[\w\-]+\s){0,2}(?:in|with|at|for)\sthe\s$"
)
"""What stands before the body somebody once worked for: "with long years in the Spanish police"."""

_WELCOMED_BY = late(r"\b(?:welcomed|received|hosted|briefed|guided) by\s(?:the\s)?$")
_THEIR_HOSTS = late(r".{0,2}\b[Tt]heir\s\s(?:[\w\-]+\s){0,2}?(?:colleagues|counterparts|hosts|peers)\b")
"""What stands round the adjective of those who received a visit: "their Spanish colleagues"."""

_A_TRAINER = late(r"\b(?:[Tt]rainer|[Ll]ecturer|[Ff]acilitator|[Ii]nstructor|[Ee]xpert|[Ss]peaker)s?\b")
_IN_A_CASE = late(
    r"\b(?:requests?|letters?|applications?|proposals?|messages?|invitations?|"
    r"offers?)\s(?:\w+\s){0,2}?from\s(?:the\s)?$|"
    r"\b(?:cases?|trials?|stor(?:y|ies)|films?|situations?|operations?|incidents?|instances?|examples?|affairs?)\s"
    r"(?:in which|in whose|where|of|about|against|that|involving|concerning)\b[^.;]{0,90}$"
)
"""What stands before the countries of people in a case that is told: "a case in which two guards from"."""

_COUNTED_THINGS = late(
    r"\b(?:[Cc]ases|[Cc]ase law|[Dd]ecisions|[Jj]udge?ments|[Rr]ulings|[Vv]erdicts|[Ll]aws|[Ll]egislation|"
    r"[Ss]tudies|[Dd]ata|"
    r"[Ff]igures|signed|ratified|adopted|concluded|acceded|implemented|carried out|active|operates|works|translated)\b"
    r"(?:(?!\b(?:participants|delegat\w+|officers|officials|judges|prosecutors|practitioners|representatives|police)\b)"
    r"[^.;]){0,80}\b(?:countries|states|nations|jurisdictions|[Ss]tates)\b[^.;]{0,40}$",
    needs="countries|tates|nations|jurisdictions",
)
"""What stands before countries from which something else came: "rulings from nine countries, among them"."""

_OF_ITS_BODIES = late(
    r"\b(?:representatives|officials|staff|experts|participants|delegates|ministers|heads)\s(?:of|from)\s(?:the\s)?"
    r"(?:[\w\-]+,?\s){0,4}(?:entities|authorities|institutions|agencies|bodies|ministries|organi[sz]ations)\s"
    r"(?:(?:concerned|involved|responsible)\s)?in\s(?:the\s)?$"
)
"""What stands before the country of those who came from its bodies: "representatives of various agencies in"."""

_BY_GOVERNMENT = late(
    r"\s(?:\w{0,3}\s?)?government(?!\s(?:officials?|representatives?|delegates?|officers?|employees|staff|agenc|minist|"
    r"departments|institutions|bodies|authorities|experts|practitioners|stakeholders))",
    re.IGNORECASE,
)
"""What says of a country that its government did something, not that its people came."""

_EMBASSY = late(r"\b(?:Embass|Ambass|Embajad|Embaixad|Consulat|посольств)", re.IGNORECASE)
_TAUGHT_BY = late(
    r"\b(?:delivered|led|taught|conducted|facilitated|given|run|moderated) by (?:\w+ ){0,2}[\w\-]+\s$"
)
_BOTH = late(
    r"\b(?:[Bb]inacional|[Bb]ilateral|[Bb]inational|[Tt]ransfronteriz[oa]|[Tt]ransfrontalier|"
    r"[Ff]ronteiriç[oa])\b[^.;]{0,20}"
    r"\b(?:encuentro|reunión|mesa|cita|jornada|taller|meeting|workshop|talks|dialogue|conference|seminar|training|"
    r"encontro|reunião|rencontre|réunion|atelier|\d{4}|[A-Z])|"
    r"\b(?:[Ee]ncuentro|[Rr]eunión|[Mm]esa|[Cc]ita|[Jj]ornada|[Tt]aller|[Ee]ncontro|[Rr]eunião|[Rr]encontre|"
    r"[Rr]éunion|[Aa]telier)"
    r"\s(?:[Bb]inacional|[Bb]ilateral|[Tt]ransfronteriz[oa]|[Tt]ransfrontali[eè]re?|[Ff]ronteiriç[oa])\b"
)
"""What tells of a meeting as one of two countries: "binational meeting"."""

_WITH_THEIR = late(r"\b(?:met|meet|joined|with|and|alongside|by|together)\s(?:their|its)\s$")
"""What stands before the adjective of those who met others: "Kenyan officials met their Ugandan"."""

_BETWEEN = late(r"\bbetween\s(?:the\s)?$")
_HOME_EXPERTS = late(
    r"(?<!expertise of )(?<!interviews with )(?<!enforcement and )"
    r"\b(?:national|local) (?:and \w+ )?(?:experts|trainers|consultants|facilitators|resource persons|expert|trainer)\b"
)
_OWN_TEACHERS = late(
    r"(?:The )?(?:[Tt]rainers|[Ii]nstructors|[Ll]ecturers|[Ff]acilitators)\s(?:were|are|included|came)\s"
    r"(?:(?!(?:trained|not|also|invited|told|asked)\b)[\w\-]+\s){0,6}?(?:of|from)\s(?:the\s)?(?:[A-Z]\w+\s){0,2}?"
    r"(?:Ministr|Prosecut|Police|Gendarm|Supreme|Court|Attorney|Judicial|Academy|Directorate|National (?:Police|"
    r"Prosecut|Commission))"
)
_FOREIGN_BODY = late(
    r"\b(?:UN|UNODC|UNHCR|UNICEF|OSCE|IOM|ICMPD|ILO|INTERPOL|Interpol|Europol|Frontex|FBI|US|EU|UK|European|"
    r"International|"
    r"United|Council of Europe|Federal Bureau)\b|\bU\.S\."
)
"""What says that trainers were those of the host's own bodies: "trainers were officers of the Ministry"."""

_TAUGHT_THERE = late(
    r"\b(?:led|delivered|facilitated|conducted|provided?|moderated|shared|presented|served|trained|"
    r"taught|run|supported by)\b"
)
_ALL_OVER_IT = late(
    r"\bfrom\s(?:all\s(?:parts|over|corners|regions|provinces|districts)|across|throughout|every\s(?:part|region|"
    r"province|corner)|"
    r"different (?:parts|regions|provinces)|various (?:parts|regions|provinces))\s(?:of\s)?the\scountry\b",
    needs="country",
)
"""What tells that people came from all over the host country."""

_ATTENDED = late(r"[^.;]{0,90}\b(?:attended|took part|participated|were trained)\b")
_VISITS = late(r"\b(?:visit(?:ed)?|tour|trip|mission|travelled to)$")


_NOT_FROM_THERE = (_NOT_OF_THOSE, _AS_EXAMPLES, _THEIR_LAW, _WORK_WITH, _IN_A_CASE, _COUNTED_THINGS)
"""What may stand before the countries of others than those who came."""


_HEADQUARTERS = late(
    r"\b[Vv]isits?\s(?:to|of|at)\s(?:the\s)?[^.;]{0,20}?\b(?:INTERPOL|Interpol|Europol|EUROPOL|Eurojust|Frontex|"
    r"FRONTEX|UN|"
    r"United Nations|OSCE|Council of Europe|European|International)\b[^.;,]{0,50}?\b(?:[Hh]eadquarters|[Ss]eat|HQ|"
    r"General Secretariat)\b",
    needs="eadquarters|eat|HQ|General Secretariat",
)
"""What tells of a visit to an international body: "a study visit to the headquarters of"."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of places that stand in one list."""

    places: tuple[Place, ...]
    number: int


@dataclass(frozen=True, slots=True)
class Taking:
    """A country in a role."""

    iso3: str
    role: str
    name: str
    start: int
    end: int
    rule: str
    sure: Sure

    def evidence(self, story: Story) -> Evidence:
        """Return what the role was read from."""
        value = {"iso3": self.iso3, "role": self.role}
        return evidence(
            story.page, "countries", value, span=(self.start, self.end), rule=self.rule, sure=self.sure
        )


def countries_of(
    story: Story, host: str | None, parts: Sequence[Part], *, home: str | None = None
) -> list[Taking]:
    """Return the countries that took part, sent experts or paid, each pair of country and role once.

    `home` is the country of a national event that was held online, nowhere.
    """
    inside = [(part.body.start, part.body.end) for part in parts]
    found: dict[tuple[str, str], Taking] = {}
    runs = list(_runs(story))
    listed = list(_listed(story, runs, inside, host))
    away, absent = _is_away(story), _absent(story, runs)
    for told in [
        *listed,
        *_with_host(story, host, listed),
        *_sent(story, host, parts),
        *_home_experts(story, host),
        *_counted(story, listed),
    ]:
        taking = _of_the_visited(story, told) if away and told.iso3 == host else told
        if taking is not None and not (taking.role in _PRESENT and taking.iso3 in absent):
            found.setdefault((taking.iso3, taking.role), taking)
    kept = list(found.values())
    visited = _visited(story, host, kept)
    if visited and (visited.iso3, "expert") not in found:
        kept.append(visited)
    kept += _of_two(story, kept) or _of_both(story, kept)
    own = _is_own(parts, host or home) or _on_its_own_site(story, host)
    return [*kept, *_nationals(story, host or home, kept, own=own)]


def _counted(story: Story, listed: Sequence[Taking]) -> Iterator[Taking]:
    """Yield the countries of those who came where these are only counted: "officials from the three countries"."""
    if len({one.iso3 for one in listed if one.role == "participant"}) > 1:
        return
    for place in countries_counted(story):
        rule = "as many as those who came are from"
        yield Taking(place.iso3, "participant", place.as_written, place.start, place.end, rule, "derived")


def _with_host(story: Story, host: str | None, listed: Sequence[Taking]) -> Iterator[Taking]:
    """Yield the host where it ends a list of those who came: "from Chad, Mali and the host country"."""
    for one in listed:
        match = _AND_HOST.match(story.page.text, one.end)
        if host and match and one.role == "participant":
            yield Taking(host, "participant", match[0].strip(" ,"), one.end, match.end(), one.rule, "sure")
        at = story.page.at(one.start)
        match = _HOST_BESIDE.match(story.page.text, story.page.sentences[at or 0].start) if at else None
        if host and match and one.role == "participant":
            yield Taking(host, "participant", match[0], match.start(), match.end(), one.rule, "sure")


def _is_own(parts: Sequence[Part], host: str | None) -> bool:
    """Return whether a body of the host organised an event."""
    return any(part.role == "organiser" and part.sure == "sure" and part.body.iso3 == host for part in parts)


def _of_two(story: Story, found: Sequence[Taking]) -> list[Taking]:
    """Return the two countries that open a page as those who did something together, where it tells of a meeting."""
    known = {one.iso3 for one in found if one.role == "participant"}
    if not any(cue.meaning == "meeting" for cue in event_cues(story.page, story.lead)):
        return []
    for number in range(min(_OPENING, len(story.page.sentences))):
        begin, end = story.page.sentences[number].start, story.page.sentences[number].end
        two = [place for place in story.facts.places if begin <= place.start < end and place.kind == "name"][
            :2
        ]
        if len(two) < 2 or two[0].iso3 == two[1].iso3 or not known <= {place.iso3 for place in two}:
            continue
        led = len(story.page.text[begin : two[0].start].split()) < _FIRST_WORDS
        joined = _GLUE.fullmatch(story.page.text, two[0].end, two[1].start)
        if led and joined and _TOGETHER.match(story.page.text, two[1].end):
            rule = "two countries of a meeting"
            return [
                Taking(place.iso3, "participant", place.as_written, place.start, place.end, rule, "derived")
                for place in two
                if place.iso3 not in known
            ]
    return []


def _of_both(story: Story, found: Sequence[Taking]) -> list[Taking]:
    """Return the two countries of a meeting that is told as one of both, where the page names no others."""
    page = story.page
    named = [one for one in story.facts.places if one.kind != "city" and story.weight(one.start) > ELSEWHERE]
    if len({one.iso3 for one in named}) != 2 or not any(
        _BOTH.search(page.words(one)) for one in story.told(3.0)
    ):
        return []
    known = {one.iso3 for one in found if one.role == "participant"}
    first = {one.iso3: one for one in reversed(named)}
    return [
        Taking(iso3, "participant", one.as_written, one.start, one.end, "meeting of two countries", "derived")
        for iso3, one in first.items()
        if iso3 not in known
    ]


def _on_its_own_site(story: Story, host: str | None) -> bool:
    """Return whether the page is of the state that was the host."""
    return host is not None and is_official(story.facts.url) and site_country(story.facts.url) == host


def _home_experts(story: Story, host: str | None) -> Iterator[Taking]:
    """Yield the host as expert country where experts of its own taught: "together with national experts"."""
    page = story.page
    for number in story.told(0.0) if host else ():
        sentence = page.sentences[number]
        match = _HOME_EXPERTS.search(page.text, sentence.start, sentence.end)
        taught = bool(match and _TAUGHT_THERE.search(page.text, sentence.start, sentence.end))
        if not (taught and story.weights[number] >= 1):
            match = _OWN_TEACHERS.match(page.text, sentence.start, sentence.end)
            foreign = _FOREIGN_BODY.search(page.words(number)) is not None
            taught = match is not None and not foreign and _names_no_other(story, number, host)
        if host and match and taught and sentence.zone == "body":
            yield Taking(
                host, "expert", match[0], match.start(), match.end(), "experts of its own", "derived"
            )


def _names_no_other(story: Story, number: int, host: str | None) -> bool:
    """Return whether a sentence names no other country than the host."""
    begin, end = story.page.sentences[number].start, story.page.sentences[number].end
    return all(one.iso3 == host for one in story.facts.places if begin <= one.start < end)


def _absent(story: Story, runs: Sequence[Run]) -> frozenset[str]:
    """Return the countries of which it is said that nobody came."""
    page, found = story.page, set()
    for run in runs:
        sentence, last = page.sentences[run.number], run.places[-1]
        before = page.text[sentence.start : run.places[0].start]
        if is_absent(before, page.text[last.end : min(sentence.end, last.end + 90)]):
            found |= {place.iso3 for place in run.places}
    return frozenset(found)


def _of_the_visited(story: Story, taking: Taking) -> Taking | None:
    """Return what people of the country visited were: experts where they are called so, no participants."""
    if taking.role != "participant":
        return taking
    experts = _ROLE_NOUN.match(story.page.text[taking.end : taking.end + 40])
    return replace(taking, role="expert", rule="experts of the country visited") if experts else None


def _visited(story: Story, host: str | None, found: Sequence[Taking]) -> Taking | None:
    """Return the host of a study visit as the country that taught, where those who came are from elsewhere.

    Eight of the ten coded study visits say so.
    """
    visit = next((cue for cue in _names_of(story) if cue.meaning == "study visit"), None)
    if (
        host is None
        or visit is None
        or _to_headquarters(story)
        or not any(one.role == "participant" and one.iso3 != host for one in found)
    ):
        return None
    words = story.page.text[visit.start : visit.end]
    return Taking(host, "expert", words, visit.start, visit.end, "the country visited", "derived")


def _names_of(story: Story) -> list[Cue]:
    """Return the words for the event in its lead, or, where that only takes it up, in the first that names it."""
    numbers = (story.lead, *story.told(2.0))
    return next((cues for number in numbers if (cues := event_cues(story.page, number))), [])


def _to_headquarters(story: Story) -> bool:
    """Return whether an international body was visited, whose people are not those of the country it sits in."""
    sentences = story.page.sentences[max(0, story.lead - 2) : story.lead + 1]
    return any(_HEADQUARTERS.search(story.page.text, one.start, one.end) for one in sentences)


def _is_away(story: Story) -> bool:
    """Return whether people went to see how another country does it, whose own people are no participants then."""
    page = story.page
    words = {page.text[cue.start : cue.end].casefold() for cue in page.of(story.lead, "abroad")}
    return any(cue.meaning == "study visit" for cue in _names_of(story)) or any(
        _VISITS.search(one) for one in words
    )


def _runs(story: Story) -> Iterator[Run]:
    """Yield the lists of countries in sentences that speak of the event."""
    page = story.page
    run: list[Place] = []
    here = -1
    for place in story.facts.places:
        at = page.at(place.start)
        if at is None or place.kind == "city" or not _may_tell(story, at) or _of_a_town(story, place):
            continue
        same = (
            run
            and at == here
            and not (
                run[-1].kind == "name"
                and place.kind == "adjective"
                and _ALSO_THE.fullmatch(page.text, run[-1].end, place.start)
            )
            and (
                place.start < run[-1].end
                or _GLUE.fullmatch(page.text, run[-1].end, place.start)
                or (
                    place.start - run[-1].end < _MOST_BETWEEN
                    and _NAMES_ONLY.fullmatch(page.text, run[-1].end, place.start)
                    and (len(run) > 2 or _among_names(story, at, run[0].start) is not None)
                )
            )
        )
        if not same:
            if run:
                yield Run(tuple(run), here)
            run = []
        run.append(place)
        here = at
    if run:
        yield Run(tuple(run), here)


def _among_names(story: Story, at: int, start: int) -> re.Match[str] | None:
    """Return the beginning of a list of people from bodies and countries that stands right before a country."""
    match = _AMONG_NAMES.search(story.page.text, story.page.sentences[at].start, start)
    if match is None or not match["names"]:
        return match
    return match if _ANOTHER_NAME.search(match["names"]) else None


def _of_a_town(story: Story, place: Place) -> bool:
    """Return whether a country only says where a town lies: "the training in Bamako, Mali"."""
    return any(
        one.kind == "city"
        and one.iso3 == place.iso3
        and story.page.text[one.end : place.start] in {", ", " ("}
        for one in story.facts.places
        if place.start - 40 < one.end <= place.start
    )


def _may_tell(story: Story, at: int) -> bool:
    """Return whether a sentence may tell who took part: it speaks of the event, or of nothing else."""
    if _speaks(story, at):
        return True
    page = story.page
    sentence = page.sentences[at]
    if _PRESENT_LABEL.match(page.small, sentence.start, sentence.end):
        return True
    quiet = sentence.zone == "body" and not page.quoted(sentence.start + 3)
    return quiet and speaks_of_those_present(story, at)


def _speaks(story: Story, at: int) -> bool:
    """Return whether a sentence may tell who took part: of the event, not of crime, projects or plans."""
    if at not in story.speaks:
        story.speaks[at] = _tells_who(story, at)
    return story.speaks[at]


def _tells_who(story: Story, at: int) -> bool:
    """Return what `_speaks` returns, read from the sentence."""
    sentence = story.page.sentences[at]
    if sentence.zone in {"menu", "tail"} or story.page.quoted(sentence.start + 3):
        return False
    if _AT_WORK.search(story.page.text, sentence.start, sentence.end) or of_plans(story, at):
        return False
    if others_of(story.page, at) & {"project", "future", "time"} and story.weights[at] < 3:
        return False
    near = any(
        story.weights[number] >= 2 for number in (at - 1, at, at + 1) if 0 <= number < len(story.weights)
    )
    words = story.page.words(at)
    said = (_ARE_TAKING_PART, _WERE_TEACHERS, _ONE_SPOKE, _LESSONS_BY, _TAUGHT_IN_RUSSIAN)
    few = _SOME.match(words) and _TOLD_OF.match(words)
    if story.weights[at] >= 0 and (few or any(pattern.search(words) for pattern in said)):
        return True
    people = bool(story.page.of(at, "people", "trainer")) or _MEMBERS_ARE.search(words) is not None
    return story.weights[at] > 0 or (near and people and story.weights[at] >= 0)


def _listed(
    story: Story, runs: Sequence[Run], inside: Sequence[tuple[int, int]], host: str | None
) -> Iterator[Taking]:
    before: tuple[str | None, int] = (None, 0)
    for run, told in _with_those_before(story, runs, [_role(story, run, host) for run in runs]):
        role = before[0] if told is None and _goes_on(story, before[1], run) else told
        before = (role, run.places[-1].end) if role else before
        if role is None or story.page.quoted(run.places[0].start):
            continue
        for place in run.places:
            if any(start <= place.start < end for start, end in inside):
                continue
            rule = "listed among those who came" if role == "participant" else "listed among experts"
            yield Taking(place.iso3, role, place.as_written, place.start, place.end, rule, "sure")


def _goes_on(story: Story, end: int, run: Run) -> bool:
    """Return whether a list goes on the one that ends at a place of the text, and has its role."""
    text, start = story.page.text, run.places[0].start
    if run.places[0].kind != "adjective" and _MORE_OF_A_LIST.fullmatch(text, end, start):
        return ":" in text[story.page.sentences[run.number].start : end]
    return _SOME_MORE.fullmatch(text, end, start) is not None


def _with_those_before(
    story: Story, runs: Sequence[Run], roles: Sequence[str | None]
) -> Iterator[tuple[Run, str | None]]:
    """Yield each list with its role, that of those who came too where others came "besides" them."""
    for at, (run, role) in enumerate(zip(runs, roles, strict=True)):
        start = story.page.sentences[run.number].start
        follows = at + 1 < len(runs) and runs[at + 1].number == run.number and roles[at + 1] == "participant"
        beside = follows and _BESIDES.fullmatch(story.page.text, start, run.places[0].start)
        yield run, "participant" if beside else role


_PRESENT_LABEL = late(
    r"\W*(?:(?:list of )?participating (?:countries|states|nations)|participants(?: by country| came from| from)?|"
    r"countries(?: represented| participating| of (?:the )?participants)|pays participants|participants par pays|"
    r"países participantes|participantes por país|страны-участницы)\s?:\s*(?:the\s)?"
)
"""What heads a line with the countries of those who came: "Participants by country:"."""


def _role(story: Story, run: Run, host: str | None) -> str | None:
    """Return the role of the countries of a list, None where they are only mentioned."""
    page = story.page
    sentence = page.sentences[run.number]
    first, last = run.places[0], run.places[-1]
    if first.kind != "adjective" and _PRESENT_LABEL.fullmatch(page.small, sentence.start, first.start):
        return "participant"
    if not _speaks(story, run.number):
        passing = _told_in_passing(story, run, host)
        if passing or not _may_be_those(story, run):
            return passing
    among = _among_names(story, run.number, first.start) if first.kind == "name" else None
    start = among.start("names") if among else first.start
    before = _UNION.sub(" ", _BRACKETS.sub("", page.text[sentence.start : start]))
    after = page.text[last.end : min(sentence.end, last.end + 90)]
    return None if _tells_of_others(before, after) else _by_words(story, run, before, after, host=host)


def _by_words(story: Story, run: Run, before: str, after: str, *, host: str | None) -> str | None:
    """Return the role of countries that the words before and after them give."""
    first = run.places[0]
    if _SERVED_IN.search(before):
        return "expert" if _A_TRAINER.search(before) else None
    teachers = first.kind != "group" and (_are_teachers(before) or _taught(story, run, before, host))
    if teachers or _received(story, before, after):
        return "expert"
    if first.kind == "adjective" and len({place.kind for place in run.places}) == 1:
        return _by_adjective(story, run, before, after)
    if _present(story, run, before, after):
        return "participant"
    few = first.kind != "group" and story.page.language != "en" and _few_taught(before, after)
    return "expert" if few else _named(story, run, before, after)


def _may_be_those(story: Story, run: Run) -> bool:
    """Return whether people of some countries are told of in a sentence that says nothing of the event."""
    page = story.page
    return (
        _are_some(run)
        and bool(page.of(run.number, "people"))
        and not _AT_OTHER_TIMES.search(page.words(run.number))
    )


def _are_some(run: Run) -> bool:
    return len({place.iso3 for place in run.places}) > 1


def _tells_of_others(before: str, after: str) -> bool:
    """Return whether the words round a list of countries tell of victims, money or other times than the event."""
    return bool(
        (_of_flows(before[-110:]) and not _AT_WORK_ON.search(before[-140:]))
        or _MONEY.search(before[-110:])
        or (
            _of_victims(before[-110:])
            and not (_CITIZENS.search(before) and _TAKING_PART.match(after.lstrip()))
            and not _experts_before(before)
            and not _TEACHERS_NEXT.match(after)
            and not were_heard(before)
        )
        or _POSTED_IN.search(before[-90:])
        or of_other_deeds(before)
        or _EARLIER.match(before)
        or _DISCUSSED.match(after)
    )


def _told_in_passing(story: Story, run: Run, host: str | None) -> str | None:
    """Return the role of countries in a sentence that says nothing of the event but who taught or was there."""
    page, last = story.page, run.places[-1]
    sentence = page.sentences[run.number]
    before = page.text[sentence.start : run.places[0].start]
    after = page.text[last.end : min(sentence.end, last.end + 90)]
    if _of_flows(before[-110:]) or of_other_deeds(before):
        return None
    if run.places[0].kind == "adjective":
        return "participant" if _are_some(run) and bodies_are_present(before, after) else None
    if _are_teachers(before) or _taught(story, run, before, host) or _experts_told(before, after):
        return "expert"
    if _present(story, run, before, after):
        return "participant"
    return None


def _experts_told(before: str, after: str) -> bool:
    """Return whether experts of some countries are told to have spoken: "presented by experts from"."""
    if not _experts_before(before) or _many_experts(before):
        return False
    return _TELL_OF.match(after) is not None or _TOLD_BY.search(before) is not None


def _present(story: Story, run: Run, before: str, after: str) -> bool:
    """Return whether people of some countries are told to have been there."""
    said = story.page.words(run.number - 1) if run.number else ""
    return are_present(before, after, several=_of_some(story, run), said=said)


def _of_some(story: Story, run: Run) -> bool:
    """Return whether a list names two countries at least, or others follow it in its sentence."""
    if _are_some(run):
        return True
    begin, end = run.places[0].start, story.page.sentences[run.number].end
    return len({place.iso3 for place in story.facts.places if begin <= place.start < end}) > 1


def _by_adjective(story: Story, run: Run, before: str, after: str) -> str | None:
    """Return the role of countries told by adjectives: "deux commissaires belges", "Lithuanian experts"."""
    language = story.page.language
    given = _GIVEN_BY.search(before) if language in _NOUN_FIRST else None
    if given or (language != "en" and _few_taught(before, after)):
        return "expert"
    if _CAPITAL_OF.search(before) or _PLACE_NEXT.match(after):
        return None
    if _THEIR_SIDE.match(after):
        return "participant" if _CAME_OF_SIDE.match(after) else None
    of_parts = _FROM_ITS_PARTS.match(after) is not None and _PEOPLE_OF_PARTS.search(before) is not None
    if of_parts or bodies_are_present(before, after):
        return "participant"
    if language in _NOUN_FIRST and _people_right_before(story, run):
        return "expert" if _EXPERTS_END.search(before) else "participant"
    mixed = _MIXED_EXPERTS.search(before) and _MINISTRY.match(after)
    return "expert" if mixed else _by_people(story, run, before, after)


def _by_people(story: Story, run: Run, before: str, after: str) -> str | None:
    """Return the role of countries told by an adjective before people or bodies, or one who leads them."""
    if _HEAD_OF_ITS.search(before) and not _DELEGATION.match(after):
        return "expert" if _TOLD_OF_WORK.match(after) else None
    return _described(story, run, before, after) or _sent_by(story, run, before, after)


def _few_taught(before: str, after: str) -> bool:
    """Return whether a clause tells of a few who taught, in another tongue than English: "Un magistrat … a exposé"."""
    if any(pattern.search(before) for pattern in (_GUIDED_BY, _TAUGHT_IN_RUSSIAN_BY, _TALK_BY)):
        return True
    return _SOME_TOLD.fullmatch(before) is not None and _TOLD_OF.match(after) is not None


def _received(story: Story, before: str, after: str) -> bool:
    """Return whether people are told to have received those who came to see their work."""
    told = _WELCOMED_BY.search(before) or _THEIR_HOSTS.match(before[-7:] + after)
    return told is not None and _is_away(story)


def _are_teachers(before: str) -> bool:
    """Return whether the words before a list of countries name teachers: "they heard from", "trainers were"."""
    if _AND_THOSE_WHO_SPEAK.search(before):
        return False
    if _HEARD.search(before[-60:]) or _TEACHERS_NAMED.match(before) or _TAUGHT_WHO_CAME.search(before):
        return True
    return _TEACHERS_ARE.search(before) is not None and _WERE_TEACHERS.search(before) is not None


def _taught(story: Story, run: Run, before: str, host: str | None) -> bool:
    """Return whether people of some countries are told to have taught, or a few of them to have shared their work."""
    page = story.page
    start = _end_of_people(story, run)
    if start is None:
        return _told_its_own(story, run, before, host)
    after = page.text[start : min(page.sentences[run.number].end, start + 150)]
    if were_teachers(before, after):
        return True
    countries = {place.iso3 for place in run.places}
    guests = host not in countries and may_be_guests(before, after, len(countries))
    return guests and (are_some(before) or not _of_a_region(story))


def _told_its_own(story: Story, run: Run, before: str, host: str | None) -> bool:
    """Return whether one country told those of another of its work: "Chad shared its experience"."""
    one = run.places[0]
    alone = len(run.places) == 1 and one.kind == "name" and one.iso3 != host and not before.strip(" \n")
    return alone and _ITS_OWN.match(story.page.text, one.end) is not None and not _of_a_region(story)


def _end_of_people(story: Story, run: Run) -> int | None:
    """Return where the words for people end that a list of countries belongs to; None where there are none."""
    end = run.places[-1].end
    if run.places[0].kind == "name":
        return end if _people_from(story, run) else None
    if story.page.language in _NOUN_FIRST:
        return end if _people_before(story, run) else None
    body = _ITS_HOUSE.match(story.page.text, end) if _people_from(story, run) else None
    return body.end() if body else _people_behind(story, run)


def _people_from(story: Story, run: Run) -> bool:
    """Return whether people stand before the names of countries they come from: "judges of the High Court of"."""
    text, start = story.page.text, run.places[0].start
    cues = story.page.of(run.number, "people", "audience", "trainer")
    return any(0 < start - cue.end < _NEAR and _THEIRS.fullmatch(text, cue.end, start) for cue in cues)


def _people_behind(story: Story, run: Run) -> int | None:
    """Return where the people end that stand behind an adjective: "Italian and French anti-mafia prosecutors"."""
    text, end = story.page.text, run.places[-1].end
    cues = story.page.of(run.number, "people", "audience", "trainer")
    ends = [cue.end for cue in cues if cue.start >= end and _ADJECTIVES.fullmatch(text, end, cue.start)]
    return max(ends, default=None)


def _of_a_region(story: Story) -> bool:
    """Return whether people of several countries met, who tell each other of their work."""
    return of_several(story) or any(from_elsewhere(story, number) for number in story.told(2.0))


def _of_flows(before: str) -> bool:
    """Return whether people are told to be taken from a country, and not officers who were brought to an event."""
    match = _FLOWS.search(before)
    return match is not None and not (_BROUGHT.match(match[0]) and _OFFICERS.search(match[0]))


def _of_victims(before: str) -> bool:
    """Return whether a country is where victims, money or a route come from, and not officers named behind those."""
    if _OF_ITS_GOVERNMENT.search(before[-90:]) or _NAMELY.search(before):
        return False
    match = _NOT_FROM.search(before)
    return match is not None and _OFFICERS.search(before, match.start()) is None


def _named(story: Story, run: Run, before: str, after: str) -> str | None:
    """Return the role of countries told by name or as a group."""
    page = story.page
    first_of_all = len(before.split()) < _FIRST_WORDS
    single = _ONE.search(before) if page.language != "pt" else None
    single = None if single and (_EMBASSY.search(single[0]) or _SENT_PEOPLE.match(single[0])) else single
    if single and page.language != "en" and single[0][:2].casefold() == "a ":
        single = None
    if _OFFICE_OF.match(after) or _GREETING.search(before):
        return None
    if _sent_people(story, run.number, before, after) or _came_from(before, after):
        return "participant"
    speaker = _ITS_SPEAKER.match(after)
    if len(run.places) == 1 and (speaker or single or _OWNER.match(after)):
        told = speaker or (single and (page.of(run.number, "happens") or _SPOKE.search(after)))
        return "expert" if told else None
    if _MIXED_EXPERTS.search(before) or _experts_before(before) or _INVITED.search(before[-90:]):
        several = len(run.places) > 1
        many = _many_experts(before) or (
            several and (_of_their_nations(before) or _MET_AS_EXPERTS.search(before))
        )
        talked = several and first_of_all and _TALKED.match(after) is not None
        many = many or (talked and bool(event_cues(page, run.number)))
        return "participant" if many else "expert"
    if _TO_TEACH.match(page.text, run.places[-1].end) or _SHARES.search(
        page.text, run.places[-1].end, page.sentences[run.number].end
    ):
        return "expert"
    return "participant" if _met(story, run, before, after) else None


def _came_from(before: str, after: str) -> bool:
    """Return whether people are told to have come, or those of a country's own bodies: "From Chad came ten"."""
    if _FROM_FIRST.search(before) and _CAME.match(after):
        return True
    return _OWN_BODY.match(after) is not None and _AMONG_NAMES.search(before) is not None


def _sent_people(story: Story, number: int, before: str, after: str) -> bool:
    """Return whether a country is told as that of people or a delegation: "training for Kenya's judges"."""
    weight = story.weights[number]
    if _OF_GOVERNMENT.match(after) and _REPRESENTED.search(before):
        return True
    if _LED_BY.search(before) and _DELEGATION.match(after) and weight >= _OF_BODIES:
        return True
    its = _ITS_PEOPLE.match(after) is not None and _FOR_THEM.search(before) is not None
    own = _OWN_PEOPLE.match(after) is not None and _CAME_TOGETHER.search(story.page.words(number)) is not None
    return weight >= NAMES and (its or own)


def _met(story: Story, run: Run, before: str, after: str) -> bool:
    """Return whether people of some countries met: "Chad and Niger have held talks", "a meeting between them"."""
    behind = after.lstrip(" ,)")
    first_of_all = len(before.split()) < _FIRST_WORDS
    met = len(run.places) > 1 and first_of_all and _HAVE_MET.match(behind) is not None
    taking = met or (_TAKING_PART.match(behind) is not None and not _ITS_OFFICE.search(before))
    here = len(run.places) > 1 and _THOSE_HERE.search(before) is not None
    return (
        taking or here or _bilateral(story, run) or _unites(story, run, before) or _comes(story, run, before)
    )


def _unites(story: Story, run: Run, before: str) -> bool:
    """Return whether an event is said to unite some countries: "the workshop brought together Chad and Niger"."""
    several = len({place.iso3 for place in run.places}) > 1 and story.weights[run.number] >= _OF_TWO
    return several and _UNITES.search(before[-70:]) is not None


def _bilateral(story: Story, run: Run) -> bool:
    """Return whether an event is told as one of two countries: "a meeting between A and B", "an A-B workshop"."""
    text, first, last = story.page.text, run.places[0], run.places[-1]
    if len({place.iso3 for place in run.places}) != 2 or story.weights[run.number] < _OF_TWO:
        return False
    events = event_cues(story.page, run.number)
    if any(_BETWEEN_THEM.fullmatch(text, cue.end, first.start) for cue in events if cue.end <= first.start):
        return True
    joined = len(run.places) == 2 and _HYPHEN.fullmatch(text, first.end, last.start)
    return bool(joined) and any(
        _NO_CLAUSE.fullmatch(text, min(cue.end, last.end), max(cue.start, first.start)) for cue in events
    )


def _comes(story: Story, run: Run, before: str) -> bool:
    """Return whether the words before a list say that people came from there."""
    page, first = story.page, run.places[0]
    cues = page.of(run.number, "people")
    if any(pattern.search(before) for pattern in _NOT_FROM_THERE):
        return False
    if first.kind == "group" and cues:
        return _ALL_CONCERNED.search(before) is None and _IN_ALL.search(before) is None
    if _are_listed(story, run, before):
        return True
    near = any(cue.end <= first.start and first.start - cue.end < _PEOPLE_BEFORE for cue in cues)
    if not near and cues and first.kind == "name":
        near = _among_names(story, run.number, first.start) is not None
    people = _people_from(story, run) and not _EMBASSY.search(before[-_NEAR:])
    origin = _FROM.search(before) is not None and (people or _is_origin(before, run))
    if page.language == "ru" and any(0 < first.start - cue.end < 3 for cue in cues):
        return True
    return near and (origin or _LIST.search(before) is not None)


def _are_listed(story: Story, run: Run, before: str) -> bool:
    """Return whether the words before a list say that it is one of those who came, or of their bodies."""
    if len(run.places) > 1 and _LIST.search(before):
        return True
    if len(run.places) > 2 and (_MEMBERS.search(before) or _ALL_LISTED.search(before)):
        return True
    return story.weights[run.number] >= _OF_BODIES and _OF_ITS_BODIES.search(before) is not None


def _is_origin(before: str, run: Run) -> bool:
    """Return whether the words before a list say where people come from, not where the event was held."""
    tail = before[-14:].casefold()
    if re.search(r"\b(?:in|for|en|dans|em|в|among|by)\s+(?:the |la |le |el )?$", tail):
        return len(run.places) > 1 and re.search(r"\b(?:in|for)\s", tail) is None
    if re.search(r"\bof\s+(?:the\s+)?$|\bd[eu’']s?\s*(?:la |l[’'])?$|\bd[ao]s?\s+$", tail):
        return bool(
            re.search(
                r"(?:representatives|delegat\w+|officials|officers|authorities|ministers|experts|prosecutors|heads|"
                r"chiefs|"
                r"coordinators|focal points|rapporteurs|directors|"
                r"judges|participation|police|gendarmerie|instituts|écoles|forces|ministères|services|procureurs|juges|"
                r"formateurs|instructeurs|operadores|opérateurs|policía|gendarmería|academias|fiscalías|"
                r"ministerios|gobiernos|mandos|directores|"
                r"polícia|escolas|ministérios|governos|guards|inspectors|magistrates|consuls|diplomats|"
                r"lawyers|journalists|"
                r"workers|staff|personnel|parliamentarians|investigators|members|practitioners|(?<!united )states|"
                r"countries|ministries|"
                r"governments|représentants|délégations?|délégués|participants|participation|representantes|"
                r"delega\w+|participantes|participación|participação|funcionarios|autoridades|magistrats|"
                r"policiers|policières|officiers|gendarmes|enquêteurs|enquêtrices|avocats|agents|fonctionnaires|cadres|"
                r"douaniers|consuls|greffiers|diplomates|journalistes|provenance|originaires|"
                r"oficiales|agentes|investigadores|inspectores|diplomáticos|periodistas|abogados|guardias|llegaron|"
                r"provenían|polícias|policiais|juízes|procuradores|inspetores|oficiais|diplomatas|jornalistas|"
                r"advogados|técnicos|guardas|peritos|vindos|vieram|"
                r"magistrados|fiscales|jueces|policías|venus|procedentes|provenientes|oriundos|issus|états|pays|"
                r"países)\s+(?:[\w’'\-]+\s+){0,8}(?:of|de|des|du|da|do|dos|das|d[’'])\s*(?:the |la |le |l[’'])?$",
                before[-90:],
                re.IGNORECASE,
            )
        )
    return True


def _experts_before(before: str) -> bool:
    """Return whether experts stand right before a list, alone: "officials and experts of" are those who came."""
    if _WITH_EXPERTS.search(before) or _TAKING_PART_OF.search(before):
        return False
    return bool(
        re.search(
            r"\b(?:experts?|trainers?|speakers?|specialists|lecturers?|instructors?|facilitators?|"
            r"resource persons?|mentors|formateurs|formadores|peritos|expertos|intervenants|ponentes|"
            r"эксперт\w*|тренер\w*)\s+(?:(?!participants|delegates|representatives|officers|officials|ambassador|"
            r"minister|(?:to|for|with)\s)\w+\s+){0,3}"
            r"(?:from|of|de|du|des|da|do|из|venus de)\s+(?:across |throughout )?(?:the |both |"
            r"la |le |(?:[\w\-]+ ){1,4}(?:countries|[Ss]tates|nations)(?:: | \(|, | [-–—] )(?:namely )?(?:the )?)?$",
            before,
            re.IGNORECASE,
        )
    )


def _of_their_nations(before: str) -> bool:
    """Return whether the trainers of several countries are those who came: "national trainers from A, B and C"."""
    return _NATIONAL_TRAINERS.search(before) is not None


def _many_experts(before: str) -> bool:
    """Return whether the experts are those who came: a large number of them, or an expert meeting."""
    if _AND_THOSE_WHO_SPEAK.search(before):
        return True
    match = _SO_MANY_EXPERTS.search(before)
    return match is not None and (match["many"] is None or int(match["many"]) >= _MANY_EXPERTS)


def _described(story: Story, run: Run, before: str, after: str) -> str | None:
    """Return the role of countries named by adjectives: "Lithuanian experts", "Uzbek and Turkmen delegations"."""
    noun = _ROLE_NOUN.match(after[:70])
    page = story.page
    last = run.places[-1]
    if (
        _TEACHERS_OF.search(before)
        or _LEAD.match(after)
        or (_FEW.search(before) and (_TAUGHT.search(after) or _TAUGHT_BY.search(before)))
        or (_SOME_FROM.search(before) and _GAVE_TALKS.match(after))
    ):
        return "expert"
    people = [cue for cue in page.of(run.number, "people") if -2 <= cue.start - last.end < 45]
    between = after[: people[0].start - last.end] if people else ""
    if (
        noun
        and len(after[: noun.start("noun")].split()) <= 4
        and not re.search(r"[,.;]", after[: noun.start("noun")])
    ):
        mutual = noun["noun"].casefold() == "counterparts" and (
            _BETWEEN.search(before) or (_WITH_THEIR.search(before) and _of_a_region(story))
        )
        met = noun.end() and _TALKED_SO.match(after, noun.end()) is not None
        return "participant" if mutual or met or _is_away(story) else "expert"
    if not people or re.search(r"[.;:]|\b(?:in|on|at|to|by|of)\b", between):
        return None
    if page.of(run.number, "trainer") and re.search(
        r"\b(?:by|led|delivered|supported|shared|presented)\b", before + after
    ):
        return (
            "expert"
            if re.search(r"\b(?:by|with)\s+(?:\w+\s+){0,3}$", before)
            or "supported the" in after
            or "shared" in after
            else None
        )
    if "ambassador" in after[:40].casefold() or _BY_GOVERNMENT.match(after):
        return None
    sent = re.match(r"\s(?:delegation|delegates|participants)\b", after)
    return "participant" if story.weights[run.number] >= (0 if sent else 1) else None


def _sent_by(story: Story, run: Run, before: str, after: str) -> str | None:
    """Return that bodies of a country sent people: "representatives of Armenian non-governmental organizations"."""
    page = story.page
    coming = story.weights[run.number] >= NAMES or _TAKE_PART.search(page.words(run.number)) is not None
    told = coming and _REPRESENTED.search(before) is not None
    return "participant" if told and not _POSTED.match(after) else None


def _people_right_before(story: Story, run: Run) -> bool:
    """Return whether people stand right before an adjective, as they do in French: "dix magistrats tunisiens"."""
    return story.weights[run.number] >= 1 and _people_before(story, run)


def _people_before(story: Story, run: Run) -> bool:
    start = run.places[0].start
    cues = story.page.of(run.number, "people", "audience", "trainer")
    return any(0 < start - cue.end < _BESIDE for cue in cues)


def _sent(story: Story, host: str | None, parts: Sequence[Part]) -> Iterator[Taking]:
    """Yield the countries of bodies that paid, sent people or experts."""
    for part in parts:
        iso3 = part.body.iso3
        if iso3 is None or part.role not in {"funder", "participant", "expert"}:
            continue
        learns = iso3 == host and _ATTENDED.match(story.page.text, part.body.end) is not None
        if part.role == "expert" and (learns or (part.body.organisation_id is None and iso3 == host)):
            continue
        if part.role == "funder" and not is_of_state(part.body):
            continue
        words = story.page.text[part.body.start : part.body.end]
        if part.rule in _OF_ONE and _EMBASSY.search(words):
            continue
        yield Taking(
            iso3, part.role, words, part.body.start, part.body.end, f"its body: {part.rule}", part.sure
        )


def _nationals(story: Story, host: str | None, found: Sequence[Taking], *, own: bool) -> Iterator[Taking]:
    """Yield the host as participant of a national event, where nobody else is told to have come."""
    if host is None:
        return
    if any(one.role == "participant" and not _of_embassy(one) for one in found):
        yield from _from_all_over_it(story, host)
        return
    cue = (
        None
        if (host, "participant") in {(one.iso3, one.role) for one in found}
        else national(story, host, own=own)
    )
    if cue is not None:
        words, rule = story.page.text[cue.start : cue.end], "national event: nobody from elsewhere"
        yield Taking(host, "participant", words, cue.start, cue.end, rule, "derived")


def _from_all_over_it(story: Story, host: str) -> Iterator[Taking]:
    """Yield the host where people came from all over it: "prosecutors from all parts of the country"."""
    page = story.page
    for number in story.told(1.0):
        begin, end = page.sentences[number].start, page.sentences[number].end
        match = _ALL_OVER_IT.search(page.text, begin, end) if page.of(number, "people", "audience") else None
        if match:
            yield Taking(
                host, "participant", match[0], match.start(), match.end(), "from all over the host", "sure"
            )
            return


def _of_embassy(taking: Taking) -> bool:
    """Return whether a country came by its embassy alone, as it does to a national event."""
    return taking.rule.startswith("its body") and _EMBASSY.search(taking.name) is not None


def hosted(host: str, span: tuple[int, int], written: str) -> Taking:
    """Return the row of the host."""
    return Taking(host, "host", written, span[0], span[1], "host country", "sure")
