"""The figures that come with the product, read straight from its files and added up anew."""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

SEED = Path(__file__).parents[1] / "seed_data"


def lines(name: str) -> Iterator[dict[str, str]]:
    """The rows of a file."""
    with (SEED / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@cache
def sectors(release: str) -> Mapping[tuple[str, int, str], float]:
    """(Municipality's code, year, sector) → tonnes in a release of emissions."""
    return {
        (row["municipality_code"], int(row["year"]), row["sector"]): float(row["tonnes"])
        for row in lines(f"emissions/{release}.csv")
    }


@cache
def totals(release: str) -> Mapping[tuple[str, int], float]:
    """(Municipality's code, year) → the sum of its sectors' tonnes."""
    result: dict[tuple[str, int], float] = defaultdict(float)
    for (code, year, _), tonnes in sectors(release).items():
        result[code, year] += tonnes
    return result


@cache
def inhabitants() -> Mapping[tuple[str, int], int]:
    """(Municipality's code, year) → persons on 31 December."""
    return {
        (row["municipality_code"], int(row["year"])): int(row["persons"])
        for row in lines("population.csv")
    }


@cache
def per_person(release: str, year: int) -> Mapping[str, float]:
    """Code → tonnes per person of a year, for every municipality."""
    return {
        code: tonnes / inhabitants()[code, year]
        for (code, of), tonnes in totals(release).items()
        if of == year
    }


@cache
def contract_cities() -> Mapping[str, str]:
    """Code → name of the cities with a climate city contract."""
    return {
        row["municipality_code"]: row["name"]
        for row in lines("municipalities.csv")
        if row["contract_since"]
    }


@cache
def municipalities() -> Mapping[str, str]:
    """Code → name of all of them."""
    return {row["municipality_code"]: row["name"] for row in lines("municipalities.csv")}


@cache
def reported(release: str, without: str) -> Mapping[tuple[str, int], float]:
    """(Municipality's code, year) → the tonnes of all sectors but one."""
    result: dict[tuple[str, int], float] = defaultdict(float)
    for (code, year, sector), tonnes in sectors(release).items():
        if sector != without:
            result[code, year] += tonnes
    return result
