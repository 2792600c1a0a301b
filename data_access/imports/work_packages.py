"""Imports cities' work packages, with a dated check-in where the file states one.

Further check-ins come in as statuses: `klimat export status-template`, `klimat import statuses`.
"""

from collections.abc import Sequence
from pathlib import Path

from data_access.imports.draft import Draft, Options, Problems, StoreFacts
from data_access.imports.pledge_writing import PledgeKind, check_pledges
from data_access.records import WORK_PACKAGE
from data_access.tables import work_package, work_package_status

KIND = WORK_PACKAGE.kind
WORK_PACKAGES = PledgeKind(WORK_PACKAGE, work_package, work_package_status)


def check(
    files: Sequence[Path], facts: StoreFacts, options: Options, problems: Problems
) -> Draft | None:
    """The rows of one release, or None with the problems named."""
    return check_pledges(WORK_PACKAGES, files, facts, options, problems)
