"""Municipalities, counties and contract cities."""

from pathlib import Path

from seed_data.build.csv_files import BuildError, Row, read_rows, write_rows

OWN = Path(__file__).parent.parent / "own"


def joined_later(own: Path, cities: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    """The cities that joined after the list of cities was made, in its columns.

    Raises BuildError for a city that the list has.
    """
    rows = read_rows(own / "contract_cities.csv")
    if known := [row["municipality_code"] for row in rows if row["municipality_code"] in cities]:
        raise BuildError(f"contract_cities.csv: cities.csv has {known[0]} already")
    return {
        row["municipality_code"]: {
            "joined_year": row["joined"][:4],
            "joined_date": row["joined"],
            "first_contract_date": row["signed"],
            "source_ref": row["source_ref"],
            "read_on": row["read_on"],
        }
        for row in rows
    }


def told_in(city: Row) -> str:
    """Where it is told that a city joined or signed: the first address."""
    stated = city.get("source_ref") or city.get("first_contract_source", "")
    return stated.partition(";")[0].partition(" (")[0].strip()


def build(sources: Path, target: Path, own: Path = OWN) -> dict[str, int]:
    """Writes counties.csv and municipalities.csv; rows per file."""
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
    later = joined_later(own, cities)
    municipality_rows = []
    for row in sorted(places, key=lambda place: place["municipality_code"]):
        code = row["municipality_code"]
        city = cities.get(code) or later.get(code, {})
        municipality_rows.append(
            (
                row["municipality_code"],
                row["municipality_name_short"],
                row["county_code"],
                city.get("joined_year", ""),
                city.get("joined_date", ""),
                city.get("first_contract_date", ""),
                told_in(city),
                city.get("read_on", ""),
                city.get("eu_mission", "false"),
                city.get("mission_label_date", ""),
            )
        )
    columns = (
        "municipality_code",
        "name",
        "county_code",
        "contract_since",
        "joined",
        "signed",
        "contract_ref",
        "contract_read",
        "eu_mission",
        "mission_label_date",
    )
    written["municipalities.csv"] = write_rows(
        target / "municipalities.csv", columns, municipality_rows
    )
    return written
