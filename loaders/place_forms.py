"""Words that say what kind of state a country is, in the form in which names are compared (place_keys.fold)."""

from __future__ import annotations

SENSITIVE = frozenset({"COD", "COG", "KOR", "PRK", "CHN", "TWN", "DMA", "DOM"})
"""Countries that "Republic of" tells from another; only their full names count."""

STATES = frozenset({"ISR", "PSE", "QAT", "KWT", "ERI", "LBY", "ARE", "BRN", "WSM", "PNG"})
"""Countries whose full name begins with "State of"."""

ANY: None = None

_OF_ANY = """
republic республика республики республике республику республикой جمهوريه kingdom royaume reino regno konigreich
королевство королевства королевстве مملكه sultanate sultanat sultanato sultanado султанат султаната سلطنه
principality principaute principado principato furstentum княжество княжества اماره commonwealth mancomunidad
comunidade communaute содружество содружества كومنولث federacion federacao foderation confederation confederacion
confederacao confederazione union unione uniao vereinigung союз союза اتحاد bundesrepublik volksrepublik
grossherzogtum granducato nation nacion
"""
_OF_SOME = "state etat estado государство государства دوله stato staat estados"
ISLANDS = frozenset({"islands", "острова", "островов", "islas", "iles", "ilhas", "isole", "inseln", "جزر"})
FORMS = {**dict.fromkeys([*_OF_ANY.split(), *ISLANDS], ANY), **dict.fromkeys(_OF_SOME.split(), STATES)}
"""Words for a kind of state, which may stand with the name of any country, or of these."""

_QUALITIES = """
islamic islamique islamica islamische исламская исламской исламскую اسلاميه federal federale federative federativa
foderative федеративная федеративной федеративную федеральная اتحاديه democratic democratique democratica
demokratische демократическая демократической демократическую ديمقراطيه peoples populaire popular popolare
народная народной народную شعبيه socialist socialiste socialista sozialistische социалистическая социалистической
социалистическую اشتراكيه arab arabe araba arabische арабская арабской арабскую عربيه united unie unida unita
vereinigte объединенная объединенной متحده plurinational plurinacional plurinazionale plurinationaler
многонациональное bolivarian bolivarienne bolivariana bolivarische боливарианская боливарианской بوليفاريه
cooperative cooperativa kooperative кооперативная تعاونيه oriental orientale ostlich восточная independent
independant independente independiente indipendente unabhangiger независимое مستقله hashemite hachemite hachemita
hascimita haschemitisches хашимитское هاشميه sovereign souverain soberano sovrano serene serenissima serenissime
serenisima most hellenic
"""
QUALITIES = frozenset(_QUALITIES.split())
"""Words that say of what kind a state is, and stand with a word for a state."""
