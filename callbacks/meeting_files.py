"""The meeting to take along: the page's address with .pptx or .xlsx, the same choices."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

from flask import Response, request

from callbacks.bindings.meeting import answers_of
from callbacks.first_response import KlimatDash, kept
from callbacks.plain_answers import said, unreachable, why
from callbacks.sent_files import XLSX, attached, workbook
from data_access.exports import Sheet
from data_access.reading import StoreError
from layouts.addresses import Address, href, parse
from layouts.meeting import MeetingAnswers
from layouts.meeting.sheets import sheets
from layouts.routes import ROUTES
from layouts.text import text

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"

Write = Callable[[Address, MeetingAnswers, str], bytes]


def slides(address: Address, answers: MeetingAnswers, site: str) -> bytes:
    """The meeting as slides."""
    # What makes slides takes long to load: only a process that is asked for them does.
    from layouts.meeting.pack import deck
    from layouts.slides import write_deck

    file = BytesIO()
    write_deck(deck(address, answers, site), file)
    return file.getvalue()


def numbers(address: Address, answers: MeetingAnswers, site: str) -> bytes:
    """The meeting as a workbook."""
    found = sheets(address, answers, site)
    return workbook([Sheet(one.title, one.columns, one.rows) for one in found])


FILES: dict[str, tuple[Write, str]] = {
    "meeting_pptx": (slides, PPTX),
    "meeting_xlsx": (numbers, XLSX),
}
"""Page of the address → how its file is made, and of which kind it is."""


def register(app: KlimatDash) -> None:
    """Add the addresses of the files."""
    for page in FILES:
        for template in ROUTES[page].paths:
            rule = template.replace("{slug}", "<slug>")
            app.server.add_url_rule(rule, rule, lambda **_: meeting_file(app), methods=["GET"])


def meeting_file(app: KlimatDash) -> Response:
    """The file, or why there is none: 400 with each value that cannot be used, 404, 503.

    It holds what its reader sees on the page, and says in every slide's foot when that can be
    drafts. Unlike the page it leaves no value out: what is taken along is read where no notice is.
    """
    parsed = parse(request.path, request.query_string.decode("ascii", "replace"))
    if parsed is None:
        return said("no such file", 404)
    address = parsed.address
    if parsed.problems:
        return said(why(parsed.problems, address.lang), 400)
    try:
        pages = app.pages
        with pages.connection() as conn:
            answers = answers_of(conn, address)
    except StoreError:
        return unreachable(address.lang)
    if answers is None:
        return said(text(address.lang)("file.no_municipality"), 404)
    if problems := (*answers.city.problems, *answers.problems):
        return said(why(problems, address.lang), 400)
    answers = replace(answers, drafts_of=pages.site.drafts_of)
    site = pages.site.public_url
    tag = app.tag(answers.version, href(address), answers.today.isoformat())
    if request.if_none_match.contains_weak(tag):
        return kept(Response(status=304), tag, "no-cache")
    make, kind = FILES[address.page]
    response = Response(make(address, answers, site), mimetype=kind)
    name, ending = request.path.rpartition("/")[2].rsplit(".", 1)
    return kept(attached(response, f"{name}-{address.slug}.{ending}"), tag, "no-cache")
