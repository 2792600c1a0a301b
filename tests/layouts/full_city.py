"""A made-up municipality that has one of everything: no real figure or place."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from layouts.city import CityAnswers
from layouts.city.answers import IndicatorFigures, Peers
from progress.emissions.carried_forward import CarriedForward
from progress.emissions.events import Event, Way
from progress.emissions.series import Gas, Point, Scope, Series, Status
from progress.goals.verdict import assess
from progress.goals.yardstick import yardstick_goal
from progress.promises.local_contracts import (
    LocalContract,
    LocalContracts,
    LocalSignatory,
    WorkPackage,
)
from progress.records import (
    Activity,
    Commitment,
    ExchangeRate,
    Grant,
    IndicatorDefinition,
    IndicatorValue,
    Municipality,
    SectorValue,
    StatusReport,
)
from tests.layouts.city_facts import (
    BUDGET,
    CODE,
    GROUP,
    HALF,
    HERE,
    LABEL,
    PROPOSED,
    SOURCE,
    answers,
    goal,
)
from tests.progress.test_money import ROW

LATEST = 2022
TRANSPORT = {1990: 60_000.0, **{year: 50_000.0 - 900 * (year - 2015) for year in range(2015, 2022)}}
INDUSTRY = {1990: 40_000.0, **{year: 30_000.0 - 50 * (year - 2015) for year in range(2015, 2022)}}
TRANSPORT[LATEST], INDUSTRY[LATEST] = 44_000.0, 27_600.0
"""The latest year: industry fell most since the year before, transport since the oldest."""

POINTS = tuple(
    Point(
        year,
        TRANSPORT[year] + INDUSTRY[year],
        Status.PRELIMINARY if year == LATEST else Status.FINAL,
    )
    for year in TRANSPORT
)
SERIES = Series(CODE, Scope.TERRITORIAL, Gas.CO2E, LABEL, POINTS)
SECTORS = tuple(
    SectorValue(year, name, values[year], "preliminary" if year == LATEST else "final")
    for name, values in (("transport", TRANSPORT), ("industry", INDUSTRY))
    for year in values
)
POPULATIONS = {year: 20_000 + 100 * (year - 2015) for year in TRANSPORT}

CYCLES = IndicatorDefinition(
    "cycle-metres",
    "Cykelväg",
    "Cycle path",
    "meter per person",
    "metres per person",
    "up",
    1,
    SOURCE,
    "Prov på svenska.",
    "A test in English.",
)
CARS = IndicatorDefinition(
    "car-share", "Andel elbilar", "Electric cars", "andel", "share", "up", 3, SOURCE
)


def indicator(
    definition: IndicatorDefinition, values: dict[int, float], others: dict[str, float]
) -> IndicatorFigures:
    rows = tuple(IndicatorValue(CODE, year, value, "final") for year, value in values.items())
    return IndicatorFigures(definition, rows, {CODE: rows[-1].value, **others})


INDICATORS = (
    indicator(
        CYCLES,
        {2019: 2.0, 2020: 2.5, 2021: 3.0, 2022: 3.6},
        {"0002": 5.0, "0003": 4.0, "0004": 1.0},
    ),
    indicator(CARS, {2020: 0.02, 2021: 0.051, 2022: 0.083}, {"0002": 0.2}),
)


def commitment(number: int, code: str | None, status: str, told: date | None) -> Commitment:
    return Commitment(
        f"P-{number}",
        "municipality" if code else "agency",
        "Provköpings kommun" if code else "Provverket",
        code,
        "Provkontrakt",
        "3.2",
        f"Löfte {number}",
        f"Promise {number}",
        "Vi lovar.",
        "2030",
        "",
        status,
        told,
        "Provkommentar" if told else "",
        "Provmötet" if told else "",
    )


COMMITMENTS = (
    commitment(1, CODE, "late", date(2024, 3, 1)),
    commitment(2, CODE, "stopped", date(2023, 9, 30)),
    commitment(3, CODE, "done", date(2024, 1, 15)),
    commitment(4, CODE, "unknown", None),
    commitment(5, None, "running", date(2024, 2, 2)),
)
ACTIVITIES = (
    Activity(
        "A-1", CODE, "Provcykling", "Test cycling", "", "", "Provkontoret", "", "Provfonden",
        "2021", "2025", "4.1", "Vi cyklar.", "running", date(2024, 5, 1), "Provmötet",
    ),
)  # fmt: skip

RATE = ExchangeRate(2021, "EUR", Decimal("10.1449"), "annual_mean", "prov")
EUROS = replace(
    ROW,
    grant_id="eu",
    title="Europrov",
    amount=Decimal(1_000_000),
    currency="EUR",
    decision_year=2021,
)
KRONOR = replace(
    ROW, grant_id="sek", title="Kronprov", amount=Decimal(2_000_000), decision_year=2019
)
APPLIED = replace(
    ROW,
    grant_id="applied",
    title="Sökprov",
    amount_kind="applied",
    amount=Decimal(7_000_000),
    decision_year=2022,
)
UNKNOWN_SUM = replace(
    ROW,
    grant_id="unknown",
    title="Beviljat utan summa",
    amount=None,
    currency="",
    amount_kind="",
    decision="granted",
    decision_year=2020,
)
SHARED = replace(
    ROW,
    grant_id="shared",
    title="Delat prov",
    beneficiary="Provhögskolan",
    beneficiary_municipality_code=None,
    allocation="multi_municipality",
    amount=Decimal(3_000_000),
    decision_year=2018,
    places=(CODE, "0002"),
)
GRANTS: tuple[Grant, ...] = (EUROS, KRONOR, APPLIED, UNKNOWN_SUM, SHARED)

EVENT = Event(
    "E-1", 2021, CODE, ("industry",), Way.DOWN, "provpannan släcktes", "the test boiler shut down",
    "Provpannan släcktes.", "The test boiler shut down.", "Provbladet", "https://prov.example/1",
)  # fmt: skip

PACKAGE = WorkPackage(
    "W-1", CODE, None, "Provpaket", "Test package", "Provprojektet", "Provkontoret", "2023", "2025",
    "5.1", "", "", "late", date(2024, 5, 31), "Sent", "Provmötet",
)  # fmt: skip
LOCAL = LocalContracts(
    (PACKAGE,),
    {"W-1": (StatusReport("W-1", date(2024, 5, 31), "late", "Sent", "Provmötet"),)},
    (LocalContract(CODE, "2023-11", 40, True, "", "", "", "7", "Provkontrakt", ""),),
    (LocalSignatory(CODE, "Provbolaget", "", "2023-12", "Provlista", ""),),
    date(2024, 6, 1),
)

SUPERSEDED = goal("0001-G05", status="superseded", title_sv="Provmålet före", reduction=0.3)
NEIGHBOUR = Municipality("0002", "Granprov", "granprov", "00", "Provlän", 2021)


def find_series(
    scope: Scope, gas: Gas, sector: str, left_out: tuple[str, ...], per_person: bool
) -> Series | None:
    fits = scope is Scope.TERRITORIAL and gas is Gas.CO2E and sector == "total"
    return SERIES if fits and not left_out and not per_person else None


def full_city(**changes: object) -> CityAnswers:
    """All that a municipality's page can be asked about, with its goals assessed."""
    goals = (HALF, GROUP, BUDGET, PROPOSED, SUPERSEDED)
    assessed = [goal for goal in goals if goal.assessed] + [yardstick_goal(CODE)]
    known = replace(
        answers(*goals),
        verdicts=tuple(assess(goal, find_series, 2024) for goal in assessed),
        points=POINTS,
        sectors=SECTORS,
        populations=POPULATIONS,
        indicators=INDICATORS,
        commitments=COMMITMENTS,
        activities=ACTIVITIES,
        grants=GRANTS,
        exchange_rates=(RATE,),
        price_index={2019: Decimal("334.26"), 2021: Decimal("343.19")},
        contract_codes=frozenset({CODE, "0002"}),
        local_contracts=LOCAL,
        events=(EVENT,),
        national=tuple(replace(point, value=point.value * 300) for point in POINTS),
        peers=Peers(LATEST, {CODE: 3.5, "0002": 2.0, "0003": 9.0}, ((NEIGHBOUR, 0.1),)),
        today=date(2024, 6, 1),
        carried_forward=(
            CarriedForward("industry", LATEST, 280, 290),
            CarriedForward("transport", 2019, 281, 290),
        ),
    )
    return replace(known, **changes)  # type: ignore[arg-type]


ELSEWHERE = Municipality(CODE, "Provköping", "provkoping", "00", "Provlän")
"""The same place without a contract."""

__all__ = ["ELSEWHERE", "HERE", "full_city"]
