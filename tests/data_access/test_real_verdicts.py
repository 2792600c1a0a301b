"""The verdicts on the real figures, as they were counted apart from the product (RULES §5)."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from data_access import questions as ask
from data_access.engine import open_store
from progress.change_causes import change_causes
from progress.lead import lead
from progress.series import Gas
from progress.verdict_model import Attainment, Robustness, Verdict
from progress.yardstick import is_yardstick

RELEASE = "smhi-co2e-2026"


@pytest.fixture(scope="module")
def seed(seeded_file: Path) -> Iterator[Connection]:
    engine = open_store(f"sqlite:///{seeded_file}")
    with engine.connect() as conn:
        yield conn
    engine.dispose()


LEADS = {
    "2081": "Klimatneutralt 2030 kräver att utsläppen minskar minst 24 % om året från 2024; "
    "2015–2024 minskade de 1,1 % om året. Här räknas hela kommunen, även SSAB som målet ställer "
    "utanför.",
    "2180": "80 % lägre utsläpp 2030 än 2020 kräver 25,6 % mindre om året från 2024, men 2024 var "
    "de 2 % högre än 2015. De ökade 20 % det året: biobränslekravet sänktes i hela landet.",
    "0182": "Målet 63 % lägre utsläpp per person än 1990 är nått sex år i förtid: 1,08 ton 2024 "
    "mot 1,18. Vägtrafikens mål 2030 kräver 12,2 % mindre om året; transporterna har minskat "
    "4,2 %.",
    "0180": "80 % lägre utsläpp 2030 än 1990 kräver att de minskar 13,9 % om året från 2024. "
    "2015–2024 minskade de 7,0 % om året, men nästan allt före 2020.",
    "2380": "Noll fossil koldioxid 2030 kräver 10 700 ton mindre varje år från 2023; i samma takt "
    "som 2015–2023 blir det 4 600. 2024 ökade växthusgaserna 18 %.",
    "1880": "Örebros mål räknar även konsumtion och går inte att bedöma här. Jämförelsemålet "
    "(85 % lägre 2045 än 1990) kräver 5,5 % mindre om året från 2024; 2015–2024 minskade "
    "utsläppen 0,6 %, och 2024 ökade de 20 %.",
}


def yardsticks(conn: Connection) -> dict[str, Verdict]:
    return {
        verdict.goal.municipality_code: verdict
        for verdict in ask.verdicts(conn, release=RELEASE)
        if is_yardstick(verdict.goal)
    }


def test_290_yardsticks_give_the_counts_that_were_made_apart(seed: Connection) -> None:
    result = yardsticks(seed)
    assert Counter(one.attainment for one in result.values()) == {
        Attainment.NO: 278,
        Attainment.YES: 7,
        Attainment.CLOSE: 5,
    }
    stable = [one for one in result.values() if one.robustness is Robustness.STABLE]
    assert len(stable) == 252
    assert sum(one.attainment is Attainment.YES for one in stable) == 1
    assert sum(bool(one.direction_uncertain) for one in result.values()) == 130


@pytest.mark.parametrize(
    ("code", "done", "needed"), [("2081", 1.07, 7.58), ("1880", 0.61, 5.49), ("0180", 7.03, 5.49)]
)
def test_done_and_needed_of_three_cities(
    seed: Connection, code: str, done: float, needed: float
) -> None:
    result = yardsticks(seed)[code]
    assert result.done_rate is not None
    assert result.needed_rate is not None
    assert round(result.done_rate * 100, 2) == done
    assert round(result.needed_rate * 100, 2) == needed


def test_the_bands_are_those_of_the_hindcast(seed: Connection) -> None:
    bands = ask.bands(seed)
    assert [round(share * 100) for share in bands[Gas.CO2E].shares] == [11, 14, 14, 16]
    assert [round(share * 100) for share in bands[Gas.CO2].shares] == [9, 11, 16, 21]


@pytest.mark.parametrize("code", LEADS)
def test_the_leads_of_six_cities_to_the_letter(seed: Connection, code: str) -> None:
    by_year: dict[int, dict[str, float]] = {}
    for sector in ask.sectors(seed, RELEASE, code):
        by_year.setdefault(sector.year, {})[sector.sector] = sector.tonnes
    causes = change_causes(2024, by_year[2023], by_year[2024], ask.events(seed, code))
    place = next(
        municipality for municipality in ask.municipalities(seed) if municipality.code == code
    )
    result = lead(ask.verdicts(seed, code), place, "sv", causes)
    assert result.text.replace("\u00a0", " ") == LEADS[code]
