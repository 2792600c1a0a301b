"""Whether the store holds together: what `klimat check` looks at."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select, text

from data_access import questions as ask
from data_access.derived.emission_totals import wrong_totals
from data_access.derived.grant_columns import wrong_columns
from data_access.derived.verdict_json import to_payload
from data_access.derived.verdicts import all_verdicts
from data_access.readmission import refused_rows
from data_access.tables import emission, emission_total, municipality, release, sector, verdict
from progress.emissions.series import TOTAL, Scope
from progress.i18n import LazyText, say
from progress.releases.coverage import national_differences, uncovered
from progress.releases.order import future

MOST_TONNES = 1e12
"""More than the world emits in ten years (about 60 Gt of CO2 equivalents a year, IPCC AR6 WG3)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing seen. A fault must be mended; what is no fault is worth knowing."""

    fault: bool
    text: LazyText


def check_store(conn: Connection, today: date) -> Iterator[Finding]:
    """Everything that is wrong or worth knowing, one finding at a time."""
    yield from _foreign_keys(conn)
    yield from _counted_twice(conn)
    yield from _totals(conn)
    yield from _grant_columns(conn)
    yield from _missing_municipalities(conn)
    yield from _national_sums(conn)
    yield from _releases_to_come(conn, today)
    yield from _impossible_tonnes(conn)
    for group in refused_rows(conn, today):
        yield Finding(True, say("klimat.import_would_refuse", what=group))
    yield from _verdicts(conn, today)


def _foreign_keys(conn: Connection) -> Iterator[Finding]:
    if conn.dialect.name != "sqlite":
        return
    for table, row, parent, _ in conn.execute(text("PRAGMA foreign_key_check")):
        yield Finding(
            True, say("klimat.row_refers_to_nothing_in", table=table, row=row, parent=parent)
        )


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
        yield Finding(
            True, say("klimat.has_both_total_and_sectors_in", label=label, code=code, year=year)
        )


def _totals(conn: Connection) -> Iterator[Finding]:
    for label in wrong_totals(conn):
        yield Finding(True, say("klimat.stored_totals_are_not_its_sums", label=label))


def _grant_columns(conn: Connection) -> Iterator[Finding]:
    for label in wrong_columns(conn):
        yield Finding(True, say("klimat.stored_columns_are_not_its_grants", label=label))


def _missing_municipalities(conn: Connection) -> Iterator[Finding]:
    """Of what everyone is shown for the whole country: municipalities without a figure."""
    everyone = set(conn.scalars(select(municipality.c.code)))
    held = emission_total.c
    covered: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    question = (
        select(release.c.label, held.year, held.municipality_code)
        .join(release, release.c.release_id == held.release_id)
        .where(
            release.c.kind == "emissions",
            release.c.scope == Scope.TERRITORIAL,
            release.c.published,
            ~release.c.partial,
        )
        .order_by(release.c.label)
    )
    for label, year, code in conn.execute(question):
        covered[label][year].add(code)
    for label, years in covered.items():
        for gap in uncovered(years, everyone):
            number = len(gap.codes)
            yield Finding(
                True,
                say(
                    "klimat.municipalities_have_no_figure_for",
                    label=label,
                    number=number,
                    year=gap.year,
                ),
            )


def _national_sums(conn: Connection) -> Iterator[Finding]:
    for loaded in ask.releases(conn):
        if loaded.kind != "emissions" or loaded.scope != Scope.TERRITORIAL or loaded.partial:
            continue
        sums = {point.year: point.value for point in ask.national(conn, loaded.label)}
        published = {
            point.year: point.value for point in ask.published_national(conn, loaded.label)
        }
        if not published:
            yield Finding(
                False, say("klimat.no_national_figures_to_compare_sums", label=loaded.label)
            )
        for difference in national_differences(sums, published):
            yield Finding(
                True, say("klimat.of_release", label=loaded.label, what=difference.message())
            )


def _releases_to_come(conn: Connection, today: date) -> Iterator[Finding]:
    """Nothing was published in time to come."""
    for row in conn.execute(select(release.c.label, release.c.edition, release.c.released)):
        if to_come := future(row.edition, row.released, today):
            yield Finding(True, say("klimat.of_release", label=row.label, what=to_come))


def _impossible_tonnes(conn: Connection) -> Iterator[Finding]:
    """Tonnes that are no number, or more than all the world's; on both engines NaN is the most."""
    tonnes = emission.c.tonnes
    wrong = (
        select(release.c.label, emission.c.municipality_code, emission.c.year, tonnes)
        .join(release, release.c.release_id == emission.c.release_id)
        .where((tonnes > MOST_TONNES) | (tonnes < -MOST_TONNES))
        .order_by(release.c.label, emission.c.municipality_code, emission.c.year)
    )
    for label, code, year, value in conn.execute(wrong):
        values = {"label": label, "code": code, "year": year, "value": str(value)}
        yield Finding(True, say("klimat.has_impossible_tonnes", **values))


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
        yield Finding(True, say("klimat.verdicts_are_not_up_to_date", stale=stale))
    elif years != {today.year}:
        written = ", ".join(map(str, sorted(years)))
        yield Finding(False, say("klimat.estimates_were_written_out_in_klimat", written=written))
