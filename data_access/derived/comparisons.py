"""Releases held against each other when figures come in, so that no page waits for arithmetic.

Only editions that follow on each other are stored: others are compared when somebody asks.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from sqlalchemy import Connection, delete, func, insert, select

from data_access import tables
from data_access.derived.backgrounds import Backgrounds
from data_access.derived.comparison_json import to_payload
from data_access.emission_series import SeriesShelf
from data_access.questions.releases import territorial_releases
from data_access.questions.restatements import release_comparison
from data_access.questions.verdicts import verdicts
from progress.emissions.carried_forward import carried_forward
from progress.emissions.series import Gas
from progress.emissions.series_breaks import sector_starts
from progress.goals.verdict_change import VerdictChange, verdict_change
from progress.goals.verdict_model import Verdict
from progress.releases.comparison import ReleaseComparison, compare_totals

VerdictsOfRelease = Mapping[tuple[str, str], Verdict]
"""(municipality code, goal id) → the verdict on one release."""


def refresh_comparisons(
    conn: Connection,
    shelf: SeriesShelf,
    on_release: Mapping[int, VerdictsOfRelease],
    current_year: int,
    backgrounds: Backgrounds,
) -> None:
    """Make every stored comparison anew; `on_release` are the verdicts on each, by its id."""
    conn.execute(delete(tables.release_comparison))
    for gas in Gas:
        for new, old in pairwise(territorial_releases(conn, gas)):
            comparison = compare(
                shelf,
                (old, new),
                on_release.get(old, {}),
                on_release.get(new, {}),
                current_year,
                backgrounds,
            )
            conn.execute(
                insert(tables.release_comparison).values(
                    old_release_id=old,
                    new_release_id=new,
                    current_year=current_year,
                    payload=to_payload(comparison),
                )
            )


def compare(
    shelf: SeriesShelf,
    pair: tuple[int, int],
    old_verdicts: VerdictsOfRelease,
    new_verdicts: VerdictsOfRelease,
    current_year: int,
    backgrounds: Backgrounds,
) -> ReleaseComparison:
    """The older and the newer release of `pair` (ids), and why each verdict is another."""
    old, new = (shelf.release(release_id) for release_id in pair)

    def changes() -> Iterator[VerdictChange]:
        for key in sorted(old_verdicts.keys() & new_verdicts.keys()):
            goal = old_verdicts[key].goal
            yield verdict_change(
                old_verdicts[key],
                new_verdicts[key],
                shelf.find_for(old, goal),
                shelf.find_for(new, goal),
                current_year,
                (backgrounds.of(goal, old), backgrounds.of(goal, new)),
            )

    return compare_totals(old.totals, new.totals, tuple(changes()))


def compared(conn: Connection, old: str, new: str) -> ReleaseComparison:
    """Any two releases of territorial emissions of one gas, by label: read, or else computed.

    Raises LookupError for a label that no release has.
    """
    result = release_comparison(conn, old, new)
    if result is not None:
        return result
    release, stored = tables.release.c, tables.verdict.c
    rows = conn.execute(
        select(release.label, release.release_id).where(release.label.in_((old, new)))
    )
    ids = {row.label: row.release_id for row in rows}
    if missing := [label for label in (old, new) if label not in ids]:
        raise LookupError(f"no release is called {missing[0]}")
    # With no verdict stored there is none to compare, and the year is not asked for.
    current_year = conn.scalar(select(func.max(stored.current_year))) or 0
    before, after = (
        {
            (verdict.goal.municipality_code, verdict.goal.goal_id): verdict
            for verdict in verdicts(conn, None, label)
        }
        for label in (old, new)
    )
    shelf = SeriesShelf(conn)
    pair = (ids[old], ids[new])
    return compare(shelf, pair, before, after, current_year, Backgrounds(conn, shelf))


def refresh_sector_notices(conn: Connection) -> None:
    """Find anew the sectors that a release fills in only from some year on, and those that it
    carries forward."""
    emission = tables.emission.c
    conn.execute(delete(tables.sector_start))
    conn.execute(delete(tables.carried_forward))
    ids = {row.code: row.sector_id for row in conn.execute(select(tables.sector))}
    for release_id in territorial_releases(conn, drafts=True):
        filled = conn.execute(
            select(
                tables.sector.c.code,
                emission.year,
                func.max(func.abs(emission.tonnes)) > 0,
            )
            .join(tables.sector, tables.sector.c.sector_id == emission.sector_id)
            .where(emission.release_id == release_id)
            .group_by(tables.sector.c.code, emission.year)
        )
        for start in sector_starts((code, year, bool(some)) for code, year, some in filled):
            conn.execute(
                insert(tables.sector_start).values(
                    release_id=release_id,
                    sector_id=ids[start.sector],
                    first_year=start.first_year,
                )
            )
        for notice in carried_forward(_sector_values(conn, release_id)):
            conn.execute(
                insert(tables.carried_forward).values(
                    release_id=release_id,
                    sector_id=ids[notice.sector],
                    year=notice.year,
                    unchanged=notice.unchanged,
                    municipalities=notice.municipalities,
                )
            )


def _sector_values(conn: Connection, release_id: int) -> Iterator[tuple[str, int, str, float]]:
    """A release's values as (sector, year, municipality code, tonnes)."""
    emission, sector = tables.emission.c, tables.sector.c
    rows = conn.execute(
        select(sector.code, emission.year, emission.municipality_code, emission.tonnes)
        .join(tables.sector, sector.sector_id == emission.sector_id)
        .where(emission.release_id == release_id)
    )
    yield from rows
