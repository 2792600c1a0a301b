"""How far estimates have missed, and what each release's estimates said beside what came."""

from argparse import Namespace
from datetime import UTC, datetime

from data_access.commands.language import translated
from data_access.commands.store import opened
from data_access.derived.backgrounds import Backgrounds
from data_access.emission_series import SeriesShelf
from data_access.questions.estimate_record import estimate_basis, estimate_record
from data_access.questions.places import municipalities
from progress.emissions.series import Gas
from progress.goals.hindcast import band_of


def hindcast(arguments: Namespace) -> int:
    """Errors for each horizon and gas; with a city, what each release's estimates said of it."""
    with opened(read_only=True) as engine, engine.connect() as conn:
        backgrounds = Backgrounds(conn, SeriesShelf(conn))
        for gas in Gas:
            errors = backgrounds.errors(gas)
            band = band_of(errors)
            for error in errors:
                share = band.at(error.horizon)
                width = (
                    translated("klimat.no_band")
                    if share is None
                    else translated("klimat.band", share=share)
                )
                print(
                    f"{gas:<6}"
                    + translated(
                        "klimat.errors",
                        horizon=error.horizon,
                        number=f"{error.number:>5}",
                        median=error.median,
                        quantile=error.quantile,
                        width=width,
                    )
                )
        codes = [
            municipality.code
            for municipality in municipalities(conn)
            if municipality.code == arguments.city
            or (arguments.all and municipality.is_contract_city)
        ]
        basis = estimate_basis(conn)
        for code in codes:
            for row in estimate_record(conn, code, datetime.now(UTC).year, basis):
                came = translated("klimat.not_known_yet")
                if row.outcome is not None:
                    came = translated("klimat.came", tonnes=row.outcome)
                miss = "" if row.share is None else f" ({row.share:+.1%})"
                print(
                    translated(
                        "klimat.estimated",
                        code=code,
                        release=row.release,
                        year=row.year,
                        tonnes=row.estimate,
                        came=f"{came}{miss}",
                    )
                )
    return 0
