"""The links by which people without an account report on promises, for those who made them."""

from sqlalchemy import Connection, select

from data_access.tables import status_link
from progress.promises.status_links import StatusLink

_LINKS = select(status_link).order_by(status_link.c.link_id.desc())


def status_links(conn: Connection, pledge_id: str) -> tuple[StatusLink, ...]:
    """The links to report on a promise that the reader may see, newest first. Everyone sees none.

    A promise with parties of several owners has links of each.
    """
    rows = conn.execute(_LINKS.where(status_link.c.pledge_id == pledge_id))
    return tuple(StatusLink(**row._mapping) for row in rows)
