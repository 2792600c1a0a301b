"""The funders' joint database (GDP): money by organisation and year.

Its interface gives `/finansieradeaktiviteter` as JSON with all that is told of an activity. What is
downloaded without a key is a table of the decided money alone (`1a.beslutadFinansiering.csv`,
UTF-16, semicolons): no title, no dates, no currency, which is kronor.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from data_access.imports.amounts import EUR, SEK
from data_access.imports.draft import Problems
from data_access.imports.files import Location
from data_access.imports.municipalities import slug
from data_access.imports.organisation_numbers import Standing, organisation_number
from data_access.imports.publishers.awards import SOLE_TRADER, Award
from data_access.imports.publishers.importer import Left, NewSource, Publisher
from data_access.imports.publishers.records import Record, records
from progress.i18n import say

PERSONS = frozenset({"privatperson", "fysisk person", "enskild person", "person"})
"""Types of recipient that are people: their names are not kept."""

AMOUNT_NOTE = "decided for the organisation and year, all stödgrunder"


DECISION = (
    "finansiarNamn",
    "ansokanDiarienummer",
    "organisationNamn",
    "beslutadFinansieringAr",
    "beslutadFinansieringBelopp",
)
DECISION_MORE = ("organisationOrgnummer", "organisationTyp")


def read(files: Sequence[Path], problems: Problems, left: Left) -> Iterator[tuple[Record, Award]]:
    """One award for each activity, organisation and year; sums over `stodgrund`."""
    for path in files:
        if not Location.of(path).is_json:
            decisions = records(path, DECISION, DECISION_MORE, problems)
            yield from sums_of((record, decided(record)) for record in decisions)
            continue
        for activity in records(path, ("diarienummer", "beslutadFinansiering"), (), problems):
            lines = [
                (activity, award_of(activity, decision))
                for decision in activity.inside("beslutadFinansiering")
            ]
            if not lines:
                left.add(say("import.activities_without_decided_money"))
            yield from sums_of(lines)


def sums_of(lines: Iterable[tuple[Record, Award]]) -> list[tuple[Record, Award]]:
    """The lines of one organisation and year as one award, each with its first record."""
    sums: dict[str, tuple[Record, Award]] = {}
    for record, award in lines:
        first, before = sums.get(award.grant_id, (record, None))
        sums[award.grant_id] = (first, award if before is None else summed(before, award))
    return list(sums.values())


def decided(record: Record) -> Award:
    """One line of the table of decided money."""
    number = record.key("ansokanDiarienummer", required=True)
    funder = record.text("finansiarNamn", required=True)
    year = record.year("beslutadFinansieringAr")
    name, orgnr = record.text("organisationNamn"), record.key("organisationOrgnummer")
    if record.text("organisationTyp").casefold() in PERSONS:
        name, orgnr = SOLE_TRADER, ""
    return Award(
        grant_id=grant_id(funder, number, name, orgnr, year),
        funder=funder,
        title="",
        beneficiary=name,
        source_ref=f"diarienummer {number}",
        orgnr=orgnr,
        case_number=number,
        part_year=year,
        amount=record.sek("beslutadFinansieringBelopp"),
        currency=SEK,
        amount_note=AMOUNT_NOTE,
    )


def award_of(activity: Record, decision: Record) -> Award:
    """One line of `beslutadFinansiering`."""
    number = activity.key("diarienummer", required=True)
    funder = activity.text("finansiarNamn", required=True)
    year = decision.year("ar")
    amount, said = decision.amount("belopp")
    currency = decision.key("valuta").upper() or said or SEK
    if currency not in (SEK, EUR):
        activity.problem("valuta", say("import.sek_or_eur"), value=currency)
    name, orgnr = "", ""
    for organisation in decision.inside("finansieradOrganisation"):
        name, orgnr = organisation.text("namn"), organisation.key("organisationsnummer")
        if organisation.text("typ").casefold() in PERSONS:
            name, orgnr = SOLE_TRADER, ""
    subjects = [entry.text("namn") for entry in activity.inside("forskningsamnen")]
    call = next(activity.inside("utlysning"), None)
    return Award(
        grant_id=grant_id(funder, number, name, orgnr, year),
        funder=funder,
        title=activity.text("titel") or activity.text("titelEng"),
        beneficiary=name,
        source_ref=f"diarienummer {number}",
        orgnr=orgnr,
        programme=activity.text("typ"),
        call=activity.text("utlysning") if call is None else call.key("diarienummer"),
        theme="; ".join(filter(None, dict.fromkeys(subjects))),
        case_number=number,
        part_year=year,
        start=activity.day("startdatum"),
        end=activity.day("slutdatum"),
        amount=amount,
        currency=currency,
        amount_note=AMOUNT_NOTE,
        status=activity.text("status"),
    )


def grant_id(funder: str, number: str, name: str, orgnr: str, year: int | None) -> str:
    """The id of an organisation's money in a year, the same from either form."""
    whole = "-".join(filter(None, ("gdp", slug(funder), number, recipient(name, orgnr))))
    return whole if year is None else f"{whole}@{year}"


def recipient(name: str, orgnr: str) -> str:
    """What tells an organisation from the others of its activity, without any person's number."""
    read_number = organisation_number(orgnr)
    if read_number.standing is Standing.VALID:
        return read_number.number
    return slug(SOLE_TRADER if read_number.standing is Standing.PERSONAL else name)


def summed(award: Award, other: Award) -> Award:
    """Both amounts as one. A sum that is not known adds nothing."""
    if award.amount is None or other.amount is None:
        return award if other.amount is None else other
    return replace(award, amount=award.amount + other.amount)


GDP = Publisher(
    NewSource(
        "gdp",
        "GDP: the Swedish research and innovation funders' joint database",
        "the funder named in each row",
        "as stated by the funder where the file was fetched",
    ),
    "gdp-",
    read,
)
