"""What each release's estimates said of a municipality, and what came."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from sqlalchemy import Connection

from data_access.emission_series import SeriesShelf
from data_access.loaded_release import LoadedRelease, of_municipality, release_head
from data_access.questions.hindcast import bands
from data_access.questions.releases import territorial_releases
from progress.emissions.series import TOTAL, Gas, Scope, Series
from progress.goals.estimate_record import EstimateRow, estimate_rows
from progress.goals.hindcast import NO_BAND, Band


@dataclass(frozen=True, slots=True)
class EstimateBasis:
    """What is the same for all municipalities: the releases of each gas, newest first, without
    anybody's figures, and how far estimates have missed."""

    heads: Mapping[Gas, tuple[LoadedRelease, ...]]
    bands: Mapping[Gas, Band]


def estimate_basis(conn: Connection) -> EstimateBasis:
    """The basis of every municipality's record, for those who ask for several."""
    return EstimateBasis(
        {
            gas: tuple(release_head(conn, each) for each in territorial_releases(conn, gas))
            for gas in Gas
        },
        bands(conn),
    )


def estimate_record(
    conn: Connection, code: str, last_year: int, basis: EstimateBasis | None = None
) -> tuple[EstimateRow, ...]:
    """The estimates of each published release of territorial emissions, by gas, oldest first."""
    basis = basis or estimate_basis(conn)
    heads = list(chain.from_iterable(basis.heads.values()))
    shelf = SeriesShelf.of(conn, of_municipality(conn, heads, code), (code,))

    def of_gas(gas: Gas) -> list[Series]:
        result = (
            shelf.finder_in({(gas, Scope.TERRITORIAL): head.release_id}, code)(
                Scope.TERRITORIAL, gas, TOTAL, (), False
            )
            for head in basis.heads[gas]
        )
        return [series for series in result if series is not None]

    return tuple(
        chain.from_iterable(
            estimate_rows(of_gas(gas), basis.bands.get(gas, NO_BAND), last_year) for gas in Gas
        )
    )
