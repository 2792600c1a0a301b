"""Turns the publishers' spellings of a municipality's name into its four-digit code."""

from pathlib import Path

from seed_data.build.csv_files import BuildError, read_rows

OWN = Path(__file__).parent.parent / "own" / "municipality_spellings.csv"
"""Spellings seen in publishers' files beside the short name of the list of municipalities."""

ENDINGS = (" kommun", " stad")


class Codes:
    """Looks up a municipality's code by any spelling known here; an unknown one is an error."""

    def __init__(self, code_by_name: dict[str, str]) -> None:
        self._codes: dict[str, str] = {}
        for name, code in code_by_name.items():
            for spelling in (name, name.upper(), f"{name}s"):
                self._codes.setdefault(spelling, code)
        for row in read_rows(OWN):
            if row["name"] in code_by_name:
                self._codes[row["spelling"]] = code_by_name[row["name"]]

    def code(self, spelling: str, file_name: str) -> str:
        """The code for a name as a publisher writes it. Raises BuildError if it is unknown."""
        text = " ".join(spelling.split())
        if text in self._codes:
            return self._codes[text]
        for ending in ENDINGS:
            if text.endswith(ending):
                stem = text.removesuffix(ending)
                if stem in self._codes:
                    return self._codes[stem]
        raise BuildError(f"{file_name}: no municipality is known as {spelling!r}")


def codes_from(sources: Path) -> Codes:
    """The table of spellings for the 290 municipalities of `geo/municipality_county.csv`."""
    rows = read_rows(sources / "geo" / "municipality_county.csv")
    return Codes({row["municipality_name_short"]: row["municipality_code"] for row in rows})
