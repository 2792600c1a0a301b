"""The overview's questions."""

from collections import defaultdict
from collections.abc import Collection

from callbacks.bindings.common import Common, common
from callbacks.bindings.statistics import chosen_release
from data_access import questions
from data_access.reading import Connection
from layouts import overview
from layouts.frame.page import Page
from layouts.links.addresses import Address
from progress.emissions.change_causes import ChangeCauses, change_causes
from progress.emissions.events import events_at
from progress.emissions.series_breaks import not_comparable
from progress.goals.verdict_model import Verdict


def ask(conn: Connection, address: Address) -> Page | None:
    """The overview; None while no emissions are loaded."""
    chosen = chosen_release(conn, address)
    if chosen is None:
        return None
    label = chosen.release.label
    shared = common(conn)
    cities = city_rows(conn, label)
    codes = tuple(city.municipality.code for city in cities)
    answers = overview.OverviewAnswers(
        release=chosen.release,
        releases=chosen.releases,
        cities=cities,
        national_sum=shared.once(questions.national, conn, label),
        published_national=shared.once(questions.published_national, conn, label),
        causes=_causes(conn, shared, label, codes),
        problems=chosen.problems,
        late_sectors=shared.once(questions.late_sectors, conn, label),
    )
    return overview.page(address, answers)


def city_rows(conn: Connection, label: str) -> tuple[overview.CityRow, ...]:
    """The contract cities, with totals of a release and the verdicts on their goals."""
    shared = common(conn)
    contract = tuple(place for place in shared.municipalities if place.is_contract_city)
    codes = tuple(place.code for place in contract)
    totals = shared.once(questions.totals, conn, label, codes)
    verdicts: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in shared.once(questions.verdicts, conn, codes):
        verdicts[verdict.goal.municipality_code].append(verdict)
    return tuple(
        overview.CityRow(place, totals.get(place.code, ()), tuple(verdicts[place.code]))
        for place in contract
    )


def _causes(
    conn: Connection, shared: Common, label: str, codes: Collection[str]
) -> ChangeCauses | None:
    """Why the cities' sum changed in the latest year; None where it hardly did."""
    years = shared.once(questions.observed_years, conn, label)
    if len(years) < 2 or years[-1] - years[-2] != 1:
        return None
    year = years[-1]
    by_year = shared.once(questions.sector_sums, conn, label, tuple(codes))
    starts = shared.once(questions.late_sectors, conn, label)
    return change_causes(
        year,
        by_year.get(year - 1, {}),
        by_year.get(year, {}),
        events_at(shared.once(questions.events, conn), "", year),
        not_comparable(starts, year - 1, year),
        threshold=overview.SAME_SHARE,
    )
