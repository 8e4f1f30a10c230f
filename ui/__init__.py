"""Frame, filters, show, cache, address, delivery; with pages/, dashboard.py and serve.py all that imports streamlit."""
