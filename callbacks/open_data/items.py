"""One row by its address, with its releases and, for a verdict, its inputs and rules."""

import json
from typing import Any

from callbacks.open_data.problems import Problem
from data_access.exports.writing import known, plain
from data_access.open_data import DATASETS, Shelf
from data_access.open_data.items import address_of, item_of, releases_of
from data_access.reading import StoreReader
from layouts.links.addresses import Address, href
from progress.dataset import Dataset
from progress.records import Release


class Items:
    """The rows of one store, one by one."""

    def __init__(self, store: StoreReader, shelf: Shelf) -> None:
        self._store = store
        self._shelf = shelf

    def body(self, version: str, base: str, dataset: Dataset, key: tuple[str, ...]) -> str:
        """A row and its provenance as JSON. Raises Problem where there is none, StoreError."""
        with self._store.connection() as conn:
            row = item_of(conn, version, dataset, key, self._shelf)
            if row is None:
                raise Problem(404, f"no row with this key: see {base}/api/v1/{dataset.name}")
            releases = releases_of(conn, version, dataset, row, self._shelf)
        answer = {
            "dataset": dataset.name,
            "item": {name: known(row[name]) for name in dataset.fields},
            "provenance": {
                "releases": [_release(release, base) for release in releases],
                **(_derived(row, releases, base) if dataset.name == "verdicts" else {}),
            },
        }
        return json.dumps(answer, ensure_ascii=False, allow_nan=False, default=plain, indent=1)


def _release(release: Release, base: str) -> dict[str, Any]:
    return {
        "label": release.label,
        "kind": release.kind,
        "title": release.title,
        "publisher": release.source.publisher,
        "licence": release.source.licence,
        "source_title": release.source.title,
        "source_address": release.source.address or None,
        "source_file": release.source.file_url or None,
        "file_name": release.file_name,
        "sha256": release.sha256,
        "released": release.released,
        "imported": release.imported,
        "address": f"{base}/api/v1/releases/{release.label}",
        "page": base + href(Address("release", "en", slug=release.label)),
    }


def _derived(row: Any, releases: tuple[Release, ...], base: str) -> dict[str, Any]:
    """What a verdict is worked out from, and by which rules."""
    code = row["municipality_code"]
    inputs = [
        f"{base}/api/v1/emissions?municipality={code}&release={release.label}"
        for release in releases
        if release.kind == "emissions"
    ]
    if any(release.kind == "goals" for release in releases):
        inputs.append(address_of(base, DATASETS["goals"], row))
    return {"inputs": inputs, "rules": base + href(Address("method", "en"))}
