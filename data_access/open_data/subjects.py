"""What catalogues of data are told of each dataset: themes, keywords, the releases it rests on."""

from collections.abc import Mapping

from data_access.records import RELEASE_KINDS
from progress.dataset import Subject
from progress.emissions.series import Gas

ENVIRONMENT, REGIONS, GOVERNMENT, ECONOMY = "ENVI", "REGI", "GOVE", "ECON"
"""Codes of the EU's list of data themes."""

CLIMATE = "climate"
CITIES = "municipalities"
EMISSIONS = "greenhouse_gas_emissions"
CONTRACT = "climate_city_contract"


def _emissions(gas: Gas) -> Subject:
    keywords = (EMISSIONS, "carbon_dioxide", CITIES)
    return Subject((ENVIRONMENT, REGIONS), keywords, ("emissions",), yearly=True, gas=gas)


SUBJECTS: Mapping[str, Subject] = {
    "municipalities": Subject((REGIONS,), (CITIES, "counties", CONTRACT), ("municipalities",)),
    "releases": Subject(
        (ENVIRONMENT,),
        (CLIMATE, "data_sources", "checksums"),
        RELEASE_KINDS,
        own_work=True,
    ),
    "corrections": Subject((GOVERNMENT,), (CLIMATE, "corrections", "changes"), own_work=True),
    "changes": Subject((ENVIRONMENT,), (CLIMATE, "changes", CITIES), own_work=True),
    "sectors": Subject((ENVIRONMENT,), (EMISSIONS, "sectors"), own_work=True),
    "emissions": _emissions(Gas.CO2E),
    "emissions-co2": _emissions(Gas.CO2),
    "emission-totals": _emissions(Gas.CO2E),
    "emission-subsectors": Subject(
        (ENVIRONMENT,),
        (EMISSIONS, "carbon_dioxide", CITIES, "sectors"),
        ("emissions",),
        yearly=True,
    ),
    "events": Subject(
        (ENVIRONMENT, GOVERNMENT),
        ("events", EMISSIONS, CITIES),
        ("events",),
        yearly=True,
    ),
    "goals": Subject(
        (ENVIRONMENT, GOVERNMENT),
        ("climate_goals", "carbon_budget", CONTRACT),
        ("goals",),
    ),
    "verdicts": Subject(
        (ENVIRONMENT, GOVERNMENT),
        ("goal_attainment", "climate_goals", CITIES),
        ("emissions", "goals", "own-series", "population"),
        yearly=True,
        own_work=True,
    ),
    **dict.fromkeys(
        ("verdict-estimates", "verdict-assumptions", "verdict-budgets"),
        Subject((ENVIRONMENT,), ("goal_attainment", "climate_goals", CITIES), own_work=True),
    ),
    "grant-places": Subject((ECONOMY,), ("grants", CITIES), ("grants",)),
    "commitments": Subject((ENVIRONMENT, GOVERNMENT), ("commitments", CONTRACT), ("commitments",)),
    "meetings": Subject((GOVERNMENT,), ("meetings", CITIES), ("meetings",)),
    "decisions": Subject((GOVERNMENT, ENVIRONMENT), ("decisions", CITIES), ("decisions",)),
    "contract-roles": Subject((GOVERNMENT,), (CONTRACT, CITIES), ("contract-roles",)),
    "obstacles": Subject((GOVERNMENT, ENVIRONMENT), (CONTRACT, CITIES), ("obstacles",)),
    "contract-documents": Subject((GOVERNMENT,), (CONTRACT,), ("contract-documents",)),
    "account-comments": Subject(
        (GOVERNMENT, ENVIRONMENT), (CLIMATE, CITIES), ("account-comments",), yearly=True
    ),
    "national-figures": Subject((ENVIRONMENT,), (EMISSIONS,), ("national-figures",), yearly=True),
    "indicators": Subject(
        (ENVIRONMENT, REGIONS),
        ("indicators", CLIMATE, CITIES),
        ("indicators",),
        yearly=True,
    ),
    "grants": Subject(
        (ECONOMY, ENVIRONMENT),
        ("grants", "climate_finance"),
        ("grants",),
    ),
    "investment-actions": Subject(
        (ECONOMY, ENVIRONMENT),
        ("climate_investment_plan", "actions"),
        ("investment-actions",),
    ),
    "emission-gaps": Subject(
        (ENVIRONMENT,), (EMISSIONS, "climate_goals", CITIES), ("emission-gaps",)
    ),
    "population": Subject((REGIONS,), (CITIES,), ("population",), yearly=True),
    "activities": Subject((GOVERNMENT,), ("commitments", CONTRACT), ("activities",)),
    "work-packages": Subject((GOVERNMENT,), ("commitments", CONTRACT), ("work-packages",)),
    "statuses": Subject((GOVERNMENT,), ("commitments", CONTRACT)),
    "local-contracts": Subject((GOVERNMENT,), (CLIMATE, CONTRACT), ("local-contracts",)),
    "local-signatories": Subject((GOVERNMENT,), (CLIMATE, CONTRACT), ("local-signatories",)),
    "own-series": Subject((ENVIRONMENT,), (EMISSIONS, CITIES), ("own-series",), yearly=True),
    "stocks": Subject((ECONOMY,), ("climate_finance", CITIES), ("stocks",)),
    "exchange-rates": Subject((ECONOMY,), ("climate_finance",), ("exchange-rates",), yearly=True),
    "price-index": Subject((ECONOMY,), ("climate_finance",), ("price-index",), yearly=True),
    "duplicates": Subject((ECONOMY,), ("grants", "climate_finance"), ("grants",), own_work=True),
    "organisations": Subject((ECONOMY,), ("grants", "climate_finance"), ("organisations",)),
    "organisation-kinds": Subject((GOVERNMENT,), (CONTRACT,), ("organisation-kinds",)),
    "programmes": Subject((ECONOMY,), ("grants", "climate_finance"), ("programmes",)),
    "contracts": Subject((GOVERNMENT,), (CONTRACT, CITIES), ("contracts",)),
    "indicator-definitions": Subject(
        (ENVIRONMENT,), ("indicators", CLIMATE), ("indicator-definitions",)
    ),
    "earlier-codes": Subject((REGIONS,), (CITIES,), ("earlier-codes",)),
    "sources": Subject((ENVIRONMENT,), (CLIMATE, "data_sources"), ("sources",), own_work=True),
}
"""By the dataset's name. The sectors' codes are our own and rest on no release."""
