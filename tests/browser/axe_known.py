"""What axe-core finds inside Streamlit's own widgets: rule, where (a CSS selector of Streamlit's), and why it stays.

Nothing of our own markup may stand here. `tests/browser/test_every_page.py` reads this file.
"""

from __future__ import annotations

KNOWN: dict[str, list[tuple[str, str]]] = {
    "color-contrast": [
        ("button kbd", "Streamlit writes the shortcut on a button in a faded ink of its own"),
    ],
}
