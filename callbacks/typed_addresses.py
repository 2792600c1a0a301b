"""Where an address that is no page's leads: to the page that was meant, or to guesses."""

from collections.abc import Collection

from callbacks.bindings.common import common
from callbacks.bindings.search import places
from data_access import questions
from data_access.reading import Connection
from layouts.frame.shell import Guess
from layouts.links.addresses import Address, href, parse
from layouts.links.query import YEAR
from layouts.links.typed import Intended, alike, as_slug, intended, last_words
from layouts.phrases.text import text

MOST_GUESSES = 5


def meant(conn: Connection, path: str, pages: Collection[str]) -> str | None:
    """The path of the one page that a typed path means; None where it means none or itself."""
    for match in intended(path):
        if match.route.name not in pages and match.route.name.rpartition("_")[0] not in pages:
            continue
        slug = _slug(conn, match)
        if slug is not None:
            there = href(match.address(slug))
            return there if there != path and parse(there) is not None else None
    return None


def guesses(conn: Connection, path: str, lang: str) -> tuple[Guess, ...]:
    """Municipalities and pages whose names look like the path's last words."""
    known = places(conn)
    words = last_words(path)
    result = [place for word in words for place in (*known.exact(word), *known.alike(word))]
    result += [place for word in words for place in known.search(word)]
    return (
        *(
            Guess(place.name, Address("city", lang, place.slug))
            for place in list(dict.fromkeys(result))[:MOST_GUESSES]
        ),
        *(Guess(text(lang)(f"shell.nav.{address.page}"), address) for address in alike(path, lang)),
    )


def _slug(conn: Connection, page: Intended) -> str | None:
    """What stands in the page's own path for what was typed; None where that names nothing."""
    value = page.value
    match page.route.varies_by:
        case "year":
            return value if YEAR.fullmatch(value) else None
        case "label":
            labels = {release.label.lower(): release.label for release in common(conn).releases}
            return labels.get(value.lower())
        case "key":  # an id: nothing to guess at
            return None
        case "slug" if page.route.name == "party":
            slugs = {party.slug for party in questions.parties(conn)}
            return as_slug(value) if as_slug(value) in slugs else None
        case "slug":
            known = places(conn)
            exact = known.exact(value) or known.exact(value.zfill(4))  # a code without its zero
            if not exact and (now := questions.municipality_after(conn, as_slug(value))):
                return now.slug
            return exact[0].slug if exact else None
        case _:
            return ""
