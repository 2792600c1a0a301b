"""What it would take in Örebro: one rate in the sentence and the field, and its level explained."""

import re
from pathlib import Path

from flask.testing import FlaskClient

from progress.road.scenario import Scenario

DECISION = (Path(__file__).parents[2] / "docs/decisions/0111-road.md").read_text()


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
    """The words of the page whose address the decision tells for a question about a place."""
    address = re.search(rf"`(/sv/kommun/{place}/vad-kravs[^`]*)`", DECISION)
    assert address is not None
    text = re.sub(r"<[^>]+>", " ", reader.get(address[1]).text).replace("\u00a0", " ")
    return re.sub(r"\s+", " ", text)


def test_what_a_years_delay_costs_orebro_is_told_at_its_link(reader: FlaskClient) -> None:
    """Worked out anew from the levels of 1990, 2015 and 2024."""
    level, target, first = 416_040.83, 0.15 * 847_469, 439_514.53
    pace, sums, rates = (level / first) ** (1 / 9), [], []
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


def test_what_closes_malmos_gap_at_least_cost_is_told_at_its_link(reader: FlaskClient) -> None:
    """400–500 million for 104 kt a year; no other row has a price and a place in time."""
    text = answered(reader, "malmo")
    assert "1 av 1 åtgärder tar bort 104 tusen ton år 2030" in text
    assert "178 tusen ton är kvar att finna" in text
    assert "1 av 1 valda åtgärder har en kostnad i källan" in text
    assert "Total kostnad, hela åtgärden: 400,0–500,0 mn kr för 1" in text
    assert "Kostnad per ton går inte att räkna" in text, "one of the three tells no cost"
