"""The chosen money as flows from funder through theme to city, each a way to choose it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from layouts.boards.controls import click
from layouts.boards.portfolio.answers import View
from layouts.boards.portfolio.bars import label_of
from layouts.boards.portfolio.choice import can_be_chosen
from layouts.charts.description import FlowChart
from layouts.money.flow import links, measure, nodes
from layouts.phrases import kronor
from progress.money.flows import largest_names, merged_flows
from progress.money.kinds import Allocation
from progress.money.portfolio import Sum

MOST_CITIES = 9
MOST_NODES = 7

Word = TypeVar("Word")


def flow_chart(view: View) -> FlowChart | None:
    """Funder → theme → city, or None where no amount in the choice is known."""
    t, lang, streams = view.t, view.lang, view.answers.streams
    if not streams.from_funders:
        return None
    funders = _level(view, "funder", ((words[0], of) for words, of in streams.from_funders.items()))
    themes = _level(view, "theme", ((words[1], of) for words, of in streams.from_funders.items()))
    places = _places(view)
    result = (
        *merged_flows(
            ((funders.labels[funder], themes.labels[theme]), Decimal(of.sek), of.known)
            for (funder, theme), of in streams.from_funders.items()
        ),
        *merged_flows(
            (
                ((themes.labels[theme], places.labels[allocation, city]), Decimal(of.sek), of.known)
                for (theme, allocation, city), of in streams.to_places.items()
            ),
            first_step=1,
        ),
    )
    whole = view.summary.total
    return FlowChart(
        "portfoljens-floden",
        t("portfolio.flow.title", kind=view.kind, prices=view.prices),
        lang,
        t(
            "portfolio.flow.message",
            sum=kronor.words(Decimal(round(whole.sek)), lang),
            grants=view.grants(whole.known),
            funder=label_of(view, "funder")(funders.largest),
            largest=kronor.words(Decimal(round(funders.sums[funders.largest])), lang),
        ),
        measure(t),
        (t("money.flow.funder"), t("money.flow.theme"), t("portfolio.flow.city")),
        nodes(result, t("money.flow.others"), (funders.keys, themes.keys, places.keys)),
        links(result),
        t("sharing.source", source=t("sharing.source.grants")),
    )


@dataclass(frozen=True, slots=True)
class _Level(Generic[Word]):
    """A column of the chart: the sum of each word, its node's label, and what nodes choose."""

    sums: Mapping[Word, float]
    labels: Mapping[Word, str]
    keys: Mapping[str, str]

    @property
    def largest(self) -> Word:
        return max(self.sums, key=lambda word: self.sums[word])


def _level(view: View, column: str, parts: Iterable[tuple[str, Sum]]) -> _Level[str]:
    """The largest words of a column, the others together."""
    label, sums = label_of(view, column), _sums(parts)
    named = largest_names({word: Decimal(sek) for word, sek in sums.items()}, MOST_NODES)
    rest = view.t("money.flow.others")
    return _Level(
        sums,
        {word: label(word) if word in named else rest for word in sums},
        {
            label(word): click(column, word, view.lang)
            for word in named
            if can_be_chosen(column, word)
        },
    )


def _places(view: View) -> _Level[tuple[str, str]]:
    """Contract cities by name, the largest of them; the rest by what they are."""
    t, names = view.t, view.answers.names
    parts = view.answers.streams.to_places
    sums = _sums(((words[1], words[2]), of) for words, of in parts.items())
    of_cities = _sums((words[2], of) for words, of in parts.items() if words[2] in names)
    named = largest_names({code: Decimal(sek) for code, sek in of_cities.items()}, MOST_CITIES)
    shared = t("portfolio.flow.shared")

    def label(place: tuple[str, str]) -> str:
        allocation, code = place
        if allocation == Allocation.MULTI:
            return shared
        if not allocation:
            return t("portfolio.flow.nowhere")
        if code not in names:
            return t("portfolio.flow.others")
        return names[code] if code in named else t("portfolio.flow.other_cities")

    keys = {names[code]: click("place", code, view.lang) for code in named}
    return _Level(
        sums,
        {place: label(place) for place in sums},
        {**keys, shared: click("allocation", Allocation.MULTI, view.lang)},
    )


def _sums(parts: Iterable[tuple[Word, Sum]]) -> dict[Word, float]:
    result: dict[Word, float] = defaultdict(float)
    for word, of in parts:
        result[word] += of.sek
    return dict(result)
