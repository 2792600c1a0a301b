"""The fields of an indicator's value; the indicators themselves are defined in the store."""

from data_access.records.field import Field, Kind, Record
from data_access.records.shared import MUNICIPALITY, YEAR
from progress.emissions.series import Status

INDICATOR_VALUE = Record(
    "indicators",
    (
        Field(
            "indicator_id",
            Kind.INDICATOR,
            "id of the indicator",
            headers=("Indikator",),
            needed=True,
            filled=True,
        ),
        MUNICIPALITY,
        YEAR,
        Field(
            "value",
            Kind.NUMBER,
            "value",
            unit="unit of the row",
            headers=("Värde",),
            needed=True,
            filled=True,
        ),
        Field(
            "status",
            Kind.WORD,
            "how sure the figure is",
            words=tuple(Status),
            headers=("Status",),
            filled=True,
        ),
        # What a ratio was made of, where it is one.
        Field(
            "numerator",
            Kind.NUMBER,
            "what the value is worked out from, where it is known",
            headers=("Täljare",),
        ),
        Field(
            "denominator",
            Kind.NUMBER,
            "what it is divided by, where it is known",
            headers=("Nämnare",),
        ),
    ),
    key=("indicator_id", "municipality_code", "year"),
    scope=("indicator_id", "municipality_code", "year"),
)
