"""The yearly follow-up as a workbook: the page's address with .xlsx."""

from io import BytesIO

from flask import Flask, Response, request, send_file

from callbacks.bindings.follow_up import gather
from callbacks.plain_answers import said, unreachable
from callbacks.sent_files import XLSX, attached, workbook
from data_access.exports import Sheet
from data_access.reading import StoreError, StoreReader
from layouts.addresses import parse
from layouts.follow_up.records import sheets
from layouts.routes import ROUTES
from layouts.text import text


def register(server: Flask, store: StoreReader) -> None:
    """Add the file's two addresses."""
    route = ROUTES["follow_up_xlsx"]
    for template in route.paths:
        rule = template.replace("{year}", "<int:year>")
        server.add_url_rule(rule, rule, lambda **_: follow_up_file(store), methods=["GET"])


def follow_up_file(store: StoreReader) -> Response:
    """The workbook of a year; 404 for a year that is not followed, 503 with no store."""
    parsed = parse(request.path)
    if parsed is None:
        return said("no such file", 404)
    address = parsed.address
    t = text(address.lang)
    try:
        with store.connection() as conn:
            answers = gather(conn, address.year)
    except StoreError:
        return unreachable(address.lang)
    if answers is None:
        return said(t("follow_up.file.no_year", year=address.year), 404)
    file = workbook([Sheet(one.name, one.columns, one.rows) for one in sheets(address, answers)])
    response = send_file(BytesIO(file), mimetype=XLSX)
    name = request.path.rpartition("/")[2]
    stem = request.path.split("/")[2]
    response.headers["Cache-Control"] = "no-cache"
    return attached(response, f"{stem}-{name}")
