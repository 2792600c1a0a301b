"""The comparison as a file: the address of the page with .csv, the same choices, all measures."""

import io

from flask import Flask, Response, request

from callbacks.bindings.compare import gather
from callbacks.plain_answers import said, unreachable, why
from callbacks.sent_files import attached
from data_access.exports.writing import write_csv
from data_access.reading import StoreError, StoreReader
from layouts import compare
from layouts.addresses import QueryProblem, parse
from layouts.compare.answers import view
from layouts.routes import ROUTES
from layouts.text import text


def register(server: Flask, store: StoreReader) -> None:
    """Add the file's two addresses."""
    route = ROUTES["compare_csv"]
    for path in route.paths:
        server.add_url_rule(path, path, lambda: comparison_file(store), methods=["GET"])


def comparison_file(store: StoreReader) -> Response:
    """The file, or why there is none: 400 with each value that cannot be used, 503 with no store.

    Unlike the page it leaves nothing out: who fetches a file by program sees no notice.
    """
    parsed = parse(request.path, request.query_string.decode("ascii", "replace"))
    if parsed is None:
        return said("no such file", 404)
    address = parsed.address
    try:
        with store.connection() as conn:
            answers = gather(conn, address)
    except StoreError:
        return unreachable(address.lang)
    if answers is None:
        return unreachable(address.lang)
    shown = view(address, answers)
    problems = (*parsed.problems, *answers.problems, *shown.problems)
    if problems or not answers.enough:
        return said(_why(problems, answers, address.lang), 400)
    written = io.StringIO()
    write_csv(compare.FIELDS, compare.records(answers, shown), written)
    response = Response(written.getvalue().encode("utf-8-sig"), mimetype="text/csv")
    codes = "-".join(one.code for one in answers.chosen)
    name = f"{request.path.rpartition('/')[2].removesuffix('.csv')}-{codes}.csv"
    response.headers["Cache-Control"] = "no-cache"
    return attached(response, name)


def _why(problems: tuple[QueryProblem, ...], answers: compare.CompareAnswers, lang: str) -> str:
    told = [why(problems, lang)] if problems else []
    if not answers.enough:
        told.append(text(lang)("compare.lead.begin", fewest=compare.FEWEST, most=compare.MOST))
    return "\n".join(told)
