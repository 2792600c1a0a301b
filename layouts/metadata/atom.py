"""What is new as Atom feeds (RFC 4287): of all, and of each municipality, in each language."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from layouts.links.addresses import Address, href
from layouts.links.routes import ROUTES
from layouts.phrases.text import text
from progress.records import Municipality

MIME = "application/atom+xml"
MOST_ENTRIES = 100
FOLDER = "/data/changes"
NEVER = "1970-01-01T00:00:00+00:00"
"""When a feed without entries was last written to: the standard wants a moment."""


def feed_href(lang: str, slug: str | None = None) -> str:
    """The address of a municipality's feed, or of the one of all."""
    return f"{FOLDER}/{lang}{'' if slug is None else f'/{slug}'}.atom"


def feed_of(address: Address) -> str:
    """The feed that a page leads to: its municipality's, else that of all."""
    of_city = ROUTES[address.page].varies_by == "slug" and address.page != "party"
    return feed_href(address.lang, address.slug if of_city else None)


def feed(
    lang: str,
    place: Municipality | None,
    changes: Sequence[Mapping[str, Any]],
    slugs: Mapping[str, str],
    base: str,
) -> str:
    """The document. `changes` are rows of that dataset, the newest first; `slugs` by code.

    A feed of all has what is of a single municipality too. Nobody's name stands in it but those of
    publishers and promises. `base` is the site's scheme and host, or empty: addresses are then told
    from its root.
    """
    t = text(lang)
    title = t("change.feed") if place is None else t("change.feed.city", name=place.name)
    slug = None if place is None else place.slug
    own = base + feed_href(lang, slug)
    page = Address("overview", lang) if slug is None else Address("city", lang, slug=slug)
    updated = changes[0]["at"].isoformat() if changes else NEVER
    parts = [
        f'<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{lang}">\n',
        f"<id>{_identity(feed_href(lang, slug))}</id>\n<title>{escape(title)}</title>\n",
        f"<updated>{updated}</updated>\n<author><name>{escape(t('shell.product'))}</name></author>\n",
        f'<link rel="self" type="{MIME}" href={quoteattr(own)}/>\n',
        f'<link rel="alternate" type="text/html" href={quoteattr(base + href(page))}/>\n',
    ]
    for change in changes:
        there = base + href(_page(change, lang, slugs))
        kind = change["kind"]
        parts.append(
            f"<entry><id>{_identity(change['change_id'])}</id>"
            f"<title>{escape(change[f'title_{lang}'])}</title>"
            f"<updated>{change['at'].isoformat()}</updated>"
            f'<category term="{kind}" label={quoteattr(t(f"change.kind.{kind}"))}/>'
            f'<link rel="alternate" type="text/html" href={quoteattr(there)}/></entry>\n'
        )
    return "".join([*parts, "</feed>\n"])


def _identity(name: str) -> str:
    """One and the same wherever the site lies."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'klimatkontrakt:{name}')}"


def _page(change: Mapping[str, Any], lang: str, slugs: Mapping[str, str]) -> Address:
    """Where a change can be seen."""
    if slug := slugs.get(change["municipality_code"] or ""):
        return Address("city", lang, slug=slug)
    if change["kind"] == "restatement":
        return Address("restatements", lang)
    if change["kind"] == "release":
        return Address("release", lang, slug=change["release"])
    return Address("data", lang)
