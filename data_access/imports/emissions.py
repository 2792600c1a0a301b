"""Imports one release of emissions: checked row by row, sectors against totals, never both kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from data_access.imports.coverage import Content, leaves_out
from data_access.imports.differences import Values
from data_access.imports.doubts import Total, check_against_held, check_per_person, check_scale
from data_access.imports.draft import Draft, Options, Problems, Rows, StoreFacts
from data_access.imports.emission_checks import (
    check_past,
    check_sectors_complete,
    grouped,
    without_double_totals,
)
from data_access.imports.emission_files import Checks, EmissionFile, Entry, read
from data_access.questions.emissions import tonnes_by_sector
from data_access.questions.releases import releases_in_use
from data_access.tables import emission, emission_subsector, national_emission
from progress.emissions.sectors import SECTORS
from progress.emissions.series import Gas, Scope, Status, Unit
from progress.i18n import say
from progress.plausibility import TERRITORY_FACTOR

KIND = "emissions"

ROUNDING_TONNES = 0.05
"""Nine sectors with two decimals each can add to a total this far from another edition of it."""

COMPARED = ("", *SECTORS)
"""What of a municipality's year is compared: the total, which needs no name, and its sectors."""

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
    checks = Checks(facts, problems)
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
        f"{code} {year}": compared_of({entry.sector: entry.tonnes for entry in group})
        for (code, year), group in entries_by_year.items()
    }

    def held(conn: Connection) -> Mapping[str, Values]:
        return values_held(conn, said, frozenset(code for code, _ in entries_by_year))

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
            (emission_subsector, subsector_rows(read_files, facts)),
        ),
        values=values,
        held=held,
        review=review,
        examine=examine,
        left_out=left_out,
        compared=COMPARED,
        same=same_values,
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
            expected = say("import.one_in_file", what=what)
            problems.add(
                file,
                None,
                what,
                ", ".join(result[:5]),
                expected,
                say("import.import_them_one_by_one"),
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
        expected = say("import.one_of", words=", ".join(Gas))
        todo = say("import.add_column_gas_or_give_gas")
        problems.add(file, None, "gas", gas or "", expected, todo)
        return None
    if words["gas"] is not None and options.gas is not None and words["gas"] != options.gas:
        problems.add(file, None, "gas", words["gas"], say("import.as_gas_says", gas=options.gas))
    if scope not in list(Scope):
        problems.add(file, None, "scope", scope, say("import.one_of", words=", ".join(Scope)))
        return None
    if unit not in list(Unit):
        problems.add(file, None, "unit", unit, say("import.one_of", words=", ".join(Unit)))
        return None
    return Said(label, Gas(gas), Scope(scope), Unit(unit))


def check_values(
    entries: Sequence[Entry], said: Said, options: Options, problems: Problems
) -> None:
    """Territorial tonnes are not negative, and nothing is observed in a year to come."""
    territorial = said.scope is Scope.TERRITORIAL
    for entry in entries:
        if territorial and entry.tonnes < 0:
            expected = say("import.territorial_tonnes_that_are_not_negative")
            todo = say("import.uptake_is_no_emission_leave_it")
            problems.add(entry.file, entry.row, "tonnes", entry.tonnes, expected, todo)
    check_past(entries, options, problems)


def as_text(tonnes: float) -> str:
    """Tonnes with up to three decimals, as the publisher gives them."""
    return f"{tonnes:.3f}".rstrip("0").rstrip(".")


def compared_of(tonnes: Mapping[str, float]) -> Values:
    """What is compared of a municipality's year: its total, then each sector, "" where untold."""
    sectors = (as_text(tonnes[name]) if name in tonnes else "" for name in SECTORS)
    return (as_text(sum(tonnes.values())), *sectors)


def same_values(old: Values, new: Values) -> bool:
    """Whether a year is the same: differences by rounding, and sectors that only one of the two
    tells, are no restatement."""
    return all(
        "" in pair or abs(float(pair[0]) - float(pair[1])) < ROUNDING_TONNES
        for pair in zip(old, new, strict=True)
    )


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


def subsector_rows(files: Sequence[EmissionFile], facts: StoreFacts) -> Rows:
    """What the sectors are made of, where a file says so; without what emits in no year."""
    return [
        {
            "municipality_code": code,
            "sector_id": facts.sector_ids[sector],
            "name": name,
            "tonnes": {str(year): value for year, value in sorted(tonnes.items())},
        }
        for emission_file in files
        for (code, sector, name), tonnes in sorted(emission_file.subsectors.items())
        if any(tonnes.values())
    ]


def values_held(conn: Connection, said: Said, codes: frozenset[str]) -> dict[str, Values]:
    """What is compared of these municipalities, each in the release of the same gas and scope that
    it is read from now."""
    in_use = releases_in_use(conn, said.gas, said.scope)
    labels = {in_use[code].label for code in codes if code in in_use}
    return {
        f"{code} {year}": compared_of(tonnes)
        for label in sorted(labels)
        for (code, year), tonnes in tonnes_by_sector(conn, label).items()
        if code in codes and in_use[code].label == label
    }
