"""The emissions of all municipalities in one release as CSV: how long, and how much memory.

In a process of its own, since what matters is the most that it ever needs:
`python -m tests.load.whole_release` with DATABASE_URL prints seconds, seconds of processor, MB
that the process had before and at most, rows and bytes.
"""

import json
import resource
import time

from callbacks.open_data.files import Files
from data_access import questions
from data_access.engine import database_url
from data_access.reading import StoreReader


def main() -> None:
    """Write the file once and tell."""
    store = StoreReader(database_url())
    with store.connection() as conn:
        version = questions.store_version(conn)
        label = questions.default_release(conn, "co2e")
    files = Files(store)
    before, begun, worked = _megabytes(), time.perf_counter(), time.process_time()
    file = files.path(version, "emissions", label)
    seconds, processor = time.perf_counter() - begun, time.process_time() - worked
    with file.open(encoding="utf-8") as lines:
        rows = sum(1 for _ in lines) - 1
    told = {
        "seconds": seconds,
        "processor": processor,
        "before": before,
        "most": _megabytes(),
        "rows": rows,
        "bytes": file.stat().st_size,
    }
    print(json.dumps(told))


def _megabytes() -> float:
    """The most memory that this process has had, as Linux counts it."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
