"""The questions of a comparison, for its page and for its file."""

from collections import defaultdict
from collections.abc import Mapping

from callbacks.bindings.common import common
from callbacks.bindings.statistics import chosen_release
from data_access import questions
from data_access.reading import Connection
from layouts import compare
from layouts.addresses import Address, QueryProblem
from layouts.page import Page
from layouts.query import PARAMETERS
from progress.facts import Municipality
from progress.verdict_model import Verdict


def ask(conn: Connection, address: Address) -> Page | None:
    """The comparison; None while no emissions are loaded."""
    found = gather(conn, address)
    if found is None:
        return None
    known = tuple(one.code for one in found.chosen)
    return compare.page(address.with_query(municipality=known), found)


def gather(conn: Connection, address: Address) -> compare.CompareAnswers | None:
    """All that a comparison rests on. A code that is no municipality's becomes a problem."""
    chosen = chosen_release(conn, address)
    if chosen is None:
        return None
    label = chosen.release.label
    shared = common(conn)
    municipalities = shared.municipalities
    by_code = {one.code: one for one in municipalities}
    codes = address.all("municipality")
    named = tuple(by_code[code] for code in codes if code in by_code)
    name = PARAMETERS["municipality"].name(address.lang)
    unknown = tuple(
        QueryProblem(name, code, "unknown_municipality") for code in codes if code not in by_code
    )
    totals = shared.once(questions.totals, conn, label)
    return compare.CompareAnswers(
        municipalities=municipalities,
        chosen=named,
        release=chosen.release,
        releases=chosen.releases,
        totals=totals,
        populations=shared.once(_populations, conn, label),
        verdicts=_verdicts(conn, named, label) if len(named) >= compare.FEWEST else {},
        late=_late(conn, named, label) if len(named) >= compare.FEWEST else (),
        problems=(*chosen.problems, *unknown),
        kept=shared.kept(f"compare {label}"),
    )


def _populations(conn: Connection, label: str) -> Mapping[str, Mapping[int, int]]:
    """Everybody's inhabitants by code and year, of the years that a release has."""
    totals = common(conn).once(questions.totals, conn, label)
    years = frozenset(point.year for points in totals.values() for point in points)
    return questions.populations_of_years(conn, years)


def _late(
    conn: Connection, named: tuple[Municipality, ...], label: str
) -> tuple[compare.LateSector, ...]:
    """The sectors that the release counts only from some year on, with the chosen ones' tonnes."""
    codes = [one.code for one in named]
    return tuple(
        compare.LateSector(
            start.sector,
            start.first_year,
            questions.sector_tonnes(conn, label, start.sector, codes),
        )
        for start in common(conn).once(questions.late_sectors, conn, label)
    )


def _verdicts(
    conn: Connection, named: tuple[Municipality, ...], label: str
) -> dict[str, tuple[Verdict, ...]]:
    """Each goal on the compared release if that is of the goal's gas, else on its gas's newest."""
    codes = [one.code for one in named]
    newest = questions.verdicts(conn, codes)
    on_release = questions.verdicts(conn, codes, label)
    chosen = {(one.goal.municipality_code, one.goal.goal_id): one for one in (*newest, *on_release)}
    found: dict[str, list[Verdict]] = defaultdict(list)
    for (code, _), verdict in chosen.items():
        found[code].append(verdict)
    return {code: tuple(verdicts) for code, verdicts in found.items()}
