"""The map's questions."""

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
        totals={
            each: shared.once(questions.totals_of_year, conn, label, each)
            for each in years_shown(indicator, years, year)
        },
        populations=shared.once(questions.populations, conn, year),
        paces=shared.once(questions.pace_gaps, conn, label) if indicator == "pace" else {},
        shapes=shared.once(outlines, conn),
        problems=problems,
        late_sectors=shared.once(questions.late_sectors, conn, label),
    )
    shown = address if known else address.with_query(year=None)
    return layout.page(shown, answers)
