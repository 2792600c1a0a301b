"""Kohesio CSV: projects of the EU's cohesion funds. The EU's part is not the whole budget."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from data_access.imports.amounts import EUR, SEK
from data_access.imports.draft import Problems
from data_access.imports.publishers.awards import EU_PART, Award
from data_access.imports.publishers.importer import Left, NewSource, Publisher
from data_access.imports.publishers.places import names_in
from data_access.imports.publishers.records import Record, records
from progress.i18n import say

CURRENCY = "Total_Eligible_Expenditure_Currency"
REQUIRED = ("Operation_Unique_Identifier", "Project_EU_Budget", "Beneficiary_Name")
OPTIONAL = (
    "Operation_Local_Identifier",
    "Operation_Name_Programme_Language",
    "Operation_Name_English",
    "Operation_Start_Date",
    "Operation_End_Date",
    "Cofinancing_Rate",
    "Total_Eligible_Expenditure_amount",
    CURRENCY,
    "Beneficiary_Local_Identifier",
    "Fund_Code",
    "Programme_Name",
    "LAU_Labels",
    "Programming_Period",
    "Country",
)
SWEDEN = frozenset({"", "sweden", "sverige", "se"})


def read(files: Sequence[Path], problems: Problems, left: Left) -> Iterator[tuple[Record, Award]]:
    """One award for each Swedish operation."""
    for path in files:
        for record in records(path, REQUIRED, OPTIONAL, problems, decimal_comma=False):
            if record.key("Country").casefold() in SWEDEN:
                yield record, award_of(record)
            else:
                left.add(say("import.operations_in_other_countries"))


def award_of(record: Record) -> Award:
    """One operation. Dates are day/month/year; both sums are in the currency that is named."""
    address = record.key("Operation_Unique_Identifier", required=True)
    amount, said = record.amount("Project_EU_Budget")
    currency = record.key(CURRENCY).upper() or said or EUR
    if currency not in (SEK, EUR):
        record.problem(CURRENCY, say("import.sek_or_eur"))
    rate = record.key("Cofinancing_Rate")
    name = record.text("Operation_Name_Programme_Language")
    note = "the EU's part of the project's budget"
    return Award(
        grant_id=f"kohesio-{address.rstrip('/').rpartition('/')[2]}",
        funder=" ".join(filter(None, ("EU", record.text("Fund_Code")))),
        title=name or record.text("Operation_Name_English"),
        beneficiary=record.text("Beneficiary_Name"),
        orgnr=record.key("Beneficiary_Local_Identifier"),
        places=names_in(record.text("LAU_Labels")),
        source_ref=record.key("Operation_Local_Identifier") or address,
        case_number=record.key("Operation_Local_Identifier").rpartition("_")[2],
        amount_basis=EU_PART,
        programme=" ".join(
            filter(None, (record.text("Programme_Name"), record.text("Programming_Period")))
        ),
        start=record.day("Operation_Start_Date"),
        end=record.day("Operation_End_Date"),
        amount=amount,
        currency=currency,
        amount_note=f"{note}; co-financing rate {rate} %" if rate else note,
        total_cost=record.amount("Total_Eligible_Expenditure_amount", signed=False)[0],
    )


KOHESIO = Publisher(
    NewSource(
        "kohesio",
        "Kohesio: projects of the EU's cohesion policy",
        "European Commission",
        "as stated by the Commission where the file was fetched",
        "https://kohesio.ec.europa.eu/",
    ),
    "kohesio-",
    read,
)
