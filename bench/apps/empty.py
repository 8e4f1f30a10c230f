"""A Streamlit page with nothing on it: what a rerun costs before the Atlas does anything."""

import streamlit as st

st.title("Empty")
