"""Files about the whole site: what search engines may read and find, and its icons."""

import json
import struct
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from html import escape

from flask import Response, jsonify

from callbacks.bindings.funding import keys_of
from callbacks.documents import SPECULATION_RULES
from callbacks.first_response import KlimatDash
from callbacks.plain_answers import said, unreachable
from data_access import questions
from data_access.reading import Connection, StoreError, StoreReader
from layouts.charts.png import png
from layouts.frame.document import ICON_SVG
from layouts.links.addresses import Address, canonical, translations
from layouts.links.query import LANGUAGES
from layouts.links.routes import ROUTES, Kind

NOT_FOR_ROBOTS = ("/_dash", "/sv/badda-in/", "/en/embed/")
PLACES = "/places.json"
NOT_AHEAD = (
    *(f"/*.{form}" for form in ("csv", "xlsx", "pptx", "png", "svg")),
    *(
        route.path(lang).replace(f"{{{route.varies_by}}}", "*") + "*"
        for route in ROUTES.values()
        if route.kind is Kind.BOARD
        for lang in LANGUAGES
    ),
)
FAVICON_ZOOM, TOUCH_ZOOM = 2, 12
A_DAY = 86_400
SITEMAP_NAMES = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST_IN_A_SITEMAP = 50_000
"""Addresses of one file, as the protocol has it (sitemaps.org)."""


def register(app: KlimatDash, store: StoreReader) -> None:
    """Add the addresses that browsers and search engines know by heart."""
    site = app.pages.site

    def robots() -> Response:
        sitemap = f"Sitemap: {site.public_url}/sitemap.xml\n" if site.public_url else ""
        closed = "".join(f"Disallow: {site.path}{path}\n" for path in NOT_FOR_ROBOTS)
        return _day(Response(f"User-agent: *\n{closed}{sitemap}", mimetype="text/plain"))

    def sitemap(part: int | None = None) -> Response:
        """All addresses, or where the parts of them are; with `part`, one of these."""
        if not site.public_url:
            return said("PUBLIC_URL is not set: a sitemap needs whole addresses", 404)
        try:
            with store.connection() as conn:
                addresses = list(_addresses(conn, site.pages))
        except StoreError:
            return unreachable("en")
        most = MOST_IN_A_SITEMAP // len(LANGUAGES)
        parts = [addresses[first : first + most] for first in range(0, len(addresses), most)]
        if part is not None and not 1 <= part <= len(parts):
            return said("there is no such part of the sitemap", 404)
        if part is None and len(parts) > 1:
            return _xml(_index(len(parts), site.public_url))
        return _xml(_urlset(parts[(part or 1) - 1], site.public_url))

    def places() -> Response:
        """The names that the search field suggests, fetched when a reader comes to it."""
        try:
            with store.connection() as conn:
                names = [municipality.name for municipality in questions.municipalities(conn)]
        except StoreError:
            return unreachable("en")
        return _day(jsonify(names))

    def speculation_rules() -> Response:
        rules = json.dumps({"prefetch": [_prefetch(site.path)]})
        return _day(Response(rules, mimetype="application/speculationrules+json"))

    def favicon() -> Response:
        return _day(Response(_ico(), mimetype="image/x-icon"))

    def touch_icon() -> Response:
        return _day(Response(_icon(TOUCH_ZOOM), mimetype="image/png"))

    for path, answer in (
        ("/robots.txt", robots),
        ("/sitemap.xml", sitemap),
        ("/sitemap-<int:part>.xml", sitemap),
        (PLACES, places),
        (SPECULATION_RULES, speculation_rules),
        ("/favicon.ico", favicon),
        ("/apple-touch-icon.png", touch_icon),
    ):
        app.server.add_url_rule(path, path, answer, methods=["GET"])


def _prefetch(path: str) -> dict[str, object]:
    """A page whose link a reader rests on may be fetched ahead: not files, not what takes work."""
    return {
        "source": "document",
        "where": {
            "and": [
                {"href_matches": [f"{path}/{lang}/*" for lang in LANGUAGES]},
                {"not": {"selector_matches": "[download]"}},
                {"not": {"href_matches": [path + pattern for pattern in NOT_AHEAD]}},
            ]
        },
        "eagerness": "moderate",
    }


def _xml(element: str) -> Response:
    whole = f'<?xml version="1.0" encoding="UTF-8"?>\n{element}\n'
    return _day(Response(whole, mimetype="application/xml"))


def _index(parts: int, base: str) -> str:
    locs = "".join(
        f"<sitemap><loc>{escape(base)}/sitemap-{part}.xml</loc></sitemap>\n"
        for part in range(1, parts + 1)
    )
    return f'<sitemapindex xmlns="{SITEMAP_NAMES}">\n{locs}</sitemapindex>'


def _urlset(addresses: Iterable[Address], base: str) -> str:
    urls = "".join(_urls(addresses, base))
    names = f'xmlns="{SITEMAP_NAMES}" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    return f"<urlset {names}>\n{urls}</urlset>"


def _urls(addresses: Iterable[Address], base: str) -> Iterator[str]:
    """One entry for each page in each language, with the page in both."""
    for address in addresses:
        pair = {
            translation.lang: base + canonical(translation)
            for translation in (address, *translations(address))
        }
        others = "".join(
            f'<xhtml:link rel="alternate" hreflang="{lang}" href="{escape(there)}"/>'
            for lang, there in sorted(pair.items())
        )
        for lang in LANGUAGES:
            yield f"<url><loc>{escape(pair[lang])}</loc>{others}</url>\n"


def _addresses(conn: Connection, pages: Collection[str]) -> Iterator[Address]:
    municipalities = questions.municipalities(conn)
    places = [municipality.slug for municipality in municipalities]
    of_page = {
        "party": [party.slug for party in questions.parties(conn)],
        "systems": [place.slug for place in municipalities if place.is_contract_city],
    }
    years, releases = questions.followed_years(conn), questions.releases(conn)
    for page in pages:
        if not ROUTES[page].indexed:
            continue
        match ROUTES[page].varies_by:
            case "year":
                yield from (Address(page, "sv", year=year) for year in years)
            case "label":
                yield from (Address(page, "sv", slug=release.label) for release in releases)
            case "key":
                yield from (Address(page, "sv", slug=key) for key in keys_of(conn, page))
            case "slug":
                slugs = of_page.get(page, places)
                yield from (Address(page, "sv", slug=slug) for slug in slugs)
            case _:
                yield Address(page, "sv")


def _day(response: Response) -> Response:
    response.headers["Cache-Control"] = f"public, max-age={A_DAY}"
    return response


@cache
def _icon(zoom: int) -> bytes:
    return png(ICON_SVG.replace("'", '"'), zoom=zoom)


def _ico() -> bytes:
    """The icon as browsers asked for it before they read SVG: a PNG in an ICO's box."""
    picture, side = _icon(FAVICON_ZOOM), 16 * FAVICON_ZOOM
    head = struct.pack("<HHH", 0, 1, 1)
    entry = struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), 22)
    return head + entry + picture
