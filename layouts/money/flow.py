"""Where a city's money comes from and goes, one kind at a time, and what is not shown."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from dash.development.base_component import Component

from layouts import html
from layouts.charts.description import FlowChart, Link, Measure, Node
from layouts.html import forms
from layouts.html.cards import notice
from layouts.html.folded import folded_choices
from layouts.money import words
from layouts.money.origin import origin
from layouts.money.view import View
from layouts.phrases import kronor
from layouts.phrases.enumeration import enumerated
from layouts.phrases.text import Text
from progress.money.flows import Flow, Level, flows, largest
from progress.money.kinds import Allocation, Kind, allocation_to, counted_kind
from progress.money.pricing import PricedGrant, Unconverted
from progress.money.sums import by, grant_count, kind_sum

FEWEST_STREAMS = 3
"""Fewer ways of the money than these are said in words: a drawing of them shows nothing more."""

MOST_NODES = 7
"""More nodes than this in a column are shown together, so that labels can be read."""


def measure(t: Text) -> Measure:
    """Kronor on an axis of millions."""
    return Measure(
        t("money.measure.unit"),
        t("money.measure.axis"),
        divisor=1e6,
        short=t("money.measure.short"),
    )


def flow_chart(view: View) -> FlowChart | None:
    """Funder → programme → theme → recipient; None where there are too few streams to part.

    The themes are left out where no row has one.
    """
    t, lang = view.t, view.lang
    rows = [row for row in view.chosen if row.kind == view.kind and row.sek]
    if not rows:
        return None
    heads, levels = _levels(view, rows)
    if len({tuple(level(row) for level in levels) for row in rows}) < FEWEST_STREAMS:
        return None
    result = flows(rows, view.kind, levels)
    total = kind_sum(rows, view.kind)
    top = next(iter(by(rows, view.kind, levels[0]).items()))
    kind = t(f"money.kind.{view.kind}")
    return FlowChart(
        "floden",
        t("money.flow.title", kind=kind, prices=view.prices),
        lang,
        t(
            "money.flow.message",
            sum=kronor.words(total.sek, lang),
            kind=kind,
            n=view.count("grant", grant_count(rows)),
            funder=top[0],
            largest=kronor.words(top[1].sek, lang),
        ),
        measure(t),
        tuple(heads),
        nodes(result, t("money.flow.others")),
        links(result),
        origin(view, (row.grant.source_id for row in rows)),
    )


def links(paths: tuple[Flow, ...]) -> tuple[Link, ...]:
    """Flows as links between the nodes of `nodes`."""
    return tuple(
        Link(
            _node_id(flow.step, flow.source), _node_id(flow.step + 1, flow.target), float(flow.sek)
        )
        for flow in paths
    )


def choices_form(view: View) -> Component:
    """Kind, recipients and price level: they hold for every chart on the page."""
    t = view.t
    present = {row.kind for row in view.own + view.single if row.sek is not None}
    kinds = [
        forms.Choice(kind, t(f"money.kind.{kind}"))
        for kind in Kind
        if kind in {*present, view.kind}
    ]
    fields = [
        forms.select(
            view.address.with_query(money_kind=view.kind), "money_kind", t("money.flow.kind"), kinds
        ),
        forms.select(
            view.address,
            "allocation",
            t("money.flow.recipients"),
            [
                forms.Choice("", t("money.flow.recipients.all")),
                forms.Choice("own", t("money.flow.recipients.own")),
                forms.Choice("single", t("money.flow.recipients.single")),
            ],
        ),
        forms.select(
            view.address,
            "prices",
            t("money.prices.label"),
            [
                forms.Choice("", t("money.prices.current")),
                *(
                    [
                        forms.Choice(
                            "constant",
                            t("money.prices.constant", year=max(view.answers.index)),
                        )
                    ]
                    if view.answers.index
                    else []
                ),
            ],
        ),
    ]
    form = forms.form(
        view.address,
        fields,
        t("money.flow.show"),
        label=t("money.flow.form"),
        keep=("sort", "order", "rows"),
    )
    return folded_choices(view.lang, form, own_id="choices")


def without(view: View) -> list[Component]:
    """What the diagram does not show, and a notice where it shows nothing."""
    t = view.t
    parts: list[Component] = []
    of_kind = [row for row in view.chosen if row.kind == view.kind]
    if not any(row.sek is not None for row in of_kind):
        kind = t(f"money.kind.{view.kind}")
        parts.append(notice(html.P(t("money.flow.none", kind=kind, name=view.name))))
    left = _left_out(view)
    if left:
        parts.append(html.P(t("money.flow.left_out", parts=enumerated(left, t)), className="note"))
    nominal = sum(row.kronor.kept_nominal for row in of_kind if row.sek is not None)
    if nominal:
        parts.append(html.P(t("money.prices.kept", n=nominal), className="note"))
    return parts


def _left_out(view: View) -> list[str]:
    t = view.t
    multi = sum(row.kind == view.kind for row in view.multi)
    problems = Counter(
        row.kronor.problem
        for row in view.chosen
        if row.kronor.problem and row.kind in (view.kind, "")
    )
    again = sum(
        grant.grant_id in view.left_out and counted_kind(grant) == view.kind
        for grant in view.city.own + view.city.single
    )
    counts = [
        ("multi", multi),
        ("no_amount", problems[Unconverted.NO_AMOUNT]),
        ("no_year", problems[Unconverted.NO_YEAR]),
        ("no_rate", problems[Unconverted.NO_RATE]),
        ("repeated", again),
    ]
    return [t(f"money.flow.left.{name}", n=n) for name, n in counts if n]


def _levels(view: View, rows: Sequence[PricedGrant]) -> tuple[list[str], list[Level]]:
    t, lang, code = view.t, view.lang, view.answers.municipality.code

    def recipient(row: PricedGrant) -> str:
        if allocation_to(row.grant, code) is Allocation.OWN:
            return view.name
        return row.grant.beneficiary

    steps: list[tuple[str, Level]] = [
        ("funder", lambda row: words.funder(row.grant, lang, view.registry)),
        ("programme", lambda row: words.programme(row.grant, t, view.registry)),
    ]
    if any(row.grant.theme for row in rows):
        steps.append(("theme", lambda row: words.theme(row.grant, t)))
    steps.append(("recipient", recipient))
    others = t("money.flow.others")
    return (
        [t(f"money.flow.{name}") for name, _ in steps],
        [largest(rows, level, MOST_NODES, others) for _, level in steps],
    )


def nodes(
    paths: tuple[Flow, ...], others: str, keys: Sequence[Mapping[str, str]] = ()
) -> tuple[Node, ...]:
    """The first column by size, the next where their money comes from, so that few flows cross.

    `others` ends its column. `keys` are, column by column, what nodes of a name choose.
    """
    columns: list[list[str]] = [
        _by_size([(flow.source, flow.sek) for flow in paths if not flow.step])
    ]
    for step in sorted({flow.step for flow in paths}):
        places = {name: place for place, name in enumerate(columns[-1])}
        into = [flow for flow in paths if flow.step == step]
        weight = {name: Decimal(0) for name in (flow.target for flow in into)}
        pull = dict(weight)
        for flow in into:
            weight[flow.target] += flow.sek
            pull[flow.target] += flow.sek * places[flow.source]
        columns.append(sorted(weight, key=lambda name: (pull[name] / weight[name], name)))
    return tuple(
        Node(
            _node_id(column, name),
            name,
            column,
            tone=1 + column,
            key=keys[column].get(name, "") if keys else "",
        )
        for column, names in enumerate(columns)
        for name in sorted(names, key=lambda name: name == others)
    )


def _by_size(parts: list[tuple[str, Decimal]]) -> list[str]:
    sums: dict[str, Decimal] = {}
    for name, sek in parts:
        sums[name] = sums.get(name, Decimal(0)) + sek
    return sorted(sums, key=lambda name: (-sums[name], name))


def _node_id(column: int, name: str) -> str:
    return f"{column}:{name}"
