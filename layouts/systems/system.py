"""One of a contract's systems: its sentence in the contract, and what it shows now."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from layouts import html
from layouts.html.cards import notice
from layouts.html.markup import Element
from layouts.links.addresses import Address, href
from layouts.phrases.text import Text, text
from layouts.phrases.wording import capital
from layouts.systems.answers import SystemsAnswers

BORLANGE, OREBRO = "2081", "1880"
OWNERS = {BORLANGE: "Borlänge", OREBRO: "Örebro"}
"""The cities whose contract's text is known here."""

Quotes = Mapping[str, tuple[str, str]]
"""The city whose contract it is → the section and its sentence. What both say alike is under
both."""


class State(StrEnum):
    """Whether a system shows what the contract asks for; what is missing waits for the city, or for
    the programme of all cities."""

    SHOWN = "shown"
    PART = "part"
    WAITS = "waits"
    PROGRAMME = "programme"


@dataclass(frozen=True, slots=True)
class Summary:
    """What a system shows now, in a sentence."""

    state: State
    words: str


@dataclass(frozen=True, slots=True)
class System:
    """`view` makes the system's own page, `elsewhere` leads to a page that there is already, with
    an anchor behind it. `template` is the KIND of `klimat template` that fills it, `kinds` those of
    the releases that it rests on."""

    system_id: str
    quotes: Quotes
    summary: Callable[[SystemsAnswers, Text], Summary]
    view: Callable[[Address, SystemsAnswers], list[Any]] | None = None
    elsewhere: Callable[[Address, SystemsAnswers], str] | None = None
    template: str = ""
    kinds: tuple[str, ...] = ()

    def quote(self, code: str) -> tuple[str, str, str]:
        """Whose contract is quoted, the section and the sentence: the city's own where it is known
        and has one."""
        owner = code if code in self.quotes else next(iter(self.quotes))
        return owner, *self.quotes[owner]


def both(section: str, sentence: str) -> Quotes:
    """What both contracts say in the same words."""
    return {OREBRO: (section, sentence), BORLANGE: (section, sentence)}


def system_address(address: Address, system_id: str | None) -> Address:
    """The page of a system of the city that the address is on; of all of them for None."""
    return Address("systems", address.lang, slug=address.slug).with_query(system=system_id)


def template_link(address: Address, template: str) -> html.A:
    """The template that a city fills in for what waits for it."""
    t = text(address.lang)
    there = system_address(address, None).with_query(template=template)
    label = t("systems.template", kind=t(f"systems.template.{template}"))
    return html.A(label, href=href(there.file("xlsx")), download="")


def waits(address: Address, words: str, *templates: str) -> html.Div:
    """What no source fills: that it waits for the city, and what to fill in."""
    t = text(address.lang)
    links: list[Any] = []
    for template in templates:
        links += [" ", template_link(address, template)]
    return notice(html.P([html.Strong(capital(t("systems.state.waits"))), ". ", words, *links]))


def quoted(words: str) -> Element | str:
    """The contract's own words, in Swedish."""
    return Element("q", words, lang="sv") if words else ""
