"""Runs one import and may be killed: `python -m tests.faults.killed_import URL FILE [LIMIT]`.

Says "ready" when all is loaded and begins at a line on its input. With a limit no file may grow
beyond so many bytes, as on a full disk.
"""

import resource
import sys
from pathlib import Path

from data_access.engine import open_store
from tests.faults.country import load


def main(url: str, file: Path, limit: int | None) -> None:
    engine = open_store(url, read_only=False)
    print("ready", flush=True)
    sys.stdin.readline()
    if limit is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    load(engine, file)
    print("done", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else None)
