"""Since when something is known, as the store tells it: for boards that show an earlier time."""

import re
from datetime import date, datetime

_EDITION = re.compile(r"(?:^|-)(20[0-9]{2})$")


def known_from(label: str, released: date | None, imported: datetime) -> int:
    """The year since which the content of a release is known.

    That of its publication, else of its edition (the label's last part), else of its import.
    """
    if released is not None:
        return released.year
    edition = _EDITION.search(label)
    return int(edition[1]) if edition else imported.year
