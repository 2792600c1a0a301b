"""The fields of a municipality's inhabitants on 31 December."""

from data_access.records.field import Field, Kind, Record
from data_access.records.shared import MUNICIPALITY, YEAR

POPULATION = Record(
    "population",
    (
        MUNICIPALITY,
        YEAR,
        Field(
            "inhabitants",
            Kind.COUNT,
            "inhabitants on 31 December",
            unit="inhabitants",
            columns=("persons",),
            headers=("Invånare", "Folkmängd"),
            needed=True,
            filled=True,
        ),
        Field("municipality", Kind.TEXT, stored=False),
    ),
    key=("municipality_code", "year"),
    scope=("municipality_code", "year"),
)
