"""The fields of a municipality."""

from data_access.records.field import Field, Kind, Record

MUNICIPALITY = Record(
    "municipalities",
    "each municipality",
    (
        Field(
            "code",
            Kind.TEXT,
            "code of the row",
            columns=("municipality_code",),
            headers=("Kommunkod",),
            needed=True,
            filled=True,
        ),
        Field("name", Kind.TEXT, "name", headers=("Namn", "Kommun"), needed=True, filled=True),
        Field(
            "slug",
            Kind.TEXT,
            "the municipality's name in the addresses of its pages",
            filled=True,
            read=False,
            compared=False,
        ),
        Field(
            "county_code",
            Kind.COUNTY,
            "code of the county, two digits",
            headers=("Länskod",),
            needed=True,
            filled=True,
        ),
        Field(
            "county_name",
            Kind.TEXT,
            "name of the county",
            read=False,
            stored=False,
            open=True,
            compared=False,
        ),
        Field(
            "contract_since",
            Kind.YEAR,
            "year it signed a climate city contract; empty if it has not",
            headers=("Klimatkontrakt sedan",),
            needed=True,
        ),
        Field(
            "eu_mission",
            Kind.TRUTH,
            "whether it is a city of the EU's climate mission",
            needed=True,
            filled=True,
        ),
        Field("first_contract_date", Kind.TEXT, stored=False),
        Field("mission_label_date", Kind.TEXT, stored=False),
    ),
    key=("code",),
    scope=("code",),
)
