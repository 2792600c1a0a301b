"""All files of one state of the store, written beforehand into a folder of that state's name.

So no reader waits for a file, and none writes one while others read.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from data_access.exports import TooManyRows
from data_access.exports.sqlite_file import write_sqlite
from data_access.open_data.datasets import DATASETS
from data_access.open_data.forms import Form, forms_of
from data_access.open_data.packing import ENCODINGS, pack_file
from data_access.open_data.rows import whole
from data_access.program import code_version
from data_access.questions import last_changes, store_version
from progress.dataset import EVERYTHING, Dataset

STATES_KEPT = 2
"""Files of so many states of the store stay: a reader may still be at the one before."""

LOCK = ".lock"
UNFINISHED = ".unfinished"


@dataclass(frozen=True, slots=True)
class PreparedFile:
    """A file that is written already, and the version of the store that it is of."""

    path: Path
    version: str

    @property
    def changed(self) -> datetime:
        """When its rows last changed."""
        return datetime.fromtimestamp(self.path.stat().st_mtime, UTC)


def file_name(
    name: str, form: Form, release: str | None = None, encoding: str | None = None
) -> str:
    """What a file of a dataset is called, also on the disk."""
    of_release = "" if release is None else f"-{release}"
    packed = "" if encoding is None else f".{encoding}"
    return f"{name}{of_release}{form.suffix}{packed}"


def write_files(conn: Connection, folder: Path) -> Path:
    """Every file of every dataset, packed ones too, and all as one SQLite file.

    They appear together when all are written, in a folder named after the state of the store and
    the program. Their time is when the dataset's rows last changed. Where they are there already
    nothing is done. Raises StoreError, OSError.
    """
    state = folder / f"{store_version(conn)}-{code_version()}"
    folder.mkdir(parents=True, exist_ok=True)
    with alone(folder / LOCK):
        if not state.exists():
            begun = folder / UNFINISHED
            shutil.rmtree(begun, ignore_errors=True)
            begun.mkdir()
            _write(conn, begun)
            begun.rename(state)
            leave_newest(folder)
    return state


def _write(conn: Connection, folder: Path) -> None:
    changes = last_changes(conn)

    def tables() -> Iterator[tuple[Dataset, Sequence[Mapping[str, Any]]]]:
        for dataset in DATASETS.values():
            rows = list(whole(conn, dataset.name))
            changed = changes.of(dataset)
            for form in forms_of(dataset):
                _write_form(conn, dataset, rows, form, folder, changed)
            yield dataset, rows

    write_sqlite(tables(), folder / EVERYTHING)
    _date(folder / EVERYTHING, changes.store)


def _write_form(
    conn: Connection,
    dataset: Dataset,
    rows: Sequence[Mapping[str, Any]],
    form: Form,
    folder: Path,
    changed: datetime | None,
) -> None:
    path = folder / file_name(dataset.name, form)
    try:
        form.write(conn, dataset, rows, path)
    except TooManyRows:
        path.unlink()
        return
    _date(path, changed)
    for encoding in ENCODINGS if form.text else ():
        packed = folder / file_name(dataset.name, form, encoding=encoding)
        pack_file(encoding, path, packed)
        _date(packed, changed)


def _date(path: Path, changed: datetime | None) -> None:
    if changed is not None:
        os.utime(path, (changed.timestamp(), changed.timestamp()))


def prepared_file(folder: Path, version: str, name: str, *, or_former: bool) -> PreparedFile | None:
    """A file that this program has written of a version of the store; with `or_former` of the one
    before where this one is not written yet. None where neither is there."""
    program = f"-{code_version()}"
    candidates = [folder / f"{version}{program}"]
    if or_former:
        candidates += [state for state in states(folder) if state.name.endswith(program)]
    for state in candidates:
        if (state / name).is_file():
            return PreparedFile(state / name, state.name.removesuffix(program))
    return None


def states(folder: Path) -> list[Path]:
    """The folders of the states that are written, the newest first."""
    if not folder.is_dir():
        return []
    folders = [path for path in folder.iterdir() if path.is_dir() and path.name[0] != "."]
    return sorted(folders, key=lambda path: path.stat().st_mtime, reverse=True)


def leave_newest(folder: Path) -> None:
    """Remove the files of older states."""
    for old in states(folder)[STATES_KEPT:]:
        shutil.rmtree(old, ignore_errors=True)


@contextmanager
def alone(file: Path) -> Iterator[None]:
    """While no other process, or thread, that asks with the same file does the same."""
    with file.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
