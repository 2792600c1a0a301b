"""Links by which somebody without an account reports where one promise stands: once, for a time."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

DAYS = (7, 14, 30)
"""For how long a link can be good."""


class LinkState(StrEnum):
    """What has become of a link."""

    OPEN = "open"
    USED = "used"
    REVOKED = "revoked"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class StatusLink:
    """A link to report on one promise (`pledge_id`), made by its owner's people."""

    link_id: int
    owner: str
    pledge_id: str
    made: datetime
    expires: datetime
    used: datetime | None = None
    revoked: datetime | None = None

    def state(self, now: datetime) -> LinkState:
        """Whether the link is good at a moment, and why not."""
        if self.used is not None:
            return LinkState.USED
        if self.revoked is not None:
            return LinkState.REVOKED
        return LinkState.OPEN if now < self.expires else LinkState.EXPIRED
