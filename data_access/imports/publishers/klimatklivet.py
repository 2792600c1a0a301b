"""Klimatklivet's workbook (Naturvårdsverket): supported measures, without organisation numbers."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from data_access.imports.amounts import SEK
from data_access.imports.draft import Problems
from data_access.imports.publishers.awards import Award
from data_access.imports.publishers.importer import Left, NewSource, Publisher
from data_access.imports.publishers.places import names_in
from data_access.imports.publishers.records import Record, records

AMOUNT = "Senast tillgängligt beviljat stödbelopp"
END = "Senast tillgängligt slutdatum"
REQUIRED = ("Ärendenummer", "Organisationsnamn", "Rubrik", AMOUNT, "Bifallsdatum")
OPTIONAL = ("Åtgärdskategori", "Län", "Kommun", END, "Status", "Förordning")


def read(files: Sequence[Path], problems: Problems, _left: Left) -> Iterator[tuple[Record, Award]]:
    """One award for each measure. Those for charging have no place: they stay without one."""
    for path in files:
        for record in records(path, REQUIRED, OPTIONAL, problems):
            number = record.key("Ärendenummer", required=True)
            decided = record.day("Bifallsdatum")
            yield (
                record,
                Award(
                    grant_id=f"klimatklivet-{number}",
                    funder="Naturvårdsverket",
                    title=record.text("Rubrik"),
                    beneficiary=record.text("Organisationsnamn"),
                    places=names_in(record.text("Kommun")),
                    source_ref=f"ärende {number}",
                    case_number=number,
                    programme="Klimatklivet",
                    theme=record.text("Åtgärdskategori"),
                    priority=record.text("Förordning"),
                    is_climate=True,
                    decision_year=int(decided[:4]) if decided else None,
                    start=decided,
                    end=record.day(END),
                    amount=record.sek(AMOUNT),
                    currency=SEK,
                    amount_note="latest granted support; dated by the decision",
                    status=record.text("Status"),
                ),
            )


KLIMATKLIVET = Publisher(
    NewSource(
        "klimatklivet",
        "Klimatklivet: granted measures",
        "Naturvårdsverket",
        "as stated by Naturvårdsverket where the file was fetched",
    ),
    "klimatklivet-",
    read,
)
