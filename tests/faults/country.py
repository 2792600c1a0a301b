"""A made-up store with verdicts, a file to import into it, and a word for all that it holds."""

import csv
import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, select

from data_access import imports
from data_access.engine import open_store
from data_access.tables import metadata, release
from progress.emissions.sectors import SECTORS
from tests.data_access.made_up import fill
from tests.stores import new_store, with_verdicts

RELEASE = "prov-co2e-2027"
CODES = ("9001", "9002", "9101")
YEARS = range(1990, 2025)
GIVEN_BY_ENGINE = ("change_id",)
NOW = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)


def make(url: str) -> str:
    """A store of the made-up country; gives its address back."""
    return new_store(url, fill, with_verdicts)


def new_emissions(path: Path) -> Path:
    """A file with a newer release of emissions than the country has, of all its municipalities."""
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(("municipality_code", "year", "sector", "tonnes", "status"))
        for place, code in enumerate(CODES):
            for year in YEARS:
                for number, sector in enumerate(SECTORS):
                    tonnes = 1000 * (place + 1) + 10 * number - (year - 1990)
                    writer.writerow((code, year, sector, tonnes, "final"))
    return path


def load(engine: Engine, file: Path) -> None:
    """Import the file, always at the same moment, so that the outcome is always the same."""
    imports.run(
        "emissions",
        [file],
        engine,
        release=RELEASE,
        gas="co2e",
        edition=2026,
        now=NOW,
        confirmed=True,
    )


def held(url: str) -> str:
    """A word for every row of every table: two stores with the same word hold the same."""
    engine = open_store(url)
    with engine.connect() as conn:
        word = held_by(conn)
    engine.dispose()
    return word


def held_by(conn: Connection) -> str:
    """As `held`. Numbers that the engine gives do not count: PostgreSQL leaves gaps in them."""
    labels = {row.release_id: row.label for row in conn.execute(select(release))}
    digest = hashlib.sha256()
    for table in metadata.sorted_tables:
        rows = sorted(
            json.dumps(
                [
                    labels.get(value, "") if name.endswith("release_id") else str(value)
                    for name, value in row.items()
                    if name not in GIVEN_BY_ENGINE
                ]
            )
            for row in conn.execute(select(table)).mappings()
        )
        digest.update(f"{table.name} {len(rows)}\n{''.join(rows)}".encode())
    return digest.hexdigest()
