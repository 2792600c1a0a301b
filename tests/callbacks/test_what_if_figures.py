"""What it would take in Örebro: one rate in the sentence and the field, and its level explained."""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from progress.road.scenario import Scenario

QUESTIONS = (Path(__file__).parents[2] / "docs/questions.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def rows(seeded_file: Path) -> Iterator[sqlite3.Connection]:
    conn = sqlite3.connect(f"file:{seeded_file}?mode=ro", uri=True)
    yield conn
    conn.close()


def test_the_rate_of_the_lead_is_that_of_the_field_and_reaches_the_goal(
    reader: FlaskClient,
) -> None:
    page = reader.get("/sv/kommun/orebro/vad-kravs").text.replace("\u00a0", " ")
    told = re.search(r"kräver att utsläppen minskar med ([\d,]+) % om året från (\d{4})", page)
    field = re.search(r'name="takt"[^>]* placeholder="([\d,]+)"', page)
    assert told is not None
    assert field is not None
    assert told[1] == field[1]
    rate = float(told[1].replace(",", ".")) / 100
    level, target, first = 416_040.83, 0.15 * 847_469, 439_514.53
    pace = (level / first) ** (1 / 9)
    assert told[2] == "2027"
    until = (level * pace, level * pace**2)  # 2025 and 2026 at the same pace as 2015–2024
    assert Scenario(2024, level, rate, 2027, until).at(2045) <= target
    assert Scenario(2024, level, rate - 0.001, 2027, until).at(2045) > target


def test_the_level_without_the_sector_that_begins_is_told_beside_the_whole(
    reader: FlaskClient,
) -> None:
    page = reader.get("/sv/kommun/orebro/vad-kravs").text.replace("\u00a0", " ")
    assert (
        "Räknat utan utrikes transporter, som statistiken har först för de senaste åren: "
        "416 041 ton år 2024. Med dem är det 416 489 ton." in page
    )
    assert "416 489 ton" in reader.get("/sv/kommun/orebro").text.replace("\u00a0", " ")


def answered(reader: FlaskClient, place: str) -> str:
    """The words of the page whose address is told for a question about a place."""
    address = re.search(rf"`(/sv/kommun/{place}/vad-kravs[^`]*)`", QUESTIONS)
    assert address is not None
    text = re.sub(r"<[^>]+>", " ", reader.get(address[1]).text).replace("\u00a0", " ")
    return re.sub(r"\s+", " ", text)


def levels(rows: sqlite3.Connection, name: str) -> dict[int, float]:
    """Year → tonnes of a municipality, without the sector that begins in 2023."""
    query = """
        select e.year, sum(e.tonnes) from emission e
        join release r on r.release_id = e.release_id and r.label = 'smhi-co2e-2026'
        join sector s on s.sector_id = e.sector_id and s.code != 'international_transport'
        join municipality m on m.code = e.municipality_code and m.name = ?
        group by e.year
    """
    return dict(rows.execute(query, (name,)).fetchall())


def test_what_a_years_delay_costs_orebro_is_told_at_its_link(
    reader: FlaskClient, rows: sqlite3.Connection
) -> None:
    """Worked out anew from the levels of 1990, 2015 and 2024."""
    known = levels(rows, "Örebro")
    level, target = known[2024], 0.15 * known[1990]
    pace, sums, rates = (level / known[2015]) ** (1 / 9), [], []
    for start in (2027, 2028):
        before = level * pace ** (start - 1 - 2024)
        rate = 1 - (target / before) ** (1 / (2045 - start + 1))
        waited = [level * pace ** (year - 2024) for year in range(2027, start)]
        sums.append(sum(waited) + sum(before * (1 - rate) ** n for n in range(1, 2046 - start + 1)))
        rates.append(-(-rate * 1000 // 1) / 10)
    text = answered(reader, "orebro")
    told = re.search(
        r"senare, 2028, krävs ([\d,]+) % om året i stället för ([\d,]+) %, och till 2045 släpps "
        r"([\d,]+) tusen ton mer ut",
        text,
    )
    assert told is not None
    later, rate, more = (float(each.replace(",", ".")) for each in told.groups())
    assert [rate, later] == rates
    assert abs(more * 1000 - (sums[1] - sums[0])) < 500


def test_what_closes_malmos_gap_at_least_cost_is_told_at_its_link(
    reader: FlaskClient, rows: sqlite3.Connection
) -> None:
    """A yearly effect in a row without an error has a place in time; one that rows share is one."""
    effects: dict[str, float] = {}
    costs: dict[str, list[tuple[int, int]]] = defaultdict(list)
    members: dict[str, int] = defaultdict(int)
    query = """
        select action_id, shared_effect_group, reduction_high_t, reduction_period, quality_flag,
            cost_low, cost_high from investment_action
        where municipality_code = '1280' and row_level = 'action'
    """
    for action, shared, tonnes, period, flags, low, high in rows.execute(query):
        if "source_error" in (flags or ""):
            continue
        name = shared or action
        members[name] += 1
        if tonnes is not None and period == "annual":
            effects[name] = tonnes
        if low is not None:
            costs[name].append((int(low), int(high)))
    assert effects == {"MAL-plastics": 104_000.0}
    assert len(costs["MAL-plastics"]) < members["MAL-plastics"] == 3, "one tells no cost"
    low, high = costs["MAL-plastics"][0]
    known = levels(rows, "Malmö")
    pace = known[2024] * (known[2024] / known[2015]) ** (6 / 9)
    left = pace - effects["MAL-plastics"] - 0.3 * known[1990]
    text = answered(reader, "malmo")
    assert f"1 av 1 åtgärder tar bort 104 tusen ton år 2030, räknat från {pace / 1000:.0f}" in text
    assert f"{left / 1000:.0f} tusen ton är kvar att finna" in text
    assert "1 av 1 valda åtgärder har en kostnad i källan" in text
    assert f"{low / 1e6:.1f}–{high / 1e6:.1f} mn kr för 1".replace(".", ",") in text
    assert "Kostnad per ton går inte att räkna" in text
