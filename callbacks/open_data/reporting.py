"""Figures in the forms that cities hand in elsewhere: `/data/ecrf/<city>.xlsx`."""

from flask import Response, request

from callbacks.files.flow import workbook
from callbacks.open_data.exchange import Exchange, answer_to_method
from callbacks.open_data.problems import Problem, bad_parameter
from data_access import questions as ask
from data_access.exports.ecrf import ecrf_sheets, ecrf_years
from progress.media_types import XLSX

FOLDER = "/data/ecrf"


def ecrf(exchange: Exchange, city: str) -> Response:
    """A city's emissions of a year, the newest where none is named, as the eCRF.

    `city` is a code or a name as in addresses. Raises Problem, StoreError.
    """
    if (early := answer_to_method()) is not None:
        return early
    for name in request.args:
        if name != "year":
            raise bad_parameter(name, request.args[name], "the form takes year alone")
    validators = exchange.validators(exchange.version, XLSX)
    if (early := validators.not_modified()) is not None:
        return early
    with exchange.store.connection() as conn:
        place = next(
            (each for each in ask.municipalities(conn) if city in (each.code, each.slug)), None
        )
        years = () if place is None else ecrf_years(conn, place.code)
        if place is None or not years:
            raise Problem(404, "no municipality with emissions has this code or name")
        text = request.args.get("year", str(years[-1]))
        if text not in map(str, years):
            known = ", ".join(map(str, years))
            raise bad_parameter("year", text, f"there are figures of {known}")
        book = workbook(ecrf_sheets(conn, place, int(text)))
    response = Response(book, content_type=XLSX)
    response.headers["Content-Disposition"] = f"attachment; filename=ecrf-{place.slug}-{text}.xlsx"
    return validators.on(response)
