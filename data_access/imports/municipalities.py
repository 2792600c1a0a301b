"""Imports municipalities: names, counties and contract cities; known ones are renewed."""

import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

from sqlalchemy import Connection, insert, select, update

from data_access.imports.frame import Draft, Options, Problems, Rows, StoreFacts, Values
from data_access.imports.tables import Once, rows_of, summary
from data_access.tables import municipality, municipality_spelling

KIND = "municipalities"
REQUIRED = ("municipality_code", "name", "county_code", "contract_since", "eu_mission")
OPTIONAL = ("first_contract_date", "mission_label_date")
COMPARED = ("name", "county_code", "contract_since", "eu_mission")
CODE_LENGTH = 4


def slug(name: str) -> str:
    """A name as it stands in addresses: `Malung-Sälen` → `malung-salen`."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return "-".join(plain.split())


def check(
    files: Sequence[Path], facts: StoreFacts, _options: Options, problems: Problems
) -> Draft | None:
    """The rows, or None with the problems named. New codes are welcome: borders change."""
    rows: Rows = []
    once, named = Once("each municipality"), Once("each name")
    for cells in rows_of(files, REQUIRED, OPTIONAL, facts, problems):
        code = cells.text("municipality_code")
        if len(code) != CODE_LENGTH or not code.isascii() or not code.isdigit():
            cells.problem("municipality_code", "four digits")
        county_code = cells.text("county_code")
        if code[:2] != county_code or county_code not in facts.county_codes:
            cells.problem(
                "county_code", "a known county, with which the municipality's code begins"
            )
        row = {
            "code": code,
            "name": cells.text("name", required=True),
            "county_code": county_code,
            "contract_since": cells.year("contract_since"),
            "eu_mission": cells.truth("eu_mission") or False,
        }
        once.check(cells, "municipality_code", (code,))
        named.check(cells, "name", (row["name"],))
        rows.append(row)
    if problems:
        return None
    add_slugs(rows)

    def write(conn: Connection, _release_id: int) -> None:
        write_municipalities(conn, rows)

    return Draft(
        rows=len(rows),
        inserts=(),
        values={row["code"]: summary(row, COMPARED) for row in rows},
        compared=COMPARED,
        held=held,
        write=write,
    )


def add_slugs(rows: Rows) -> None:
    """Gives each row its slug. Where two names have one slug, the plain ASCII name keeps it."""
    taken: set[str] = set()
    for row in sorted(rows, key=lambda one: (not one["name"].isascii(), one["code"])):
        short = slug(row["name"])
        row["slug"] = short if short not in taken else f"{short}-{row['code']}"
        taken.add(row["slug"])


def write_municipalities(conn: Connection, rows: Rows) -> None:
    """Inserts new municipalities with their names as spellings, and renews known ones.

    An address stays what it was once given, so that links hold.
    """
    known = set(conn.scalars(select(municipality.c.code)))
    spellings = set(conn.scalars(select(municipality_spelling.c.spelling)))
    for row in rows:
        if row["code"] in known:
            changed = {column: value for column, value in row.items() if column != "slug"}
            conn.execute(
                update(municipality).where(municipality.c.code == row["code"]).values(changed)
            )
    fresh = [row for row in rows if row["code"] not in known]
    if fresh:
        conn.execute(insert(municipality), fresh)
    names = [
        {"spelling": spelling, "municipality_code": row["code"]}
        for row in rows
        for spelling in dict.fromkeys((row["name"], row["name"].upper(), f"{row['name']} kommun"))
        if spelling not in spellings
    ]
    if names:
        conn.execute(insert(municipality_spelling), names)


def held(conn: Connection) -> Mapping[str, Values]:
    """Municipalities as the store has them."""
    found = conn.execute(select(municipality))
    return {row.code: summary(row._mapping, COMPARED) for row in found}
