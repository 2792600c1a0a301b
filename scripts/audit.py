"""`make audit`: known vulnerabilities, licences and the list of parts (SBOM) of what is served.

Writes var/audit/. Gives 1 where something is known to be wrong, 3 where the database of
vulnerabilities could not be asked about everything: that is no clean bill of health.
"""

import csv
import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
VENDOR = ROOT / "assets" / "vendor"
TARGET = ROOT / "var" / "audit"
LOCKED = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^\s;\\]+)", re.M)

WRONG, NOT_KNOWN = 1, 3

NOT_ALLOWED = re.compile(r"\bA?GPL|\bSSPL|\bBUSL|Affero|(?<!Lesser )General Public", re.I)
"""Licences that would bind who runs or changes the product. LGPL parts are used unchanged."""

MIT = (
    "Permission is hereby granted, free of charge, to any person obtaining a copy of this software"
)


@dataclass(frozen=True, slots=True)
class Licence:
    """What a package says of itself; without a version it is not installed here."""

    name: str
    version: str
    licence: str


def main() -> int:
    """Everything in turn; the worst outcome is the exit code."""
    TARGET.mkdir(parents=True, exist_ok=True)
    outcomes = [vulnerabilities(), licences(), vendored(), parts()]
    return WRONG if WRONG in outcomes else max(outcomes)


def vulnerabilities() -> int:
    """Ask the public database about every locked package, by name and version."""
    command = [*("-m", "pip_audit", "--requirement", str(LOCK), "--disable-pip")]
    command += ["--require-hashes", "--progress-spinner", "off", "--format", "json"]
    done = subprocess.run(
        [sys.executable, *command], capture_output=True, text=True, check=False, timeout=300
    )
    versions = locked()
    try:
        result = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        why = (done.stderr.strip().splitlines() or ["no answer"])[-1]
        print(f"vulnerabilities: NOT KNOWN, the database cannot be reached: {why[:200]}")
        return NOT_KNOWN
    (TARGET / "vulnerabilities.json").write_text(json.dumps(result, indent=1), "utf-8")
    return outcome_of(result, len(versions))


def outcome_of(packages: list[dict[str, Any]], number: int) -> int:
    """What the database's answer means. A package that it skipped is not known to be sound."""
    faulty = [package for package in packages if package.get("vulns")]
    answered = [package for package in packages if "skip_reason" not in package]
    for package in faulty:
        ids = ", ".join(str(fault["id"]) for fault in package["vulns"])
        print(f"vulnerabilities: {package['name']} {package['version']}: {ids}")
    if faulty:
        return WRONG
    if len(answered) < number:
        print(f"vulnerabilities: NOT KNOWN, {len(answered)} of {number} packages were answered for")
        return NOT_KNOWN
    print(f"vulnerabilities: none known in {number} packages")
    return 0


def licences() -> int:
    """Write each package's licence; 1 where one is missing or not allowed."""
    result = [licence_of(name) for name in sorted(locked())]
    with (TARGET / "licences.csv").open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(("package", "version", "licence"))
        writer.writerows((package.name, package.version, package.licence) for package in result)
    here = [package for package in result if package.version]
    wrong = [
        package for package in here if not package.licence or NOT_ALLOWED.search(package.licence)
    ]
    for package in wrong:
        print(f"licences: {package.name} {package.version}: {package.licence or 'says none'}")
    print(f"licences: {len(here)} packages, {len(result) - len(here)} for other systems")
    return WRONG if wrong else 0


def licence_of(name: str) -> Licence:
    """A package's licence: its expression, else its classifiers, its free text or its file."""
    try:
        installed: Distribution = distribution(name)
    except PackageNotFoundError:
        return Licence(name, "", "")
    about = installed.metadata
    classified = [
        value.rsplit(" :: ", 1)[-1]
        for value in about.get_all("Classifier") or ()
        if value.startswith("License :: ") and value.count("::") > 1
    ]
    stated = about.get_all("License-Expression") or ["; ".join(classified)]
    free = "\n".join(about.get_all("License") or ()).strip().splitlines()
    said = stated[0] or (free[0] if free else "")
    return Licence(name, installed.version, said or _by_its_text(installed))


def _by_its_text(distribution: Distribution) -> str:
    """The licence that a package only carries as a file."""
    for path in distribution.files or ():
        if "licen" in path.name.lower() and MIT in " ".join(path.read_text("utf-8").split()):
            return "MIT"
    return ""


def vendored() -> int:
    """Hold every file in assets/vendor against its record; 1 where one differs or has none."""
    wrong = list(not_as_recorded(VENDOR))
    for fault in wrong:
        print(f"vendored: {fault}")
    print(f"vendored: {len(recorded(VENDOR))} files with hash and origin")
    return WRONG if wrong else 0


def recorded(folder: Path) -> dict[str, dict[str, Any]]:
    """File name → its record: `sha256`, `origin` and `licence`, from the JSON files beside them."""
    result: dict[str, dict[str, Any]] = {}
    for path in sorted(folder.glob("*.json")):
        content = json.loads(path.read_text("utf-8"))
        files = content.get("files") or {content["file"]: content}
        result |= {name: {**content, **own} for name, own in files.items()}
    return result


def not_as_recorded(folder: Path) -> Iterator[str]:
    """What is wrong with vendored files, a line each."""
    records = recorded(folder)
    for path in sorted(folder.iterdir()):
        if path.suffix in (".json", ".txt"):  # the records themselves, and licences
            continue
        record = records.get(path.name)
        if record is None:
            yield f"{path.name} has no record of its origin"
        elif hashlib.sha256(path.read_bytes()).hexdigest() != record["sha256"]:
            yield f"{path.name} is not the recorded file"
    for name, record in records.items():
        missing = [key for key in ("origin", "licence") if not record.get(key)]
        if missing or not (folder / name).is_file():
            yield f"{name}: {' and '.join(missing) or 'the file'} is missing"


def parts() -> int:
    """Write the SBOM: the locked packages with their hashes, and the vendored files."""
    target = TARGET / "sbom.cdx.json"
    command = [sys.executable, "-m", "cyclonedx_py", "requirements", str(LOCK)]
    command += ["--output-reproducible", "--output-file", str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print(f"parts: {done.stderr.strip()[-300:]}")
        return WRONG
    bill = json.loads(target.read_text("utf-8"))
    for component in bill["components"]:
        said = licence_of(component["name"]).licence
        if said:
            component["licenses"] = [{"license": {"name": said}}]
    bill["components"] += [
        {
            "type": "file",
            "bom-ref": f"vendor/{name}",
            "name": name,
            "description": record["origin"],
            "hashes": [{"alg": "SHA-256", "content": record["sha256"]}],
            "licenses": [{"license": {"name": str(record["licence"])}}],
        }
        for name, record in recorded(VENDOR).items()
    ]
    target.write_text(json.dumps(bill, indent=1), "utf-8")
    print(f"parts: {len(bill['components'])} in {target.relative_to(ROOT)}")
    return 0


def locked() -> dict[str, str]:
    """Name → version of every package that is served."""
    return {match["name"]: match["version"] for match in LOCKED.finditer(LOCK.read_text("utf-8"))}


if __name__ == "__main__":
    raise SystemExit(main())
