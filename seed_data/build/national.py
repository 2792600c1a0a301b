"""National series that stand beside the municipalities' territorial emissions: biogenic emissions,
and those that arise abroad for what is consumed here."""

import json
from pathlib import Path

from seed_data.build.csv_files import BuildError, plain, write_rows

FILE = "emissions/klimatkollen-2026-06/national-data.json"
SERIES = {
    "territorial_fossil": "territorialFossilEmissions",
    "biogenic": "biogenicEmissions",
    "consumption_abroad": "consumptionAbroadEmissions",
}
"""Our series → the publisher's name of it."""


def build(sources: Path, target: Path) -> dict[str, int]:
    """Writes national_figures.csv; rows per file."""
    (nation,) = json.loads((sources / FILE).read_text(encoding="utf-8"))
    if nation.get("country") != "Sverige":
        raise BuildError(f"{FILE}: not Sweden's figures")
    rows = [
        (series, year, plain(float(tonnes), 3))
        for series, name in SERIES.items()
        for year, tonnes in sorted(nation[name].items())
    ]
    columns = ("series", "year", "tonnes")
    return {"national_figures.csv": write_rows(target / "national_figures.csv", columns, rows)}
