"""The page about the site: what it shows, for whom, and where its limits are."""

from layouts import html
from layouts.frame.page import Page
from layouts.html.cards import section
from layouts.html.prose import prose_page
from layouts.links.addresses import Address, href
from layouts.phrases.text import text


def page(address: Address) -> Page:
    """What the site is, with links to method, data and accessibility."""
    t = text(address.lang)
    links = [
        html.Li(html.A(t(f"about.{name}"), href=href(Address(name, address.lang))))
        for name in ("method", "data", "accessibility")
    ]
    more = section("more", t("about.more"), html.Ul(links))
    return prose_page(address, {"for": 4, "how": 4, "limits": 2, "who": 0}, more)
