"""The one way in which a file is answered: 200, 304, or why there is none (400, 404, 503)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from http import HTTPStatus
from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING

from flask import Response, request
from werkzeug.wrappers import Response as AnyResponse

from callbacks.first_response import KlimatDash, reads_pages, with_cache_headers
from callbacks.plain_answers import NoSuchFile, said, unreachable, why
from data_access.clock import today
from data_access.exports import Sheet, write_workbook
from data_access.reading import Connection, StoreError
from layouts.links.addresses import Address, Parsed
from layouts.phrases.text import text

if TYPE_CHECKING:
    from layouts.slides import Deck

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
BYTE_ORDER_MARK = "\ufeff"
"""By which spreadsheets know that a CSV file is UTF-8."""

ASK_AGAIN = "no-cache"
"""A file may be kept, and is asked for again each time."""


@dataclass(frozen=True, slots=True)
class FileRequest:
    """What a file is asked for with: the view whose file it is, and the store to make it from."""

    app: KlimatDash
    address: Address
    stack: ExitStack

    def public(self) -> Connection:
        """The store as everyone sees it, for figures that are passed on. Raises StoreError."""
        return self.stack.enter_context(self.app.pages_of_everyone.connection())

    def as_reader(self) -> Connection:
        """The store as who asks sees it, for files that say whose drafts they hold."""
        return self.stack.enter_context(self.app.pages.connection())


@dataclass(frozen=True, slots=True)
class File:
    """`content` is whole, or comes in pieces while the store is read. `name` is what it is saved
    under, with its ending; empty for what is shown and not saved."""

    content: bytes | Iterator[bytes]
    mimetype: str
    name: str = ""


Maker = Callable[[FileRequest], File]
"""Makes a file. Raises NoSuchFile with the words for who asked, StoreError."""


def answer(
    app: KlimatDash, parsed: Parsed | None, key: str, make: Maker, *, cache: str = ASK_AGAIN
) -> AnyResponse:
    """The file of the view that `parsed` says, or why there is none.

    Unlike a page a file leaves no value of its address out: who fetches it by program sees no
    notice. `key` tells the file from others of the same state of the store.
    """
    lang = request.path[1:3] if parsed is None else parsed.address.lang
    if parsed is None:
        return elsewhere(app, text(lang)("shell.404.lead"))
    if parsed.problems:
        return said(why(parsed.problems, lang), 400)
    with ExitStack() as stack:
        try:
            tag = app.tag(app.pages.version(), key)
            if request.if_none_match.contains_weak(tag):
                return with_cache_headers(Response(status=304), tag, cache)
            file = make(FileRequest(app, parsed.address, stack))
            content = file.content if isinstance(file.content, bytes) else _begun(file.content)
        except StoreError:
            return unreachable(lang)
        except NoSuchFile as error:
            if error.status == HTTPStatus.NOT_FOUND:
                return elsewhere(app, error.words)
            return said(error.words, error.status)
        response = Response(content, mimetype=file.mimetype)
        if not isinstance(content, bytes):
            response.call_on_close(stack.pop_all().close)
    if file.name:
        response.headers["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return with_cache_headers(response, tag, cache)


def elsewhere(app: KlimatDash, words: str) -> AnyResponse:
    """Where a path that names no file leads: to the file it means, else to ways on for who reads
    pages, and to words for a program."""
    query = request.query_string.decode("ascii", "replace")
    response = app.elsewhere(request.path, query)
    if response.status_code == HTTPStatus.NOT_FOUND and not reads_pages():
        return said(words, HTTPStatus.NOT_FOUND)
    return response


def _begun(pieces: Iterator[bytes]) -> Iterable[bytes]:
    """The pieces, the first made at once: faults are told before anything is sent."""
    return chain([next(pieces)], pieces)


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as a whole workbook. Raises TooManyRows."""
    file = BytesIO()
    write_workbook(sheets, file)
    return file.getvalue()


def presentation(deck: "Deck") -> bytes:
    """The deck as a whole presentation, made today."""
    # What makes slides takes long to load: only a process that is asked for them does.
    from layouts.slides import write_deck

    file = BytesIO()
    write_deck(deck, file, today())
    return file.getvalue()


def saved_as(address: Address, form: str, *more: str) -> str:
    """A name to save under: the last word of the page's path, what it is about, the ending."""
    last = request.path.rpartition("/")[2].removesuffix(f".{form}")
    return "-".join(part for part in (last, address.slug or "", *more) if part) + f".{form}"
