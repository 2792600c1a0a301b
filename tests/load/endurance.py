"""Twenty minutes of mixed load and the memory of each process: `python -m tests.load.endurance`.

Pages, steps, open data and questions that cannot be answered, on the store of this folder (or of
DATABASE_URL), evenly of all municipalities. What is cached has a bound
(`callbacks.byte_cache`), so memory rises until it is reached: first everybody asks without a pause
until it is, then the time that
counts begins. Another number of minutes can be given.

The last line is the verdict; 1 where a process's memory rises, or an answer was none of the usual.
"""

import asyncio
import os
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from statistics import linear_regression, mean

from tests.load.crowd import Heard, crowd, quantiles
from tests.load.mix import Mix
from tests.load.serving import ROOT, Served, served

MINUTES = 20.0
USERS, THINK = 5, (0.2, 0.6)
EVERY = 10.0
USUAL = frozenset({200, 404})

MOST_RISE = 0.02
"""Of a process's memory from the beginning to the end, by the straight line nearest to it."""

WARM_ANSWERS, WARM_SECONDS, WARM_MOST_SECONDS = 10_000, 30.0, 900.0
LEVEL = 0.005
"""What is kept is full when two rounds of so many seconds in a row add less than this share."""

Sample = tuple[float, dict[int, int]]
"""Seconds since the beginning, and each process's kilobytes."""


def main(minutes: float) -> int:
    """Prints the curve and the verdict."""
    store = os.environ.get("DATABASE_URL") or f"sqlite:///{ROOT / 'var' / 'klimat.db'}"
    with served("app:server", {"DATABASE_URL": store, "WEB_CONCURRENCY": "2"}) as machine:
        mix = Mix(machine.base, unusual=0.05, even=True)
        warm = warmed(machine, mix)
        heard, samples = watched(machine, mix, minutes * 60)
    statuses = Counter(one.status for one in (*warm, *heard))
    times = quantiles([one.ms for one in heard])
    print(f"{len(heard)} answers in {minutes:.0f} min, load {os.getloadavg()[2]:.1f} at the end")
    print(", ".join(f"p{share * 100:.0f} {ms:.0f} ms" for share, ms in times.items()))
    print(f"statuses with the beginning {dict(statuses)}")
    unusual = sorted({one.path for one in (*warm, *heard) if one.status not in USUAL})
    return verdict(samples, unusual)


def warmed(machine: Served, mix: Mix) -> list[Heard]:
    """Asks without a pause until what is kept is full; what was heard."""
    heard: list[Heard] = []
    begun, level, before = time.monotonic(), 0, sum(sizes(machine).values())
    print(f"at the start: {_shown(sizes(machine))}", flush=True)
    while len(heard) < WARM_ANSWERS or level < 2:
        if time.monotonic() - begun > WARM_MOST_SECONDS:
            print(f"not level after {WARM_MOST_SECONDS / 60:.0f} min")
            break
        heard += _asked(machine, mix, WARM_SECONDS, (0.0, 0.0), seed=1 + len(heard))
        now = sum(sizes(machine).values())
        level = level + 1 if now < before * (1 + LEVEL) else 0
        before = now
        print(f"after {len(heard):6} answers: {_shown(sizes(machine))}", flush=True)
    return heard


def watched(machine: Served, mix: Mix, seconds: float) -> tuple[list[Heard], list[Sample]]:
    """The time that counts: what was heard, and each process's memory meanwhile."""
    samples: list[Sample] = []
    ended = threading.Event()
    begun = time.monotonic()

    def watch() -> None:
        while not ended.wait(EVERY):
            samples.append((time.monotonic() - begun, sizes(machine)))
            if len(samples) % 6 == 0:
                print(f"{samples[-1][0] / 60:5.1f} min: {_shown(samples[-1][1])}", flush=True)

    watching = threading.Thread(target=watch)
    watching.start()
    try:
        return _asked(machine, mix, seconds, THINK, seed=0), samples
    finally:
        ended.set()
        watching.join()


def verdict(samples: list[Sample], unusual: list[str]) -> int:
    """Prints whether memory was level, process by process; 1 where it was not."""
    processes = set(samples[0][1])
    replaced = any(set(found) != processes for _, found in samples)
    rises = []
    for pid in sorted(processes):
        curve = [(at, found[pid]) for at, found in samples if pid in found]
        slope = linear_regression([at for at, _ in curve], [size for _, size in curve]).slope
        rises.append(slope * (curve[-1][0] - curve[0][0]) / mean(size for _, size in curve))
    told = ", ".join(f"{rise:+.2%}" for rise in rises)
    level = not replaced and max(rises) <= MOST_RISE
    if replaced:
        told += "; a process was replaced"
    if unusual:
        told += f"; unusual answers to {', '.join(unusual[:5])}"
    print(f"{'LEVEL' if level else 'RISES'}: {told} (at most {MOST_RISE:.0%})")
    return 0 if level and not unusual else 1


def sizes(machine: Served) -> dict[int, int]:
    """Process → kilobytes that are its own: what it shares with its parent is not counted twice."""
    parent = machine.process.pid
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    return {int(child): _kilobytes(int(child)) for child in children}


def _kilobytes(pid: int) -> int:
    rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(row.split()[1]) for row in rows if row.startswith("Private_"))


def _shown(found: dict[int, int]) -> str:
    return "  ".join(f"{found[pid] / 1024:6.1f} MB" for pid in sorted(found))


def _asked(
    machine: Served, mix: Mix, seconds: float, think: tuple[float, float], seed: int
) -> list[Heard]:
    asking = crowd(machine.base, mix.anything, users=USERS, seconds=seconds, think=think, seed=seed)
    return asyncio.run(asking)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else MINUTES))
