"""A made-up municipality with goals, for tests of its page: no real figure or place."""

from dataclasses import replace
from datetime import UTC, datetime

from layouts.city import CityAnswers
from progress.emissions.series import Gas, Point, Scope, Series
from progress.goals.goal import Goal, GoalKind, GoalScope, State
from progress.goals.verdict import assess
from progress.goals.yardstick import yardstick_goal
from progress.promises.parties import OrganisationKind
from progress.records import Municipality, Release, SectorValue, Source

CODE = "0001"
LABEL = "prov-co2e-2024"
HERE = Municipality(CODE, "Provköping", "provkoping", "00", "Provlän", 2021, signed="2021")
PARTY_KINDS = {
    kind: OrganisationKind(kind, place, True, one, one, many, many, together, together)
    for place, (kind, one, many, together) in enumerate(
        (
            ("municipality", "kommun", "kommuner", "kommunen"),
            ("viable_cities", "nationellt program", "nationella program", "Viable Cities"),
            ("agency", "myndighet", "myndigheter", "myndigheterna"),
        )
    )
}
SOURCE = Source("prov", "Provstatistik", "Provverket", "CC0 1.0")
RELEASE = Release(
    label=LABEL,
    kind="emissions",
    title="Provutgåva 2024",
    source=SOURCE,
    released=None,
    imported=datetime(2024, 5, 2, tzinfo=UTC),
    file_name="prov.csv",
    sha256="ab" * 32,
    rows=12,
    gas="co2e",
    scope="territorial",
    year_first=1990,
    year_last=2022,
    edition=2024,
)
POINTS = (
    Point(1990, 100_000.0),
    *(Point(year, 80_000.0 - 1_000.0 * (year - 2015)) for year in range(2015, 2023)),
)
SERIES = Series(CODE, Scope.TERRITORIAL, Gas.CO2E, LABEL, POINTS)


def goal(goal_id: str, **fields: object) -> Goal:
    plain = Goal(
        goal_id=goal_id,
        municipality_code=CODE,
        kind=GoalKind.REDUCTION,
        scope=GoalScope.TERRITORIAL,
        gas="co2e",
        title_sv=f"Provmål {goal_id}",
        quote="Utsläppen ska minska.",
        source_title="Provkontraktet",
        source_section="3.1",
        base_year=1990,
        target_year=2030,
        reduction=0.5,
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


HALF = goal("0001-G01")
GROUP = goal(
    "0001-G02", kind=GoalKind.STATE, scope=GoalScope.GROUP, state=State.NEUTRAL, reduction=None
)
BUDGET = goal(
    "0001-G03",
    kind=GoalKind.BUDGET,
    scope=GoalScope.BUDGET,
    reduction=None,
    base_year=None,
    budget_tonnes=600_000.0,
    budget_first_year=2020,
    budget_last_year=2030,
    rate=0.06,
    near_gas="co2e",
)
PROPOSED = goal("0001-G04", status="proposed", title_sv="Provförslaget")


def find_series(
    scope: Scope, gas: Gas, sector: str, left_out: tuple[str, ...], per_person: bool
) -> Series | None:
    fits = scope is Scope.TERRITORIAL and gas is Gas.CO2E and sector == "total"
    return SERIES if fits and not left_out and not per_person else None


def answers(*goals: Goal) -> CityAnswers:
    assessed = [goal for goal in goals if goal.assessed] + [yardstick_goal(CODE)]
    return CityAnswers(
        municipality=HERE,
        release=RELEASE,
        releases=(RELEASE,),
        all_releases=(RELEASE,),
        points=POINTS,
        sectors=tuple(SectorValue(p.year, "transport", p.value, "final") for p in POINTS),
        populations={2022: 20_000},
        goals=goals,
        verdicts=tuple(assess(one, find_series, 2024) for one in assessed),
        indicators=(),
        commitments=(),
        activities=(),
        grants=(),
        exchange_rates=(),
        price_index={},
        sources={"prov": SOURCE},
        contract_codes=frozenset({CODE}),
        current_year=2024,
        party_kinds=PARTY_KINDS,
    )
