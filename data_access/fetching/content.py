"""Whether a fetched file is of the form that it should be, before anything reads it."""

from pathlib import Path

from data_access.fetching.errors import FetchFailed
from data_access.imports.files.text import PACKED_MARK
from progress.i18n import say

START = 512
PAGE = (b"<!doctype html", b"<html")
PACKED = (".xlsx", ".ods", ".zip")


def check_content(path: Path, address: str) -> None:
    """Raises FetchFailed for a web page, as publishers answer with where a file is no more, for an
    empty file, and for what is not packed as its ending says."""
    with path.open("rb") as file:
        start = file.read(START)
    if not start:
        raise FetchFailed(say("fetch.empty_file_came", address=address))
    if start.lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith(PAGE):
        raise FetchFailed(
            say("fetch.web_page_came_and_no_file", address=address, suffix=path.suffix)
        )
    if path.suffix in PACKED and not start.startswith(PACKED_MARK):
        raise FetchFailed(say("fetch.what_came_is_no_file", address=address, suffix=path.suffix))
