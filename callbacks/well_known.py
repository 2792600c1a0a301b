"""Addresses that programs know by heart: what there is for them, and whom to tell of a weakness."""

import json
from datetime import timedelta

from flask import Response

from callbacks.first_response import KlimatDash
from callbacks.plain_answers import said
from data_access import clock
from data_access.open_data import DATASETS
from layouts.frame.site import Site
from layouts.links.addresses import Address, href
from layouts.links.query import LANGUAGES
from layouts.metadata.dcat import PATH as CATALOGUE
from layouts.phrases.text import text
from progress.dataset import EVERYTHING

LINKSET = 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"'
SECURITY_DAYS = 180
"""How long the word on whom to tell may be believed: it is written anew each day."""


def register(app: KlimatDash) -> None:
    """Add the addresses."""
    site = app.pages.site

    def security() -> Response:
        if not site.contact:
            return said("CONTACT is not set: nobody is named to tell", 404)
        return Response(security_text(site), mimetype="text/plain")

    for path, answer in (
        ("/llms.txt", lambda: Response(guide(site.public_url), mimetype="text/plain")),
        (
            "/.well-known/api-catalog",
            lambda: Response(api_catalogue(site.public_url), content_type=LINKSET),
        ),
        ("/.well-known/security.txt", security),
    ):
        app.server.add_url_rule(path, path, answer, methods=["GET"])


def security_text(site: Site) -> str:
    """Whom to tell of a weakness (RFC 9116)."""
    expires = clock.today() + timedelta(days=SECURITY_DAYS)
    lines = [
        f"Contact: mailto:{site.contact}",
        f"Expires: {expires.isoformat()}T00:00:00Z",
        f"Preferred-Languages: {', '.join(LANGUAGES)}",
    ]
    if site.public_url:
        lines.append(f"Canonical: {site.public_url}/.well-known/security.txt")
    return "\n".join(lines) + "\n"


def api_catalogue(base: str) -> str:
    """The API with its description, its documentation and its status (RFC 9727)."""
    api = {
        "anchor": f"{base}/api/v1/",
        "service-desc": [{"href": f"{base}/api/v1/openapi.json", "type": "application/json"}],
        "service-doc": [
            {
                "href": base + href(Address("open_data", lang)),
                "type": "text/html",
                "hreflang": [lang],
            }
            for lang in LANGUAGES
        ],
        "service-meta": [{"href": f"{base}/api/v1/api-info", "type": "application/json"}],
        "describedby": [{"href": base + CATALOGUE, "type": "application/rdf+xml"}],
    }
    return json.dumps({"linkset": [api]}, indent=1)


def guide(base: str) -> str:
    """What the site holds and where, for language models (llmstxt.org)."""
    t = text("en")
    pages = ("overview", "map", "compare", "method", "data", "open_data")
    lines = [
        f"# {t('shell.product')}",
        "",
        f"> {t('catalogue.description')}",
        "",
        t("catalogue.rights"),
        t("catalogue.empty"),
        "",
        "## Pages",
        "",
        *(f"- [{t(f'shell.nav.{page}')}]({base}{href(Address(page, 'en'))})" for page in pages),
        "",
        "## Data",
        "",
        f"- [OpenAPI]({base}/api/v1/openapi.json): every dataset with its filters, as JSON and CSV",
        f"- [SQLite]({base}/data/{EVERYTHING}): all datasets as one file",
        *(
            f"- [{each.title('en')}]({base}/api/v1/{each.name}): {each.description('en')}"
            for each in DATASETS.values()
        ),
    ]
    return "\n".join(lines) + "\n"
