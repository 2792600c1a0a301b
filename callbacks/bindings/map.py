"""The map's questions."""

from dataclasses import replace

from callbacks.bindings.common import common
from callbacks.bindings.statistics import chosen_release
from data_access import questions
from data_access.reading import Connection
from data_access.shapes import outlines
from layouts import map as layout
from layouts.frame.page import Page
from layouts.links.addresses import Address, QueryProblem
from layouts.links.query import PARAMETERS
from layouts.map.answers import years_shown
from progress.emissions.series import Point
from progress.emissions.series_breaks import not_comparable


def ask(conn: Connection, address: Address) -> Page | None:
    """The map; None while no emissions are loaded."""
    chosen = chosen_release(conn, address)
    if chosen is None:
        return None
    shared = common(conn)
    label = chosen.release.label
    years = shared.once(questions.observed_years, conn, label)
    if not years:
        return None
    wanted = address.get("year")
    known = wanted is None or int(wanted) in years
    problems = chosen.problems
    if not known:
        name = PARAMETERS["year"].name(address.lang)
        problems += (QueryProblem(name, wanted or "", "no_such_year"),)
    year = int(wanted) if wanted is not None and known else years[-1]
    indicator = address.get("indicator") or layout.INDICATORS[0]
    if indicator == "pace":
        year = years[-1]
    answers = layout.MapAnswers(
        indicator=indicator,
        year=year,
        release=chosen.release,
        releases=chosen.releases,
        municipalities=shared.municipalities,
        years=years,
        totals=_totals(conn, label, years_shown(indicator, years, year)),
        populations=shared.once(questions.populations, conn, year),
        paces=shared.once(questions.pace_gaps, conn, label) if indicator == "pace" else {},
        shapes=shared.once(outlines, conn),
        problems=problems,
        late_sectors=shared.once(questions.late_sectors, conn, label),
    )
    shown = address if known else address.with_query(year=None)
    return layout.page(shown, answers)


def _totals(conn: Connection, label: str, years: tuple[int, ...]) -> dict[int, dict[str, Point]]:
    """Year → code → tonnes; of two years without the sectors that begin in between (§1.6)."""
    shared = common(conn)
    totals = {each: shared.once(questions.totals_of_year, conn, label, each) for each in years}
    if not years:
        return totals
    first, last = years[0], years[-1]
    starts = shared.once(questions.late_sectors, conn, label)
    for sector in not_comparable(starts, first, last):
        tonnes = questions.sector_tonnes(conn, label, sector, totals[last].keys())
        totals[last] = {
            code: replace(point, value=point.value - tonnes.get(code, {}).get(last, 0.0))
            for code, point in totals[last].items()
        }
    return totals
