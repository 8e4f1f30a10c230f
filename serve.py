"""Starts the dashboard for `streamlit run serve.py`: the same pages as dashboard.py, there sooner on a slow link."""

import os

# Said before Arrow is there: what its own pool lets go after reading it keeps for itself, some 30 MB.
os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")

import streamlit as st
from starlette.middleware import Middleware

from ui.delivery import Delivery

app = st.App("dashboard.py", middleware=[Middleware(Delivery)])
