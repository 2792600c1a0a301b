"""The overview's questions."""

from collections import defaultdict

from callbacks.bindings.common import common
from callbacks.bindings.statistics import chosen_release
from data_access import questions
from data_access.reading import Connection
from layouts import overview
from layouts.addresses import Address
from layouts.changes import observed_years
from layouts.page import Page
from progress.facts import Municipality
from progress.series import Point
from progress.verdict_model import Verdict


def ask(conn: Connection, address: Address) -> Page | None:
    """The overview; None while no emissions are loaded."""
    chosen = chosen_release(conn, address)
    if chosen is None:
        return None
    label = chosen.release.label
    shared = common(conn)
    municipalities = shared.municipalities
    verdicts: dict[str, list[Verdict]] = defaultdict(list)
    contract = tuple(one for one in municipalities if one.is_contract_city)
    codes = tuple(one.code for one in contract)
    totals = shared.once(questions.totals, conn, label, codes)
    for verdict in shared.once(questions.verdicts, conn, codes):
        verdicts[verdict.goal.municipality_code].append(verdict)
    population = shared.once(questions.populations, conn, _latest_year(totals))
    cities = tuple(
        overview.CityRow(
            municipality=one,
            points=totals.get(one.code, ()),
            population=population.get(one.code),
            verdicts=tuple(verdicts[one.code]),
        )
        for one in contract
    )
    answers = overview.OverviewAnswers(
        release=chosen.release,
        releases=chosen.releases,
        cities=cities,
        municipalities=municipalities,
        totals=totals | _found_totals(conn, address, label, municipalities),
        national_sum=shared.once(questions.national, conn, label),
        published_national=shared.once(questions.published_national, conn, label),
        problems=chosen.problems,
        late_sectors=shared.once(questions.late_sectors, conn, label),
    )
    return overview.page(address, answers)


def _found_totals(
    conn: Connection, address: Address, label: str, municipalities: tuple[Municipality, ...]
) -> dict[str, tuple[Point, ...]]:
    """Those of the municipalities that a search shows."""
    words = address.get("search")
    shown = overview.matches(municipalities, words)[: overview.MOST_SHOWN] if words else []
    return questions.totals(conn, label, [one.code for one in shown]) if shown else {}


def _latest_year(totals: dict[str, tuple[Point, ...]]) -> int:
    """The contract cities' newest year: populations are asked of that 31 December."""
    return max((year for points in totals.values() for year in observed_years(points)), default=0)
