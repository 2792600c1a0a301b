"""What it takes to write the files of open data, and what readers beside it notice.

`python -m tests.load.files` fills a store with the seed data and prints the seconds of processor
that `klimat files` takes, and the 95th percentile of readers' answers without and with it beside
them, turn by turn. Gives 1 where it takes more than 20 s or readers wait more than half as long
again. The machine must be quiet: what else runs on it is counted as the readers' waiting.
"""

import asyncio
import os
import random
import resource
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.load.crowd import Question, crowd, quantiles
from tests.load.serving import ROOT, running
from tests.stores import seeded_store

MOST_SECONDS = 20.0
MOST_SLOWER = 1.5
TURNS = 5
SECONDS = 8.0
USERS = 20
THINK = (0.1, 0.5)
PATHS = (
    "/sv/",
    "/sv/kommun/orebro",
    "/en/portfolio",
    "/api/v1/emissions?municipality=1880&limit=1000",
    "/api/v1/verdicts?municipality=1880",
    "/data/goals.csv",
    "/data/emissions.parquet",
)


def started(folder: Path, environment: dict[str, str]) -> "subprocess.Popen[bytes]":
    """`klimat files` into a folder that has none, beside whatever else runs."""
    command = [sys.executable, "-m", "data_access.command", "files", str(folder)]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)


def late(base: str, seed: int) -> float:
    """The 95th percentile of readers' answers, in milliseconds. Raises where one failed."""

    def question(chance: random.Random) -> Question:
        return Question(chance.choice(PATHS))

    answers = asyncio.run(
        crowd(base, question, users=USERS, seconds=SECONDS, think=THINK, seed=seed)
    )
    if failed := {answer.path for answer in answers if answer.status != 200}:
        raise RuntimeError(f"no answer at {', '.join(failed)}")
    return quantiles([answer.ms for answer in answers])[0.95]


def main() -> int:
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        url = seeded_store(f"sqlite:///{folder / 'store.db'}")
        environment = {**os.environ, "DATABASE_URL": url, "FILES": str(folder / "files")}
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        status = started(folder / "files", environment).wait()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        written = [path for path in (folder / "files").glob("*/*") if path.is_file()]
        size = sum(path.stat().st_size for path in written) / 1e6
        print(f"{len(written)} files, {size:.0f} MB, in {seconds:.1f} s of processor", flush=True)
        ratios = []
        with running("app:server", environment, product=True) as base:
            late(base, 0)  # what is made once is made before it counts
            for turn in range(1, TURNS + 1):
                alone = late(base, turn)
                beside = started(folder / f"again-{turn}", environment)
                try:
                    together = late(base, turn)
                    whole = "" if beside.poll() is None else " (ended meanwhile)"
                finally:
                    beside.terminate()
                    beside.wait()
                ratios.append(together / alone)
                print(f"95 % within {alone:.0f} ms, beside it {together:.0f} ms{whole}", flush=True)
    print(f"median of the ratios: {median(ratios):.2f}")
    return 0 if status == 0 and seconds <= MOST_SECONDS and median(ratios) <= MOST_SLOWER else 1


if __name__ == "__main__":
    sys.exit(main())
