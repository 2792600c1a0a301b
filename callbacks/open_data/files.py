"""Whole datasets as files: written once for each state of the store, then sent from the disk."""

import os
import shutil
import weakref
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp
from threading import Lock

from data_access.exports.sqlite_file import write_everything
from data_access.open_data.files import PreparedFile, alone, file_name, leave_newest, prepared_file
from data_access.open_data.forms import CSV, Form, write
from data_access.open_data.packing import pack_file
from data_access.open_data.rows import Row
from data_access.reading import StoreReader
from progress.dataset import EVERYTHING, Dataset


class Files:
    """Files that `klimat files` has written into its folder, and others, made when asked for.

    These lie in a folder that goes when the process that made it does. Workers that are forked
    from that process share it: one writes a file, all send it.
    """

    def __init__(self, store: StoreReader, folder_of_prepared: Path | None = None) -> None:
        self._store = store
        self._prepared = folder_of_prepared
        self._locks: dict[Path, Lock] = {}
        folder = Path(mkdtemp(prefix="klimat-"))
        weakref.finalize(self, _remove, os.getpid(), folder)
        self._of_now, self._of_days = folder / "now", folder / "days"

    def prepared(self, version: str, name: str, *, or_former: bool) -> PreparedFile | None:
        """The file of this name of a version of the store, or of the one before, if it is there."""
        if self._prepared is None:
            return None
        return prepared_file(self._prepared, version, name, or_former=or_former)

    def path(
        self,
        version: str,
        name: str,
        release: str | None = None,
        form: Form = CSV,
        encoding: str | None = None,
    ) -> Path:
        """The file of a dataset, or of one release of emissions; packed where an encoding is named.

        Memory does not grow with the file: rows go to the disk as the store gives them.
        Raises StoreError, OSError where the disk is full, and TooManyRows for a workbook.
        """

        def make(path: Path) -> None:
            with self._store.connection() as conn:
                write(conn, name, release, form, path)

        file = self._of_now / version / file_name(name, form, release)
        return self._packed(self._once(file, make), encoding)

    def path_of_rows(
        self, day: str, dataset: Dataset, rows: Sequence[Row], form: Form, encoding: str | None
    ) -> Path:
        """As `path`, of the rows of an earlier day."""

        def make(path: Path) -> None:
            with self._store.connection() as conn:
                form.write(conn, dataset, rows, path)

        file = self._of_days / day / file_name(dataset.name, form)
        return self._packed(self._once(file, make), encoding)

    def everything(self, version: str) -> Path:
        """All datasets as one SQLite file. Raises StoreError, and OSError as above."""

        def make(path: Path) -> None:
            with self._store.connection() as conn:
                write_everything(conn, path)

        return self._once(self._of_now / version / EVERYTHING, make)

    def _packed(self, plain: Path, encoding: str | None) -> Path:
        if encoding is None:
            return plain
        packed = plain.with_name(f"{plain.name}.{encoding}")
        return self._once(packed, lambda to: pack_file(encoding, plain, to))

    def _once(self, file: Path, make: Callable[[Path], None]) -> Path:
        """The file, made where no worker has made it yet."""
        if file.exists():
            return file
        folder = file.parent.parent
        # A machine that clears its temporary files away takes the folder, too.
        folder.mkdir(parents=True, exist_ok=True)
        lock = folder / f"{file.name}.lock"
        with self._locks.setdefault(lock, Lock()), alone(lock):
            if not file.exists():
                file.parent.mkdir(exist_ok=True)
                begun = file.with_name(f"{file.name}.part")
                try:
                    make(begun)
                    begun.replace(file)
                finally:
                    begun.unlink(missing_ok=True)
                leave_newest(folder)
            return file


def _remove(process: int, folder: Path) -> None:
    """Remove a folder, unless it belongs to the process that this one was forked from."""
    if process == os.getpid():
        with suppress(OSError):
            shutil.rmtree(folder)
