"""Vinnova's earlier interface, `data.vinnova.se/api/projekt`: projects with their coordinator."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from data_access.imports.amounts import SEK
from data_access.imports.draft import Problems
from data_access.imports.publishers.awards import Award
from data_access.imports.publishers.importer import Left, NewSource, Publisher
from data_access.imports.publishers.records import Record, records

REQUIRED = ("Diarienummer", "BeviljatBidrag", "KoordinatorOrg")
OPTIONAL = (
    "Ärenderubrik",
    "ÄrenderubrikEngelska",
    "DiarienummerUtlysning",
    "DiarienummerProgram",
    "ProjektStart",
    "ProjektSlut",
    "Status",
)


def read(files: Sequence[Path], problems: Problems, _left: Left) -> Iterator[tuple[Record, Award]]:
    """One award for each project. The sum is the whole project's, the coordinator alone is told."""
    for path in files:
        for record in records(path, REQUIRED, OPTIONAL, problems):
            number = record.key("Diarienummer", required=True)
            yield (
                record,
                Award(
                    grant_id=f"vinnova-{number}",
                    funder="Vinnova",
                    title=record.text("Ärenderubrik") or record.text("ÄrenderubrikEngelska"),
                    beneficiary=record.text("KoordinatorOrg"),
                    source_ref=f"diarienummer {number}",
                    case_number=number,
                    programme=record.key("DiarienummerProgram"),
                    call=record.key("DiarienummerUtlysning"),
                    start=record.day("ProjektStart"),
                    end=record.day("ProjektSlut"),
                    amount=record.sek("BeviljatBidrag"),
                    currency=SEK,
                    amount_note="support to the whole project; only its coordinator is published",
                    status=record.text("Status"),
                    whole_project=True,
                ),
            )


VINNOVA = Publisher(
    NewSource(
        "vinnova-api",
        "Vinnova: funded projects, data.vinnova.se",
        "Vinnova",
        "as stated by Vinnova where the file was fetched",
        "https://data.vinnova.se/api/",
    ),
    "vinnova-",
    read,
)
