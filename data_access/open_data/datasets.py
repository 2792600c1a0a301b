"""The datasets, described once: addresses, downloads and their documents are made from this."""

from collections.abc import Mapping

from data_access.exports import EXPORTS
from data_access.exports.emissions import EMISSION_FIELDS
from data_access.exports.subsectors import SUBSECTOR_FIELDS
from data_access.open_data.building import (
    CITY,
    MUNICIPALITY,
    PROVENANCE,
    dataset,
    of_kind,
    same,
    years,
)
from data_access.open_data.columns import (
    OF_CHANGES,
    OF_CORRECTIONS,
    OF_DUPLICATES,
    OF_GOALS,
    OF_INDICATORS,
    OF_LINKS,
    OF_OWN_SERIES,
    OF_RELEASES,
    OF_SUBSECTORS,
    OF_TOTALS,
    of_record,
)
from data_access.records import (
    ACCOUNT_COMMENT,
    ACTIVITY,
    COMMITMENT,
    CONTRACT,
    CONTRACT_DOCUMENT,
    CONTRACT_ROLE,
    DECISION,
    EARLIER_CODE,
    EMISSION,
    EMISSION_GAP,
    EVENT,
    EXCHANGE_RATE,
    GOAL,
    GRANT,
    INDICATOR,
    INVESTMENT_ACTION,
    LOCAL_CONTRACT,
    LOCAL_SIGNATORY,
    MEETING,
    NATIONAL_FIGURE,
    OBSTACLE,
    ORGANISATION,
    ORGANISATION_KIND,
    OWN_SERIES,
    POPULATION,
    PRICE_INDEX,
    PROGRAMME,
    SOURCES,
    STATUS_REPORT,
    STOCK,
    WORK_PACKAGE,
)
from data_access.records import MUNICIPALITY as MUNICIPALITIES
from progress.dataset import Column, Dataset, Match, Measure

TONNES = Measure("tonnes", ("release", "gas", "scope", "year"))
"""A gas, a scope and a release are the same emissions told again; of the years some are missing."""


def _emissions(name: str, *choices: str, own: Mapping[str, Column] | None = None) -> Dataset:
    """Emissions by sector where one can be chosen, else in total."""
    return dataset(
        name,
        (*EMISSION_FIELDS, "unit", *PROVENANCE),
        ("release", MUNICIPALITY, "year", *(["sector"] if "sector" in choices else [])),
        CITY | same("release", *choices) | years(),
        own or of_record(EMISSION),
        measures=(TONNES,),
        yearly=("tonnes", "status"),
    )


_LIST: tuple[Dataset, ...] = (
    _emissions("emissions", "gas", "sector", "status"),
    _emissions("emissions-co2", "sector", "status"),
    _emissions("emission-totals", "gas", "status", own=OF_TOTALS),
    dataset(
        "emission-subsectors",
        (*SUBSECTOR_FIELDS, "unit", *PROVENANCE),
        (MUNICIPALITY, "gas", "sector", "subsector", "year"),
        CITY | same("release", "gas", "sector", "subsector") | years(),
        OF_SUBSECTORS,
        measures=(Measure("tonnes", ("gas", "year")),),
        yearly=("tonnes",),
    ),
    dataset(
        "verdicts",
        (*EXPORTS["verdicts"].columns, *PROVENANCE),
        (MUNICIPALITY, "goal_id", "basis"),
        {"release": ("release", Match.READ_ON)}
        | CITY
        | same("goal_id", "basis", "kind", "gas", "attainment")
        | years("target_year"),
        OF_GOALS,
        no_sum="goals of a municipality speak of the same emissions",
    ),
    dataset(
        "goals",
        (*EXPORTS["goals"].columns, "release", "licence"),
        ("goal_id",),
        CITY
        | same("kind", "scope", "gas", "status", "target_year", "release")
        | years("target_year"),
        of_record(GOAL),
    ),
    dataset(
        "verdict-estimates",
        EXPORTS["verdict-estimates"].columns,
        (MUNICIPALITY, "goal_id", "basis", "year"),
        CITY | same("goal_id", "basis") | years(),
        OF_LINKS,
    ),
    dataset(
        "verdict-assumptions",
        EXPORTS["verdict-assumptions"].columns,
        (MUNICIPALITY, "goal_id", "basis", "number"),
        CITY | same("goal_id", "basis", "code"),
        OF_LINKS,
    ),
    dataset(
        "verdict-budgets",
        EXPORTS["verdict-budgets"].columns,
        (MUNICIPALITY, "goal_id", "basis"),
        CITY | same("goal_id", "basis"),
        OF_LINKS,
    ),
    dataset(
        "events",
        (*EXPORTS["events"].columns, "release", *PROVENANCE),
        ("event_id",),
        CITY | same("release", "way") | years(),
        of_record(EVENT),
    ),
    dataset(
        "commitments",
        (*EXPORTS["commitments"].columns, "release", *PROVENANCE),
        ("commitment_id",),
        CITY | same("party_kind", "status", "release"),
        of_record(COMMITMENT),
    ),
    of_kind(ACTIVITY, "status"),
    of_kind(WORK_PACKAGE, "status"),
    of_kind(STATUS_REPORT, "pledge_id", "status"),
    of_kind(LOCAL_CONTRACT),
    of_kind(LOCAL_SIGNATORY),
    of_kind(MEETING),
    of_kind(DECISION, "state"),
    of_kind(CONTRACT_ROLE, "role"),
    of_kind(OBSTACLE, "state", "area"),
    of_kind(CONTRACT_DOCUMENT),
    of_kind(ACCOUNT_COMMENT, "section"),
    of_kind(NATIONAL_FIGURE, "series"),
    dataset(
        "grants",
        (*EXPORTS["grants"].columns, "release", *PROVENANCE),
        ("grant_id",),
        {
            "municipality": ("places", Match.IN_LIST),
            **same("funder", "level", "amount_kind", "currency", "release"),
            **years("decision_year"),
        },
        of_record(GRANT),
        no_sum="amounts are of different kinds and currencies, and some rows tell the same money",
    ),
    dataset(
        "grant-places",
        EXPORTS["grant-places"].columns,
        ("grant_id", MUNICIPALITY),
        CITY | same("grant_id"),
        OF_LINKS,
    ),
    dataset(
        "investment-actions",
        (*EXPORTS["investment-actions"].columns, "release", *PROVENANCE),
        (MUNICIPALITY, "action_id"),
        CITY | same("row_level", "sector", "release") | years("end_year"),
        of_record(INVESTMENT_ACTION),
    ),
    of_kind(EMISSION_GAP, "basis"),
    of_kind(STOCK, "kind"),
    dataset(
        "indicators",
        (*EXPORTS["indicators"].columns, "name_en", "unit", "release", *PROVENANCE),
        ("indicator_id", MUNICIPALITY, "year"),
        {"indicator": ("indicator_id", Match.ONE_OF)} | CITY | same("release") | years(),
        OF_INDICATORS,
        yearly=("value", "numerator", "denominator", "status", "note"),
    ),
    of_kind(
        POPULATION,
        measures=(Measure("inhabitants", ("year",)),),
        yearly=("inhabitants",),
    ),
    dataset(
        "own-series",
        EXPORTS["own-series"].columns,
        ("release", MUNICIPALITY, "year", "sector"),
        CITY | same("release", "scope", "gas", "sector", "unit") | years(),
        of_record(OWN_SERIES) | OF_OWN_SERIES,
        yearly=("value", "status", "note"),
    ),
    dataset(
        "changes",
        EXPORTS["changes"].columns,
        ("change_id",),
        CITY | {"since": ("at", Match.FROM)} | same("kind", "release"),
        OF_CHANGES,
    ),
    dataset(
        "corrections",
        EXPORTS["corrections"].columns,
        ("correction_id",),
        CITY | same("action", "kind", "key"),
        OF_CORRECTIONS,
    ),
    dataset(
        "releases",
        EXPORTS["releases"].columns,
        ("label",),
        {"release": ("label", Match.ONE_OF), **same("kind", "gas")},
        OF_RELEASES,
    ),
    of_kind(SOURCES),
    dataset(
        "municipalities",
        EXPORTS["municipalities"].columns,
        ("code",),
        {
            "municipality": ("code", Match.ONE_OF),
            "county": ("county_code", Match.ONE_OF),
            **same("eu_mission"),
        },
        of_record(MUNICIPALITIES),
    ),
    dataset(
        "sectors",
        EXPORTS["sectors"].columns,
        ("code",),
        {},
    ),
    of_kind(EXCHANGE_RATE, "currency", yearly=("sek_per_unit",)),
    of_kind(PRICE_INDEX),
    dataset(
        "duplicates",
        EXPORTS["duplicates"].columns,
        ("first_id", "second_id"),
        same("state"),
        OF_DUPLICATES,
    ),
    of_kind(ORGANISATION, "kind"),
    of_kind(ORGANISATION_KIND),
    of_kind(PROGRAMME),
    of_kind(CONTRACT),
    of_kind(INDICATOR),
    of_kind(EARLIER_CODE),
)

DATASETS: Mapping[str, Dataset] = {each.name: each for each in _LIST}
"""By the name that stands in addresses."""
