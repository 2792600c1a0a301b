"""The outlines of municipalities for drawing: they change with borders, not with releases."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

FILE = Path(__file__).parent.parent / "seed_data" / "municipality_shapes.csv"


@cache
def municipality_shapes() -> Mapping[str, str]:
    """Code → the `d` of an SVG path, in a drawing 2400 units high with north upwards."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return MappingProxyType({row["municipality_code"]: row["path"] for row in rows})
