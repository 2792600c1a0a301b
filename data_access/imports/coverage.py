"""What a release of emissions leaves out of what its predecessor has (RULES §1.4)."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, select

from data_access.imports.draft import Options, Problems
from data_access.imports.emission_files import Entry
from data_access.questions.releases import newest_emissions
from data_access.tables import emission, emission_total, release, sector
from progress.series import TOTAL, Gas, Scope

SHOWN = 5


def leaves_out(
    conn: Connection,
    file: str,
    totals: Mapping[tuple[str, int], Sequence[Entry]],
    gas: Gas,
    scope: Scope,
    options: Options,
    problems: Problems,
) -> bool:
    """Whether municipalities are left out that the newest whole release has: it is then partial.

    Such a file, or one that leaves out sectors, is a problem where nobody has said that it is
    meant. What will be shown is told in a notice.
    """
    before = conn.scalar(newest_emissions(gas, scope))
    if before is None:
        return False
    label = conn.scalar(select(release.c.label).where(release.c.release_id == before))
    held = set(
        conn.scalars(
            select(emission_total.c.municipality_code)
            .where(emission_total.c.release_id == before)
            .distinct()
        )
    )
    codes = {code for code, _ in totals}
    absent = sorted(held - codes)
    sectors = {entry.sector for entries in totals.values() for entry in entries} - {TOTAL}
    known = set(
        conn.scalars(
            select(sector.c.code)
            .join(emission, emission.c.sector_id == sector.c.sector_id)
            .where(emission.c.release_id == before)
            .distinct()
        )
    ) - {TOTAL}
    absent_sectors = sorted(known - sectors) if sectors else []
    if not options.partial and (absent or absent_sectors):
        missing = []
        if absent:
            names = ", ".join(absent[:SHOWN]) + (", …" if len(absent) > SHOWN else "")
            missing.append(f"{len(codes)} municipalities, without {len(absent)} ({names})")
        if absent_sectors:
            missing.append("without the sectors " + ", ".join(absent_sectors))
        expected = f"all {len(held)} municipalities and all sectors that {label} has"
        todo = "import the whole release; if only these are to be renewed, give --partial"
        problems.add(file, None, "", "; ".join(missing), expected, todo)
    elif absent:
        problems.notice(
            f"a partial release: {len(codes)} municipalities are shown from it, the others "
            f"({len(absent)}) from {label} as before"
        )
    return bool(absent)
