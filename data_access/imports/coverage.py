"""What a release of emissions leaves out (RULES §1.4), and sums that are not the nation's.

What `klimat check` would complain of afterwards does not come in: both ask `release_coverage`.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from data_access.imports.draft import Options, Problems
from data_access.imports.emission_files import Entry
from data_access.imports.problems import together
from data_access.questions.releases import emission_standings
from data_access.tables import emission, emission_total, municipality, sector
from progress.emissions.series import TOTAL, Gas, Scope
from progress.i18n import LazyText, Words, say
from progress.releases.coverage import national_differences, uncovered
from progress.releases.order import Standing, predecessor

SHOWN = 5
TODO = say("import.import_whole_release_if_only_these")


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
        problems.add(content.file, None, "", together(lacking), _whole(conn, content, before), TODO)
    if not lacking:
        _check_nation(content, problems)
    return bool(lacking)


def _whole(conn: Connection, content: Content, before: Standing | None) -> Words:
    """What a whole release has."""
    label = None if before is None else before.label
    if content.scope is not Scope.TERRITORIAL:
        return say("import.all_municipalities_and_all_sectors_that", label=label) if label else ""
    number = len(_everyone(conn))
    if label is None:
        return say("import.all_municipalities", number=number)
    return say("import.all_municipalities_and_sectors", number=number, label=label)


def _everyone(conn: Connection) -> set[str]:
    return set(conn.scalars(select(municipality.c.code)))


def _lacking_places(conn: Connection, content: Content, before: Standing | None) -> list[LazyText]:
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
        return [
            say(
                "import.municipalities_without",
                number=len(codes),
                absent=len(absent),
                first=_first(absent),
            )
        ]
    if content.scope is not Scope.TERRITORIAL:
        return []
    covered: dict[int, set[str]] = defaultdict(set)
    for code, year in content.values:
        covered[year].add(code)
    gaps = uncovered(covered, expected)
    return [
        say("import.year_without", year=gap.year, number=len(gap.codes), first=_first(gap.codes))
        for gap in gaps[:SHOWN]
    ]


def _lacking_sectors(conn: Connection, content: Content, before: Standing | None) -> list[LazyText]:
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
    return [say("import.without_the_sectors", sectors=", ".join(absent))] if absent else []


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
        expected = say("import.sums_of_municipalities_that_are_publishers")
        problems.add(content.file, None, "", difference.message(), expected)
