"""Local climate contracts with their signatories, and work packages with their newest check-in."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, Subquery, bindparam, func, select

from data_access.questions.newest import newest
from data_access.questions.pledges import columns_of, newest_status, status_columns
from data_access.tables import (
    local_contract,
    local_signatory,
    release,
    work_package,
    work_package_status,
)
from progress.promises.local_contracts import LocalContract, LocalSignatory, WorkPackage

_CODE: BindParameter[str] = bindparam("code")


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


def _work_packages() -> Select[tuple[Any, ...]]:
    status = newest_status(work_package_status, "package_id")
    return (
        select(*columns_of(work_package), *status_columns(status))
        .outerjoin(status, status.c.package_id == work_package.c.package_id)
        .order_by(work_package.c.package_id)
    )


_COUNT_KEYS = (local_contract.c.municipality_code, local_contract.c.at)
_COUNTS = newest(local_contract, *_COUNT_KEYS)
_COUNTS_OF = newest(local_contract, *_COUNT_KEYS, where=local_contract.c.municipality_code == _CODE)
_LISTS = newest_lists()
_SIGNATORIES = select(*(_LISTS.c[name] for name in LocalSignatory.__dataclass_fields__))
_SIGNATORIES_OF = _SIGNATORIES.where(_LISTS.c.municipality_code == _CODE)
_PACKAGES = _work_packages()
_PACKAGES_OF = _PACKAGES.where(work_package.c.municipality_code == _CODE)


def local_contracts(conn: Connection, code: str | None = None) -> tuple[LocalContract, ...]:
    """How many had signed, time by time, of one city or of all."""
    rows = conn.execute(_COUNTS) if code is None else conn.execute(_COUNTS_OF, {"code": code})
    result = (
        LocalContract(**{name: row[name] for name in LocalContract.__dataclass_fields__})
        for row in rows.mappings()
    )
    return tuple(sorted(result, key=lambda contract: (contract.municipality_code, contract.at)))


def local_signatories(conn: Connection, code: str | None = None) -> tuple[LocalSignatory, ...]:
    """The newest list of each city, or of one, by name."""
    if code is None:
        rows = conn.execute(_SIGNATORIES)
    else:
        rows = conn.execute(_SIGNATORIES_OF, {"code": code})
    result = (LocalSignatory(**row._mapping) for row in rows)
    return tuple(
        sorted(
            result,
            key=lambda signatory: (signatory.municipality_code, signatory.organisation.casefold()),
        )
    )


def work_packages(conn: Connection, code: str | None = None) -> tuple[WorkPackage, ...]:
    """The work packages of one city, or of all."""
    rows = conn.execute(_PACKAGES) if code is None else conn.execute(_PACKAGES_OF, {"code": code})
    names = WorkPackage.__dataclass_fields__
    return tuple(WorkPackage(**{name: row._mapping[name] for name in names}) for row in rows)


def work_package_rows(conn: Connection) -> Iterable[Mapping[Any, Any]]:
    """Every field of all work packages, in the order of their ids."""
    return conn.execute(_PACKAGES).mappings()


def signatory_rows(conn: Connection) -> Iterable[Mapping[Any, Any]]:
    """Every field of the newest list of each city."""
    return conn.execute(select(_LISTS)).mappings()
