"""Clocks and locales: neither where a machine stands nor what it speaks changes a page."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from data_access.engine import open_store
from data_access.questions import store_version
from data_access.releases import record_change

ROOT = Path(__file__).resolve().parents[2]
PLAIN = {"TZ": "UTC", "LC_ALL": "C.UTF-8"}
ODD = (
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"},
)


def pages(url: str, file: Path, surroundings: dict[str, str]) -> list[str]:
    """A line for each page after an import, both made in a process of these surroundings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.all_pages", url, str(file)],
        cwd=ROOT,
        env={**kept, **surroundings},
        capture_output=True,
        check=False,
        timeout=900,
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return done.stdout.decode("ascii").splitlines()


def test_no_time_zone_and_no_locale_changes_a_page(
    new_sqlite: Callable[[], str], release_file: Path, tmp_path: Path
) -> None:
    file = tmp_path / "påhittad utgåva.csv"
    file.write_bytes(release_file.read_bytes())
    right = pages(new_sqlite(), file, PLAIN)
    assert len(right) > 20
    assert {line.split()[0] for line in right} == {"200"}
    for surroundings in ODD:
        assert pages(new_sqlite(), file, surroundings) == right


def test_a_clock_that_is_set_back_hides_no_change(new_store: Callable[[], str]) -> None:
    engine = open_store(new_store(), read_only=False)
    now = datetime.now(UTC)
    versions = []
    for moment in (now, now, now - timedelta(days=400), now + timedelta(days=400), now):
        with engine.begin() as conn:
            record_change(conn, "refresh", now=moment)
            versions.append(store_version(conn))
    engine.dispose()
    assert len(set(versions)) == len(versions)
