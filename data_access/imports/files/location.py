"""Where a table stands: a file, and in a workbook perhaps a sheet, as `book.xlsx#Sheet`."""

from dataclasses import dataclass
from pathlib import Path

from data_access.imports.draft import Problems
from progress.i18n import say

WORKBOOK_ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods")
JSON_ENDING = ".json"
SHEET_MARK = "#"

BYTE_LIMIT = 100_000_000
"""No file of the kinds that we read comes near it."""


@dataclass(frozen=True, slots=True)
class Location:
    """`sheet` is empty where the one whose header fits is to be read."""

    file: Path
    sheet: str = ""

    @classmethod
    def of(cls, path: Path) -> "Location":
        """A file that is there is meant as it is named; else what follows the mark is a sheet."""
        name, mark, sheet = path.name.rpartition(SHEET_MARK)
        if not mark or path.exists():
            return cls(path)
        return cls(path.with_name(name), sheet) if name else cls(path)

    @property
    def is_workbook(self) -> bool:
        return self.file.suffix.lower() in WORKBOOK_ENDINGS

    @property
    def is_json(self) -> bool:
        return self.file.suffix.lower() == JSON_ENDING


def is_workbook(path: Path) -> bool:
    """Whether the file's name ends as a workbook's."""
    return Location.of(path).is_workbook


def within_bounds(file: Path, problems: Problems) -> bool:
    """Whether the file is there and of a size that we read; names the fault where it is not."""
    if not file.is_file():
        problems.add(file.name, None, "", str(file), say("import.file_that_exists"))
        return False
    size = file.stat().st_size
    if size > BYTE_LIMIT:
        problems.add(
            file.name,
            None,
            "",
            say("import.bytes", whole=size),
            say("import.at_most", text_limit=BYTE_LIMIT),
        )
        return False
    return True
