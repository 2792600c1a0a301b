"""The stored verdicts."""

from collections.abc import Sequence

from sqlalchemy import Connection, or_, select

from data_access.goal_years_json import from_payload as year_from_payload
from data_access.questions.releases import newest_emissions
from data_access.tables import goal_years as stored_years
from data_access.tables import release as releases
from data_access.tables import verdict
from data_access.verdict_json import from_payload
from progress.goal_years import YearStands
from progress.series import Gas, Scope
from progress.verdict_model import Verdict


def verdicts(
    conn: Connection, code: str | Sequence[str] | None = None, release: str | None = None
) -> tuple[Verdict, ...]:
    """Verdicts of one municipality, some or all, the yardstick's among them, by code and goal.

    Without a release each goal is read against the newest release of its gas; with one, only the
    goals of that release's gas have a verdict.
    """
    question = select(verdict.c.payload)
    if code is not None:
        codes = (code,) if isinstance(code, str) else tuple(code)
        question = question.where(verdict.c.municipality_code.in_(codes))
    if release is not None:
        question = question.join(releases, releases.c.release_id == verdict.c.release_id)
        question = question.where(releases.c.label == release)
    else:
        newest = (
            newest_emissions(gas, Scope.TERRITORIAL).scalar_subquery()
            for gas in (Gas.CO2, Gas.CO2E, Gas.CO2_BIOGENIC)
        )
        question = question.where(or_(*(verdict.c.release_id == one for one in newest)))
    found = [from_payload(payload) for payload in conn.scalars(question)]
    return tuple(sorted(found, key=lambda one: (one.goal.municipality_code, one.goal.goal_id)))


def followed_years(conn: Connection) -> tuple[int, ...]:
    """The years that there is a follow-up of, newest first."""
    return tuple(conn.scalars(select(stored_years.c.year).order_by(stored_years.c.year.desc())))


def year_stands(conn: Connection, year: int) -> YearStands | None:
    """The contract cities' goals and emissions in a year; None for one that is not followed."""
    payload = conn.scalar(select(stored_years.c.payload).where(stored_years.c.year == year))
    return None if payload is None else year_from_payload(payload)
