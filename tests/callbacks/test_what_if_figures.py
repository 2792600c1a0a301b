"""What it would take in Örebro: one rate in the sentence and the field, and its level explained."""

import re

from flask.testing import FlaskClient

from progress.scenario import Scenario


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
