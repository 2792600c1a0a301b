"""Which sources of grants are loaded and for which years: what absence is read against."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from progress.records import Grant


@dataclass(frozen=True, slots=True)
class LoadedSource:
    """A source's rows in the store. Years are those of decisions, else starts; None where no row
    has a year.
    """

    source_id: str
    rows: int
    first_year: int | None
    last_year: int | None


def loaded_sources(grants: Iterable[Grant]) -> tuple[LoadedSource, ...]:
    """The sources of the grants, the largest first."""
    rows: dict[str, int] = defaultdict(int)
    years: dict[str, list[int]] = defaultdict(list)
    for grant in grants:
        rows[grant.source_id] += 1
        if grant.year is not None:
            years[grant.source_id].append(grant.year)
    result = [
        LoadedSource(
            source,
            count,
            min(years[source], default=None),
            max(years[source], default=None),
        )
        for source, count in rows.items()
    ]
    return tuple(sorted(result, key=lambda source: (-source.rows, source.source_id)))
