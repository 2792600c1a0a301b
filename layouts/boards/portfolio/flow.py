"""The chosen money as flows from funder through theme to city."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from decimal import Decimal

from layouts import kronor
from layouts.boards.portfolio.answers import Path, View
from layouts.charts.description import FlowChart
from layouts.money import words
from layouts.money.flow import links, measure, nodes
from progress.money.flows import largest_names, merged_flows
from progress.money.kinds import Allocation
from progress.money.portfolio import Sum

MOST_CITIES = 9
MOST_NODES = 7


def flow_chart(view: View) -> FlowChart | None:
    """Funder → theme → city, or None where no amount in the choice is known."""
    t, lang = view.t, view.lang
    paths = {path: of for path, of in view.answers.paths.items() if of.sek}
    if not paths:
        return None
    levels = [
        _largest(
            paths, lambda path: view.registry.funder_name(path.funder, lang), MOST_NODES, view
        ),
        _largest(paths, lambda path: words.theme_name(path.theme, t), MOST_NODES, view),
        _city(paths, view),
    ]
    result = merged_flows(
        (tuple(level(path) for level in levels), Decimal(of.sek), of.known)
        for path, of in paths.items()
    )
    by_funder: dict[str, Decimal] = defaultdict(Decimal)
    for path, of in paths.items():
        by_funder[view.registry.funder_name(path.funder, lang)] += Decimal(of.sek)
    funder = max(by_funder, key=lambda name: by_funder[name])
    whole = view.summary.total
    return FlowChart(
        "portfoljens-floden",
        t("portfolio.flow.title", kind=view.kind, prices=view.prices),
        lang,
        t(
            "portfolio.flow.message",
            sum=kronor.words(Decimal(round(whole.sek)), lang),
            grants=view.grants(whole.known),
            funder=funder,
            largest=kronor.words(Decimal(round(by_funder[funder])), lang),
        ),
        measure(t),
        (t("money.flow.funder"), t("money.flow.theme"), t("portfolio.flow.city")),
        nodes(result, t("money.flow.others")),
        links(result),
        t("sharing.source", source=t("sharing.source.grants")),
    )


Paths = Mapping[Path, Sum]
"""Of rows with a known amount."""


def _largest(
    paths: Paths, name: Callable[[Path], str], keep: int, view: View
) -> Callable[[Path], str]:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for path, of in paths.items():
        sums[name(path)] += Decimal(of.sek)
    named, rest = largest_names(sums, keep), view.t("money.flow.others")

    def label(path: Path) -> str:
        result = name(path)
        return result if result in named else rest

    return label


def _city(paths: Paths, view: View) -> Callable[[Path], str]:
    """Contract cities by name, the largest of them; the rest by what they are."""
    t = view.t
    names = {city.code: city.name for city in view.answers.cities}
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for path, of in paths.items():
        if path.city in names:
            sums[names[path.city]] += Decimal(of.sek)
    named = largest_names(sums, MOST_CITIES)

    def label(path: Path) -> str:
        if path.allocation == Allocation.MULTI:
            return t("portfolio.flow.shared")
        if not path.allocation:
            return t("portfolio.flow.nowhere")
        name = names.get(path.city)
        if name is None:
            return t("portfolio.flow.others")
        return name if name in named else t("portfolio.flow.other_cities")

    return label
