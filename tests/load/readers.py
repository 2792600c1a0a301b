"""A thousand readers for five minutes: `python -m tests.load.readers [USERS] [SECONDS]`.

Readers read for one to five seconds, then ask for the next page; one question of twenty is a step
on a board. Serves the store of this folder (or of DATABASE_URL) by gunicorn with two processes and,
where nginx is installed and `--front` is given, its settings in front. Client and servers share
the processors: how much the client has used is told. With `--import` a copy of the store is served,
into which a new release of emissions is imported when half of the time has passed.
"""

import asyncio
import csv
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from data_access.clock import today
from tests.load.crowd import Heard, crowd, quantiles
from tests.load.mix import Mix
from tests.load.serving import ROOT, processor_seconds, served

USERS, SECONDS = 1000, 300.0
THINK = (1.0, 5.0)
MOST_MS = 100
MOST_SLOWER = 1.5
"""How many times as long 95 % may take while an import goes on."""
AFTER = 30.0
"""So many seconds after it all that is asked for is made anew."""

KLIMAT = (sys.executable, "-m", "data_access.command")
RELEASE = "smhi-co2e-2026"
"""What the imported file is a copy of, with one figure changed."""
COLUMNS = ("municipality_code", "year", "sector", "tonnes", "status")
OPTIONS = ("--release", "prov-co2e", "--gas", "co2e", "--yes", "--released", str(today()))


@dataclass
class Import:
    """An import while readers ask: the seconds after their beginning when it began and ended."""

    store: str
    file: Path
    span: list[float] = field(default_factory=list)

    def run(self, after: float) -> None:
        """Wait, then import; the beginning of the readers is now."""
        begun = time.monotonic()
        time.sleep(after)
        self.span.append(time.monotonic() - begun)
        klimat(self.store, "import", "emissions", str(self.file), *OPTIONS)
        self.span.append(time.monotonic() - begun)


def main(arguments: list[str]) -> int:
    """Prints the figures; 1 where an answer failed or the 95th percentile is above the limit."""
    numbers = [float(argument) for argument in arguments if not argument.startswith("--")]
    users = int(numbers[0]) if numbers else USERS
    seconds = numbers[1] if len(numbers) > 1 else SECONDS
    store = os.environ.get("DATABASE_URL") or f"sqlite:///{ROOT / 'var' / 'klimat.db'}"
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        planned = None
        if "--import" in arguments:
            planned = plan_import(store, folder)
            store = planned.store
        environment = {"DATABASE_URL": store, "WEB_CONCURRENCY": "2"}
        machine = stack.enter_context(served("app:server", environment))
        base = machine.base
        if "--front" in arguments:
            from tests.load.front import front

            one = stack.enter_context(front(folder, (machine, machine), tls=False))
            base = f"http://127.0.0.1:{one.plain}"
        mix = Mix(machine.base)
        if planned is not None:
            thread = threading.Thread(target=planned.run, args=(seconds / 2,))
            thread.start()
            stack.callback(thread.join)
        own, server = time.process_time(), processor_seconds(machine.process)
        heard = asyncio.run(
            crowd(base, mix.page_or_step, users=users, seconds=seconds, think=THINK)
        )
        own = time.process_time() - own
        server = processor_seconds(machine.process) - server
    told_processor(own, server, seconds)
    slower = 0.0 if planned is None else told_import(heard, planned.span)
    return told(heard, users, seconds) or int(slower > MOST_SLOWER)


def plan_import(store: str, folder: Path) -> Import:
    """A copy of an SQLite store, and a file of emissions to import into it."""
    copy, file, changed = (folder / name for name in ("copy.db", "as-is.csv", "changed.csv"))
    klimat(store, "backup", str(copy))
    klimat(store, "export", "emissions", "--release", RELEASE, "--output", str(file))
    with (
        file.open(encoding="utf-8", newline="") as rows,
        changed.open("w", encoding="utf-8", newline="") as out,
    ):
        writer = csv.DictWriter(out, COLUMNS, extrasaction="ignore")
        writer.writeheader()
        for number, row in enumerate(csv.DictReader(rows)):
            writer.writerow(row if number else row | {"tonnes": str(float(row["tonnes"]) + 1)})
    return Import(f"sqlite:///{copy}", changed)


def klimat(store: str, *words: str) -> None:
    """A command on a store, in a process of its own. Raises CalledProcessError."""
    environment = {**os.environ, "DATABASE_URL": store}
    subprocess.run([*KLIMAT, *words], cwd=ROOT, env=environment, check=True, capture_output=True)


def told_processor(client: float, server: float, seconds: float) -> None:
    """How much of the processors the readers themselves took, and the program."""
    cores = os.cpu_count() or 1
    shares = [
        f"{name} {used / seconds / cores:.0%}"
        for name, used in (("the readers' own program", client), ("the product", server))
    ]
    print(f"of {cores} cores: {', '.join(shares)}")


def told_import(heard: list[Heard], span: list[float]) -> float:
    """Prints what 95 % waited before the import (once all readers were there), during it and in the
    half minute after it; gives how many times as long the longest of these was."""
    begun, ended = span
    before, meanwhile, after = (
        quantiles([one.ms for one in heard if start <= one.at < end])[0.95]
        for start, end in ((begun / 5, begun), (begun, ended), (ended, ended + AFTER))
    )
    print(
        f"an import of {ended - begun:.0f} s: p95 {before:.0f} ms before it, {meanwhile:.0f} in it,"
        f" {after:.0f} in the {AFTER:.0f} s after it"
    )
    return max(meanwhile, after) / before


def told(heard: list[Heard], users: int, seconds: float) -> int:
    result = quantiles([one.ms for one in heard])
    statuses = Counter(one.status for one in heard)
    failed = [one for one in heard if one.status != 200]
    print(f"{users} readers, {seconds:.0f} s, load of the machine {os.getloadavg()[0]:.1f}")
    print(f"{len(heard)} answers, {len(heard) / seconds:.0f} a second, statuses {dict(statuses)}")
    print(
        f"{sum(one.size for one in heard) / 1e6:.0f} MB; {len({o.path for o in heard})} addresses"
    )
    print(_words(result))
    for minute in range(int(seconds // 60) or 1):
        part = [one.ms for one in heard if minute * 60 <= one.at < (minute + 1) * 60]
        times = ", ".join(
            f"p{share * 100:.0f} {ms:.0f} ms" for share, ms in quantiles(part).items()
        )
        print(f"  minute {minute + 1}: {len(part)} answers, {times}")
    for one in failed[:5]:
        print(f"  failed: {one.status} {one.path}")
    return 1 if failed or not result or result[0.95] > MOST_MS else 0


def _words(times: dict[float, float]) -> str:
    return ", ".join(f"p{share * 100:.0f} {ms:.0f} ms" for share, ms in times.items())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
