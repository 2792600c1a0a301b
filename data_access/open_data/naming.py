"""The names that codes stand for, added to rows where they are asked for."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from data_access.open_data.rows import EMISSIONS
from progress.dataset import Column, Dataset, Kind
from progress.phrases.words import sector_word

Row = Mapping[str, Any]

_MUNICIPALITY = Column("municipality_name", Kind.TEXT, "name of the municipality")
_SECTORS = (
    Column("sector_sv", Kind.TEXT, "name of the sector in Swedish"),
    Column("sector_en", Kind.TEXT, "name of the sector in English"),
)


def added_names(dataset: Dataset) -> tuple[tuple[Column, str], ...]:
    """The columns that can be added, each with the column whose codes it names."""
    result = []
    if "municipality_code" in dataset.fields:
        result.append((_MUNICIPALITY, "municipality_code"))
    if dataset.name in EMISSIONS:
        result += [(column, "sector") for column in _SECTORS]
    return tuple(result)


def with_names(rows: Iterable[Row], municipalities: Iterable[Row]) -> Iterator[Row]:
    """The rows with the names of what they have codes of; None where a code is unknown."""
    names = {row["code"]: row["name"] for row in municipalities}
    for row in rows:
        added = {_MUNICIPALITY.name: names.get(row.get("municipality_code"))}
        if sector := row.get("sector"):
            added |= {f"sector_{lang}": sector_word(sector, lang) for lang in ("sv", "en")}
        yield {**row, **added}
