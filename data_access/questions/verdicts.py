"""The stored verdicts."""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, bindparam, or_, select

from data_access.derived.goal_years_json import from_payload as year_from_payload
from data_access.derived.verdict_json import from_payload, rates_in, standing_in
from data_access.questions.releases import in_use
from data_access.tables import goal_years as stored_years
from data_access.tables import release as releases
from data_access.tables import verdict
from progress.emissions.series import Gas
from progress.goals.goal import YARDSTICK_ID
from progress.goals.goal_years import YearStands
from progress.goals.pace import pace_gap
from progress.goals.verdict_model import Attainment, Standing, Verdict

_PAYLOADS = select(verdict.c.payload)
_ON_RELEASE = _PAYLOADS.join(releases, releases.c.release_id == verdict.c.release_id).where(
    releases.c.label.in_(bindparam("releases", expanding=True))
)
_NEWEST = _PAYLOADS.where(
    or_(
        *(
            in_use(verdict.c.release_id, verdict.c.municipality_code, gas)
            for gas in (Gas.CO2, Gas.CO2E, Gas.CO2_BIOGENIC)
        )
    )
)
_YARDSTICKS = _ON_RELEASE.with_only_columns(verdict.c.municipality_code, verdict.c.payload).where(
    verdict.c.goal_id == YARDSTICK_ID
)
_OF = verdict.c.municipality_code.in_(bindparam("codes", expanding=True))
_QUESTIONS = {
    (True, True): _ON_RELEASE.where(_OF),
    (True, False): _ON_RELEASE,
    (False, True): _NEWEST.where(_OF),
    (False, False): _NEWEST,
}
"""By whether a release and whether municipalities are given."""


def verdicts(
    conn: Connection,
    code: str | Sequence[str] | None = None,
    release: str | Collection[str] | None = None,
) -> tuple[Verdict, ...]:
    """Verdicts of one municipality, some or all, the yardstick's among them, by code and goal.

    Without a release each goal is read against the newest release of its gas that holds its
    municipality; with one or some, only the goals of their gases have a verdict.
    """
    given: dict[str, object] = {}
    if code is not None:
        given["codes"] = [code] if isinstance(code, str) else list(code)
    if release is not None:
        given["releases"] = [release] if isinstance(release, str) else list(release)
    question = _QUESTIONS["releases" in given, "codes" in given]
    result = [from_payload(payload) for payload in conn.scalars(question, given)]
    return tuple(
        sorted(result, key=lambda verdict: (verdict.goal.municipality_code, verdict.goal.goal_id))
    )


def pace_gaps(conn: Connection, release: str) -> dict[str, float]:
    """Code → how much faster its emissions must fall than they do to meet the yardstick, as a share
    a year, on a release; those of whom it cannot be told are left out."""
    gaps = {
        code: pace_gap(*rates_in(payload))
        for code, payload in conn.execute(_YARDSTICKS, {"releases": [release]})
    }
    return {code: gap for code, gap in gaps.items() if gap is not None}


def yardstick_standings(conn: Connection, release: str) -> dict[str, Standing]:
    """Code → the verdict on the yardstick, on a release; those that cannot be assessed left out."""
    standings = {
        code: standing_in(payload)
        for code, payload in conn.execute(_YARDSTICKS, {"releases": [release]})
    }
    return {
        code: standing
        for code, standing in standings.items()
        if standing.attainment is not Attainment.NOT_ASSESSABLE
    }


def followed_years(conn: Connection) -> tuple[int, ...]:
    """The years that there is a follow-up of, newest first."""
    return tuple(conn.scalars(select(stored_years.c.year).order_by(stored_years.c.year.desc())))


def year_stands(conn: Connection, year: int) -> YearStands | None:
    """The contract cities' goals and emissions in a year; None for one that is not followed."""
    payload = conn.scalar(select(stored_years.c.payload).where(stored_years.c.year == year))
    return None if payload is None else year_from_payload(payload)
