"""What tells files and releases from each other: names, labels, hashes."""

import hashlib
import os
import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from data_access.imports.draft import ImportProblems
from data_access.imports.files import Location
from data_access.imports.problems import Problem
from data_access.releases import file_hash
from progress.i18n import say

LABEL = re.compile(r"[a-z0-9][a-z0-9.-]{0,79}$")


def name_of(path: Path) -> str:
    """The file's name as text, also where the locale does not know its letters."""
    return os.fsencode(path.name).decode("utf-8", "replace")


def default_label(stem: str, moment: datetime, digest: str) -> str:
    """A label that no other file has."""
    return f"{stem}-{moment:%Y%m%d}-{digest[:8]}"


def hash_of_all(files: Sequence[Path]) -> str:
    """The SHA-256 of a file, or of several files' hashes in order of hash.

    Raises ImportProblems for a file that cannot be read.
    """
    absent = tuple(
        Problem(path.name, None, "", str(path), say("import.file_that_exists"))
        for path in files
        if not Location.of(path).file.is_file()
    )
    if absent:
        raise ImportProblems(absent)
    hashes = sorted(hash_of(Location.of(path)) for path in files)
    if len(hashes) == 1:
        return hashes[0]
    return hashlib.sha256("".join(hashes).encode()).hexdigest()


def hash_of(location: Location) -> str:
    """A file's SHA-256; of one sheet of it, another."""
    digest = file_hash(location.file)
    if not location.sheet:
        return digest
    return hashlib.sha256(f"{digest}#{location.sheet}".encode()).hexdigest()
