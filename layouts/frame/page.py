"""A page as its layout hands it on: what the shell needs to make a document of it.

Each page module has a frozen `XAnswers` dataclass (all that it shows, already asked for) and
`page(address: Address, answers: XAnswers) -> Page`. The body is what goes into `<main>`; it starts
with its only `<h1>`. The shell adds head, header, notices about the address, and footer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dash.development.base_component import Component

from layouts.charts.gathered import charts_of
from layouts.links.addresses import Address, QueryProblem
from progress.error_reports import ErrorAnswer


@dataclass(frozen=True, slots=True)
class Page:
    """One view of the product.

    `title` is without the product's name (the shell adds it); `description` is one plain sentence.
    `structured_data` is what search engines are told of data on the page, in schema.org's words.
    `problems` are values in the address that the page could not use, beyond what `parse` found
    (a release that does not exist, say); the shell names them above the page. `stylesheet` names
    the files in assets/ with styles that not all pages need, spaced apart. `leads_to` is the page
    that a reader is sent on to in place of this one. `board` is the name of the board that Dash
    takes up in the browser; empty for documents. `error_answers` are those to what readers have
    reported of the page.
    """

    title: str
    description: str
    lang: str
    address: Address
    body: Component
    problems: tuple[QueryProblem, ...] = ()
    status: int = 200
    stylesheet: str = ""
    structured_data: tuple[Mapping[str, Any], ...] = ()
    leads_to: Address | None = None
    board: str = ""
    error_answers: tuple[ErrorAnswer, ...] = ()

    @property
    def charts(self) -> Mapping[str, Any]:
        """The chart descriptions that the body offers, by their ids: gathered, not listed."""
        return charts_of(self.body)
