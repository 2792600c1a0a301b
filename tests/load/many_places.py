"""The views of ten thousand made-up places: `python -m tests.load.many_places`.

Milliseconds, medians and 95th percentiles: what a choice takes of the server's processor (charts,
figures and what the browser needs, as JSON), and how long plotly takes to draw the two views of
dots anew.
"""

import json
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from playwright.sync_api import sync_playwright

from layouts.boards import explore
from layouts.boards.board import DESK
from layouts.links.addresses import Address
from progress.emissions.sectors import SECTORS
from progress.explore import Cube
from progress.records import Municipality, Release
from progress.sources import Source
from tests.load.crowd import quantiles
from tests.load.visits import launch_chromium

PLACES, ROUNDS = 10_000, 20
YEARS = tuple(range(1990, 2025))
BUNDLE = next((Path(__file__).parents[2] / "assets" / "vendor").glob("plotly-*.min.js"))
DRAW = """async (figures) => {
    const begun = performance.now();
    await Promise.all(figures.map((figure, number) =>
        Plotly.react("graph" + number, figure.data, figure.layout)));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - begun;
}"""


def answers() -> explore.ExploreAnswers:
    """Made-up places without any likeness to real ones; the same in every run."""
    chance = np.random.default_rng(1)
    people = chance.lognormal(9.5, 1, PLACES)[:, None] * np.ones(len(YEARS))
    trend = np.linspace(1, 0.7, len(YEARS))[None, :, None]
    parts = chance.lognormal(0, 1, (PLACES, 1, len(SECTORS))) * people[:, :, None] * trend
    codes = tuple(f"{number:04}" for number in range(PLACES))
    source = Source("prov", "Prov", "Prov", "Prov")
    now = datetime(2026, 1, 1, tzinfo=UTC)
    release = Release("prov", "emissions", "Prov", source, None, now, "", "", 0, "co2e")
    return explore.ExploreAnswers(
        cube=Cube(
            codes=codes,
            years=YEARS,
            sectors=tuple(SECTORS),
            tonnes=parts,
            starts=(),
            people=people,
            pace_gaps=chance.normal(0.05, 0.02, PLACES),
            standings={},
            grants={},
            plans=np.full(PLACES, np.nan),
            indicators={},
        ),
        municipalities=tuple(Municipality(c, f"Prov {c}", c, c[:2], c[:2]) for c in codes),
        release=release,
        releases=(release,),
        definitions={},
        outlines={},
        events=(),
    )


def answer(known: explore.ExploreAnswers, year: int) -> list[dict[str, Any]]:
    """The figures that a choice is answered with."""
    view = explore.View(Address("explore", "sv").with_query(year=str(year)), known)
    drawn = explore.charts(view)
    explore.texts(view)
    json.dumps(explore.series(view))
    figures = [explore.figure(chart, DESK) for chart in drawn.values()]
    json.dumps(figures)
    return figures[:2]


def main() -> None:
    """Print a table."""
    known, server, browser = answers(), [], []
    with sync_playwright() as playwright:
        window = launch_chromium(playwright).new_page()
        window.set_content('<div id="graph0"></div><div id="graph1"></div>')
        window.add_script_tag(path=str(BUNDLE))
        for number in range(ROUNDS + 1):
            begun = time.process_time()
            figures = answer(known, YEARS[-1 - number % 5])
            took = 1000 * (time.process_time() - begun)
            painted = window.evaluate(DRAW, figures)
            if number:  # what is cold at first is the program
                server.append(took)
                browser.append(painted)
    for name, values in (("server", server), ("browser", browser)):
        print(f"{name:10} {median(values):8.1f}  p95 {quantiles(values)[0.95]:8.1f}")


if __name__ == "__main__":
    main()
