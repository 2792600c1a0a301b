"""A sector that stands still everywhere at once is told as carried forward (§1.5)."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

import seed_data
from progress.emissions.carried_forward import CarriedForward, carried_forward
from progress.emissions.series import TOTAL

FOLDER = Path(seed_data.__file__).parent / "emissions"


def release(name: str) -> Iterator[tuple[str, int, str, float]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            code, year = row["municipality_code"], int(row["year"])
            yield row["sector"], year, code, float(row["tonnes"])


def made_up(ratios: list[float], year: int = 2024) -> list[tuple[str, int, str, float]]:
    before = [("heating", year - 1, f"{place:04}", 100.0) for place in range(len(ratios))]
    now = [("heating", year, f"{place:04}", 100.0 * ratio) for place, ratio in enumerate(ratios)]
    return before + now


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("smhi-co2e-2026", [CarriedForward("heating", 2024, 289, 290)]),
        (
            "smhi-co2-2025",
            [
                CarriedForward("products", 2022, 283, 290),
                CarriedForward("products", 2023, 284, 290),
            ],
        ),
        ("smhi-co2e-2025", []),
        ("smhi-co2-2024", []),
    ],
)
def test_the_releases_carry_these_sectors_forward(name: str, expected: list[object]) -> None:
    assert list(carried_forward(release(name))) == expected


def test_a_sector_restated_by_one_factor_is_not_carried_forward() -> None:
    """Agriculture 2021 is 1.0018 times 2020 nearly everywhere: new figures, another counting."""
    assert carried_forward(made_up([1.0018] * 120)) == ()
    assert carried_forward(made_up([1.0004] * 120)) == (CarriedForward("heating", 2024, 120, 120),)


def test_fewer_than_a_hundred_municipalities_say_nothing() -> None:
    assert carried_forward(made_up([1.0] * 99)) == ()
    assert carried_forward(made_up([1.0] * 100)) == (CarriedForward("heating", 2024, 100, 100),)


def test_a_zero_is_no_municipality_that_has_the_sector() -> None:
    assert carried_forward(made_up([0.0] * 50 + [1.0] * 99)) == ()


def test_nearly_all_is_nineteen_of_twenty() -> None:
    assert carried_forward(made_up([1.0] * 94 + [1.1] * 6)) == ()
    assert carried_forward(made_up([1.0] * 95 + [1.1] * 5)) == (
        CarriedForward("heating", 2024, 95, 100),
    )


def test_over_a_gap_and_of_totals_nothing_is_said() -> None:
    values = made_up([1.0] * 120)
    apart = [(sector, 2020 if year == 2023 else year, *rest) for sector, year, *rest in values]
    assert carried_forward(apart) == ()  # type: ignore[arg-type]
    totals = [(TOTAL, year, code, tonnes) for _, year, code, tonnes in values]
    assert carried_forward(totals) == ()
