"""Tillväxtverket's list of projects of the regional fund (ERUF), as JSON or table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from data_access.imports.amounts import EUR, SEK
from data_access.imports.draft import Problems
from data_access.imports.publishers.awards import Award
from data_access.imports.publishers.importer import Left, NewSource, Publisher
from data_access.imports.publishers.places import names_in
from data_access.imports.publishers.records import Record, records

REQUIRED = ("ärende-id", "stödmottagare", "beviljat_belopp_sek", "projektnamn")
OPTIONAL = (
    "beviljat_belopp_eur",
    "projekt_starttid",
    "projekt_sluttid",
    "kommuner",
    "område",
    "insatsområde",
    "tematiskt_mål",
    "_source",
)
BANK = re.compile(r"projektbanken(\d{4})")
PERIODS = {"2013": "2007–2013", "2020": "2014–2020", "2027": "2021–2027"}
"""The year by which a project bank is named → the fund's programming period, which ends in it."""

FUND = "Europeiska regionala utvecklingsfonden (ERUF)"
CLIMATE_THEMES = ("koldioxidsnål", "hållbara transporter")
"""Words in the thematic goals that are climate goals: low-carbon economy, sustainable transport."""


def read(files: Sequence[Path], problems: Problems, _left: Left) -> Iterator[tuple[Record, Award]]:
    """One award for each project. Its leader, telephone and address are dropped when read."""
    for path in files:
        for record in records(path, REQUIRED, OPTIONAL, problems):
            award = award_of(record)
            euro, _ = record.amount("beviljat_belopp_eur")
            # A list in euro has zero kronor in every row, and the other way round.
            if award.amount == 0 and euro is not None and euro > 0:
                award = replace(award, amount=euro, currency=EUR)
            yield record, award


def award_of(record: Record) -> Award:
    """One project in kronor."""
    number = record.key("ärende-id", required=True)
    theme = record.text("tematiskt_mål")
    bank = BANK.search(record.key("_source"))
    period = PERIODS.get(bank[1], "") if bank else ""
    return Award(
        grant_id=f"eruf-{number}",
        funder="Tillväxtverket",
        title=record.text("projektnamn"),
        beneficiary=record.text("stödmottagare"),
        places=names_in(record.text("kommuner")),
        source_ref=f"ärende {number}",
        case_number=number,
        programme=", ".join(
            filter(None, (f"{FUND} {period}".strip(), record.text("område"))),
        ),
        theme=theme,
        priority=record.text("insatsområde"),
        is_climate=any(words in theme.casefold() for words in CLIMATE_THEMES),
        start=record.day("projekt_starttid"),
        end=record.day("projekt_sluttid"),
        amount=record.sek("beviljat_belopp_sek"),
        currency=SEK,
        amount_note="beviljat belopp; check whether it is the EU's part or the whole budget",
    )


ERUF = Publisher(
    NewSource(
        "tillvaxtverket-eruf",
        "ERUF: Tillväxtverket's list of projects",
        "Tillväxtverket",
        "as stated by Tillväxtverket where the file was fetched",
    ),
    "eruf-",
    read,
)
