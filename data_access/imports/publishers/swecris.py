"""Swecris CSV: research projects by funder and year. The people in it are dropped when read."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from data_access.imports.amounts import SEK
from data_access.imports.draft import Problems
from data_access.imports.publishers.awards import Award
from data_access.imports.publishers.importer import Left, NewSource, Publisher
from data_access.imports.publishers.records import Record, records

REQUIRED = ("ProjectId", "FundingOrganisationNameSv", "FundingsSek")
OPTIONAL = (
    "ProjectTitleSv",
    "ProjectTitleEn",
    "ProjectStartDate",
    "ProjectEndDate",
    "CoordinatingOrganisationId",
    "CoordinatingOrganisationNameSv",
    "CoordinatingOrganisationNameEn",
    "FundingOrganisationNameEn",
    "FundingYear",
    "FundingStartDate",
    "FundingEndDate",
    "TypeOfAwardDescrSv",
)


REPEATER = "RJ"
"""The funder, as it ends a project's id, under which Swecris lists others' projects once more:
Riksbankens Jubileumsfond, whose own numbers begin with letters (`IN18-0940:1`)."""


def read(files: Sequence[Path], problems: Problems, _left: Left) -> Iterator[tuple[Record, Award]]:
    """One award for each project and year of funding."""
    for path in files:
        rows = records(path, REQUIRED, OPTIONAL, problems)
        yield from without_repeats((record, award_of(record)) for record in rows)


def award_of(record: Record) -> Award:
    """One year of a project's funding."""
    project = record.key("ProjectId", required=True)
    year = record.year("FundingYear")
    coordinator = record.text("CoordinatingOrganisationNameSv") or record.text(
        "CoordinatingOrganisationNameEn"
    )
    return Award(
        grant_id=f"swecris-{project}" + ("" if year is None else f"@{year}"),
        funder=record.text("FundingOrganisationNameSv")
        or record.text("FundingOrganisationNameEn", required=True),
        title=record.text("ProjectTitleSv") or record.text("ProjectTitleEn"),
        beneficiary=coordinator,
        orgnr=record.key("CoordinatingOrganisationId"),
        source_ref=f"ProjectId {project}",
        programme=record.text("TypeOfAwardDescrSv"),
        case_number=project.partition("_")[0],
        part_year=year,
        start=record.day("FundingStartDate") or record.day("ProjectStartDate"),
        end=record.day("FundingEndDate") or record.day("ProjectEndDate"),
        amount=record.sek("FundingsSek"),
        currency=SEK,
        amount_note="funding of the project, by its coordinating organisation",
    )


def without_repeats(awards: Iterable[tuple[Record, Award]]) -> list[tuple[Record, Award]]:
    """The awards, where two funders list one number, year and coordinator: the same money."""
    result = list(awards)
    others: dict[tuple[str, int | None, str], list[str]] = defaultdict(list)
    for record, award in result:
        if funder_of(record) != REPEATER:
            others[case_of(record, award)].append(award.grant_id)
    return [
        (record, replace(award, same_as=min(others[case_of(record, award)], default="")))
        if funder_of(record) == REPEATER
        else (record, award)
        for record, award in result
    ]


def funder_of(record: Record) -> str:
    """The funder as the project's id ends."""
    return record.key("ProjectId").rpartition("_")[2]


def case_of(record: Record, award: Award) -> tuple[str, int | None, str]:
    """A project's number without its funder, its year and who coordinates it."""
    number = record.key("ProjectId").rpartition("_")[0]
    return number, award.part_year, award.orgnr or award.beneficiary.casefold()


SWECRIS = Publisher(
    NewSource(
        "swecris",
        "Swecris: research projects by funder",
        "Vetenskapsrådet",
        "as stated by Vetenskapsrådet where the file was fetched",
    ),
    "swecris-",
    read,
)
