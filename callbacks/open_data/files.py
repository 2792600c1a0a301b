"""Whole datasets as files: written once for each state of the store, then sent from the disk."""

import os
import shutil
import weakref
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp
from threading import Lock

from data_access.exports.sqlite_file import write_everything
from data_access.open_data.files import PreparedFile, alone, file_name, leave_newest, prepared_file
from data_access.open_data.forms import CSV, Form, write
from data_access.open_data.packing import pack_file
from data_access.reading import StoreReader
from progress.dataset import EVERYTHING


class Files:
    """Files that `klimat files` has written into its folder, and others, made when asked for.

    These lie in a folder that goes when the process that made it does. Workers that are forked
    from that process share it: one writes a file, all send it.
    """

    def __init__(self, store: StoreReader, folder_of_prepared: Path | None = None) -> None:
        self._store = store
        self._prepared = folder_of_prepared
        self._locks: dict[str, Lock] = {}
        self._folder = Path(mkdtemp(prefix="klimat-"))
        weakref.finalize(self, _remove, os.getpid(), self._folder)

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
        if encoding is not None:
            plain = self.path(version, name, release, form)
            return self._once(
                version,
                file_name(name, form, release, encoding),
                lambda to: pack_file(encoding, plain, to),
            )

        def make(path: Path) -> None:
            with self._store.connection() as conn:
                write(conn, name, release, form, path)

        return self._once(version, file_name(name, form, release), make)

    def everything(self, version: str) -> Path:
        """All datasets as one SQLite file. Raises StoreError, and OSError as above."""

        def make(path: Path) -> None:
            with self._store.connection() as conn:
                write_everything(conn, path)

        return self._once(version, EVERYTHING, make)

    def _once(self, version: str, name: str, make: Callable[[Path], None]) -> Path:
        """The file of this name, made where no worker has made it yet."""
        folder = self._folder / version
        file = folder / name
        if file.exists():
            return file
        # A machine that clears its temporary files away takes the folder, too.
        self._folder.mkdir(exist_ok=True)
        with self._locks.setdefault(name, Lock()), alone(self._folder / f"{name}.lock"):
            if not file.exists():
                folder.mkdir(exist_ok=True)
                begun = file.with_name(f"{name}.part")
                try:
                    make(begun)
                    begun.replace(file)
                finally:
                    begun.unlink(missing_ok=True)
                leave_newest(self._folder)
            return file


def _remove(process: int, folder: Path) -> None:
    """Remove a folder, unless it belongs to the process that this one was forked from."""
    if process == os.getpid():
        with suppress(OSError):
            shutil.rmtree(folder)
