"""Whole datasets as files: written once for each state of the store, then sent from the disk."""

import fcntl
import os
import shutil
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp
from threading import Lock

from callbacks.compression import compress_file
from callbacks.dataset_forms import CSV, Form, write
from data_access.exports.sqlite_file import write_everything
from data_access.reading import StoreReader
from progress.dataset import EVERYTHING

STATES_KEPT = 2
"""Files of so many states of the store stay: a slower worker may still be at the one before."""


class Files:
    """Files in a folder that goes when the process that made it does.

    Workers that are forked from that process share it: one writes a file, all send it.
    """

    def __init__(self, store: StoreReader) -> None:
        self._store = store
        self._locks: dict[str, Lock] = {}
        self._folder = Path(mkdtemp(prefix="klimat-"))
        weakref.finalize(self, _remove, os.getpid(), self._folder)

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
                version, f"{plain.name}.{encoding}", lambda to: compress_file(encoding, plain, to)
            )

        def make(path: Path) -> None:
            with self._store.connection() as conn:
                write(conn, name, release, form, path)

        file = f"{name}{'' if release is None else '-' + release}{form.suffix}"
        return self._once(version, file, make)

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
        with self._locks.setdefault(name, Lock()), _alone(self._folder / f"{name}.lock"):
            if not file.exists():
                folder.mkdir(exist_ok=True)
                begun = file.with_name(f"{name}.part")
                try:
                    make(begun)
                    begun.replace(file)
                finally:
                    begun.unlink(missing_ok=True)
                self._leave_newest()
            return file

    def _leave_newest(self) -> None:
        folders = [path for path in self._folder.iterdir() if path.is_dir()]
        folders.sort(key=lambda folder: folder.stat().st_mtime)
        for old in folders[:-STATES_KEPT]:
            shutil.rmtree(old, ignore_errors=True)


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    """While this process, of those that share the folder, writes one of the files."""
    with file.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _remove(process: int, folder: Path) -> None:
    """Remove a folder, unless it belongs to the process that this one was forked from."""
    if process == os.getpid():
        with suppress(OSError):
            shutil.rmtree(folder)
