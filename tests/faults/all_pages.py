"""Prints one word for all pages of a store, as this process's surroundings make them:
`python -m tests.faults.all_pages URL [FILE]`. With a file, that is imported first.
"""

import hashlib
import locale
import sys
from contextlib import suppress
from pathlib import Path

from app import Settings, create_app
from data_access.engine import open_store
from tests.faults.country import load
from tests.faults.test_two_machines import addresses


def main(url: str, file: str | None) -> None:
    with suppress(locale.Error):  # one that is not installed is as good as none
        locale.setlocale(locale.LC_ALL, "")
    if file is not None:
        engine = open_store(url, read_only=False)
        load(engine, Path(file))
        engine.dispose()
    client = create_app(Settings(url)).server.test_client()
    for path in addresses():
        answer = client.get(path, headers={"Host": "prov.example"})
        print(answer.status_code, hashlib.sha256(answer.data).hexdigest(), path)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None)
