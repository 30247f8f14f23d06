"""How smoothly does the canvas of the whole network move, with 10,000 parties and 20,000 ties in one view?

Debian's Chromium without a GPU, the desk's own script, an invented network; frames are counted while it is
dragged and zoomed.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from playwright.sync_api import Page, Route, sync_playwright

import dedere.desk
from benchmarks.rows import OURS, Row, main, quantile, seconds_of
from dedere.links.layout.spread import spread
from dedere.links.structure import Structure, of_ends

CHROMIUM = os.environ.get("DEDERE_CHROMIUM", "/usr/bin/chromium")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync")
STATIC = Path(dedere.desk.__file__).parent / "static" / "desk"
PAGE = """<!DOCTYPE html><html lang="en" data-look="light"><link rel="stylesheet" href="desk.css">
<link rel="stylesheet" href="network.css"><script src="network-whole.js" defer></script>
<div class="net-whole" data-whole="whole.json" data-party="" data-said="%name"><span role="status"></span>
<canvas class="net-canvas" tabindex="0"></canvas></div></html>"""
# Each step waits for the next frame, as the screen does; what is measured is from one frame to the next.
DRAG = """async (steps) => {
  const canvas = document.querySelector("canvas"), frames = [];
  const tell = (kind, x) => canvas.dispatchEvent(
    new PointerEvent(kind, { clientX: 300 + x, clientY: 300 + x / 3, pointerId: 1 }));
  canvas.setPointerCapture = () => {};
  const frame = () => new Promise((then) => requestAnimationFrame(then));
  tell("pointerdown", 0);
  let before = await frame();
  for (let step = 1; step <= steps; step += 1) {
    tell("pointermove", 60 * Math.sin(step / 8));
    const now = await frame();
    frames.push((now - before) / 1000);
    before = now;
  }
  tell("pointerup", 0);
  return frames;
}"""


def network(parties: int, ties: int) -> Structure:
    """An invented network: everyone tied to somebody before, and ties besides."""
    random = np.random.default_rng(7)
    heads = np.arange(1, parties, dtype=np.int32)
    tails = random.integers(0, np.maximum(heads // 2, 1), dtype=np.int32)
    more = random.integers(0, parties, (ties - len(heads), 2), dtype=np.int32)
    return of_ends(parties, np.concatenate((tails, more[:, 0])), np.concatenate((heads, more[:, 1])))


def told(structure: Structure, points: Any) -> dict[str, Any]:
    """The network as the page is sent it."""
    heads = np.repeat(np.arange(structure.parties), np.diff(structure.starts))
    once = heads < structure.ends
    ends = np.column_stack((heads[once], structure.ends[once]))
    places = (points * (30_000 / points.max())).round().astype(int)
    return {
        "keys": ["0" * 24] * structure.parties,
        "names": [f"Party {number}" for number in range(structure.parties)],
        "kinds": [int(number % 9 == 0) for number in range(structure.parties)],
        "x": places[:, 0].tolist(),
        "y": places[:, 1].tolist(),
        "ends": ends.ravel().tolist(),
        "basis": [number % 3 for number in range(len(ends))],
    }


def measure(quick: bool) -> Iterable[Row]:
    """Lay the network out, then drag it: whole, and near."""
    structure = network(10_000, 20_000)
    laid: list[Any] = []
    yield Row(
        work="layout of 10,000 parties and 20,000 ties",
        who=OURS,
        figure=round(seconds_of(lambda: laid.append(spread(structure)), 1)[0], 2),
        unit="s",
        better="lower",
    )
    sent = json.dumps(told(structure, laid[0]))
    yield Row(
        work="what the page is sent", who=OURS, figure=round(len(sent) / 1e6, 2), unit="MB", better="lower"
    )
    with sync_playwright() as playing:
        browser = playing.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        page = browser.new_page(viewport={"width": 1366, "height": 900})
        page.route("**/*", lambda route: answer(route, sent))
        page.goto("http://canvas.test/")
        page.wait_for_selector("[data-ready]")
        for view, zooms in (("whole", 0), ("near", 6)):
            yield from frames(page, view, zooms, 40 if quick else 200)


def frames(page: Page, view: str, zooms: int, steps: int) -> Iterable[Row]:
    """Zoom in so often, drag, and yield the frames a second: the median, and what 95 in 100 reach."""
    page.focus("canvas")
    for _ in range(zooms):
        page.keyboard.press("+")
    found = sorted(page.evaluate(DRAG, steps))
    for name, share in (("median", 0.5), ("p95", 0.95)):
        figure = round(1 / quantile(found, share), 1)
        yield Row(work=f"dragged, {view}, {name}", who=OURS, figure=figure, unit="frames/s", better="higher")


def answer(route: Route, sent: str) -> None:
    """Serve the page, its data, and the desk's own files."""
    name = route.request.url.rpartition("/")[2]
    if not name:
        route.fulfill(body=PAGE, content_type="text/html; charset=utf-8")
    elif name == "whole.json":
        route.fulfill(body=sent, content_type="application/json")
    else:
        route.fulfill(path=STATIC / name)


if __name__ == "__main__":
    main(measure, str(__doc__).splitlines()[0])
