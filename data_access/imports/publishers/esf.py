"""The Swedish ESF Council's project bank: operations of the European Social Fund.

Its headings say each column in two languages (`Diarienummer / Operation ID`).
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from data_access.imports.amounts import SEK
from data_access.imports.draft import Problems
from data_access.imports.publishers.awards import EU_PART, Award
from data_access.imports.publishers.importer import Left, NewSource, Publisher
from data_access.imports.publishers.records import Record, records

NUMBER = "Diarienummer / Operation ID"
BENEFICIARY = "Stödmottagare / Beneficiary"
ORGNR = "Projektägare organisationsnummer / Beneficiary ID"
NAME = "Namn på insatsen / Operation Name"
PRIORITY = "Programområde / Priority"
OBJECTIVE = "Specifikt mål / Specific objective concerned"
TOTAL = "Total projektbudget / Total budget SEK"
RATE = "Unionens medfinansieringsgrad / Union co-financing rate"
EU_SUM = "EU-stöd i SEK / EU contribution SEK"
START, END = "Startdatum / Start date", "Slutdatum / End date"
FUND = "EU-fond / EU fund"
PROGRAMME = "Program CCI / Program CCI"

REQUIRED = (NUMBER, BENEFICIARY, NAME, EU_SUM)
OPTIONAL = (ORGNR, PRIORITY, OBJECTIVE, TOTAL, RATE, START, END, FUND, PROGRAMME)

PERIODS = {"2007": "2007–2013", "2014": "2014–2020", "2021": "2021–2027"}
"""The year in which a programme's number begins → its programming period."""


def read(files: Sequence[Path], problems: Problems, _left: Left) -> Iterator[tuple[Record, Award]]:
    """One award for each operation."""
    for path in files:
        for record in records(path, REQUIRED, OPTIONAL, problems):
            yield record, award_of(record)


def award_of(record: Record) -> Award:
    """One operation. The EU's part is the amount; where it is not told it is not worked out."""
    number = record.key(NUMBER, required=True).upper()
    fund = record.text(FUND) or "ESF"
    rate = record.key(RATE)
    note = "the EU's part of the project's budget"
    return Award(
        grant_id=f"esf-{number}",
        funder=f"EU {fund}",
        title=record.text(NAME),
        beneficiary=record.text(BENEFICIARY),
        orgnr=record.key(ORGNR),
        source_ref=f"diarienummer {number}",
        case_number=number,
        amount_basis=EU_PART,
        programme=f"{fund} {PERIODS.get(record.key(PROGRAMME)[:4], '')}".strip(),
        theme=record.text(OBJECTIVE),
        priority=record.text(PRIORITY),
        start=record.day(START),
        end=record.day(END),
        amount=record.sek(EU_SUM),
        currency=SEK,
        amount_note=f"{note}; co-financing rate {rate}" if rate else note,
        total_cost=record.sek(TOTAL),
    )


ESF = Publisher(
    NewSource(
        "esf",
        "The Swedish ESF Council: project bank",
        "Svenska ESF-rådet",
        "as stated by the ESF Council where the file was fetched",
        "https://www.esf.se/",
    ),
    "esf-",
    read,
)
