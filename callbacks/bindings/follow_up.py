"""Asks what the yearly follow-up needs; the store is asked once for each of its states."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from callbacks.bindings.common import Common, common, own_rows
from callbacks.bindings.portfolio import grants_in_kronor
from data_access import questions
from data_access.clock import today
from data_access.reading import Connection
from layouts import follow_up
from layouts.follow_up.answers import CityVersions, FollowUpAnswers
from layouts.frame.page import Page
from layouts.links.addresses import Address
from layouts.overview.order import swedish
from progress.data_coverage import CityData, Count
from progress.emissions.change_causes import ChangeCauses, change_causes
from progress.emissions.series import Gas
from progress.emissions.series_breaks import SectorStart, not_comparable
from progress.goals.goal import YARDSTICK_ID, Goal
from progress.goals.goal_years import YearStands
from progress.goals.verdict_model import Attainment
from progress.money.plan import plan_sums
from progress.money.portfolio import counts, of_cities
from progress.money.pricing import Pricing
from progress.money.year_money import YearMoney, year_money
from progress.promises.contract_versions import ContractText, replaced, steps, versions
from progress.promises.local_contracts import counted_at
from progress.promises.yearly_promises import (
    PromiseYear,
    commitments_by_party,
    counted_by_city,
    end_of,
    in_force,
)
from progress.records import InvestmentAction


def ask(conn: Connection, address: Address) -> Page | None:
    """The follow-up of a year; None for a year that there is none of."""
    answers = gather(conn, address.year)
    if answers is None:
        return None
    return follow_up.page(replace(address, page="follow_up", year=answers.year), answers)


def ask_newest(conn: Connection, address: Address) -> Page | None:
    """The follow-up of the newest year; None where no statistics are loaded."""
    return ask(conn, address)


def gather(conn: Connection, year: int | None) -> FollowUpAnswers | None:
    """The answers for a year, or for the newest one; None where there is no such follow-up."""
    shared = common(conn)
    years = shared.once(questions.followed_years, conn)
    chosen = year if year is not None else next(iter(years), None)
    stands = None if chosen is None else shared.once(questions.year_stands, conn, chosen)
    if stands is None:
        return None
    reports = shared.once(questions.status_reports, conn)
    goals = shared.once(questions.goals, conn)
    texts = shared.once(questions.contract_texts, conn)
    now = today()
    day = end_of(stands.year, now)
    cities = tuple(
        sorted(
            (
                municipality
                for municipality in shared.municipalities
                if municipality.is_contract_city
            ),
            key=lambda municipality: swedish(municipality.name),
        )
    )
    promised = in_force(shared.once(questions.commitments, conn), texts, stands.year)
    known = tuple(
        versions_of(city.code, shared.once(questions.goal_history, conn), texts) for city in cities
    )
    parties = commitments_by_party(promised, reports, stands.year, now)
    activities = counted_by_city(shared.once(questions.activities, conn), reports, stands.year, now)
    packages = shared.once(questions.work_packages, conn)
    local = shared.once(questions.local_contracts, conn)
    listed: dict[str, int] = defaultdict(int)
    for signatory in shared.once(questions.local_signatories, conn):
        listed[signatory.municipality_code] += 1
    counted = (
        parties,
        activities,
        counted_by_city(packages, reports, stands.year, now),
    )
    money, held = shared.once(_money, conn, stands.year)
    scopes = shared.once(questions.own_scopes, conn)
    actions = shared.once(questions.investment_actions, conn)
    return FollowUpAnswers(
        stands=stands,
        years=years,
        day=day,
        cities=cities,
        goals={(goal.municipality_code, goal.goal_id): goal for goal in goals},
        releases={release.label: release for release in shared.releases},
        parties=parties,
        party_kinds=shared.once(questions.party_kinds, conn),
        activities=activities,
        packages=packages,
        reports=reports,
        money=money,
        data=tuple(
            replace(
                _data(city.code, stands, counted, actions, held),
                own_series=scopes.get(city.code, ()),
                contract=tuple(v.year for v in version.versions if v.whole),
                quoted=tuple(v.year for v in version.versions if not v.whole),
                local=counted_at(local, city.code, stands.year),
            )
            for city, version in zip(cities, known, strict=True)
        ),
        versions=known,
        local=tuple(contract for contract in local if int(contract.at[:4]) <= stands.year),
        listed=listed,
        loaded=shared.once(questions.loaded_sources, conn),
        late_sectors=_late_sectors(conn, shared, stands),
        causes=_causes(conn, shared, stands, [city.code for city in cities]),
    )


def _causes(
    conn: Connection, shared: Common, stands: YearStands, codes: Iterable[str]
) -> dict[str, ChangeCauses]:
    """Which sectors changed in the year in each city, however little."""
    label, year = _read_in(stands), stands.year
    if label is None:
        return {}
    before = shared.once(questions.sectors_of_year, conn, label, year - 1)
    now = shared.once(questions.sectors_of_year, conn, label, year)
    starts = not_comparable(shared.once(questions.late_sectors, conn, label), year - 1, year)
    result = {
        code: change_causes(
            year, before.get(code, {}), now.get(code, {}), left_out=starts, threshold=0
        )
        for code in codes
    }
    return {code: causes for code, causes in result.items() if causes is not None}


def _read_in(stands: YearStands) -> str | None:
    """The release that the areas are read in."""
    return next((release.label for release in stands.releases if release.gas == Gas.CO2E), None)


def _late_sectors(conn: Connection, shared: Common, stands: YearStands) -> tuple[SectorStart, ...]:
    """The breaks up to the year in the release that the areas are read in."""
    label = _read_in(stands)
    if label is None:
        return ()
    result = shared.once(questions.late_sectors, conn, label)
    return tuple(start for start in result if start.first_year <= stands.year)


def _money(conn: Connection, year: int) -> tuple[tuple[YearMoney, ...], dict[str, int]]:
    """The money of the year, and how many grants each contract city has of all years."""
    grants = grants_in_kronor(conn, Pricing(common(conn).exchange_rates))
    held = counts(of_cities(grants[~grants["repeats"] & (grants["kind"] != "")], "city"), "city")
    return year_money(grants, year), held


def versions_of(code: str, goals: Iterable[Goal], texts: Iterable[ContractText]) -> CityVersions:
    """The versions that are known of a city's contract, and what changed between them."""
    own = own_rows(code, goals)
    result = versions(own, own_rows(code, texts))
    newest = {goal.goal_id: goal for goal in own}
    return CityVersions(code, result, steps(result), replaced(newest.values()))


def _data(
    code: str,
    stands: YearStands,
    counted: tuple[tuple[PromiseYear, ...], ...],
    actions: Iterable[InvestmentAction],
    grants: Mapping[str, int],
) -> CityData:
    own = [g for g in stands.goals if g.municipality_code == code and g.goal_id != YARDSTICK_ID]
    without = Attainment.NOT_ASSESSABLE
    area = next((area for area in stands.areas if area.code == code), None)
    plan = plan_sums(row for row in actions if row.municipality_code == code).coverage
    return CityData(
        code=code,
        statistics=Count(int(area is not None and area.tonnes is not None), 1),
        own_series=(),
        goals=Count(sum(goal.now.reading.attainment is not without for goal in own), len(own)),
        indicative=sum(goal.now.indicative for goal in own),
        contract=(),
        quoted=(),
        commitments=_count(code, counted[0]),
        activities=_count(code, counted[1]),
        packages=_count(code, counted[2]),
        plan=Count(plan.known, plan.of),
        grants=Count(grants.get(code, 0)),
        local=None,
    )


def _count(code: str, counted: Iterable[PromiseYear]) -> Count:
    """How many of the city's own promises have a status, of all."""
    own = own_rows(code, counted)
    return Count(sum(row.of - row.silent for row in own), sum(row.of for row in own))
