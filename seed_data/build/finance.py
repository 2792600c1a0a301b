"""Grants, investment actions, rates, price index, targets, gaps, calls and green bonds."""

import re
from pathlib import Path

from seed_data.build.csv_files import BuildError, Row, read_rows, write_rows

OWN = Path(__file__).parent.parent / "own"

RENAMED_SOURCES = {"seed-contracts": "klimatkontrakt-2024"}
"""A working name of the collection → our source id."""

LEFT_OUT = ("contract_cities", "beneficiary_is_municipality")
"""Columns of grants.csv that follow from others."""

THOUGH_APPLIED = "the projects were granted"
"""How the collection notes that a sum applied for is that of a project that was granted."""

GRANT_NAMES = {"id": "grant_id", "start_date": "start", "end_date": "end"}

CASE_NUMBERS = (
    re.compile(r"(?:ärende|project) (\d[\d-]*)"),
    re.compile(r"(?:ESF )?dnr (\d[\w/-]*)"),
)
"""How the collection writes a funder's case number, in where it was read and in remarks."""

BASES = (
    (re.compile(r"(?:net )?EU contribution"), "eu_part"),
    (re.compile(r"ESF support including national co-financing"), "whole"),
    (re.compile(r"over two years, fully EU financed"), "eu_part"),
)
"""How a note on an amount begins → what the amount covers. The regional fund's list of 2016 does
not tell whether its sums are the EU's part."""

IMPORTERS_IDS = ("klimatklivet-", "formas-")
"""How ids begin that publishers' own lists give: a row entered by hand may not have them."""

STOCK_KIND = "green_bond"
STOCK_SOURCE = "orebro-green-bonds"
OREBRO = "1880"
MILLION = 1_000_000


def renamed(row: Row) -> Row:
    """The row with our source id."""
    source = row.get("source_id", "")
    return {**row, "source_id": RENAMED_SOURCES.get(source, source)}


def copy(source: Path, target: Path) -> int:
    """The same rows and columns in our form of CSV."""
    rows = [renamed(row) if "source_id" in row else row for row in read_rows(source)]
    columns = list(rows[0])
    return write_rows(target, columns, ([row[column] for column in columns] for row in rows))


def case_number(row: Row) -> str:
    """The funder's case number where the row tells one."""
    matches = (
        pattern.match(text)
        for pattern in CASE_NUMBERS
        for text in (row.get("source_ref", ""), *row.get("note", "").split("; "))
    )
    return next((match[1] for match in matches if match), "")


def amount_basis(row: Row) -> str:
    """Whether the amount is the EU's part alone or the whole support; empty where not told."""
    note = row["amount_note"]
    return next((basis for begins, basis in BASES if begins.match(note)), "")


def build_grants(source: Path, target: Path, own: Path = OWN) -> int:
    """Grants, with the decision apart from the amount (RULES §7.8) and those found later last.

    One that goes to several municipalities belongs to no single one (§7.3); one that goes to a
    municipality and works there alone is its own, whichever of the 290 it is (§7.10).
    """
    rows = [dict(renamed(row)) for row in read_rows(source)]
    for row in rows:
        row["decision"] = "granted" if THOUGH_APPLIED in row["amount_note"] else ""
        if ";" in row["beneficiary_municipality_code"]:
            row["beneficiary_municipality_code"] = ""
            row["allocation"] = "multi_municipality"
        elif row["beneficiary_municipality_code"] and row["allocation"] == "single_municipality":
            row["allocation"] = "own"
        if row["id"].startswith(IMPORTERS_IDS):
            row["id"] = f"by-hand-{row['id']}"
        row["case_number"], row["amount_basis"] = case_number(row), amount_basis(row)
    columns = [column for column in rows[0] if column not in LEFT_OUT]
    names = [GRANT_NAMES.get(column, column) for column in columns]
    written = [[row[column] for column in columns] for row in rows]
    later = read_rows(own / "grants_added.csv")
    written += [[row.get(name, "") for name in names] for row in later]
    return write_rows(target, names, written)


def build_actions(source: Path, target: Path, own: Path = OWN) -> int:
    """The plans' rows as they are, with our flags after the source's. Raises BuildError for a flag
    of an action that is not there.
    """
    flags = {
        (row["municipality_code"], row["action_id"]): row["flag"]
        for row in read_rows(own / "action_flags.csv")
    }
    rows = [dict(renamed(row)) for row in read_rows(source)]
    for row in rows:
        flag = flags.pop((row["municipality_code"], row["action_id"]), None)
        if flag is not None:
            row["quality_flag"] = f"{row['quality_flag']};{flag}"
    if flags:
        raise BuildError(f"action_flags.csv: no such actions: {sorted(flags)}")
    columns = [column for column in rows[0] if column != "city"]
    return write_rows(target, columns, ([row[column] for column in columns] for row in rows))


def millions(text: str) -> str:
    """A sum in millions of kronor as whole kronor; empty stays empty."""
    return "" if text == "" else str(round(float(text) * MILLION))


def build_stocks(source: Path, target: Path) -> int:
    """Örebro's green bonds: what was issued and the total as stated, in kronor, at a date."""
    columns = (
        "municipality_code",
        "kind",
        "at",
        "issued",
        "total",
        "currency",
        "note",
        "source_id",
        "source_ref",
    )
    rows = (
        (
            OREBRO,
            STOCK_KIND,
            row["date"],
            millions(row["issued_million_sek"]),
            millions(row["total_million_sek_as_stated"]),
            "SEK",
            row["note"],
            STOCK_SOURCE,
            row["source_url"],
        )
        for row in read_rows(source)
    )
    return write_rows(target, columns, rows)


def build(sources: Path, target: Path) -> dict[str, int]:
    """Writes the finance files; rows per file."""
    folder = sources / "finance"
    return {
        "grants.csv": build_grants(folder / "grants.csv", target / "grants.csv"),
        "investment_actions.csv": build_actions(
            folder / "investment_actions.csv", target / "investment_actions.csv"
        ),
        "exchange_rates.csv": copy(folder / "exchange_rates.csv", target / "exchange_rates.csv"),
        "price_index.csv": copy(folder / "price_index.csv", target / "price_index.csv"),
        "mission_targets.csv": copy(folder / "mission_targets.csv", target / "mission_targets.csv"),
        "emission_gap.csv": copy(folder / "emission_gap.csv", target / "emission_gap.csv"),
        "viable_cities_calls.csv": copy(
            folder / "viable-cities-calls.csv", target / "viable_cities_calls.csv"
        ),
        "stocks.csv": build_stocks(folder / "orebro-green-bonds.csv", target / "stocks.csv"),
    }
