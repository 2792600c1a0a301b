"""A packed file as it was downloaded: the tables in it, unpacked for as long as they are read."""

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from data_access.imports.draft import Problems
from data_access.imports.files.location import (
    BYTE_LIMIT,
    JSON_ENDING,
    WORKBOOK_ENDINGS,
    Location,
    within_bounds,
)
from progress.i18n import say

PACKED_ENDING = ".zip"
TABLE_ENDINGS = (".csv", JSON_ENDING, *WORKBOOK_ENDINGS)
MOST_TABLES = 20
CHUNK = 1 << 20

UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,  # a packing that is not known
    OSError,
    RuntimeError,  # a password
    ValueError,
)


@contextmanager
def unpacked(files: Sequence[Path], problems: Problems) -> Iterator[list[Path]]:
    """The files with the tables of packed ones in their places, until the block ends.

    A packed file that cannot be read gives none, and is named.
    """
    with TemporaryDirectory(prefix="klimat-") as folder:
        result: list[Path] = []
        for number, path in enumerate(files):
            if Location.of(path).file.suffix.lower() == PACKED_ENDING:
                place = Path(folder) / str(number)
                place.mkdir()
                result += tables_of(path, place, problems)
            else:
                result.append(path)
        yield result


def tables_of(path: Path, folder: Path, problems: Problems) -> list[Path]:
    """The tables of a packed file, written into a folder under their own names."""
    if not within_bounds(path, problems):
        return []
    try:
        with zipfile.ZipFile(path) as packed:
            tables = [
                entry
                for entry in packed.infolist()
                if entry.filename.lower().endswith(TABLE_ENDINGS)
            ]
            names = {PurePosixPath(entry.filename).name for entry in tables}
            if not tables or len(names) < len(tables) or len(tables) > MOST_TABLES:
                expected = say(
                    "import.1_to_tables_each_once",
                    most_tables=MOST_TABLES,
                    table_endings=", ".join(TABLE_ENDINGS),
                )
                problems.add(
                    path.name, None, "", say("import.tables_within", number=len(tables)), expected
                )
                return []
            for entry in tables:
                if not written(packed, entry, folder):
                    expected = say("import.at_most_bytes_unpacked", byte_limit=BYTE_LIMIT)
                    problems.add(
                        path.name, None, entry.filename, say("import.larger_table"), expected
                    )
                    return []
    except UNREADABLE:
        problems.add(
            path.name, None, "", say("import.no_readable_packed_file"), say("import.zip_file")
        )
        return []
    return sorted(folder.iterdir())


def written(packed: zipfile.ZipFile, entry: zipfile.ZipInfo, folder: Path) -> bool:
    """Whether a table is of a size that we read; it then stands in the folder."""
    size = 0
    target = folder / PurePosixPath(entry.filename).name
    with packed.open(entry) as source, target.open("wb") as copy:
        while chunk := source.read(CHUNK):
            size += len(chunk)
            if size > BYTE_LIMIT:
                return False
            copy.write(chunk)
    return True
