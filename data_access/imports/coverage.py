"""What a release of emissions leaves out (RULES §1.4), and sums that are not the nation's.

What `klimat check` would complain of afterwards does not come in: both ask `release_coverage`.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from data_access.imports.draft import Options, Problems
from data_access.imports.emission_files import Entry
from data_access.questions.releases import emission_standings
from data_access.tables import emission, emission_total, municipality, sector
from progress.release_coverage import national_differences, uncovered
from progress.release_order import Standing, predecessor
from progress.series import TOTAL, Gas, Scope

SHOWN = 5
TODO = "import the whole release; if only these are to be renewed, give --partial"


@dataclass(frozen=True, slots=True)
class Content:
    """A release's values by municipality and year, and the nation's own (year, sector, tonnes)."""

    file: str
    gas: Gas
    scope: Scope
    values: Mapping[tuple[str, int], Sequence[Entry]]
    nation: Sequence[tuple[int, str, float]]


def leaves_out(conn: Connection, content: Content, options: Options, problems: Problems) -> bool:
    """Whether the release lacks what a whole one must have: it is then partial.

    That is the municipalities and sectors of the release before it, and of territorial emissions
    every municipality in every year. A problem where nobody has said that it is meant.
    """
    before = predecessor(
        Standing(1 << 62, "", options.edition, options.released),
        emission_standings(conn, content.gas, content.scope),
    )
    lacking = [*_lacking_places(conn, content, before), *_lacking_sectors(conn, content, before)]
    if lacking and not options.partial:
        whole = f"all municipalities and all sectors that {before.label} has" if before else ""
        if content.scope is Scope.TERRITORIAL:
            number = len(_everyone(conn))
            whole = f"all {number} municipalities{_and_sectors(before)}, in every year"
        problems.add(content.file, None, "", "; ".join(lacking), whole, TODO)
    if not lacking:
        _check_nation(content, problems)
    return bool(lacking)


def _and_sectors(before: Standing | None) -> str:
    return "" if before is None else f" and all sectors that {before.label} has"


def _everyone(conn: Connection) -> set[str]:
    return set(conn.scalars(select(municipality.c.code)))


def _lacking_places(conn: Connection, content: Content, before: Standing | None) -> list[str]:
    codes = {code for code, _ in content.values}
    if content.scope is Scope.TERRITORIAL:
        expected = _everyone(conn)
    elif before is not None:
        held = emission_total.c
        of_before = held.release_id == before.release_id
        expected = set(conn.scalars(select(held.municipality_code).where(of_before).distinct()))
    else:
        return []
    if absent := sorted(expected - codes):
        return [f"{len(codes)} municipalities, without {len(absent)} ({_first(absent)})"]
    if content.scope is not Scope.TERRITORIAL:
        return []
    covered: dict[int, set[str]] = defaultdict(set)
    for code, year in content.values:
        covered[year].add(code)
    gaps = uncovered(covered, expected)
    return [f"{gap.year} without {len(gap.codes)} ({_first(gap.codes)})" for gap in gaps[:SHOWN]]


def _lacking_sectors(conn: Connection, content: Content, before: Standing | None) -> list[str]:
    sectors = {entry.sector for entries in content.values.values() for entry in entries} - {TOTAL}
    if before is None or not sectors:
        return []
    question = (
        select(sector.c.code)
        .join(emission, emission.c.sector_id == sector.c.sector_id)
        .where(emission.c.release_id == before.release_id)
        .distinct()
    )
    absent = sorted(set(conn.scalars(question)) - {TOTAL} - sectors)
    return ["without the sectors " + ", ".join(absent)] if absent else []


def _first(codes: Sequence[str]) -> str:
    return ", ".join(codes[:SHOWN]) + (", …" if len(codes) > SHOWN else "")


def _check_nation(content: Content, problems: Problems) -> None:
    """The municipalities' sums are the publisher's own for the nation, where the file has them."""
    sums: dict[int, float] = defaultdict(float)
    for (_, year), entries in content.values.items():
        sums[year] += sum(entry.tonnes for entry in entries)
    published: dict[int, float] = defaultdict(float)
    for year, _, tonnes in content.nation:
        published[year] += tonnes
    for difference in national_differences(sums, published):
        expected = "sums of the municipalities that are the publisher's for the nation"
        problems.add(content.file, None, "", str(difference), expected)
