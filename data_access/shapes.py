"""The outlines of municipalities for drawing: they change with borders, not with releases."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from sqlalchemy import Connection, select

from data_access.tables import earlier_code

FILE = Path(__file__).parent.parent / "seed_data" / "municipality_shapes.csv"


@cache
def municipality_shapes() -> Mapping[str, str]:
    """Code → the `d` of an SVG path, in a drawing 2400 units high with north upwards."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return MappingProxyType({row["municipality_code"]: row["path"] for row in rows})


def outlines(conn: Connection) -> Mapping[str, str]:
    """The same in the borders of today: what merged is drawn as one."""
    shapes = dict(municipality_shapes())
    for row in conn.execute(select(earlier_code).order_by(earlier_code.c.since)):
        if row.earlier_code in shapes:
            both = (shapes.get(row.municipality_code, ""), shapes.pop(row.earlier_code))
            shapes[row.municipality_code] = " ".join(filter(None, both))
    return MappingProxyType(shapes)
