"""Which countries, and where did they meet?"""

from analysis import places
from analysis.selection import compared
from charts import maps, play, theme
from ui import options
from ui.frame import page
from ui.show import show, show_map

events, view, look = page("Map")

with options.bar():
    options.choose("role", "Role of countries", theme.ROLES)
    options.choose("preset", "Region shown", maps.PRESETS)
    options.switch(
        "cities", "Host cities", note="A circle for each city events were held in, its area by events"
    )
    options.switch(
        "play",
        "Play through the years",
        note="A map for each year, in events, with a slider and a play button",
    )

unit = "events" if view.play else places.unit_of_map(view.unit)
about = maps.about_unit(view.unit, shown=unit)

if view.play:
    played = places.through_years(events)
    figure = play.by_year(played.countries, played.pairs, look, preset=view.preset, undated=played.undated)
    show(figure, played, strip=play.strip(played, view.preset) + about)
else:
    countries = places.by_country(events, unit=unit)
    other = compared(events)
    cities = places.by_city(events) if view.cities else None
    show_map(
        countries,
        places.like(countries, other),
        look,
        also=about,
        preset=view.preset,
        cities=cities,
        cities_beside=places.by_city(other) if view.cities and other is not None else None,
    )
