"""A grant, an organisation and a programme in schema.org's words."""

from collections.abc import Mapping
from typing import Any

from layouts.funding.answers import GrantAnswers, GroupAnswers
from layouts.links.addresses import Address, href
from layouts.metadata.schema_org import SITE
from progress.money.kinds import Kind, granted_unknown
from progress.money.registry import Organisation

SWEDISH_REGISTER = "SE-ON"


def grant_data(address: Address, answers: GrantAnswers) -> Mapping[str, Any]:
    """A `MonetaryGrant` with funder, recipient and, where it is known, the granted amount."""
    grant = answers.rows[0].grant
    result: dict[str, Any] = {
        "@type": "MonetaryGrant",
        "identifier": grant.case_number or grant.grant_id,
        "name": grant.title or grant.grant_id,
        "url": _url(address),
        "funder": organisation(
            answers.registry.organisation(grant.funder), grant.funder, address.lang
        ),
    }
    if grant.beneficiary:
        known = answers.registry.recipient_of(grant)
        result["fundedItem"] = {
            "@type": "Project",
            "name": grant.title or grant.grant_id,
            "parentOrganization": organisation(known, grant.beneficiary, address.lang),
        }
    granted = [
        row.grant.amount
        for row in answers.rows
        if row.kind == Kind.GRANTED and not granted_unknown(row.grant)
    ]
    known_amounts = [amount for amount in granted if amount is not None]
    if known_amounts:
        result["amount"] = {
            "@type": "MonetaryAmount",
            "currency": grant.currency,
            "value": float(sum(known_amounts)),
        }
    return result


def group_data(address: Address, answers: GroupAnswers) -> Mapping[str, Any]:
    """An `Organization`, or a programme as a `FundingScheme`."""
    if answers.what == "programme":
        registry = answers.registry
        payers = answers.programme.funder_ids if answers.programme else ()
        return {
            "@type": "FundingScheme",
            "name": answers.name,
            "url": _url(address),
            "funder": [
                organisation(known, known.name, address.lang)
                for payer in payers
                if (known := registry.by_id.get(payer)) is not None
            ],
        }
    return {
        **organisation(answers.organisation, answers.name, address.lang),
        "url": _url(address),
    }


def organisation(known: Organisation | None, name: str, lang: str) -> dict[str, Any]:
    """An organisation with its number, where it is known, and its other spellings."""
    result: dict[str, Any] = {"@type": "Organization", "name": name}
    if known is None:
        return result
    result["name"] = known.name_in(lang)
    if known.orgnr:
        result["identifier"] = f"{SWEDISH_REGISTER}-{known.orgnr}"
    if known.spellings:
        result["alternateName"] = list(known.spellings)
    return result


def _url(address: Address) -> str:
    return SITE + href(address.without_query())
