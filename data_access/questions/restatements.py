"""What a newer release changed, and where a release's series break."""

from sqlalchemy import Connection, select, tuple_

from data_access.derived.comparison_json import from_payload
from data_access.derived.verdict_json import from_payload as verdict_from_payload
from data_access.tables import carried_forward as stored_carried
from data_access.tables import release, sector, sector_start
from data_access.tables import release_comparison as stored
from data_access.tables import verdict as stored_verdict
from progress.emissions.carried_forward import CarriedForward
from progress.emissions.series_breaks import SectorStart
from progress.goals.verdict_model import Verdict
from progress.releases.comparison import ReleaseComparison


def release_comparison(conn: Connection, old: str, new: str) -> ReleaseComparison | None:
    """The stored comparison of two releases, by label; None where they were not compared.

    Editions that follow on each other are; `data_access.derived.comparisons.compared` compares any
    two.
    """
    older, newer = release.alias(), release.alias()
    payload = conn.scalar(
        select(stored.c.payload)
        .join(older, older.c.release_id == stored.c.old_release_id)
        .join(newer, newer.c.release_id == stored.c.new_release_id)
        .where(older.c.label == old, newer.c.label == new)
    )
    return None if payload is None else from_payload(payload)


def verdicts_on(
    conn: Connection, label: str, keys: frozenset[tuple[str, str]]
) -> dict[tuple[str, str], Verdict]:
    """The stored verdicts on one release of these (municipality code, goal id)."""
    if not keys:
        return {}
    rows = conn.scalars(
        select(stored_verdict.c.payload)
        .join(release, release.c.release_id == stored_verdict.c.release_id)
        .where(
            release.c.label == label,
            tuple_(stored_verdict.c.municipality_code, stored_verdict.c.goal_id).in_(sorted(keys)),
        )
    )
    result = (verdict_from_payload(payload) for payload in rows)
    return {(verdict.goal.municipality_code, verdict.goal.goal_id): verdict for verdict in result}


def late_sectors(conn: Connection, label: str) -> tuple[SectorStart, ...]:
    """The sectors that are zero in all municipalities before some year of a release."""
    rows = conn.execute(
        select(sector.c.code, sector_start.c.first_year)
        .join(sector, sector.c.sector_id == sector_start.c.sector_id)
        .join(release, release.c.release_id == sector_start.c.release_id)
        .where(release.c.label == label)
        .order_by(sector_start.c.sector_id)
    )
    return tuple(SectorStart(code, first_year) for code, first_year in rows)


def carried_forward(conn: Connection, label: str) -> tuple[CarriedForward, ...]:
    """The sectors and years of a release that stand still in nearly all municipalities at once."""
    rows = conn.execute(
        select(
            sector.c.code,
            stored_carried.c.year,
            stored_carried.c.unchanged,
            stored_carried.c.municipalities,
        )
        .join(sector, sector.c.sector_id == stored_carried.c.sector_id)
        .join(release, release.c.release_id == stored_carried.c.release_id)
        .where(release.c.label == label)
        .order_by(stored_carried.c.year, stored_carried.c.sector_id)
    )
    return tuple(CarriedForward(*row) for row in rows)
