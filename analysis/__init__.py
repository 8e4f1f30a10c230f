"""Tidy tables and a view in, small tables out; pandas and NumPy alone."""
