"""Assembles the product: settings, store, pages, callbacks, routes. Served as `app:server`."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dash import html
from flask import Flask

from callbacks import (
    charting_bundle,
    compression,
    guards,
    health,
    open_data,
    path_prefix,
    site_files,
    well_known,
)
from callbacks.bindings import BINDINGS
from callbacks.boards import routes as board_routes
from callbacks.documents import ASSETS
from callbacks.files import embedding, oembed, own, parts
from callbacks.first_response import KlimatDash
from callbacks.inside.settings import InsideSettings, inside_settings
from callbacks.pages import Binding, Pages
from callbacks.response_cache import ResponseCache
from data_access.engine import database_url
from data_access.questions import store_version
from data_access.reading import StoreReader
from layouts.frame.site import Site
from layouts.links.addresses import Address, href
from layouts.links.query import LANGUAGES

WARM_PAGES = ("overview", "about", "method", "portfolio")


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator may set, each from the environment variable of the same name in capitals."""

    database_url: str
    operator: str = ""
    contact: str = ""
    public_url: str = ""
    organisation_number: str = ""
    inside: InsideSettings | None = None
    licence: str = ""
    dumps: str = ""
    files: str = ""

    @classmethod
    def from_environment(cls) -> "Settings":
        return cls(
            database_url=database_url(),
            operator=os.environ.get("OPERATOR", ""),
            contact=os.environ.get("CONTACT", ""),
            public_url=os.environ.get("PUBLIC_URL", "").rstrip("/"),
            organisation_number=os.environ.get("ORGANISATION_NUMBER", ""),
            inside=inside_settings(os.environ),
            licence=os.environ.get("LICENCE", ""),
            dumps=os.environ.get("DUMPS", ""),
            files=os.environ.get("FILES", ""),
        )


def create_app(settings: Settings, bindings: Mapping[str, Binding] = BINDINGS) -> KlimatDash:
    """The whole product on one store. The store need not answer yet; pages say so until it does."""
    app = KlimatDash(
        "klimatkontrakt",
        include_assets_files=False,
        assets_folder=str(ASSETS),
        update_title="",
        add_log_handler=False,
    )
    store = StoreReader(settings.database_url)
    site = Site(
        tuple(bindings),
        settings.operator,
        settings.contact,
        settings.public_url,
        settings.organisation_number.replace("-", "").replace(" ", ""),
        licence=settings.licence,
        sign_in=settings.inside is not None,
    )
    app.pages = Pages(store, bindings, site, store_version)
    app.layout = html.Div()  # each board has a layout of its own
    board_routes.register(app)
    guards.guard(app)
    compression.compress(app.server)
    path_prefix.mount(app.server, site.path)
    health.register(app.server, app.pages)
    charting_bundle.register(app.server)
    personal = _set_up_inside(app, settings, store, bindings, site)
    response_cache = ResponseCache(app.server.wsgi_app, app.pages.version, personal)
    app.server.wsgi_app = response_cache
    folders = [Path(folder) if folder else None for folder in (settings.dumps, settings.files)]
    open_data.register(app, store, *folders)
    for files in (own, parts, embedding, oembed):
        files.register(app)
    site_files.register(app, store)
    well_known.register(app)
    return app


def _set_up_inside(
    app: KlimatDash,
    settings: Settings,
    store: StoreReader,
    bindings: Mapping[str, Binding],
    site: Site,
) -> Callable[[Any], bool]:
    """The inside pages, where they are set up; tells which requests a person may be known by."""
    if settings.inside is None:
        return lambda _environ: False
    from callbacks.inside.setup import set_up

    parts = set_up(app, settings.inside, store, bindings, site)
    return parts.identity.may_be_known


def warm_up(server: Flask) -> None:
    """Answer a few pages before any reader comes, so that workers fork from a warm process."""
    with server.test_client() as client:
        for page in WARM_PAGES:
            for lang in LANGUAGES:
                client.get(href(Address(page, lang)))


@cache
def _served() -> KlimatDash:
    return create_app(Settings.from_environment())


def dispose_engine() -> None:
    """Let a forked worker open database connections of its own."""
    _served().pages.forget_connections()


def develop() -> None:
    """Serve for who develops: starts anew when a file of the program changes."""
    watched = ("locale", "assets")
    files = [str(path) for room in watched for path in (ASSETS.parent / room).rglob("*.*")]
    _served().server.run(
        host=os.environ.get("HOST", "127.0.0.1"),
        port=int(os.environ.get("PORT", "8050")),
        use_reloader=True,
        threaded=True,
        extra_files=files,
    )


def __getattr__(name: str) -> Any:
    """`server` is made when first asked for, so that importing this module does nothing."""
    if name == "server":
        return _served().server
    raise AttributeError(name)


if __name__ == "__main__":
    develop()
