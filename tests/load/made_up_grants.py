"""Very many made-up grants in the shape of real ones: programmes have a funder and a few themes."""

import random
from collections.abc import Iterator
from decimal import Decimal
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, select

from data_access.derived.grant_columns import put_columns
from data_access.imports.inserting import insert_rows
from data_access.releases import NewRelease, record_release
from data_access.tables import grant, grant_place, municipality

FUNDERS, PROGRAMMES, THEMES = 12, 60, 14
YEARS = range(2014, 2027)
MANY_PLACES = 6
SOURCE = "finance-collection"


def load(conn: Connection, number: int, *, seed: int = 2030) -> None:
    """Enters so many grants as one release of a seeded store."""
    codes = list(conn.scalars(select(municipality.c.code).order_by(municipality.c.code)))
    release_id = record_release(
        conn,
        NewRelease(
            label=f"made-up-{number}",
            kind="grants",
            title="Made-up grants for measuring",
            source_id=SOURCE,
            file_name="made-up.csv",
            sha256=sha256(str(number).encode()).hexdigest(),
            rows=number,
        ),
    )
    rows, places = [], []
    for row, codes_of in made_up(number, codes, seed):
        rows.append({"release_id": release_id, **row})
        places += [
            {"release_id": release_id, "grant_id": row["grant_id"], "municipality_code": code}
            for code in codes_of
        ]
    insert_rows(conn, grant, rows)
    insert_rows(conn, grant_place, places)
    put_columns(conn, release_id)


def made_up(
    number: int, codes: list[str], seed: int
) -> Iterator[tuple[dict[str, Any], tuple[str, ...]]]:
    """Rows with their places: a fifth to municipalities, half to others in one, the rest shared or
    of no place; every hundredth tells the money of another row again.
    """
    chance = random.Random(seed)
    themes = [chance.sample(range(THEMES), 3) for _ in range(PROGRAMMES)]
    for place in range(number):
        programme = chance.randrange(PROGRAMMES)
        sort = chance.random()
        beneficiary: str | None = None
        allocation, codes_of = "", tuple[str, ...]()
        if sort < 0.2:
            beneficiary = chance.choice(codes)
            allocation, codes_of = "own", (beneficiary,)
        elif sort < 0.7:
            allocation, codes_of = "single_municipality", (chance.choice(codes),)
        elif sort < 0.9:
            allocation = "multi_municipality"
            codes_of = tuple(sorted(chance.sample(codes, chance.randint(2, MANY_PLACES))))
        yield (
            {
                "grant_id": f"made-up-{place:06}",
                "level": "project",
                "funder": f"Provfond {programme % FUNDERS}",
                "programme": f"Provprogram {programme}",
                "title": f"Provprojekt {place}",
                "beneficiary": f"Provmottagare {chance.randrange(4000)}",
                "beneficiary_municipality_code": beneficiary,
                "allocation": allocation,
                "theme": f"Provtema {chance.choice(themes[programme])}",
                "is_climate": chance.random() < 0.3,
                "decision_year": (year := chance.choice(YEARS)),
                "start": f"{year}-{place % 12 + 1:02}" if place % 4 else "",
                "end": f"{year + place % 4}-12-31" if place % 4 else "",
                "amount": Decimal(chance.randrange(10**9)) / 100,
                "currency": "EUR" if chance.random() < 0.1 else "SEK",
                "amount_kind": "granted" if chance.random() < 0.9 else "paid",
                "same_as": f"made-up-{place - 1:06}" if place % 100 == 99 else "",
                "quality_flag": "ok",
                "source_id": SOURCE,
                "source_ref": f"rad {place}",
            },
            codes_of,
        )
