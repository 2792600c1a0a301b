"""Figures of two municipalities that merged, as those of one: added up where that can be done.

Rows stand under what of their keys is not the municipality's code. What only one of the two has is
no figure of the whole, and is left out, unless it is of the borders of today.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from progress.emissions.series import STATUSES, least_sure

Row = Mapping[Any, Any]
Key = tuple[Any, ...]
Rows = Mapping[Key, Row]


@dataclass(frozen=True, slots=True)
class Releases:
    """Ids of releases: a city's own series, those in tonnes, those in the borders of today."""

    own: frozenset[int]
    in_tonnes: frozenset[int]
    of_today: frozenset[int]


def added_emissions(mine: Rows, theirs: Rows, releases: Releases) -> dict[Key, Row]:
    """Within each release and year that both have, in tonnes: editions are not mixed, and a share a
    head is no sum. A release of a city's own stays as it is."""
    ours, others = (
        {(row["release_id"], row["year"]) for row in each.values()} for each in (mine, theirs)
    )
    result = {
        key: row
        for key, row in (*mine.items(), *theirs.items())
        if row["release_id"] in releases.own
        or (row["release_id"] in releases.of_today and (row["release_id"], row["year"]) not in ours)
    }
    for key in mine.keys() | theirs.keys():
        rows = [row for row in (mine.get(key), theirs.get(key)) if row is not None]
        release_id, year = rows[0]["release_id"], rows[0]["year"]
        added = release_id in releases.in_tonnes and release_id not in releases.own
        if added and (release_id, year) in ours & others:
            status = least_sure({STATUSES[row["status"]] for row in rows}).value
            result[key] = {**rows[0], "tonnes": _sum(rows, "tonnes"), "status": status}
    return result


def added_subsectors(mine: Rows, theirs: Rows, releases: Releases) -> dict[Key, Row]:
    """What sectors are made of, tonnes by year: within each release that both have. A part that is
    not told of one of them is nothing there."""
    ours, others = ({row["release_id"] for row in each.values()} for each in (mine, theirs))
    alone = releases.of_today - ours
    result = {key: row for key, row in theirs.items() if row["release_id"] in alone}
    for key in mine.keys() | theirs.keys():
        rows = [row for row in (mine.get(key), theirs.get(key)) if row is not None]
        if rows[0]["release_id"] in ours & others:
            years = sorted({year for row in rows for year in row["tonnes"]})
            tonnes = {year: sum(row["tonnes"].get(year, 0.0) for row in rows) for year in years}
            result[key] = {**rows[0], "tonnes": tonnes}
    return result


def added_inhabitants(mine: Rows, theirs: Rows, first_year: int) -> dict[Key, Row]:
    """By year: a release that renews one of the two is added to what is known of the other. From
    `first_year` on the figure of one is that of the whole."""

    def other(rows: Rows, row: Row) -> Row | None:
        of_year = sorted(
            (each for each in rows.values() if each["year"] == row["year"]),
            key=lambda each: (each["release_id"] > row["release_id"], -each["release_id"]),
        )
        return of_year[0] if of_year else None

    result: dict[Key, Row] = {}
    for rows, others in ((mine, theirs), (theirs, mine)):
        for key, row in rows.items():
            partner = other(others, row)
            if partner is not None:
                result[key] = {**row, "inhabitants": _sum((row, partner), "inhabitants")}
            elif rows is theirs and row["year"] >= first_year:
                result[key] = row
    return result


def _sum(rows: Iterable[Row], name: str) -> Any:
    return sum(row[name] for row in rows)
