"""The charting bundle is the recorded one, complete, of the version plotly.py pins."""

import gzip
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from plotly.offline import get_plotlyjs_version  # type: ignore[import-untyped]

from callbacks.compression import READY, ready_name

ROOT = Path(__file__).resolve().parent.parent
VENDOR = ROOT / "assets" / "vendor"


@pytest.fixture(scope="module")
def record() -> dict[str, Any]:
    content: dict[str, Any] = json.loads((VENDOR / "bundle.json").read_text())
    return content


@pytest.fixture(scope="module")
def script(record: dict[str, Any]) -> bytes:
    return (VENDOR / str(record["file"])).read_bytes()


def test_bundle_is_the_recorded_file(record: dict[str, Any], script: bytes) -> None:
    assert hashlib.sha256(script).hexdigest() == record["sha256"]
    assert len(script) == record["bytes"]


def test_bundle_is_the_version_plotly_py_pins(record: dict[str, Any]) -> None:
    assert record["plotly_js"] == get_plotlyjs_version()
    packages = json.loads((ROOT / "bundle" / "package.json").read_text())
    assert packages["dependencies"]["plotly.js"] == get_plotlyjs_version()


def test_bundle_holds_the_traces_its_entry_file_names(record: dict[str, Any]) -> None:
    entry = (ROOT / "bundle" / "entry.js").read_text()
    named = set(re.findall(r"plotly\.js/lib/(\w+)'\)", entry)) - {"core"} | {"scatter"}
    assert set(record["traces"]) == named == {"bar", "sankey", "scatter"}


def test_bundle_needs_no_unsafe_eval(script: bytes) -> None:
    assert not re.search(rb"\bnew Function\b|[^\w.]eval\(", script)


def test_bundle_stays_small_on_the_line(record: dict[str, Any], script: bytes) -> None:
    sent = (READY / ready_name(script)).read_bytes()
    assert len(sent) <= record["bytes_brotli"] * 1.02 < 345_000
    assert len(gzip.compress(script)) <= record["bytes_gzip"] * 1.02 < 415_000


def test_licences_of_the_parts_travel_with_the_bundle(record: dict[str, Any]) -> None:
    licences = (VENDOR / record["file"].replace(".min.js", ".LICENSES.txt")).read_text()
    assert f"plotly.js {record['plotly_js']} (MIT)" in licences
    assert "@plotly/d3" in licences
