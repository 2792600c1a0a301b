"""The ways from a row to the pages of the grant, its recipient, its funder and its programme."""

from typing import Any

from dash.development.base_component import Component

from layouts import html
from layouts.links.addresses import KEY, Address, href
from layouts.money import words
from layouts.phrases.text import Text
from progress.money.duplicates import whole_id
from progress.money.registry import Organisation, Registry, programme_slug, recipient_slug
from progress.records import Grant


def grant_address(grant_id: str, lang: str) -> Address | None:
    """The page of a grant, whatever year of it a row is; None for an id that no address carries."""
    whole = whole_id(grant_id)
    return Address("grant", lang, slug=whole) if KEY.fullmatch(whole) else None


def grant_way(grant: Grant, lang: str) -> Component | str:
    """The title, as a link to the grant's page."""
    return _way(grant.title or grant.grant_id, grant_address(grant.grant_id, lang))


def funder_way(name: str, lang: str, registry: Registry, label: str = "") -> Component | str:
    """A funder's name, as a link to its page."""
    slug = recipient_slug(name, registry.organisation(name))
    address = Address("funder", lang, slug=slug) if slug else None
    return _way(label or registry.funder_name(name, lang), address)


def recipient_way(name: str, lang: str, registry: Registry) -> Component | str:
    """A recipient's name as published, as a link to its page."""
    return _recipient_way(name, lang, registry.organisation(name))


def recipient_way_of(grant: Grant, lang: str, registry: Registry) -> Component | str:
    """The same of a grant, whose number and municipality tell recipients of one name apart."""
    return _recipient_way(grant.beneficiary, lang, registry.recipient_of(grant))


def _recipient_way(name: str, lang: str, known: Organisation | None) -> Component | str:
    slug = recipient_slug(name, known)
    return _way(name, Address("recipient", lang, slug=slug) if slug else None)


def programme_way(name: str, t: Text, registry: Registry) -> Component | str:
    """A programme's short name, as a link to its page."""
    slug = programme_slug(name, registry.programme(name))
    address = Address("programme", t.lang, slug=slug) if slug else None
    return _way(words.programme_name(name, t, registry), address)


def _way(label: Any, address: Address | None) -> Component | str:
    if address is None:
        return str(label)
    return html.A(label, href=href(address))
