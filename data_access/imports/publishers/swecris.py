"""Swecris CSV: research projects by funder and year. The people in it are dropped when read."""

from collections.abc import Iterator, Sequence
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


def read(files: Sequence[Path], problems: Problems, _left: Left) -> Iterator[tuple[Record, Award]]:
    """One award for each project and year of funding."""
    for path in files:
        for record in records(path, REQUIRED, OPTIONAL, problems):
            project = record.key("ProjectId", required=True)
            year = record.year("FundingYear")
            coordinator = record.text("CoordinatingOrganisationNameSv") or record.text(
                "CoordinatingOrganisationNameEn"
            )
            yield (
                record,
                Award(
                    grant_id=f"swecris-{project}" + ("" if year is None else f"@{year}"),
                    funder=record.text("FundingOrganisationNameSv")
                    or record.text("FundingOrganisationNameEn", required=True),
                    title=record.text("ProjectTitleSv") or record.text("ProjectTitleEn"),
                    beneficiary=coordinator,
                    orgnr=record.key("CoordinatingOrganisationId"),
                    source_ref=f"ProjectId {project}",
                    programme=record.text("TypeOfAwardDescrSv"),
                    decision_year=year,
                    start=record.day("FundingStartDate") or record.day("ProjectStartDate"),
                    end=record.day("FundingEndDate") or record.day("ProjectEndDate"),
                    amount=record.sek("FundingsSek"),
                    currency=SEK,
                    amount_note="funding of the project, by its coordinating organisation",
                ),
            )


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
