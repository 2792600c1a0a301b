"""What is served comes from where it says it does, under licences that let it be served."""

import json
import re
import shutil
from pathlib import Path

import pytest

from scripts import audit

ROOT = Path(__file__).resolve().parent.parent


def test_every_vendored_file_is_the_recorded_one() -> None:
    assert list(audit.not_as_recorded(audit.VENDOR)) == []
    assert len(audit.recorded(audit.VENDOR)) >= 3


def test_a_changed_or_unknown_vendored_file_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "vendor"
    shutil.copytree(audit.VENDOR, folder)
    bundle = next(folder.glob("plotly-*.min.js"))
    bundle.write_bytes(bundle.read_bytes() + b" ")
    (folder / "found-somewhere.js").write_text("1")
    next(folder.glob("*.otf")).unlink()
    faults = "\n".join(audit.not_as_recorded(folder))
    assert f"{bundle.name} is not the recorded file" in faults
    assert "found-somewhere.js has no record" in faults
    assert "the file is missing" in faults


def test_what_the_bundle_is_built_from_is_pinned_by_hash() -> None:
    packages = json.loads((ROOT / "bundle" / "package-lock.json").read_text())["packages"]
    named = {name: one for name, one in packages.items() if name and not one.get("link")}
    assert len(named) > 100
    assert [name for name, one in named.items() if not one.get("integrity")] == []


def test_every_served_package_has_a_licence_that_is_allowed() -> None:
    for name in audit.locked():
        one = audit.licence_of(name)
        if one.version:  # else it is for another system
            assert one.licence, name
            assert not audit.NOT_ALLOWED.search(one.licence), one


@pytest.mark.parametrize(
    ("licence", "allowed"),
    [
        ("MIT", True),
        ("LGPL-3.0-only", True),
        ("GNU Lesser General Public License v3 (LGPLv3)", True),
        ("GPL-3.0-or-later", False),
        ("GNU General Public License v3 (GPLv3)", False),
        ("AGPL-3.0", False),
        ("GNU Affero General Public License v3", False),
    ],
)
def test_which_licences_are_allowed(licence: str, allowed: bool) -> None:
    assert (audit.NOT_ALLOWED.search(licence) is None) is allowed


def test_packages_that_nobody_answered_for_are_not_called_sound(
    capsys: pytest.CaptureFixture[str],
) -> None:
    sound = {"name": "prov", "version": "1", "vulns": []}
    skipped = {"name": "prov", "skip_reason": "not found"}
    faulty = {"name": "prov", "version": "1", "vulns": [{"id": "PROV-1"}]}
    assert audit.outcome_of([sound, sound], 2) == 0
    assert audit.outcome_of([sound, skipped], 2) == audit.NOT_KNOWN
    assert "1 of 2 packages were answered for" in capsys.readouterr().out
    assert audit.outcome_of([faulty, skipped], 2) == audit.WRONG
    assert re.search(r"prov 1: PROV-1", capsys.readouterr().out)
