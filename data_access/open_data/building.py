"""How a dataset is put together: its columns, the choices that can be made, what may be added."""

from collections.abc import Mapping

from data_access.exports import EXPORTS
from data_access.open_data.columns import COLUMNS, of_record
from data_access.open_data.subjects import SUBJECTS
from data_access.questions.stored import TABLES
from data_access.records import LOCAL_SIGNATORY, Record
from progress.dataset import Column, Dataset, Filter, Match, Measure

PROVENANCE = ("publisher", "licence")
RELEASED = frozenset({*TABLES, LOCAL_SIGNATORY.kind})
"""The kinds whose rows each know their release."""

Filters = dict[str, tuple[str, Match]]
"""Parameter → the column that it is about, and how a value meets it."""

MUNICIPALITY = "municipality_code"
CITY: Filters = {"municipality": (MUNICIPALITY, Match.ONE_OF)}


def years(column: str = "year") -> Filters:
    """The year, or the first and the last of a span."""
    return {
        "year": (column, Match.ONE_OF),
        "year_from": (column, Match.FROM),
        "year_to": (column, Match.TO),
    }


def same(*names: str) -> Filters:
    """Parameters named after their columns."""
    return {name: (name, Match.ONE_OF) for name in names}


def dataset(
    name: str,
    fields: tuple[str, ...],
    key: tuple[str, ...],
    filters: Filters,
    own: Mapping[str, Column] | None = None,
    *,
    measures: tuple[Measure, ...] = (),
    no_sum: str = "rows overlap or are not of one kind",
    yearly: tuple[str, ...] = (),
) -> Dataset:
    """A dataset; `own` columns take the place of those that say something else elsewhere.

    `yearly` names the columns that differ between years, the figure first.
    """
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
        measures=measures,
        no_sum=no_sum,
        series=yearly[0] if yearly else "",
        yearly=("year", *yearly) if yearly else (),
    )


def of_kind(
    record: Record,
    *choices: str,
    key: tuple[str, ...] = (),
    own: Mapping[str, Column] | None = None,
    measures: tuple[Measure, ...] = (),
    yearly: tuple[str, ...] = (),
) -> Dataset:
    """The dataset of a kind of rows that needs no more than its record says.

    It is chosen from by municipality, year and release, where its rows have them, and by `choices`.
    """
    fields = EXPORTS[record.kind].columns
    if record.kind in RELEASED:
        fields = (*fields, "release", *PROVENANCE)
    filters = {
        **(CITY if MUNICIPALITY in fields else {}),
        **same(*choices, *(["release"] if "release" in fields else [])),
        **(years() if "year" in fields else {}),
    }
    return dataset(
        record.kind,
        fields,
        key or record.key,
        filters,
        of_record(record) | dict(own or {}),
        measures=measures,
        yearly=yearly,
    )
