"""Compresses the large scripts of boards once, as well as can be: `python -m scripts.compress`.

Brotli at its best takes seconds for each, too long while a reader waits. What it makes lies in
`assets/compressed`, each file named by the hash of what it holds, and is sent as it lies
(`callbacks/compression.py`). Run it, and commit the result, when the bundle or a package changes.
"""

from collections.abc import Iterator

import brotli

from app import Settings, create_app
from callbacks.compression import BEST, READY, ready_name

LEAST_BYTES = 100_000
"""Smaller scripts gain too little."""
CHUNK = "/_dash-component-suites/dash_ag_grid/async-community.js"
"""What the grid's script fetches itself."""


def large_scripts() -> Iterator[bytes]:
    """The large scripts that boards run."""
    app = create_app(Settings("sqlite://"))
    ours = app.surroundings
    with app.server.test_client() as client:
        for address in (*ours.dash_scripts, ours.charting_bundle, ours.grid_script, CHUNK):
            with client.get(address or "") as response:
                if len(response.data) >= LEAST_BYTES:
                    yield response.data


def main() -> None:
    """Write what is missing and take away what is no script's."""
    scripts = {ready_name(body): body for body in large_scripts()}
    READY.mkdir(exist_ok=True)
    for file in READY.iterdir():
        if file.name not in scripts:
            file.unlink()
    for name, body in scripts.items():
        if not (READY / name).exists():
            (READY / name).write_bytes(brotli.compress(body, quality=BEST))
        print(f"{name}: {len(body)} bytes, {(READY / name).stat().st_size} as they are sent")


if __name__ == "__main__":
    main()
