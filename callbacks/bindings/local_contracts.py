"""What a city does with others, asked once for all cities in each state of the store."""

from callbacks.bindings.common import common, own_rows
from data_access import questions
from data_access.clock import today
from data_access.reading import Connection
from progress.promises.local_contracts import LocalContracts


def local_contracts_of(conn: Connection, code: str) -> LocalContracts:
    """A municipality's work packages and local climate contract."""
    shared = common(conn)
    packages = own_rows(code, shared.once(questions.work_packages, conn))
    reports = shared.once(questions.status_reports, conn) if packages else {}
    return LocalContracts(
        packages=packages,
        reports={package.package_id: reports.get(package.package_id, ()) for package in packages},
        local=own_rows(code, shared.once(questions.local_contracts, conn)),
        signatories=own_rows(code, shared.once(questions.local_signatories, conn)),
        today=today(),
    )
