"""The records of the store: one list of fields each, from which all that tells of them is made."""

from data_access.records.contract_systems import (
    ACCOUNT_COMMENT,
    CONTRACT_DOCUMENT,
    CONTRACT_ROLE,
    OBSTACLE,
)
from data_access.records.decisions import DECISION, MEETING
from data_access.records.emissions import EMISSION, NATIONAL_FIGURE, OWN_SERIES
from data_access.records.events import EVENT
from data_access.records.field import Field, Kind, Record
from data_access.records.goals import GOAL
from data_access.records.grants import GRANT
from data_access.records.indicators import INDICATOR_VALUE
from data_access.records.investment_actions import INVESTMENT_ACTION
from data_access.records.local_contracts import LOCAL_CONTRACT, LOCAL_SIGNATORY
from data_access.records.money import EMISSION_GAP, EXCHANGE_RATE, PRICE_INDEX, STOCK
from data_access.records.municipalities import MUNICIPALITY
from data_access.records.organisations import ORGANISATION, ORGANISATION_KIND, PROGRAMME
from data_access.records.pledges import ACTIVITY, COMMITMENT, WORK_PACKAGE
from data_access.records.population import POPULATION
from data_access.records.reference import (
    CONTRACT,
    EARLIER_CODE,
    INDICATOR,
    SOURCES,
)
from data_access.records.statuses import STATUS_REPORT

RECORDS: dict[str, Record] = {
    record.kind: record
    for record in (
        EMISSION,
        EMISSION_GAP,
        POPULATION,
        GOAL,
        COMMITMENT,
        ACTIVITY,
        GRANT,
        INVESTMENT_ACTION,
        INDICATOR_VALUE,
        EXCHANGE_RATE,
        PRICE_INDEX,
        STOCK,
        MUNICIPALITY,
        OWN_SERIES,
        LOCAL_CONTRACT,
        LOCAL_SIGNATORY,
        WORK_PACKAGE,
        EVENT,
        MEETING,
        DECISION,
        CONTRACT_ROLE,
        OBSTACLE,
        CONTRACT_DOCUMENT,
        ACCOUNT_COMMENT,
        NATIONAL_FIGURE,
        CONTRACT,
        SOURCES,
        ORGANISATION_KIND,
        ORGANISATION,
        PROGRAMME,
        INDICATOR,
        EARLIER_CODE,
    )
}
"""By the KIND of `klimat import`, those that make a release."""

RELEASE_KINDS = tuple(RECORDS)
"""What a release can hold."""

__all__ = [
    "ACCOUNT_COMMENT",
    "ACTIVITY",
    "COMMITMENT",
    "CONTRACT",
    "CONTRACT_DOCUMENT",
    "CONTRACT_ROLE",
    "DECISION",
    "EARLIER_CODE",
    "EMISSION",
    "EMISSION_GAP",
    "EVENT",
    "EXCHANGE_RATE",
    "GOAL",
    "GRANT",
    "INDICATOR",
    "INDICATOR_VALUE",
    "INVESTMENT_ACTION",
    "LOCAL_CONTRACT",
    "LOCAL_SIGNATORY",
    "MEETING",
    "MUNICIPALITY",
    "NATIONAL_FIGURE",
    "OBSTACLE",
    "ORGANISATION",
    "ORGANISATION_KIND",
    "OWN_SERIES",
    "POPULATION",
    "PRICE_INDEX",
    "PROGRAMME",
    "RECORDS",
    "RELEASE_KINDS",
    "SOURCES",
    "STATUS_REPORT",
    "STOCK",
    "WORK_PACKAGE",
    "Field",
    "Kind",
    "Record",
]
