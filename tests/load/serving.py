"""Starts what the benchmark measures: each by gunicorn, with the same workers and threads."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
SAME = ["--workers", "2", "--worker-class", "gthread", "--threads", "4", "--preload"]
START_SECONDS = 240.0


@dataclass(frozen=True, slots=True)
class Served:
    """A served program: its address without a final slash, and gunicorn's first process."""

    base: str
    process: "subprocess.Popen[bytes]"


@contextmanager
def running(target: str, environment: Mapping[str, str], *, product: bool) -> Iterator[str]:
    """As `served`; only the address."""
    with served(target, environment, product=product) as one:
        yield one.base


@contextmanager
def served(
    target: str, environment: Mapping[str, str], *, product: bool = True
) -> Iterator[Served]:
    """A program served by gunicorn. The product has its own settings.

    Raises RuntimeError where it does not answer within a minute.
    """
    port = free_port()
    config = (
        ["--config", "gunicorn.conf.py"]
        if product
        else ["--config", os.devnull, "--bind", f"127.0.0.1:{port}", *SAME]
    )
    with subprocess.Popen(
        [sys.executable, "-m", "gunicorn", *config, target],
        cwd=ROOT,
        env={**os.environ, "PORT": str(port), "WEB_CONCURRENCY": "2", **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            base = f"http://127.0.0.1:{port}"
            _wait(base, process)
            yield Served(base, process)
        finally:
            process.terminate()


def processor_seconds(process: "subprocess.Popen[bytes]") -> float:
    """What a served program and its workers have used of the processor, as Linux counts it."""
    pids = [process.pid]
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    pids += [int(pid) for pid in children.read_text().split()]
    ticks = 0
    for pid in pids:
        after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(after_name[11]) + int(after_name[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _wait(base: str, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"{base}: ended with status {process.returncode}")
        try:
            with urlopen(f"{base}/healthz", timeout=5):
                return
        except HTTPError:
            return  # it answers, if only that it has no such page
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"{base}: no answer in {START_SECONDS:.0f} s")
