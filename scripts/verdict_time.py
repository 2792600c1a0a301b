"""Prints how long the verdicts of each loaded release take to compute; stores nothing."""

import time
from collections import Counter, defaultdict
from datetime import UTC, datetime

from data_access.derived.verdicts import all_verdicts
from data_access.engine import open_store


def main() -> None:
    """Seconds for a release hold the reading of its figures from the store."""
    year = datetime.now(UTC).year
    with open_store().connect() as conn:
        counts: Counter[int] = Counter()
        seconds: defaultdict[int, float] = defaultdict(float)
        started = time.perf_counter()
        for verdict in all_verdicts(conn, year):
            now = time.perf_counter()
            counts[verdict.release_id] += 1
            seconds[verdict.release_id] += now - started
            started = now
    for release_id, count in counts.items():
        print(f"release {release_id}: {count} verdicts in {seconds[release_id]:.2f} s")
    print(f"all: {sum(counts.values())} verdicts in {sum(seconds.values()):.2f} s")


if __name__ == "__main__":
    main()
