"""Since when something is known, as the store tells it: for boards that show an earlier time."""

from datetime import date, datetime


def known_from(edition: int | None, released: date | None, imported: datetime) -> int:
    """The year since which the content of a release is known.

    That of its publication, else its edition, else the year of its import.
    """
    if released is not None:
        return released.year
    return edition or imported.year
