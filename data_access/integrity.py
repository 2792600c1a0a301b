"""Whether the store holds together: what `klimat check` looks at."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select, text

from data_access import questions as ask
from data_access.emission_totals import wrong_totals
from data_access.tables import emission, emission_total, municipality, release, sector, verdict
from data_access.verdict_json import to_payload
from data_access.verdicts import all_verdicts
from progress.series import TOTAL, Scope

UNALLOCATED_SHARE = 0.02
"""The nation emits a little that no municipality is given; more than this share is a fault."""

ROUNDING_SHARE = 0.0005
"""How far rounding may lift the municipalities' sum above the nation's figure."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing seen. A fault must be mended; what is no fault is worth knowing."""

    fault: bool
    text: str


def check_store(conn: Connection, today: date) -> Iterator[Finding]:
    """Everything that is wrong or worth knowing, one finding at a time."""
    yield from _foreign_keys(conn)
    yield from _counted_twice(conn)
    yield from _totals(conn)
    yield from _missing_municipalities(conn)
    yield from _national_sums(conn)
    yield from _verdicts(conn, today)


def _foreign_keys(conn: Connection) -> Iterator[Finding]:
    if conn.dialect.name != "sqlite":
        return
    for table, row, parent, _ in conn.execute(text("PRAGMA foreign_key_check")):
        yield Finding(True, f"{table} row {row} refers to nothing in {parent}")


def _counted_twice(conn: Connection) -> Iterator[Finding]:
    """A total beside its sectors would be counted twice in every sum."""
    wholes = (
        select(emission.c.release_id, emission.c.municipality_code, emission.c.year)
        .join(sector, sector.c.sector_id == emission.c.sector_id)
        .where(sector.c.code == TOTAL)
        .subquery()
    )
    both = (
        select(release.c.label, wholes.c.municipality_code, wholes.c.year)
        .join(release, release.c.release_id == wholes.c.release_id)
        .join(
            emission,
            (emission.c.release_id == wholes.c.release_id)
            & (emission.c.municipality_code == wholes.c.municipality_code)
            & (emission.c.year == wholes.c.year),
        )
        .group_by(release.c.label, wholes.c.municipality_code, wholes.c.year)
        .having(func.count() > 1)
    )
    for label, code, year in conn.execute(both):
        yield Finding(True, f"{label}: {code} has both a total and sectors in {year}")


def _totals(conn: Connection) -> Iterator[Finding]:
    for label in wrong_totals(conn):
        yield Finding(True, f"{label}: stored totals are not its sums: run `klimat refresh`")


def _missing_municipalities(conn: Connection) -> Iterator[Finding]:
    all_of_them = conn.scalar(select(func.count()).select_from(municipality)) or 0
    counts = conn.execute(
        select(
            release.c.label,
            emission_total.c.year,
            func.count(emission_total.c.municipality_code).label("covered"),
        )
        .join(release, release.c.release_id == emission_total.c.release_id)
        .where(release.c.kind == "emissions", release.c.scope == Scope.TERRITORIAL)
        .group_by(release.c.label, emission_total.c.year)
        .order_by(release.c.label, emission_total.c.year)
    )
    for label, year, covered in counts:
        if covered < all_of_them:
            missing = all_of_them - covered
            yield Finding(True, f"{label}: {missing} municipalities have no figure for {year}")


def _national_sums(conn: Connection) -> Iterator[Finding]:
    for loaded in ask.releases(conn):
        if loaded.kind != "emissions" or loaded.scope != Scope.TERRITORIAL:
            continue
        sums = {point.year: point.value for point in ask.national(conn, loaded.label)}
        published = ask.published_national(conn, loaded.label)
        if not published:
            yield Finding(False, f"{loaded.label}: no national figures to compare the sums with")
        for nation in published:
            allocated = sums.get(nation.year)
            if allocated is None:
                yield Finding(True, f"{loaded.label}: {nation.year} has a national figure only")
            elif not (
                -UNALLOCATED_SHARE <= allocated / nation.value - 1 <= ROUNDING_SHARE
                if nation.value > 0
                else allocated == nation.value
            ):
                yield Finding(
                    True,
                    f"{loaded.label}: the municipalities' sum for {nation.year} is "
                    f"{allocated:.0f} t, the publisher's national figure {nation.value:.0f} t",
                )


def _verdicts(conn: Connection, today: date) -> Iterator[Finding]:
    stored = {
        (row.release_id, row.municipality_code, row.goal_id): row
        for row in conn.execute(select(verdict))
    }
    years = {row.current_year for row in stored.values()} or {today.year}
    stale = 0
    for year in sorted(years):
        for verdict_row in all_verdicts(conn, year):
            goal = verdict_row.verdict.goal
            row = stored.pop((verdict_row.release_id, goal.municipality_code, goal.goal_id), None)
            stale += row is None or row.payload != to_payload(verdict_row.verdict)
    stale += len(stored)
    if stale:
        yield Finding(True, f"{stale} verdicts are not up to date: run `klimat refresh`")
    elif years != {today.year}:
        written = ", ".join(map(str, sorted(years)))
        yield Finding(
            False, f"estimates were written out in {written}: `klimat refresh` brings them on"
        )
