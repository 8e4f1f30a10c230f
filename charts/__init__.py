"""Small table in, Plotly figure out: nothing is counted, filtered or shown here."""
