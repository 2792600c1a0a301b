"""A municipality's page, section by section; those with nothing to say are left out."""

from typing import Any

from dash.development.base_component import Component

from layouts import html
from layouts.city.about_figures import about_figures
from layouts.city.answers import CityAnswers
from layouts.city.budget import budget_section
from layouts.city.commitments import commitments_section
from layouts.city.emissions import emissions_chart
from layouts.city.first import first_screen
from layouts.city.goals import goals_section
from layouts.city.head import head
from layouts.city.indicators import indicators_section
from layouts.city.own import own_section
from layouts.city.sectors import sector_chart, sectors_section, with_money
from layouts.city.series import View, view_of
from layouts.city.sources import sources_section
from layouts.frame.page import Page
from layouts.html.markup import aria
from layouts.links.addresses import Address
from layouts.metadata.schema_org import city_structured_data
from layouts.phrases.corrections import corrections_section
from layouts.phrases.local_contracts import local_section, packages_section
from layouts.phrases.notes import notes_section
from layouts.phrases.text import Text, text


def page(address: Address, answers: CityAnswers) -> Page:
    """Where a municipality stands, beside its money and what it and others have promised."""
    t = text(address.lang)
    name = answers.municipality.name
    emissions, sectors = emissions_chart(address, answers), sector_chart(address, answers)
    by_sector = view_of(address, answers) is View.SECTORS and sectors is not None
    shown_first = with_money(sectors, address, answers) if by_sector and sectors else emissions
    more = [about_figures(address, answers, t)] if answers.years else []
    sections = [
        ("notes", notes_section(answers.notes, answers.note_owners, address.lang)),
        ("goals", goals_section(address, answers)),
        ("budget", budget_section(address, answers)),
        ("sectors", sectors_section(address, answers, sectors, drawn=by_sector)),
        ("own", own_section(address, answers)),
        ("indicators", indicators_section(address, answers)),
        ("commitments", commitments_section(address, answers)),
        ("packages", packages_section(answers.local_contracts, address.lang, answers.corrections)),
        ("local", local_section(answers.local_contracts, name, address.lang)),
        ("corrections", _corrections(answers, t)),
        ("sources", sources_section(address, answers)),
    ]
    shown = [(section_id, part) for section_id, part in sections if part is not None]
    body = html.Div(
        [
            head(address, answers),
            *first_screen(address, answers, shown_first, more),
            _contents([section_id for section_id, _ in shown], t),
            *(part for _, part in shown),
        ],
        className="page page-city",
    )
    return Page(
        title=t("city.title", name=name),
        description=t("city.description", name=name),
        lang=address.lang,
        address=address,
        body=body,
        problems=answers.problems,
        stylesheet="city.css",
        structured_data=(city_structured_data(answers.municipality, answers.release, address),),
    )


def _corrections(answers: CityAnswers, t: Text) -> Component | None:
    own = [fix for fix in answers.corrections if fix.municipality_code is not None]
    return corrections_section(own, t)


def _contents(section_ids: list[str], t: Text) -> html.Nav:
    links: list[Any] = [
        html.Li(html.A(t(f"city.{section_id}.heading"), href=f"#{section_id}"))
        for section_id in section_ids
    ]
    return html.Nav(
        html.Ul(links, className="links"), className="contents", **aria(label=t("city.contents"))
    )
