"""The whole HTML document: head, the page in its frame, then what waits its turn."""

from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from dash.development.base_component import Component

from layouts.frame.page import Page
from layouts.frame.picture import HEIGHT, WIDTH
from layouts.frame.shell import frame
from layouts.frame.site import Site
from layouts.html.placeholders import filled
from layouts.html.to_html import to_html
from layouts.links.addresses import Address, canonical, href, translations
from layouts.links.page_files import Part, part_href
from layouts.metadata import schema_org
from layouts.metadata.atom import MIME as FEED
from layouts.metadata.atom import feed_of
from layouts.phrases.text import text
from progress.i18n import locale_of

ICON_SVG = (
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'>"
    "<rect width='16' height='16' rx='3' fill='#145a4a'/>"
    "<path d='M3 4l4 4 2-2 4 5' fill='none' stroke='white' stroke-width='2'/></svg>"
)
ICON = "data:image/svg+xml," + quote(ICON_SVG, safe="' =:/")


@dataclass(frozen=True, slots=True)
class Written:
    """A page as HTML, ready for a document or for a reader who is already here.

    `canonical`, `alternates` (language → path), `picture` and `feed` are paths; empty where the
    page has no address of its own (an error page). `board` is the address that a board was written
    for; empty for documents.
    """

    lang: str
    status: int
    title: str
    description: str
    canonical: str
    alternates: tuple[tuple[str, str], ...]
    html: str
    stylesheet: str = ""
    structured_data: str = ""
    picture: str = ""
    feed: str = ""
    board: str = ""
    board_name: str = ""


def write(page: Page, site: Site) -> Written:
    """The page in its frame, as HTML, with what the head says of it."""
    result = page.status == 200
    address: Address = page.address
    return Written(
        lang=page.lang,
        status=page.status,
        title=f"{page.title} – {text(page.lang)('shell.product')}",
        description=page.description,
        canonical=canonical(address) if result else "",
        alternates=(
            tuple(
                sorted(
                    (translation.lang, canonical(translation))
                    for translation in (address, *translations(address))
                )
            )
            if result
            else ()
        ),
        html=filled(to_html(frame(page, site)), site),
        stylesheet=page.stylesheet,
        structured_data=schema_org.words_of(page.structured_data, page.lang, site)
        if result
        else "",
        picture=part_href(Part(address.without_query(), "picture", form="png")) if result else "",
        feed=feed_of(address) if result else "",
        board=href(page.address) if page.board and result else "",
        board_name=page.board,
    )


def with_notice(html: str, notice: Component) -> str:
    """A written page with a notice first in its main part."""
    start = html.index(">", html.index("<main")) + 1
    return html[:start] + to_html(notice) + html[start:]


def document(written: Written, *, base: str, css: str, loader: str, dash: str = "") -> str:
    """The document. `css` goes inline, `loader` (a script) into the head, `dash` last.

    `base` is the site's scheme and host as its operator has told them, or empty: then addresses
    are told from the site's root, and those that must be whole are left out.
    """
    return (
        f'<!doctype html><html lang="{written.lang}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(written.title)}</title>{_about(written, base)}"
        f'<link rel="icon" type="image/svg+xml" href="{ICON}">'
        '<link rel="apple-touch-icon" href="/apple-touch-icon.png">'
        '<meta name="color-scheme" content="light dark">'
        f"<style>{css}</style>{loader}{schema_org.script(written.structured_data, base)}</head>"
        f'<body><div id="site">{written.html}</div>{dash}</body></html>'
    )


def _about(written: Written, base: str) -> str:
    if not written.canonical:
        return '<meta name="robots" content="noindex">'
    address = escape(base + written.canonical)
    properties = {
        "og:type": "website",
        "og:site_name": text(written.lang)("shell.product"),
        "og:title": written.title,
        "og:description": written.description,
        "og:locale": str(locale_of(written.lang)),
    }
    others = [str(locale_of(lang)) for lang, _ in written.alternates if lang != written.lang]
    if base:
        properties |= {
            "og:url": base + written.canonical,
            "og:image": base + written.picture,
            "og:image:type": "image/png",
            "og:image:width": str(WIDTH),
            "og:image:height": str(HEIGHT),
            "og:image:alt": written.description,
        }
    alternates = [*written.alternates, ("x-default", dict(written.alternates)["sv"])]
    return "".join(
        [
            f'<meta name="description" content="{escape(written.description)}">',
            f'<link rel="canonical" href="{address}">',
            *(
                f'<link rel="alternate" hreflang="{lang}" href="{escape(base + path)}">'
                for lang, path in alternates
            ),
            f'<link rel="alternate" type="{FEED}" href="{base}{written.feed}">',
            f'<meta name="twitter:card" content="{"summary_large_image" if base else "summary"}">',
            *(
                f'<meta property="{name}" content="{escape(value)}">'
                for name, value in properties.items()
            ),
            *(f'<meta property="og:locale:alternate" content="{other}">' for other in others),
        ]
    )
