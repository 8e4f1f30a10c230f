"""Waiting for Streamlit: helpers that look at the state of a page and never sleep.

Streamlit 1.67 marks the app with `data-test-script-state` and `data-test-connection-state`, and each element
of an earlier run with `data-stale`. Between a click and the server's answer the page still says
`notRunning`, so WATCH listens to the messages as well: a page is settled when the last run asked for has
begun and ended, and some pictures have passed in which the page did not change: what came with the run is
drawn some time after its last message, and a click meanwhile lands beside its button.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as PlaywrightTimeout

PATIENCE = 90_000
"""Milliseconds until a page that does not settle is a failure."""

# Field numbers of Streamlit's messages: BackMsg.rerun_script 11 (tag 0x5a); ForwardMsg.new_session 4 and
# script_finished 6, whose value 2 is "finished early, to run again".
WATCH = """
(() => {
  const runs = window.atlasRuns = {page: Math.random(), asked: 0, open: true, begun: false, still: 0};
  const changed = () => { runs.still = 0; };
  new MutationObserver(changed).observe(document, {subtree: true, childList: true, attributes: true});
  const drawn = () => {
    runs.still += 1;
    requestAnimationFrame(drawn);
  };
  drawn();
  const varint = (bytes, at) => {
    let value = 0, factor = 1;
    for (;;) {
      const byte = bytes[at++];
      value += (byte & 127) * factor;
      factor *= 128;
      if (byte < 128) return [value, at];
    }
  };
  const fields = function* (bytes) {
    for (let at = 0, tag, value; at < bytes.length;) {
      [tag, at] = varint(bytes, at);
      [value, at] = varint(bytes, at);
      yield [tag >> 3, value];
      if ((tag & 7) === 2) at += value;
    }
  };
  const received = (event) => {
    changed();
    for (const [field, value] of fields(new Uint8Array(event.data))) {
      if (field === 4) runs.begun = true;
      if (field === 6 && value !== 2 && runs.begun) runs.open = false;
    }
  };
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (data) {
    if (!this.atlasWatched) {
      this.atlasWatched = true;
      this.addEventListener('message', received);
    }
    const bytes = data instanceof ArrayBuffer ? new Uint8Array(data) : data;
    if (bytes[0] === 0x5a) Object.assign(runs, {asked: runs.asked + 1, open: true, begun: false});
    return send.call(this, data);
  };
})();
"""

# What still keeps the page from being settled, in words; empty when nothing does.
UNSETTLED = """
() => {
  const app = document.querySelector('[data-testid="stApp"]');
  const {testConnectionState: connection, testScriptState: script} = app?.dataset ?? {};
  const fetching = '[data-testid="stSkeleton"], [data-testid="stAppSkeleton"]';
  const waits = [];
  const wait = (condition, words) => { if (condition) waits.push(words); };
  const moves = ({playState, effect}) => playState === 'running' && isFinite(effect.getComputedTiming().endTime);
  const drawn = (chart) => {
    const layout = chart.querySelector('.js-plotly-plot')?._fullLayout;
    return layout && chart.querySelector('.main-svg')
      && (layout._subplots?.geo ?? []).every((name) => layout[name]._subplot?.topojson);
  };
  wait(!app, 'no app on the page yet');
  wait(!window.atlasRuns || window.atlasRuns.open, 'the last run asked for has not ended');
  wait(window.atlasRuns?.still < 4, 'the page is still changing');
  wait(document.getAnimations().some(moves), 'something is still moving');
  wait(app && connection !== 'CONNECTED', `connection ${connection}`);
  wait(app && script !== 'notRunning', `script ${script}`);
  wait(document.querySelector('[data-stale="true"]'), 'elements of an earlier run');
  wait(document.querySelector(fetching), 'parts being fetched');
  wait(![...document.querySelectorAll('[data-testid="stPlotlyChart"]')].every(drawn), 'charts being drawn');
  return waits.join('; ');
}
"""


def settled(page: Page) -> Page:
    """Return the page once Streamlit has run, drawn the result and fallen quiet; else fail and say why."""
    try:
        page.wait_for_function(f"() => !({UNSETTLED})()", timeout=PATIENCE, polling=50)
    except PlaywrightTimeout as error:
        raise AssertionError(f"{page.url} has not settled: {page.evaluate(UNSETTLED)}") from error
    return page


@contextmanager
def rerun(page: Page) -> Iterator[Page]:
    """Run the block, wait for the run that it must cause, and for the page to settle.

    For widgets that answer late (sliders, text boxes, chart selections), and wherever a test claims
    that a run follows; fails where none does.
    """
    before = page.evaluate("() => [window.atlasRuns.page, window.atlasRuns.asked]")
    yield page
    asked = "([page, asked]) => window.atlasRuns && (atlasRuns.page !== page || atlasRuns.asked > asked)"
    try:
        page.wait_for_function(asked, arg=before, timeout=PATIENCE, polling=50)
    except PlaywrightTimeout as error:
        raise AssertionError(f"{page.url}: what was done has caused no run") from error
    settled(page)
