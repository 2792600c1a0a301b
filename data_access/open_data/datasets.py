"""The datasets, described once: addresses, downloads and their documents are made from this."""

from collections.abc import Mapping

from data_access.exports import EXPORTS
from data_access.open_data.columns import (
    COLUMNS,
    OF_GOALS,
    OF_INDICATORS,
    OF_RELEASES,
    of_record,
)
from data_access.open_data.subjects import SUBJECTS
from data_access.records import COMMITMENT, EMISSION, EVENT, GOAL, GRANT, INVESTMENT_ACTION
from data_access.records import MUNICIPALITY as MUNICIPALITIES
from progress.dataset import Column, Dataset, Filter, Match

PROVENANCE = ("publisher", "licence")
SECTOR_FIELDS = ("code", "name_sv", "name_en")

MUNICIPALITY = "municipality_code"
CITY = {"municipality": (MUNICIPALITY, Match.ONE_OF)}
YEARS = {
    "year": ("year", Match.ONE_OF),
    "year_from": ("year", Match.FROM),
    "year_to": ("year", Match.TO),
}


def _same(*names: str) -> dict[str, tuple[str, Match]]:
    return {name: (name, Match.ONE_OF) for name in names}


def _dataset(
    name: str,
    titles: tuple[str, str],
    descriptions: tuple[str, str],
    fields: tuple[str, ...],
    key: tuple[str, ...],
    filters: Mapping[str, tuple[str, Match]],
    own: Mapping[str, Column] | None = None,
) -> Dataset:
    meanings = COLUMNS | dict(own or {})
    return Dataset(
        name,
        *titles,
        *descriptions,
        columns=tuple(meanings[field] for field in fields),
        key=key,
        filters=tuple(
            Filter(parameter, meanings[column], match)
            for parameter, (column, match) in filters.items()
        ),
        subject=SUBJECTS[name],
    )


_LIST: tuple[Dataset, ...] = (
    _dataset(
        "municipalities",
        ("Kommuner", "Municipalities"),
        (
            "Alla 290 kommuner med län och om de har klimatkontrakt.",
            "All 290 municipalities with their counties, and whether they have a contract.",
        ),
        EXPORTS["municipalities"].columns,
        ("code",),
        {
            "municipality": ("code", Match.ONE_OF),
            "county": ("county_code", Match.ONE_OF),
            **_same("eu_mission"),
        },
        of_record(MUNICIPALITIES),
    ),
    _dataset(
        "releases",
        ("Utgåvor", "Releases"),
        (
            "Varje inläst utgåva med utgivare, licens, fil, kontrollsumma och datum.",
            "Each loaded release with publisher, licence, file, checksum and dates.",
        ),
        EXPORTS["releases"].columns,
        ("label",),
        {"release": ("label", Match.ONE_OF), **_same("kind", "gas")},
        OF_RELEASES,
    ),
    _dataset(
        "sectors",
        ("Sektorer", "Sectors"),
        (
            "Koderna för utsläppsstatistikens sektorer.",
            "The codes of the emission statistics' sectors.",
        ),
        SECTOR_FIELDS,
        ("code",),
        {},
    ),
    _dataset(
        "emissions",
        ("Utsläpp", "Emissions"),
        (
            "Territoriella utsläpp per kommun, år och sektor, i varje utgåva för sig. "
            "Utgåvor och gaser ska inte läggas ihop.",
            "Territorial emissions by municipality, year and sector, in each release by itself. "
            "Releases and gases are not to be added together.",
        ),
        (*EXPORTS["emissions"].columns, "unit", *PROVENANCE),
        ("release", MUNICIPALITY, "year", "sector"),
        CITY | _same("release", "gas", "sector", "status") | YEARS,
        of_record(EMISSION),
    ),
    _dataset(
        "events",
        ("Händelser", "Events"),
        (
            "Vad som hände ett år och syns i utsläppen, med källa. Utan kommunkod gäller det "
            "hela landet.",
            "What happened in a year and shows in the emissions, with its source. Without a "
            "municipality code it holds everywhere.",
        ),
        (*EXPORTS["events"].columns, "release", *PROVENANCE),
        ("event_id",),
        CITY | _same("release", "way") | YEARS,
        of_record(EVENT),
    ),
    _dataset(
        "goals",
        ("Klimatmål", "Goals"),
        (
            "Städernas klimatmål som källorna anger dem.",
            "The cities' climate goals as their sources state them.",
        ),
        (*EXPORTS["goals"].columns, "release", "licence"),
        ("goal_id",),
        CITY | _same("kind", "scope", "gas", "status", "target_year", "release"),
        of_record(GOAL),
    ),
    _dataset(
        "verdicts",
        ("Bedömningar", "Verdicts"),
        (
            "Bedömningen av varje mål och av jämförelsemålet, med talen bakom. En vägledande "
            "bedömning på en närliggande serie är en egen rad. Takter är andelar om året och en "
            "minskning är positiv. Utan vald utgåva används den nyaste för målets gas.",
            "The verdict on each goal and on the yardstick, with the figures behind it. An "
            "indicative verdict on a near series is a row of its own. Rates are shares a year, and "
            "a fall is positive. Where no release is chosen, the newest one of the goal’s gas is "
            "used.",
        ),
        (*EXPORTS["verdicts"].columns, *PROVENANCE),
        (MUNICIPALITY, "goal_id", "basis"),
        {"release": ("release", Match.READ_ON)}
        | CITY
        | _same("goal_id", "basis", "kind", "gas", "attainment"),
        OF_GOALS,
    ),
    _dataset(
        "commitments",
        ("Åtaganden", "Commitments"),
        (
            "Vad parterna har åtagit sig, med senast kända läge.",
            "What the parties have promised, with the newest known status.",
        ),
        (*EXPORTS["commitments"].columns, "release", *PROVENANCE),
        ("commitment_id",),
        CITY | _same("party_kind", "status", "release"),
        of_record(COMMITMENT),
    ),
    _dataset(
        "indicators",
        ("Indikatorer", "Indicators"),
        (
            "Indikatorernas värden per kommun och år.",
            "The indicators' values by municipality and year.",
        ),
        (*EXPORTS["indicators"].columns, "name_en", "unit", "release", *PROVENANCE),
        ("indicator_id", MUNICIPALITY, "year"),
        {"indicator": ("indicator_id", Match.ONE_OF)} | CITY | _same("release") | YEARS,
        OF_INDICATORS,
    ),
    _dataset(
        "grants",
        ("Bidrag", "Grants"),
        (
            "Bidrag som deras källor publicerar dem. Samma pengar kan stå i flera rader.",
            "Grants as their sources publish them. The same money can stand in several rows.",
        ),
        (*EXPORTS["grants"].columns, "release", *PROVENANCE),
        ("grant_id",),
        {
            "municipality": ("places", Match.IN_LIST),
            **_same("funder", "level", "amount_kind", "currency", "release"),
            "year": ("decision_year", Match.ONE_OF),
            "year_from": ("decision_year", Match.FROM),
            "year_to": ("decision_year", Match.TO),
        },
        of_record(GRANT),
    ),
    _dataset(
        "investment-actions",
        ("Åtgärder i investeringsplaner", "Investment actions"),
        (
            "Rader i städernas investeringsplaner med kostnad och verkan som de publicerats.",
            "Rows of the cities' investment plans with costs and effects as published.",
        ),
        (*EXPORTS["investment-actions"].columns, "release", *PROVENANCE),
        (MUNICIPALITY, "action_id"),
        CITY | _same("row_level", "sector", "release"),
        of_record(INVESTMENT_ACTION),
    ),
)

DATASETS: Mapping[str, Dataset] = {dataset.name: dataset for dataset in _LIST}
"""By the name that stands in addresses."""
