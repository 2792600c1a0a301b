"""Formas' own list of projects: the administering organisation with its number."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from data_access.imports.amounts import SEK
from data_access.imports.draft import Problems
from data_access.imports.publishers.awards import Award
from data_access.imports.publishers.importer import Left, NewSource, Publisher
from data_access.imports.publishers.records import Record, records

REQUIRED = ("diarienummer", "beviljatBidrag", "medelsförvaltareNamn")
OPTIONAL = (
    "ärenderubrik",
    "ärenderubrikEngelska",
    "utlysningTitel",
    "formasÄmnesområde",
    "beviljatDatum",
    "projektStart",
    "projektSlut",
    "medelsförvaltareOrgnr",
    "status",
)


def read(files: Sequence[Path], problems: Problems, _left: Left) -> Iterator[tuple[Record, Award]]:
    """One award for each project, dated by the decision."""
    for path in files:
        for record in records(path, REQUIRED, OPTIONAL, problems):
            number = record.key("diarienummer", required=True)
            decided = record.day("beviljatDatum")
            yield (
                record,
                Award(
                    grant_id=f"formas-{number}",
                    funder="Formas",
                    title=record.text("ärenderubrik") or record.text("ärenderubrikEngelska"),
                    beneficiary=record.text("medelsförvaltareNamn"),
                    orgnr=record.key("medelsförvaltareOrgnr"),
                    source_ref=f"diarienummer {number}",
                    case_number=number,
                    call=record.text("utlysningTitel"),
                    theme=record.text("formasÄmnesområde"),
                    decision_year=int(decided[:4]) if decided else None,
                    start=record.day("projektStart"),
                    end=record.day("projektSlut"),
                    amount=record.sek("beviljatBidrag"),
                    currency=SEK,
                    amount_note="granted to the project, by its administering organisation",
                    status=record.text("status"),
                ),
            )


FORMAS = Publisher(
    NewSource(
        "formas-api",
        "Formas: funded projects",
        "Formas",
        "as stated by Formas where the file was fetched",
    ),
    "formas-",
    read,
)
