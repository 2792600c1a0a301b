"""Local climate contracts with their signatories, and work packages with their newest check-in."""

from sqlalchemy import Connection, Subquery, func, select

from data_access.questions.newest import newest
from data_access.questions.pledges import newest_status
from data_access.tables import (
    local_contract,
    local_signatory,
    release,
    work_package,
    work_package_status,
)
from progress.joined import LocalContract, LocalSignatory, WorkPackage


def local_contracts(conn: Connection, code: str | None = None) -> tuple[LocalContract, ...]:
    """How many had signed, time by time, of one city or of all."""
    where = None if code is None else local_contract.c.municipality_code == code
    rows = conn.execute(
        newest(local_contract, local_contract.c.municipality_code, local_contract.c.at, where=where)
    ).mappings()
    found = (
        LocalContract(**{name: row[name] for name in LocalContract.__dataclass_fields__})
        for row in rows
    )
    return tuple(sorted(found, key=lambda one: (one.municipality_code, one.at)))


def local_signatories(conn: Connection, code: str | None = None) -> tuple[LocalSignatory, ...]:
    """The newest list of each city, or of one, by name."""
    lists = newest_lists()
    question = select(*(lists.c[name] for name in LocalSignatory.__dataclass_fields__))
    if code is not None:
        question = question.where(lists.c.municipality_code == code)
    found = (LocalSignatory(**row._mapping) for row in conn.execute(question))
    return tuple(
        sorted(found, key=lambda one: (one.municipality_code, one.organisation.casefold()))
    )


def newest_lists() -> Subquery:
    """The signatories of the release that each city's list was last loaded with."""
    last = (
        select(
            local_signatory.c.municipality_code,
            func.max(local_signatory.c.release_id).label("release_id"),
        )
        .join(release, release.c.release_id == local_signatory.c.release_id)
        .where(release.c.published)
        .group_by(local_signatory.c.municipality_code)
        .subquery()
    )
    return (
        select(local_signatory)
        .join(
            last,
            (last.c.municipality_code == local_signatory.c.municipality_code)
            & (last.c.release_id == local_signatory.c.release_id),
        )
        .subquery()
    )


def work_packages(conn: Connection, code: str | None = None) -> tuple[WorkPackage, ...]:
    """The work packages of one city, or of all."""
    status = newest_status(work_package_status, "package_id")
    own = [column for column in work_package.columns if column.name != "release_id"]
    question = (
        select(
            *own,
            func.coalesce(status.c.status, "unknown").label("status"),
            status.c.status_date,
            func.coalesce(status.c.comment, "").label("status_comment"),
            func.coalesce(status.c.source, "").label("status_source"),
        )
        .outerjoin(status, status.c.package_id == work_package.c.package_id)
        .order_by(work_package.c.package_id)
    )
    if code is not None:
        question = question.where(work_package.c.municipality_code == code)
    return tuple(WorkPackage(**row._mapping) for row in conn.execute(question))
