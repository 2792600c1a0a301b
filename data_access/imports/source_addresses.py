"""Whether an address of a source is one that a reader can open."""

import re
from urllib.parse import urlsplit

from data_access.imports.cells import RowCells
from progress.i18n import say

GITHUB = re.compile(r"/[\w.-]+/[\w.-]+(/(tree|blob|releases|commit|issues|pull|wiki)(/.+)?)?/?")
"""A page of a repository: itself, or a state of it as /tree/<commit> or a file as /blob/<commit>/…
What package tools write, as owner/name@commit, is no page."""

SCHEME = re.compile(r"(https?|ftp|git|github):\S|www\.\S")

EXPECTED = say("import.address_that_opens_https_at_github")


def is_address(text: str) -> bool:
    """Whether the text begins as an address does, rather than naming a document."""
    return SCHEME.match(text) is not None


def opens(address: str) -> bool:
    """Whether an address has the form of a page on the web."""
    try:
        read = urlsplit(address)
    except ValueError:
        return False
    if read.scheme not in ("http", "https") or "." not in read.netloc or " " in address:
        return False
    if "…" in address or read.netloc.endswith("."):
        return False
    return read.netloc != "github.com" or GITHUB.fullmatch(read.path) is not None


def source_ref(cells: RowCells, column: str) -> str:
    """Where a row's source is: an address that opens, or words such as a case number."""
    result = cells.text(column)
    if is_address(result) and not opens(result):
        cells.problem(column, EXPECTED)
    return result
