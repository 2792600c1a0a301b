"""The rows of the money pages: a CSV file holds the first table, a workbook all of them."""

from collections.abc import Callable, Iterator

from callbacks.bindings.money_rows import city_tables, funding_tables, portfolio_tables
from callbacks.bindings.portfolio import answers_of, checked
from callbacks.files.flow import (
    BYTE_ORDER_MARK,
    PPTX,
    File,
    FileRequest,
    presentation,
    saved_as,
    workbook,
)
from callbacks.plain_answers import NoSuchFile, why
from data_access.exports import Sheet, TooManyRows, csv_lines
from data_access.reading import Connection
from layouts.links.addresses import Address
from layouts.money.files import guide
from layouts.phrases.text import text
from progress.media_types import CSV, XLSX
from progress.money.records import Record, Table

MOST_WORKBOOK_ROWS = 20_000
"""A workbook cannot be sent while it is made: longer lists are for the CSV file."""

Tables = Callable[[Connection, Address], tuple[Table, ...]]


def city_csv(request: FileRequest) -> File:
    """A city's grants."""
    return _csv(request, city_tables)


def city_workbook(request: FileRequest) -> File:
    """A city's grants, plan and bond totals."""
    return _workbook(request, city_tables)


def portfolio_csv(request: FileRequest) -> File:
    """The grants of the portfolio."""
    return _csv(request, portfolio_tables)


def portfolio_workbook(request: FileRequest) -> File:
    """The grants of the portfolio, with what their columns mean."""
    return _workbook(request, portfolio_tables)


def portfolio_slides(request: FileRequest) -> File:
    """A choice of the portfolio as slides."""
    from layouts.boards.portfolio.slides import deck  # see `presentation`

    conn, address = request.public(), request.address
    usable, problems = checked(conn, address)
    if problems:
        raise NoSuchFile(why(problems, address.lang))
    site = request.app.pages.site.public_url
    file = presentation(deck(usable, answers_of(conn, usable), site))
    return File(file, PPTX, saved_as(address, "pptx"))


def funding_csv(request: FileRequest) -> File:
    """The rows of a grant, or the grants of a funder, a recipient or a programme."""
    return _csv(request, funding_tables)


def _csv(request: FileRequest, tables: Tables) -> File:
    """The rows, sent while they are read."""
    table = tables(request.public(), request.address)[0]

    def pieces() -> Iterator[bytes]:
        yield BYTE_ORDER_MARK.encode()
        for line in csv_lines(table.columns, table.records):
            yield line.encode()

    return File(pieces(), CSV, saved_as(request.address, "csv"))


def _workbook(request: FileRequest, tables: Tables) -> File:
    address = request.address
    t = text(address.lang)
    made = tables(request.public(), address)
    sheets = [
        Sheet(t(f"file.sheet.{table.name}"), table.columns, _at_most(table.records))
        for table in made
    ]
    try:
        file = workbook([*sheets, Sheet(t("file.sheet.guide"), *guide(address, made))])
    except TooManyRows:
        raise NoSuchFile(t("file.too_many", most=MOST_WORKBOOK_ROWS)) from None
    return File(file, XLSX, saved_as(address, "xlsx"))


def _at_most(records: Iterator[Record]) -> Iterator[Record]:
    for number, record in enumerate(records):
        if number == MOST_WORKBOOK_ROWS:
            raise TooManyRows
        yield record
