"""A city's contract as systems: the list of all with what each shows now, or one of them."""

from typing import Any

from layouts import html
from layouts.frame.page import Page
from layouts.html.cards import section
from layouts.html.markup import aria, data
from layouts.html.tables import Column, table
from layouts.links.addresses import Address, href
from layouts.phrases.releases import release_link, way_to_all
from layouts.phrases.text import Text, text
from layouts.systems.answers import SystemsAnswers
from layouts.systems.catalogue import OWN_PAGES, SYSTEMS
from layouts.systems.system import (
    OWNERS,
    State,
    Summary,
    System,
    quoted,
    system_address,
    template_link,
)


def page(address: Address, answers: SystemsAnswers) -> Page:
    """The system that the address names, else all of them."""
    t = text(address.lang)
    chosen = address.get("system")
    body = _all(address, answers, t) if chosen is None else _one(chosen, address, answers, t)
    name = t("systems.title") if chosen is None else t(f"systems.name.{chosen}")
    return Page(
        title=t("systems.page.title", system=name, name=answers.name),
        description=t("systems.description", name=answers.name),
        lang=address.lang,
        address=address,
        body=html.Div(body, className="page page-systems"),
        problems=answers.problems,
        stylesheet="systems.css",
    )


def _all(address: Address, answers: SystemsAnswers, t: Text) -> list[Any]:
    summaries = {name: system.summary(answers, t) for name, system in SYSTEMS.items()}
    columns = [
        Column(t("systems.column.system")),
        Column(t("systems.column.state")),
        Column(t("systems.column.now"), wide=True),
        Column(t("systems.column.contract"), wide=True),
    ]
    rows = [_row(system, summaries[name], address, answers, t) for name, system in SYSTEMS.items()]
    counts = {state: sum(each.state is state for each in summaries.values()) for state in State}
    lead = t(
        "systems.lead",
        of=len(SYSTEMS),
        shown=counts[State.SHOWN],
        part=counts[State.PART],
        waits=counts[State.WAITS] + counts[State.PROGRAMME],
    )
    own = answers.code in OWNERS
    return [
        _kicker(address, answers, t),
        html.H1(t("systems.page.title", system=t("systems.title"), name=answers.name)),
        html.P(lead, className="lead"),
        None if own else html.P(t("systems.no_text", name=answers.name), className="note"),
        table(t("systems.caption", name=answers.name), columns, rows, stack=True),
        html.P([t("party.source"), " ", way_to_all(t.lang)], className="source"),
    ]


def _row(
    system: System, summary: Summary, address: Address, answers: SystemsAnswers, t: Text
) -> list[Any]:
    name = t(f"systems.name.{system.system_id}")
    there = ""
    if system.view is not None:
        there = href(system_address(address, system.system_id))
    elif system.elsewhere is not None:
        there = system.elsewhere(address, answers)
    words: list[Any] = [summary.words]
    if summary.state is State.WAITS and system.template:
        words += [" ", template_link(address, system.template)]
    return [
        html.A(name, href=there) if there else name,
        _state(summary.state, t),
        html.Span(words),
        _sentence(system, answers.code, t),
    ]


def _state(state: State, t: Text) -> html.Span:
    return html.Span(t(f"systems.state.{state}"), className="badge", **data(state=str(state)))


def _sentence(system: System, code: str, t: Text) -> html.Span:
    """The contract's own words, with whose contract it is and where they stand."""
    owner, number, words = system.quote(code)
    where = t("systems.where", city=OWNERS[owner], section=number)
    return html.Span([quoted(words), f" ({where})"], className="note")


def _one(name: str, address: Address, answers: SystemsAnswers, t: Text) -> list[Any]:
    system = SYSTEMS[name]
    summary = system.summary(answers, t)
    assert system.view is not None  # an address names the systems with a page alone
    return [
        _kicker(address, answers, t),
        html.H1(t("systems.page.title", system=t(f"systems.name.{name}"), name=answers.name)),
        html.P([_state(summary.state, t), " ", summary.words], className="lead"),
        html.P(_sentence(system, answers.code, t)),
        *system.view(address, answers),
        _sources(system, answers, t),
        _others(name, address, t),
    ]


def _kicker(address: Address, answers: SystemsAnswers, t: Text) -> html.P:
    """The ways to the city's page and to the list of its systems."""
    city = html.A(answers.name, href=href(Address("city", address.lang, slug=address.slug)))
    if address.get("system") is None:
        return html.P(city, className="kicker")
    every = html.A(t("systems.title"), href=href(system_address(address, None)))
    return html.P([city, " · ", every], className="kicker")


def _sources(system: System, answers: SystemsAnswers, t: Text) -> html.P:
    """The releases that the page rests on: of emissions the one that is shown, of others those
    that are loaded."""
    shown = answers.city.release
    releases = [
        each
        for each in answers.city.all_releases
        if each.kind in system.kinds and (each.kind != "emissions" or each == shown)
    ]
    links: list[Any] = []
    for each in releases:
        links += [release_link(each, t), ", "]
    return html.P([t("word.source"), ": ", *links, way_to_all(t.lang)], className="source")


def _others(name: str, address: Address, t: Text) -> html.Section:
    links = [
        html.Li(
            html.A(
                t(f"systems.name.{other}"),
                href=href(system_address(address, other)),
                **aria(current="page" if other == name else None),
            )
        )
        for other in OWN_PAGES
    ]
    return section("systems", t("systems.others"), html.Ul(links, className="choices"))
