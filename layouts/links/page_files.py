"""Addresses of what belongs to a page: its charts as files or embedded, its tables, its picture.

    part_href(Part(Address("city", "sv", slug="provkoping"), "chart", "sectors-chart", "csv"))
        == "/sv/kommun/provkoping/diagram/sectors-chart.csv"

The path is the page's own with a word and a name after it, the query the page's own: a file holds
what the page shows with the same choices.
"""

import re
from dataclasses import dataclass, replace

from layouts.links.addresses import SLUG, Address, Parsed, href, parse
from layouts.links.query import LANGUAGES, word_of
from layouts.links.routes import ROUTES

WORDS: dict[str, tuple[str, str]] = {
    "chart": ("diagram", "chart"),
    "tables": ("tabeller", "tables"),
    "picture": ("bild", "picture"),
    "embed": ("badda-in", "embed"),
}
"""Part → its word in (Swedish, English) addresses."""

FORMS: dict[str, tuple[str, ...]] = {
    "chart": ("csv", "xlsx", "svg", "png", "pptx"),
    "tables": ("xlsx",),
    "picture": ("png",),
    "embed": (),
}
"""Part → the kinds of file that there are of it."""

EMBEDDED = tuple(name for name, route in ROUTES.items() if route.embeds)
"""Pages whose charts other sites can show."""

NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page at `address`: `name` is a chart's id, `form` a file's ending."""

    address: Address
    kind: str
    name: str = ""
    form: str = ""


def part_href(part: Part) -> str:
    """The path and query of a part. Raises ValueError for a name or form that there is not."""
    address = part.address
    named = part.kind in ("chart", "embed")
    if part.form not in (FORMS[part.kind] or ("",)):
        raise ValueError(f"{part.kind} has no form {part.form!r}")
    if named and not NAME.fullmatch(part.name):
        raise ValueError(f"no chart can be named {part.name!r}")
    path, _, query = href(address).partition("?")
    word = word_of(WORDS[part.kind], address.lang)
    if part.kind == "embed":
        if address.page not in EMBEDDED:
            raise ValueError(f"{address.page} has no charts to embed")
        path = f"/{address.lang}/{word}/{address.slug or _last_word(address)}/{part.name}"
    else:
        path = f"{path.rstrip('/')}/{word}" + (f"/{part.name}" if named else "") + f".{part.form}"
    return f"{path}?{query}" if query else path


def parse_file(path: str, query: str = "") -> tuple[Part, Parsed] | None:
    """The part that a file's path names, and what its page's address says; None for no file."""
    match = _FILE.fullmatch(path)
    if match is None:
        return None
    kind, lang = _KINDS[match["word"]], match["lang"]
    if match["word"] != word_of(WORDS[kind], lang) or match["form"] not in FORMS[kind]:
        return None
    if (kind == "chart") != bool(match["name"]):
        return None
    page = match["page"]
    parsed = parse(page if page.strip("/").count("/") else f"{page}/", query)
    if parsed is None:
        return None
    address = parsed.address
    return Part(address, kind, match["name"] or "", match["form"]), parsed


def parse_embed(path: str, query: str = "") -> tuple[tuple[Part, Parsed], ...]:
    """The pages whose chart the path of an embedded chart may name, in the order to look: a page
    on all municipalities by the last word of its path, else those of the municipality."""
    match = _EMBED.fullmatch(path)
    if match is None or match["word"] != word_of(WORDS["embed"], match["lang"]):
        return ()
    every = [Address(page, match["lang"]) for page in EMBEDDED]
    pages = [page for page in every if _last_word(page) == match["slug"]] or [
        replace(page, slug=match["slug"]) for page in every if ROUTES[page.page].varies_by
    ]
    read = (parse(href(page), query) for page in pages)
    return tuple(
        (Part(parsed.address, "embed", match["name"]), parsed) for parsed in read if parsed
    )


def _last_word(address: Address) -> str:
    return ROUTES[address.page].path(address.lang).rpartition("/")[2]


_KINDS = {word: kind for kind, words in WORDS.items() for word in words}

_FILE = re.compile(
    rf"(?P<page>/(?P<lang>{'|'.join(LANGUAGES)})(?:/[^?#]*?)?)/(?P<word>{'|'.join(_KINDS)})"
    rf"(?:/(?P<name>{NAME.pattern}))?\.(?P<form>[a-z]+)"
)

_EMBED = re.compile(
    rf"/(?P<lang>{'|'.join(LANGUAGES)})/(?P<word>{'|'.join(WORDS['embed'])})"
    rf"/(?P<slug>{SLUG.pattern})/(?P<name>{NAME.pattern})"
)
