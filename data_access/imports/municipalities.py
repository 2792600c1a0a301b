"""Imports municipalities: names, counties and contract cities; known ones are renewed."""

import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from data_access.imports.cells import RowCells
from data_access.imports.comparing import held_of, values_of
from data_access.imports.draft import Draft, Options, Problems, Rows, StoreFacts
from data_access.imports.fields import read_fields, read_rows
from data_access.imports.renewing import renew
from data_access.imports.tables import Once
from data_access.records import MUNICIPALITY
from data_access.tables import municipality, municipality_spelling
from progress.i18n import say

KIND = MUNICIPALITY.kind
CODE_LENGTH = 4


def slug(name: str) -> str:
    """A name as it stands in addresses: `Malung-Sälen` → `malung-salen`."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return "-".join(plain.split())


def check(
    files: Sequence[Path], facts: StoreFacts, options: Options, problems: Problems
) -> Draft | None:
    """The rows, or None with the problems named. New codes are welcome: borders change."""
    named = Once("municipality-names")

    def read(cells: RowCells) -> dict[str, Any]:
        code = cells.text("municipality_code")
        if len(code) != CODE_LENGTH or not code.isascii() or not code.isdigit():
            cells.problem("municipality_code", say("import.four_digits"))
        county_code = cells.text("county_code")
        if code[:2] != county_code or county_code not in facts.county_codes:
            cells.problem("county_code", say("import.known_county_with_which_municipalitys_code"))
        fields = read_fields(MUNICIPALITY, cells, options, but=("code", "slug", "county_code"))
        named.check(cells, "name", (fields["name"],))
        since, month = fields["contract_since"], fields["joined"]
        if since is None and month[:4].isdigit():
            fields["contract_since"] = int(month[:4])
        elif since is not None and not month:
            fields["joined"] = str(since)
        elif since is not None and month[:4] != str(since):
            cells.problem("joined", say("import.time_in_as_contract_since_says", since=since))
        return {"code": code, "county_code": county_code, **fields}

    rows = read_rows(MUNICIPALITY, files, facts, problems, read)
    if problems:
        return None
    add_slugs(rows)

    def write(conn: Connection, release_id: int) -> None:
        write_municipalities(conn, release_id, rows)

    return Draft(
        rows=len(rows),
        inserts=(),
        values=values_of(MUNICIPALITY, rows),
        compared=MUNICIPALITY.compared,
        held=held_of(
            MUNICIPALITY, rows, lambda conn: conn.execute(select(municipality)).mappings()
        ),
        write=write,
    )


def add_slugs(rows: Rows) -> None:
    """Gives each row its slug. Where two names have one slug, the plain ASCII name keeps it."""
    taken: set[str] = set()
    for row in sorted(rows, key=lambda row: (not row["name"].isascii(), row["code"])):
        short = slug(row["name"])
        row["slug"] = short if short not in taken else f"{short}-{row['code']}"
        taken.add(row["slug"])


def write_municipalities(conn: Connection, release_id: int, rows: Rows) -> None:
    """Inserts new municipalities with their names as spellings, and renews known ones.

    An address stays what it was once given, so that links hold.
    """
    slugs = {row.code: row.slug for row in conn.execute(select(municipality))}
    spellings = set(conn.scalars(select(municipality_spelling.c.spelling)))
    given = [{**row, "slug": slugs.get(row["code"], row["slug"])} for row in rows]
    renew(conn, release_id, municipality, given)
    names = [
        {"spelling": spelling, "municipality_code": row["code"]}
        for row in rows
        for spelling in dict.fromkeys((row["name"], row["name"].upper(), f"{row['name']} kommun"))
        if spelling not in spellings
    ]
    renew(conn, release_id, municipality_spelling, names)
