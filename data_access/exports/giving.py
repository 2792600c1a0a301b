"""Grants in the 360Giving data standard (JSON). What each field is made of: docs/mappings.md."""

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, TextIO

from sqlalchemy import Connection

from data_access import questions as ask
from data_access.imports.municipalities import slug
from progress.i18n import LazyText, say
from progress.money.kinds import PROJECT, Kind, granted_unknown
from progress.money.registry import Organisation, Registry
from progress.records import Grant

VERSION = "1.1"
NO_REGISTRY = Registry()
OWN_PREFIX = "klimatkontrakt"
"""Begins ids for which no register's list is known. Who publishes needs a prefix of their own."""

SWEDISH_REGISTER = "SE-ON"
"""The list of Swedish organisation numbers at org-id.guide."""

PLACE_LIST = "SE municipality code (SCB)"
NO_KEY = re.compile(r"[^a-z0-9]+")
WORDS_LENGTH = 140
"""The standard asks for titles shorter than this."""


def giving_objects(conn: Connection) -> Iterator[dict[str, Any]]:
    """One object for each granted project with an amount and a year; see `left_out`."""
    names = {municipality.code: municipality.name for municipality in ask.municipalities(conn)}
    registry = ask.registry(conn)
    repeats = ask.repeats(conn)
    for grant in ask.grants(conn):
        if reason_to_leave_out(grant, repeats) is None:
            yield giving_object(grant, names, registry)


def left_out(conn: Connection) -> dict[LazyText, int]:
    """Why rows are not in the export: reason → rows."""
    result: dict[LazyText, int] = {}
    repeats = ask.repeats(conn)
    for grant in ask.grants(conn):
        reason = reason_to_leave_out(grant, repeats)
        if reason is not None:
            result[reason] = result.get(reason, 0) + 1
    return result


def reason_to_leave_out(grant: Grant, repeats: Mapping[str, str]) -> LazyText | None:
    """The standard is for grants that were made, each once: it has no place for frames and needs,
    nor for money that another row tells (`repeats`)."""
    if grant.grant_id in repeats:
        return say("klimat.told_by_another_row")
    if grant.level != PROJECT:
        return say("klimat.programme_frames")
    if granted_unknown(grant):
        return say("klimat.granted_with_unknown_sum")
    if grant.amount is None:
        return say("klimat.without_amount")
    if grant.amount_kind != Kind.GRANTED:
        return say("klimat.amounts_that_are_not_granted", amount_kind=grant.amount_kind)
    if grant.year is None:
        return say("klimat.without_year")
    if not grant.beneficiary:
        return say("klimat.without_recipient")
    return None


def giving_object(
    grant: Grant, names: Mapping[str, str], registry: Registry = NO_REGISTRY
) -> dict[str, Any]:
    """One grant, its organisations by the register's ids. The award date is the first day of what
    is known, and says how much that is."""
    day, precision = award_date(grant)
    result: dict[str, Any] = {
        "id": f"360G-{OWN_PREFIX}-{grant.grant_id}",
        "title": (grant.title or grant.grant_id)[: WORDS_LENGTH - 1],
        "description": "; ".join(
            filter(None, (grant.title, grant.amount_note, grant.note, grant.source_ref))
        )
        or grant.grant_id,
        "currency": grant.currency,
        "amountAwarded": number(grant.amount),
        "awardDate": day,
        "awardDatePrecision": precision,
        "recipientOrganization": [
            organisation(grant.beneficiary, registry.recipient_of(grant), grant.beneficiary_orgnr)
        ],
        "fundingOrganization": [organisation(grant.funder, registry.organisation(grant.funder))],
        "dataSourceId": grant.source_id,
    }
    dates = {"startDate": grant.start, "endDate": grant.end}
    if planned := {name: date for name, date in dates.items() if date}:
        result["plannedDates"] = [planned]
    if grant.programme:
        result["grantProgramme"] = [{"code": key(grant.programme), "title": grant.programme}]
    if grant.theme:
        result["classifications"] = [
            {"vocabulary": f"{grant.source_id}: theme", "code": grant.theme, "title": grant.theme}
        ]
    if grant.places:
        result["beneficiaryLocation"] = [
            {
                "name": names[code],
                "countryCode": "SE",
                "geoCode": code,
                "geoCodeType": PLACE_LIST,
            }
            for code in grant.places
        ]
    if grant.same_as:
        result["relatedActivity"] = [f"360G-{OWN_PREFIX}-{grant.same_as}"]
    return result


def award_date(grant: Grant) -> tuple[str, str]:
    """A whole date, as the standard demands, and what of it is known: year, month, day or start."""
    if grant.decision_year is not None:
        return f"{grant.decision_year}-01-01", "year"
    if not grant.start:
        return f"{grant.part_year}-01-01", "year of the part"
    missing = {4: "-01-01", 7: "-01", 10: ""}[len(grant.start)]
    return grant.start + missing, "start of the project"


def organisation(name: str, known: Organisation | None, number_: str = "") -> dict[str, str]:
    """An organisation with its id: of the Swedish register where its number is known, else our
    own, one for all spellings."""
    number_ = number_ or (known.orgnr if known is not None else "")
    if number_:
        return {"id": f"{SWEDISH_REGISTER}-{number_}", "name": name}
    own = key(name) if known is None else known.organisation_id
    return {"id": f"360G-{OWN_PREFIX}-org-{own}", "name": name}


def key(name: str) -> str:
    """A name as part of an id: small letters, digits and hyphens."""
    return NO_KEY.sub("-", slug(name)).strip("-")


def number(amount: Decimal | None) -> int | float:
    """The amount as JSON's number, whole where it is whole."""
    assert amount is not None
    return int(amount) if amount == int(amount) else float(amount)


def write_giving(conn: Connection, stream: TextIO) -> None:
    """The whole package."""
    package = {"version": VERSION, "grants": list(giving_objects(conn))}
    json.dump(package, stream, ensure_ascii=False, allow_nan=False, indent=1)
    stream.write("\n")
