"""How far estimates have missed, as it was worked out when the figures came in."""

from sqlalchemy import Connection, select

from data_access.tables import hindcast as stored
from progress.emissions.series import Gas
from progress.goals.hindcast import Band, HorizonErrors, band_of


def hindcast(conn: Connection) -> dict[Gas, tuple[HorizonErrors, ...]]:
    """Gas → the errors at each horizon, the shortest first; gases without any are left out."""
    result: dict[Gas, list[HorizonErrors]] = {}
    for row in conn.execute(select(stored).order_by(stored.c.gas, stored.c.horizon)):
        error = HorizonErrors(row.horizon, row.number, row.median, row.quantile)
        result.setdefault(Gas(row.gas), []).append(error)
    return {gas: tuple(errors) for gas, errors in result.items()}


def bands(conn: Connection) -> dict[Gas, Band]:
    """Gas → the band of its estimates."""
    return {gas: band_of(errors) for gas, errors in hindcast(conn).items()}
