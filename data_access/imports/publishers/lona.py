"""LONA: the register of local nature conservation projects (Naturvårdsverket), one row a project.

The support goes by way of the municipality; the register says who runs the project (`DrivsAv`),
without the names of associations.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from data_access.imports.amounts import SEK
from data_access.imports.draft import Problems
from data_access.imports.publishers.awards import Award
from data_access.imports.publishers.importer import Left, NewSource, Publisher
from data_access.imports.publishers.records import Record, records

REQUIRED = ("Projektnummer", "ProjektNamn", "Kommun", "DrivsAv", "Summa Beviljat Bidrag")
OPTIONAL = ("Ansökningsår", "LänsstyrelsensDiarienummer", "Projektstatus", "SyfteProjekt")

MUNICIPALITY, SEVERAL = "kommun", "flera kommuner"
NO_CASE = "inget diarienummer"
WETLANDS = "våtmarksprojekt"
"""The purpose that is climate money: wetlands bind carbon; the others are nature conservation."""


def read(files: Sequence[Path], problems: Problems, _left: Left) -> Iterator[tuple[Record, Award]]:
    """One award for each project."""
    for path in files:
        for record in records(path, REQUIRED, OPTIONAL, problems):
            yield record, award_of(record)


def award_of(record: Record) -> Award:
    """One project. A municipality that runs it alone is the beneficiary."""
    number = record.key("Projektnummer", required=True)
    place, runner = record.text("Kommun", required=True), record.text("DrivsAv")
    case, purpose = record.key("LänsstyrelsensDiarienummer"), record.text("SyfteProjekt")
    case = "" if case.casefold() == NO_CASE else f", diarienummer {case}"
    own = runner.casefold() == MUNICIPALITY
    return Award(
        grant_id=f"lona-{number}",
        funder="Naturvårdsverket",
        title=record.text("ProjektNamn"),
        beneficiary=f"{place} kommun" if own else runner,
        places=(place,),
        source_ref=f"project {number}{case}",
        case_number=number,
        programme="LONA",
        theme=purpose,
        is_climate=purpose.casefold() == WETLANDS,
        decision_year=record.year("Ansökningsår"),
        amount=record.sek("Summa Beviljat Bidrag"),
        currency=SEK,
        amount_note="granted to the project; the year is that of the round of applications",
        status=record.text("Projektstatus"),
        several_places=runner.casefold() == SEVERAL,
    )


LONA = Publisher(
    NewSource(
        "lona",
        "LONA: the register of local nature conservation projects",
        "Naturvårdsverket",
        "none stated",
    ),
    "lona-",
    read,
)
