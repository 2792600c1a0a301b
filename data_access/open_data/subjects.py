"""What catalogues of data are told of each dataset: themes, keywords, the releases it rests on."""

from collections.abc import Mapping

from data_access.records import RELEASE_KINDS
from progress.dataset import Subject

ENVIRONMENT, REGIONS, GOVERNMENT, ECONOMY = "ENVI", "REGI", "GOVE", "ECON"
"""Codes of the EU's list of data themes."""

CLIMATE = "climate"
CITIES = "municipalities"
EMISSIONS = "greenhouse_gas_emissions"
CONTRACT = "climate_city_contract"

SUBJECTS: Mapping[str, Subject] = {
    "municipalities": Subject((REGIONS,), (CITIES, "counties", CONTRACT), ("municipalities",)),
    "releases": Subject(
        (ENVIRONMENT,),
        (CLIMATE, "data_sources", "checksums"),
        RELEASE_KINDS,
    ),
    "corrections": Subject((GOVERNMENT,), (CLIMATE, "corrections", "changes")),
    "sectors": Subject((ENVIRONMENT,), (EMISSIONS, "sectors")),
    "emissions": Subject(
        (ENVIRONMENT, REGIONS),
        (EMISSIONS, "carbon_dioxide", CITIES),
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
    ),
    "commitments": Subject((ENVIRONMENT, GOVERNMENT), ("commitments", CONTRACT), ("commitments",)),
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
}
"""By the dataset's name. The sectors' codes are our own and rest on no release."""
