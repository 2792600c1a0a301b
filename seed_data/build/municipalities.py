"""Municipalities, counties, organisations and contract cities."""

from pathlib import Path

from seed_data.build.csv_files import BuildError, read_rows, write_rows

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


def build(sources: Path, target: Path) -> dict[str, int]:
    """Writes counties.csv, municipalities.csv and organisations.csv; rows per file."""
    places = read_rows(sources / "geo" / "municipality_county.csv")
    cities = {
        row["municipality_code"]: row for row in read_rows(sources / "finance" / "cities.csv")
    }
    waves = read_rows(sources / "geo" / "klimatkontrakt-cities.csv")
    for row in waves:
        city = cities.get(row["municipality_code"])
        if city is None or city["joined_year"] != row["joined_viable_cities_initiative"]:
            raise BuildError(
                f"klimatkontrakt-cities.csv and cities.csv disagree on {row['municipality']}"
            )
    counties = {row["county_code"]: row["county_name"] for row in places}
    written = {
        "counties.csv": write_rows(
            target / "counties.csv", ("county_code", "name"), sorted(counties.items())
        )
    }
    municipality_rows = []
    for row in sorted(places, key=lambda place: place["municipality_code"]):
        city = cities.get(row["municipality_code"], {})
        municipality_rows.append(
            (
                row["municipality_code"],
                row["municipality_name_short"],
                row["county_code"],
                city.get("joined_year", ""),
                city.get("first_contract_date", ""),
                city.get("eu_mission", "false"),
                city.get("mission_label_date", ""),
            )
        )
    columns = (
        "municipality_code",
        "name",
        "county_code",
        "contract_since",
        "first_contract_date",
        "eu_mission",
        "mission_label_date",
    )
    written["municipalities.csv"] = write_rows(
        target / "municipalities.csv", columns, municipality_rows
    )
    organisations = [
        (
            f"municipality-{code}",
            "municipality",
            CORRECTED_NAMES.get(row["municipality_name"], row["municipality_name"]),
            row["orgnr"],
            code,
        )
        for code, row in sorted(cities.items())
    ]
    organisations += [
        (f"agency-{name.lower().replace('å', 'a').replace('ä', 'a')}", "agency", name, "", "")
        for name in AGENCIES
    ]
    organisations.append(("viable-cities", "viable_cities", PROGRAMME, "", ""))
    written["organisations.csv"] = write_rows(
        target / "organisations.csv",
        ("organisation_id", "kind", "name", "orgnr", "municipality_code"),
        organisations,
    )
    return written
