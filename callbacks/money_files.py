"""The rows of the money pages as files: the page's address with .csv or .xlsx, the same choices."""

from collections.abc import Callable, Generator, Iterator
from io import BytesIO
from itertools import chain

from flask import Flask, Response, request, send_file

from callbacks.bindings.money_rows import NoSuchFile, city_tables, portfolio_tables
from callbacks.plain_answers import said, unreachable, why
from callbacks.sent_files import XLSX, attached, workbook
from data_access.exports import Sheet, TooManyRows, csv_lines
from data_access.reading import Connection, StoreError, StoreReader
from layouts.addresses import Address, parse
from layouts.money.files import guide
from layouts.routes import ROUTES
from layouts.text import text
from progress.money.records import Record, Table

MOST_WORKBOOK_ROWS = 20_000
"""A workbook cannot be sent while it is made: longer lists are for the CSV file."""
BYTE_ORDER_MARK = "\ufeff"

FILES: dict[str, Callable[[Connection, Address], tuple[Table, ...]]] = {
    "portfolio_csv": portfolio_tables,
    "portfolio_xlsx": portfolio_tables,
    "money_csv": city_tables,
    "money_xlsx": city_tables,
}
"""Page of the address → its tables. A CSV file holds the first, a workbook all."""


def register(server: Flask, store: StoreReader) -> None:
    """Add the addresses of the files."""
    for page in FILES:
        for template in ROUTES[page].paths:
            rule = template.replace("{slug}", "<slug>")
            server.add_url_rule(rule, rule, lambda **_: money_file(store), methods=["GET"])


def money_file(store: StoreReader) -> Response:
    """The file, or why there is none: 400 with each value that cannot be used, 404, 503.

    Unlike a page it leaves no value out: who fetches a file by program sees no notice.
    """
    parsed = parse(request.path, request.query_string.decode("ascii", "replace"))
    if parsed is None:
        return said("no such file", 404)
    address = parsed.address
    if parsed.problems:
        return said(why(parsed.problems, address.lang), 400)
    make = _csv if address.page.endswith("_csv") else _workbook
    try:
        response = make(store, address)
    except StoreError:
        return unreachable(address.lang)
    except NoSuchFile as error:
        if not error.problems:
            return said(text(address.lang)("file.no_municipality"), 404)
        return said(why(error.problems, address.lang), 400)
    except TooManyRows:
        return said(text(address.lang)("file.too_many", most=MOST_WORKBOOK_ROWS), 400)
    name, ending = request.path.rpartition("/")[2].rsplit(".", 1)
    name = f"{name}-{address.slug}" if address.slug else name
    response.headers["Cache-Control"] = "no-cache"
    return attached(response, f"{name}.{ending}")


def _csv(store: StoreReader, address: Address) -> Response:
    """The rows, sent while they are read. The first piece is made at once, to tell faults."""
    lines = _lines(store, address)
    first = BYTE_ORDER_MARK + next(lines)
    pieces = (piece.encode() for piece in chain([first], lines))
    response = Response(pieces, mimetype="text/csv")
    response.call_on_close(lines.close)
    return response


def _lines(store: StoreReader, address: Address) -> Generator[str, None, None]:
    with store.connection() as conn:
        table = FILES[address.page](conn, address)[0]
        yield from csv_lines(table.columns, table.records)


def _workbook(store: StoreReader, address: Address) -> Response:
    t = text(address.lang)
    with store.connection() as conn:
        tables = FILES[address.page](conn, address)
        sheets = [
            Sheet(t(f"file.sheet.{one.name}"), one.columns, _at_most(one.records)) for one in tables
        ]
        explained = Sheet(t("file.sheet.guide"), *guide(address, tables))
        file = workbook([*sheets, explained])
    return send_file(BytesIO(file), mimetype=XLSX)


def _at_most(records: Iterator[Record]) -> Iterator[Record]:
    for number, record in enumerate(records):
        if number == MOST_WORKBOOK_ROWS:
            raise TooManyRows
        yield record
