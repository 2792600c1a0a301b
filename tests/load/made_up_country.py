"""A made-up country of any size, written into PostgreSQL by itself: nothing in it is real.

Codes are 0000 and up; every municipality has values for every year and sector in every release.
"""

from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, insert, select, text

from data_access import migrations
from data_access.derived.verdict_json import to_payload
from data_access.releases import NewRelease, record_release
from data_access.tables import county, municipality, sector, source, verdict
from progress.emissions.sectors import SECTORS
from progress.emissions.series import TOTAL, Gas, Point, Scope, Series, Status, Unit
from progress.goals.verdict import assess
from progress.goals.yardstick import yardstick_goal

YEARS = range(1990, 2025)
SECTOR_NUMBER, RELEASES = 60, 5
CONTRACT_CITIES = 23
NOW = datetime(2026, 11, 1, tzinfo=UTC)

EMISSIONS = """
INSERT INTO emission (release_id, municipality_code, year, sector_id, tonnes, status)
SELECT :release, m.code, CAST(:first AS int) + cell / :sectors, 1 + cell % :sectors,
       1013 + 13 * (cell % :sectors) + m.own - 7 * (cell / :sectors) + :release, 'final'
FROM (SELECT code, code::int % 97 AS own FROM municipality ORDER BY code) m
CROSS JOIN LATERAL generate_series(m.own * 0, :years * :sectors - 1) cell
"""
"""In the order of its key without sorting: each municipality's cells hang on the municipality."""

TOTALS = """
INSERT INTO emission_total (release_id, municipality_code, year, tonnes, status)
SELECT release_id, municipality_code, year, sum(tonnes), 'final'
FROM emission GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
"""
"""As an import writes them, but added up by PostgreSQL, which is faster."""


def make(engine: Engine, municipalities: int, releases: int = RELEASES) -> int:
    """Makes the tables and fills them; gives the number of values. The engine writes PostgreSQL."""
    migrations.upgrade(engine)
    with engine.begin() as conn:
        _places(conn, municipalities)
        _population(conn)
    with engine.begin() as conn:
        number = _emissions(conn, releases)
        _verdicts(conn)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as conn:
        conn.execute(text("VACUUM ANALYZE"))
    return number


def _emissions(conn: Connection, releases: int) -> int:
    """Values and totals, their number; nothing is logged of a table emptied in the same breath."""
    conn.execute(text("TRUNCATE emission, emission_total"))
    # Checking each row against its parents and its key would take most of the time.
    keys = conn.execute(
        text(
            "SELECT conname, pg_get_constraintdef(oid) AS said, contype = 'p' AS is_own"
            " FROM pg_constraint WHERE conrelid = 'emission'::regclass AND contype IN ('f', 'p')"
        )
    ).all()
    for key in keys:
        conn.execute(text(f"ALTER TABLE emission DROP CONSTRAINT {key.conname}"))
    number = 0
    for edition in range(releases):
        cells = {
            "release": _release(conn, 2020 + edition),
            "first": YEARS[0],
            "years": len(YEARS),
            "sectors": SECTOR_NUMBER,
        }
        number += conn.execute(text(EMISSIONS), cells).rowcount
    conn.execute(text("SET LOCAL work_mem = '256MB'"))
    conn.execute(text(TOTALS))
    for key in keys:
        unchecked = "" if key.is_own else " NOT VALID"
        said = f"ALTER TABLE emission ADD CONSTRAINT {key.conname} {key.said}{unchecked}"
        conn.execute(text(said))
    return number


def _places(conn: Connection, number: int) -> None:
    conn.execute(
        insert(county),
        [
            {"code": f"{place:02}", "name": f"Provlän {place:02}"}
            for place in range(_counties(number))
        ],
    )
    conn.execute(
        insert(municipality),
        [
            {
                "code": f"{place:04}",
                "name": f"Prov {place:04}",
                "slug": f"prov-{place:04}",
                "county_code": f"{place % _counties(number):02}",
                "contract_since": 2020 if place < CONTRACT_CITIES else None,
                "eu_mission": False,
            }
            for place in range(number)
        ],
    )
    conn.execute(
        insert(source),
        [{"source_id": "prov", "title": "Påhittat", "publisher": "Prov", "licence": "ingen"}],
    )
    codes = (TOTAL, *sector_codes())
    conn.execute(
        insert(sector), [{"sector_id": place, "code": code} for place, code in enumerate(codes)]
    )


def _counties(municipalities: int) -> int:
    """Of fourteen each, as Sweden's are, as long as their two digits suffice."""
    return min(-(-municipalities // 14), 100)


def sector_codes() -> tuple[str, ...]:
    """The national statistics' sectors, then made-up ones."""
    real = [code for code in SECTORS if not code.startswith("prov-")]
    return (*real, *(f"prov-{one}" for one in range(SECTOR_NUMBER - len(real))))


def _release(conn: Connection, edition: int, kind: str = "emissions") -> int:
    emitted = kind == "emissions"
    new = NewRelease(
        label=f"prov-{kind}-{edition}",
        kind=kind,
        title=f"Prov {edition}",
        source_id="prov",
        file_name="prov.csv",
        sha256=f"{kind}-{edition}".encode().hex().ljust(64, "0")[:64],
        rows=0,
        gas=Gas.CO2E if emitted else None,
        scope=Scope.TERRITORIAL if emitted else None,
        unit=Unit.TONNES if emitted else None,
        edition=edition,
        year_first=YEARS[0],
        year_last=YEARS[-1],
    )
    return record_release(conn, new, now=NOW)


def _population(conn: Connection) -> None:
    conn.execute(
        text(
            "INSERT INTO population (release_id, municipality_code, year, inhabitants)"
            " SELECT :release, code, y, 1000 + code::int FROM municipality,"
            " generate_series(CAST(:first AS int), CAST(:last AS int)) y ORDER BY code, y"
        ),
        {"release": _release(conn, 2025, "population"), "first": YEARS[0], "last": YEARS[-1]},
    )


def _verdicts(conn: Connection) -> None:
    """One verdict, worked out, and the same for everybody else: what it says is not measured."""
    releases = conn.execute(text("SELECT release_id FROM release WHERE kind = 'emissions'")).all()
    points = tuple(Point(year, 5000.0 - 9 * (year - 1990), Status.FINAL) for year in YEARS)
    series = Series("0000", Scope.TERRITORIAL, Gas.CO2E, "prov-emissions-2024", points)
    made = assess(yardstick_goal("0000"), lambda *_: series, NOW.year)
    codes = list(conn.scalars(select(municipality.c.code)))
    for row in releases:
        conn.execute(
            insert(verdict),
            [
                {
                    "release_id": row.release_id,
                    "municipality_code": code,
                    "goal_id": made.goal.goal_id,
                    "attainment": made.attainment,
                    "reason": made.reason,
                    "current_year": NOW.year,
                    "payload": _of(to_payload(made), code),
                }
                for code in codes
            ],
        )


def _of(payload: dict[str, object], code: str) -> dict[str, object]:
    goal = payload["goal"]
    assert isinstance(goal, dict)
    return {**payload, "goal": {**goal, "municipality_code": code}}
