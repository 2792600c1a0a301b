"""Whole datasets as files: written once for each state of the store, then sent from the disk."""

import os
import shutil
import weakref
from pathlib import Path
from tempfile import mkdtemp
from threading import Lock

from data_access.exports import csv_lines
from data_access.exports.emissions import EmissionChoice
from data_access.open_data import DATASETS, emissions, whole
from data_access.reading import StoreReader


class Files:
    """CSV files in a folder of this process's own, which goes when the process does."""

    def __init__(self, store: StoreReader) -> None:
        self._store = store
        self._lock = Lock()
        self._kept: tuple[int, str, Path] | None = None

    def path(self, version: str, name: str, release: str | None = None) -> Path:
        """The file of a dataset, or of one release of emissions. Raises StoreError.

        Memory does not grow with the file: rows go to the disk as the store gives them.
        """
        with self._lock:
            folder = self._folder_for(version)
            file = folder / f"{name}{'' if release is None else '-' + release}.csv"
            if file.exists():
                return file
            begun = file.with_suffix(".part")
            with (
                self._store.connection() as conn,
                begun.open("w", encoding="utf-8", newline="") as out,
            ):
                rows = (
                    whole(conn, name)
                    if release is None
                    else emissions(conn, EmissionChoice({"release": [release]}))
                )
                out.writelines(csv_lines(DATASETS[name].fields, rows))
            begun.replace(file)
            return file

    def _folder_for(self, version: str) -> Path:
        """An empty folder when the store or the process is another than the last time."""
        if self._kept is not None:
            process, kept_version, folder = self._kept
            if process == os.getpid():
                if kept_version == version:
                    return folder
                _remove(process, folder)
        folder = Path(mkdtemp(prefix="klimat-"))
        self._kept = (os.getpid(), version, folder)
        weakref.finalize(self, _remove, os.getpid(), folder)
        return folder


def _remove(process: int, folder: Path) -> None:
    """Remove a folder, unless it belongs to the process that this one was forked from."""
    if process == os.getpid():
        shutil.rmtree(folder, ignore_errors=True)
