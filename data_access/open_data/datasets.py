"""The datasets, described once: addresses, downloads and their documents are made from this."""

from collections.abc import Mapping

from data_access.exports import EXPORTS
from data_access.open_data.columns import (
    COLUMNS,
    OF_CORRECTIONS,
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
    fields: tuple[str, ...],
    key: tuple[str, ...],
    filters: Mapping[str, tuple[str, Match]],
    own: Mapping[str, Column] | None = None,
) -> Dataset:
    meanings = COLUMNS | dict(own or {})
    return Dataset(
        name,
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
        EXPORTS["releases"].columns,
        ("label",),
        {"release": ("label", Match.ONE_OF), **_same("kind", "gas")},
        OF_RELEASES,
    ),
    _dataset(
        "corrections",
        EXPORTS["corrections"].columns,
        ("correction_id",),
        CITY | _same("action", "kind", "key"),
        OF_CORRECTIONS,
    ),
    _dataset(
        "sectors",
        SECTOR_FIELDS,
        ("code",),
        {},
    ),
    _dataset(
        "emissions",
        (*EXPORTS["emissions"].columns, "unit", *PROVENANCE),
        ("release", MUNICIPALITY, "year", "sector"),
        CITY | _same("release", "gas", "sector", "status") | YEARS,
        of_record(EMISSION),
    ),
    _dataset(
        "events",
        (*EXPORTS["events"].columns, "release", *PROVENANCE),
        ("event_id",),
        CITY | _same("release", "way") | YEARS,
        of_record(EVENT),
    ),
    _dataset(
        "goals",
        (*EXPORTS["goals"].columns, "release", "licence"),
        ("goal_id",),
        CITY | _same("kind", "scope", "gas", "status", "target_year", "release"),
        of_record(GOAL),
    ),
    _dataset(
        "verdicts",
        (*EXPORTS["verdicts"].columns, *PROVENANCE),
        (MUNICIPALITY, "goal_id", "basis"),
        {"release": ("release", Match.READ_ON)}
        | CITY
        | _same("goal_id", "basis", "kind", "gas", "attainment"),
        OF_GOALS,
    ),
    _dataset(
        "commitments",
        (*EXPORTS["commitments"].columns, "release", *PROVENANCE),
        ("commitment_id",),
        CITY | _same("party_kind", "status", "release"),
        of_record(COMMITMENT),
    ),
    _dataset(
        "indicators",
        (*EXPORTS["indicators"].columns, "name_en", "unit", "release", *PROVENANCE),
        ("indicator_id", MUNICIPALITY, "year"),
        {"indicator": ("indicator_id", Match.ONE_OF)} | CITY | _same("release") | YEARS,
        OF_INDICATORS,
    ),
    _dataset(
        "grants",
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
        (*EXPORTS["investment-actions"].columns, "release", *PROVENANCE),
        (MUNICIPALITY, "action_id"),
        CITY | _same("row_level", "sector", "release"),
        of_record(INVESTMENT_ACTION),
    ),
)

DATASETS: Mapping[str, Dataset] = {dataset.name: dataset for dataset in _LIST}
"""By the name that stands in addresses."""
