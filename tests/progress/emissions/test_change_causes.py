"""Why emissions changed is told by the figures, and an event only where they bear it (§1.8)."""

import csv
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import seed_data
from progress.emissions.change_causes import ChangeCauses, EventRole, change_causes
from progress.emissions.events import Event, Way, events_at
from progress.emissions.series import TOTAL
from progress.emissions.series_breaks import SectorStart, not_comparable

FILE = Path(seed_data.__file__).parent / "emissions" / "smhi-co2e-2026.csv"
LATE = frozenset({"international_transport"})

BOTH = ("transport", "machinery")


def event(sectors: tuple[str, ...] = BOTH, way: Way | None = Way.UP, **more: str) -> Event:
    code = more.get("code")
    return Event(
        more.get("event_id", "E1"), 2024, code, sectors, way, "t", "t", "T.", "T.", "s", "u"
    )


@pytest.fixture(scope="module")
def sectors() -> dict[str, dict[int, dict[str, float]]]:
    """Municipality code → year → sector → tonnes, as the publisher gives them."""
    result: dict[str, dict[int, dict[str, float]]] = {}
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            years = result.setdefault(row["municipality_code"], {})
            of_year = years.setdefault(int(row["year"]), {})
            of_year[row["sector"]] = float(row["tonnes"])
    return result


def told(years: dict[int, dict[str, float]], *events: Event) -> ChangeCauses | None:
    return change_causes(2024, years[2023], years[2024], events, LATE)


def test_orebro_rose_by_20_per_cent_and_by_10_without_transport_and_machinery(
    sectors: dict[str, dict[int, dict[str, float]]],
) -> None:
    result = told(sectors["1880"], event())
    assert result is not None
    assert round(result.change, 2) == 0.20
    assert result.rest is not None
    assert round(result.rest, 2) == 0.10
    assert result.named == BOTH
    shares = [(sector.sector, round(sector.share_of_total, 3)) for sector in result.sectors]
    assert shares == [("transport", 0.125), ("machinery", 0.034), ("energy", 0.032)]
    assert result.explanation == event()


def test_in_gavle_the_rest_stood_still(sectors: dict[str, dict[int, dict[str, float]]]) -> None:
    result = told(sectors["2180"], event())
    assert result is not None
    assert (round(result.change, 2), round(result.rest or 0.0, 2)) == (0.20, 0.0)
    assert result.explanation is not None


def test_a_change_of_under_5_per_cent_has_no_cause(
    sectors: dict[str, dict[int, dict[str, float]]],
) -> None:
    """Borlänge rose by 3.9 %, Stockholm by 4.5 %."""
    assert told(sectors["2081"], event()) is None
    assert told(sectors["0180"], event()) is None


def test_among_the_290_the_event_explains_as_often_as_the_figures_bear_it(
    sectors: dict[str, dict[int, dict[str, float]]],
) -> None:
    result = [told(years, event()) for years in sectors.values()]
    roles = Counter(one.events[0].role if one else None for one in result)
    expected: Counter[EventRole | None] = Counter()
    for years in sectors.values():
        before, now = years[2023], years[2024]
        change = sum(now[name] - before[name] for name in now if name not in LATE)
        total = sum(before[name] for name in before if name not in LATE)
        moved = [now[name] - before[name] for name in BOTH]
        role: EventRole | None = EventRole.FLAG
        if abs(change) < 0.05 * total:
            role = None
        elif sum(moved) / change >= 0.75 and min(moved) > 0 < change:
            role = EventRole.EXPLANATION
        elif sum(moved) / change >= 0.5 and change > 0:
            role = EventRole.SECTORS
        expected[role] += 1
    assert roles == expected
    assert sum(roles.values()) == 290
    assert roles[EventRole.EXPLANATION] == 243


BEFORE = {"transport": 50.0, "machinery": 10.0, "energy": 40.0}


def now(transport: float, machinery: float, energy: float) -> dict[str, float]:
    moved = {"transport": transport, "machinery": machinery, "energy": energy}
    return {sector: BEFORE[sector] + change for sector, change in moved.items()}


@pytest.mark.parametrize(
    ("after", "role"),
    [
        (now(13.0, 2.0, 5.0), EventRole.EXPLANATION),
        (now(13.0, 1.9, 5.0), EventRole.SECTORS),
        (now(18.0, -1.0, 3.0), EventRole.SECTORS),
        (now(4.0, 1.0, 5.0), EventRole.SECTORS),
        (now(3.0, 1.0, 6.0), EventRole.FLAG),
        (now(-13.0, -2.0, -5.0), EventRole.FLAG),
    ],
)
def test_an_event_explains_from_three_quarters_and_names_sectors_from_half(
    after: dict[str, float], role: EventRole
) -> None:
    result = change_causes(2024, BEFORE, after, [event()])
    assert result is not None
    assert result.events[0].role is role
    assert (result.explanation is not None) is (role is EventRole.EXPLANATION)
    assert result.named == (
        BOTH if role is not EventRole.FLAG else tuple(sector.sector for sector in result.sectors)
    )


def test_an_event_without_sectors_or_of_another_year_is_never_a_cause() -> None:
    after = now(20.0, 5.0, 0.0)
    without = change_causes(2024, BEFORE, after, [event(())])
    assert without is not None
    assert without.events[0].role is EventRole.FLAG
    other = change_causes(2023, BEFORE, after, [event()])
    assert other is not None
    assert other.events == ()


def test_years_that_do_not_have_the_same_sectors_are_not_compared() -> None:
    assert change_causes(2024, BEFORE, {"transport": 90.0}) is None
    assert change_causes(2024, {TOTAL: 100.0}, {TOTAL: 120.0}) is None
    assert change_causes(2024, dict.fromkeys(BEFORE, 0.0), BEFORE) is None
    assert change_causes(2024, {}, {}) is None


TONNES = st.floats(0, 1e6, allow_nan=False, allow_subnormal=False)
YEAR = st.fixed_dictionaries(dict.fromkeys(("transport", "machinery", "energy", "waste"), TONNES))


@given(YEAR, YEAR)
def test_the_named_sectors_and_the_rest_are_the_whole_change(
    before: dict[str, float], after: dict[str, float]
) -> None:
    result = change_causes(2024, before, after)
    if result is None:
        return
    assert len(result.sectors) <= 3
    assert all(sector.tonnes * result.change > 0 for sector in result.sectors)
    others = sum(before[sector] for sector in before if sector not in result.named)
    if others == 0:  # what was nothing has no share to have changed by
        return
    moved = sum(sector.tonnes for sector in result.sectors) + (result.rest or 0.0) * others
    assert moved == pytest.approx(result.now - result.before, rel=1e-6, abs=1e-3)


def test_a_citys_own_events_come_before_those_everywhere() -> None:
    here, elsewhere = event(code="1880", event_id="E3"), event(code="0180", event_id="E2")
    everywhere = event()
    assert events_at([everywhere, elsewhere, here], "1880") == (here, everywhere)
    assert events_at([everywhere], "1880", 2023) == ()


def test_a_comparison_over_the_year_a_sector_begins_leaves_it_out() -> None:
    starts = [SectorStart("international_transport", 2023)]
    assert not_comparable(starts, 2022, 2023) == {"international_transport"}
    assert not_comparable(starts, 2015, 2024) == {"international_transport"}
    assert not_comparable(starts, 2023, 2024) == frozenset()
    assert not_comparable(starts, 2015, 2022) == frozenset()
