"""Frame, filters, show, cache and address; with pages/ and dashboard.py the only code that imports streamlit."""
