"""Each figure of a meeting's slides, in both languages, worked out again from seed_data/."""

import re
from collections import Counter
from io import BytesIO
from typing import Any

import pytest
from flask.testing import FlaskClient
from pptx import Presentation

from tests.callbacks.test_money_files import granted_in_seed, seed_kronor
from tests.layouts.reading import as_swedish, number
from tests.layouts.slides.reading import charts, words
from tests.seed_figures import lines, reported, sectors, totals

NEWEST, FIRST, LATEST, TARGET = "smhi-co2e-2026", 2015, 2024, 2045
CODE = "1880"
PATHS = {"sv": "/sv/kommun/orebro/mote.pptx", "en": "/en/municipality/orebro/meeting.pptx"}


@pytest.fixture(scope="module", params=["sv", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def deck(reader: FlaskClient, lang: str) -> Any:
    response = reader.get(PATHS[lang])
    assert response.status_code == 200
    return Presentation(BytesIO(response.data))


@pytest.fixture(scope="module")
def told(deck: Any, lang: str) -> list[str]:
    """The words of each slide, with figures as Swedish writes them."""
    write = str if lang == "sv" else as_swedish
    return [write(words(slide)) for slide in deck.slides]


def tonnes() -> dict[int, float]:
    """Örebro's by year, without the sector that is reported only from 2023."""
    known = reported(NEWEST, without="international_transport")
    return {year: value for (code, year), value in known.items() if code == CODE}


def series(chart: Any) -> dict[str, dict[int, float]]:
    """Name → year → value of what a chart draws."""
    plot = chart.plots[0]
    years = [int(float(category)) for category in plot.categories]
    return {
        each.name: {
            year: value for year, value in zip(years, each.values, strict=True) if value is not None
        }
        for each in plot.series
    }


def test_the_emissions_chart_draws_what_was_measured_needed_and_goes_on(deck: Any) -> None:
    drawn = series(charts(deck)[0])
    known = tonnes()
    seen, ahead, *_ = drawn.values()
    whole = totals(NEWEST)
    assert seen == {year: pytest.approx(whole[CODE, year]) for year in seen}, "a year alone is all"
    assert {year for year in known if year >= FIRST} <= seen.keys()
    kept = (known[LATEST] / known[FIRST]) ** (1 / (LATEST - FIRST))
    *_, needed, path = drawn.values()
    target = 0.15 * known[1990]
    left = (target / known[LATEST]) ** (1 / (TARGET - LATEST))
    for year in range(LATEST + 1, TARGET + 1):
        assert ahead[year] == pytest.approx(known[LATEST] * kept ** (year - LATEST))
        assert needed[year] == pytest.approx(known[LATEST] * left ** (year - LATEST))
        straight = known[1990] - (known[1990] - target) * (year - 1990) / (TARGET - 1990)
        assert path[year] == pytest.approx(straight)


def test_the_sector_chart_draws_every_sector_of_every_year(deck: Any) -> None:
    expected: dict[str, dict[int, float]] = {}
    for (code, year, sector), value in sectors(NEWEST).items():
        if code == CODE:
            expected.setdefault(sector, {})[year] = value
    drawn = list(series(charts(deck)[1]).values())
    assert len(drawn) == len(expected)
    latest = [values[LATEST] for values in drawn]
    assert sorted(latest) == sorted(values[LATEST] for values in expected.values())
    for values in drawn:
        assert any(
            own == {year: pytest.approx(value) for year, value in values.items()}
            for own in expected.values()
        )


def test_the_first_slide_tells_the_pair_and_what_moved(told: list[str], lang: str) -> None:
    known, parts = tonnes(), sectors(NEWEST)
    needed = 100 * (1 - (0.15 * known[1990] / known[LATEST]) ** (1 / (TARGET - LATEST)))
    done = 100 * (1 - (known[LATEST] / known[FIRST]) ** (1 / (LATEST - FIRST)))
    change = 100 * (known[LATEST] / known[LATEST - 1] - 1)
    words_ = told[1]
    pair = re.search(
        r"Krävs från 2024: ([\d,]+) % om året Gjort 2015–2024: minskat ([\d,]+) %"
        if lang == "sv"
        else r"Needed from 2024: ([\d,]+)% a year Done 2015–2024: (?:a fall of |fell )?([\d,]+)%",
        words_,
    )
    assert pair is not None, words_
    assert [number(one) for one in pair.groups()] == [round(needed, 1), round(done, 1)]
    moved = re.search(r"(\d+) ?%, (?:mest|mostly|most) .*?(?:procentenheter|points)", words_)
    assert moved is not None, words_
    assert int(moved[1]) == round(change)
    steps = sorted(
        (
            100 * (value - parts[CODE, LATEST - 1, sector]) / known[LATEST - 1]
            for (code, year, sector), value in parts.items()
            if (code, year) == (CODE, LATEST)
        ),
        reverse=True,
    )
    points = [number(one) for one in re.findall(r"\+([\d,]+)", moved[0])]
    assert points == [pytest.approx(step, abs=0.0501) for step in steps[: len(points)]]
    assert len(points) == 3
    level = re.search(r"(\d+ tusen) (?:ton|tonnes), (\d+) ?% ", words_)
    assert level is not None, words_
    assert number(level[1]) == pytest.approx(known[LATEST], abs=500)
    assert int(level[2]) == round(100 * (1 - known[LATEST] / known[1990]))


def test_the_slide_of_sectors_tells_the_two_largest_and_the_largest_change(
    told: list[str],
) -> None:
    parts = {
        year: {
            sector: value
            for (code, of, sector), value in sectors(NEWEST).items()
            if (code, of) == (CODE, year)
        }
        for year in (LATEST - 1, LATEST)
    }
    total = sum(parts[LATEST].values())
    shares = sorted((round(100 * value / total) for value in parts[LATEST].values()), reverse=True)
    read = re.findall(r"(\d+) ?%", told[3])
    assert [int(one) for one in read[:2]] == shares[:2]
    largest = max(
        (parts[LATEST][each] - parts[LATEST - 1][each] for each in parts[LATEST]), key=abs
    )
    sizes = re.findall(r"[\d,]+ tusen", told[3])
    assert number(sizes[0]) == pytest.approx(abs(largest), abs=50)


DONE = {"sv": "klart", "en": "done"}


def test_promises_are_counted_by_party(deck: Any, lang: str) -> None:
    """Those of the city, those all cities share, and the city's activities; each in one state."""
    table = next(
        shape.table for slide in deck.slides for shape in slide.shapes
        if shape.has_table and "(34)" in shape.table.cell(1, 0).text_frame.text
    )  # fmt: skip
    kinds: Counter[str] = Counter()
    for row in lines("commitments.csv"):
        if row["municipality_code"] in ("", CODE):
            kinds[row["party_kind"]] += 1
    activities = sum(row["municipality_code"] == CODE for row in lines("activities.csv"))
    rows = [[cell.text_frame.text for cell in row.cells] for row in table.rows][1:]
    heads = [int(re.search(r"\((\d+)\)", row[0])[1]) for row in rows]  # type: ignore[index]
    assert sorted(heads) == sorted([*kinds.values(), activities])
    assert [sum(map(int, row[1:])) for row in rows] == heads
    column = [cell.text_frame.text for cell in table.rows[0].cells].index(DONE[lang])
    done = {
        row["activity_id"]
        for row in lines("activities.csv")
        if row["municipality_code"] == CODE and row["status"] == "done"
    } | {
        row["id"]
        for row in lines("statuses.csv")
        if row["id"].startswith("ORE-A") and row["status"] == "done"
    }
    assert rows[heads.index(activities)][column] == str(len(done))


def test_the_slide_of_money_tells_what_is_granted_and_the_bonds(told: list[str]) -> None:
    granted = [row for row in granted_in_seed() if row["beneficiary_municipality_code"] == CODE]
    sums = [sek for row in granted if (sek := seed_kronor(row)) is not None]
    slide = told[7]
    read = re.search(r"([\d,]+) (?:miljoner|million)", slide)
    assert read is not None, slide
    assert number(read[1]) == round(sum(sums) / 1e6, 1)
    assert re.search(rf"\({len(sums)} (?:bidrag|grants?)", slide)
    newest = max(
        (row for row in lines("stocks.csv") if row["municipality_code"] == CODE),
        key=lambda row: row["at"],
    )
    bonds = re.search(r"([\d,]+) (?:miljarder|billion)", slide)
    assert bonds is not None, slide
    assert number(bonds[1]) == round(float(newest["total"]) / 1e9, 1)
