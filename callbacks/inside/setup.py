"""Sets the inside pages up on an application, as the settings say."""

from collections.abc import Mapping

from callbacks.first_response import KlimatDash
from callbacks.inside.context import Inside
from callbacks.inside.identity import Identity
from callbacks.inside.private_pages import PrivatePages
from callbacks.inside.routes import register
from callbacks.inside.settings import InsideSettings, OpenId
from callbacks.pages import Binding
from data_access.inside.people import Drafts
from data_access.reading import StoreReader
from layouts.frame.site import Site


def set_up(
    app: KlimatDash,
    settings: InsideSettings,
    store: StoreReader,
    bindings: Mapping[str, Binding],
    site: Site,
) -> Inside:
    """Everything that people who sign in need."""
    drafts = Drafts(store, settings.write_url)
    identity = Identity(settings, drafts)
    identity.prepare(app.server)
    parts = Inside(app, identity, drafts, store, PrivatePages(store, bindings, site))
    register(parts)
    if isinstance(settings.by, OpenId):
        from callbacks.inside import openid

        openid.register(app, identity, settings.by)
    return parts
