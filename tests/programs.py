"""Programs that tests and the benchmark start."""

import os
import shutil

CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


INSTALLED = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first has no window to show: it opens pages in a third of the time the others take."""


def chromium() -> str | None:
    """The installed Chromium; `CHROMIUM` names another one. None where there is none."""
    names = [os.environ.get("CHROMIUM", ""), *INSTALLED]
    return next((path for name in names if name and (path := shutil.which(name))), None)
