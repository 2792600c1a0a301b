"""Reads and writes the plain CSV form of the seed files: UTF-8, comma, one header row, `\\n`."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

Row = Mapping[str, str]


class BuildError(Exception):
    """A publisher's file is not what the builder was written for; names file and place."""


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV with a header; a leading byte order mark is dropped.

    Raises BuildError where a row has more or fewer cells than the header.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        header = next(reader)
        rows = []
        for cells in reader:
            if len(cells) != len(header):
                raise BuildError(
                    f"{path.name}, line {reader.line_num}: {len(cells)} cells, "
                    f"expected {len(header)} as in the header"
                )
            rows.append(dict(zip(header, cells, strict=True)))
    return rows


def write_rows(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Writes rows under a header and returns their number. Same rows, same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    number = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        for row in rows:
            if len(row) != len(columns):
                raise BuildError(
                    f"{path.name}: a row of {len(row)} cells for {len(columns)} columns"
                )
            writer.writerow(row)
            number += 1
    return number


def plain(value: float, decimals: int) -> str:
    """A number without exponent or needless zeros: 12.50 → `12.5`, 0.0 → `0`."""
    text = f"{value:.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
