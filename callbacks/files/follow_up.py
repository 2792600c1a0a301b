"""The yearly follow-up as a workbook."""

from callbacks.bindings.follow_up import gather
from callbacks.files.flow import File, FileRequest, workbook
from callbacks.plain_answers import NoSuchFile
from data_access.exports import Sheet
from layouts.follow_up.records import sheets
from layouts.links.routes import ROUTES
from layouts.phrases.text import text
from progress.media_types import XLSX


def book(request: FileRequest) -> File:
    """The workbook of a year that is followed."""
    address = request.address
    answers = gather(request.public(), address.year)
    if answers is None:
        raise NoSuchFile(text(address.lang)("follow_up.file.no_year", year=address.year), 404)
    file = workbook(
        [Sheet(sheet.name, sheet.columns, sheet.rows) for sheet in sheets(address, answers)]
    )
    page = ROUTES["newest_follow_up"].path(address.lang).rpartition("/")[2]
    return File(file, XLSX, f"{page}-{address.year}.xlsx")
