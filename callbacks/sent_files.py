"""Files that readers save: a workbook's bytes, and the name that an answer is saved under."""

from collections.abc import Sequence
from io import BytesIO

from flask import Response

from data_access.exports import Sheet, write_workbook
from layouts.metadata import dcat

XLSX = dcat.XLSX


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as a whole workbook. Raises TooManyRows."""
    file = BytesIO()
    write_workbook(sheets, file)
    return file.getvalue()


def attached(response: Response, name: str) -> Response:
    """The answer as a file that a browser saves under the name."""
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
