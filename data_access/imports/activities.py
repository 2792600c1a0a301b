"""Imports cities' activities and projects, with a dated status where the file states one."""

from collections.abc import Sequence
from pathlib import Path

from data_access.imports.draft import Draft, Options, Problems, StoreFacts
from data_access.imports.pledge_writing import PledgeKind, check_pledges
from data_access.records import ACTIVITY
from data_access.tables import activity, activity_status

KIND = ACTIVITY.kind
ACTIVITIES = PledgeKind(ACTIVITY, activity, activity_status)


def check(
    files: Sequence[Path], facts: StoreFacts, options: Options, problems: Problems
) -> Draft | None:
    """The rows of one release, or None with the problems named."""
    return check_pledges(ACTIVITIES, files, facts, options, problems)
