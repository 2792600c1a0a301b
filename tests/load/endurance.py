"""Twenty minutes of mixed load and the memory of each process.

`python -m tests.load.endurance [MINUTES]`: pages, steps, open data and questions that cannot be
answered, on the store of this folder (or of DATABASE_URL). Memory rises while what is kept
fills up, so all municipalities are asked for alike.
"""

import asyncio
import os
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from statistics import linear_regression

from tests.load.crowd import crowd, quantiles
from tests.load.mix import Mix
from tests.load.serving import ROOT, Served, served

MINUTES = 20.0
USERS, THINK = 5, (0.2, 0.6)
EVERY = 10.0
USUAL = frozenset({200, 404})
MOST_RISE = 0.02


def main(minutes: float) -> int:
    """Prints the curve; 1 where memory rises over the second half, or a question failed."""
    store = os.environ.get("DATABASE_URL") or f"sqlite:///{ROOT / 'var' / 'klimat.db'}"
    samples: list[tuple[float, list[int]]] = []
    ended = threading.Event()
    with served("app:server", {"DATABASE_URL": store, "WEB_CONCURRENCY": "2"}) as machine:
        mix = Mix(machine.base, unusual=0.05, even=True)
        watching = threading.Thread(target=_watch, args=(machine, samples, ended))
        watching.start()
        heard = asyncio.run(
            crowd(machine.base, mix.anything, users=USERS, seconds=minutes * 60, think=THINK)
        )
        ended.set()
        watching.join()
    statuses = Counter(one.status for one in heard)
    times = quantiles([one.ms for one in heard])
    print(f"{len(heard)} answers in {minutes:.0f} min, statuses {dict(statuses)}")
    print(", ".join(f"p{share * 100:.0f} {ms:.0f} ms" for share, ms in times.items()))
    print(f"{len({one.path for one in heard})} addresses")
    for at, sizes in samples[:: max(1, len(samples) // 20)]:
        print(f"  {at / 60:5.1f} min  {'  '.join(f'{size / 1024:6.1f} MB' for size in sizes)}")
    second = [(at, sum(sizes)) for at, sizes in samples if at >= minutes * 30]
    rise = 0.0
    if len(second) > 2:
        slope = linear_regression([at for at, _ in second], [size for _, size in second]).slope
        rise = slope * minutes * 30 / second[0][1]
    print(f"second half: {rise:+.1%}")
    return 1 if rise > MOST_RISE or set(statuses) - USUAL else 0


def _watch(machine: Served, samples: list[tuple[float, list[int]]], ended: threading.Event) -> None:
    begun = time.monotonic()
    while not ended.wait(EVERY):
        samples.append((time.monotonic() - begun, [_kilobytes(pid) for pid in _workers(machine)]))


def _workers(machine: Served) -> list[int]:
    pid = machine.process.pid
    return sorted(int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split())


def _kilobytes(pid: int) -> int:
    """Memory that is the process's own: what it shares with its parent is not counted twice."""
    rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(row.split()[1]) for row in rows if row.startswith("Private_"))


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else MINUTES))
