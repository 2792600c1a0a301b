"""What a city's own file is held against: its earlier figures, the release it continues."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from data_access.own_series import own_heads
from data_access.questions.emissions import totals
from data_access.questions.releases import newest_emissions
from data_access.tables import emission, release
from progress.emissions.series import Gas, Scope, Status, Unit


@dataclass(frozen=True, slots=True)
class Continued:
    """A release that forecasts can continue, and its last observed year for the municipality."""

    release_id: int
    label: str
    last_observed: int


def latest_totals(
    conn: Connection, code: str, scope: Scope, gas: Gas, unit: Unit, forecasts: bool | None
) -> dict[str, str]:
    """The yearly totals that the city's new file takes the place of; with no word on forecasts,
    those of the last file of either sort."""
    for head in own_heads(conn, code):
        same = (head.scope, head.gas, head.unit) == (scope, gas, unit)
        if same and forecasts in (None, head.continues_id is not None):
            points = totals(conn, head.label, (code,)).get(code, ())
            return {f"{code} {point.year}": f"{point.value:.6g}" for point in points}
    return {}


def release_to_continue(
    conn: Connection, code: str, scope: Scope, gas: Gas, unit: Unit, label: str | None
) -> Continued | None:
    """The named release if forecasts fit it; without a name the city's own, else the newest."""
    if label is not None:
        match = conn.execute(
            select(release.c.release_id).where(
                release.c.label == label,
                release.c.scope == scope,
                release.c.gas == gas,
                release.c.unit == unit,
                release.c.published,
            )
        ).scalar()
        return None if match is None else _continued(conn, match, code)
    for head in own_heads(conn, code):
        same = (head.scope, head.gas, head.unit, head.continues_id) == (scope, gas, unit, None)
        if same:
            return _continued(conn, head.release_id, code)
    newest = conn.scalar(newest_emissions(gas, scope, code))
    return None if newest is None else _continued(conn, newest, code, unit)


def _continued(
    conn: Connection, release_id: int, code: str, unit: Unit | None = None
) -> Continued | None:
    row = conn.execute(
        select(release.c.label, release.c.unit, func.max(emission.c.year).label("last"))
        .join(emission, emission.c.release_id == release.c.release_id)
        .where(
            release.c.release_id == release_id,
            emission.c.municipality_code == code,
            emission.c.status.in_((Status.FINAL, Status.PRELIMINARY)),
        )
        .group_by(release.c.label, release.c.unit)
    ).one_or_none()
    if row is None or (unit is not None and row.unit != unit):
        return None
    return Continued(release_id, row.label, row.last)
