"""The register of organisations: municipalities, agencies, funders, and who receives grants."""

import re
from collections.abc import Mapping
from pathlib import Path

from progress.promises.parties import party_slug
from seed_data.build.csv_files import BuildError, read_rows, write_rows
from seed_data.build.finance import renamed

OWN = Path(__file__).parent.parent / "own"

AGENCIES = (
    "Formas",
    "Naturvårdsverket",
    "Energimyndigheten",
    "Tillväxtverket",
    "Trafikverket",
    "Vinnova",
)
"""The six agencies that sign the contract (Klimatkontrakt 2030 for 2024, section 2)."""

PROGRAMME = "Viable Cities"

CORRECTED_NAMES = {"Kalmars kommun": "Kalmar kommun"}
"""The list of municipalities puts a genitive where the municipality itself has none."""

SEVERAL = re.compile(r" and | with |consortium|, KTH,")
"""In what the collection writes where several receive a grant: no organisation of its own."""

RECIPIENT = "recipient"
COLUMNS = (
    *("organisation_id", "kind", "name", "name_en", "orgnr", "municipality_code"),
    *("parent_id", "member_ids", "spellings", "source_id", "source_ref"),
)


def build(sources: Path, target: Path, own: Path = OWN) -> dict[str, int]:
    """Writes organisations.csv: the 290 municipalities, the contract's other parties, those
    entered by hand and the recipients of the grants, each once; numbers only where a source has
    them. Raises BuildError for a number of an organisation that is not there.
    """
    rows = [*_municipalities(sources), *_parties(), *read_rows(own / "organisations_added.csv")]
    by_id = {row["organisation_id"]: dict.fromkeys(COLUMNS, "") | row for row in rows}
    numbers = {
        each["organisation_id"]: each for each in read_rows(own / "organisation_numbers.csv")
    }
    _add_numbers(by_id, numbers)
    _add_recipients(by_id, read_rows(sources / "finance" / "grants.csv"))
    _add_numbers(by_id, numbers)
    if missing := numbers.keys() - by_id.keys():
        raise BuildError(f"organisation_numbers.csv: no {', '.join(sorted(missing))}")
    written = ([row[name] for name in COLUMNS] for row in by_id.values())
    return {"organisations.csv": write_rows(target / "organisations.csv", COLUMNS, written)}


def _municipalities(sources: Path) -> list[dict[str, str]]:
    numbers = {
        row["municipality_code"]: row["orgnr"]
        for row in read_rows(sources / "finance" / "cities.csv")
        if row["orgnr"]
    }
    places = read_rows(sources / "geo" / "municipality_county.csv")
    return [
        {
            "organisation_id": f"municipality-{code}",
            "kind": "municipality",
            "name": CORRECTED_NAMES.get(row["municipality_name"], row["municipality_name"]),
            "orgnr": numbers.get(code, ""),
            "municipality_code": code,
            "source_id": "eu-navigator" if code in numbers else "scb-municipalities",
        }
        for row in sorted(places, key=lambda place: place["municipality_code"])
        if (code := row["municipality_code"])
    ]


def _parties() -> list[dict[str, str]]:
    named = [("agency", f"agency-{party_slug(name)}", name) for name in AGENCIES]
    named.append(("viable_cities", "viable-cities", PROGRAMME))
    return [
        {
            "kind": kind,
            "organisation_id": identity,
            "name": name,
            "source_id": "klimatkontrakt-2024",
        }
        for kind, identity, name in named
    ]


def _add_numbers(
    by_id: dict[str, dict[str, str]], numbers: Mapping[str, Mapping[str, str]]
) -> None:
    """Before the recipients, who may be spelled so, and after, for those of them."""
    for identity in by_id.keys() & numbers.keys():
        by_id[identity] |= {name: value for name, value in numbers[identity].items() if value}


def _add_recipients(by_id: dict[str, dict[str, str]], grants: list[dict[str, str]]) -> None:
    """Those that no row has under any spelling; names that differ in case alone are one."""
    known = {
        spelling.casefold(): row
        for row in by_id.values()
        for spelling in (row["name"], *row["spellings"].split(";"))
    }
    for grant in map(renamed, grants):
        code, name = grant["beneficiary_municipality_code"], grant["beneficiary"]
        if f"municipality-{code}" in by_id:
            _add_spelling(by_id[f"municipality-{code}"], name)
            continue
        name = "" if code or SEVERAL.search(name) else name
        if not name:
            continue
        row = known.get(name.casefold())
        if row is None:
            identity = party_slug(name)
            row = dict.fromkeys(COLUMNS, "") | {
                "organisation_id": identity,
                "kind": RECIPIENT,
                "name": name,
                "source_id": grant["source_id"],
            }
            known[name.casefold()] = by_id.setdefault(identity, row)
            if by_id[identity] is not row:
                raise BuildError(f"grants.csv: {name} has the id of {by_id[identity]['name']}")


def _add_spelling(row: dict[str, str], name: str) -> None:
    known = [row["name"], *filter(None, row["spellings"].split(";"))]
    if name.casefold() not in map(str.casefold, known):
        row["spellings"] = ";".join([*known[1:], name])
