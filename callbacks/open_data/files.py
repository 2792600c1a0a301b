"""Whole datasets as files: written once for each state of the store, then sent from the disk."""

import fcntl
import os
import shutil
import weakref
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp
from threading import Lock
from typing import Any

from data_access.exports import Sheet, csv_lines, write_workbook
from data_access.exports.emissions import EmissionChoice
from data_access.open_data import DATASETS, EMISSIONS, emissions, whole
from data_access.open_data.first_rows import typical_first
from data_access.reading import StoreReader
from layouts.metadata.workbook import about_sheet, column_sheet

CSV, XLSX = "csv", "xlsx"
STATES_KEPT = 2
"""Files of so many states of the store stay: a slower worker may still be at the one before."""


class Files:
    """Files in a folder that goes when the process that made it does.

    Workers that are forked from that process share it: one writes a file, all send it.
    """

    def __init__(self, store: StoreReader) -> None:
        self._store = store
        self._lock = Lock()
        self._folder = Path(mkdtemp(prefix="klimat-"))
        weakref.finalize(self, _remove, os.getpid(), self._folder)

    def path(self, version: str, name: str, release: str | None = None, form: str = CSV) -> Path:
        """The file of a dataset, or of one release of emissions.

        Memory does not grow with the file: rows go to the disk as the store gives them.
        Raises StoreError, and TooManyRows for a workbook.
        """
        folder = self._folder / version
        file = folder / f"{name}{'' if release is None else '-' + release}.{form}"
        if file.exists():
            return file
        with self._lock, _alone(self._folder):
            if not file.exists():
                folder.mkdir(exist_ok=True)
                begun = file.with_suffix(".part")
                self._write(begun, name, release, form)
                begun.replace(file)
                self._leave_newest()
            return file

    def _write(self, file: Path, name: str, release: str | None, form: str) -> None:
        dataset = DATASETS[name]
        with self._store.connection() as conn:
            rows: Iterable[Mapping[str, Any]]
            if release is not None:
                rows = emissions(conn, EmissionChoice({"release": [release]}))
            elif name == EMISSIONS:  # every row shows every column's type, and they are many
                rows = emissions(conn)
            else:
                rows = typical_first(whole(conn, name), dataset.columns)
            if form == CSV:
                with file.open("w", encoding="utf-8", newline="") as out:
                    out.writelines(csv_lines(dataset.fields, rows))
                return
            sheets = [
                Sheet(name, dataset.fields, _as_mappings(rows)),
                Sheet("columns", *column_sheet(dataset)),
                Sheet("about", *about_sheet(dataset)),
            ]
            with file.open("wb") as book:
                write_workbook(sheets, book)

    def _leave_newest(self) -> None:
        folders = [path for path in self._folder.iterdir() if path.is_dir()]
        folders.sort(key=lambda folder: folder.stat().st_mtime)
        for old in folders[:-STATES_KEPT]:
            shutil.rmtree(old, ignore_errors=True)


def _as_mappings(rows: Any) -> Iterator[Mapping[str, Any]]:
    yield from rows


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """While this process, of those that share the folder, writes into it."""
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _remove(process: int, folder: Path) -> None:
    """Remove a folder, unless it belongs to the process that this one was forked from."""
    if process == os.getpid():
        with suppress(OSError):
            shutil.rmtree(folder)
