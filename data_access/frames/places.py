"""The cube of all municipalities: what is known of each, by year, as one release tells it."""

from collections.abc import Iterable, Mapping

import numpy as np
from sqlalchemy import Connection

from data_access import questions
from data_access.frames.cache import cached
from data_access.frames.emissions import emissions
from data_access.frames.grants import grants
from progress.emissions.sectors import SECTORS
from progress.emissions.series import TOTAL, Status
from progress.explore.cube import Cube, Values
from progress.money.kinds import Allocation
from progress.money.plan import plan_sums
from progress.money.portfolio import by, priced
from progress.money.pricing import Pricing

_OBSERVED = [status.value for status in Status if status.observed]
_EVERY_YEAR = range(1900, 2201)

Cell = tuple[str, int, float]
"""A municipality's code, a year and its value."""


def cube(conn: Connection, release: str) -> Cube:
    """All figures of all municipalities, emissions from this release (its label)."""
    return cached(conn, ("cube", release), lambda conn: _build(conn, release))


def _build(conn: Connection, label: str) -> Cube:
    codes = tuple(place.code for place in questions.municipalities(conn))
    frame = emissions(conn, label=label)
    frame = frame[frame["status"].isin(_OBSERVED)]
    tonnes = {
        code: list(
            zip(*(rows[name].tolist() for name in ("municipality", "year", "tonnes")), strict=True)
        )
        for code, rows in frame.groupby("sector", sort=False)
    }
    people = [
        (code, year, float(inhabitants))
        for code, of_years in questions.populations_of_years(conn, _EVERY_YEAR).items()
        for year, inhabitants in of_years.items()
    ]
    published = {
        definition.indicator_id: [
            (row.municipality_code, row.year, row.value)
            for row in questions.indicator_values(conn, definition.indicator_id)
            if row.status in _OBSERVED
        ]
        for definition in questions.indicator_definitions(conn)
    }
    held = {
        year for cells in (*tonnes.values(), people, *published.values()) for _, year, _ in cells
    }
    years = tuple(range(min(held), max(held) + 1)) if held else ()
    sectors = tuple(code for code in (*SECTORS, TOTAL) if code in tonnes)
    rows, columns = ({name: place for place, name in enumerate(axis)} for axis in (codes, years))

    def table(cells: Iterable[Cell]) -> Values:
        result = np.full((len(codes), len(years)), np.nan)
        for code, year, value in cells:
            result[rows[code], columns[year]] = value
        return result

    def column(values: Mapping[str, float]) -> Values:
        return np.array([values.get(code, np.nan) for code in codes], dtype=np.float64)

    parts = np.full((len(codes), len(years), len(sectors)), np.nan)
    for place, sector in enumerate(sectors):
        parts[:, :, place] = table(tonnes[sector])
    return Cube(
        codes=codes,
        years=years,
        sectors=sectors,
        tonnes=parts,
        starts=questions.late_sectors(conn, label),
        people=table(people),
        pace_gaps=column(questions.pace_gaps(conn, label)),
        standings=questions.yardstick_standings(conn, label),
        grants={kind: column(sums) for kind, sums in _grants(conn).items()},
        plans=column(_plans(conn)),
        indicators={name: table(cells) for name, cells in published.items() if cells},
    )


def _grants(conn: Connection) -> dict[str, dict[str, float]]:
    """Kind → code → kronor at the prices of their years to the municipality itself, each money
    once; of contract cities with a known sum (RULES §7.12)."""
    frame = priced(
        grants(conn), Pricing(questions.exchange_rates(conn), questions.price_index(conn))
    )
    own = frame[
        ~frame["repeats"] & (frame["allocation"] == Allocation.OWN.value) & (frame["kind"] != "")
    ]
    result = {}
    for kind in own["kind"].unique():
        sums = by(own[own["kind"] == kind], "city")
        result[str(kind)] = {
            code: each.sek for code, each in sums.items() if code and each.known and each.sek > 0
        }
    return result


def _plans(conn: Connection) -> dict[str, float]:
    """Code → the share of the plan's actions whose cost is known."""
    actions = questions.investment_actions(conn)
    coverages = {
        code: plan_sums(row for row in actions if row.municipality_code == code).coverage.share
        for code in {row.municipality_code for row in actions}
    }
    return {code: share for code, share in coverages.items() if share is not None}
