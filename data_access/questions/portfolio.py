"""All grants as the cells that any view of the portfolio adds up."""

from sqlalchemy import Connection

from data_access import grant_cells
from progress.money.cube import Folded


def folded_grants(conn: Connection) -> Folded:
    """The cells of the contract cities with the loaded sources.

    They are stored at each import; a store that has none for its present state folds them now,
    which takes some seconds with very many grants.
    """
    stored = grant_cells.stored(conn)
    return grant_cells.fold(conn) if stored is None else stored
