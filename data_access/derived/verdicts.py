"""Verdicts are made when figures or goals come in, and stored, so that no page waits for them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, delete, insert, select

from data_access.derived.backgrounds import Backgrounds
from data_access.derived.comparisons import refresh_comparisons, refresh_sector_notices
from data_access.derived.goal_years import refresh_goal_years
from data_access.derived.verdict_json import to_payload
from data_access.emission_series import SeriesShelf
from data_access.loaded_release import LoadedRelease
from data_access.questions.places import municipalities
from data_access.questions.pledges import goals
from data_access.questions.releases import releases_in_use, territorial_releases
from data_access.tables import hindcast
from data_access.tables import verdict as stored_verdict
from progress.emissions.series import Gas, Scope
from progress.goals.goal import Goal
from progress.goals.verdict import assess
from progress.goals.verdict_model import Verdict
from progress.goals.yardstick import yardstick_goal


@dataclass(frozen=True, slots=True)
class ReleaseVerdict:
    """A verdict and the release it was asked of."""

    release_id: int
    verdict: Verdict


def refresh_verdicts(conn: Connection, current_year: int) -> int:
    """Compute every verdict anew and store them in the transaction at hand; gives their number.

    What rests on them, and on the same figures, is made anew too: releases held against each other,
    the sectors that a release fills in late, how far estimates have missed, and the goals year by
    year.
    """
    refresh_sector_notices(conn)
    shelf = SeriesShelf(conn)
    backgrounds = Backgrounds(conn, shelf)
    _refresh_hindcast(conn, backgrounds)
    made = tuple(all_verdicts(conn, current_year, shelf, backgrounds))
    rows = [
        {
            "release_id": row.release_id,
            "municipality_code": row.verdict.goal.municipality_code,
            "goal_id": row.verdict.goal.goal_id,
            "attainment": row.verdict.attainment,
            "reason": row.verdict.reason,
            "current_year": current_year,
            "payload": to_payload(row.verdict),
        }
        for row in made
    ]
    conn.execute(delete(stored_verdict))
    if rows:
        conn.execute(insert(stored_verdict), rows)
    by_release: dict[int, dict[tuple[str, str], Verdict]] = defaultdict(dict)
    for row in made:
        goal = row.verdict.goal
        by_release[row.release_id][goal.municipality_code, goal.goal_id] = row.verdict
    refresh_comparisons(conn, shelf, by_release, current_year, backgrounds)
    refresh_goal_years(conn, shelf, current_year, backgrounds)
    return len(rows)


def verdict_years(conn: Connection) -> set[int]:
    """The years of the days that the stored verdicts are of: one, or none."""
    return set(conn.scalars(select(stored_verdict.c.current_year).distinct()))


def _refresh_hindcast(conn: Connection, backgrounds: Backgrounds) -> None:
    conn.execute(delete(hindcast))
    rows = [{"gas": gas, **asdict(error)} for gas in Gas for error in backgrounds.errors(gas)]
    if rows:
        conn.execute(insert(hindcast), rows)


def all_verdicts(
    conn: Connection,
    current_year: int,
    shelf: SeriesShelf | None = None,
    backgrounds: Backgrounds | None = None,
) -> Iterator[ReleaseVerdict]:
    """Every goal in force against every release of territorial emissions of its gas, drafts too.

    A goal that names no gas is read against CO2e, and a city's own series comes before the
    release's. The yardstick is held against all municipalities that a CO2e release covers, and
    never against a city's own figures, which would not compare.
    """
    shelf = shelf or SeriesShelf(conn)
    backgrounds = backgrounds or Backgrounds(conn, shelf)
    in_force = [goal for goal in goals(conn) if goal.assessed]
    codes = [municipality.code for municipality in municipalities(conn)]
    for release_id in sorted(territorial_releases(conn, drafts=True)):
        context = shelf.release(release_id)
        for goal in _goals_for(context, in_force, codes):
            find = shelf.find_for(context, goal)
            background = backgrounds.of(goal, context)
            yield ReleaseVerdict(release_id, assess(goal, find, current_year, background))


def verdicts_in_use(
    conn: Connection, current_year: int, codes: Iterable[str]
) -> dict[tuple[str, str], Verdict]:
    """Municipality and goal → verdict, of the release that each of these municipalities is read
    from; the yardstick's too. Worked out now, and not stored."""
    shelf = SeriesShelf(conn)
    backgrounds = Backgrounds(conn, shelf)
    result: dict[tuple[str, str], Verdict] = {}
    in_use = {gas: releases_in_use(conn, gas, Scope.TERRITORIAL) for gas in Gas}
    for code in codes:
        in_force = [goal for goal in goals(conn, code) if goal.assessed]
        for gas in Gas:
            standing = in_use[gas].get(code)
            if standing is None:
                continue
            context = shelf.release(standing.release_id)
            for goal in _goals_for(context, in_force, [code]):
                background = backgrounds.of(goal, context)
                find = shelf.find_for(context, goal)
                result[code, goal.goal_id] = assess(goal, find, current_year, background)
    return result


def _goals_for(context: LoadedRelease, in_force: list[Goal], codes: list[str]) -> Iterator[Goal]:
    for goal in in_force:
        if goal.gas == context.gas or (goal.gas == "unspecified" and context.gas is Gas.CO2E):
            yield goal
    if context.gas is Gas.CO2E:
        yield from (yardstick_goal(code) for code in codes if code in context.totals)
