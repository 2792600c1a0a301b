"""The ways between the years of a page."""

from collections.abc import Callable, Iterable

from layouts import html
from layouts.html.markup import aria
from layouts.links.addresses import Address, href


def year_links(
    years: Iterable[int], shown: int, there: Callable[[int], Address], label: str
) -> html.Nav:
    """Each year as a link to its page, the `shown` one marked; not on paper."""
    links = [
        html.Li(
            html.A(
                str(year),
                href=href(there(year)),
                **aria(current="page" if year == shown else None),
            )
        )
        for year in years
    ]
    return html.Nav(html.Ul(links, className="choices"), className="no-print", **aria(label=label))
