"""Fills an empty store with the seed data, through the same checks as any import."""

import csv
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, select

from data_access import clock
from data_access.clock import day_of
from data_access.derived.verdicts import refresh_verdicts
from data_access.imports import statuses
from data_access.imports.draft import ImportRefused, Options, Problems, StoreFacts
from data_access.imports.inserting import insert_rows
from data_access.imports.known import store_facts
from data_access.imports.pledges import statuses_held
from data_access.imports.reference import put_reference
from data_access.imports.running import run_in
from data_access.records import (
    CONTRACT,
    EARLIER_CODE,
    INDICATOR,
    ORGANISATION,
    ORGANISATION_KIND,
    PROGRAMME,
    SOURCES,
)
from data_access.releases import record_change
from data_access.tables import (
    county,
    emission_subsector,
    municipality,
    municipality_spelling,
    national_emission,
    release,
    sector,
)
from progress.emissions.sectors import SECTORS
from progress.emissions.series import TOTAL, Gas, Scope, Status
from progress.i18n import say

SEED_FOLDER = Path(__file__).parent.parent.parent / "seed_data"

FIRST_KIND = "municipalities"
"""Everything else is checked against the municipalities."""


def seed(engine: Engine, *, folder: Path = SEED_FOLDER) -> dict[str, int]:
    """Fills the store in one transaction; rows by table or kind.

    Raises ImportRefused where the store holds municipalities already.
    """
    now = clock.now()
    releases = sorted(rows_of(folder / "releases.csv"), key=lambda row: row["kind"] != FIRST_KIND)
    with engine.begin() as conn:
        if conn.scalar(select(municipality.c.code).limit(1)) is not None:
            raise ImportRefused(say("import.store_is_filled_already"))
        written = put_ground(conn, folder)
        for row in releases:
            kind = row["kind"]
            result = run_in(conn, kind, [folder / row["file"]], options_of(row, day_of(now)), now)
            written[kind] = written.get(kind, 0) + result.rows
            if kind == FIRST_KIND:
                written |= put_definitions(conn, folder)
        written["national_emission"] = put_nation(conn, folder)
        written["emission_subsector"] = put_subsectors(conn, folder)
        written["statuses"] = put_statuses(conn, folder, now)
        written["verdict"] = refresh_verdicts(conn, day_of(now).year)
        record_change(conn, "seed", now=now)
    return written


def options_of(row: dict[str, str], today: date) -> Options:
    """What `releases.csv` says of a release."""
    return Options(
        release=row["label"],
        gas=Gas(row["gas"]) if row["gas"] else None,
        scope=Scope(row["scope"]) if row["scope"] else None,
        source_id=row["source_id"],
        title=row["title"],
        edition=int(row["edition"]) if row["edition"] else None,
        released=date.fromisoformat(row["released"]) if row["released"] else None,
        today=today,
    )


def put_ground(conn: Connection, folder: Path) -> dict[str, int]:
    """Sectors, sources, kinds of organisation and counties: what every other row refers to."""
    sectors = [{"sector_id": number, "code": code} for number, code in enumerate((TOTAL, *SECTORS))]
    counties = [
        {"code": row["county_code"], "name": row["name"]}
        for row in rows_of(folder / "counties.csv")
    ]
    return {
        "sector": insert_rows(conn, sector, sectors),
        "source": put_reference(conn, SOURCES.kind, folder / "sources.csv", StoreFacts()),
        "organisation_kind": put_reference(
            conn, ORGANISATION_KIND.kind, folder / "organisation_kinds.csv", StoreFacts()
        ),
        "county": insert_rows(conn, county, counties),
    }


def put_definitions(conn: Connection, folder: Path) -> dict[str, int]:
    """Spellings, organisations, programmes, contracts, indicators, earlier codes."""
    codes = {row.name: row.code for row in conn.execute(select(municipality))}
    spellings = [
        {"spelling": row["spelling"], "municipality_code": codes[row["name"]]}
        for row in rows_of(folder / "own" / "municipality_spellings.csv")
    ]
    facts = store_facts(conn, date.max)
    files = {
        "organisation": ORGANISATION,
        "programme": PROGRAMME,
        "contract": CONTRACT,
        "indicator": INDICATOR,
        "earlier_code": EARLIER_CODE,
    }
    written = {
        name: put_reference(conn, record.kind, folder / f"{name}s.csv", facts)
        for name, record in files.items()
    }
    return {
        "municipality_spelling": insert_rows(conn, municipality_spelling, spellings),
        **written,
    }


def put_statuses(conn: Connection, folder: Path, now: datetime) -> int:
    """What has come of promises, as public pages tell it.

    Raises ImportProblems.
    """
    files, problems = [folder / "statuses.csv"], Problems()
    rows = statuses.check(files, statuses.known(conn), statuses_held(conn), day_of(now), problems)
    problems.raise_if_any()
    statuses.write(conn, rows, statuses.batch_of(files, now))
    return len(rows)


def put_nation(conn: Connection, folder: Path) -> int:
    """The nation's own figures of the releases that have them."""
    releases = {row.label: row.release_id for row in conn.execute(select(release))}
    sectors = {row.code: row.sector_id for row in conn.execute(select(sector))}
    rows = [
        {
            "release_id": releases[row["release"]],
            "year": int(row["year"]),
            "sector_id": sectors[row["sector"]],
            "tonnes": float(row["tonnes"]),
            "status": Status.FINAL,
        }
        for row in rows_of(folder / "national_emissions.csv")
    ]
    return insert_rows(conn, national_emission, rows)


def put_subsectors(conn: Connection, folder: Path) -> int:
    """What the sectors are made of, in the releases that say so: a file each, named after it."""
    releases = {row.label: row.release_id for row in conn.execute(select(release))}
    sectors = {row.code: row.sector_id for row in conn.execute(select(sector))}
    rows = [
        {
            "release_id": releases[path.stem],
            "municipality_code": row["municipality_code"],
            "sector_id": sectors[row["sector"]],
            "name": row["subsector"],
            "tonnes": {column: float(cell) for column, cell in row.items() if column.isdigit()},
        }
        for path in sorted((folder / "subsectors").glob("*.csv"))
        for row in rows_of(path)
    ]
    return insert_rows(conn, emission_subsector, rows)


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a seed file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
