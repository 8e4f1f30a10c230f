"""Names and orders the pages, draws what every page shares, runs the page."""

from ui import frame

frame.run()
