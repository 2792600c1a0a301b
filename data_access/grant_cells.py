"""The grants folded for the portfolio when they are imported, so that no page waits for it."""

from hashlib import sha256

from sqlalchemy import Connection, delete, insert, select

from data_access.grant_cells_json import from_payload, to_payload
from data_access.questions.money import loaded_sources, slim_grants
from data_access.questions.places import municipalities
from data_access.tables import grant_cells, release
from progress.money.cube import Folded, cells
from progress.money.filters import NAMED

RULES = 3
"""To be raised when the same grants fold to other cells: what is stored then no longer counts."""

KINDS = frozenset({"grants", "municipalities"})
"""Kinds of release that the cells depend on."""


def fold(conn: Connection) -> Folded:
    """The cells of the contract cities as the grants stand now."""
    followed = _followed(conn)
    return Folded(cells(slim_grants(conn, followed), followed), loaded_sources(conn))


def refresh_grant_cells(conn: Connection) -> int:
    """Folds anew and stores it for this state; the number of cells."""
    folded = fold(conn)
    conn.execute(delete(grant_cells))
    conn.execute(insert(grant_cells).values(state=state(conn), payload=to_payload(folded)))
    return len(folded.cells)


def stored(conn: Connection) -> Folded | None:
    """What was stored for the present state, or None: it then has to be folded."""
    result = select(grant_cells.c.payload).where(grant_cells.c.state == state(conn))
    payload = conn.scalar(result)
    return None if payload is None else from_payload(payload)


def state(conn: Connection) -> str:
    """A word for all that the cells depend on: the published grants, the cities, the rules."""
    published = conn.scalars(
        select(release.c.label)
        .where(release.c.kind == "grants", release.c.published)
        .order_by(release.c.release_id)
    )
    parts = (str(RULES), *NAMED, *published, *sorted(_followed(conn)))
    return sha256("\n".join(parts).encode()).hexdigest()


def _followed(conn: Connection) -> frozenset[str]:
    return frozenset(
        municipality.code for municipality in municipalities(conn) if municipality.is_contract_city
    )
