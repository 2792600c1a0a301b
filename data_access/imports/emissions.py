"""Imports one release of emissions: checked row by row, sectors against totals, never both kept."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from data_access.imports.coverage import Content, leaves_out
from data_access.imports.differences import Values
from data_access.imports.doubts import Total, check_against_held, check_per_person, check_scale
from data_access.imports.draft import Draft, Options, Problems, Rows, StoreFacts
from data_access.imports.emission_files import Checks, EmissionFile, Entry, read
from data_access.questions import totals
from data_access.questions.releases import releases_in_use
from data_access.tables import emission, national_emission
from progress.plausibility import TERRITORY_FACTOR
from progress.series import TOTAL, Gas, Scope, Status, Unit

KIND = "emissions"

FINE_TOLERANCE_TONNES = 0.1
"""What the sum of sectors may differ from the total where values have decimals."""

COARSE_TOLERANCE_TONNES = 5.0
"""The same where all values are whole tonnes: nine sectors, each rounded by up to half a tonne."""

ROUNDING_TONNES = 0.05
"""Nine sectors with two decimals each can add to a total this far from another edition of it."""

LABEL_GASES = {"co2": Gas.CO2, "co2e": Gas.CO2E}


@dataclass(frozen=True, slots=True)
class Said:
    """What the files and the options together say of the release."""

    label: str | None
    gas: Gas
    scope: Scope
    unit: Unit


def check(
    files: Sequence[Path], facts: StoreFacts, options: Options, problems: Problems
) -> Draft | None:
    """The rows of one release, or None with the problems named."""
    checks = Checks(facts, options, problems)
    read_files = [
        emission_file for path in files if (emission_file := read(path, checks)) is not None
    ]
    if not read_files:
        return None
    file = files[0].name
    said = what_is_said(read_files, options, file, problems)
    if said is None:
        return None
    entries = [entry for emission_file in read_files for entry in emission_file.entries]
    check_values(entries, said, options, problems)
    groups = grouped(entries, problems)
    entries_by_year = without_double_totals(groups, problems)
    check_sectors_complete(entries_by_year, problems)
    if problems:
        return None
    values = {
        f"{code} {year}": (as_text(sum(entry.tonnes for entry in group)),)
        for (code, year), group in entries_by_year.items()
    }

    def held(conn: Connection) -> Mapping[str, Values]:
        return totals_held(conn, said, frozenset(code for code, _ in entries_by_year))

    totals_read = [
        Total(group[0].file, group[0].row, code, year, sum(entry.tonnes for entry in group))
        for (code, year), group in entries_by_year.items()
    ]

    def review(held: Mapping[str, Values], problems: Problems) -> None:
        check_scale(file, values, held, problems)
        if not problems:
            known = {(key[:4], int(key[5:])): float(total[0]) for key, total in held.items()}
            check_against_held(totals_read, known, "tonnes", options, problems, TERRITORY_FACTOR)

    def examine(conn: Connection, problems: Problems) -> None:
        if not problems:
            check_per_person(conn, totals_read, said.scope, said.unit, "tonnes", options, problems)

    def left_out(conn: Connection, problems: Problems) -> bool:
        nation = [value for read_file in read_files for value in read_file.nation]
        content = Content(file, said.gas, said.scope, entries_by_year, nation)
        return leaves_out(conn, content, options, problems)

    years = [year for _, year in entries_by_year]
    return Draft(
        rows=sum(len(group) for group in entries_by_year.values()),
        inserts=(
            (emission, emission_rows(entries_by_year, facts)),
            (national_emission, national_rows(read_files, facts)),
        ),
        values=values,
        held=held,
        review=review,
        examine=examine,
        left_out=left_out,
        same=same_total,
        label=said.label,
        gas=said.gas,
        scope=said.scope,
        unit=said.unit,
        years=(min(years), max(years)),
    )


def what_is_said(
    files: Sequence[EmissionFile], options: Options, file: str, problems: Problems
) -> Said | None:
    """Release, gas, scope and unit: the option, else the file's one word, else the label."""
    words: dict[str, str | None] = {}
    several = False
    for what in ("release", "gas", "scope", "unit"):
        result = sorted({word for file in files for word in file.said.get(what, ())})
        if len(result) > 1:
            expected = f"one {what} in a file"
            problems.add(
                file, None, what, ", ".join(result[:5]), expected, "import them one by one"
            )
            several = True
        words[what] = result[0] if result else None
    if several:
        return None
    label = options.release or words["release"]
    gas: str | None = options.gas or words["gas"]
    if gas is None and label is not None:
        parts = label.split("-")
        gas = next((LABEL_GASES[part] for part in parts if part in LABEL_GASES), None)
    scope: str = options.scope or words["scope"] or Scope.TERRITORIAL
    unit: str = words["unit"] or Unit.TONNES
    if gas not in list(Gas):
        expected = "one of " + ", ".join(Gas)
        todo = "add the column gas or give --gas"
        problems.add(file, None, "gas", gas or "", expected, todo)
        return None
    if words["gas"] is not None and options.gas is not None and words["gas"] != options.gas:
        problems.add(file, None, "gas", words["gas"], f"{options.gas}, as --gas says")
    if scope not in list(Scope):
        problems.add(file, None, "scope", scope, "one of " + ", ".join(Scope))
        return None
    if unit not in list(Unit):
        problems.add(file, None, "unit", unit, "one of " + ", ".join(Unit))
        return None
    return Said(label, Gas(gas), Scope(scope), Unit(unit))


def check_values(
    entries: Sequence[Entry], said: Said, options: Options, problems: Problems
) -> None:
    """Territorial tonnes are not negative, and nothing is observed in a year to come."""
    territorial = said.scope is Scope.TERRITORIAL
    for entry in entries:
        if territorial and entry.tonnes < 0:
            expected = "territorial tonnes that are not negative"
            todo = "uptake is no emission: leave it out of the statistics"
            problems.add(entry.file, entry.row, "tonnes", entry.tonnes, expected, todo)
    check_past(entries, options, problems)


def check_past(entries: Sequence[Entry], options: Options, problems: Problems) -> None:
    """Nothing is observed in a year that is not over."""
    for entry in entries:
        if entry.year >= options.current_year and entry.status != Status.FORECAST:
            expected = f"a year before {options.current_year} for a {entry.status} value"
            todo = "a value for a year that is not over has the status forecast"
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
            where = f"row {first.row}" if first.row is not None else first.file
            key = f"{entry.code} {entry.year} {entry.sector}"
            expected = "each municipality, year and sector once"
            problems.add(entry.file, entry.row, "", key, expected, f"it stands in {where} already")
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
                expected = f"{added:.3f}, the sum of the sectors of {key[0]} in {key[1]}"
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
            value = f"{key[0]} {key[1]} without {', '.join(sorted(absent))}"
            todo = "write 0 where there are no emissions"
            expected = "the same sectors for every municipality and year"
            problems.add(entry.file, entry.row, "sector", value, expected, todo)


def as_text(tonnes: float) -> str:
    """Tonnes with up to three decimals, as the publisher gives them."""
    return f"{tonnes:.3f}".rstrip("0").rstrip(".")


def same_total(old: Values, new: Values) -> bool:
    """Whether two totals differ by no more than rounding: that is no restatement."""
    return abs(float(old[0]) - float(new[0])) < ROUNDING_TONNES


def emission_rows(entries: Mapping[tuple[str, int], list[Entry]], facts: StoreFacts) -> Rows:
    """The rows of the emission table in order of its key."""
    ids = facts.sector_ids
    return [
        {
            "municipality_code": code,
            "year": year,
            "sector_id": ids[entry.sector],
            "tonnes": entry.tonnes,
            "status": entry.status,
        }
        for (code, year), group in sorted(entries.items())
        for entry in sorted(group, key=lambda entry: ids[entry.sector])
    ]


def national_rows(files: Sequence[EmissionFile], facts: StoreFacts) -> Rows:
    """The nation's own figures, where a file holds them."""
    return [
        {
            "year": year,
            "sector_id": facts.sector_ids[sector],
            "tonnes": tonnes,
            "status": Status.FINAL.value,
        }
        for emission_file in files
        for year, sector, tonnes in emission_file.nation
    ]


def totals_held(conn: Connection, said: Said, codes: frozenset[str]) -> dict[str, Values]:
    """Totals of these municipalities, each in the release of the same gas and scope that it is read
    from now."""
    in_use = releases_in_use(conn, said.gas, said.scope)
    labels = {in_use[code].label for code in codes if code in in_use}
    return {
        f"{code} {point.year}": (as_text(point.value),)
        for label in sorted(labels)
        for code, points in totals(conn, label).items()
        if code in codes and in_use[code].label == label
        for point in points
    }
