"""What must hold of emissions as a whole: each value once, sectors that add to their total."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from data_access.imports.draft import Options, Problems
from data_access.imports.emission_files import Entry
from progress.emissions.series import TOTAL, Status
from progress.i18n import say

FINE_TOLERANCE_TONNES = 0.1
"""What the sum of sectors may differ from the total where values have decimals."""

COARSE_TOLERANCE_TONNES = 5.0
"""The same where all values are whole tonnes: nine sectors, each rounded by up to half a tonne."""


def check_past(entries: Sequence[Entry], options: Options, problems: Problems) -> None:
    """Nothing is observed in a year that is not over."""
    for entry in entries:
        if entry.year >= options.current_year and entry.status != Status.FORECAST:
            expected = say(
                "import.year_before_for_value",
                current_year=options.current_year,
                status=entry.status,
            )
            todo = say("import.value_for_year_that_is_not")
            problems.add(entry.file, entry.row, "year", entry.year, expected, todo)


def grouped(
    entries: Sequence[Entry], problems: Problems
) -> dict[tuple[str, int], dict[str, Entry]]:
    """Entries by municipality and year, then sector; a repeated one is a problem."""
    groups: dict[tuple[str, int], dict[str, Entry]] = defaultdict(dict)
    for entry in entries:
        group = groups[entry.code, entry.year]
        first = group.setdefault(entry.sector, entry)
        if first is not entry:
            where = say("import.row", row=first.row) if first.row is not None else first.file
            key = f"{entry.code} {entry.year} {entry.sector}"
            expected = say("import.each_municipality_year_and_sector_once")
            problems.add(
                entry.file,
                entry.row,
                "",
                key,
                expected,
                say("import.it_stands_in_already", where=where),
            )
    return groups


def without_double_totals(
    groups: Mapping[tuple[str, int], dict[str, Entry]],
    problems: Problems,
    column: str = "tonnes",
) -> dict[tuple[str, int], list[Entry]]:
    """Where sectors and a total stand side by side, checks the sum and keeps the sectors only."""
    result: dict[tuple[str, int], list[Entry]] = {}
    for key, group in groups.items():
        sectors = [entry for name, entry in group.items() if name != TOTAL]
        total = group.get(TOTAL)
        if total is not None and sectors:
            whole = all(entry.tonnes.is_integer() for entry in group.values())
            tolerance = COARSE_TOLERANCE_TONNES if whole else FINE_TOLERANCE_TONNES
            added = sum(entry.tonnes for entry in sectors)
            if abs(added - total.tonnes) > tolerance:
                expected = say("import.sum_of_sectors", added=added, code=key[0], year=key[1])
                problems.add(total.file, total.row, column, total.tonnes, expected)
        result[key] = sectors or list(group.values())
    return result


def check_sectors_complete(
    entries: Mapping[tuple[str, int], list[Entry]], problems: Problems
) -> None:
    """Every place and year has the same sectors: a missing one would lower a total in silence."""
    by_sectors = {key: {entry.sector for entry in group} for key, group in entries.items()}
    every = set().union(*by_sectors.values()) - {TOTAL}
    for key, sectors in by_sectors.items():
        absent = every - sectors
        if absent and sectors != {TOTAL}:
            entry = entries[key][0]
            value = say(
                "import.without_sectors",
                code=key[0],
                year=key[1],
                sectors=", ".join(sorted(absent)),
            )
            todo = say("import.write_0_where_there_are_no")
            expected = say("import.same_sectors_for_every_municipality_and")
            problems.add(entry.file, entry.row, "sector", value, expected, todo)
