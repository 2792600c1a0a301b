"""The chosen money as flows from funder through theme to city, and year by year."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import NamedTuple

from layouts import kronor
from layouts.charts.description import Bar, BarPanel, FlowChart, Part, TimeChart
from layouts.money import words
from layouts.money.flow import links, measure, nodes
from layouts.money.years import FIRM, TONES
from layouts.portfolio.view import View
from progress.money.cube import total
from progress.money.flows import largest_names, merged_flows
from progress.money.kinds import Allocation

MOST_CITIES = 9
MOST_NODES = 7


def flow_chart(view: View) -> FlowChart | None:
    """Funder → theme → city, or None where no amount in the choice is known."""
    t, lang = view.t, view.lang
    paths = _paths(view)
    if not paths:
        return None
    levels = [
        _largest(paths, lambda path: words.funder_name(path.funder, lang), MOST_NODES, view),
        _largest(paths, lambda path: words.theme_name(path.theme, t), MOST_NODES, view),
        _city(paths, view),
    ]
    result = merged_flows(
        (tuple(level(path) for level in levels), sek, known) for path, (sek, known) in paths.items()
    )
    by_funder: dict[str, Decimal] = defaultdict(Decimal)
    for path, (sek, _) in paths.items():
        by_funder[words.funder_name(path.funder, lang)] += sek
    funder = max(by_funder, key=lambda name: by_funder[name])
    all_of_it = total(view.chosen)
    return FlowChart(
        "portfoljens-floden",
        t("portfolio.flow.title", kind=view.kind_words(), prices=view.prices),
        lang,
        t(
            "portfolio.flow.message",
            sum=kronor.words(all_of_it.sek, lang),
            grants=view.count(all_of_it.coverage.known),
            funder=funder,
            largest=kronor.words(by_funder[funder], lang),
        ),
        measure(t),
        (t("money.flow.funder"), t("money.flow.theme"), t("portfolio.flow.city")),
        nodes(result, t("money.flow.others")),
        links(result),
        t("sharing.source", source=t("sharing.source.grants")),
    )


def years_chart(view: View) -> TimeChart | None:
    """The chosen kind per year, or None where no year has a known amount."""
    t = view.t
    sums: dict[int, Decimal] = defaultdict(Decimal)
    for cell in view.chosen:
        if cell.sek is not None and cell.key.year is not None:
            sums[cell.key.year] += cell.sek
    if not sums:
        return None
    kind = view.choice.kind
    part = Part(view.kind_words(), TONES[kind], hollow=kind not in FIRM)
    first, last = min(sums), max(sums)
    return TimeChart(
        "portfoljen-ar-for-ar",
        t("portfolio.years.title", kind=view.kind_words().capitalize(), prices=view.prices),
        view.lang,
        t("portfolio.years.message", first=first, last=last),
        (
            BarPanel(
                t("portfolio.years.panel"),
                measure(t),
                (part,),
                tuple(Bar(year, (float(sums[year]),)) for year in sorted(sums)),
            ),
        ),
        first_year=first,
        last_year=last,
        source=t("sharing.source", source=t("sharing.source.grants")),
    )


class Path(NamedTuple):
    """What money passes from funder to city."""

    funder: str
    theme: str
    allocation: Allocation | None
    city: str | None


Paths = Mapping[Path, tuple[Decimal, int]]
"""Path → kronor and the number of grants. Names are looked up once a path, not once a cell."""


def _paths(view: View) -> Paths:
    result: dict[Path, tuple[Decimal, int]] = {}
    for cell in view.chosen:
        if not cell.sek:
            continue
        key = cell.key
        path = Path(key.funder, key.theme, key.allocation, key.city)
        sek, known = result.get(path, (Decimal(0), 0))
        result[path] = sek + cell.sek, known + cell.cell.known
    return result


def _largest(
    paths: Paths, name: Callable[[Path], str], keep: int, view: View
) -> Callable[[Path], str]:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for path, (sek, _) in paths.items():
        sums[name(path)] += sek
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
    for path, (sek, _) in paths.items():
        if path.city in names:
            sums[names[path.city]] += sek
    named = largest_names(sums, MOST_CITIES)

    def label(path: Path) -> str:
        if path.allocation is Allocation.MULTI:
            return t("portfolio.flow.shared")
        if path.allocation is None or path.city is None:
            return t("portfolio.flow.nowhere")
        name = names.get(path.city)
        if name is None:
            return t("portfolio.flow.others")
        return name if name in named else t("portfolio.flow.other_cities")

    return label
