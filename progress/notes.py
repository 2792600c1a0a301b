"""What people of a city or agency write for their own about a municipality: never published."""

from dataclasses import dataclass
from datetime import datetime

MOST_CHARACTERS = 2000


@dataclass(frozen=True, slots=True)
class Note:
    """An internal note. `owner` is whose people see it: a municipality's code or an agency's name.

    `municipality_code` is whom it is about, `withdrawn` when it was taken away.
    """

    note_id: int
    municipality_code: str
    owner: str
    author: str
    written: datetime
    text: str
    withdrawn: datetime | None = None
