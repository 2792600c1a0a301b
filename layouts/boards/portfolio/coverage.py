"""What the portfolio rests on: every funder's grants, whichever are chosen, and their sources."""

from dash.development.base_component import Component

from layouts import html
from layouts.boards.portfolio.answers import View
from layouts.html.cards import section
from layouts.html.markup import Element
from layouts.html.tables import Column, table
from layouts.money import ways, words
from layouts.money.sources import missing
from layouts.phrases.releases import provenance, way_to_all
from progress.money.kinds import Kind


def coverage_section(view: View) -> Component:
    """Funder by funder: how many grants, with how many amounts, of which years and kinds."""
    t = view.t
    columns = [
        Column(t("portfolio.filter.funder")),
        Column(t("portfolio.coverage.rows"), numeric=True),
        Column(t("portfolio.coverage.known"), numeric=True),
        Column(t("portfolio.coverage.years")),
        Column(t("portfolio.coverage.kinds")),
    ]
    rows = [
        [
            ways.funder_way(name, view.lang, view.registry),
            str(held.of),
            str(held.known),
            "–" if held.years is None else words.span(*held.years),
            ", ".join(t(f"money.kind.{kind}") for kind in Kind if kind in held.kinds),
        ]
        for name, held in view.answers.coverage.items()
    ]
    sources = view.answers.sources
    names: list[Component] = []
    for each in view.answers.loaded:
        source = sources.get(each.source_id)
        named = source.title if source is not None else each.source_id
        names += [provenance(named, t), Element("span", ", ")]
    before, after = t("portfolio.coverage.sources", names="\0").split("\0")
    return section(
        "laddat",
        t("portfolio.coverage.heading"),
        html.P(t("portfolio.coverage.lead")),
        table(t("portfolio.coverage.caption"), columns, rows, stack=True),
        html.P([before, *names[:-1], after, " ", way_to_all(view.lang)], className="note"),
        html.P(missing(tuple(each.source_id for each in view.answers.loaded), t), className="note"),
    )
