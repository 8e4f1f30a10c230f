"""How is this counted, and where is it from?"""

from ui.about import about
from ui.frame import page

events, view, look = page("About")

about(events.index)
