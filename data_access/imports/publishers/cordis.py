"""CORDIS' pair of CSV files: EU research projects, and each organisation's part of the money.

They are downloaded packed, with tables beside them (topics, legal bases, links) that tell nothing
of money.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from data_access.imports.amounts import EUR
from data_access.imports.draft import Problems
from data_access.imports.publishers.awards import EU_PART, Award
from data_access.imports.publishers.importer import Left, NewSource, Publisher
from data_access.imports.publishers.records import Record, records, table_sheet
from progress.i18n import say

PROJECT = ("id", "title", "startDate", "endDate")
PROJECT_MORE = ("acronym", "status", "totalCost", "legalBasis", "topics", "fundingScheme")
PART = ("projectID", "organisationID", "name", "country", "ecContribution")
PART_MORE = ("vatNumber", "role", "netEcContribution", "endOfParticipation")
SWEDEN = "SE"
TRUE = frozenset({"true", "1", "yes"})


def read(files: Sequence[Path], problems: Problems, left: Left) -> Iterator[tuple[Record, Award]]:
    """One award for each Swedish organisation's part of a project."""
    projects: dict[str, Record] = {}
    parts: list[Record] = []
    for path in files:
        columns = column_names(path)
        if "projectid" in columns and "organisationid" not in columns:
            problems.notice(say("import.is_left_aside_it_tells_of", name=path.name))
        elif "projectid" in columns:
            parts += records(path, PART, PART_MORE, problems, decimal_comma=True)
        else:
            for record in records(path, PROJECT, PROJECT_MORE, problems, decimal_comma=True):
                projects[record.key("id", required=True)] = record
    if not problems and not (projects and parts):
        expected = say("import.project_csv_and_organization_csv_of")
        names = ", ".join(path.name for path in files)
        problems.add(
            names,
            None,
            "",
            say("import.one_half_of_pair"),
            expected,
            say("import.import_both_at_once"),
        )
        return
    result: dict[str, tuple[Record, Award]] = {}
    for part in parts:
        if part.key("country").upper() != SWEDEN:
            left.add(say("import.parts_of_organisations_in_other_countries"))
            continue
        project = projects.get(part.key("projectID", required=True))
        if project is None:
            part.problem(
                "projectID",
                say("import.project_of_project_csv"),
                say("import.take_both_files_of_one_edition"),
            )
            continue
        award = award_of(project, part)
        before = result.get(award.grant_id)
        # An organisation can stand twice in a project, with two roles: its parts add.
        if before is not None and before[1].amount is not None and award.amount is not None:
            award = replace(award, amount=before[1].amount + award.amount)
        result[award.grant_id] = (part, award) if before is None else (before[0], award)
    yield from result.values()


def column_names(path: Path) -> set[str]:
    """The file's columns in small letters: they tell which table of an edition it is."""
    sheet = table_sheet(path, (*PROJECT, *PART), Problems())
    return set() if sheet is None else {name.casefold() for name in sheet.header.cells}


def award_of(project: Record, part: Record) -> Award:
    """An organisation's part. The net contribution leaves out what it passes on to others."""
    number = project.key("id")
    net, _ = part.amount("netEcContribution")
    whole, _ = part.amount("ecContribution")
    acronym, title = project.text("acronym"), project.text("title")
    ended = part.key("endOfParticipation").casefold() in TRUE
    status = project.text("status")
    return Award(
        grant_id=f"cordis-{number}-{part.key('organisationID', required=True)}",
        funder="EU",
        title=f"{acronym}: {title}" if acronym else title,
        beneficiary=part.text("name"),
        orgnr=part.key("vatNumber"),
        case_number=number,
        amount_basis=EU_PART,
        source_ref=f"project {number}, {part.text('role') or 'role not stated'}",
        programme=project.text("legalBasis"),
        call=project.text("topics"),
        theme=project.text("fundingScheme"),
        start=project.day("startDate"),
        end=project.day("endDate"),
        amount=whole if net is None else net,
        currency=EUR,
        amount_note="EU contribution to the organisation"
        + ("" if net is None else ", net of what it passes on"),
        status=f"{status}, the organisation has left" if ended else status,
    )


CORDIS = Publisher(
    NewSource(
        "cordis",
        "CORDIS: EU research and innovation projects",
        "European Commission",
        "as stated by the Commission where the files were fetched",
        "https://cordis.europa.eu/",
    ),
    "cordis-",
    read,
)
