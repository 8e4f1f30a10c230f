"""Where the events of one country were held."""

from __future__ import annotations

from analysis.country import Report
from analysis.counts import Counted, ranked

MOST = 10
"""Host countries told apart; the rest are one row."""


def hosts(report: Report, beside: Report | None = None) -> Counted:
    """Count the country's events in the view's role by the country that hosted them, the most frequent first.

    Beside a second report the countries that hosted most in either.
    """
    theirs = None if beside is None else beside.own
    return ranked(report.own, "host", unit=report.selection.view.unit, most=MOST, beside=theirs)
