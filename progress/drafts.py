"""What has an owner: drafts that only the owner's people see, also once they are published."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class DraftKind(StrEnum):
    """What can wait for its publication."""

    RELEASE = "release"
    STATUSES = "statuses"
    SNAPSHOT = "snapshot"


@dataclass(frozen=True, slots=True)
class Held:
    """One thing under the name by which it is published and taken back.

    `owner` is a municipality's code or an agency's name in addresses. `about` is the kind of a
    release and the municipality of a snapshot; `rows` counts figures or statuses.
    What renewed what everyone sees cannot wait: it is not taken back, but undone.
    """

    name: str
    kind: DraftKind
    owner: str
    published: bool
    title: str
    about: str
    rows: int
    made: datetime
    can_wait: bool = True
