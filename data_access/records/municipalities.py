"""The fields of a municipality."""

from data_access.records.field import Field, Kind, Record, named
from data_access.records.shared import SOURCE_REF

MUNICIPALITY = Record(
    "municipalities",
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
            "year it joined the cities with a climate city contract; empty if it has not",
            headers=("Klimatkontrakt sedan",),
            needed=True,
        ),
        Field(
            "joined",
            Kind.TIME,
            "when it joined them, as exactly as is known",
            headers=("Gick med",),
        ),
        Field(
            "signed",
            Kind.TIME,
            "when it first signed a contract; empty where that is not known here",
            columns=("signed", "first_contract_date"),
            headers=("Skrev under",),
        ),
        named(
            SOURCE_REF,
            name="contract_ref",
            meaning="where it is told that it joined or signed",
            headers=("Källa",),
        ),
        Field(
            "contract_read",
            Kind.TIME,
            "day that this was read",
            headers=("Läst",),
        ),
        Field(
            "eu_mission",
            Kind.TRUTH,
            "whether it is a city of the EU's climate mission",
            needed=True,
            filled=True,
            headers=("EU-uppdraget",),
            sv="ja om staden är med i EU:s klimatuppdrag",
            en="true where the city takes part in the EU’s climate mission",
        ),
        Field("mission_label_date", Kind.TEXT, stored=False, headers=("Klimatmärkets dag",)),
    ),
    key=("code",),
    scope=("code",),
)
