"""Starts the dashboard for `streamlit run serve.py`: the same pages as dashboard.py, there sooner on a slow link."""

import streamlit as st
from starlette.middleware import Middleware

from ui.delivery import Delivery

app = st.App("dashboard.py", middleware=[Middleware(Delivery)])
