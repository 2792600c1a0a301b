"""`python -m seed_data.build FOLDER [TARGET]`: makes the seed files from the publishers' files."""

import sys
from pathlib import Path

from seed_data.build import (
    emissions,
    finance,
    goals,
    indicators,
    municipalities,
    national,
    organisations,
    population,
    shapes,
)
from seed_data.build.csv_files import BuildError

PARTS = (
    municipalities,
    shapes,
    population,
    emissions,
    national,
    indicators,
    goals,
    finance,
    organisations,
)
HERE = Path(__file__).parent.parent


def build_all(sources: Path, target: Path) -> dict[str, int]:
    """Makes every seed file; the number of rows of each."""
    written: dict[str, int] = {}
    for part in PARTS:
        written.update(part.build(sources, target))
    return written


def main(arguments: list[str]) -> int:
    """Runs the build and prints the rows of each file; 1 if a file is not as expected."""
    if len(arguments) not in (1, 2) or not Path(arguments[0]).is_dir():
        print("usage: python -m seed_data.build FOLDER [TARGET]", file=sys.stderr)
        return 2
    target = Path(arguments[1]) if len(arguments) == 2 else HERE
    try:
        written = build_all(Path(arguments[0]), target)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    for name, rows in written.items():
        print(f"{rows:>7}  {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
