"""From awards to the rows that every import of grants writes (RULES §7.3), with a report."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from data_access.imports.draft import Rows
from data_access.imports.organisation_numbers import Standing, organisation_number
from data_access.imports.publishers.awards import SOLE_TRADER, Award
from data_access.imports.publishers.places import Places
from data_access.records import GRANT
from progress.i18n import LazyText, say

LISTED = 20
"""Unknown numbers and names told one by one; the rest are counted."""

WRITTEN = (
    STATUS := "status: ",
    NUMBER_AS_PUBLISHED := "organisation number as published: ",
    FOREIGN_NUMBER := "registration number as published: ",
    PLACE_AS_PUBLISHED := "place as published: ",
)
"""How the parts of a note begin that are written here."""

NOTES_APART = "; "

OK = "ok"
COORDINATOR_ONLY = "coordinator_only"
"""The flag of an amount for a consortium of which only the coordinator is published."""


@dataclass(slots=True)
class Report:
    """What could not be matched: kept as published, told, never guessed."""

    unknown_numbers: Counter[str] = field(default_factory=Counter)
    faulty_numbers: Counter[str] = field(default_factory=Counter)
    unknown_places: Counter[str] = field(default_factory=Counter)
    sole_traders: int = 0
    unplaced: int = 0

    def lines(self) -> tuple[LazyText, ...]:
        """The report for a terminal; nothing where there is nothing to tell."""
        result = [
            *listed(
                say("import.organisation_numbers_not_among_known_organisations"),
                self.unknown_numbers,
            ),
            *listed(say("import.organisation_numbers_that_fail_their_check"), self.faulty_numbers),
            *listed(say("import.place_names_that_are_no_municipality"), self.unknown_places),
        ]
        if self.sole_traders:
            result.append(
                say("import.rows_of_sole_traders_name_and", sole_traders=self.sole_traders)
            )
        if self.unplaced:
            result.append(
                say("import.rows_name_no_municipality_they_count", unplaced=self.unplaced)
            )
        return tuple(result)


def listed(what: LazyText, counts: Counter[str]) -> list[LazyText]:
    """The commonest of what was found, in lines."""
    if not counts:
        return []
    names = ", ".join(f"{name} ({count})" for name, count in counts.most_common(LISTED))
    number, more = len(counts), len(counts) - LISTED
    if more > 0:
        return [say("import.listed_and_more", number=number, what=what, names=names, more=more)]
    return [say("import.listed", number=number, what=what, names=names)]


def allocation(beneficiary_code: str | None, named: int) -> str:
    """The class of a row: `own` where the municipality itself is the beneficiary (RULES §7.3).

    `named` counts the places as published, also those that could not be matched.
    """
    if beneficiary_code is not None:
        return "own"
    return ("", "single_municipality")[named] if named < 2 else "multi_municipality"


def grant_rows(
    awards: Iterable[Award], places: Places, known: Collection[str], source_id: str
) -> tuple[Rows, Report]:
    """Rows of grants with the places they name, and what could not be matched.

    `known` are the organisation numbers that the store knows.
    """
    report = Report()
    rows = [{**grant_row(award, places, known, report), "source_id": source_id} for award in awards]
    return rows, report


def grant_row(
    award: Award, places: Places, known: Collection[str], report: Report
) -> dict[str, Any]:
    """The fields that publishers tell of, and the codes of the places; the rest is unknown."""
    read = organisation_number(award.orgnr)
    notes = [f"{STATUS}{award.status}"] if award.status else []
    beneficiary = award.beneficiary
    if read.standing is Standing.PERSONAL:
        beneficiary = SOLE_TRADER
        report.sole_traders += 1
    elif read.standing is Standing.INVALID:
        report.faulty_numbers[f"{award.orgnr} {beneficiary}"] += 1
        notes.append(f"{NUMBER_AS_PUBLISHED}{award.orgnr}")
    elif read.standing is Standing.FOREIGN:
        notes.append(f"{FOREIGN_NUMBER}{award.orgnr}")
    elif read.number and read.number not in known:
        report.unknown_numbers[f"{read.number} {beneficiary}"] += 1
    code = places.by_number.get(read.number) or places.organisation(beneficiary)
    codes = set()
    for name in award.places:
        result = places.place(name)
        if result is None:
            report.unknown_places[name] += 1
            notes.append(f"{PLACE_AS_PUBLISHED}{name}")
        else:
            codes.add(result)
    if code is not None:
        codes.add(code)
    if not codes:
        report.unplaced += 1
    # Two spellings of one municipality are one place; a name that is unknown counts as another.
    named = len(codes) + sum(places.place(name) is None for name in award.places)
    if award.several_places:
        named = max(named, 2)
    row = {
        "grant_id": award.grant_id,
        "level": "project",
        "funder": award.funder,
        "programme": award.programme,
        "call": award.call,
        "title": award.title,
        "beneficiary": beneficiary,
        "beneficiary_orgnr": read.number,
        "beneficiary_municipality_code": code,
        "allocation": allocation(code, named),
        "theme": award.theme,
        "priority": award.priority,
        "is_climate": award.is_climate,
        "decision_year": award.decision_year,
        "start": award.start,
        "end": award.end,
        "amount": award.amount,
        "currency": award.currency if award.amount is not None else "",
        "amount_kind": "granted" if award.amount is not None else "",
        "decision": "granted",  # the lists are of what was granted, with or without a sum
        "amount_note": award.amount_note,
        "amount_basis": award.amount_basis,
        "part_year": award.part_year,
        "case_number": award.case_number,
        "total_cost": award.total_cost,
        "same_as": award.same_as,
        "quality_flag": COORDINATOR_ONLY if award.whole_project else OK,
        "note": NOTES_APART.join(notes),
        "source_ref": award.source_ref,
    }
    return {**GRANT.complete(row), "places": sorted(codes)}
