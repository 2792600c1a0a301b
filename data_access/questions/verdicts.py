"""The stored verdicts."""

from collections.abc import Sequence

from sqlalchemy import Connection, or_, select

from data_access.questions.releases import newest_emissions
from data_access.tables import release as releases
from data_access.tables import verdict
from data_access.verdict_json import from_payload
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
