"""What cities and agencies have promised, each owner's on its own."""

from collections.abc import Collection

from sqlalchemy import Connection

from data_access.questions.local_contracts import work_packages
from data_access.questions.pledges import activities, commitments
from progress.people import is_city
from progress.promises.reporting import Promise, promises_of


def promises_by_owner(conn: Connection, owners: Collection[str]) -> dict[str, tuple[Promise, ...]]:
    """What each of these owners has promised: municipalities by their codes, agencies by their
    names in addresses."""
    of_all = commitments(conn)
    result = {}
    for owner in sorted(owners):
        city = owner if is_city(owner) else None
        result[owner] = promises_of(
            owner,
            of_all,
            activities(conn, city) if city else (),
            work_packages(conn, city) if city else (),
        )
    return result
