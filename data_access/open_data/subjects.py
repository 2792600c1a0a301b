"""What catalogues of data are told of each dataset: themes, keywords, the releases it rests on."""

from collections.abc import Mapping

from data_access.records import RELEASE_KINDS
from progress.dataset import Subject

ENVIRONMENT, REGIONS, GOVERNMENT, ECONOMY = "ENVI", "REGI", "GOVE", "ECON"
"""Codes of the EU's list of data themes."""

CLIMATE = ("klimat", "climate")
CITIES = ("kommuner", "municipalities")
EMISSIONS = ("växthusgasutsläpp", "greenhouse gas emissions")
CONTRACT = ("klimatkontrakt", "climate city contract")

SUBJECTS: Mapping[str, Subject] = {
    "municipalities": Subject(
        (REGIONS,), (CITIES, ("län", "counties"), CONTRACT), ("municipalities",)
    ),
    "releases": Subject(
        (ENVIRONMENT,),
        (CLIMATE, ("datakällor", "data sources"), ("kontrollsummor", "checksums")),
        RELEASE_KINDS,
    ),
    "sectors": Subject((ENVIRONMENT,), (EMISSIONS, ("sektorer", "sectors"))),
    "emissions": Subject(
        (ENVIRONMENT, REGIONS),
        (EMISSIONS, ("koldioxid", "carbon dioxide"), CITIES),
        ("emissions",),
        yearly=True,
    ),
    "events": Subject(
        (ENVIRONMENT, GOVERNMENT),
        (("händelser", "events"), EMISSIONS, CITIES),
        ("events",),
        yearly=True,
    ),
    "goals": Subject(
        (ENVIRONMENT, GOVERNMENT),
        (("klimatmål", "climate goals"), ("koldioxidbudget", "carbon budget"), CONTRACT),
        ("goals",),
    ),
    "verdicts": Subject(
        (ENVIRONMENT, GOVERNMENT),
        (("måluppfyllelse", "goal attainment"), ("klimatmål", "climate goals"), CITIES),
        ("emissions", "goals", "own-series", "population"),
        yearly=True,
    ),
    "commitments": Subject(
        (ENVIRONMENT, GOVERNMENT), (("åtaganden", "commitments"), CONTRACT), ("commitments",)
    ),
    "indicators": Subject(
        (ENVIRONMENT, REGIONS),
        (("indikatorer", "indicators"), CLIMATE, CITIES),
        ("indicators",),
        yearly=True,
    ),
    "grants": Subject(
        (ECONOMY, ENVIRONMENT),
        (("bidrag", "grants"), ("klimatfinansiering", "climate finance")),
        ("grants",),
    ),
    "investment-actions": Subject(
        (ECONOMY, ENVIRONMENT),
        (("klimatinvesteringsplan", "climate investment plan"), ("åtgärder", "actions")),
        ("investment-actions",),
    ),
}
"""By the dataset's name. The sectors' codes are our own and rest on no release."""
