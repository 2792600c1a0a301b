"""Two hundred readers for five minutes: `python -m tests.load.readers [USERS] [SECONDS]`.

Readers read for one to five seconds, then ask for the next page. Serves the store of this folder
(or of DATABASE_URL) by gunicorn with two processes and, where nginx is installed and `--front` is
given, its settings in front. Client and servers share the processors.
"""

import asyncio
import os
import sys
import tempfile
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from tests.load.crowd import Heard, crowd, quantiles
from tests.load.mix import Mix
from tests.load.serving import ROOT, served

USERS, SECONDS = 200, 300.0
THINK = (1.0, 5.0)
MOST_MS = 300


def main(arguments: list[str]) -> int:
    """Prints the figures; 1 where an answer failed or the 95th percentile is above the limit."""
    numbers = [float(argument) for argument in arguments if not argument.startswith("--")]
    users = int(numbers[0]) if numbers else USERS
    seconds = numbers[1] if len(numbers) > 1 else SECONDS
    store = os.environ.get("DATABASE_URL") or f"sqlite:///{ROOT / 'var' / 'klimat.db'}"
    with ExitStack() as stack:
        environment = {"DATABASE_URL": store, "WEB_CONCURRENCY": "2"}
        machine = stack.enter_context(served("app:server", environment))
        base = machine.base
        if "--front" in arguments:
            from tests.load.front import front

            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            one = stack.enter_context(front(folder, (machine, machine), tls=False))
            base = f"http://127.0.0.1:{one.plain}"
        mix = Mix(machine.base)
        heard = asyncio.run(crowd(base, mix.page, users=users, seconds=seconds, think=THINK))
    return told(heard, users, seconds)


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
