"""What a city does with others, asked once for all cities in each state of the store."""

from callbacks.bindings.common import common
from data_access import questions
from data_access.clock import today
from data_access.reading import Connection
from progress.joined import Joined


def joined_of(conn: Connection, code: str) -> Joined:
    """A municipality's work packages and local climate contract."""
    shared = common(conn)
    packages = tuple(
        one for one in shared.once(questions.work_packages, conn) if one.municipality_code == code
    )
    reports = shared.once(questions.status_reports, conn) if packages else {}
    return Joined(
        packages=packages,
        reports={one.package_id: reports.get(one.package_id, ()) for one in packages},
        local=tuple(
            one
            for one in shared.once(questions.local_contracts, conn)
            if one.municipality_code == code
        ),
        signatories=tuple(
            one
            for one in shared.once(questions.local_signatories, conn)
            if one.municipality_code == code
        ),
        today=today(),
    )
