"""Frames of emissions grouped as boards show them: pure functions, no rule of their own.

A frame of emissions has the columns release, municipality, year, sector, tonnes and status
(`data_access.frames.emissions`).
"""

from collections.abc import Collection, Mapping

import pandas as pd

from progress.emissions.series import LEAST_SURE_LAST, Point

_SURENESS = {status.value: place for place, status in enumerate(LEAST_SURE_LAST)}


def of_release(frame: pd.DataFrame, release: str, municipality: str) -> pd.DataFrame:
    """The rows of one release and municipality: emissions are never read from two (RULES §1.3)."""
    return frame[(frame["release"] == release) & (frame["municipality"] == municipality)]


def by_sector(frame: pd.DataFrame) -> pd.DataFrame:
    """Tonnes with a row for each year and a column for each sector; NaN where nothing is known."""
    return frame.pivot_table(index="year", columns="sector", values="tonnes", aggfunc="sum")


def yearly(frame: pd.DataFrame, *, without: Collection[str] = ()) -> tuple[Point, ...]:
    """The sum of each year, as sure as its least sure part, without these sectors.

    With sectors left out, a year that is not divided into sectors has no point.
    """
    rows = frame
    if without:
        whole = rows.loc[rows["sector"] == "total", "year"].unique()
        rows = rows[~rows["sector"].isin(list(without)) & ~rows["year"].isin(whole)]
    if rows.empty:
        return ()
    sureness = rows["status"].map(_SURENESS)
    sums = (
        rows.assign(sureness=sureness)
        .groupby("year")
        .agg(tonnes=("tonnes", "sum"), sureness=("sureness", "max"))
    )
    return tuple(
        Point(int(year), float(tonnes), LEAST_SURE_LAST[int(place)])
        for year, tonnes, place in zip(sums.index, sums["tonnes"], sums["sureness"], strict=True)
    )


def statuses(frame: pd.DataFrame) -> dict[int, str]:
    """Year → the status of its least sure row."""
    least = frame["status"].map(_SURENESS).groupby(frame["year"]).max()
    return {
        int(year): LEAST_SURE_LAST[int(place)].value
        for year, place in zip(least.index.tolist(), least.tolist(), strict=True)
    }


def as_known(frame: pd.DataFrame, key: str, year: int | None) -> pd.DataFrame:
    """The newest row of each `key` among those that were known at the end of a year; of all rows
    where no year is given. The frame has a column `known_from`, and its newest rows last."""
    known = frame if year is None else frame[frame["known_from"] <= year]
    return known.drop_duplicates(key, keep="last")


def per_person(points: tuple[Point, ...], people: Mapping[int, int]) -> tuple[Point, ...]:
    """Tonnes per inhabitant of 31 December of each year (RULES §6); no point without people."""
    return tuple(
        Point(point.year, point.value / people[point.year], point.status)
        for point in points
        if people.get(point.year)
    )
