"""What each release's estimates said of a municipality, and what came."""

from itertools import chain

from sqlalchemy import Connection

from data_access.emission_series import SeriesShelf
from data_access.questions.hindcast import bands
from data_access.questions.releases import territorial_releases
from progress.estimate_record import EstimateRow, estimate_rows
from progress.hindcast import NO_BAND
from progress.series import TOTAL, Gas, Scope, Series


def estimate_record(conn: Connection, code: str, last_year: int) -> tuple[EstimateRow, ...]:
    """The estimates of each published release of territorial emissions, by gas, oldest first."""
    shelf, widths = SeriesShelf(conn, (code,)), bands(conn)

    def of_gas(gas: Gas) -> list[Series]:
        result = (
            shelf.finder_in({(gas, Scope.TERRITORIAL): release_id}, code)(
                Scope.TERRITORIAL, gas, TOTAL, (), False
            )
            for release_id in territorial_releases(conn, gas)
        )
        return [series for series in result if series is not None]

    return tuple(
        chain.from_iterable(
            estimate_rows(of_gas(gas), widths.get(gas, NO_BAND), last_year) for gas in Gas
        )
    )
