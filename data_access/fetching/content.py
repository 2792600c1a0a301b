"""Whether a fetched file is of the form that it should be, before anything reads it."""

from pathlib import Path

from data_access.fetching.errors import FetchFailed
from progress.i18n import say

START = 512
PAGE = (b"<!doctype html", b"<html")
PACKED = {".xlsx": b"PK\x03\x04", ".ods": b"PK\x03\x04", ".zip": b"PK\x03\x04"}


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
    mark = PACKED.get(path.suffix, b"")
    if not start.startswith(mark):
        raise FetchFailed(say("fetch.what_came_is_no_file", address=address, suffix=path.suffix))
